//! An assessment with everything at its bound, as a save file: each text as long as its field takes, and each
//! list as long as it becomes (`domain::bounds`).

use std::rc::Rc;

use documents::json;
use domain::answer::{Answer, Evidence, TacticAnswer};
use domain::bounds::listed::{ACTIONS, EVIDENCE, SHEETS};
use domain::bounds::typed::{LINE, TEXT};
use domain::catalogue::Catalogue;
use domain::count::count;
use domain::id::AssessmentId;
use domain::plan::{ActionId, PlannedAction};
use domain::risk::{Register, RiskId};
use domain::sheet::record::{SheetId, SheetRecord};

use super::full;
use crate::reports;

/// The save file, with texts that `words` makes of so many letters.
pub(super) fn save(
    catalogue: &Catalogue,
    words: &dyn Fn(usize) -> String,
) -> Result<Vec<u8>, String> {
    let (line, text) = (words(LINE), words(TEXT));
    let mut most = reports::hostile::assessment(catalogue)?;
    most.id = AssessmentId::from("fe".repeat(16).as_str());
    let scope = Rc::make_mut(&mut most.scope);
    for named in
        [&mut scope.company, &mut scope.product, &mut scope.other_function, &mut scope.person]
    {
        named.clone_from(&line);
    }
    let answers = most.answers.iter();
    most.answers = answers.map(|(id, found)| (id.clone(), answer(found, &line, &text))).collect();
    let at_most = count(domain::risk::AT_MOST);
    let risks: Vec<_> = (1..=at_most).map(|id| full::risk(id, words)).collect();
    most.risks = Rc::new(Register::of(&risks));
    most.answer_by_register();
    for found in &mut most.dismissals {
        found.because.clone_from(&text);
    }
    let of = most.plan.actions().iter().cycle().take(ACTIONS);
    let risks = (1..=at_most).cycle();
    let plan = (1..).zip(of).zip(risks).map(|((id, found), risk)| PlannedAction {
        id: ActionId(id),
        what: text.clone(),
        owner: text.clone(),
        first_step: text.clone(),
        needs: text.clone(),
        first_sign: text.clone(),
        risks: vec![RiskId(risk)],
        ..found.clone()
    });
    most.plan = Rc::new(plan.collect());
    let of = most.sheets.all().iter().cycle().take(SHEETS);
    let sheets = (1..).zip(of).map(|(id, found)| SheetRecord {
        id: SheetId(id),
        to: line.clone(),
        ..found.clone()
    });
    most.sheets = Rc::new(sheets.collect());
    json::write(&most).map_err(|fault| format!("most.json: {fault:?}"))
}

fn answer(found: &Answer, line: &str, text: &str) -> Answer {
    let evidence = Evidence { place: line.into(), as_of: line.into(), ..Evidence::default() };
    let mut answer = Answer {
        words: text.into(),
        could_know: line.into(),
        because: line.into(),
        note: text.into(),
        evidence: vec![evidence; EVIDENCE],
        ..found.clone()
    };
    answer.elsewhere.place = text.into();
    for (_, tactic) in &mut answer.tactics {
        let TacticAnswer { could_know, because, .. } = tactic;
        line.clone_into(could_know);
        line.clone_into(because);
    }
    answer
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use domain::bounds::file::LENGTH;

    use super::*;

    /// What could not be opened again would be lost, in any script.
    #[test]
    fn with_everything_at_its_bound_in_letters_of_three_bytes_a_save_file_is_read_again() {
        let banks = crate::build::banks().unwrap();
        let catalogue = &banks.first().unwrap().catalogue;
        let bytes = save(catalogue, &|letters| "字".repeat(letters)).unwrap();
        assert!(bytes.len() < LENGTH as usize, "{} bytes", bytes.len());
        let read = json::read(&bytes, catalogue).unwrap().into_assessment();
        assert_eq!(read.plan.actions().len(), ACTIONS);
        assert!(read.plan.is_full() && read.sheets.is_full());
        let note = |letters: &Answer| letters.note.chars().count();
        assert_eq!(read.answers.iter().map(|(_, answer)| note(answer)).min(), Some(TEXT));
    }
}

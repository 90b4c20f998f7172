//! An assessment that is as full as can be, as a save file: the whole bank answered, with a long note at
//! each question, and as many risks as can be listed, with every field at its limit.

use std::rc::Rc;

use documents::json;
use domain::answer::{Answer, Evidence, EvidenceKind, HowKnown};
use domain::catalogue::Catalogue;
use domain::id::AssessmentId;
use domain::risk::{
    After, CHOICES_AT_MOST, Delay, Dimension, EVIDENCE_AT_MOST, Fall, Heightened, Letter as _,
    Likelihood, Mark, Measure, Month, Needed, Party, People, Register, Right, Risk, RiskId,
    Severity, Since, Start, Status, Uses, When, Who, limits,
};
use domain::step::Step;

use crate::reports;

/// How many characters a note has.
const NOTE: usize = 2000;

const WORDS: &str = "Somebody asked, and it was written down what they said about it. ";

/// The save file.
pub(super) fn save(catalogue: &Catalogue) -> Result<Vec<u8>, String> {
    let note = words(NOTE);
    let mut full = reports::hostile::assessment(catalogue)?;
    full.id = AssessmentId::from("be".repeat(16).as_str());
    let answers = full.answers.iter();
    let long = |answer: &Answer| Answer { note: note.clone(), ..answer.clone() };
    full.answers = answers.map(|(id, answer)| (id.clone(), long(answer))).collect();
    let at_most = u32::try_from(domain::risk::AT_MOST).unwrap_or(u32::MAX);
    let risks: Vec<_> = (1..=at_most).map(|id| risk(id, &words)).collect();
    full.risks = Rc::new(Register::of(&risks));
    full.answer_by_register();
    // Each action is for one of them.
    let mut plan = full.plan.actions().to_vec();
    for (action, risk) in plan.iter_mut().zip((1..=at_most).cycle()) {
        action.risks = vec![RiskId(risk)];
    }
    full.plan = Rc::new(plan.into_iter().collect());
    json::write(&full).map_err(|fault| format!("full.json: {fault:?}"))
}

/// So many characters. The last one is no space, which would count for nothing.
pub(super) fn words(length: usize) -> String {
    let all = WORDS.chars().cycle().take(length.saturating_sub(1));
    all.chain(['z']).collect()
}

/// A risk of which everything is said that can be, at its whole length.
pub(super) fn risk(id: u32, words: &dyn Fn(usize) -> String) -> Risk {
    let line = words(limits::LINE);
    let evidence = Evidence {
        kind: EvidenceKind::Document,
        place: words(limits::EVIDENCE),
        as_of: String::new(),
    };
    let dimension = |step| Dimension { mark: Some(Mark::Known(step)), because: line.clone() };
    let fall =
        |to| Fall { to, by: Some(Measure::Words(line.clone())), known: Some(HowKnown::Impression) };
    let likelihood = Fall {
        to: Likelihood::Unlikely,
        by: Some(Measure::Words(line.clone())),
        known: Some(HowKnown::Internal),
    };
    // The names differ, as those of people's risks do.
    let name = format!("{id} {}", words(limits::NAME));
    Risk {
        name: Needed::filled(name.chars().take(limits::NAME).collect()),
        story: words(limits::STORY),
        rights: Right::all().take(CHOICES_AT_MOST).collect(),
        people: Needed::filled(People::ALL.to_vec()),
        heightened: Heightened::ALL.to_vec(),
        hit_harder: line.clone(),
        users: Some(Uses::Both),
        place: line.clone(),
        when: Some(When::TenseTimes),
        who: Needed::filled(Who { parties: Party::ALL.to_vec(), main: Some(Party::State) }),
        product: line.clone(),
        arises: Needed::filled(vec![Start::Design, Start::Deployment, Start::Use]),
        status: Some(Status::Elsewhere),
        since: Month::parse("2026-03").map(Since::Month),
        note: words(limits::NOTE),
        evidence: vec![evidence; EVIDENCE_AT_MOST],
        severity: Severity {
            scale: dimension(Step::Five),
            scope: dimension(Step::Three),
            irremediability: dimension(Step::Five),
            delay: Some(Delay::Yes),
            likelihood: Some(Likelihood::Expected),
            after: Some(After {
                scale: Some(fall(Step::Four)),
                scope: Some(fall(Step::Two)),
                irremediability: Some(fall(Step::Four)),
                likelihood: Some(likelihood),
            }),
        },
        ..Risk::new(RiskId(id))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "test code")]
mod tests {
    use super::*;

    #[test]
    fn the_full_assessment_is_a_save_file_with_as_many_risks_as_can_be_listed() {
        let banks = crate::build::banks().unwrap();
        let bytes = save(&banks.first().unwrap().catalogue).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches("\"story\": \"").count(), domain::risk::AT_MOST);
    }
}

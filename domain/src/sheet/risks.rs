//! What is not known of the risks of the register, as questions on a sheet: the fields that are needed,
//! how grave a risk is, how near it is, and whether it can wait.
//!
//! Of a risk that is confidential nothing is asked, nor for a field that is. Which risk is meant is told by
//! its name, or else by what happens in it, where these may be told.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::joined::joined;
use super::record::SheetId;
use crate::assessment::Assessment;
use crate::bank::Bank;
use crate::catalogue::Catalogue;
use crate::count::count;
use crate::findings::reading::{CouldKnow, who_could_know};
use crate::id::{AssessmentId, QuestionId};
use crate::questions::cell::{are_plain, number, plain_digits};
use crate::questions::room::Takes;
use crate::risk::{
    CHOICES_AT_MOST, Delay, Labelled, Letter, Likelihood, Mark, Named, Needed, Party, People, Risk,
    RiskId, RiskWords, Start, Who,
};
use crate::step::Step;
use crate::texts::{Texts, report as keys};

/// With what the id of a row begins that asks for something of a risk.
const ROW: &str = "risk";

/// What of a risk a sheet can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RiskAsk {
    /// What happens to whom.
    Name,
    /// Who is hurt.
    People,
    /// Who does it.
    Who,
    /// Where the harm gets its start.
    Arises,
    /// How grave it is for one person.
    Scale,
    /// How many it hits.
    Scope,
    /// How far people cannot be put back where they were.
    Irremediability,
    /// Whether waiting makes it impossible to put right.
    Delay,
    /// How near it is.
    Likelihood,
}

/// A question for something of a risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskQuestion {
    /// How its row is named: nothing can be read from it but what is asked for.
    pub id: String,
    /// The code of the question under which it belongs.
    pub code: Rc<str>,
    /// Which risk is meant: its name, or what happens in it.
    pub about: String,
    /// What is asked for.
    pub asks: RiskAsk,
}

/// What a row says of a risk. It is read anew when it is taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenOfRisk {
    /// Number of the risk.
    pub risk: u32,
    /// Of what it speaks.
    pub asks: RiskAsk,
    /// What was typed as the answer.
    pub typed: String,
    /// What was typed beside it. It becomes part of the note.
    pub note: String,
}

/// All that is not known of risks and may be asked, each with those who could know; and of how much more
/// nothing may be asked.
pub(super) fn unknowns(
    assessment: &Assessment,
    catalogue: &Catalogue,
) -> (Vec<(RiskQuestion, CouldKnow)>, u32) {
    let mut asked = Vec::new();
    let mut all = 0;
    for risk in assessment.risks.risks() {
        let unknown =
            |risk: &Risk| RiskAsk::ALL.into_iter().filter(|asks| asks.is_unknown(risk)).count();
        all += unknown(&risk);
        // What may not be told is blank there, and so not known to be unknown.
        let Some(told) = risk.for_sharing() else { continue };
        let name = told.name.known().unwrap_or(&told.story).trim();
        if name.is_empty() {
            continue;
        }
        for asks in RiskAsk::ALL.into_iter().filter(|asks| asks.is_unknown(&told)) {
            let id = QuestionId::from(asks.asked_by());
            let Some(question) = catalogue.question(&id) else { continue };
            let answer = assessment.answers.get(&id);
            if answer.is_some_and(|answer| answer.is_confidential()) {
                continue;
            }
            let typed = answer.map_or("", |answer| &answer.could_know);
            let row = RiskQuestion {
                id: row_id(&assessment.id, risk.id, asks),
                code: question.code.as_str().into(),
                about: name.to_owned(),
                asks,
            };
            asked.push((row, who_could_know(typed, question)));
        }
    }
    let kept_back = count(all.saturating_sub(asked.len()));
    (asked, kept_back)
}

/// The number of a risk would tell how many others there are or were.
fn row_id(assessment: &AssessmentId, risk: RiskId, asks: RiskAsk) -> String {
    format!("{ROW}/{}/{}", SheetId::new(assessment, risk.0, 0).0, asks.name())
}

/// Whether a row with this id speaks of a risk.
pub(super) fn is_row(id: &str) -> bool {
    id.strip_prefix(ROW).is_some_and(|rest| rest.starts_with('/'))
}

/// The id of the row that asks this of a risk, where the sheet says it no more. None where none does, or
/// where several ask it in the same words.
pub(super) fn id_of(bank: &Bank, assessment: &Assessment, asks: &str) -> Option<String> {
    let (asked, _) = unknowns(assessment, &bank.catalogue);
    let mut found = asked.into_iter().map(|(row, _)| row);
    let mut found =
        found.by_ref().filter(|row| row.prompt(&bank.guidance.risks, &bank.texts).trim() == asks);
    let id = found.next()?.id;
    found.next().is_none().then_some(id)
}

/// Of which risk of an assessment a row with this id speaks, and what of it. None where the risk is gone.
pub(super) fn meant(assessment: &Assessment, id: &str) -> Option<(Risk, RiskAsk)> {
    let mut kept = assessment.risks.kept().iter();
    kept.find_map(|kept| {
        let is_it = |asks: &RiskAsk| row_id(&assessment.id, kept.id, *asks) == id;
        Some((kept.open(), RiskAsk::ALL.into_iter().find(is_it)?))
    })
}

impl RiskQuestion {
    /// The question in words, with the risk it is about.
    #[must_use]
    pub fn prompt(&self, words: &RiskWords, texts: &Texts) -> String {
        self.asks.prompt(&self.about, words, texts)
    }
}

impl RiskAsk {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::People,
        Self::Who,
        Self::Arises,
        Self::Scale,
        Self::Scope,
        Self::Irremediability,
        Self::Delay,
        Self::Likelihood,
    ];

    /// Its name on sheets, the same in every language. Names are never changed.
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::People => "people",
            Self::Who => "who",
            Self::Arises => "arises",
            Self::Scale => "scale",
            Self::Scope => "scope",
            Self::Irremediability => "irremediability",
            Self::Delay => "delay",
            Self::Likelihood => "likelihood",
        }
    }

    /// The question of the bank under which it belongs, and whose functions could know.
    fn asked_by(self) -> &'static str {
        match self {
            Self::Name | Self::People | Self::Who | Self::Arises => "sense-salient-list",
            Self::Likelihood => "assess-likelihood",
            Self::Scale | Self::Scope | Self::Irremediability | Self::Delay => "assess-severity",
        }
    }

    fn dimension(self) -> Option<Named> {
        Named::ALL.into_iter().find(|named| named.name() == self.name())
    }

    /// Whether somebody said that it is not known.
    fn is_unknown(self, risk: &Risk) -> bool {
        match self {
            Self::Name => risk.name.not_known,
            Self::People => risk.people.not_known,
            Self::Who => risk.who.not_known,
            Self::Arises => risk.arises.not_known,
            Self::Delay => risk.severity.delay == Some(Delay::NotKnown),
            Self::Likelihood => {
                !risk.has_harmed() && risk.severity.likelihood == Some(Likelihood::NotKnown)
            }
            Self::Scale | Self::Scope | Self::Irremediability => self
                .dimension()
                .is_some_and(|named| risk.severity.dimension(named).mark == Some(Mark::NotKnown)),
        }
    }

    /// The question in words, with the risk it is about.
    pub(super) fn prompt(self, about: &str, words: &RiskWords, texts: &Texts) -> String {
        let group = if self.dimension().is_some() { "dimension-asks" } else { "asks" };
        let asks = words.get(group, self.name());
        texts.with(keys::WORDS_LABELLED, &[("label", about), ("value", &asks)])
    }

    /// What may be answered, line by line.
    #[must_use]
    pub fn offered(self, words: &RiskWords, texts: &Texts) -> Vec<String> {
        let several = matches!(self, Self::People | Self::Who | Self::Arises);
        let several = several.then(|| texts.get(keys::SHEET_RISK_SEVERAL).to_string());
        let numbered = (1..).zip(self.choices(words)).map(|(number, text): (u8, _)| {
            texts.with(keys::BLANK_STEP, &[("step", &number.to_string()), ("text", &text)])
        });
        several.into_iter().chain(numbered).collect()
    }

    /// What its cell for the answer takes. Where several numbers are true they are typed as words.
    pub(super) fn takes(self) -> Takes {
        match self {
            Self::Name | Self::People | Self::Who | Self::Arises => Takes::Words,
            Self::Scale | Self::Scope | Self::Irremediability => Takes::Number(5),
            Self::Delay => Takes::Number(2),
            Self::Likelihood => Takes::Number(4),
        }
    }

    fn choices(self, words: &RiskWords) -> Vec<Rc<str>> {
        fn labels<T: Labelled + Copy>(words: &RiskWords, all: &[T]) -> Vec<Rc<str>> {
            all.iter().map(|one| words.label(*one)).collect()
        }
        match self {
            Self::Name => Vec::new(),
            Self::People => labels(words, People::ALL),
            Self::Who => labels(words, Party::ALL),
            Self::Arises => labels(words, Start::ALL),
            Self::Delay => labels(words, &DELAYS),
            Self::Likelihood => labels(words, &LIKELIHOODS),
            Self::Scale | Self::Scope | Self::Irremediability => {
                let marks = (1..=5).filter_map(Step::from_number);
                let mark = |step| words.mark(self.dimension()?, step).map(|mark| mark.text.clone());
                marks.filter_map(mark).collect()
            }
        }
    }

    /// Whether what was typed can mean nothing else than it is read as.
    pub(super) fn is_plain(self, typed: &str) -> bool {
        self == Self::Name || are_plain(typed)
    }

    /// What stands there, in words; empty where nothing does.
    pub(super) fn said(self, risk: &Risk, words: &RiskWords) -> String {
        let labels = |numbers: Vec<usize>| {
            let choices = self.choices(words);
            let chosen = numbers.iter().filter_map(|at| choices.get(*at)).map(|text| &**text);
            chosen.collect::<Vec<_>>().join("; ")
        };
        let one = |at: Option<usize>| labels(at.into_iter().collect());
        match self {
            Self::Name => risk.name.known().cloned().unwrap_or_default(),
            Self::People => labels(places(People::ALL, risk.people.known())),
            Self::Arises => labels(places(Start::ALL, risk.arises.known())),
            Self::Who => {
                let parties = risk.who.known().map(|who| who.main_first().collect());
                labels(places(Party::ALL, parties.as_ref()))
            }
            Self::Delay => one(DELAYS.iter().position(|one| risk.severity.delay == Some(*one))),
            Self::Likelihood => {
                let said = risk.severity.likelihood;
                one(LIKELIHOODS.iter().position(|one| said == Some(*one)))
            }
            Self::Scale | Self::Scope | Self::Irremediability => {
                let mark = self.dimension().and_then(|named| risk.severity.dimension(named).mark);
                one(match mark {
                    Some(Mark::Known(step)) => usize::from(step.number()).checked_sub(1),
                    Some(Mark::NotKnown) | None => None,
                })
            }
        }
    }

    /// Puts in what was typed. None where it is no answer.
    fn put(self, risk: &mut Risk, typed: &str) -> Option<()> {
        let one = || usize::from(number(typed)?).checked_sub(1);
        match self {
            Self::Name => risk.name = Needed::filled(typed.trim().to_owned()),
            Self::People => {
                let people = several(People::ALL, typed)?;
                risk.people = Needed::filled(in_order(People::ALL, &people));
            }
            Self::Arises => {
                let starts = several(Start::ALL, typed)?;
                (starts.len() <= CHOICES_AT_MOST).then_some(())?;
                risk.arises = Needed::filled(in_order(Start::ALL, &starts));
            }
            Self::Who => {
                let parties = several(Party::ALL, typed)?;
                let main = parties.first().copied();
                let parties = in_order(Party::ALL, &parties);
                risk.who = Needed::filled(Who { parties, main });
            }
            Self::Delay => risk.severity.delay = Some(*DELAYS.get(one()?)?),
            Self::Likelihood => risk.severity.likelihood = Some(*LIKELIHOODS.get(one()?)?),
            Self::Scale | Self::Scope | Self::Irremediability => {
                let mark = Some(Mark::Known(Step::from_number(number(typed)?)?));
                risk.severity.dimension_mut(self.dimension()?).mark = mark;
            }
        }
        Some(())
    }

    /// Whether something that is known stands there.
    pub(super) fn is_filled(self, risk: &Risk) -> bool {
        let severity = &risk.severity;
        match self {
            Self::Name => risk.name.known().is_some(),
            Self::People => risk.people.known().is_some(),
            Self::Who => risk.who.known().is_some(),
            Self::Arises => risk.arises.known().is_some(),
            Self::Delay => severity.delay.is_some() && !self.is_unknown(risk),
            Self::Likelihood => severity.likelihood.is_some() && !self.is_unknown(risk),
            Self::Scale | Self::Scope | Self::Irremediability => {
                self.dimension().is_some_and(|named| {
                    severity.dimension(named).mark.is_some() && !self.is_unknown(risk)
                })
            }
        }
    }
}

/// What can be answered of them: what is not known is said as everywhere on a sheet.
const DELAYS: [Delay; 2] = [Delay::Yes, Delay::No];
const LIKELIHOODS: [Likelihood; 4] =
    [Likelihood::Expected, Likelihood::Possible, Likelihood::Unlikely, Likelihood::NoRoute];

fn places<T: PartialEq>(all: &[T], chosen: Option<&Vec<T>>) -> Vec<usize> {
    let place = |one: &T| all.iter().position(|other| other == one);
    chosen.into_iter().flatten().filter_map(place).collect()
}

/// Those whose numbers stand in a text, each once, in the order in which they stand there.
fn several<T: Copy + PartialEq>(all: &[T], typed: &str) -> Option<Vec<T>> {
    let mut chosen = Vec::new();
    let typed = plain_digits(typed);
    let numbers = typed.split(|letter: char| !letter.is_ascii_digit());
    for digits in numbers.filter(|digits| !digits.is_empty()) {
        let one = *all.get(digits.parse::<usize>().ok()?.checked_sub(1)?)?;
        if !chosen.contains(&one) {
            chosen.push(one);
        }
    }
    (!chosen.is_empty()).then_some(chosen)
}

/// What is chosen, in the order of all.
fn in_order<T: Copy + PartialEq>(all: &[T], chosen: &[T]) -> Vec<T> {
    all.iter().copied().filter(|one| chosen.contains(one)).collect()
}

impl GivenOfRisk {
    /// A risk with what is given of it. None where that is no answer.
    #[must_use]
    pub fn put_into(&self, mut risk: Risk) -> Option<Risk> {
        if !self.typed.is_empty() {
            self.asks.put(&mut risk, &self.typed)?;
        }
        if !risk.note.contains(&self.note) {
            risk.note = joined(&risk.note, &self.note);
        }
        Some(risk)
    }

    /// Puts it into the register of an assessment, which answers its questions anew.
    pub fn take_over(&self, assessment: &mut Assessment) {
        let kept = assessment.risks.get(RiskId(self.risk));
        if let Some(risk) = kept.and_then(|kept| self.put_into(kept.open())) {
            Rc::make_mut(&mut assessment.risks).put(&risk);
            assessment.answer_by_register();
        }
    }
}

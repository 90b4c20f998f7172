//! What a risk is with the measures in use today: what is lower, by which measure, and how that is known.

use domain::answer::{HowKnown, TacticState};
use domain::risk::{Likelihood, Measure, Named, Risk, RiskField, RiskId, limits};
use domain::step::Step;
use domain::texts::later as key;
use editor::field::Falling;
use editor::risking::Editing;
use yew::prelude::*;

use crate::view::how_known::HOW_KNOWN;
use crate::view::parts::button::{Button, button};
use crate::view::parts::field::Field;
use crate::view::parts::select::select;
use crate::view::risks::here::{Aspect, Here};
use crate::view::room;

/// What stands before the id of a tactic, so that none is taken for one's own words.
const TACTIC: &str = "tactic:";

/// The value for a measure in one's own words.
const OWN: &str = "own";

/// What is lower, or the button that begins to say it.
pub(super) fn after(here: Here<'_>, risk: &Risk) -> Html {
    let there = risk.severity.after.is_some();
    let label = if there { key::RISKS_AFTER_END } else { key::RISKS_AFTER_BEGIN };
    let label = here.words.get(label);
    let turns = if there { Button::quiet(label) } else { Button::plain(label) };
    let inside = html! {
        <>
            <div class="falls">
                if there {
                    for named in Named::ALL {
                        { dimension(here, risk, named) }
                    }
                    { likelihood(here, risk) }
                }
            </div>
            { button(turns, here.edit(risk.id, Editing::After(!there))) }
        </>
    };
    here.aspect(risk, Aspect::of(RiskField::After), inside)
}

/// Something that can be lower.
struct Lower {
    falling: Falling,
    name: &'static str,
    label: AttrValue,
    /// To what it can be lower, with what is the same first.
    options: Vec<(AttrValue, AttrValue)>,
    chosen: AttrValue,
    chooses: Callback<String>,
}

fn dimension(here: Here<'_>, risk: &Risk, named: Named) -> Html {
    let before = risk.severity.dimension(named).counts_as();
    let lower = Step::ALL.iter().rev().filter(|step| **step < before);
    let option = |step: &Step| {
        let number = step.number().to_string();
        let short = here.says.mark(named, *step).map(|words| words.short.clone());
        let words = format!("{number}, {}", short.unwrap_or_else(|| "".into()));
        (number.into(), words.into())
    };
    let fall = risk.severity.fall(named);
    let lower = Lower {
        falling: Falling::Dimension(named),
        name: named.name(),
        label: here.label(named),
        options: lower.map(option).collect(),
        chosen: fall.map(|fall| fall.to.number().to_string()).unwrap_or_default().into(),
        chooses: here.edits(risk.id, move |value: String| {
            Editing::FallTo(named, value.parse().ok().and_then(Step::from_number))
        }),
    };
    line(here, risk.id, lower, fall.map(|fall| (fall.by.as_ref(), fall.known)))
}

/// How near it is changes by nothing but what makes it rarer.
fn likelihood(here: Here<'_>, risk: &Risk) -> Html {
    let nearness = risk.nearness().rank();
    let can_be = |one: &Likelihood| one.rank() > nearness;
    let option = |one: Likelihood| (one.name().into(), here.label(one));
    let fall = risk.rarer();
    let lower = Lower {
        falling: Falling::Likelihood,
        name: "likelihood",
        label: here.words.get(key::RISKS_NEAR),
        options: Likelihood::ALL.into_iter().filter(can_be).map(option).collect(),
        chosen: fall.map_or("", |fall| fall.to.name()).into(),
        chooses: here.edits(risk.id, |value: String| {
            Editing::RarerTo(Likelihood::ALL.into_iter().find(|one| one.name() == value))
        }),
    };
    line(here, risk.id, lower, fall.map(|fall| (fall.by.as_ref(), fall.known)))
}

/// To what it is lower; by which measure and how that is known, where it is.
fn line(
    here: Here<'_>,
    id: RiskId,
    lower: Lower,
    fall: Option<(Option<&Measure>, Option<HowKnown>)>,
) -> Html {
    let words = here.words;
    let Lower { falling, name, label, mut options, chosen, chooses } = lower;
    options.insert(0, ("".into(), words.get(key::RISKS_NO_LOWER)));
    let to = Field { value: chosen, ..Field::new(format!("to-{name}").into(), label, "", chooses) };
    let field = |part: &str, label, value: &str, oninput| {
        Field::new(format!("{part}-{name}").into(), words.get(label), value, oninput)
    };
    let measure = fall.and_then(|(by, _)| by);
    let measured = |by: &Measure| match by {
        Measure::Tactic(tactic) => format!("{TACTIC}{tactic}"),
        Measure::Words(_) => OWN.to_owned(),
    };
    let by = here.edits(id, move |value: String| {
        let by = match value.strip_prefix(TACTIC) {
            Some(tactic) => Some(Measure::Tactic(tactic.into())),
            None => (value == OWN).then(|| Measure::Words(String::new())),
        };
        Editing::By(falling, by)
    });
    let by = field("by", key::RISKS_BY_MEASURE, &measure.map(measured).unwrap_or_default(), by);
    let known =
        here.edits(id, move |value: String| Editing::Known(falling, HOW_KNOWN.find(&value)));
    let is_known = fall.and_then(|(_, known)| known).map_or("", |known| HOW_KNOWN.value(known));
    let known = field("known", key::SECTION_TACTIC_KNOWN, is_known, known);
    let open = || ("".into(), words.get(key::SECTION_TACTIC_KNOWN_OPEN));
    let ways = [open()].into_iter().chain(HOW_KNOWN.list(|key| words.get(key))).collect();
    html! {
        <div key={name}>
            { select(&to, options) }
            if fall.is_some() {
                { select(&by, measures(here, measure, open())) }
                if let Some(Measure::Words(own)) = measure {
                    { room::line_of(own_words(here, id, falling, name, own), limits::LINE, here.words) }
                }
                { select(&known, ways) }
            }
        </div>
    }
}

fn own_words(here: Here<'_>, id: RiskId, falling: Falling, name: &str, own: &str) -> Field {
    let oninput = here.edits(id, move |typed| Editing::By(falling, Some(Measure::Words(typed))));
    let label = here.words.get(key::RISKS_OWN_WORDS);
    Field::new(format!("words-{name}").into(), label, own, oninput)
}

/// The tactics that are in use, one that was named and is not, and one's own words.
fn measures(
    here: Here<'_>,
    named: Option<&Measure>,
    open: (AttrValue, AttrValue),
) -> Vec<(AttrValue, AttrValue)> {
    let answers = here.state.work.as_ref().map(|work| &work.assessment.answers);
    let mut all = vec![open];
    for question in here.state.catalogue.questions() {
        let Some(matrix) = question.matrix() else { continue };
        let answer = answers.and_then(|answers| answers.get(&question.id));
        for tactic in matrix.tactics() {
            let said = answer.and_then(|answer| answer.tactic(&tactic.id));
            let in_use = said.is_some_and(|said| said.state == TacticState::Used);
            if in_use || matches!(named, Some(Measure::Tactic(named)) if *named == tactic.id) {
                let value = format!("{TACTIC}{}", tactic.id);
                all.push((value.into(), tactic.name.clone().into()));
            }
        }
    }
    all.push((OWN.into(), here.words.get(key::RISKS_OWN_WORDS)));
    all
}

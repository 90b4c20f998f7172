//! Where a risk stands on each scale, before measures and after them: drawn side by side, and as a table.

use domain::answer::HowKnown;
use domain::risk::{Fall, Measure, Named, Risk};
use domain::step::Step;
use domain::texts::later as key;
use yew::prelude::*;

use crate::view::how_known::HOW_KNOWN;
use crate::view::parts::diamond::{Diamond, diamond};
use crate::view::parts::table::{TableRow, table};
use crate::view::risks::here::Here;

/// The drawing, what its marks mean, and the table that says the same.
///
/// Accessibility: the drawing is decoration. The table stands after it for everybody, and says also by which
/// measure something is lower, and how that is known.
pub(super) fn profile(here: Here<'_>, risk: &Risk) -> Html {
    let words = here.words;
    let legend = [
        (Diamond::Full, key::RISKS_LEGEND_BEFORE),
        (Diamond::Hollow, key::RISKS_LEGEND_AFTER),
        (Diamond::Hatched, key::RISKS_LEGEND_NOT_KNOWN),
    ];
    html! {
        <>
            <div class="profile-of" aria-hidden="true">
                for named in Named::ALL {
                    <div key={named.name()}>
                        <p class="label">{ here.label(named) }</p>
                        <p class="hint">{ here.says("dimension-says", named.name()) }</p>
                        for step in Step::ALL.into_iter().rev() {
                            { level(here, risk, named, step) }
                        }
                    </div>
                }
            </div>
            <ul class="legend" aria-hidden="true">
                for (shows, says) in legend {
                    <li>{ diamond(shows) }<span>{ words.get(says) }</span></li>
                }
            </ul>
            <h2 id="profile">{ words.get(key::RISKS_PROFILE) }</h2>
            { rows(here, risk) }
        </>
    }
}

/// One row of a scale. Before measures and after them, a mark stands where something stands.
fn level(here: Here<'_>, risk: &Risk, named: Named, step: Step) -> Html {
    let words = here.words;
    let short = || {
        here.says.mark(named, step).map(|words| words.short.clone()).unwrap_or_else(|| "".into())
    };
    let before = risk.severity.dimension(named).counts_as();
    let (_, shows, _) = here.stands(risk, named);
    let fall = risk.severity.fall(named);
    let after = risk.severity.after.as_ref().map(|_| fall.map_or(before, |fall| fall.to));
    let (is_before, is_after) = (before == step, after == Some(step));
    html! {
        <div class="level" key={step.number()}>
            <b>{ step.number() }</b>
            <span>
                if is_before {
                    { diamond(shows) }
                }
                if is_after {
                    { diamond(Diamond::Hollow) }
                }
            </span>
            <span>
                if is_before {
                    if shows == Diamond::Hatched {
                        <b>{ words.get(key::RISKS_LEGEND_NOT_KNOWN) }</b>
                    } else {
                        <b>{ short() }</b>
                    }
                }
                if is_after && is_before {
                    <small>{ words.get(key::RISKS_NO_LOWER_AFTER) }</small>
                } else if is_after {
                    { words.with(key::RISKS_LOWER_AFTER, &[("what", &short())]) }
                    if fall.is_some_and(Fall::is_assumed) {
                        <small>{ words.get(key::RISKS_ASSUMED) }</small>
                    }
                }
            </span>
        </div>
    }
}

fn rows(here: Here<'_>, risk: &Risk) -> Html {
    let words = here.words;
    let heads = [
        key::RISKS_TABLE_DIMENSION,
        key::RISKS_TABLE_BEFORE,
        key::RISKS_TABLE_AFTER,
        key::RISKS_BY_MEASURE,
        key::SECTION_TACTIC_KNOWN,
    ];
    let has_after = risk.severity.after.is_some();
    let mark = |named: Named, step: Step| {
        let short = here.says.mark(named, step).map(|words| words.short.clone());
        format!("{}, {}", step.number(), short.unwrap_or_else(|| "".into()))
    };
    let row = |named: Named| {
        let (_, shows, stands) = here.stands(risk, named);
        let before = match shows {
            Diamond::Hatched => stands.to_string(),
            _ => mark(named, risk.severity.dimension(named).counts_as()),
        };
        let fall = risk.severity.fall(named);
        let after = fall.map(|fall| mark(named, fall.to));
        let fell = fall.map(|fall| (fall.by.as_ref(), fall.known));
        cells(here, named.name(), here.label(named), before, has_after, after, fell)
    };
    let mut all: Vec<TableRow> = Named::ALL.into_iter().map(row).collect();
    let near = match risk.severity.likelihood.filter(|_| !risk.has_harmed()) {
        Some(likelihood) => here.label(likelihood),
        None if risk.has_harmed() => here.says("likelihood", "harmed"),
        None => words.get(key::RISKS_NOT_SAID),
    };
    let fall = risk.rarer();
    let rarer = fall.map(|fall| here.label(fall.to).to_string());
    let fell = fall.map(|fall| (fall.by.as_ref(), fall.known));
    let label = words.get(key::RISKS_NEAR_APART);
    all.push(cells(here, "likelihood", label, near.to_string(), has_after, rarer, fell));
    table("profile".into(), heads.map(|head| words.get(head)).into(), all)
}

type Fell<'a> = (Option<&'a Measure>, Option<HowKnown>);

fn cells(
    here: Here<'_>,
    key: &'static str,
    label: AttrValue,
    before: String,
    has_after: bool,
    after: Option<String>,
    fell: Option<Fell<'_>>,
) -> TableRow {
    let words = here.words;
    let none = || AttrValue::from("–");
    let after = match after {
        Some(after) => after.into(),
        None if has_after => words.get(key::RISKS_NO_LOWER),
        None => none(),
    };
    let by = match fell.and_then(|(by, _)| by) {
        Some(Measure::Words(own)) if !own.trim().is_empty() => own.clone().into(),
        Some(Measure::Tactic(tactic)) => name(here, tactic),
        _ => none(),
    };
    let known = match fell {
        None => none().into(),
        Some((_, known)) => {
            let known = known.map(|known| words.get((HOW_KNOWN.of)(known).1));
            let assumed =
                fell.is_some_and(|(_, known)| matches!(known, None | Some(HowKnown::Impression)));
            html! {
                <>
                    { known.unwrap_or_else(none) }
                    if assumed {
                        { " " }<b>{ words.get(key::RISKS_ASSUMED) }</b>
                    }
                </>
            }
        }
    };
    TableRow {
        key: key.into(),
        cells: vec![label.into(), before.into(), after.into(), by.into(), known],
    }
}

/// The name of a tactic.
fn name(here: Here<'_>, id: &domain::id::TacticId) -> AttrValue {
    let matrices = here.state.catalogue.questions().filter_map(|question| question.matrix());
    let found = matrices.flat_map(|matrix| matrix.tactics()).find(|tactic| tactic.id == *id);
    found.map(|tactic| tactic.name.clone().into()).unwrap_or_default()
}

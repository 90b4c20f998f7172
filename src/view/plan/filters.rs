//! Which actions are shown: by owner, and by when they are due.

use domain::count::count;
use domain::plan::{ByDue, ByOwner, Filter};
use domain::texts::later::{self as key, Key};
use editor::later;
use editor::later::Looking;
use yew::prelude::*;

use crate::view::parts::button::{Button, button};
use crate::view::parts::field::Field;
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::select::select;
use crate::view::plan::Here;

/// What stands before the name of an owner, so that nobody is taken for everybody.
const NAMED: &str = "is:";

/// The filters, beside what writes a new action, over what they hide. Where the page is narrow they are
/// one line, which says what they show and opens.
///
/// Accessibility: folded by a native `details`, whose summary is seen where the page is narrow alone.
pub(super) fn filters(here: Here<'_>, write: Html) -> Html {
    let plan = &here.work.assessment.plan;
    let filter = &here.work.plan_shown.filter;
    // One action needs none.
    let has_filters = plan.actions().len() > 1 || filter.is_set();
    html! {
        <>
            <div class="above">
                <div>
                    if has_filters {
                        <details>
                            <summary>{ icon(Icon::Down) }<span>{ shows(here, filter) }</span></summary>
                        </details>
                        <div class="filters">
                            { select(&by_owner(here, filter), owners(here, filter)) }
                            { select(&by_due(here, filter), days(here)) }
                        </div>
                    }
                </div>
                { write }
            </div>
            <div class="hides" role="status">{ hidden(here, filter) }</div>
        </>
    }
}

/// What is shown, in one line.
fn shows(here: Here<'_>, filter: &Filter) -> AttrValue {
    let words = here.words;
    let owner = match &filter.owner {
        ByOwner::Everybody => words.get(key::PLAN_SHOWS_EVERYBODY),
        ByOwner::Nobody => words.get(key::PLAN_SHOWS_NOBODY),
        ByOwner::One(name) => name.clone().into(),
    };
    let due = words.get(match filter.due {
        ByDue::Any => key::PLAN_SHOWS_ANY,
        ByDue::Overdue => key::PLAN_SHOWS_OVERDUE,
        ByDue::Soon => key::PLAN_SHOWS_SOON,
        ByDue::Undated => key::PLAN_SHOWS_UNDATED,
    });
    words.with(key::PLAN_SHOWS, &[("owner", &owner), ("due", &due)])
}

fn by_owner(here: Here<'_>, filter: &Filter) -> Field {
    let due = filter.due;
    let oninput = here.dispatch.on(move |value: String| {
        let owner = match (value.strip_prefix(NAMED), value.as_str()) {
            (Some(name), _) => ByOwner::One(name.to_owned()),
            (None, "nobody") => ByOwner::Nobody,
            (None, _) => ByOwner::Everybody,
        };
        later::Command::LookAtPlan(Looking::Filter(Filter { owner, due }))
    });
    let label = here.words.get(key::PLAN_FILTER_OWNER);
    let value = match &filter.owner {
        ByOwner::Everybody => "everybody".to_owned(),
        ByOwner::Nobody => "nobody".to_owned(),
        ByOwner::One(name) => format!("{NAMED}{name}"),
    };
    Field::new("filter-owner".into(), label, &value, oninput)
}

/// Everybody who has an action. One who is chosen and has none any more stays to be seen.
fn owners(here: Here<'_>, filter: &Filter) -> Vec<(AttrValue, AttrValue)> {
    let words = here.words;
    let mut owners = here.work.assessment.plan.owners();
    if let ByOwner::One(name) = &filter.owner
        && !owners.contains(&name.as_str())
    {
        owners.push(name);
    }
    let named = owners
        .into_iter()
        .map(|name| (AttrValue::from(format!("{NAMED}{name}")), name.to_owned().into()));
    [
        ("everybody".into(), words.get(key::PLAN_FILTER_EVERYBODY)),
        ("nobody".into(), words.get(key::PLAN_FILTER_NOBODY)),
    ]
    .into_iter()
    .chain(named)
    .collect()
}

fn by_due(here: Here<'_>, filter: &Filter) -> Field {
    let owner = filter.owner.clone();
    let oninput = here.dispatch.on(move |value: String| {
        let due = ByDue::ALL.into_iter().find(|one| due(*one).0 == value).unwrap_or_default();
        later::Command::LookAtPlan(Looking::Filter(Filter { owner: owner.clone(), due }))
    });
    let label = here.words.get(key::PLAN_FILTER_DUE);
    Field::new("filter-due".into(), label, due(filter.due).0, oninput)
}

fn days(here: Here<'_>) -> Vec<(AttrValue, AttrValue)> {
    let one = |one: ByDue| {
        let (value, label) = due(one);
        (value.into(), here.words.get(label))
    };
    ByDue::ALL.into_iter().map(one).collect()
}

fn due(due: ByDue) -> (&'static str, Key) {
    match due {
        ByDue::Any => ("any", key::PLAN_FILTER_ANY),
        ByDue::Overdue => ("overdue", key::PLAN_FILTER_OVERDUE),
        ByDue::Soon => ("soon", key::PLAN_FILTER_SOON),
        ByDue::Undated => ("undated", key::PLAN_FILTER_UNDATED),
    }
}

/// How many are hidden, and the way to see them.
fn hidden(here: Here<'_>, filter: &Filter) -> Html {
    if !filter.is_set() {
        return Html::default();
    }
    let words = here.words;
    let (hidden, all) = (here.listed.hidden(), here.work.assessment.plan.actions().len());
    let says = if hidden == all && all > 0 {
        words.get(key::PLAN_HIDDEN_ALL)
    } else {
        words.count(key::PLAN_HIDDEN, count(hidden))
    };
    let all = Button::quiet(words.get(key::PLAN_SHOW_ALL));
    let looking = later::Command::LookAtPlan(Looking::Filter(Filter::default()));
    html! {
        <>
            <p>{ says }</p>
            { button(all, here.dispatch.always(looking)) }
        </>
    }
}

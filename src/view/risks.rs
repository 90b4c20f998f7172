//! The register of risks to people: up to ten, in the order of how grave they are. What has happened stands
//! apart and above. A risk opens in its place.

use std::rc::Rc;

use domain::example::Example;
use domain::risk::{AT_MOST, Band, Named, Risk, RiskId};
use domain::texts::later::{self as key, Key};
use editor::listed_risks::{Listed, ListedRisk};
use editor::on_the_way::OnTheWay;
use editor::risking::{Risking, Toward};
use editor::{Place, first, later};
use yew::prelude::*;

use crate::browser::event::Direction;
use crate::view::companies::about;
use crate::view::foot;
use crate::view::given::LaterGiven;
use crate::view::link::{address, link};
use crate::view::parts::button::{self, Button, button};
use crate::view::parts::diamond::ticks;
use crate::view::parts::field::Field;
use crate::view::parts::handle::{Handle, handle, on_drop};
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::title::title;
use crate::view::risks::here::{Here, draw};
use crate::view::room;
use crate::view::subject::kicker;
use crate::view::ways::{self, Holds};

mod after;
mod edit;
mod here;
pub(crate) mod page;
mod profile;
mod rights;
pub(crate) mod severity;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    draw(given, |here| {
        let words = here.words;
        let about = here.state.work.as_ref().map(|work| kicker(&work.assessment.scope));
        let subject = about.unwrap_or_default();
        let all = here.all();
        let add = Button::plain(words.get(key::RISKS_ADD)).before(Icon::Plus);
        let lead = if all == 0 { key::RISKS_EMPTY } else { key::RISKS_LEAD };
        let of = [("count", &*all.to_string()), ("most", &*AT_MOST.to_string())];
        html! {
            <>
                { title(subject, words.get(key::APP_TITLE_RISKS), words.get(lead)) }
                for heading in Listed::headings() {
                    { under(here, heading) }
                }
                <div class="adds">
                    if all > 0 {
                        { button(add, here.act(Risking::Add)) }
                    }
                    { examples(here) }
                    if all > 0 {
                        <p class="hint">{ words.with(key::RISKS_OF, &of) }</p>
                    }
                </div>
                { foot(given, here) }
            </>
        }
    })
}

/// The foot: the ways on and back, where the register is a place on the way through the questions.
fn foot(given: LaterGiven<'_>, here: Here<'_>) -> Html {
    let LaterGiven { state, words, dispatch } = given;
    let Some((back, on)) = state.neighbours() else {
        return html! { <div class="go">{ foot::bar(given) }</div> };
    };
    let holds = Holds {
        told: foot::told(given),
        now: here.rated().into(),
        next_open: foot::next_open(given),
    };
    html! {
        <>
            { ways::foot(holds, ways::back(&back, words, dispatch), leads_on(here, &on)) }
            <div class="history">{ foot::history(given) }</div>
        </>
    }
}

/// The way on: to how grave the first risk is of which that is not said, or past the register.
fn leads_on(here: Here<'_>, on: &OnTheWay) -> Html {
    let OnTheWay::Severity(risk) = on else { return ways::on(on, here.words, here.dispatch) };
    let name = here.listed.get(*risk).map(|one| here.name(&one.risk)).unwrap_or_default();
    let grave = Button::main(here.words.get(key::RISKS_HOW_GRAVE)).for_context(name);
    button::link(grave.after(Icon::Next), address(&on.place()))
}

/// The risks under one heading. It takes no room where there is none.
fn under(here: Here<'_>, band: Option<Band>) -> Html {
    let risks: Vec<&ListedRisk> = here.listed.under(band).collect();
    let name = band.map_or("harmed", Band::name);
    let heading = match band {
        Some(band) => here.label(band),
        None => here.words.get(key::RISKS_HARMED),
    };
    html! {
        <section key={name} class={classes!("banded", format!("band-{name}"))} aria-labelledby={name}>
            if !risks.is_empty() && here.all() > 0 {
                <div class="heading">
                    <h2 id={name}>{ heading }</h2>
                    <p class="hint">{ here.says("band-says", name) }</p>
                </div>
            }
            <ol>
                for one in risks {
                    { risk(here, one) }
                }
            </ol>
        </section>
    }
}

/// A risk. What is dropped on it comes before it.
fn risk(here: Here<'_>, one: &ListedRisk) -> Html {
    let (risk, id) = (&one.risk, one.place.id);
    // Where none is listed yet, the first one stands there to be described.
    let is_listed = here.all() > 0;
    let is_open = !is_listed || here.state.place == Place::Risks(Some(id));
    let dispatch = here.dispatch.clone();
    let (ondragover, ondrop) = on_drop(move |carried| {
        if let Some(moved) = carried.parse().ok().map(RiskId).filter(|moved| *moved != id) {
            dispatch.send(later::Command::Risk(Risking::Reorder(moved, Some(id))));
        }
    });
    let has_handle = [Toward::Earlier, Toward::Later].iter().any(|to| here.listed.can_go(id, *to));
    html! {
        <li key={id.0} class={if is_open { "risk open" } else { "risk" }} {ondragover} {ondrop}>
            { here.code(one) }
            <div class="says-of">
                if is_listed {
                    <h3>{ here.name(risk) }</h3>
                    if is_open {
                        <p class="hint">{ edit::filled(here, risk) }</p>
                    } else {
                        { told(here, one) }
                    }
                }
            </div>
            <div class="does-to">
                if has_handle {
                    { handle(grip(here, one)) }
                }
                if is_listed {
                    { opens(here, one, is_open) }
                }
            </div>
            <div class="chosen-place">
                if one.place.is_chosen {
                    { because(here, id) }
                }
            </div>
            <div>
                if is_open {
                    { edit::edit(here, risk) }
                }
            </div>
        </li>
    }
}

/// The button that opens a risk, or closes it.
///
/// Accessibility: it says whether the risk is open, and which one it means.
fn opens(here: Here<'_>, one: &ListedRisk, is_open: bool) -> Html {
    let id = one.place.id;
    let (label, to) = if is_open { (key::RISKS_CLOSE, None) } else { (key::RISKS_OPEN, Some(id)) };
    html! {
        <button
            type="button"
            class="button"
            id={format!("open-{}", id.0)}
            aria-expanded={is_open.to_string()}
            onclick={here.dispatch.always(first::Command::Go(Place::Risks(to)))}
        >
            <span>{ here.words.get(label) }<span class="unseen">{ " " }{ here.name(&one.risk) }</span></span>
        </button>
    }
}

/// What is known of a risk, in a few lines.
fn told(here: Here<'_>, one: &ListedRisk) -> Html {
    let (risk, words) = (&one.risk, here.words);
    let before = (one.place.number - 1).to_string();
    html! {
        <>
            { in_short(here, risk) }
            if risk.has_harmed() {
                { grounds(here, risk) }
            }
            if let Some(unknown) = here.find_out(risk) {
                <p>
                    { unknown }{ " " }
                    { link(&Place::Severity(risk.id), "", here.dispatch, words.get(key::RISKS_HOW_GRAVE).into()) }
                </p>
            }
            if one.place.equals_before {
                <p class="second">{ words.with(key::RISKS_EQUAL, &[("at", &before)]) }</p>
            }
            if risk.is_confidential() {
                <p>{ icon(Icon::Lock) }{ " " }{ words.get(key::RISKS_IS_CONFIDENTIAL) }</p>
            }
        </>
    }
}

/// By whom, whom it hits and where it starts; where it stands on each scale.
fn in_short(here: Here<'_>, risk: &Risk) -> Html {
    let severity = &risk.severity;
    let some_said = severity.not_known().count() < Named::ALL.len();
    let near = severity.likelihood.filter(|_| !risk.has_harmed());
    html! {
        <>
            <p class="second">{ here.in_short(risk) }</p>
            if some_said {
                <p class="marks">
                    for named in Named::ALL {
                        { mark(here, risk, named) }
                    }
                    if let Some(near) = near {
                        <span key="near">{ here.words.get(key::RISKS_NEAR) }{ " " }{ here.says("likelihood-says", near.name()) }</span>
                    }
                </p>
            }
        </>
    }
}

fn grounds(here: Here<'_>, risk: &Risk) -> Html {
    let (band, grounds) = risk.severity.band();
    html! {
        <p><b class="band-of">{ here.label(band) }</b>{ ", " }{ here.says("grounds", grounds.name()) }</p>
    }
}

/// Where a dimension stands, in a line of text.
fn mark(here: Here<'_>, risk: &Risk, named: Named) -> Html {
    let (at, shows, stands) = here.stands(risk, named);
    html! {
        <span key={named.name()} class="mark-at">{ here.label(named) }{ " " }<b>{ stands }</b>{ ticks(at, shows) }</span>
    }
}

/// A risk of each invented company, filled in.
///
/// Accessibility: a native `details`; each company leads to its whole result.
fn examples(here: Here<'_>) -> Html {
    let kept = here.state.guidance().map(|guidance| guidance.examples.as_slice());
    let one = |(example, bytes): (Example, &Rc<[u8]>)| {
        let risk = Risk::from_kept(RiskId(0), bytes)?;
        let [company, _] = about(example);
        let company =
            link(&Place::Example(example), "", here.dispatch, here.words.get(company).into());
        Some(html! {
            <li key={example.name()}>
                <div class="mark-of" />
                <div class="text says-of">
                    <p class="kicker">{ company }</p>
                    <h2>{ here.name(&risk) }</h2>
                    { in_short(here, &risk) }
                    { grounds(here, &risk) }
                    <div class="quote"><blockquote>{ risk.story.clone() }</blockquote></div>
                </div>
            </li>
        })
    };
    html! {
        <details class="examples">
            <summary>{ icon(Icon::Down) }<b>{ here.words.get(key::RISKS_EXAMPLES) }</b></summary>
            <ul class="items">{ Example::ALL.into_iter().zip(kept.unwrap_or_default()).filter_map(one).collect::<Html>() }</ul>
        </details>
    }
}

fn grip(here: Here<'_>, one: &ListedRisk) -> Handle {
    let id = one.place.id;
    let words = here.words;
    let choice = |label: Key, risking| (words.get(label), here.act(risking));
    let to = |label: Key, toward: Toward| {
        here.listed.can_go(id, toward).then(|| choice(label, Risking::Move(id, toward)))
    };
    let back = || choice(key::RISKS_BY_BAND, Risking::OrderByBand(id));
    Handle {
        id: format!("handle-{}", id.0).into(),
        label: words.with(key::PLAN_HANDLE, &[("what", &here.name(&one.risk))]),
        carries: id.0.to_string().into(),
        onstep: here.dispatch.on(move |direction| {
            later::Command::Risk(Risking::Move(
                id,
                match direction {
                    Direction::Up => Toward::Earlier,
                    Direction::Down => Toward::Later,
                },
            ))
        }),
        menu: [
            to(key::PLAN_UP, Toward::Earlier),
            to(key::PLAN_DOWN, Toward::Later),
            one.place.is_chosen.then(back),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// Why somebody put a risk elsewhere inside its band.
fn because(here: Here<'_>, id: RiskId) -> Html {
    let words = here.words;
    let work = here.state.work.as_ref();
    let choices = work.map(|work| work.assessment.risks.reordered()).unwrap_or_default();
    let because = choices.iter().find(|one| one.risk == id).map_or("", |one| &one.because);
    let oninput =
        here.dispatch.on(move |typed| later::Command::Risk(Risking::BecauseThere(id, typed)));
    let label = words.get(key::RISKS_BECAUSE_THERE);
    let field = Field::new(format!("because-{}", id.0).into(), label, because, oninput);
    room::line_of(field, domain::risk::limits::LINE, words)
}

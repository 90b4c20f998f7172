//! How grave a risk is: three scales side by side, never one number. Beneath them the band with its reason,
//! whether it can wait and how near it is, and what it is with the measures in use.

use domain::risk::{Delay, Likelihood, Mark, Named, People, Risk, RiskField};
use domain::step::Step;
use domain::texts::later as key;
use editor::Place;
use editor::field::RiskText;
use editor::listed_risks::ListedRisk;
use editor::on_the_way::OnTheWay;
use editor::risking::Editing;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::parts::button::{self, Button};
use crate::view::parts::field::Label;
use crate::view::parts::icon::Icon;
use crate::view::parts::radios::{Row, radios};
use crate::view::parts::segments::Asks;
use crate::view::parts::steps::steps;
use crate::view::risks::here::{Aspect, Here, draw};
use crate::view::risks::{after, profile};
use crate::view::ways;

/// The value of the radio for what is not known yet, beside the digits.
const NOT_KNOWN: &str = "unknown";

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    draw(given, |here| {
        let Place::Severity(id) = here.state.place else { return Html::default() };
        let Some(one) = here.listed.get(id) else { return Html::default() };
        let risk = &one.risk;
        html! {
            <>
                <div class="title">
                    <p class="kicker">{ here.code(one) }{ " " }{ here.name(risk) }</p>
                    <h1 tabindex="-1">{ here.says("asks", "severity") }</h1>
                    <p class="lead">{ here.says("hint", "severity") }</p>
                </div>
                <div class="scales">
                    for named in Named::ALL {
                        { scale(here, risk, named) }
                    }
                </div>
                { here.confidential(risk, RiskField::Reasons) }
                <div class="band" role="status">{ band(here, risk) }</div>
                { waits(here, risk) }
                { near(here, risk) }
                <div>
                    if risk.severity.is_rated() {
                        { after::after(here, risk) }
                        { profile::profile(here, risk) }
                    }
                </div>
                { leads(here, one) }
            </>
        }
    })
}

/// One scale, gravest on top, over why.
fn scale(here: Here<'_>, risk: &Risk, named: Named) -> Html {
    let id = risk.id;
    let name = named.name();
    let asks = format!("asks-{name}");
    let dimension = risk.severity.dimension(named);
    let chosen = dimension.mark.map(|mark| match mark {
        Mark::Known(step) => step.number().to_string(),
        Mark::NotKnown => NOT_KNOWN.to_owned(),
    });
    let row = |step: &Step| {
        let number = step.number().to_string();
        let words = here.says.mark(named, *step);
        Row {
            value: number.clone().into(),
            number: Some(number.into()),
            text: words.map(|words| words.text.clone().into()).unwrap_or_default(),
            hint: words.map(|words| words.example.clone().into()),
            ..Row::default()
        }
    };
    let not_known = Row {
        value: NOT_KNOWN.into(),
        text: here.words.get(key::RISKS_NOT_KNOWN),
        ..Row::default()
    };
    let frames = vec![Step::ALL.iter().rev().map(row).collect(), vec![not_known]];
    let onchoose = here.edits(id, move |value: AttrValue| {
        let step = value.parse().ok().and_then(Step::from_number);
        Editing::Mark(named, Some(step.map_or(Mark::NotKnown, Mark::Known)))
    });
    let group = format!("mark-{name}").into();
    let marks = radios(&group, asks.clone().into(), None, chosen.as_deref(), frames, &onchoose);
    let harder = named == Named::Scale && risk.people().contains(&People::Heightened);
    html! {
        <section class="scale" key={name} aria-labelledby={asks.clone()}>
            <div>
                <p class="label">{ here.label(named) }</p>
                <h2 id={asks.clone()}>{ here.says("dimension-asks", name) }</h2>
                if harder {
                    <p class="hint">{ here.says("hint", name) }</p>
                }
            </div>
            { marks }
            { here.typed(
                id,
                RiskText::Because(named),
                (name, here.says("asks", "reasons"), Label::Seen),
                &dimension.because,
            ) }
        </section>
    }
}

/// The band, what is said of it, and why.
fn band(here: Here<'_>, risk: &Risk) -> Html {
    let (band, grounds) = risk.severity.band();
    let says = |name: &str| here.says("band-says", name);
    let cannot_wait = risk.severity.delay.is_some_and(|delay| delay != Delay::No);
    html! {
        <>
            if risk.has_harmed() {
                <p>{ says("harmed") }</p>
            }
            <h2>{ here.label(band) }</h2>
            <p>
                { says(band.name()) }
                if cannot_wait {
                    { " " }{ says("delay") }
                }
            </p>
            <p class="hint">
                { here.words.with(key::RISKS_GROUNDS, &[("because", &here.says("grounds", grounds.name()))]) }
            </p>
            if let Some(unknown) = here.find_out(risk) {
                <p>{ unknown }</p>
            }
        </>
    }
}

fn waits(here: Here<'_>, risk: &Risk) -> Html {
    let choice = here.choice(
        risk.id,
        Asks::LabelledBy("asks-delay".into()),
        &Delay::ALL,
        risk.severity.delay,
        |delay| Editing::Delay(Some(delay)),
    );
    here.aspect(risk, Aspect { name: "delay", field: None, needed: None }, choice)
}

/// How near it is. What has happened could not be nearer, and is not asked.
fn near(here: Here<'_>, risk: &Risk) -> Html {
    let asked = if risk.has_harmed() {
        html! { <p>{ here.words.get(key::RISKS_NEAR_HARMED) }</p> }
    } else {
        here.choice(
            risk.id,
            Asks::LabelledBy("asks-likelihood".into()),
            &Likelihood::ALL,
            risk.severity.likelihood,
            |likelihood| Editing::Likelihood(Some(likelihood)),
        )
    };
    here.aspect(risk, Aspect { name: "likelihood", field: None, needed: None }, asked)
}

/// Back to the risk, and on to the next one that is not rated.
fn leads(here: Here<'_>, one: &ListedRisk) -> Html {
    let words = here.words;
    let back = Button::plain(words.get(key::RISKS_THE_RISK)).before(Icon::Back);
    let back = html! {
        <>
            { button::link(back, address(&Place::Risks(Some(one.place.id)))) }
            <p class="hint">{ here.rated() }</p>
        </>
    };
    let on = match here.state.neighbours() {
        Some((_, OnTheWay::Severity(next))) => rate_next(here, here.listed.get(next)),
        Some((_, on)) => button::link(ways::next(&on, words), address(&on.place())),
        None => rate_next(here, here.listed.next_to_rate(one.place.id)),
    };
    steps(back, on)
}

/// The way to the risk that is rated next, or to all of them.
fn rate_next(here: Here<'_>, next: Option<&ListedRisk>) -> Html {
    let words = here.words;
    let (on, to) = match next {
        Some(next) => (
            words.with(key::RISKS_NEXT, &[("at", &next.place.number.to_string())]),
            Place::Severity(next.place.id),
        ),
        None => (words.get(key::APP_TITLE_RISKS), Place::Risks(None)),
    };
    button::link(Button::main(on).after(Icon::Next), address(&to))
}

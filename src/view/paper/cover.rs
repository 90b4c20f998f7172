//! The first page: what kind of copy it is, of what, by whom, when, and how to read it.

use domain::report::{Copy, PartKind};
use yew::prelude::*;

use super::items::pairs;
use super::{Pen, Stands};
use crate::view::parts::facts;

pub(super) fn cover(pen: Pen<'_>, stands: Stands) -> Html {
    let report = pen.report;
    let title = match stands {
        Stands::Alone => html! { <h1 dir="auto">{ &report.title }</h1> },
        Stands::Below => html! { <h2 dir="auto">{ &report.title }</h2> },
    };
    html! {
        <header class="cover">
            <p class="copy">{ &report.copy_notice }</p>
            <p class="kicker">{ &report.kicker }</p>
            { title }
            <p class="lead">{ &report.lead }</p>
            { facts::facts(pairs(&report.facts)) }
            <div class="columns">
                <div class="reading">{ pen.parts(|kind| kind == PartKind::HowToRead) }</div>
                <div class="contents">{ contents(pen) }</div>
            </div>
            <p class="colophon">{ &report.colophon }</p>
        </header>
    }
}

/// What follows. Not as links: in this page an address names a screen.
fn contents(pen: Pen<'_>) -> Html {
    if pen.report.copy == Copy::Blank {
        return Html::default();
    }
    let parts = pen.report.parts.iter().enumerate();
    let parts = parts.filter(|(_, part)| part.kind != PartKind::HowToRead);
    html! {
        <>
            <h2>{ &pen.report.labels.contents }</h2>
            <ul>
                for (at, part) in parts {
                    <li key={at}>{ &part.heading }</li>
                }
            </ul>
        </>
    }
}

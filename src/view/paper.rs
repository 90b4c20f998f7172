//! Draws any report in the page: what the answers say, all questions, what goes out, what is
//! printed. It draws what the report holds and nothing else, as the writers of files do.
//!
//! A report names nothing in it but questions and tensions, and is drawn anew as a whole; so its
//! pieces are keyed by their place in it.

use std::rc::Rc;

use domain::asked::Asked;
use domain::report::{Block, HeadingLevel, Mark, Part, PartKind, Report, Shade};
use domain::texts::interface as key;
use editor::Place;
use editor::state::{Stop, stops_of};
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::parts::square::{self, Size, Square};
use super::parts::{facts, title};
use super::{Words, use_words};
use crate::browser::page;

mod cover;
mod items;
mod profile;
mod tactics;
mod tensions;

pub(crate) use tensions::Dismissals;

/// What a report is drawn from.
#[derive(Properties)]
pub(crate) struct PaperProps {
    pub(crate) report: Rc<Report>,
    /// The questions asked, to lead from a square to the very phase it stands for.
    #[prop_or_default]
    pub(crate) asked: Option<Rc<Asked>>,
    /// Where it stands.
    #[prop_or_default]
    pub(crate) stands: Stands,
}

/// Where a whole report stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Stands {
    /// On paper: its title is the first heading.
    #[default]
    Alone,
    /// Below the heading of a screen.
    Below,
}

impl PartialEq for PaperProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && same(self.asked.as_ref(), other.asked.as_ref())
            && self.stands == other.stands
    }
}

/// A whole report, with its first page.
#[component]
pub(crate) fn Paper(props: &PaperProps) -> Html {
    let words = use_words();
    use_running(&props.report);
    let report = &*props.report;
    let pen = Pen { report, words: &words, asked: props.asked.as_deref(), answering: None };
    html! {
        <article class="paper" lang={report.language.clone()} dir={report.direction.attribute()}>
            { cover::cover(pen, props.stands) }
            <div class="parts">{ pen.parts(|kind| kind != PartKind::HowToRead) }</div>
        </article>
    }
}

/// What the parts of a result are drawn from.
#[derive(Properties)]
pub(crate) struct FindingsProps {
    pub(crate) report: Rc<Report>,
    pub(crate) asked: Rc<Asked>,
    /// The reasons for which tensions are set aside, as they are typed.
    pub(crate) dismissals: Dismissals,
}

impl PartialEq for FindingsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && Rc::ptr_eq(&self.asked, &other.asked)
            && self.dismissals == other.dismissals
    }
}

/// The findings of a report, to work with: long lists are folded, tensions can be set aside. How to
/// read it, the answers one by one and the sources are left to the report as a file: here each
/// square leads to its answer.
#[component]
pub(crate) fn Findings(props: &FindingsProps) -> Html {
    let words = use_words();
    use_running(&props.report);
    let pen = Pen {
        report: &props.report,
        words: &words,
        asked: Some(&props.asked),
        answering: Some(&props.dismissals),
    };
    let left_out = [PartKind::HowToRead, PartKind::Answers, PartKind::Sources];
    html! { <div class="parts">{ pen.parts(|kind| !left_out.contains(&kind)) }</div> }
}

/// Has each printed page say what it belongs to, as long as the report is drawn.
#[hook]
fn use_running(report: &Report) {
    use_effect_with(report.running.clone(), |running| {
        page::set_running(running);
        || page::set_running("")
    });
}

/// What every piece of a report is drawn with.
#[derive(Clone, Copy)]
struct Pen<'a> {
    report: &'a Report,
    words: &'a Words,
    asked: Option<&'a Asked>,
    /// Present where the report can be worked with.
    answering: Option<&'a Dismissals>,
}

impl Pen<'_> {
    /// The parts that are wanted. What is not known stands beside what holds, as wide as that.
    fn parts(self, wanted: impl Fn(PartKind) -> bool) -> Html {
        let mut groups: Vec<(bool, Vec<(usize, &Part)>)> = Vec::new();
        for (at, part) in self.report.parts.iter().enumerate() {
            if !wanted(part.kind) {
                continue;
            }
            let beside = is_beside(part.kind);
            match groups.last_mut() {
                Some((true, group)) if beside => group.push((at, part)),
                _ => groups.push((beside, vec![(at, part)])),
            }
        }
        html! {
            for (beside, group) in groups {
                <div
                    key={group.first().map_or(0, |(at, _)| *at)}
                    class={if beside { "pair" } else { "alone" }}
                >
                    for (at, part) in group {
                        <div key={at} class={class(part.kind)}>{ self.part(at, part) }</div>
                    }
                </div>
            }
        }
    }

    fn part(self, at: usize, part: &Part) -> Html {
        let id = AttrValue::from(format!("part-{at}"));
        let inside = html! {
            for (at, block) in part.blocks.iter().enumerate() {
                <div key={at} class="block">{ self.block(&id, part.kind, block) }</div>
            }
        };
        title::part(
            id.clone(),
            part.heading.clone().into(),
            part.count.map(|count| count.to_string().into()),
            part.intro.clone().map(Into::into),
            inside,
        )
    }

    fn block(self, id: &AttrValue, kind: PartKind, block: &Block) -> Html {
        match block {
            Block::Heading(HeadingLevel::Three, heading) => html! { <h3>{ heading }</h3> },
            Block::Heading(HeadingLevel::Four, heading) => html! { <h4>{ heading }</h4> },
            Block::Paragraph(paragraph) => html! { <p>{ paragraph }</p> },
            Block::List(list) => html! {
                <ul>
                    for (at, entry) in list.iter().enumerate() {
                        <li key={at}>{ entry }</li>
                    }
                </ul>
            },
            Block::Facts(list) => facts::facts(items::pairs(list)),
            Block::Quote(quote) => facts::quote(
                self.tag(quote.mark.as_ref()),
                quote.label.clone().into(),
                quote.words.clone().into(),
            ),
            Block::Items(items) => self.items(kind, items),
            Block::Profile(profile) => self.profile(id, profile),
            Block::Tactics(columns) => tactics::tactics(columns),
            Block::Tensions(found) => self.tensions(found),
        }
    }

    /// A square as wide as its code, where there is one.
    fn tag(self, mark: Option<&Mark>) -> Html {
        let Some(mark) = mark else { return Html::default() };
        square::square(&self.square(0, mark, Shown::Code), Size::Tag)
    }

    /// A square. Where it stands for a question it leads to its answer; in a copy for sharing it
    /// stands for none.
    fn square(self, at: usize, mark: &Mark, shown: Shown) -> Square {
        let label = mark.question.as_ref().map(|question| match shown {
            Shown::Code => question.code.clone(),
            Shown::Number => question.number.clone(),
        });
        Square {
            key: Key::from(at),
            shade: shade(mark.shade),
            cut: mark.confidential,
            label: label.map(Into::into),
            words: Some(mark.words.clone().into()),
            href: self.place(mark).map(|place| format!("#{}", place.hash()).into()),
        }
    }

    /// Where the answer behind a square is given: for a matrix, the phase with this code.
    fn place(self, mark: &Mark) -> Option<Place> {
        let marked = mark.question.as_ref()?;
        let asked = self.asked.and_then(|asked| asked.question(&marked.id));
        let stop =
            asked.into_iter().flat_map(stops_of).find(|stop| stop.code.as_str() == marked.code);
        Some(match stop.as_ref().map(Stop::place) {
            Some(place) => place,
            None => Place::Question(marked.id.clone(), None),
        })
    }
}

/// What a square shows in it.
#[derive(Clone, Copy)]
enum Shown {
    /// The whole code.
    Code,
    /// The number, in the row of its section.
    Number,
}

fn shade(shade: Shade) -> square::Shade {
    match shade {
        Shade::Step(step) => square::Shade::Step(step.number()),
        Shade::Answered => square::Shade::Full,
        Shade::NotKnown => square::Shade::Hatched,
        Shade::DoesNotApply => square::Shade::Dashed,
        Shade::Open => square::Shade::Empty,
    }
}

fn is_beside(kind: PartKind) -> bool {
    matches!(kind, PartKind::NotKnown | PartKind::Strengths | PartKind::ToBeShown)
}

fn class(kind: PartKind) -> &'static str {
    match kind {
        PartKind::HowToRead => "how-to-read",
        PartKind::Profile => "of-profile",
        PartKind::Gaps => "of-gaps",
        PartKind::Improvements => "of-improvements",
        PartKind::Strengths => "of-strengths",
        PartKind::ToBeShown => "of-to-be-shown",
        PartKind::NotKnown => "of-not-known",
        PartKind::DoesNotApply => "of-does-not-apply",
        PartKind::Tensions => "of-tensions",
        PartKind::Tactics => "of-tactics",
        PartKind::Reflections => "of-reflections",
        PartKind::Actions => "of-actions",
        PartKind::Open => "of-open",
        PartKind::NotAsked => "of-not-asked",
        PartKind::Answers => "of-answers",
        PartKind::Questions => "of-questions",
        PartKind::Sources => "of-sources",
    }
}

fn same<T>(one: Option<&Rc<T>>, other: Option<&Rc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

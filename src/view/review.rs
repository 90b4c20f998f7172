//! What is open: no answer, not known yet, nothing to show for it, confidential. Nothing here bars
//! the way to the result.

use domain::catalogue::Fact;
use domain::count::count;
use domain::texts::later::{self as key, Key};
use editor::keeping::Deletion;
use editor::work::Work;
use editor::{Place, State, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::earlier;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::parts::button::{Button, button, link};
use crate::view::parts::icon::Icon;
use crate::view::parts::list::{Entry, list, tags};
use crate::view::parts::steps::steps;
use crate::view::parts::title::{part, title};
use crate::view::section_name::section_name;
use crate::view::subject::kicker;
use crate::view::unnamed;
use crate::view::words::LaterWords;

mod found;

use found::{Found, Open};

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let content = state.work.as_ref().map(|work| {
        let here = Here { state, work, words, dispatch };
        here.screen(&Found::of(work, words))
    });
    content.unwrap_or_default()
}

/// So many rows of a part are shown at once.
const SHOWN: usize = 6;

#[derive(Clone, Copy)]
struct Here<'a> {
    state: &'a State,
    work: &'a Work,
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    fn screen(self, found: &Found) -> Html {
        let words = self.words;
        let subject = kicker(&self.work.assessment.scope);
        html! {
            <>
                { title(subject.into(), words.get(key::APP_TITLE_OPEN), self.lead(found)) }
                <div class="unnamed">{ unnamed::line(self.work, words) }</div>
                { self.facts() }
                { self.part(
                    "unanswered",
                    (key::REVIEW_UNANSWERED, None, key::REVIEW_UNANSWERED_NONE),
                    found.unanswered.len(),
                    self.rows(&found.unanswered),
                ) }
                { self.part(
                    "partly",
                    (key::REVIEW_PARTLY, Some(key::REVIEW_PARTLY_ABOUT), key::REVIEW_PARTLY_NONE),
                    found.partly.len(),
                    self.rows(&found.partly),
                ) }
                { self.part(
                    "not-known",
                    (key::REVIEW_NOT_KNOWN, Some(key::REVIEW_NOT_KNOWN_ABOUT), key::REVIEW_NOT_KNOWN_NONE),
                    found.not_known.len(),
                    html! {
                        <>
                            { self.rows(&found.not_known) }
                            { link(self.quiet(key::REVIEW_SHEETS), address(&Place::Sheets)) }
                        </>
                    },
                ) }
                { self.part(
                    "unshown",
                    (key::REVIEW_UNSHOWN, Some(key::REVIEW_UNSHOWN_ABOUT), key::REVIEW_UNSHOWN_NONE),
                    found.unshown.len(),
                    tags(found.unshown.clone()),
                ) }
                { self.part(
                    "confidential",
                    (key::REVIEW_CONFIDENTIAL, Some(key::REVIEW_CONFIDENTIAL_ABOUT), key::REVIEW_CONFIDENTIAL_NONE),
                    found.confidential.len(),
                    tags(found.confidential.clone()),
                ) }
                <div>{ earlier::part(self.state, words, self.dispatch) }</div>
                { self.steps() }
                { self.changes() }
            </>
        }
    }

    fn lead(self, found: &Found) -> AttrValue {
        let counts = [
            (key::REVIEW_LEAD_FACTS, self.state.open_facts().count()),
            (key::REVIEW_LEAD_UNANSWERED, found.unanswered.len()),
            (key::REVIEW_LEAD_PARTLY, found.partly.len()),
            (key::REVIEW_LEAD_NOT_KNOWN, found.not_known.len()),
            (key::REVIEW_LEAD_UNSHOWN, found.unshown.len()),
        ];
        let counts = counts.into_iter().filter(|(_, open)| *open > 0);
        let mut sentences: Vec<_> =
            counts.map(|(key, open)| self.words.count(key, count(open))).collect();
        if sentences.is_empty() {
            sentences.push(self.words.get(key::REVIEW_LEAD_NOTHING));
        } else {
            sentences.push(self.words.get(key::REVIEW_LEAD_RESULT));
        }
        sentences.join(" ").into()
    }

    /// A part with its count; where it is empty, one sentence says so.
    fn part(
        self,
        id: &'static str,
        (name, about, none): (Key, Option<Key>, Key),
        count: usize,
        inside: Html,
    ) -> Html {
        let get = |key| self.words.get(key);
        let (about, inside) = match count {
            0 => (None, html! { <p class="none">{ get(none) }</p> }),
            _ => (about.map(get), inside),
        };
        part(id.into(), get(name), Some(count.to_string().into()), about, inside)
    }

    /// The facts that nothing was said about. They are no questions, and stand beside them because gaps
    /// stand higher while they are open.
    fn facts(self) -> Html {
        let rows: Vec<_> = self.state.open_facts().map(|fact| self.fact(fact)).collect();
        self.part(
            "facts",
            (key::REVIEW_FACTS, Some(key::REVIEW_FACTS_ABOUT), key::REVIEW_FACTS_NONE),
            rows.len(),
            folding(rows, self.words),
        )
    }

    fn fact(self, fact: &Fact) -> Entry {
        let answer = Button::quiet(self.words.get(key::REVIEW_ANSWER))
            .for_context(fact.prompt.clone().into());
        Entry {
            key: fact.id.as_str().into(),
            mark: Html::default(),
            text: html! { fact.prompt.clone() },
            note: Html::default(),
            end: link(answer, address(&Place::Reach(Some(fact.id.clone())))),
        }
    }

    /// Rows; the later ones of many are folded.
    fn rows(self, open: &[Open]) -> Html {
        folding(open.iter().map(|open| self.row(open)).collect(), self.words)
    }

    fn row(self, open: &Open) -> Entry {
        let answer =
            Button::quiet(self.words.get(key::REVIEW_ANSWER)).for_context(open.code.clone());
        Entry {
            key: open.code.as_str().into(),
            mark: open.square.clone(),
            text: html! { open.prompt.clone() },
            note: html! { open.note.clone() },
            end: link(answer, address(&open.place)),
        }
    }

    fn quiet(self, label: Key) -> Button {
        Button::quiet(self.words.get(label))
    }

    fn steps(self) -> Html {
        let last = self.work.asked.sections.last();
        let back = last.and_then(|last| {
            let (_, name) = section_name(&last.of, self.words);
            let back = Button::plain(name).before(Icon::Back);
            Some(link(back, address(&self.state.entry(last)?)))
        });
        let next = Button::main(self.words.get(key::REVIEW_RESULT)).after(Icon::Next);
        steps(back.unwrap_or_default(), link(next, address(&Place::Result)))
    }

    /// What is changed seldom: what is looked at, and a new beginning.
    fn changes(self) -> Html {
        let can_clear = !self.work.assessment.answers.is_empty();
        html! {
            <div class="buttons changes">
                { link(self.quiet(key::REVIEW_CHOOSE), address(&Place::Choose)) }
                if can_clear {
                    { button(
                        self.quiet(key::REVIEW_AGAIN),
                        self.dispatch.always(later::Command::AskToDelete(Deletion::Answers)),
                    ) }
                }
            </div>
        }
    }
}

fn folding(mut shown: Vec<Entry>, words: &LaterWords) -> Html {
    let others = shown.split_off(SHOWN.min(shown.len()));
    html! {
        <>
            { list(shown) }
            if !others.is_empty() {
                <details class="others">
                    <summary>{ words.count(key::REVIEW_OTHERS, count(others.len())) }</summary>
                    { list(others) }
                </details>
            }
        </>
    }
}

//! Help beside the question.

use std::rc::Rc;

use domain::guidance::Source;
use domain::questions::Question;
use domain::texts::Key;
use domain::texts::interface as key;
use editor::{Command, Place};
use yew::prelude::*;

use super::super::frame::link;
use super::super::parts::help::{self as part, HelpPart};
use super::super::parts::terms::folded;
use super::super::reading::meaning;
use super::super::{Dispatch, SharedGuidance, Words};

/// What the help is drawn from.
#[derive(PartialEq)]
pub(super) struct Help {
    pub(super) question: Rc<Question>,
    pub(super) guidance: SharedGuidance,
    /// The phase, for a matrix with one square per phase.
    pub(super) phase: Option<Rc<str>>,
    pub(super) open: bool,
}

/// The help. Typing does not reach it.
pub(super) fn draw(help: &Help, words: &Words, dispatch: &Dispatch) -> Html {
    part::help(
        words.get(key::SECTION_HELP_SUMMARY),
        help.open,
        dispatch.on(Command::ShowHelp),
        parts(help, words),
        terms(help, words, dispatch),
    )
}

/// The words that stand in the question and mean something exact, and the way to all of them.
fn terms(from: &Help, words: &Words, dispatch: &Dispatch) -> Html {
    let found = from.guidance.terms_of(&from.question, from.phase.as_deref());
    let meanings: Vec<_> = found.into_iter().map(|term| meaning(term, words)).collect();
    let none = meanings.is_empty();
    let heading = if none { key::APP_TITLE_WORDS } else { key::SECTION_HELP_WORDS };
    let all = html! { words.get(key::SECTION_HELP_ALL_WORDS) };
    let all = link(&Place::Words, "", dispatch, all);
    folded(words.get(heading), meanings, all)
}

fn parts(from: &Help, words: &Words) -> Vec<HelpPart> {
    let part =
        |name: &'static str, heading: Key, paragraphs: Vec<AttrValue>, list: &[Rc<str>]| HelpPart {
            key: name.into(),
            heading: words.get(heading),
            paragraphs,
            list: list.iter().map(|text| text.clone().into()).collect(),
        };
    let who =
        part("who", key::SECTION_HELP_WHO, vec![super::who_knows(&from.question, words)], &[]);
    let Some(help) = from.guidance.question(&from.question.id) else { return vec![who] };
    let source = |source: &Source| {
        words
            .0
            .with(key::SECTION_HELP_SOURCE, &[("name", &source.name), ("says", &source.says)])
            .into()
    };
    let sources: Vec<Rc<str>> = help.sources.iter().map(source).collect();
    let mut parts = vec![
        part("why", key::SECTION_HELP_WHY, vec![help.why.clone().into()], &[]),
        part("stuck", key::SECTION_HELP_STUCK, Vec::new(), &help.stuck),
        part("evidence", key::SECTION_HELP_EVIDENCE, Vec::new(), &help.evidence),
        who,
        part("sources", key::SECTION_HELP_SOURCES, Vec::new(), &sources),
    ];
    parts.retain(|part| !part.paragraphs.is_empty() || !part.list.is_empty());
    parts
}

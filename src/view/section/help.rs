//! Help beside the question.

use std::rc::Rc;

use domain::guidance::{Guidance, Source};
use domain::questions::Question;
use domain::texts::Key;
use domain::texts::interface as key;
use editor::Command;
use yew::prelude::*;

use super::super::parts::help::{self as part, HelpPart};
use super::super::{Dispatch, Words};

/// How it stands with the help, which is loaded after the first screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// It is there.
    Here,
    /// It is being loaded.
    OnItsWay,
    /// It did not come.
    Missing,
}

/// What the help is drawn from.
#[derive(PartialEq)]
pub(super) struct Help {
    pub(super) question: Rc<Question>,
    pub(super) guidance: Option<Rc<Guidance>>,
    pub(super) arrival: Arrival,
    pub(super) open: bool,
}

/// The help. Typing does not reach it.
pub(super) fn draw(help: &Help, words: &Words, dispatch: &Dispatch) -> Html {
    part::help(
        words.get(key::SECTION_HELP_SUMMARY),
        help.open,
        dispatch.on(Command::ShowHelp),
        parts(help, words),
    )
}

fn parts(from: &Help, words: &Words) -> Vec<HelpPart> {
    let part =
        |name: &'static str, heading: Key, paragraphs: Vec<AttrValue>, list: &[Rc<str>]| HelpPart {
            key: name.into(),
            heading: words.get(heading),
            paragraphs,
            list: list.iter().map(|text| text.clone().into()).collect(),
        };
    let instead = match from.arrival {
        Arrival::OnItsWay => Some(key::SECTION_HELP_LOADING),
        Arrival::Missing => Some(key::SECTION_HELP_MISSING),
        Arrival::Here => None,
    };
    let who =
        part("who", key::SECTION_HELP_WHO, vec![super::who_knows(&from.question, words)], &[]);
    let help = from.guidance.as_ref().and_then(|guidance| guidance.question(&from.question.id));
    let Some(help) = help else {
        let why =
            instead.map(|says| part("why", key::SECTION_HELP_WHY, vec![words.get(says)], &[]));
        return why.into_iter().chain([who]).collect();
    };
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

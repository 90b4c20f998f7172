//! Help beside the question.

use std::rc::Rc;

use domain::guidance::Source;
use domain::texts::later::{self as key, Key};
use editor::{Place, first};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::link::link;
use crate::view::meaning::meaning;
use crate::view::parts::help::{self as part, HelpPart};
use crate::view::parts::terms::folded;
use crate::view::pieces::Help;
use crate::view::section::here::who_knows;
use crate::view::words::LaterWords;

/// The help. Typing does not reach it.
pub(crate) fn draw(help: &Help, words: &LaterWords, dispatch: &Dispatch) -> Html {
    part::help(
        words.get(key::SECTION_HELP_SUMMARY),
        help.open,
        dispatch.on(first::Command::ShowHelp),
        parts(help, words),
        terms(help, words, dispatch),
    )
}

/// The words that stand in the question and mean something exact, and the way to all of them.
fn terms(from: &Help, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let found = from.guidance.terms_of(&from.question, from.phase.as_deref());
    let meanings: Vec<_> = found.into_iter().map(|term| meaning(term, words)).collect();
    let none = meanings.is_empty();
    let heading = if none { key::APP_TITLE_WORDS } else { key::SECTION_HELP_WORDS };
    let all = html! { words.get(key::SECTION_HELP_ALL_WORDS) };
    let all = link(&Place::Words, "", dispatch, all);
    folded(words.get(heading), meanings, all)
}

fn parts(from: &Help, words: &LaterWords) -> Vec<HelpPart> {
    let part =
        |name: &'static str, heading: Key, paragraphs: Vec<AttrValue>, list: Vec<AttrValue>| {
            HelpPart { key: name.into(), heading: words.get(heading), paragraphs, list }
        };
    let who =
        part("who", key::SECTION_HELP_WHO, vec![who_knows(&from.question, words)], Vec::new());
    let Some(help) = from.guidance.question(&from.question.id) else { return vec![who] };
    let source = |source: &Source| {
        words.with(key::SECTION_HELP_SOURCE, &[("name", &source.name), ("says", &source.says)])
    };
    let texts = |all: &[Rc<str>]| all.iter().map(|text| text.clone().into()).collect();
    let sources: Vec<AttrValue> = help.sources.iter().map(source).collect();
    let mut parts = vec![
        part("why", key::SECTION_HELP_WHY, vec![help.why.clone().into()], Vec::new()),
        part("stuck", key::SECTION_HELP_STUCK, Vec::new(), texts(&help.stuck)),
        part("example", key::SECTION_HELP_EXAMPLE, texts(help.example.as_slice()), Vec::new()),
        part("evidence", key::SECTION_HELP_EVIDENCE, Vec::new(), texts(&help.evidence)),
        who,
        part("sources", key::SECTION_HELP_SOURCES, Vec::new(), sources),
    ];
    parts.retain(|part| !part.paragraphs.is_empty() || !part.list.is_empty());
    parts
}

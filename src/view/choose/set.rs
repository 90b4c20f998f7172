//! What is set already before the questions, in one line each, which opens.

use domain::asked::Folded;
use domain::count::count;
use domain::scope::Form;
use domain::texts::later::{self as key, Key};
use editor::work::Work;
use editor::{Place, left};
use yew::prelude::*;

use crate::view::choose::{begins, parts, who};
use crate::view::facts;
use crate::view::given::LaterGiven;
use crate::view::link::address;
use crate::view::parts::icon::{Icon, icon};
use crate::view::words::LaterWords;

/// The lines: who answers, which parts at which length, whom it reaches.
pub(crate) fn lines(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, .. } = given;
    let Some(work) = &state.work else { return Html::default() };
    let opens = |id: &'static str, name: Key, is: AttrValue, inside: Html| {
        html! {
            <details>
                <summary {id} class="line-of">{ line(words, name, is, Icon::Down) }</summary>
                <div class="inside">{ inside }</div>
            </details>
        }
    };
    html! {
        <>
            <p class="hint">{ words.get(key::CHOOSE_SET) }</p>
            { opens(who::ID, key::CHOOSE_WHO, answers(given, work), who::inside(given)) }
            { opens(parts::ID, key::CHOOSE_PARTS, asked(given, work), parts::inside(given)) }
            { opens(begins::ID, key::CHOOSE_BEGINS, begins::said(work, words), begins::inside(given)) }
            <a class="line-of" href={address(&Place::Reach(None))}>
                { line(words, key::CHOOSE_REACH, reach(given), Icon::Next) }
            </a>
        </>
    }
}

/// Who answers.
fn answers(given: LaterGiven<'_>, work: &Work) -> AttrValue {
    let scope = &work.assessment.scope;
    let functions = given.state.catalogue.functions.iter();
    let functions = functions.filter(|function| scope.functions.contains(&function.id));
    let typed = [scope.other_function.trim(), scope.person.trim()];
    let typed = typed.into_iter().filter(|typed| !typed.is_empty());
    let all = functions.map(|function| &*function.name).chain(typed);
    joined(given.words, all).unwrap_or_else(|| given.words.get(key::CHOOSE_WHO_OPEN))
}

/// Which parts, in which form, how many questions that are and how long they take, and how many more are
/// not asked because of other answers, or of facts.
fn asked(given: LaterGiven<'_>, work: &Work) -> AttrValue {
    let scope = &work.assessment.scope;
    let modules = || {
        let all = given.state.catalogue.modules.iter();
        all.filter(|module| scope.modules.contains(&module.id))
    };
    let Some(parts) = joined(given.words, modules().map(|module| &*module.name)) else {
        return given.words.get(key::CHOOSE_MISSING_MODULES);
    };
    let says = match scope.form {
        Form::Short => key::CHOOSE_PARTS_SHORT,
        Form::Complete => key::CHOOSE_PARTS_COMPLETE,
    };
    let minutes = left::minutes(work.squares()).unwrap_or_default().to_string();
    let values = [("parts", parts.as_str()), ("minutes", minutes.as_str())];
    let asked = given.words.count_with(says, work.progress().all(), &values);
    let Folded { by_answers, by_facts } = work.asked.folded();
    let folded = [(key::CHOOSE_FOLDED, by_answers), (key::CHOOSE_FOLDED_FACTS, by_facts)];
    folded.into_iter().filter(|(_, folded)| *folded > 0).fold(asked, |before, (says, folded)| {
        let more = given.words.count(says, folded);
        given.words.with(key::SECTION_COMMA, &[("before", &before), ("next", &more)])
    })
}

/// How much was said about whom it reaches, or how long that takes.
fn reach(given: LaterGiven<'_>) -> AttrValue {
    let all = given.state.catalogue.facts.len();
    if given.state.open_facts().count() < all {
        return facts::said(given);
    }
    given.words.count(key::CHOOSE_REACH_NEXT, count(all))
}

/// A line: what it is about, how that is set, and that it can be changed.
fn line(words: &LaterWords, name: Key, is: AttrValue, opens: Icon) -> Html {
    html! {
        <>
            { icon(opens) }
            <b>{ words.get(name) }</b>
            { " " }<span class="is">{ is }</span>
            { " " }<span class="quiet">{ words.get(key::CHOOSE_CHANGE) }</span>
        </>
    }
}

/// Names in one line; none where there are none.
fn joined<'a>(words: &LaterWords, names: impl Iterator<Item = &'a str>) -> Option<AttrValue> {
    names.map(|name| AttrValue::from(name.to_owned())).reduce(|before, next| {
        words.with(key::SECTION_COMMA, &[("before", &before), ("next", &next)])
    })
}

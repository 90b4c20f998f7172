//! Which parts of the bank are asked, and how much of them.

use domain::asked::Asked;
use domain::count::count;
use domain::scope::{Form, Scope};
use domain::texts::later::{self as key, Key};
use editor::first;
use editor::first::Choosing;
use editor::left;
use editor::stops::stops;
use editor::work::Work;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::checkbox::{Checkbox, framed};
use crate::view::parts::radios::{Row, radios};

pub(super) const ID: &str = "modules";

const PARTS: &str = "parts";
const FORM: &str = "form";
const SHORT: &str = "short";
const COMPLETE: &str = "complete";

/// What the line of it holds.
pub(crate) fn inside(given: LaterGiven<'_>) -> Html {
    let Some(work) = &given.state.work else { return Html::default() };
    html! {
        <>
            { heading(given, PARTS, key::CHOOSE_MODULES, key::CHOOSE_MODULES_ABOUT) }
            { modules(given, work) }
            if given.state.catalogue.has_two_forms() {
                { heading(given, FORM, key::CHOOSE_FORM, key::CHOOSE_FORM_ABOUT) }
                { form(given, work) }
            }
        </>
    }
}

fn heading(given: LaterGiven<'_>, id: &'static str, name: Key, about: Key) -> Html {
    html! {
        <div>
            <p {id} class="label">{ given.words.get(name) }</p>
            <p class="hint">{ given.words.get(about) }</p>
        </div>
    }
}

/// The modules, each with the number of its questions in the form that is chosen.
fn modules(given: LaterGiven<'_>, work: &Work) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let scope = &work.assessment.scope;
    let modules = state.catalogue.modules.iter();
    let boxes: Vec<_> = modules
        .map(|module| {
            let questions = state.catalogue.count_under(module, &scope.modules, scope.form);
            let minutes = left::minutes(questions).unwrap_or_default().to_string();
            let about = [("about", &*module.about), ("minutes", &*minutes)];
            Checkbox {
                id: format!("module-{}", module.id).into(),
                label: module.name.clone().into(),
                hint: Some(words.count_with(key::CHOOSE_MODULE_ABOUT, questions, &about)),
                checked: scope.modules.contains(&module.id),
                onchange: dispatch
                    .always(first::Command::Choose(Choosing::Module(module.id.clone()))),
            }
        })
        .collect();
    framed(PARTS.into(), &boxes)
}

/// Short or complete.
fn form(given: LaterGiven<'_>, work: &Work) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let (catalogue, scope) = (&state.catalogue, &work.assessment.scope);
    let short = Scope { form: Form::Short, ..(**scope).clone() };
    let short = Asked::of(catalogue, &short, &work.assessment.answers);
    let minutes = left::minutes(count(short.sections.iter().flat_map(stops).count()));
    let says_short = minutes.map_or(key::CHOOSE_FORM_COUNT, |_| key::CHOOSE_SHORT_COUNT);
    let minutes = minutes.unwrap_or_default().to_string();
    let row = |value: &'static str, form, name, about, says| {
        let questions = catalogue.count_of(&scope.modules, form);
        let questions = words.count_with(says, questions, &[("minutes", &minutes)]);
        Row {
            value: value.into(),
            text: words.get(name),
            hint: Some(format!("{} {questions}", words.get(about)).into()),
            ..Row::default()
        }
    };
    let rows = vec![vec![
        row(SHORT, Form::Short, key::CHOOSE_SHORT, key::CHOOSE_SHORT_ABOUT, says_short),
        row(
            COMPLETE,
            Form::Complete,
            key::CHOOSE_COMPLETE,
            key::CHOOSE_COMPLETE_ABOUT,
            key::CHOOSE_FORM_COUNT,
        ),
    ]];
    let chosen = match scope.form {
        Form::Short => SHORT,
        Form::Complete => COMPLETE,
    };
    let onchoose = dispatch.on(|value: AttrValue| {
        first::Command::Choose(Choosing::Form(match value.as_str() {
            SHORT => Form::Short,
            _ => Form::Complete,
        }))
    });
    radios(&FORM.into(), FORM.into(), None, Some(chosen), rows, &onchoose)
}

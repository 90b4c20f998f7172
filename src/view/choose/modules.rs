//! Which parts of the bank are asked, and how much of them.

use domain::scope::Form;
use domain::texts::first as key;
use editor::first;
use editor::first::Choosing;
use yew::prelude::*;

use crate::view::choose::Here;
use crate::view::parts::checkbox::{Checkbox, framed};
use crate::view::parts::radios::{Row, radios};

pub(super) const ID: &str = "modules";

const FORM: &str = "form";
const SHORT: &str = "short";
const COMPLETE: &str = "complete";

/// The modules, each with the number of its questions in the form that is chosen.
pub(super) fn group(here: Here<'_>) -> Html {
    let catalogue = &here.state.catalogue;
    let scope = &here.work.assessment.scope;
    let boxes: Vec<_> = catalogue
        .modules
        .iter()
        .map(|module| {
            let questions = catalogue.count(module, scope.form);
            let about = [("about", &*module.about)];
            Checkbox {
                id: format!("module-{}", module.id).into(),
                label: module.name.clone().into(),
                hint: Some(here.words.count_with(key::CHOOSE_MODULE_ABOUT, questions, &about)),
                checked: scope.modules.contains(&module.id),
                onchange: here
                    .dispatch
                    .always(first::Command::Choose(Choosing::Module(module.id.clone()))),
            }
        })
        .collect();
    let inside = framed(ID.into(), &boxes);
    here.group(ID, key::CHOOSE_MODULES, Some(key::CHOOSE_MODULES_ABOUT), inside)
}

/// Short or complete, where the bank has both.
pub(super) fn form(here: Here<'_>) -> Html {
    let catalogue = &here.state.catalogue;
    if !catalogue.has_two_forms() {
        return Html::default();
    }
    let scope = &here.work.assessment.scope;
    let questions = |form| {
        let modules = catalogue.modules.iter().filter(|module| scope.modules.contains(&module.id));
        modules.map(|module| catalogue.count(module, form)).sum()
    };
    let row = |value: &'static str, form, name, about| {
        let questions = here.words.count(key::CHOOSE_FORM_COUNT, questions(form));
        Row {
            value: value.into(),
            text: here.words.get(name),
            hint: Some(format!("{} {questions}", here.words.get(about)).into()),
            ..Row::default()
        }
    };
    let rows = vec![vec![
        row(SHORT, Form::Short, key::CHOOSE_SHORT, key::CHOOSE_SHORT_ABOUT),
        row(COMPLETE, Form::Complete, key::CHOOSE_COMPLETE, key::CHOOSE_COMPLETE_ABOUT),
    ]];
    let chosen = match scope.form {
        Form::Short => SHORT,
        Form::Complete => COMPLETE,
    };
    let onchoose = here.dispatch.on(|value: AttrValue| {
        first::Command::Choose(Choosing::Form(match value.as_str() {
            SHORT => Form::Short,
            _ => Form::Complete,
        }))
    });
    let inside = radios(&FORM.into(), FORM.into(), None, Some(chosen), rows, &onchoose);
    here.group(FORM, key::CHOOSE_FORM, Some(key::CHOOSE_FORM_ABOUT), inside)
}

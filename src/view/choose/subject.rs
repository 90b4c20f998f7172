//! What is looked at: the company, or one product.

use domain::scope::Unit;
use domain::texts::first as key;
use editor::field::ScopeText;
use editor::first;
use editor::first::Choosing;
use yew::prelude::*;

use crate::view::choose::Here;
use crate::view::parts::field::Field;
use crate::view::parts::radios::{Row, radios};
use crate::view::room;

pub(super) const ID: &str = "subject";

const COMPANY: &str = "company";
const PRODUCT: &str = "product";

/// The group.
pub(super) fn group(here: Here<'_>) -> Html {
    let scope = &here.work.assessment.scope;
    let chosen = scope.unit.map(|unit| match unit {
        Unit::Company => COMPANY,
        Unit::Product => PRODUCT,
    });
    let company = Row {
        value: COMPANY.into(),
        text: here.words.get(key::CHOOSE_COMPANY),
        more: html! {
            <div class="names">
                { text(here, ScopeText::Company) }
                <p class="hint">{ here.words.get(key::CHOOSE_NAME_ABOUT) }</p>
            </div>
        },
        ..Row::default()
    };
    let product = Row {
        value: PRODUCT.into(),
        text: here.words.get(key::CHOOSE_PRODUCT),
        more: html! {
            <div class="names">
                { text(here, ScopeText::Company) }
                { text(here, ScopeText::Product) }
                <p class="hint">{ here.words.get(key::CHOOSE_NAME_ABOUT) }</p>
            </div>
        },
        ..Row::default()
    };
    let onchoose = here.dispatch.on(|value: AttrValue| {
        first::Command::Choose(Choosing::Unit(match value.as_str() {
            COMPANY => Unit::Company,
            _ => Unit::Product,
        }))
    });
    let rows = vec![vec![company, product]];
    let inside = radios(&"unit".into(), ID.into(), None, chosen, rows, &onchoose);
    here.group(ID, key::CHOOSE_UNIT, key::CHOOSE_SUBJECT_ABOUT, inside)
}

fn text(here: Here<'_>, text: ScopeText) -> Html {
    let scope = &here.work.assessment.scope;
    let (id, label, value) = match text {
        ScopeText::Product => ("product-name", key::CHOOSE_PRODUCT_NAME, &scope.product),
        _ => ("company-name", key::CHOOSE_COMPANY_NAME, &scope.company),
    };
    let oninput =
        here.dispatch.on(move |typed| first::Command::Choose(Choosing::Write(text, typed)));
    let field = Field::new(id.into(), here.words.get(label), value, oninput);
    room::line(field, here.words)
}

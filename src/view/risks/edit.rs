//! The fields of a risk that is open: those that are needed first, then all else that can be said of it.

use std::rc::Rc;

use domain::answer::Confidentiality;
use domain::risk::{
    Heightened, Letter, Month, Party, People, Risk, RiskField, Since, Start, Status, Uses, When,
};
use domain::scope::Form;
use domain::texts::later as key;
use editor::day::DayField;
use editor::field::RiskText;
use editor::risking::{Editing, NeededField, Risking};
use editor::{Place, later};
use yew::prelude::*;

use crate::view::day::{stands, typed};
use crate::view::evidence::{Rows, rows};
use crate::view::link::address;
use crate::view::parts::button::{self, Button};
use crate::view::parts::checkbox::{Checkbox, checkbox};
use crate::view::parts::date_field::month_field;
use crate::view::parts::field::{Field, Label};
use crate::view::parts::fold::{Fold, fold};
use crate::view::parts::icon::{Icon, icon};
use crate::view::parts::segments::Asks;
use crate::view::risks::here::{Aspect, Here, confidentiality};
use crate::view::risks::rights;

/// All fields, and what can be done with the risk as a whole.
pub(super) fn edit(here: Here<'_>, risk: &Risk) -> Html {
    let words = here.words;
    let grave = Button::main(words.get(key::RISKS_HOW_GRAVE)).after(Icon::Next);
    let remove = Button::quiet(words.get(key::RISKS_REMOVE)).for_context(here.name(risk));
    let is_listed = here.all() > 0;
    // The short form asks for what is needed.
    let form = here.state.work.as_ref().map(|work| work.assessment.scope.form);
    let is_complete = form == Some(Form::Complete);
    html! {
        <>
            { needed(here, risk) }
            if is_listed {
                <details class="others" open={is_complete}>
                    <summary>{ icon(Icon::Down) }{ words.get(key::RISKS_OTHERS) }</summary>
                    { others(here, risk) }
                </details>
                { whole(here, risk) }
                <div class="ends">
                    { button::link(grave, address(&Place::Severity(risk.id))) }
                    { button::button(remove, here.act(Risking::Remove(risk.id))) }
                </div>
            }
        </>
    }
}

/// How many of the fields are filled in, needed and others.
pub(super) fn filled(here: Here<'_>, risk: &Risk) -> AttrValue {
    let others = [
        !risk.rights.is_empty(),
        !risk.story.trim().is_empty(),
        risk.status.is_some(),
        !risk.place.trim().is_empty(),
        risk.users.is_some(),
        risk.when.is_some(),
        !risk.product.trim().is_empty(),
        risk.since.is_some(),
        !risk.note.trim().is_empty() || !risk.evidence.is_empty(),
    ];
    let said = others.iter().filter(|said| **said).count();
    let values = [
        ("needed", &*risk.needed_said().to_string()),
        ("others", &*said.to_string()),
        ("all", &*others.len().to_string()),
    ];
    here.words.with(key::RISKS_FILLED, &values)
}

fn needed(here: Here<'_>, risk: &Risk) -> Html {
    let id = risk.id;
    let asked = |field: RiskField, needed: NeededField, not_known: bool, inside: Html| {
        let aspect = Aspect { needed: Some((needed, not_known)), ..Aspect::of(field) };
        here.aspect(risk, aspect, inside)
    };
    let text = |text: RiskText, field: RiskField, value: &str| {
        here.typed(id, text, (field.name(), here.label(field), Label::Unseen), value)
    };
    html! {
        <>
            { asked(
                RiskField::Name,
                NeededField::Name,
                risk.name.not_known,
                text(RiskText::Name, RiskField::Name, &risk.name.value),
            ) }
            { asked(RiskField::People, NeededField::People, risk.people.not_known, people(here, risk)) }
            { asked(RiskField::Who, NeededField::Who, risk.who.not_known, who(here, risk)) }
            { asked(
                RiskField::Arises,
                NeededField::Arises,
                risk.arises.not_known,
                here.chips(id, Start::ALL, &risk.arises.value, Editing::Arises),
            ) }
        </>
    }
}

fn people(here: Here<'_>, risk: &Risk) -> Html {
    let chosen = &risk.people.value;
    let which = here.says("asks", "heightened");
    let harder = here.says("asks", "hit-harder");
    html! {
        <>
            { here.chips(risk.id, People::ALL, chosen, Editing::People) }
            <div role="group" aria-label={which.clone()}>
                if chosen.contains(&People::Heightened) {
                    <p class="label">{ which }</p>
                    { here.chips(risk.id, Heightened::ALL, &risk.heightened, Editing::Heightened) }
                }
            </div>
            <div>
                if !chosen.is_empty() {
                    { here.typed(
                        risk.id,
                        RiskText::HitHarder,
                        ("hit-harder", harder, Label::Seen),
                        &risk.hit_harder,
                    ) }
                }
            </div>
        </>
    }
}

/// Who does it. Of several, one is the main one.
fn who(here: Here<'_>, risk: &Risk) -> Html {
    let who = &risk.who.value;
    let main = Asks::Words(here.words.get(key::RISKS_MAIN));
    html! {
        <>
            { here.chips(risk.id, Party::ALL, &who.parties, Editing::Who) }
            <div>
                if who.parties.len() > 1 {
                    { here.choice(risk.id, main, &who.parties, who.main, Editing::Main) }
                }
            </div>
        </>
    }
}

fn others(here: Here<'_>, risk: &Risk) -> Html {
    let id = risk.id;
    let labelled = |field: RiskField| Asks::LabelledBy(format!("asks-{}", field.name()).into());
    let text = |text: RiskText, field: RiskField, value: &str| {
        let typed = here.typed(id, text, (field.name(), here.label(field), Label::Unseen), value);
        here.aspect(risk, Aspect::of(field), typed)
    };
    let status = here.choice(id, labelled(RiskField::Status), Status::ALL, risk.status, |status| {
        Editing::Status(Some(status))
    });
    let users = here.choice(id, labelled(RiskField::Users), Uses::ALL, risk.users, |users| {
        Editing::Users(Some(users))
    });
    let when = here.choice(id, labelled(RiskField::When), When::ALL, risk.when, |when| {
        Editing::When(Some(when))
    });
    let since = risk.since.map(|since| match since {
        Since::NobodyYet => here.words.get(key::RISKS_NOBODY_YET),
        Since::Month(month) => month.to_string().into(),
    });
    let first = risk.evidence.first().map_or("", |one| &one.place);
    let noted = if risk.note.trim().is_empty() { first } else { &risk.note };
    html! {
        <>
            { here.aspect(risk, Aspect::of(RiskField::Rights), rights::rights(here, risk)) }
            { text(RiskText::Story, RiskField::Story, &risk.story) }
            { here.aspect(risk, Aspect::of(RiskField::Status), status) }
            { text(RiskText::Place, RiskField::Place, &risk.place) }
            { folded(
                here,
                RiskField::Users,
                risk.users.map(|users| here.label(users)),
                here.aspect(risk, Aspect::of(RiskField::Users), users),
            ) }
            { folded(
                here,
                RiskField::When,
                risk.when.map(|when| here.label(when)),
                here.aspect(risk, Aspect::of(RiskField::When), when),
            ) }
            { folded(
                here,
                RiskField::Product,
                written(&risk.product),
                text(RiskText::Product, RiskField::Product, &risk.product),
            ) }
            { folded(
                here,
                RiskField::Since,
                since,
                here.aspect(risk, Aspect::of(RiskField::Since), known_since(here, risk)),
            ) }
            { folded(here, RiskField::Note, written(noted), html! {
                <>
                    { text(RiskText::Note, RiskField::Note, &risk.note) }
                    { here.aspect(risk, Aspect::of(RiskField::Evidence), evidence(here, risk)) }
                </>
            }) }
        </>
    }
}

/// What is written, as far as something is.
fn written(text: &str) -> Option<AttrValue> {
    (!text.trim().is_empty()).then(|| text.to_owned().into())
}

fn folded(here: Here<'_>, field: RiskField, says: Option<AttrValue>, inside: Html) -> Html {
    let words = here.words;
    let act = if says.is_some() { key::SECTION_BEFORE_CHANGE } else { key::SECTION_BESIDE_ADD };
    let name = match field {
        RiskField::Note => words.get(key::RISKS_NOTE_EVIDENCE),
        _ => here.label(field),
    };
    let line = Fold {
        name,
        is_filled: says.is_some(),
        says: says.unwrap_or_else(|| words.get(key::SECTION_BESIDE_NOTHING)),
        act: words.get(act),
    };
    fold(line, inside)
}

fn known_since(here: Here<'_>, risk: &Risk) -> Html {
    let month = match risk.since {
        Some(Since::Month(month)) => Some(month),
        Some(Since::NobodyYet) | None => None,
    };
    let entered = here.edits(risk.id, |entered| Editing::Month(typed(entered)));
    let nobody = Checkbox {
        id: "nobody-yet".into(),
        label: here.words.get(key::RISKS_NOBODY_YET),
        hint: None,
        checked: risk.since == Some(Since::NobodyYet),
        onchange: here.edits(risk.id, |it: bool| Editing::Since(it.then_some(Since::NobodyYet))),
    };
    let label = here.words.get(key::RISKS_MONTH);
    let mut asked = Field::new("risk-since".into(), label, "", Callback::noop());
    let unread = here.state.unread_day(DayField::Since(risk.id));
    let holds = month.map(|month| month.to_string()).unwrap_or_default();
    stands(&mut asked, unread, holds, month.is_none_or(Month::is_likely), here.words);
    // A month is asked for in another way than a day.
    asked.problem = asked.problem.map(|_| here.words.get(key::RISKS_MONTH_UNREAD));
    let month = month_field(&asked, &entered);
    html! { <>{ month }{ checkbox(&nobody) }</> }
}

fn evidence(here: Here<'_>, risk: &Risk) -> Html {
    let id = risk.id;
    rows(&Rows {
        kept: &risk.evidence,
        about: Rc::new(move |answering| {
            let editing = match answering {
                later::Answering::RemoveEvidence(at) => Editing::RemoveEvidence(at),
                later::Answering::EvidenceKind(at, kind) => Editing::EvidenceKind(at, kind),
                later::Answering::WriteEvidence(at, text, typed) => {
                    Editing::WriteEvidence(at, text, typed)
                }
                _ => Editing::AddEvidence,
            };
            later::Command::Risk(Risking::Edit(id, editing)).into()
        }),
        dispatch: here.dispatch,
        words: here.words,
    })
}

/// Whether the whole risk stays out of copies for sharing. Of what has happened nobody can say otherwise.
fn whole(here: Here<'_>, risk: &Risk) -> Html {
    if risk.has_harmed() {
        return html! {
            <p class="whole-risk">
                { icon(Icon::Lock) }{ " " }{ here.words.get(key::RISKS_WHOLE_HARMED) }
            </p>
        };
    }
    let confidential = Checkbox {
        id: "confidential-whole".into(),
        label: here.words.get(key::RISKS_WHOLE),
        hint: Some(here.words.get(key::RISKS_WHOLE_HINT)),
        checked: risk.confidentiality == Confidentiality::Confidential,
        onchange: here.edits(risk.id, |it| Editing::Whole(confidentiality(it))),
    };
    checkbox(&confidential)
}

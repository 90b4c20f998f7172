//! What is on record: which sheets went out, to whom and when, and what came back.

use domain::date::Date;
use domain::sheet::record::{
    Arrival, RecordedSheet, SavedSheet, SheetForm, SheetRecord, SheetReturn, Stray,
};
use domain::texts::later::{self as key, Key};
use editor::day::DayField;
use editor::later;
use editor::later::Recording;
use yew::prelude::*;

use crate::browser::clock;
use crate::view::day::{stands, typed};
use crate::view::parts::button::{Button, button};
use crate::view::parts::date_field::date_field;
use crate::view::parts::field::Field;
use crate::view::parts::title::part;
use crate::view::room;
use crate::view::sheets::Here;
use crate::view::words::LaterWords;

/// All that is on record, what went out last first.
pub(super) fn records(here: Here<'_>) -> Html {
    let words = here.words;
    let all = &here.work.assessment.sheets;
    part(
        "record".into(),
        words.get(key::SHEETS_RECORD_HEADING),
        Some(all.count().to_string().into()),
        Some(words.get(key::SHEETS_RECORD_ABOUT)),
        html! {
            <>
                <div>
                    if all.is_empty() {
                        <p class="none">{ words.get(key::SHEETS_RECORD_NONE) }</p>
                    }
                </div>
                <ul class="records">
                    for record in all.all().iter().rev() {
                        <li key={record.id.0.to_string()}>{ one(here, record) }</li>
                    }
                </ul>
            </>
        },
    )
}

/// The newest sheet that was saved for somebody, in a sentence; or that none was.
pub(super) fn newest_of(here: Here<'_>, who: &str) -> AttrValue {
    match here.work.assessment.sheets.of(who).last() {
        Some(record) => sentence(record, here.words),
        None => here.words.get(key::SHEETS_RECORD_NONE_THEIRS),
    }
}

/// One sheet.
///
/// Accessibility: a group with the name of the sheet, so that its fields say which one they mean, as its
/// buttons do themselves.
fn one(here: Here<'_>, record: &SheetRecord) -> Html {
    let words = here.words;
    let id = record.id;
    let name = name(record, words);
    let heading = format!("sheet-{}", id.0);
    let says = |recording: Recording| here.dispatch.always(later::Command::Record(id, recording));
    let there = Button::plain(words.get(key::SHEETS_RECORD_THERE)).for_context(name.clone());
    let remove = Button::quiet(words.get(key::SHEETS_RECORD_REMOVE)).for_context(name.clone());
    let remove_return =
        Button::quiet(words.get(key::SHEETS_RECORD_REMOVE_RETURN)).for_context(name.clone());
    let saved = record.saved();
    html! {
        <div role="group" aria-labelledby={heading.clone()}>
            <h3 id={heading}>{ name }</h3>
            <p>{ sentence(record, words) }</p>
            <div class="fields">
                { room::line(to(here, record), here.words) }
                if let Some(saved) = saved {
                    { went_out(here, record, saved) }
                }
            </div>
            <div class="buttons">
                if saved.is_some_and(|saved| saved.arrival == Arrival::NotSaid) {
                    { button(there, says(Recording::Arrived)) }
                }
                if !record.returns.is_empty() {
                    { button(remove_return, says(Recording::RemoveReturn)) }
                }
                { button(remove, says(Recording::Remove)) }
            </div>
        </div>
    }
}

fn to(here: Here<'_>, record: &SheetRecord) -> Field {
    let (words, id) = (here.words, record.id);
    let oninput = here.dispatch.on(move |typed| later::Command::Record(id, Recording::To(typed)));
    let label = words.get(key::SHEETS_RECORD_WHO_HAS_IT);
    Field::new(format!("sheet-to-{}", id.0).into(), label, &record.to, oninput)
        .hinted(Some(words.get(key::SHEETS_RECORD_WHO_HAS_IT_HINT)))
}

fn went_out(here: Here<'_>, record: &SheetRecord, saved: &SavedSheet) -> Html {
    let (id, on) = (record.id, saved.on);
    let entered = here
        .dispatch
        .on(move |entered| later::Command::Record(id, Recording::TypeOn(typed(entered))));
    let label = here.words.get(key::SHEETS_RECORD_WENT_OUT);
    let mut field = Field::new(format!("sheet-on-{}", id.0).into(), label, "", Callback::noop());
    let unread = here.state.unread_day(DayField::WentOut(id));
    stands(&mut field, unread, on.to_string(), on.is_likely(), here.words);
    date_field(&field, &entered)
}

/// Whom a sheet is for, or what is known of it.
pub(super) fn name(record: &SheetRecord, words: &LaterWords) -> AttrValue {
    match &record.sheet {
        RecordedSheet::Saved(saved) => saved.who.clone().into(),
        RecordedSheet::Stray(Stray::Earlier) => words.get(key::SHEETS_RECORD_EARLIER),
        RecordedSheet::Stray(Stray::Blank) => words.get(key::SHEETS_RECORD_BLANK),
        RecordedSheet::Stray(Stray::Elsewhere) => words.get(key::SHEETS_RECORD_ELSEWHERE),
    }
}

/// What is known of a sheet, as one sentence.
pub(super) fn sentence(record: &SheetRecord, words: &LaterWords) -> AttrValue {
    let mut said = record.saved().map(|saved| went(record, saved, words));
    for found in &record.returns {
        let (day, what) = (day(found.on, words), came(found, words));
        let (day, what) = (("day", &*day), ("what", &*what));
        said = Some(match said {
            Some(said) => words.with(key::SHEETS_RECORD_BACK, &[("said", &said), day, what]),
            None => words.with(key::SHEETS_RECORD_BACK_ALONE, &[day, what]),
        });
    }
    words.with(key::SHEETS_RECORD_SENTENCE, &[("said", &said.unwrap_or_default())])
}

fn went(record: &SheetRecord, saved: &SavedSheet, words: &LaterWords) -> AttrValue {
    let on = words.with(went_key(saved), &[("day", &day(saved.on, words))]);
    let said = words.count_with(key::SHEETS_RECORD_ROWS, saved.rows, &[("said", &on)]);
    match record.to.trim() {
        "" => said,
        who => words.with(key::SHEETS_RECORD_TO, &[("said", &said), ("who", who)]),
    }
}

fn went_key(saved: &SavedSheet) -> Key {
    match (saved.form, saved.arrival) {
        (SheetForm::Workbook, Arrival::Said) => key::SHEETS_RECORD_WORKBOOK,
        (SheetForm::Document, Arrival::Said) => key::SHEETS_RECORD_DOCUMENT,
        (SheetForm::Workbook, Arrival::NotSaid) => key::SHEETS_RECORD_WORKBOOK_UNSURE,
        (SheetForm::Document, Arrival::NotSaid) => key::SHEETS_RECORD_DOCUMENT_UNSURE,
    }
}

fn came(found: &SheetReturn, words: &LaterWords) -> AttrValue {
    let taken = found.taken.to_string();
    let said = words.count_with(key::SHEETS_RECORD_TAKEN, found.rows, &[("taken", &taken)]);
    let more =
        [(key::SHEETS_RECORD_LEFT, found.left), (key::SHEETS_RECORD_UNREADABLE, found.unreadable)];
    let more = more.into_iter().filter(|(_, count)| *count > 0);
    more.fold(said, |said, (key, count)| words.count_with(key, count, &[("said", &said)]))
}

/// A day as people write it.
fn day(date: Date, words: &LaterWords) -> String {
    clock::calendar_day(words.language(), date.year, date.month, date.day)
}

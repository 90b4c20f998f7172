//! What a sheet that came back would change, row by row, to choose from.

use domain::count::count;
use domain::sheet::proposal::{Becomes, Odd, OddRow, Proposal, Proposed, RowPlace, Said};
use domain::sheet::record::{CameAs, SheetId};
use domain::sheet::unread::{Guessed, Unread, UnreadPlace};
use domain::texts::later as key;
use editor::later;
use editor::later::Taking;
use editor::returned_sheet::SheetRead;
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::view::parts::button::{Button, button};
use crate::view::parts::checkbox::{Checkbox, checkbox};
use crate::view::parts::facts::facts;
use crate::view::parts::list::{Entry, list};
use crate::view::parts::title::part;
use crate::view::sheets::{Here, record};
use crate::view::words::LaterWords;

pub(super) fn proposal(here: Here<'_>, read: &SheetRead) -> Html {
    let Some(proposal) = &read.proposal else { return Html::default() };
    let words = here.words;
    html! {
        <>
            { changes(here, read, proposal) }
            <div>
                if !proposal.odd.is_empty() {
                    { odd(&proposal.odd, words) }
                }
                if !proposal.unread.is_empty() {
                    { unread(&proposal.unread, words) }
                }
                if !proposal.guessed.is_empty() {
                    { guessed(&proposal.guessed, words) }
                }
            </div>
            <div class="buttons">
                { take(here, read) }
                { button(
                    Button::plain(words.get(key::SHEETS_DISMISS)),
                    here.dispatch.always(later::Command::Take(Taking::Nothing)),
                ) }
            </div>
        </>
    }
}

fn take(here: Here<'_>, read: &SheetRead) -> Html {
    let take = match read.takes.len() {
        0 => Button::plain(here.words.get(key::SHEETS_NOTE_BACK)),
        rows => Button::main(here.words.count(key::SHEETS_TAKE, count(rows))),
    };
    button(take, here.dispatch.always(later::Command::Take(Taking::Now)))
}

fn changes(here: Here<'_>, read: &SheetRead, proposal: &Proposal) -> Html {
    let words = here.words;
    let rows = proposal.rows.iter().enumerate();
    let rows: Vec<_> = rows.map(|(at, row)| change(here, read, at, row)).collect();
    let none = rows.is_empty();
    part(
        "changes".into(),
        words.get(key::SHEETS_CHANGES),
        Some(rows.len().to_string().into()),
        (!none).then(|| words.get(key::SHEETS_CHANGES_ABOUT)),
        html! {
            <>
                <div>
                    <p class="hint">{ which(here, proposal) }</p>
                    if none {
                        <p class="none">{ words.get(key::SHEETS_CHANGES_NONE) }</p>
                    }
                    if let Some(subject) = &proposal.other_subject {
                        <p role="alert">{ words.with(
                            key::SHEETS_OTHER_SUBJECT,
                            &[
                                ("other", subject),
                                ("this", here.work.assessment.scope.subject()),
                            ],
                        ) }</p>
                    }
                    if proposal.other_version {
                        <p>{ words.get(key::SHEETS_OTHER_VERSION) }</p>
                    }
                </div>
                { list(rows) }
                <p class="hint">{ unchanged(proposal, words) }</p>
            </>
        },
    )
}

/// Which sheet it is, as far as that is on record.
fn which(here: Here<'_>, proposal: &Proposal) -> AttrValue {
    let words = here.words;
    let number = match proposal.came_as {
        CameAs::Numbered(number) => number,
        CameAs::Earlier => return words.get(key::SHEETS_OF_EARLIER),
        CameAs::Blank => return words.get(key::SHEETS_OF_BLANK),
        CameAs::Unsaid => return words.get(key::SHEETS_OF_UNSAID),
    };
    match here.work.assessment.sheets.sheet(SheetId(number)) {
        Some(found) => words.with(
            key::SHEETS_OF_RECORD,
            &[("who", &record::name(found, words)), ("said", &record::sentence(found, words))],
        ),
        None => words.get(key::SHEETS_OF_ELSEWHERE),
    }
}

/// How many rows change nothing.
fn unchanged(proposal: &Proposal, words: &LaterWords) -> String {
    let counts = [(key::SHEETS_SAME, proposal.same), (key::SHEETS_EMPTY, proposal.empty)];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    counts.map(|(key, count)| words.count(key, count).to_string()).collect::<Vec<_>>().join(" ")
}

fn change(here: Here<'_>, read: &SheetRead, at: usize, row: &Proposed) -> Entry {
    let words = here.words;
    let becomes = match row.becomes {
        Becomes::Adds => key::SHEETS_ADDS,
        Becomes::Replaces => key::SHEETS_REPLACES,
    };
    let tick = Checkbox {
        id: format!("take-{at}").into(),
        label: format!("{} {}", row.code, row.asks).into(),
        hint: None,
        checked: read.takes.contains(&at),
        onchange: here.dispatch.on(move |checked: bool| {
            later::Command::Take(if checked { Taking::Row(at) } else { Taking::NotRow(at) })
        }),
    };
    let today = match &row.today[..] {
        [] => words.get(key::SHEETS_TODAY_NOTHING),
        said => lines(said, words),
    };
    Entry {
        key: Key::from(at),
        mark: Html::default(),
        text: html! {
            <>
                { checkbox(&tick) }
                { facts(vec![
                    (words.get(key::SHEETS_TODAY), today),
                    (words.get(key::SHEETS_SAYS), lines(&row.says, words)),
                ]) }
            </>
        },
        note: html! {
            <>
                <p><b>{ words.get(becomes) }</b></p>
                <p class="hint">{ place(&row.at, words) }</p>
            </>
        },
        end: Html::default(),
    }
}

/// What is said, each label with its text on a line of its own.
fn lines(said: &[Said], words: &LaterWords) -> AttrValue {
    let line = |said: &Said| {
        words.with(key::SHEETS_SAID, &[("label", &said.label), ("text", &said.text)]).to_string()
    };
    said.iter().map(line).collect::<Vec<_>>().join("\n").into()
}

fn odd(rows: &[OddRow], words: &LaterWords) -> Html {
    let entries = rows.iter().enumerate().map(|(at, row)| Entry {
        key: Key::from(at),
        mark: Html::default(),
        text: html! {
            <><b>{ row.about.clone() }</b><span class="hint">{ why(&row.why, words) }</span></>
        },
        note: html! { place(&row.at, words) },
        end: Html::default(),
    });
    part(
        "odd".into(),
        words.get(key::SHEETS_ODD),
        Some(rows.len().to_string().into()),
        Some(words.get(key::SHEETS_ODD_ABOUT)),
        list(entries.collect()),
    )
}

/// What is in the file and nothing is made of.
fn unread(all: &[Unread], words: &LaterWords) -> Html {
    let entries = all.iter().enumerate().map(|(at, unread)| {
        let sheet = ("sheet", &*unread.sheet);
        let place = match &unread.place {
            UnreadPlace::Sheet => words.with(key::SHEETS_UNREAD_SHEET, &[sheet]),
            UnreadPlace::AboveHeads => words.with(key::SHEETS_UNREAD_ABOVE, &[sheet]),
            UnreadPlace::Comments => words.with(key::SHEETS_UNREAD_COMMENTS, &[sheet]),
            UnreadPlace::Column(column) => words.with(
                key::SHEETS_UNREAD_COLUMN,
                &[sheet, ("letters", &column.letters), ("head", &column.head)],
            ),
        };
        let count = match unread.place {
            UnreadPlace::Comments => key::SHEETS_UNREAD_COMMENTS_COUNT,
            UnreadPlace::Sheet | UnreadPlace::AboveHeads | UnreadPlace::Column(_) => {
                key::SHEETS_UNREAD_CELLS
            }
        };
        line(at, place, words.count(count, unread.count))
    });
    part(
        "unread".into(),
        words.get(key::SHEETS_UNREAD),
        Some(all.len().to_string().into()),
        Some(words.get(key::SHEETS_UNREAD_ABOUT)),
        list(entries.collect()),
    )
}

/// Columns of which their place alone says what they are.
fn guessed(all: &[Guessed], words: &LaterWords) -> Html {
    let entries = all.iter().enumerate().map(|(at, guessed)| {
        let said = words.with(
            key::SHEETS_GUESSED_COLUMN,
            &[
                ("sheet", &*guessed.sheet),
                ("letters", &guessed.place.letters),
                ("head", &guessed.place.head),
                ("column", &guessed.read_as),
            ],
        );
        line(at, said, AttrValue::default())
    });
    part(
        "guessed".into(),
        words.get(key::SHEETS_GUESSED),
        None,
        Some(words.get(key::SHEETS_GUESSED_ABOUT)),
        list(entries.collect()),
    )
}

fn line(at: usize, text: AttrValue, note: AttrValue) -> Entry {
    Entry {
        key: Key::from(at),
        mark: Html::default(),
        text: html! { <b>{ text }</b> },
        note: html! { note },
        end: Html::default(),
    }
}

fn why(odd: &Odd, words: &LaterWords) -> AttrValue {
    match odd {
        Odd::Unknown => words.get(key::SHEETS_ODD_UNKNOWN),
        Odd::Earlier => words.get(key::SHEETS_ODD_EARLIER),
        Odd::NotAsked => words.get(key::SHEETS_ODD_NOT_ASKED),
        Odd::NotAnAnswer(text) => words.with(key::SHEETS_ODD_NOT_AN_ANSWER, &[("text", text)]),
        Odd::Year(text) => words.with(key::SHEETS_ODD_YEAR, &[("text", text)]),
        Odd::NoReason => words.get(key::SHEETS_ODD_NO_REASON),
        Odd::Twice => words.get(key::SHEETS_ODD_TWICE),
        Odd::Formula => words.get(key::SHEETS_ODD_FORMULA),
        Odd::NoState => words.get(key::SHEETS_ODD_NO_STATE),
        Odd::NoPlace => words.get(key::SHEETS_ODD_NO_PLACE),
    }
}

fn place(at: &RowPlace, words: &LaterWords) -> AttrValue {
    let number = at.number.to_string();
    words.with(key::SHEETS_PLACE, &[("sheet", &at.sheet), ("row", &number)])
}

//! The screen *download*: files to take along, for oneself or for others, and what stays out.

use domain::report::Edition;
use domain::report::format::Format;
use domain::sharing::{Naming, Shown};
use domain::texts::later::{self as key, Key};
use editor::download::FileState;
use editor::later;
use editor::seal::Seal;
use editor::state::State;
use editor::target::Target;
use editor::work::Work;
use yew::prelude::*;

use crate::browser::clock;
use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::handed_out::{arrival, file_said, format_words};
use crate::view::paper::paper;
use crate::view::parts::button::{self, Button, Weight};
use crate::view::parts::checkbox::{Checkbox, checkboxes};
use crate::view::parts::icon::Icon;
use crate::view::parts::list::{Entry, list};
use crate::view::parts::radios::{Row, radios};
use crate::view::parts::title::title;
use crate::view::subject::kicker;
use crate::view::words::LaterWords;

mod beside;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let Some(work) = &state.work else { return Html::default() };
    let kicker = kicker(&work.assessment.scope);
    // What translates a page puts elements of its own in the place of texts, and what the page writes
    // into those texts later is not seen. Here the words must be those of the file: the screen asks
    // not to be translated, and what changes with the choice is replaced as a whole.
    let copy = if is_for_sharing(state) { "sharing" } else { "complete" };
    html! {
        <>
            <div class="screen-only" translate="no">
                { title(kicker.into(), words.get(key::APP_TITLE_DOWNLOAD), AttrValue::default()) }
                <p class="waiting" role="status">{ cannot(state, words) }</p>
                <div class="two">
                    <div class="first">
                        { who(state, work, words, dispatch) }
                        <section key={copy} aria-labelledby="reports">
                            <h2 id="reports">{ words.get(reports_heading(state)) }</h2>
                            { list(reports(state, words, dispatch)) }
                        </section>
                        <section aria-labelledby="later">
                            <h2 id="later">{ words.get(key::DOWNLOAD_LATER) }</h2>
                            { list(vec![
                                save_file(state, work, words, dispatch),
                                locked_file(state, words, dispatch),
                            ]) }
                        </section>
                    </div>
                    <aside key={copy} class="second">{ beside::beside(state, work, words, dispatch) }</aside>
                </div>
            </div>
            { sheet(state, words, dispatch) }
        </>
    }
}

/// What goes out, to be read here or only printed.
fn sheet(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let shows = state.download.shows_going_out;
    html! {
        <div class={if shows { "going-out" } else { "going-out print-only" }} translate="no">
            <div class="heading screen-only">
                if shows {
                    <h2>{ words.get(key::DOWNLOAD_OUT) }</h2>
                }
            </div>
            <div class="sheet">
                if let Some(drawn) = &state.paper.drawn {
                    { paper(drawn, None, words, dispatch) }
                }
            </div>
        </div>
    }
}

/// That no file can be had; why stands in the notice above.
fn cannot(state: &State, words: &LaterWords) -> AttrValue {
    if state.has_worker() || state.seal == Seal::Loading {
        AttrValue::default()
    } else {
        words.get(key::DOWNLOAD_CANNOT)
    }
}

/// Who will see it.
fn who(state: &State, work: &Work, words: &LaterWords, dispatch: &Dispatch) -> Html {
    const US: &str = "us";
    const OTHERS: &str = "others";
    let row = |value: &'static str, text, hint, more| Row {
        value: value.into(),
        text: words.get(text),
        hint: Some(words.get(hint)),
        more,
        ..Row::default()
    };
    let us_about = if work.assessment.is_confidential() {
        key::DOWNLOAD_US_ABOUT_CONFIDENTIAL
    } else {
        key::DOWNLOAD_US_ABOUT
    };
    let rows = vec![
        row(US, key::DOWNLOAD_US, us_about, Html::default()),
        row(
            OTHERS,
            key::DOWNLOAD_OTHERS,
            key::DOWNLOAD_OTHERS_ABOUT,
            naming(state.download.naming, words, dispatch),
        ),
    ];
    let chosen = if is_for_sharing(state) { OTHERS } else { US };
    let choose = dispatch.on(|chosen: AttrValue| {
        later::Command::ChooseEdition(if chosen == OTHERS {
            Edition::Sharing
        } else {
            Edition::Complete
        })
    });
    html! {
        <section aria-labelledby="who">
            <h2 id="who">{ words.get(key::DOWNLOAD_WHO) }</h2>
            { radios(&"copy".into(), "who".into(), None, Some(chosen), vec![rows], &choose) }
        </section>
    }
}

/// Which names a copy for sharing carries.
fn naming(naming: Naming, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let check = |id: &'static str, label, shown: Shown, set: fn(&mut Naming, Shown)| Checkbox {
        id: id.into(),
        label: words.get(label),
        hint: None,
        checked: shown == Shown::Yes,
        onchange: dispatch.on(move |checked: bool| {
            let mut chosen = naming;
            set(&mut chosen, if checked { Shown::Yes } else { Shown::No });
            later::Command::ChooseNaming(chosen)
        }),
    };
    let boxes = [
        check("name-company", key::DOWNLOAD_NAME_COMPANY, naming.company, |to, shown| {
            to.company = shown;
        }),
        check("name-product", key::DOWNLOAD_NAME_PRODUCT, naming.product, |to, shown| {
            to.product = shown;
        }),
        check("name-people", key::DOWNLOAD_NAME_PEOPLE, naming.people, |to, shown| {
            to.people = shown;
        }),
        check("name-reach", key::DOWNLOAD_NAME_REACH, naming.reach, |to, shown| {
            to.reach = shown;
        }),
    ];
    html! {
        <div class="naming">
            <p id="naming" class="label">{ words.get(key::DOWNLOAD_NAME) }</p>
            { checkboxes("naming".into(), &boxes) }
        </div>
    }
}

fn reports_heading(state: &State) -> Key {
    if is_for_sharing(state) { key::DOWNLOAD_REPORT_SHARING } else { key::DOWNLOAD_REPORT_COMPLETE }
}

/// One row for each format, and one for the printer.
fn reports(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Vec<Entry> {
    let mut rows: Vec<Entry> = Format::ALL
        .into_iter()
        .map(|format| {
            let said = format_words(format);
            let row = FileRow {
                target: Target::Report(format),
                key: format.extension(),
                name: words.get(said.name),
                about: words.get(said.about),
                note: words.get(said.file),
                weight: Weight::Plain,
            };
            row.entry(state, words, dispatch)
        })
        .collect();
    let print = Button::plain(words.get(key::DOWNLOAD_PRINT));
    rows.push(Entry {
        key: "print".into(),
        mark: Html::default(),
        text: html! {
            <>
                <b>{ words.get(key::DOWNLOAD_PRINT) }</b>
                <span class="hint">{ words.get(key::DOWNLOAD_PRINT_ABOUT) }</span>
                <span class="file" role="status">
                    if state.paper.is_waiting() {
                        { words.get(key::DOWNLOAD_PAPER_WAITING) }
                    }
                </span>
                <span class="problem" role="alert">
                    if state.paper.failed {
                        { words.get(if state.has_worker() { key::DOWNLOAD_FAULT_STOPPED } else { key::DOWNLOAD_FAULT_NOT_HERE }) }
                    }
                </span>
            </>
        },
        note: Html::default(),
        end: button::button(print, dispatch.always(later::Command::Print)),
    });
    rows
}

/// The save file, which holds everything, whoever will see the report.
fn save_file(state: &State, work: &Work, words: &LaterWords, dispatch: &Dispatch) -> Entry {
    let about = if work.assessment.is_confidential() {
        key::DOWNLOAD_SAVE_FILE_ABOUT_CONFIDENTIAL
    } else {
        key::DOWNLOAD_SAVE_FILE_ABOUT
    };
    let row = FileRow {
        target: Target::SaveFile,
        key: "save",
        name: words.get(key::DOWNLOAD_SAVE_FILE),
        about: format!("{} {}", words.get(about), last_saved(state, work, words)).into(),
        note: words.get(key::DOWNLOAD_SAVE_FILE_FORMAT),
        weight: Weight::Main,
    };
    row.entry(state, words, dispatch)
}

/// The same, to open with a passphrase alone.
fn locked_file(state: &State, words: &LaterWords, dispatch: &Dispatch) -> Entry {
    let row = FileRow {
        target: Target::LockedFile,
        key: "locked",
        name: words.get(key::DOWNLOAD_LOCKED_FILE),
        about: words.get(key::DOWNLOAD_LOCKED_FILE_ABOUT),
        note: words.get(key::DOWNLOAD_LOCKED_FILE_FORMAT),
        weight: Weight::Plain,
    };
    row.entry(state, words, dispatch)
}

fn last_saved(state: &State, work: &Work, words: &LaterWords) -> AttrValue {
    let (said, at) = match (state.awaited_file(), work.assessment.saved_to_file) {
        (Some((_, awaited)), _) => (key::DOWNLOAD_NOT_CONFIRMED, awaited.made),
        (None, None) => return words.get(key::DOWNLOAD_NEVER_SAVED),
        (None, Some(saved)) if work.listing().changed_since_file() => {
            (key::DOWNLOAD_SAVED_AND_CHANGED, saved)
        }
        (None, Some(saved)) => (key::DOWNLOAD_SAVED, saved),
    };
    let language = words.language();
    let values = [("day", &*clock::day(language, at.0)), ("time", &*clock::time(language, at.0))];
    words.with(said, &values)
}

/// A row with a file to be had.
struct FileRow {
    target: Target,
    key: &'static str,
    name: AttrValue,
    about: AttrValue,
    note: AttrValue,
    weight: Weight,
}

impl FileRow {
    fn entry(self, state: &State, words: &LaterWords, dispatch: &Dispatch) -> Entry {
        let file = state.file_state(&self.target);
        let writing = file == Some(&FileState::Writing);
        let said = file.map(|file| file_said(file, words)).unwrap_or_default();
        let (said, problem) = match file {
            Some(FileState::Failed(_)) => (AttrValue::default(), said),
            _ => (said, AttrValue::default()),
        };
        let save = Button {
            weight: self.weight,
            label: words.get(key::DOWNLOAD_SAVE),
            context: self.name.clone(),
            before: Some(Icon::Download),
            // Where the focus goes once the button beside it that says that the file is there is gone.
            id: (self.target == Target::SaveFile).then_some("save-file".into()),
            ..Button::default()
        };
        let cancel = Button::quiet(words.get(key::DOWNLOAD_CANCEL)).for_context(self.name.clone());
        // The button stays and keeps the focus while the file is written; a second press then asks
        // for nothing.
        let press = if writing {
            Callback::noop()
        } else {
            dispatch.always(later::Command::Write(self.target.clone()))
        };
        Entry {
            key: self.key.into(),
            mark: Html::default(),
            text: html! {
                <>
                    <b>{ self.name }</b>
                    { whole("hint", self.about) }
                    <span class="file" role="status">{ whole("", said) }</span>
                    <span class="problem" role="alert">{ whole("", problem) }</span>
                    { arrival(&self.target, state, words, dispatch) }
                </>
            },
            note: html! { self.note },
            end: html! {
                <>
                    { button::button(save, press) }
                    <span class="cancel">
                        if writing {
                            { button::button(cancel, dispatch.always(later::Command::CancelWriting(self.target.clone()))) }
                        }
                    </span>
                </>
            },
        }
    }
}

/// Words that are replaced as a whole when they change.
fn whole(class: &'static str, words: AttrValue) -> Html {
    html! { <span key={words.to_string()} {class}>{ words }</span> }
}

fn is_for_sharing(state: &State) -> bool {
    state.download.edition == Edition::Sharing
}

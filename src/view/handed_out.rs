//! What is said of files that are made: each format, and what became of it.

use domain::job::WriteFault;
use domain::report::format::Format;
use domain::texts::later::{self as key, Key};
use editor::download::{Copying, FileState, HandedOut};
use editor::later;
use editor::state::State;
use editor::target::Target;
use yew::prelude::*;

use crate::browser::host_page;
use crate::view::dispatch::Dispatch;
use crate::view::parts::button::{Button, button};
use crate::view::within;
use crate::view::words::LaterWords;

/// The words of a format.
pub(crate) struct FormatWords {
    /// What kind of report it is.
    pub(crate) name: Key,
    /// What it is for.
    pub(crate) about: Key,
    /// What kind of file.
    pub(crate) file: Key,
}

pub(crate) fn format_words(format: Format) -> FormatWords {
    match format {
        Format::Html => FormatWords {
            name: key::DOWNLOAD_HTML_NAME,
            about: key::DOWNLOAD_HTML_ABOUT,
            file: key::DOWNLOAD_HTML_FILE,
        },
        Format::Docx => FormatWords {
            name: key::DOWNLOAD_DOCX_NAME,
            about: key::DOWNLOAD_DOCX_ABOUT,
            file: key::DOWNLOAD_DOCX_FILE,
        },
        Format::Markdown => FormatWords {
            name: key::DOWNLOAD_MARKDOWN_NAME,
            about: key::DOWNLOAD_MARKDOWN_ABOUT,
            file: key::DOWNLOAD_MARKDOWN_FILE,
        },
        Format::Calendar => FormatWords {
            name: key::DOWNLOAD_CALENDAR_NAME,
            about: key::DOWNLOAD_CALENDAR_ABOUT,
            file: key::DOWNLOAD_CALENDAR_FILE,
        },
        Format::Xlsx => FormatWords {
            name: key::DOWNLOAD_XLSX_NAME,
            about: key::DOWNLOAD_XLSX_ABOUT,
            file: key::DOWNLOAD_XLSX_FILE,
        },
        Format::Csv => FormatWords {
            name: key::DOWNLOAD_CSV_NAME,
            about: key::DOWNLOAD_CSV_ABOUT,
            file: key::DOWNLOAD_CSV_FILE,
        },
        Format::Json => FormatWords {
            name: key::DOWNLOAD_JSON_NAME,
            about: key::DOWNLOAD_JSON_ABOUT,
            file: key::DOWNLOAD_JSON_FILE,
        },
    }
}

/// What became of a file.
pub(crate) fn file_said(file: &FileState, words: &LaterWords) -> AttrValue {
    match file {
        FileState::Writing => words.get(key::DOWNLOAD_WRITING),
        FileState::HandedOut(file) => {
            let size = file.size.div_ceil(1000).to_string();
            words.with(key::DOWNLOAD_HANDED_OUT, &[("size", &size)])
        }
        FileState::Failed(fault) => words.get(fault_words(*fault)),
    }
}

/// What can be done once a file was handed out: to say that a save file is there, and another way where
/// nothing arrived.
///
/// Accessibility: native `details`, so that what few people need is one press away; both presses say
/// which file they mean. What came of copying is read out, and the text that has to be copied by hand has
/// the focus and is chosen.
pub(crate) fn arrival(
    target: &Target,
    state: &State,
    words: &LaterWords,
    dispatch: &Dispatch,
) -> Html {
    let Some(FileState::HandedOut(file)) = state.file_state(target) else {
        return Html::default();
    };
    let name = AttrValue::from(file.name.clone());
    let there = Button::quiet(words.get(key::ARRIVAL_THERE)).for_context(name.clone());
    html! {
        <div class="arrival">
            if file.awaited.is_some() {
                { button(there, dispatch.always(later::Command::SayArrived(target.clone()))) }
            }
            // A frame is where files are refused, without a word.
            <details open={host_page::is_framed()}>
                <summary>
                    { words.get(key::ARRIVAL_NOTHING) }
                    <span class="unseen">{ " " }{ name }</span>
                </summary>
                { instead(target, file, words, dispatch) }
            </details>
        </div>
    }
}

/// Where to look, and the other ways to what is in a file.
fn instead(target: &Target, file: &HandedOut, words: &LaterWords, dispatch: &Dispatch) -> Html {
    let name = [("file", &*file.name)];
    let opens = matches!(target, Target::SaveFile | Target::Listed(_));
    let copied = if opens { key::ARRIVAL_COPIED_OPENS } else { key::ARRIVAL_COPIED };
    let came = match file.copying {
        Copying::NotAsked => AttrValue::default(),
        Copying::Copied => words.with(copied, &name),
        Copying::Refused => words.with(key::ARRIVAL_BY_HAND, &name),
    };
    let copy = Button::plain(words.get(key::ARRIVAL_COPY)).for_context(file.name.clone().into());
    html! {
        <>
            <p>{ words.get(key::ARRIVAL_LOOK) }</p>
            if let Some(text) = &file.text {
                { button(copy, dispatch.always(later::Command::CopyText(target.clone()))) }
                <p role="status">{ came.clone() }</p>
                if file.copying == Copying::Refused {
                    <textarea
                        class="by-hand"
                        rows="6"
                        readonly=true
                        spellcheck="false"
                        aria-label={came}
                        value={AttrValue::from(text.clone())}
                    />
                }
            } else {
                <p>{ words.get(key::ARRIVAL_PACKED) }</p>
            }
            if host_page::is_framed() && within::has_address() {
                <p>{ words.get(key::ARRIVAL_WINDOW) }</p>
                { within::outside(words) }
            }
        </>
    }
}

/// Why a file was not made.
fn fault_words(fault: WriteFault) -> Key {
    match fault {
        WriteFault::NotReadBack => key::DOWNLOAD_FAULT_NOT_READ_BACK,
        WriteFault::Stopped => key::DOWNLOAD_FAULT_STOPPED,
        WriteFault::NotHere => key::DOWNLOAD_FAULT_NOT_HERE,
        WriteFault::NotLocked => key::DOWNLOAD_FAULT_NOT_LOCKED,
    }
}

//! The screen *sheets*: questions to hand to others, and what comes back on them.

use std::rc::Rc;

use domain::report::format::Format;
use domain::sheet::people::{Among, People, Person};
use domain::texts::later as key;
use editor::download::FileState;
use editor::returned_sheet::ReturnedSheet;
use editor::seal::Seal;
use editor::state::State;
use editor::target::Target;
use editor::work::Work;
use editor::{Place, later};
use yew::prelude::*;

use crate::view::dispatch::Dispatch;
use crate::view::given::LaterGiven;
use crate::view::handed_out::{arrival, format_words};
use crate::view::link::address;
use crate::view::opener::opener_of;
use crate::view::parts::button::{self, Button};
use crate::view::parts::icon::Icon;
use crate::view::parts::list::{Entry, list};
use crate::view::parts::steps::steps;
use crate::view::parts::title::{part, title};
use crate::view::standing;
use crate::view::subject::kicker;
use crate::view::words::LaterWords;

mod proposal;
mod record;

/// What a file dialog offers for a sheet that comes back.
const SHEET_FILES: &str = ".xlsx,.ods,.xls,.csv,text/csv,\
                           application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,\
                           application/vnd.oasis.opendocument.spreadsheet,application/vnd.ms-excel";

/// The formats of a sheet: to write on, and to fill in and read back.
const FORMATS: [Format; 2] = [Format::Xlsx, Format::Docx];

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let content = state.work.as_ref().map(|work| Here { state, work, words, dispatch }.screen());
    content.unwrap_or_default()
}

#[derive(Clone, Copy)]
struct Here<'a> {
    state: &'a State,
    work: &'a Work,
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl Here<'_> {
    fn screen(self) -> Html {
        let words = self.words;
        let subject = kicker(&self.work.assessment.scope);
        let lead = match &self.state.sheet {
            ReturnedSheet::Read(read) => words.with(key::SHEETS_LEAD_READ, &[("file", &read.file)]),
            ReturnedSheet::None | ReturnedSheet::Taken(_) => words.get(key::SHEETS_LEAD),
        };
        html! {
            <>
                { title(subject.into(), words.get(key::APP_TITLE_SHEETS), lead) }
                <p class="waiting" role="status">{ self.said() }</p>
                <div class="proposal">
                    if let ReturnedSheet::Read(read) = &self.state.sheet {
                        { proposal::proposal(self, read) }
                    }
                </div>
                { self.people() }
                { self.back() }
                { record::records(self) }
                { self.blank() }
                { self.steps() }
            </>
        }
    }

    /// What became of the sheet that was read.
    fn said(self) -> AttrValue {
        match &self.state.sheet {
            ReturnedSheet::Taken(0) => self.words.get(key::SHEETS_NOTED),
            ReturnedSheet::Taken(count) => self.words.count(key::SHEETS_TAKEN, *count),
            ReturnedSheet::Read(read) if read.is_waiting() => self.words.get(key::SHEETS_READING),
            ReturnedSheet::None | ReturnedSheet::Read(_) if self.state.has_worker() => {
                AttrValue::default()
            }
            ReturnedSheet::None | ReturnedSheet::Read(_) if self.state.seal == Seal::Loading => {
                AttrValue::default()
            }
            ReturnedSheet::None | ReturnedSheet::Read(_) => self.words.get(key::DOWNLOAD_CANNOT),
        }
    }

    /// A sheet for everybody who could know something.
    fn people(self) -> Html {
        let words = self.words;
        let Some(guidance) = self.state.guidance() else { return Html::default() };
        let all = People::of(Among {
            asked: &self.work.asked,
            assessment: &self.work.assessment,
            catalogue: &self.state.catalogue,
            guidance,
        });
        let rows = all.people.iter().map(|person| self.person(person)).collect();
        part(
            "people".into(),
            words.get(key::SHEETS_PEOPLE),
            Some(all.people.len().to_string().into()),
            Some(words.get(key::SHEETS_PEOPLE_ABOUT)),
            html! {
                <>
                    if all.people.is_empty() {
                        <p class="none">{ words.get(key::SHEETS_PEOPLE_NONE) }</p>
                    }
                    { list(rows) }
                    if all.kept_back > 0 {
                        <p class="hint">{ words.count(key::SHEETS_KEPT_BACK, all.kept_back) }</p>
                    }
                </>
            },
        )
    }

    fn person(self, person: &Person) -> Entry {
        let count = self.words.count(key::SHEETS_COULD_KNOW, person.could_know);
        let about = html! {
            <>
                <span class="hint">{ count }</span>
                <span class="hint">{ record::newest_of(self, &person.name) }</span>
            </>
        };
        let target = |format| Target::QuestionSheet(person.name.clone(), format);
        self.row(person.name.clone(), about, target)
    }

    /// All questions, for people who answer away from the page.
    fn blank(self) -> Html {
        let words = self.words;
        let name: Rc<str> = words.get(key::APP_TITLE_QUESTIONS).to_string().into();
        let about = html! { <span class="hint">{ words.get(key::SHEETS_BLANK_HINT) }</span> };
        let row = self.row(name, about, Target::Blank);
        let see = Button::quiet(words.get(key::SHEETS_BLANK_SEE));
        part(
            "blank".into(),
            words.get(key::SHEETS_BLANK),
            None,
            Some(words.get(key::SHEETS_BLANK_ABOUT)),
            html! {
                <>
                    { list(vec![row]) }
                    { button::link(see, address(&Place::Questions)) }
                </>
            },
        )
    }

    /// One sheet, in each format.
    fn row(self, name: Rc<str>, about: Html, target: impl Fn(Format) -> Target) -> Entry {
        let files = FORMATS.map(|format| (format, target(format)));
        Entry {
            key: (&*name).into(),
            mark: Html::default(),
            text: html! {
                <>
                    <b>{ name.clone() }</b>
                    { about }
                    for (format, target) in &files {
                        <div key={format.extension()}>
                            <span class="file" role="status">
                                { standing::became(*format, target, self.state, self.words) }
                            </span>
                            { arrival(target, self.state, self.words, self.dispatch) }
                        </div>
                    }
                </>
            },
            note: Html::default(),
            end: html! {
                for (format, target) in files.clone() {
                    <span key={format.extension()}>{ self.save(format, target, &name) }</span>
                }
            },
        }
    }

    fn save(self, format: Format, target: Target, name: &Rc<str>) -> Html {
        let kind = self.words.get(format_words(format).file);
        let save = Button {
            label: self.words.with(key::QUESTIONS_SAVE, &[("format", &kind)]),
            context: name.clone().into(),
            before: Some(Icon::Download),
            ..Button::default()
        };
        let writing = self.state.file_state(&target) == Some(&FileState::Writing);
        let press = if writing {
            Callback::noop()
        } else {
            self.dispatch.always(later::Command::Write(target))
        };
        button::button(save, press)
    }

    /// Where a sheet comes back.
    fn back(self) -> Html {
        let words = self.words;
        let open = Button::plain(words.get(key::SHEETS_BACK_OPEN)).named("read-sheet");
        part(
            "back".into(),
            words.get(key::SHEETS_BACK),
            None,
            Some(words.get(key::SHEETS_BACK_ABOUT)),
            opener_of(open, SHEET_FILES, self.dispatch),
        )
    }

    fn steps(self) -> Html {
        let words = self.words;
        let back = Button::plain(words.get(key::APP_TITLE_OPEN)).before(Icon::Back);
        let next = Button::plain(words.get(key::REVIEW_RESULT)).after(Icon::Next);
        steps(
            button::link(back, address(&Place::Open)),
            button::link(next, address(&Place::Result)),
        )
    }
}

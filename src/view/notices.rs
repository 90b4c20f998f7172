//! What happened, what is safe, and what can be done.

use std::rc::Rc;

use domain::bounds::listed::SHEETS;
use domain::id::Code;
use domain::job::{OpenFault, TooMuch};
use domain::merge::Elsewhere;
use domain::sheet::record::SheetRecord;
use domain::texts::later::{self as key, Key};
use editor::download::FileState;
use editor::history::Way;
use editor::keeping::{Deletion, Keeping, StorageFault, Unreadable, Wish, Writing};
use editor::left_behind::Left;
use editor::offline::Newer;
use editor::seal::{FileWorker, Seal, SealFacts};
use editor::state::{Met, Notice, Shelf, State};
use editor::target::Target;
use editor::{Message, Place, first, later};
use yew::prelude::*;

use crate::browser::{host, host_page};
use crate::view::dispatch::Dispatch;
use crate::view::earlier::carried_over;
use crate::view::given::LaterGiven;
use crate::view::handed_out::{arrival, file_said};
use crate::view::link::address;
use crate::view::opener::opener;
use crate::view::parts::button::{self, Button, button, link};
use crate::view::parts::icon::Icon;
use crate::view::parts::notice::{About, notice};
use crate::view::words::LaterWords;
use crate::view::{own_words, passphrase, within};

/// All notices that stand above a screen.
pub(crate) fn notices(given: LaterGiven<'_>) -> Html {
    let LaterGiven { state, words, dispatch, .. } = given;
    let say = Say { state, words, dispatch };
    let all = [
        ("page", say.about_page()),
        ("newer", say.about_newer()),
        ("own", say.about_own()),
        ("keeping", say.about_keeping()),
        ("happened", say.about_what_happened()),
        ("reading", say.about_reading()),
        ("carried", carried_over(given)),
    ];
    let all = all.into_iter().filter_map(|(key, notice)| Some((AttrValue::from(key), notice?)));
    html! {
        for (key, notice) in all.chain(say.about_left()).chain(say.about_files()) {
            <div key={key.to_string()}>{ notice }</div>
        }
    }
}

/// Of what a file holds too much.
fn too_much(of: TooMuch, words: &LaterWords) -> AttrValue {
    let (key, most) = match of {
        TooMuch::Unpacked => return words.get(key::NOTICES_FAULT_TOO_MUCH),
        TooMuch::Depth => return words.get(key::NOTICES_FAULT_DEPTH),
        TooMuch::Text => return words.get(key::NOTICES_FAULT_TEXT),
        TooMuch::Entries(most) => (key::NOTICES_FAULT_ENTRIES, most),
        TooMuch::Sheets(most) => (key::NOTICES_FAULT_SHEETS, most),
        TooMuch::Rows(most) => (key::NOTICES_FAULT_ROWS, most),
        TooMuch::Columns(most) => (key::NOTICES_FAULT_COLUMNS, most),
        TooMuch::Cells(most) => (key::NOTICES_FAULT_CELLS, most),
        TooMuch::Questions(most) => (key::NOTICES_FAULT_QUESTIONS, most),
        TooMuch::Letters(most) => (key::NOTICES_FAULT_LETTERS, most),
    };
    words.with(key, &[("most", &most.to_string())])
}

/// That a newer version has made a file, and how to come by that: a page that is one file is the same each time
/// it is loaded.
fn newer(says: Key, found: &str, newest: &str, words: &LaterWords) -> AttrValue {
    let says = words.with(says, &[("found", found), ("newest", newest)]);
    let then = match host::is_one_file() {
        true => key::ONE_FILE_OPEN_NEWER,
        false => key::NOTICES_FAULT_OPEN_NEWER,
    };
    format!("{says} {}", words.get(then)).into()
}

/// Why a file was not opened.
fn fault(fault: &OpenFault, words: &LaterWords) -> AttrValue {
    match fault {
        OpenFault::TooLarge => words.get(key::NOTICES_FAULT_TOO_LARGE),
        OpenFault::Empty => words.get(key::NOTICES_FAULT_EMPTY),
        OpenFault::NotASaveFile => words.get(key::NOTICES_FAULT_NOT_A_SAVE_FILE),
        OpenFault::OtherFormat => words.get(key::NOTICES_FAULT_OTHER_FORMAT),
        OpenFault::Newer { found, newest } => {
            newer(key::NOTICES_FAULT_NEWER, &found.to_string(), &newest.to_string(), words)
        }
        OpenFault::NewerBank { found, newest } => {
            newer(key::NOTICES_FAULT_NEWER_BANK, found, newest, words)
        }
        OpenFault::NotUnderstood { line, column } => words.with(
            key::NOTICES_FAULT_NOT_UNDERSTOOD,
            &[("line", &line.to_string()), ("column", &column.to_string())],
        ),
        OpenFault::Damaged { line, column } => words.with(
            key::NOTICES_FAULT_DAMAGED,
            &[("line", &line.to_string()), ("column", &column.to_string())],
        ),
        OpenFault::OtherCatalogue(name) => {
            words.with(key::NOTICES_FAULT_OTHER_CATALOGUE, &[("name", name)])
        }
        OpenFault::NotASheet => words.get(key::NOTICES_FAULT_NOT_A_SHEET),
        OpenFault::Protected => words.get(key::NOTICES_FAULT_PROTECTED),
        OpenFault::Labelled => words.get(key::NOTICES_FAULT_LABELLED),
        OpenFault::DamagedWorkbook => words.get(key::NOTICES_FAULT_DAMAGED_WORKBOOK),
        OpenFault::OldEncoding => words.get(key::NOTICES_FAULT_OLD_ENCODING),
        OpenFault::PutOff => words.get(key::NOTICES_FAULT_PUT_OFF),
        OpenFault::TooMuch(of) => too_much(*of, words),
        OpenFault::Several => words.get(key::NOTICES_FAULT_SEVERAL),
        OpenFault::SheetAlone => words.get(key::NOTICES_FAULT_SHEET_ALONE),
        OpenFault::Stopped => words.get(key::NOTICES_FAULT_STOPPED),
        OpenFault::NotHere => words.get(key::NOTICES_FAULT_NOT_HERE),
        OpenFault::Locked(fault) => words.get(passphrase::fault(*fault)),
    }
}

struct Say<'a> {
    state: &'a State,
    words: &'a LaterWords,
    dispatch: &'a Dispatch,
}

impl Say<'_> {
    /// A file from outside that takes long to be read, and can be stopped.
    fn about_reading(&self) -> Option<Html> {
        let file = self.state.reading_file()?;
        let stop = button(
            self.quiet(key::NOTICES_READING_STOP),
            self.dispatch.always(later::Command::StopReading),
        );
        let first = self.words.with(key::NOTICES_READING, &[("file", file)]);
        Some(notice(About::State, first, self.words.get(key::NOTICES_READING_ABOUT), stop))
    }

    /// The page itself: whether it could seal itself, and whether all of it is there.
    fn about_page(&self) -> Option<Html> {
        // The screen about the seal says all this itself.
        if self.state.place == Place::Sealed {
            return None;
        }
        match &self.state.seal {
            Seal::Not(_) => {
                let check = self.quiet(key::NOTICES_NOT_SEALED_CHECK);
                Some(self.notice(
                    About::Fault,
                    key::NOTICES_NOT_SEALED,
                    self.words.get(key::NOTICES_NOT_SEALED_ABOUT),
                    html! { <>{ self.again() }{ link(check, address(&Place::Sealed)) }</> },
                ))
            }
            Seal::Sealed(facts) => self.about_parts(facts),
            Seal::Loading => None,
        }
    }

    /// What of the page is not here, or may not run.
    fn about_parts(&self, facts: &SealFacts) -> Option<Html> {
        let (first, then, actions) = match &facts.worker {
            FileWorker::Answers => {
                let file = facts.missing.first()?;
                let then = self.words.with(key::NOTICES_PLAIN_ABOUT, &[("file", file)]);
                (key::NOTICES_PLAIN, then, self.again())
            }
            FileWorker::NotHere => {
                let files: Vec<_> = facts.missing.iter().map(|file| &**file).collect();
                let about = self.words.get(key::NOTICES_MISSING_ABOUT);
                let files =
                    self.words.with(key::NOTICES_MISSING_FILES, &[("files", &files.join(", "))]);
                (key::NOTICES_MISSING, format!("{about} {files}").into(), self.again())
            }
            FileWorker::Refused(rules) => (
                key::NOTICES_NO_WORKER,
                self.words.get(key::NOTICES_NO_WORKER_ABOUT),
                self.rules(rules),
            ),
        };
        // Nobody but whoever runs it can do more about it.
        let then = match own_words::whom_to_ask(self.state, self.words) {
            Some(whom) => format!("{then} {whom}").into(),
            None => then,
        };
        Some(self.notice(About::Fault, first, then, actions))
    }

    /// A newer version of the page: offered, and never taken by itself.
    fn about_newer(&self) -> Option<Html> {
        if self.state.offline.newer != Newer::Here {
            return None;
        }
        let close = later::Command::CloseNewer;
        let close = button(self.quiet(key::NOTICES_CLOSE), self.dispatch.always(close));
        let work = self.state.work.as_ref();
        let is_here_alone =
            work.is_some_and(|work| matches!(work.keeping, Keeping::Undecided | Keeping::Nowhere));
        let (then, save) = if is_here_alone {
            (key::NOTICES_NEWER_PAGE_ONLY_HERE, self.save())
        } else {
            (key::NOTICES_NEWER_PAGE_ABOUT, Html::default())
        };
        Some(self.notice(
            About::Information,
            key::NOTICES_NEWER_PAGE,
            self.words.get(then),
            html! { <>{ save }{ self.again() }{ close }</> },
        ))
    }

    /// The words of whoever runs this copy, where they do not fit: on the start screen, where they would stand.
    fn about_own(&self) -> Option<Html> {
        let is_start = self.state.place == Place::Start;
        is_start.then(|| own_words::not_shown(self.state, self.words)).flatten()
    }

    /// Where the open assessment is kept, if that is not as people expect.
    fn about_keeping(&self) -> Option<Html> {
        let refused = (About::Fault, key::NOTICES_REFUSED, key::NOTICES_REFUSED_SAFE);
        let (about, first, then) = match &self.state.work.as_ref()?.keeping {
            Keeping::Device(Writing::Failed(fault)) => match fault {
                StorageFault::Refused => refused,
                StorageFault::Full => (About::Fault, key::NOTICES_FULL, key::NOTICES_FULL_SAFE),
                StorageFault::Blocked => {
                    (About::Fault, key::NOTICES_BLOCKED, key::NOTICES_BLOCKED_SAFE)
                }
                StorageFault::Newer => (About::Fault, key::NOTICES_NEWER, key::NOTICES_NEWER_SAFE),
                StorageFault::Other(_) => {
                    (About::Fault, key::NOTICES_FAILED, key::NOTICES_FAILED_SAFE)
                }
            },
            // The start screen says so in its list.
            Keeping::Nowhere | Keeping::Undecided
                if matches!(self.state.shelf, Shelf::Refused(_))
                    && self.state.place != Place::Start =>
            {
                refused
            }
            _ => return None,
        };
        let actions = match about {
            About::Fault if first == key::NOTICES_REFUSED && host_page::is_framed() => {
                html! { <>{ self.save() }{ within::outside(self.words) }</> }
            }
            About::Fault => self.save(),
            About::Information | About::State => Html::default(),
        };
        Some(self.notice(about, first, self.words.get(then), actions))
    }

    /// What happened last.
    fn about_what_happened(&self) -> Option<Html> {
        let get = |key| self.words.get(key);
        let close = self.close();
        let (about, first, then, actions) = match self.state.notice.as_ref()? {
            Notice::FileRefused(file, why) => (
                About::Fault,
                self.words.with(key::NOTICES_FILE_REFUSED, &[("file", file)]),
                format!("{} {}", fault(why, self.words), get(key::NOTICES_UNTOUCHED)).into(),
                html! { <>{ self.another_file() }{ close }</> },
            ),
            Notice::FileUnreadable(file) => (
                About::Fault,
                self.words.with(key::NOTICES_FILE_UNREADABLE, &[("file", file)]),
                get(key::NOTICES_FILE_UNREADABLE_ABOUT),
                html! { <>{ self.another_file() }{ close }</> },
            ),
            Notice::FileOpened => {
                let (then, keep) = self.keep();
                let work = self.state.work.as_ref();
                let days = work.map_or(0, |work| work.assessment.unlikely_days());
                let then = match days {
                    0 => then,
                    days => {
                        let key = key::NOTICES_FILE_OPENED_DAYS;
                        self.words.count_with(key, days, &[("said", &then)])
                    }
                };
                (
                    About::State,
                    get(key::NOTICES_FILE_OPENED),
                    then,
                    html! { <>{ keep }{ close }</> },
                )
            }
            Notice::LeftBehind => {
                let work = self.state.work.as_ref();
                let is_open = work.is_some_and(|work| work.wish().is_none());
                let keep = if is_open { self.keep().1 } else { Html::default() };
                (
                    About::State,
                    get(key::NOTICES_LEFT_BEHIND),
                    get(key::NOTICES_LEFT_BEHIND_ABOUT),
                    html! { <>{ keep }{ close }</> },
                )
            }
            Notice::RecordsDamaged(count) => (
                About::Fault,
                self.words.count(key::NOTICES_RECORDS_DAMAGED, *count),
                self.words.count(key::NOTICES_RECORDS_DAMAGED_ABOUT, *count),
                html! { <>{ self.unread() }{ close }</> },
            ),
            Notice::WithoutHead => (
                About::Fault,
                get(key::NOTICES_WITHOUT_HEAD),
                get(key::NOTICES_WITHOUT_HEAD_ABOUT),
                html! { <>{ self.unread() }{ close }</> },
            ),
            Notice::FileIsOld(count) => (
                About::Information,
                self.words.count(key::NOTICES_FILE_IS_OLD, *count),
                get(key::NOTICES_FILE_IS_OLD_ABOUT),
                html! { <>{ self.save() }{ close }</> },
            ),
            Notice::DraftGone => (
                About::Fault,
                get(key::NOTICES_DRAFT_GONE),
                get(key::NOTICES_DRAFT_GONE_ABOUT),
                html! { <>{ self.another_file() }{ close }</> },
            ),
            Notice::DraftUnread(why) => {
                let (first, then) = match why {
                    Unreadable::Newer => (key::NOTICES_DRAFT_NEWER, key::NOTICES_DRAFT_NEWER_ABOUT),
                    Unreadable::Damaged => {
                        (key::NOTICES_DRAFT_DAMAGED, key::NOTICES_DRAFT_DAMAGED_ABOUT)
                    }
                };
                let actions = match why {
                    Unreadable::Newer => self.again(),
                    Unreadable::Damaged => self.another_file(),
                };
                (About::Fault, get(first), get(then), html! { <>{ actions }{ close }</> })
            }
            Notice::NotDeleted(why) => (
                About::Fault,
                get(key::NOTICES_NOT_DELETED),
                format!("{}{}", get(key::NOTICES_NOT_DELETED_ABOUT), self.reason(why)).into(),
                close,
            ),
            Notice::Deleted(records) => {
                let undo = Button::plain(get(key::NOTICES_DELETED_UNDO));
                let undo = match records.is_empty() {
                    true => Html::default(),
                    false => button(undo, self.dispatch.always(later::Command::PutBack)),
                };
                (
                    About::Information,
                    get(key::NOTICES_DELETED),
                    get(key::NOTICES_DELETED_ABOUT),
                    html! { <>{ undo }{ close }</> },
                )
            }
            Notice::PutAnew => {
                let not = self.words.get(key::NOTICES_KEEP_NOT);
                let not = button(
                    Button::plain(not),
                    self.dispatch.always(first::Command::Keep(Wish::Nowhere)),
                );
                (
                    About::State,
                    get(key::NOTICES_PUT_ANEW),
                    get(key::NOTICES_PUT_ANEW_ABOUT),
                    html! { <>{ not }{ close }</> },
                )
            }
            Notice::PrintRefused => (
                About::Fault,
                get(key::NOTICES_PRINT_REFUSED),
                get(key::NOTICES_PRINT_REFUSED_ABOUT),
                html! { <>{ within::outside(self.words) }{ close }</> },
            ),
            Notice::SheetsFull => (
                About::Fault,
                self.words.with(key::NOTICES_SHEETS_FULL, &[("most", &SHEETS.to_string())]),
                get(key::NOTICES_SHEETS_FULL_ABOUT),
                close,
            ),
            Notice::Met(met) => {
                let undo = if self.state.takes_back(met) {
                    let undo = Button::plain(get(key::FRAME_UNDO_UNDO));
                    button(undo, self.dispatch.always(Message::Turn(Way::Undo)))
                } else {
                    Html::default()
                };
                let actions = html! { <>{ undo }{ close }</> };
                (About::State, get(key::NOTICES_MET), self.met(met), actions)
            }
        };
        Some(notice(about, first, then, actions))
    }

    /// What two windows changed at the same time, and what became of it.
    fn met(&self, met: &Met) -> AttrValue {
        let listed =
            |codes: &[Code]| codes.iter().map(Code::to_string).collect::<Vec<_>>().join(", ");
        let about = |key, codes: &[Code]| {
            (!codes.is_empty()).then(|| self.words.with(key, &[("codes", &listed(codes))]))
        };
        let parts = [
            about(key::NOTICES_MET_TEXTS, &met.texts),
            about(key::NOTICES_MET_CHOICES, &met.choices),
            self.met_elsewhere(met),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ").into()
    }

    /// Where outside the questions it was.
    fn met_elsewhere(&self, met: &Met) -> Option<AttrValue> {
        let words = self.words;
        let assessment = self.state.work.as_ref().map(|work| &work.assessment);
        let action = |id| {
            let action = assessment.and_then(|one| one.plan.action(id));
            match action.map_or("", |action| action.what.trim()) {
                "" => words.get(key::NOTICES_MET_ACTION_UNNAMED),
                what => words.with(key::NOTICES_MET_ACTION, &[("what", what)]),
            }
        };
        let sheet = |id| {
            let sheet = assessment.and_then(|one| one.sheets.sheet(id));
            match sheet.and_then(SheetRecord::saved) {
                Some(saved) => words.with(key::NOTICES_MET_SHEET, &[("who", &saved.who)]),
                None => words.get(key::NOTICES_MET_SHEET_UNNAMED),
            }
        };
        let all = met.elsewhere.iter().map(|place| match *place {
            Elsewhere::Scope => words.get(key::NOTICES_MET_SCOPE),
            Elsewhere::Action(id) => action(id),
            Elsewhere::Sheet(id) => sheet(id),
            Elsewhere::Risk(_) => words.get(key::NOTICES_MET_RISK),
            Elsewhere::Explained => words.get(key::NOTICES_MET_EXPLAINED),
        });
        let what = all.reduce(|before, next| {
            words.with(key::NOTICES_MET_COMMA, &[("before", &before), ("next", &next)])
        })?;
        Some(words.with(key::NOTICES_MET_ELSEWHERE, &[("what", &what)]))
    }

    /// What was left behind and waits. Put off, it stands on the start screen alone.
    fn about_left(&self) -> Vec<(AttrValue, Html)> {
        if self.state.left_is_put_off && self.state.place != Place::Start {
            return Vec::new();
        }
        let all = self.state.waits().iter().enumerate();
        all.map(|(at, left)| (format!("left-{at}").into(), self.left(at, left))).collect()
    }

    fn left(&self, at: usize, left: &Left) -> Html {
        let (words, dispatch) = (self.words, self.dispatch);
        let draft = left.usable(&self.state.catalogue);
        let subject = draft.map_or("", |draft| draft.assessment.scope.subject());
        let does = |button: Button, command: later::Command| {
            // Several may wait.
            let button = button.for_context(subject.to_owned().into());
            button::button(button, dispatch.always(command))
        };
        let (first, then, open) = match draft {
            Some(draft) => {
                let first = match subject {
                    "" => words.get(key::NOTICES_LEFT_WAITS_UNNAMED),
                    subject => words.with(key::NOTICES_LEFT_WAITS, &[("subject", subject)]),
                };
                let open = Button::plain(words.get(key::NOTICES_LEFT_OPEN));
                let open = does(open, later::Command::OpenLeft(at));
                let answers = draft.progress.answers();
                (first, words.count(key::NOTICES_LEFT_WAITS_ABOUT, answers), open)
            }
            None => (
                words.get(key::NOTICES_LEFT_OTHER),
                words.get(key::NOTICES_LEFT_OTHER_ABOUT),
                self.again(),
            ),
        };
        let put_off = if self.state.left_is_put_off {
            Html::default()
        } else {
            does(Button::plain(words.get(key::NOTICES_LEFT_PUT_OFF)), later::Command::PutOffLeft)
        };
        let let_go = later::Command::AskToDelete(Deletion::Left(at));
        let let_go = does(self.quiet(key::NOTICES_LEFT_LET_GO), let_go);
        notice(About::State, first, then, html! { <>{ open }{ put_off }{ let_go }</> })
    }

    fn notice(&self, about: About, first: Key, then: AttrValue, actions: Html) -> Html {
        notice(about, self.words.get(first), then, actions)
    }

    /// A file that was opened: whether to keep it is still to be chosen.
    fn keep(&self) -> (AttrValue, Html) {
        if matches!(self.state.shelf, Shelf::Refused(_)) {
            return (self.words.get(key::NOTICES_FILE_OPENED_REFUSED), Html::default());
        }
        let keep = |label, wish| {
            let label = self.words.get(label);
            button(Button::plain(label), self.dispatch.always(first::Command::Keep(wish)))
        };
        let both = html! {
            <>
                { keep(key::NOTICES_KEEP, Wish::Device) }
                { keep(key::NOTICES_KEEP_NOT, Wish::Nowhere) }
            </>
        };
        let about = self.words.get(key::NOTICES_FILE_OPENED_ABOUT);
        let about = match within::kept_by_all(self.state, self.words) {
            Some(says) => format!("{about} {says}").into(),
            None => about,
        };
        (about, both)
    }

    /// The way out that always works, and how far it has come.
    fn save(&self) -> Html {
        let words = self.words;
        let file = self.state.file_state(&Target::SaveFile);
        let (label, before, command) = match file {
            Some(FileState::Writing) => {
                (key::NOTICES_SAVE_CANCEL, None, later::Command::CancelWriting(Target::SaveFile))
            }
            _ => (key::NOTICES_SAVE, Some(Icon::Download), later::Command::Write(Target::SaveFile)),
        };
        let how_far = match file {
            None => AttrValue::default(),
            Some(FileState::Writing) => words.get(key::NOTICES_SAVE_WRITING),
            // A notice of its own says so.
            Some(FileState::HandedOut(_)) => AttrValue::default(),
            Some(file @ FileState::Failed(_)) => file_said(file, words),
        };
        let save = Button { label: words.get(label), before, ..Button::default() };
        html! {
            <>
                { button(save, self.dispatch.always(command)) }
                <span role="status">{ how_far }</span>
            </>
        }
    }

    /// Save files of which nobody has said yet that they are there, or that were not made. The screen
    /// with the files says it of the one that is made there.
    fn about_files(&self) -> Vec<(AttrValue, Html)> {
        let say = |(target, file): &(Target, FileState)| {
            let stands = match target {
                Target::SaveFile | Target::LockedFile => self.state.place != Place::Download,
                Target::Listed(_) => self.state.place == Place::Start,
                _ => false,
            };
            let (about, first, then, key) = match file {
                FileState::HandedOut(file) => (
                    About::State,
                    self.words.with(key::NOTICES_SAVE_DONE, &[("file", &file.name)]),
                    self.words.get(key::ARRIVAL_THERE_ABOUT),
                    format!("file-{}", file.name),
                ),
                FileState::Failed(_) if *target != Target::SaveFile => {
                    let said = file_said(file, self.words);
                    let key = if *target == Target::LockedFile { "locked-file" } else { "file" };
                    (About::Fault, said, AttrValue::default(), key.to_owned())
                }
                FileState::Writing | FileState::Failed(_) => return None,
            };
            let close = later::Command::CancelWriting(target.clone());
            let close = button(self.quiet(key::NOTICES_CLOSE), self.dispatch.always(close));
            let arrival = arrival(target, self.state, self.words, self.dispatch);
            let actions = html! { <>{ arrival }{ close }</> };
            stands.then(|| (key.into(), notice(about, first, then, actions)))
        };
        self.state.download.files.iter().filter_map(say).collect()
    }

    /// What could not be read of the open assessment, as a file.
    fn unread(&self) -> Html {
        let Some(work) = &self.state.work else { return Html::default() };
        let save = Button {
            label: self.words.get(key::START_SAVE_UNREAD),
            before: Some(Icon::Download),
            ..Button::default()
        };
        let command = later::Command::SaveUnread(work.assessment.id.clone());
        button(save, self.dispatch.always(command))
    }

    /// The rules that refuse the worker, and a window of its own where another page may be what refuses.
    fn rules(&self, rules: &Rc<str>) -> Html {
        let named = if rules.is_empty() {
            self.words.get(key::NOTICES_NO_WORKER_UNNAMED)
        } else {
            rules.clone().into()
        };
        html! {
            <>
                if host_page::is_framed() {
                    { within::outside(self.words) }
                }
                <details>
                    <summary>{ self.words.get(key::NOTICES_NO_WORKER_RULES) }</summary>
                    <pre>{ named }</pre>
                </details>
            </>
        }
    }

    fn again(&self) -> Html {
        let again = Button::plain(self.words.get(key::NOTICES_AGAIN));
        button(again, self.dispatch.always(first::Command::LoadAnew))
    }

    fn another_file(&self) -> Html {
        let label = self.words.get(key::NOTICES_ANOTHER_FILE);
        opener(Button::plain(label), self.dispatch)
    }

    fn close(&self) -> Html {
        button(self.quiet(key::NOTICES_CLOSE), self.dispatch.always(later::Command::CloseNotice))
    }

    fn quiet(&self, label: Key) -> Button {
        Button::quiet(self.words.get(label))
    }

    /// What the browser said, where nothing better is known.
    fn reason(&self, why: &StorageFault) -> String {
        match why {
            StorageFault::Other(reason) if !reason.is_empty() => {
                let reason = self.words.with(key::NOTICES_FAILED_REASON, &[("reason", reason)]);
                format!(" {reason}")
            }
            _ => String::new(),
        }
    }
}

//! Question sheets that come back. Nothing of one is taken over before the person has chosen.

use std::rc::Rc;

use domain::assessment::Timestamp;
use domain::count::count;
use domain::date::Date;
use domain::job::Job;
use domain::report::format::Format;
use domain::save::Save;
use domain::sheet::people::{Among, rows, sheet_for};
use domain::sheet::proposal::{Becomes, Proposal};
use domain::sheet::record::{
    Arrival, RecordedSheet, SavedSheet, SheetForm, SheetId, SheetRecords, SheetReturn,
};

use super::asking::ask;
use super::changing::{change, changed, leave, say};
use super::{days, travelling};
use crate::day::DayField;
use crate::effect::Focus;
use crate::field::Field;
use crate::first;
use crate::history::{Because, Change, Everything, Way};
use crate::later::{Recording, Said, Taking};
use crate::message::{Effect, Moment};
use crate::place::Place;
use crate::request::Request;
use crate::returned_sheet::{ReturnedSheet, SheetRead};
use crate::state::{Notice, Purpose, State};

/// A file that may be a sheet came from outside.
pub(super) fn read(state: &mut State, effects: &mut Vec<Effect>, file: Rc<str>, bytes: Rc<[u8]>) {
    state.sheet = ReturnedSheet::Read(Rc::new(SheetRead {
        file,
        proposal: None,
        takes: Vec::new(),
        bytes,
        request: Request::default(),
    }));
    compare_anew(state, effects);
}

/// Compares the sheet with the assessment, unless that is as it was when they were compared last.
pub(super) fn compare_anew(state: &mut State, effects: &mut Vec<Effect>) {
    let (Some(work), ReturnedSheet::Read(read)) = (&state.work, &mut state.sheet) else { return };
    let revision = work.revision;
    if read.request.is_for(revision) {
        return;
    }
    let save = Box::new(Save::of(&work.assessment));
    let job = Job::Compare(save, read.bytes.to_vec());
    let purpose = Purpose::Compare(read.file.clone());
    let number = ask(state, effects, purpose, job);
    if let ReturnedSheet::Read(read) = &mut state.sheet {
        Rc::make_mut(read).request.ask_for(revision, number);
    }
}

/// The worker was stopped while it compared them, for another reason.
pub(super) fn lost(state: &mut State, effects: &mut Vec<Effect>) {
    if let ReturnedSheet::Read(read) = &mut state.sheet {
        Rc::make_mut(read).request.ask_anew();
    }
    compare_anew(state, effects);
}

/// The sheet was compared. What replaces nothing and can mean nothing else is chosen from the start, unless
/// the sheet was made for something else.
pub(super) fn compared(
    state: &mut State,
    effects: &mut Vec<Effect>,
    number: u32,
    proposal: Proposal,
) {
    let ReturnedSheet::Read(read) = &mut state.sheet else { return };
    if !read.request.awaits(number) {
        // The assessment has changed since, and they are being compared anew.
        return;
    }
    let read = Rc::make_mut(read);
    let rows = proposal.rows.iter().enumerate();
    read.request.answered();
    let is_meant = proposal.other_subject.is_none();
    let takes = rows.filter(|(_, row)| is_meant && row.is_plain && row.becomes == Becomes::Adds);
    read.takes = takes.map(|(at, _)| at).collect();
    let is_first = read.proposal.replace(Rc::new(proposal)).is_none();
    if state.place != Place::Sheets {
        travelling::go(state, effects, Place::Sheets);
    } else if is_first {
        effects.push(first::Effect::Focus(Focus::Screen).into());
    }
}

/// The person chose what is taken over.
pub(super) fn take(state: &mut State, effects: &mut Vec<Effect>, taking: Taking, moment: Moment) {
    let ReturnedSheet::Read(read) = &mut state.sheet else { return };
    match taking {
        Taking::Row(row) => {
            let takes = &mut Rc::make_mut(read).takes;
            if let Err(at) = takes.binary_search(&row) {
                takes.insert(at, row);
            }
        }
        Taking::NotRow(row) => Rc::make_mut(read).takes.retain(|taken| *taken != row),
        Taking::Nothing => {
            state.sheet = ReturnedSheet::None;
            effects.push(first::Effect::Focus(Focus::Screen).into());
        }
        Taking::Now => {
            if !read.is_waiting() {
                let read = read.clone();
                take_now(state, effects, &read, moment);
            }
        }
    }
}

/// Puts on record that the sheet came back, and takes the rows that are chosen. The latter is a change
/// that can be taken back; it came back all the same.
fn take_now(state: &mut State, effects: &mut Vec<Effect>, read: &SheetRead, moment: Moment) {
    let Some(fresh) = fresh(state) else { return };
    let Some(proposal) = &read.proposal else { return };
    let on_record = state.work.as_ref().map(|work| &work.assessment.sheets);
    if !on_record.is_some_and(|sheets| sheets.has_room_for(proposal.came_as.number())) {
        state.notice = Some(Notice::SheetsFull);
        return;
    }
    let taken = count(read.takes.len());
    let came = SheetReturn {
        on: moment.today,
        rows: proposal.all_rows(),
        taken,
        left: count(proposal.rows.len()).saturating_sub(taken),
        unreadable: count(proposal.odd.len()),
    };
    let mut sheet = fresh;
    put_on_record(state, moment.now, |sheets| {
        sheet = sheets.take_back(proposal.came_as, fresh, came.before_taking());
    });
    let Some(work) = &state.work else { return };
    let before = Everything::of(&work.assessment);
    let mut assessment = (*work.assessment).clone();
    let rows = read.takes.iter().filter_map(|at| proposal.rows.get(*at));
    rows.for_each(|row| row.given.take_over(&mut assessment));
    let mut after = Everything::of(&assessment);
    Rc::make_mut(&mut after.sheets).say_of_return(sheet, came.before_taking(), came);
    let because = Because::Taken(sheet, came);
    let rows = Change::Answers(Box::new(before), Box::new(after), because);
    change(state, rows, None, moment.now);
    state.sheet = ReturnedSheet::Taken(taken);
    say(state, Said::SheetTaken(taken));
    effects.push(first::Effect::Focus(Focus::Screen).into());
}

/// What is on record once a sheet for somebody is handed out, and under which number.
pub(super) fn to_be_saved(
    state: &State,
    who: &str,
    format: Format,
    today: Date,
) -> Option<(SheetId, SavedSheet)> {
    let work = state.work.as_ref()?;
    let (asked, assessment) = (&*work.asked, &work.assessment);
    let (catalogue, guidance) =
        (&*state.catalogue, &*state.guidance().cloned().unwrap_or_default());
    let saved = SavedSheet {
        who: who.to_owned(),
        form: if format == Format::Xlsx { SheetForm::Workbook } else { SheetForm::Document },
        rows: rows(&sheet_for(Among { asked, assessment, catalogue, guidance }, who)),
        on: today,
        arrival: Arrival::NotSaid,
    };
    let id = work.assessment.sheets.id_for(&saved, fresh(state)?);
    Some((id, saved))
}

/// A sheet was handed to the browser.
pub(super) fn went_out(state: &mut State, id: SheetId, saved: SavedSheet, now: Timestamp) {
    put_on_record(state, now, |sheets| sheets.save(id, saved));
}

/// The person said something about a sheet that is on record.
pub(super) fn record(
    state: &mut State,
    effects: &mut Vec<Effect>,
    id: SheetId,
    recording: Recording,
    now: Timestamp,
) {
    if state.work.as_ref().is_none_or(|work| work.assessment.sheets.sheet(id).is_none()) {
        return;
    }
    let typing = DayField::WentOut(id);
    let field = match recording {
        Recording::To(_) => Some(Field::SheetTo(id)),
        Recording::TypeOn(_) => Some(Field::Day(typing)),
        Recording::Arrived | Recording::RemoveReturn | Recording::Remove => None,
    };
    // A sheet that went out did so on some day: with none in the field, that stays.
    let on = match &recording {
        Recording::TypeOn(typed) => days::read(state, typing, typed, Date::typed).flatten(),
        _ => None,
    };
    let is_left = matches!(&recording, Recording::TypeOn(typed) if typed.is_left);
    let removed = match recording {
        Recording::Remove => Some(Said::SheetRemoved),
        Recording::RemoveReturn => Some(Said::ReturnRemoved),
        Recording::To(_) | Recording::TypeOn(_) | Recording::Arrived => None,
    };
    if let Some(removed) = removed {
        say(state, removed);
        // What was pressed goes with it.
        effects.push(first::Effect::Focus(Focus::Screen).into());
    }
    with(state, field, now, |sheets| {
        let saved = |sheets: &mut SheetRecords, set: &dyn Fn(&mut SavedSheet)| {
            if let Some(RecordedSheet::Saved(saved)) =
                sheets.sheet_mut(id).map(|record| &mut record.sheet)
            {
                set(saved);
            }
        };
        match recording {
            Recording::To(typed) => {
                if let Some(record) = sheets.sheet_mut(id) {
                    record.to = typed;
                }
            }
            Recording::TypeOn(_) => saved(sheets, &|saved| saved.on = on.unwrap_or(saved.on)),
            Recording::Arrived => saved(sheets, &|saved| saved.arrival = Arrival::Said),
            Recording::RemoveReturn => sheets.remove_return(id),
            Recording::Remove => sheets.remove(id),
        }
    });
    if is_left {
        leave(state);
    }
}

/// Changes what a person says of what is on record.
fn with(
    state: &mut State,
    field: Option<Field>,
    now: Timestamp,
    set: impl FnOnce(&mut SheetRecords),
) {
    if let Some(said) = changed_by(state, set) {
        change(state, said, field, now);
    }
}

/// Puts something on record that has happened. No step of undo: it has happened, whatever is taken back.
fn put_on_record(state: &mut State, now: Timestamp, set: impl FnOnce(&mut SheetRecords)) {
    let Some(happened) = changed_by(state, set) else { return };
    let Some(work) = &mut state.work else { return };
    let assessment = Rc::make_mut(&mut work.assessment);
    happened.apply(Way::Redo, assessment);
    assessment.changed = now;
    changed(state, &happened);
}

fn changed_by(state: &State, set: impl FnOnce(&mut SheetRecords)) -> Option<Change> {
    let before = state.work.as_ref()?.assessment.sheets.clone();
    let mut after = (*before).clone();
    set(&mut after);
    let change = Change::Sheets(before, Rc::new(after));
    (!change.is_void()).then_some(change)
}

/// A number that no sheet of this assessment has yet.
fn fresh(state: &State) -> Option<SheetId> {
    let work = state.work.as_ref()?;
    Some(SheetId::new(&work.assessment.id, state.window, state.next_job))
}

//! Which question sheets went out, to whom and when, and what came back on them. Part of the
//! assessment, and nothing for sharing: it names people.

use crate::bounds::listed::SHEETS;
use crate::count::count;
use crate::date::Date;
use crate::id::AssessmentId;

use super::name::is_same;

/// All that is on record, in the order in which it was put there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRecords(Vec<SheetRecord>);

/// Tells sheets apart. It stands on the sheet too, so that what comes back is found here; it tells
/// nothing to anybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetId(pub u32);

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRecord {
    /// Tells it apart from the others.
    pub id: SheetId,
    /// What is known of how it went out.
    pub sheet: RecordedSheet,
    /// Who has it, as typed.
    pub to: String,
    /// What came back on it, the earliest first.
    pub returns: Vec<SheetReturn>,
}

/// What is known of how a sheet went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordedSheet {
    /// It was handed to the browser here.
    Saved(SavedSheet),
    /// It came back, and nobody put on record that it went out.
    Stray(Stray),
}

/// A sheet that was handed to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSheet {
    /// Whom it is for: the function or name that could know.
    pub who: String,
    /// As what it was saved.
    pub form: SheetForm,
    /// How many questions and tactics stand on it.
    pub rows: u32,
    /// When.
    pub on: Date,
    /// Whether it is there. The page cannot see that.
    pub arrival: Arrival,
}

/// As what a sheet was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetForm {
    /// To be filled in and read back.
    Workbook,
    /// To be written on and talked about.
    Document,
}

/// Whether somebody said that a file is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Nobody did.
    NotSaid,
    /// Somebody did, or it came back.
    Said,
}

/// Why a sheet that came back is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stray {
    /// An earlier version of the page made it: these do not say which sheet they are.
    Earlier,
    /// It is the whole questionnaire without answers, which is everybody's.
    Blank,
    /// It says which sheet it is, and that is not on record here.
    Elsewhere,
}

/// What a sheet says of itself as it comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum CameAs {
    /// That it is the sheet of this number.
    Numbered(u32),
    /// Nothing, as it is the whole questionnaire.
    Blank,
    /// Nothing, as it is of an earlier version.
    Earlier,
    /// Nothing: what says it was taken away.
    Unsaid,
}

impl CameAs {
    /// The number that it names.
    #[must_use]
    pub fn number(self) -> Option<SheetId> {
        match self {
            Self::Numbered(number) => Some(SheetId(number)),
            Self::Blank | Self::Earlier | Self::Unsaid => None,
        }
    }
}

/// What came back on a sheet, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetReturn {
    /// When it was read.
    pub on: Date,
    /// How many rows it has.
    pub rows: u32,
    /// How many of them were taken over.
    pub taken: u32,
    /// How many would have changed something, and were left.
    pub left: u32,
    /// How many could not be taken.
    pub unreadable: u32,
}

impl SheetId {
    /// A number for the next sheet: of this assessment, of the window that drew that number, for what
    /// it asks of the worker as its next job. Nothing of them can be read from it.
    #[must_use]
    pub fn new(assessment: &AssessmentId, window: u32, job: u32) -> Self {
        // FNV-1a, 32 bits: the same on every machine, and spread well enough to tell sheets apart.
        let [window, job] = [window, job].map(u32::to_le_bytes);
        let bytes = assessment.as_str().bytes().chain(window).chain(job);
        let hashed = bytes
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        Self(hashed)
    }

    fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

impl SheetReturn {
    /// The same before any of its rows was taken over.
    #[must_use]
    pub fn before_taking(self) -> Self {
        Self { taken: 0, left: self.left.saturating_add(self.taken), ..self }
    }
}

impl SheetRecord {
    /// What was saved, where it went out from here.
    #[must_use]
    pub fn saved(&self) -> Option<&SavedSheet> {
        match &self.sheet {
            RecordedSheet::Saved(saved) => Some(saved),
            RecordedSheet::Stray(_) => None,
        }
    }
}

impl SheetRecords {
    /// All sheets, in the order in which they were put on record.
    #[must_use]
    pub fn all(&self) -> &[SheetRecord] {
        &self.0
    }

    /// Whether nothing is on record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are on record.
    #[must_use]
    pub fn count(&self) -> u32 {
        count(self.0.len())
    }

    /// A sheet.
    #[must_use]
    pub fn sheet(&self, id: SheetId) -> Option<&SheetRecord> {
        self.0.iter().find(|record| record.id == id)
    }

    /// A sheet, to be changed.
    pub fn sheet_mut(&mut self, id: SheetId) -> Option<&mut SheetRecord> {
        self.0.iter_mut().find(|record| record.id == id)
    }

    /// Those that were saved for somebody.
    pub fn of<'a>(&'a self, who: &'a str) -> impl Iterator<Item = &'a SheetRecord> {
        let is_theirs = |saved: &SavedSheet| is_same(&saved.who, who);
        self.0.iter().filter(move |record| record.saved().is_some_and(is_theirs))
    }

    /// Under which number a sheet goes out. To save the same again on the same day, before it is said
    /// who has it and anything came back, is to save it anew: nothing arrived, or it was put elsewhere.
    #[must_use]
    pub fn id_for(&self, saved: &SavedSheet, fresh: SheetId) -> SheetId {
        let again = self.of(&saved.who).find(|record| {
            let is_same = |found: &SavedSheet| (found.form, found.on) == (saved.form, saved.on);
            record.saved().is_some_and(is_same)
                && record.to.trim().is_empty()
                && record.returns.is_empty()
        });
        again.map_or_else(|| self.free(fresh), |record| record.id)
    }

    /// Whether no more sheets go on record.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= SHEETS
    }

    /// Whether there is room for a sheet of this number, or for one that has none yet. For one that is on
    /// record there always is.
    #[must_use]
    pub fn has_room_for(&self, number: Option<SheetId>) -> bool {
        !self.is_full() || number.is_some_and(|id| self.sheet(id).is_some())
    }

    /// A sheet was handed out under a number.
    pub fn save(&mut self, id: SheetId, saved: SavedSheet) {
        let sheet = RecordedSheet::Saved(saved);
        match self.sheet_mut(id) {
            Some(record) => record.sheet = sheet,
            None => self.0.push(SheetRecord { id, sheet, to: String::new(), returns: Vec::new() }),
        }
    }

    /// Something came back on a sheet. One that is not on record is put there, under a number of its
    /// own where it has none. Under which number it is on record.
    pub fn take_back(&mut self, came_as: CameAs, fresh: SheetId, what: SheetReturn) -> SheetId {
        let (id, why) = match came_as {
            CameAs::Numbered(id) => (SheetId(id), Stray::Elsewhere),
            CameAs::Blank => (self.free(fresh), Stray::Blank),
            CameAs::Earlier => (self.free(fresh), Stray::Earlier),
            CameAs::Unsaid => (self.free(fresh), Stray::Elsewhere),
        };
        match self.sheet_mut(id) {
            Some(record) => {
                record.returns.push(what);
                if let RecordedSheet::Saved(saved) = &mut record.sheet {
                    saved.arrival = Arrival::Said;
                }
            }
            None => self.0.push(SheetRecord {
                id,
                sheet: RecordedSheet::Stray(why),
                to: String::new(),
                returns: vec![what],
            }),
        }
        id
    }

    /// Says of what came back once something else than it said. What is not on record stays so.
    pub fn say_of_return(&mut self, id: SheetId, before: SheetReturn, after: SheetReturn) {
        let returns = self.sheet_mut(id).map(|record| record.returns.iter_mut());
        // The same twice is told apart by nothing: the one that came last is meant.
        if let Some(found) = returns.and_then(|all| all.rev().find(|found| **found == before)) {
            *found = after;
        }
    }

    /// Takes what came back last on a sheet off the record.
    pub fn remove_return(&mut self, id: SheetId) {
        if let Some(record) = self.sheet_mut(id) {
            record.returns.pop();
        }
    }

    /// Takes a sheet off the record.
    pub fn remove(&mut self, id: SheetId) {
        self.0.retain(|record| record.id != id);
    }

    /// Puts a sheet at the end. One whose number is there already gets another.
    pub fn add(&mut self, mut record: SheetRecord) {
        record.id = self.free(record.id);
        self.0.push(record);
    }

    /// This number, or else the next one that no sheet has.
    fn free(&self, mut id: SheetId) -> SheetId {
        while self.sheet(id).is_some() {
            id = id.next();
        }
        id
    }
}

impl FromIterator<SheetRecord> for SheetRecords {
    fn from_iter<I: IntoIterator<Item = SheetRecord>>(all: I) -> Self {
        let mut records = Self::default();
        for record in all {
            records.add(record);
        }
        records
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date { year: 2026, month: 11, day: 12 };
    const FRESH: SheetId = SheetId(7);

    fn saved(who: &str) -> SavedSheet {
        SavedSheet {
            who: who.into(),
            form: SheetForm::Workbook,
            rows: 13,
            on: DAY,
            arrival: Arrival::NotSaid,
        }
    }

    fn came() -> SheetReturn {
        SheetReturn { on: Date { day: 20, ..DAY }, rows: 13, taken: 9, left: 2, unreadable: 1 }
    }

    fn with_one() -> SheetRecords {
        let mut records = SheetRecords::default();
        records.save(FRESH, saved("Sales"));
        records
    }

    #[test]
    fn what_is_saved_again_on_the_same_day_is_the_same_sheet_until_somebody_has_it() {
        let mut records = with_one();
        let another = SheetId(9);
        assert_eq!(records.id_for(&saved("SALES"), another), FRESH);
        assert_eq!(records.id_for(&saved("Legal"), another), another);
        let document = SavedSheet { form: SheetForm::Document, ..saved("Sales") };
        assert_eq!(records.id_for(&document, another), another);
        let next_day = SavedSheet { on: Date { day: 13, ..DAY }, ..saved("Sales") };
        assert_eq!(records.id_for(&next_day, another), another);
        records.save(FRESH, saved("Sales"));
        assert_eq!(records.count(), 1);
        records.sheet_mut(FRESH).unwrap().to = "Anna in Sales".into();
        assert_eq!(records.id_for(&saved("Sales"), another), another);
        assert_eq!(records.id_for(&saved("Sales"), FRESH), SheetId(8), "the number is taken");
    }

    #[test]
    fn what_comes_back_is_found_by_its_number() {
        let mut records = with_one();
        records.take_back(CameAs::Numbered(7), SheetId(1), came());
        let [record] = records.all() else { panic!("{records:?}") };
        assert_eq!(record.returns, [came()]);
        assert_eq!(record.saved().unwrap().arrival, Arrival::Said, "it is there");
        // Once more, with more in it.
        records.take_back(CameAs::Numbered(7), SheetId(1), SheetReturn { taken: 2, ..came() });
        assert_eq!(records.all()[0].returns.len(), 2);
    }

    #[test]
    fn what_comes_back_and_is_not_known_is_on_record_as_that() {
        let mut records = with_one();
        for came_as in [CameAs::Numbered(5), CameAs::Numbered(5), CameAs::Blank, CameAs::Earlier] {
            records.take_back(came_as, FRESH, came());
        }
        let strays: Vec<_> =
            records.all().iter().map(|one| (one.id.0, one.sheet.clone())).collect();
        let stray = RecordedSheet::Stray;
        assert_eq!(
            strays[1..],
            [(5, stray(Stray::Elsewhere)), (8, stray(Stray::Blank)), (9, stray(Stray::Earlier))]
        );
        assert!(records.sheet(FRESH).unwrap().returns.is_empty(), "it did not come back");
        assert_eq!(records.of("Sales").count(), 1);
    }

    #[test]
    fn what_is_said_of_a_return_changes_where_it_stands_and_the_one_that_came_last_goes_first() {
        let mut records = with_one();
        let later = SheetReturn { on: Date { day: 21, ..DAY }, ..came() };
        for what in [came(), later] {
            assert_eq!(records.take_back(CameAs::Numbered(7), SheetId(1), what), FRESH);
        }
        let untaken = came().before_taking();
        assert_eq!((untaken.taken, untaken.left), (0, 11));
        records.say_of_return(FRESH, came(), untaken);
        records.say_of_return(FRESH, came(), later);
        assert_eq!(records.all()[0].returns, [untaken, later], "of one that is not there nothing");
        records.remove_return(FRESH);
        assert_eq!(records.all()[0].returns, [untaken]);
        let unknown = records.take_back(CameAs::Earlier, FRESH, came());
        assert_eq!(unknown, SheetId(8), "under the number it got");
    }

    #[test]
    fn no_two_sheets_of_an_assessment_have_one_number() {
        let id = AssessmentId::from("3f0c9a51e7b24d6c8a10b2d4f6e83957");
        let numbers = [(1, 1), (1, 2), (2, 1)].map(|(window, job)| SheetId::new(&id, window, job));
        assert!(numbers[0] != numbers[1] && numbers[0] != numbers[2] && numbers[1] != numbers[2]);
        let mut records = with_one();
        let twice = records.all()[0].clone();
        records.add(twice);
        assert_eq!(records.all()[1].id, SheetId(8));
    }
}

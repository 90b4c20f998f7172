//! What the browser keeps of an assessment: one head record, one record per answer, one for the
//! plan, one for question sheets that went out and one for risks, each put on its own as soon as it changes. `postcard` bytes of the wire types of the save file.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::v4::{self, AnswerRecord, Head, SheetEntry};
use super::{v1, v3};
use crate::answer::Answer;
use crate::assessment::{Answers, Assessment};
use crate::count::count;
use crate::id::QuestionId;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::risk::{Kept, Rated, Register, Removed, Reordering, RiskId, Standing};
use crate::sheet::record::SheetRecords;

/// The head record of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftHead {
    /// Version of the wire types, first so that a later build can tell.
    pub version: u32,
    /// All of the assessment but its answers.
    pub head: Head,
    /// Where the person was, as in the address.
    pub place: String,
    /// Questions answered, not known, and all: for the list on the start screen. Earlier
    /// builds counted squares.
    pub squares: (u32, u32, u32),
    /// How many changes came after the last save file: a count, for a clock can be set back. It
    /// stands behind the other fields; none where a build that did not count wrote the record.
    #[serde(skip)]
    pub changes_since_file: Option<u32>,
    /// Questions that are answered in part, likewise; 0 where they were not counted.
    #[serde(skip)]
    pub partly: u32,
    /// Which writing this is. It stands at the end.
    #[serde(skip)]
    pub written: Written,
}

/// Which writing a head record is of: no two have the same, so a window that finds another one than it
/// knows can tell that somebody else has written. The last eight bytes of the record; of a record that
/// an earlier build wrote, whatever stands there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written([u8; 8]);

impl Written {
    /// The writing of this number in the window that drew that one.
    #[must_use]
    pub fn new(window: u32, number: u32) -> Self {
        let [a, b, c, d] = window.to_le_bytes();
        let [e, f, g, h] = number.to_le_bytes();
        Self([a, b, c, d, e, f, g, h])
    }

    /// How a head record of it ends.
    #[must_use]
    pub fn end(self) -> [u8; 8] {
        self.0
    }

    /// Which writing a head record is of.
    #[must_use]
    pub fn of(record: &[u8]) -> Self {
        record.last_chunk().copied().map(Self).unwrap_or_default()
    }
}

impl DraftHead {
    /// The head record of an assessment.
    #[must_use]
    pub fn of(
        assessment: &Assessment,
        place: &str,
        progress: Progress,
        changes_since_file: Option<u32>,
        written: Written,
    ) -> Self {
        Self {
            version: super::VERSION,
            head: Head::of(assessment),
            place: place.to_owned(),
            squares: (progress.said(), progress.not_known, progress.all()),
            changes_since_file,
            partly: progress.partly,
            written,
        }
    }

    /// The questions as they were counted when it was written.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let ((answered, not_known, all), partly) = (self.squares, self.partly);
        let open = all.saturating_sub(answered).saturating_sub(not_known).saturating_sub(partly);
        Progress { answered, not_known, does_not_apply: 0, partly, open }
    }

    /// The record as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail; an empty record would be refused when it is read.
        postcard::to_allocvec(&(self, self.changes_since_file, self.partly, self.written))
            .unwrap_or_default()
    }

    /// Whether these bytes are a record of a later build.
    #[must_use]
    pub fn is_newer(bytes: &[u8]) -> bool {
        // A later version is a small number; what is damaged hardly ever is one.
        const FAR: u32 = 100;
        let version = postcard::take_from_bytes::<u32>(bytes).map(|(version, _)| version);
        version.is_ok_and(|version| version > super::VERSION && version < super::VERSION + FAR)
    }

    /// The record in these bytes, if they hold one of a version this build reads. Earlier builds
    /// wrote no count, and read a record that has one.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, _) = postcard::take_from_bytes::<u32>(bytes).ok()?;
        if !(super::OLDEST..=super::VERSION).contains(&version) {
            return None;
        }
        let (mut head, behind) = postcard::take_from_bytes::<Self>(bytes).ok()?;
        if !behind.is_empty() {
            let (changes_since_file, behind) = postcard::take_from_bytes(behind).ok()?;
            head.changes_since_file = changes_since_file;
            // Some builds wrote the count alone.
            if !behind.is_empty() {
                let (partly, behind) = postcard::take_from_bytes(behind).ok()?;
                head.partly = partly;
                if !behind.is_empty() {
                    postcard::from_bytes::<Written>(behind).ok()?;
                }
            }
        }
        head.written = Written::of(bytes);
        Some(head)
    }

    /// The assessment with these records beside its head. A record that cannot be read is left out,
    /// and how many were is told.
    #[must_use]
    pub fn with_records<'a>(
        self,
        records: impl IntoIterator<Item = &'a [u8]>,
    ) -> (Assessment, u32) {
        let (beside, unread) = read(records.into_iter().map(|bytes| ((), bytes)));
        let assessment = self.head.into_assessment(Answers::default());
        (beside.put_into(assessment), count(unread.len()))
    }
}

/// What lies beside a head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The answers.
    pub answers: Answers,
    /// The plan.
    pub plan: Plan,
    /// Question sheets that went out.
    pub sheets: SheetRecords,
    /// Severe risks to people.
    pub risks: Register,
}

impl Beside {
    /// An assessment with all of it. Where a record could not be read, an answer and the risks that give it
    /// may not fit each other any more: the risks are right.
    #[must_use]
    pub fn put_into(self, assessment: Assessment) -> Assessment {
        let Self { answers, plan, sheets, risks } = self;
        let (plan, sheets, risks) = (plan.into(), sheets.into(), risks.into());
        let mut whole = Assessment { answers, plan, sheets, risks, ..assessment };
        whole.answer_by_register();
        whole
    }
}

/// What lies beside a head, and the keys of the records that cannot be read.
#[must_use]
pub fn read<'a, Key>(records: impl IntoIterator<Item = (Key, &'a [u8])>) -> (Beside, Vec<Key>) {
    let (mut beside, mut unread) = (Beside::default(), Vec::new());
    for (key, bytes) in records {
        match Record::from_bytes(bytes) {
            Some(Record::Answer(id, answer)) => beside.answers.set(&id, Some(answer)),
            Some(Record::Plan(plan)) => beside.plan = plan,
            Some(Record::Sheets(sheets)) => beside.sheets = sheets,
            Some(Record::Risks(risks)) => beside.risks = risks,
            None => unread.push(key),
        }
    }
    (beside, unread)
}

/// What lies beside the head, one record for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// An answer to a question.
    Answer(QuestionId, Rc<Answer>),
    /// The plan.
    Plan(Plan),
    /// Question sheets that went out.
    Sheets(SheetRecords),
    /// Severe risks to people.
    Risks(Register),
}

/// How a record begins that holds an answer in version 1 of the wire types: one byte for kind and
/// version. The first bit tells it from records that say neither, which begin with the length of an
/// id; no id is as long as 128 bytes. The next three bits are the kind, the last four the version in
/// which the type of the record changed last: an answer is in version 2 what it was in version 1.
const ANSWER_1: u8 = 0b1000_0001;

/// How a record begins that holds an answer in version 3 of the wire types.
const ANSWER_3: u8 = 0b1000_0011;

/// What an answer of version 3 ends with where nothing was said of a higher step: no step, and no letter.
/// With it an answer of an earlier version reads as one of this, so that one reader does for all.
const NOTHING_ELSEWHERE: [u8; 2] = [0, 0];

/// How a record begins that holds the plan in version 1 of the wire types.
const PLAN_1: u8 = 0b1001_0001;

/// How a record begins that holds the plan in version 2 of the wire types.
const PLAN_2: u8 = 0b1001_0010;

/// How a record begins that holds the plan in version 4 of the wire types.
const PLAN_4: u8 = 0b1001_0100;

/// What a plan of version 4 ends with where no action is for a risk. With it a plan of version 2 reads as
/// one of this.
const FOR_NO_RISKS: [u8; 1] = [0];

/// How a record begins that holds the question sheets that went out: there are none before version 2.
const SHEETS_2: u8 = 0b1010_0010;

/// How a record begins that holds severe risks to people: there are none before version 4.
const RISKS_4: u8 = 0b1011_0100;

/// Under which key the plan lies among the answers. No id of a question begins so.
pub const PLAN: &str = "#plan";

/// Under which key the question sheets that went out lie, likewise.
pub const SHEETS: &str = "#sheets";

/// Under which key severe risks to people lie, likewise.
pub const RISKS: &str = "#risks";

impl Record {
    /// The record in these bytes, if it is of a kind and a version that this build reads.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first()? {
            (&ANSWER_1, record) => Self::answer(&[record, &NOTHING_ELSEWHERE].concat()),
            (&ANSWER_3, record) => Self::answer(record),
            (&PLAN_1, record) => Self::plan_1(record),
            (&PLAN_2, record) => Self::plan(&[record, &FOR_NO_RISKS].concat()),
            (&PLAN_4, record) => Self::plan(record),
            (&RISKS_4, record) => Some(Self::Risks(risks(postcard::from_bytes(record).ok()?))),
            (&SHEETS_2, record) => Some(Self::sheets(postcard::from_bytes(record).ok()?)),
            _ => Self::without_version(bytes),
        }
    }

    /// What builds have kept before records said their kind and version: an answer began with the id
    /// of its question, the plan with its key.
    fn without_version(bytes: &[u8]) -> Option<Self> {
        let (key, behind) = postcard::take_from_bytes::<&str>(bytes).ok()?;
        if key == PLAN {
            return Self::plan_1(behind);
        }
        Self::answer(&[bytes, &NOTHING_ELSEWHERE].concat())
    }

    fn answer(record: &[u8]) -> Option<Self> {
        let record: AnswerRecord = postcard::from_bytes(record).ok()?;
        let (id, answer) = record.into_answer();
        Some(Self::Answer(id, answer.into()))
    }

    fn plan_1(record: &[u8]) -> Option<Self> {
        let actions: Vec<v1::ActionRecord> = postcard::from_bytes(record).ok()?;
        Some(Self::planned(actions.into_iter().map(Into::into).collect(), &[]))
    }

    fn plan(record: &[u8]) -> Option<Self> {
        let (actions, for_risks): (_, Vec<ForRisks>) = postcard::from_bytes(record).ok()?;
        Some(Self::planned(actions, &for_risks))
    }

    fn sheets(sheets: Vec<SheetEntry>) -> Self {
        Self::Sheets(sheets.into_iter().map(SheetEntry::into_record).collect())
    }

    fn planned(actions: Vec<v3::ActionRecord>, for_risks: &[ForRisks]) -> Self {
        let of = |action: u32| for_risks.iter().find(|(id, _)| *id == action);
        let actions = actions.into_iter().map(|record| {
            let risks = of(record.id).map(|(_, risks)| risks.clone()).unwrap_or_default();
            v4::ActionRecord { risks, ..record.into() }.into_action()
        });
        Self::Plan(actions.collect())
    }
}

/// The number of an action, and the numbers of the risks it is for.
type ForRisks = (u32, Vec<u32>);

/// A risk as a draft keeps it: its number, its name, where it stands, how far it is rated and said to be
/// near, and all that was said of it.
type KeptRecord<'a> = (u32, &'a str, [u8; 6], [u8; 2], &'a [u8]);

/// A register as a draft keeps it: the risks, those that were taken out with their names, the places that
/// somebody chose with the reasons, and whether they lead the way.
type RisksRecord<'a> =
    (Vec<KeptRecord<'a>>, Vec<(u32, String)>, Vec<(u32, Option<u32>, String)>, bool);

fn risks((kept, removed, reordered, leads): RisksRecord<'_>) -> Register {
    let kept = kept.into_iter().map(|(id, name, standing, said, bytes)| {
        Kept::from_parts(RiskId(id), name, Standing::from_bytes(standing), said.map(rated), bytes)
    });
    let removed = removed.into_iter().map(|(id, name)| Removed { id: RiskId(id), name });
    let reordered = reordered.into_iter().map(|(risk, before, because)| Reordering {
        risk: RiskId(risk),
        before: before.map(RiskId),
        because,
    });
    Register::from_parts(kept.collect(), removed.collect(), reordered.collect(), leads)
}

fn rated(byte: u8) -> Rated {
    match byte {
        0 => Rated::No,
        1 => Rated::NotKnown,
        _ => Rated::Yes,
    }
}

/// The record of severe risks to people as bytes.
#[must_use]
pub fn risks_to_bytes(register: &Register) -> Vec<u8> {
    let kept = register.kept().iter();
    let kept: Vec<KeptRecord<'_>> = kept
        .map(|one| {
            let said = [one.rated as u8, one.near as u8];
            (one.id.0, &*one.name, one.standing.to_bytes(), said, one.bytes())
        })
        .collect();
    let removed = register.removed().iter().map(|removed| (removed.id.0, &removed.name));
    let reordered = register
        .reordered()
        .iter()
        .map(|choice| (choice.risk.0, choice.before.map(|before| before.0), &choice.because));
    let (removed, reordered): (Vec<_>, Vec<_>) = (removed.collect(), reordered.collect());
    postcard::to_allocvec(&(RISKS_4, kept, removed, reordered, register.leads()))
        .unwrap_or_default()
}

/// All records of an assessment beside its head, each under its key: where the whole of it is put
/// somewhere, none is left out.
#[must_use]
pub fn all_beside(assessment: &Assessment) -> Vec<(String, Vec<u8>)> {
    let answers = assessment.answers.iter();
    let answers = answers.map(|(id, answer)| (id.to_string(), answer_to_bytes(id, answer)));
    let plan = (PLAN.to_owned(), plan_to_bytes(&assessment.plan));
    let sheets = (SHEETS.to_owned(), sheets_to_bytes(&assessment.sheets));
    let risks = (RISKS.to_owned(), risks_to_bytes(&assessment.risks));
    answers.chain([plan, sheets, risks]).collect()
}

/// The record of the question sheets that went out as bytes.
#[must_use]
pub fn sheets_to_bytes(sheets: &SheetRecords) -> Vec<u8> {
    let sheets: Vec<_> = sheets.all().iter().map(SheetEntry::of).collect();
    postcard::to_allocvec(&(SHEETS_2, sheets)).unwrap_or_default()
}

/// The record of the plan as bytes.
#[must_use]
pub fn plan_to_bytes(plan: &Plan) -> Vec<u8> {
    let actions = plan.actions().iter().map(v4::ActionRecord::of);
    let (mut for_risks, mut records): (Vec<ForRisks>, Vec<v3::ActionRecord>) = Default::default();
    for mut action in actions {
        let risks = std::mem::take(&mut action.risks);
        if !risks.is_empty() {
            for_risks.push((action.id, risks));
        }
        records.push(action.into());
    }
    postcard::to_allocvec(&(PLAN_4, records, for_risks)).unwrap_or_default()
}

/// The record of one answer as bytes.
#[must_use]
pub fn answer_to_bytes(id: &QuestionId, answer: &Answer) -> Vec<u8> {
    postcard::to_allocvec(&(ANSWER_3, AnswerRecord::of(id, answer))).unwrap_or_default()
}

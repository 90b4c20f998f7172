//! A small question bank with every kind of question, and a browser made of plain values: it runs
//! the editor's effects, keeps drafts in a map, and can be late or refuse.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use domain::answer::Answer;
use domain::asked::Asked;
use domain::assessment::{Assessment, Timestamp};
use domain::catalogue::{
    Catalogue, Fact, FactValue, Function, Module, MoreTactic, Section, ShortForm,
};
use domain::date::Date;
use domain::earlier::numbers;
use domain::id::{AssessmentId, QuestionId};
use domain::job::{File, Job, Outcome};
use domain::plan::Plan;
use domain::progress::{Progress, ProgressBySection};
use domain::questions::{
    Decision, DecisionValue, Kind, Ladder, LadderStep, Matrix, Question, Reflection, Route,
    Squares, Tactic, TacticGroup, Weight,
};
use domain::save::Save;
use domain::save::draft::Written;
use domain::sheet::record::SheetRecords;
use editor::effect::{Batch, Entry, Focus, InPlan, InRisks};
use editor::keeping::{Draft, Keeping, Listing, StorageFault, Unread, Wanted, Writing};
use editor::opened::Wishes;
use editor::seal::{FileWorker, SealFacts};
use editor::stood::Stood;
use editor::work::Work;
use editor::{Effect, LaterUpdate, Message, Moment, Place, State, first, later, step, update};

pub(crate) mod made;

/// Questions of the bank below.
pub(crate) mod question {
    pub(crate) const LADDER: &str = "embed-owner";
    pub(crate) const DECISION: &str = "embed-strategy";
    pub(crate) const ROUTED: &str = "embed-strategy-how";
    pub(crate) const WORDS: &str = "embed-story";
    pub(crate) const GROUPS: &str = "embed-tactics";
    pub(crate) const FIRST: &str = "prevent-gravest";
    pub(crate) const PHASES: &str = "prevent-tactics";
    pub(crate) const ALL: [&str; 7] = [LADDER, DECISION, ROUTED, WORDS, GROUPS, FIRST, PHASES];
}

/// Two modules, four sections, every kind of question; a decision and a fact that fold a question away each;
/// a short form with a section *First* and a fact that brings in a tactic.
pub(crate) fn catalogue() -> Rc<Catalogue> {
    let a1 = Section {
        code: "A1".into(),
        name: "Ownership".into(),
        about: "Who owns it.".into(),
        questions: vec![
            asked(question::LADDER, "A1.1", ladder(), None),
            asked(
                question::DECISION,
                "A1.2",
                Kind::Decision(Decision {
                    values: ["yes", "no", "not-looked"]
                        .map(|id| DecisionValue { id: id.into(), text: id.into() })
                        .into(),
                }),
                None,
            ),
            asked(
                question::ROUTED,
                "A1.3",
                ladder(),
                Some(Route::Decision {
                    question: question::DECISION.into(),
                    asked: vec!["yes".into()],
                }),
            ),
        ],
    };
    let a2 = Section {
        code: "A2".into(),
        name: "Change".into(),
        about: "What helped.".into(),
        questions: vec![
            asked(
                question::WORDS,
                "A2.1",
                Kind::Reflection(Reflection {
                    prompts: vec!["Who began it?".into()],
                    asks_evidence: true,
                }),
                None,
            ),
            asked(
                question::GROUPS,
                "A2.2",
                matrix(Squares::One, "A2.2"),
                Some(Route::Fact { fact: "scope-switch".into(), folded: vec!["no".into()] }),
            ),
        ],
    };
    let b1 = Section {
        code: "B1".into(),
        name: "Seeing".into(),
        about: "Where harm could arise.".into(),
        questions: vec![asked(question::FIRST, "B1.1", ladder(), None)],
    };
    let b2 = Section {
        code: "B2".into(),
        name: "Acting".into(),
        about: "What is done about it.".into(),
        questions: vec![asked(question::PHASES, "B2.1", matrix(Squares::PerGroup, "B2"), None)],
    };
    let module = |id: &str, sections| Module {
        id: id.into(),
        name: id.into(),
        about: "About it.".into(),
        left_out: 0,
        sections,
    };
    Rc::new(Catalogue {
        id: "test".into(),
        version: "1.0.0".into(),
        language: "en".into(),
        modules: vec![module("embedding", vec![a1, a2]), module("preventing", vec![b1, b2])],
        functions: ["product", "legal", "sales"]
            .map(|id| Function { id: id.into(), name: id.into() })
            .into(),
        facts: ["scope-resale", "scope-switch"]
            .map(|id| Fact {
                id: id.into(),
                prompt: id.into(),
                help: "Help.".into(),
                values: ["yes", "no", "unknown"]
                    .map(|id| FactValue { id: id.into(), text: id.into() })
                    .into(),
            })
            .into(),
        short_form: ShortForm {
            first: vec![question::FIRST.into()],
            questions: [question::FIRST, question::LADDER, question::WORDS, question::PHASES]
                .map(Into::into)
                .into(),
            tactics: vec!["B2-design-1".into()],
            more: vec![MoreTactic {
                fact: "scope-resale".into(),
                values: vec!["yes".into()],
                tactic: "B2-research-1".into(),
            }],
            at_most_more: 1,
        },
    })
}

fn asked(id: &str, code: &str, kind: Kind, asked_when: Option<Route>) -> Rc<Question> {
    Rc::new(Question {
        id: id.into(),
        code: code.into(),
        weight: Weight::P2,
        group: "group".into(),
        prompt: id.into(),
        beneath: None,
        because_asks: None,
        who_knows: vec!["legal".into()],
        asked_when,
        kind,
    })
}

fn ladder() -> Kind {
    let step = |text: &str, adds| LadderStep { adds, text: text.into() };
    Kind::Ladder(Ladder {
        steps: [
            step("one", false),
            step("two", false),
            step("three", true),
            step("four", true),
            step("five", true),
        ],
    })
}

fn matrix(squares: Squares, code: &str) -> Kind {
    let group = |id: &str, number: u8| TacticGroup {
        id: id.into(),
        code: (squares == Squares::PerGroup).then(|| format!("{code}.{number}").as_str().into()),
        name: id.into(),
        heading: id.into(),
        tactics: (1..=2)
            .map(|tactic| Tactic {
                id: format!("{code}-{id}-{tactic}").as_str().into(),
                name: id.into(),
                guards: "harm".into(),
            })
            .collect(),
    };
    Kind::Tactics(Matrix { squares, groups: vec![group("research", 1), group("design", 2)] })
}

/// A draft as it lies on the device: the parts of the assessment as they were put.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) assessment: Rc<Assessment>,
    pub(crate) place: Place,
    pub(crate) progress: Progress,
    pub(crate) changes_since_file: Option<u32>,
    pub(crate) answers: BTreeMap<String, Rc<Answer>>,
    pub(crate) plan: Rc<Plan>,
    pub(crate) sheets: Rc<SheetRecords>,
    pub(crate) risks: Rc<domain::risk::Register>,
    pub(crate) written: Written,
}

/// What all tabs of one browser share.
#[derive(Debug, Default)]
pub(crate) struct Device {
    pub(crate) records: BTreeMap<String, Record>,
    /// Which tabs have which assessment open.
    locks: Vec<(String, u32)>,
    tabs: u32,
    names: u32,
    /// What was deleted last.
    deleted: Vec<(String, Record)>,
    /// What lies there and cannot be opened.
    pub(crate) unread: Vec<Unread>,
    /// What every attempt to put something ends in.
    pub(crate) refuses: Option<StorageFault>,
}

/// What goes to the storage, in the order in which it came.
#[derive(Clone, Debug)]
enum StorageTask {
    Shelf,
    Draft(AssessmentId),
    Beside(AssessmentId, Option<Written>),
    For(AssessmentId, Wanted),
    PutBack,
    Keep(Box<Batch>),
    Delete(AssessmentId),
    Everything,
}

/// A tab with the editor in it.
#[derive(Debug)]
pub(crate) struct Tab {
    pub(crate) state: State,
    pub(crate) device: Rc<RefCell<Device>>,
    number: u32,
    /// The clock, in milliseconds.
    pub(crate) now: i64,
    /// The browser's history as places in the address, and the present one.
    pub(crate) history: Vec<String>,
    pub(crate) at: usize,
    tasks: VecDeque<StorageTask>,
    /// Jobs that the worker has not done yet.
    pub(crate) jobs: Vec<(u32, Job)>,
    /// What the tab remembers over a reload.
    pub(crate) remembered: Option<AssessmentId>,
    /// Files that were handed out, as saves where they were save files.
    pub(crate) files: Vec<File>,
    pub(crate) saves: Vec<Save>,
    /// Effects that a test may look at.
    pub(crate) focus: Option<Focus>,
    pub(crate) focus_in_plan: Option<InPlan>,
    pub(crate) focus_in_risks: Option<InRisks>,
    /// How the screen was to stand again, as it was left.
    pub(crate) stands: Option<Stood>,
    /// The heading that was to be shown.
    pub(crate) shows: Option<Rc<str>>,
    pub(crate) focus_in_result: Option<QuestionId>,
    pub(crate) restarts: u32,
    /// Jobs of which the page says after a while that they take long.
    pub(crate) long: Vec<u32>,
    pub(crate) prints: u32,
    /// Texts for the clipboard, which the test puts there or refuses.
    pub(crate) copies: Vec<(editor::target::Target, Rc<str>)>,
    /// Blank assessments into which what can be read of others was asked for.
    pub(crate) blanks: Vec<Draft>,
    /// Commands that came back from the browser at once.
    back: VecDeque<Message>,
}

impl Tab {
    /// A tab on a device, at an address, with the page sealed.
    pub(crate) fn open(device: &Rc<RefCell<Device>>, hash: &str) -> Self {
        Self::reopen(device, hash, None)
    }

    /// The same after a reload: what it remembered is there.
    pub(crate) fn reopen(
        device: &Rc<RefCell<Device>>,
        hash: &str,
        remembered: Option<AssessmentId>,
    ) -> Self {
        let wishes = Wishes::of(&catalogue(), |_| false, false);
        Self::wished(device, hash, remembered, wishes)
    }

    /// The same with wishes in the address.
    pub(crate) fn wished(
        device: &Rc<RefCell<Device>>,
        hash: &str,
        remembered: Option<AssessmentId>,
        wishes: Wishes,
    ) -> Self {
        let place = Place::from_hash(hash);
        let (state, effects) = {
            let window = device.borrow().tabs + 1;
            update::begin(catalogue(), place.clone(), remembered.clone(), window, wishes)
        };
        let number = {
            let mut device = device.borrow_mut();
            device.tabs += 1;
            device.tabs
        };
        let mut tab = Self {
            state,
            device: device.clone(),
            number,
            now: 1_000_000,
            history: vec![place.hash()],
            at: 0,
            tasks: VecDeque::new(),
            jobs: Vec::new(),
            remembered,
            files: Vec::new(),
            saves: Vec::new(),
            focus: None,
            focus_in_plan: None,
            focus_in_risks: None,
            stands: None,
            shows: None,
            focus_in_result: None,
            restarts: 0,
            long: Vec::new(),
            prints: 0,
            copies: Vec::new(),
            blanks: Vec::new(),
            back: VecDeque::new(),
        };
        for effect in effects {
            tab.run(effect);
        }
        tab.answer_at_once();
        tab.send(first::Came::Sealed(Rc::new(SealFacts {
            since: Timestamp(tab.now),
            files: 9,
            bytes: 1000,
            own_address_only: true,
            missing: Vec::new(),
            worker: FileWorker::Answers,
            build: "build".into(),
        })));
        tab
    }

    /// A tab on a device of its own, with a new assessment, kept on the device, at its first
    /// question.
    pub(crate) fn working() -> Self {
        let mut tab = Self::open(&Rc::default(), "");
        tab.settle();
        tab.begin_kept();
        tab
    }

    /// Begins an assessment that is kept on the device.
    pub(crate) fn begin_kept(&mut self) {
        use editor::first::Choosing;
        self.send(first::Command::Begin);
        self.send(first::Command::Choose(Choosing::Unit(domain::scope::Unit::Company)));
        self.send(first::Command::Choose(Choosing::Form(domain::scope::Form::Complete)));
        self.send(first::Command::Keep(editor::keeping::Wish::Device));
        self.send(first::Command::GoToFirstQuestion);
        self.settle();
    }

    pub(crate) fn work(&self) -> &Work {
        self.state.work.as_ref().expect("an assessment is open")
    }

    pub(crate) fn assessment(&self) -> &Assessment {
        &self.work().assessment
    }

    pub(crate) fn address(&self) -> &str {
        &self.history[self.at]
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment { now: Timestamp(self.now), today: Date { year: 2026, month: 11, day: 24 } }
    }

    /// Sends a command 100 ms after the last and runs what follows, but for the storage and the
    /// worker, which take their time.
    pub(crate) fn send(&mut self, message: impl Into<Message>) {
        self.now += 100;
        self.turn(message.into());
        self.answer_at_once();
    }

    fn answer_at_once(&mut self) {
        while let Some(message) = self.back.pop_front() {
            self.turn(message);
        }
    }

    fn turn(&mut self, message: Message) {
        let moment = self.moment();
        let follows = step(&mut self.state, message, moment, Some(&LaterUpdate::HERE));
        assert_eq!(follows.waits, None, "both halves are here");
        for effect in follows.effects {
            self.run(effect);
        }
        self.check();
    }

    fn run(&mut self, effect: Effect) {
        match effect {
            Effect::First(effect) => self.run_first(effect),
            Effect::Later(effect) => self.run_later(effect),
        }
    }

    fn run_first(&mut self, effect: first::Effect) {
        match effect {
            first::Effect::Keep(batch) => {
                self.tasks.push_back(StorageTask::Keep(Box::new(batch)));
            }
            first::Effect::DrawName => {
                let mut device = self.device.borrow_mut();
                device.names += 1;
                let name = format!("{:032x}", device.names);
                self.back.push_back(first::Came::Name(name.as_str().into()).into());
            }
            first::Effect::Hold(id) => self.hold(id),
            first::Effect::LetGo => self.let_go(),
            first::Effect::Remember(id) => self.remembered = id,
            first::Effect::Address(place, Entry::New) => {
                self.history.truncate(self.at + 1);
                self.history.push(place.hash());
                self.at += 1;
            }
            first::Effect::Address(place, Entry::Same) => self.history[self.at] = place.hash(),
            first::Effect::Focus(focus) => self.focus = Some(focus),
            first::Effect::LoadAnew => {}
        }
    }

    fn run_later(&mut self, effect: later::Effect) {
        match effect {
            later::Effect::ReadShelf => self.tasks.push_back(StorageTask::Shelf),
            later::Effect::ReadDraft(id) => self.tasks.push_back(StorageTask::Draft(id)),
            later::Effect::LookBeside(id, known) => {
                self.tasks.push_back(StorageTask::Beside(id, known));
            }
            later::Effect::ReadFor(id, wanted) => {
                self.tasks.push_back(StorageTask::For(id, wanted));
            }
            later::Effect::NameCopy(draft) => {
                let mut device = self.device.borrow_mut();
                device.names += 1;
                let name = format!("{:032x}", device.names);
                self.back.push_back(later::Came::CopyNamed(name.as_str().into(), draft).into());
            }
            later::Effect::ReadWithoutHead(draft) => self.blanks.push(*draft),
            later::Effect::HandOutRecords(_) => {}
            later::Effect::PutBack(_) => self.tasks.push_back(StorageTask::PutBack),
            later::Effect::Delete(id) => self.tasks.push_back(StorageTask::Delete(id)),
            later::Effect::DeleteEverything => self.tasks.push_back(StorageTask::Everything),
            later::Effect::FocusInPlan(focus) => self.focus_in_plan = Some(focus),
            later::Effect::FocusInRisks(focus) => self.focus_in_risks = Some(focus),
            later::Effect::StandAgain(stood) => self.stands = Some(stood),
            later::Effect::Show(heading) => self.shows = Some(heading),
            later::Effect::FocusInResult(question) => self.focus_in_result = Some(question),
            later::Effect::Ask(number, job) => self.jobs.push((number, *job)),
            later::Effect::SayIfItTakesLong(number) => self.long.push(number),
            later::Effect::RestartWorker => {
                self.jobs.clear();
                self.restarts += 1;
            }
            later::Effect::HandOut(file) => self.files.push(file),
            later::Effect::CopyText(target, text) => self.copies.push((target, text)),
            later::Effect::Print => self.prints += 1,
            later::Effect::ChooseNotKnown(_)
            | later::Effect::FocusOnChoice(_)
            | later::Effect::RememberKeys(_)
            | later::Effect::FocusOnEvidence
            | later::Effect::FocusOnText
            | later::Effect::FocusOnSave
            | later::Effect::PutCaretBack
            | later::Effect::TryToSend
            | later::Effect::Accent(_) => {}
        }
    }

    fn hold(&mut self, id: AssessmentId) {
        self.let_go();
        self.device.borrow_mut().locks.push((id.as_str().to_owned(), self.number));
    }

    fn let_go(&mut self) {
        self.device.borrow_mut().locks.retain(|(_, holder)| *holder != self.number);
    }

    /// The tab is closed, or its process ends: nothing more of it is run.
    pub(crate) fn close(self) {
        self.device.borrow_mut().locks.retain(|(_, holder)| *holder != self.number);
    }

    /// Another tab said that it wrote something, or this one is shown again.
    pub(crate) fn notice(&mut self) {
        self.send(later::Came::MayDiffer);
    }

    /// Whether the storage has something to do.
    pub(crate) fn is_busy(&self) -> bool {
        !self.tasks.is_empty()
    }

    /// The storage does the next thing. Whether there was one.
    pub(crate) fn step(&mut self) -> bool {
        let Some(task) = self.tasks.pop_front() else { return false };
        let came = self.device.borrow_mut().run(task, self.number);
        if let Some(came) = came {
            self.turn(came);
            self.answer_at_once();
        }
        true
    }

    /// The storage does all it has to do.
    pub(crate) fn settle(&mut self) {
        while self.step() {}
    }

    /// The worker does the oldest job. A save file that is opened is the one given.
    pub(crate) fn work_off(&mut self, outcome: Outcome) {
        let (number, _) = self.jobs.remove(0);
        self.send(later::Came::Job(number, outcome));
    }

    /// The person chooses a file that holds this assessment, and the worker reads it.
    pub(crate) fn open_file(&mut self, assessment: &Assessment) {
        self.send(later::Command::FileChosen("file.json".into(), Rc::from(*b"{")));
        let at = self.jobs.iter().position(|(_, job)| matches!(job, Job::Open(_))).unwrap();
        let (number, _) = self.jobs.remove(at);
        let opened = Outcome::Opened(Box::new(Save::of(assessment)));
        self.send(later::Came::Job(number, opened));
    }

    /// The person asks for the save file, the worker writes it, and the person says that it is there.
    /// What is in it.
    pub(crate) fn save_file(&mut self) -> Assessment {
        let saved = self.hand_out();
        self.send(later::Command::SayArrived(editor::target::Target::SaveFile));
        saved
    }

    /// The person asks for the save file and the worker writes it: it is handed to the browser. What is
    /// in it.
    pub(crate) fn hand_out(&mut self) -> Assessment {
        self.send(later::Command::Write(editor::target::Target::SaveFile));
        let at = self.jobs.iter().position(|(_, job)| matches!(job, Job::Save(..))).unwrap();
        let (number, job) = self.jobs.remove(at);
        let Job::Save(save, _) = job else { unreachable!() };
        self.send(later::Came::Job(number, Outcome::Written(file())));
        self.saves.push((*save).clone());
        save.into_assessment()
    }

    /// The browser's Back.
    pub(crate) fn back(&mut self) {
        if self.at > 0 {
            self.at -= 1;
            self.send(first::Command::Wandered(Place::from_hash(&self.history[self.at].clone())));
        }
    }

    /// The browser's Forward.
    pub(crate) fn forward(&mut self) {
        if self.at + 1 < self.history.len() {
            self.at += 1;
            self.send(first::Command::Wandered(Place::from_hash(&self.history[self.at].clone())));
        }
    }

    /// The person changes the address by hand.
    pub(crate) fn visit(&mut self, hash: &str) {
        self.history.truncate(self.at + 1);
        self.history.push(hash.to_owned());
        self.at += 1;
        self.send(first::Command::Wandered(Place::from_hash(hash)));
    }

    /// The draft of an assessment as it lies on the device.
    pub(crate) fn draft(&self, id: &AssessmentId) -> Option<Assessment> {
        self.device.borrow().draft(id)
    }

    /// What holds after every single command.
    #[track_caller]
    fn check(&self) {
        assert_eq!(self.address(), self.state.place.hash(), "the address names the place");
        let Some(work) = &self.state.work else { return };
        let assessment = &work.assessment;
        let asked = Asked::of(&self.state.catalogue, &assessment.scope, &assessment.answers);
        assert_eq!(*work.asked, asked, "what is asked is that of scope and answers");
        let squares = ProgressBySection::of(&asked, &assessment.answers);
        assert_eq!(*work.by_section, squares, "the squares are those of the answers");
        // A file that does not fit itself would not be written.
        let mut answered = Assessment::clone(assessment);
        answered.answer_by_register();
        assert_eq!(answered.answers, assessment.answers, "answers say what the register says");
        // What another tab put since, this one cannot know before it hears of it.
        let id = &work.assessment.id;
        let lies = self.device.borrow().records.get(id.as_str()).map(|record| record.written);
        if work.keeping == Keeping::Device(Writing::Saved) && lies == work.lies() {
            let kept = self.draft(id);
            assert_eq!(kept.as_ref(), Some(&*work.assessment), "“saved” is true");
        }
    }
}

impl Record {
    /// All of it.
    fn assessment(&self) -> Assessment {
        let answers =
            self.answers.iter().map(|(id, answer)| (id.as_str().into(), (**answer).clone()));
        Assessment {
            answers: answers.collect(),
            plan: self.plan.clone(),
            sheets: self.sheets.clone(),
            risks: self.risks.clone(),
            ..(*self.assessment).clone()
        }
    }
}

impl Device {
    /// The draft of an assessment as a later visit would read it.
    pub(crate) fn draft(&self, id: &AssessmentId) -> Option<Assessment> {
        self.records.get(id.as_str()).map(Record::assessment)
    }

    /// Whether another tab writes one of these.
    fn is_held_elsewhere(&self, tab: u32, id: Option<&AssessmentId>) -> bool {
        self.locks
            .iter()
            .any(|(held, holder)| *holder != tab && id.is_none_or(|id| id.as_str() == held))
    }

    fn run(&mut self, task: StorageTask, tab: u32) -> Option<Message> {
        Some(match task {
            StorageTask::Beside(id, known) => return self.beside(id, known),
            StorageTask::Keep(batch) if self.refuses.is_none() => self.keep(*batch),
            task => self.read(task, tab),
        })
    }

    /// What lies there, if it is of another writing.
    fn beside(&self, id: AssessmentId, known: Option<Written>) -> Option<Message> {
        Some(match self.read_draft(&id) {
            None => later::Came::GoneFromDevice(id).into(),
            Some(draft) if Some(draft.written) == known => return None,
            Some(draft) => later::Came::Beside(Box::new(draft)).into(),
        })
    }

    fn keep(&mut self, batch: Batch) -> Message {
        let number = batch.number;
        let lies = self.records.get(batch.assessment.id.as_str()).map(|record| record.written);
        match (batch.expects, lies) {
            (Some(expected), Some(lies)) if expected != lies => {
                later::Came::Overtaken(number).into()
            }
            (Some(_), None) => later::Came::Gone(number).into(),
            _ => {
                self.put(batch);
                first::Came::Kept(number).into()
            }
        }
    }

    fn told_deleted(&self) -> Message {
        later::Came::Deleted(self.deleted.iter().map(|_| 1).collect()).into()
    }

    fn read_draft(&self, id: &AssessmentId) -> Option<Draft> {
        let record = self.records.get(id.as_str())?;
        let Record { place, progress, changes_since_file, written, .. } = record.clone();
        let assessment = record.assessment();
        Some(Draft { assessment, place, progress, changes_since_file, written, damaged: 0 })
    }

    fn put(&mut self, batch: Batch) {
        let id = batch.assessment.id.as_str().to_owned();
        let before = self.records.remove(&id).filter(|_| !batch.replaces_all);
        let (mut answers, mut plan, mut sheets, mut risks) = before
            .map(|record| (record.answers, record.plan, record.sheets, record.risks))
            .unwrap_or_default();
        if batch.with_plan {
            plan = batch.assessment.plan.clone();
        }
        if batch.with_risks {
            risks = batch.assessment.risks.clone();
        }
        if batch.with_sheets {
            sheets = batch.assessment.sheets.clone();
        }
        for (question, answer) in &*batch.answers {
            let question: &QuestionId = question;
            match answer {
                Some(answer) => answers.insert(question.to_string(), answer.clone()),
                None => answers.remove(question.as_str()),
            };
        }
        let Batch { assessment, place, progress, changes_since_file, written, .. } = batch;
        let record = Record {
            assessment,
            place,
            progress,
            changes_since_file,
            answers,
            plan,
            sheets,
            risks,
            written,
        };
        self.records.insert(id, record);
    }

    fn read(&mut self, task: StorageTask, tab: u32) -> Message {
        if let (Some(fault), false) = (&self.refuses, matches!(task, StorageTask::Shelf)) {
            return match task {
                StorageTask::Keep(batch) => {
                    first::Came::NotKept(batch.number, fault.clone()).into()
                }
                StorageTask::Delete(_) | StorageTask::Everything => {
                    later::Came::NotDeleted(fault.clone()).into()
                }
                StorageTask::Shelf
                | StorageTask::Draft(_)
                | StorageTask::Beside(..)
                | StorageTask::For(..)
                | StorageTask::PutBack => first::Came::StorageRefused(fault.clone()).into(),
            };
        }
        match task {
            StorageTask::Shelf => {
                let listings = self.records.values().map(listing).collect();
                later::Came::Shelf(listings, self.unread.clone().into()).into()
            }
            StorageTask::Draft(id) => match self.read_draft(&id) {
                Some(draft) => later::Came::Draft(Box::new(draft)).into(),
                None => later::Came::NoDraft(id).into(),
            },
            StorageTask::Keep(_) | StorageTask::Beside(..) => unreachable!("done before"),
            StorageTask::Delete(id) if self.is_held_elsewhere(tab, Some(&id)) => {
                later::Came::NotDeleted(StorageFault::Blocked).into()
            }
            StorageTask::Everything if self.is_held_elsewhere(tab, None) => {
                later::Came::NotDeleted(StorageFault::Blocked).into()
            }
            StorageTask::PutBack => {
                self.records.extend(std::mem::take(&mut self.deleted));
                later::Came::BackAgain.into()
            }
            StorageTask::For(id, wanted) => match self.read_draft(&id) {
                Some(draft) => later::Came::ReadFor(wanted, Box::new(draft)).into(),
                None => later::Came::NoDraft(id).into(),
            },
            StorageTask::Delete(id) => {
                self.deleted = self.records.remove_entry(id.as_str()).into_iter().collect();
                self.told_deleted()
            }
            StorageTask::Everything => {
                self.deleted = std::mem::take(&mut self.records).into_iter().collect();
                self.told_deleted()
            }
        }
    }
}

fn listing(record: &Record) -> Listing {
    let assessment = &record.assessment;
    Listing {
        id: assessment.id.clone(),
        subject: assessment.scope.subject().to_owned(),
        unit: assessment.scope.unit,
        progress: record.progress,
        changed: assessment.changed,
        saved_to_file: assessment.saved_to_file,
        changes_since_file: record.changes_since_file,
        aside: 0,
        version: numbers(&assessment.catalogue.version),
    }
}

/// Any file.
pub(crate) fn file() -> File {
    File { name: "file".into(), media_type: "text/plain".into(), bytes: vec![1, 2, 3] }
}

/// All of an assessment that undo is about.
pub(crate) fn content(assessment: &Assessment) -> Assessment {
    let (changed, saved_to_file) = (Timestamp(0), None);
    Assessment { changed, saved_to_file, ..assessment.clone() }
}

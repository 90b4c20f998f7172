//! The risks of an example: its register, as people would fill it in. Names are those that
//! [`Labelled`] gives; what is not known yet is `unknown`, and a needed field of which that is so
//! stands in `not-known`.

use domain::answer::Confidentiality;
use domain::catalogue::Catalogue;
use domain::questions::Step;
use domain::risk::{
    AT_MOST, After, CHOICES_AT_MOST, Delay, Dimension, EVIDENCE_AT_MOST, Fall, Heightened,
    Labelled, Letter, Likelihood, Mark, Measure, Month, Named, Needed, Party, People, Register,
    Reordering, Right, Risk, RiskField, RiskId, Since, Start, Status, Uses, When, Who, limits,
};
use domain::save::v4;

use super::answer::evidence;
use super::named::named_if;
use crate::content::read::{Names, Placed, Table};
use crate::kinds;

/// What stands for a mark that is not known yet.
const UNKNOWN: &str = "unknown";
/// The needed fields that are not known yet.
const NOT_KNOWN: &str = "not-known";
/// Where a risk stands inside its band, if somebody chose that.
const ORDER: &str = "order";

/// Reads the risks in the order in which they stand.
pub(super) fn read(file: &Table<'_>, bank: &Catalogue) -> Register {
    const LIST: &str = "risk";
    let tables = file.tables_if(LIST);
    if tables.len() > AT_MOST {
        let reason = format!("expected {AT_MOST} at most, found {}", tables.len());
        file.problem(&file.place(LIST), LIST, reason);
    }
    let mut names = Names::default();
    let mut register = Register::default();
    let mut orders = Vec::new();
    for (id, table) in (1..).map(RiskId).zip(tables) {
        let risk = RiskTable { table: &table, bank }.risk(id);
        names.take(&risk.name.value.as_str().into(), &table, "name");
        orders.extend(table.table_if(ORDER).map(|order| (id, order)));
        register.put(&risk);
        table.close();
    }
    for (risk, order) in orders {
        reorder(&mut register, risk, order);
    }
    register
}

/// The risks that a list names.
pub(super) fn named_in<'a>(table: &Table<'a>, field: &'a str, register: &Register) -> Vec<RiskId> {
    let named = table.texts_if(field);
    named.iter().filter_map(|name| called(table, field, name, register)).collect()
}

fn called(table: &Table<'_>, field: &str, name: &Placed, register: &Register) -> Option<RiskId> {
    let found = register.kept().iter().find(|one| one.name == name.text);
    if found.is_none() {
        table.problem(&name.at, field, format!("no risk “{}”", name.text));
    }
    found.map(|one| one.id)
}

/// Reads before which one somebody put a risk; without that it is the last of its band.
fn reorder(register: &mut Register, risk: RiskId, order: Table<'_>) {
    const BEFORE: &str = "before";
    let band = |id| register.get(id).map(|one| one.standing.band());
    let name = order.text_if(BEFORE).map(|text| Placed { text, at: order.place(BEFORE) });
    let before = name.and_then(|name| called(&order, BEFORE, &name, register));
    if before.is_some_and(|before| before == risk || band(before) != band(risk)) {
        order.problem(&order.place(BEFORE), BEFORE, "expected another risk of its band");
    }
    let because = order.text("because").as_ref().to_owned();
    register.reorder(Reordering { risk, before, because });
    order.close();
}

/// A risk that is being read.
struct RiskTable<'t, 'a> {
    table: &'t Table<'a>,
    bank: &'t Catalogue,
}

impl<'a> RiskTable<'_, 'a> {
    fn risk(&self, id: RiskId) -> Risk {
        let table = self.table;
        let not_known = self.some(NOT_KNOWN, &NEEDED);
        let is_not_known = |field| not_known.contains(&field);
        if !table.has("name") && !is_not_known(RiskField::Name) {
            table.problem(table.at, "name", "missing: expected a text");
        }
        let mut risk = Risk {
            name: Needed {
                value: self.text("name", limits::NAME),
                not_known: is_not_known(RiskField::Name),
            },
            story: self.text("story", limits::STORY),
            rights: self.rights(),
            people: Needed {
                value: self.some("people", People::ALL),
                not_known: is_not_known(RiskField::People),
            },
            heightened: self.some("heightened", Heightened::ALL),
            hit_harder: self.text("hit-harder", limits::LINE),
            users: self.one("users", Uses::ALL),
            place: self.text("where", limits::LINE),
            when: self.one("when", When::ALL),
            who: Needed { value: self.who(), not_known: is_not_known(RiskField::Who) },
            product: self.text("product", limits::LINE),
            arises: Needed {
                value: self.some("arises", Start::ALL),
                not_known: is_not_known(RiskField::Arises),
            },
            status: self.one("status", Status::ALL),
            since: self.since(),
            note: self.text("note", limits::NOTE),
            evidence: table.tables_if("evidence").into_iter().map(evidence).collect(),
            confidentiality: if table.truth_if("confidential") {
                Confidentiality::Confidential
            } else {
                Confidentiality::Open
            },
            ..Risk::new(id)
        };
        for field in self.some("released", &RiskField::ALL) {
            risk.confidential = risk.confidential.with(field, Confidentiality::Open);
        }
        self.at_most("arises", risk.arises.value.len(), CHOICES_AT_MOST);
        self.at_most("evidence", risk.evidence.len(), EVIDENCE_AT_MOST);
        if !risk.heightened.is_empty() && !risk.people.value.contains(&People::Heightened) {
            self.problem("heightened", "expected “heightened” among the people");
        }
        self.severity(&mut risk);
        risk
    }

    fn rights(&self) -> Vec<Right> {
        const FIELD: &str = "rights";
        let numbers = self.table.numbers_if(FIELD, 1..=Right::COUNT);
        let rights: Vec<_> = numbers.into_iter().filter_map(Right::new).collect();
        let is_twice = |(at, right)| rights.iter().take(at).any(|found| found == right);
        if rights.iter().enumerate().any(is_twice) {
            self.problem(FIELD, "names a right twice");
        }
        self.at_most(FIELD, rights.len(), CHOICES_AT_MOST);
        rights
    }

    fn who(&self) -> Who {
        let parties = self.some("who", Party::ALL);
        let main = self.one("main", Party::ALL);
        if main.is_some_and(|main| !parties.contains(&main)) {
            self.problem("main", "expected one of those who do it");
        }
        Who { parties, main }
    }

    /// A month such as `2026-03`, or `nobody-yet`.
    fn since(&self) -> Option<Since> {
        const FIELD: &str = "since";
        let text = self.table.text_if(FIELD)?;
        if *text == *"nobody-yet" {
            return Some(Since::NobodyYet);
        }
        let month = Month::parse(&text);
        if month.is_none() {
            self.problem(
                FIELD,
                format!("expected nobody-yet or a month like 2026-03, found “{text}”"),
            );
        }
        month.map(Since::Month)
    }

    fn severity(&self, risk: &mut Risk) {
        for (named, because) in BECAUSE {
            *risk.severity.dimension_mut(named) = Dimension {
                mark: self.mark(named.name()),
                because: self.text(because, limits::LINE),
            };
        }
        risk.severity.delay = self.one("delay", &Delay::ALL);
        risk.severity.likelihood = self.one("likelihood", &Likelihood::ALL);
        if risk.has_harmed() && risk.severity.likelihood.is_some() {
            self.problem("likelihood", "stands beside a status that says how near it is");
        }
        let Some(table) = self.table.table_if("after") else { return };
        let after = RiskTable { table: &table, bank: self.bank };
        let mark = |fall: &Table<'a>| fall.number("to", 1..=5).and_then(Step::from_number);
        let [scale, scope, irremediability] =
            Named::ALL.map(|named| after.fall(named.name(), mark));
        let likelihood = after.fall("likelihood", |fall| {
            RiskTable { table: fall, bank: self.bank }.one("to", &Likelihood::ALL)
        });
        risk.severity.after = Some(After { scale, scope, irremediability, likelihood });
        let mut no_fall: Vec<_> = Named::ALL
            .into_iter()
            .filter(|named| risk.severity.fall(*named).is_none())
            .map(Named::name)
            .collect();
        no_fall.extend(risk.rarer().is_none().then_some("likelihood"));
        for field in no_fall.into_iter().filter(|field| table.has(field)) {
            after.problem(field, "expected something lower than before measures");
        }
        table.close();
    }

    /// A mark from 1 to 5, or `unknown`.
    fn mark(&self, field: &'a str) -> Option<Mark> {
        if self.table.is_text(field) {
            let text = self.table.text_if(field)?;
            if *text != *UNKNOWN {
                self.problem(field, format!("expected {UNKNOWN} or a number, found “{text}”"));
            }
            return Some(Mark::NotKnown);
        }
        let number = self.table.number_if(field, 1..=5)?;
        Step::from_number(number).map(Mark::Known)
    }

    /// That something is lower: to what, by a tactic (`by`) or in one’s own words, and how that is known.
    fn fall<T>(&self, field: &'a str, to: impl Fn(&Table<'a>) -> Option<T>) -> Option<Fall<T>> {
        let table = self.table.table_if(field)?;
        let fall = RiskTable { table: &table, bank: self.bank };
        let by = fall.by();
        let known = named_if::<v4::HowKnown>(&table, "known").map(Into::into);
        let to = to(&table);
        table.close();
        Some(Fall { to: to?, by, known })
    }

    fn by(&self) -> Option<Measure> {
        const TACTIC: &str = "by";
        let Some(tactic) = self.table.text_if(TACTIC) else {
            let words = self.text("words", limits::LINE);
            return (!words.is_empty()).then_some(Measure::Words(words));
        };
        let mut tactics = self.bank.questions().flat_map(|question| kinds::tactics(question));
        if !tactics.any(|found| *found.id.as_str() == *tactic) {
            self.problem(TACTIC, format!("no tactic “{tactic}”"));
        }
        Some(Measure::Tactic((&*tactic).into()))
    }

    fn text(&self, field: &'a str, at_most: usize) -> String {
        let text = self.table.text_if(field).unwrap_or_default();
        let letters = text.chars().count();
        if letters > at_most {
            self.problem(field, format!("expected {at_most} letters at most, found {letters}"));
        }
        text.as_ref().to_owned()
    }

    /// The one that a field names.
    fn one<T: Labelled + Copy>(&self, field: &'a str, all: &[T]) -> Option<T> {
        let text = self.table.text_if(field)?;
        self.of(field, &Placed { text, at: self.table.place(field) }, all)
    }

    /// Those that a list names, in the order in which the page offers them.
    fn some<T: Labelled + Copy + PartialEq>(&self, field: &'a str, all: &[T]) -> Vec<T> {
        let named = self.table.texts_if(field);
        let named: Vec<T> = named.iter().filter_map(|name| self.of(field, name, all)).collect();
        all.iter().copied().filter(|one| named.contains(one)).collect()
    }

    fn of<T: Labelled + Copy>(&self, field: &str, name: &Placed, all: &[T]) -> Option<T> {
        let found = all.iter().copied().find(|one| one.name() == &*name.text);
        if found.is_none() {
            let names: Vec<_> = all.iter().map(|one| one.name()).collect();
            let expected = names.join(", ");
            self.table.problem(
                &name.at,
                field,
                format!("expected one of {expected}, found “{}”", name.text),
            );
        }
        found
    }

    fn at_most(&self, field: &str, found: usize, at_most: usize) {
        if found > at_most {
            self.problem(field, format!("expected {at_most} at most, found {found}"));
        }
    }

    fn problem(&self, field: &str, reason: impl Into<String>) {
        self.table.problem(&self.table.place(field), field, reason);
    }
}

/// The fields that are needed.
const NEEDED: [RiskField; 4] =
    [RiskField::Name, RiskField::People, RiskField::Who, RiskField::Arises];

/// The field with the reason of each dimension.
const BECAUSE: [(Named, &str); 3] = [
    (Named::Scale, "scale-because"),
    (Named::Scope, "scope-because"),
    (Named::Irremediability, "irremediability-because"),
];

//! What the language of tension rules says of risks: `risk{…}` of some, `risks{…}` of every one, `n(risks)` how
//! many there are.

use domain::risk::{Band, Labelled, Letter, Party, Right, Status, Uses};
use domain::rules::{Condition, RiskCondition};

use super::{Parser, one_or};

impl Parser<'_> {
    /// What stands behind `n`.
    pub(super) fn number_of_risks(&mut self) -> Result<Condition, String> {
        for expected in ["(", "risks", ")", ">="] {
            self.expect(expected)?;
        }
        let number = self.name("a number")?;
        let found =
            number.parse().ok().filter(|number| (1..=domain::risk::AT_MOST).contains(number));
        let number = found.and_then(|number| u8::try_from(number).ok());
        number.map(Condition::RisksAtLeast).ok_or_else(|| "expected a number from 1 to 10".into())
    }

    /// What stands in braces.
    pub(super) fn in_braces(&mut self) -> Result<RiskCondition, String> {
        self.expect("{")?;
        let mut any = Vec::new();
        loop {
            let mut all = Vec::new();
            loop {
                all.push(self.of_risk()?);
                if self.peek() != Some("&") {
                    break;
                }
                self.next += 1;
            }
            any.push(one_or(all, RiskCondition::All));
            if self.peek() != Some("|") {
                break;
            }
            self.next += 1;
        }
        self.expect("}")?;
        Ok(one_or(any, RiskCondition::Any))
    }

    fn of_risk(&mut self) -> Result<RiskCondition, String> {
        if self.peek() == Some("(") {
            self.next += 1;
            let mut any = vec![self.of_risk()?];
            while self.peek() == Some("|") {
                self.next += 1;
                any.push(self.of_risk()?);
            }
            self.expect(")")?;
            return Ok(one_or(any, RiskCondition::Any));
        }
        match self.name("what is said of a risk")? {
            "status" => self.named(Status::ALL).map(RiskCondition::StatusIs),
            "band" => self.named(&Band::ALL).map(RiskCondition::BandIs),
            "users" => self.named(Uses::ALL).map(RiskCondition::UsersAre),
            "rights" => self.rights().map(RiskCondition::RightsWithin),
            "who" => {
                self.expect("without")?;
                let name = self.name("a party")?;
                let party = Party::ALL.iter().find(|party| party.name() == name);
                let party = party.ok_or_else(|| format!("no party “{name}”"))?;
                Ok(RiskCondition::WhoWithout(party.letter()))
            }
            "falls-assumed" => Ok(RiskCondition::FallsAssumed),
            "nothing-stands" => Ok(RiskCondition::NothingStands),
            "unowned" => Ok(RiskCondition::Unowned),
            name => Err(format!("“{name}” cannot be said of a risk")),
        }
    }

    /// `=` and one of these.
    fn named<T: Labelled + Copy>(&mut self, all: &[T]) -> Result<std::rc::Rc<str>, String> {
        self.expect("=")?;
        let name = self.name("a value")?;
        let found = all.iter().any(|one| one.name() == name);
        if found {
            Ok(name.into())
        } else {
            Err(format!("no value “{name}” of a risk’s {}", T::GROUP))
        }
    }

    /// `within` and numbers with commas between.
    fn rights(&mut self) -> Result<Vec<u8>, String> {
        self.expect("within")?;
        let mut numbers = Vec::new();
        loop {
            let number = self.name("a right by its number")?;
            let right = number.parse().ok().and_then(Right::new);
            numbers.push(right.ok_or_else(|| format!("no right “{number}”"))?.number());
            if self.peek() != Some(",") {
                return Ok(numbers);
            }
            self.next += 1;
        }
    }
}

//! The order in which one goes through an assessment, and where one is on it.
//!
//! **The order.** What is looked at; where risks lead, and in the short form, the risks; the section *First*,
//! where there is one; whom it reaches; all other sections as they are asked, or, where risks lead, the
//! questions that touch them and then the others; what is open. It is written down here alone: the ways on and back and
//! their keys, where somebody begins or goes on, and which question is the next open one ask here, and
//! the list of sections shows it.

use domain::asked::Asked;
use domain::assessment::Assessment;
use domain::catalogue::Fact;
use domain::questions::{Route, Square};
use domain::risk::{Rated, RiskId};
use domain::scope::Form;

use crate::led::{At, places};
use crate::place::Place;
use crate::state::State;
use crate::stops::{Stop, stops, stops_of};
use crate::work::Work;

/// A place on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnTheWay {
    /// What is looked at: here the way begins.
    Choose,
    /// The risks to people.
    Risks,
    /// How grave one of them is, which is not said yet.
    Severity(RiskId),
    /// Whom it reaches.
    Facts,
    /// A question, or a phase of one.
    Stop(Stop),
    /// What is open: here it ends.
    Open,
}

impl OnTheWay {
    /// Its place.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Choose => Place::Choose,
            Self::Risks => Place::Risks(None),
            Self::Severity(risk) => Place::Severity(*risk),
            Self::Facts => Place::Reach(None),
            Self::Stop(stop) => stop.place(),
            Self::Open => Place::Open,
        }
    }
}

/// How many sections come before the facts about whom it reaches: the section *First* alone. One
/// question and one answer in one's own words is a beginning; eleven facts are a form to fill in.
#[must_use]
pub fn before_facts(asked: &Asked) -> usize {
    usize::from(asked.first().is_some())
}

/// What has its turn between what is looked at and what is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Risks,
    Facts,
    Stop(At),
}

/// Where that is changed which folded a question away.
fn folded_by(asked: &Asked, route: &Route) -> Option<OnTheWay> {
    match route {
        Route::Decision { question, .. } => {
            stops_of(asked.question(question)?).into_iter().next().map(OnTheWay::Stop)
        }
        Route::Fact { .. } => Some(OnTheWay::Facts),
    }
}

/// All of the way but its ends. A place beside each stop: a bank of any size costs a look at each.
fn way(work: &Work, has_risks: bool) -> Vec<Turn> {
    let facts = before_facts(&work.asked);
    let led = work.led.as_ref().filter(|_| has_risks).map(|led| &*led.order);
    let mut way = if has_risks { vec![Turn::Risks] } else { Vec::new() };
    let mut begins = way.len();
    for at in places(&work.by_section) {
        if at.section < facts {
            begins += 1;
        } else if led.is_some() {
            break;
        }
        way.push(Turn::Stop(at));
    }
    way.insert(begins, Turn::Facts);
    way.extend(led.unwrap_or_default().iter().copied().map(Turn::Stop));
    way
}

impl State {
    /// What comes before and after the place where the person is, where that is on the way. From a
    /// question that is folded away the way back is what folded it: the decision, or the facts.
    #[must_use]
    pub fn neighbours(&self) -> Option<(OnTheWay, OnTheWay)> {
        let work = self.work.as_ref()?;
        let way = self.way();
        let (before, after) = match self.here_on(&way) {
            Some(at) => (at.checked_sub(1), at + 1),
            None => {
                self.section_here()?;
                if let Some(route) = &self.question()?.0.asked_when {
                    return Some((folded_by(&work.asked, route)?, OnTheWay::Open));
                }
                // What the list of risks folds away is the first question, and keeps its place.
                let facts = way.iter().position(|turn| *turn == Turn::Facts)?;
                (facts.checked_sub(1), facts)
            }
        };
        let (before, after) = (before.and_then(|before| way.get(before)), way.get(after));
        let named = |turn: Option<&Turn>, end| turn.map_or(Some(end), |turn| self.named(*turn));
        let on = self.to_rate().map_or_else(|| named(after, OnTheWay::Open), Some);
        Some((named(before, OnTheWay::Choose)?, on?))
    }

    /// The facts about whom it reaches that nothing was said about. They count as not known, hide no
    /// question, and are none.
    pub fn open_facts(&self) -> impl Iterator<Item = &Fact> {
        let scope = self.work.as_ref().map(|work| &work.assessment.scope);
        let facts = self.catalogue.facts.iter();
        facts.filter(move |fact| scope.is_some_and(|scope| scope.fact(&fact.id).is_none()))
    }

    /// The first place of all at which something is still to be said. The facts are one as long as one
    /// of them is open and no question behind them has an answer: whoever gave one has gone past them.
    #[must_use]
    pub fn first_waiting(&self) -> Option<OnTheWay> {
        let way = self.way();
        let waits = |at: usize| match way.get(at)? {
            Turn::Risks => Some(self.risks_wait()),
            Turn::Facts => {
                let mut behind = way.iter().skip(at + 1);
                Some(self.open_facts().next().is_some() && behind.all(|turn| self.is_blank(*turn)))
            }
            turn @ Turn::Stop(_) => Some(self.stop_waits(*turn)),
        };
        let at = (0..way.len()).find(|at| waits(*at) == Some(true))?;
        self.named(*way.get(at)?)
    }

    /// Where somebody begins: at the first place where something is still to be said, or at the first of
    /// all.
    #[must_use]
    pub fn beginning(&self) -> OnTheWay {
        let is_asked = self.work.as_ref().is_some_and(|work| !work.asked.sections.is_empty());
        let first = || self.named(*self.way().first()?);
        let at = is_asked.then(|| self.first_waiting().or_else(first)).flatten();
        at.unwrap_or(OnTheWay::Choose)
    }

    /// Whether there is a question at this place that still waits for an answer.
    #[must_use]
    pub fn waits_at(&self, place: &Place) -> bool {
        self.stop_at(place).is_some_and(|at| self.stop_waits(Turn::Stop(at)))
    }

    /// The next stop behind this place that still waits for an answer, and behind the last one again
    /// the first. None where nothing waits, or what is shown alone does.
    #[must_use]
    pub fn next_open(&self) -> Option<Stop> {
        let way = self.way();
        let here = self.here_on(&way);
        let section = self.section_here();
        let is_of = |turn: &Turn| matches!(turn, Turn::Stop(at) if Some(at.section) >= section);
        let begin =
            here.map(|at| at + 1).or_else(|| section.and_then(|_| way.iter().position(is_of)));
        let (before, behind) = way.split_at_checked(begin.unwrap_or(0))?;
        let open = behind.iter().chain(before).find(|turn| self.stop_waits(**turn))?;
        let OnTheWay::Stop(stop) = self.named(*open)? else { return None };
        (stop.place() != self.place).then_some(stop)
    }

    /// Whether the way begins with the risks: where they lead, and in the short form, in which the first of
    /// them takes the place of the question for the gravest one. Not before the whole bank is here, which
    /// asks for them.
    fn begins_with_risks(&self) -> bool {
        let begins = self.work.as_ref().is_some_and(|work| {
            let Assessment { risks, scope, .. } = &*work.assessment;
            risks.leads() || scope.form == Form::Short
        });
        begins && self.catalogue.questions().any(|question| question.is_answered_by_register())
    }

    /// Of which risk it is said next how grave it is, where the person is at one or at all of them.
    fn to_rate(&self) -> Option<OnTheWay> {
        let here = match self.place {
            Place::Risks(_) => None,
            Place::Severity(here) => Some(here),
            _ => return None,
        };
        let mut kept = self.work.as_ref()?.assessment.risks.kept().iter();
        let next = kept.find(|kept| kept.rated == Rated::No && Some(kept.id) != here)?;
        Some(OnTheWay::Severity(next.id))
    }

    /// Whether something is still to be said of the risks before the first question: that there is one, or
    /// how grave each of them is.
    fn risks_wait(&self) -> bool {
        let Some(work) = &self.work else { return false };
        let is_blank = || work.by_section.squares().all(|square| square.waits());
        match work.assessment.risks.kept() {
            [] => is_blank(),
            kept => kept.iter().any(|kept| kept.rated == Rated::No),
        }
    }

    fn way(&self) -> Vec<Turn> {
        let work = self.work.as_ref();
        work.map(|work| way(work, self.begins_with_risks())).unwrap_or_default()
    }

    /// What has its turn, as who goes there knows it.
    fn named(&self, turn: Turn) -> Option<OnTheWay> {
        Some(match turn {
            Turn::Risks => OnTheWay::Risks,
            Turn::Facts => OnTheWay::Facts,
            Turn::Stop(at) => {
                let section = self.work.as_ref()?.asked.sections.get(at.section)?;
                OnTheWay::Stop(stops(section).into_iter().nth(at.stop)?)
            }
        })
    }

    /// Where on the way the person is.
    fn here_on(&self, way: &[Turn]) -> Option<usize> {
        let here = match &self.place {
            Place::Risks(_) | Place::Severity(_) | Place::Risk(_) => Turn::Risks,
            Place::Reach(_) => Turn::Facts,
            place => Turn::Stop(self.stop_at(place)?),
        };
        way.iter().position(|turn| *turn == here)
    }

    /// The stop at a place.
    fn stop_at(&self, place: &Place) -> Option<At> {
        let (Place::Question(id, _), Some(work)) = (place, &self.work) else { return None };
        let section = work.asked.section_at(id, work.section)?;
        let stops = stops(work.asked.sections.get(section)?);
        let stop = stops.iter().position(|stop| stop.place() == *place)?;
        Some(At { section, stop })
    }

    fn square(&self, turn: Turn) -> Option<Square> {
        let (Turn::Stop(at), Some(work)) = (turn, &self.work) else { return None };
        work.by_section.section(at.section)?.squares.get(at.stop).copied()
    }

    fn stop_waits(&self, turn: Turn) -> bool {
        self.square(turn).is_some_and(|square| square.waits())
    }

    /// Whether there is no answer yet.
    fn is_blank(&self, turn: Turn) -> bool {
        self.square(turn).is_none_or(|square| square == Square::Open)
    }
}

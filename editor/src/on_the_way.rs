//! The order in which one goes through an assessment, and where one is on it.
//!
//! **The order.** What is looked at; where risks lead, the risks; the section *First*,
//! where there is one; whom it reaches; all other sections as they are asked, or, where risks lead, the
//! questions that touch them and then the others; what is open. It is written down here alone: the ways on and back and
//! their keys, where somebody begins or goes on, and which question is the next open one ask here, and
//! the list of sections shows it.

use domain::asked::Asked;
use domain::catalogue::Fact;
use domain::questions::{Route, Square};
use domain::risk::Rated;

use crate::place::Place;
use crate::state::State;
use crate::stops::{Stop, stops, stops_of};

/// A place on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnTheWay {
    /// What is looked at: here the way begins.
    Choose,
    /// The risks to people.
    Risks,
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

/// What has its turn, counted from what comes behind the choice: one of the stops of a section, or the
/// facts. A section that is folded away as a whole has none.
fn has_turn(asked: &Asked, turn: usize, one: fn(&[Stop]) -> Option<&Stop>) -> Option<OnTheWay> {
    let facts = before_facts(asked);
    if turn == facts {
        return Some(OnTheWay::Facts);
    }
    let stops = stops(asked.sections.get(turn - usize::from(turn > facts))?);
    one(&stops).cloned().map(OnTheWay::Stop)
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

impl State {
    /// What comes before and after the place where the person is, where that is on the way. From a
    /// question that is folded away the way back is what folded it: the decision, or the facts.
    #[must_use]
    pub fn neighbours(&self) -> Option<(OnTheWay, OnTheWay)> {
        if let Some(way) = self.led_by_risks() {
            let is_here = |one: &OnTheWay| self.is_at(one);
            let at = way.iter().position(is_here)?;
            let before = at.checked_sub(1).and_then(|before| way.get(before)).cloned();
            let after = way.get(at + 1).cloned();
            return Some((before.unwrap_or(OnTheWay::Choose), after.unwrap_or(OnTheWay::Open)));
        }
        let asked = &self.work.as_ref()?.asked;
        let has_risks = self.begins_with_risks();
        if self.is_at(&OnTheWay::Risks) {
            let after =
                (0..=asked.sections.len()).find_map(|turn| has_turn(asked, turn, <[Stop]>::first));
            let on = after.unwrap_or(OnTheWay::Open);
            return has_risks.then_some((OnTheWay::Choose, on));
        }
        let (mut before, mut after, mut turn) = (None, None, before_facts(asked));
        if !matches!(self.place, Place::Reach(_)) {
            let here = self.section_here()?;
            turn = here + usize::from(here >= turn);
            let own = asked.sections.get(here).map(stops).unwrap_or_default();
            if let Some(at) = own.iter().position(|stop| stop.place() == self.place) {
                let stop = at.checked_sub(1).and_then(|before| own.get(before)).cloned();
                before = stop.map(OnTheWay::Stop);
                after = own.get(at + 1).cloned().map(OnTheWay::Stop);
            } else {
                // What the list of risks folds away is the first question, and keeps its place.
                if let Some(route) = &self.question()?.0.asked_when {
                    before = Some(folded_by(asked, route)?);
                    turn = asked.sections.len();
                }
            }
        }
        Some((
            before
                .or_else(|| (0..turn).rev().find_map(|turn| has_turn(asked, turn, <[Stop]>::last)))
                .unwrap_or(if has_risks { OnTheWay::Risks } else { OnTheWay::Choose }),
            after
                .or_else(|| {
                    (turn + 1..=asked.sections.len())
                        .find_map(|turn| has_turn(asked, turn, <[Stop]>::first))
                })
                .unwrap_or(OnTheWay::Open),
        ))
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
        let work = self.work.as_ref()?;
        if self.risks_wait() {
            return Some(OnTheWay::Risks);
        }
        if let Some(way) = self.led_by_risks() {
            return way.into_iter().find(|one| self.waits_at(&one.place()));
        }
        let (facts, all) = (before_facts(&work.asked), work.asked.sections.len());
        let is_blank = |at| {
            let section = work.by_section.section(at);
            section.is_some_and(|one| one.squares.iter().all(|square| *square == Square::Open))
        };
        (0..=all).find_map(|turn| {
            if turn == facts {
                let wait = self.open_facts().next().is_some() && (facts..all).all(is_blank);
                return wait.then_some(OnTheWay::Facts);
            }
            self.open_in(turn - usize::from(turn > facts), 0).map(OnTheWay::Stop)
        })
    }

    /// Where somebody begins: at the first place where something is still to be said, or at the first of
    /// all.
    #[must_use]
    pub fn beginning(&self) -> OnTheWay {
        let asked = self.work.as_ref().map(|work| &work.asked);
        let asked = asked.filter(|asked| !asked.sections.is_empty());
        let first = || has_turn(asked?, 0, <[Stop]>::first);
        asked.and_then(|_| self.first_waiting()).or_else(first).unwrap_or(OnTheWay::Choose)
    }

    /// The first stop of all that still waits for an answer.
    #[must_use]
    pub fn first_open(&self) -> Option<Stop> {
        let all = self.work.as_ref()?.asked.sections.len();
        (0..all).find_map(|section| self.open_in(section, 0))
    }

    /// Whether there is a question at this place that still waits for an answer.
    #[must_use]
    pub fn waits_at(&self, place: &Place) -> bool {
        let (Place::Question(id, _), Some(work)) = (place, &self.work) else { return false };
        let section = work.asked.section_at(id, work.section);
        let stops = section.and_then(|at| work.asked.sections.get(at)).map(stops);
        let at = stops.and_then(|stops| stops.iter().position(|stop| stop.place() == *place));
        let squares = section.and_then(|at| work.by_section.section(at)).map(|one| &one.squares);
        let square = at.and_then(|at| squares?.get(at));
        square.is_some_and(|square| square.waits())
    }

    /// The next stop behind this place that still waits for an answer, and behind the last one again
    /// the first. None where nothing waits, or what is shown alone does.
    #[must_use]
    pub fn next_open(&self) -> Option<Stop> {
        if let Some(way) = self.led_by_risks() {
            let here = way.iter().position(|one| self.is_at(one)).map_or(0, |at| at + 1);
            let (before, behind) = way.split_at(here.min(way.len()));
            let open = behind.iter().chain(before).find(|one| self.waits_at(&one.place()));
            return match open? {
                OnTheWay::Stop(stop) if stop.place() != self.place => Some(stop.clone()),
                _ => None,
            };
        }
        let asked = &self.work.as_ref()?.asked;
        let all = asked.sections.len();
        let (here, behind) = match (&self.place, self.section_here()) {
            (Place::Reach(_), _) => (before_facts(asked), 0),
            (_, Some(here)) => {
                let own = asked.sections.get(here).map(stops).unwrap_or_default();
                let at = own.iter().position(|stop| stop.place() == self.place);
                (here, at.map_or(0, |at| at + 1))
            }
            _ => return self.first_open(),
        };
        let found = self.open_in(here, behind).or_else(|| {
            let others = (here + 1..all).chain(0..=here);
            others.into_iter().find_map(|section| self.open_in(section, 0))
        });
        found.filter(|stop| stop.place() != self.place)
    }

    /// Whether the way begins with the risks. Not before the whole bank is here, which asks for them.
    fn begins_with_risks(&self) -> bool {
        let leads = self.work.as_ref().is_some_and(|work| work.assessment.risks.leads());
        leads && self.catalogue.questions().any(|question| question.is_answered_by_register())
    }

    /// Whether something is still to be said of the risks before the first question: that there is one, or
    /// how grave each of them is.
    fn risks_wait(&self) -> bool {
        let Some(work) = self.work.as_ref().filter(|_| self.begins_with_risks()) else {
            return false;
        };
        let is_blank = || work.by_section.squares().all(|square| square.waits());
        match work.assessment.risks.kept() {
            [] => is_blank(),
            kept => kept.iter().any(|kept| kept.rated == Rated::No),
        }
    }

    /// All of the way where risks lead it; none where the order of the bank does.
    fn led_by_risks(&self) -> Option<Vec<OnTheWay>> {
        let work = self.work.as_ref()?;
        let (asked, risks) = (&work.asked, &work.assessment.risks);
        let led = work.led.as_ref().filter(|_| risks.leads())?;
        let first = asked.sections.iter().take(before_facts(asked)).flat_map(stops);
        let mut way = vec![OnTheWay::Risks];
        way.extend(first.map(OnTheWay::Stop));
        way.push(OnTheWay::Facts);
        way.extend(led.order.iter().flat_map(stops_of).map(OnTheWay::Stop));
        Some(way)
    }

    /// Whether the person is at a place on the way.
    fn is_at(&self, one: &OnTheWay) -> bool {
        match (one, &self.place) {
            (OnTheWay::Risks, Place::Risks(_) | Place::Severity(_) | Place::Risk(_))
            | (OnTheWay::Facts, Place::Reach(_)) => true,
            (one, here) => one.place() == *here,
        }
    }

    /// The first stop of a section, from one of them on, that still waits for an answer. Squares are
    /// kept, so a bank of any size costs a look at each.
    fn open_in(&self, section: usize, from: usize) -> Option<Stop> {
        let work = self.work.as_ref()?;
        let squares = &work.by_section.section(section)?.squares;
        let at = squares.iter().skip(from).position(|square| square.waits())?;
        stops(work.asked.sections.get(section)?).into_iter().nth(from + at)
    }
}

//! How screens stood when the person left them by a link, so that each is found again as it was left:
//! as far down, with the same folds open, with the focus on the link that led away. Kept for as long as
//! the same assessment is open, and never stored.

use std::rc::Rc;

use domain::id::AssessmentId;

use crate::place::Place;

/// How a screen stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stood {
    /// How far down it was, in whole pixels.
    pub top: u32,
    /// The ids of the folds that were open.
    pub folds: Rc<[Rc<str>]>,
    /// The link that led away, where it stands in the screen itself.
    pub link: Option<Link>,
}

/// A link of a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address it leads to.
    pub address: Rc<str>,
    /// How many links to the same address stand before it.
    pub before: u32,
}

/// How all screens stood that were left. Nothing is noted before the first is left: where the later half
/// is not here yet, nobody has left one, and the state is the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct AllStood {
    /// Of which assessment.
    of: Option<AssessmentId>,
    /// Where the person was when this was looked at last, where something was left.
    here: Option<Place>,
    left: Vec<(Place, Stood)>,
}

impl AllStood {
    /// The person follows a link from the screen at a place, in an assessment.
    pub(crate) fn leave(&mut self, place: &Place, of: Option<&AssessmentId>, stood: Stood) {
        self.left.retain(|(other, _)| !other.same_screen(place));
        if is_remembered(place) {
            self.of = of.cloned();
            self.here = Some(place.clone());
            self.left.push((place.clone(), stood));
        }
    }

    /// Where the person is now. How the screen stood, where it is another than before and was left
    /// before. A place that names something on its screen is gone to as it says.
    pub(crate) fn come(&mut self, place: &Place, of: Option<&AssessmentId>) -> Option<Stood> {
        if self.left.is_empty() || self.of.as_ref() != of {
            *self = Self::default();
            return None;
        }
        let before = self.here.replace(place.clone())?;
        if before.same_screen(place) {
            return None;
        }
        let found = self.left.iter().find(|(left, _)| left == place);
        found.map(|(_, stood)| stood.clone())
    }
}

/// Whether one comes back to a screen to go on where one was. Questions are gone to one by one, and
/// those have their own way of being found.
fn is_remembered(place: &Place) -> bool {
    !matches!(place, Place::Start | Place::Choose | Place::Question(..))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stood(top: u32) -> Stood {
        Stood { top, ..Stood::default() }
    }

    fn question() -> Place {
        Place::Question("see-people".into(), None)
    }

    #[test]
    fn a_screen_is_found_as_it_was_left_however_one_comes_back() {
        let mut all = AllStood::default();
        let of = Some(&AssessmentId::from("one"));
        assert_eq!(all.come(&Place::Result, of), None);
        all.leave(&Place::Result, of, stood(700));
        assert_eq!(all.come(&question(), of), None);
        assert_eq!(all.come(&Place::Open, of), None);
        assert_eq!(all.come(&Place::Result, of), Some(stood(700)));
        // It stands already: nothing moves while one stays.
        assert_eq!(all.come(&Place::Result, of), None);
        // What was left last counts.
        all.leave(&Place::Result, of, stood(10));
        assert_eq!(all.come(&question(), of), None);
        assert_eq!(all.come(&Place::Result, of), Some(stood(10)));
    }

    #[test]
    fn each_screen_is_remembered_by_itself_and_questions_are_not() {
        let mut all = AllStood::default();
        let of = Some(&AssessmentId::from("one"));
        all.come(&Place::Result, of);
        all.leave(&Place::Result, of, stood(1));
        all.come(&Place::Open, of);
        all.leave(&Place::Open, of, stood(2));
        all.come(&question(), of);
        all.leave(&question(), of, stood(3));
        assert_eq!(all.come(&Place::Open, of), Some(stood(2)));
        assert_eq!(all.come(&Place::Result, of), Some(stood(1)));
        assert_eq!(all.come(&question(), of), None);
    }

    #[test]
    fn another_assessment_begins_at_the_top() {
        let mut all = AllStood::default();
        let of = Some(&AssessmentId::from("one"));
        all.come(&Place::Result, of);
        all.leave(&Place::Result, of, stood(700));
        let other = Some(&AssessmentId::from("two"));
        assert_eq!(all.come(&question(), other), None);
        assert_eq!(all.come(&Place::Result, other), None);
    }
}

//! How many of the facts about whom it reaches were said. They are no questions, and are counted apart.

use domain::count::count;
use domain::texts::later as key;
use yew::AttrValue;

use crate::view::given::LaterGiven;

/// How many facts something was said about.
pub(crate) fn said(given: LaterGiven<'_>) -> AttrValue {
    let all = given.state.catalogue.facts.len();
    let said = (all - given.state.open_facts().count()).to_string();
    given.words.count_with(key::CHOOSE_REACH_SAID, count(all), &[("said", &said)])
}

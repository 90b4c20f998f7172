//! The register of risks to people: up to ten, in the order of how grave they are.

use domain::texts::later as key;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::title::title;

pub(crate) mod page;
pub(crate) mod severity;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    title(AttrValue::default(), given.words.get(key::APP_TITLE_RISKS), AttrValue::default())
}

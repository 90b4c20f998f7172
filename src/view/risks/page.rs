//! All that is known of one risk, what stands against it, and what is missing.

use domain::texts::later as key;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::title::title;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    title(AttrValue::default(), given.words.get(key::APP_TITLE_RISKS), AttrValue::default())
}

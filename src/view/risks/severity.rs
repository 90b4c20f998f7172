//! How grave a risk is: three scales side by side, never one number.

use domain::texts::later as key;
use yew::prelude::*;

use crate::view::given::LaterGiven;
use crate::view::parts::title::title;

/// The screen.
pub(crate) fn screen(given: LaterGiven<'_>) -> Html {
    title(AttrValue::default(), given.words.get(key::APP_TITLE_RISKS), AttrValue::default())
}

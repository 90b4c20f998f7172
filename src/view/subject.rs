//! What a screen is about, above its title.

use domain::fits;
use domain::scope::Scope;
use yew::AttrValue;

/// The name of what is assessed, or the beginning of a long one: three lines of it would be a title.
pub(crate) fn kicker(scope: &Scope) -> AttrValue {
    fits::shortened(scope.subject(), fits::KICKER).into()
}

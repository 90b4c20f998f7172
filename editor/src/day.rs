//! Fields for a day or a month, and what stands in one while that is none.
//!
//! A browser tells of a day at each key that makes one, of the year 2 on the way to 2027 too. So what stands
//! there is taken once it is a day that somebody can mean, and told to be none once the field is left; all
//! that is typed in between is one change.

use domain::plan::ActionId;
use domain::risk::RiskId;
use domain::sheet::record::SheetId;

/// Which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayField {
    /// Until when an action is done.
    Due(ActionId),
    /// When a question sheet went out.
    WentOut(SheetId),
    /// Since when a risk is known.
    Since(RiskId),
}

/// What a person typed there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What stands there; none where the browser tells only that it is no day yet.
    pub text: Option<String>,
    /// Whether the person has left the field.
    pub is_left: bool,
}

/// What stands in a field and is none; the assessment has what it had before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadDay {
    /// In which field.
    pub field: DayField,
    /// As typed; empty where the browser does not tell.
    pub text: String,
    /// Whether that is told: not while it is still being typed.
    pub is_told: bool,
}

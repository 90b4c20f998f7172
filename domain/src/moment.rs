//! When something happens. Nothing here asks for the time: it comes in as a value.

use serde::{Deserialize, Serialize};

use crate::assessment::Timestamp;
use crate::date::Date;

/// An instant, and the day that it is in the person's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub now: Timestamp,
    /// The day there and then.
    pub today: Date,
}

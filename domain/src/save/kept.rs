//! A risk as a register keeps it: its bytes are those of the save file's type, in the version that this build
//! writes.

use super::v4::RiskRecord;
use crate::risk::{Kept, Likelihood, Needed, Rated, Risk, RiskId};

impl Kept {
    /// A risk as it is kept.
    #[must_use]
    pub fn of(risk: &Risk) -> Self {
        let severity = &risk.severity;
        let rated = match (severity.is_rated(), severity.not_known().next()) {
            (false, _) => Rated::No,
            (true, Some(_)) => Rated::NotKnown,
            (true, None) => Rated::Yes,
        };
        let near = match (risk.has_harmed(), severity.likelihood) {
            (true, _) => Rated::Yes,
            (false, None) => Rated::No,
            (false, Some(Likelihood::NotKnown)) => Rated::NotKnown,
            (false, Some(_)) => Rated::Yes,
        };
        let name = risk.name.known().map_or("", |name| name.trim());
        let bytes = postcard::to_allocvec(&RiskRecord::of(risk)).unwrap_or_default();
        Self::from_parts(risk.id, name, risk.standing(), [rated, near], &bytes)
    }

    /// The risk. One whose bytes cannot be read has its number and its name and nothing else.
    #[must_use]
    pub fn open(&self) -> Risk {
        Risk::from_kept(self.id, self.bytes()).unwrap_or_else(|| Risk {
            name: Needed::filled(self.name.to_string()),
            ..Risk::new(self.id)
        })
    }
}

impl Risk {
    /// The risk in these bytes of a register.
    #[must_use]
    pub fn from_kept(id: RiskId, bytes: &[u8]) -> Option<Self> {
        let record = postcard::from_bytes::<RiskRecord>(bytes);
        record.ok().map(|record| record.into_risk(id))
    }
}

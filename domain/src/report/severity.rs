//! How grave a risk is, as it is drawn: three scales, each by itself. Nothing of it is added up.

use super::reporter::Reporter;
use super::{Severity, SeverityLabels, SeverityPlace, SeverityRow};
use crate::findings::FoundRisk;
use crate::risk::{Mark, Named};
use crate::texts::{Texts, report as keys};

impl Reporter<'_> {
    /// The profile of a risk.
    pub(super) fn severity(self, found: &FoundRisk) -> Severity {
        let words = self.risk_words();
        let severity = &found.risk.severity;
        let has_after = severity.after.is_some();
        let scales = Named::ALL.map(|named| {
            let dimension = severity.dimension(named);
            let is_known = matches!(dimension.mark, Some(Mark::Known(_)));
            let mark = dimension.counts_as().number();
            let fall = severity.fall(named);
            let name = words.label(named);
            let told = self.before(named, dimension);
            let in_short = if is_known {
                let mark = mark.to_string();
                self.bank.texts.with(keys::RISKS_PROFILE_SHORT, &[("name", &name), ("mark", &mark)])
            } else {
                self.bank.texts.with(keys::WORDS_LABELLED, &[("label", &name), ("value", &told)])
            };
            let same = if has_after { self.text(keys::RISKS_PROFILE_SAME) } else { String::new() };
            SeverityRow {
                name: name.to_string(),
                asks: words.in_group("dimension-says", named).to_string(),
                before: Some(SeverityPlace { mark, is_known }),
                says: if is_known { self.mark_says(named, mark) } else { told.clone() },
                told,
                in_short,
                because: dimension.because.trim().to_owned(),
                after: fall.map(|fall| fall.to.number()),
                after_says: fall
                    .map_or_else(|| same.clone(), |fall| self.mark_says(named, fall.to.number())),
                after_told: fall.map_or(same, |fall| self.at(named, fall.to.number())),
                by: fall.map(|fall| self.by(fall)).unwrap_or_default(),
                known: fall.map(|fall| self.fall_known(fall)).unwrap_or_default(),
            }
        });
        let rarer = found.risk.rarer();
        let near = self.near(&found.risk).map(|near| {
            let name = self.text(keys::RISKS_PROFILE_LIKELIHOOD);
            let told = [("label", &*name), ("value", &*near)];
            let after = rarer.map(|fall| self.likely(fall.to)).unwrap_or_default();
            SeverityRow {
                in_short: self.bank.texts.with(keys::WORDS_LABELLED, &told),
                asks: String::new(),
                before: None,
                told: near.clone(),
                because: String::new(),
                after: None,
                after_told: after.clone(),
                after_says: after,
                by: rarer.map(|fall| self.by(fall)).unwrap_or_default(),
                known: rarer.map(|fall| self.fall_known(fall)).unwrap_or_default(),
                says: near,
                name,
            }
        });
        Severity { rows: scales.into_iter().chain(near).collect(), has_after }
    }
}

/// The words of every such drawing.
pub(super) fn labels(texts: &Texts) -> SeverityLabels {
    let text = |key| texts.get(key).to_string();
    SeverityLabels {
        dimension: text(keys::RISKS_PROFILE_DIMENSION),
        before: text(keys::RISKS_PROFILE_BEFORE),
        because: text(keys::WORDS_DETAIL_BECAUSE),
        after: text(keys::RISKS_PROFILE_AFTER),
        by: text(keys::RISKS_PROFILE_BY),
        known: text(keys::RISKS_PROFILE_KNOWN),
        full: text(keys::RISKS_PROFILE_FULL),
        hollow: text(keys::RISKS_PROFILE_HOLLOW),
        hatched: text(keys::RISKS_PROFILE_HATCHED),
    }
}

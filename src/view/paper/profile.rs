//! Where each answer stands: squares in the column of their step.

use domain::report::{Copy, Mark, Profile};
use yew::prelude::*;
use yew::virtual_dom::Key;

use super::{Pen, Shown, key};
use crate::view::parts::profile::{self, Heads, ProfileRow};
use crate::view::parts::square::{self, Shade, Square};

impl Pen<'_> {
    pub(super) fn profile(self, part: &AttrValue, profile: &Profile) -> Html {
        let labels = &self.report.labels;
        let heads = Heads {
            section: labels.section.clone().into(),
            low: labels.axis_low.clone().into(),
            high: labels.axis_high.clone().into(),
            not_known: labels.not_known.clone().into(),
            does_not_apply: profile
                .shows_does_not_apply
                .then(|| labels.does_not_apply.clone().into()),
        };
        let rows = profile.rows.iter().enumerate().map(|(at, row)| {
            // In the row of its section the number is enough; the section *First* has none.
            let shown = if row.code.is_empty() { Shown::Code } else { Shown::Number };
            ProfileRow {
                key: Key::from(at),
                code: row.code.clone().into(),
                name: row.name.clone().into(),
                steps: row.steps.each_ref().map(|marks| self.squares(marks, shown)),
                not_known: self.squares(&row.not_known, shown),
                does_not_apply: self.squares(&row.does_not_apply, shown),
            }
        });
        html! {
            <>
                { profile::profile(part.clone(), heads, rows.collect(), false) }
                <p class="axis-words">{ self.axis() }</p>
                { square::legend(self.legend(profile)) }
            </>
        }
    }

    fn squares(self, marks: &[Mark], shown: Shown) -> Vec<Square> {
        marks.iter().enumerate().map(|(at, mark)| self.square(at, mark, shown)).collect()
    }

    /// The axis in words, where its line is not drawn.
    fn axis(self) -> AttrValue {
        let labels = &self.report.labels;
        let ends = [("low", labels.axis_low.as_str()), ("high", labels.axis_high.as_str())];
        self.words.with(key::PAPER_AXIS, &ends)
    }

    fn legend(self, profile: &Profile) -> Vec<(Shade, bool, AttrValue)> {
        let labels = &self.report.labels;
        let mut legend = vec![(Shade::Hatched, false, labels.not_known.clone().into())];
        if profile.shows_does_not_apply {
            legend.push((Shade::Dashed, false, labels.does_not_apply.clone().into()));
        }
        if self.report.copy == Copy::Complete {
            legend.push((Shade::Empty, true, self.words.get(key::PAPER_CONFIDENTIAL)));
        }
        legend
    }
}

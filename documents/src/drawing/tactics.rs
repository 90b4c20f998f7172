//! Tactics by phase, side by side, stacked where the page is narrow. They are never added up across
//! phases.

use domain::count::count;
use domain::drawing::{Name, Node};
use domain::report::{Glyph, PartKind, TacticColumn, TacticRow};
use domain::texts::report as keys;

use super::items::folded;
use super::square::{glyph, legend};
use super::{Page, Pen, element, text, typed};

/// So many tactics stand open; more are folded, phase by phase.
const FEW: usize = 16;

impl Pen<'_> {
    /// Accessibility: headings with lists; the glyph is hidden and the state is read in words. On
    /// paper the words are seen too, since there a legend can be pages away.
    pub(super) fn tactics(
        self,
        kind: PartKind,
        columns: &[TacticColumn],
        below: Name,
    ) -> Vec<Node> {
        let all: usize = columns.iter().map(|column| column.tactics.len()).sum();
        let folds = self.worked_with().filter(|_| all > FEW && kind != PartKind::Risk);
        let phases = columns.iter().enumerate();
        let phases =
            phases.map(|(at, one)| self.phase(kind, one, below, folds.map(|(page, _)| (page, at))));
        let phases = phases.collect();
        let mut inside = vec![element(Name::Div, "tactics", phases)];
        if !self.is_paper() {
            inside.push(legend(states(columns)));
        }
        inside
    }

    /// A phase. Of many tactics each phase shows its name and what is in use, and opens.
    fn phase(
        self,
        kind: PartKind,
        column: &TacticColumn,
        below: Name,
        folds: Option<(Page<'_>, usize)>,
    ) -> Node {
        let mut inside = vec![text(below, "", &column.name)];
        if let Some(summary) = &column.summary {
            inside.push(text(Name::P, "summary", summary));
        }
        inside.extend(column.starts.iter().map(|starts| text(Name::P, "starts", starts)));
        inside.extend(column.fits.iter().map(|fits| text(Name::P, "fits", fits)));
        let tactics = column.tactics.iter().map(|one| self.tactic(kind, one));
        let list = element(Name::Ul, "", tactics.collect());
        inside.push(match folds {
            Some((page, at)) => {
                let all = count(column.tactics.len());
                let summary = page.bank.texts.count(keys::PAPER_ALL_TACTICS, all, &[]);
                folded(&format!("tactics-{at}"), &summary, list)
            }
            None => list,
        });
        element(Name::Section, "", inside)
    }

    fn tactic(self, kind: PartKind, tactic: &TacticRow) -> Node {
        let name = tactic.name.as_str().into();
        // What is said of an effect says that something is in use.
        let is_plain = kind == PartKind::Risk && matches!(tactic.glyph, Glyph::Used);
        let says = match (self.is_paper(), &tactic.detail) {
            (true, None) => vec![name, typed(Name::Span, "detail", &tactic.state)],
            (true, Some(detail)) if is_plain => vec![name, typed(Name::Span, "detail", detail)],
            (true, Some(detail)) => {
                let said = format!("{} · {detail}", tactic.state);
                vec![name, typed(Name::Span, "detail", &said)]
            }
            (false, detail) => {
                let state = text(Name::Span, "unseen", &format!("{}: ", tactic.state));
                let detail = detail.as_ref().map(|detail| text(Name::Span, "detail", detail));
                [state, name].into_iter().chain(detail).collect()
            }
        };
        element(Name::Li, "", vec![glyph(shape(tactic.glyph)), element(Name::Div, "", says)])
    }
}

/// The states that occur, with their words, from in use to no answer.
fn states(columns: &[TacticColumn]) -> Vec<(&str, &str)> {
    const ORDER: [Glyph; 6] =
        [Glyph::Used, Glyph::Planned, Glyph::Unused, Glyph::Unknown, Glyph::Unfit, Glyph::Open];
    ORDER
        .into_iter()
        .filter_map(|glyph| {
            let mut all = columns.iter().flat_map(|column| &column.tactics);
            all.find(|tactic| tactic.glyph == glyph)
                .map(|found| (shape(glyph), found.state.as_str()))
        })
        .collect()
}

fn shape(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Used => "full",
        Glyph::Planned => "half",
        Glyph::Unused => "empty",
        Glyph::Unknown => "hatched",
        Glyph::Unfit => "dashed",
        Glyph::Open => "dot",
    }
}

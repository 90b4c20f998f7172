//! Answers that do not fit each other yet, each with a track of five steps, both answers and the
//! question to ask next. Where the report can be worked with, there is a place for the page's form
//! that sets one aside.

use domain::count::count;
use domain::drawing::{Attribute, Element, Name, Node, Slot};
use domain::questions::Step;
use domain::report::{Mark, Shade, Side, TensionItem};
use domain::texts::report as keys;

use super::items::folded;
use super::square::decoration;
use super::{Pen, element, text, typed};

impl Pen<'_> {
    /// What was set aside before stands folded at the end.
    pub(super) fn tensions(self, found: &[TensionItem], below: Name) -> Vec<Node> {
        let Some((page, aside)) = self.worked_with() else {
            let all = found.iter().map(|one| self.tension(one, below, "", None));
            return vec![list(all.collect())];
        };
        let mut standing = Vec::new();
        let mut folds = Vec::new();
        for (at, one) in (0..).zip(found) {
            let slot = one.id.clone().map(|tension| Slot::Tension { tension, at });
            // One rule can be found several times, each time at another question.
            let earlier = found.iter().take(at as usize).filter(|other| other.id == one.id);
            let key = match &one.id {
                Some(id) => format!("{id} {}", earlier.count()),
                None => String::new(),
            };
            let was_aside = one.id.as_ref().is_some_and(|id| aside.contains(id));
            let to = if was_aside { &mut folds } else { &mut standing };
            to.push(self.tension(one, below, &key, slot));
        }
        let count = count(folds.len());
        let rest = if folds.is_empty() {
            Vec::new()
        } else {
            vec![folded(
                "aside",
                &page.bank.texts.count(keys::PAPER_SET_ASIDE, count, &[]),
                list(folds),
            )]
        };
        vec![element(Name::Div, "standing", vec![list(standing)]), element(Name::Div, "rest", rest)]
    }

    /// Accessibility: the track is hidden; title and both answers in words stand beside it.
    fn tension(self, found: &TensionItem, below: Name, key: &str, slot: Option<Slot>) -> Node {
        let steps: Vec<(Step, &Mark)> = found
            .sides
            .iter()
            .filter_map(|side| side.mark.as_ref())
            .filter_map(|mark| match mark.shade {
                Shade::Step(step) => Some((step, mark)),
                Shade::Answered
                | Shade::NotKnown
                | Shade::DoesNotApply
                | Shade::Partly
                | Shade::Open => None,
            })
            .collect();
        let mut lines = vec![text(Name::P, "", &found.why), text(Name::P, "", &found.ask)];
        if let Some(because) = found.because.as_ref().filter(|_| self.is_paper()) {
            lines.push(typed(Name::Blockquote, "", because));
        }
        let mut title = vec![found.title.as_str().into()];
        // On paper there is nobody to ask what a cut corner means.
        if self.is_paper() && found.confidential {
            title.push(" ".into());
            title.push(text(Name::Span, "confidential", &self.report.labels.confidential));
        }
        let says = vec![
            element(below, "", title),
            element(Name::Ul, "sides", found.sides.iter().map(|side| self.side(side)).collect()),
            element(Name::Div, "asks", lines),
            element(Name::Div, "actions", slot.map(Node::Slot).into_iter().collect()),
        ];
        let inside =
            vec![element(Name::Div, "track-of", track(&steps)), element(Name::Div, "text", says)];
        Element::new(Name::Li, "", inside).keyed(key).into()
    }

    fn side(self, side: &Side) -> Node {
        // A fact is no question: something has to stand between it and what is said about it.
        let said =
            vec![text(Name::Span, "second", &side.asked), " – ".into(), side.said.as_str().into()];
        let mark = self.tag(side.mark.as_ref());
        element(Name::Li, "", vec![element(Name::Div, "mark-of", mark), element(Name::P, "", said)])
    }
}

fn list(tensions: Vec<Node>) -> Node {
    element(Name::Ul, "tensions", tensions)
}

/// Five hairlines with squares on their steps, and a line from the lowest to the highest. With one
/// step alone there is nothing to hold against each other.
fn track(steps: &[(Step, &Mark)]) -> Vec<Node> {
    let lowest = steps.iter().map(|(step, _)| step.number()).min();
    let highest = steps.iter().map(|(step, _)| step.number()).max();
    let (Some(lowest), Some(highest), true) = (lowest, highest, steps.len() > 1) else {
        return Vec::new();
    };
    let between = format!("between from{lowest} to{highest}");
    let mut stops = vec![element(Name::Span, &between, Vec::new())];
    stops.extend(Step::ALL.map(|step| {
        let here = steps.iter().filter(|(on, _)| *on == step);
        let mut stop: Vec<Node> = here.map(|(_, mark)| decoration(mark)).collect();
        stop.push(text(Name::Span, "digit", &step.number().to_string()));
        element(Name::Span, "stop", stop)
    }));
    vec![Element::new(Name::Div, "track", stops).with(Attribute::Hidden, "true").into()]
}

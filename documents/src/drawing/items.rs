//! Findings, one after the other. Where they are worked with, a long list shows its beginning.

use domain::drawing::{Node, Slot};
use domain::report::{Item, PartKind};
use domain::texts::report as keys;

use super::{Pen, element, facts, text};

/// So many stand open at the beginning of a long list.
const FIRST: usize = 5;
/// A list that is longer by less than this is not worth folding.
const FEW: usize = 3;

impl Pen<'_> {
    pub(super) fn items(self, kind: PartKind, items: &[Item]) -> Vec<Node> {
        let folds = self.is_worked_with() && items.len() >= FIRST + FEW;
        let (first, rest) = items.split_at(if folds { FIRST } else { items.len() });
        // Lists that stand beside each other, or say one thing in each entry, are set close.
        let compact = kind.is_beside() || matches!(kind, PartKind::Open | PartKind::Board);
        let rest = if folds {
            let key = match kind {
                PartKind::Gaps => keys::PAPER_MORE_GAPS,
                _ => keys::PAPER_MORE_OTHERS,
            };
            let count = u32::try_from(rest.len()).unwrap_or(u32::MAX);
            vec![folded(&self.bank.texts.count(key, count, &[]), self.list(rest, compact))]
        } else {
            Vec::new()
        };
        vec![self.list(first, compact), element("div", "rest", rest)]
    }

    /// Findings as a list; numbered ones as a list whose order means something.
    ///
    /// Accessibility: `ol` or `ul`; the number is text, so it is printed and copied too. Long lists
    /// of short findings put the square beside the words and show no heading weight.
    fn list(self, list: &[Item], compact: bool) -> Node {
        let ordered = list.first().is_some_and(|item| item.number.is_some());
        let name = if ordered { "ol" } else { "ul" };
        let class = if compact { "items compact" } else { "items" };
        element(name, class, list.iter().map(|item| self.item(item)).collect())
    }

    fn item(self, item: &Item) -> Node {
        let number = item.number.map(|number| text("span", "order", &number.to_string()));
        let mark = number.into_iter().chain(self.tag(item.mark.as_ref())).collect();
        let mut says = vec![text("p", "says", &item.title)];
        says.extend(item.lines.iter().map(|line| text("p", "", line)));
        if !item.details.is_empty() {
            says.push(facts(&item.details));
        }
        let mut inside = vec![element("div", "mark-of", mark), element("div", "text", says)];
        if let Some(at) = item.suggestion.filter(|_| self.is_worked_with()) {
            let slot = Node::Slot(Slot::Suggestion(at));
            inside.push(element("div", "actions", vec![slot]));
        }
        element("li", "", inside)
    }
}

/// A list that is opened by its summary.
pub(super) fn folded(summary: &str, list: Node) -> Node {
    element("details", "more", vec![text("summary", "", summary), list])
}

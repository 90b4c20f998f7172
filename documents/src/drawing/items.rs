//! Findings, one after the other. Where they are worked with, a long list shows its beginning.

use domain::count::count;
use domain::drawing::{Attribute, Element, Name, Node, Slot};
use domain::report::{Item, Lead, LeadsTo, PartKind};
use domain::texts::report as keys;

use super::square::{Shown, Size, anchor_of};
use super::{Pen, element, text, typed};

/// So many stand open at the beginning of a long list.
const FIRST: usize = 5;
/// A list that is longer by less than this is not worth folding.
const FEW: usize = 3;

impl Pen<'_> {
    pub(super) fn items(self, kind: PartKind, items: &[Item]) -> Vec<Node> {
        let page = self.worked_with().filter(|_| items.len() >= FIRST + FEW);
        let (first, rest) = items.split_at(if page.is_some() { FIRST } else { items.len() });
        // Lists that stand beside each other, or say one thing in each entry, are set close.
        let waits = matches!(kind, PartKind::Partly | PartKind::Open);
        let compact = kind.is_beside() || waits || kind == PartKind::Board;
        let list = |items| self.list(kind, items, compact);
        let rest = page.map(|(page, _)| {
            let key = match kind {
                PartKind::Gaps => keys::PAPER_MORE_GAPS,
                _ => keys::PAPER_MORE_OTHERS,
            };
            let count = count(rest.len());
            folded(kind.name(), &page.bank.texts.count(key, count, &[]), list(rest))
        });
        let rest = rest.into_iter().collect();
        vec![list(first), element(Name::Div, "rest", rest)]
    }

    /// Findings as a list; numbered ones as a list whose order means something.
    ///
    /// Accessibility: `ol` or `ul`; the number is text, so it is printed and copied too. Long lists
    /// of short findings put the square beside the words and show no heading weight.
    fn list(self, kind: PartKind, list: &[Item], compact: bool) -> Node {
        let ordered = list.first().is_some_and(|item| item.number.is_some());
        let name = if ordered { Name::Ol } else { Name::Ul };
        let class = if compact { "items compact" } else { "items" };
        element(name, class, list.iter().map(|item| self.item(kind, item)).collect())
    }

    fn item(self, kind: PartKind, item: &Item) -> Node {
        let number = item.number.map(|number| text(Name::Span, "order", &number.to_string()));
        // The answers are where the squares of a file lead to.
        let question = item.mark.as_ref().and_then(|mark| mark.question.as_ref());
        let anchor = question.filter(|_| self.is_file() && kind == PartKind::Answers);
        let tag = item.mark.as_ref().map(|mark| match anchor {
            Some(_) => self.square_to(None, mark, Shown::Code, Size::Tag),
            None => self.square(mark, Shown::Code, Size::Tag),
        });
        let mark = number.into_iter().chain(tag).collect();
        let mut says = vec![self.line("says", &item.title, &item.leads)];
        if !item.pressing.is_empty() {
            says.push(text(Name::P, "pressing", &item.pressing));
        }
        says.extend(item.lines.iter().map(|line| self.line("", line, &item.leads)));
        if !item.details.is_empty() {
            says.push(self.facts(&item.details));
        }
        let mut inside =
            vec![element(Name::Div, "mark-of", mark), element(Name::Div, "text", says)];
        if let Some(at) = item.suggestion.filter(|_| self.worked_with().is_some()) {
            let slot = Node::Slot(Slot::Suggestion(at));
            inside.push(element(Name::Div, "actions", vec![slot]));
        }
        let entry = Element::new(Name::Li, "", inside);
        match anchor {
            Some(question) => entry.with(Attribute::Id, &anchor_of(&question.id)).into(),
            None => entry.into(),
        }
    }

    /// A line. Where it leads somewhere and the result is worked with, the words that say so are a link.
    fn line(self, class: &str, line: &str, leads: &[Lead]) -> Node {
        if self.worked_with().is_none() || leads.is_empty() {
            return typed(Name::P, class, line);
        }
        let mut inside = Vec::new();
        let mut rest = line;
        for lead in leads {
            let Some((before, behind)) = rest.split_once(&lead.words) else { continue };
            let link = Element::new(Name::A, "", vec![lead.words.as_str().into()]);
            inside.extend((!before.is_empty()).then(|| before.into()));
            inside.push(link.with(Attribute::Href, &address(&lead.to)).into());
            rest = behind;
        }
        inside.extend((!rest.is_empty()).then(|| rest.into()));
        Element::new(Name::P, class, inside).with(Attribute::Dir, "auto").into()
    }
}

/// Where something can be done about a finding, as an address of the page.
fn address(to: &LeadsTo) -> String {
    match to {
        LeadsTo::Action(action) => format!("#plan.{}", action.0),
        LeadsTo::Fact(fact) => format!("#reach.{fact}"),
        LeadsTo::Risk(risk) => format!("#risk.{}", risk.0),
    }
}

/// A list that is opened by its summary. Its name tells it apart from others, so that it can be found
/// open again by whoever comes back.
pub(super) fn folded(name: &str, summary: &str, list: Node) -> Node {
    let fold = Element::new(Name::Details, "more", vec![text(Name::Summary, "", summary), list]);
    fold.with(Attribute::Id, &format!("more-{name}")).into()
}

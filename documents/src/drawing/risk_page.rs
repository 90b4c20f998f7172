//! Each risk on a page of its own, for the screen that is about it alone: the parts of its page in the report,
//! with room for what stands side by side there.

use domain::drawing::{Attribute, Element, Name, Node, RiskPage};
use domain::report::{Block, Item, Part, PartKind, ToldRisk};
use domain::texts::report as keys;

use super::{Pen, element, text};

impl Pen<'_> {
    pub(super) fn risk_pages(self) -> Vec<RiskPage> {
        let parts = self.report.parts.iter().filter(|part| part.kind == PartKind::Risk);
        let risks = self.report.risks.iter().filter(|_| self.worked_with().is_some());
        let page = |(risk, part): (&ToldRisk, &Part)| RiskPage {
            risk: risk.id.0,
            nodes: vec![element(Name::Div, "of-risk", self.sections(part, &risk.actions))],
        };
        risks.zip(parts).map(page).collect()
    }

    /// What happens; then a section under each heading, the last of which is what is planned. What is not known
    /// stands beside what is missing, as both say what there is to do.
    fn sections(self, part: &Part, actions: &[Item]) -> Vec<Node> {
        let is_in_section = |_: &Block, next: &Block| !matches!(next, Block::Heading(..));
        let all: Vec<&[Block]> = part.blocks.chunk_by(is_in_section).collect();
        let mut intro = part.intro.as_deref();
        let mut drawn: Vec<Node> = Vec::new();
        for (at, blocks) in all.iter().enumerate() {
            let [Block::Heading(_, heading), blocks @ ..] = blocks else {
                drawn.push(element(Name::Div, "inside", self.each(blocks)));
                continue;
            };
            let actions = if at + 1 == all.len() { actions } else { &[] };
            let section =
                self.section(&format!("of-risk-{at}"), heading, intro.take(), blocks, actions);
            let is_beside = matches!(blocks, [Block::List(_)])
                && all
                    .get(at - 1)
                    .is_some_and(|before| matches!(before.get(1), Some(Block::Items(_))));
            let before = drawn.pop_if(|_| is_beside);
            drawn.push(match before {
                Some(before) => {
                    let sides = [before, section].map(|side| element(Name::Div, "", vec![side]));
                    element(Name::Div, "pair", sides.into())
                }
                None => section,
            });
        }
        drawn
    }

    /// A section. A sentence right below its heading says what it is about.
    ///
    /// Accessibility: named by its heading.
    fn section(
        self,
        id: &str,
        heading: &str,
        intro: Option<&str>,
        blocks: &[Block],
        actions: &[Item],
    ) -> Node {
        let heading = Element::new(Name::H2, "", vec![text(Name::Span, "", heading)]);
        let mut inside: Vec<Node> = vec![heading.with(Attribute::Id, id).into()];
        inside.extend(intro.map(|intro| text(Name::P, "hint", intro)));
        let blocks = match blocks {
            [Block::Paragraph(says), rest @ ..] => {
                inside.push(text(Name::P, "hint", says));
                rest
            }
            all => all,
        };
        let below =
            if actions.is_empty() { self.each(blocks) } else { vec![self.actions(actions)] };
        inside.push(element(Name::Div, "inside", below));
        Element::new(Name::Section, "part", inside).with(Attribute::LabelledBy, id).into()
    }

    fn each(self, blocks: &[Block]) -> Vec<Node> {
        let block =
            |block| element(Name::Div, "block", self.block("", PartKind::Risk, Name::H3, block));
        blocks.iter().map(block).collect()
    }

    /// What is planned, by whom and until when.
    fn actions(self, actions: &[Item]) -> Node {
        let what = self.worked_with().map(|(page, _)| page.bank.texts.get(keys::ROWS_PLAN_WHAT));
        let mut heads = vec![self.head("", &what.unwrap_or_default())];
        let labels = actions.first().into_iter().flat_map(|first| &first.details);
        heads.extend(labels.map(|fact| self.head("", &fact.label)));
        let row = |item: &Item| {
            let pressing = Some(&item.pressing).filter(|pressing| !pressing.is_empty());
            let pressing = pressing.map(|pressing| text(Name::P, "pressing", pressing));
            let name = std::iter::once(item.title.as_str().into()).chain(pressing).collect();
            let cells = item.details.iter().map(|fact| self.cell(&fact.label, &fact.value));
            self.row_of(std::iter::once(self.row_head(name)).chain(cells).collect())
        };
        let inside = vec![
            self.rows_of(Name::Thead, vec![self.row_of(heads)]),
            self.rows_of(Name::Tbody, actions.iter().map(row).collect()),
        ];
        self.role(Element::new(Name::Table, "table", inside), "table").into()
    }
}

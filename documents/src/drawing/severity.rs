//! How grave a risk is: three scales side by side, each by itself, with one mark where it stands. Nothing is
//! filled up to a mark and no line joins the scales, so there is no length to add and no area to compare.

use domain::drawing::{Attribute, Element, Name, Node};
use domain::report::{Severity, SeverityPlace, SeverityRow};

use super::{Pen, element, text};

/// What a diamond shows. One diamond is one risk.
#[derive(Clone, Copy)]
enum Diamond {
    /// Before measures.
    Full,
    /// With the measures in use.
    Hollow,
    /// Not known yet.
    Hatched,
}

impl Diamond {
    fn of(place: SeverityPlace) -> Self {
        if place.is_known { Self::Full } else { Self::Hatched }
    }

    /// Accessibility: decoration; the table and the words beside it say the same. Full, hollow and hatched
    /// differ without colour.
    fn node(self) -> Node {
        let (class, lines) = match self {
            Self::Full => ("diamond solid", OUTLINE),
            Self::Hollow => ("diamond", OUTLINE),
            Self::Hatched => ("diamond", HATCHED),
        };
        let path = Element::new(Name::Path, "", Vec::new()).with(Attribute::D, lines);
        let svg = Element::new(Name::Svg, class, vec![path.into()]);
        svg.with(Attribute::ViewBox, "0 0 16 16").with(Attribute::Hidden, "true").into()
    }
}

const OUTLINE: &str = "m8 1.5 6.5 6.5L8 14.5 1.5 8z";
const HATCHED: &str =
    "m8 1.5 6.5 6.5L8 14.5 1.5 8zM4 10.5l6.5-6.5M5.5 12 12 5.5M7 5l-3 3M12 8l-3 4";

impl Pen<'_> {
    /// Accessibility: the scales are hidden; the table after them says the same.
    pub(super) fn severity(self, severity: &Severity) -> Vec<Node> {
        let rows = severity.rows.iter();
        let scales = rows.filter_map(|row| Some(scale(row, row.before?))).collect();
        let scales = Element::new(Name::Div, "profile-of", scales).with(Attribute::Hidden, "true");
        let labels = &self.report.labels.severity;
        let places = || severity.rows.iter().filter_map(|row| row.before);
        let shapes = [
            (places().any(|place| place.is_known), Diamond::Full, &labels.full),
            (severity.has_after, Diamond::Hollow, &labels.hollow),
            (places().any(|place| !place.is_known), Diamond::Hatched, &labels.hatched),
        ];
        let shapes = shapes.into_iter().filter(|(is_drawn, ..)| *is_drawn);
        let shapes = shapes.map(|(_, diamond, words)| {
            element(Name::Li, "", vec![diamond.node(), text(Name::Span, "", words)])
        });
        let legend = Element::new(Name::Ul, "legend", shapes.collect());
        vec![
            scales.into(),
            legend.with(Attribute::Hidden, "true").into(),
            self.severity_table(severity),
        ]
    }

    fn severity_table(self, severity: &Severity) -> Node {
        let labels = &self.report.labels.severity;
        let mut heads = vec![&labels.dimension, &labels.before, &labels.because];
        if severity.has_after {
            heads.extend([&labels.after, &labels.by, &labels.known]);
        }
        let row = |row: &SeverityRow| {
            let mut said = vec![&row.told, &row.because];
            if severity.has_after {
                said.extend([&row.after_told, &row.by, &row.known]);
            }
            let cells = heads.iter().skip(1).zip(said).map(|(head, said)| self.cell(head, said));
            let name = self.row_head(vec![row.name.as_str().into()]);
            self.row_of(std::iter::once(name).chain(cells).collect())
        };
        let rows = severity.rows.iter().map(row).collect();
        let inside = vec![
            self.rows_of(
                Name::Thead,
                vec![self.row_of(heads.iter().map(|words| self.head("", words)).collect())],
            ),
            self.rows_of(Name::Tbody, rows),
        ];
        self.role(Element::new(Name::Table, "table", inside), "table").into()
    }

    /// The same in a line: name, digit, five ticks with one diamond.
    pub(super) fn severity_glance(self, severity: &Severity) -> Vec<Node> {
        let row = |row: &SeverityRow| {
            let mut inside: Vec<Node> = vec![row.in_short.as_str().into()];
            inside.extend(row.before.map(ticks));
            element(Name::Span, "", inside)
        };
        // In a file something has to stand between them.
        let rows = severity.rows.iter().map(row);
        let rows = rows.flat_map(|row| [row, " ".into()]);
        vec![element(Name::P, "marks", rows.collect())]
    }
}

fn ticks(place: SeverityPlace) -> Node {
    let tick = |at: u8| {
        let diamond = (at == place.mark).then(|| Diamond::of(place).node());
        element(Name::Span, "", diamond.into_iter().collect())
    };
    let ticks = Element::new(Name::Span, "ticks", (1..=5).map(tick).collect());
    ticks.with(Attribute::Hidden, "true").into()
}

/// A scale: the gravest mark on top, the words at the mark that is chosen.
fn scale(row: &SeverityRow, place: SeverityPlace) -> Node {
    let level = |digit: u8| {
        let is_before = digit == place.mark;
        let is_after = row.after == Some(digit);
        let no_lower = is_before && row.after.is_none() && !row.after_says.is_empty();
        let before = is_before.then(|| Diamond::of(place).node());
        let after = (is_after || no_lower).then(|| Diamond::Hollow.node());
        let mut says = Vec::new();
        says.extend(is_before.then(|| text(Name::B, "", &row.says)));
        says.extend(is_after.then(|| row.after_says.as_str().into()));
        let small = if is_after { &row.known } else { &row.after_says };
        says.extend((is_after || no_lower).then(|| text(Name::Small, "", small)));
        let inside = vec![
            text(Name::B, "", &digit.to_string()),
            element(Name::Span, "", before.into_iter().chain(after).collect()),
            element(Name::Span, "", says),
        ];
        element(Name::Div, "level", inside)
    };
    let heads = [text(Name::P, "label", &row.name), text(Name::P, "hint", &row.asks)];
    element(Name::Div, "", heads.into_iter().chain((1..=5).rev().map(level)).collect())
}

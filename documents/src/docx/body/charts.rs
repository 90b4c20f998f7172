//! Charts, each a table that says the same to everybody; shades only repeat it.

use domain::questions::Step;
use domain::report::{Glyph, Mark, Profile, ProfileRow, Severity, TacticColumn, TacticRow};

use super::Body;
use crate::docx::marks;
use crate::docx::table::{Cell, Table};

/// How the squares of a profile stand in their cells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// As the numbers of their questions.
    Numbered,
    /// As squares.
    Tiny,
}

impl Cells {
    fn style(self) -> &'static str {
        match self {
            Self::Numbered => "TableText",
            Self::Tiny => "Glance",
        }
    }

    /// Widths of the columns, with one for what does not apply or without.
    fn widths(self, shows_does_not_apply: bool) -> &'static [usize] {
        match (self, shows_does_not_apply) {
            (Self::Numbered, true) => &[27, 9, 9, 9, 9, 9, 14, 14],
            (Self::Tiny, true) => &[27, 9, 10, 10, 10, 9, 13, 12],
            (_, false) => &[37, 9, 9, 9, 9, 9, 18],
        }
    }
}

impl Body<'_> {
    /// Where each answer stands, one row for each section.
    pub(super) fn profile(&mut self, about: &str, profile: &Profile, cells: Cells) {
        let labels = &self.report.labels;
        let style = cells.style();
        let head = |words: &str| Cell::plain(self.paragraph(style).text(words).xml());
        let mut heads = vec![head(&labels.section)];
        for step in Step::ALL {
            heads.push(head(&labels.step.replace("{step}", &step.number().to_string())));
        }
        heads.push(head(&labels.not_known));
        if profile.shows_does_not_apply {
            heads.push(head(&labels.does_not_apply));
        }
        let rows = profile.rows.iter();
        let rows =
            rows.map(|row| self.profile_row(row, profile.shows_does_not_apply, cells)).collect();
        let table = Table {
            widths: cells.widths(profile.shows_does_not_apply),
            about,
            names_rows: true,
            direction: self.report.direction,
        };
        if cells == Cells::Numbered {
            let axis = format!("1: {}. 5: {}.", labels.axis_low, labels.axis_high);
            self.add(self.paragraph("Small").keeps_next(true).text(&axis));
        }
        self.table(&table, Some(heads), rows);
        let starred = |mark: &Mark| mark.confidential && cells == Cells::Numbered;
        if profile.rows.iter().flat_map(squares_of).any(starred) {
            let starred = format!("* {}", labels.confidential);
            self.add(self.paragraph("Small").text(&starred));
        }
    }

    fn profile_row(&self, row: &ProfileRow, shows_does_not_apply: bool, cells: Cells) -> Vec<Cell> {
        let squares = |found: &[Mark], square: &str, ink: &str| {
            let drawn = match cells {
                Cells::Numbered => {
                    marks::in_cell(found, square, ink, &self.links, self.report.direction)
                }
                Cells::Tiny => marks::tiny(found, square, ink, self.report.direction),
            };
            self.paragraph(cells.style()).raw(&drawn).xml()
        };
        let mut name = self.paragraph(cells.style());
        if !row.code.is_empty() {
            name = name.styled("Label", &format!("{} ", row.code));
        }
        let mut inside = vec![Cell::plain(name.styled("Strong", &row.name).xml())];
        for (step, found) in Step::ALL.into_iter().zip(&row.steps) {
            let (fill, ink) = marks::step_colours(step);
            let squares = squares(found, "■", ink);
            inside.push(match found.is_empty() {
                true => Cell::plain(squares),
                false => Cell::filled(squares, fill),
            });
        }
        let not_known = squares(&row.not_known, "▨", "16211F");
        inside.push(match row.not_known.is_empty() {
            true => Cell::plain(not_known),
            false => Cell::hatched(not_known),
        });
        if shows_does_not_apply {
            inside.push(Cell::plain(squares(&row.does_not_apply, "–", "16211F")));
        }
        inside
    }

    /// How grave a risk is, one row for each dimension.
    pub(super) fn severity(&mut self, about: &str, severity: &Severity) {
        let labels = &self.report.labels.severity;
        let mut heads = vec![&labels.dimension, &labels.before, &labels.because];
        if severity.has_after {
            heads.extend([&labels.after, &labels.by, &labels.known]);
        }
        let widths: &[usize] =
            if severity.has_after { &[13, 19, 22, 11, 22, 13] } else { &[20, 35, 45] };
        let table = Table { widths, about, names_rows: true, direction: self.report.direction };
        let heads = heads.into_iter().map(|head| self.head(head)).collect();
        let rows = severity.rows.iter().map(|row| {
            let mut said = vec![&row.told, &row.because];
            if severity.has_after {
                said.extend([&row.after_told, &row.by, &row.known]);
            }
            let name = self.paragraph("TableText").styled("Strong", &row.name);
            let said = said.into_iter().map(|said| self.typed(said));
            std::iter::once(Cell::plain(name.xml())).chain(said).collect()
        });
        let rows = rows.collect();
        self.table(&table, Some(heads), rows);
    }

    /// What stands against a risk, one row for each phase.
    pub(super) fn phases(&mut self, about: &str, columns: &[TacticColumn]) {
        let widths = &[12, 30, 58];
        let table = Table { widths, about, names_rows: true, direction: self.report.direction };
        let rows = columns.iter().map(|column| {
            let name = self.paragraph("TableText").styled("Strong", &column.name);
            let said = column.summary.iter().chain(&column.starts);
            let said: Vec<_> = said.map(String::as_str).collect();
            let tactics = column.tactics.iter().map(|tactic| match &tactic.detail {
                Some(detail) => format!("{} ({}, {detail})", tactic.name, tactic.state),
                None => format!("{} ({})", tactic.name, tactic.state),
            });
            let tactics: Vec<_> = tactics.chain(column.fits.clone()).collect();
            vec![
                Cell::plain(name.xml()),
                self.typed(&said.join(". ")),
                self.typed(&tactics.join("; ")),
            ]
        });
        let rows = rows.collect();
        self.table(&table, None, rows);
    }

    fn typed(&self, text: &str) -> Cell {
        Cell::plain(self.paragraph("TableText").in_direction_of(text).text(text).xml())
    }

    /// Tactics, a table for each phase.
    pub(super) fn tactics(&mut self, columns: &[TacticColumn], level: usize) {
        for column in columns {
            let summary = column.summary.as_ref().map(|summary| format!(" ({summary})"));
            self.heading(level, |heading| {
                heading.text(&column.name).styled("Label", &summary.unwrap_or_default())
            });
            let labels = &self.report.labels;
            let table = Table {
                widths: &[20, 80],
                about: &column.name,
                names_rows: false,
                direction: self.report.direction,
            };
            let heads = vec![self.head(&labels.tactic_state), self.head(&labels.tactic)];
            let rows = column.tactics.iter().map(|tactic| self.tactic(tactic)).collect();
            self.table(&table, Some(heads), rows);
        }
    }

    fn tactic(&self, tactic: &TacticRow) -> Vec<Cell> {
        let mut named = self.paragraph("TableText").text(&tactic.name).xml();
        if let Some(detail) = &tactic.detail {
            named.push_str(&self.paragraph("TableNote").in_direction_of(detail).text(detail).xml());
        }
        let state = |ink: &str| {
            let colour = format!("<w:color w:val=\"{ink}\"/>");
            self.paragraph("TableText").run(&colour, &tactic.state).xml()
        };
        let state = match tactic.glyph {
            Glyph::Used => Cell::filled(state("FFFFFF"), "0C5461"),
            Glyph::Planned => Cell::filled(state("16211F"), "B9D7DF"),
            Glyph::Unknown => Cell::hatched(state("16211F")),
            Glyph::Unused | Glyph::Unfit | Glyph::Open => Cell::plain(state("16211F")),
        };
        vec![state, Cell::plain(named)]
    }

    /// A head of a column.
    fn head(&self, text: &str) -> Cell {
        Cell::plain(self.paragraph("TableText").text(text).xml())
    }
}

fn squares_of(row: &ProfileRow) -> impl Iterator<Item = &Mark> {
    row.steps.iter().flatten().chain(&row.not_known).chain(&row.does_not_apply)
}

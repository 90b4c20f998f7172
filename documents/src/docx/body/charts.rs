//! Charts, each a table that says the same to everybody; shades only repeat it.

use domain::questions::Step;
use domain::report::{Glyph, Mark, Profile, ProfileRow, TacticColumn, TacticRow};

use super::Body;
use crate::docx::marks;
use crate::docx::table::{Cell, Table};

/// Widths of the columns of the profile.
const WIDTHS: &[usize] = &[37, 9, 9, 9, 9, 9, 18];

/// The same with what does not apply.
const WIDTHS_WITH_MORE: &[usize] = &[27, 9, 9, 9, 9, 9, 14, 14];

impl Body<'_> {
    /// Where each answer stands, one row for each section.
    pub(super) fn profile(&mut self, about: &str, profile: &Profile) {
        let labels = &self.report.labels;
        let axis = format!("1: {}. 5: {}.", labels.axis_low, labels.axis_high);
        let mut heads = vec![self.head(&labels.section)];
        for step in Step::ALL {
            let number = step.number().to_string();
            heads.push(self.head(&labels.step.replace("{step}", &number)));
        }
        heads.push(self.head(&labels.not_known));
        if profile.shows_does_not_apply {
            heads.push(self.head(&labels.does_not_apply));
        }
        let rows = profile.rows.iter();
        let rows = rows.map(|row| self.profile_row(row, profile.shows_does_not_apply)).collect();
        let table = Table {
            widths: if profile.shows_does_not_apply { WIDTHS_WITH_MORE } else { WIDTHS },
            about,
            names_rows: true,
            direction: self.report.direction,
        };
        self.add(self.paragraph("Small").keeps_next(true).text(&axis));
        self.table(&table, Some(heads), rows);
        if profile.rows.iter().flat_map(squares_of).any(|mark| mark.confidential) {
            let starred = format!("* {}", labels.confidential);
            self.add(self.paragraph("Small").text(&starred));
        }
    }

    fn profile_row(&self, row: &ProfileRow, shows_does_not_apply: bool) -> Vec<Cell> {
        let mut name = self.paragraph("TableText");
        if !row.code.is_empty() {
            name = name.styled("Label", &format!("{} ", row.code));
        }
        let mut cells = vec![Cell::plain(name.styled("Strong", &row.name).xml())];
        for (step, found) in Step::ALL.into_iter().zip(&row.steps) {
            let (fill, ink) = marks::step_colours(step);
            let squares = self.squares(found, "■", ink);
            cells.push(match found.is_empty() {
                true => Cell::plain(squares),
                false => Cell::filled(squares, fill),
            });
        }
        let squares = self.squares(&row.not_known, "▨", "16211F");
        cells.push(match row.not_known.is_empty() {
            true => Cell::plain(squares),
            false => Cell::hatched(squares),
        });
        if shows_does_not_apply {
            cells.push(Cell::plain(self.squares(&row.does_not_apply, "–", "16211F")));
        }
        cells
    }

    fn squares(&self, found: &[Mark], square: &str, ink: &str) -> String {
        let drawn = marks::in_cell(found, square, ink, &self.links, self.report.direction);
        self.paragraph("TableText").raw(&drawn).xml()
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

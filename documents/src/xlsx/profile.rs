//! The sheet with the profile: how many questions stand where in each section, as numbers and as
//! stacked bars. Sections are never added up.

use domain::count::count;
use domain::report::{Block, Mark, Profile, ProfileRow, Report};

use super::bars::{Bars, Fill};
use super::sheet::{Cell, Column, Sheet};

/// Fills of the steps, of what is not known and of what does not apply: colours as on the page, but
/// for the lightest, which would not be seen as bars; then hatched, then an outline alone.
const FILLS: [Fill; 7] = [
    Fill::Colour(0xC7_E2_E9),
    Fill::Colour(0x9F_C9_D3),
    Fill::Colour(0x77_AB_B7),
    Fill::Colour(0x2D_6D_7B),
    Fill::Colour(0x00_43_50),
    Fill::Hatched,
    // Nothing but its outline: a second pattern looks the same in some spreadsheets.
    Fill::Colour(0xFF_FF_FF),
];

/// The sheet; none where no question about practice is answered.
pub(super) fn sheet(report: &Report) -> Option<Sheet> {
    let mut blocks = report.parts.iter().flat_map(|part| &part.blocks);
    let profile = blocks.find_map(|block| match block {
        Block::Profile(profile) if !profile.rows.is_empty() => Some(profile),
        _ => None,
    })?;
    Some(drawn(report, profile))
}

fn drawn(report: &Report, profile: &Profile) -> Sheet {
    let labels = &report.labels;
    let mut heads: Vec<String> =
        (1..=5).map(|step| labels.step.replace("{step}", &step.to_string())).collect();
    heads.push(labels.not_known.clone());
    if profile.shows_does_not_apply {
        heads.push(labels.does_not_apply.clone());
    }
    let mut columns = vec![Column { head: &labels.section, width: 40 }];
    columns.extend(heads.iter().map(|head| Column { head, width: 12 }));
    let rows = profile.rows.iter().map(|row| {
        let counts = counts(row).into_iter().take(heads.len());
        let counts = counts.map(|squares| Cell::Number(count(squares)));
        std::iter::once(Cell::Text(name(row))).chain(counts).collect()
    });
    let labels = &report.rows.labels;
    let mut sheet = Sheet::table(&labels.sheet_profile, &columns, rows.collect());
    sheet.bars = Some(Bars {
        words: labels.chart.clone(),
        axis: labels.chart_axis.clone(),
        count: count(profile.rows.len()),
        pieces: FILLS.into_iter().take(heads.len()).collect(),
    });
    sheet
}

/// How many squares stand where, in the order of the columns.
fn counts(row: &ProfileRow) -> Vec<usize> {
    let mut counts: Vec<usize> = row.steps.iter().map(Vec::<Mark>::len).collect();
    counts.extend([row.not_known.len(), row.does_not_apply.len()]);
    counts
}

fn name(row: &ProfileRow) -> String {
    if row.code.is_empty() { row.name.clone() } else { format!("{} {}", row.code, row.name) }
}

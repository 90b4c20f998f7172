//! Stacked bars that spreadsheets draw from the cells of a sheet.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisTickType, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color,
};

use super::looks::INK;

/// Heights in rows: without bars, and for each bar.
const FRAME: u32 = 8;
const BAR: u32 = 2;

/// How high a row is, and how wide a column of so many digits, in pixels of the format.
const ROW: u32 = 20;
const fn wide(digits: u32) -> u32 {
    digits * 7 + 5
}

/// Bars, one for each row of a table, with a piece for each of its columns but the first.
pub(super) struct Bars {
    /// What it shows, for those who do not see it.
    pub(super) words: String,
    /// Along the axis of numbers.
    pub(super) axis: String,
    /// How many there are.
    pub(super) count: u32,
    /// The pieces of each.
    pub(super) pieces: Vec<Fill>,
}

/// How a piece is filled.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    /// With a colour.
    Colour(u32),
    /// Hatched, so that no colour is needed to tell it.
    Hatched,
}

impl Bars {
    /// Below how many rows they stand.
    pub(super) fn top(&self) -> u32 {
        self.count + 2
    }

    /// The chart, as wide as the table above it. The first bar stands on top, as in the table, so
    /// the numbers cross at the far end.
    pub(super) fn chart(&self, sheet: &str, widths: &[u32]) -> Chart {
        let mut chart = Chart::new(ChartType::BarStacked);
        for (column, fill) in (1_u16..).zip(&self.pieces) {
            chart
                .add_series()
                .set_name((sheet, 0, column))
                .set_categories((sheet, 1, 0, self.count, 0))
                .set_values((sheet, 1, column, self.count, column))
                .set_format(&mut fill.format())
                .set_gap(40);
        }
        let plain = ChartFont::new().unset_bold().to_owned();
        chart
            .x_axis()
            .set_name(self.axis.as_str())
            .set_name_font(&plain)
            .set_num_format("0")
            .set_major_tick_type(ChartAxisTickType::None)
            .set_minor_tick_type(ChartAxisTickType::None);
        chart
            .y_axis()
            .set_reverse()
            .set_crossing(ChartAxisCrossing::Max)
            .set_major_tick_type(ChartAxisTickType::None)
            .set_minor_tick_type(ChartAxisTickType::None);
        chart.title().set_hidden();
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_name(sheet).set_alt_text(&self.words);
        chart.set_width(widths.iter().map(|digits| wide(*digits)).sum());
        chart.set_height((FRAME + BAR * self.count) * ROW);
        chart
    }
}

impl Fill {
    fn format(self) -> ChartFormat {
        let mut format = ChartFormat::new();
        match self {
            Self::Colour(colour) => {
                format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)));
            }
            Self::Hatched => {
                format.set_pattern_fill(
                    ChartPatternFill::new()
                        .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                        .set_foreground_color(INK)
                        .set_background_color(Color::White),
                );
            }
        }
        format.set_border(ChartLine::new().set_color(INK).set_width(0.5));
        format
    }
}

//! Which question sheets went out, and what came back on them. In the complete copy alone.

use super::named::in_words;
use super::reporter::Reporter;
use super::{Block, Item, Labelled, Part, PartKind, SheetRow};
use crate::sheet::record::{Arrival, RecordedSheet, SheetForm, SheetRecord, SheetReturn, Stray};
use crate::texts::{Key, report as keys};

impl Reporter<'_> {
    /// What is on record of question sheets. Nothing where none went out: a report is no list of what
    /// could have been done.
    pub(super) fn sheets(self) -> Option<Part> {
        let rows = self.sheet_rows();
        let items = rows.iter().map(|row| self.sheet_item(row)).collect();
        let part = self.part(
            PartKind::Sheets,
            keys::SHEET_RECORD_HEADING,
            Some(keys::SHEET_RECORD_INTRO),
            vec![Block::Items(items)],
            None,
        )?;
        Some(part.counted(self, rows.len()))
    }

    /// The same, one row a sheet.
    pub(super) fn sheet_rows(self) -> Vec<SheetRow> {
        self.assessment.sheets.all().iter().map(|record| self.sheet_row(record)).collect()
    }

    fn sheet_row(self, record: &SheetRecord) -> SheetRow {
        let row = SheetRow {
            sheet: String::new(),
            form: String::new(),
            rows: None,
            saved: None,
            to: record.to.trim().to_owned(),
            returns: record.returns.iter().map(|found| self.returned(found)).collect(),
        };
        match &record.sheet {
            RecordedSheet::Saved(saved) => SheetRow {
                sheet: saved.who.clone(),
                form: self.text(form_key(saved.form, saved.arrival)),
                rows: Some(saved.rows),
                saved: Some(saved.on),
                ..row
            },
            RecordedSheet::Stray(stray) => SheetRow { sheet: self.text(stray_key(*stray)), ..row },
        }
    }

    fn sheet_item(self, row: &SheetRow) -> Item {
        let texts = &self.bank.texts;
        let labelled = |label: Key, value: String| Labelled { label: self.text(label), value };
        let mut details = Vec::new();
        if let (Some(on), Some(rows)) = (row.saved, row.rows) {
            let rows = texts.count(keys::SHEET_RECORD_ROWS, rows, &[]);
            let values = [("date", &*in_words(texts, on)), ("form", &row.form), ("rows", &rows)];
            let went = texts.with(keys::SHEET_RECORD_WENT, &values);
            details.push(labelled(keys::SHEET_RECORD_SAVED, went));
        }
        if !row.to.is_empty() {
            details.push(labelled(keys::SHEET_RECORD_TO, row.to.clone()));
        }
        if row.returns.is_empty() {
            let nothing = self.text(keys::SHEET_RECORD_NOTHING);
            details.push(labelled(keys::SHEET_RECORD_BACK, nothing));
        }
        details
            .extend(row.returns.iter().map(|said| labelled(keys::SHEET_RECORD_BACK, said.clone())));
        Item { details, ..Item::titled(&row.sheet) }
    }

    /// What came back, once.
    fn returned(self, found: &SheetReturn) -> String {
        let texts = &self.bank.texts;
        let SheetReturn { on, rows, taken, left, unreadable } = *found;
        let taken = [("taken", &*taken.to_string())];
        let taken = texts.count(keys::SHEET_RECORD_TAKEN, rows, &taken);
        let more = [(keys::SHEET_RECORD_LEFT, left), (keys::SHEET_RECORD_UNREADABLE, unreadable)];
        let more = more.into_iter().filter(|(_, count)| *count > 0);
        let more = more.map(|(key, count)| texts.count(key, count, &[]));
        let said: Vec<_> = std::iter::once(taken).chain(more).collect();
        let values = [("date", &*in_words(texts, on)), ("said", &self.phrases(&said))];
        texts.with(keys::SHEET_RECORD_RETURNED, &values)
    }
}

fn form_key(form: SheetForm, arrival: Arrival) -> Key {
    match (form, arrival) {
        (SheetForm::Workbook, Arrival::Said) => keys::SHEET_RECORD_WORKBOOK,
        (SheetForm::Document, Arrival::Said) => keys::SHEET_RECORD_DOCUMENT,
        (SheetForm::Workbook, Arrival::NotSaid) => keys::SHEET_RECORD_WORKBOOK_UNSURE,
        (SheetForm::Document, Arrival::NotSaid) => keys::SHEET_RECORD_DOCUMENT_UNSURE,
    }
}

fn stray_key(stray: Stray) -> Key {
    match stray {
        Stray::Earlier => keys::SHEET_RECORD_EARLIER,
        Stray::Blank => keys::SHEET_RECORD_BLANK,
        Stray::Elsewhere => keys::SHEET_RECORD_ELSEWHERE,
    }
}

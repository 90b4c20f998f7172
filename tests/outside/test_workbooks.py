"""XLSX, opened by LibreOffice and read by openpyxl."""

import re
import unittest
import warnings

import openpyxl

import office
import opened
import reports
import texts


TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u0590-\u08ff]")


def workbook(name):
    """Reads a workbook; whatever is odd about it is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(reports.file(name, "xlsx"))


def shown_sheets(name):
    """The sheets that people see; one more lists words for others to choose from."""
    return [sheet for sheet in workbook(name) if sheet.sheet_state == "visible"]


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def seen(cell):
    """A cell as a person sees it."""
    if cell.is_date:
        return f"{cell.value:%Y-%m-%d}"
    # A spreadsheet takes `_x005F_` for a line, and this reader leaves that to its user.
    return "" if cell.value is None else str(cell.value).replace("_x005F_", "_")


class Workbooks(unittest.TestCase):
    def test_libreoffice_shows_every_cell(self):
        for name in reports.OPENED:
            with self.subTest(name):
                shown = texts.plain("".join(opened.pages(name, "xlsx")))
                missing = [
                    text
                    for sheet in shown_sheets(name)
                    for text in map(seen, cells(sheet))
                    # Marks of direction change the order in which letters are drawn.
                    if not TURNS.search(text) and texts.plain(text) not in shown
                ]
                self.assertEqual(missing, [])

    def test_openpyxl_reads_the_facts_of_the_report(self):
        for name in reports.answered():
            with self.subTest(name):
                facts = workbook(name).worksheets[-1]
                heads = [cell.value for cell in facts[1]]
                at = heads.index("What it says")
                # A long one goes on in the next row.
                found = "".join(texts.solid(seen(row[at])) for row in facts.iter_rows(2))
                for question in reports.report(name)["questions"]:
                    for fact in question["facts"]:
                        self.assertIn(texts.solid(fact["value"]), found)

    def test_openpyxl_reads_no_formula_and_no_link(self):
        for name in reports.names():
            with self.subTest(name):
                for sheet in workbook(name):
                    self.assertFalse(sheet._hyperlinks)
                    self.assertEqual([cell.value for cell in cells(sheet) if cell.data_type == "f"], [])

    def test_what_a_spreadsheet_would_work_out_stays_a_text_when_its_cell_is_edited(self):
        for name in reports.names():
            with self.subTest(name):
                texts_at_risk = [
                    cell
                    for sheet in shown_sheets(name)
                    for cell in cells(sheet)
                    if cell.data_type == "s" and re.match(r"\s*[=+\-@0-9]", cell.value)
                    # Heads and labels are words of the house.
                    and not cell.font.bold
                ]
                self.assertEqual([cell.value for cell in texts_at_risk if cell.number_format != "@"], [])
                if name == "hostile.complete":
                    self.assertTrue([cell for cell in texts_at_risk if cell.value.startswith("=")])

    def test_a_note_that_no_row_holds_is_printed_whole(self):
        [pdf] = office.converted([reports.file("halden-cloud", "long-note.xlsx")], "pdf")
        printed = set(re.findall(r"w\d{4}", "".join(office.pages(pdf))))
        self.assertEqual(len(printed), 2500)

    def test_tables_can_be_filtered_and_keep_their_heads_in_sight(self):
        for name in reports.names():
            with self.subTest(name):
                first, *tables = shown_sheets(name)
                self.assertIsNone(first.auto_filter.ref)
                self.assertTrue(tables)
                for sheet in tables:
                    self.assertEqual(sheet.freeze_panes, "A2")
                    self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)
                    self.assertEqual(sheet.print_title_rows, "$1:$1")

    def test_days_of_the_plan_are_days_and_states_are_chosen(self):
        for name in reports.names():
            with self.subTest(name):
                plan = reports.report(name).get("plan", [])
                sheets = [sheet for sheet in workbook(name) if sheet.title == "Plan"]
                self.assertEqual(len(sheets), 1 if plan else 0)
                for sheet in sheets:
                    heads = [cell.value for cell in sheet[1]]
                    due, status = heads.index("Due"), heads.index("Status")
                    rows = list(sheet.iter_rows(2))
                    self.assertEqual([row[due].is_date for row in rows], ["due" in action for action in plan])
                    lists = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
                    for row in rows:
                        allowed = [one.formula1 for one in lists if row[status].coordinate in one]
                        self.assertEqual(len(allowed), 1)
                        self.assertIn(row[status].value, allowed[0])

    def test_the_profile_is_drawn_by_the_spreadsheet_itself(self):
        for name in reports.names():
            with self.subTest(name):
                drawn = [sheet for sheet in workbook(name) if sheet._charts]
                # A chart that is divided between pages says nothing. One page is what holds where
                # nothing is said (ECMA-376-1, 18.3.1.63).
                pages = {sheet.page_setup.fitToHeight or "1" for sheet in drawn if sheet.sheet_properties.pageSetUpPr.fitToPage}
                self.assertEqual({str(number) for number in pages}, {"1"} if drawn else set())
                charts = [chart for sheet in drawn for chart in sheet._charts]
                profiles = list(reports.blocks(reports.report(name), "profile", "sections"))
                # The page for those who decide shows the same one at a glance.
                self.assertEqual(len(charts), 1 if profiles else 0)
                for chart in charts:
                    self.assertGreaterEqual(len(chart.series), 6)


if __name__ == "__main__":
    unittest.main()

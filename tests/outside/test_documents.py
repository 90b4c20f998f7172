"""DOCX, opened by LibreOffice and read by python-docx."""

import unittest

import docx
from docx.oxml.ns import qn

import opened
import reports
import texts


# Stands behind the heading of answers that do not fit, where one of them is confidential.
MARK = " (Confidential)"


class Documents(unittest.TestCase):
    def test_libreoffice_shows_all_that_the_report_says_in_its_order(self):
        for name in reports.OPENED:
            with self.subTest(name):
                bare = texts.plain if name.startswith("hostile") else texts.solid
                shown = opened.pages(name, "docx")
                # Each page has a line at its head and the number at its foot.
                body = ["\n".join(page.strip().split("\n")[1:-1]) for page in shown]
                rest = bare("\n".join(body))
                for text in filter(bare, reports.said(reports.report(name))):
                    before, found, rest = rest.partition(bare(text))
                    self.assertTrue(found, f"{text!r} is not in {before[:99]!r}…")

    def test_libreoffice_numbers_the_pages_and_says_what_they_are_of(self):
        for name in reports.OPENED:
            with self.subTest(name):
                shown = opened.pages(name, "docx")
                heads = {page.strip().split("\n")[0] for page in shown}
                self.assertEqual(len(heads), 1, heads)
                for number, page in enumerate(shown, 1):
                    self.assertIn(f"{number} of {len(shown)}", page.strip().split("\n")[-1])

    def test_libreoffice_gives_those_who_decide_one_page(self):
        for name in reports.OPENED:
            parts = reports.report(name)["parts"]
            for part, following in zip(parts, parts[1:]):
                if part["kind"] == "board":
                    with self.subTest(name):
                        shown = [page.split("\n")[1:] for page in opened.pages(name, "docx")]
                        at = next(at for at, lines in enumerate(shown) if lines[0] == part["heading"])
                        # A heading may take two lines.
                        page = texts.solid("".join(shown[at + 1]))
                        heading = texts.solid(following["heading"])
                        self.assertEqual(page[: len(heading)], heading)

    def test_python_docx_reads_headings_as_headings(self):
        for name in reports.names():
            with self.subTest(name):
                report = reports.report(name)
                found = [
                    (int(paragraph.style.name.removeprefix("Heading ")), texts.solid(paragraph.text))
                    for paragraph in docx.Document(reports.file(name, "docx")).paragraphs
                    if paragraph.style.name.startswith("Heading ")
                ]
                self.assertEqual(found[0], (1, texts.solid(report["title"])))
                expected = [(level, texts.solid(text)) for level, text in reports.headings(report, MARK)]
                # The contents, where there are some, have a heading too, which is no part.
                behind = 3 if len(report["parts"]) > 2 else 2
                self.assertEqual([found[1], *found[behind:]], expected)

    def test_python_docx_reads_tables_with_heads_that_stand_again(self):
        for name in reports.names():
            with self.subTest(name):
                tables = docx.Document(reports.file(name, "docx")).tables
                headed = [table for table in tables if table._tbl.findall(f".//{qn('w:tblHeader')}")]
                # Others are labels with a value each, or phases with what stands there and what is in use.
                others = {len(table.columns) for table in tables if table not in headed}
                self.assertEqual(others - {3}, {2})
                firsts = [[row.cells[0].text for row in table.rows[1:]] for table in headed]
                for sections in reports.blocks(reports.report(name), "profile", "sections"):
                    codes = [section.get("code", "") for section in sections]
                    named = [f"{code} {section['name']}".strip() for code, section in zip(codes, sections)]
                    self.assertIn(named, firsts)
                seconds = [[row.cells[1].paragraphs[0].text for row in table.rows[1:]] for table in headed]
                shown = {**reports.report(name)}
                # On the page of a risk phases are rows of a table.
                shown["parts"] = [part for part in shown["parts"] if part["kind"] != "risk"]
                for phases in reports.blocks(shown, "tactics", "phases"):
                    for phase in phases:
                        self.assertIn([tactic["name"] for tactic in phase["tactics"]], seconds)

    def test_python_docx_reads_title_and_language_and_nobody(self):
        for name in reports.names():
            with self.subTest(name):
                report = reports.report(name)
                properties = docx.Document(reports.file(name, "docx")).core_properties
                self.assertEqual(texts.solid(properties.title), texts.solid(report["title"]))
                self.assertEqual(properties.language, report["language"])
                self.assertEqual(f"{properties.created:%Y-%m-%d %H:%M}", f"{report['date']} 00:00")
                self.assertEqual((properties.author, properties.last_modified_by), ("", ""))


if __name__ == "__main__":
    unittest.main()

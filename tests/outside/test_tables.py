"""Tables (CSV), read by Python as any program reads them."""

import csv
import io
import unittest
import zipfile

import reports
import texts


def tables(name):
    """The tables of a report by their names, each as its head and its rows."""
    with zipfile.ZipFile(reports.file(name, "csv.zip")) as archive:
        assert archive.testzip() is None, f"{name} is damaged"
        return {table: read(archive.read(table)) for table in archive.namelist()}


def read(content):
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return head, rows


class Tables(unittest.TestCase):
    def test_each_row_is_as_long_as_its_head(self):
        for name in reports.names():
            with self.subTest(name):
                found = tables(name)
                self.assertEqual(len(found), 2 if reports.report(name)["copy"] == "blank" else 14)
                for table, (head, rows) in found.items():
                    self.assertEqual(len(set(head)), len(head))
                    self.assertEqual({len(row) for row in rows} - {len(head)}, set(), table)

    def test_what_the_report_says_of_a_kind_is_in_its_table(self):
        for name in reports.answered():
            with self.subTest(name):
                found = tables(name)
                report = reports.report(name)
                counted = {"risks.csv": "risks", "gap-touches.csv": "ties", "actions.csv": "plan"}
                for table, part in counted.items():
                    self.assertEqual(len(found[table][1]), len(report.get(part, [])), table)
                head, rows = found["answers.csv"]
                said = {texts.plain(row[head.index("value")]) for row in rows}
                for question in report["questions"]:
                    for fact in question["facts"]:
                        self.assertIn(texts.plain(fact["value"]), said)

    def test_what_a_row_names_is_there(self):
        for name in reports.answered():
            with self.subTest(name):
                found = tables(name)
                for table, (head, rows) in found.items():
                    for key, other in [("risk", "risks.csv"), ("gap", "gaps.csv"), ("action", "actions.csv")]:
                        if key in head:
                            there = {row[0] for row in found[other][1]}
                            self.assertEqual({row[head.index(key)] for row in rows} - there, set(), table)


if __name__ == "__main__":
    unittest.main()

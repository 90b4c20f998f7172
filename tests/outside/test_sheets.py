"""Sheets of questions, filled in with LibreOffice and read back here."""

import json
import os
import shutil
import subprocess
import unittest
from functools import cache

import openpyxl

import filling
import office
import reports

ASSESSMENT = "halden-cloud"
NOTE = "Since <May> & June =1+1\n\"second\" line, ñ 人 🌊"
EVIDENCE = "=minutes of May"
HIGHER = "If a higher step is true somewhere or in part: the highest"
PLACE = "the cloud division, ñ 人\nnot the network"


def workbook(name):
    return openpyxl.load_workbook(reports.file(name, "xlsx"))


def places(sheet):
    """The row of each id, and the column of each head."""
    columns = {cell.value: cell.column_letter for cell in sheet[1]}
    return {row[-1].value: row[0].row for row in sheet.iter_rows(2)}, columns


def numbered(sheet, cell, first=1):
    """Whether a cell takes a number from a list that begins with this one."""
    lists = sheet.data_validations.dataValidation
    found = [one.formula1 for one in lists if cell in one.sqref]
    return bool(found) and sheet.parent["lists"][found[0].split("!")[1].split(":")[0].replace("$", "")].value == first


@cache
def compared():
    """What was typed, by id, and what the sheet would change, in each format that it was saved in."""
    asked = workbook("questions.blank")
    typed, wanted = {}, {}
    questions, columns = places(asked["Questions"])
    for number, (question, row) in enumerate(questions.items()):
        place = lambda head: ("Questions", f"{columns[head]}{row}")
        if not numbered(asked["Questions"], place("Your answer")[1]):
            continue
        wanted[question] = number % 2 + 1
        typed[place("Your answer")] = str(wanted[question])
        if numbered(asked["Questions"], place(HIGHER)[1], 2):
            typed[place(HIGHER)] = "4"
            typed[place("Where, or what is missing")] = PLACE
        typed[place("Note: what is behind your answer")] = NOTE
        typed[place("Evidence: what it is, and where")] = EVIDENCE
        typed[place("Evidence: its date")] = "2026-05-01"
        typed[place("How sure")] = "have checked it"
    tactics, columns = places(asked["Tactics"])
    for tactic, row in tactics.items():
        wanted[tactic] = "planned"
        typed["Tactics", f"{columns['Whether it is in use']}{row}"] = "planned"
    # The program leaves a mark beside what it has open.
    copy = shutil.copy(reports.file("questions.blank", "xlsx"), office.folder() / "asked.xlsx")
    saved = [office.folder() / f"filled{kind}" for kind in filling.FILTERS]
    with filling.desktop() as desktop:
        filling.filled(desktop, copy, saved, typed)
    return wanted, {path.suffix: changes(path) for path in saved}


@cache
def edited():
    """What a sheet would change that somebody has edited as people do, in each format that it was saved in:
    a head in other words, two cells of their own beside the table, and an answer that is not plain."""
    asked = workbook("questions.blank")["Questions"]
    rows, columns = places(asked)
    first = next(row for row in rows.values() if numbered(asked, f"{columns['Your answer']}{row}"))
    beside = openpyxl.utils.get_column_letter(asked.max_column + 2)
    typed = {
        ("Questions", f"{columns['Note: what is behind your answer']}1"): "Notiz",
        ("Questions", f"{columns['Note: what is behind your answer']}{first}"): NOTE,
        ("Questions", f"{columns['Your answer']}{first}"): "almost 2",
        ("Questions", f"{beside}1"): "Remarks",
        ("Questions", f"{beside}{first}"): "only in one market",
    }
    copy = shutil.copy(reports.file("questions.blank", "xlsx"), office.folder() / "to-edit.xlsx")
    saved = [office.folder() / f"edited{kind}" for kind in filling.FILTERS]
    with filling.desktop() as desktop:
        filling.filled(desktop, copy, saved, typed)
    return beside, {path.suffix: changes(path) for path in saved}


def changes(sheet):
    cargo = os.environ.get("CARGO", "cargo")
    command = [cargo, "xtask", "compare", reports.file(ASSESSMENT, "json"), sheet]
    told = subprocess.run(command, check=True, capture_output=True, timeout=300).stdout
    proposal = json.loads(told)
    # What is given of a risk is no answer; the sheet that is filled in here asks for none.
    for row in proposal["rows"]:
        row["given"] = row["given"]["Answer"]
    return proposal


def compared_as(kind):
    wanted, proposals = compared()
    return wanted, proposals[kind]


class Sheets(unittest.TestCase):
    def test_a_sheet_says_the_same_in_whichever_format_it_was_saved(self):
        _, proposal = compared_as(".xlsx")
        for kind in (".ods", ".xls"):
            with self.subTest(kind):
                self.assertEqual(compared_as(kind)[1], proposal)

    def test_what_was_typed_in_libreoffice_comes_back_without_loss(self):
        wanted, proposal = compared_as(".xlsx")
        questions = [row["given"] for row in proposal["rows"] if not row["given"]["tactics"]]
        self.assertGreaterEqual(len(questions), 40)
        for given in questions:
            number = wanted[given["question"]]
            kind, chosen = next(iter(given["choice"].items()))
            self.assertEqual((kind, chosen), ("step", number) if kind == "step" else ("decision", chosen))
            self.assertEqual((given["note"], given["sureness"]), (NOTE, "checked"))
            elsewhere = {"highest": 4, "place": PLACE} if kind == "step" else {"highest": None, "place": ""}
            self.assertEqual(given["elsewhere"], elsewhere)
            evidence = {"kind": "document", "place": EVIDENCE, "as_of": "2026-05-01"}
            self.assertEqual(given["evidence"], [evidence])

    def test_every_row_is_taken_named_or_no_change(self):
        wanted, proposal = compared_as(".xlsx")
        self.assertEqual({row["why"] for row in proposal["odd"]} - {"NotAsked"}, set())
        told = len(proposal["rows"]) + len(proposal["odd"]) + proposal["same"]
        self.assertEqual(told, len(wanted))
        tables = [workbook("questions.blank")[name] for name in ("Questions", "Tactics")]
        self.assertEqual(proposal["empty"], sum(sheet.max_row - 1 for sheet in tables) - len(wanted))

    def test_a_tactic_says_the_word_that_was_chosen(self):
        _, proposal = compared_as(".xlsx")
        tactics = [one for row in proposal["rows"] for one in row["given"]["tactics"]]
        self.assertTrue(tactics)
        self.assertEqual({one["state"] for one in tactics}, {"planned"})

    def test_what_somebody_edited_is_read_or_named_in_whichever_format(self):
        beside, proposals = edited()
        for kind, proposal in proposals.items():
            with self.subTest(kind):
                [row] = proposal["rows"] or [{"given": {"note": None}}]
                told = [odd["at"]["number"] for odd in proposal["odd"]]
                self.assertTrue(row["given"]["note"] == NOTE and not row["is_plain"] or told)
                [guessed] = proposal["guessed"]
                self.assertEqual(guessed["place"]["head"], "Notiz")
                [unread] = proposal["unread"]
                column = {"letters": beside, "head": "Remarks"}
                self.assertEqual((unread["place"], unread["count"]), ({"Column": column}, 1))

    def test_words_are_chosen_from_the_hidden_sheet(self):
        for name in ("questions.blank", f"{ASSESSMENT}.question-sheet"):
            asked = workbook(name)
            self.assertEqual(asked["lists"].sheet_state, "hidden")
            for sheet in asked.worksheets[1:-1]:
                for one in sheet.data_validations.dataValidation:
                    cells = asked["lists"][one.formula1.split("!")[1].replace("$", "")]
                    cells = cells if isinstance(cells, tuple) else ((cells,),)
                    self.assertNotIn(None, [cell.value for (cell,) in cells])


if __name__ == "__main__":
    unittest.main()

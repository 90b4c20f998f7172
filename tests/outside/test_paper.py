"""The page for those who decide, and those of risks, in Word documents: in fonts of several widths and heights; those
of risks on A4 and on Letter, which is lower."""

import os
import unittest
import zipfile
from pathlib import Path

import office
import reports

FONTS = Path(os.environ["FONTS"])

# Everything on the page is longer than it can be, or just as long; and what is usual.
NAMES = ["paper-full-page.complete", "paper-full-limits.complete", "paper-short.complete"]

# Each field of three risks has something.
RISKS = ["paper-risks.complete", "paper-risks.sharing"]

A4, LETTER = b'w:w="11906" w:h="16838"', b'w:w="12240" w:h="15840"'


def on_letter(path):
    """The document as somebody has it who chose the other paper."""
    copy = office.folder() / f"letter-{path.name}"
    with zipfile.ZipFile(path) as document, zipfile.ZipFile(copy, "w") as other:
        for name in document.namelist():
            part = document.read(name)
            other.writestr(name, part.replace(A4, LETTER))
            assert name != "word/document.xml" or A4 in part
    return copy


def first_lines(pdf):
    """The first line of each page below the one at its head."""
    return [page.strip().split("\n")[1] for page in office.pages(pdf)]


class Paper(unittest.TestCase):
    def test_each_risk_is_one_page_on_both_papers(self):
        # As wide as Calibri, and as Arial, which stands in for it where it is missing. DejaVu and Noto are
        # wider, and in them it goes on on a second page.
        for font in [FONTS / "carlito.conf", FONTS / "liberation.conf"]:
            files = [reports.file(name, "docx") for name in RISKS]
            made = office.converted([*files, *map(on_letter, files)], "pdf", font)
            for name, paper, pdf in zip(RISKS * 2, ["a4", "a4", "letter", "letter"], made):
                with self.subTest(name, font=font.stem, paper=paper):
                    parts = reports.report(name)["parts"]
                    kinds = [part["kind"] for part in parts]
                    at = kinds.index("risk")
                    self.assertEqual(kinds[at : at + 4].count("risk"), 3)
                    firsts = first_lines(pdf)
                    begins = firsts.index(parts[at]["heading"])
                    expected = [part["heading"] for part in parts[at : at + 4]]
                    self.assertEqual(firsts[begins : begins + 4], expected)

    def test_the_page_for_those_who_decide_is_one_page_in_every_font(self):
        fonts = sorted(FONTS.glob("*.conf"))
        self.assertEqual([font.stem for font in fonts], ["carlito", "dejavu", "liberation", "noto"])
        for font in fonts:
            made = office.converted([reports.file(name, "docx") for name in NAMES], "pdf", font)
            for name, pdf in zip(NAMES, made):
                with self.subTest(name, font=font.stem):
                    self.assertTrue(office.families(pdf) <= FAMILIES[font.stem], office.families(pdf))
                    parts = [part["heading"] for part in reports.report(name)["parts"]]
                    kinds = [part["kind"] for part in reports.report(name)["parts"]]
                    at = kinds.index("board")
                    firsts = first_lines(pdf)
                    begins = firsts.index(parts[at])
                    self.assertEqual(firsts[begins + 1], parts[at + 1])


FAMILIES = {
    "carlito": {"Carlito"},
    "dejavu": {"DejaVu"},
    "liberation": {"Liberation"},
    "noto": {"Noto"},
}


if __name__ == "__main__":
    unittest.main()

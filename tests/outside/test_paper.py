"""The page for those who decide in Word documents, in fonts of several widths and heights."""

import os
import unittest
from pathlib import Path

import office
import reports

FONTS = Path(os.environ["FONTS"])

# Everything on the page is longer than it can be, or just as long; and what is usual.
NAMES = ["paper-full-page.complete", "paper-full-limits.complete", "paper-short.complete"]


class Paper(unittest.TestCase):
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
                    # Each page has a line at its head.
                    firsts = [page.strip().split("\n")[1] for page in office.pages(pdf)]
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

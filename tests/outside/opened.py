"""Documents and workbooks as LibreOffice opens them: all at once, since each start takes seconds."""

from functools import cache

import office
import reports


@cache
def all_opened():
    kinds = [(name, kind) for kind in ("docx", "xlsx") for name in reports.OPENED]
    made = office.converted([reports.file(*kind) for kind in kinds], "pdf")
    return dict(zip(kinds, made))


def pages(name, kind):
    """The pages of a report, as text."""
    pdf = all_opened()[name, kind]
    assert pdf.exists(), f"LibreOffice did not open {name}.{kind}"
    return office.pages(pdf)

"""LibreOffice as somebody uses it who fills in a workbook: opens it, types into cells, saves it."""

import subprocess
import time
from contextlib import contextmanager

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.util import NumberFormat

import office

# How long the program may take to start, in seconds.
STARTS_WITHIN = 60


@contextmanager
def desktop():
    """The program's desktop, for as long as it is used."""
    pipe = f"pipe,name=rip{id(office)};urp"
    profile = (office.folder() / "filling").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--nologo", f"--accept={pipe};"]
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        found = connected(f"uno:{pipe};StarOffice.ComponentContext", program)
        yield found.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", found)
        found.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", found).terminate()
        program.wait(timeout=STARTS_WITHIN)
    finally:
        program.kill()


def connected(address, program):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context
    )
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if time.monotonic() > until or program.poll() not in (None, 0):
                raise
            time.sleep(0.1)


# What the program calls the formats that it saves.
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}


def filled(desktop, workbook, to, cells):
    """Saves copies of a workbook in which cells, each named by sheet and place, were typed into, each
    in the format of its name."""
    document = desktop.loadComponentFromURL(workbook.as_uri(), "_blank", 0, (said("Hidden", True),))
    for (sheet, place), typed in cells.items():
        cell = document.Sheets.getByName(sheet).getCellRangeByName(place)
        # As typing does: a number becomes one, unless the cell is meant for text.
        if document.NumberFormats.getByKey(cell.NumberFormat).Type & NumberFormat.TEXT:
            cell.String = typed
        else:
            cell.FormulaLocal = typed
    for copy in to:
        document.storeToURL(copy.as_uri(), (said("FilterName", FILTERS[copy.suffix]),))
    document.close(False)


def said(name, value):
    property = PropertyValue()
    property.Name, property.Value = name, value
    return property

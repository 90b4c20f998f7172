"""The files of a run, and what the report in each of them says: read from its JSON, which
docs/report-format.md describes."""

import json
import os
from pathlib import Path

FOLDER = Path(os.environ["REPORTS"])

# Those that LibreOffice opens. All others differ from one of them in their answers alone.
OPENED = ["halden-cloud.example", "orrin-vision.sharing", "questions.blank", "hostile.complete"]


def names():
    """All reports, without their extensions."""
    return sorted(path.name.removesuffix(".report.json") for path in FOLDER.glob("*.report.json"))


def answered():
    """Those that hold answers: all but sheets that are to be filled in."""
    return [name for name in names() if report(name)["copy"] != "blank"]


def file(name, extension):
    return FOLDER / f"{name}.{extension}"


def report(name):
    return json.loads(file(name, "report.json").read_text(encoding="utf-8"))


def headings(report, confidential):
    """Level and text of each heading below the title; what is confidential is marked with this."""
    for part in report["parts"]:
        count = f" ({part['count']})" if "count" in part else ""
        yield 2, part["heading"] + count
        below = 3
        for block in part["blocks"]:
            if block["kind"] == "heading":
                below = max(below, block["level"] + 1)
                yield block["level"], block["text"]
            # On the page of a risk they are rows of a table.
            for phase in block.get("phases", []) if part["kind"] != "risk" else []:
                yield below, phase["name"] + (f" ({phase['summary']})" if "summary" in phase else "")
            for tension in block.get("tensions", []):
                yield below, tension["title"] + (confidential if tension.get("confidential") else "")


def said(report):
    """All that a report says, in its order."""
    yield from (report["notice"], report["kicker"], report["title"], report["lead"])
    yield from labelled(report["about"])
    for part in report["parts"]:
        yield part["heading"]
        if "intro" in part:
            yield part["intro"]
        for block in part["blocks"]:
            yield from said_in(block, part["kind"])


def said_in(block, part):
    kind = block["kind"]
    if kind in ("heading", "paragraph"):
        yield block["text"]
    elif kind == "list":
        yield from block["texts"]
    elif kind == "folds":
        yield from (fold["summary"] for fold in block["folds"])
    elif kind == "facts":
        yield from labelled(block["facts"])
    elif kind == "quote":
        yield from (block["label"], block["words"])
    elif kind == "items":
        for item in block["items"]:
            yield item["title"]
            yield from words_of(item)
            yield from item.get("lines", [])
            yield from labelled(item.get("details", []))
    elif kind == "profile":
        for section in block["sections"]:
            yield section["name"]
    elif kind == "tactics":
        for phase in block["phases"]:
            yield phase["name"]
            for tactic in phase["tactics"]:
                if part == "risk":
                    yield from (tactic["name"], tactic["state"], tactic.get("detail", ""))
                else:
                    yield from (tactic["state"], tactic["name"], tactic.get("detail", ""))
    elif kind == "severity":
        for dimension in block["dimensions"]:
            if part == "risk":
                yield dimension["name"]
                for field in ("says", "because", "after_says", "by", "known"):
                    yield dimension.get(field, "")
            # On the page for those who decide it is a line.
            elif "mark" in dimension:
                yield f"{dimension['name']} {dimension['mark']}"
    elif kind == "tensions":
        for tension in block["tensions"]:
            yield tension["title"]
            for side in tension["sides"]:
                yield side["asked"]
                yield from words_of(side)
                yield side["said"]
            yield from (tension["why"], tension["ask"], tension.get("because", ""))
    else:
        raise ValueError(f"a block of kind {kind}")


def labelled(facts):
    for fact in facts:
        yield from (fact["label"], fact["value"])


def words_of(holder):
    if "square" in holder:
        yield holder["square"]["words"]


def blocks(report, kind, field):
    """What the blocks of a kind hold, in their order."""
    for part in report["parts"]:
        for block in part["blocks"]:
            if block["kind"] == kind:
                yield block[field]

"""Texts as they are compared: lines are broken elsewhere in each program."""

import re


def solid(text):
    """Without white space, marks of direction and what cannot be shown."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff\ufffd-\uffff]", "", text)


def plain(text):
    """Letters and digits of ASCII alone: other scripts do not come out of a PDF as they went in."""
    return re.sub(r"[^A-Za-z0-9]", "", text)

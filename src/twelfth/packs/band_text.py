"""Bands and counts as tables of a publisher have them: 3.60–3.79, ≥ 3.8, under 2; 12, <10, suppressed, 12/40."""

import re

from twelfth.goal import Count
from twelfth.packs.sheet import unknown
from twelfth.packs.sheet.number import LONGEST, Written, written

_NUMBER = r"(\d[\d.,]*)"
_UNIT = r"(?:\s*(?:%|[^\W\d_]+\.?))?"
_BETWEEN = re.compile(rf"{_NUMBER}\s*%?\s*(?:-|\u2013|\u2014|\u2212|to|\.\.|a|bis)\s*{_NUMBER}{_UNIT}", re.IGNORECASE)
_FROM = re.compile(
    rf"(?:>=?|≥|above|over|at least|more than|from)\s*{_NUMBER}{_UNIT}"
    rf"|{_NUMBER}{_UNIT}\s*(?:\+|or (?:more|above|higher|over)|and (?:above|over|higher|more))",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    rf"(?:<=?|≤|under|below|less than|fewer than|at most|up to)\s*{_NUMBER}{_UNIT}"
    rf"|{_NUMBER}{_UNIT}\s*(?:or (?:less|below|lower|under|fewer)|and (?:below|under|lower))",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER + _UNIT)
_TURNED_DAY = re.compile(
    r"(?:\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\d{1,4})",
    re.IGNORECASE,
)
_SUPPRESSED = frozenset(["*", "**", "s", "x", "c", "suppressed", "withheld", "hidden", "masked", "#", "\u2020"])
_UNDER = re.compile(r"(?:<|under|below|fewer than|less than)\s*(\d{1,4})", re.IGNORECASE)
_AT_MOST = re.compile(r"(?:≤|<=|at most|up to)\s*(\d{1,4})", re.IGNORECASE)
_SMALL_BAND = re.compile(r"[01]\s*[-\u2013]\s*(\d{1,3})")
_WHOLE = re.compile(r"\d+(?:\.0+)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,'\u2019 \u00a0\u202f]\d{3})+")
_PAIR = re.compile(r"(.+?)\s*(?:/|\bof\b|\bout of\b)\s*(.+?)(?:\s*\(.*%\s*\))?", re.IGNORECASE)
_BRACKETED = re.compile(r"([^()]+?)\s*\(([^()%]+)\)")


def turned_day(text: str) -> bool:
    """Whether a spreadsheet has made a day of it, as it makes 12-Oct of the band 10-12."""
    return _TURNED_DAY.fullmatch(text) is not None


def band_ends(text: str) -> tuple[Written | None, Written | None] | None:
    """The two ends of a band of numbers, None where it is open; None for a text that is no such band."""
    if len(text) > LONGEST:
        return None
    if found := _BETWEEN.fullmatch(text):
        ends = written(found[1]), written(found[2])
        return None if None in ends else ends
    for pattern, upper in ((_FROM, False), (_UP_TO, True)):
        if found := pattern.fullmatch(text):
            end = written(found[1] or found[2])
            return None if end is None else (None, end) if upper else (end, None)
    found = _ONE.fullmatch(text)
    one = written(found[1]) if found else None
    return None if one is None else (one, one)


def band_text(ends: tuple[Written | None, Written | None], decimal: str) -> str:
    """A band as a pack writes it: 3.60..3.79, ..1.99, 3.80.. or 27."""
    low, high = ("" if end is None else end.text(decimal) for end in ends)
    return low if ends[0] is ends[1] else f"{low}..{high}"


def count_text(text: str) -> str | None:
    """A count as a pack writes it: 12, <10, or blank where suppressed; None for a text that is no count.

    A count is whole, so that what parts its digits parts thousands.
    """
    text = text.strip()
    if unknown(text) or text.lower() in _SUPPRESSED:
        return ""
    if len(text) > LONGEST:
        return None
    for pattern, more in ((_UNDER, 0), (_AT_MOST, 1), (_SMALL_BAND, 1)):
        if found := pattern.fullmatch(text):
            limit = int(found[1]) + more
            return str(Count(under=limit)) if limit else None
    if _WHOLE.fullmatch(text):
        return text.partition(".")[0]
    return re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else None


def pair_texts(text: str) -> tuple[str, str] | None:
    """Accepted and applicants in one cell, 12/40, 12 of 40 or 12 (40); both blank where it is suppressed."""
    if count_text(text) == "":
        return "", ""
    if len(text) > LONGEST:
        return None
    found = _PAIR.fullmatch(text) or _BRACKETED.fullmatch(text)
    pair = (count_text(found[1]), count_text(found[2])) if found else (None, None)
    return None if pair[0] is None or pair[1] is None else (pair[0], pair[1])

"""One number as people write it: with a unit, a per cent sign, thousands parted, a decimal point or comma.

`1,234` alone can be 1234 or 1.234. It is never decided here: whoever reads a column says which sign is decimal, if any.
"""

import re
from dataclasses import dataclass

from twelfth.goal import LARGEST

POINT, COMMA = ".", ","
_SHAPE = re.compile(
    r"(?P<bound>[<>≤≥~≈±]=?"
    r"|(?:under|over|below|above|about|approx\.?|ca\.?|circa|less than|more than|at least|at most)\b)?\s*"
    r"(?P<currency>[$€£¥])?\s*(?P<sign>[-+\u2212\u2013])?\s*(?P<currency_after>[$€£¥])?\s*"
    r"(?P<digits>(?:\d[\d.,'\u2019\u00a0\u202f ]*)?[.,]?\d)(?P<power>[eE][-+]?\d{1,3})?"
    r"(?P<more>\s*(?:\+|or more|and (?:over|above|more)|or less))?"
    r"\s*(?P<unit>%|[^\W\d_][\w./²³]{0,14}\.?|[€$£¥])?",
    re.IGNORECASE,
)
LONGEST = 80
"""Characters; a longer cell is no number, no day and no band, and is not searched for one."""
_SPACES = re.compile(r"[ \u00a0\u202f'\u2019]")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f'\u2019]\d{3})+(?:[.,]\d+)?")
_BOTH = {
    POINT: re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}"),
    COMMA: re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}"),
}
_ONE = re.compile(r"(\d*)([.,])(\d+)")
_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""1.234 or 1,234: nobody can tell from this one alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A number's parts as written. exact: whether one number is stated, and not a bound such as <10 or 5+.

    digits: with what parts thousands and decimals, and without a sign. sign: "" or "-".
    """

    digits: str
    sign: str = ""
    power: str = ""
    unit: str = ""
    exact: bool = True

    @property
    def unclear(self) -> bool:
        """Whether its one comma or point may be decimal or part thousands."""
        return _GROUP.fullmatch(self.digits) is not None

    @property
    def group(self) -> bool:
        """Whether it is, or ends in, a group of three digits, as 950, 1.500 and 1,500 do."""
        return self.unclear or (self.digits.isdecimal() and len(self.digits) == 3)

    def decimal(self) -> str:
        """The sign that this number alone shows to be decimal; "" where it shows none."""
        if _SPACED.fullmatch(self.digits):
            return next((sign for sign in (POINT, COMMA) if sign in self.digits), "")
        for sign, pattern in _BOTH.items():
            if pattern.fullmatch(self.digits):
                return sign
        one = _ONE.fullmatch(self.digits)
        return one[2] if one and not self.unclear else ""

    def text(self, decimal: str) -> str:
        """As a program writes it, `decimal` being the decimal sign where the number itself does not show it."""
        sign = self.decimal() or decimal
        thousands = POINT if sign == COMMA else COMMA
        digits = _SPACES.sub("", self.digits).replace(thousands, "").replace(COMMA, POINT)
        return f"{self.sign}{digits}{self.power}"


def written(text: str) -> Written | None:
    """The number a cell states, or None where it states none or its digits are parted as no number's are."""
    found = _SHAPE.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    digits = found["digits"].strip()
    plain = digits.isdecimal() or _ONE.fullmatch(digits) or _SPACED.fullmatch(digits)
    if not plain and not any(pattern.fullmatch(digits) for pattern in _BOTH.values()):
        return None
    if not digits.isascii() and not _SPACED.fullmatch(digits):
        return None
    made = Written(
        digits=digits,
        sign="-" if found["sign"] in ("-", "\u2212", "\u2013") else "",
        power=found["power"] or "",
        unit=found["unit"] or found["currency"] or found["currency_after"] or "",
        exact=found["bound"] is None and found["more"] is None,
    )
    return made if abs(float(made.text(POINT))) <= LARGEST else None


def decimal_of(numbers: list[Written]) -> str:
    """The decimal sign that the numbers show among them; "" where none shows one, or two show different ones."""
    shown = {sign for one in numbers if (sign := one.decimal())}
    return shown.pop() if len(shown) == 1 else ""

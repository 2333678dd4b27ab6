"""What people type where a number or a day is asked: with its unit, in years where months are asked, a month by its
name. Deliberately decides nothing that could be meant in two ways: "1,500" and "03/04/2025" come back as they were.
"""

import re

DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d+)", re.ASCII)
DOTTED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+", re.ASCII)
"""1.600, which is 1600 to some and 1.6 to others."""
THOUSANDS = 3
FIGURE = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?"
YEARS = re.compile(
    rf"(?P<years>{FIGURE}) ?(?:y|yrs?|years?|años?|anos?)"
    rf"(?:(?: and| y|,)? (?P<months>{FIGURE}) ?(?:m|months?|mes(?:es)?))?"
)
MONTHS_OF = (
    ("january", "enero"),
    ("february", "febrero"),
    ("march", "marzo"),
    ("april", "abril"),
    ("may", "mayo"),
    ("june", "junio"),
    ("july", "julio"),
    ("august", "agosto"),
    ("september", "septiembre", "setiembre"),
    ("october", "octubre"),
    ("november", "noviembre"),
    ("december", "diciembre"),
)
SHORTEST = 3
"""Letters by which a month is known."""
YEAR = r"(?P<year>[0-9]{4})"
NAMED_MONTH = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|º)? (?:de )?)?(?P<month>[^\W\d_]+)\.?,? (?:del? )?{YEAR}"
)
DAY_FIRST = re.compile(rf"(?P<first>[0-9]{{1,2}})[/.-](?P<second>[0-9]{{1,2}})[/.-]{YEAR}")
"""A day, its month and its year, where the first cannot be a month."""
MONTHS_A_YEAR = 12
MONTH_DAY = re.compile(rf"(?P<month>[^\W\d_]+)\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {YEAR}")


def number_of(typed: str, *units: str, mark: str = ".") -> str:
    """A number as the program reads it. units: what it may stand beside; "months" also takes years. mark: before the
    decimals, as the page writes them.

    >>> number_of("1 year", "months"), number_of("CLB 8", "CLB"), number_of("7,5")
    ('12', '8', '7.5')
    """
    text = " ".join(typed.split())
    if ".." in text:
        return "..".join(number_of(end, *units, mark=mark) for end in text.split(".."))
    if "months" in units and (found := YEARS.fullmatch(text.lower())):
        return f"{12 * float(_pointed(found['years'], mark)) + float(_pointed(found['months'] or '0', mark)):g}"
    for unit in sorted(filter(None, units), key=len, reverse=True):
        word = re.escape(unit)
        bare = re.sub(rf"^{word}(?![^\W\d_]) ?|(?<![^\W\d_]) ?{word}$", "", text, flags=re.IGNORECASE)
        text = bare if bare[:1].isdigit() or bare[:1] in "+-" else text
    return _pointed(text, mark)


def day_of(typed: str) -> str:
    """A day or a month as the program reads it; what it does not know comes back as it was.

    >>> day_of("June 2025"), day_of("12 de junio de 2025"), day_of("14/11/2025"), day_of("03/04/2025")
    ('2025-06', '2025-06-12', '2025-11-14', '03/04/2025')
    """
    text = " ".join(typed.lower().split())
    if (found := DAY_FIRST.fullmatch(text)) and int(found["first"]) > MONTHS_A_YEAR >= int(found["second"]) > 0:
        return f"{found['year']}-{int(found['second']):02}-{int(found['first']):02}"
    found = MONTH_DAY.fullmatch(text) or NAMED_MONTH.fullmatch(text)
    number = _month(found["month"]) if found else 0
    if found is None or not number:
        return typed
    day = f"-{int(found['day']):02}" if found["day"] else ""
    return f"{found['year']}-{number:02}{day}"


def _month(word: str) -> int:
    """1 to 12 by a name or its beginning, in English or Spanish; 0 for no month."""
    if len(word) < SHORTEST:
        return 0
    return next((at for at, names in enumerate(MONTHS_OF, 1) if any(one.startswith(word) for one in names)), 0)


def _pointed(text: str, mark: str) -> str:
    """A decimal comma as a point; three digits after it may be thousands, and so may those after a point where the page
    writes decimals with a comma."""
    if mark == "," and DOTTED.fullmatch(text):
        return text.replace(".", ",")
    comma = DECIMAL_COMMA.fullmatch(text)
    return f"{comma[1]}.{comma[2]}" if comma and len(comma[2]) != THOUSANDS else text

"""What one column holds: yes and no, numbers, days or texts. The values suggest it; blank says nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from twelfth.packs.sheet.day import WrittenDay, order_of, short_year, written_day
from twelfth.packs.sheet.number import COMMA, POINT, Written, decimal_of, written

UNKNOWN = frozenset(
    [
        *(
            "",
            "?",
            "??",
            "-",
            "--",
            "---",
            "\u2013",
            "\u2014",
            ".",
            "..",
            "...",
            "unknown",
            "n/a",
            "#n/a",
            "na",
            "n.a.",
        ),
        *("n. a.", "nan", "null", "none given", "not given", "not stated", "not known", "not available", "missing"),
        *("no data", "(blank)", "tbd", "s/d", "s.d.", "sin datos", "desconocido", "k.a."),
    ]
)
"""What says that nothing is known. "none" and "0" say something."""
YES = frozenset(["yes", "true", "y", "1", "s\u00ed", "si", "ja", "oui", "verdadero", "wahr"])
NO = frozenset(["no", "false", "n", "0", "nein", "non", "falso", "falsch"])
_MARKS = frozenset(["x", "\u2713", "\u2714", "\u2705", "\u25cf", "\u2022", "*"])
_FEWEST, _MOST_ARE = 4, 0.75
"""So many, and so large a share, of one kind make the rest of a column doubtful instead of a text."""
_A_BOUND = "it is a bound or a guess, and not one number; left unknown"
_NO_NUMBER = "the others in this column are numbers; left unknown"
_OTHER_UNIT = "its unit is not that of the others; left unknown"
_NO_YES = "neither yes nor no; left unknown"
_NO_DAY = "the others in this column are days; left unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column read.

    cells: in one manner of writing, blank where unknown. kind: binary, numeric, date, text, or "" where all is unknown.
    marked: only presence is ever marked. doubtful: (row, why). The rows of the first number and day that can be read in
    two ways, or None. numbers, days: what its different cells are, those left unknown aside.
    """

    cells: list[str]
    kind: str
    unit: str = ""
    marked: bool = False
    doubtful: tuple[tuple[int, str], ...] = ()
    unclear_number: int | None = None
    unclear_day: int | None = None
    short_year: int | None = None
    numbers: Mapping[str, Written] = field(default_factory=dict)
    days: Mapping[str, WrittenDay] = field(default_factory=dict)

    def unclear(self, *, decimal: str) -> bool:
        """Whether a number can be read in two ways, given the decimal sign ("": none)."""
        return not decimal and any(one.unclear for one in self.numbers.values())


def unknown(cell: str) -> bool:
    """Whether a cell says that nothing is known."""
    return cell.lower() in UNKNOWN


def column_of(raw: list[str], *, as_text: bool = False, said: str = "") -> Column:
    """The kind of a column; its numbers and days are not yet written out (see `ruled`). said: that it is "binary" or
    "numeric", so that what is not is doubtful."""
    nothing = {cell for cell in set(raw) if unknown(cell)}
    cells = ["" if cell in nothing else cell for cell in raw]
    words = {cell.lower() for cell in set(cells) if cell}
    if not words:
        return Column(cells=cells, kind="")
    if as_text:
        return Column(cells=cells, kind="text")
    if said == "numeric":
        return _numeric(cells, said=True) or Column(cells=[""] * len(cells), kind="")
    if words <= YES | NO or said == "binary":
        doubtful = tuple((at, _NO_YES) for at, cell in enumerate(cells) if cell and not _yes_no(cell))
        known = [_yes_no(cell) for cell in cells]
        return Column(cells=known, kind="binary" if any(known) else "", doubtful=doubtful)
    if words <= _MARKS and not all(cells):
        return Column(cells=["yes" if cell else "" for cell in cells], kind="binary", marked=True)
    return _numeric(cells) or _dated(cells) or Column(cells=cells, kind="text")


def ruled(column: Column, *, decimal: str, separator: str, order: str, said: bool) -> Column:
    """The column with its numbers and days written out.

    decimal: the file's sign, which holds where the column does not show its own; `said`: somebody said it, so that it
    goes before. order: "day-first", "month-first" or "".
    """
    if column.kind == "numeric":
        return _with_numbers(column, decimal, separator, said=said)
    return _with_days(column, order) if column.kind == "date" else column


def _yes_no(cell: str) -> str:
    return "yes" if cell.lower() in YES else "no" if cell.lower() in NO else ""


def _numeric(cells: list[str], *, said: bool = False) -> Column | None:
    """The column as numbers of one unit, or None. What is no such number is doubtful where most are or `said` to be."""
    often = Counter(cell for cell in cells if cell)
    forms = {cell: written(cell) for cell in often}
    units: Counter[str] = Counter()
    for cell, one in forms.items():
        if one is not None and one.exact:
            units[_unit_key(one.unit)] += often[cell]
    main = max(units, key=lambda unit: units[unit], default="")
    why = {cell: _why_doubtful(one, main) for cell, one in forms.items()}
    known = often.total()
    fit = sum(count for cell, count in often.items() if not why[cell])
    bounds_only = all(one in ("", _A_BOUND) for one in why.values())
    if not fit or not (said or bounds_only or _are_most(fit, known)):
        return None
    numbers = {cell: one for cell, one in forms.items() if one is not None and not why[cell]}
    unit = next((one.unit for one in numbers.values() if one.unit), "").rstrip(".")
    doubtful = tuple((index, why[cell]) for index, cell in enumerate(cells) if cell and why[cell])
    return Column(cells=cells, kind="numeric", unit=unit, doubtful=doubtful, numbers=numbers)


def _why_doubtful(one: Written | None, main: str) -> str:
    if one is None:
        return _NO_NUMBER
    if _unit_key(one.unit) not in (main, main if main == "%" else ""):
        return _OTHER_UNIT
    return "" if one.exact else _A_BOUND


def _with_numbers(column: Column, file: str, separator: str, *, said: bool) -> Column:
    known = list(column.numbers.values())
    own = decimal_of(known)
    both = not own and any(one.decimal() for one in known)
    sign = file if said else own or ("" if both else file)
    groups = all(one.group for one in known)
    texts, unclear = {"": ""}, set()
    for cell, one in column.numbers.items():
        use = sign or ("" if both else _usual(one, separator, groups=groups))
        texts[cell] = one.text(use)
        if one.unclear and not use:
            unclear.add(cell)
    return replace(
        column,
        cells=[texts.get(cell, "") for cell in column.cells],
        unclear_number=next((index for index, cell in enumerate(column.cells) if cell in unclear), None),
    )


def _usual(one: Written, separator: str, *, groups: bool) -> str:
    """What goes without saying: a decimal point where commas or bars separate, a decimal comma where semicolons do,
    unless every number of the column ends in a group of three digits."""
    if separator == ";":
        return COMMA if COMMA in one.digits and not groups else ""
    return POINT if separator in ",|" and POINT in one.digits else ""


def _dated(cells: list[str]) -> Column | None:
    """The column as days, or None. A day with a short year is one that is refused."""
    often = Counter(cell for cell in cells if cell)
    forms = {cell: written_day(cell) for cell in often}
    short = {cell for cell in often if short_year(cell)}
    days = {cell: one for cell, one in forms.items() if one is not None}
    known = often.total()
    fit = sum(count for cell, count in often.items() if cell in days or cell in short)
    if fit < known and not _are_most(fit, known):
        return None
    fitting = short | set(days)
    doubtful = tuple((index, _NO_DAY) for index, cell in enumerate(cells) if cell and cell not in fitting)
    at = next((index for index, cell in enumerate(cells) if cell in short), None)
    return Column(cells=cells, kind="date", days=days, doubtful=doubtful, short_year=at)


def _with_days(column: Column, order: str) -> Column:
    order = order or order_of(column.days.values())
    told = {cell: one.told(order) for cell, one in column.days.items()}
    unclear = {cell for cell, one in column.days.items() if one.unclear and not order}
    texts = {cell: "" if day is None else day.isoformat() for cell, day in told.items()}
    return replace(
        column,
        cells=[texts.get(cell, "") for cell in column.cells],
        unclear_day=next((index for index, cell in enumerate(column.cells) if cell in unclear), None),
    )


def _are_most(fit: int, known: int) -> bool:
    return fit >= _FEWEST and fit >= _MOST_ARE * known


def _unit_key(unit: str) -> str:
    """A unit without what does not change it: capitals, a full stop, a plural."""
    key = unit.lower().rstrip(".")
    return key[:-1] if len(key) > 2 and key.endswith("s") else key

"""What one column holds: yes and no, numbers, days or texts. The values suggest it; blank says nothing."""

from collections import Counter
from dataclasses import dataclass, replace

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
_NO_DAY = "the others in this column are days; left unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column read.

    cells: in one manner of writing, blank where unknown. kind: binary, numeric, date, text, or "" where all is unknown.
    marked: only presence is ever marked. doubtful: (row, why). The rows of the first number and day that can be read in
    two ways, or None. numbers: what numbers its cells are, if it is numeric.
    """

    cells: list[str]
    kind: str
    unit: str = ""
    marked: bool = False
    doubtful: tuple[tuple[int, str], ...] = ()
    unclear_number: int | None = None
    unclear_day: int | None = None
    short_year: int | None = None
    numbers: tuple[Written | None, ...] = ()
    days: tuple[WrittenDay | None, ...] = ()

    def unclear(self, *, decimal: str) -> bool:
        """Whether a number can be read in two ways, given the decimal sign ("": none)."""
        return not decimal and any(one is not None and one.unclear for one in self.numbers)


def unknown(cell: str) -> bool:
    """Whether a cell says that nothing is known."""
    return cell.lower() in UNKNOWN


def column_of(raw: list[str], *, as_text: bool = False) -> Column:
    """The kind of a column; its numbers and days are not yet written out (see `ruled`)."""
    cells = ["" if unknown(cell) else cell for cell in raw]
    words = {cell.lower() for cell in cells if cell}
    if not words:
        return Column(cells=cells, kind="")
    if as_text:
        return Column(cells=cells, kind="text")
    if words <= YES | NO:
        return Column(cells=[_yes_no(cell) for cell in cells], kind="binary")
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
    return "" if not cell else "yes" if cell.lower() in YES else "no"


def _numeric(cells: list[str]) -> Column | None:
    """The column as numbers of one unit, or None. What is no such number is doubtful where most are."""
    numbers = [written(cell) if cell else None for cell in cells]
    known = [index for index, cell in enumerate(cells) if cell]
    units = Counter(_unit_key(one.unit) for one in numbers if one is not None and one.exact)
    main = max(units, key=lambda unit: units[unit], default="")
    doubtful = []
    for index in known:
        one = numbers[index]
        if one is None:
            doubtful.append((index, _NO_NUMBER))
        elif _unit_key(one.unit) not in (main, main if main == "%" else ""):
            doubtful.append((index, _OTHER_UNIT))
        elif not one.exact:
            doubtful.append((index, _A_BOUND))
    fit = len(known) - len(doubtful)
    bounds_only = all(why == _A_BOUND for _, why in doubtful)
    if not fit or not (bounds_only or _are_most(fit, len(known))):
        return None
    refused = {index for index, _ in doubtful}
    shown = tuple(None if index in refused else one for index, one in enumerate(numbers))
    unit = next((one.unit for one in shown if one is not None and one.unit), "").rstrip(".")
    return Column(cells=cells, kind="numeric", unit=unit, doubtful=tuple(doubtful), numbers=shown)


def _with_numbers(column: Column, file: str, separator: str, *, said: bool) -> Column:
    known = [one for one in column.numbers if one is not None]
    own = decimal_of(known)
    both = not own and any(one.decimal() for one in known)
    sign = file if said else own or ("" if both else file)
    groups = all(one.group for one in known)
    first: int | None = None
    cells = []
    for index, one in enumerate(column.numbers):
        use = sign or ("" if one is None or both else _usual(one, separator, groups=groups))
        if one is not None and one.unclear and not use and first is None:
            first = index
        cells.append("" if one is None else one.text(use))
    return replace(column, cells=cells, unclear_number=first)


def _usual(one: Written, separator: str, *, groups: bool) -> str:
    """What goes without saying: a decimal point where commas or bars separate, a decimal comma where semicolons do,
    unless every number of the column ends in a group of three digits."""
    if separator == ";":
        return COMMA if COMMA in one.digits and not groups else ""
    return POINT if separator in ",|" and POINT in one.digits else ""


def _dated(cells: list[str]) -> Column | None:
    days = tuple(written_day(cell) if cell else None for cell in cells)
    known = [index for index, cell in enumerate(cells) if cell]
    short = [index for index in known if short_year(cells[index])]
    fit = [index for index in known if days[index] is not None]
    if not fit and len(short) != len(known):
        return None
    if len(fit) + len(short) < len(known) and not _are_most(len(fit) + len(short), len(known)):
        return None
    doubtful = tuple((index, _NO_DAY) for index in known if days[index] is None and index not in short)
    return Column(cells=cells, kind="date", days=days, doubtful=doubtful, short_year=short[0] if short else None)


def _with_days(column: Column, order: str) -> Column:
    order = order or order_of(one for one in column.days if one is not None)
    unclear = (index for index, one in enumerate(column.days) if one is not None and one.unclear and not order)
    told = [None if one is None else one.told(order) for one in column.days]
    return replace(
        column,
        cells=["" if one is None else one.isoformat() for one in told],
        unclear_day=next(unclear, None),
    )


def _are_most(fit: int, known: int) -> bool:
    return fit >= _FEWEST and fit >= _MOST_ARE * known


def _unit_key(unit: str) -> str:
    """A unit without what does not change it: capitals, a full stop, a plural."""
    key = unit.lower().rstrip(".")
    return key[:-1] if len(key) > 2 and key.endswith("s") else key

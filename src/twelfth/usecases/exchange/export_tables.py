"""What is kept as tables for a spreadsheet (RFC 4180), one for each kind. They are to be looked at; that of work alone
is read back, into a goal.

A text that a spreadsheet would take for a formula gets a ' before it, and so does one that has it already. Lists and
levels that are more than a word or a number are told as JSON.
"""

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from twelfth.base import When
from twelfth.usecases.keeping.exact import text_of
from twelfth.usecases.keeping.kept import GoalCard, Row, Thing
from twelfth.usecases.keeping.told import KINDS, kind_of, told
from twelfth.usecases.keeping.whole import WholeGoal
from twelfth.work import Effort

FORMULA = re.compile(r"'*[=+\-@\t\r]")
QUOTED = frozenset('",\r\n')
LINE_ENDS = "\r\n"
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By which a spreadsheet sees that the text is UTF-8."""
WORK_TABLE = MARK + ",".join(one.name for one in fields(Effort)) + LINE_ENDS
"""A table of work without a line, to be filled in and brought back."""


def tables_of(wholes: tuple[WholeGoal, ...]) -> tuple[tuple[str, str], ...]:
    """(name, text) of a table of the goals and of one for each kind of thing."""
    cards = _table(GoalCard, (("", whole.card) for whole in wholes))
    kinds = (
        (f"{word}.csv", _table(kind, ((w.name, row) for w in wholes for row in w.rows if kind_of(row.thing) == word)))
        for word, kind in KINDS.items()
    )
    return (("goals.csv", cards), *kinds)


def text_in_cell(cell: str) -> str:
    """The text that a cell of such a table tells."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _table(kind: type[GoalCard] | type[Thing], rows: Iterable[tuple[str, Row[GoalCard] | Row[Thing]]]) -> str:
    names = [one.name for one in fields(kind)]
    lines = [",".join(("goal", "row", "version", *names))]
    for goal, row in rows:
        told_now = told(row.thing)
        cells = [_cell(getattr(row.thing, name), told_now[name]) for name in names]
        lines.append(",".join((_cell(goal, goal), str(row.id), str(row.version), *cells)))
    return MARK + LINE_ENDS.join(lines) + LINE_ENDS


def _cell(value: object, told_so: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return repr(told_so)  # as it is read back: 7 is 7.0 where a number may have a fraction
        case date():
            return value.isoformat()
        case When():
            return _quoted(str(value))
        case str():
            return _quoted(str(value))
        case _:
            return _quoted(text_of(told_so))  # type: ignore[arg-type]


def _quoted(text: str) -> str:
    safe = f"'{text}" if FORMULA.match(text) else text
    return '"' + safe.replace('"', '""') + '"' if QUOTED & set(safe) else safe

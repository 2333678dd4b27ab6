"""What is kept as plain data (dict, list, str, number, bool, None) and back, exactly: the one form that the trail,
an export and an import share.

Only what is about kinds of things stands here; how values of declared types are told and read is in `exact`.
Deliberately knows nothing of files and of the database.
"""

import reprlib
from typing import cast

from twelfth.base import Plain, Source, invalid
from twelfth.goal import Attempt, Fact, Round, Way
from twelfth.usecases.keeping.exact import plain_from, read_as, text_of, told_as
from twelfth.usecases.keeping.kept import (
    Addendum,
    AuditKept,
    Document,
    ForecastKept,
    GoalCard,
    Note,
    Pause,
    RoadKept,
    Row,
    Thing,
)
from twelfth.work import Effort, Learning, Timer

KINDS: dict[str, type[Thing]] = {
    "source": Source,
    "fact": Fact,
    "round": Round,
    "attempt": Attempt,
    "way": Way,
    "learning": Learning,
    "pause": Pause,
    "timer": Timer,
    "road": RoadKept,
    "audit": AuditKept,
    "addendum": Addendum,
    "forecast": ForecastKept,
    "note": Note,
    "document": Document,
    "effort": Effort,
}
"""The word for each kind of thing, in the order in which they may be written: what is referred to comes first."""
CARD = "card"
_WORDS: dict[type[Thing] | type[GoalCard], str] = {kind: word for word, kind in KINDS.items()} | {GoalCard: CARD}


def kind_of(thing: Thing | GoalCard | type[Thing] | type[GoalCard]) -> str:
    """The word for what kind of thing this is. Raises InvalidInput for what is never kept."""
    of = thing if isinstance(thing, type) else type(thing)
    if of not in _WORDS:
        raise invalid("thing to be kept", of.__name__, f"one of {', '.join(KINDS)}")
    return _WORDS[of]


def told(thing: Thing | GoalCard) -> dict[str, Plain]:
    """A thing as plain data.

    Raises:
        InvalidInput: a number that is none or infinite, a text no file can hold, or no thing at all.
    """
    word = kind_of(thing)
    return cast(dict[str, Plain], told_as(thing, type(thing), where=word))


def thing_from(kind: str, told: Plain) -> Thing:
    """The thing that was told so. Raises InvalidInput, naming the field."""
    if kind not in KINDS:
        raise invalid("kind of thing", kind, f"one of {', '.join(KINDS)}")
    return cast(Thing, read_as(told, KINDS[kind], where=kind))


def card_from(told: Plain) -> GoalCard:
    """The card that was told so. Raises InvalidInput, naming the field."""
    return cast(GoalCard, read_as(told, GoalCard, where=CARD))


def plain_row(row: Row[Thing] | Row[GoalCard]) -> dict[str, Plain]:
    """A row as plain data: {"kind": ..., "row": ..., "version": ..., "thing": {...}}."""
    thing = row.thing
    return {"kind": kind_of(thing), "row": row.id, "version": row.version, "thing": told(thing)}


def line_of(row: Row[Thing] | Row[GoalCard]) -> str:
    """A row as one line of JSON."""
    return text_of(plain_row(row))


def row_from(line: str) -> Row[Thing] | Row[GoalCard]:
    """The row a line of JSON tells. Raises InvalidInput."""
    return row_from_plain(plain_from(line))


def row_from_plain(found: Plain) -> Row[Thing] | Row[GoalCard]:
    """The row that was told so. Raises InvalidInput."""
    if not isinstance(found, dict) or set(found) != {"kind", "row", "version", "thing"}:
        raise invalid("line", reprlib.repr(found), "kind, row, version and thing")
    kind, number, version = found["kind"], found["row"], found["version"]
    if not isinstance(kind, str) or type(number) is not int or type(version) is not int:
        raise invalid("line", reprlib.repr(found), "a word for the kind, whole numbers for row and version")
    if kind == CARD:
        return Row(id=number, version=version, thing=card_from(found["thing"]))
    return Row(id=number, version=version, thing=thing_from(kind, found["thing"]))

"""An export read strictly: it may be a stranger's, and nothing of it is believed before it was looked at.

Refused are what no export has: another schema, a field too many or too few, a name twice, a number that is none, more
rows than a person writes, and a history that does not lead to what is kept. Deliberately writes nothing.
"""

import json
import re
import reprlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NoReturn, cast

from twelfth.base import InvalidInput, Plain, Said, invalid
from twelfth.usecases.exchange.export_goals import SCHEMA, WHOLE
from twelfth.usecases.keeping.exact import read_as
from twelfth.usecases.keeping.kept import GoalCard, Row, Thing
from twelfth.usecases.keeping.on_the_way import Doing, Watch, each_told, unwatched
from twelfth.usecases.keeping.told import CARD, KINDS, line_of, row_from_plain
from twelfth.usecases.keeping.whole import AnyRow, Change, Key, WholeGoal, key_of, numbered_alone

MOST_CHARACTERS = 24_000_000
MOST_PARTS = 2_000_000
"""Values, by the signs between them: each takes memory, and a line has eleven or so."""
MOST_GOALS = 200
MOST_LINES = 100_000
"""Rows and changes together: forty entries of work a week are 41,600 of them after ten years."""
LONGEST_NAME = 80
GOAL_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*", re.ASCII)
PACK_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*", re.ASCII)
NOT_OURS = "Take a file that `twelfth export` wrote, unchanged."
_KIND = re.compile(r"twelfth/export/(\d{1,6})", re.ASCII)


def read_export(text: str, *, watch: Watch = unwatched) -> tuple[WholeGoal, ...]:
    """The goals of an export, with the numbers of `numbered_alone`, in the order of their names.

    Raises:
        InvalidInput: it is none, or what it says cannot be.
    """
    if len(text) > MOST_CHARACTERS:
        size = Said("%(count)s characters", count=f"{len(text):,}")
        raise _refused("text", size, Said("at most %(most)s", most=f"{MOST_CHARACTERS:,}"))
    parts = sum(text.count(sign) for sign in ",{[")
    if parts > MOST_PARTS:
        raise _refused("values", f"{parts:,}", f"at most {MOST_PARTS:,}")
    try:
        told = _fields(_parsed(text), "export", ("schema", "goals"), first="schema")
        _check_schema(told["schema"])
        goals = _list(told["goals"], "goals", MOST_GOALS)
        _check_lines(goals)
        wholes = [
            _goal(one, place, partial(watch, Doing.READING, place, len(goals))) for place, one in enumerate(goals, 1)
        ]
    except RecursionError:
        raise _refused("depth", "hundreds of lists within lists", "a few, as an export has") from None
    names = [one.name for one in wholes]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise _refused("goals", doubled[0], "each goal once")
    return tuple(sorted(wholes, key=lambda one: one.name))


def _parsed(text: str) -> Plain:
    try:
        return cast(Plain, json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number))
    except json.JSONDecodeError as error:
        shown = f"{error.msg} in line {error.lineno:,}"
        raise _refused("text", shown, "JSON, whole and unchanged") from None
    except InvalidInput:
        raise
    except ValueError:
        raise _refused("number", "one of thousands of digits", "a number of at most 300 digits") from None


def _once_each(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise _refused("field", next(name for name in names if names.count(name) > 1), "each field once")
    return found


def _no_number(word: str) -> NoReturn:
    raise _refused("number", word, "a finite number")


def _check_schema(schema: Plain) -> None:
    if schema == SCHEMA:
        return
    known = _KIND.fullmatch(schema) if isinstance(schema, str) else None
    newer = known is not None and int(known[1]) > 1
    raise _refused(
        "schema", schema, SCHEMA, next_step="Install a newer Twelfth: it was written by one." if newer else NOT_OURS
    )


def _check_lines(goals: list[Plain]) -> None:
    """Counted before any is read: reading takes far longer than counting."""
    count = 0
    for place, goal in enumerate(goals, 1):
        told = _fields(goal, f"goal {place}", ("card", "rows", "trail"))
        count += sum(len(_list(told[name], f"{name} of goal {place}", None)) for name in ("rows", "trail"))
    if count > MOST_LINES:
        raise _refused("rows and changes", f"{count:,}", f"at most {MOST_LINES:,}")


def _goal(told: Plain, place: int, tell: Callable[[], None]) -> WholeGoal:
    parts = cast(dict[str, list[Plain]], told)
    card = _row(parts["card"], f"card of goal {place}")
    if not isinstance(card.thing, GoalCard):
        raise _refused(f"card of goal {place}", parts["card"], "a card")
    _check_name(card.thing)
    where = f"goal {card.thing.name!r}"
    rows = tuple(_row(one, f"{where}, row {number}") for number, one in enumerate(each_told(parts["rows"], tell), 1))
    if any(isinstance(row.thing, GoalCard) for row in rows):
        raise _refused(f"rows of {where}", CARD, f"one of {', '.join(KINDS)}")
    whole = WholeGoal(
        card=card,
        rows=cast(tuple[Row[Thing], ...], rows),
        trail=tuple(_change(one, number, where) for number, one in enumerate(each_told(parts["trail"], tell), 1)),
    )
    _check_trail(whole, where, tell)
    return _in_order(numbered_alone(whole))


def _in_order(whole: WholeGoal) -> WholeGoal:
    order = {kind: place for place, kind in enumerate(KINDS)}
    return replace(whole, rows=tuple(sorted(whole.rows, key=lambda row: (order[key_of(row)[0]], row.id))))


def _check_name(card: GoalCard) -> None:
    for field, value, form in (("name", card.name, GOAL_NAME), ("pack", card.pack, PACK_NAME)):
        if not form.fullmatch(value) or len(value) > LONGEST_NAME:
            raise _refused(f"{field} of a goal", value, f"at most {LONGEST_NAME} letters, digits, - and _")


def _change(told: Plain, number: int, where: str) -> Change:
    place = f"{where}, change {number}"
    parts = _fields(told, place, ("number", "on", "actor", "action", "before", "after"))
    with _placed(place):
        return Change(
            number=cast(int, read_as(parts["number"], int, where="number")),
            on=cast(date, read_as(parts["on"], date, where="on")),
            actor=cast(str, read_as(parts["actor"], str, where="actor")),
            action=cast(str, read_as(parts["action"], str, where="action")),
            before=None if parts["before"] is None else row_from_plain(parts["before"]),
            after=None if parts["after"] is None else row_from_plain(parts["after"]),
        )


def _check_trail(whole: WholeGoal, where: str, tell: Callable[[], None]) -> None:
    """The changes, one after the other, lead to exactly what there is."""
    now: dict[Key, str] = {}
    seen: set[Key] = set()
    for change in each_told(whole.trail, tell):
        if not _follows(change, now, seen):
            raise _refused(f"trail of {where}", f"change {change.number}", "one that begins with what was there")
        if change.before is not None:
            del now[key_of(change.before)]
        if change.after is not None:
            now[key_of(change.after)] = line_of(change.after)
            seen.add(key_of(change.after))
    kept = {key_of(whole.card): line_of(whole.card)} | {key_of(row): line_of(row) for row in whole.rows}
    if len(kept) != len(whole.rows) + 1:
        raise _refused(f"rows of {where}", "a number twice", "each row of a kind with a number of its own")
    if now != kept:
        kind, number = next(key for key in (*kept, *now) if kept.get(key) != now.get(key))
        raise _refused(f"{kind} {number} of {where}", "not what its trail leads to", "what was written last")


def _follows(change: Change, now: dict[Key, str], seen: set[Key]) -> bool:
    before, after = change.before, change.after
    if before is None:
        return after is not None and key_of(after) not in seen and after.version == 1
    if now.get(key_of(before)) != line_of(before):
        return False
    return after is None or (key_of(after) == key_of(before) and after.version == before.version + 1)


def _row(told: Plain, place: str) -> AnyRow:
    with _placed(place):
        row = row_from_plain(told)
        if not 1 <= row.id < 2**62 or not 1 <= row.version < 2**31:
            raise invalid("number", f"{row.id}, version {row.version}", "whole numbers from 1 on")
        return row


@contextmanager
def _placed(place: str) -> Iterator[None]:
    """Say of whatever is refused inside where it stands."""
    try:
        yield
    except InvalidInput as error:
        problems = (
            replace(one, file=f"{WHOLE}, {place}", next_step=one.next_step or NOT_OURS) for one in error.problems
        )
        raise InvalidInput(*problems) from None


def _fields(told: Plain, thing: str, names: tuple[str, ...], *, first: str = "") -> dict[str, Plain]:
    if not isinstance(told, dict):
        raise _refused(thing, told, f"the fields {', '.join(names)}")
    if first in told:
        _check_schema(told[first])
    if set(told) != set(names):
        odd = sorted(set(told) ^ set(names))[0]
        raise _refused(f"field of {thing}", odd, f"{', '.join(names)}, each once and no other")
    return told


def _list(told: Plain, thing: str, most: int | None) -> list[Plain]:
    if not isinstance(told, list):
        raise _refused(thing, told, "a list")
    if most is not None and len(told) > most:
        raise _refused(thing, f"{len(told):,}", f"at most {most:,}")
    return told


def _refused(thing: str, value: object, expected: str, *, next_step: str = NOT_OURS) -> InvalidInput:
    shown = value if isinstance(value, str) else reprlib.repr(value)
    return invalid(thing, shown, expected, file=WHOLE, next_step=next_step)

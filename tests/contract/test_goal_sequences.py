"""Whatever sequence of writes a database is asked for, it ends as the goals in memory do, and refuses what they refuse.

Some sequences in `make test`; a thousand on SQLite in `make test-trust`, another thousand in `make test-postgres`.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from tests.kept_goals import CARD, EVENT, PLAIN_CARD, THINGS
from tests.shelves_of_goals import DATABASES, Shelves
from tests.tried import TRUST, proved

from twelfth.base import TwelfthError, parse_when
from twelfth.goal import Fact
from twelfth.store import KINDS, MemoryEffort, MemoryGoals, kind_of, line_of, told
from twelfth.usecases import AuditEvent, Begun, Note, Row, Stale, Thing, WholeGoal, numbered_alone, written_of
from twelfth.work import Effort

Make = Callable[[Path], AbstractContextManager[Shelves]]
SEQUENCES, STEPS = proved(80, of=1000), 14

PHASES = tuple(Phase) if TRUST else (Phase.generate,)
"""A failing sequence is made short only by `TWELFTH_TESTS=trust`: that takes minutes."""

NAMES = ("moon", "mars", "Moon")
ANYWHERE = st.sampled_from((*NAMES, "nowhere"))
MOSTLY_ITS_OWN = st.sampled_from((None, None, None, None, *NAMES, "nowhere"))
DAYS = st.dates(min_value=date(2025, 12, 20), max_value=date(2026, 1, 20))
NOTES = st.builds(Note, on=DAYS, text=st.text(max_size=8))
EFFORTS = st.builds(Effort, on=DAYS, minutes=st.integers(1, 1440), towards=st.sampled_from(("", "a", "b")))
FACTS = st.builds(
    Fact,
    trait=st.sampled_from(("age", "degree")),
    level=st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    begins=st.sampled_from((parse_when("1998"), parse_when("1999-05..2001"))),
)
SOME: st.SearchStrategy[Thing] = st.sampled_from(THINGS) | NOTES | EFFORTS | FACTS
EVENTS = st.builds(AuditEvent, action=st.just("write"), subject=st.just("x"), on=DAYS, actor=st.sampled_from("ab"))
WHICH = st.integers(0, 60)
"""Of the rows there ever were, which; one beyond them is none."""
NONE = (10**9, 10**9)
"""The numbers of a row that never was."""
STALE = st.sampled_from((0, 0, 0, 0, 1, -1))
"""By how much a version is wrong."""


class Twins(RuleBasedStateMachine):
    """A shelf in a database beside one in memory. Rows are known by their place, for their numbers may differ."""

    real: Shelves

    def __init__(self) -> None:
        super().__init__()
        _empty()
        goals = MemoryGoals()
        self.model = Shelves(goals, MemoryEffort(goals))
        self.rows: list[tuple[str, str, tuple[int, int]]] = []  # goal, kind, numbers in memory and in the database

    @rule(name=st.sampled_from(NAMES), things=st.lists(SOME, max_size=3), event=EVENTS, plain=st.booleans())
    def begin(self, name: str, things: list[Thing], event: AuditEvent, plain: bool) -> None:
        card = replace(PLAIN_CARD if plain else CARD, name=name)
        self._both(lambda to, _: to.goals.begin(Begun(card=card, things=tuple(things)), event=event))
        self._know(name)

    @rule(name=ANYWHERE, things=st.lists(SOME, max_size=4), event=EVENTS)
    def keep(self, name: str, things: list[Thing], event: AuditEvent) -> None:
        got = self._both(lambda to, _: to.goals.keep(name, *things, event=event), compared=False)
        if got is not None:
            assert len(got[0]) == len(got[1]) == len(things)
            kinds = [kind_of(one) for one in things]
            self.rows += [(name, kind, pair) for kind, *pair in zip(kinds, *got, strict=True)]  # type: ignore[misc]

    @rule(which=WHICH, name=MOSTLY_ITS_OWN, thing=st.none() | SOME, off=STALE, event=EVENTS)
    def amend(self, which: int, name: str | None, thing: Thing | None, off: int, event: AuditEvent) -> None:
        goal, kind, numbers = self._row(which)
        new = thing or next(one for one in reversed(THINGS) if kind_of(one) == kind)
        was = self._version(goal, kind, numbers[0]) + off
        numbers = numbers if kind_of(new) == kind else NONE
        self._both(lambda to, side: to.goals.amend(name or goal, new, row=numbers[side], was=was, event=event))

    @rule(which=WHICH, name=MOSTLY_ITS_OWN, other=st.none() | st.sampled_from(list(KINDS)), off=STALE)
    def drop(self, which: int, name: str | None, other: str | None, off: int) -> None:
        goal, kind, numbers = self._row(which)
        was = self._version(goal, kind, numbers[0]) + off
        word = other if other and which % 5 == 0 else kind
        numbers = numbers if word == kind else NONE
        self._both(lambda to, side: to.goals.drop(name or goal, KINDS[word], row=numbers[side], was=was, event=EVENT))

    @rule(name=ANYWHERE, other=st.none() | ANYWHERE, title=st.text(max_size=5), off=STALE, event=EVENTS)
    def recard(self, name: str, other: str | None, title: str, off: int, event: AuditEvent) -> None:
        card = replace(CARD, name=other or name, title=title)
        was = next((one.version for one in self.model.goals.cards() if one.thing.name == name), 1) + off
        self._both(lambda to, _: to.goals.recard(name, card, was=was, event=event))

    @rule(name=ANYWHERE)
    def erase(self, name: str) -> None:
        self._both(lambda to, _: to.goals.erase(name, event=EVENT))

    @rule(name=ANYWHERE, erased=st.booleans())
    def move(self, name: str, erased: bool) -> None:
        """Everything of a goal, taken out and put back; refused where it is still there."""
        got = self._both(lambda to, _: to.goals.everything(name), compared=False)
        if got is not None:
            assert _lines(got[1]) == _lines(got[0])
            if erased:
                self._both(lambda to, _: to.goals.erase(name, event=EVENT))
            self._both(lambda to, side: to.goals.restore(got[side], event=EVENT))
            self._know(name)

    @rule(which=WHICH, name=ANYWHERE)
    def road(self, which: int, name: str) -> None:
        goal, kind, numbers = self._row(which)
        numbers = numbers if kind == "road" else NONE
        self._both(lambda to, side: to.goals.road(name if which % 3 else goal, numbers[side]))

    @rule(name=ANYWHERE, day=DAYS, most=st.integers(0, 5))
    def worked(self, name: str, day: date, most: int) -> None:
        self._both(lambda to, _: to.effort.latest(name, most=most))
        self._both(lambda to, _: to.effort.days(name, since=day - timedelta(7)))
        self._both(lambda to, _: to.effort.totals(name))

    def teardown(self) -> None:
        """Both hold the same, to the last line of the trail."""
        self._both(lambda to, _: to.goals.cards())
        for name in (*NAMES, "nowhere"):
            self._both(lambda to, _: to.goals.get(name))  # noqa: B023 (called at once)
            self._both(lambda to, _: to.goals.trail(name))  # noqa: B023
            self._both(lambda to, _: to.effort.latest(name, most=99))  # noqa: B023

    def _both(self, ask: Callable[[Shelves, int], object], *, compared: bool = True) -> tuple[Any, Any] | None:
        """Ask both; they answer alike or refuse alike. None where they refuse. compared: also what they answer."""
        answers = [_answer(ask, to, side) for side, to in enumerate((self.model, self.real))]
        refused = [isinstance(one, TwelfthError) for one in answers]
        if compared or any(refused):
            assert self._plain(answers[1], 1) == self._plain(answers[0], 0)
        return None if any(refused) else (answers[0], answers[1])

    def _plain(self, found: Any, side: int) -> Any:
        """An answer with the place of each row instead of its number."""
        if isinstance(found, TwelfthError):
            kept = self._plain(found.kept, side) if isinstance(found, Stale) else None
            return type(found), re.sub(r"\d+", "#", str(found)), found.next_step, kept
        if isinstance(found, Row):
            return self._place(kind_of(found.thing), found.id, side), found.version, repr(told(found.thing))
        if isinstance(found, tuple):
            return [self._plain(one, side) for one in found]
        if hasattr(found, "before"):
            lines = [json.loads(line) if line else None for line in (found.before, found.after)]
            lines = [line and {**line, "row": self._place(line["kind"], line["row"], side)} for line in lines]
            return found.on, found.actor, found.action, found.goal, repr(lines)
        if hasattr(found, "card"):
            return {name: self._plain(getattr(found, name), side) for name in found.__dataclass_fields__}
        return found

    def _place(self, kind: str, number: int, side: int) -> int:
        places = [place for place, one in enumerate(self.rows) if one[1] == kind and one[2][side] == number]
        return places[0] if places else -1

    def _row(self, which: int) -> tuple[str, str, tuple[int, int]]:
        rows = [one for one in self.rows if one[1] in KINDS]
        return rows[which % len(rows)] if rows and which < 55 else ("moon", "note", NONE)

    def _version(self, goal: str, kind: str, number: int) -> int:
        """As it is now, in memory; 1 where it is not there."""
        try:
            rows = self.model.goals.kept(goal).rows[kind]  # type: ignore[attr-defined]
        except TwelfthError:
            return 1
        return rows[number].version if number in rows else 1

    def _know(self, name: str) -> None:
        """The rows of a goal, by its trail, which both have in one order."""
        try:
            trails = [to.goals.trail(name) for to in (self.model, self.real)]
        except TwelfthError:
            return
        known = [(kind, numbers) for _, kind, numbers in self.rows]
        for several in zip(*trails, strict=True):
            mine, other = (json.loads(one.after or one.before) for one in several)
            one = mine["kind"], (mine["row"], other["row"])
            if one not in known:
                known.append(one)
                self.rows.append((name, *one))


def _lines(whole: WholeGoal) -> list[object]:
    """Everything of a goal, with numbers of its own."""
    alone = numbered_alone(whole)
    return [*map(line_of, (alone.card, *alone.rows)), *(written_of(one, goal=whole.name) for one in alone.trail)]


def _answer(ask: Callable[[Shelves, int], object], to: Shelves, side: int) -> object:
    try:
        return ask(to, side)
    except TwelfthError as refusal:
        return refusal


def _empty() -> None:
    """Every table of the shelf, so that tables need not be made for each sequence."""
    from django.db import connection, transaction

    from twelfth.store.orm import models
    from twelfth.store.orm.tables import TABLES

    several = [models.Stage, models.Trail, *TABLES.values(), models.Goal]
    with transaction.atomic(), connection.cursor() as cursor:
        for one in several:
            cursor.execute(f'DELETE FROM "{one._meta.db_table}"')


@contextmanager
def twins_of(make: Make, home: Path) -> Iterator[type[Twins]]:
    with make(home) as shelves:
        yield type("Twins", (Twins,), {"real": shelves})


@pytest.mark.parametrize("make", DATABASES, ids=lambda one: one.__name__)
def test_any_sequence_of_writes_ends_as_it_does_in_memory(make: Make, tmp_path: Path) -> None:
    """Same rows, same versions, same trail, same refusals in the same words."""
    drawn = settings(
        max_examples=SEQUENCES,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=not TRUST,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )

    with twins_of(make, tmp_path / "home") as twins:
        run_state_machine_as_test(twins, settings=drawn)

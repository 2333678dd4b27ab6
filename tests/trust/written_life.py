"""Writes of every kind to a shelf of goals, drawn by a seed, each acknowledged once it has returned; and whether what
is left of them on a shelf is whole: every row with its line of the trail, and every line with its row."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tests.kept_goals import CARD, DAY, EVENT, THINGS

from twelfth.store import KINDS, OrmGoals, kind_of, line_of
from twelfth.usecases import NEVER_CHANGED, Begun, Thing
from twelfth.work import Effort

GONE, GOING = 0, -1
"""In the place of a version, in an acknowledgement: what was dropped or erased, and what is about to be."""
DRAFTED = tuple(one for one in THINGS if not isinstance(one, NEVER_CHANGED))


@dataclass(frozen=True, slots=True, order=True)
class Ack:
    """What a write that returned has promised: a row of a goal has this version; row 0: the goal itself is there, or,
    with GONE, is not."""

    goal: str
    kind: str
    row: int
    version: int


@dataclass(slots=True)
class Life:
    """One writer. name: begins the name of every goal it makes."""

    goals: OrmGoals
    name: str
    chance: random.Random
    erases: bool = True
    _begun: int = 0
    _made: list[str] = field(default_factory=list)
    _rows: list[Ack] = field(default_factory=list)

    def writes(self) -> Iterator[tuple[Ack, ...]]:
        """Write for ever; what each write has promised, once it has returned."""
        yield self._begin()
        while True:
            drawn = self.chance.random()
            if drawn < 0.03 and self.erases and len(self._made) > 1:
                yield from self._erase()
            else:
                yield self._pick(drawn)()

    def _pick(self, drawn: float) -> Callable[[], tuple[Ack, ...]]:
        if drawn < 0.1:
            return self._begin
        if drawn < 0.55 and self._rows:
            return self._amend if drawn < 0.35 else self._drop
        return self._keep

    def _begin(self) -> tuple[Ack, ...]:
        self._begun += 1
        name = f"{self.name}.{self._begun}"
        things = THINGS if self.chance.random() < 0.5 else ()
        self.goals.begin(Begun(card=replace(CARD, name=name), things=things), event=EVENT)
        self._made.append(name)
        return (Ack(name, "card", 0, 1),)

    def _keep(self) -> tuple[Ack, ...]:
        goal = self.chance.choice(self._made)
        things = self.chance.choices(DRAFTED, k=self.chance.randint(1, 4))
        rows = self.goals.keep(goal, *things, event=EVENT)
        acks = tuple(Ack(goal, kind_of(thing), row, 1) for thing, row in zip(things, rows, strict=True))
        self._rows += acks
        return acks

    def _amend(self) -> tuple[Ack, ...]:
        place = self.chance.randrange(len(self._rows))
        one = self._rows[place]
        now = replace(one, version=one.version + 1)
        self.goals.amend(one.goal, self._another(one.kind), row=one.row, was=one.version, event=EVENT)
        self._rows[place] = now
        return (now,)

    def _another(self, kind: str) -> Thing:
        if kind == "effort":
            return Effort(on=DAY, minutes=self.chance.randint(1, 1440), note="x" * self.chance.randint(0, 9000))
        return self.chance.choice([one for one in DRAFTED if kind_of(one) == kind and getattr(one, "text", "x")])

    def _drop(self) -> tuple[Ack, ...]:
        one = self._rows.pop(self.chance.randrange(len(self._rows)))
        self.goals.drop(one.goal, KINDS[one.kind], row=one.row, was=one.version, event=EVENT)
        return (replace(one, version=GONE),)

    def _erase(self) -> Iterator[tuple[Ack, ...]]:
        goal = self._made.pop(self.chance.randrange(len(self._made)))
        self._rows = [one for one in self._rows if one.goal != goal]
        yield (Ack(goal, "card", 0, GOING),)
        self.goals.erase(goal, event=EVENT)
        yield (Ack(goal, "card", 0, GONE),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is on a shelf: the lines of the trail, as acknowledgements; and how many rows and lines do not fit."""

    told: frozenset[Ack]
    goals: frozenset[str]
    half: tuple[str, ...]

    def lost(self, acks: list[Ack]) -> list[Ack]:
        """The acknowledged writes that are not there."""
        going = {one.goal for one in acks if one.version == GOING}
        return [one for one in acks if not self._is_kept(one, going)]

    def _is_kept(self, ack: Ack, going: set[str]) -> bool:
        if ack.goal not in self.goals:  # erased, also where it was killed before it could say so
            return ack.goal in going
        if ack.row == 0:
            return ack.version != GONE
        return ack in self.told


def found_on(goals: OrmGoals) -> Found:
    """Look at everything there is."""
    told: set[Ack] = set()
    half: list[str] = []
    names = [one.thing.name for one in goals.cards()]
    for name in names:
        half += [f"{name}: {line}" for line in half_of(goals, name)]
        for one in goals.trail(name):
            line = json.loads(one.after or one.before)
            told.add(Ack(name, line["kind"], line["row"], line["version"] if one.after else GONE))
    return Found(told=frozenset(told), goals=frozenset(names), half=tuple(half))


def half_of(goals: OrmGoals, name: str) -> list[str]:
    """The rows of a goal that its trail does not tell, and what it tells that is no row. Empty where all is whole."""
    from twelfth.store.orm.tables import rows_of

    now: dict[tuple[str, int], str] = {}
    for one in goals.trail(name):
        line = json.loads(one.after or one.before)
        key = (line["kind"], line["row"])
        if now.get(key, "") != one.before:
            return [f"line {one.number} follows upon another"]
        now[key] = one.after
    card = goals.get(name).card
    there = {line_of(card), *(line_of(row) for kind in KINDS for row in rows_of(card.id, kind))}
    return sorted(there ^ {line for line in now.values() if line})

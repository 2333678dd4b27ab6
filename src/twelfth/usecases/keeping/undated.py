"""Numbers typed without a day of their own, after a round was decided: of its day they say nothing until they are
asked for it.

Nothing is taken for granted: what a person does not answer stays not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twelfth.base import When
from twelfth.goal import Fact, Level, Process, Profile, Status, Trait, profile
from twelfth.usecases.distance.missing_answers import left_open
from twelfth.usecases.keeping.kept import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """One number of which nobody said whether it was so on a day."""

    trait: Trait
    row: Row[Fact]

    @property
    def may_differ(self) -> bool:
        """Whether another level can be told without a day of its own: what lapses needs one."""
        return self.trait.valid_months is None

    def dated(self, level: Level, day: date) -> tuple[Fact, ...]:
        """What the row becomes once one knows the level of that day, and the fact beside it where that was another
        level: then what is known now began only later."""
        now = self.row.thing
        if level == now.level:
            return (replace(now, begins=When(None, day)),)
        later = replace(now, begins=When(day + timedelta(days=1), now.begins.latest))
        return later, Fact(trait=now.trait, level=level, begins=When(None, day), source=now.source)


def undated_numbers(facts: Iterable[Row[Fact]], process: Process, day: date, *, kind: str) -> tuple[Undated, ...]:
    """The numbers not known of a day on which it rests what a round of a kind decided that day, in the order asked.

    Raises:
        NotEnoughData: no rule of the ranking rubric is sourced for that day.
    """
    rows = tuple(facts)
    who = profile((row.thing for row in rows), day, traits=process.traits)
    names = left_open(process, who, kind)
    last = {row.thing.trait: row for row in rows if _says_nothing_of(row.thing, day)}
    return tuple(
        Undated(trait=trait, row=last[trait.name])
        for trait in process.traits
        if trait.name in names and trait.name in last and _is_open(trait, who)
    )


def _says_nothing_of(fact: Fact, day: date) -> bool:
    begins = fact.begins
    return begins.earliest is None and begins.latest is not None and begins.latest > day


def _is_open(trait: Trait, who: Profile) -> bool:
    return who[trait.name].status is Status.POSSIBLY

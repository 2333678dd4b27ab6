"""What is asked of a case's roadmap and what drawing it answers: dated miles, the chance with and without them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from twelfth.base import NotEnoughData, Said, When
from twelfth.goal import Level
from twelfth.usecases.plans.later_day import LaterDay
from twelfth.usecases.roads.given_mile import GivenMile
from twelfth.usecases.roads.road_closes import Lacking, RoadCloses

AIMS = ("middle", "quarter")
"""At or above half of those selected, or three quarters of them."""
NO_HOURS = "its hours are not known"
"""Why a move is left out for which the person's own hours would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person asks for. until: the last day. hours_per_week, budget: in place of those of the case. target: the
    chance to reach in the fewest weeks, in place of the best chance. avoid: ids of moves not to be made, or traits
    where the pack has none. not_before: (id, day) of moves not to be worked on before a day. aim: where no chance can
    be told, "middle" or "quarter" of those selected.

    pins: ids of moves that are to stay where `miles` of a road have them, with what comes before them there. alone:
    nothing but what is pinned. begins: no work lies before this day, where the road is as of an earlier one. renews:
    where points decide, results that lapse are taken again in time and stay as they are; that takes no hours.
    """

    MOST_MONTHS: ClassVar[int] = 120
    """No road is longer."""

    until: date | None = None
    hours_per_week: int | None = None
    budget: int | None = None
    target: float | None = None
    avoid: tuple[str, ...] = ()
    not_before: tuple[tuple[str, date], ...] = ()
    pins: tuple[str, ...] = ()
    miles: tuple[GivenMile, ...] = ()
    alone: bool = False
    aim: str = AIMS[0]
    begins: date | None = None
    renews: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """What a road was asked to be besides its days, hours and money; fields as in Wishes. pauses: Mondays of the weeks
    it has no hours in. mixed: it was put together from two roads, and no better one was looked for. until: the last day
    that was asked for; None where nobody asked for one."""

    avoid: tuple[str, ...] = ()
    not_before: tuple[tuple[str, date], ...] = ()
    pins: tuple[str, ...] = ()
    pauses: tuple[date, ...] = ()
    mixed: bool = False
    until: date | None = None
    renews: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedMile:
    """One move of the road.

    begins: the day its work starts; done: the day it is complete, or sat for the first time where it ends in an exam.
    hours: of work, 0 where it takes time and none; work: (first day of a week, hours) pairs. passes: the chance of one
    attempt, 1 without an exam; guessed: by this program. own: the person's own figures. again: days between attempts.
    currency: of its cost. counted: whether it is known what it adds to the chance; what is not counted is placed in the
    time left over. said_for: the further level that the person's figures were said for, in words; "" where they were
    said for this. sets: the levels it leads to, as it was drawn; () of a road drawn before these were kept.
    """

    move: str
    title: str
    begins: date
    done: date
    hours: int
    cost: int
    work: tuple[tuple[date, int], ...]
    passes: float
    again: int | None
    guessed: bool
    own: bool
    counted: bool
    note: str
    source: tuple[str, ...]
    said_for: str = ""
    currency: str = ""
    sets: tuple[tuple[str, Level], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A move that is not in the plan, and why. need: the trait that must be held first, where that is why;
    answered: whether the person said that it is not."""

    move: str
    title: str
    why: Said | str
    need: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChance:
    """The chance of at least one selection in the rounds of one kind, with the plan and without. unknown: it is not
    known whether they may be entered if nothing is done."""

    title: str
    planned: float
    idle: float
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChance:
    """The chance of at least one selection by a day, with the plan and without."""

    day: date
    planned: float
    idle: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A dated round to come, own or announced. day: when it closes (`closes`), or is decided. planned, idle: the chance
    of at least one selection by the day it is decided, with the plan and without; null where none is told."""

    name: str
    day: date
    closes: bool
    decided: When
    planned: float | None = None
    idle: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """With `enough` of one limit alone a plan was found that reaches the target, of a chance of `chance`.

    limit: "hours" a week or "money". now: how much there is. least: with less than so much no plan reaches the target,
    which is proved.
    """

    limit: str
    now: int
    enough: int
    least: int
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """Fields as in CaseRoadmap."""

    chance: float
    within: tuple[float, float]
    bound: float
    idle: float
    idle_within: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRoadmap:
    """A case's roadmap from the day after `as_of` to `until`.

    status: "found"; "impossible" or "undecided" where a target was asked for, then with the best plan there is. chance:
    with the plan; bound: no plan exceeds it; idle: with nothing done. within, idle_within: how far the forecast of the
    cut-offs leaves chance and idle unknown (90 %). weeks, least: where a target was asked for, those
    the plan takes and those no plan needs less than. guessed: the plan's chance with every guessed chance of passing at
    either end of its range; None where none is guessed. conflicts: the limits in the way of the target. relaxations: so
    much more of one limit alone would do; never: of these limits no amount alone would, which is proved. later: a day
    after `until` by which a plan reaches the target; None where none is known. reached: the end of the week by which
    this plan does. kinds: the likeliest first. ends_early: the change of the rules before which the road ends.
    evidence: what the chance rests on, "points" or "people"; or "distance", where none can be told: then chance,
    within, bound, idle and idle_within are null, there are no kinds and no days, and `closes` says what the road does.
    slices, seed, cut: the work done. idle_known: false where no round is certainly open with nothing done, and of some
    it is not known. numbers: a digest of what it was drawn from, where it is kept; "" where nobody said. worked: by
    then, minutes by move; null where nobody said. walls: dated rounds up to the last day, in order; none of a kind of
    which only its rate is known.
    """

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    attribution: str
    as_of: date
    until: date
    hours_per_week: int
    budget: int | None
    currency: str
    target: float | None
    status: str
    chance: float | None
    within: tuple[float, float] | None
    bound: float | None
    idle: float | None
    idle_within: tuple[float, float] | None
    weeks: int | None
    least: int | None
    miles: tuple[DatedMile, ...]
    kinds: tuple[KindChance, ...]
    by: tuple[DayChance, ...]
    guessed: tuple[float, float] | None
    conflicts: tuple[str, ...]
    aside: tuple[Aside, ...]
    warnings: tuple[Said | str, ...]
    ends_early: str
    evidence: str
    slices: int
    seed: int
    cut: bool
    versions: tuple[tuple[str, str], ...]
    relaxations: tuple[Relaxation, ...] = ()
    never: tuple[str, ...] = ()
    later: LaterDay | None = None
    reached: date | None = None
    idle_known: bool = True
    wished: Wished = Wished()
    numbers: str = ""
    worked: tuple[tuple[str, int], ...] | None = None
    closes: RoadCloses | None = None
    walls: tuple[Wall, ...] = ()

    @property
    def aim(self) -> str:
        """What it aims at, where it tells no chance; else what such a road aims at by itself."""
        return AIMS[0] if self.closes is None else self.closes.aim

    @property
    def without_hours(self) -> tuple[Lacking, ...]:
        """What is not in it because nobody has said how many hours it takes."""
        lacking = (Lacking(id=one.move, title=one.title) for one in self.aside if one.why == NO_HOURS)
        return (*lacking, *(() if self.closes is None else self.closes.hours))

    @property
    def without_need(self) -> tuple[Aside, ...]:
        """What is not in it because something must be held first that somebody else decides."""
        return tuple(one for one in self.aside if one.need)

    @property
    def waits_for_hours(self) -> bool:
        """Whether saying hours is worth more than following it: it has no mile, or leaves most gaps open for want of
        hours."""
        if not self.without_hours:
            return False
        gaps = () if self.closes is None else self.closes.gaps
        return not self.miles or 2 * sum(one.lacks == "hours" for one in gaps) > len(gaps) > 0

    @property
    def chances(self) -> Chances:
        """What is told of its chance. Raises NotEnoughData where none can be told."""
        chance, bound, idle = self.chance, self.bound, self.idle
        if chance is None or bound is None or idle is None or self.within is None or self.idle_within is None:
            raise NotEnoughData(f"No chance can be told of this road of {self.case!r}.")
        return Chances(chance=chance, within=self.within, bound=bound, idle=idle, idle_within=self.idle_within)

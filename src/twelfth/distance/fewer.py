"""Days on which something of a person stops counting with everything else as it is: a test lapses, a birthday comes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from twelfth.base import NotEnoughData, Truth, When, add_months, every
from twelfth.distance.measure import Measured, measure
from twelfth.goal import Fact, Level, Process, last_valid_day, profile

LOOK_AHEAD_MONTHS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """One result, or several of one day that are asked for together.

    titles: of the section where all that it asks for lapses that day, else of the traits. when: the last day on which
    it counts. traits: by name. least, most: the points that rest on it, as things are today; both 0 where none do.
    closed: titles of the kinds of round that may certainly be entered today, and without it not.
    """

    titles: tuple[str, ...]
    when: When
    traits: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0
    closed: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The first day that may be the last one."""
        return self.when.earliest or date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """A day on which one more year is counted and points fall, by least to most. title: of what counts the years."""

    day: date
    title: str
    least: float
    most: float


def lapses(process: Process, facts: Iterable[Fact], *, as_of: date) -> tuple[Lapse, ...]:
    """Everything that is held on `as_of` and lapses, the soonest first."""
    held = tuple(facts)
    ends = {one.name: last_valid_day(one, held, as_of) for one in process.traits if one.valid_months is not None}
    by_day: dict[tuple[str, When], list[str]] = {}
    for name, when in ends.items():
        if when is not None:
            section = next((one.id for one in process.asked if name in one.traits), name)
            by_day.setdefault((section, when), []).append(name)
    found = [_lapse(process, held, section, names, when, as_of) for (section, when), names in by_day.items()]
    return tuple(sorted(found, key=lambda one: (one.day, one.titles)))


def _lapse(process: Process, facts: tuple[Fact, ...], section: str, names: list[str], when: When, as_of: date) -> Lapse:
    asked = next((one for one in process.asked if one.id == section), None)
    whole = asked is not None and set(asked.traits) == set(names)
    titles = (asked.title,) if whole and asked is not None else tuple(process.trait(name).title for name in names)
    after = {name: level for name in names if (level := process.trait(name).when_lapsed) is not None}
    if len(after) < len(names):
        return Lapse(titles=titles, when=when, traits=tuple(names))
    who = profile(facts, as_of, traits=process.traits)
    now, then = measure(process, who), measure(process, who, moved=after)
    least, most = _fewer(process, now, then)
    closed = tuple(
        one.title
        for one in process.kinds
        if _entered(now, one.requires) is Truth.YES and _entered(then, one.requires) is not Truth.YES
    )
    return Lapse(titles=titles, when=when, traits=tuple(names), least=least, most=most, closed=closed)


def next_anniversary(process: Process, facts: Iterable[Fact], *, as_of: date) -> Anniversary | None:
    """The first anniversary in the two years after `as_of` on which points fall, results that lapse held as they are.
    None without one, or where no rule is known for it."""
    held = tuple(facts)
    who = profile(held, as_of, traits=process.traits)
    levels = ((one, who[one.name].level) for one in process.traits if one.valid_months is not None)
    kept = {one.name: level for one, level in levels if level is not None}
    counted = [(one.title, who[one.years_since].level) for one in process.derived if one.years_since]
    days = {(day, title) for title, since in counted if isinstance(since, date) for day in _anniversaries(since, as_of)}
    for day, title in sorted(days):
        before, after = (_measured(process, held, on, kept) for on in (day - timedelta(days=1), day))
        least, most = (0.0, 0.0) if before is None or after is None else _fewer(process, before, after)
        if most > 0:
            return Anniversary(day=day, title=title, least=least, most=most)
    return None


def _anniversaries(since: date, as_of: date) -> list[date]:
    """Of a day, in the two years after another; that of 29 February is 1 March where there is none."""
    years = range(as_of.year, as_of.year + LOOK_AHEAD_MONTHS // 12 + 1)
    days = [_in_year(since, year) for year in years]
    return [day for day in days if as_of < day <= add_months(as_of, LOOK_AHEAD_MONTHS)]


def _in_year(since: date, year: int) -> date:
    try:
        return since.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _measured(process: Process, facts: tuple[Fact, ...], day: date, kept: Mapping[str, Level]) -> Measured | None:
    """None where no rule is known for the day."""
    try:
        return measure(process, profile(facts, day, traits=process.traits), moved=kept)
    except NotEnoughData:
        return None


def _fewer(process: Process, before: Measured, after: Measured) -> tuple[float, float]:
    """By how many points the score is lower, from least to most; 0 where there is none, or it is not lower."""
    if process.ranking not in before.scores or process.ranking not in after.scores:
        return 0.0, 0.0
    first, second = before.scores[process.ranking].total, after.scores[process.ranking].total
    least, most = sorted((first.lo - second.lo, first.hi - second.hi))
    return max(least, 0.0), max(most, 0.0)


def _entered(measured: Measured, requires: tuple[str, ...]) -> Truth:
    return every(measured.judged[name].met for name in requires)

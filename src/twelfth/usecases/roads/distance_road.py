"""What a case amounts to for the planner where no chance can be told: steps, and what they close by days to come.

Two questions, one after the other: what closes the most by the last day; and among the plans that do, which closes the
most sooner. The first answer is the plan's worth and is what is proved; the second decides its order alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import numpy as np

from twelfth.distance import Aim, Gate, Ladder, Target, measure, move_held, move_levels, read_by
from twelfth.goal import Case, Move, Process, Profile, Round, profile
from twelfth.learn import Catalogue, Route, catalogue_of, steps_between
from twelfth.roadmap import Action, Calendar, Instance, RoundAhead, Scored
from twelfth.usecases.distance.reach import reach_of
from twelfth.usecases.odds.no_chance import NoChance
from twelfth.usecases.roads.case_roadmap import Wishes
from twelfth.usecases.roads.closing import Array, Closing
from twelfth.usecases.roads.wished import check_there, staying, wished
from twelfth.usecases.roads.wishes import until_of

MOST_STEPS = 14
"""So many are weighed against each other: every set of them is gone through."""
LOOKS = 12
"""Where no closing day is known: days, evenly apart, on which what is closed sooner counts."""
SAME = 1e-9
KEPT, SOONER = 0.6, 0.5
"""In the second question: what still closing the most is worth, and no more than what all that is sooner comes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceRoad:
    """catalogue: the steps that would close something, and what lacks a figure; left: those beyond the most that are
    weighed; idle: what would close nothing; avoided: what is not to be done. between: ids of steps of the catalogue to
    numbers on the way to others; all_between: none of those is left away. people: those selected. unknown: traits of
    theirs that are not known of the person. able: ids of the steps there is something left to do for. asked: codes that
    requirements ask for, by trait. closings: rounds that close, or are decided, by the last day."""

    closing: Closing
    catalogue: Catalogue
    left: tuple[Route, ...]
    idle: tuple[Route, ...]
    avoided: tuple[Move, ...]
    between: frozenset[str]
    all_between: bool
    gates: tuple[Gate, ...]
    people: int
    unknown: tuple[str, ...]
    able: frozenset[str]
    asked: Mapping[str, float]
    closings: tuple[tuple[date, Round], ...]
    aim: Aim
    as_of: date
    until: date

    @property
    def days(self) -> int:
        """From the day after one to the last."""
        return (self.until - self.as_of).days

    def week(self, day: date) -> int:
        """The week of a day; what is complete in it is complete by that day."""
        return ((day - self.as_of).days - 1) // 7

    def instance(self, calendar: Calendar, wishes: Wishes, pauses: Collection[date] = ()) -> Instance:
        """Whose chance is what is closed by the last day. What is to stay does not keep others in its trait away.
        pauses: those the calendar leaves out.

        Raises:
            Clashing: the wishes cannot be met together.
        """
        titles = {one.move.id: one.move.title for one in self.catalogue.routes}
        check_there(wishes, titles, {one.move for one in wishes.miles} - self.able)
        stays = staying(wishes, {one.move.id: one.way.after for one in self.catalogue.routes})
        free = (replace(one, group=None) if one.id in stays else one for one in self._actions())
        rounds = (RoundAhead(week=calendar.weeks - 1, base_logit=0.0),)
        plain = Instance(calendar=calendar, rounds=rounds, actions=tuple(free))
        found = wished(plain, wishes, self.as_of, titles, pauses)
        names = tuple(one.id for one in found.actions)
        return replace(found, scored=Scored(traits=names, of=partial(self.closing.values, names)))

    def sooner(self, instance: Instance, best: float) -> Instance:
        """The same, where the plans that close so much by the last day are told apart by what they close before."""
        last = instance.calendar.weeks - 1
        looks = sorted({self.week(day) for day, _ in self.closings} - {last})
        looks = looks or sorted({round(last * look / LOOKS) for look in range(1, LOOKS)} - {0, last})
        names = tuple(one.id for one in instance.actions)

        def of(held: Array) -> Array:
            value = self.closing.values(names, held)
            each = -np.expm1(-SOONER * value / max(1, len(looks)))
            kept = np.where(value >= best - SAME, KEPT, 0.0)
            return np.stack([*[each] * len(looks), kept], axis=1)

        weeks = (*looks, last)
        rounds = tuple(RoundAhead(week=week, base_logit=0.0) for week in weeks)
        return replace(instance, rounds=rounds, scored=Scored(traits=names, of=of, weeks=weeks))

    def _actions(self) -> tuple[Action, ...]:
        """An exam counts as passed the first time. Of the steps in one trait alone one is enough, unless one of them
        comes before another."""
        routes = self.catalogue.routes
        among = frozenset(one.move.id for one in routes)
        before = {named for one in routes for named in one.way.after}
        found = []
        for one in routes:
            ((trait, _level), *more) = one.move.sets
            alone = not (more or one.move.id in before or one.way.after)
            action = replace(one.action(1.0, among=among), pass_probability=1.0, retry_weeks=None)
            found.append(replace(action, group=trait) if alone else action)
        return tuple(found)


def distance_road(case: Case, process: Process, *, wishes: Wishes, day: date, refused: NoChance) -> DistanceRoad:
    """Everything that would close something of the distance, case and process as known on the day.

    Raises:
        NoChance: as it was refused, where nobody selected is known in an order and every requirement is met, or
            nothing of what is known of them is known of the person.
    """
    who = profile(case.facts, day, traits=process.traits)
    reach, aim = reach_of(case, process, who), Aim(wishes.aim)
    if not reach.targets and not reach.gates:
        raise refused
    gates = tuple(one.id for one in reach.gates)
    pairs = [(one, one.ladder) for one in reach.targets if one.ladder is not None]
    gaps = tuple((one, ladder) for one, ladder in pairs if ladder.is_beyond(ladder.code(aim), one.own))
    taken = {one.id for one in reach.steps} | {one.name for one in process.traits}
    between = [one for one in _between(gaps, aim, reach.steps) if one.id not in taken]
    readings = measure(process, who).readings
    closing = Closing(
        process=process,
        who=who,
        gaps=gaps,
        gates=gates,
        read=read_by(process, who, gates),
        moves={one.id: one for one in (*reach.steps, *between)},
    )
    able = [one for one in reach.steps if _is_open(process, who, one)]
    avoided = tuple(one for one in able if _is_avoided(process, one, wishes))
    wanted = (one for one in able if one not in avoided)
    catalogue = catalogue_of(process, case, wanted, readings)
    until = until_of(wishes, day)
    chosen, left, idle = _weighed(closing, catalogue.routes, wishes.pins)
    on = [one for one in between if _is_open(process, who, one) and not _is_avoided(process, one, wishes)]
    further = catalogue_of(process, case, on, readings).routes
    some = _some(further, MOST_STEPS - len(chosen))
    return DistanceRoad(
        closing=closing,
        catalogue=replace(catalogue, routes=(*chosen, *some)),
        left=left,
        idle=idle,
        avoided=avoided,
        between=frozenset(one.move.id for one in some),
        all_between=len(some) == len(further),
        gates=reach.gates,
        people=reach.people,
        unknown=tuple(name for name in reach.ladders if who[name].level is None),
        able=frozenset(one.id for one in (*able, *on)),
        asked={one.trait.name: one.asked for one in reach.targets if one.asked is not None},
        closings=_closings(process, day, until),
        aim=aim,
        as_of=day,
        until=until,
    )


def _between(gaps: Sequence[tuple[Target, Ladder]], aim: Aim, steps: Sequence[Move]) -> tuple[Move, ...]:
    """Steps to the numbers on the way to those that are aimed at: where there is no room for all of it, for a part."""
    taken = {one.sets for one in steps}
    return tuple(move for target, ladder in gaps for move in steps_between(target, ladder.code(aim), taken))


def _some(routes: Sequence[Route], most: int) -> tuple[Route, ...]:
    """At most so many, evenly apart in each trait."""
    by_trait: dict[str, list[Route]] = {}
    for one in routes:
        by_trait.setdefault(one.move.sets[0][0], []).append(one)
    found, left = list[Route](), most
    for place, several in enumerate(sorted(by_trait.values(), key=len)):
        many = min(len(several), left // (len(by_trait) - place))
        found += [several[(at + 1) * (len(several) + 1) // (many + 1) - 1] for at in range(many)]
        left -= many
    return tuple(found)


def _is_avoided(process: Process, move: Move, wishes: Wishes) -> bool:
    """Whether a move is not to be made, or, where the pack has none, no step in its trait but for one that stays."""
    traits = set() if process.moves or move.id in wishes.pins else {trait for trait, _level in move.sets}
    return not {move.id, *traits}.isdisjoint(wishes.avoid)


def _is_open(process: Process, who: Profile, move: Move) -> bool:
    """Whether there is something left to do for a move that may be made."""
    return bool(move_levels(process, who, move)) and not move_held(process, who, move)


def _closings(process: Process, day: date, until: date) -> tuple[tuple[date, Round], ...]:
    """The day each coming round closes, or is decided where nothing says when it closes, in order."""
    days = [(one.closes or one.decided, one) for one in process.rounds]
    return tuple(sorted(((when, one) for when, one in days if day < when <= until), key=lambda pair: pair[0]))


def _weighed(
    closing: Closing, routes: Sequence[Route], pins: Collection[str]
) -> tuple[tuple[Route, ...], tuple[Route, ...], tuple[Route, ...]]:
    """The routes that close something, alone or with all the others, and what comes before them: at most so many, first
    what is to stay, then those that close most an hour; the rest of them; and those that close nothing. Where a
    requirement is not met any route may be part of what meets it."""
    by_id = {one.move.id: one for one in routes}
    nothing, everything = closing.value(()), closing.value([*by_id])
    gains = {
        name: max(
            closing.value([name]) - nothing, everything - closing.value([other for other in by_id if other != name])
        )
        for name in by_id
    }
    lines = {name: _line(by_id, name) for name in by_id}
    chosen, useful = set[str](), [name for name in by_id if closing.gates or gains[name] > SAME]
    for name in sorted(useful, key=lambda one: (one not in pins, -gains[one] / max(1, by_id[one].hours), one)):
        if len(chosen | lines[name]) <= MOST_STEPS:
            chosen |= lines[name]
    left = tuple(by_id[name] for name in useful if name not in chosen)
    idle = tuple(one for name, one in by_id.items() if name not in chosen and name not in useful)
    return tuple(one for name, one in by_id.items() if name in chosen), left, idle


def _line(by_id: dict[str, Route], name: str) -> frozenset[str]:
    """A route and all that comes before it."""
    found, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one in by_id and one not in found:
            found.add(one)
            waiting += by_id[one].way.after
    return frozenset(found)

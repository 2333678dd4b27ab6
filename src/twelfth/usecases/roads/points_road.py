"""What a case amounts to for the planner where points decide: moves that change its points, and the rounds ahead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray

from twelfth.base import NotEnoughData, Said, Truth, every
from twelfth.distance import Measured, Odds, RubricOdds, ageing, levels_together, measure, move_held, move_levels
from twelfth.goal import Case, Change, Level, Move, Process, Profile, profile, taken_again
from twelfth.learn import Catalogue, catalogue_of
from twelfth.roadmap import Instance, Points
from twelfth.usecases.odds.points_model import NOT_CONSIDERED, fitted, last_day
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.roads.case_roadmap import Wishes
from twelfth.usecases.roads.nothing_open import NothingOpen
from twelfth.usecases.roads.wished import check_there, wished
from twelfth.usecases.roads.wishes import Capacity, calendar_of, until_of

Array = NDArray[np.float64]

A_POINT = 0.01
"""What a point counts for where the search has to begin somewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsRoad:
    """The instance, what its actions are, and what could not be put into it. idle: moves that change nothing. doubtful:
    kinds of round of which it is not known whether they may be entered with nothing done; closed: those that may
    not."""

    instance: Instance
    points: Points
    catalogue: Catalogue
    idle: tuple[Move, ...]
    model: RubricOdds
    as_of: date
    doubtful: frozenset[str]
    closed: frozenset[str]

    @property
    def until(self) -> date:
        """The last day that counts."""
        return self.as_of + timedelta(days=self.points.days)

    def odds(self, ways: Sequence[Sequence[frozenset[str]]]) -> tuple[Odds, ...]:
        """As the odds tell them, with the moves made in each week of each way."""
        scores, kinds = [self.points.scores(held) for held in ways], self.points.kinds
        by_kind = [{kind: partial(self._on, one[place]) for place, kind in enumerate(kinds)} for one in scores]
        return self.model.by_horizon_each(by_kind, kinds, as_of=self.as_of, until=self.until)

    def _on(self, scores: Array, day: date) -> float:
        return float(scores[(day - self.as_of).days - 1])


def road_wished(
    case: Case, process: Process, *, day: date, wishes: Wishes, capacity: Capacity
) -> tuple[PointsRoad, Change | None]:
    """The road from the day after one as far as is asked for, and the change of the rules that it ends before.

    Raises:
        NotEnoughData: the rules of the day are not sourced, or as points_road.
    """
    check_rule_sourced(process, day)
    until, change = last_day(process, day, until_of(wishes, day))
    road = points_road(case, process, as_of=day, until=until, capacity=capacity, wishes=wishes)
    open_to = {*road.instance.by_id, *(one.move.id for one in road.catalogue.unpriced), *(one.id for one in road.idle)}
    check_there(wishes, road.instance.by_id, {one.id for one in process.moves} - open_to - {*wishes.avoid})
    titles = {one.move.id: one.move.title for one in road.catalogue.routes}
    return replace(road, instance=wished(road.instance, wishes, day, titles, case.pauses)), change


def points_road(
    case: Case, process: Process, *, as_of: date, until: date, capacity: Capacity, wishes: Wishes
) -> PointsRoad:
    """Everything a person could do from the day after `as_of` to `until`; case and process as known on the day.

    Raises:
        NotEnoughData: points are stated and not computed, no round has a published cut-off, or none can be entered
            whatever is done.
    """
    if not process.rubric:
        raise NotEnoughData(
            Said(
                "The points of %(process)s are stated and not computed, so that no move is known to change them.",
                process=process.title,
            ),
            next_step=f"See the chance they have: twelfth odds {case.name}",
        )
    if wishes.renews:
        case = replace(case, facts=taken_again(process.traits, case.facts, as_of=as_of, until=until))
    own = OwnPoints(process=process, case=case, as_of=as_of, until=until)
    moves = [one for one in process.moves if one.id not in wishes.avoid and own.levels(one)]
    catalogue = catalogue_of(process, case, moves, own.measured(as_of, frozenset()).readings)
    names = frozenset(one.move.id for one in catalogue.routes)
    model, _ = fitted(process, as_of)
    held_kinds = {one.kind for one in process.rounds if one.cut_off is not None and one.decided <= as_of}
    own.kinds = own.entered([frozenset(), names, *(frozenset({one}) for one in names)], held_kinds)
    if not own.kinds:
        raise NothingOpen(process, case.name, catalogue)
    points = Points(
        days=(until - as_of).days,
        kinds=own.kinds,
        paths=model.paths(own.kinds, as_of=as_of, until=until),
        of=own.points,
    )
    effects = {one: own.effect(one, names) for one in names}
    helping = frozenset(one for one in names if effects[one] > 0)
    routes = tuple(one for one in catalogue.routes if one.move.id in helping)
    instance = Instance(
        calendar=calendar_of(capacity, day=as_of, days=points.days, pauses=case.pauses, begins=wishes.begins),
        rounds=(),
        actions=tuple(one.action(effects[one.move.id], among=helping) for one in routes),
        points=points,
    )
    return PointsRoad(
        instance=instance,
        points=points,
        catalogue=Catalogue(routes=routes, unpriced=tuple(one for one in catalogue.unpriced if own.lacks(one.move))),
        model=model,
        as_of=as_of,
        idle=tuple(one.move for one in catalogue.routes if one.move.id not in helping),
        doubtful=own.kinds_that(Truth.UNKNOWN),
        closed=own.kinds_that(Truth.NO),
    )


@dataclass(slots=True, kw_only=True)
class OwnPoints:
    """A person's points on days to come with some moves made; each set of moves is worked out once."""

    process: Process
    case: Case
    as_of: date
    until: date
    kinds: tuple[str, ...] = ()
    steps: tuple[date, ...] = ()
    profiles: dict[date, Profile] = field(default_factory=dict)
    known: dict[frozenset[str], Array] = field(default_factory=dict)
    measures: dict[tuple[date, frozenset[tuple[str, Level]]], Measured] = field(default_factory=dict)

    def profile(self, day: date) -> Profile:
        """What holds on a day if nothing is done."""
        if day not in self.profiles:
            self.profiles[day] = profile(self.case.facts, day, traits=self.process.traits)
        return self.profiles[day]

    def levels(self, move: Move) -> dict[str, Level]:
        """What a move would change today."""
        return move_levels(self.process, self.profile(self.as_of), move)

    def lacks(self, move: Move) -> bool:
        """Whether something of a move is not held today. What lapses later may be made again, where it has hours."""
        return not move_held(self.process, self.profile(self.as_of), move)

    def moved(self, held: frozenset[str]) -> dict[str, Level]:
        """What moves change together."""
        moves = (one for one in self.process.moves if one.id in held)
        return levels_together(self.process, self.profile(self.as_of), moves)

    def measured(self, day: date, held: frozenset[str]) -> Measured:
        """Scores and requirements on a day with some moves made; worked out once for moves that come to the same."""
        moved = self.moved(held)
        alike = day, frozenset(moved.items())
        if alike not in self.measures:
            self.measures[alike] = measure(self.process, self.profile(day), moved=moved)
        return self.measures[alike]

    def entered(self, sets: Sequence[frozenset[str]], held: set[str]) -> tuple[str, ...]:
        """Kinds of round, of those held before, that are certainly open with one of these sets of moves."""
        found = [self.measured(self.as_of, one) for one in sets]
        return tuple(
            kind.name
            for kind in self.process.kinds
            if kind.name in held and any(_open(kind.requires, one) for one in found)
        )

    def kinds_that(self, met: Truth) -> frozenset[str]:
        """Kinds of round of the road that are open, closed or neither for certain on the first day, nothing done."""
        now = self.measured(self.as_of, frozenset()).judged
        own = (one for one in self.process.kinds if one.name in self.kinds)
        return frozenset(one.name for one in own if every(now[name].met for name in one.requires) is met)

    def points(self, held: frozenset[str]) -> Array:
        """The lowest possible points on every day from the day after: [kinds, days]; minus infinity where closed."""
        if held not in self.known:
            self.known[held] = self._points(held)
        return self.known[held]

    def effect(self, move: str, among: frozenset[str]) -> float:
        """A rough worth: the most points it adds to nothing, else to everything else; 0 where it never adds any."""
        alone = _rise(self.points(frozenset()), self.points(frozenset({move})))
        return A_POINT * (alone or _rise(self.points(among - {move}), self.points(among)))

    def _points(self, held: frozenset[str]) -> Array:
        found = np.full((len(self.kinds), (self.until - self.as_of).days), NOT_CONSIDERED)
        requires = {kind.name: kind.requires for kind in self.process.kinds}
        for day in self._steps():
            now = self.measured(day, held)
            total = now.scores[self.process.ranking].total.lo
            first = max(0, (day - self.as_of).days - 1)
            for place, kind in enumerate(self.kinds):
                found[place, first:] = total if _open(requires[kind], now) else NOT_CONSIDERED
        return found

    def _steps(self) -> tuple[date, ...]:
        """Days on which points or what is open change by themselves: with nothing done, and with everything."""
        if not self.steps:
            everything = self.moved(frozenset(one.id for one in self.process.moves))
            ways: tuple[Mapping[str, Level] | None, ...] = (None, everything)
            changes = {
                step.day
                for moved in ways
                for step in ageing(self.process, self.case.facts, as_of=self.as_of, until=self.until, moved=moved)
            }
            self.steps = tuple(sorted(changes | {self.as_of + timedelta(days=1)}))
        return self.steps


def _open(requires: Sequence[str], measured: Measured) -> bool:
    return every(measured.judged[name].met for name in requires) is Truth.YES


def _rise(before: Array, after: Array) -> float:
    """The most points more on any day; a kind that opens counts as a hundred."""
    opens = bool((np.isfinite(after) & ~np.isfinite(before)).any())
    both = np.isfinite(after) & np.isfinite(before)
    return max(100.0 if opens else 0.0, float((after[both] - before[both]).max(initial=0.0)))

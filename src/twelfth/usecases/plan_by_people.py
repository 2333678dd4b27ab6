"""The road of a case where people are selected by judgement: moves by what those selected show them to be worth.

The chance of the rounds to come is that of the history: the same eyes judge every attempt, so that rounds go together.
What only ever is recorded of those who have it, such as flying, cannot be counted: it is placed in the time left over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import numpy as np
from scipy.special import expit, logit

from twelfth.base import NotEnoughData, Truth, invalid
from twelfth.distance import History, Option, Tier, measure, move_levels
from twelfth.goal import Case, Move, Process
from twelfth.learn import Catalogue, Route, catalogue_of
from twelfth.roadmap import Calendar, Instance, Plan, RoundAhead, logits_of, misfits_of
from twelfth.usecases.case_roadmap import DayChance, KindChance, Wishes
from twelfth.usecases.estimate_odds import odds_of
from twelfth.usecases.fitted_case import FittedCase, fit_known
from twelfth.usecases.read_history import said_of
from twelfth.usecases.told_road import Solver, ToldRoad, aside_of, miles_of, titles_of
from twelfth.usecases.wishes import Capacity, calendar_of

ROUNDS_AHEAD = 3
"""Where no last day is asked for."""
SIGMA = 1.0
"""Of what no profile shows, in the search, which tells nobody of its own chances; those told are the history's, over
all of its components."""
UNCOUNTED = 1.0
"""Logits for each of what cannot be counted, where they are placed among themselves: as many of them as there is time
for, soonest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What is known of the rounds ahead and of the moves. base: the logit of one attempt, with both ends of what is
    left open; effects: by move, in logits."""

    days: tuple[date, ...]
    base: tuple[float, float, float]
    effects: dict[str, float]
    catalogue: Catalogue


def plan_by_people(
    case: Case, process: Process, *, day: date, wishes: Wishes, capacity: Capacity, solver: Solver
) -> ToldRoad:
    """The road from the day after one, case and process as known on it.

    Raises:
        NotEnoughData: as fit_known; nothing is known of who applied, fewer than two rounds were held, or a requirement
            is not met.
        InvalidInput: no round is expected by the last day that is asked for, or a target.
    """
    if wishes.target is not None:
        raise invalid(
            "--target", wishes.target, "none where people are selected by judgement", next_step="Leave it out."
        )
    fitted = fit_known(case, process, day)
    people = _people(fitted, wishes, day)
    until = people.days[-1]
    calendar = calendar_of(capacity, weeks=max(1, (until - day).days // 7 + 1))
    counted = tuple(one for one in people.catalogue.routes if people.effects.get(one.move.id, 0.0) > 0)
    instance = _instance(people, counted, calendar, day)
    answer = solver.quietly(instance)
    plan = answer.best.plan
    rest = tuple(one for one in people.catalogue.routes if one.move.id not in people.effects)
    beside = _instance(people, rest, _left(calendar, instance, plan), day, effect=UNCOUNTED)
    other = solver.quietly(beside).best.plan if rest else Plan()
    told = _Chances(case=case, process=process, instance=instance, people=people)
    by = tuple(
        DayChance(day=one, planned=told.of(plan, rounds=place), idle=told.of(Plan(), rounds=place))
        for place, one in enumerate(people.days, 1)
    )
    kind = process.kinds[0].title if process.kinds else process.title
    planned, idle = by[-1].planned, by[-1].idle
    return ToldRoad(
        answer=answer,
        until=until,
        chance=planned,
        within=(told.of(plan, end=1), told.of(plan, end=2)),
        bound=told.highest(),
        idle=idle,
        idle_within=(told.of(Plan(), end=1), told.of(Plan(), end=2)),
        miles=(*miles_of(counted, instance, plan, day), *miles_of(rest, beside, other, day, counted=False)),
        kinds=(KindChance(title=kind, planned=planned, idle=idle),),
        by=by,
        guessed=None,
        aside=aside_of(people.catalogue, Plan({**plan.work, **other.work})),
        warnings=misfits_of(instance, titles_of(counted)),
        evidence="people",
    )


def _people(fitted: FittedCase, wishes: Wishes, day: date) -> People:
    process, odds = fitted.process, odds_of(fitted)
    if odds.eligible is Truth.NO:
        raise NotEnoughData(
            f"A requirement of {process.title} is not met, so no round can be entered.",
            next_step=f"See which: twelfth odds {fitted.case.name}",
        )
    if fitted.model.tier is Tier.P0 or odds.odds.lo is None or odds.odds.hi is None:
        raise NotEnoughData(
            f"Nothing is known of who applied to {process.title}, so no chance can be computed.",
            next_step=f"See what can be said: twelfth gap {fitted.case.name}",
        )
    low, high = float(logit(odds.odds.lo)), float(logit(odds.odds.hi))
    middle = (low + high) / 2 if odds.odds.p is None else float(logit(odds.odds.p))
    moves = {
        one.id: dict(levels)
        for one in process.moves
        if one.id not in wishes.avoid and (levels := move_levels(process, fitted.who, one))
    }
    readings = measure(process, fitted.who).readings
    catalogue = catalogue_of(process, fitted.case, [one for one in process.moves if one.id in moves], readings)
    return People(
        days=_days(process, wishes, day),
        base=(middle, low, high),
        effects=_effects(fitted, catalogue),
        catalogue=catalogue,
    )


def _days(process: Process, wishes: Wishes, day: date) -> tuple[date, ...]:
    """Of the rounds to come, as far apart as those held so far are as a rule."""
    held = sorted(one.decided for one in process.rounds)
    if len(held) < 2:
        raise NotEnoughData(
            f"{len(held)} rounds of {process.title} are known by {day}: not enough to expect when the next ones are.",
            next_step="Add past rounds to its rounds.csv.",
        )
    gap = max(1, round(median((after - before).days for before, after in pairwise(held))))
    first = held[-1] + timedelta(days=gap * ((day - held[-1]).days // gap + 1))
    count = ROUNDS_AHEAD if wishes.until is None else (wishes.until - first).days // gap + 1
    if count < 1:
        expected = f"a day by which a round is expected; the next is expected about {first}"
        raise invalid("--until", wishes.until, expected)
    return tuple(first + timedelta(days=gap * step) for step in range(count))


def _effects(fitted: FittedCase, catalogue: Catalogue) -> dict[str, float]:
    """What each move that can be counted adds to the log-odds, its causal share unknown: the middle of that."""
    model, row = fitted.model, fitted.rows.mean(axis=0)
    names = {trait.name for trait in model.evidence.traits}
    options = {one.move.id: _option(one.move, names) for one in catalogue.routes}
    asked = {move: option for move, option in options.items() if option is not None}
    if not asked:
        return {}
    found = {one.option: one.log_odds for one in model.levers(row, list(asked.values()))}
    return {move: found[option] for move, option in asked.items()}


def _option(move: Move, names: set[str]) -> Option | None:
    """A move of one trait that counts."""
    ((trait, level), *more) = move.sets
    return Option(trait, level) if not more and trait in names else None


def _instance(
    people: People, routes: Sequence[Route], calendar: Calendar, day: date, *, effect: float | None = None
) -> Instance:
    among = frozenset(one.move.id for one in routes)
    return Instance(
        calendar=calendar,
        rounds=tuple(RoundAhead(week=((one - day).days - 1) // 7, base_logit=people.base[0]) for one in people.days),
        actions=tuple(
            one.action(people.effects[one.move.id] if effect is None else effect, among=among) for one in routes
        ),
        sigma=SIGMA,
    )


def _left(calendar: Calendar, instance: Instance, plan: Plan) -> Calendar:
    """Hours and money that a plan leaves."""
    hours = list(calendar.hours)
    for weeks in plan.work.values():
        for week, worked in weeks:
            hours[week] -= worked
    money = sum(amount for _, amount in calendar.money) - plan.cost(instance.by_id)
    return Calendar(hours=tuple(hours), money=((0, money),))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chances:
    """Chances of plans as the history tells them."""

    case: Case
    process: Process
    instance: Instance
    people: People

    def of(self, plan: Plan, *, rounds: int | None = None, end: int = 0) -> float:
        """By the first so many rounds, with the base as it is (0) or at its low (1) or high (2) end."""
        logits, shares = logits_of(self.instance, plan.completions(self.instance.by_id))
        moved = logits[:, :rounds] + self.people.base[end] - self.people.base[0]
        return self._history([expit(one) for one in moved.T], shares)

    def highest(self) -> float:
        """As if everything that helps were there in every round by which it could be: no plan exceeds it."""
        calendar = self.instance.calendar
        caps = []
        for one in self.instance.rounds:
            able = [
                action.effect
                for action in self.instance.actions
                if action.effect > 0
                and action.min_weeks <= one.week
                and action.hours <= sum(min(hours, action.max_hours_week) for hours in calendar.hours[: one.week])
            ]
            caps.append(expit(np.array([one.base_logit + sum(able)])))
        return self._history(caps, np.ones(1))

    def _history(self, chances: Sequence[np.ndarray], shares: np.ndarray) -> float:
        """Exams may leave several chances of a round: [cases], with the share of each."""
        said = said_of(self.case, self.process)
        return float(History().update(said, chances, weights=shares).by_horizon)

"""What a case amounts to for the planner where people are selected by judgement: rounds expected, and what moves add.

The chance of the rounds to come is that of the history: the same eyes judge every attempt, so that rounds go together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import numpy as np
from scipy.special import expit, logit

from twelfth.base import Said, Truth, invalid
from twelfth.distance import History, Option, Tier, measure, move_held, move_levels
from twelfth.goal import Case, Move, Process
from twelfth.learn import Catalogue, Route, catalogue_of
from twelfth.roadmap import Calendar, Instance, RoundAhead, Unseen, logits_of
from twelfth.usecases.audits.read_history import said_of
from twelfth.usecases.odds.estimate_odds import odds_of
from twelfth.usecases.odds.fitted_case import FittedCase, fit_known
from twelfth.usecases.odds.no_chance import NoChance
from twelfth.usecases.roads.case_roadmap import Wishes

ROUNDS_AHEAD = 3
"""Where no last day is asked for."""
SIGMA = 1.0
"""Of what no profile shows, in the search, which tells nobody of its own chances; those told are the history's, over
all of its components."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRoad:
    """What is known of the rounds ahead and of the moves. base: the logit of one attempt, with both ends of what is
    left open; effects: by move, in logits; said: of past attempts, as the history reads them."""

    days: tuple[date, ...]
    base: tuple[float, float, float]
    effects: dict[str, float]
    catalogue: Catalogue
    said: tuple[tuple[float, str], ...]

    @property
    def counted(self) -> tuple[Route, ...]:
        """Moves that are known to help."""
        return tuple(one for one in self.catalogue.routes if self.effects.get(one.move.id, 0.0) > 0)

    @property
    def uncounted(self) -> tuple[Route, ...]:
        """Moves of which only the presence is ever recorded."""
        return tuple(one for one in self.catalogue.routes if one.move.id not in self.effects)

    def ahead(self, day: date) -> int:
        """Days from the day after one to the last round."""
        return (self.days[-1] - day).days

    def instance(
        self, routes: Sequence[Route], calendar: Calendar, day: date, *, effect: float | None = None
    ) -> Instance:
        """What some moves amount to, weeks counted from the day after one. effect: of each; None: their own."""
        among = frozenset(one.move.id for one in routes)
        return Instance(
            calendar=calendar,
            rounds=tuple(RoundAhead(week=((one - day).days - 1) // 7, base_logit=self.base[0]) for one in self.days),
            actions=tuple(
                one.action(self.effects[one.move.id] if effect is None else effect, among=among) for one in routes
            ),
            sigma=SIGMA,
        )


def people_road(case: Case, process: Process, *, wishes: Wishes, day: date) -> PeopleRoad:
    """Everything a person could do from the day after one, case and process as known on it.

    Raises:
        NoChance: as fit_known; nothing is known of who applied, fewer than two rounds were held, or a requirement
            is not met.
        InvalidInput: no round is expected by the last day that is asked for.
    """
    fitted = fit_known(case, process, day)
    odds = odds_of(fitted)
    if odds.eligible is Truth.NO:
        raise NoChance(
            Said(
                "A requirement of %(process)s is not met, so no round can be entered.",
                process=process.title,
            ),
            cause="requirement",
            next_step=f"See which: twelfth odds {fitted.case.name}",
        )
    if fitted.model.tier is Tier.P0 or odds.odds.lo is None or odds.odds.hi is None:
        raise NoChance(
            Said(
                "Nothing is known of who applied to %(process)s, so no chance can be computed.", process=process.title
            ),
            cause="applicants",
            next_step=f"See what can be said: twelfth gap {fitted.case.name}",
        )
    low, high = float(logit(odds.odds.lo)), float(logit(odds.odds.hi))
    middle = (low + high) / 2 if odds.odds.p is None else float(logit(odds.odds.p))
    moves = [
        one
        for one in process.moves
        if one.id not in wishes.avoid
        and move_levels(process, fitted.who, one)
        and not move_held(process, fitted.who, one)
    ]
    catalogue = catalogue_of(process, fitted.case, moves, measure(process, fitted.who).readings)
    return PeopleRoad(
        days=_days(process, wishes, day),
        base=(middle, low, high),
        effects=_effects(fitted, catalogue),
        catalogue=catalogue,
        said=tuple(said_of(case, process)),
    )


def _days(process: Process, wishes: Wishes, day: date) -> tuple[date, ...]:
    """Of the rounds to come, as far apart as those held so far are as a rule."""
    held = sorted(one.decided for one in process.rounds)
    if len(held) < 2:
        raise NoChance(
            Said(
                "%(count)s rounds of %(process)s are known by %(day)s: not enough to expect when the next ones are.",
                count=len(held),
                process=process.title,
                day=day,
            ),
            cause="rounds",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ByHistory:
    """Chances of plans as the history tells them."""

    people: PeopleRoad

    def chance(self, instance: Instance, done: Mapping[str, int]) -> float:
        """By the last round there is in the instance."""
        return self.of(instance, done)

    def bound(self, instance: Instance) -> float:
        """As if everything that helps were there in every round by which it could be: no plan exceeds it."""
        calendar = instance.calendar
        caps = []
        for one in instance.rounds:
            able = [
                action.effect
                for action in instance.actions
                if action.effect > 0
                and action.min_weeks <= one.week
                and action.hours <= sum(min(hours, action.max_hours_week) for hours in calendar.hours[: one.week])
            ]
            caps.append(expit(np.array([one.base_logit + sum(able)])))
        return self._history(caps, np.ones(1))

    def unseen(self) -> Unseen:
        """Of the person, after the past attempts."""
        found = History().posterior(self.people.said)
        return Unseen(tuple((quality, weight) for quality, weight, _ in found), tuple(nodes for *_, nodes in found))

    def of(self, instance: Instance, done: Mapping[str, int], *, rounds: int | None = None, end: int = 0) -> float:
        """By the first so many rounds, with the base as it is (0) or at its low (1) or high (2) end."""
        logits, shares = logits_of(instance, done)
        moved = logits[:, :rounds] + self.people.base[end] - self.people.base[0]
        return self._history([expit(one) for one in moved.T], shares)

    def _history(self, chances: Sequence[np.ndarray], shares: np.ndarray) -> float:
        """Exams may leave several chances of a round: [cases], with the share of each."""
        if not chances:
            return 0.0
        return float(History().update(self.people.said, chances, weights=shares).by_horizon)

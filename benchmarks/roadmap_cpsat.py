"""A roadmap as an ordinary user of OR-tools would put it to CP-SAT: one of the peers that the planner is held against.

Time is the person's own working weeks (weeks of no hours are left out, so that work may pause there). An action is an
optional interval of one rate, whole hours a week, out of three. Hours are a cumulative, weeks of few hours taken up by
fixed intervals; money is a cumulative of intervals that last from the start to the end; prerequisites, groups; a
literal for each action, round and attempt at an exam says that completion is in time and not too early. Exams count by
their certainty equivalent: an attempt adds its share of the effect, times the chance that all before it are passed.

Two ways to say what is wanted, each given all the seconds:
- chords: the sum over rounds of softplus(score), which is -log of the chance of none if rounds were independent, along
  its chords over steps of one logit, one literal each;
- linear: the sum of scores, each round's weighted by the chance there with four tenths of all effects.

What it cannot say: effort that varies by week and pauses in a week of few hours (5 to 15 points of chance), what rounds
share (the persistent part no profile shows), exams beyond their average. What it proves holds for its own question
only, so no bound is taken from it.
"""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from threading import Thread
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

RATES = 3
LOGIT = 1000
"""Scores are in whole thousandths of a logit."""
FINE = 10_000
STEP = LOGIT
"""Width of a chord."""
SHARE = 0.4
ATTEMPTS = 3
FUSE = 30
"""Seconds of the clock for each that cores are given, at most."""
WISHES = ("chords", "linear")

Work = dict[str, list[tuple[int, int]]]


@dataclass(slots=True, kw_only=True)
class _Model:
    """The model and, of each action, what is decided: whether, from when, at which rate, complete when."""

    told: dict[str, Any]
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    here: dict[str, Any] = field(default_factory=dict)
    start: dict[str, Any] = field(default_factory=dict)
    done: dict[str, Any] = field(default_factory=dict)
    rates: dict[str, list[tuple[Any, int, int]]] = field(default_factory=dict)
    weeks: NDArray[np.int64] = field(init=False)
    hours: list[int] = field(init=False)
    actions: dict[str, dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.weeks = np.flatnonzero(self.told["hours"])
        self.hours = [int(self.told["hours"][week]) for week in self.weeks]
        self.actions = {action["id"]: action for action in self.told["actions"]}

    def before(self, week: int) -> int:
        """Working weeks before a week."""
        return int(np.searchsorted(self.weeks, week))

    def place(self) -> None:
        """Intervals within the hours of every week."""
        cp, span, top = self.cp, len(self.hours), max(self.hours)
        busy = [
            (cp.new_fixed_size_interval_var(a, b - a, ""), top - hours)
            for a, b, hours in runs_of(self.hours)
            if hours < top
        ]
        for name, action in self.actions.items():
            self.here[name], self.start[name] = cp.new_bool_var(""), cp.new_int_var(0, span, "")
            end, self.done[name] = cp.new_int_var(0, span, ""), cp.new_int_var(0, span, "")
            self.rates[name] = []
            for rate, weeks in rates_of(action, top, span):
                this = cp.new_bool_var("")
                busy.append((cp.new_optional_interval_var(self.start[name], weeks, end, this, ""), rate))
                self.rates[name].append((this, rate, weeks))
            cp.add(sum(this for this, _, _ in self.rates[name]) == self.here[name])
            cp.add(self.done[name] >= end)
            cp.add(self.done[name] >= self.start[name] + action["min_weeks"]).only_enforce_if(self.here[name])
        cp.add_cumulative([one for one, _ in busy], [rate for _, rate in busy], top)

    def pay(self) -> None:
        """Money that has not arrived is spent already; what an action costs is spent from its start on."""
        cp, span = self.cp, len(self.hours)
        spent = [
            (cp.new_fixed_size_interval_var(0, self.before(week), ""), amount)
            for week, amount in self.told["money"]
            if self.before(week)
        ]
        for name, action in self.actions.items():
            if action["cost"]:
                rest = cp.new_int_var(0, span, "")
                one = cp.new_optional_interval_var(self.start[name], rest, span, self.here[name], "")
                spent.append((one, action["cost"]))
        total = sum(amount for _, amount in self.told["money"])
        cp.add_cumulative([one for one, _ in spent], [amount for _, amount in spent], total)

    def relate(self) -> None:
        """What comes before what, and one of a group."""
        groups: dict[str, list[Any]] = {}
        for name, action in self.actions.items():
            for other in action["after"]:
                self.cp.add_implication(self.here[name], self.here[other])
                self.cp.add(self.start[name] >= self.done[other]).only_enforce_if(self.here[name])
            if action["group"]:
                groups.setdefault(action["group"], []).append(self.here[name])
        for members in groups.values():
            self.cp.add_at_most_one(members)

    def score(self, week: int) -> tuple[Any, int]:
        """What the actions add to the score of a round, and the most that it can be."""
        terms = []
        for name, action in self.actions.items():
            if action["renews"]:
                continue
            passed = math.prod(passing_of(self.actions[other]) for other in self._line(name))
            members = [name, *(other for other, one in self.actions.items() if one["renews"] == name)]
            for attempt in range(ATTEMPTS if action["pass_probability"] < 1 else 1):
                last = week - attempt * (action["retry_weeks"] or 0)
                held = [self._held(member, last) for member in members if last > 0]
                share = action["pass_probability"] * (1 - action["pass_probability"]) ** attempt
                adds = round(LOGIT * action["effect"] * passed * share)
                if held and adds:
                    any_of = self.cp.new_bool_var("")
                    self.cp.add(sum(held) >= any_of)
                    terms.append((adds, any_of))
        return sum(adds * held for adds, held in terms), sum(adds for adds, _ in terms)

    def _held(self, name: str, last: int) -> Any:
        """A literal that is true only if an action is complete by a week, and not so early that it has expired."""
        held = self.cp.new_bool_var("")
        self.cp.add_implication(held, self.here[name])
        self.cp.add(self.done[name] <= self.before(last)).only_enforce_if(held)
        first = last - (self.actions[name]["valid_weeks"] or last)
        if first > 1:
            self.cp.add(self.done[name] > self.before(first - 1)).only_enforce_if(held)
        return held

    def _line(self, name: str) -> set[str]:
        after = self.actions[name]["after"]
        return {other for one in after for other in (one, *self._line(one))}

    def wish(self, kind: str) -> None:
        wanted = []
        for each in self.told["rounds"]:
            base = each["base_logit"]
            score, most = self.score(each["week"])
            if kind == "linear":
                likely = 1 / (1 + math.exp(-(base + SHARE * most / LOGIT)))
                wanted.append(round(LOGIT * likely) * score)
            else:
                wanted.append(self._chords(score, most, base))
        self.cp.maximize(sum(wanted))

    def _chords(self, score: Any, most: int, base: float) -> Any:
        """At most a chord of softplus whose left end the score has reached: by convexity, at most the curve."""
        edges = [*range(0, most, STEP), most] if most else [0, 1]
        high = [FINE * _softplus(base + edge / LOGIT) for edge in edges]
        gain, chosen = self.cp.new_int_var(0, math.ceil(high[-1]), ""), []
        for (left, right), (low, above) in zip(pairwise(edges), pairwise(high), strict=True):
            this, slope = self.cp.new_bool_var(""), round(LOGIT * (above - low) / (right - left))
            self.cp.add(score >= left).only_enforce_if(this)
            self.cp.add(LOGIT * gain <= round(LOGIT * low) + slope * (score - left)).only_enforce_if(this)
            chosen.append(this)
        self.cp.add_exactly_one(chosen)
        return gain

    def work(self, solver: cp_model.CpSolver) -> Work:
        """Week by week, the last week of an action taking what is left."""
        found: Work = {}
        for name, rates in self.rates.items():
            for this, rate, weeks in rates:
                if solver.boolean_value(this):
                    first, left = solver.value(self.start[name]), self.actions[name]["hours"]
                    hours = [min(rate, left - rate * at) for at in range(weeks)]
                    found[name] = [(int(self.weeks[first + at]), one) for at, one in enumerate(hours)]
        return found


def cpsat_work(told: dict[str, Any], seconds: float, wish: str, *, core: bool, workers: int = 2) -> Work:
    """The best work that CP-SAT finds in so many seconds, of which the making of the model is part; none if it finds
    no plan. With `core` they are seconds of each worker's core, whatever else the machine does, not of the clock."""
    begun, spent = time.perf_counter(), time.process_time()
    if not any(told["hours"]):
        return {}
    model = _Model(told=told)
    model.place()
    model.pay()
    model.relate()
    model.wish(wish)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    left = seconds - (time.process_time() - spent if core else time.perf_counter() - begun)
    if core:
        end = time.process_time() + workers * left
        Thread(target=_stop, args=(solver, end), daemon=True).start()
    solver.parameters.max_time_in_seconds = max(0.01, FUSE * left if core else left)
    solved = solver.solve(model.cp) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return model.work(solver) if solved else {}


def _stop(solver: cp_model.CpSolver, end: float) -> None:
    while time.process_time() < end:
        time.sleep(0.005)
    solver.stop_search()


def rates_of(action: dict[str, Any], top: int, span: int) -> list[tuple[int, int]]:
    """Hours a week and the weeks it takes: the fastest, the slowest and one between."""
    weeks = {
        -(-action["hours"] // rate): rate
        for rate in range(min(action["max_hours_week"], top), action["min_hours_week"] - 1, -1)
    }
    fitting = [(rate, long) for long, rate in sorted(weeks.items()) if long <= span]
    kept = sorted({round(at) for at in np.linspace(0, len(fitting) - 1, RATES)}) if fitting else []
    return [fitting[at] for at in kept]


def runs_of(hours: list[int]) -> Iterator[tuple[int, int, int]]:
    """Stretches of weeks of the same hours: first, one past the last, hours."""
    first = 0
    for week in range(1, len(hours) + 1):
        if week == len(hours) or hours[week] != hours[first]:
            yield first, week, hours[first]
            first = week


def passing_of(action: dict[str, Any]) -> float:
    return float(1 - (1 - action["pass_probability"]) ** ATTEMPTS)


def _softplus(score: float) -> float:
    return float(np.logaddexp(0.0, score))

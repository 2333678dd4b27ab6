"""A roadmap as PyJobShop can be asked for it: a peer in a process of its own, with the peers' Python, without Twelfth.

PyJobShop minimises sums over jobs: makespan, flow time, tardiness, tardy jobs. It has optional tasks, renewable and
consumable resources, and no objective of one's own, so the chance (a curve in what many tasks add to a round together)
cannot be put to it. The linear score can: for each action and round a marker, a task of no length after the action and
after the task that stands for leaving the action out, which comes after the last week; the marker's job is due at the
round and weighs what the action adds there. The weighted number of tardy jobs is then the score that is missed.

Also put: three constant rates as modes in the person's working weeks, weeks of few hours and money not yet there as
fixed tasks, money as a renewable that a payment task holds from the start to the end, prerequisites, groups, elapsed
weeks as delays. Left out: that a trait expires (it could be said with two more tasks for each round, and is not), so
renewals are not offered; retries of an exam (its whole chance counts at completion); effort that varies by week.

In: an instance on standard input. Out: the work at each mark, as JSON. The seconds are those of its solver; what it
takes to make its model is not counted. Its limit is one of the clock; with --clock core it is asked again, for longer,
until it had as many seconds of its cores.

    python benchmarks/roadmap_pyjobshop.py --seconds 1,10 [--clock core|wall] < instance.json
"""

import argparse
import importlib.metadata
import json
import math
import sys
import time
from typing import Any

import numpy as np
from pyjobshop import Model

from roadmap_cpsat import LOGIT, SHARE, Work, passing_of, rates_of, runs_of

NEARLY, TRIES = 0.9, 4


class Question:
    """The model of an instance, and which task and mode stand for what."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.weeks = np.flatnonzero(told["hours"])
        self.hours = [int(told["hours"][week]) for week in self.weeks]
        self.told, self.span, self.model = told, len(self.hours), Model()
        self.actions = {action["id"]: action for action in told["actions"] if not action["renews"]}
        self.tasks: dict[str, Any] = {}
        self.modes: dict[str, list[Any]] = {}
        self.rates: list[int] = []
        self.skips: dict[str, Any] = {}
        self._place()
        self._relate()
        self._wish()

    def _before(self, week: int) -> int:
        return int(np.searchsorted(self.weeks, week))

    def _mode(self, task: Any, weeks: int, resources: list[Any], demands: list[int], *, rate: int = 0) -> Any:
        self.rates.append(rate)
        return self.model.add_mode(task, resources, weeks, demands)

    def _place(self) -> None:
        model, top = self.model, max(self.hours)
        hours = model.add_renewable(capacity=top)
        money = model.add_renewable(capacity=sum(amount for _, amount in self.told["money"]))
        for first, beyond, some in runs_of(self.hours):
            if some < top:
                task = model.add_task(earliest_start=first, latest_start=first)
                self._mode(task, beyond - first, [hours], [top - some])
        for week, amount in self.told["money"]:
            if self._before(week):
                self._mode(model.add_task(latest_start=0), self._before(week), [money], [amount])
        for name, action in self.actions.items():
            fitting = rates_of(action, top, self.span)
            self.tasks[name] = task = model.add_task(latest_end=self.span, optional=True, name=name)
            self.modes[name] = [self._mode(task, weeks, [hours], [rate], rate=rate) for rate, weeks in fitting]
            if not fitting:
                self.modes[name] = [self._mode(task, self.span + 1, [], [])]
            self.skips[name] = skip = model.add_task(
                earliest_start=self.span + 1, latest_end=self.span + 1, optional=True
            )
            self._mode(skip, 0, [], [])
            model.add_select_exactly_one([task, skip])
            if action["cost"]:
                payment = model.add_task(earliest_end=self.span, latest_end=self.span, allow_idle=True, optional=True)
                self._mode(payment, 0, [money], [action["cost"]])
                model.add_select_all_or_none([task, payment])
                model.add_start_at_start(task, payment)

    def _relate(self) -> None:
        groups: dict[str, list[str]] = {}
        for name, action in self.actions.items():
            for other in action["after"]:
                for mode in self.modes[name]:
                    self.model.add_mode_dependency(mode, self.modes[other])
                self.model.add_end_before_start(self.tasks[other], self.tasks[name])
                self.model.add_start_before_start(
                    self.tasks[other], self.tasks[name], delay=self.actions[other]["min_weeks"]
                )
            if action["group"]:
                groups.setdefault(action["group"], []).append(name)
        for members in groups.values():
            none = self.model.add_task(latest_end=0, optional=True)
            self._mode(none, 0, [], [])
            self.model.add_select_exactly_one([none, *(self.tasks[name] for name in members)])

    def _line(self, name: str) -> set[str]:
        return {other for one in self.actions[name]["after"] for other in (one, *self._line(one))}

    def _wish(self) -> None:
        adds = {
            name: action["effect"] * math.prod(passing_of(self.actions[one]) for one in {name, *self._line(name)})
            for name, action in self.actions.items()
        }
        last = self.span + max(action["min_weeks"] for action in self.actions.values()) + 1
        for each in self.told["rounds"]:
            likely = 1 / (1 + math.exp(-(each["base_logit"] + SHARE * sum(adds.values()))))
            for name, action in self.actions.items():
                job = self.model.add_job(
                    weight=round(LOGIT * likely * adds[name]), due_date=self._before(each["week"]), deadline=last
                )
                marker = self.model.add_task(job=job, latest_end=last)
                self._mode(marker, 0, [], [])
                self.model.add_end_before_start(self.tasks[name], marker)
                self.model.add_start_before_start(self.tasks[name], marker, delay=action["min_weeks"])
                self.model.add_end_before_start(self.skips[name], marker)
        self.model.set_objective(weight_tardy_jobs=1)

    def _solved(self, seconds: float, workers: int, *, core: bool) -> Any:
        """Again with a longer limit while the machine gave it less of its cores than `seconds` of each."""
        limit, enough = seconds, workers * seconds if core else 0.0
        for _ in range(TRIES):
            begun = time.process_time()
            result = self.model.solve(time_limit=limit, display=False, num_workers=workers)
            used = time.process_time() - begun
            if used >= NEARLY * enough or result.runtime < limit / 2:
                break
            limit *= min(4.0, enough / used)
        return result

    def work(self, seconds: float, workers: int, *, core: bool) -> Work:
        result = self._solved(seconds, workers, core=core)
        found: Work = {}
        place = {id(task): at for at, task in enumerate(self.model.tasks)}
        for name, task in self.tasks.items():
            if result.best is None or not result.best.tasks:
                continue
            one = result.best.tasks[place[id(task)]]
            if one.present:
                rate, needed = self.rates[one.mode], self.actions[name]["hours"]
                hours = [min(rate, needed - rate * at) for at in range(one.end - one.start)]
                found[name] = [(int(self.weeks[one.start + at]), some) for at, some in enumerate(hours)]
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", default="1,10")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clock", choices=("core", "wall"), default="core")
    asked = parser.parse_args()
    told = json.load(sys.stdin)
    works = [
        Question(told).work(float(seconds), asked.workers, core=asked.clock == "core")
        for seconds in asked.seconds.split(",")
    ]
    print(json.dumps(works))
    print(f"pyjobshop {importlib.metadata.version('pyjobshop')}", file=sys.stderr)


if __name__ == "__main__":
    main()

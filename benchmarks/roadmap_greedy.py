"""Greedy as one would plan by hand: again and again what gains most, behind all that is planned, until nothing gains.

Twice, by the gain in chance for each hour and by the gain alone; the better plan counts. With Twelfth's decoder, exams
judged on average.
"""

import numpy as np

from twelfth.engines.roadmap.anneal import AVERAGE, State, anneal, first_state
from twelfth.engines.roadmap.arrays import Tasks, tasks_of
from twelfth.engines.roadmap.planner import plan_of
from twelfth.engines.roadmap.points_table import no_table
from twelfth.engines.roadmap.worth import Worth, worth_of
from twelfth.roadmap import Instance, Plan, chance


def greedy_by_gain(instance: Instance) -> Plan:
    tasks = tasks_of(instance)
    worth = worth_of(instance, tasks.before_at, tasks.before)
    plans = [plan_of(instance, tasks, worth, _state(tasks, worth, per_hour=per_hour)) for per_hour in (True, False)]
    return max(plans, key=lambda plan: chance(instance, plan.completions(instance.by_id)))


def _state(tasks: Tasks, worth: Worth, *, per_hour: bool) -> State:
    """An action brings those before it along, and their hours count with its own."""
    terms = first_state(tasks, worth).terms
    chosen: list[int] = []
    value = _value(tasks, worth, terms, chosen)
    while True:
        best, added = 0.0, -1
        for action in set(range(len(terms))) - set(chosen):
            gain = _value(tasks, worth, terms, [*chosen, action]) - value
            line = set(tasks.line[tasks.line_at[action] : tasks.line_at[action + 1]].tolist()) - set(chosen)
            rate = gain / int(tasks.hours[sorted(line)].sum()) if per_hour else gain
            if rate > best:
                best, added = rate, action
        if added < 0:
            return _of(terms, chosen)
        chosen.append(added)
        value = _value(tasks, worth, terms, chosen)


def _of(terms: np.ndarray, chosen: list[int]) -> State:
    n = len(terms)
    wanted = np.zeros(n, np.bool_)
    wanted[chosen] = True
    order = chosen + [action for action in range(n) if not wanted[action]]
    return State(wanted, np.array(order, np.int64), terms)


def _value(tasks: Tasks, worth: Worth, terms: np.ndarray, chosen: list[int]) -> float:
    return float(anneal(_of(terms, chosen), tasks, worth, no_table(), AVERAGE, 0, 0, 0.1, 0.1))

"""Less than every rule of a plan, so that its best is no less than that of any plan.

Each action is complete in one of its windows, between whose ends what it adds to every round stays the same. Of a
plan's rules are kept: one window for each action, all hours of what is complete by a week fit before it, all money of
what has started by then has arrived, what comes before leaves time for what comes after, one of a group.

Exams: with M_k = log E exp(t L_k) / t the chance of round k on average over the exams is at most a concave hull of it
at exp(t M_k) (`Ceiling`). Where every trait is passed on its own, M_k is the sum of log(1 + h (exp(t effect) - 1)) / t,
h the chance that the trait is held; what comes after an exam counts less (`passed_before`), and a negative effect is
left out. With t = 1 the hull lies up to a point of chance above; a little more makes nearly everything concave.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from twelfth.engines.roadmap.arrays import Floats, Tasks, Whole
from twelfth.engines.roadmap.energy import Energy, Row
from twelfth.engines.roadmap.passed_before import factors_of, log_mean
from twelfth.engines.roadmap.windows import Window, windows_of
from twelfth.roadmap import Action, Instance

SHARES = 1000
"""A trait that can be renewed is held in whole thousandths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """Columns: the windows, then one for each renewed trait and round; whole numbers from 0 to most [columns].

    M = base + gain @ columns, gain [rounds, columns]. energy: of the windows, for rows beside these.
    """

    windows: tuple[Window, ...]
    most: Whole
    rows: tuple[Row, ...]
    base: Floats
    gain: Floats
    energy: Energy
    exams: bool


def relaxation_of(instance: Instance, tasks: Tasks, *, fine: bool) -> Relaxation:
    """The relaxation of an instance. fine: see windows_of."""
    actions = instance.in_order
    rounds = sorted(instance.rounds, key=lambda one: one.week)
    week = np.array([one.week for one in rounds], dtype=np.int64)
    factors = factors_of(instance)
    windows = windows_of(instance, tasks, week, factors, fine=fine)
    own = [[column for column, one in enumerate(windows) if one.action == index] for index in range(len(actions))]
    rows = [*_rows(tasks, windows, own)]
    gain = np.array([one.gain for one in windows]).T if windows else np.zeros((len(week), 0))
    gain, rows, most = _renewals(actions, factors, own, gain, rows)
    return Relaxation(
        windows=windows,
        most=most,
        rows=tuple(rows),
        base=np.array([one.base_logit for one in rounds]),
        gain=gain,
        energy=Energy.of(tasks, windows),
        exams=any(action.is_exam for action in actions),
    )


def _rows(tasks: Tasks, windows: tuple[Window, ...], own: list[list[int]]) -> Iterator[Row]:
    for columns in own:
        if columns:
            yield dict.fromkeys(columns, 1), 1
    capacity = np.minimum(np.concatenate([[0], np.cumsum(tasks.hours_in)]), tasks.most_hours)
    for week in sorted({one.last for one in windows}):
        by = {column: int(tasks.hours[one.action]) for column, one in enumerate(windows) if one.last <= week}
        have = int(capacity[min(week, len(capacity) - 1)])
        if sum(by.values()) > have:
            yield by, have
    for place, have in enumerate(tasks.money):
        week = int(tasks.arrives[place + 1]) - 1 if place + 1 < len(tasks.money) else len(tasks.hours_in)
        by = {
            column: int(tasks.cost[one.action])
            for column, one in enumerate(windows)
            if tasks.cost[one.action] and one.until <= week
        }
        if sum(by.values()) > have:
            yield by, int(have)
    yield from _before(tasks, windows, own)
    groups = {int(one) for one in tasks.group if one >= 0}
    for group in sorted(groups):
        yield {column: 1 for index, columns in enumerate(own) if tasks.group[index] == group for column in columns}, 1


def _before(tasks: Tasks, windows: tuple[Window, ...], own: list[list[int]]) -> Iterator[Row]:
    """What is begun by a week had everything before it complete by then."""
    for a in range(len(own)):
        for b in tasks.before[tasks.before_at[a] : tasks.before_at[a + 1]]:
            for week in sorted({windows[column].until for column in own[a]}):
                row = dict.fromkeys((one for one in own[a] if windows[one].until <= week), 1)
                row |= dict.fromkeys((one for one in own[b] if windows[one].first <= week), -1)
                yield row, 0


def _renewals(
    actions: tuple[Action, ...], factors: Floats, own: list[list[int]], gain: Floats, rows: list[Row]
) -> tuple[Floats, list[Row], Whole]:
    """A trait that can be renewed counts once: a column for each round takes the place of its windows' gains."""
    place = {action.id: index for index, action in enumerate(actions)}
    most = [1] * gain.shape[1]
    for original in sorted({place[one.renews] for one in actions if one.renews is not None}):
        columns = [column for index, one in enumerate(actions) if place[one.trait] == original for column in own[index]]
        passed = sum(share for _, share in actions[original].passing)
        full = factors[original] * log_mean(passed, max(actions[original].effect, 0.0))
        for k in range(len(gain)):
            shares = {column: gain[k, column] / full for column in columns if gain[k, column] > 0}
            if not shares:
                continue
            parts = 1 if min(shares.values()) == 1 else SHARES
            new = np.zeros((len(gain), 1))
            new[k] = full / parts
            rows.append(({len(most): 1} | {column: -int(np.ceil(parts * one)) for column, one in shares.items()}, 0))
            most.append(parts)
            gain[k, columns] = 0.0
            gain = np.hstack([gain, new])
    return gain, rows, np.array(most, dtype=np.int64)

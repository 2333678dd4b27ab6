"""Small roadmap instances for tests."""

from dataclasses import replace

import numpy as np

from twelfth.engines import AnytimePlanner
from twelfth.roadmap import Action, Calendar, Found, Instance, Plan, RoundAhead, violations


def action(name: str = "a", **changed: object) -> Action:
    """Four hours at one to two a week, adding one logit."""
    figures: dict[str, object] = {"id": name, "hours": 4, "max_hours_week": 2, "effect": 1.0}
    return Action(**(figures | changed))  # type: ignore[arg-type]


def instance(
    *actions: Action,
    weeks: int = 10,
    hours: int = 4,
    money: tuple[tuple[int, int], ...] = ((0, 100),),
    rounds: tuple[tuple[int, float], ...] = ((9, -2.0),),
    sigma: float = 0.0,
) -> Instance:
    return Instance(
        calendar=Calendar(hours=(hours,) * weeks, money=money),
        rounds=tuple(RoundAhead(week=week, base_logit=logit) for week, logit in rounds),
        actions=actions,
        sigma=sigma,
    )


def small_case(seed: int) -> Instance:
    """A random case of up to four actions, three rounds, ten weeks and four hours a week."""
    rng = np.random.default_rng(seed)
    weeks = int(rng.integers(4, 9))
    actions: list[Action] = []
    for index in range(int(rng.integers(1, 4))):
        low = int(rng.integers(1, 3))
        exam = rng.random() < 0.3
        after = tuple(one.id for one in actions if rng.random() < 0.3 and one.renews is None)
        actions.append(
            Action(
                id=f"a{index}",
                hours=int(rng.integers(1, 7)),
                min_hours_week=low,
                max_hours_week=int(rng.integers(low, 4)),
                min_weeks=int(rng.integers(1, 4)),
                cost=int(rng.integers(0, 4)),
                effect=round(float(rng.uniform(-0.2, 1.5)), 2),
                after=after,
                group="g" if rng.random() < 0.3 else None,
                valid_weeks=int(rng.integers(1, 5)) if rng.random() < 0.4 else None,
                pass_probability=round(float(rng.uniform(0.3, 0.9)), 2) if exam else 1.0,
                retry_weeks=int(rng.integers(1, 3)) if exam else None,
            )
        )
    originals = [one for one in actions if one.valid_weeks is not None]
    if originals and rng.random() < 0.7:
        one = originals[0]
        actions.append(action("again", hours=1, effect=one.effect, after=(one.id,), valid_weeks=2, renews=one.id))
    weeks_of = sorted(int(week) for week in rng.integers(1, weeks + 2, size=int(rng.integers(1, 4))))
    return Instance(
        calendar=Calendar(
            hours=tuple(int(one) for one in rng.choice([0, 1, 2, 3, 4], size=weeks, p=[0.1, 0.2, 0.3, 0.2, 0.2])),
            money=((0, int(rng.integers(0, 6))), (weeks // 2, int(rng.integers(0, 4)))),
        ),
        rounds=tuple(RoundAhead(week=week, base_logit=round(float(rng.uniform(-3, 0)), 2)) for week in weeks_of),
        actions=tuple(actions),
        sigma=float(rng.choice([0.0, 1.0])),
    )


def some_plan(case: Instance, rng: np.random.Generator) -> Plan:
    """Actions in order, each at an even pace where there is room; now and then a rule is broken."""
    free = list(case.calendar.hours)
    work: dict[str, list[tuple[int, int]]] = {}
    for action in case.in_order:
        lacking = any(named not in work for named in action.after)
        if rng.random() < 0.5 or (lacking and rng.random() < 0.9):
            continue
        ends = [action_end(case.by_id[named], work[named]) for named in action.after if named in work]
        start = max([0, *ends]) + int(rng.integers(-1 if rng.random() < 0.1 else 0, 30))
        left, weeks = action.hours, []
        for week in range(max(start, 0), case.weeks):
            hours = min(left, action.max_hours_week, free[week])
            if left and hours >= min(action.min_hours_week, left):
                weeks.append((week, hours))
                free[week] -= hours
                left -= hours
        if left == 0 or rng.random() < 0.02:
            work[action.id] = weeks
    return Plan.of(work)


def action_end(action: Action, weeks: list[tuple[int, int]]) -> int:
    return action.complete(weeks[0][0], weeks[-1][0]) if weeks else 0


def busy_case(seed: int) -> Instance:
    """A random case of up to eight actions, many after one another, and few hours; no exam, cost or group."""
    rng = np.random.default_rng([seed, 2])
    actions: list[Action] = []
    for index in range(int(rng.integers(4, 9))):
        most = int(rng.integers(1, 5))
        actions.append(
            action(
                f"a{index}",
                hours=int(rng.integers(2, 16)),
                max_hours_week=most,
                min_weeks=int(rng.integers(1, 8)),
                after=tuple(one.id for one in actions if rng.random() < 0.3),
            )
        )
    hours = tuple(int(one) for one in rng.choice([0, 2, 3, 4], size=60, p=[0.1, 0.3, 0.3, 0.3]))
    return Instance(calendar=Calendar(hours=hours), rounds=(), actions=tuple(actions))


def full_plan(case: Instance, rng: np.random.Generator) -> Plan:
    """Whatever there is room for, one action after another, each as soon as it may start or a little later."""
    free, work, ends = list(case.calendar.hours), {}, {}
    for each in case.in_order:
        if any(named not in ends for named in each.after):
            continue
        left, weeks = each.hours, []
        start = max([0, *(ends[named] for named in each.after)]) + int(rng.integers(0, 4))
        for week in range(start, case.weeks):
            hours = min(left, each.max_hours_week, free[week])
            if left and hours >= min(each.min_hours_week, left):
                weeks.append((week, hours))
                free[week] -= hours
                left -= hours
        if left == 0:
            work[each.id], ends[each.id] = weeks, action_end(each, weeks)
        else:
            for week, hours in weeks:
                free[week] += hours
    return Plan.of(work)


def case_after_a_fact(seed: int) -> tuple[Instance, Plan, int]:
    """A small case, a plan made before something happened to it, and the first week that is still to come.

    What happened, from that week on: a round slips, the bar rises, hours change, an action takes longer, costs more or
    is no longer offered.
    """
    rng = np.random.default_rng([seed, 11])
    before = small_case(seed)
    plans = [plan for plan in (some_plan(before, rng) for _ in range(40)) if not violations(before, plan)]
    old = max(plans, default=Plan(), key=lambda plan: (len(plan.work), rng.random()))
    since = int(rng.integers(0, before.weeks)) if rng.random() < 0.5 else 0
    begun = {name for name, weeks in old.work.items() if weeks[0][0] < since}
    rounds = [replace(one, base_logit=one.base_logit - 0.2) for one in before.rounds]
    slips = int(rng.integers(len(rounds)))
    rounds[slips] = replace(rounds[slips], week=rounds[slips].week + int(rng.integers(1, 4)))
    hours = list(before.calendar.hours)
    for week in range(since, before.weeks):
        if rng.random() < 0.3:
            hours[week] = int(rng.integers(0, 5))
    actions = list(before.actions)
    at = int(rng.integers(len(actions)))
    one = actions[at]
    if one.id not in begun and rng.random() < 0.5:
        actions[at] = replace(one, hours=one.hours + 1, cost=one.cost + 1)
    elif rng.random() < 0.4 and not any(one.id in (*each.after, each.renews) for each in actions):
        actions.pop(at)
    calendar = replace(before.calendar, hours=tuple(hours))
    after = replace(before, calendar=calendar, rounds=tuple(rounds), actions=tuple(actions))
    return after, old, since


def planned(case: Instance, *, slices: int, seed: int = 0) -> Found:
    """The planner's best chance after so many slices of work."""
    for found in AnytimePlanner().best_chance(case, seed=seed):
        if found.effort.slices >= slices:
            break
    return found

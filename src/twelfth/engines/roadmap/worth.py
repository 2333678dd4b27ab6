"""What completion weeks are worth, in compiled code: quickly on average over exams, and over cases of the exams."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import expit

from twelfth.base import invalid
from twelfth.distance import Quality
from twelfth.engines.roadmap.arrays import NEVER, Floats, Whole
from twelfth.engines.roadmap.set_table import SetTable, no_sets
from twelfth.roadmap import Action, Instance, RoundAhead, cases_of

STEP = 0.01
"""Logits are rounded to this in the search; a plan that leaves it is judged without rounding."""
CASES = 96
"""Cases of the exams that a search looks at; a plan that leaves it is judged on all there are."""
QUALITIES = 9
MARKS = 26
"""So many weeks about, spread evenly."""


class Worth(NamedTuple):
    """Tables of the chance.

    option [actions, weeks]: a row of `gain` [rows, rounds], what completion in that week adds to the logits, where the
    outcomes of its exams are put together as log E exp. trait: the action that holds the trait first. base [rounds];
    missing [logits, qualities]: the chance not to be selected at low + STEP i; weight [qualities]. Of the cases:
    delay [actions, cases] from completion to passing, share [cases]. first [weeks]: the first round not before a week.
    valid, effect [actions]; renewed: whether some action renews its trait. Where a function of the traits held decides,
    scored [sets, rounds] is its logit, place [2 ** traits] the row of a set, bit [actions] that of an action's trait;
    else they are empty.
    """

    option: Whole
    gain: Floats
    trait: Whole
    base: Floats
    missing: Floats
    low: float
    weight: Floats
    week: Whole
    delay: Whole
    share: Floats
    first: Whole
    valid: Whole
    effect: Floats
    renewed: NDArray[np.bool_]
    before_at: Whole
    before: Whole
    scored: Floats
    place: Whole
    bit: Whole


def worth_of(
    instance: Instance, before_at: Whole, before: Whole, *, cases: int = CASES, sets: SetTable | None = None
) -> Worth:
    """The tables of an instance; rounds in order of their week.

    Raises:
        InvalidInput: a score function decides, and there is no table of its sets.
    """
    if instance.scored is not None and sets is None:
        raise invalid("score function", "given", "none here: it can be planned with and nothing else yet")
    sets = sets or no_sets(instance)
    actions = instance.in_order
    rounds = sorted(instance.rounds or _marks(instance), key=lambda one: one.week)
    week = np.array([one.week for one in rounds], dtype=np.int64)
    base = np.array([one.base_logit for one in rounds])
    effect = sets.effect
    place = {action.id: index for index, action in enumerate(actions)}
    reach = int(week[-1]) + 2 + max(action.min_weeks for action in actions)
    option, gain = _options(instance, week, reach)
    widest = np.abs(effect).sum()
    down, up = (sets.scored.min(), sets.scored.max()) if len(sets.scored) else (-widest, widest)
    low = base.min() + down - STEP
    logits = np.arange(low, base.max() + up + 2 * STEP, STEP)
    missing, weight = _missing(instance.sigma, logits)
    delay, share = delays_of(actions, most=cases)
    return Worth(
        option=option,
        gain=gain,
        trait=np.array([place[action.trait] for action in actions], dtype=np.int64),
        base=base,
        missing=missing,
        low=float(low),
        weight=weight,
        week=week,
        delay=delay,
        share=share,
        first=np.searchsorted(week, np.arange(reach)).astype(np.int64),
        valid=np.array([action.valid_weeks or NEVER for action in actions], dtype=np.int64),
        effect=effect,
        renewed=np.array([any(one.renews == action.id for one in actions) for action in actions]),
        before_at=before_at,
        before=before,
        scored=sets.scored,
        place=sets.place,
        bit=sets.bit,
    )


def _marks(instance: Instance) -> tuple[RoundAhead, ...]:
    """Where points decide, weeks in place of the rounds, which may fall in any: what terms begin and end at."""
    last = instance.last_week
    return tuple(RoundAhead(week=week, base_logit=0.0) for week in range(last, 0, -max(1, last // MARKS)))


def delays_of(actions: tuple[Action, ...], *, most: int) -> tuple[Whole, Floats]:
    """Weeks from completion to passing [actions, cases] and the share of each case [cases]."""
    exams = [index for index, action in enumerate(actions) if action.is_exam]
    delays, share = cases_of([actions[index] for index in exams], most=most)
    found = np.zeros((len(actions), len(share)), dtype=np.int64)
    found[exams] = np.where(np.isfinite(delays), delays, NEVER).T.astype(np.int64)
    return found, share


def _options(instance: Instance, week: Whole, reach: int) -> tuple[Whole, Floats]:
    """Rows of what completion in a week adds, and which row belongs to which action and week; row 0 adds nothing."""
    actions = instance.in_order
    rows = [np.zeros((1, len(week)))]
    option = np.zeros((len(actions), reach), dtype=np.int64)
    count = 1
    for index, (action, line) in enumerate(zip(actions, instance.lines, strict=True)):
        held = held_by(action, week, reach)
        for other in line[:-1]:
            held = held * sum(share for _, share in actions[other].passing)
        adds = np.log1p(held * np.expm1(action.effect))
        begins = np.append(True, (adds[1:] != adds[:-1]).any(axis=1))
        rows.append(adds[begins])
        option[index] = np.where(adds.any(axis=1), count - 1 + np.cumsum(begins), 0)
        count += int(begins.sum())
    return option, np.concatenate(rows)


def held_by(action: Action, week: Whole, reach: int, *, lag: int = 0) -> Floats:
    """The chance that what an action grants is held at each round, by its completion week: [reach, rounds].

    lag: no less than that chance where what comes before may be passed so many weeks later than the action is complete.
    """
    valid = action.valid_weeks or NEVER
    held = np.zeros((reach, len(week)))
    for delay, share in action.passing:
        since = np.arange(reach)[:, None] + delay
        held += share * ((since <= week) & (week <= since + valid + max(0, lag - delay)))
    return held


def _missing(sigma: float, logits: Floats) -> tuple[Floats, Floats]:
    """The chance not to be selected [logits, qualities], and the weights: Gauss-Hermite for a normal quality."""
    if sigma == 0:
        return expit(-logits)[:, None], np.ones(1)
    nodes, weights = np.polynomial.hermite_e.hermegauss(QUALITIES)
    level = Quality("normal", sigma).level(expit(logits))
    return np.ascontiguousarray(expit(-(level[:, None] + sigma * nodes))), weights / weights.sum()


@njit(cache=True)
def worth_on_average(end, worth, logits):  # type: ignore[no-untyped-def]
    """The chance where every exam's outcomes are put together; `logits` [rounds] is overwritten."""
    option, gain, trait, base = worth.option, worth.gain, worth.trait, worth.base
    for k in range(len(base)):
        logits[k] = base[k]
    for a in range(len(end)):
        if end[a] >= 0 and trait[a] == a:
            row = option[a, end[a]]
            for k in range(len(base)):
                logits[k] += gain[row, k]
    for a in range(len(end)):
        first = trait[a]
        if end[a] >= 0 and first != a:
            row, held = option[a, end[a]], option[first, end[first]]
            for k in range(len(base)):
                if abs(gain[row, k]) > abs(gain[held, k]):
                    logits[k] += gain[row, k] - gain[held, k]
    return 1.0 - _missed(logits, worth.missing, worth.weight, worth.low)


@njit(cache=True)
def worth_by_case(end, worth, logits, since, held):  # type: ignore[no-untyped-def]
    """The chance over the cases of the exams; logits [rounds], since [actions], held [actions, rounds] are scratch."""
    week, base, trait, effect, valid = worth.week, worth.base, worth.trait, worth.effect, worth.valid
    before_at, before, delay, first, share = worth.before_at, worth.before, worth.delay, worth.first, worth.share
    renewed, rounds, missed = worth.renewed, len(worth.base), 0.0
    scored, place, bit, bits = worth.scored, worth.place, worth.bit, np.zeros(rounds, np.int64)
    for case in range(len(share)):
        for k in range(rounds):
            logits[k], bits[k] = base[k], 0
        for a in range(len(end)):
            if renewed[a]:
                for k in range(rounds):
                    held[a, k] = False
        for a in range(len(end)):
            if end[a] < 0:
                continue
            begins = end[a] + delay[a, case]
            for at in range(before_at[a], before_at[a + 1]):
                begins = max(begins, since[before[at]])
            since[a] = begins
            if begins > week[rounds - 1]:
                continue
            ends, own = begins + valid[a], trait[a]
            stop = rounds if ends >= week[rounds - 1] else first[ends + 1]
            for k in range(first[begins], stop):
                if len(scored):
                    bits[k] |= bit[a]
                    continue
                if renewed[own]:
                    if held[own, k]:
                        continue
                    held[own, k] = True
                logits[k] += effect[own]
        if len(scored):
            for k in range(rounds):
                logits[k] += scored[place[bits[k]], k]
        missed += share[case] * _missed(logits, worth.missing, worth.weight, worth.low)
    return 1.0 - missed


@njit(cache=True)
def _missed(logits, missing, weight, low):  # type: ignore[no-untyped-def]
    total = 0.0
    for j in range(len(weight)):
        none = weight[j]
        for k in range(len(logits)):
            none *= missing[int((logits[k] - low) / STEP + 0.5), j]
        total += none
    return total

"""The model behind odds by points: what it is fitted to, how far ahead it may look, and a score as time moves it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from twelfth.base import NotEnoughData, Said
from twelfth.distance import CutOff, Measured, Odds, RubricOdds, Score, ScoreStep, score_on, unit_of
from twelfth.goal import Change, Process

SEED = 0
NOT_CONSIDERED = float("-inf")


def last_day(process: Process, day: date, until: date) -> tuple[date, Change | None]:
    """The last day up to `until` for which the rules of the day hold as far as announced, and the change after it."""
    ahead = [one for one in process.changes if one.effective is not None and day < one.effective <= until]
    if not ahead:
        return until, None
    first = min(ahead, key=lambda one: (one.effective or until, one.id))
    last = (first.effective or until) - timedelta(days=1)
    if last == day:
        raise NotEnoughData(
            Said(
                "The rules change on %(effective)s (%(change)s): no round to come is judged by those of %(day)s.",
                effective=first.effective,
                change=first.title,
                day=day,
            ),
            next_step="Ask for the day of the change, or see the points alone with: twelfth score",
        )
    return last, first


def fitted(process: Process, day: date) -> tuple[RubricOdds, tuple[date, ...]]:
    """The model on every published cut-off, and the breaks it was told: changes of the rules since the last round.

    Changes with rounds after them are left to the level, which follows: on the rounds of Express Entry to declare them
    made the error no smaller (benchmarks/cutoff_forecast.py).
    """
    rounds = [
        CutOff(one.decided, one.kind, one.selected, one.cut_off, known=one.known)
        for one in process.rounds
        if one.cut_off is not None
    ]
    if not rounds:
        raise NotEnoughData(
            Said(
                "The pack %(pack)s holds no cut-off published by %(day)s: nothing to forecast from.",
                pack=repr(process.name),
                day=day,
            ),
            next_step="Ask for a later day, or see the points alone with: twelfth score",
        )
    newest = max(one.decided for one in rounds)
    breaks = tuple(sorted({one.effective for one in process.changes if one.effective and one.effective > newest}))
    return RubricOdds().fit(rounds, breaks=breaks, seed=SEED, unit=_unit(process, rounds)), breaks


def own_score(process: Process, measured: Measured, name: str) -> Score:
    """The score of a case by what ranks people.

    Raises:
        NotEnoughData: the points are the person's to state, and are not known on the day.
    """
    if process.ranking not in measured.scores:
        raise NotEnoughData(
            Said(
                "Your points are not stated: the pack %(pack)s has cut-offs and no rubric to compute points by.",
                pack=repr(process.name),
            ),
            next_step=f"State them in {name} as a [[fact]] of the trait {process.points!r}.",
        )
    return measured.scores[process.ranking]


def _unit(process: Process, rounds: list[CutOff]) -> float:
    """Points that weigh as one of the scale the prior is stated in; 1 where a rubric computes them."""
    if process.rubric:
        return 1.0
    found = unit_of(rounds)
    if found is None:
        raise NotEnoughData(
            Said(
                "The %(count)s cut-offs of %(pack)s are too few, or too much alike, to show a spread.",
                count=len(rounds),
                pack=repr(process.name),
            ),
            next_step="Add rounds until one kind has five, not all with the same cut-off.",
        )
    return found


def next_odds(model: RubricOdds, kind: str, score: tuple[float, float], day: date) -> Odds:
    """In the next round of a kind; for a range of scores without headline, the interval holding both ends."""
    low = model.in_next_round(score[0], kind, as_of=day)
    if score[0] == score[1]:
        return low
    high = model.in_next_round(score[1], kind, as_of=day)
    return Odds(p=None, lo=low.lo, hi=high.hi, basis=low.basis, caveats=low.caveats)


def by_last(model: RubricOdds, steps: tuple[ScoreStep, ...], kinds: tuple[str, ...], day: date, last: date) -> Odds:
    """By the last day; where the score is a range both its ends are held by the interval and there is no headline."""
    low = model.by_horizon(scores_by_kind(steps, kinds, lowest=True), kinds, as_of=day, until=last)
    if all(one.lo == one.hi for one in steps):
        return low
    high = model.by_horizon(scores_by_kind(steps, kinds, lowest=False), kinds, as_of=day, until=last)
    return Odds(p=None, lo=low.lo, hi=high.hi, basis=low.basis, caveats=low.caveats)


def scores_by_kind(
    steps: tuple[ScoreStep, ...], kinds: tuple[str, ...], *, lowest: bool
) -> dict[str, Callable[[date], float]]:
    """The score by kind and day; none at all from the day on which less of the kind's requirements is met."""

    def score(kind: str, on: date) -> float:
        step = score_on(steps, on)
        return NOT_CONSIDERED if kind in step.lost else step.lo if lowest else step.hi

    return {kind: partial(score, kind) for kind in kinds}

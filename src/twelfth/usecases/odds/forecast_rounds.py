"""The odds of a case where points decide: the next cut-off of every kind of round, and the chance by a day."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import NotEnoughData, Said, Truth, add_months, invalid
from twelfth.distance import (
    Forecast,
    Odds,
    RubricOdds,
    Score,
    ScoreStep,
    Standing,
    ageing,
    measure,
    score_on,
    standings,
)
from twelfth.goal import Change, Process, profile
from twelfth.usecases.odds.points_model import by_last, fitted, last_day, next_odds, own_score, scores_by_kind
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.ports import CaseShelf, Clock

MONTHS_AHEAD = 12
WAYPOINTS = (3, 6)
"""Months after the day for which the chance is told on the way to the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOdds:
    """One kind of round. next: the chance in its next round. by: that of at least one selection by the last day, both
    for whoever may enter. expected: rounds until then."""

    standing: Standing
    forecast: Forecast
    next: Odds
    by: Odds
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDay:
    """The chance of at least one selection by a day, with the lowest and highest possible score."""

    day: date
    lo: float
    hi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffsBehind:
    """The published cut-offs of one kind of round that a forecast rests on: how many, from which day to which."""

    kind: str
    n: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundsForecast:
    """The odds of a case by its points.

    odds: of at least one selection by `until` in the kinds the person may certainly enter; None without such a kind.
    on_the_way: the same by earlier days. independent: what 1 - (1 - p)^n would say, where the score is exact. steps:
    the score as time passes. rests_on: the cut-offs behind it, by kind. ends_early: the change of the rules that
    cuts the horizon short, if one does.
    """

    case: str
    title: str
    invented: bool
    process: str
    process_title: str
    pack_version: str
    as_of: date
    until: date
    score: Score
    steps: tuple[ScoreStep, ...]
    odds: Odds | None
    on_the_way: tuple[ByDay, ...]
    independent: float | None
    kinds: tuple[KindOdds, ...]
    ends_early: Change | None
    rule_changes: tuple[Change, ...]
    attribution: str = ""
    rests_on: tuple[CutOffsBehind, ...] = ()


def forecast_rounds(
    name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None, until: date | None = None
) -> RoundsForecast:
    """The odds of a case from the day (default: today) to `until` (default: twelve months later).

    Raises:
        NotFound: no such case.
        InvalidInput: until is not after the day, or more than ten years after it.
        NotEnoughData: the pack has no rubric or none sourced for that day, or no cut-off was published by then; or the
            points are the person's to state and are not.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    asked = until or add_months(day, MONTHS_AHEAD)
    _check_until(day, asked)
    if not process.ranking:
        raise NotEnoughData(
            Said(
                "The pack %(pack)s has no points, so there is nothing to hold against a cut-off.",
                pack=repr(process.name),
            ),
            next_step=f"See the distance instead with: twelfth gap {name}",
        )
    check_rule_sourced(process, day)
    known_case, known = case.known(day), process.known(day)
    measured = measure(known, profile(known_case.facts, day, traits=known.traits))
    own = own_score(known, measured, name)
    last, cutting = last_day(known, day, asked)
    steps = ageing(known, known_case.facts, as_of=day, until=last)
    model, breaks = fitted(known, day)
    placed = [one for one in standings(known, measured, as_of=day) if one.last and one.last.cut_off is not None]
    kinds = tuple(_kind(one, model, steps, day, last) for one in placed)
    exact = all(one.lo == one.hi for one in steps)
    sure = tuple(one.standing.kind for one in kinds if one.standing.eligible is Truth.YES)
    return RoundsForecast(
        case=case.name,
        title=case.title,
        invented=case.invented,
        process=known.name,
        process_title=known.title,
        pack_version=known.version,
        as_of=day,
        until=last,
        score=own,
        steps=steps,
        odds=by_last(model, steps, sure, day, last) if sure else None,
        on_the_way=_on_the_way(model, steps, sure, day, last) if sure else (),
        independent=_independent([one for one in kinds if one.standing.kind in sure]) if sure and exact else None,
        kinds=kinds,
        ends_early=cutting,
        rule_changes=tuple(one for one in known.changes if not one.scored or (one.effective or day) in breaks),
        attribution=known.attribution,
        rests_on=_rests_on(known, day),
    )


def _rests_on(known: Process, day: date) -> tuple[CutOffsBehind, ...]:
    """Of each kind that has any."""
    days: dict[str, list[date]] = {}
    for one in known.rounds:
        if one.cut_off is not None and one.decided <= day:
            days.setdefault(one.kind, []).append(one.decided)
    return tuple(CutOffsBehind(kind=kind, n=len(on), first=min(on), last=max(on)) for kind, on in days.items())


def _check_until(day: date, until: date) -> None:
    if not day < until <= add_months(day, 120):
        raise invalid(
            "--until",
            until,
            f"a day after {day} and at most ten years after it",
            next_step=f"For example: {add_months(day, MONTHS_AHEAD)}",
        )


def _kind(standing: Standing, model: RubricOdds, steps: tuple[ScoreStep, ...], day: date, last: date) -> KindOdds:
    told = model.forecast(standing.kind, as_of=day)
    then = score_on(steps, min(told.on, last))
    return KindOdds(
        standing=standing,
        forecast=told,
        next=next_odds(model, standing.kind, (then.lo, then.hi), day),
        by=by_last(model, steps, (standing.kind,), day, last),
        expected=model.expected_rounds(standing.kind, as_of=day, until=last),
    )


def _on_the_way(
    model: RubricOdds, steps: tuple[ScoreStep, ...], kinds: tuple[str, ...], day: date, last: date
) -> tuple[ByDay, ...]:
    ends = [*(one for one in (add_months(day, months) for months in WAYPOINTS) if one < last), last]
    low = dict(model.by_date(scores_by_kind(steps, kinds, lowest=True), kinds, as_of=day, until=last, ends=ends))
    high = low
    if any(one.lo != one.hi for one in steps):
        high = dict(model.by_date(scores_by_kind(steps, kinds, lowest=False), kinds, as_of=day, until=last, ends=ends))
    return tuple(ByDay(day=one, lo=low[one], hi=high[one]) for one in ends)


def _independent(kinds: list[KindOdds]) -> float:
    """1 - (1 - p)^n over the expected rounds of every kind, each as likely as the next one."""
    missed = 1.0
    for one in kinds:
        missed *= (1 - (one.next.p or 0.0)) ** one.expected
    return 1 - missed

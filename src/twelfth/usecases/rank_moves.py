"""Levers where points decide: what each move would do to the chance by a day."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Truth
from twelfth.distance import MoveEffect, Odds, RubricOdds, ageing, measure, move_effects, move_levels, standings
from twelfth.goal import Case, Move, Process, Profile, Way, profile
from twelfth.usecases.forecast_rounds import RoundsForecast, forecast_rounds
from twelfth.usecases.points_model import by_last, fitted
from twelfth.usecases.ports import CaseShelf, Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveOdds:
    """One move, as if made on the day. odds: of at least one selection by the last day in the kinds the person may then
    certainly enter; None without one. gain: by how much the headline rises; None where a headline is missing. way: what
    the move takes, by the person's own figures, else by the pack's; None where neither has any. per_hour: the gain by
    the middle of the hours; None where either is not known."""

    effect: MoveEffect
    odds: Odds | None
    gain: float | None
    way: Way | None
    per_hour: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesRead:
    """The moves of a case beside its odds, the largest gain in chance first."""

    now: RoundsForecast
    moves: tuple[MoveOdds, ...]


def rank_moves(
    name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None, until: date | None = None
) -> MovesRead:
    """The moves of a case from the day (default: today) to `until` (default: twelve months later).

    Raises:
        NotFound: no such case.
        InvalidInput: as forecast_rounds.
        NotEnoughData: as forecast_rounds.
    """
    from twelfth.learn import way_of

    now = forecast_rounds(name, cases=cases, clock=clock, as_of=as_of, until=until)
    case, process = cases.get(name).known(now.as_of), cases.process_of(name).known(now.as_of)
    model, _ = fitted(process, now.as_of)
    who = profile(case.facts, now.as_of, traits=process.traits)
    moves = {one.id: one for one in process.moves}
    readings, found = measure(process, who).readings, []
    for effect in move_effects(process, who, as_of=now.as_of):
        move = moves[effect.move]
        odds = _odds(move, who, case, process, model, now)
        gain, way = _gain(odds, now.odds), way_of(move, process, case, readings)
        hours = way.hours if way is not None else None
        per_hour = gain / hours if gain is not None and hours else None
        found.append(MoveOdds(effect=effect, odds=odds, gain=gain, way=way, per_hour=per_hour))
    return MovesRead(now=now, moves=tuple(sorted(found, key=_place)))


def _odds(
    move: Move, who: Profile, case: Case, process: Process, model: RubricOdds, now: RoundsForecast
) -> Odds | None:
    """The odds as if the move were made on the day and lasted."""
    moved = move_levels(process, who, move)
    held = {one.standing.kind for one in now.kinds}
    entered = standings(process, measure(process, who, moved=moved), as_of=now.as_of)
    sure = tuple(sorted(one.kind for one in entered if one.eligible is Truth.YES and one.kind in held))
    if not sure:
        return None
    steps = ageing(process, case.facts, as_of=now.as_of, until=now.until, moved=moved)
    return by_last(model, steps, sure, now.as_of, now.until)


def _gain(odds: Odds | None, before: Odds | None) -> float | None:
    if odds is None or odds.p is None or (before is not None and before.p is None):
        return None
    return odds.p - (before.p if before is not None and before.p is not None else 0.0)


def _place(one: MoveOdds) -> tuple[bool, float, float, str]:
    """By gain; without one by the lower end of the odds."""
    lowest = one.odds.lo if one.odds is not None and one.odds.lo is not None else 0.0
    return (one.gain is None, -(one.gain or 0.0), -lowest, one.effect.move)

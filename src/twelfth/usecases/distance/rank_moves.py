"""Levers where points decide: what each move would do to the chance by a day. One sum for all of them and for one
alone, so that a list of levers and a "what if" never differ."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Said, Truth, add_months
from twelfth.distance import (
    Measured,
    MoveEffect,
    Odds,
    RubricOdds,
    Standing,
    ageing,
    measure,
    move_effects,
    move_levels,
    standings,
)
from twelfth.goal import Case, Move, Process, Profile, Way, profile
from twelfth.usecases.odds.forecast_rounds import MONTHS_AHEAD, RoundsForecast, forecast_rounds
from twelfth.usecases.odds.points_model import by_last, fitted, last_day, own_score
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.ports import CaseShelf, Clock

MOST_SHOWN = 3
ALIKE = 0.9
"""Of two moves of the same traits the lesser one is shown where it has so large a part of the gain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveOdds:
    """One move, as if made on the day. odds: of at least one selection by the last day in the kinds the person may then
    certainly enter; None without one. gain: by how much the headline rises; None where a headline is missing. way: what
    the move takes, by the person's own figures, else by the pack's; None where neither has any. per_hour: the gain by
    the middle of the hours, per_cost: by that of the money; None where either is not known. decided_by: whoever else
    decides it; "" where nobody. needs: what must be held first, which somebody else decides, and is not certainly held,
    in words."""

    effect: MoveEffect
    odds: Odds | None
    gain: float | None
    way: Way | None
    per_hour: float | None
    per_cost: float | None = None
    sets: tuple[str, ...] = ()
    decided_by: str = ""
    needs: tuple[Said | str, ...] = ()

    @property
    def depends(self) -> bool:
        """Whether somebody else has a say in it."""
        return bool(self.decided_by or self.needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesRead:
    """The moves of a case beside its odds, the largest gain in chance first. titles: of the kinds of round, by name."""

    now: RoundsForecast
    moves: tuple[MoveOdds, ...]
    titles: tuple[tuple[str, str], ...] = ()

    @property
    def best(self) -> tuple[MoveOdds, ...]:
        """The three that raise it most of those that are one's own doing, one of each set of traits; behind them those
        that hang on somebody else, one of each too."""
        own = [one for one in self.moves if not one.depends and (one.gain is None or one.gain > 0)]
        return (*_one_each(own)[:MOST_SHOWN], *_one_each([one for one in self.moves if one.depends]))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTried:
    """One move tried alone, up to a last day. points: as they are without it. effect: None where it changes nothing, as
    for who has that or better; odds, needs: as in MoveOdds."""

    points: tuple[float, float]
    until: date
    effect: MoveEffect | None
    odds: Odds | None
    needs: tuple[Said | str, ...] = ()


def rank_moves(
    name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None, until: date | None = None
) -> MovesRead:
    """The moves of a case from the day (default: today) to `until` (default: twelve months later).

    Raises:
        NotFound: no such case.
        InvalidInput: as forecast_rounds.
        NotEnoughData: as forecast_rounds.
    """
    now = forecast_rounds(name, cases=cases, clock=clock, as_of=as_of, until=until)
    ground = _Ground.of(name, cases, now.as_of, now.until)
    effects = move_effects(ground.process, ground.who, as_of=now.as_of)
    found = [ground.made(effect, now.odds) for effect in effects]
    titles = tuple((one.name, one.title) for one in ground.process.kinds)
    return MovesRead(now=now, moves=tuple(sorted(found, key=_place)), titles=titles)


def try_move(name: str, move: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> MoveTried:
    """What one move would do, as if made on the day (default: today), over twelve months.

    Raises:
        NotFound: no such case.
        NotEnoughData: as forecast_rounds.
    """
    process, day = cases.process_of(name), as_of or clock.today()
    check_rule_sourced(process, day)
    ground = _Ground.of(name, cases, day, last_day(process.known(day), day, add_months(day, MONTHS_AHEAD))[0])
    own = own_score(ground.process, ground.now, name).total
    effect = next(iter(move_effects(ground.process, ground.who, as_of=day, only=move)), None)
    odds = None if effect is None else ground.odds(effect)
    needs = () if effect is None else ground.needs(ground.move(effect))
    return MoveTried(points=(own.lo, own.hi), until=ground.until, effect=effect, odds=odds, needs=needs)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every move of a case is held against. held: the kinds of round with a published cut-off."""

    case: Case
    process: Process
    who: Profile
    now: Measured
    model: RubricOdds
    day: date
    until: date
    held: frozenset[str]

    @classmethod
    def of(cls, name: str, cases: CaseShelf, day: date, until: date) -> "_Ground":
        case, process = cases.get(name).known(day), cases.process_of(name).known(day)
        who = profile(case.facts, day, traits=process.traits)
        now = measure(process, who)
        held = frozenset(one.kind for one in standings(process, now, as_of=day) if _is_held(one))
        return cls(case, process, who, now, fitted(process, day)[0], day, until, held)

    def made(self, effect: MoveEffect, before: Odds | None) -> MoveOdds:
        from twelfth.learn import way_of

        move, odds = self.move(effect), self.odds(effect)
        gain, way = _gain(odds, before), way_of(move, self.process, self.case, self.now.readings)
        hours, cost = (None, None) if way is None else (way.hours, way.cost)
        return MoveOdds(
            effect=effect,
            odds=odds,
            gain=gain,
            way=way,
            per_hour=gain / hours if gain is not None and hours else None,
            per_cost=gain / cost if gain is not None and cost else None,
            sets=_sets(move),
            decided_by=move.decided_by,
            needs=self.needs(move),
        )

    def needs(self, move: Move) -> tuple[Said, ...]:
        from twelfth.learn import needs_of

        return tuple(one.why for one in needs_of(move, self.process, self.now.readings))

    def move(self, effect: MoveEffect) -> Move:
        return next(one for one in self.process.moves if one.id == effect.move)

    def odds(self, effect: MoveEffect) -> Odds | None:
        """As if the move were made on the day and lasted."""
        moved = move_levels(self.process, self.who, self.move(effect))
        entered = standings(self.process, measure(self.process, self.who, moved=moved), as_of=self.day)
        sure = tuple(sorted(one.kind for one in entered if one.eligible is Truth.YES and one.kind in self.held))
        if not sure:
            return None
        steps = ageing(self.process, self.case.facts, as_of=self.day, until=self.until, moved=moved)
        return by_last(self.model, steps, sure, self.day, self.until)


def _is_held(one: Standing) -> bool:
    return one.last is not None and one.last.cut_off is not None


def _sets(move: Move) -> tuple[str, ...]:
    return tuple(sorted(name for name, _ in move.sets))


def _gain(odds: Odds | None, before: Odds | None) -> float | None:
    if odds is None or odds.p is None or (before is not None and before.p is None):
        return None
    return odds.p - (before.p if before is not None and before.p is not None else 0.0)


def _one_each(moves: list[MoveOdds]) -> list[MoveOdds]:
    """One of each set of traits: the least that does nearly what the best of them does."""
    leading = {one.sets: one for one in reversed(moves)}
    shown = [next(each for each in reversed(moves) if _is_alike(each, leading[sets])) for sets in leading]
    return sorted(shown, key=_place)


def _is_alike(one: MoveOdds, best: MoveOdds) -> bool:
    """Whether a move of the same traits does nearly what the best of them does."""
    if one is best:
        return True
    return one.sets == best.sets and (one.gain or 0.0) >= ALIKE * (best.gain or 0.0) > 0


def _place(one: MoveOdds) -> tuple[bool, float, float, str]:
    """By gain; without one by the lower end of the odds."""
    lowest = one.odds.lo if one.odds is not None and one.odds.lo is not None else 0.0
    return (one.gain is None, -(one.gain or 0.0), -lowest, one.effect.move)

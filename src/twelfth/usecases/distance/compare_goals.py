"""Several goals of one person beside each other: which trait helps most of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.base import NotEnoughData, invalid
from twelfth.distance import Help, MoveEffect, Odds, SharedHelp, measure, move_effects, shared_help
from twelfth.goal import Process, profile
from twelfth.usecases.distance.rank_levers import LeversRead, RankedLever, rank_levers
from twelfth.usecases.odds.points_model import own_score
from twelfth.usecases.odds.rule_sourced import check_rule_sourced
from twelfth.usecases.odds.tell_odds import points_decide
from twelfth.usecases.ports import CaseShelf, Clock

FEWEST = 2


class GoalKind(StrEnum):
    """By what a goal is measured: a chance, points, or nothing that can be told."""

    ODDS = "odds"
    POINTS = "points"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRead:
    """One goal. odds, or the points now from lo to hi; `why_not` where there is neither."""

    case: str
    title: str
    process: str
    process_title: str
    invented: bool
    kind: GoalKind
    odds: Odds | None = None
    points_lo: float | None = None
    points_hi: float | None = None
    why_not: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsRead:
    """Goals in the order asked for, and the traits that help any of them, most goals first."""

    as_of: date
    goals: tuple[GoalRead, ...]
    traits: tuple[SharedHelp, ...]


def compare_goals(names: Sequence[str], *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> GoalsRead:
    """What helps most of several goals as of a day (default: today). Each case is one goal.

    Raises:
        InvalidInput: fewer than two cases, or one twice.
        NotFound: no such case.
    """
    if len(names) < FEWEST or len(set(names)) < len(names):
        raise invalid("goals", ", ".join(names), "two or more cases, each once")
    day = as_of or clock.today()
    goals, helps = [], []
    for name in names:
        goal, found = _goal(name, cases, clock, day)
        goals.append(goal)
        helps += found
    return GoalsRead(as_of=day, goals=tuple(goals), traits=shared_help(helps))


def _goal(name: str, cases: CaseShelf, clock: Clock, day: date) -> tuple[GoalRead, list[Help]]:
    """By points where the process publishes a rubric, else by odds, else the reason why neither can be told."""
    process = cases.process_of(name)
    try:
        if process.rubric or points_decide(process):
            return _by_points(name, cases, day)
        return _by_odds(name, rank_levers(name, cases=cases, clock=clock, as_of=day), process)
    except NotEnoughData as error:
        return _read(name, cases, GoalKind.NOTHING, why_not=error.reason), []


def _by_odds(name: str, answer: LeversRead, process: Process) -> tuple[GoalRead, list[Help]]:
    now = answer.now
    told = now.odds.lo is not None
    goal = GoalRead(
        case=name,
        title=now.title,
        process=now.process,
        process_title=now.process_title,
        invented=now.invented,
        kind=GoalKind.ODDS if told else GoalKind.NOTHING,
        odds=now.odds if told else None,
        why_not="" if told else "No chance can be told here, so neither can what would raise it.",
        attribution=now.attribution,
    )
    return goal, [_by_lever(name, one, process) for one in answer.levers]


def _by_lever(name: str, one: RankedLever, process: Process) -> Help:
    trait = process.trait(one.lever.option.trait)
    return Help(
        goal=name,
        trait=trait.name,
        title=one.title,
        acquired=one.acquired,
        pack=process.name,
        notion=trait.notion,
        step=trait.step_to(one.lever.option.level),
        log_odds=one.lever.log_odds,
    )


def _by_points(name: str, cases: CaseShelf, day: date) -> tuple[GoalRead, list[Help]]:
    check_rule_sourced(cases.process_of(name), day)
    process = cases.process_of(name).known(day)
    who = profile(cases.get(name).known(day).facts, day, traits=process.traits)
    total = own_score(process, measure(process, who), name).total
    goal = _read(name, cases, GoalKind.POINTS, points_lo=total.lo, points_hi=total.hi)
    effects = [one for one in move_effects(process, who, as_of=day) if one.gain_lo > 0 or one.opens or one.clears]
    return goal, [help_ for one in effects for help_ in _helps(name, one, process)]


def _helps(name: str, effect: MoveEffect, process: Process) -> list[Help]:
    """One for each trait that the move sets: the gain is that of the whole move."""
    move = next(one for one in process.moves if one.id == effect.move)
    titles = {one.name: one.title for one in process.kinds}
    return [
        Help(
            goal=name,
            trait=trait,
            title=process.trait(trait).title,
            acquired=effect.title,
            pack=process.name,
            notion=process.trait(trait).notion,
            step=process.trait(trait).step_to(level),
            points_lo=effect.gain_lo,
            points_hi=effect.gain_hi,
            opens=tuple(titles.get(one, one) for one in dict.fromkeys((*effect.opens, *effect.clears))),
        )
        for trait, level in move.sets
    ]


def _read(
    name: str,
    cases: CaseShelf,
    kind: GoalKind,
    *,
    points_lo: float | None = None,
    points_hi: float | None = None,
    why_not: str = "",
) -> GoalRead:
    case, process = cases.get(name), cases.process_of(name)
    return GoalRead(
        case=name,
        title=case.title,
        process=process.name,
        process_title=process.title,
        invented=case.invented,
        kind=kind,
        points_lo=points_lo,
        points_hi=points_hi,
        why_not=why_not,
        attribution=process.attribution,
    )

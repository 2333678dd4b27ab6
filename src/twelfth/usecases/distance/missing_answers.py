"""What a person has not told yet and the distance waits for: what leaves most of it open comes first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.base import Truth, add_months
from twelfth.distance import Measured, measure, nearest_entry, standings
from twelfth.goal import (
    Asked,
    Level,
    Numeric,
    Process,
    Profile,
    Requirement,
    Trait,
    asked_of,
    profile,
    with_those_below,
)
from twelfth.usecases.ports import CaseShelf, Clock

LONG_AGO = 100
"""Years: a day that anybody's begins after."""
NO_END = 1e6
"""Stands for the highest number of a trait that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAnswer:
    """One question without an answer. name: of its field. widens: points by which it, or the test it is part of,
    widens the score; 0 where only the rounds one may enter wait for it, or nothing is scored."""

    name: str
    title: str
    widens: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingAnswers:
    """answers: what the distance waits for. known, asked: of everything that is asked of this person. points: the score
    as it is, lowest and highest; None where nothing is scored. settles: whether with the answers it is one number."""

    answers: tuple[MissingAnswer, ...]
    known: int
    asked: int
    points: tuple[float, float] | None = None
    settles: bool = False


def missing_answers(name: str, *, cases: CaseShelf, clock: Clock, as_of: date | None = None) -> MissingAnswers:
    """What is missing of a case as of a day (default: today).

    Where points decide: what leaves the score a range; and while it is certain of no kind of round that it may be
    entered, what the nearest one waits for. Else: every level not known that may be compared.

    Raises:
        NotFound: no such case.
        NotEnoughData: no rule of the ranking rubric is sourced for that day.
    """
    case, process = cases.get(name), cases.process_of(name)
    day = as_of or clock.today()
    known = process.known(day)
    who = profile(case.known(day).facts, day, traits=known.traits)
    asked = asked_of(known.asked, known.traits, who)
    open_ones = tuple(one for one in asked if not one.known)
    points, settles = None, False
    if not known.ranking or known.yes_group is not None:
        answers = tuple(
            MissingAnswer(name=one.name, title=one.title, widens=0.0)
            for one in open_ones
            if not all(known.trait(trait).protected for trait in one.traits)
        )
    else:
        now = measure(known, who)
        points, answers = _points(known, now), _of_points(known, who, now, open_ones)
        waited = [one for one in open_ones if any(one.name == each.name for each in answers)]
        settles = points is not None and points[0] < points[1] and _is_settled(waited, known, who)
    return MissingAnswers(
        answers=answers, known=len(asked) - len(open_ones), asked=len(asked), points=points, settles=settles
    )


def _of_points(
    process: Process, who: Profile, now: Measured, open_ones: tuple[Asked, ...]
) -> tuple[MissingAnswer, ...]:
    """What the score waits for, then what entering a round does."""
    scored = _waited_for(open_ones, _unknown_of_score(process, now))
    widens = {one.name: _widens(_of_one_test(one, scored, process), process, who) for one in scored}
    ordered = sorted(scored, key=lambda one: -widens[one.name])
    ordered += [one for one in _for_a_round(process, who, now, open_ones) if one.name not in widens]
    return tuple(MissingAnswer(name=one.name, title=one.title, widens=widens.get(one.name, 0.0)) for one in ordered)


def _waited_for(asked: Iterable[Asked], names: set[str]) -> tuple[Asked, ...]:
    return tuple(one for one in asked if names.intersection(one.traits))


def _points(process: Process, measured: Measured) -> tuple[float, float] | None:
    scored = measured.scores.get(process.ranking)
    return None if scored is None else (scored.total.lo, scored.total.hi)


def _unknown_of_score(process: Process, measured: Measured) -> set[str]:
    scored = measured.scores.get(process.ranking)
    return _of_traits(process, {process.points} if scored is None else set(scored.unknown))


def _of_traits(process: Process, names: set[str]) -> set[str]:
    """The traits behind traits and derived values."""
    uses = {one.name: one.uses for one in process.derived}
    found, left = set[str](), list(names)
    while left:
        name = left.pop()
        left += uses.get(name, ())
        found |= set() if name in uses else {name}
    return found


def _of_one_test(one: Asked, asked: Iterable[Asked], process: Process) -> tuple[str, ...]:
    """What lapses and stands together is found out together: the four abilities of a language are one test."""
    section = next(each for each in process.asked if one.traits[0] in (*each.traits, each.gate))
    if process.trait(one.traits[0]).valid_months is None:
        return one.traits
    return tuple(name for each in asked for name in each.traits if name in section.traits)


def _widens(traits: tuple[str, ...], process: Process, who: Profile) -> float:
    """By how much the score is narrower once these are known, whatever they are."""
    now = _width(process, who, {})
    return max(0.0, now - max(_width(process, who, _all_at(end, traits, process, who)) for end in (0, 1)))


def _width(process: Process, who: Profile, moved: Mapping[str, Level]) -> float:
    points = _points(process, measure(process, who, moved=moved))
    return 0.0 if points is None else points[1] - points[0]


def _all_at(end: int, traits: Iterable[str], process: Process, who: Profile) -> dict[str, Level]:
    """Every one of these traits at its lowest (0) or highest (1) level."""
    return {name: _ends(process.trait(name), who.as_of)[end] for name in traits}


def _ends(trait: Trait, today: date) -> tuple[Level, Level]:
    codes = trait.codes()
    if codes is not None:
        return trait.level(codes[0]), trait.level(codes[-1])
    if isinstance(trait, Numeric):
        return trait.low or 0.0, NO_END if trait.high is None else trait.high
    return add_months(today, -12 * LONG_AGO), today


def _is_settled(asked: Iterable[Asked], process: Process, who: Profile) -> bool:
    """Whether the score is one number once all this is known."""
    traits = [name for one in asked for name in one.traits]
    return all(_width(process, who, _all_at(end, traits, process, who)) == 0 for end in (0, 1))


def _for_a_round(process: Process, who: Profile, measured: Measured, asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """While no kind of round may certainly be entered: what is open of the nearest one, if it may yet be open."""
    entry = nearest_entry(process, measured, standings(process, measured, as_of=who.as_of), as_of=who.as_of)
    if entry is None or entry.missing:
        return ()
    return _waited_for(asked, _open_traits(entry.standing.kind, process, measured, who))


def left_open(process: Process, who: Profile, kind: str) -> set[str]:
    """Traits not known exactly enough on which the points of a day rest, or whether a kind of round may be entered;
    every trait where people are compared and no points decide.

    Raises:
        NotEnoughData: no rule of the ranking rubric is sourced for that day.
    """
    if not process.ranking or process.yes_group is not None:
        return {trait.name for trait in process.traits if not trait.protected}
    measured = measure(process, who)
    return _unknown_of_score(process, measured) | _open_traits(kind, process, measured, who)


def _open_traits(kind: str, process: Process, measured: Measured, who: Profile) -> set[str]:
    """Traits of which it depends whether a kind of round may be entered."""
    walked = with_those_below(
        process.requirements, process.kind(kind).requires, who.as_of, below=lambda one: _open_names(one, measured)
    )
    ids = {one.id for one in process.requirements if one.in_force(who.as_of)}
    names = {name for one in walked for name in _open_names(one, measured)} - ids
    rubrics = {name for name in names if name in measured.scores}
    scored = {trait for name in rubrics for trait in measured.scores[name].unknown}
    return _of_traits(process, (names - rubrics) | scored)


def _open_names(requirement: Requirement, measured: Measured) -> set[str]:
    judged = measured.judged[requirement.id].lines
    lines = zip(requirement.lines, judged, strict=True)
    open_lines = [line for line, one in lines if one.met is Truth.UNKNOWN]
    return {name for line in open_lines for condition in line.any_of for name in condition.names}

"""Every rubric scored and every requirement judged for one profile, from one set of readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.base import NotEnoughData, Truth
from twelfth.distance.score import NodeScore, Score, score
from twelfth.goal import (
    Derived,
    Judged,
    Level,
    Process,
    Profile,
    Reading,
    Rubric,
    Trait,
    exactly,
    judge_requirements,
    readings,
)

NOT_SOURCED = "no rule sourced for this date"
"""Why a requirement that a kind of round names and that no rule known by then describes is neither met nor unmet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Scores by rubric and judged requirements, from one set of readings."""

    readings: Mapping[str, Reading]
    scores: Mapping[str, Score]
    judged: Mapping[str, Judged]


def measure(process: Process, who: Profile, *, moved: Mapping[str, Level] | None = None) -> Measured:
    """Score every rubric and judge every requirement for a profile, with some traits moved to other levels.

    Raises:
        NotEnoughData: the ranking rubric has no sourced version on that day.
    """
    found = readings(who, process.traits, process.derived, instead=_codes(process, moved or {}))
    ranking = [rubric for rubric in process.rubrics if rubric.name == process.rubric]
    if process.rubric and not ranking:
        raise NotEnoughData(
            f"{process.title}: no points are known by {who.as_of}.", next_step="Ask for a date the pack's rules cover."
        )
    others = [rubric for rubric in process.rubrics if rubric.name != process.rubric]
    scores = {rubric.name: _scored(rubric, found, process, who.as_of) for rubric in ranking}
    scores |= {
        rubric.name: _scored(rubric, found, process, who.as_of) for rubric in others if rubric.version_on(who.as_of)
    }
    found |= {rubric.name: _as_reading(scores.get(rubric.name)) for rubric in process.rubrics}
    named = {
        name: Judged(title=name, met=Truth.UNKNOWN, why=NOT_SOURCED) for one in process.kinds for name in one.requires
    }
    if process.points and not found[process.points].unknown:
        scores[process.points] = _stated(process, found[process.points], who.as_of)
    judged = named | judge_requirements(process.requirements, found, as_of=who.as_of)
    return Measured(readings=found, scores=scores, judged=judged)


def _scored(rubric: Rubric, found: Mapping[str, Reading], process: Process, as_of: date) -> Score:
    return score(rubric, found, as_of=as_of, changes=process.changes)


def _stated(process: Process, points: Reading, as_of: date) -> Score:
    """Points as the person states them."""
    values: tuple[Trait | Derived, ...] = (*process.traits, *process.derived)
    named = next(one for one in values if one.name == process.points)
    return Score(
        rubric=named.name,
        title=named.title,
        unit=named.unit or "points",
        version="",
        since=None,
        as_of=as_of,
        column="",
        assignment=(),
        total=NodeScore(name=named.name, title=named.title, lo=points.lo, hi=points.hi),
    )


def _codes(process: Process, moved: Mapping[str, Level]) -> dict[str, Reading]:
    return {name: exactly(process.trait(name).code(level)) for name, level in moved.items()}


def _as_reading(scored: Score | None) -> Reading:
    if scored is None:
        return Reading(0.0, float("inf"), unknown=True)
    return Reading(scored.total.lo, scored.total.hi, whole=True)

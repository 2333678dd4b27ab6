"""Where a score stands against the last cut-off of every kind of round, and what a move would do to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twelfth.base import NotEnoughData, Truth, add_months, every
from twelfth.distance.score import Score, score
from twelfth.goal import (
    Better,
    Judged,
    Kind,
    Level,
    Move,
    Process,
    Profile,
    Reading,
    Round,
    Rubric,
    Trait,
    exactly,
    judge_requirements,
    readings,
)

LOOK_BACK_MONTHS = 12
NOT_SOURCED = "no rule sourced for this date"
"""Why a requirement that a kind of round names and that no rule known by then describes is neither met nor unmet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One kind of round: whether the person may be considered, and how far the score is from its last cut-off.

    short_lo, short_hi: cut-off minus score, positive when below; a range when the score is one. recent: number of
    rounds of this kind in the
    12 months up to the day, with their lowest and highest cut-off.
    """

    kind: str
    title: str
    eligible: Truth
    requirements: tuple[Judged, ...]
    last: Round | None = None
    short_lo: float | None = None
    short_hi: float | None = None
    recent: int = 0
    lowest: float | None = None
    highest: float | None = None

    @property
    def would_be_selected(self) -> bool:
        """Eligible, and strictly above the last cut-off whatever is unknown (at the cut-off the tie-break decides)."""
        return self.eligible is Truth.YES and self.short_hi is not None and self.short_hi < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveEffect:
    """What one move would do today: points gained, the total, and which kinds of round it opens or clears."""

    move: str
    title: str
    gain_lo: float
    gain_hi: float
    total_lo: float
    total_hi: float
    opens: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headroom:
    """Points one trait alone could still give: the next level that gains anything, and the best."""

    trait: str
    title: str
    next_level: str
    next_gain: float
    best_level: str
    best_gain: float


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
    judged = named | judge_requirements(process.requirements, found, as_of=who.as_of)
    return Measured(readings=found, scores=scores, judged=judged)


def _scored(rubric: Rubric, found: Mapping[str, Reading], process: Process, as_of: date) -> Score:
    return score(rubric, found, as_of=as_of, changes=process.changes)


def _codes(process: Process, moved: Mapping[str, Level]) -> dict[str, Reading]:
    return {name: exactly(process.trait(name).code(level)) for name, level in moved.items()}


def _as_reading(scored: Score | None) -> Reading:
    if scored is None:
        return Reading(0.0, float("inf"), unknown=True)
    return Reading(scored.total.lo, scored.total.hi, whole=True)


def standings(process: Process, measured: Measured, *, as_of: date) -> tuple[Standing, ...]:
    """The standing in every kind of round that has been held by `as_of`, the shortest way first among the eligible."""
    found = [_standing(kind, process, measured, as_of) for kind in process.kinds]
    held = [one for one in found if one.last is not None]
    order = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}
    return tuple(sorted(held, key=lambda one: (order[one.eligible], one.short_lo if one.short_lo is not None else 0.0)))


def _standing(kind: Kind, process: Process, measured: Measured, as_of: date) -> Standing:
    rounds = [one for one in process.rounds if one.kind == kind.name and one.decided <= as_of]
    judged = tuple(measured.judged[name] for name in kind.requires)
    eligible = every(one.met for one in judged)
    last = max(rounds, key=lambda one: (one.decided, one.id), default=None)
    recent = [
        one.cut_off for one in rounds if one.cut_off is not None and one.decided > add_months(as_of, -LOOK_BACK_MONTHS)
    ]
    total = measured.scores[process.rubric].total if process.rubric in measured.scores else None
    comparable = last is not None and last.cut_off is not None and total is not None
    return Standing(
        kind=kind.name,
        title=kind.title,
        eligible=eligible,
        requirements=judged,
        last=last,
        short_lo=last.cut_off - total.hi if comparable and last and last.cut_off is not None and total else None,
        short_hi=last.cut_off - total.lo if comparable and last and last.cut_off is not None and total else None,
        recent=len(recent),
        lowest=min(recent, default=None),
        highest=max(recent, default=None),
    )


def move_effects(process: Process, who: Profile, *, as_of: date) -> tuple[MoveEffect, ...]:
    """What each move of the pack would do today, the largest certain gain first. Moves that change nothing are left
    out."""
    now = measure(process, who)
    before = {one.kind: one for one in standings(process, now, as_of=as_of)}
    effects = [_effect(process, who, move, now, before, as_of) for move in process.moves if _raises(process, who, move)]
    return tuple(sorted((one for one in effects if one), key=lambda one: (-one.gain_lo, -one.gain_hi, one.move)))


def _raises(process: Process, who: Profile, move: Move) -> bool:
    """Whether the move leaves protected traits alone and takes none below the level the person certainly has."""
    for name, level in move.sets:
        trait, state = process.trait(name), who[name]
        if trait.protected or (state.level is not None and _is_worse(trait, level, than=state.level)):
            return False
    return True


def _is_worse(trait: Trait, level: Level, *, than: Level) -> bool:
    step = trait.code(level) - trait.code(than)
    return step > 0 if trait.better is Better.LESS else step < 0 and trait.better is Better.MORE


def _effect(
    process: Process, who: Profile, move: Move, now: Measured, before: Mapping[str, Standing], as_of: date
) -> MoveEffect | None:
    after = measure(process, who, moved=dict(move.sets))
    then = standings(process, after, as_of=as_of)
    was, total = now.scores[process.rubric].total, after.scores[process.rubric].total
    opens = tuple(one.kind for one in then if one.eligible is Truth.YES and before[one.kind].eligible is not Truth.YES)
    clears = tuple(one.kind for one in then if one.would_be_selected and not before[one.kind].would_be_selected)
    if total.lo == was.lo and total.hi == was.hi and not opens:
        return None
    return MoveEffect(
        move=move.id,
        title=move.title,
        gain_lo=total.lo - was.lo,
        gain_hi=total.hi - was.hi,
        total_lo=total.lo,
        total_hi=total.hi,
        opens=opens,
        clears=clears,
        note=move.note,
    )


def headroom(process: Process, who: Profile) -> tuple[Headroom, ...]:
    """Points each trait alone could still give, the best first. Protected traits are never offered; unknown ones are
    skipped."""
    rubric = next((one for one in process.rubrics if one.name == process.rubric), None)
    if rubric is None:
        return ()
    now = measure(process, who).scores[rubric.name].total.lo
    found = [_room(process, who, rubric, trait_name, now) for trait_name in _movable(process, who)]
    return tuple(sorted((one for one in found if one), key=lambda one: (-one.best_gain, one.trait)))


def _movable(process: Process, who: Profile) -> list[str]:
    moved = {name for move in process.moves for name, _ in move.sets}
    return [
        one.name
        for one in process.traits
        if one.name in moved and not one.protected and who[one.name].level is not None
    ]


def _room(process: Process, who: Profile, rubric: Rubric, name: str, now: float) -> Headroom | None:
    trait, level = process.trait(name), who[name].level
    if level is None:
        return None
    gains = []
    for code in _higher_codes(process, rubric, name, trait.code(level)):
        target = trait.level(code)
        gain = measure(process, who, moved={name: target}).scores[rubric.name].total.lo - now
        gains.append((code, trait.words(target), gain))
    useful = [one for one in gains if one[2] > 0]
    if not useful:
        return None
    best = max(useful, key=lambda one: (one[2], -one[0]))
    return Headroom(
        trait=name,
        title=trait.title,
        next_level=useful[0][1],
        next_gain=useful[0][2],
        best_level=best[1],
        best_gain=best[2],
    )


def _higher_codes(process: Process, rubric: Rubric, name: str, code: float) -> list[float]:
    """Codes above the present one at which some row may change: all levels, or the numbers that conditions compare
    with."""
    codes = process.trait(name).codes()
    if codes is not None:
        return [one for one in codes if one > code]
    used = {name} | {value.name for value in process.derived if name in value.uses}
    used |= {
        role + one[len(stands) :]
        for one in used
        for roles in rubric.assignments
        for role, stands in roles
        if one.startswith(stands + "_")
    }
    breaks = {
        at for row in rubric.rows for clause in row.condition.clauses if clause.name in used for at in clause.breaks
    }
    return sorted(at for at in breaks if at > code)

"""What stands behind a gap, trait by trait: one's own level at each past attempt, those who applied, what is
required."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from twelfth.base import When
from twelfth.distance import Threshold, level_words, thresholds
from twelfth.goal import Attempt, Case, PoolShare, Process, StageName, Trait, profile


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLevel:
    """One's level on the day an attempt was sent, or decided where that is not known, as known on that day, of which
    day is told as much as is known. span: the lowest and highest code it may stand for; null where it was not known."""

    round: str
    day: When
    words: str
    span: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolBehind:
    """What is said of those who applied. shares: of each level in order, by its code and in words, where levels are
    told; mean, sd: of a number. n: how many it rests on, where that is said; sources: titles."""

    basis: str
    shares: tuple[tuple[float, str, float], ...] = ()
    mean: float | None = None
    sd: float | None = None
    n: int | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Backdrop:
    """Of one trait. pool: null where nothing is said of those who applied."""

    trait: str
    past: tuple[PastLevel, ...] = ()
    pool: PoolBehind | None = None
    thresholds: tuple[Threshold, ...] = ()


def backdrops(case: Case, process: Process, day: date, names: Iterable[str]) -> tuple[Backdrop, ...]:
    """Of the traits by these names, those that have anything behind them; case and process as known on the day."""
    sent = [(one, _day(process, one)) for one in case.attempts if one.stage is not StageName.DRAFT]
    then = [
        (_name(process, one), _when(process, one, on), profile(case.facts, on, traits=process.traits))
        for one, on in sent
        if on is not None and on <= day
    ]
    asked = thresholds(process, day)
    titles = {one.id: one.title for one in process.sources}
    found = []
    for trait in (one for name in names for one in process.traits if one.name == name):
        past = tuple(
            PastLevel(
                round=name,
                day=when,
                words=level_words(trait, state),
                span=None if state.level is None else trait.span(state.level),
            )
            for name, when, who in then
            for state in (who[trait.name],)
        )
        told = [one for one in process.pool if one.trait == trait.name]
        walls = tuple(one for one in asked if one.trait == trait.name)
        if past or told or walls:
            pool = _pool(trait, told, titles) if told else None
            found.append(Backdrop(trait=trait.name, past=past, pool=pool, thresholds=walls))
    return tuple(found)


def _day(process: Process, attempt: Attempt) -> date | None:
    """The day an attempt was sent, else the one on which its round is decided; None where neither is known."""
    held = next((one.decided for one in process.rounds if one.id == attempt.round), None)
    sent = attempt.submitted.latest if attempt.submitted is not None else None
    days = [one for one in (sent, held) if one is not None]
    return min(days, default=None)


def _when(process: Process, attempt: Attempt, day: date) -> When:
    """As well as that day is known: it is the last possible one."""
    held = next((one.when_decided for one in process.rounds if one.id == attempt.round), None)
    told = (one for one in (attempt.submitted, held) if one is not None and one.may_be(day))
    return next(told, When.on(day))


def _name(process: Process, attempt: Attempt) -> str:
    return next((one.name or one.id for one in process.rounds if one.id == attempt.round), attempt.round)


def _pool(trait: Trait, told: Sequence[PoolShare], titles: dict[str, str]) -> PoolBehind:
    first = told[0]
    stated = {one.level: one.share for one in told if one.level is not None and one.share is not None}
    if trait.codes() == (0.0, 1.0) and len(stated) == 1:
        ((level, share),) = stated.items()
        stated = {level: share, trait.level(1.0 - trait.code(level)): 1 - share}
    coded = sorted((trait.code(level), trait.words(level), share) for level, share in stated.items())
    return PoolBehind(
        basis=str(first.basis),
        shares=tuple(coded),
        mean=first.mean,
        sd=first.sd,
        n=first.n,
        sources=tuple(dict.fromkeys(titles.get(name, name) for one in told for name in one.source)),
    )

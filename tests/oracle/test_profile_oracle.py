"""The profile against its slow twin, which tries every concrete day each uncertain day could be.

The twin knows nothing of intervals: it picks one day for every beginning and end, drops the picks in which two
facts contradict each other, and says what holds on the day asked about. What the profile calls certain must hold
in every pick; what it calls exhaustive must contain the outcome of every pick.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest

from twelfth.base import InvalidInput, Truth, When, add_months
from twelfth.goal import Binary, Fact, Level, Ordered, State, Status, Trait, profile

FIRST = date(2000, 2, 26)
WINDOW = 4
HORIZON = 9
CASES = 800
SEED = 20000229

BINARY = Binary("diver")
LAPSING = Binary("certificate", valid_months=1, when_lapsed=False)
ORDERED = Ordered("degree", levels=("bachelor", "master", "doctor"))
LAPSING_ORDERED = Ordered("english", levels=("none", "basic", "fluent"), valid_months=1, when_lapsed="none")
TRAITS = {"binary": BINARY, "lapsing": LAPSING, "ordered": ORDERED, "lapsing ordered": LAPSING_ORDERED}


@dataclass(frozen=True, slots=True)
class Pick:
    """A fact whose days are settled; `stated`: its end was written down and does not come from a validity."""

    level: Level
    begins: date
    ends: date | None
    stated: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A small case with the profile's answer and the twin's; `words` tell it where a test fails."""

    words: str
    facts: list[Fact]
    as_of: date
    state: State
    found: set[Level | None]


def outcomes(facts: list[Fact], as_of: date, trait: Trait) -> set[Level | None]:
    """What holds on the day, in every consistent way of settling the days; None stands for unknown."""
    told = [fact for fact in facts if fact.known is None or fact.known <= as_of]
    ways = product(*(list(picks(fact, trait)) for fact in told))
    begun = (tuple(pick for pick in way if pick.begins <= as_of) for way in ways)
    return {outcome(way, as_of, trait) for way in begun if not any_contradiction(way)}


def can_all_be_true(facts: list[Fact], trait: Trait) -> bool:
    """Whether some way of settling the days has no contradiction on any day, past or to come."""
    return any(not any_contradiction(way) for way in product(*(list(picks(fact, trait)) for fact in facts)))


def picks(fact: Fact, trait: Trait) -> Iterator[Pick]:
    for begins in days(fact.begins):
        known_ahead = fact.known is not None and fact.begins.earliest is not None and fact.begins.earliest > fact.known
        if fact.known is not None and begins > fact.known and not known_ahead:
            continue
        if fact.ends is not None:
            yield from (Pick(fact.level, begins, ends, True) for ends in days(fact.ends) if ends >= begins)
        elif trait.valid_months is not None and fact.level != trait.when_lapsed:
            ends = add_months(begins, trait.valid_months) - timedelta(days=1)
            yield Pick(fact.level, begins, ends, False)
        else:
            yield Pick(fact.level, begins, None, False)


def days(when: When) -> list[date]:
    """Every day it may be; an open end reaches a little beyond everything else in these small cases."""
    first = when.earliest or FIRST - timedelta(days=2)
    last = when.latest or FIRST + timedelta(days=HORIZON + 2)
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def any_contradiction(way: tuple[Pick, ...]) -> bool:
    return any(
        one.level != other.level and (one.begins == other.begins or (both_stated(one, other) and overlap(one, other)))
        for index, one in enumerate(way)
        for other in way[index + 1 :]
    )


def both_stated(one: Pick, other: Pick) -> bool:
    return one.stated and other.stated


def overlap(one: Pick, other: Pick) -> bool:
    return max(one.begins, other.begins) <= min(one.ends or date.max, other.ends or date.max)


def outcome(way: tuple[Pick, ...], as_of: date, trait: Trait) -> Level | None:
    """The rule for settled days: a later fact of another level replaces an earlier one, an ended one is followed
    by the lapsed level, by "not held" when it was held, and else by nothing that is known."""
    if not way:
        return None
    latest = max(way, key=lambda pick: pick.begins)
    others = [pick.begins for pick in way if pick.level != latest.level]
    run = [pick for pick in way if pick.level == latest.level and all(pick.begins > day for day in others)]
    if any(pick.ends is None or pick.ends >= as_of for pick in run):
        return latest.level
    if trait.valid_months is not None:
        return trait.when_lapsed
    return False if latest.level is True else None


def small_case(rng: np.random.Generator, trait: Trait, *, widest: int, ending: float) -> tuple[list[Fact], date]:
    """One to three facts of one trait within a few days, and a day to ask about."""
    codes = trait.codes() or ()
    facts: list[Fact] = []
    while len(facts) < rng.integers(1, 4):
        begins, ends = window(rng, widest), window(rng, widest) if rng.random() < ending else None
        if ends is not None and ends.certainly_before(begins):
            continue
        known = day(rng) if rng.random() < 0.3 else None
        level = trait.level(codes[rng.integers(len(codes))])
        facts.append(Fact(trait=trait.name, level=level, begins=begins, ends=ends, known=known))
    late = add_months(FIRST, 1) if trait.valid_months is not None and rng.random() < 0.5 else FIRST
    return facts, late + timedelta(days=int(rng.integers(HORIZON)))


def day(rng: np.random.Generator) -> date:
    return FIRST + timedelta(days=int(rng.integers(HORIZON)))


def window(rng: np.random.Generator, widest: int) -> When:
    first = day(rng)
    last = first + timedelta(days=int(rng.integers(widest)) if rng.random() < 0.6 else 0)
    open_end = 0.08 if widest > 1 else 0.0
    return When(None if rng.random() < open_end else first, None if rng.random() < open_end else last)


def cases(trait: Trait, *, widest: int = WINDOW, ending: float = 0.5) -> Iterator[Compared]:
    """Random small cases that the profile accepts."""
    rng = np.random.default_rng(SEED)
    for _ in range(CASES):
        facts, as_of = small_case(rng, trait, widest=widest, ending=ending)
        try:
            state = profile(facts, as_of, traits=(trait,))[trait.name]
        except InvalidInput:
            continue
        found = outcomes(facts, as_of, trait)
        if found:
            words = f"{told(facts, as_of)} -> {state.status} {state.possible}, twin {found}"
            yield Compared(words, facts, as_of, state, found)


def told(facts: list[Fact], as_of: date) -> str:
    lines = (f"{fact.level} from {fact.begins} to {fact.ends}, known {fact.known}" for fact in facts)
    return f"on {as_of}: " + "; ".join(lines)


def touching(case: Compared) -> bool:
    """Whether two levels share one possible first day, which the twin rules out and the profile does not."""
    starts = [(fact.level, fact.start.clipped(case.as_of)) for fact in case.facts]
    return any(
        level != other and start.latest == next_start.earliest
        for level, start in starts
        for other, next_start in starts
    )


@pytest.mark.parametrize("kind", TRAITS)
def test_certain_means_certain(kind: str) -> None:
    """Soundness: a level the profile says is held, or not held, holds however the days are settled."""
    certain = [case for case in cases(TRAITS[kind]) if case.state.status in (Status.HELD, Status.NOT_HELD)]

    assert len(certain) > CASES / 10
    assert [case.words for case in certain if case.found != {case.state.level}] == []


@pytest.mark.parametrize("kind", TRAITS)
def test_exhaustive_means_exhaustive(kind: str) -> None:
    """Soundness: where the level is "certainly one of `possible`", no settling of the days gives another."""
    closed = [case for case in cases(TRAITS[kind]) if case.state.exhaustive and case.state.level is None]

    assert len(closed) > CASES / 100
    assert [case.words for case in closed if not case.found <= set(case.state.possible)] == []


@pytest.mark.parametrize("kind", TRAITS)
def test_differing_days_are_never_told_as_one_level(kind: str) -> None:
    """Where two ways of settling the days differ in a level, the profile names no level."""
    differing = [case for case in cases(TRAITS[kind]) if len(case.found) > 1]

    assert len(differing) > CASES / 20
    assert [case.words for case in differing if case.state.level is not None] == []


@pytest.mark.parametrize("kind", TRAITS)
def test_settled_days_give_the_settled_answer(kind: str) -> None:
    """Tightness: with every day known the profile says exactly what the rule says."""
    settled = list(cases(TRAITS[kind], widest=1))

    assert len(settled) > CASES / 2
    assert [case.words for case in settled if case.found != {case.state.level}] == []


@pytest.mark.parametrize("kind", ["binary", "ordered"])
def test_uncertain_beginnings_alone_are_judged_exactly(kind: str) -> None:
    """Tightness: without ends, a level is named if and only if all ways of settling the beginnings agree."""
    open_ended = [case for case in cases(TRAITS[kind], ending=0.0) if not touching(case)]

    named = {case.words: case.state.level is not None for case in open_ended}

    assert len(open_ended) > CASES / 4
    assert named == {case.words: case.found != {None} and len(case.found) == 1 for case in open_ended}


@pytest.mark.parametrize("kind", TRAITS)
def test_only_what_cannot_be_true_is_refused(kind: str) -> None:
    """No false contradiction: facts refused together cannot all be true however their days are settled."""
    rng = np.random.default_rng(SEED + 1)
    trait = TRAITS[kind]
    refused, wrong = 0, []
    for _ in range(CASES):
        facts, as_of = small_case(rng, trait, widest=WINDOW, ending=0.5)
        visible = [fact for fact in facts if fact.begun(as_of) is not Truth.NO]
        try:
            profile(facts, as_of, traits=(trait,))
        except InvalidInput:
            refused += 1
            wrong += [told(facts, as_of)] if can_all_be_true(visible, trait) else []

    assert refused > CASES / 100
    assert wrong == []

"""Laws of gaps: what may never change or leave its bounds, for any yes group."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import person, yes_group
from tests.tried import tried

from twelfth.distance import Gap, RoundRate, gaps
from twelfth.goal import (
    Basis,
    Better,
    Binary,
    Category,
    Numeric,
    Ordered,
    PoolShare,
    Recorded,
    SelectedFact,
    Timing,
    gather,
)

NAN = float("nan")
RUNG = Ordered("rung", levels=("a", "b", "c", "d"))
YEARS = Numeric("years", low=0, high=9)
FINES = Numeric("fines", low=0, high=9, better=Better.LESS)
HELD = Binary("held")
FIELD = Category("field", levels=("x", "y", "z"))
DIVING = Binary("diving", recorded=Recorded.POSITIVES_ONLY)
TRAITS = (RUNG, YEARS, FINES, HELD, FIELD, DIVING)
MOST = (3, 9, 9, 1, 2, 1)
RATE = RoundRate(round="r", selected=10, applicants=100)
POOL = (PoolShare(trait="held", basis=Basis.GUESS, level=True, share=0.3),)

columns = [st.one_of(st.integers(0, most).map(float), st.just(NAN)) for most in MOST]
groups = st.lists(st.tuples(*columns).map(list), max_size=12)
people = st.tuples(*(st.one_of(st.integers(0, most).map(float), st.none()) for most in MOST))
Codes = tuple[float | None, ...]


def gaps_of(codes: Codes, rows: list[list[float]]) -> dict[str, Gap]:
    known = {trait.name: trait.level(code) for trait, code in zip(TRAITS, codes, strict=True) if code is not None}
    found = gaps(person(TRAITS, known), yes_group(TRAITS, rows), pool=POOL, rate=RATE)  # type: ignore[arg-type]
    return {one.trait: one for one in found}


@tried(20, of=60)
@given(people, groups, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(codes: Codes, rows: list[list[float]], shuffler: object) -> None:
    """Law: gaps(permuted yes group) == gaps(yes group)."""
    permuted = list(rows)
    shuffler.shuffle(permuted)  # type: ignore[attr-defined]

    assert gaps_of(codes, permuted) == gaps_of(codes, rows)


@tried(20, of=60)
@given(people, groups)
def test_an_unknown_person_changes_the_size_only(codes: Codes, rows: list[list[float]]) -> None:
    """Law: one more selected person of whom nothing is known changes n and n_unknown, and no other figure."""
    before, after = gaps_of(codes, rows), gaps_of(codes, [*rows, [NAN] * len(TRAITS)])

    assert after == {name: replace(gap, n=gap.n + 1, n_unknown=gap.n_unknown + 1) for name, gap in before.items()}


@tried(20, of=60)
@given(people, groups)
def test_a_width_lies_between_minus_one_and_one(codes: Codes, rows: list[list[float]]) -> None:
    """Law: -1 <= width <= 1, and width = (above - below) / n_observed."""
    for gap in gaps_of(codes, rows).values():
        if gap.width is None:
            continue

        assert -1 <= gap.width <= 1
        assert (
            gap.width * gap.n_observed == (gap.above or 0) - (gap.below or 0)
            or abs(gap.width * gap.n_observed - (gap.above or 0) + (gap.below or 0)) < 1e-9
        )


@tried(20, of=60)
@given(people, groups)
def test_counts_add_up(codes: Codes, rows: list[list[float]]) -> None:
    """Law: below + same + above = n_observed, and n_observed + n_unknown = n."""
    for gap in gaps_of(codes, rows).values():
        assert gap.n_observed + gap.n_unknown == gap.n == len(rows)
        if gap.width is not None:
            assert (gap.below or 0) + (gap.same or 0) + (gap.above or 0) == gap.n_observed


@tried(20, of=60)
@given(people, groups)
def test_no_percentage_from_fewer_than_five(codes: Codes, rows: list[list[float]]) -> None:
    """Law 1 of the product: a percentile, a share lacking, bounds or a muscle only with five observed people."""
    for gap in gaps_of(codes, rows).values():
        told = (gap.yes_percentile, gap.lacking, gap.bounds, gap.quartiles)

        assert gap.n_observed >= 5 or (told == (None,) * 4 and not gap.muscle)


@tried(20, of=60)
@given(people, groups)
def test_intervals_hold_their_middle(codes: Codes, rows: list[list[float]]) -> None:
    """Law: 0 < lo <= percentile <= hi < 1, and 0 < bounds.lo <= bounds.hi <= 1."""
    for gap in gaps_of(codes, rows).values():
        for share in (gap.yes_percentile, gap.lacking):
            assert share is None or 0 < share.lo <= share.mid <= share.hi < 1
        assert gap.bounds is None or 0 < gap.bounds.lo <= gap.bounds.hi <= 1


@tried(20, of=60)
@given(people, groups)
def test_positives_only_is_never_a_share(codes: Codes, rows: list[list[float]]) -> None:
    """Law: for a positives-only trait there is no percentage, width, weight, bound or muscle, only counts."""
    gap = gaps_of(codes, rows)["diving"]

    assert (gap.width, gap.yes_percentile, gap.lacking, gap.woe, gap.bounds, gap.muscle) == (*(None,) * 5, False)


@tried(20, of=60)
@given(people, groups, st.sampled_from(["rung", "years", "held"]), st.integers(1, 3))
def test_acquiring_never_widens_the_gap(codes: Codes, rows: list[list[float]], name: str, more: int) -> None:
    """Law: a higher level of a trait of which more is better never has a larger width."""
    at = [trait.name for trait in TRAITS].index(name)
    now = codes[at] or 0.0
    before = gaps_of((*codes[:at], now, *codes[at + 1 :]), rows)[name].width
    after = gaps_of((*codes[:at], min(now + more, MOST[at]), *codes[at + 1 :]), rows)[name].width

    assert (before is None) == (after is None)
    assert before is None or after is None or after <= before


@tried(20, of=60)
@given(people, st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=8), st.data())
def test_what_came_after_selection_is_no_evidence(
    codes: Codes, known: list[tuple[int, bool]], data: st.DataObject
) -> None:
    """Law: adding P facts changes nothing at all; adding B facts changes n_later and nothing else."""

    def said(person_number: int, trait: str, level: object, timing: Timing) -> SelectedFact:
        return SelectedFact(
            person=f"p{person_number}",
            round="r",
            seat="s",
            trait=trait,
            level=level,
            timing=timing,  # type: ignore[arg-type]
        )

    facts = [said(one, "rung", RUNG.levels[level], Timing.AT_SELECTION) for one, (level, _) in enumerate(known)]
    facts += [said(one, "diving", True, Timing.AT_SELECTION) for one, (_, dives) in enumerate(known) if dives]
    later = data.draw(st.lists(st.tuples(st.integers(0, len(known) - 1), st.sampled_from(["diving", "held"]))))
    who = person(TRAITS, {} if codes[0] is None else {"rung": RUNG.level(codes[0])})
    days = {"r": who.as_of}

    def seen(extra: Timing | None) -> tuple[Gap, ...]:
        more = [] if extra is None else [said(one, trait, True, extra) for one, trait in later]
        return gaps(who, gather(TRAITS, [*facts, *more], known=days))

    assert seen(Timing.AFTERWARDS) == seen(None)
    assert tuple(replace(gap, n_later=0) for gap in seen(Timing.LATER_BIOGRAPHY)) == seen(None)


def test_the_laws_are_not_empty() -> None:
    """The groups drawn above include ones large enough for a percentile (a check of the laws themselves)."""
    rows = np.tile([1.0, 2.0, 2.0, 1.0, 0.0, 1.0], (6, 1)).tolist()

    assert gaps_of((0.0,) * 6, rows)["rung"].yes_percentile is not None

"""The process as it was known on a day: the one place where the future is left out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import built_in, yes_group

from twelfth.base import InvalidInput, NotFound
from twelfth.goal import (
    Basis,
    Binary,
    Change,
    ChangeStatus,
    Clause,
    Comparison,
    Condition,
    FunnelCount,
    Kind,
    Limit,
    Line,
    Node,
    PoolScores,
    PoolShare,
    Process,
    Requirement,
    Round,
    Row,
    Rubric,
    Version,
)

DAY = date(1998, 6, 4)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
DIVER = Binary("diver")
IS_DIVER = Condition(text="diver is yes", clauses=(Clause(name="diver", how=Comparison.IS, low=1.0),))
LINE = Line(title="dives", any_of=(IS_DIVER,))
SHARE = PoolShare(trait="diver", basis=Basis.PUBLISHED, share=0.5)


def one_round(name: str, known: date, **more: object) -> Round:
    """A round known on a day."""
    return Round(id=name, kind="class", name=name, decided=known, known=known, **more)  # type: ignore[arg-type]


def process(**parts: object) -> Process:
    """A process of one trait."""
    return Process(name="nasa", title="NASA", version="1.0.0", traits=(DIVER,), **parts)  # type: ignore[arg-type]


DATED = {
    "rounds": lambda day: one_round("17", day),
    "pool": lambda day: replace(SHARE, known=day),
    "pool_scores": lambda day: PoolScores(as_on=day, known=day, bands=()),
    "limits": lambda day: Limit(topic="odds", text="unknown", known=day),
    "changes": lambda day: Change(id="c", title="C", announced=day, status=ChangeStatus.PROPOSED),
    "requirements": lambda day: Requirement(id="r", title="R", lines=(LINE,), begins=day),
}


@pytest.mark.parametrize("part", DATED)
@pytest.mark.parametrize(("day", "count"), [(BEFORE, 1), (DAY, 1), (AFTER, 0)])
def test_what_was_known_later_is_gone(part: str, day: date, count: int) -> None:
    """Rounds, the pool, limits, changes and requirements are there from the end of their day on."""
    known = process(**{part: (DATED[part](day),)}).known(DAY)

    assert len(getattr(known, part)) == count


@pytest.mark.parametrize("part", [Limit(topic="odds", text="unknown"), SHARE], ids=["limit", "pool"])
def test_what_has_no_date_is_known_always(part: Limit | PoolShare) -> None:
    """A limit or a share without a date holds on every day."""
    name = "limits" if isinstance(part, Limit) else "pool"

    assert getattr(process(**{name: (part,)}).known(date(1900, 1, 1)), name) == (part,)


def test_a_round_is_known_from_its_known_day() -> None:
    """A decision that was published later is hidden until then."""
    hidden = replace(one_round("17", BEFORE), known=AFTER)

    assert process(rounds=(hidden,)).known(DAY).rounds == ()


def test_the_funnel_goes_with_its_round() -> None:
    """Counts of a round that is not known yet are gone, those of others stay."""
    counts = tuple(FunnelCount(round=name, stage="applied", count=9) for name in ("16", "17"))

    known = process(rounds=(one_round("16", BEFORE), one_round("17", AFTER)), funnel=counts).known(DAY)

    assert known.funnel == counts[:1]


def test_people_selected_later_are_gone() -> None:
    """The yes group of a day holds only those whose selection was known."""
    group = yes_group((DIVER,), [[1], [0]], ids=["ann", "bob"], dates=[DAY, AFTER])

    known = process(yes_group=group).known(DAY).yes_group

    assert known is not None
    assert known.ids == ["ann"]


def test_a_process_without_people_stays_without() -> None:
    """No yes group is not an empty one."""
    assert process().known(DAY).yes_group is None


@pytest.mark.parametrize(
    ("ends", "told"),
    [(None, None), (BEFORE, BEFORE), (DAY, None), (AFTER, None)],
    ids=["none", "past", "today", "ahead"],
)
def test_the_end_of_a_rule_is_told_once_it_has_ended(ends: date | None, told: date | None) -> None:
    """When a rule would end was not known while it held."""
    rule = Requirement(id="r", title="R", lines=(LINE,), ends=ends)

    assert [one.ends for one in process(requirements=(rule,)).known(DAY).requirements] == [told]


def test_rubrics_are_told_as_of_the_day() -> None:
    """A rubric that was not in force yet is gone, another has the versions of that day."""
    old, new = Version(id="old", begins=BEFORE, ends=DAY), Version(id="new", begins=AFTER)
    row = Row(node="total", condition=IS_DIVER, points=(("points", 1.0),))
    parts = {"nodes": (Node(name="total", title="Total"),), "rows": (row,)}
    rubrics = (
        Rubric(name="a", title="A", versions=(old, new), **parts),  # type: ignore[arg-type]
        Rubric(name="b", title="B", versions=(new,), **parts),  # type: ignore[arg-type]
    )

    known = process(rubrics=rubrics).known(DAY).rubrics

    assert [(one.name, one.versions) for one in known] == [("a", (Version(id="old", begins=BEFORE),))]


@pytest.mark.parametrize(
    ("status", "effective", "told"),
    [
        (ChangeStatus.IN_FORCE, AFTER, ChangeStatus.ANNOUNCED),
        (ChangeStatus.IN_FORCE, DAY, ChangeStatus.IN_FORCE),
        (ChangeStatus.IN_FORCE, None, ChangeStatus.IN_FORCE),
        (ChangeStatus.PROPOSED, AFTER, ChangeStatus.PROPOSED),
    ],
)
def test_a_change_not_yet_effective_reads_announced(
    status: ChangeStatus, effective: date | None, told: ChangeStatus
) -> None:
    """On a day between its announcement and its effect a change was announced and not in force."""
    change = Change(id="c", title="C", announced=BEFORE, status=status, effective=effective)

    assert [one.status for one in process(changes=(change,)).known(DAY).changes] == [told]


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_knowing_twice_is_knowing_on_the_earlier_day(one: date, other: date) -> None:
    """Law: known(later).known(earlier) == known(earlier) in rounds, counts, limits, changes and requirements."""
    early, late = sorted((one, other))
    whole = built_in("nasa-astronaut")

    twice, once = whole.known(late).known(early), whole.known(early)

    for part in ("rounds", "funnel", "limits", "changes", "requirements", "pool", "pool_scores"):
        assert getattr(twice, part) == getattr(once, part)


def test_parts_are_found_by_name() -> None:
    """Traits, rounds and kinds are found by their names."""
    whole = process(rounds=(one_round("16", DAY), one_round("17", DAY)), kinds=(Kind(name="class", title="Class"),))

    assert (whole.trait("diver"), whole.round("17").id, whole.kind("class").title) == (DIVER, "17", "Class")


def test_a_trait_that_is_not_there_is_not_found() -> None:
    """The message names the pack and the trait; the next step lists those there are."""
    with pytest.raises(NotFound, match="The pack 'nasa' has no trait 'pilot'") as caught:
        process().trait("pilot")

    assert caught.value.next_step == "It has: diver."


def test_a_round_not_known_yet_is_not_found() -> None:
    """A round of the future is not there on that day."""
    with pytest.raises(NotFound, match="no round '17' known on that day") as caught:
        process(rounds=(one_round("17", AFTER),)).known(DAY).round("17")

    assert "twelfth pack show nasa" in caught.value.next_step


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_a_share_of_the_pool_is_a_share(share: float) -> None:
    """A share outside [0, 1] is refused with its trait."""
    with pytest.raises(InvalidInput, match="share of diver in the pool"):
        PoolShare(trait="diver", basis=Basis.GUESS, share=share)


@pytest.mark.parametrize("sd", [0.0, -1.0])
def test_a_spread_is_above_zero(sd: float) -> None:
    """A pool in which all are equal says nothing."""
    with pytest.raises(InvalidInput, match="sd of hours in the pool"):
        PoolShare(trait="hours", basis=Basis.SURVEY, mean=3.0, sd=sd)


@pytest.mark.parametrize("given_", [{}, {"mean": 3.0}, {"sd": 1.0}, {"share": 0.5, "mean": 3.0, "sd": 1.0}])
def test_a_pool_is_told_one_way(given_: dict[str, float]) -> None:
    """Either a share, or a mean with its spread."""
    with pytest.raises(InvalidInput, match="either a share, or a mean and an sd"):
        PoolShare(trait="hours", basis=Basis.SURVEY, **given_)  # type: ignore[arg-type]


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_ends_of_a_share_are_shares(share: float) -> None:
    """Nobody and everybody are possible shares."""
    assert PoolShare(trait="diver", basis=Basis.EXPERT, share=share).share == share


def test_a_mean_with_its_spread_is_accepted() -> None:
    """A number is told by its mean and spread."""
    assert PoolShare(trait="hours", basis=Basis.SURVEY, mean=3.0, sd=1.0).mean == 3.0


def test_a_kind_there_is_not_is_a_sentence() -> None:
    """A kind of round that does not exist is named, with those that do."""
    with pytest.raises(NotFound, match="no kind of round 'x'"):
        process().kind("x")


@pytest.mark.parametrize(
    ("field", "figures"),
    [
        ("mean", {"mean": float("inf"), "sd": 1.0}),
        ("mean", {"mean": float("nan"), "sd": 1.0}),
        ("sd", {"mean": 1.0, "sd": float("nan")}),
        ("sd", {"mean": 1.0, "sd": float("inf")}),
        ("n", {"share": 0.5, "n": 0}),
        ("share", {"share": float("nan")}),
    ],
)
def test_figures_of_the_pool_are_finite(field: str, figures: dict[str, float]) -> None:
    """Numbers that are none, and nobody behind a statement, are refused with the field."""
    with pytest.raises(InvalidInput) as caught:
        PoolShare(trait="hours", basis=Basis.SURVEY, **figures)  # type: ignore[arg-type]

    assert caught.value.problems[0].field == field

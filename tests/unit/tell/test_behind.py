"""What stands behind a strip: rings for past attempts, a band for those who applied, walls for what is required."""

import re
from datetime import date

import pytest
from tests.factories import fact, yes_group

from twelfth.base import When
from twelfth.distance import Threshold, gaps, thresholds
from twelfth.goal import (
    Attempt,
    Basis,
    Binary,
    Capacity,
    Case,
    Clause,
    Comparison,
    Condition,
    Kind,
    Line,
    Numeric,
    Ordered,
    PoolShare,
    Process,
    Requirement,
    Round,
    Stage,
    StageName,
    profile,
)
from twelfth.tell.page.render import gap_card
from twelfth.tell.say.behind_words import behind_lines, behind_rows
from twelfth.usecases import Backdrop
from twelfth.usecases.distance.backdrop import backdrops

DAY = date(2026, 5, 1)
DEGREE = Ordered("degree", label="Degree", levels=("none", "master", "doctorate"))
PAPERS = Numeric("papers", label="Papers")
TEACHES = Binary("teaches", label="Has taught")
TRAITS = (DEGREE, PAPERS, TEACHES)
ROWS = [[2, 4, 1], [2, 8, 1], [1, 12, 0], [1, 2, 1], [0, 15, 0]]


def clause(name: str, how: Comparison, low: float, high: float = 0.0) -> Condition:
    return Condition(text="", clauses=(Clause(name=name, how=how, low=low, high=high),))


def requirement(*lines: tuple[Condition, ...]) -> Requirement:
    return Requirement(id="gate", title="The gate", lines=tuple(Line(title="one", any_of=one) for one in lines))


def process(**changed: object) -> Process:
    made: dict[str, object] = {
        "name": "p",
        "title": "P",
        "version": "1",
        "traits": TRAITS,
        "kinds": (Kind(name="call", title="Call", requires=("gate",)),),
        "rounds": tuple(
            Round(id=str(year), kind="call", name=f"Call {year}", decided=date(year, 6, 1), known=date(year, 6, 1))
            for year in (2023, 2024, 2025)
        ),
        "yes_group": yes_group(TRAITS, ROWS, ids=[str(at) for at in range(len(ROWS))]),
    }
    return Process(**(made | changed))  # type: ignore[arg-type]


def sent(year: int, stage: StageName = StageName.SUBMITTED) -> Attempt:
    return Attempt(round=str(year), history=(Stage(stage=stage, on=When.on(date(year, 3, 1))),))


CASE = Case(
    name="me",
    title="Me",
    pack="p",
    facts=(
        fact("papers", 3, date(2023, 1, 1)),
        fact("papers", 9, date(2024, 1, 1), known=date(2024, 9, 1)),
        fact("papers", 11, date(2025, 1, 1)),
    ),
    attempts=(sent(2023), sent(2024), sent(2025)),
    capacity=Capacity(),
)


def behind(process: Process, *, case: Case = CASE) -> dict[str, Backdrop]:
    return {one.trait: one for one in backdrops(case, process, DAY, [one.name for one in TRAITS])}


def card(process: Process, trait: str) -> dict[str, object]:
    who = profile(CASE.facts, DAY, traits=TRAITS)
    assert process.yes_group is not None
    (gap,) = (one for one in gaps(who, process.yes_group) if one.trait == trait)
    return gap_card(gap, backdrops=tuple(behind(process).values()))


def test_a_past_attempt_has_the_level_that_was_known_on_its_day() -> None:
    """Not what was true then and learned later, nor what is known now; and none where nothing was known."""
    found = behind(process())

    assert [(one.round, one.words, one.span) for one in found["papers"].past] == [
        ("Call 2023", "3", (3.0, 3.0)),
        ("Call 2024", "3", (3.0, 3.0)),
        ("Call 2025", "11", (11.0, 11.0)),
    ]
    assert {(one.words, one.span) for one in found["teaches"].past} == {("unknown", None)}


def test_what_was_never_sent_is_no_past_attempt() -> None:
    """A draft says nothing of what was judged."""
    case = Case(name="me", title="Me", pack="p", facts=CASE.facts, attempts=(sent(2023, StageName.DRAFT),))

    assert behind(process(), case=case) == {}


def test_each_past_level_is_a_ring_and_an_unknown_one_is_none() -> None:
    """One ring a level; the table has every attempt, the unknown ones too."""
    papers, teaches = card(process(), "papers"), card(process(), "teaches")

    assert str(papers["strip"]).count('class="past"') == 2
    assert str(teaches["strip"]).count('class="past"') == 0
    assert papers["behind"] == ["At your past attempts: 3 (Call 2023 and Call 2024); 11 (Call 2025)."]
    assert [row[:2] for row in behind_rows(behind(process())["teaches"])] == [
        ("You, Call 2023", "unknown"),
        ("You, Call 2024", "unknown"),
        ("You, Call 2025", "unknown"),
    ]
    assert papers["behind"][0] in str(papers["strip"])  # type: ignore[index]


def test_those_who_applied_are_a_band_and_its_basis_is_said() -> None:
    """Shares of levels side by side, of a number one standard deviation to either side, always with who says so."""
    pool = (
        PoolShare(trait="degree", basis=Basis.GUESS, level="none", share=0.5),
        PoolShare(trait="degree", basis=Basis.GUESS, level="master", share=0.3),
        PoolShare(trait="degree", basis=Basis.GUESS, level="doctorate", share=0.2),
        PoolShare(trait="teaches", basis=Basis.SURVEY, level=True, share=0.4, n=50),
        PoolShare(trait="papers", basis=Basis.PUBLISHED, mean=5.0, sd=2.0),
    )
    told = process(pool=pool)
    band = re.findall(r'y="28" width="([\d.]+)%"', str(card(told, "degree")["strip"]))

    assert band == ["50.00", "30.00", "20.00"]
    assert 'class="pool"' in str(card(told, "papers")["strip"])
    assert (
        behind_lines(behind(told)["degree"])[1] == "Those who applied: doctorate 20%, master 30%, none 50% (a guess)."
    )
    assert behind_lines(behind(told)["teaches"])[1] == "Those who applied: 40% with it (from a survey)."
    assert behind_lines(behind(told)["papers"])[1] == (
        "Those who applied: 5 in the mean, about two thirds 3 to 7 (published)."
    )
    assert 'y="28"' not in str(card(process(), "degree")["strip"])


@pytest.mark.parametrize(
    ("trait", "how", "codes", "told", "drawn"),
    [
        ("papers", Comparison.AT_LEAST, (5.0,), "at least 5", 1),
        ("papers", Comparison.AT_MOST, (40.0,), "at most 40", 1),
        ("papers", Comparison.BETWEEN, (5.0, 40.0), "5 to 40", 2),
        ("degree", Comparison.AT_LEAST, (1.0,), "at least master", 1),
    ],
)
def test_a_threshold_is_a_wall(trait: str, how: Comparison, codes: tuple[float, ...], told: str, drawn: int) -> None:
    """Where it begins to let through, and where it ends; named with the requirement."""
    asked = process(requirements=(requirement((clause(trait, how, *codes),)),))

    assert str(card(asked, trait)["strip"]).count('class="wall"') == drawn
    assert behind_lines(behind(asked)[trait])[-1] == f"Required: {told} (The gate)."


def test_what_may_be_met_otherwise_is_no_wall() -> None:
    """A line with two ways, a level that is only excluded, and a requirement that no kind of round has."""
    two = requirement((clause("papers", Comparison.AT_LEAST, 5.0), clause("degree", Comparison.AT_LEAST, 2.0)))
    excluded = requirement((clause("degree", Comparison.IS_NOT, 0.0),))
    plain = requirement((clause("papers", Comparison.AT_LEAST, 5.0),))

    assert thresholds(process(requirements=(two,)), DAY) == ()
    assert thresholds(process(requirements=(excluded,)), DAY) == ()
    assert thresholds(process(requirements=(plain,), kinds=(Kind(name="call", title="Call"),)), DAY) == ()
    assert thresholds(process(requirements=(plain,)), DAY) == (
        Threshold(trait="papers", requirement="The gate", low=5.0, least="5"),
    )


def test_a_protected_trait_has_no_wall() -> None:
    """It is no advice to move."""
    age = Numeric("papers", label="Papers", protected=True)
    asked = process(
        traits=(DEGREE, age, TEACHES), requirements=(requirement((clause("papers", Comparison.AT_MOST, 5.0),)),)
    )

    assert thresholds(asked, DAY) == ()

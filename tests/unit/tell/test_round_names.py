"""A round of the person's own word is told by its name; its id is for addresses. One of a pack keeps its id."""

from dataclasses import replace
from datetime import date

import pytest
from tests.kept_goals import TABLE
from tests.unit.usecases.test_people_kept import kept
from tests.unit.usecases.test_read_history import HERNANDEZ, NASA, read

from twelfth.base import When
from twelfth.goal import Attempt, Kind, Process, Round, Stage, StageName
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import say_case, say_history
from twelfth.tell.say.core_words import name_alone
from twelfth.tell.say.odds import odds_basis
from twelfth.usecases import CaseOf, estimate_odds, read_history, show_case

LAST_YEAR = date(2025, 5, 1)
OWN = Round(
    id="round-2025-call", kind="round", name="2025 call", decided=LAST_YEAR, known=LAST_YEAR, source=("own",)
)  # fmt: skip
EMPTY = Process(name="blank", title="My own", version="1", traits=(), kinds=(Kind(name="round", title="Round"),))
NO = Attempt(
    round=OWN.id,
    history=tuple(
        Stage(stage=one, on=When.on(LAST_YEAR)) for one in (StageName.SUBMITTED, StageName.NOT_SELECTED)
    ),
)  # fmt: skip


class Today:
    """A clock that stands still."""

    def today(self) -> date:
        return date(2026, 3, 2)


def own_goal() -> CaseOf:
    return CaseOf(kept(replace(TABLE, applied=270, selected=10), OWN, NO), MemoryPacks(EMPTY))


@pytest.mark.parametrize(
    ("key", "name", "told"),
    [
        ("round-2025-call", "2025 call", "2025 call"),
        ("anos-2", "Años", "Años"),
        ("1996", "Group 16", ""),
        ("390", "Canadian Experience Class", ""),
        ("round", "二十", ""),
        ("spring", "", ""),
    ],
)
def test_a_name_is_enough_where_the_id_was_made_of_it(key: str, name: str, told: str) -> None:
    """Also on the command line, which does not know whose words they are."""
    assert name_alone(key, name) == told


def test_a_case_is_shown_with_titles_and_not_with_raw_names() -> None:
    """The process by its title, an own round by its name; a round of a pack keeps its id, which commands ask for."""
    own = say_case(show_case("mine", cases=own_goal(), clock=Today()))
    astronaut = say_case(show_case("hernandez", cases=MemoryCases(MemoryPacks(NASA), HERNANDEZ), clock=Today()))

    assert own.startswith("Beca Montaña · Beca Montaña · as of 2026-03-02\n")
    assert "1.  2025 call, decided 2025-05-01: not selected\n" in own
    assert "round-2025-call" not in own
    assert "Group 16, round 1996, decided 1996-05-01: not selected" in astronaut


def test_a_past_attempt_is_told_by_the_name_of_its_own_round() -> None:
    """In the history of attempts; those of a pack as before."""
    cases = own_goal()
    history = say_history(read_history("mine", cases=cases, clock=Today()))

    assert "2025 call, 2025-05-01" in history
    assert "round-2025-call" not in history
    assert "round 1996, 1996-05-01" in say_history(read())


def test_one_figure_of_ones_own_is_told_of_any_round() -> None:
    """And not of the one that happens to stand for it."""
    basis = " ".join(odds_basis(estimate_odds("mine", cases=own_goal(), clock=Today())))

    assert "10 of about 270 in any round" in basis
    assert "round-2025-call" not in basis

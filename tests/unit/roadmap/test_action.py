"""An action, a calendar, a question: what cannot be is refused by name."""

import pytest
from tests.roadmap_cases import action

from twelfth.base import InvalidInput
from twelfth.roadmap import Calendar, Least

NAN = float("nan")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hours", 0),
        ("hours", 2.5),
        ("hours", True),
        ("min_hours_week", 0),
        ("max_hours_week", -1),
        ("min_hours_week", 3),
        ("min_weeks", 0),
        ("cost", -1),
        ("effect", NAN),
        ("valid_weeks", 0),
        ("pass_probability", 0.0),
        ("pass_probability", 1.2),
        ("pass_probability", NAN),
        ("retry_weeks", None),
    ],
)
def test_an_action_that_cannot_be_is_refused_by_field(field: str, value: object) -> None:
    changed = {field: value} | ({"pass_probability": 0.5} if field == "retry_weeks" else {})
    with pytest.raises(InvalidInput, match=f"{field} of action a is .*: expected") as found:
        action(**changed)
    assert found.value.problems[0].field == field


def test_every_fault_of_an_action_is_told_at_once() -> None:
    with pytest.raises(InvalidInput) as found:
        action(hours=0, effect=NAN, valid_weeks=-1)
    assert [one.field for one in found.value.problems] == ["hours", "effect", "valid_weeks"]


def test_completion_waits_for_the_elapsed_minimum() -> None:
    assert action(min_weeks=1).complete(3, 5) == 6
    assert action(min_weeks=10).complete(3, 5) == 13


@pytest.mark.parametrize(
    "given",
    [
        {"hours": ()},
        {"hours": (3, -1)},
        {"hours": (3, 1.5)},
        {"hours": (3,), "money": ((-1, 5),)},
        {"hours": (3,), "money": ((0, -5),)},
    ],
)
def test_a_calendar_that_cannot_be_is_refused(given: dict[str, tuple[object, ...]]) -> None:
    with pytest.raises(InvalidInput, match="expected"):
        Calendar(**given)  # type: ignore[arg-type]


def test_money_is_there_from_the_week_it_arrives() -> None:
    calendar = Calendar(hours=(1, 1, 1), money=((0, 5), (2, 7)))
    assert [calendar.arrived(week) for week in range(3)] == [5, 5, 12]


@pytest.mark.parametrize(("measure", "target"), [("days", 0.5), ("weeks", 0.0), ("weeks", 1.0), ("hours", NAN)])
def test_a_question_that_cannot_be_is_refused(measure: str, target: float) -> None:
    with pytest.raises(InvalidInput, match="expected"):
        Least(measure, target)  # type: ignore[arg-type]

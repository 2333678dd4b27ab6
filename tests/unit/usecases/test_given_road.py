"""A road that was kept as a file: what is read of it, and what is refused."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.roads import AS_OF, UNTIL, mile, road

from twelfth.base import InvalidInput, plain
from twelfth.packs import FileRoads
from twelfth.usecases import Wishes

FIRST = date(2025, 12, 18)


def written(folder: Path, change: Callable[[Any], None] = lambda _: None) -> FileRoads:
    """Two weeks of work, and a mile that takes time and no hours."""
    answer: Any = plain(road(mile(), mile(move="two", title="Two", hours=0, work=())))
    told = {"schema": "twelfth/roadmap/1", "twelfth": "0.1.0", "answer": answer}
    change(told)
    (folder / "road.json").write_text(json.dumps(told), encoding="utf-8")
    return FileRoads(here=folder)


def test_a_road_has_its_weeks_again(tmp_path: Path) -> None:
    """What takes no hours takes one in its first week, as the planner counts it."""
    given = written(tmp_path).get("road.json")

    assert dict(given.plan(FIRST, "road.json").work) == {"one": ((0, 10), (1, 10)), "two": ((0, 1),)}
    assert (given.drawn, given.as_of, given.until) == (AS_OF, AS_OF, UNTIL)


def test_what_is_asked_for_goes_before_what_it_was_drawn_for(tmp_path: Path) -> None:
    given = written(tmp_path).get("road.json")

    assert given.over(Wishes()) == Wishes(until=UNTIL, hours_per_week=10, budget=1000)
    assert given.over(Wishes(hours_per_week=0, budget=0)) == Wishes(until=UNTIL, hours_per_week=0, budget=0)


def test_what_it_counts_on_is_read_too(tmp_path: Path) -> None:
    """Of a road that was drawn, and of one that was drawn again, which says it of the case."""
    drawn = written(tmp_path, lambda told: told["answer"]["wished"].update(renews=True)).get("road.json")
    redrawn = written(tmp_path, lambda told: told["answer"].pop("wished") and told["answer"].update(renews=True)).get(
        "road.json"
    )

    assert drawn.over(Wishes()).renews
    assert redrawn.over(Wishes()).renews
    assert not written(tmp_path).get("road.json").over(Wishes()).renews


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.update(schema="twelfth/odds/1"), "twelfth/roadmap/1 or twelfth/replan/1"),
        (lambda told: told.pop("answer"), "answer"),
        (lambda told: told["answer"].update(as_of="soon"), "a day such as"),
        (lambda told: told["answer"].pop("miles") and told["answer"].update(miles=3), "miles"),
        (lambda told: told["answer"]["miles"][0].update(hours=21), "the 21 h of the mile"),
        (lambda told: told["answer"]["miles"][0]["work"].append(["2026-01-01", 0]), "1 to 168 hours"),
        (lambda told: told["answer"]["miles"][0]["work"].append(["never", 3]), "1 to 168 hours"),
        (lambda told: told["answer"]["miles"][0]["work"].append(["2925-01-01", 3]), "within 30 years of"),
        (lambda told: told["answer"]["miles"][0]["work"].append(["2026-01-01", 169]), "1 to 168 hours"),
        (lambda told: told["answer"]["miles"][1].update(move="one"), "a move that no other mile has"),
        (lambda told: told["answer"]["miles"][0].update(again=10**9), "from 1 to 10,980"),
        (lambda told: told["answer"]["miles"][0].update(done="3026-01-01"), "within 30 years of"),
        (lambda told: told["answer"]["miles"][0].update(cost=-1), "from 0 to 1,000,000,000,000"),
        (lambda told: told["answer"].update(hours_per_week=-3), "from 0 to 168"),
        (lambda told: told["answer"].update(budget=-3), "from 0 to 1,000,000,000,000"),
        (lambda told: told["answer"].update(until="9999-12-31"), "within 30 years of"),
    ],
)
def test_a_road_that_cannot_be_read_is_refused(change: Callable[[Any], None], said: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=said):
        written(tmp_path, change).get("road.json")


def test_work_between_two_weeks_is_refused(tmp_path: Path) -> None:
    given = written(tmp_path).get("road.json")

    with pytest.raises(InvalidInput, match="a day so many weeks after") as refused:
        given.plan(date(2025, 12, 17), "road.json")
    assert "twelfth plan newcomer --json" in refused.value.next_step

"""twelfth plan CASE, as it is typed."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from tests.command import DAY, ROAD, Done, twelfth
from tests.roads import road

ON = ("--as-of", DAY)
FEW = ("--avoid", "english_9", "--avoid", "english_10")
"""Fewer ways in which exams may end, for questions that ask the planner many times."""


def planned(*options: str) -> Done:
    return twelfth("plan", "newcomer", *ON, *options)


@pytest.mark.watched
def test_a_road_is_told_in_words() -> None:
    """The chance with and without it, dated miles, what is proved, what is left out, and nothing too wide."""
    done = planned("--work", "5")
    said = " ".join(done.out.split())

    assert done.code == 0
    for part in (
        "With this plan:",
        "If nothing is done:",
        "which is proved",
        "French to level 7",
        "hours are not known",
    ):
        assert part in said
    assert all(len(line) <= 80 for line in done.out.splitlines())
    assert "slices of work: 1, chance" in done.err


def test_a_first_road_is_there_at_once(once: Callable[..., Done]) -> None:
    """Its moves by their days, before the search has gone on."""
    first, _, later = once(*ROAD).err.partition("slices of work: 1")

    assert first.startswith("A first road, checked, with a chance of ")
    assert re.search(r"\n  by 20\d\d-\d\d-\d\d  French to level 7", first)
    assert all(len(line) <= 80 for line in first.splitlines())
    assert "A first road" not in later


def test_the_chance_of_doing_nothing_is_that_of_the_odds(once: Callable[..., Done]) -> None:
    """For the same last day, to the last digit that is printed."""
    road = json.loads(once(*ROAD).out)["answer"]
    odds = json.loads(twelfth("odds", "newcomer", *ON, "--until", road["until"], "--json").out)["answer"]["odds"]

    assert road["idle"] == odds["p"]
    assert road["idle_within"] == [odds["lo"], odds["hi"]]


def test_a_better_road_has_its_miles_within_the_hours_and_the_money(once: Callable[..., Done]) -> None:
    answer = json.loads(once(*ROAD).out)["answer"]
    hours: dict[str, int] = {}
    for mile in answer["miles"]:
        assert sum(worked for _, worked in mile["work"]) == mile["hours"]
        for week, worked in mile["work"]:
            hours[week] = hours.get(week, 0) + worked

    assert answer["idle"] < answer["chance"] <= answer["bound"]
    assert max(hours.values()) <= answer["hours_per_week"] == 10
    assert sum(mile["cost"] for mile in answer["miles"]) <= answer["budget"] == 3000
    assert [one["day"] for one in answer["by"]][-1] == answer["until"] == "2027-12-17"
    assert answer["by"][-1]["planned"] == answer["chance"]


def test_the_same_work_prints_the_same_bytes(once: Callable[..., Done]) -> None:
    assert once(*ROAD).out == twelfth(*ROAD).out


def test_what_is_avoided_is_not_planned() -> None:
    answer = json.loads(planned("--work", "2", "--json", "--avoid", "french_7", "--avoid", "nomination").out)["answer"]

    assert not {"french_7", "nomination"} & {mile["move"] for mile in answer["miles"]}


def test_a_chance_out_of_reach_is_an_answer_with_a_code_of_its_own() -> None:
    done = planned("--work", "30", "--target", "0.9", "--hours-per-week", "2", *FEW)

    assert done.code == 7
    assert "What stands in the way: the 2 hours a week." in " ".join(done.out.split())


def test_how_little_more_or_later_would_do_is_told() -> None:
    """By the last day asked about it is out of reach; more hours would do, or some months more; money would not."""
    done = planned("--until", "2026-06-17", "--target", "0.35", "--hours-per-week", "2", "--json", *FEW)
    answer = json.loads(done.out)["answer"]
    (hours,), later = answer["relaxations"], answer["later"]

    assert done.code == 7
    assert (hours["limit"], hours["now"]) == ("hours", 2)
    assert 2 < hours["least"] <= hours["enough"]
    assert hours["chance"] >= 0.35 <= later["chance"]
    assert "2026-06-17" < later["not_by"] < later["day"] <= "2027-06-17"
    assert answer["never"] == ["money"]


def test_a_later_day_that_is_told_keeps_its_word() -> None:
    """Asked for by that day, the target is reached."""
    question = ("--target", "0.35", "--hours-per-week", "2", *FEW)
    later = json.loads(planned("--until", "2026-06-17", *question, "--json").out)["answer"]["later"]
    answer = json.loads(planned("--until", later["day"], *question, "--work", "14", "--json").out)["answer"]
    words = " ".join(planned("--until", "2026-06-17", *question).out.split())

    assert answer["status"] == "found"
    assert answer["chance"] >= 0.35
    assert "2026-06-17" < answer["reached"] <= later["day"]
    assert f"By {later['day']} it can be done" in words
    assert f"That no plan does by {later['not_by']} is proved." in words


def test_a_chance_within_reach_is_reached_sooner() -> None:
    """With the weeks it takes, and none beyond what was asked for."""
    answer = json.loads(planned("--work", "12", "--target", "0.3", "--json", *FEW).out)["answer"]

    assert answer["status"] == "found"
    assert answer["chance"] >= 0.3
    assert answer["least"] <= answer["weeks"] < 104


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("newcomer", "--as-of", "2026-11-21"), 6, "rules changed"),
        (("newcomer", *ON, "--avoid", "magic"), 4, "french_7"),
        (("newcomer", *ON, "--until", "2025-01-01"), 4, "2027-12-17"),
        (("newcomer", *ON, "--hours-per-week", "-1"), 4, "--hours-per-week"),
        (("newcomer", *ON, "--hours-per-week", "169"), 4, "from 0 to 168"),
        (("newcomer", *ON, "--budget", "1000000000000000000000000000000"), 4, "--budget"),
        (("newcomer", *ON, "--target", "1.5"), 4, "--target"),
        ((), 2, "twelfth plan newcomer"),
        (("newcomer", "--instance", "mine.json"), 2, "--instance"),
        (("--instance", "mine.json", "--html", "page.html"), 2, "need a case"),
        (("--instance", "mine.json", "--ics", "road.ics"), 2, "need a case"),
    ],
)
def test_what_cannot_be_planned_is_told_with_its_code(words: tuple[str, ...], code: int, said: str) -> None:
    done = twelfth("plan", *words)

    assert done.code == code
    assert said in " ".join(done.err.split())


def test_a_calendar_replaces_a_calendar_and_nothing_else(tmp_path: Path) -> None:
    """A case file where the calendar was to go is kept; a calendar of before is replaced."""
    (tmp_path / "case.toml").write_text("schema = 1\n", encoding="utf-8")
    (tmp_path / "old.ics").write_text("BEGIN:VCALENDAR\nold", encoding="utf-8")
    with mock.patch("twelfth.usecases.plan_case", return_value=road()):
        refused = twelfth("plan", "newcomer", *ON, "--ics", "case.toml", here=tmp_path)
        written = twelfth("plan", "newcomer", *ON, "--ics", "old.ics", here=tmp_path)

    assert refused.code == 5
    assert "is not a calendar" in refused.err
    assert (tmp_path / "case.toml").read_text(encoding="utf-8") == "schema = 1\n"
    assert (written.code, written.err) == (0, "Calendar written to old.ics\n")
    assert b"old" not in (tmp_path / "old.ics").read_bytes()


def test_a_road_of_nothing_has_a_page_and_a_calendar(tmp_path: Path) -> None:
    """Where nothing would help, the page has the chances and no picture of miles, the calendar its last day."""
    with mock.patch("twelfth.usecases.plan_case", return_value=road()):
        done = twelfth("plan", "newcomer", *ON, "--html", "road.html", "--ics", "road.ics", here=tmp_path)
    page = (tmp_path / "road.html").read_text(encoding="utf-8")

    assert done.code == 0
    assert "Nothing whose hours and worth are known would raise it." in page
    assert "The chance of at least one selection, by day" in page
    assert 'class="mile"' not in page
    assert (tmp_path / "road.ics").read_bytes().count(b"BEGIN:VEVENT") == 1

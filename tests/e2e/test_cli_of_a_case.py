"""what-if, pareto, simulate and replan of a case, as they are typed: its moves by their titles, days, its currency."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.command import DAY, ROOT, Done, twelfth
from tests.e2e.test_cli_plan_people import OWN

CASES = ROOT / "src" / "twelfth" / "packs" / "cases"
NOMINATED = """
[[fact]]
trait = "nomination"
value = true
from = 2026-05-10
source = "own"

[capacity]"""
FRENCH = "French to level 7 in all four abilities"
WEEK = re.compile(r"\bweek \d")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newcomer's road, kept; the same person nominated since; and somebody whom people judge."""
    made = tmp_path_factory.mktemp("mine")
    newcomer = (CASES / "newcomer.toml").read_text(encoding="utf-8")
    (made / "newcomer.toml").write_text(newcomer, encoding="utf-8")
    was = 'trait = "nomination"\nvalue = false\nfrom = 1992-03-01\n'
    now = newcomer.replace(was, f"{was}to = 2026-05-09\n").replace("\n[capacity]", NOMINATED)
    (made / "nominated.toml").write_text(now, encoding="utf-8")
    hernandez = (CASES / "hernandez.toml").read_text(encoding="utf-8").split("# What follows")[0]
    (made / "bare.toml").write_text(hernandez.replace('name = "hernandez"', 'name = "bare"'), encoding="utf-8")
    (made / "mine.toml").write_text(hernandez.replace('name = "hernandez"', 'name = "mine"') + OWN, encoding="utf-8")
    for case, day, file in (("newcomer", DAY, "road.json"), ("mine.toml", "1996-05-02", "people.json")):
        done = twelfth("plan", case, "--as-of", day, "--work", "6", "--json", here=made)
        (made / file).write_text(done.out, encoding="utf-8")
    return made


def answered(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def check_words(done: Done, *parts: str) -> None:
    """In the words of a case, and nothing too wide."""
    said = " ".join(done.out.split())
    assert done.code == 0, done.err
    for part in parts:
        assert part in said
    assert not WEEK.search(said)
    assert all(len(line) <= 80 for line in done.out.splitlines())


def road(folder: Path, file: str = "road.json") -> Any:
    return json.loads((folder / file).read_text(encoding="utf-8"))["answer"]


def test_a_change_is_told_in_the_words_of_a_case(folder: Path) -> None:
    """With the road that is there, its chance is that of the road; a kind of round may be left out."""
    asked = ("what-if", "newcomer", "--plan", "road.json", "--drop", "french_7", "--skip", "cec", "--work", "2")
    done = twelfth(*asked, here=folder)
    answer = answered(twelfth(*asked, "--json", here=folder))

    check_words(done, f"{FRENCH} is not done, nor what needs it", "Canadian Experience Class is held", "leaves open")
    assert answer["before"]["chance"] == pytest.approx(road(folder)["chance"], abs=1e-9)
    assert answer["kept"]["chance"] <= answer["best"]["chance"] < answer["before"]["chance"]
    assert answer["whose"]["as_of"] == DAY
    assert "french_7" not in answer["best"]["work"]


def test_a_change_where_people_judge_has_the_chances_of_the_history(folder: Path) -> None:
    """A round by its day. Nothing changed but what helps nothing leaves the chance as plan tells it."""
    drawn = road(folder, "people.json")
    asked = ("what-if", "mine.toml", "--plan", "people.json", "--work", "2")
    answer = answered(twelfth(*asked, "--skip", drawn["by"][0]["day"], "--json", here=folder))
    done = twelfth(*asked, "--drop", "work_at_nasa", here=folder)

    assert answer["before"]["chance"] == pytest.approx(drawn["chance"], abs=1e-9)
    assert answer["idle_before"] == pytest.approx(drawn["idle"], abs=1e-9)
    assert answer["bound_before"] == pytest.approx(drawn["bound"], abs=1e-9)
    assert answer["idle_after"] < answer["idle_before"]
    check_words(done, "Take a post at a NASA centre", "nobody has announced them")


def test_the_chance_by_hours_of_a_case(folder: Path) -> None:
    asked = ("pareto", "newcomer", "--as-of", DAY, "--until", "2026-12-17", "--points", "3", "--work", "1")
    answer = answered(twelfth(*asked, "--over", "money", "--json", here=folder))
    chances = [one["chance"] for one in answer["points"]]

    assert [one["amount"] for one in answer["points"]] == [0, 3000, 6000]
    assert chances == sorted(chances)
    assert answer["idle"] <= chances[0]
    check_words(twelfth(*asked, "--over", "money", here=folder), "There is 3,000 CAD now.")


def test_lives_of_a_case_agree_with_its_road(folder: Path) -> None:
    """Where points decide: the chance within three standard errors, every mile done on its day."""
    asked = ("simulate", "newcomer", "--plan", "road.json", "--lives", "20000")
    answer, drawn = answered(twelfth(*asked, "--json", here=folder)), road(folder)
    lives, starts = answer["lives"], date.fromisoformat(answer["whose"]["starts"])

    assert abs(lives["chance"] - drawn["chance"]) < 3 * lives["standard_error"]
    assert sum(one["selected"] for one in lives["kinds"]) == pytest.approx(lives["chance"])
    done = {one["move"]: (date.fromisoformat(one["done"]) - starts).days // 7 for one in drawn["miles"]}
    assert {one["action"]: one["week_90"] for one in lives["miles"]} == done
    check_words(twelfth(*asked, "--overrun", "0.4", here=folder), FRENCH[:20], "Canadian Experience Class", "not by")


def test_lives_where_people_judge_agree_with_the_history(folder: Path) -> None:
    asked = ("simulate", "mine.toml", "--plan", "people.json", "--lives", "60000")
    answer, drawn = answered(twelfth(*asked, "--json", here=folder)), road(folder, "people.json")

    assert abs(answer["lives"]["chance"] - drawn["chance"]) < 3 * answer["lives"]["standard_error"]
    check_words(twelfth(*asked, "--bar", "0.2", here=folder), drawn["by"][0]["day"], "it moves by about 0.2 logits")


def test_what_matters_on_a_road(folder: Path) -> None:
    """Each move by what the best road without it lacks; what four weeks late cost."""
    asked = ("worth", "newcomer", "--plan", "road.json", "--work", "1")
    answer, drawn = answered(twelfth(*asked, "--json", here=folder)), road(folder)

    assert answer["chance"] == pytest.approx(drawn["chance"], abs=1e-9)
    assert {one["action"] for one in answer["actions"]} == {one["move"] for one in drawn["miles"]}
    assert all(one["chance_without"] <= one["chance_replaced"] for one in answer["actions"])
    late = [one["chance_late"] for one in answer["actions"] if one["chance_late"] is not None]
    assert late
    assert all(chance <= answer["chance"] for chance in late)
    done = twelfth(*asked, here=folder)
    check_words(done, FRENCH[:20], "4 weeks late", "leaves open")
    assert done.err.splitlines()[0] == f"1 of {len(drawn['miles'])} weighed"


def test_how_robust_a_road_by_points_is(folder: Path) -> None:
    """The bar rises in points; what a level adds is a rule, so nothing is less causal; kinds of round are cancelled."""
    asked = ("robust", "newcomer", "--plan", "road.json")
    answer = answered(twelfth(*asked, "--json", here=folder))
    higher = answered(twelfth(*asked, "--rise", "40", "--json", here=folder))

    assert answer["rise"] == 10
    assert higher["if_bar_rises"] < answer["if_bar_rises"] < answer["chance"]
    assert answer["if_less_causal"] is None
    assert all(one["week"] is None and one["chance"] < answer["chance"] for one in answer["cancelled"])
    check_words(twelfth(*asked, here=folder), "higher by 10 points", "Canadian Experience Class", "are cancelled")


def test_how_robust_a_road_is_where_people_judge(folder: Path) -> None:
    """The chances are those of the history, and rounds have days."""
    asked, drawn = ("robust", "mine.toml", "--plan", "people.json"), road(folder, "people.json")
    answer = answered(twelfth(*asked, "--json", here=folder))

    assert answer["chance"] == pytest.approx(drawn["chance"], abs=1e-9)
    assert answer["idle"] < answer["if_less_causal"] < answer["chance"]
    assert answer["rise"] == 0.2
    check_words(twelfth(*asked, here=folder), "in log-odds", f"round of {drawn['by'][-1]['day'][:3]}")


def test_the_next_fork_of_a_road(folder: Path) -> None:
    """A nomination that does not come; what takes time and no hours still runs."""
    asked = ("fork", "newcomer", "--plan", "road.json", "--work", "2")
    answer = answered(twelfth(*asked, "--json", here=folder))
    branches = answer["branches"]

    assert [one["what"] for one in branches] == ["not-at-first", "never"]
    assert branches[0]["action"] == "nomination"
    assert all(one["chance_kept"] <= one["best"]["chance"] for one in branches)
    assert branches[1]["chance_kept"] < branches[0]["chance_kept"] < answer["chance"]
    assert "nomination" in branches[0]["complete"]
    check_words(twelfth(*asked, here=folder), "does not succeed at its first attempt, by 2026", "CAD.")


def test_a_fork_where_people_judge_has_a_round_by_its_day(folder: Path) -> None:
    asked, drawn = ("fork", "mine.toml", "--plan", "people.json", "--work", "1"), road(folder, "people.json")
    said = twelfth(*asked, here=folder)

    check_words(said, f"If the round of {drawn['by'][0]['day']} is cancelled")
    assert "Money left" not in said.out


def test_a_road_is_redrawn_after_hours_were_lost(folder: Path) -> None:
    """What was worked stays; each change has its gain; and what comes out can be redrawn again."""
    asked = ("replan", "newcomer", "--plan", "road.json", "--since", "2026-06-30", "--hours-per-week", "6")
    printed = twelfth(*asked, "--work", "9", "--json", here=folder)
    answer = answered(printed)
    (folder / "again.json").write_text(printed.out, encoding="utf-8")
    again = answered(
        twelfth("replan", "newcomer", "--plan", "again.json", "--since", "2026-09-30", "--hours-per-week", "6",
                "--changes", "0", "--work", "2", "--json", here=folder)
    )  # fmt: skip
    hours: dict[str, int] = {}
    for mile in answer["miles"]:
        for week, worked in mile["work"]:
            hours[week] = hours.get(week, 0) + worked

    assert 1 <= len(answer["changes"]) <= 3
    assert answer["chance"] >= answer["kept"]["chance"]
    assert max(each for week, each in hours.items() if week >= answer["goes_on"]) <= 6
    before = {
        one["move"]: [pair for pair in one["work"] if pair[0] < answer["goes_on"]] for one in road(folder)["miles"]
    }
    assert all(
        [pair for pair in one["work"] if pair[0] < answer["goes_on"]] == before[one["move"]]
        for one in answer["miles"]
        if one["move"] in before
    )
    assert again["kept"]["changes"] == []
    assert {one["move"]: one["done"] for one in again["miles"]} == {one["move"]: one["done"] for one in answer["miles"]}


def test_what_is_held_by_now_is_no_longer_planned(folder: Path) -> None:
    """A nomination that came, and French that is given up: the one is held, the other dropped as a change."""
    asked = ("replan", "nominated.toml", "--plan", "road.json", "--since", "2026-06-30", "--avoid", "french_7")
    done = twelfth(*asked, "--work", "3", here=folder)
    answer = answered(twelfth(*asked, "--work", "3", "--json", here=folder))
    states = {one["move"]: one["state"] for one in answer["stood"]}

    assert (states["nomination"], states["french_7"]) == ("held", "no longer")
    assert {"french_7", "nomination"}.isdisjoint(one["move"] for one in answer["miles"])
    assert [one["change"]["move"] for one in answer["changes"] if one["gain"] is None] == ["french_7"]
    assert answer["paid"] == 1900
    check_words(done, "the case holds it by now", "left out, as you wish", f"Drop {FRENCH}", "1,900 CAD is gone")


def test_an_exam_whose_day_is_past_and_that_is_not_held_was_not_passed(folder: Path) -> None:
    done = twelfth("replan", "mine.toml", "--plan", "people.json", "--since", "1997-08-01", "--work", "2", here=folder)

    check_words(done, "its first attempt fell by now, and the case does not hold it", "it is not redrawn")


def test_a_road_whose_hours_have_no_days_is_refused(folder: Path) -> None:
    """They would count as worked in one week."""
    road = json.loads((folder / "road.json").read_text(encoding="utf-8"))
    longest = max(road["answer"]["miles"], key=lambda one: one["hours"])
    longest["work"] = []
    (folder / "emptied.json").write_text(json.dumps(road), encoding="utf-8")
    done = twelfth("replan", "newcomer", "--plan", "emptied.json", "--since", "2026-03-05", "--work", "1", here=folder)

    assert done.code == 4
    assert f"expected the {longest['hours']} h of the mile" in " ".join(done.err.split())


def test_a_round_that_is_still_to_come_is_not_called_over(folder: Path) -> None:
    """In the week under way: expected for 1998-07-14, asked about the day before."""
    done = twelfth("replan", "mine.toml", "--plan", "people.json", "--since", "1998-07-13", "--work", "1", here=folder)

    assert done.code in (0, 7)
    assert "is over" not in done.out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("what-if", "newcomer", "--as-of", DAY, "--drop", "french_7", "--seed", "-1"), 2, "--seed"),
        (("what-if", "newcomer", "--as-of", DAY), 4, "Say what to drop"),
        (("what-if", "mine.toml", "--plan", "people.json", "--drop", "flying"), 4, "cannot be counted"),
        (("what-if", "mine.toml", "--plan", "people.json", "--skip", "1998"), 4, "Rounds: 19"),
        (("what-if", "newcomer", "--as-of", DAY, "--skip", "magic"), 4, "Kinds: general, cec"),
        (("what-if", "bare.toml", "--as-of", "2003-12-31", "--more-hours", "2"), 6, "[capacity] of the case file"),
        (("what-if", "--more-hours", "2"), 2, "twelfth what-if newcomer"),
        (("pareto", "newcomer", "--instance", "mine.json"), 2, "not both"),
        (("pareto", "--instance", "mine.json", "--as-of", DAY), 2, "need a case"),
        (("simulate", "newcomer", "--plan", "people.json"), 4, "expected a road of newcomer"),
        (("simulate", "newcomer", "--plan", "road.json", "--as-of", "2026-01-01"), 4, "twelfth replan newcomer"),
        (("simulate", "newcomer", "--plan", "road.json", "--bar", "0.3"), 4, "0 where points decide"),
        (("simulate", "newcomer", "--plan", "newcomer.toml"), 4, "expected JSON"),
        (("replan", "newcomer", "--plan", "none.json"), 3, "none.json"),
        (("replan", "newcomer", "--plan", "road.json", "--since", "2020-01-01"), 4, "a day from 2025-12-17 on"),
        (("replan", "newcomer", "--plan", "road.json", "--since-week", "3"), 2, "--since DATE"),
        (("replan", "--instance", "mine.json", "--plan", "road.json", "--since", DAY), 2, "--since-week"),
        (("replan", "newcomer"), 2, "--plan"),
    ],
)
def test_what_cannot_be_asked_is_told_with_its_code(folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = twelfth(*words, here=folder)

    assert done.code == code
    assert said in " ".join(done.err.split())
    assert done.out == ""

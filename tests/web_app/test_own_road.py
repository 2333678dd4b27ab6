"""The road of a goal of one's own: a table of those who got in is enough for it, hours are typed under Learn."""

import re
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from tests.roads import mile
from tests.roads import road as made_up
from tests.web_app.client import App, text
from tests.web_app.own_goal import somebody_of_seven

from twelfth.usecases import kept_road, road_of
from twelfth.web.desk import desk

PERCENT = re.compile(r"\d ?%")
PATIENCE = 120


@pytest.fixture
def today() -> str:
    return "2026-05-01"


@pytest.fixture
def goal(app: App) -> str:
    return somebody_of_seven(app)


def draw(app: App, goal: str, **fields: Any) -> None:
    """Draw and wait."""
    assert app.post(f"/goal/{goal}/road/draw", **({"hours": "6"} | fields)).status_code == 303
    until = monotonic() + PATIENCE
    while not (job := desk().jobs.of(goal)).done:
        assert monotonic() < until
        sleep(0.05)
    assert (job.error, "%" in job.told) == ("", False)
    desk().jobs.forget(goal)


def add_people(app: App, goal: str, *publications: str) -> None:
    """More people who got in, each with a degree."""
    for each in publications:
        row = app.goals.get(goal).table
        assert row is not None
        fields = {"was": str(row.version), "of-degree": "yes", "of-publications": each}
        assert app.post(f"/goal/{goal}/people/add", **fields).status_code == 303


def shown(response: Any) -> str:
    """What stands on a page, without pictures and signs."""
    bare = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", text(response).partition("<main")[2], flags=re.DOTALL)
    return " ".join(bare.split())


def test_learn_asks_for_the_hours_of_what_those_who_got_in_had(app: App, goal: str) -> None:
    """By the level that is enough for half of them, and for three quarters; nothing protected."""
    page = shown(app.get(f"/goal/{goal}/learn"))

    assert "Degree Enough to stand at or above half of those who got in." in page
    assert "Publications: 8 Enough to stand at or above half of those who got in." in page
    assert "Publications: 12 Enough to stand at or above three quarters of those who got in." in page
    assert "Hours for all of it, from where you are (4) to 8" in page


def test_a_first_road_says_what_to_say_and_links_to_where(app: App, goal: str) -> None:
    """Without any hours it has no mile, no percentage, and a link for each gap."""
    draw(app, goal)
    response = app.get(f"/goal/{goal}/road")
    page = shown(response)

    assert "No chance can be told" in page
    assert "This road closes 0 of 2 gaps by" in page
    assert not PERCENT.search(page)
    assert "[[way]]" not in page
    for step in ("degree", "publications"):
        assert f'href="#hours-of-{step}"' in text(response)
        assert f'id="hours-of-{step}"' in text(response)


def test_what_lacks_hours_comes_before_a_road_that_waits_for_them(app: App, goal: str) -> None:
    """Large and first; to follow the empty road is the small thing. Once most of it has hours it is the other way."""
    draw(app, goal)
    empty = text(app.get(f"/goal/{goal}/road"))
    for step in ("degree", "publications"):
        app.post(f"/goal/{goal}/learn", towards=step, ability="none", hours="30")
    draw(app, goal)
    full = text(app.get(f"/goal/{goal}/road"))

    assert '<a class="button main" href="#hours-of-publications">' in empty
    assert empty.index("Say what these take") < empty.index("This road closes 0 of 2 gaps")
    assert '<button class="small">Follow this road' in empty
    assert "Say what these take" not in full
    assert '<button class="main">Follow this road' in full


def test_half_of_the_gaps_without_hours_do_not_make_a_road_wait(app: App, goal: str) -> None:
    """One of two is closed: to follow it is the first thing, what lacks hours stands below."""
    app.post(f"/goal/{goal}/learn", towards="publications", ability="none", hours="30")
    draw(app, goal)
    page = text(app.get(f"/goal/{goal}/road"))

    assert '<button class="main">Follow this road' in page
    assert "Say what these take" not in page
    assert f'href="/goal/{goal}/learn?hours#hours-of-degree"' in page


def test_what_is_held_by_now_is_asked_for_no_more(app: App, goal: str) -> None:
    """Of a road drawn before the degree was there: Learn has no place for it, so nothing leads to one."""
    app.post(f"/goal/{goal}/learn", towards="publications", ability="none", hours="30")
    draw(app, goal)
    assert f'href="/goal/{goal}/learn?hours#hours-of-degree"' in text(app.get(f"/goal/{goal}/road"))
    assert app.post(f"/goal/{goal}/numbers", degree="yes", publications="4").status_code == 303

    assert 'id="hours-of-degree"' not in text(app.get(f"/goal/{goal}/learn?hours"))
    assert f'href="/goal/{goal}/learn?hours#hours-of-degree"' not in text(app.get(f"/goal/{goal}/road"))


def test_hours_said_for_a_level_stay_when_the_middle_comes_nearer(app: App, goal: str) -> None:
    """Two more people move the middle from eight to six: of what was said from four to eight six takes half. Learn and
    Road say so; work that was logged is taken off once."""
    app.post(f"/goal/{goal}/learn", towards="publications", ability="learning", hours="60")
    app.post(f"/goal/{goal}/work", time="6 h", towards="publications")
    add_people(app, goal, "5", "5")
    learn = shown(app.get(f"/goal/{goal}/learn"))
    draw(app, goal)
    road = road_of(app.goals.get(goal).roads[-1])

    assert (
        "Publications: 6 learning Enough to stand at or above half of those who got in. 30 hours. Your figures for 8."
        in learn
    )
    assert "You said 60 hours for 8, which lies further. Of it 30 hours are counted here, until" in learn
    assert road.closes is not None
    assert [one.id for one in road.closes.hours] == ["degree"]
    assert [(one.move, one.hours) for one in road.miles] == [("publications_quarter", 54)]


def test_today_says_how_far_a_road_goes_where_not_all_fits(app: App, goal: str) -> None:
    """Thirteen weeks are too few for eighty hours: to six publications, of eight. How far one is comes first, and
    work towards six is work towards eight."""
    app.post(f"/goal/{goal}/first/round", closes="2026-07-31", kind="round")
    app.post(f"/goal/{goal}/learn", towards="publications", ability="learning", hours="80")
    draw(app, goal, until="2026-07-31")
    row = app.goals.get(goal).roads[-1]
    app.post(f"/goal/{goal}/road/accept", row=str(row.id), was=str(row.version))
    page, learn = shown(app.get(f"/goal/{goal}")), shown(app.get(f"/goal/{goal}/learn"))
    app.post(f"/goal/{goal}/work", time="10 h", towards="publications_6")
    draw(app, goal, until="2027-07-31")

    assert "Your next mile Publications: 6 This week" in page
    assert "With the whole road: nearer in 1 of 2 gaps by July 31, 2026." in page
    assert "Publications (it goes to 6; there is no room for 40 h more)" in page
    assert page.index("How far you are") < page.index("Your next mile") < page.index("The next date")
    assert "The mile you are on Publications: 6 40 hours. Your figures for 8." in learn
    assert [(one.title, one.hours) for one in road_of(app.goals.get(goal).roads[-1]).miles] == [("Publications: 8", 70)]


def test_hours_said_for_a_nearer_level_are_shown_where_it_is_asked_again(app: App, goal: str) -> None:
    """They are too few for a further one: nobody counts them, and nobody forgets them."""
    app.post(f"/goal/{goal}/learn", towards="publications", ability="learning", hours="60")
    add_people(app, goal, "20", "20", "20", "20")
    learn = shown(app.get(f"/goal/{goal}/learn"))
    draw(app, goal)
    closes = road_of(app.goals.get(goal).roads[-1]).closes

    assert "You said 60 hours for 8; now it is 12. What does that take?" in learn
    assert closes is not None
    assert "publications" in [one.id for one in closes.hours]


def test_with_hours_there_is_a_mile_and_today_shows_it(app: App, goal: str) -> None:
    """What was worked is taken off; the road is followed like any other."""
    app.post(f"/goal/{goal}/learn", towards="publications", ability="learning", hours="60")
    app.post(f"/goal/{goal}/work", time="6 h", towards="publications")
    draw(app, goal)
    row = app.goals.get(goal).roads[-1]
    road = road_of(row)
    page = shown(app.get(f"/goal/{goal}/road"))
    app.post(f"/goal/{goal}/road/accept", row=str(row.id), was=str(row.version))

    assert [(one.move, one.hours, one.own) for one in road.miles] == [("publications", 54, True)]
    assert road.chance is None
    assert "Now 4, then 8 by" in page
    assert "at or above 5 of 7 who got in" in page
    assert not PERCENT.search(page)
    assert "Your next mile Publications: 8" in shown(app.get(f"/goal/{goal}"))
    assert "Publications: 8" in shown(app.get(f"/goal/{goal}/work"))


def test_hours_typed_for_a_level_are_of_that_level(app: App, goal: str) -> None:
    """Those for twelve publications are not those for eight; typed again they are changed and not added."""
    for hours in ("90", "100"):
        app.post(f"/goal/{goal}/learn", towards="publications_quarter", ability="none", hours=hours)
    for step, hours in (("publications", "60"), ("degree", "30")):
        app.post(f"/goal/{goal}/learn", towards=step, ability="none", hours=hours)
    ways = {(row.thing.trait, row.thing.level): row.thing.hours for row in app.goals.get(goal).ways}

    assert ways == {("publications", 12.0): 100, ("publications", 8.0): 60, ("degree", True): 30}


def test_the_better_quarter_is_asked_for_where_it_means_something(app: App, goal: str) -> None:
    """Once such a road was drawn; and it is what the next one aims at."""
    assert "Where you want to stand" not in shown(app.get(f"/goal/{goal}/road"))
    draw(app, goal)
    assert "Where you want to stand" in shown(app.get(f"/goal/{goal}/road"))
    draw(app, goal, aim="quarter")

    closes = road_of(app.goals.get(goal).roads[-1]).closes
    assert closes is not None
    assert closes.aim == "quarter"
    assert app.post(f"/goal/{goal}/road/draw", hours="6", aim="best").status_code == 400


def test_without_a_table_the_refusal_names_what_is_missing(app: App) -> None:
    """In the words of the app; no file and no command."""
    goal = app.begin(title="Medicine", pack="blank")
    app.post(f"/goal/{goal}/road/draw", hours="6")
    while not (job := desk().jobs.of(goal)).done:
        sleep(0.05)

    assert "add people who got in" in job.error
    assert "twelfth" not in job.error
    assert "pack" not in job.error


def test_the_road_speaks_the_language_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sentence of it; levels and days as they are."""
    monkeypatch.setenv("TWELFTH_TODAY", "2026-05-01")
    app = App(tmp_path / "home", language="es")
    goal = somebody_of_seven(app)
    app.post(f"/goal/{goal}/learn", towards="publications", ability="learning", hours="60")
    draw(app, goal)
    page = shown(app.get(f"/goal/{goal}/road"))

    assert "No se puede decir ninguna probabilidad: no se sabe qué tenían quienes se presentaron" in page
    assert "Este camino cierra 1 de 2 brechas hasta el" in page
    assert "Ahora 4, luego 8 para el" in page
    assert "Se cierra con sí; nadie ha dicho cuántas horas lleva." in page
    assert "who got in" not in page


def test_a_road_says_where_its_hours_were_said_of_a_further_level(app: App, goal: str) -> None:
    """Beside the mile, in plain sight; and nothing where they were said of this one."""
    miles = (mile(move="publications", title="Publications: 8", said_for="9"), mile(move="degree", title="Degree"))
    kept = replace(kept_road(made_up(*miles), made=desk().today), accepted=desk().today)
    app.goals.keep(goal, kept, event=desk().event("road", goal))
    first = shown(app.get(f"/goal/{goal}/road")).partition("With it")[0]

    assert first.count("Counted by what you said of 9.") == 1


def test_whoever_says_that_it_was_already_so_has_no_old_road(app: App, goal: str) -> None:
    """Beside an audit one says that the numbers of today were those of that day: the road rests on them as before. A
    number that changes makes it old."""
    app.post(f"/goal/{goal}/learn", towards="degree", ability="none", hours="30")
    draw(app, goal)
    before = {row.thing.trait: row.thing.begins for row in app.goals.get(goal).facts}
    no = {"round": "own", "name": "Spring", "decided": "2026-03-01", "answer": "not_selected", "kind": "round"}
    answer = app.post(f"/goal/{goal}/rounds", **no).headers["Location"]
    said = app.post(answer, **{"do": "that-day", "had-degree": "=same", "had-publications": "=same"})
    after = {row.thing.trait: row.thing.begins for row in app.goals.get(goal).facts}

    assert said.status_code == 303
    assert before["publications"] != after["publications"]
    assert "after this road was drawn" not in shown(app.get(f"/goal/{goal}/road"))
    app.post(f"/goal/{goal}/numbers", publications="5")
    assert "Changed after this road was drawn: your numbers." in shown(app.get(f"/goal/{goal}/road"))


def test_a_road_that_was_drawn_again_and_came_out_the_same_is_not_old(app: App, goal: str) -> None:
    """What changed moved no mile of it: Today warns of nothing, and offers no other road. What changes next does."""
    app.post(f"/goal/{goal}/learn", towards="degree", ability="none", hours="30")
    draw(app, goal)
    row = app.goals.get(goal).roads[-1]
    app.post(f"/goal/{goal}/road/accept", row=str(row.id), was=str(row.version))
    table = app.goals.get(goal).table
    app.post(f"/goal/{goal}/people/figures", was=str(table.version), applied="400", selected="25")
    before = shown(app.get(f"/goal/{goal}"))
    draw(app, goal)
    after = shown(app.get(f"/goal/{goal}"))
    app.post(f"/goal/{goal}/numbers", publications="5")

    assert "Changed after this road was drawn: your numbers." in before
    assert "after this road was drawn" not in after
    assert "A road is drawn: look at it" not in after
    assert "Changed after this road was drawn: your numbers." in shown(app.get(f"/goal/{goal}"))

"""The sixth step: after a yes Today says so first, and the next goal goes on with the same history."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right, table

from twelfth.usecases import GoalState, Pause
from twelfth.web.desk import desk, open_goal

OWN_ROUND = {"round": "own", "name": "Autumn draw", "kind": "cec"}


def lived(app: App) -> str:
    """A goal with numbers, learning, own figures, work, a week off, a no with its audit, and a yes."""
    goal = app.begin("Resident")
    app.post(f"/goal/{goal}/numbers", education="bachelor", foreign_work="36")
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="can do", resource="A class", hours="320")
    app.post(f"/goal/{goal}/work", time="3h", towards="french_7")
    app.goals.keep(goal, Pause(monday=date(2026, 1, 5)), Pause(monday=date(2025, 1, 6)), event=desk().event("p", goal))
    turned_down = OWN_ROUND | {"name": "Summer draw", "decided": "2025-07-01", "answer": "not_selected"}
    led = app.post(f"/goal/{goal}/rounds", **turned_down)
    app.post(led.headers["Location"].partition("?")[0], feedback="They said nothing.")
    app.post(f"/goal/{goal}/rounds", **OWN_ROUND, decided="2025-12-10", answer="selected")
    return goal


def test_what_is_of_the_person_comes_along(app: App) -> None:
    """Facts, learning, own figures and the weeks ahead that are kept free; attempts, audits and work stay."""
    goal = lived(app)
    app.post(f"/goal/{goal}/next", title="Citizen", pack="express-entry")
    kept = app.goals.get("citizen")

    assert [row.thing.level for row in kept.facts] == [row.thing.level for row in app.goals.get(goal).facts]
    assert [(row.thing.towards, row.thing.resource) for row in kept.learnings] == [("french_7", "A class")]
    assert [(row.thing.move, row.thing.hours) for row in kept.ways] == [("french_7", 320)]
    assert [row.thing.monday for row in kept.pauses] == [date(2026, 1, 5)]
    assert (kept.attempts, kept.audits, kept.roads) == ((), (), ())
    assert app.effort("citizen") == ()


def test_the_next_goal_tells_what_came_before(app: App) -> None:
    """Closed, with the attempts, the audit and the work of the goal before, a link each."""
    goal = lived(app)
    app.post(f"/goal/{goal}/next", title="Citizen", pack="express-entry")
    (audit,) = app.goals.get(goal).audits
    before = text(app.get("/goal/citizen")).partition("<summary>What came before</summary>")[2]

    assert f'href="/goal/{goal}">Resident</a>' in before
    assert "Summer draw: in the pool, not invited" in before
    assert "Autumn draw: invited" in before
    assert f'href="/goal/{goal}/audits/{audit.thing.digest}"' in before
    assert f'3 h worked. <a href="/goal/{goal}/work">' in before
    assert "What came before" not in text(app.get(f"/goal/{app.begin('Other')}"))


def test_a_goal_before_that_was_erased_is_told_no_more(app: App) -> None:
    """What was taken from it stays."""
    goal = lived(app)
    app.post(f"/goal/{goal}/next", title="Citizen", pack="express-entry")
    app.post(f"/goal/{goal}/data/erase", name=goal)

    assert "What came before" not in text(app.get("/goal/citizen"))
    assert len(app.goals.get("citizen").facts) == 2


def test_a_new_goal_under_the_name_of_an_erased_one_came_before_nothing(app: App) -> None:
    """And nothing the next goal shows names the erased one."""
    goal = lived(app)
    app.post(f"/goal/{goal}/next", title="Citizen", pack="express-entry")
    app.post(f"/goal/{goal}/data/erase", name=goal)
    again = app.begin("Resident")
    pages = [text(app.get(f"/goal/citizen{below}")) for below in ("", "/numbers", "/distance", "/learn", "/data")]

    assert again == goal
    assert not any("Resident" in page or "What came before" in page for page in pages)
    with ZipFile(BytesIO(app.get("/export?goal=citizen").content)) as members:
        assert not any(b"Resident" in members.read(name) for name in members.namelist())


@pytest.mark.parametrize("same", ["yes", ""])
def test_from_a_table_of_ones_own_to_another(app: App, same: str) -> None:
    """The facts come along and count where the new table asks for them under the same name, in the same kind; the
    table itself where it is wished."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    app.post(f"/goal/{GOAL}/numbers", degree="phd", years="5")
    app.post(f"/goal/{GOAL}/learn", towards="years", ability="learning", hours="300")
    app.post(f"/goal/{GOAL}/next", title="Next", pack="blank", **{"same-people": same} if same else {})
    if same:
        assert table(app, "next").people == table(app).people
    else:
        assert app.goals.get("next").table is None
        right(app, "/goal/next/people", people=PEOPLE.replace("degree", "grade"))
    who = open_goal("next").profile

    assert (who["years"].level, who["degree" if same else "grade"].level) == (5, "phd" if same else None)
    assert [row.thing.towards for row in app.goals.get("next").learnings] == ["years"]
    assert [row.thing.hours for row in app.goals.get("next").ways] == [300]
    assert app.get("/goal/next").status_code == app.get("/goal/next/distance").status_code == 200


def test_what_the_next_process_does_not_ask_for_stays(app: App) -> None:
    """From a table of one's own to a pack: years are no trait there, and education would be."""
    right(
        app,
        "/begin",
        title=TITLE,
        pack="blank",
        people=PEOPLE.replace("phd", "doctorate").replace("degree", "education"),
    )
    app.post(f"/goal/{GOAL}/numbers", education="doctorate", years="5")
    app.post(f"/goal/{GOAL}/next", title="Next", pack="express-entry")

    assert [(row.thing.trait, row.thing.level) for row in app.goals.get("next").facts] == [("education", "doctorate")]


def test_after_a_yes_today_says_so_and_nothing_else(app: App) -> None:
    """No next date, no numbers to type: the round, and what is next."""
    goal = lived(app)
    page = text(app.get(f"/goal/{goal}")).partition("<main")[2]

    assert app.goals.get(goal).card.thing.state is GoalState.REACHED
    assert "Selected: Autumn draw" in page
    assert f'href="/goal/{goal}/next">What is next?</a>' in page
    assert not [one for one in ("To do", "The next date", "This week", "Type your numbers") if one in page]


@pytest.mark.parametrize(
    ("later", "says_so"),
    [
        ({"decided": "2025-12-12", "answer": "not_selected"}, False),
        ({"decided": "2026-06-01", "answer": "not_yet"}, False),
        ({"decided": "2025-06-01", "answer": "not_selected"}, True),
    ],
)
def test_the_newest_answer_is_the_one_that_counts(app: App, later: dict[str, str], says_so: bool) -> None:
    """A later no, or a round one waits for, and Today is as it was."""
    goal = lived(app)
    app.post(f"/goal/{goal}/rounds", **OWN_ROUND | {"name": "Another"}, **later)

    assert ("Selected: Autumn draw" in text(app.get(f"/goal/{goal}"))) is says_so

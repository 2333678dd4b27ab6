"""Learn: the hours of everything in one list with one button, all or none, and nothing of another window taken back."""

from dataclasses import replace
from datetime import date

from tests.roads import mile, road
from tests.web_app.client import App, text
from tests.web_app.filled_form import filled
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right
from tests.web_app.test_two_windows import shown_rows

from twelfth.goal import Way
from twelfth.usecases import AuditEvent, kept_road, numbers_of
from twelfth.web.desk import desk, open_goal

ENGLISH, FRENCH = "hours-of-english_9", "hours-of-french_7"


def form(app: App, goal: str) -> dict[str, str]:
    """The list as a window opened now shows it: the first form of the page."""
    fields = filled(text(app.get(f"/goal/{goal}/learn")), f"/goal/{goal}/learn")
    assert fields["do"] == "hours"
    return fields


def kept(app: App, goal: str) -> dict[str, tuple[float | None, float | None]]:
    """Hours and money by what they are of."""
    return {row.thing.to: (row.thing.hours_low, row.thing.cost_low) for row in app.goals.get(goal).ways}


def test_all_hours_are_kept_with_one_button(app: App) -> None:
    """With the field's own unit beside them; the other rows are left alone."""
    goal = app.begin()
    sent = form(app, goal) | {ENGLISH: "60 h", "cost-of-english_9": "$500 ", FRENCH: "320"}
    led = app.post(f"/goal/{goal}/learn", **sent | {"cost-of-english_9": "500 CAD"})

    assert (led.status_code, led.headers["Location"]) == (303, f"/goal/{goal}/learn?said=hours")
    assert kept(app, goal) == {"english_9": (60, 500), "french_7": (320, None)}
    again = form(app, goal)
    assert (again[ENGLISH], again["cost-of-english_9"], again[FRENCH]) == ("60", "500", "320")
    assert app.post(f"/goal/{goal}/learn", **again).headers["Location"].endswith("said=as-before")
    assert [row.version for row in app.goals.get(goal).ways] == [1, 1]


def test_what_the_sources_say_stands_beside_its_field(app: App) -> None:
    """With a link to the source."""
    page = text(app.get(f"/goal/{app.begin()}/learn"))
    row = page.partition('name="version-of-french_7"')[2].partition("</fieldset>")[0]

    assert "By the sources: 500 to 700 hours." in row
    assert 'href="https://' in row
    assert f'<label for="{FRENCH}">Hours</label>' in row


def test_a_mistake_in_one_row_keeps_none_and_loses_nothing(app: App) -> None:
    """The error stands at its field, and what was typed elsewhere is still there."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/learn", **form(app, goal) | {ENGLISH: "10h each", FRENCH: "320"})
    page = text(response)

    assert (response.status_code, kept(app, goal)) == (400, {})
    assert "“10h each”: expected the hours of all of it together, not of each." in page
    assert f'<a href="#{ENGLISH}">Hours: ' in page
    fields = filled(page, f"/goal/{goal}/learn")
    assert (fields[ENGLISH], fields[FRENCH]) == ("10h each", "320")
    app.post(f"/goal/{goal}/learn", **fields | {ENGLISH: "10"})
    assert kept(app, goal) == {"english_9": (10, None), "french_7": (320, None)}


def test_two_windows_that_change_two_rows_are_both_kept(app: App) -> None:
    """Of a list only what was changed in it is written."""
    goal = app.begin()
    first, second = form(app, goal), form(app, goal)
    app.post(f"/goal/{goal}/learn", **first | {FRENCH: "320"})
    app.post(f"/goal/{goal}/learn", **second | {ENGLISH: "60"})

    assert kept(app, goal) == {"french_7": (320, None), "english_9": (60, None)}


def test_where_both_changed_one_row_both_are_shown(app: App) -> None:
    """And nothing at all is written, until it is sent again on purpose."""
    goal, where = app.begin(), "/goal/fellow/learn"
    first, second = form(app, goal), form(app, goal)
    app.post(where, **first | {FRENCH: "320"})
    response = app.post(where, **second | {FRENCH: "400", ENGLISH: "60"})

    assert (response.status_code, kept(app, goal)) == (409, {"french_7": (320, None)})
    assert shown_rows(text(response)) == [("French to level 7 in all four abilities", "400 hours", "320 hours")]
    assert app.post(where, **filled(text(response), where)).status_code == 303
    assert kept(app, goal) == {"french_7": (400, None), "english_9": (60, None)}


def test_a_cleared_row_takes_its_figures_back_and_leaves_what_else_was_said(app: App) -> None:
    """Months and the chance to pass are asked elsewhere, and stay."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="none", hours="320", passes="80")
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {ENGLISH: "60"})
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {ENGLISH: "", FRENCH: ""})
    (french,) = (row.thing for row in app.goals.get(goal).ways)

    assert (french.to, french.hours_low, french.passes) == ("french_7", None, 0.8)


def test_the_levels_of_a_table_of_ones_own_have_their_row(app: App) -> None:
    """Once a road said what is missing, with where one is and where it leads."""
    right(app, "/begin", title=TITLE, pack="own", people=PEOPLE)
    app.post(f"/goal/{GOAL}/numbers", years="2", degree="master")
    page = text(app.get(f"/goal/{GOAL}/learn"))

    assert "Your hours for all of these, in one list" in page
    assert "From where you are (2) to 7." in page
    app.post(f"/goal/{GOAL}/learn", **form(app, GOAL) | {"hours-of-years": "60"})
    assert kept(app, GOAL) == {"years": (60, None)}


def test_what_takes_no_hours_is_asked_for_its_months(app: App) -> None:
    """In the list, with the road and on its own: no road has done by next week what takes ten months in a lab."""
    right(app, "/begin", title=TITLE, pack="own", people=PEOPLE)
    app.post(f"/goal/{GOAL}/numbers", years="2", degree="master")
    sent = form(app, GOAL) | {"hours-of-years": "0"}
    asked = [app.post(f"/goal/{GOAL}/{page}", **sent) for page in ("learn", "road/again")]
    drawn = app.post(f"/goal/{GOAL}/road/draw", **{"hours": "5", "hours-of-years": "0"})
    alone = app.post(f"/goal/{GOAL}/learn", towards="years", ability="none", hours="0")
    nothing = kept(app, GOAL)
    app.post(f"/goal/{GOAL}/learn", **sent | {"months-of-years": "10"})
    (way,) = (row.thing for row in app.goals.get(GOAL).ways)
    app.post(f"/goal/{GOAL}/learn", **form(app, GOAL) | {"months-of-years": "12"})
    (later,) = (row.thing for row in app.goals.get(GOAL).ways)

    for page in (*asked, drawn, alone):
        assert page.status_code == 400
        assert "Expected how many months it takes at least, as it takes no hours; 0 if it is done." in text(page)
    assert nothing == {}
    assert (way.hours_low, way.months, later.hours_low, later.months) == (0, 10, 0, 12)


def test_months_that_the_sources_say_are_not_asked_for(app: App) -> None:
    """Own hours of none, where a pack says how long it takes."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {"hours-of-canadian_work_12": "0"})

    assert kept(app, goal) == {"canadian_work_12": (0, None)}


def test_a_road_says_whose_hours_changed_and_not_that_the_numbers_did(app: App) -> None:
    """On Today and on Road, in both languages."""
    goal = app.begin()
    mile_now = mile(move="french_7", title="French", begins=date(2025, 12, 1), done=date(2026, 6, 30), hours=600)
    drawn = kept_road(road(mile_now), made=desk().today, numbers=numbers_of(open_goal(goal).cases.get(goal)))
    app.goals.keep(goal, replace(drawn, accepted=desk().today), event=desk().event("road drawn", goal))
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {FRENCH: "320"})
    told = "Your hours for French to level 7 in all four abilities changed after this road was drawn."

    for page in (text(app.get(f"/goal/{goal}")), text(app.get(f"/goal/{goal}/road"))):
        assert told in page
        assert "your numbers." not in page.partition('id="outdated"')[2].partition("</div>")[0]
    app.post("/language", language="es", next="/")
    assert "Tus horas para Francés a nivel 7 en las cuatro habilidades cambiaron" in text(app.get(f"/goal/{goal}/road"))


def test_a_range_stays_where_something_else_of_the_row_is_changed(app: App) -> None:
    """100 to 300 hours are no 100 hours because the money is another."""
    goal = app.begin()
    way = Way(move="english_9", hours_low=100, hours_high=300, own=True, source=("own",))
    app.goals.keep(goal, way, event=AuditEvent(action="learning", subject=goal, on=date(2025, 12, 17)))
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {"cost-of-english_9": "500"})
    (row,) = app.goals.get(goal).ways

    assert (row.thing.hours_low, row.thing.hours_high, row.thing.cost_low) == (100, 300, 500)


def test_figures_dropped_and_made_anew_are_others(app: App) -> None:
    """Their versions begin again, and still they are not those that the other window showed."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {ENGLISH: "10"})
    before = form(app, goal)
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {ENGLISH: ""})
    app.post(f"/goal/{goal}/learn", **form(app, goal) | {ENGLISH: "77"})
    response = app.post(f"/goal/{goal}/learn", **before | {ENGLISH: "11"})

    assert (response.status_code, kept(app, goal)) == (409, {"english_9": (77, None)})

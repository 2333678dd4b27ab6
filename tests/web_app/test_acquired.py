"""Effort moves the trait it was for: what can be shown is offered to the numbers, and written on one's word alone."""

from dataclasses import replace
from datetime import date

import pytest
from tests.roads import mile, road
from tests.web_app.client import App, text
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right
from tests.web_app.typed_numbers import ABILITIES, ENGLISH, NUMBERS

from twelfth.base import InvalidInput, TwelfthError, When
from twelfth.usecases import kept_road, write_acquired
from twelfth.web.desk import desk, open_goal
from twelfth.web.views.acquired import offered

FRENCH = tuple(f"french_{each}" for each in ABILITIES)
KNOWN = NUMBERS | ENGLISH


def follow(app: App, goal: str, **changed: object) -> None:
    """A road of one mile, French, drawn today and followed."""
    drawn = road(mile(**{"move": "french_7", "title": "French", **changed}))
    kept = replace(kept_road(drawn, made=desk().today, worked=()), accepted=desk().today)
    app.goals.keep(goal, kept, event=desk().event("road accepted", goal))


def levels(goal: str, *names: str) -> list[object]:
    who = open_goal(goal).profile
    return [who[name].level for name in names]


def test_who_can_show_it_is_asked_at_once(app: App) -> None:
    """And nothing is claimed silently: the numbers are as they were until the button is pressed."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    led = app.post(f"/goal/{goal}/learn", towards="french_7", ability="can show", proof="TEF")
    page = text(app.get(led.headers["Location"]))

    assert led.headers["Location"] == f"/goal/{goal}/acquired?towards=french_7&said=learning"
    assert "You can show it now: French to level 7 in all four abilities." in page
    assert "Day of the test or of the decision" in page
    assert levels(goal, *FRENCH) == [0, 0, 0, 0]
    assert "your numbers do not say so yet" in text(app.get(f"/goal/{goal}/learn"))


def test_what_is_written_moves_the_distance(app: App) -> None:
    """A dated fact of each trait, from the day of the test; what was said before ends on the day before it."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    before = text(app.get(f"/goal/{goal}/distance"))
    led = app.post(f"/goal/{goal}/acquired", towards="french_7", on="2025-12-10")
    after = text(app.get(led.headers["Location"]))

    assert led.headers["Location"] == f"/goal/{goal}/distance?said=acquired"
    assert levels(goal, *FRENCH) == [7, 7, 7, 7]
    assert {str(row.thing.begins) for row in app.goals.get(goal).facts if row.thing.level == 7} == {"2025-12-10"}
    assert ("416 points" in before, "416 points" in after) == (True, False)
    assert "478 points" in after
    assert "nothing new to write" in text(app.get(f"/goal/{goal}/acquired?towards=french_7"))
    assert "your numbers do not say so yet" not in text(app.get(f"/goal/{goal}/learn"))


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("", "the day of the test"),
        ("2025-12-18", "a day not after Dec. 17, 2025"),
        ("0001-01-01", "a day not before Dec. 17, 1905"),
    ],
)
def test_the_day_of_a_test_is_not_guessed(app: App, on: str, told: str) -> None:
    """It is asked for, no day to come, and of a life."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    response = app.post(f"/goal/{goal}/acquired", towards="french_7", on=on)

    assert response.status_code == 400
    assert told in text(response)
    assert levels(goal, *FRENCH) == [0, 0, 0, 0]


def test_on_a_full_disk_all_of_it_is_as_it_was(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said before does not end without what follows it."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    before = app.goals.get(goal).facts

    def full(*_things: object, **_said: object) -> None:
        raise TwelfthError("The disk is full. Nothing was written.")

    monkeypatch.setattr(type(desk().keeping.goals), "keep", full)
    response = app.post(f"/goal/{goal}/acquired", towards="french_7", on="2025-12-10")

    assert "The disk is full. Nothing was written." in text(response)
    assert app.goals.get(goal).facts == before


def test_what_began_later_is_not_written_over(app: App) -> None:
    """Of two tests the later one counts: an earlier day is refused with a sentence, and nothing is written."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    rows = app.goals.get(goal).facts
    response = app.post(f"/goal/{goal}/acquired", towards="english_9", on="2025-03-09")

    assert response.status_code == 400
    assert "a day not before that of the number" in text(response)
    assert app.goals.get(goal).facts == rows


def test_the_day_of_the_later_one_is_named(app: App) -> None:
    """By what writes it, whoever asks; before anything is written."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    one = open_goal(goal)
    found, event = offered(one, "english_9"), desk().event("acquired", goal)
    assert found is not None

    with pytest.raises(InvalidInput, match="not before 2025-03-10"):
        write_acquired(goal, found, one.kept.facts, date(2025, 3, 9), goals=app.goals, event=event)


def test_the_same_day_is_mended(app: App) -> None:
    """One fact of each trait, of a second version."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    app.post(f"/goal/{goal}/acquired", towards="english_9", on="2025-03-10")
    found = [row for row in app.goals.get(goal).facts if row.thing.trait == "english_reading"]

    assert [(row.thing.level, row.version, row.thing.begins) for row in found] == [(9, 2, When.on(date(2025, 3, 10)))]


def test_the_hour_that_completes_a_mile_asks_at_once(app: App) -> None:
    """Then Today and Work link to it for as long as the numbers do not have it."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    follow(app, goal, hours=20)
    first, last, more = (app.post(f"/goal/{goal}/work", time="10 h", towards="french_7") for _ in range(3))
    link = f'href="/goal/{goal}/acquired?towards=french_7"'

    assert first.headers["Location"].startswith(f"/goal/{goal}/work?said=logged&row=")
    assert last.headers["Location"] == f"/goal/{goal}/acquired?towards=french_7&said=logged"
    assert more.headers["Location"].startswith(f"/goal/{goal}/work?said=logged&row=")
    assert all(link in text(app.get(f"/goal/{goal}{below}")) for below in ("", "/work"))
    app.post(f"/goal/{goal}/acquired", towards="french_7", on="2025-12-10")
    assert all(link not in text(app.get(f"/goal/{goal}{below}")) for below in ("", "/work"))


def test_what_takes_time_alone_is_done_on_its_day(app: App) -> None:
    """Months in a job one has: on the day they are full Today asks, and the day before it does not."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)
    link = f'href="/goal/{goal}/acquired?towards=canadian_work_24"'
    for done, asks in ((date(2025, 12, 18), False), (date(2025, 12, 17), True)):
        follow(app, goal, move="canadian_work_24", hours=0, done=done)
        assert (link in text(app.get(f"/goal/{goal}"))) is asks


def test_of_a_goal_of_ones_own_the_level_of_the_others_is_written(app: App) -> None:
    """In one press: today stands in the field."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    app.post(f"/goal/{GOAL}/numbers", degree="phd", years="3")
    led = app.post(f"/goal/{GOAL}/learn", towards="years", ability="can show")
    page = text(app.get(led.headers["Location"]))
    app.post(f"/goal/{GOAL}/acquired", towards="years", on="2025-12-17")

    assert 'name="on" type="date" value="2025-12-17"' in page
    assert levels(GOAL, "years") == [7]


def test_what_nobody_can_acquire_is_a_sentence(app: App) -> None:
    """With a way on."""
    goal = app.begin()

    assert app.get(f"/goal/{goal}/acquired?towards=nothing").status_code == 404
    assert app.post(f"/goal/{goal}/acquired", towards="nothing", on="2025-12-17").status_code == 404

"""Work: a timer that no window has to stay open for, and a table of work that is never brought in twice."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.web_app.client import App, text

from twelfth.goal import Capacity
from twelfth.web.desk import desk

NOW = datetime.fromisoformat("2025-12-17T22:10:00+01:00")


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.instant = NOW

    def today(self) -> object:
        return self.instant.date()

    def now(self) -> datetime:
        return self.instant

    def go_on(self, **time: float) -> None:
        self.instant += timedelta(**time)


@pytest.fixture
def app(tmp_path: Path) -> App:
    return App(tmp_path / "home")


@pytest.fixture
def clock(app: App) -> Hand:
    hand, keeping = Hand(), desk().keeping
    desk().keeping = replace(keeping, place=replace(keeping.place, clock=hand))
    return hand


def timer(app: App, goal: str, do: str, **fields: str) -> object:
    rows = app.goals.get(goal).timers
    return app.post(f"/goal/{goal}/work/timer", do=do, row=rows[0].id if rows else "1", **fields)


def bring(app: App, goal: str, table: str, **more: str) -> str:
    """Look at a table, and put it into the log if it may be; the page that said what is in it."""
    page = text(app.post(f"/goal/{goal}/work/bring", table=table, **more))
    if 'name="waits" value="' in page:
        waits = page.partition('name="waits" value="')[2].partition('"')[0]
        assert app.post(f"/goal/{goal}/work/bring", waits=waits).status_code == 303
    return page


def entries(app: App, goal: str) -> list[tuple[str, int, str, str]]:
    """Of the log, the latest day first."""
    found = desk().keeping.effort.latest(goal, most=100)
    return [(str(row.thing.on), row.thing.minutes, row.thing.towards, row.thing.note) for row in found]


def test_a_timer_is_kept_and_logs_as_long_as_it_ran(app: App, clock: Hand) -> None:
    """Whatever became of the window it was started in; the page tells how long it runs."""
    goal = app.begin()
    timer(app, goal, "start", towards="french_7")
    clock.go_on(minutes=50)

    assert "50 min" in text(app.get(f"/goal/{goal}/work"))
    assert text(app.get(f"/goal/{goal}/work/timer")).strip() == "50 min"
    assert "A timer is running." in text(app.get(f"/goal/{goal}/learn"))
    timer(app, goal, "stop", **{"timer-note": "verbs"})
    assert entries(app, goal) == [("2025-12-17", 50, "french_7", "verbs")]
    assert app.goals.get(goal).timers == ()


def test_a_timer_outlives_the_server(app: App, clock: Hand) -> None:
    """It is kept in the database like everything else."""
    goal = app.begin()
    timer(app, goal, "start")
    again = App(app.home)

    assert len(again.goals.get(goal).timers) == 1


def test_a_timer_left_on_overnight_is_asked_about(app: App, clock: Hand) -> None:
    """Nothing is logged until somebody says how long; then on the day it was begun."""
    goal = app.begin()
    timer(app, goal, "start", towards="french_7")
    clock.go_on(hours=9)
    timer(app, goal, "stop")

    assert entries(app, goal) == []
    assert "never stopped. Nothing was logged." in text(app.get(f"/goal/{goal}/work"))
    assert "“a while”: expected a time" in text(timer(app, goal, "stop", worked="a while"))
    timer(app, goal, "stop", worked="45 min")
    assert entries(app, goal) == [("2025-12-17", 45, "french_7", "")]


@pytest.mark.parametrize("moved", [{"hours": -2}, {"days": -3}, {"days": 40}])
def test_a_clock_that_was_moved_is_not_believed(app: App, clock: Hand, moved: dict[str, float]) -> None:
    """Back or far ahead: it is asked how long was worked."""
    goal = app.begin()
    timer(app, goal, "start")
    clock.go_on(**moved)
    timer(app, goal, "stop")

    assert entries(app, goal) == []
    timer(app, goal, "stop", worked="1h")
    assert entries(app, goal) == [(str(min(NOW, clock.instant).date()), 60, "", "")]


def test_a_timer_can_be_thrown_away(app: App, clock: Hand) -> None:
    """Nothing is logged, and the trail keeps that it ran."""
    goal = app.begin()
    timer(app, goal, "start")
    clock.go_on(minutes=5)
    timer(app, goal, "forget")

    assert (entries(app, goal), app.goals.get(goal).timers) == ([], ())
    assert app.goals.trail(goal)[-1].action == "timer dropped"


def test_stopped_in_two_windows_it_is_logged_once(app: App, clock: Hand) -> None:
    """The second is told that it is gone."""
    goal = app.begin()
    timer(app, goal, "start")
    row = app.goals.get(goal).timers[0].id
    clock.go_on(minutes=20)
    first, second = (app.post(f"/goal/{goal}/work/timer", do="stop", row=row) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 409)
    assert len(entries(app, goal)) == 1


def test_one_timer_runs_at_a_time(app: App, clock: Hand) -> None:
    """The first goes on, and one is told."""
    goal = app.begin()
    for _ in range(2):
        where = app.post(f"/goal/{goal}/work/timer", do="start", towards="").headers["Location"]

    assert where.endswith("?said=timer-runs")
    assert len(app.goals.get(goal).timers) == 1


def test_under_a_minute_nothing_is_logged(app: App, clock: Hand) -> None:
    """And the timer goes on."""
    goal = app.begin()
    timer(app, goal, "start")
    clock.go_on(seconds=10)

    assert "Less than a minute has run" in text(timer(app, goal, "stop"))
    assert len(app.goals.get(goal).timers) == 1


TABLE = "on,minutes,towards,note\n2025-12-01,90,french_7,verbs\n2025-12-02,30,A doctorate,\n2025-12-02,30,,\n"


def test_a_table_is_looked_at_and_then_brought_in(app: App, clock: Hand) -> None:
    """Names and titles are both known."""
    goal = app.begin()
    page = text(app.post(f"/goal/{goal}/work/bring", table=TABLE))

    assert "3 new entries, 2 h 30." in page
    assert entries(app, goal) == []
    bring(app, goal, TABLE)
    assert entries(app, goal) == [
        ("2025-12-02", 30, "", ""), ("2025-12-02", 30, "doctorate", ""), ("2025-12-01", 90, "french_7", "verbs")
    ]  # fmt: skip


def test_the_same_table_twice_changes_nothing(app: App, clock: Hand) -> None:
    """What is there is told and left out; two hours that are alike in one table are two."""
    goal = app.begin()
    bring(app, goal, TABLE)
    again = bring(app, goal, TABLE)
    more = bring(app, goal, TABLE + "2025-12-02,30,,\n")

    assert "There is nothing new in it." in again
    assert "3 lines are in your log already" in again
    assert "1 new entry, 30 min." in more
    assert len(entries(app, goal)) == 4


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2025-12-03,0,,", "Line 5, minutes: “0”: expected whole minutes, at least one."),
        ("2025-12-03,1500,,", "Line 5, minutes: “1500”: expected a number from 0 to 1,440"),
        ("2025-12-03,1.5,,", "Line 5, minutes: “1.5”: expected whole minutes"),
        ("2025-12-03,nan,,", "Line 5, minutes: “nan”: expected"),
        ("2025-12-03,,,", "Line 5, minutes: Expected minutes or hours on each line."),
        ("2025-12-18,60,,", "Line 5, on: “2025-12-18”: expected a day not after Dec. 17, 2025."),
        ("1805-01-01,60,,", "Line 5, on: “1805-01-01”: expected a day not before Jan. 1, 1900."),
        ("soon,60,,", "Line 5, on: “soon”: expected a day such as"),
        ("3/4/2025,60,,", "Line 5, on: “3/4/2025”: expected a day such as"),
        ("2025-12-03,60,chess,", "Line 5, towards: “chess”: expected one of "),
        ("2025-12-03,60,,a\x02b", "expected text without control characters"),
        ("2025-12-03,60,,,5", "Line 5: "),
    ],
)
def test_a_line_that_is_none_keeps_the_whole_table_out(app: App, clock: Hand, line: str, told: str) -> None:
    """It is named with its number, and what was pasted is still there."""
    goal = app.begin()
    page = bring(app, goal, TABLE + line + "\n")

    assert told in page
    assert "2025-12-01,90,french_7,verbs" in page
    assert entries(app, goal) == []


@pytest.mark.parametrize(
    "table", ["", "on,minutes\n", "day\n2025-12-01\n", "minutes\n5\n", 'on,minutes\n"2025', "on,on\n"]
)
def test_what_is_no_table_of_work_is_refused(app: App, clock: Hand, table: str) -> None:
    """With what it should have been."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/work/bring", table=table)

    assert response.status_code == 400
    assert "xpected" in text(response) or "There is no line" in text(response)


def test_hours_and_days_are_read_as_a_spreadsheet_writes_them(app: App, clock: Hand) -> None:
    """Semicolons, decimal commas, and the day first where one line shows it."""
    goal = app.begin()
    bring(app, goal, "Fecha;Horas\n3/4/2025;1,5\n13/4/2025;0,25\n")

    assert entries(app, goal) == [("2025-04-13", 15, "", ""), ("2025-04-03", 90, "", "")]


def test_the_table_of_an_export_is_a_table_of_work(app: App, clock: Hand) -> None:
    """Nothing of it is new where it was made, and all of it elsewhere; odd notes come back as they were."""
    goal, notes = app.begin(), ("=1+1", "'=1+1", "'", "a\nb", 'say "x", ø', "-")
    for note in notes:
        app.post(f"/goal/{goal}/work", time="1h", towards="french_7", note=note)
    with ZipFile(BytesIO(app.get(f"/export?goal={goal}").content)) as archive:
        table = archive.read("effort.csv").decode()
    before = entries(app, goal)

    assert "There is nothing new in it." in bring(app, goal, table)
    for row in desk().keeping.effort.latest(goal, most=100):
        app.post(f"/goal/{goal}/drop-work", row=row.id, was=1)
    bring(app, goal, table)
    assert sorted(entries(app, goal)) == sorted(before)


def test_lines_of_another_goal_are_left_out(app: App, clock: Hand) -> None:
    """An export of everything has those of all goals."""
    goal = app.begin()
    page = bring(app, goal, f"goal,on,minutes\n{goal},2025-12-01,5\nother,2025-12-01,6\n")
    none = bring(app, goal, "goal,on,minutes\nother,2025-12-01,6\n")

    assert "1 line is of another goal and is left out." in page
    assert "Every line is of another goal." in none
    assert [minutes for _, minutes, _, _ in entries(app, goal)] == [5]


def test_the_empty_table_has_the_columns_of_an_export(app: App, clock: Hand) -> None:
    """And is a file to save."""
    goal = app.begin()
    response = app.get(f"/goal/{goal}/work/table.csv")

    assert response.content.decode("utf-8-sig") == "on,minutes,towards,note\r\n"
    assert "attachment" in response.headers["Content-Disposition"]


def test_a_table_that_is_at_hand_no_more_is_asked_for_again(app: App, clock: Hand) -> None:
    """Only a few wait, and none outlives the server."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/work/bring", waits="gone")

    assert (response.status_code, "Send it again." in text(response)) == (409, True)


def test_what_was_logged_is_said_with_how_much_and_for_what(app: App) -> None:
    """And with what that makes of the week; of an entry that is gone nothing is said but the sentence."""
    goal = app.begin()
    app.post(f"/goal/{goal}/work", time="4,5 h", towards="")
    bare = text(app.get(app.post(f"/goal/{goal}/work", time="45 min").headers["Location"]))
    row = app.goals.get(goal).card
    card = replace(row.thing, capacity=Capacity(hours_per_week=10))
    app.goals.recard(goal, card, was=row.version, event=desk().event("capacity", goal))
    led = str(app.post(f"/goal/{goal}/work", time="1.5 h", towards="french_7").headers["Location"])
    told = text(app.get(led))
    gone = text(app.get(f"/goal/{goal}/work?said=logged&row=999"))

    assert "Logged: 45 min. This week: 5 h 15." in bare
    assert "Logged: 1 h 30 for French to level 7 in all four abilities. This week: 6 h 45 of 10 h." in told
    assert "Logged." in gone
    assert "Logged" not in text(app.get(led.partition("?")[0]))


def test_more_than_a_day_is_told_as_that(app: App, clock: Hand) -> None:
    """Three hundred hours can be read: what is wrong is the day."""
    page = text(app.post(f"/goal/{app.begin()}/work", time="300 h"))

    assert "“300 h”: expected more than nothing and at most the 24 hours of a day." in page


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (
            "x" * 140_000,
            "«una celda de más de 131\u202f072 caracteres»: se esperaba una celda más corta",
        ),
        ('"open', "«una comilla que no termina donde termina su celda»: se esperaba"),
    ],
)
def test_a_table_that_breaks_off_is_told_in_the_language_of_the_page(
    app: App,
    clock: Hand,
    cell: str,
    told: str,
) -> None:
    """What is too long or not closed, and nothing in the words of a library."""
    goal = app.begin()
    app.post("/language", language="es", next="/")
    page = bring(app, goal, f"on,minutes,note\n2025-12-03,60,{cell}\n")

    assert told in page
    assert "field" not in page.partition('class="wrong"')[2].partition("</ul>")[0]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1,5", 90), ("1.5", 90), ("0,25", 15), ("1 h 30", 90), ("1,5 h", 90), ("2", 120), ("90", 90), ("13,5", 810)],
)
def test_a_time_is_read_with_a_comma_or_a_point(app: App, typed: str, minutes: int) -> None:
    """A fraction is of hours; so is a number alone up to twelve, and one above is minutes."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/work", time=typed, on="2025-12-03")

    assert response.status_code == 303
    assert app.latest(goal).thing.minutes == minutes
    assert "such as 1 h 30, 1.5 or 90 min" in text(app.get(f"/goal/{goal}/work"))

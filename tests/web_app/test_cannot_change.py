"""What cannot change any more of a table of one's own: compared, never something to acquire, until it is taken back."""

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import right, somebody_of_seven, table
from tests.web_app.visible import words_of

PEOPLE = "id,Score,Grade,Hours\n1,515,3.8,120\n2,518,3.9,200\n3,511,3.7,90\n4,520,3.95,150\n5,513,3.85,300\n"
GOAL = "medical-school"


@pytest.fixture
def own(app: App) -> App:
    """Somebody short of all three, whose grade lies furthest from everybody's."""
    right(app, "/begin", title="Medical school", pack="blank", people=PEOPLE)
    app.post(f"/goal/{GOAL}/first/round", closes="2026-05-31", kind="round")
    app.post(f"/goal/{GOAL}/numbers", score="508", grade="3.6", hours="60")
    return app


def fixed(app: App) -> list[str]:
    return [each.name for each in table(app, GOAL).fixed]


def test_a_box_beside_the_hours_says_it_and_the_next_thing_is_another(own: App) -> None:
    """It is kept with the first road; then Distance has another next thing, and still tells the gap."""
    before = words_of(text(own.get(f"/goal/{GOAL}/distance")))
    asked = text(own.get(f"/goal/{GOAL}/road"))
    boxes = {"fixed-grade": "yes", "hours-of-hours": "90", "hours-of-score": "120"}
    drawn = own.post(f"/goal/{GOAL}/road/draw", hours="10", was_hours="", money="", until="2026-05-31", **boxes)
    after = words_of(text(own.get(f"/goal/{GOAL}/distance")))
    learn, today = text(own.get(f"/goal/{GOAL}/learn")), words_of(text(own.get(f"/goal/{GOAL}")))

    assert "Next: Grade , from 3.6 to 3.85" in before
    assert 'name="fixed-grade"' in asked
    assert 'name="fixed-grade_quarter"' not in asked
    assert drawn.status_code == 303
    assert fixed(own) == ["grade"]
    assert "Next: Grade" not in after
    assert "The widest gap is Grade: 0.25 short. You: 3.6; of 5 people at least half had 3.85 or more." in before
    assert "The widest gap among what can still change is Hours" in after
    assert "Grade: 0.25 short. You: 3.6; of 5 people at least half had 3.85 or more. It cannot change" in after
    assert "The widest gap among what can still change is Hours" in today
    assert "Short in 3 of 3, of which 1 cannot change any more." in today
    assert "Left aside, as it cannot change any more: Grade." in learn
    assert 'name="hours-of-grade"' not in learn


def test_on_learn_the_box_alone_changes_nothing_else(own: App) -> None:
    """What was typed beside it of other rows is kept; figures of the row itself are not."""
    own.post(f"/goal/{GOAL}/learn", do="hours", **{"fixed-grade": "yes", "hours-of-grade": "5", "hours-of-hours": "90"})

    assert fixed(own) == ["grade"]
    assert [row.thing.trait for row in own.goals.get(GOAL).ways] == ["hours"]


def test_beside_a_number_it_is_said_with_it(own: App) -> None:
    """Only what was changed in the form is written; a form without the boxes takes none back."""
    page = text(own.get(f"/goal/{GOAL}/numbers"))
    ticked = {"was-fixed-score": "", "was-fixed-grade": "", "was-fixed-hours": "", "fixed-grade": "yes"}
    own.post(f"/goal/{GOAL}/numbers", score="509", **ticked)
    first = fixed(own)
    own.post(f"/goal/{GOAL}/numbers", score="510")
    second = fixed(own)
    own.post(f"/goal/{GOAL}/numbers", score="510", **{"was-fixed-grade": "yes"})
    refused = own.post(f"/goal/{GOAL}/numbers", score="many", **ticked)

    assert page.count('type="checkbox" name="fixed-') == 3
    assert (first, second, fixed(own)) == (["grade"], ["grade"], [])
    assert refused.status_code == 400
    assert 'name="fixed-grade" value="yes" checked' in text(refused)


def test_numbers_of_a_process_of_others_have_no_such_box(app: App) -> None:
    """What may change of them the process says."""
    app.post("/begin", title="Canada", pack="express-entry")
    assert 'name="fixed-' not in text(app.get("/goal/canada/numbers"))


def test_it_is_taken_back_on_the_page_of_the_people(own: App) -> None:
    """A box for each column, as it stands; an older page is told that it is one."""
    own.post(f"/goal/{GOAL}/learn", do="hours", **{"fixed-grade": "yes"})
    page, was = text(own.get(f"/goal/{GOAL}/people")), str(own.goals.get(GOAL).table.version)
    back = own.post(f"/goal/{GOAL}/people/fixed", was=was, fixed="score")
    stale = own.post(f"/goal/{GOAL}/people/fixed", was=was, fixed="hours")

    assert 'name="fixed" value="grade" checked' in page
    assert 'name="fixed" value="score" checked' not in page
    assert (back.status_code, stale.status_code) == (303, 409)
    assert fixed(own) == ["score"]
    assert "Next: Grade , from 3.6 to 3.85" in words_of(text(own.get(f"/goal/{GOAL}/distance")))


def test_a_whole_new_table_keeps_it(own: App) -> None:
    """As it keeps the orders."""
    own.post(f"/goal/{GOAL}/learn", do="hours", **{"fixed-grade": "yes"})
    right(own, f"/goal/{GOAL}/people", people=f"{PEOPLE}6,516,3.75,100\n")

    assert fixed(own) == ["grade"]
    assert len(table(own, GOAL).people) == 6


def test_what_is_decided_cannot_be_tried(app: App) -> None:
    """What if? has no change of it."""
    name = somebody_of_seven(app)
    free = text(app.get(f"/goal/{name}/distance"))
    was = str(app.goals.get(name).table.version)
    app.post(f"/goal/{name}/people/fixed", was=was, fixed="degree")

    assert 'value="degree=1"' in free
    assert 'value="degree=1"' not in text(app.get(f"/goal/{name}/distance"))


def test_a_round_without_a_name_goes_by_its_day(own: App) -> None:
    """Of one's own: nobody has to make up a name."""
    said = {"answer": "not_selected", "round": "own", "kind": "round", "decided": "March 2025"}
    written = own.post(f"/goal/{GOAL}/rounds", **said)

    assert written.status_code == 303
    assert len(own.goals.get(GOAL).attempts) == 1
    assert "Round of March 2025" in text(own.get(f"/goal/{GOAL}/rounds"))


def test_an_audit_asks_for_nothing_that_cannot_change(own: App) -> None:
    """The widest gap that still can is named, and is what can change; where all is fixed nothing is."""
    said = {"answer": "not_selected", "round": "own", "kind": "round", "decided": "March 2025", "name": "First"}
    since = {f"since-{name}": "2024-01-01" for name in ("score", "grade", "hours")}
    own.post(f"/goal/{GOAL}/numbers", score="508", grade="3.6", hours="60", **since)
    own.post(f"/goal/{GOAL}/rounds", **said)
    look = f"/goal/{GOAL}/audit/{own.goals.get(GOAL).attempts[-1].id}?step=look&day=unknown"
    before = words_of(text(own.get(look)))
    own.post(f"/goal/{GOAL}/people/fixed", was=str(own.goals.get(GOAL).table.version), fixed="grade")
    after = words_of(text(own.get(look)))
    was = str(own.goals.get(GOAL).table.version)
    own.client.post(f"/goal/{GOAL}/people/fixed", {"was": was, "fixed": ["score", "grade", "hours"]})
    nothing = words_of(text(own.get(look)))

    assert "The widest gap to everybody selected by Dec. 17, 2025: Grade (" in before
    assert "Of what can still change the widest gap to everybody selected by Dec. 17, 2025: Hours (" in after
    assert "What can change: that gap." in before
    assert "What can change: that gap." in after
    assert "It cannot change any more." in nothing
    assert "What can change: that gap." not in nothing

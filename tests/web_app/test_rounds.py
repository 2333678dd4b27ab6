"""Rounds: what is asked follows from the answer; documents by link or hash; and a look back before anything is sent."""

from hashlib import sha256
from io import BytesIO

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import right
from tests.web_app.typed_numbers import ABILITIES, NUMBERS

from twelfth.web.views.attempt import LARGEST_FILE

PEOPLE = "id,degree,years\n1,phd,7\n2,phd,4\n3,master,9\n4,phd,5\n5,master,8\n"


def own_goal(app: App) -> str:
    """A goal with two traits and no rounds."""
    return str(right(app, "/begin", title="Fellow", pack="blank", people=PEOPLE).headers["Location"]).split("/")[2]


def tried(app: App, goal: str, **fields: str) -> int:
    """The number of one more attempt."""
    asked = {"round": "own", "name": "One", "decided": "2025-06-01", "answer": "not_selected", "kind": "round"}
    response = app.post(f"/goal/{goal}/rounds", **(asked | fields))
    assert response.status_code == 303, text(response)
    return int(app.goals.get(goal).attempts[-1].id)


def stages(app: App, goal: str) -> list[tuple[str, str]]:
    """Of the last attempt."""
    return [(str(one.stage), str(one.on)) for one in app.goals.get(goal).attempts[-1].thing.history]


def listed(app: App, goal: str) -> list[tuple[str, str, str]]:
    documents = (row.thing for row in app.goals.get(goal).documents)
    return [(one.title, one.address, one.sha256) for one in documents]


def test_no_answer_is_chosen_beforehand(app: App) -> None:
    """And none said is asked for, with what was typed still there."""
    goal = own_goal(app)
    page = text(app.get(f"/goal/{goal}/rounds"))
    response = app.post(f"/goal/{goal}/rounds", round="own", name="Spring", decided="2025-06")

    assert page.count('name="answer"') == 5
    assert "checked" not in page
    assert response.status_code == 400
    assert "Expected one of the answers." in text(response)
    assert 'value="Spring"' in text(response)
    assert 'value="2025-06"' in text(response)


@pytest.mark.parametrize(
    ("typed", "decided", "on", "shown"),
    [
        ("2025-06-13", "2025-06-13", "2025-06-13", "June 13, 2025"),
        ("2025-06", "2025-06-30", "2025-06", "June 2025"),
        ("2024", "2024-12-31", "2024", "2024"),
        ("2025", "2025-12-17", "2025-01-01..2025-12-17", "between Jan. 1, 2025 and Dec. 17, 2025"),
    ],
)
def test_the_decided_day_may_be_a_month_or_a_year(app: App, typed: str, decided: str, on: str, shown: str) -> None:
    """The round stands at the last day it may have been, never after today; the stage is as uncertain as was said."""
    goal = own_goal(app)
    tried(app, goal, decided=typed)

    assert str(app.goals.get(goal).rounds[0].thing.decided) == decided
    assert stages(app, goal)[-1] == ("not_selected", on)
    assert shown in text(app.get(f"/goal/{goal}/rounds"))


@pytest.mark.parametrize("typed", ["", "soon", "unknown", "2026", "2026-01-01"])
def test_an_answer_is_of_a_day_that_has_come(app: App, typed: str) -> None:
    """As well as one knows it; what was typed is still there."""
    goal = own_goal(app)
    response = app.post(f"/goal/{goal}/rounds", round="own", name="Spring", decided=typed, answer="selected")

    assert response.status_code == 400
    assert 'id="wrong-decided"' in text(response)
    assert app.goals.get(goal).attempts == ()


def test_without_an_answer_it_may_be_decided_in_a_year_to_come(app: App) -> None:
    """The stage it has come to is then what is asked."""
    goal = own_goal(app)
    tried(app, goal, decided="2026", answer="not_yet", stage="interviewed", sent="2025-11")

    assert stages(app, goal) == [("submitted", "2025-11"), ("interviewed", "2025-12-17")]


def test_what_was_sent_after_the_answer_is_asked_again(app: App) -> None:
    """With a sentence at the field."""
    goal = own_goal(app)
    asked = {"round": "own", "name": "One", "decided": "2025-06-01", "answer": "selected", "kind": "round"}
    response = app.post(f"/goal/{goal}/rounds", **asked, sent="2025-07")

    assert response.status_code == 400
    assert "“2025-07”: expected a day not after that of the answer." in text(response)


def test_every_round_is_offered_by_year_the_newest_first(app: App) -> None:
    """However many there are."""
    goal = app.begin()
    page = text(app.get(f"/goal/{goal}/rounds")).partition('id="round"')[2].partition("</select>")[0]
    years = [int(part[:4]) for part in page.split('<optgroup label="')[1:]]

    assert page.count("<option") == 389 + 3
    assert years == sorted(set(years), reverse=True)


def test_of_a_pool_one_is_asked_about_the_pool(app: App) -> None:
    """Nobody applies to one of its rounds; the newest one could enter is chosen, where that is known."""
    goal = app.begin()
    page = text(app.get(f"/goal/{goal}/rounds"))
    tried(app, goal, kind="cec")
    after = text(app.get(f"/goal/{goal}/rounds"))

    assert "In which round were you in the pool?" in page
    assert 'name="stage"' not in page
    assert "The newest that you could enter" not in page
    assert "in the pool, not invited" in after
    assert "not selected" not in after.partition("<main")[2].partition("<h2>")[0]


def test_who_does_not_remember_the_round_keeps_none_and_goes_on(app: App) -> None:
    """No guess becomes a fact: it says where the round may be found, and leads to the numbers, which come before the
    rounds as long as there are none. Whoever applies by name is not asked."""
    goal = app.begin()
    unsure = app.post(f"/goal/{goal}/rounds", answer="not_selected", round="unsure", first="1")
    page = text(app.get(unsure.headers["Location"]))
    own = app.begin(title="Own", pack="blank")
    refused = app.post(f"/goal/{own}/rounds", answer="not_selected", round="unsure")

    assert unsure.headers["Location"].startswith(f"/goal/{goal}/numbers?first=1&said=")
    assert "Nothing was kept of that attempt" in page
    assert not app.goals.get(goal).attempts
    assert refused.status_code == 400
    assert "I do not remember: go on without it" not in text(app.get(f"/goal/{own}/rounds"))


def test_the_newest_round_one_could_enter_is_chosen(app: App) -> None:
    """By what is known of the person: here a year of work in Canada and the language for it."""
    goal = app.begin()
    spoken = {f"english_{ability}": "8" for ability in ABILITIES} | {"since-english_reading": "2025-03-10"}
    app.post(f"/goal/{goal}/numbers", **NUMBERS, **spoken)
    page = text(app.get(f"/goal/{goal}/rounds"))
    chosen = page.partition(" selected>")[2].partition("</option>")[0]

    assert "The newest that you could enter is chosen." in page
    assert chosen == "Canadian Experience Class, Dec. 16, 2025"


def test_a_document_is_a_link_or_a_hash(app: App) -> None:
    """It is shown with the link, which tells the other side nothing; changed and taken off the list, with a trail."""
    goal = own_goal(app)
    row = tried(app, goal)
    here = f"/goal/{goal}/rounds/{row}"
    app.post(here, do="add", title="Essay", address="https://example.org/essay?a=1&b=2")
    app.post(here, do="add", title="Letter", sha256="A" * 64)
    page = text(app.get(here))
    first, _ = app.goals.get(goal).documents

    assert listed(app, goal) == [("Essay", "https://example.org/essay?a=1&b=2", ""), ("Letter", "", "a" * 64)]
    assert 'href="https://example.org/essay?a=1&amp;b=2" rel="noreferrer"' in page
    app.post(here, do="mend", document=first.id, was=1, title="My essay", address=first.thing.address)
    assert listed(app, goal)[0][0] == "My essay"
    stale = app.post(here, do="mend", document=first.id, was=1, title="Theirs", address=first.thing.address)
    assert (stale.status_code, listed(app, goal)[0][0]) == (409, "My essay")
    app.post(here, do="drop", document=first.id, was=2)
    assert len(listed(app, goal)) == 1
    assert any("My essay" in line.before for line in app.goals.trail(goal))


def test_a_file_is_hashed_and_not_kept(app: App) -> None:
    """Its name will do for a title; nothing of what is in it is anywhere at home."""
    goal = own_goal(app)
    row, content = tried(app, goal), BytesIO(b"canary " * 1000)
    content.name = "statement.pdf"
    app.post(f"/goal/{goal}/rounds/{row}", do="add", title="", file=content)

    assert listed(app, goal) == [("statement.pdf", "", sha256(b"canary " * 1000).hexdigest())]
    assert not any(b"canary" in file.read_bytes() for file in app.home.rglob("*") if file.is_file())


@pytest.mark.parametrize(("size", "told"), [(0, "There is nothing in that file."), (LARGEST_FILE + 1, "at most 10.")])
def test_a_file_that_is_empty_or_too_large_is_refused(app: App, size: int, told: str) -> None:
    """With what to do instead; the title is still there."""
    goal = own_goal(app)
    row, content = tried(app, goal), BytesIO(b"x" * size)
    content.name = "film.mov"
    page = text(app.post(f"/goal/{goal}/rounds/{row}", do="add", title="A film", file=content))

    assert told in page
    assert 'value="A film"' in page
    assert listed(app, goal) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("address", "http://example.org/essay"),
        ("address", "javascript:alert(1)"),
        ("address", "https://"),
        ("address", "https://["),
        ("address", "https://me:secret@example.org/"),
        ("address", "https://example.org/a b"),
        ("address", "data:text/html,x"),
        ("sha256", "a" * 63),
        ("sha256", "g" * 64),
        ("title", "no link and no hash"),
    ],
)
def test_what_is_no_document_is_refused(app: App, field: str, value: str) -> None:
    """With a sentence, and with what was typed."""
    goal = own_goal(app)
    response = app.post(f"/goal/{goal}/rounds/{tried(app, goal)}", **({"do": "add", "title": "Essay"} | {field: value}))

    assert response.status_code == 400
    assert "xpected" in text(response)
    assert f'value="{value}"' in text(response)
    assert listed(app, goal) == []


def twice(app: App, *, later: dict[str, str]) -> tuple[str, int]:
    """A goal with an attempt of last year and one that is not sent yet, with documents; years grew in between."""
    goal = own_goal(app)
    first = tried(app, goal, decided="2025-06-01", sent="2025-05-01")
    app.post(f"/goal/{goal}/rounds/{first}", do="add", title="Essay", address="https://example.org/essay")
    app.post(f"/goal/{goal}/rounds/{first}", do="add", title="Letter", sha256="a" * 64)
    second = tried(app, goal, name="Two", decided="2026-06", answer="not_yet", stage="draft")
    for fields in ({"title": "Essay", "address": "https://example.org/essay"}, {"title": "Letter"} | later):
        app.post(f"/goal/{goal}/rounds/{second}", do="add", **fields)
    return goal, second


def test_same_as_last_time_is_asked_before_it_is_sent(app: App) -> None:
    """Yes marks it as sent on that day; until then nothing is written."""
    goal, row = twice(app, later={"sha256": "a" * 64})
    led = app.post(f"/goal/{goal}/rounds/answer", row=row, was=1, stage="submitted").headers["Location"]
    page = text(app.get(led))

    assert led == f"/goal/{goal}/rounds/{row}/send"
    assert "Same as last time?" in page
    assert "Nothing that is known here is different from One." in page
    assert stages(app, goal) == [("draft", "2025-12-17")]
    assert "“2025-12-18”: expected a day not after" in text(app.post(led, on="2025-12-18", was=1))
    assert "the stage before it" in text(app.post(led, on="2025-12-01", was=1))
    app.post(led, on="2025-12-17", was=1)
    assert stages(app, goal)[-1] == ("submitted", "2025-12-17")
    assert app.get(led).status_code == 303
    assert app.post(led, on="2025-12-17", was=1).status_code == 409


def test_what_is_new_is_told_apart_from_what_is_the_same(app: App) -> None:
    """Documents by their hash or address, else by their title."""
    goal, row = twice(app, later={"sha256": "b" * 64})
    page = text(app.get(f"/goal/{goal}/rounds/{row}/send"))
    different, same = page.partition("<h2>The same</h2>")[::2]

    assert "Nothing that is known" not in page
    assert "another version" in different
    assert "Letter" in different
    assert "Essay" in same
    assert "Beside One" in text(app.get(f"/goal/{goal}/rounds/{row}"))


def test_of_a_first_attempt_there_is_nothing_to_compare(app: App) -> None:
    """It is asked all the same, and nothing is made up."""
    goal = own_goal(app)
    row = tried(app, goal, decided="2026", answer="not_yet", stage="draft")

    assert "is your first attempt here" in text(app.get(f"/goal/{goal}/rounds/{row}/send"))
    assert "different from last time</h2>" not in text(app.get(f"/goal/{goal}/rounds/{row}"))


def test_an_attempt_there_is_not_has_no_page(app: App) -> None:
    """Nor has one of another goal."""
    goal = own_goal(app)
    for below in ("", "/send"):
        assert app.get(f"/goal/{goal}/rounds/99{below}").status_code == 404


def test_an_answer_ends_a_round_of_a_month_to_come(app: App) -> None:
    """Expected by the end of a month, it is decided on the day of its answer."""
    goal = own_goal(app)
    tried(app, goal, decided="2025-12", answer="not_yet", stage="submitted", sent="2025-11")
    row = app.goals.get(goal).attempts[0]
    app.post(f"/goal/{goal}/rounds/answer", row=row.id, was=row.version, stage="not_selected", on="2025-12-16")
    page = text(app.get(f"/goal/{goal}/audit/{row.id}?step=look"))

    assert str(app.goals.get(goal).rounds[0].thing.decided) == "2025-12-16"
    assert "2025-12-31" not in page


def turned_down_in(app: App, decided: str) -> str:
    """A goal with one no in a round of its own."""
    goal = app.begin(pack="blank")
    no = {"round": "own", "name": "Second call", "decided": decided, "answer": "not_selected", "kind": "round"}
    assert app.post(f"/goal/{goal}/rounds", **no).status_code == 303
    return goal


@pytest.mark.parametrize(("decided", "told"), [("2024-11", "November 2024"), ("2024", "2024")])
def test_a_round_known_to_the_month_is_told_to_the_month(decided: str, told: str, app: App) -> None:
    """On every page that speaks of it: no day that nobody said."""
    goal = turned_down_in(app, decided)
    answer = f"/goal/{goal}/audit/{app.goals.get(goal).attempts[0].id}"
    pages = [text(app.get(f"/goal/{goal}{below}")) for below in ("", "/rounds", "/distance", "/road")]
    pages += [text(app.get(f"{answer}?step=look")), text(app.get(app.post(answer, feedback="x").headers["Location"]))]

    assert not any(day in page for page in pages for day in ("Nov. 30, 2024", "Nov. 29, 2024", "Dec. 31, 2024"))
    assert f"in {told} at the latest" in pages[1]
    assert f"Second call was decided in {told}: not selected." in pages[-1]


def test_a_coming_round_known_to_the_month_is_told_to_the_month(app: App) -> None:
    """And by its day once it is answered."""
    goal = app.begin(pack="blank")
    planned = {"round": "own", "name": "Autumn", "decided": "2026-10", "answer": "not_yet", "stage": "submitted"}
    app.post(f"/goal/{goal}/rounds", **planned, kind="round")
    held = app.goals.get(goal).rounds[0].thing

    assert (str(held.decided), str(held.when_decided)) == ("2026-10-31", "2026-10")
    assert "Autumn is decided: <strong>October 2026</strong>" in text(app.get(f"/goal/{goal}"))

    row = app.goals.get(goal).attempts[0]
    app.post(f"/goal/{goal}/rounds/answer", row=str(row.id), stage="not_selected", on="2025-12-17", was="1")
    held = app.goals.get(goal).rounds[0].thing

    assert str(held.when_decided) == "2025-12-17"

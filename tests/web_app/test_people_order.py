"""Which words of a column count for more: said where the table is confirmed, mended later, kept with the table."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import App, text
from tests.web_app.own_goal import right, table

PEOPLE = "id,Degree,Papers\n1,licence,7\n2,master,4\n3,PhD,9\n4,master,5\n5,PhD,8\n6,master,6\n7,PhD,11\n"
GOAL = "grant"
ORDER = {"order-degree-licence": "1", "order-degree-master": "2", "order-degree-phd": "3"}


@pytest.fixture
def own(app: App) -> App:
    """With a table whose degrees are in order."""
    right(app, "/begin", title="Grant", pack="blank", people=PEOPLE, **ORDER)
    return app


def order(app: App) -> tuple[str, ...]:
    return table(app, GOAL).columns[0].order


def test_an_order_is_asked_for_where_the_table_is_shown(app: App) -> None:
    """A box for each word; empty they stay words without an order, that nobody is below or above."""
    shown = text(app.post("/begin", title="Grant", pack="blank", people=PEOPLE))
    right(app, "/begin", title="Grant", pack="blank", people=PEOPLE)
    app.post(f"/goal/{GOAL}/numbers", degree="licence", papers="4")

    assert 'name="order-degree-licence"' in shown
    assert 'name="order-papers' not in shown
    assert table(app, GOAL).columns[0].trait.kind == "category"
    assert f'href="/goal/{GOAL}/learn#degree"' not in text(app.get(f"/goal/{GOAL}/learn"))


def test_an_order_that_was_said_makes_a_gap(own: App) -> None:
    """The trait has the order, so Distance says who is short, and Learn has a step to the middle of the group."""
    own.post(f"/goal/{GOAL}/numbers", degree="licence", papers="4")
    trait = table(own, GOAL).columns[0].trait

    assert (trait.kind, trait.codes()) == ("ordered", (0.0, 1.0, 2.0))
    assert [trait.words(trait.level(code)) for code in (0, 1, 2)] == ["licence", "master", "PhD"]
    assert "Degree: master" in text(own.get(f"/goal/{GOAL}/learn"))


@pytest.mark.parametrize("wrong", [{"order-degree-phd": ""}, {"order-degree-phd": "2"}, {"order-degree-phd": "high"}])
def test_an_order_with_a_gap_or_a_place_twice_is_asked_again(app: App, wrong: dict[str, str]) -> None:
    """With a sentence, and what was typed; nothing is kept."""
    shown = text(app.post("/begin", title="Grant", pack="blank", people=PEOPLE))
    digest = shown.partition('name="right" value="')[2].partition('"')[0]
    response = app.post("/begin", title="Grant", pack="blank", people=PEOPLE, right=digest, **ORDER | wrong)
    page = text(response)

    assert response.status_code == 400
    assert "Give each of these words a number of its own" in page
    assert 'name="order-degree-master" type="text" value="2"' in page
    assert app.goals.cards() == ()


def test_an_order_is_mended_on_the_page_of_the_people(own: App) -> None:
    """And taken back by leaving all empty; an older page is told that it is one."""
    path, was = f"/goal/{GOAL}/people/order", str(own.goals.get(GOAL).table.version)
    turned = own.post(path, was=was, **ORDER | {"order-degree-licence": "3", "order-degree-phd": "1"})
    then = order(own)
    stale = own.post(path, was=was, **ORDER)
    half = own.post(path, was=str(own.goals.get(GOAL).table.version), **ORDER | {"order-degree-phd": ""})
    own.post(path, was=str(own.goals.get(GOAL).table.version), **dict.fromkeys(ORDER, ""))

    assert (turned.status_code, then) == (303, ("phd", "master", "licence"))
    assert (stale.status_code, half.status_code) == (409, 400)
    assert order(own) == ()


def test_a_word_that_is_new_waits_for_its_place(own: App) -> None:
    """Until then nobody is compared by the column, and the page says so; a whole new table keeps its places."""
    fields = {"was": str(own.goals.get(GOAL).table.version), "of-degree": "diploma", "of-papers": "5"}
    own.post(f"/goal/{GOAL}/people/add", **fields)
    page = text(own.get(f"/goal/{GOAL}/people"))
    unplaced = table(own, GOAL).columns[0].trait.kind
    right(own, f"/goal/{GOAL}/people", people=PEOPLE)

    assert "diploma has no place in the order of Degree yet" in page
    assert unplaced == "category"
    assert order(own) == ("licence", "master", "phd")
    assert table(own, GOAL).columns[0].is_ordered


def test_an_order_goes_out_and_comes_back(own: App, tmp_path: Path) -> None:
    """With an export and its import elsewhere, and with it what cannot change any more."""
    own.post(f"/goal/{GOAL}/people/fixed", was=str(own.goals.get(GOAL).table.version), fixed="degree")
    response = own.get("/export")
    archive = b"".join(response.streaming_content) if response.streaming else response.content
    other = App(tmp_path / "other")
    looked = text(other.post("/import", file=SimpleUploadedFile("x.zip", archive)))
    other.post("/import", waits=looked.partition('name="waits" value="')[2].partition('"')[0])

    assert order(other) == ("licence", "master", "phd")
    assert [each.name for each in table(other, GOAL).fixed] == ["degree"]


CEFR = "A1, A2, B1, B2, C1, C2"
SPOKEN = "id,English,Papers\n1,B2,7\n2,C1,4\n3,c1,9\n4,B2,5\n5,C2,8\n"


def test_the_levels_of_a_language_come_in_their_order(app: App) -> None:
    """All six, as one's own may be none of theirs; it is shown, and can be said otherwise."""
    shown = text(app.post("/begin", title="Grant", pack="blank", people=SPOKEN))
    right(app, "/begin", title="Grant", pack="blank", people=SPOKEN)
    app.post(f"/goal/{GOAL}/numbers", english="b1", papers="9")
    page = text(app.get(f"/goal/{GOAL}/distance"))
    right(app, f"/goal/{GOAL}/people", people=SPOKEN, was=str(app.goals.get(GOAL).table.version))

    assert f"<summary>In this order, what counts least first: {CEFR}</summary>" in shown
    assert "The widest gap is English: of 5 people at least half had C1 or more; you: B1." in page
    assert table(app, GOAL).columns[0].trait.kind == "ordered"


def test_an_order_of_levels_that_was_taken_back_stays_so(app: App) -> None:
    """Also in a whole new table. One of other words has none until somebody says it."""
    none = {f"order-english-{one}": "" for one in CEFR.lower().split(", ")}
    right(app, "/begin", title="Grant", pack="blank", people=SPOKEN, **none)
    first = order(app)
    again = app.post(f"/goal/{GOAL}/people", people=SPOKEN, was=str(app.goals.get(GOAL).table.version))
    right(app, "/begin", title="Other", pack="blank", people=SPOKEN.replace("C2", "native"))

    assert first == ()
    assert "In this order" not in text(again)
    assert table(app, "other").columns[0].order == ()


def test_what_if_asks_of_nothing_that_is_had(app: App) -> None:
    """Of an order only what lies beyond one's own; all of it where that is not known."""
    right(app, "/begin", title="Grant", pack="blank", people=SPOKEN)
    app.post(f"/goal/{GOAL}/numbers", papers="9")
    every = text(app.get(f"/goal/{GOAL}/distance"))
    app.post(f"/goal/{GOAL}/numbers", english="b2", papers="9")
    beyond = text(app.get(f"/goal/{GOAL}/distance"))

    assert [one in every for one in ("English: A1", "English: B2", "English: C1")] == [True, True, True]
    assert [one in beyond for one in ("English: A1", "English: B2", "English: C1")] == [False, False, True]

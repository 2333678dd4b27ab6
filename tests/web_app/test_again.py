"""A form that needs another look is answered with a redirect to a page that is kept for that browser alone."""

import logging
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web_app.client import HOST, App, text
from tests.web_app.filled_form import filled
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right

from twelfth.web import again
from twelfth.web.again import COOKIE, MOST, MOST_BYTES, SECONDS, Kept, Page, new_key

TYPED = "a word of mine"


def mistaken(app: App, **headers: str) -> Any:
    """A form of Work with a time that is none, as the browser sends it."""
    return app.client.post(f"/goal/{app.begin()}/work", {"time": "long", "note": TYPED}, headers=headers)


def keep(kept: Kept, content: bytes) -> str:
    """A page of one browser; its key."""
    key = new_key()
    kept.keep(key, Page(browser="one", path="/a", content=content, status=400))
    return key


def in_language(app: App, page: Any, language: str) -> Any:
    """What the button of a language on a page leads to."""
    where = filled(text(page), "/language")["next"]
    return app.get(app.client.post("/language", {"next": where, "language": language}).headers["Location"])


def test_a_mistake_leads_to_a_page_that_can_be_fetched_again(app: App) -> None:
    """With what was typed, what is wrong with it, and the status of a mistake; nothing typed stands in the address."""
    led = mistaken(app)
    pages = [app.get(led.headers["Location"]) for _ in range(2)]

    assert led.status_code == 303
    assert [page.status_code for page in pages] == [400, 400]
    assert all(TYPED in text(page) and "needs another look" in text(page) for page in pages)
    assert "long" not in led.headers["Location"]


def test_mended_on_that_page_it_is_written_once(app: App) -> None:
    """The form stands on the kept page as on any other."""
    goal = app.begin()
    for time in ("long", "30 min", "30 min"):
        app.post(f"/goal/{goal}/work", time=time, key="k")

    assert app.effort(goal) == (("", 30),)


def test_another_browser_is_shown_nothing(app: App) -> None:
    """Though it was let in too, and has the address."""
    led = mistaken(app).headers["Location"]
    del app.client.cookies[COOKIE]
    without = app.get(led)
    app.client.cookies[COOKIE] = "é"
    other = app.get(led)

    assert TYPED not in text(without) + text(other)
    assert without.status_code == other.status_code == 200


def test_what_another_was_first_with_is_a_page_too(app: App) -> None:
    """The status says that it was no mistake of this form."""
    goal = app.begin(pack="blank")
    draft = {"round": "own", "name": "One", "decided": "2026-06-01", "answer": "not_yet", "stage": "draft"}
    app.post(f"/goal/{goal}/rounds", **draft, kind="round")
    sent = f"/goal/{goal}/rounds/{app.goals.get(goal).attempts[0].id}/send"
    led = [app.client.post(sent, {"on": "2025-12-17", "was": "1"}) for _ in range(2)][-1]

    assert led.status_code == 303
    assert app.get(led.headers["Location"]).status_code == 409


def test_a_page_forgotten_is_the_empty_form_or_the_goal(app: App) -> None:
    """An address that only takes forms has no page of its own."""
    goal = app.begin()

    assert app.get(f"/goal/{goal}/work?again=gone").status_code == 200
    assert app.get(f"/goal/{goal}/rounds/answer?again=gone").headers["Location"] == f"/goal/{goal}"
    assert app.get("/language?again=gone").headers["Location"] == "/"


def test_a_part_that_a_script_asked_for_is_answered_at_once(app: App) -> None:
    """It takes no place in the history of the browser."""
    assert mistaken(app, **{"HX-Request": "true"}).status_code == 400


def test_what_is_too_large_is_answered_at_once(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than kept."""
    monkeypatch.setattr(again, "MOST_BYTES", 100)

    assert mistaken(app).status_code == 400


def test_nothing_typed_is_written_to_a_log(app: App, caplog: pytest.LogCaptureFixture) -> None:
    """Nor the file that was sent with it."""
    with caplog.at_level(logging.DEBUG):
        app.post("/begin", title=TYPED, pack="none", people=SimpleUploadedFile("p.csv", TYPED.encode()))

    assert TYPED not in caplog.text


def test_of_many_pages_the_oldest_are_forgotten() -> None:
    """By their number and by their size."""
    kept = Kept()
    keys = [keep(kept, b"page") for _ in range(MOST + 1)]
    large = [keep(kept, b"x" * MOST_BYTES) for _ in range(5)]

    assert [kept.get(key, "one", "/a") is None for key in (keys[0], *keys[1:], *large)] == [True] * (MOST + 2) + [
        False
    ] * 4


def test_a_page_is_kept_for_a_while() -> None:
    """An hour, and not a second longer."""
    now = [0.0]
    kept = Kept(clock=lambda: now[0])
    key = keep(kept, b"page")
    now[0] = SECONDS
    there = kept.get(key, "one", "/a")
    now[0] += 1

    assert there is not None
    assert kept.get(key, "one", "/a") is None


def test_a_page_stands_at_its_own_address_until_its_goal_is_erased(app: App) -> None:
    """Erased is erased: what was typed into a form is not to be looked at afterwards."""
    led = mistaken(app).headers["Location"]
    goal, key = led.split("/")[2], led.partition("?")[2]
    elsewhere, there = app.get(f"/goals?{key}"), app.get(led)
    app.client.post(f"/goal/{goal}/data/erase", {"name": goal})

    assert (elsewhere.status_code, there.status_code) == (200, 400)
    assert app.get(led).status_code == 404


def test_the_address_of_the_app_is_not_left(app: App) -> None:
    """The redirect names a path of this host."""
    assert mistaken(app).headers["Location"].startswith("/goal/")
    assert HOST not in mistaken(app).headers["Location"]


def test_in_another_language_what_was_typed_is_still_there(app: App) -> None:
    """And what is wrong with it is said in that language; back again too. Nothing is written by it."""
    page = app.get(mistaken(app).headers["Location"])
    spanish = in_language(app, page, "es")
    english = in_language(app, spanish, "en")

    assert [each.status_code for each in (page, spanish, english)] == [400] * 3
    assert all(TYPED in text(each) and 'value="long"' in text(each) for each in (page, spanish, english))
    assert '<html lang="es">' in text(spanish)
    assert "needs another look" not in text(spanish)
    assert "needs another look" in text(english)
    assert app.effort("fellow") == ()


def test_a_page_at_an_address_that_only_takes_forms_stays_in_another_language(app: App) -> None:
    """Of a conflict both versions; sent from there it is written."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    where = f"/goal/{GOAL}/people/figures"
    app.post(where, was="1", applied="6000", selected="50")
    stale = app.post(where, was="1", applied="5000", selected="77")
    spanish = in_language(app, stale, "es")
    kept = app.post(where, **filled(text(spanish), where))

    assert (stale.status_code, spanish.status_code) == (409, 409)
    assert "<td>77</td><td>50</td>" in text(spanish)
    assert "Lo tuyo" in text(spanish)
    assert kept.status_code == 303


def test_a_language_writes_nothing_though_the_form_would_be_right_by_now(app: App) -> None:
    """The page stays as it was made, with what was typed."""
    goal = app.begin(pack="blank")
    fields = {"round": "own", "name": "One", "decided": "2025-12-18", "answer": "not_selected", "kind": "round"}
    page = app.post(f"/goal/{goal}/rounds", **fields)
    with pytest.MonkeyPatch.context() as tomorrow:
        tomorrow.setenv("TWELFTH_TODAY", "2025-12-19")
        there = in_language(app, page, "es")
        written = len(app.goals.get(goal).attempts)
        sent = app.post(f"/goal/{goal}/rounds", **fields)

    assert (page.status_code, there.status_code, written) == (400, 400, 0)
    assert 'value="One"' in text(there)
    assert sent.status_code == 303


def test_what_came_with_a_file_stays_in_the_language_it_was_made_in(app: App) -> None:
    """With what was typed."""
    page = app.post("/begin", title=TYPED, pack="none", people=SimpleUploadedFile("p.csv", b"a"))
    there = in_language(app, page, "es")

    assert TYPED in text(there)
    assert '<html lang="en">' in text(there)

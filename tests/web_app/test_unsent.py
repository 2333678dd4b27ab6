"""What was typed and not yet sent stays where another language is chosen: in this tab alone, once, on the same page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.pages import needs_browser
from tests.web_app.app import Watched, browsing, press, served

pytestmark = [pytest.mark.browser, needs_browser]

SPANISH, ENGLISH = "form.language button[value=es]", "form.language button[value=en]"
KEPT = "() => sessionStorage.getItem('unsent')"


@pytest.fixture
def open_app(tmp_path: Path) -> Iterator[Watched]:
    """The app with one goal, at its attempts."""
    with served(tmp_path / "home", today="2025-12-17") as link, browsing(link) as watched:
        page = watched.page
        page.fill("#title", "Resident")
        page.check("input[value=express-entry]")
        press(page, "button.main")
        page.goto(f"{watched.origin}/goal/resident/rounds")
        yield watched


def type_attempt(page: Page) -> None:
    page.check("input[value=not_selected]")
    page.select_option("#round", "own")
    page.fill("#name", "Sorteo <b> ñ")
    page.fill("#sent", "March 2025")


def typed(page: Page) -> tuple[bool, str, str, str]:
    return (
        page.is_checked("input[value=not_selected]"),
        page.input_value("#round"),
        page.input_value("#name"),
        page.input_value("#sent"),
    )


def put_aside(page: Page) -> Any:
    """What stands in the tab's own storage when the language is chosen; the page stays."""
    page.evaluate(
        "document.querySelector('form.language').addEventListener('submit', (event) => event.preventDefault())"
    )
    page.click(SPANISH)
    return json.loads(page.evaluate(KEPT) or "null")


def test_what_was_typed_is_there_in_the_other_language(open_app: Watched) -> None:
    """Whatever kind of field; and it is in no storage any more, nor there once the page is fetched again."""
    page = open_app.page
    type_attempt(page)
    press(page, SPANISH)

    assert page.get_attribute("html", "lang") == "es"
    assert typed(page) == (True, "own", "Sorteo <b> ñ", "March 2025")
    assert page.evaluate(KEPT) is None
    press(page, ENGLISH)
    assert typed(page) == (True, "own", "Sorteo <b> ñ", "March 2025")
    page.goto(page.url)
    assert page.input_value("#name") == ""
    assert (open_app.mistakes, open_app.elsewhere) == ([], [])


def test_it_can_be_sent_as_if_nothing_had_happened(open_app: Watched) -> None:
    """With the key of the page it stands on now."""
    page = open_app.page
    type_attempt(page)
    page.fill("#decided", "2025-06-10")
    key = page.input_value("form.attempt input[name=key]")
    press(page, SPANISH)
    fresh = page.input_value("form.attempt input[name=key]")
    press(page, "form.attempt button.main")

    assert key != fresh
    assert "/audit/" in page.url


def test_what_nobody_sees_is_never_put_aside(open_app: Watched) -> None:
    """The key of a form, a password and a file: neither put aside nor put back. What the form was made from is."""
    page = open_app.page
    page.goto(f"{open_app.origin}/goal/resident/numbers")
    page.evaluate(
        """() => {
          const form = document.querySelector("form.numbers");
          for (const [type, name] of [["password", "secret"], ["hidden", "was"], ["file", "file"]]) {
            const field = Object.assign(document.createElement("input"), { type, name });
            if (type !== "file") field.value = "typed";
            form.append(field);
          }
          for (const field of form.querySelectorAll("input[type=hidden]")) field.value = "typed";
        }"""
    )
    page.select_option("#education", "bachelor")
    where, found, before = put_aside(page)

    assert where == "/goal/resident/numbers"
    assert [(name.split()[-2], value) for name, value in found] == [("education", "bachelor")]
    assert "typed" not in json.dumps(found)
    assert all(name.split()[-1].startswith("was") for name, _value in before)


def test_a_key_is_never_put_back(open_app: Watched) -> None:
    """Though somebody had written one into the storage of the tab: those of the page stay."""
    page = open_app.page
    page.goto(f"{open_app.origin}/goal/resident/numbers")
    page.select_option("#education", "bachelor")
    where, ((name, _value),), _before = put_aside(page)
    forged = [[name.replace("education", each), "forged"] for each in ("key", "was-education", "was")]
    page.evaluate(
        "(kept) => sessionStorage.setItem('unsent', kept)",
        json.dumps([where, [*forged, [name, "two_year"]], [*forged[:1]]]),
    )
    page.goto(page.url)
    hidden = page.locator("form.numbers input[type=hidden]").evaluate_all("(all) => all.map((one) => one.value)")

    assert page.input_value("#education") == "two_year"
    assert "forged" not in hidden


def test_another_page_takes_nothing_of_it(open_app: Watched) -> None:
    """And it is gone then: nothing typed long ago comes back."""
    page = open_app.page
    type_attempt(page)
    put_aside(page)
    page.goto(f"{open_app.origin}/goal/resident/numbers")
    assert page.evaluate(KEPT) is None
    page.goto(f"{open_app.origin}/goal/resident/rounds")

    assert typed(page)[2] == ""
    assert page.locator("input[value=not_selected]:checked").count() == 0


def test_what_stands_in_a_fold_is_seen(open_app: Watched) -> None:
    """The fold is open where something was put back."""
    page = open_app.page
    type_attempt(page)
    page.check("input[value=not_yet]")
    page.fill("#decided", "2026-01-10")
    press(page, "form.attempt button.main")
    page.click("summary")
    day = page.locator("input[type=date]")
    day.fill("2025-12-16")
    press(page, SPANISH)

    assert day.is_visible()
    assert day.input_value() == "2025-12-16"


def test_what_another_window_wrote_meanwhile_is_asked_about(open_app: Watched) -> None:
    """What was typed is put back on the ground it was typed on: nothing of the other window is written over unasked."""
    page = open_app.page
    numbers = f"{open_app.origin}/goal/resident/numbers"
    page.goto(numbers)
    page.fill("#foreign_work", "12")
    other = page.context.new_page()
    other.goto(numbers)
    other.fill("#foreign_work", "24")
    press(other, "p.reach button.main")
    press(page, SPANISH)
    assert page.input_value("#foreign_work") == "12"
    press(page, "p.reach button.main")

    table = page.inner_text("table.versions")
    assert "12" in table
    assert "24" in table


def test_hours_of_a_list_are_put_back_though_a_row_was_kept_elsewhere(open_app: Watched) -> None:
    """And a number that may be thousands in one language and not in the other is typed anew."""
    page = open_app.page
    learn = f"{open_app.origin}/goal/resident/learn"
    page.goto(learn)
    page.fill("#hours-of-english_9", "50")
    page.fill("#hours-of-english_10", "1,500")
    other = page.context.new_page()
    other.goto(learn)
    other.fill("#hours-of-french_7", "80")
    press(other, "form:has(#hours-of-french_7) button.main, form:has(#hours-of-french_7) button")
    press(page, SPANISH)

    assert (page.input_value("#hours-of-english_9"), page.input_value("#hours-of-english_10")) == ("50", "")

"""The whole loop in a browser: goal, distance, road, work, a no, its audit, a new road, a yes, the next goal."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.pages import needs_browser
from tests.web_app.app import browsing, press, served
from tests.web_app.typed_numbers import ABILITIES, NUMBERS

pytestmark = [pytest.mark.browser, needs_browser]

PEOPLE = "id,degree,years\n1,phd,7\n2,phd,4\n3,master,9\n4,phd,5\n5,master,8\n6,phd,6\n7,phd,11\n"


def fill(page: Page, name: str, value: str) -> None:
    field = page.locator(f"#{name}")
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


def type_numbers(page: Page) -> None:
    for name, value in NUMBERS.items():
        fill(page, name, value)
    for ability in ABILITIES:
        fill(page, f"english_{ability}", "8")
    fill(page, f"since-english_{ABILITIES[0]}", "2025-03-10")


def first_minute(page: Page, closes: str = "?") -> None:
    """From the goal to the numbers: the next date, and no attempt yet."""
    page.fill("#closes", closes)
    press(page, "form[action$='/first/round'] button.main")
    press(page, "a[href$='/numbers?first=1']")


def draw(page: Page, hours: str) -> None:
    """A road within so many hours a week, followed."""
    press(page, "a[data-key=r]")
    page.fill("#hours", hours)
    press(page, "form[action$='/draw'] button.main")
    page.locator("#offered").wait_for(timeout=60_000)
    press(page, "form[action$='/accept'] button", timeout=60_000)


def answered(page: Page, stage: str) -> None:
    """Write down what became of the only attempt that waits for an answer."""
    page.locator("details", has=page.locator("select[name=stage]")).first.locator("summary").click()
    page.locator("select[name=stage]").first.select_option(stage)
    press(page, "form[action$='/rounds/answer'] button")


@pytest.mark.parametrize("language", ["en", "es"])
def test_from_a_goal_through_a_no_to_the_next_goal(tmp_path: Path, language: str) -> None:
    """By mouse, on express-entry: nothing is asked of anywhere else, and no policy is broken."""
    with served(tmp_path / "home", today="2025-12-17") as link, browsing(link, language=language) as watched:
        page = watched.page
        page.fill("#title", "Permanent resident")
        page.check("input[value=express-entry]")
        press(page, "button.main")
        first_minute(page)
        type_numbers(page)
        press(page, "form.numbers button.main")
        assert re.search(r"\d\s?%", page.locator("#odds").inner_text())

        press(page, "a[href$='/road']")
        page.fill("#hours", "12")
        press(page, "form[action$='/draw'] button.main")
        press(page, "form[action$='/accept'] button", timeout=60_000)
        assert page.url.partition("?")[0].endswith("/goal/permanent-resident")
        mile = page.locator(".hero .total").inner_text()
        assert mile

        press(page, "a[data-key=w]")
        page.fill("#time", "1h30")
        page.select_option("#towards", index=1)
        press(page, "form.log button.main")
        assert "1 h 30" in page.locator("main").inner_text()

        press(page, "a[data-key=o]")
        page.check("input[value=not_yet]")
        page.select_option("#round", index=3)
        page.fill("#sent", "2025-12-01")
        press(page, "form[action$='/rounds'] button.main")
        answered(page, "not_selected")
        page.locator("form button.main").first.wait_for()
        press(page, "a[href$='step=look']")
        press(page, "button[name=all]")
        page.fill("#feedback", "They said nothing.")
        page.locator("form", has=page.locator("#feedback")).locator("button").click()
        page.wait_for_load_state()
        assert "/audits/" in page.url
        record = page.locator("section.answer").text_content()

        page.fill("#text", "I would send French next time.")
        press(page, "form[action*='/audits/'] button")
        assert page.locator("section.answer").text_content() == record

        press(page, "a[href$='/road']")
        page.fill("#hours", "6")
        press(page, "form[action$='/draw'] button.main")
        page.locator("#offered").wait_for(timeout=60_000)
        press(page, "form[action$='/accept'] button")

        press(page, "a[data-key=o]")
        page.check("input[value=selected]")
        page.select_option("#round", "own")
        page.fill("#name", "One more")
        page.fill("#decided", "2025-12-16")
        press(page, "form[action$='/rounds'] button.main")
        assert "/next" in page.url
        page.fill("#title", "A house by the sea")
        press(page, "form[action$='/next'] button.main")
        assert "/goal/a-house-by-the-sea/numbers" in page.url

        assert page.locator("html").get_attribute("lang") == language
        assert watched.elsewhere == []
        assert watched.mistakes == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_process_of_ones_own_from_a_table(tmp_path: Path, language: str) -> None:
    """`blank` with a pasted yes group, the whole loop: the distance is there at once, without a pool no odds are made
    up, the road closes gaps, and after a yes the next goal knows the person.
    """
    with served(tmp_path / "home", today="2025-12-17") as link, browsing(link, language=language) as watched:
        page = watched.page
        page.fill("#title", "Fellow of the small academy")
        page.check("input[value=blank]")
        page.fill("#people", PEOPLE)
        press(page, "button.main")
        assert "7" in page.locator("main").inner_text()
        press(page, "button.main")
        first_minute(page, "2026-05")
        fill(page, "degree", "master")
        fill(page, "years", "3")
        press(page, "form.numbers button.main")
        assert "7" in page.locator("#gap").inner_text()

        press(page, "a[href$='/people']")
        press(page, "a[href$='/people/add']")
        page.fill("#who", "Zoé")
        page.fill("#of-degree", "bachelor")
        page.fill("#of-years", "3,5")
        press(page, "form button.main")
        page.fill("#applied", "5 000")
        page.fill("#selected", "100")
        press(page, "form[action$='/figures'] button")
        assert "8" in page.locator("#gap").inner_text()
        assert re.search(r"\b100\b.*\b5\D?000\b", page.locator("#odds").text_content() or "", re.DOTALL)

        page.goto(page.url.partition("/distance")[0] + "/learn#years")
        page.locator("#years details > summary").last.click()
        page.fill("#hours-years", "100")
        page.locator("#years form button").click()
        page.wait_for_load_state()
        draw(page, "12")
        assert page.locator(".hero .total").inner_text()
        press(page, "a[data-key=w]")
        page.fill("#time", "1h30")
        page.select_option("#towards", "years")
        press(page, "form.log button.main")
        assert "1 h 30" in page.locator("main").inner_text()

        _answer_of_ones_own(page, "not_selected", "Spring", "2025-06")
        page.locator("form button").first.wait_for()
        press(page, "a.main[href$='step=look']")
        press(page, "a[href$='day=unknown']")
        page.fill("#feedback", "They said nothing.")
        page.locator("form", has=page.locator("#feedback")).locator("button").click()
        page.wait_for_load_state()
        assert "/audits/" in page.url
        draw(page, "6")
        _answer_of_ones_own(page, "selected", "Autumn", "2025-12-16")
        assert "/next" in page.url
        page.fill("#title", "A larger academy")
        page.check("input[name=same-people]")
        press(page, "form[action$='/next'] button.main")
        assert page.locator("#years").input_value() == "3"
        press(page, "a[data-key=t]")
        page.locator("details", has=page.locator("a[href*='/audits/']")).locator("summary").click()
        press(page, "a[href='/goal/fellow-of-the-small-academy']")
        assert page.locator("a.main[href$='/next']").is_visible()
        assert page.locator("html").get_attribute("lang") == language
        assert watched.elsewhere == []
        assert watched.mistakes == []


def _answer_of_ones_own(page: Page, answer: str, name: str, decided: str) -> None:
    press(page, "a[data-key=o]")
    page.check(f"input[value={answer}]")
    page.select_option("#round", "own")
    page.fill("#name", name)
    page.fill("#decided", decided)
    press(page, "form[action$='/rounds'] button.main")

"""The loop without a mouse: Tab, arrows, Space, Enter, typing, and the app's own one-letter keys. Wherever the focus
stops it can be seen.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.pages import needs_browser
from tests.web_app.app import browsing, served
from tests.web_app.typed_numbers import ABILITIES, NUMBERS

pytestmark = [pytest.mark.browser, needs_browser]

MOST_STOPS = 250
"""Presses of Tab: the longest form has some sixty fields."""
TODAY = "2025-12-17"
SEEN = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  return at === document.body || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
}"""


class Keyboard:
    """Hands that have no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, *keys: str) -> None:
        """Press what leads to another page."""
        with self.page.expect_navigation():
            self.press(*keys)

    def at(self, selector: str) -> bool:
        return bool(self.page.evaluate("one => document.activeElement.matches(one)", selector))

    def reach(self, selector: str) -> None:
        """Tab until the focus is there; it is to be seen at every stop."""
        for _ in range(MOST_STOPS):
            if self.at(selector):
                return
            self.press("Tab")
            assert self.page.evaluate(SEEN), self.page.evaluate("document.activeElement.outerHTML").partition(">")[0]
        pytest.fail(f"no Tab leads to {selector} on {self.page.url}")

    def write(self, selector: str, value: str) -> None:
        """Fill in one field, of whatever kind."""
        self.reach(selector)
        kind = self.page.evaluate("document.activeElement.type")
        if kind == "select-one":
            self._choose(value)
        elif kind == "date":
            self._date(value)
        else:
            self.press("ControlOrMeta+a")
            self.page.keyboard.type(value)
        assert self.page.evaluate("document.activeElement.value") == value

    def _choose(self, value: str) -> None:
        options = self.page.evaluate("[...document.activeElement.options].map(one => one.value)")
        self.press("Home", *["ArrowDown"] * options.index(value))

    def _date(self, value: str) -> None:
        """As the browser's own language has it: the month first, or the day."""
        year, month, day = value.split("-")
        for typed in (f"{month}{day}{year}", f"{day}{month}{year}"):
            self.press("ArrowLeft", "ArrowLeft")
            self.page.keyboard.type(typed)
            if self.page.evaluate("document.activeElement.value") == value:
                return


def begin(keys: Keyboard, title: str) -> None:
    """A goal, and who decides."""
    keys.write("#title", title)
    keys.reach("input[value=express-entry]")
    keys.press("Space")
    keys.go("Enter")


def type_numbers(keys: Keyboard) -> None:
    spoken = {f"english_{ability}": "8" for ability in ABILITIES} | {f"since-english_{ABILITIES[0]}": "2025-03-10"}
    asked = keys.page.evaluate("[...document.querySelector('form.numbers').elements].map(one => one.id)")
    for name in (one for one in asked if one in NUMBERS | spoken):
        keys.write(f"#{name}", (NUMBERS | spoken)[name])


def first_minute(keys: Keyboard, closes: str = "?") -> None:
    """From the goal to the numbers: the next date, and no attempt yet."""
    keys.write("#closes", closes)
    keys.go("Enter")
    keys.reach("a[href$='/numbers?first=1']")
    keys.go("Enter")


@pytest.mark.parametrize("language", ["en", "es"])
def test_from_a_goal_through_a_no_to_the_next_goal(tmp_path: Path, language: str) -> None:
    """Every step of it, and the mouse is never touched."""
    with served(tmp_path / "home", today=TODAY) as link, browsing(link, language=language) as watched:
        page, keys = watched.page, Keyboard(watched.page)
        keys.write("#title", "Permanent resident")
        keys.reach("input[value=express-entry]")
        keys.press("Space")
        keys.reach("button.main")
        keys.go("Enter")
        first_minute(keys)
        type_numbers(keys)
        keys.reach("form.numbers button.main")
        keys.go("Space")
        assert re.search(r"\d\s?%", page.locator("#odds").inner_text())

        _draw(keys, "12")
        assert page.locator(".hero .total").inner_text()

        keys.go("w")
        keys.press("h")
        page.keyboard.type("1h30")
        keys.reach("#towards")
        keys.press("ArrowDown")
        keys.reach("form.log button.main")
        keys.go("Enter")
        assert "1 h 30" in page.locator("main").inner_text()

        _turned_down(keys)
        record = page.locator("section.answer").text_content()
        keys.write("#text", "I would send French next time.")
        keys.reach("form[action*='/audits/'] button")
        keys.go("Enter")
        assert page.locator("section.answer").text_content() == record

        _draw(keys, "6")
        _selected(keys)
        assert "/goal/a-house-by-the-sea/numbers" in page.url
        assert page.locator("html").get_attribute("lang") == language
        assert watched.elsewhere == []
        assert watched.mistakes == []


def test_an_hour_is_logged_with_two_keys(tmp_path: Path) -> None:
    """From any page of a goal: one key leads to Work, the other logs; held down it logs no more."""
    with served(tmp_path / "home", today=TODAY) as link, browsing(link) as watched:
        page, keys = watched.page, Keyboard(watched.page)
        begin(keys, "Permanent resident")
        keys.press("Escape")
        page.locator("h1").click()
        keys.go("w")
        keys.go("1")

        assert page.locator(".said").inner_text() == "Logged: 1 h. This week: 1 h."
        assert page.locator("form[action$='/drop-work']").count() == 1
        with page.expect_navigation():
            for _ in range(2):
                page.keyboard.down("2")
        page.goto(page.url.partition("?")[0])
        assert page.locator("form[action$='/drop-work']").count() == 2
        assert watched.mistakes == []


def _draw(keys: Keyboard, hours: str) -> None:
    keys.go("r")
    keys.write("#hours", hours)
    keys.go("Enter")
    keys.page.locator("#offered").wait_for(timeout=120_000)
    keys.page.wait_for_load_state()
    keys.reach("form[action$='/accept'] button")
    keys.go("Space")


def _turned_down(keys: Keyboard) -> None:
    """An attempt, its answer, and the audit of it."""
    keys.go("o")
    keys.reach("input[name=answer]")
    keys.press("ArrowDown", "ArrowDown")
    assert keys.at("input[value=not_yet]:checked")
    keys.reach("#round")
    keys.press("Home", "ArrowDown", "ArrowDown", "ArrowDown")
    keys.write("#sent", "2025-12-01")
    keys.reach("form[action$='/rounds'] button.main")
    keys.go("Enter")
    keys.reach("main summary")
    keys.press("Enter")
    keys.write("details select[name=stage]", "not_selected")
    keys.reach("details button")
    keys.go("Enter")
    keys.reach("a[href$='step=look']")
    keys.go("Enter")
    keys.reach("button[name=all]")
    keys.go("Enter")
    keys.write("#feedback", "They said nothing.")
    keys.reach("form[action*='/audit/'] button.main")
    keys.go("Enter")
    assert "/audits/" in keys.page.url


def _selected(keys: Keyboard) -> None:
    """A yes, and what comes next."""
    keys.go("o")
    keys.reach("input[name=answer]")
    keys.press("ArrowDown")
    assert keys.at("input[value=selected]:checked")
    keys.write("#round", "own")
    keys.write("#name", "One more")
    keys.write("#decided", "2025-12-16")
    keys.reach("form[action$='/rounds'] button.main")
    keys.go("Enter")
    keys.write("#title", "A house by the sea")
    keys.go("Enter")


def test_the_keys_are_listed_and_can_be_switched_off(tmp_path: Path) -> None:
    """`?` shows them; once they are off no letter leads anywhere, and once they are on again it does."""
    with served(tmp_path / "home", today=TODAY) as link, browsing(link) as watched:
        page, keys = watched.page, Keyboard(watched.page)
        begin(keys, "Permanent resident")
        goal = page.url.partition("?")[0].removesuffix("/first/round")
        for _ in ("off", "on again"):
            page.goto(f"{watched.origin}/keys")
            keys.reach("#keys-on")
            keys.press("Space")
            page.goto(f"{goal}/work")
            keys.press("h")
            if page.evaluate("localStorage.getItem('keys')") == "off":
                assert not keys.at("#time")
                keys.press("t", "?")
                assert page.url == f"{goal}/work"
        assert keys.at("#time")
        keys.press("Shift+Tab")
        keys.go("?")

        assert page.url == f"{watched.origin}/keys"
        assert watched.mistakes == []


def test_a_letter_that_is_typed_leads_nowhere(tmp_path: Path) -> None:
    """Neither in a text nor in a list, where a letter chooses."""
    with served(tmp_path / "home", today=TODAY) as link, browsing(link) as watched:
        keys = Keyboard(watched.page)
        begin(keys, "The stars? Road, work, data")
        first_minute(keys)
        before = watched.page.url
        keys.reach("#spouse")
        keys.press("d", "w", "r", "?")

        assert watched.page.url == before


def test_the_focus_begins_at_what_is_wrong(tmp_path: Path) -> None:
    """After a form with mistakes; the sentence that says so belongs to the field, and the hint still does."""
    with served(tmp_path / "home", today=TODAY) as link, browsing(link) as watched:
        page, keys = watched.page, Keyboard(watched.page)
        begin(keys, "Permanent resident")
        keys.go("w")
        keys.press("h")
        page.keyboard.type("much")
        keys.go("Enter")

        assert keys.at("#time[aria-invalid=true]")
        assert page.evaluate(SEEN)
        told = page.evaluate(
            "document.activeElement.getAttribute('aria-describedby').split(' ')"
            ".map(one => document.getElementById(one).innerText).join(' | ')"
        )
        assert "“much”: expected" in told
        assert "1 h 30, 1.5" in told
        keys.press("ControlOrMeta+a")
        page.keyboard.type("1h30")
        keys.go("Enter")
        assert "1 h 30" in page.locator("main").inner_text()


def test_the_way_past_the_menu_is_the_first_stop(tmp_path: Path) -> None:
    """And leads into the page."""
    with served(tmp_path / "home", today=TODAY) as link, browsing(link) as watched:
        page, keys = watched.page, Keyboard(watched.page)
        begin(keys, "Permanent resident")
        keys.press("Tab")
        assert keys.at(".skip")
        keys.press("Enter")

        assert keys.at("main")
        assert page.evaluate(SEEN)
        keys.press("Tab")
        assert keys.at("main *")

"""The app in a browser that runs no script: everything is done by links and plain forms."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from tests.pages import CHROMIUM, needs_browser
from tests.web_app.app import Watched, press, served
from tests.web_app.test_loop import first_minute, type_numbers

pytestmark = [pytest.mark.browser, needs_browser]

LOOKS = 240
"""How often one looks again for a road, half a second apart."""


def test_from_a_goal_to_work_on_the_road(tmp_path: Path) -> None:
    """Begin, numbers, distance, what if, draw, look again, accept, log; another road without one line."""
    with served(tmp_path / "home", today="2025-12-17") as link, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False).new_page()
        watched = Watched(page, link.partition("/open/")[0])
        page.goto(link)
        page.fill("#title", "Permanent resident")
        page.check("input[value=express-entry]")
        press(page, "button.main")
        first_minute(page)
        type_numbers(page)
        press(page, "form.numbers button.main")
        assert re.search(r"\d%", page.locator("#odds").inner_text())

        page.select_option("#with", "french_7")
        press(page, "#what-if form button")
        assert "/what-if?with=french_7" in page.url
        assert re.search(r"\d%", page.locator("#what-if-answer").inner_text())

        press(page, "a[href$='/road']")
        page.fill("#hours", "12")
        press(page, "form[action$='/draw'] button.main")
        _look_again(page)
        press(page, "form[action$='/accept'] button")
        assert page.locator(".hero .total").inner_text()

        press(page, "nav a[href$='/work']")
        page.fill("#time", "1h30")
        press(page, "form.log button.main")
        assert "1 h 30" in page.locator("main").inner_text()
        press(page, "button[value=start]")
        assert page.locator("section.job .total").inner_text() == "0 min"
        press(page, "section.job button[value=forget]")
        assert page.locator("section.job").count() == 0
        press(page, "nav a[href$='/rounds']")
        page.check("input[value=not_selected]")
        page.select_option("#round", "own")
        page.fill("#name", "Spring")
        page.fill("#decided", "2025-06")
        press(page, "form.attempt button.main")
        assert "/audit/" in page.url

        press(page, "nav a[href$='/road']")
        page.fill("#hours", "24")
        press(page, "form[action$='/draw'] button.main")
        _look_again(page)
        page.locator("#lines input[value=keep]").last.check()
        press(page, "#lines button")
        _look_again(page)
        press(page, "form[action$='/accept'] button")
        assert page.locator(".hero .total").inner_text()
        assert watched.elsewhere == []
        assert watched.mistakes == []
        browser.close()


def _look_again(page: Page) -> None:
    """By the link, until the road is there."""
    for _ in range(LOOKS):
        if page.locator("#offered").count() and not page.locator("#job progress").count():
            return
        assert page.locator("#job a").count(), page.locator("main").inner_text()
        press(page, "#job a", timeout=5_000)
        page.wait_for_timeout(500)
    pytest.fail("No road was offered.")

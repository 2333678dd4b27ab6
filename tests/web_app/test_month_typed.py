"""On Distance, before a road, the month of what one begins with follows the hours a week that are typed."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.pages import needs_browser
from tests.web_app.app import browsing, served
from tests.web_app.test_distance_page import KNOWN


@pytest.mark.browser
@needs_browser
def test_the_month_follows_the_hours_that_are_typed(tmp_path: Path) -> None:
    """The keyboard stays in the field, nothing else of the page is made anew, and nothing is sent elsewhere."""
    with served(tmp_path / "home", today="2025-12-17") as link, browsing(link, width=390) as watched:
        page, origin = watched.page, {"Origin": watched.origin}
        asking = page.context.request
        asking.post(f"{watched.origin}/begin", form={"title": "Resident", "pack": "express-entry"}, headers=origin)
        asking.post(f"{watched.origin}/goal/resident/numbers", form=KNOWN, headers=origin)
        page.goto(f"{watched.origin}/goal/resident/distance")
        begin = page.locator("#begin")
        before = begin.inner_text()
        page.click("#hours")
        page.keyboard.type("8")

        expect(begin).to_contain_text("by about May 2027 at 8 hours a week")
        assert "by about February 2027 at 10 hours a week" in before
        assert page.evaluate("document.activeElement.id") == "hours"
        assert page.input_value("#hours") == "8"
        assert (watched.elsewhere, watched.mistakes) == ([], [])

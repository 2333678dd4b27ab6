"""On paper nothing can be opened: what stands behind a closed summary is printed."""

import pytest
from playwright.sync_api import sync_playwright
from tests.pages import CHROMIUM, needs_browser
from tests.roads import mile, road

from twelfth.base import Source
from twelfth.tell import Report, road_page

SOURCE = Source(id="one", title="A source that is named behind a summary")
SEEN = "document.querySelector('details').clientHeight - document.querySelector('summary').clientHeight"


@pytest.mark.browser
@needs_browser
def test_what_is_closed_on_the_screen_is_open_on_paper() -> None:
    """A page of one road, whose sources are behind a summary."""
    html = road_page(Report(roadmap=road(mile()), sources=(SOURCE,)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(html)
        on_screen = page.evaluate(SEEN)
        page.emulate_media(media="print")
        on_paper = page.evaluate(SEEN)
        browser.close()

    assert on_screen < 10 < on_paper

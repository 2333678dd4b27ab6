"""Every page, in both languages, light and dark, wide and on a phone: axe-core finds nothing, nothing scrolls sideways,
nothing is asked of anywhere else, and the console is silent.
"""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.pages import needs_browser
from tests.web_app.app import Watched, browsing, press, press_and_wait, served
from tests.web_app.furnished import GOAL, NO_PAGE, TODAY, Furnished

from twelfth.web.urls import urlpatterns

AXE = Path(__file__).parents[2] / "tools" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: make axe")
OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The only rules whose answer is another in the dark."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SMALLEST, PHONE, WIDE = 320, 390, 1280
"""Pixels. WCAG 1.4.10 asks for 320."""
TWICE = "[...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, ids) => ids.indexOf(id) !== at)"
MISTAKES = (
    ("/begin", "form[action='/begin']"),
    (f"/goal/{GOAL}/work", "form.log"),
    (f"/goal/{GOAL}/data", "form[action$='/data']"),
    (f"/goal/{GOAL}/road", "form[action$='/draw']"),
    (f"/goal/{GOAL}/rounds", "form[action$='/rounds']"),
)
"""Forms that are sent empty, and show what is wrong with that."""

pytestmark = [pytest.mark.browser, needs_browser]


def test_every_page_of_the_map_is_looked_at(furnished: Furnished) -> None:
    """A page that is added to the map is added to the list, or said to be none."""
    named = {each.name for each in urlpatterns}

    assert named == furnished.pages.keys() | NO_PAGE.keys()
    assert not furnished.pages.keys() & NO_PAGE.keys()


@needs_axe
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_has_a_barrier(tmp_path: Path, furnished: Furnished, language: str) -> None:
    """Every page with everything on it, forms with mistakes, and the page that there is not."""
    home = copytree(furnished.home, tmp_path / "home")
    wrong: list[str] = []
    with served(home, today=TODAY) as link, browsing(link, language=language) as watched:
        for path in (each for pages in furnished.pages.values() for each in pages):
            _visit(watched, path)
            wrong += _barriers(watched.page, path)
        assert watched.mistakes == []
        for path, form in MISTAKES:
            _visit(watched, path)
            _send_empty(watched.page, form)
            assert watched.page.locator(".wrong").count(), path
            wrong += _barriers(watched.page, f"{path}, sent empty")
        _send_export(watched)
        wrong += _barriers(watched.page, "/import")
        for table in ("on,hours\n2025-12-01,2\n", "on,hours\nsoon,2\n"):
            _send_work(watched, table)
            wrong += _barriers(watched.page, f"a table of work: {table}")
        _send_table(watched)
        wrong += _barriers(watched.page, "a table that was sent")
        _visit(watched, "/nowhere")
        wrong += _barriers(watched.page, "/nowhere")
        assert watched.elsewhere == []

    assert not wrong, "\n".join(wrong)


def _visit(watched: Watched, path: str) -> None:
    watched.page.goto(watched.origin + path)


def _send_empty(page: Page, form: str) -> None:
    """What the browser would not let be left out, left out."""
    with page.expect_navigation():
        page.locator(form).first.evaluate(
            "form => { for (const one of form.querySelectorAll('[required], #hours')) one.value = ''; form.submit(); }"
        )


def _send_export(watched: Watched) -> None:
    """Everything as a file, and the file to be looked at."""
    file = watched.page.context.request.get(f"{watched.origin}/export").body()
    _visit(watched, "/data")
    watched.page.set_input_files("#file", {"name": "all.zip", "mimeType": "application/zip", "buffer": file})
    press_and_wait(watched.page, "form[action='/import'] button")
    assert watched.page.locator("main table").count()


def _send_work(watched: Watched, table: str) -> None:
    """A table of work, to be looked at."""
    _visit(watched, f"/goal/{GOAL}/work")
    watched.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    watched.page.fill("#table", table)
    press_and_wait(watched.page, "form[action$='/work/bring'] button")
    assert watched.page.url.partition("?")[0].endswith("/work/bring")


def _send_table(watched: Watched) -> None:
    """The table there is, to be looked at."""
    _visit(watched, "/goal/licence/people")
    press(watched.page, "form[action$='/people'] button")
    assert watched.page.locator("#kind-1").count()


def _barriers(page: Page, path: str) -> list[str]:
    """What is wrong with the page that is open, at both widths in both schemes."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = [f"{path}: the id {each} is there twice" for each in page.evaluate(TWICE)]
    for width in (SMALLEST, PHONE, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{path} at {width}: {wide} px wide")
        if width == SMALLEST:
            continue
        for scheme, asked in (
            ("light", {"type": "tag", "values": TAGS}),
            ("dark", {"type": "rule", "values": OF_COLOUR}),
        ):
            page.emulate_media(color_scheme=scheme)
            found += [f"{path} at {width}, {scheme}: {each}" for each in _violations(page, asked)]
    return found


def _violations(page: Page, asked: dict[str, Any]) -> list[str]:
    options = {"runOnly": asked, "resultTypes": ["violations"]}
    told: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{each['id']}: {node['html'][:160]} ({node['target'][0]})"
        for each in told["violations"]
        for node in each["nodes"]
    ]

"""Numbers, days and words on every page of a furnished home and of a goal of one's own, in both languages."""

import os
import re
from collections.abc import Iterator
from shutil import copytree

import pytest
from tests.pages import needs_browser
from tests.web_app.client import App, text
from tests.web_app.furnished import TODAY, Furnished
from tests.web_app.own_goal import right
from tests.web_app.road_forms import RoadForms
from tests.web_app.visible import visible

from twelfth.web.desk import desk

pytestmark = [pytest.mark.browser, needs_browser]

OWN = "beca-montana"
PEOPLE = (
    "name;Hours;Degree;Points\nAna;4,5;Bachelor;3\nBeto;8,25;Master;4\nCora;12;Master;6\nDani;2;Bachelor;7\n"
    "Ema;15;Bachelor;5\nFede;6;Bachelor;9\nGus;8;Master;1\n"
)
"""Its columns and its words are called like words of ours."""
BELOW = ("", "/distance", "/numbers", "/road", "/learn", "/work", "/rounds", "/data", "/people", "/people/1")
ISO_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?(?!\d)")
ENGLISH_NUMBER = re.compile(r"\d\.\d|\d,\d{3}(?!\d)|\d%|\d%")
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+\.(?:sqlite3|zip|[a-z]{2,3})\b|www\.\S+")
"""For a machine, wherever it stands: an address, the name of a file."""
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3
"""Words alike in both languages that make a sentence."""
OFFICIAL = {
    "Canadian Experience Class",
    "Provincial Nominee Program",
    "French language proficiency (Version 1)",
}
"""Names of rounds, as their process has them."""
TYPED = {
    "Asked Ana how she did it.",
    "They said nothing.",
    "I would send French next time.",
    "Statement of purpose",
}
"""By whoever filled the home."""
Told = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def app(furnished: Furnished, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The home with one more goal, of one's own, with a road."""
    home = copytree(furnished.home, tmp_path_factory.mktemp("by_language") / "home")
    os.environ["TWELFTH_TODAY"] = TODAY
    app = App(home)
    right(app, "/begin", title="Beca Montaña", pack="blank", people=PEOPLE)
    app.post(f"/goal/{OWN}/numbers", hours="3,5", degree="bachelor", points="4")
    app.post(f"/goal/{OWN}/learn", towards="hours", ability="learning", hours="60,5", months="1,5")
    RoadForms(app, OWN).draw(hours="6")
    yield app
    del os.environ["TWELFTH_TODAY"]


@pytest.fixture(scope="module")
def told(app: App, furnished: Furnished) -> Told:
    """What every page shows, by language and address."""
    paths = [path for pages in furnished.pages.values() for path in pages] + [f"/goal/{OWN}{below}" for below in BELOW]
    return {language: {path: visible(_page(app, path, language)) for path in paths} for language in ("en", "es")}


def _page(app: App, path: str, language: str) -> str:
    response = app.get(path, **{"Accept-Language": language})
    assert response.status_code == 200, path
    return text(response)


def _with(told: dict[str, list[str]], pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Where a text has it outside of what a machine reads."""
    return [(path, one) for path, found in told.items() for one in found if pattern.search(ADDRESS.sub("", one))]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_tells_a_day_as_a_machine_does(told: Told, language: str) -> None:
    """In sentences, tables, captions, pictures and hints; a name of a file may have one."""
    assert _with(told[language], ISO_DAY) == []


def test_no_page_in_spanish_has_a_decimal_point(told: Told) -> None:
    """Nor a comma between thousands, nor a per cent sign that touches its number."""
    assert _with(told["es"], ENGLISH_NUMBER) == []


def test_the_pages_looked_at_have_numbers_and_days_to_get_wrong(told: Told) -> None:
    """In each language as it writes them."""
    english = " ".join(one for found in told["en"].values() for one in found)
    spanish = " ".join(one for found in told["es"].values() for one in found)

    assert re.search(r"\d\.\d%", english)
    assert "Dec. 17, 2026" in english
    assert re.search(r"\d,\d\N{NO-BREAK SPACE}%", spanish)
    assert "17 de diciembre de 2026" in spanish


def test_no_sentence_is_left_in_english(told: Told, app: App) -> None:
    """What both pages say in the same three words or more is an official name, the title of a source or typed."""
    shelf = desk().place.packs
    named = {one.title for pack in shelf.names() for one in shelf.get(pack).sources}
    named |= {one.title for case in desk().place.cases.names() for one in desk().place.cases.get(case).sources}
    left = {
        one
        for path, found in told["es"].items()
        for one in set(found) & set(told["en"][path])
        if len(WORD.findall(ADDRESS.sub("", one))) >= FEWEST
        and one.removesuffix(" · Twelfth") not in OFFICIAL | TYPED
        and not any(one in (title, f"{title}:") or one.startswith(f"{title}: http") for title in named)
    }

    assert left == set()

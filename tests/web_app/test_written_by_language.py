"""Numbers, days and words on every page of a furnished home and of a goal of one's own, in both languages."""

import html
import os
import re
from collections.abc import Iterator
from io import BytesIO
from shutil import copytree
from zipfile import ZipFile

import pytest
from tests.pages import needs_browser
from tests.web_app.client import App, text
from tests.web_app.furnished import TODAY, Furnished
from tests.web_app.own_goal import right, table
from tests.web_app.road_forms import RoadForms
from tests.web_app.visible import visible

from twelfth.base import SourceKind
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
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+\.(?:sqlite3|zip|[a-z]{2,3})\b|www\.\S+|\b\d+\.\d+\.\d+\b")
"""For a machine, wherever it stands: an address, the name of a file, the version of a pack."""
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
    packs, cases = desk().place.packs, desk().place.cases
    sources = [one for name in packs.names() for one in packs.get(name).sources]
    sources += [one for name in cases.names() for one in cases.get(name).sources]
    named = {one.title for one in sources if one.kind is not SourceKind.OWN}
    left = {
        one
        for path, found in told["es"].items()
        for one in set(found) & set(told["en"][path])
        if len(WORD.findall(ADDRESS.sub("", one))) >= FEWEST
        and one.removesuffix(" · Twelfth") not in OFFICIAL | TYPED
        and not any(one in (title, f"{title}:") or one.startswith(f"{title}: http") for title in named)
    }

    assert left == set()


def test_a_column_of_ones_own_stays_as_it_is_called(told: Told) -> None:
    """Whatever the catalogue says of such a word; what we say with the same word is said in Spanish."""
    found = {below: told["es"][f"/goal/{OWN}{below}"] for below in ("/distance", "/road", "/learn", "/numbers")}

    assert {"Hours", "Points", "Degree", "Bachelor 4"} <= set(found["/distance"])
    assert {"Hours", "Hours: 8", "Horas", "Points"} <= set(found["/road"])
    assert any(one.startswith("Hours: 12") for one in found["/learn"])
    assert {"Hours", "Points", "Bachelor"} <= set(found["/numbers"])
    assert not {"Puntos", "Licenciatura"} & {one for page in found.values() for one in page}


def _fields(app: App, path: str, language: str) -> dict[str, str]:
    """What the fields of a page hold, as the browser would send it."""
    page = html.unescape(_page(app, path, language))
    typed = dict(re.findall(r'<input [^>]*?name="([^"]+)" type="text" value="([^"]*)"', page))
    boxes = dict(re.findall(r'<textarea [^>]*?name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL))
    chosen = dict(re.findall(r'name="([^"]+)"(?:(?!</select>).)*?<option value="([^"]*)" selected', page, re.DOTALL))
    return typed | boxes | chosen


@pytest.mark.parametrize(("language", "hours"), [("en", "3.5"), ("es", "3,5")])
def test_a_number_is_shown_in_its_field_as_it_would_be_typed(app: App, language: str, hours: str) -> None:
    """And what is shown may be sent as it is, in the language of the page and in the other, and changes nothing."""
    before = app.goals.get(OWN).facts
    fields = _fields(app, f"/goal/{OWN}/numbers", language)

    assert fields["hours"] == hours
    for other in ("en", "es"):
        sent = app.client.post(f"/goal/{OWN}/numbers", fields, headers={"Accept-Language": other})
        assert sent.status_code == 303, text(sent)
    assert app.goals.get(OWN).facts == before


@pytest.mark.parametrize(("language", "point"), [("en", "."), ("es", ",")])
def test_the_table_of_people_goes_out_and_comes_back_the_same(app: App, language: str, point: str) -> None:
    """One person by the form, and all of them by the box."""
    ana, before = _fields(app, f"/goal/{OWN}/people/1", language), table(app, OWN).people
    box = _fields(app, f"/goal/{OWN}/people", language)["people"]

    assert ana["of-hours"] == f"4{point}5"
    assert f"Beto;8{point}25;Master;4" in box
    was = str(app.goals.get(OWN).table.version)
    assert app.post(f"/goal/{OWN}/people/1", **ana, was=was).status_code == 303
    assert right(app, f"/goal/{OWN}/people", people=box).status_code == 303
    assert [(one.id, one.levels) for one in table(app, OWN).people] == [(one.id, one.levels) for one in before]


@pytest.mark.parametrize("language", ["en", "es"])
def test_ones_own_figures_come_back_the_same(app: App, language: str) -> None:
    """Of the way to a trait: hours and months with decimals."""
    page = _page(app, f"/goal/{OWN}/learn", language)
    point = {"en": ".", "es": ","}[language]

    assert f'value="60{point}5"' in page
    assert f'value="1{point}5"' in page


def test_a_file_to_save_is_the_same_in_either_language(app: App) -> None:
    """A machine reads it: points and days as ever. But for the calendar, whose words a person reads: its days are the
    same."""
    english, spanish = (_members(app, language) for language in ("en", "es"))
    days, dias = (re.findall(rb"DT\w+[;:][^\r]*", each.pop("calendar.ics")) for each in (english, spanish))

    assert english == spanish
    assert days == dias
    assert any(re.search(rb"\b3\.5\b", content) for content in english.values())
    assert any(TODAY.encode() in content for content in english.values())


def _members(app: App, language: str) -> dict[str, bytes]:
    response = app.get("/export", **{"Accept-Language": language})
    content = b"".join(response.streaming_content) if response.streaming else response.content
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

"""The page and the calendar of a road: every part is there, nothing private is, and the pictures can be read."""

import html
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.command import DAY, ROOT, twelfth
from tests.pages import Seen, check_inert, check_told, dumped, needs_browser, widths

STYLE = ROOT / "src" / "twelfth" / "tell" / "page" / "templates" / "style.css"
NOTE = "CANARY, a note of my own"
HEADINGS = (
    "In short",
    "What to do, and when",
    "The chance of at least one selection, by day",
    "In which rounds, by 2027-12-17",
    "Each mile, and whose figures it rests on",
    "Hours in each week",
    "Not in the plan",
    "What it leaves open",
)
WRITING, DRAWING = 4.5, 3.0
"""The least contrasts of WCAG 2.2 AA, of text and of what a picture is drawn with."""


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page, the calendar and the answer of a road whose every own figure has a note; and another
    calendar and the words of a second time."""
    folder = tmp_path_factory.mktemp("road")
    case = (ROOT / "src" / "twelfth" / "packs" / "cases" / "newcomer.toml").read_text(encoding="utf-8")
    noted = re.sub(r'^note = "[^"]*"\n', "", case, flags=re.MULTILINE)
    noted = noted.replace("[[way]]\n", f'[[way]]\nnote = "{NOTE}"\n')
    (folder / "me.toml").write_text(noted, encoding="utf-8")
    command = ("plan", "me.toml", "--as-of", DAY, "--work", "1")
    first = twelfth(*command, "--json", "--html", "road.html", "--ics", "road.ics", here=folder)
    again = twelfth(*command, "--ics", "again.ics", here=folder)
    assert (first.code, again.code) == (0, 0), first.err + again.err
    (folder / "road.json").write_text(first.out, encoding="utf-8")
    (folder / "road.txt").write_text(again.out, encoding="utf-8")
    return folder


def page(road: Path) -> str:
    return (road / "road.html").read_text(encoding="utf-8")


def told(road: Path) -> dict[str, object]:
    answer = json.loads((road / "road.json").read_text(encoding="utf-8"))["answer"]
    assert isinstance(answer, dict)
    return answer


def miles(road: Path) -> list[dict[str, object]]:
    found = told(road)["miles"]
    assert isinstance(found, list)
    assert len(found) > 2
    return found


def events(road: Path) -> list[tuple[str, date, str, str]]:
    """(summary, day, status, uid) of each."""
    calendar = Calendar.from_ical((road / "road.ics").read_bytes())
    return [
        (str(one["summary"]), one.decoded("dtstart"), str(one["status"]), str(one["uid"]))
        for one in calendar.walk("VEVENT")
    ]


def test_every_part_of_a_road_is_on_its_page(road: Path) -> None:
    """Headings in their order, and of each mile its name, its days, its hours and its cost."""
    text = " ".join(Seen(page(road)).text.split())

    places = [text.index(heading) for heading in HEADINGS]
    assert places == sorted(places)
    for mile in miles(road):
        assert f"{mile['title']} {mile['begins']} to {mile['done']}" in text
        assert not mile["hours"] or f"{mile['hours']} h" in text
    assert "Figures: yours, before those of the pack." in text
    assert "Sources: Made up for this example" in text


def test_the_page_of_a_road_runs_nothing_and_can_be_read_without_seeing_it(road: Path) -> None:
    """Inert as every page; each picture is told in words, and every table has heads for its columns."""
    check_inert(page(road))
    check_told(page(road))
    assert len(re.findall(r'<div class="months" role="img" aria-label="[^"]{40,}"', page(road))) == 2
    assert page(road).count("<table") == page(road).count("<thead><tr><th scope=") == 4


def test_the_page_says_what_the_terminal_says(road: Path) -> None:
    """The short answer, what is left out, and what stays open, in the same words."""
    text = " ".join(Seen(page(road)).text.split())
    said = (road / "road.txt").read_text(encoding="utf-8")
    short = " ".join(said.split("In short")[1].split("What to do, and when")[0].split())
    beside = said.split("Not in the plan")[1].split("Every figure and its source")[0]

    assert short in text
    for line in re.split(r"\n  - ", beside.replace("\nWhat it leaves open", ""))[1:]:
        assert " ".join(line.split()) in text


def test_every_mile_has_a_bar_and_every_exam_its_marks(road: Path) -> None:
    """A thin line from beginning to end, thick where there is work, a diamond at the first attempt."""
    drawn = page(road).split('<div class="mile">')[1 : len(miles(road)) + 1]

    for picture, mile in zip(drawn, miles(road), strict=True):
        assert picture.count('class="passing"') == 1
        assert bool(mile["work"]) == ('class="worked"' in picture)
        assert picture.count('class="first-try"') == (mile["passes"] != 1)
    assert 'class="try"' in "".join(drawn)


def test_a_private_note_is_on_no_page_and_in_no_calendar(road: Path) -> None:
    """What a person wrote beside their own figures stays in their file."""
    assert NOTE in (road / "me.toml").read_text(encoding="utf-8")
    assert NOTE in json.dumps(told(road))
    assert "CANARY" not in page(road)
    assert b"CANARY" not in (road / "road.ics").read_bytes()


def test_each_mile_and_the_last_day_are_in_the_calendar(road: Path) -> None:
    """Whole days: its beginning, and its end, or in place of that the attempts at its exam, which are tentative."""
    found = {summary: (day, status) for summary, day, status, _ in events(road)}

    for mile in miles(road):
        title, begins, done = (str(mile[key]) for key in ("title", "begins", "done"))
        assert found[f"Begin: {title}"] == (date.fromisoformat(begins), "CONFIRMED")
        ends = (f"Done: {title}", "CONFIRMED") if mile["passes"] == 1 else (f"First attempt: {title}", "TENTATIVE")
        assert found[ends[0]] == (date.fromisoformat(done), ends[1])
    assert any(summary.startswith("Third attempt, if needed: ") for summary in found)
    assert found["The last day: Canada: Express Entry"][0] == date(2027, 12, 17)
    assert max(day for day, _ in found.values()) == date(2027, 12, 17)


def test_the_same_road_gives_the_same_calendar(road: Path) -> None:
    """To the byte, whenever it is made; stamped with the day it was drawn for; no id twice."""
    made = (road / "road.ics").read_bytes()

    assert (road / "again.ics").read_bytes() == made
    assert set(re.findall(rb"DTSTAMP:(\S+)", made)) == {b"20251217T000000Z"}
    ids = [uid for *_, uid in events(road)]
    assert len(set(ids)) == len(ids)


def colours() -> dict[str, dict[str, str]]:
    """The colours of the style by name, for light and for dark."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)[:2]
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", one)) for one in blocks)
    return {"light": light, "dark": dark}


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_drawn_stands_out_from_the_paper(scheme: str) -> None:
    """By WCAG 2.2 AA: the names of months as text, bars, marks and lines as parts of a picture."""
    style, found = STYLE.read_text(encoding="utf-8"), colours()[scheme]
    paper = luminance(found["paper"])
    drawn = {"name": WRITING} | dict.fromkeys(
        ("worked", "passing", "load", "capacity", "first-try", "try", "planned", "idle", "wall"), DRAWING
    )

    for name, least in drawn.items():
        used = re.search(rf"^(?:.*\}} )?\.{name} \{{ (?:fill|stroke): var\(--(\w+)\)", style, re.MULTILINE)
        assert used is not None, name
        ends = sorted((paper, luminance(found[used[1]])))
        assert (ends[1] + 0.05) / (ends[0] + 0.05) >= least, name


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("width", [390, 320])
def test_the_pictures_can_be_read_on_a_phone(width: int, road: Path, tmp_path: Path) -> None:
    """Nothing scrolls sideways; every name of a month or a mile is inside the window, 12 pixels or more, and no month
    runs into the next."""
    assert widths(road / "road.html", tmp_path, width)[0] <= width
    measured = """
      const page = document.getElementById("frame").contentDocument;
      const found = [...page.querySelectorAll(".name, .mile span")].map(one => {
        const box = one.getBoundingClientRect();
        const line = one.className.baseVal === "name" ? Math.round(box.top) : "";
        return [line, Math.round(box.left), Math.round(box.right),
                parseFloat(page.defaultView.getComputedStyle(one).fontSize)];
      });
      document.title = "found " + JSON.stringify(found) + " end";
    """
    content = html.escape(page(road), quote=True)
    harness = tmp_path / "harness.html"
    harness.write_text(
        f'<!doctype html><title>waiting</title><iframe id="frame" style="border:0;width:{width}px;height:800px" '
        f'srcdoc="{content}"></iframe><script>onload = () => {{ {measured} }}</script>',
        encoding="utf-8",
    )
    seen = re.search(r"<title>found (.*?) end</title>", dumped(harness))
    assert seen is not None
    labels = json.loads(html.unescape(seen[1]))

    assert len(labels) > 20
    assert all(0 <= left < right <= width and size >= 12 for _, left, right, size in labels)
    lines: dict[int, list[tuple[int, int]]] = {}
    for line, left, right, _ in labels:
        if line != "":
            lines.setdefault(line, []).append((left, right))
    assert all(one[1] <= other[0] for line in lines.values() for one, other in pairwise(line))

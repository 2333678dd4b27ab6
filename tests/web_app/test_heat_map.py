"""The picture of the work of half a year: a square a day, read in a sentence, with its figures in a closed table."""

import re

import pytest
from tests.web_app.client import App, text


@pytest.fixture
def today() -> str:
    return "2026-03-04"


def shown(app: App, goal: str) -> str:
    return text(app.get(f"/goal/{goal}/work"))


def test_each_day_has_a_square(app: App) -> None:
    """Monday to Sunday down, weeks across, up to today; the most of a day is the darkest."""
    goal = app.begin()
    for on, time in (("2026-03-02", "4 h"), ("2026-03-03", "30 min"), ("2026-02-17", "2 h")):
        assert app.post(f"/goal/{goal}/work", time=time, on=on).status_code == 303
    picture = shown(app, goal).partition('<svg class="heat"')[2].partition("</svg>")[0]
    squares = re.findall(r'<rect class="(\w+)" x="(\d+)" y="(\d+)"', picture)

    assert len(squares) == 25 * 7 + 3
    assert len({x for _shade, x, _y in squares}) == 26
    assert len({y for _shade, _x, y in squares}) == 7
    assert sorted(shade for shade, _x, _y in squares if shade != "step0") == ["step2", "step3", "step5"]


def test_the_picture_is_read_in_a_sentence(app: App) -> None:
    """In how many weeks there was work, and where the most; beside the picture and instead of it. A pause is said."""
    goal = app.begin()
    empty = shown(app, goal)
    for on, time in (("2026-03-02", "4 h"), ("2026-03-03", "7 h"), ("2026-02-17", "2 h")):
        app.post(f"/goal/{goal}/work", time=time, on=on)
    page = shown(app, goal)
    read = "In the last 26 weeks you worked in 2; the most was 11 h in the week of March 2, 2026."

    assert "In the last 26 weeks nothing is logged." in empty
    assert f'aria-label="{read}"' in page
    assert f">{read}</p>" in page
    app.post(f"/goal/{goal}/work", do="pause")
    assert f"{read} 1 was a pause." in shown(app, goal)


def test_a_pause_is_shaded_in_its_own_way(app: App) -> None:
    """Days of it without work; what was worked in it keeps its shade."""
    goal = app.begin()
    app.post(f"/goal/{goal}/work", time="1 h", on="2026-03-03")
    app.post(f"/goal/{goal}/work", do="pause")
    picture = shown(app, goal).partition('<svg class="heat"')[2].partition("</svg>")[0]

    assert picture.count('class="pause"') == 2
    assert picture.count('class="step5"') == 1


def test_the_figures_are_in_a_closed_table(app: App) -> None:
    """A row a week, the last one first, with its sum and each day that was worked; narrow enough for a phone."""
    goal = app.begin()
    app.post(f"/goal/{goal}/work", time="1 h 30", on="2026-03-03")
    behind = shown(app, goal).partition('<svg class="heat"')[2].partition("<details>")[2].partition("</details>")[0]
    rows = re.findall(r"<tr>.*?</tr>", behind)

    assert len(rows) == 27
    assert re.findall(r"<th[^>]*>([^<]*)</th>", rows[0]) == ["Week of", "Worked", "Days"]
    assert re.findall(r"<td[^>]*>([^<]*)</td>", rows[1]) == ["1 h 30", "Tue 1 h 30"]

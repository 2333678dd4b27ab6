"""Beside the fields of Your numbers: those selected with the person among them, moved by what is typed."""

import re
from pathlib import Path

import pytest
from tests.pages import needs_browser
from tests.web_app.app import browsing, press, served
from tests.web_app.client import App, text
from tests.web_app.furnished import said_right
from tests.web_app.own_goal import GOAL, PEOPLE, TITLE, right

HTMX = {"HX-Request": "true"}


@pytest.fixture
def own(app: App) -> App:
    """With a goal that has a table: seven people with a degree and years."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    return app


def beside(page: str, trait: str) -> str:
    """What stands beside one field; "" where nothing does."""
    return page.partition(f'id="beside-{trait}"')[2].partition('class="pair"')[0]


def marks(part: str) -> list[str]:
    return re.findall(r'class="you" cx="([\d.]+)%"', part)


def test_a_number_that_is_kept_is_marked_among_those_selected(own: App) -> None:
    """Without one the strip stands there all the same, and "?" is no mark."""
    where = f"/goal/{GOAL}/numbers"
    before = beside(text(own.get(where)), "years")
    own.post(where, years="5", degree="?")
    page = text(own.get(where))

    assert marks(before) == []
    assert "Those selected: of 7 people at least half had 7 or more." in before
    assert marks(beside(page, "years")) == ["15.71"]
    assert "Those selected: of 7 people 2 had 5 or fewer; at least half had 7 or more." in beside(page, "years")
    assert marks(beside(page, "degree")) == []
    assert "Against 7 people selected. Only what they had at selection counts." in page
    assert f'<a href="/goal/{GOAL}/distance">Tables and sources</a>' in page


def test_what_is_typed_moves_the_mark_and_is_not_kept(own: App) -> None:
    """Read as the form reads it; what cannot be read, and "?", has no place."""
    where = f"/goal/{GOAL}/numbers"
    own.post(where, years="5")
    typed = [text(own.get(f"{where}/years?years={one}", **HTMX)) for one in ("11", "11.0", "many", "?", "")]

    assert [marks(one) for one in typed] == [["98.00"], ["98.00"], [], [], []]
    assert "all 7 people had 11 or fewer; at least half had 7 or more" in typed[0]
    assert [row.thing.level for row in own.goals.get(GOAL).facts] == [5]
    assert marks(beside(text(own.get(where)), "years")) == ["15.71"]


def test_the_part_leads_to_its_field_where_nothing_is_swapped(own: App) -> None:
    """And what has nothing beside it is missing, whether there is such a field or not."""
    where = f"/goal/{GOAL}/numbers"
    other = own.begin(pack="express-entry")

    assert own.get(f"{where}/years?years=3").headers["Location"] == f"{where}#years"
    for path in (f"{where}/nowhere", f"/goal/{other}/numbers/born", f"/goal/{other}/numbers/sibling"):
        assert own.get(path, **HTMX).status_code == 404


def test_of_a_corps_what_is_only_ever_recorded_as_present_is_told_in_words(app: App) -> None:
    """NASA: the degree has a strip and diving a sentence."""
    page = text(app.get(f"/goal/{app.begin(pack='nasa-astronaut')}/numbers"))

    assert "<svg" in beside(page, "degree")
    assert "Of 69 people:" in beside(page, "degree")
    assert "<svg" not in beside(page, "diving")
    assert "hx-get" not in beside(page, "diving")
    assert "Those selected: at least 9 of 70 known, the rest unknown." in beside(page, "diving")


def test_where_points_decide_what_is_required_is_a_wall(app: App) -> None:
    """Of Express Entry nobody selected is described. Where nothing is required there is nothing."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", canadian_work="14", canadian_work_3y="12")
    page = text(app.get(f"/goal/{goal}/numbers"))
    part = beside(page, "canadian_work_3y")

    assert marks(part) == ["78.00"]
    assert "Required: at least 12 months (Canadian Experience Class)." in part
    assert "A thick upright line is where a requirement begins or ends." in page
    assert "Against" not in page
    for nothing in ("born", "spouse", "sibling", "canadian_work", "english_reading", "nomination"):
        assert f'id="{nothing}"' in page
        assert f'id="beside-{nothing}"' not in page


def test_a_form_with_a_mistake_has_its_marks_where_its_fields_say(own: App) -> None:
    """What was typed and can be read, and what is kept where the form does not ask."""
    where = f"/goal/{GOAL}/numbers"
    own.post(where, years="5", degree="master")
    other = text(own.post(where, degree="bachelor"))
    both = own.post(where, years="11", degree="bachelor")

    assert both.status_code == 400
    assert marks(beside(other, "years")) == ["15.71"]
    assert marks(beside(text(both), "years")) == ["98.00"]
    assert marks(beside(text(both), "degree")) == []
    assert [row.thing.level for row in own.goals.get(GOAL).facts] == ["master", 5]


def test_it_is_told_in_spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its sentences and its figures."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    app = App(tmp_path / "home", language="es")
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE)
    app.post(f"/goal/{GOAL}/numbers", years="5")
    page = text(app.get(f"/goal/{GOAL}/numbers"))

    assert "Quienes entraron: de 7 personas, con 5 o menos: 2" in beside(page, "years")
    assert "De 7 personas:" in beside(page, "degree")
    assert "Tablas y fuentes" in page


@pytest.mark.browser
@needs_browser
def test_the_mark_follows_what_is_typed_and_leaves_the_keyboard_where_it_is(tmp_path: Path) -> None:
    """Nothing moves the focus, and no other field is touched."""
    with served(tmp_path / "home", today="2025-12-17") as link, browsing(link, width=390) as watched:
        page, origin = watched.page, {"Origin": watched.origin}
        asked = {"title": TITLE, "pack": "blank", "people": PEOPLE}
        begin = f"{watched.origin}/begin"
        shown = page.context.request.post(begin, form=asked, headers=origin).text()
        page.context.request.post(begin, form=asked | {"right": said_right(shown)}, headers=origin)
        page.goto(f"{watched.origin}/goal/{GOAL}/numbers")
        mark = page.locator("#beside-years circle.you")
        before = mark.count()
        page.select_option("#degree", "phd")
        page.fill("#years", "5")
        page.keyboard.press("Tab")
        mark.wait_for(state="attached")
        first, focused = mark.get_attribute("cx"), page.evaluate("document.activeElement.name")
        page.fill("#years", "11")
        page.keyboard.press("Tab")
        page.locator("#beside-years circle.you[cx='98.00%']").wait_for(state="attached")
        typed = (page.input_value("#years"), page.input_value("#degree"))
        press(page, "form.numbers button.main")

        assert (before, first, focused) == (0, "15.71%", "fixed-years")
        assert typed == ("11", "phd")
        assert page.url.partition("?")[0].endswith("/distance")
        assert (watched.mistakes, watched.elsewhere) == ([], [])

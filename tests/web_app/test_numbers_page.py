"""Your numbers: asked in the order that matters, only as far as it applies, and read as people write."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.pages import needs_browser
from tests.web_app.app import browsing, press, served
from tests.web_app.client import App, text
from tests.web_app.test_loop import first_minute
from tests.web_app.typed_numbers import ABILITIES, ENGLISH


def levels(app: App, goal: str) -> dict[str, object]:
    return {row.thing.trait: row.thing.level for row in app.goals.get(goal).facts}


def test_what_matters_most_is_asked_first(app: App) -> None:
    """Birth, education, English, work, Canada, then the rest."""
    page = text(app.get(f"/goal/{app.begin()}/numbers"))
    places = [
        page.index(f'id="{one}"') for one in ("born", "education", "english_reading", "canadian_work", "nomination")
    ]

    assert places == sorted(places)
    assert places[-1] < page.index('id="spouse"') < page.index('id="ask-french"')


def test_only_what_applies_is_counted(app: App) -> None:
    """Without a spouse and without French fewer answers are asked for."""
    goal = app.begin()
    before = re.search(r"0 of (\d+) known", text(app.get(f"/goal/{goal}/numbers")))
    app.post(f"/goal/{goal}/numbers", **{"spouse": "yes", "ask-french": "no"})
    after = re.search(r"2 of (\d+) known", text(app.get(f"/goal/{goal}/numbers")))

    assert before is not None
    assert after is not None
    assert int(after[1]) == int(before[1]) + 7


def test_no_french_answers_its_four_abilities(app: App) -> None:
    """What stood there is replaced, and no day is asked for."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", french_reading="7", **{"since-french_reading": "2025-03"})
    app.post(f"/goal/{goal}/numbers", **{"ask-french": "no"}, french_reading="7")

    assert levels(app, goal) == {f"french_{one}": 0.0 for one in ABILITIES}
    assert (
        '<option value="no" selected>' in text(app.get(f"/goal/{goal}/numbers")).partition('id="ask-french"')[2][:200]
    )


def test_a_new_day_of_a_test_is_that_of_all_taken_with_it(app: App) -> None:
    """What was taken on another day keeps that; the day of the others is asked for once, theirs behind a fold."""
    goal = app.begin()
    typed = ENGLISH | {"since-english_speaking": "2025-06-02"}
    app.post(f"/goal/{goal}/numbers", **typed)
    page = text(app.get(f"/goal/{goal}/numbers"))
    app.post(f"/goal/{goal}/numbers", **typed | {"since-english_reading": "2025-09-01"})
    rows = sorted(app.goals.get(goal).facts, key=lambda row: row.id)
    days = {row.thing.trait: str(row.thing.begins) for row in rows}

    english = page[page.index('id="english_reading"') : page.index('id="may_work_in_canada"')]
    assert english.count("Taken on another day") == 2
    assert re.findall(r'<details class="other-day">.*?name="since-english_(\w+)"', english, flags=re.DOTALL) == [
        "writing",
        "listening",
    ]
    assert days == {f"english_{one}": "2025-09-01" for one in ABILITIES} | {"english_speaking": "2025-06-02"}


def test_of_nothing_at_all_every_part_is_nothing(app: App) -> None:
    """No month in ten years is none in three, and is not asked again; of some months it is not known."""
    goal, other = app.begin(), app.begin("Other")
    app.post(f"/goal/{goal}/numbers", canadian_work="0", canadian_work_3y="")
    app.post(f"/goal/{other}/numbers", canadian_work="6", canadian_work_3y="")

    assert levels(app, goal) == {"canadian_work": 0.0, "canadian_work_3y": 0.0}
    assert levels(app, other) == {"canadian_work": 6.0}


def test_one_question_stands_before_the_lists_of_occupations(app: App) -> None:
    """A no is a no to each of them; a yes opens them, and what is not said there stays unknown."""
    goal, other = app.begin(), app.begin("Other")
    app.post(f"/goal/{goal}/numbers", **{"ask-occupation": "no"})
    app.post(f"/goal/{other}/numbers", **{"ask-occupation": "yes", "stem_occupation": "yes"})
    page = text(app.get(f"/goal/{goal}/numbers"))

    assert len(levels(app, goal)) == 6
    assert set(levels(app, goal).values()) == {False}
    assert levels(app, other) == {"stem_occupation": True}
    assert '<option value="no" selected>' in page.partition('id="ask-occupation"')[2][:200]


def test_what_explains_several_questions_in_a_row_is_said_once(app: App) -> None:
    """The lists differ in nothing but their name, and in that of agriculture, which ended."""
    page = text(app.get(f"/goal/{app.begin()}/numbers"))

    assert page.count("Recent work in a listed occupation: ") == 6
    assert page.count("twelve since 18 February 2026") == 1
    assert page.count("The lists are not here") == 2


def test_a_yes_before_questions_that_are_not_answered_is_not_lost(app: App) -> None:
    """It says nothing by itself: one of the answers under it is asked for, and nothing is written."""
    goal = app.begin()
    page = text(app.post(f"/goal/{goal}/numbers", **{"ask-occupation": "yes", "foreign_work": "48"}))

    assert "“yes”: expected an answer to one of the questions under it, or “?” here." in page
    assert '<option value="yes" selected>' in page.partition('id="ask-occupation"')[2][:300]
    assert levels(app, goal) == {}
    app.post(f"/goal/{goal}/numbers", **{"ask-occupation": "yes", "stem_occupation": "yes"})
    app.post(f"/goal/{goal}/numbers", **{"ask-occupation": "yes", "stem_occupation": "?"})
    assert levels(app, goal) == {}


def test_numbers_are_read_as_people_write_them(app: App) -> None:
    """A year where months are asked, the scale beside the level, a month by its name."""
    goal = app.begin()
    numbers = {"foreign_work": "1 year", "english_reading": "CLB 8", "since-english_reading": "June 2025"}
    response = app.post(f"/goal/{goal}/numbers", **numbers, canadian_work="2 años y 3 meses")
    assert response.status_code == 303, text(response)
    begins = {row.thing.trait: str(row.thing.begins) for row in app.goals.get(goal).facts}

    assert levels(app, goal) == {"foreign_work": 12, "english_reading": 8, "canadian_work": 27}
    assert begins["english_reading"] == "2025-06"


def test_each_mistake_is_led_to(app: App) -> None:
    """By the name of its field, with how it may be written."""
    goal = app.begin()
    numbers = {"foreign_work": "many", "english_reading": "8", "since-english_reading": "a while ago"}
    page = text(app.post(f"/goal/{goal}/numbers", **numbers))
    box = page.partition('class="wrong-summary"')[2].partition("</div>")[0]

    assert re.findall(r'href="#([\w-]+)"', box) == ["since-english_reading", "foreign_work"]
    assert "“many”: expected months as a number, such as 12." in page
    assert "expected a day or a month, such as June 4, 2025 or June 2025." in page


def test_a_day_of_another_test_is_not_taken_for_this_one(app: App) -> None:
    """Left blank a day is that of the field above it in the same section alone."""
    goal = app.begin()
    numbers = {"english_reading": "8", "since-english_reading": "2025-06", "french_reading": "7", "ask-french": "yes"}
    page = app.post(f"/goal/{goal}/numbers", **numbers)

    assert page.status_code == 400
    assert 'id="wrong-since-french_reading"' in text(page)


def test_words_of_the_trade_are_explained_where_they_are_asked(app: App) -> None:
    """TEER, NOC and CLB."""
    page = text(app.get(f"/goal/{app.begin()}/numbers"))

    assert "second digit of the five-digit NOC code" in page
    assert "Canadian Language Benchmarks" in page


@pytest.mark.browser
@needs_browser
def test_what_does_not_apply_is_closed_and_the_button_stays_in_reach(tmp_path: Path) -> None:
    """On a phone, without a script: fields of a spouse come with a yes, those of a mistake are never hidden."""
    with served(tmp_path / "home", today="2025-12-17") as link, browsing(link) as watched:
        page = watched.page
        page.set_viewport_size({"width": 390, "height": 800})
        page.fill("#title", "Resident")
        page.check("input[value=express-entry]")
        press(page, "form button.main")
        first_minute(page)
        hidden = [page.locator(f"#{one}").is_visible() for one in ("spouse_education", "french_reading")]
        page.select_option("#spouse", "yes")
        opened = [page.locator(f"#{one}").is_visible() for one in ("spouse_education", "french_reading")]
        page.select_option("#spouse", "no")
        _scrolled(page, 0)
        reach = page.locator("form.numbers button.main").bounding_box()
        page.select_option("#ask-french", "yes")
        page.fill("#french_reading", "well")
        page.select_option("#ask-french", "")
        press(page, "form.numbers button.main")

        assert (hidden, opened) == ([False, False], [True, False])
        assert reach is not None
        assert 0 < reach["y"] < 800 - reach["height"]
        assert page.locator("#french_reading").is_visible()


def _scrolled(page: Page, to: int) -> None:
    page.evaluate(f"scrollTo(0, {to})")


@pytest.mark.parametrize("born", ["2030-01-01", "2025-12-18", "1850-01-01", "1905-12-16"])
def test_nobody_is_born_tomorrow_or_before_a_life(app: App, born: str) -> None:
    """A day from which years are counted lies in the past, within 120 years; said at its field."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/numbers", born=born)

    assert response.status_code == 400
    assert re.search(
        rf'id="wrong-born">“{born}”: expected a day not (after Dec\. 17, 2025|before Dec\. 17, 1905)', text(response)
    )
    assert app.post(f"/goal/{goal}/numbers", born="1905-12-17").status_code == 303


def test_a_part_is_never_more_than_the_whole(app: App) -> None:
    """Three years lie within ten, whichever of the two was typed last; said at the field, and nothing is kept."""
    goal = app.begin()
    where = f"/goal/{goal}/numbers"
    first = app.post(where, canadian_work="12", canadian_work_3y="24")
    app.post(where, canadian_work="24", canadian_work_3y="24")
    second = app.post(where, canadian_work="12", canadian_work_3y="24")

    for response in (first, second):
        assert response.status_code == 400
        assert (
            "“24”: expected at most the 12 months of “Skilled paid work in Canada within the last ten years”"
            in text(response)
        )
    assert levels(app, goal) == {"canadian_work": 24, "canadian_work_3y": 24}


def test_two_levels_of_one_day_are_told_at_the_field(app: App) -> None:
    """What was written for that day before stands beside it."""
    goal = app.begin()
    for day, level in (("2025-03-10", "7"), ("2025-05-01", "8")):
        app.post(f"/goal/{goal}/numbers", english_reading=level, **{"since-english_reading": day})
    response = app.post(f"/goal/{goal}/numbers", english_reading="9", **{"since-english_reading": "2025-03-10"})

    assert response.status_code == 400
    assert 'id="wrong-english_reading">“9”: expected what fits your earlier word for that very day: 7 CLB' in text(
        response
    )


def test_a_number_beyond_all_is_refused_in_plain_words(app: App) -> None:
    """No power of ten."""
    goal = app.begin()
    page = text(app.post(f"/goal/{goal}/numbers", foreign_work="1e308"))
    money = text(app.post(f"/goal/{goal}/road/draw", hours="7", money="9000000000000"))

    assert "“1e308”: expected a smaller number, of at most 15 digits." in page
    assert "expected a number from 0 to 1,000,000,000,000." in money
    assert not re.search(r"\de\+\d", page + money)

"""Pages and forms: what is written, what is refused with a sentence, and that nothing typed is lost."""

from dataclasses import replace
from datetime import date

import pytest
from tests.web_app.client import App, text

from twelfth.usecases import GoalState, Wishes, kept_road, plan_case, road_of
from twelfth.web.desk import desk


def test_without_a_goal_one_begins(app: App) -> None:
    """Whoever opens it for the first time is asked what they want to become."""
    response = app.get("/")

    assert (response.status_code, response.headers["Location"]) == (303, "/begin")
    assert "What do you want to become?" in text(app.get("/begin"))


def test_a_goal_without_words_is_asked_for_again(app: App) -> None:
    """With the sentence at the field, and what was chosen still chosen."""
    response = app.post("/begin", title=" ", pack="nasa-astronaut")

    assert response.status_code == 400
    assert "Expected a few words" in text(response)
    assert 'value="nasa-astronaut" checked' in text(response)
    assert app.goals.cards() == ()


def test_nobody_chooses_who_decides_but_the_person(app: App) -> None:
    """Nothing is chosen beforehand; without a choice there is a sentence, and what was typed stands."""
    first = text(app.get("/begin"))
    response = app.post("/begin", title="Doctor")
    page = text(response)

    assert " checked" not in first
    assert response.status_code == 400
    assert "Choose who decides" in page
    assert 'value="Doctor"' in page
    assert " checked" not in page
    assert app.goals.cards() == ()


@pytest.mark.parametrize("path", ["", "/distance", "/road", "/learn", "/work", "/rounds", "/data", "/numbers"])
@pytest.mark.parametrize("pack", ["express-entry", "nasa-astronaut", "blank"])
def test_every_page_of_a_new_goal_is_there(app: App, path: str, pack: str) -> None:
    """Nothing is known yet, and no page minds."""
    goal = app.begin(pack=pack)

    assert app.get(f"/goal/{goal}{path}").status_code == 200


def test_what_is_not_known_stays_unknown(app: App) -> None:
    """A question mark writes nothing."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", education="bachelor", spouse="?", sibling="")

    assert [row.thing.trait for row in app.goals.get(goal).facts] == ["education"]


def test_a_number_that_is_none_is_refused_beside_its_field(app: App) -> None:
    """Nothing at all is written then, and what was typed is still there."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/numbers", education="bachelor", foreign_work="many")

    assert response.status_code == 400
    assert "“many”: expected" in text(response)
    assert 'value="many"' in text(response)
    assert app.goals.get(goal).facts == ()


def test_a_slip_is_mended_on_the_day_it_was_made(app: App) -> None:
    """One fact, of a second version; the trail has both."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", education="bachelor")
    app.post(f"/goal/{goal}/numbers", education="doctorate")

    (row,) = app.goals.get(goal).facts
    assert (row.thing.level, row.version) == ("doctorate", 2)
    assert any("bachelor" in line.before for line in app.goals.trail(goal))


def test_a_day_to_come_is_no_beginning(app: App) -> None:
    """What is true from tomorrow on is not known today."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/numbers", **{"english_reading": "8", "since-english_reading": "2026-05-01"})

    assert response.status_code == 400
    assert "a day not after Dec. 17, 2025" in text(response)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1h30", 90), ("1.5 h", 90), ("1,5h", 90), ("90 min", 90), ("90", 90), ("2", 120), ("5m", 5), ("1h 5", 65)],
)
def test_time_is_read_as_people_write_it(app: App, typed: str, minutes: int) -> None:
    """Hours, minutes, or both."""
    goal = app.begin()
    app.post(f"/goal/{goal}/work", time=typed)

    assert dict(app.effort(goal)) == {"": minutes}


@pytest.mark.parametrize("typed", ["", "much", "25h", "0", "-3", "1:30:00", "9999"])
def test_what_is_no_time_is_refused(app: App, typed: str) -> None:
    """With what it could be."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/work", time=typed)

    assert response.status_code == 400
    assert app.effort(goal) == ()


def test_work_of_tomorrow_is_refused(app: App) -> None:
    """Only what was worked is logged."""
    goal = app.begin()

    assert "a day not after Dec. 17, 2025" in text(app.post(f"/goal/{goal}/work", time="1", on="2025-12-18"))


def test_a_form_sent_twice_is_written_once(app: App) -> None:
    """Two presses of one button lead to one place and one entry."""
    goal = app.begin()
    first, second = (app.post(f"/goal/{goal}/work", time="1", key="abc") for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert dict(app.effort(goal)) == {"": 60}


def test_an_older_version_does_not_overwrite_a_newer_one(app: App) -> None:
    """Two tabs: the second is told, with both versions, and nothing is lost."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="learning", resource="a course")
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="can do", resource="a class", was="1")
    response = app.post(f"/goal/{goal}/learn", towards="french_7", ability="none", resource="a book", was="1")

    assert response.status_code == 409
    assert "a class" in text(response)
    assert "a book" in text(response)
    assert app.goals.get(goal).learnings[0].thing.resource == "a class"


def test_own_figures_are_those_a_road_is_drawn_with(app: App) -> None:
    """Hours and a chance to pass, typed under Learn."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="learning", hours="320", passes="80")

    (row,) = app.goals.get(goal).ways
    assert (row.thing.move, row.thing.hours, row.thing.passes, row.thing.own) == ("french_7", 320, 0.8, True)


def test_a_pause_comes_and_goes(app: App) -> None:
    """By the button for each."""
    goal = app.begin()
    counts = []
    for do in ("pause", "no-pause"):
        app.post(f"/goal/{goal}/work", do=do)
        counts.append(len(app.goals.get(goal).pauses))

    assert counts == [1, 0]


def test_an_entry_can_be_taken_back(app: App) -> None:
    """And the trail keeps it."""
    goal = app.begin()
    app.post(f"/goal/{goal}/work", time="1", note="verbs")
    app.post(f"/goal/{goal}/drop-work", row=app.latest(goal).id, was=1)

    assert app.effort(goal) == ()
    assert any("verbs" in line.before for line in app.goals.trail(goal))


@pytest.mark.parametrize("bad", ["<script>alert(1)</script>", "' OR 1=1 --", "{{ 7 * 7 }}", "${7*7}"])
def test_what_is_typed_is_shown_as_it_was_typed(app: App, bad: str) -> None:
    """And never run."""
    goal = app.begin(title=bad)
    page = text(app.get(f"/goal/{goal}"))

    assert "<script>alert" not in page
    assert "49" not in page.partition("<main")[2]
    assert app.goals.get(goal).card.thing.title == bad


def test_signs_that_cannot_be_seen_are_refused(app: App) -> None:
    """They steer terminals and turn words around."""
    response = app.post("/begin", title="astro\x1b[31mnaut", pack="blank")

    assert response.status_code == 400
    assert "letters, digits and signs that can be seen" in text(response)


def test_ten_megabytes_are_refused_with_their_number(app: App) -> None:
    """And the page is still there."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/data", text="a" * 10_000_000)

    assert response.status_code == 400
    assert "10,000,000 characters: expected at most 20,000" in text(response)


@pytest.mark.parametrize("path", ["/goal/nobody", "/goal/nobody/work", "/nowhere", "/goal/nobody/audits/12"])
def test_what_is_not_there_is_told_in_a_sentence(app: App, path: str) -> None:
    """With a way back."""
    response = app.get(path)

    assert response.status_code == 404
    assert "Back to Today" in text(response)


def test_a_page_that_only_takes_forms_says_so(app: App) -> None:
    """Nothing is written by following a link."""
    goal = app.begin()

    assert app.get(f"/goal/{goal}/data/erase").status_code == 405
    response = app.get("/demo")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "This address takes what a form sends" in text(response)
    assert 'href="/">Back to Today' in text(response)


def test_erasing_asks_for_the_name(app: App) -> None:
    """A slip erases nothing; the name does."""
    goal = app.begin(title="Dream")
    app.post(f"/goal/{goal}/data/erase", name="dram")
    kept = [row.thing.name for row in app.goals.cards()]
    app.post(f"/goal/{goal}/data/erase", name="dream")

    assert kept == ["dream"]
    assert app.goals.cards() == ()


def test_the_example_is_one_click_in_and_one_name_out(app: App) -> None:
    """It is marked as one."""
    app.post("/demo")
    page = text(app.get("/goal/demo"))

    assert "an example" in page
    app.post("/goal/demo/data/erase", name="demo")
    assert app.goals.cards() == ()


def test_the_example_opens_furnished_on_a_short_page(app: App) -> None:
    """With one answer looked at as of its day and a road followed, both made by the use cases of anybody's goal."""
    led = app.post("/demo").headers["Location"]
    page, kept = text(app.get(led)), app.goals.get("demo")

    assert led.startswith("/goal/demo/story")
    assert "3 of those answers are on file with their days" in page
    assert "Group 18, July 26, 2000: 17 of 3,014 got in" in page
    assert "Worked at a NASA centre (2001)" in page
    assert f'href="/goal/demo/audits/{kept.audits[0].thing.digest}"' in page
    assert "Group 16 was decided on May 1, 1996" in text(app.get(f"/goal/demo/audits/{kept.audits[0].thing.digest}"))
    assert [mile.title for mile in road_of(kept.road).miles][-1] == "Learn Russian"
    assert "is past" not in text(app.get("/goal/demo/road"))
    assert "Remove the example" in page
    assert app.post("/goal/demo/data/erase", name="demo").status_code == 303


def test_the_example_is_opened_once(app: App) -> None:
    """A second press leads to it as it is."""
    for _ in range(2):
        app.post("/demo")

    assert len(app.goals.get("demo").roads) == len(app.goals.get("demo").audits) == 1


def test_only_the_example_has_that_page(app: App) -> None:
    """A goal of one's own has a story of its own."""
    assert app.get(f"/goal/{app.begin()}/story").status_code == 404


def test_a_round_of_ones_own_is_an_attempt_like_any(app: App) -> None:
    """The pack does not have it; the audit can still be made."""
    goal = app.begin(pack="nasa-astronaut")
    app.post(
        f"/goal/{goal}/rounds",
        round="own",
        name="Spring",
        decided="2025-10-01",
        answer="not_selected",
        kind="astronaut_class",
    )
    (row,) = app.goals.get(goal).attempts

    assert row.thing.round == "spring"
    assert "Spring: not selected" in text(app.get(f"/goal/{goal}/audit/{row.id}"))


def test_later_is_the_first_answer_and_is_kept(app: App) -> None:
    """For seven days nothing asks to be looked at."""
    goal = app.begin()
    app.post(f"/goal/{goal}/rounds", round="own", name="One", decided="2025-12-10", answer="not_selected", kind="cec")
    (row,) = app.goals.get(goal).attempts
    assert "when you are ready" in text(app.get(f"/goal/{goal}"))

    app.post(f"/goal/{goal}/audit/{row.id}", do="later")

    assert str(app.goals.get(goal).card.thing.again_on) == "2025-12-24"
    assert "when you are ready" not in text(app.get(f"/goal/{goal}"))


def test_after_a_yes_the_goal_is_reached_and_the_next_begins(app: App) -> None:
    """With what is known of the person."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", education="bachelor")
    response = app.post(
        f"/goal/{goal}/rounds", round="own", name="One", decided="2025-12-10", answer="selected", kind="cec"
    )
    assert response.headers["Location"].startswith(f"/goal/{goal}/next")
    app.post(f"/goal/{goal}/next", title="Citizen", pack="express-entry")

    assert app.goals.get(goal).card.thing.state is GoalState.REACHED
    assert [row.thing.level for row in app.goals.get("citizen").facts] == ["bachelor"]


def test_the_language_is_remembered(app: App) -> None:
    """And leads back to the page, never elsewhere."""
    response = app.post("/language", language="es", next="//evil.example/")

    assert response.headers["Location"] == "/"
    assert 'lang="es"' in text(app.get("/begin"))


LANGUAGE = ("reading", "writing", "listening", "speaking")


def test_a_test_without_its_day_is_asked_for_it(app: App) -> None:
    """It expires, so without a day it could not count; nothing typed is lost."""
    goal = app.begin()
    response = app.post(f"/goal/{goal}/numbers", english_reading="8")

    assert response.status_code == 400
    assert "the day of the test, as it expires" in text(response)
    assert app.goals.get(goal).facts == ()


def test_four_tests_of_one_day_need_it_once(app: App) -> None:
    """Left blank, a day is that of the field above; and what no test was taken for needs none."""
    goal = app.begin()
    numbers = {f"english_{one}": "8" for one in LANGUAGE} | {f"french_{one}": "0" for one in LANGUAGE}
    app.post(f"/goal/{goal}/numbers", **numbers, **{"since-english_reading": "2025-03"})

    begins = {row.thing.trait: str(row.thing.begins) for row in app.goals.get(goal).facts}
    assert len(begins) == 8
    assert {begins[f"english_{one}"] for one in LANGUAGE} == {"2025-03"}


def test_a_number_that_is_cleared_is_taken_back(app: App) -> None:
    """One does not know it after all; the trail keeps what was there, and fields not sent are left alone."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", education="bachelor", spouse="no")
    app.post(f"/goal/{goal}/numbers", education="?")

    assert [row.thing.trait for row in app.goals.get(goal).facts] == ["spouse"]
    assert any("bachelor" in line.before for line in app.goals.trail(goal))


def test_a_decimal_comma_is_a_decimal_point(app: App) -> None:
    """As half the world writes it; three digits after it could be thousands and are asked about."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="none", hours="300,5")
    refused = app.post(f"/goal/{goal}/learn", towards="french_7", ability="none", hours="1,500")

    assert app.goals.get(goal).ways[0].thing.hours == 300.5
    assert refused.status_code == 400


def test_what_cannot_be_told_is_said_in_the_words_of_the_app(app: App) -> None:
    """No command of a terminal is named; the program's own words are there for whoever opens them."""
    goal = app.begin(title="Academy", pack="blank")
    page = text(app.get(f"/goal/{goal}/distance"))

    assert "No chance can be told yet" in page
    assert "In the program" in page


def test_work_before_a_road_was_drawn_is_not_counted_against_it(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its hours are those that were left on the day it was drawn; what is worked after that is."""
    app.post("/demo")
    app.post("/goal/demo/work", time="5 h", towards="russian", on="2025-12-16")
    place = desk().place
    asked = {"cases": place.cases, "clock": place.clock, "planner": place.planner, "slices": 1}
    road = plan_case("hernandez", wishes=Wishes(), as_of=date(1996, 5, 2), **asked)
    mile = replace(road.miles[0], move="russian", title="Russian", hours=40)
    kept = kept_road(replace(road, miles=(mile,)), made=date(2025, 12, 17))
    app.goals.keep("demo", replace(kept, accepted=date(2025, 12, 17)), event=desk().event("road", "demo"))
    before = text(app.get("/goal/demo/work"))
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-18")
    app.post("/goal/demo/work", time="2 h", towards="russian")

    assert "0 min / 40 h" in before
    assert "2 h / 40 h" in text(app.get("/goal/demo/work"))

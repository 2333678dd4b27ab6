"""Distance: what is missing, how far one is, what would change it; Today: what to do next, and by when."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import right
from tests.web_app.typed_numbers import ABILITIES
from tests.web_app.visible import words_of

from twelfth.goal import Capacity
from twelfth.usecases import Wishes, kept_road, plan_case
from twelfth.web.desk import desk, open_goal
from twelfth.web.remembered import MOST
from twelfth.web.told import IF, Told

KNOWN = {
    "born": "1994-05-02",
    "spouse": "no",
    "education": "bachelor",
    "canadian_work": "14",
    "canadian_work_3y": "14",
    "foreign_work": "24",
    "teer": "t1",
    "certificate": "no",
    "nomination": "no",
    "canadian_study": "none",
    "sibling": "no",
    "funds_shown": "yes",
    "ask-french": "no",
    "since-english_reading": "2025-03-10",
} | {f"english_{one}": "8" for one in ABILITIES}
PEOPLE = "id,years\n" + "".join(f"{at},{years}\n" for at, years in enumerate((8, 12, 4, 3, 8, 13, 9)))


def told(app: App, goal: str, **numbers: str) -> str:
    """Distance, with these numbers kept."""
    response = app.post(f"/goal/{goal}/numbers", **numbers)
    assert response.status_code == 303, text(response)
    return text(app.get(f"/goal/{goal}/distance"))


def test_what_is_missing_is_asked_first_and_answered_there(app: App) -> None:
    """The nomination may give most, so it is asked first; with both answers the distance is one number."""
    goal = app.begin()
    known = {name: each for name, each in KNOWN.items() if name not in ("nomination", "sibling")}
    page = told(app, goal, **known)
    asked = page[page.index('id="missing"') : page.index('id="gap"')]

    assert "To tell your distance, 2 answers are missing" in asked
    assert re.findall(r'<select id="([\w-]+)"', asked) == ["nomination", "sibling"]
    assert "with them it is one number" in asked
    today = text(app.get(f"/goal/{goal}"))
    assert today.index(f'href="/goal/{goal}/distance#missing"') < today.index("Draw your road")
    page = told(app, goal, nomination="no", sibling="no")
    assert 'id="missing"' not in page
    assert "#missing" not in text(app.get(f"/goal/{goal}"))
    assert "You have 403 points." in words_of(page)


def test_what_lapses_is_asked_for_its_day_and_a_question_before_a_section_is_asked(app: App) -> None:
    """French behind its question; of what else is missing there is a link to all."""
    page = told(app, app.begin(), born="1994-05-12")
    asked = page[page.index('id="missing"') : page.index('id="gap"')]

    assert 'name="since-english_' in asked
    assert re.search(r'href="/goal/[\w-]+/numbers">And \d+ more', asked)
    page = told(app, app.begin("Other"), **{name: each for name, each in KNOWN.items() if "french" not in name})
    assert 'name="ask-french"' in page[page.index('id="missing"') : page.index('id="gap"')]


def test_the_day_of_a_test_is_not_asked_again_for_what_was_taken_with_it(app: App) -> None:
    """Speaking alone is missing: what is typed there is of the day of the other three."""
    goal = app.begin()
    page = told(app, goal, **{name: each for name, each in KNOWN.items() if name != "english_speaking"})
    asked = page[page.index('id="missing"') : page.index('id="gap"')]
    app.post(f"/goal/{goal}/numbers", english_speaking="8", **{"since-english_speaking": ""})
    fact = next(row.thing for row in app.goals.get(goal).facts if row.thing.trait == "english_speaking")

    assert "Taken on another day" in asked
    assert str(fact.begins) == "2025-03-10"


def test_the_first_sentence_is_how_far_one_was_from_the_last_round(app: App) -> None:
    """The points, that round, what it took: one figure. A kind that is nearer and long past is told behind. Nothing is
    missing."""
    page = words_of(told(app, app.begin(), **KNOWN))

    assert (
        "You have 403 points. The last round you could enter, Canadian Experience Class on Dec. 16, 2025, took 515:"
        in page
    )
    assert "took 515: 112 short." in page
    assert "The nearest kind of round you may enter" not in page
    assert "489 on Feb. 2, 2023" in page
    assert "missing" not in page


def test_the_gaps_after_the_widest_stand_openly(app: App) -> None:
    """Under the first sentence, before what is behind it; and nothing of a cut-off that nobody publishes."""
    people = "id,papers,years\n" + "".join(f"{at},{3 + at % 2},{years}\n" for at, years in enumerate(range(8, 15)))
    right(app, "/begin", title="Beca", pack="blank", people=people)
    no = {"round": "own", "name": "First call", "decided": "2024-11-20", "answer": "not_selected", "kind": "round"}
    app.post("/goal/beca/rounds", **no)
    app.post("/goal/beca/first/round", closes="2026-04-30", kind="round")
    page = told(app, "beca", papers="1", years="2")
    lead = words_of(page[page.index('id="gap"') : page.index("<details>")])

    assert "The widest gap" in lead
    assert re.search(
        r"Short in 2 of 2\. After the widest: "
        r"(papers|years): \d+ short\. You: [12]; of 7 people at least half had \d+ or more\.",
        lead,
    )
    assert "the kind of round you wrote down" not in words_of(page)


def test_the_best_changes_stand_openly(app: App) -> None:
    """Points, chance, time and cost of three, and behind them what hangs on somebody else."""
    goal = app.begin()
    told(app, goal, **KNOWN)
    part = text(app.get(f"/goal/{goal}/levers", **{"HX-Request": "true"})).partition("<details>")[0]
    rows = [words_of(row) for row in re.findall(r"<tr>(.*?)</tr>", part, flags=re.DOTALL)]

    assert " ".join(rows[0].split()) == "Change Points Chance Time Cost Chance it adds for its time and money"
    assert "403" in rows[1]
    assert "500 to 700 hours" in rows[2]
    assert "319 to 359 CAD" in rows[3]
    assert len(rows) == 8
    others = " ".join(rows[5:])
    for words in ("a province decides this", "an officer who grants the permit to study decides this"):
        assert words in others
    assert "it is not known whether you have it: Permission to work in Canada" in others


def test_what_if_tells_what_the_list_of_levers_does(app: App) -> None:
    """Typed today, and therefore begun today, English to level 9 is more points and a better chance."""
    goal = app.begin()
    told(app, goal, **KNOWN)
    levers = words_of(text(app.get(f"/goal/{goal}/levers", **{"HX-Request": "true"})))
    answer = words_of(text(app.get(f"/goal/{goal}/what-if?with=english_9", **{"HX-Request": "true"})))
    chance = re.search(r"(\d+%) \(could be [^)]*\): at least one selection by Dec. 17, 2026, at 459 points", answer)

    assert chance is not None, answer
    assert f"English to level 9 in all four abilities {chance[1]} " in levers


def test_an_assumed_level_stands_in_for_the_one_that_was_typed_today(app: App) -> None:
    """A fact of today and an assumption of today are no contradiction: the assumption counts."""
    app.post("/demo")
    told(app, "demo", degree="bachelor")
    answer = text(app.get("/goal/demo/what-if?with=diving", **{"HX-Request": "true"}))

    assert "With:" in answer
    assert "lead" in answer


def test_those_who_got_in_are_told_in_plain_words(app: App) -> None:
    """How much one is short of what half of them had; counts, percentiles and intervals stand behind."""
    right(app, "/begin", title="Beca", pack="blank", people=PEOPLE)
    first, _fold, behind = told(app, "beca", years="4").partition("<details>")

    assert "4 short. You: 4; of 7 people at least half had 8 or more" in first
    assert "of 7 people 2 had 4 or fewer; at least half had 8 or more" in behind
    assert "percentile" not in first


def test_a_range_that_leaves_everything_open_is_not_known(app: App) -> None:
    """And what it waits for is named in the words of the form, not by an id; "until then" has its day."""
    page = words_of(told(app, app.begin(), education="bachelor", born="1994-05-02"))

    assert "over 99.99%" not in page.partition("What would change it")[0]
    assert "english_lowest" not in page
    assert "English, lowest of the four abilities" in page
    assert "rounds until Dec. 17, 2026" in page


def followed(app: App) -> str:
    """A goal with a road that is followed."""
    goal = app.begin()
    told(app, goal, **KNOWN)
    place, name = desk().place, "newcomer"
    asked = {"cases": place.cases, "clock": place.clock, "planner": place.planner, "slices": 1}
    road = plan_case(name, wishes=Wishes(hours_per_week=10), as_of=date(2025, 12, 17), **asked)
    kept = replace(kept_road(road, made=date(2025, 12, 17)), accepted=date(2025, 12, 17))
    app.goals.keep(goal, kept, event=desk().event("road", goal))
    return goal


def test_distance_says_the_next_step_and_the_next_date_under_its_first_sentence(app: App) -> None:
    """Before there is a road, the button that draws it, once; with one, its next mile and its days."""
    before = told(app, app.begin("Empty"), **KNOWN)
    page = text(app.get(f"/goal/{followed(app)}/distance"))
    said = words_of(page)

    assert "within your hours and money" in words_of(before)
    assert before.count("Draw my road") == 1
    assert re.search(
        r"Next: A provincial nomination through Express Entry , from \w+\.? \d+, \d{4} to \w+\.? \d+, \d{4}", said
    )
    assert "March 9, 2027 : the last day on which your test counts: English." in said
    assert "In the twelve months to Dec. 17, 2025 Canadian Experience Class was held 15 times" in said
    assert page.index('class="lead"') < page.index("Next:") < page.index("<details>")


def test_whoever_may_enter_no_round_is_told_how_far_the_nearest_is(app: App) -> None:
    """On Distance and on Today, with what is missing for it and when it was held."""
    goal = app.begin()
    abroad = KNOWN | {"canadian_work": "0", "canadian_work_3y": "0", "born": "1980-05-02", "job_offer": "none"}
    page = words_of(told(app, goal, **abroad | {"trade_work_5y": "0"}))
    today = words_of(text(app.get(f"/goal/{goal}")))

    for said in (page, today):
        assert "The nearest is Federal Skilled Worker. Missing for it: At least 67 points" in said
        assert re.search(r"\(you have [\d to]+ points, [\d to]+ short\)", said)
        assert "No coming round is announced; Federal Skilled Worker was last held on Feb. 2, 2023." in said


def test_today_says_the_next_mile_once_with_its_end_and_why(app: App) -> None:
    """The hours of this week, the first exam, and what the road changes; its name leads to Learn."""
    goal = followed(app)
    page = text(app.get(f"/goal/{goal}"))
    said = words_of(page)

    assert said.count("French to level 7 in all four abilities") == 1
    assert f'href="/goal/{goal}/learn#french_7"' in page
    assert re.search(r"This week: \d+ h\.|Begins on", said)
    assert re.search(r"The exam or the decision, at the earliest: \w+\.? \d+, \d{4}", said)
    assert re.search(
        r"With the whole road: [\d.]+% \(could be [\d.]+% to [\d.]+%\) instead of [\d.]+% by Dec\. 17, 2027", said
    )


def test_today_says_how_far_one_is(app: App) -> None:
    """In the sentence of Distance, with a link to it; nothing while nothing is known."""
    before = words_of(text(app.get(f"/goal/{app.begin('Empty')}")))
    page = text(app.get(f"/goal/{followed(app)}"))

    assert "How far you are" not in before
    assert re.search(r"How far you are You have \d+ points\. The last round you could enter", words_of(page))


def test_today_names_no_round_that_is_over_or_closed(app: App) -> None:
    """Without one it says how often such rounds are held; the first exam of the road stands with its mile, once."""
    said = words_of(text(app.get(f"/goal/{followed(app)}")))

    assert "In the twelve months to Dec. 17, 2025 Canadian Experience Class was held 15 times" in said
    assert said.count("The exam or the decision, at the earliest:") == 1
    assert "The first exam or decision on your road:" not in said
    assert "is decided" not in said


def test_whoever_tries_much_has_no_page_made_again(app: App) -> None:
    """What-ifs are remembered apart from what stands on every page."""
    goal = app.begin()
    told(app, goal, **KNOWN)
    one = open_goal(goal)
    assert Told.is_remembered(one, "gap")
    for number in range(MOST + 1):
        Told.remembered(one, f"{IF}{number}", "", lambda: "tried")

    assert Told.is_remembered(one, "gap")


def test_what_lapses_before_the_road_is_done_stands_on_today(app: App) -> None:
    """Before the road ends in December 2027: the birthday that costs points, and the end of the English test."""
    goal = followed(app)
    said, road = (words_of(text(app.get(f"/goal/{goal}{page}"))) for page in ("", "/road"))
    lapse = "March 9, 2027 : the last day on which your test counts: English."

    assert "The next dates May 2, 2026 : Age in completed years: one more, and your points fall by" in said
    assert lapse in said
    assert "Without it you may no longer enter: All programmes, Canadian Experience Class" in said
    assert lapse in road
    assert "worth less: take the test again by then, or give more hours a week." in road


def test_without_a_road_the_days_that_are_certain_come_first(app: App) -> None:
    """The birthday that costs points, the last day of the test, then how often rounds are held, as an estimate."""
    goal = app.begin()
    page = told(app, goal, **KNOWN | {"canadian_work": "0", "canadian_work_3y": "0"})

    for said in (words_of(page), words_of(text(app.get(f"/goal/{goal}")))):
        birthday, lapse = "May 2, 2026 : Age in completed years: one more, and your points fall by 5.", "March 9, 2027"
        assert birthday in said
        assert said.index(birthday) < said.index(lapse) < said.index("No coming round is announced")


def test_of_a_round_that_is_held_often_about_when_the_next_comes_is_told_as_an_estimate(app: App) -> None:
    """Every kind in the pack by its own pace."""
    goal = app.begin()
    said = words_of(told(app, goal, **KNOWN))

    held = r"Canadian Experience Class was held \d+ times. About every 15 days. Last held: Dec. 16, 2025."
    assert re.search(rf"In the twelve months to Dec. 17, 2025 {held}", said)
    assert "At that pace, which is an estimate, the next comes about Dec. 31, 2025." in said


def test_before_a_road_what_to_begin_with_is_named_with_its_month(app: App) -> None:
    """By points: the soonest that passes a cut-off of the last year, at ten hours a week until somebody says theirs. On
    Today it is what comes before the road. With a road the mile is told."""
    goal = app.begin()
    before = words_of(told(app, goal, **KNOWN))
    todo = words_of(text(app.get(f"/goal/{goal}")))

    assert "Next: French to level 7 in all four abilities , by about February 2027 at 10 hours a week." in before
    assert "It takes 500 to 700 hours. With it you would have 465 points today; the last round of French, on" in before
    assert "took 399: 66 above." in before
    assert "To do French to level 7 in all four abilities Draw your road" in todo
    assert "by about" not in words_of(text(app.get(f"/goal/{followed(app)}/distance")))


def test_hours_that_were_said_are_those_of_what_to_begin_with(app: App) -> None:
    """At twenty a week it is sooner, and Today has its day."""
    goal = app.begin()
    told(app, goal, **KNOWN)
    row = app.goals.get(goal).card
    card = replace(row.thing, capacity=Capacity(hours_per_week=20.0))
    app.goals.recard(goal, card, was=row.version, event=desk().event("capacity", goal))

    assert ", by about July 2026 at 20 hours a week." in words_of(text(app.get(f"/goal/{goal}/distance")))
    assert "four abilities by July 15, 2026 Draw your road" in words_of(text(app.get(f"/goal/{goal}")))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("8", "by about May 2027 at 8 hours a week"),
        ("8 h", "by about May 2027 at 8 hours a week"),
        ("0", "by about February 2027 at 10 hours a week"),
        ("200", "by about February 2027 at 10 hours a week"),
        ("some", "by about February 2027 at 10 hours a week"),
        ("", "by about February 2027 at 10 hours a week"),
    ],
)
def test_the_month_is_that_of_the_hours_being_typed(typed: str, told: str, app: App) -> None:
    """As far as they can be read; nothing is kept of them."""
    goal = app.begin()
    app.post(f"/goal/{goal}/numbers", **KNOWN)

    assert told in words_of(text(app.get(f"/goal/{goal}/distance?{urlencode({'hours': typed})}")))
    assert app.goals.get(goal).card.thing.capacity is None

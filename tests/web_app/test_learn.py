"""Learn: the mile one is on comes first and open; what one learns from is one's own, with links."""

import re
from dataclasses import replace
from datetime import date

from tests.roads import mile, road
from tests.web_app.client import App, text

from twelfth.usecases import kept_road
from twelfth.web.desk import desk


def opened(page: str) -> list[str]:
    """Names of what stands open."""
    return re.findall(r'<details open><summary><span class="name">([^<]+)</span>', page)


def headings(page: str) -> list[str]:
    return re.findall(r"<h2>([^<]+)</h2>", page)


def test_without_a_road_everything_is_closed(app: App) -> None:
    """And in the order of the pack."""
    page = text(app.get(f"/goal/{app.begin()}/learn"))

    assert (opened(page), headings(page)) == ([], [])
    assert page.count('<li><details><summary><span class="name">') == 14


def test_the_mile_one_is_on_comes_first_and_open(app: App) -> None:
    """Then the other miles of the road, then the rest."""
    goal = app.begin()
    later, now = date(2026, 1, 5), date(2025, 12, 1)
    miles = (
        mile(move="master", title="A master", begins=later, done=date(2026, 11, 30), hours=300),
        mile(move="french_7", title="French", begins=now, done=date(2026, 6, 30), hours=600),
    )
    followed = kept_road(road(*miles), made=desk().today)
    app.goals.keep(goal, replace(followed, accepted=desk().today), event=desk().event("road drawn", goal))
    page = text(app.get(f"/goal/{goal}/learn"))
    first, second, rest = page.split("<h2>")[1:]

    assert headings(page) == ["The mile you are on", "The other miles of your road", "What else can be acquired"]
    assert opened(page) == ["French to level 7 in all four abilities"]
    assert "Class hours from nothing to level B2" in first
    assert 'rel="noreferrer"' in first
    assert "A master" in second
    assert rest.count('<span class="name">') == 12


def test_what_one_learns_from_is_a_title_and_a_link(app: App) -> None:
    """One on a line; only https is a link, which tells the other side nothing."""
    goal = app.begin()
    sources = "Evening class https://example.org/class\nAna\njavascript:alert(1)"
    led = app.post(f"/goal/{goal}/learn", towards="french_7", ability="learning", resource=sources, proof="A test")
    page = text(app.get(f"/goal/{goal}/learn"))

    assert led.headers["Location"] == f"/goal/{goal}/learn?said=learning&of=french_7"
    assert '<a href="https://example.org/class" rel="noreferrer" target="_blank">Evening class</a>' in page
    assert 'href="javascript' not in page
    assert "<li>Ana</li>" in page
    assert "<strong>What will show it</strong>: A test" in page


def test_hours_alone_say_nothing_of_how_far_one_is(app: App) -> None:
    """As long as nothing of it was said; what was said is kept, and can be taken back to the beginning."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="none", hours="400")

    assert (len(app.goals.get(goal).learnings), len(app.goals.get(goal).ways)) == (0, 1)
    for ability in ("learning", "none"):
        app.post(f"/goal/{goal}/learn", towards="french_7", ability=ability, hours="400")
        assert [row.thing.ability for row in app.goals.get(goal).learnings] == [ability]


def test_ones_own_figures_stand_before_those_of_the_sources(app: App) -> None:
    """Which are told beside them."""
    goal = app.begin()
    app.post(f"/goal/{goal}/learn", towards="french_7", ability="none", hours="320", passes="80")
    page = text(app.get(f"/goal/{goal}/learn")).partition('id="french_7"')[2].partition("</li>")[0]

    assert "320 hours" in page
    assert "By the sources: 500 to 700 hours." in page
    assert "Your chance at one attempt: 80%." in page


def test_learn_names_the_exams_and_a_first_step(app: App) -> None:
    """Where the pack knows them; what ends in nothing but time names none."""
    page = text(app.get(f"/goal/{app.begin()}/learn"))
    french = page.partition('id="french_7"')[2].partition("</details>")[0]
    work = page.partition('id="canadian_work_24"')[2].partition("</details>")[0]

    assert "Ends in: TEF Canada or TCF Canada." in page
    assert "Ends in: IELTS General Training or CELPIP-General." in page
    assert "<strong>First step</strong>: Begin a course: from nothing" in french
    assert "First step" not in work

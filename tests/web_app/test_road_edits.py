"""The road edited: a mile kept, put off or left out, pauses, a new road line by line, and a road that grew old."""

import re
from datetime import date

import pytest
from tests.web_app.client import App, text
from tests.web_app.furnished import numbers_typed
from tests.web_app.road_forms import Resident, done

from twelfth.web.views import road as view

pytestmark = pytest.mark.usefixtures("soon")


@pytest.fixture
def roads(app: App) -> Resident:
    """Followed: French and two years of work."""
    found = Resident(app)
    assert not found.draw().error
    assert found.follow().status_code == 303  # type: ignore[attr-defined]
    return found


def test_a_mile_is_kept_put_off_or_left_out(roads: Resident) -> None:
    """With ten hours more a week French would be done sooner: kept, it stays; put off, it begins no earlier."""
    before = roads.last()
    french = next(one for one in before.miles if one.move == "french_7")
    roads.draw(hours="24", **{"mile-french_7": "stays"})
    stays = roads.last()
    roads.draw(hours="24", **{"mile-french_7": "later", "later-french_7": "2026-04-01"})
    later = next(one for one in roads.last().miles if one.move == "french_7")
    roads.draw(**{"mile-french_7": "out"})

    assert next(one for one in stays.miles if one.move == "french_7").work == french.work
    assert "You asked it to stay" not in roads.page
    assert later.begins >= date(2026, 4, 1)
    assert "french_7" not in done(roads.last())
    assert roads.last().wished.avoid == ("french_7",)
    assert "You left it out." in roads.page


def test_what_is_wrong_with_a_wish_is_said_at_its_field(roads: Resident) -> None:
    """A day that is missing or past, a word that is none; nothing typed is lost, and nothing is drawn."""
    many = len(roads.app.goals.get(roads.name).roads)
    for fields, expected in (
        ({"mile-french_7": "later"}, "Expected the day before which it is not to begin."),
        ({"mile-french_7": "later", "later-french_7": "2024-01-01"}, "a day not before"),
        ({"mile-french_7": "sideways"}, "expected one of"),
    ):
        response = roads.app.post(f"{roads.address}/draw", hours="7", **fields)

        assert response.status_code == 400
        assert expected in text(response)
        assert 'value="7"' in text(response)
    assert len(roads.app.goals.get(roads.name).roads) == many


def test_wishes_that_do_not_go_together_are_explained_and_nothing_is_lost(roads: Resident) -> None:
    """Six hours a week are not enough to keep what took twelve: which wish, and what would do."""
    job = roads.draw(hours="6", **{"mile-french_7": "stays"})
    page = roads.page
    capacity = roads.app.goals.get(roads.name).card.thing.capacity

    assert capacity is not None
    assert capacity.hours_per_week == 12
    assert "These wishes do not go together." in job.error
    assert "up to 12 h of work, and there are 6 h" in page
    assert "With 12 h a week it would fit; else let one of these move:" in page
    assert 'name="mile-french_7" value="stays" checked' in page
    assert len(roads.app.goals.get(roads.name).roads) == 1


def test_a_new_road_is_taken_line_by_line(roads: Resident) -> None:
    """What is kept is as it was, to the week; the mix has its own chance, and is followed only then."""
    before = roads.last()
    roads.draw(hours="24")
    offered = roads.last()
    page = roads.page
    assert "Done by" in page
    assert "You have 24 h a week, not 12 h." in page
    assert not roads.mix(french_7="keep").error
    mixed = roads.last()

    assert done(mixed) == done(before)
    assert mixed.wished.mixed
    assert before.chance == pytest.approx(mixed.chance)
    assert offered.chance > mixed.chance
    assert "It was put together line by line" in roads.page
    assert roads.app.goals.get(roads.name).road.id == 1
    assert roads.follow().status_code == 303  # type: ignore[attr-defined]
    assert roads.app.goals.get(roads.name).road.id == 3


def test_lines_that_do_not_fit_are_explained_and_the_offer_stays(roads: Resident) -> None:
    """Kept at twelve hours a week where there are six: the choice is shown again, both roads are as they were."""
    roads.draw(hours="6")
    offered = done(roads.last())
    job = roads.mix(french_7="keep")

    assert job.clashes[0].kind == "hours"
    assert "let one of these move:" in roads.page
    assert 'name="line-french_7" value="keep" checked' in roads.page
    assert done(roads.last()) == offered


def test_lines_of_another_road_are_refused(roads: Resident) -> None:
    """In another window a road was drawn meanwhile: 409, and nothing is drawn of what was chosen."""
    roads.draw(hours="24")
    rows = dict(re.findall(r'name="(followed|offered)" value="(\d+)"', roads.page))
    roads.draw(hours="20")
    response = roads.app.post(f"{roads.address}/mix", **rows, **{"line-french_7": "keep"})
    stale = roads.app.post(f"{roads.address}/accept", row=rows["offered"], was="1")

    assert (response.status_code, stale.status_code) == (409, 409)
    assert "one was drawn or followed in another window" in text(response)
    assert len(roads.app.goals.get(roads.name).roads) == 3


def test_a_road_has_no_hours_in_a_pause_and_one_of_before_is_old(roads: Resident) -> None:
    """From a day to a day: whole weeks. Today and Road say that the road is old; drawn again it leaves them out."""
    kept = roads.app.post(f"{roads.address}/rest", **{"rest-from": "2026-02-04", "rest-to": "2026-02-11", "key": "k"})
    again = roads.app.post(f"{roads.address}/rest", **{"rest-from": "2026-02-04", "rest-to": "2026-02-11", "key": "k"})
    mondays = [row.thing.monday for row in roads.app.goals.get(roads.name).pauses]
    pages = [roads.page, text(roads.app.get(f"/goal/{roads.name}"))]
    job = roads.ended(roads.app.post(f"{roads.address}/again"))
    weeks = {first for one in roads.last().miles for first, _ in one.work}

    assert (kept.status_code, again.status_code) == (303, 303)
    assert mondays == [date(2026, 2, 2), date(2026, 2, 9)]
    assert all("Changed after this road was drawn: your pauses." in page for page in pages)
    assert not job.error
    assert date(2026, 2, 5) not in weeks
    assert roads.last().wished.pauses == tuple(mondays)
    assert "Feb. 2, 2026 to Feb. 15, 2026" in roads.page
    roads.follow()
    assert "Changed after this road was drawn" not in roads.page


def test_a_pause_is_taken_back_once(roads: Resident) -> None:
    """All of its weeks; another window that does so too changes nothing."""
    roads.app.post(f"{roads.address}/rest", **{"rest-from": "2026-02-04", "rest-to": "2026-02-11"})
    rows = [str(row.id) for row in roads.app.goals.get(roads.name).pauses]
    first = roads.app.post(f"{roads.address}/rest/drop", row=rows, was=["1", "1"])
    second = roads.app.post(f"{roads.address}/rest/drop", row=rows, was=["1", "1"])

    assert (first.status_code, second.status_code) == (303, 303)
    assert roads.app.goals.get(roads.name).pauses == ()


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("", "2026-02-11", "Expected a day, such as Jan. 16, 2026"),
        ("2025-12-01", "2026-02-11", "a day not before"),
        ("2026-02-11", "2026-02-04", "a day from Feb. 11, 2026 on and within a year of it"),
        ("2026-02-11", "2031-02-04", "within a year of it"),
    ],
)
def test_a_pause_that_is_none_is_asked_for_again(app: App, first: str, last: str, expected: str) -> None:
    """With what was typed."""
    name = app.begin()
    response = app.post(f"/goal/{name}/road/rest", **{"rest-from": first, "rest-to": last})

    assert response.status_code == 400
    assert expected in text(response)
    assert f'value="{last}"' in text(response)
    assert app.goals.get(name).pauses == ()


def test_a_road_that_no_longer_fits_cannot_be_followed(roads: Resident) -> None:
    """A pause was kept after it was drawn: the page says so in place of the button, and a form sent late is refused."""
    roads.draw(hours="24")
    roads.app.post(f"{roads.address}/rest", **{"rest-from": "2026-02-04", "rest-to": "2026-02-11"})

    assert "It no longer fits the hours, the money or the pauses there are" in roads.page
    assert "Follow this road" not in roads.page
    assert roads.follow().status_code == 409  # type: ignore[attr-defined]
    assert roads.app.goals.get(roads.name).road.id == 1


def test_a_number_that_changed_makes_the_road_old(roads: Resident) -> None:
    """Said on Today and on Road, with a button; a day that passes, and work that is logged, do not."""
    roads.app.post(f"/goal/{roads.name}/work", time="2 h", towards="french_7")
    before = roads.page + text(roads.app.get(f"/goal/{roads.name}"))
    roads.app.post(f"/goal/{roads.name}/numbers", **numbers_typed() | {"foreign_work": "48"})

    assert "Changed after this road was drawn" not in before
    for page in (roads.page, text(roads.app.get(f"/goal/{roads.name}"))):
        assert "Changed after this road was drawn: your numbers." in page
        assert f'action="{roads.address}/again"' in page


def test_the_page_begins_with_plain_sentences_and_closes_the_rest(roads: Resident) -> None:
    """Miles and chance, then the button; charts closed, the old road closed; no word of the program's own."""
    roads.draw(hours="24")
    page = roads.page
    open_part = re.sub(r"<details.*?</details>", "", page, flags=re.S)
    order = [page.index(each) for each in ("h a week from", "With it:", "Follow this road", "Everything behind it")]

    assert order == sorted(order)
    assert "<svg" not in open_part.partition("<main")[2]
    for word in ("case file", "[[way]]", "lices of work", "seed"):
        assert word not in page
    assert re.search(
        r'English to level 9 in all four abilities\. <a href="/goal/\w+/learn\?hours#hours-of-english_9">', page
    )


def test_the_same_form_sent_twice_draws_once(roads: Resident, monkeypatch: pytest.MonkeyPatch) -> None:
    """A double click leads to the drawing that goes on; another form is told to wait; stopped, it keeps what it has."""
    monkeypatch.setattr(view, "SLICES", 10_000)
    one, two = ({"hours": "12", "key": key} for key in ("k1", "k2"))
    responses = [roads.app.post(f"{roads.address}/draw", **each) for each in (one, one, two)]
    page = roads.page
    roads.app.post(f"{roads.address}/stop")
    job = roads.ended(responses[0])

    assert [each.status_code for each in responses] == [303, 303, 409]
    assert "Stop and keep what there is" in page
    assert not job.error
    assert len(roads.app.goals.get(roads.name).roads) == 2


def test_before_drawing_it_is_said_what_is_missing(app: App) -> None:
    """With a link to the numbers; not where they are there and some round is certainly open."""
    name = app.begin()
    empty = text(app.get(f"/goal/{name}/road"))
    app.post(f"/goal/{name}/numbers", **numbers_typed())

    assert "answers are missing; the road is drawn as if they were not there" in empty
    assert "It is not known yet which rounds you may enter" not in text(app.get(f"/goal/{name}/road"))

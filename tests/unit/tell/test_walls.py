"""The dated rounds of a road are walls in its pictures, rows of its table, and named in what reads the pictures."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.roads import AS_OF, UNTIL, mile, road

from twelfth.base import When
from twelfth.goal import Kind, Process, Round
from twelfth.tell import Writing, speaking
from twelfth.tell.page.render import Report, road_page
from twelfth.tell.page.road import months_of
from twelfth.tell.say.case_roadmap import day_rows
from twelfth.tell.say.wall_words import chance_picture_words, kinds_picture_words, picture_words, wall_names
from twelfth.usecases import CaseRoadmap, DayChance, KindChance
from twelfth.usecases.roads.case_roadmap import Wall
from twelfth.usecases.roads.wall import coming, walls

CLOSES, DECIDED = date(2026, 3, 1), date(2026, 5, 1)


def held(name: str, decided: date, closes: date | None = None) -> Round:
    return Round(id=name.lower(), kind="call", name=name, decided=decided, known=AS_OF, closes=closes)


def process(*rounds: Round) -> Process:
    return Process(name="p", title="P", version="1", traits=(), kinds=(Kind(name="call", title="Call"),), rounds=rounds)


def spring(**changed: object) -> Wall:
    return replace(
        Wall(name="Spring", day=CLOSES, closes=True, decided=When.on(DECIDED), planned=0.15, idle=0.07), **changed
    )  # type: ignore[arg-type]


def walled(*walls: Wall) -> CaseRoadmap:
    return replace(road(mile()), walls=walls)


def test_a_round_is_a_wall_on_the_day_it_closes_or_else_is_decided() -> None:
    """Of what is ahead and not after the last day; one that has closed already, on the day it is decided."""
    ahead = coming(
        process(
            held("Past", AS_OF),
            held("Late", DECIDED, CLOSES),
            held("Closed", date(2026, 2, 1), AS_OF),
            held("Far", UNTIL + timedelta(days=1)),
        ),
        AS_OF,
        UNTIL,
    )

    assert [(one.name, one.day, one.closes) for one in ahead] == [
        ("Closed", date(2026, 2, 1), False),
        ("Late", CLOSES, True),
    ]


def test_a_kind_of_which_only_the_rate_is_known_has_no_wall() -> None:
    """However often it was held."""
    often = [held(str(at), AS_OF - timedelta(days=14 * at)) for at in range(20)]

    assert coming(process(*often), AS_OF, UNTIL) == ()


def test_a_wall_tells_the_chance_of_its_own_day_alone() -> None:
    """None is taken from a day nearby."""
    ahead = coming(process(held("A", DECIDED), held("B", DECIDED + timedelta(days=1))), AS_OF, UNTIL)
    told = walls(ahead, [DayChance(day=DECIDED, planned=0.4, idle=0.3)])

    assert [(one.planned, one.idle) for one in told] == [(0.4, 0.3), (None, None)]


def test_every_wall_is_drawn_and_named() -> None:
    """In both pictures, beside that of the last day; in the legend and in what is read out."""
    answer = walled(
        spring(), Wall(name="Autumn", day=date(2026, 10, 1), closes=False, decided=When.on(date(2026, 10, 1)))
    )
    page = road_page(Report(roadmap=answer, sources=()))

    assert months_of(answer).grid().count('class="round"') == 2
    assert page.count('class="round"') == 2 * 2 + 2
    assert page.count('class="wall"') == 2 + 2
    assert [words for words, _day in wall_names(answer)] == ["Spring closes", "Autumn is decided"]
    assert "Rounds on the way: Spring closes on 2026-03-01; Autumn is decided on 2026-10-01." in picture_words(answer)
    assert re.search(r"1\. Spring closes, <span class=\"day\">2026-03-01", page)


def test_numbers_of_walls_do_not_cover_each_other() -> None:
    """Those of days next to each other stand together; each wall is drawn."""
    months = months_of(walled(*(spring(day=CLOSES + timedelta(days=at)) for at in (0, 1, 2, 90))))

    assert re.findall(r">([^<]+)</text>", months.numbers()) == ["1–3", "4"]
    assert months.grid().count('class="round"') == 4


def test_a_dated_round_has_a_row_among_the_chances() -> None:
    """On the day it is decided, in the order of days; not told where no curve tells it."""
    rows = day_rows(
        walled(spring(), spring(name="Other", decided=When.on(UNTIL + timedelta(days=9)), planned=None, idle=None))
    )

    assert rows[0] == ("2026-05-01: Spring", "15%", "7%")
    assert rows[1][0] == str(UNTIL)
    assert rows[2] == ("2026-12-26: Other", "not told", "not told")


def test_the_rows_of_chances_are_in_the_order_of_their_days() -> None:
    """However the language writes a day: May comes after February."""
    later = spring(name="Late", decided=When.on(date(2026, 2, 1)))
    with speaking(
        lambda one: one, lambda one, many, count: one if count == 1 else many, writing=Writing(day=_by_month)
    ):
        rows = [row[0] for row in day_rows(walled(spring(), later))]

    assert rows[0].startswith("Feb 01, 2026: Late")
    assert [row for row in rows if ": " in row] == ["Feb 01, 2026: Late", "May 01, 2026: Spring"]


def _by_month(day: date) -> str:
    return f"{day:%b %d, %Y}"


def test_what_reads_the_pictures_says_what_they_show() -> None:
    """The miles with their days, the busiest weeks, the chances with their intervals, and where the plan adds most."""
    answer = walled()
    two = replace(
        answer,
        kinds=(KindChance(title="One", planned=0.3, idle=0.28), KindChance(title="Two", planned=0.2, idle=0.05)),
    )

    assert picture_words(answer) == (
        "One mile, One, from 2025-12-18 to 2026-01-08. Most work is from 2025-12-18 to 2025-12-31: 10 h a week of the "
        "10 there are; after 2025-12-31 there is none. No round with a day is known before the last day, 2026-12-17."
    )
    assert chance_picture_words(answer) == (
        "With the plan the chance comes to 20% by 2026-12-17 (90% 10% to 30%). With nothing done it comes to 10% by "
        "2026-12-17 (90% 5% to 20%)."
    )
    assert kinds_picture_words(two) == "Likeliest: One, 30% with the plan. The plan adds most to Two, from 5% to 20%."


@pytest.mark.parametrize("count", [5, 9])
def test_of_many_walls_the_first_few_are_read_out(count: int) -> None:
    """And how many more there are; each has its row."""
    answer = walled(*(spring(name=f"R{at}", day=CLOSES + timedelta(days=20 * at)) for at in range(count)))

    assert f"; {count - 4} more." in picture_words(answer)
    assert len(day_rows(answer)) == count + 1

"""The catalogue of ways: whose figures count, for whom, and what cannot be planned for want of one."""

from dataclasses import replace

import pytest
from tests.command import DAY

from twelfth.base import InvalidInput, day_from
from twelfth.compose import workplace
from twelfth.distance import measure
from twelfth.goal import Better, Case, Move, Numeric, Ordered, Process, Reading, Way, exactly, profile
from twelfth.learn import PASSES, Catalogue, catalogue_of, said_beside, way_of

ON = day_from(DAY, today=day_from(DAY, today=None))  # type: ignore[arg-type]


def newcomer() -> tuple[Case, Process]:
    place = workplace()
    return place.cases.get("newcomer").known(ON), place.cases.process_of("newcomer").known(ON)


def catalogue(*ways: Way, french: float | None = None, **months: float) -> Catalogue:
    """Of the newcomer with these figures of their own, another level of French, and other months of work."""
    case, process = newcomer()
    case = replace(case, ways=ways)
    moved = (
        {} if french is None else {f"french_{one}": french for one in ("reading", "writing", "listening", "speaking")}
    )
    readings = measure(process, profile(case.facts, ON, traits=process.traits), moved=moved | months).readings
    return catalogue_of(process, case, process.moves, readings)


def test_what_a_way_takes_hangs_on_where_one_stands() -> None:
    """French from nothing, and from the end of B1."""
    from_nothing, from_b1 = (
        next(one for one in catalogue(french=level).routes if one.move.id == "french_7") for level in (0, 5)
    )

    assert (from_nothing.hours, from_b1.hours) == (600, 200)
    assert from_nothing.way.exam


def test_a_persons_own_figures_go_before_those_of_the_pack() -> None:
    """One figure is theirs, the others stay."""
    own = Way(move="french_7", hours_low=300, hours_high=300, passes=0.8, own=True)
    route = next(one for one in catalogue(own).routes if one.move.id == "french_7")

    assert (route.hours, route.passes, route.guessed) == (300, 0.8, False)
    assert route.way.valid_months == 24
    assert route.way.own


def test_a_chance_that_nobody_stated_is_a_guess() -> None:
    route = next(one for one in catalogue().routes if one.move.id == "french_7")

    assert (route.passes, route.guessed) == (PASSES, True)


def test_what_lacks_its_hours_is_named_and_not_planned() -> None:
    """The pack knows what a test costs and not how long one learns for it."""
    found = catalogue()

    assert "english_9" not in {one.move.id for one in found.routes}
    assert {one.move.id: one.why for one in found.unpriced}["english_9"] == "its hours are not known"


def test_a_cost_in_another_currency_is_not_added_up() -> None:
    own = Way(move="english_9", hours_low=10, hours_high=10, cost_low=100, cost_high=100, currency="EUR", own=True)

    assert "EUR" in {one.move.id: one.why for one in catalogue(own).unpriced}["english_9"]


def test_what_hangs_on_a_move_without_figures_cannot_be_planned() -> None:
    own = Way(move="english_10", after=("english_9",), hours_low=10, hours_high=10, own=True)

    assert "before it" in {one.move.id: one.why for one in catalogue(own).unpriced}["english_10"]


def test_months_in_a_job_take_no_hours_but_one() -> None:
    """The planner needs an hour to put it somewhere; the route says there is none."""
    route = next(one for one in catalogue().routes if one.move.id == "canadian_work_24")
    action = route.action(1.0, among=frozenset())

    assert (route.hours, route.weeks, action.hours, action.min_weeks) == (0, 53, 1, 53)


@pytest.mark.parametrize(
    "figures",
    [
        {},
        {"trait": "a", "move": "b", "months": 1},
        {"move": "b", "months": 1, "passes": 1.5},
        {"move": "b", "hours_week": 5},
    ],
    ids=["to nothing", "to both", "no chance", "no figure"],
)
def test_a_way_that_cannot_be_is_refused(figures: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        Way(**figures)  # type: ignore[arg-type]


def test_months_that_are_there_are_not_waited_for_again() -> None:
    """Of 24 with 14 there, 10; and whoever works in Canada does not work abroad in the same months."""
    found = catalogue(canadian_work=14, canadian_work_3y=14, foreign_work=30)
    months = {one.move.id: one.way.months for one in found.routes}
    abroad = {
        one.move.id: one.way.months for one in catalogue(canadian_work=0, canadian_work_3y=0, foreign_work=30).routes
    }

    assert months["canadian_work_24"] == 10
    assert "foreign_work_36" not in months
    assert abroad["foreign_work_36"] == 6


def test_months_of_ones_own_are_enough() -> None:
    """Who says how long it takes and no hours, says that it passes by itself."""
    route = next(one for one in catalogue(Way(move="master", months=20, own=True)).routes if one.move.id == "master")

    assert (route.hours, route.way.months) == (0, 20)


def numbers(better: Better, *said: float) -> tuple[Process, Case]:
    """Somebody's own figures for levels of one number, ten hours for each of it."""
    case, process = newcomer()
    process = replace(process, traits=(Numeric("papers", better=better),), ways=(), derived=())
    ways = tuple(Way(trait="papers", level=one, hours_low=10 * one, hours_high=10 * one, own=True) for one in said)
    return process, replace(case, ways=ways)


@pytest.mark.parametrize(
    ("better", "said", "asked", "hours"),
    [
        (Better.MORE, (4.0,), 3.5, 40),
        (Better.MORE, (4.0,), 4.0, 40),
        (Better.MORE, (4.0, 9.0), 3.5, 40),
        (Better.MORE, (3.0, 9.0), 3.5, 90),
        (Better.MORE, (3.0,), 3.5, None),
        (Better.LESS, (3.0,), 3.5, 30),
        (Better.LESS, (4.0,), 3.5, None),
        (Better.NEITHER, (4.0,), 3.5, None),
    ],
)
def test_what_is_said_of_a_further_level_is_the_most_that_a_nearer_one_takes(
    better: Better, said: tuple[float, ...], asked: float, hours: float | None
) -> None:
    """The nearest of the further ones; what is said of a nearer one is too little, and without an order none is."""
    process, case = numbers(better, *said)
    step = Move(id="papers", title="Papers", sets=(("papers", asked),))
    found = catalogue_of(process, case, [step], {})

    assert [one.hours for one in found.routes] == ([] if hours is None else [hours])
    assert [one.said_for for one in found.routes] in ([], [""], [f"{(hours or 0) / 10:g}"])
    assert bool(found.unpriced) == (hours is None)


@pytest.mark.parametrize(
    ("better", "own", "asked", "hours"),
    [
        (Better.MORE, exactly(3), 5.0, 30),  # 90 h from 3 to 9
        (Better.MORE, exactly(3), 4.0, 15),
        (Better.MORE, exactly(2), 4.0, 26),  # 25.7
        (Better.MORE, Reading(1, 3), 5.0, 45),
        (Better.MORE, exactly(9), 9.0, 90),
        (Better.MORE, exactly(8), 5.0, 90),
        (Better.LESS, exactly(21), 11.0, 75),
        (Better.LESS, Reading(21, 29), 19.0, 45),
        (Better.MORE, Reading(0, 0, unknown=True), 5.0, 90),
    ],
)
def test_of_a_number_that_was_said_the_part_on_the_way_is_counted(
    better: Better, own: Reading, asked: float, hours: float
) -> None:
    """From the worse end of where one stands, hours and months rounded up; all of it where that is not known."""
    process, case = numbers(better, 9.0)
    (said,) = case.ways
    told = replace(said, months=6, cost_low=70, cost_high=70, currency="EUR")
    step = Move(id="papers", title="Papers", sets=(("papers", asked),))
    found = way_of(step, process, replace(case, ways=(told,)), {"papers": own})

    assert found is not None
    assert (found.hours, found.cost, found.level) == (hours, 70, 9)
    assert found.months == pytest.approx(6 * hours / 90, abs=0.1)


def test_of_a_level_that_is_no_number_all_is_counted() -> None:
    """How far one is between two degrees nobody can say."""
    process, case = numbers(Better.MORE)
    degree = Ordered("degree", levels=("none", "master", "doctorate"))
    said = Way(trait="degree", level="doctorate", hours_low=90, hours_high=90, own=True)
    step = Move(id="degree", title="Degree", sets=(("degree", "master"),))
    process, case = replace(process, traits=(degree,)), replace(case, ways=(said,))

    assert way_of(step, process, case, {"degree": exactly(0)}) == said


def test_a_figure_of_the_pack_for_the_level_goes_before_ones_own_for_a_further_one() -> None:
    """What takes one to the doctorate is no better guess at the master than what the sources say of it."""
    process, case = numbers(Better.MORE, 9.0)
    told = Way(trait="papers", level=3.5, hours_low=20, hours_high=20)
    step = Move(id="papers", title="Papers", sets=(("papers", 3.5),))

    assert way_of(step, replace(process, ways=(told,)), case, {}) == told


def test_the_nearest_that_was_said_is_shown_where_it_is_asked_again() -> None:
    """Of what is further the nearest, else the nearest of all; nothing where the level itself was said."""
    step = Move(id="papers", title="Papers", sets=(("papers", 5.0),))

    def said(*levels: float) -> float | None:
        beside = said_beside(step, *numbers(Better.MORE, *levels))
        return None if beside is None else beside.hours

    assert (said(1.0, 4.0), said(4.0, 9.0), said(4.0, 5.0), said()) == (40, 90, None, None)

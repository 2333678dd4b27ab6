"""What the distance of a person still waits for."""

from dataclasses import replace
from datetime import date

from tests.factories import built_in, example
from tests.points_process import POINTS_PROCESS
from tests.unit.usecases.test_forecast_rounds import Never, small

from twelfth.goal import Case, Process
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import MissingAnswers, missing_answers

DAY = date(2025, 12, 17)


def missing(case: Case, process: Process, as_of: date = DAY) -> MissingAnswers:
    return missing_answers(case.name, cases=MemoryCases(MemoryPacks(process), case), clock=Never(), as_of=as_of)


def without(case: Case, *traits: str) -> Case:
    return replace(case, facts=tuple(one for one in case.facts if one.trait not in traits))


def test_what_widens_the_score_most_comes_first() -> None:
    """A nomination may give 600 points; behind it a sibling's 15 are not seen."""
    newcomer, pack = example("newcomer"), built_in("express-entry")
    found = missing(without(newcomer, "nomination", "sibling", "english_writing"), pack)
    widens = [one.widens for one in found.answers]

    assert [one.name for one in found.answers][:2] == ["nomination", "english_writing"]
    assert "sibling" in [one.name for one in found.answers]
    assert widens == sorted(widens, reverse=True)
    assert widens[0] > 500
    assert found.settles


def test_abilities_of_one_test_weigh_what_the_test_does() -> None:
    """Each alone would widen little, since the lowest of the four decides."""
    pack = built_in("express-entry")
    four = [f"english_{one}" for one in ("reading", "writing", "listening", "speaking")]
    all_open = [one for one in missing(without(example("newcomer"), *four), pack).answers if one.name in four]
    one_open = missing(without(example("newcomer"), four[0]), pack).answers

    assert len(all_open) == 4
    assert len({one.widens for one in all_open}) == 1
    assert all_open[0].widens > one_open[0].widens > 0


def test_nothing_is_missing_of_an_exact_score_that_enters_a_round() -> None:
    """However much else is not known."""
    found = missing(example("newcomer"), built_in("express-entry"))

    assert found.answers == ()
    assert found.known <= found.asked
    assert found.points == (416, 416)


def test_what_a_round_waits_for_is_missing_while_none_is_entered() -> None:
    """The points are known; one kind waits for the work of the last three years and the level of it, another for the
    funds alone: the one that waits for least is told."""
    case = without(example("newcomer"), "canadian_work_3y", "teer", "funds_shown")
    found = missing(case, built_in("express-entry"))

    assert [(one.name, one.widens) for one in found.answers] == [("funds_shown", 0.0)]
    assert not found.settles


def test_a_yes_group_waits_for_every_level_that_may_be_compared() -> None:
    """In the order they are asked in, and never for a protected one."""
    pack = built_in("nasa-astronaut")
    found = missing(without(example("hernandez"), "degree", "russian"), pack)
    protected = {one.name for one in pack.traits if one.protected}

    assert {"degree", "russian"} <= {one.name for one in found.answers}
    assert not protected & {one.name for one in found.answers}
    assert found.points is None


def test_a_range_of_a_small_process_is_told() -> None:
    """Lowest and highest points as they are."""
    found = missing(without(small(), "degree"), POINTS_PROCESS, date(2019, 6, 30))

    assert found.points is not None
    assert found.points[0] < found.points[1]
    assert "degree" in [one.name for one in found.answers]

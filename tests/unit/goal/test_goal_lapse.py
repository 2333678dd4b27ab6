"""Results that lapse, taken again in time."""

from datetime import date

from tests.factories import fact

from twelfth.base import When
from twelfth.goal import Binary, Fact, Level, Ordered, Profile, profile, taken_again

ENGLISH = Ordered("english", levels=("none", "basic", "fluent"), valid_months=24, when_lapsed="none")
DIVER = Binary("diver")
DAY, UNTIL = date(2025, 6, 1), date(2030, 1, 1)
TESTED = fact("english", "fluent", "2024-09-14")


def again(*facts: Fact, until: date = UNTIL) -> tuple[Fact, ...]:
    return taken_again((ENGLISH, DIVER), facts, as_of=DAY, until=until)


def level(facts: tuple[Fact, ...], day: date) -> Level | None:
    found: Profile = profile(facts, day, traits=(ENGLISH,))
    return found["english"].level


def test_a_result_holds_on_every_day_up_to_the_last() -> None:
    """Also where it lapses more than once; nothing of what there was is lost."""
    found = again(TESTED, fact("diver", True, "2020-01-01"))
    days = [date.fromordinal(day) for day in range(DAY.toordinal(), UNTIL.toordinal() + 1)]

    assert level((TESTED,), date(2026, 9, 14)) == "none"
    assert {level(found, day) for day in days} == {"fluent"}
    assert found[:2] == (TESTED, fact("diver", True, "2020-01-01"))
    assert {one.trait for one in found[2:]} == {"english"}


def test_it_is_taken_on_its_last_valid_day() -> None:
    assert again(TESTED)[1].begins == When.on(date(2026, 9, 13))


def test_what_outlasts_the_road_is_left_alone() -> None:
    assert again(TESTED, until=date(2026, 9, 13)) == (TESTED,)


def test_what_has_lapsed_already_stays_lapsed() -> None:
    """Nobody takes again what is not held."""
    old = fact("english", "fluent", "2020-01-01")

    assert again(old) == (old,)
    assert again() == ()

"""What acquiring something takes, in words."""

from twelfth.goal import Way
from twelfth.tell.say.way_words import gain_words, hourly_words, way_words


def test_what_is_known_comes_first_and_what_is_not_is_said() -> None:
    """Nothing is left for a reader to take for zero."""
    work = Way(move="work", hours_low=0, hours_high=0, months=12)
    exam = Way(move="exam", hours_low=500, hours_high=700, cost_low=400, cost_high=400, currency="CAD", own=True)

    assert way_words(None) == "Hours and cost not known."
    assert way_words(work) == "No hours, 12 months. Cost not known."
    assert way_words(exam) == "500 to 700 hours, 400 CAD (your own figures)."


def test_a_gain_by_the_hour_is_told_for_as_many_hours_as_asked() -> None:
    """Of .4 for 600 hours ten are worth two thirds of a point; of unknown hours nothing is told."""
    assert hourly_words(0.4 / 600, 10) == "Per 10 hours: +0.7 points."
    assert hourly_words(0.4 / 600, 100) == "Per 100 hours: +7 points."
    assert hourly_words(None, 10) == ""


def test_a_loss_keeps_its_sign() -> None:
    """A chance that falls by two hundredths."""
    assert gain_words(-0.02) == "-2 points"

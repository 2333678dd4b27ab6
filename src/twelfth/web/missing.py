"""What the distance of a goal still waits for, made once for the same facts and day."""

from twelfth.base import NotEnoughData
from twelfth.usecases import MissingAnswers, missing_answers
from twelfth.web.desk import Open
from twelfth.web.remembered import Remembered

_MADE: Remembered[MissingAnswers] = Remembered()


def missing_of(one: Open) -> MissingAnswers:
    """Nothing is missing where no rule is on file."""
    return _MADE.get(one.ground, lambda: _made(one))


def _made(one: Open) -> MissingAnswers:
    try:
        return missing_answers(one.name, cases=one.cases, clock=one.desk.place.clock, as_of=one.as_of)
    except NotEnoughData:
        return MissingAnswers(answers=(), known=0, asked=0)

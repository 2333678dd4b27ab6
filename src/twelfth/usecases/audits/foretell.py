"""What is foretold of an attempt at the moment it is sent."""

from datetime import date

from twelfth.goal import Case, Foretold, Process
from twelfth.usecases.audits.forecast_attempt import chance_of
from twelfth.usecases.ports import Learner


def foretell(
    case: Case, process: Process, round_id: str, *, made: date, as_of: date, learner: Learner | None = None
) -> Foretold | None:
    """The chance in a round as it is told on the day `made`, by what was known on `as_of`; with the reason where none
    can be told. None where one was foretold already, or the round is decided by that day: what is known afterwards is
    no forecast. learner: as tell_odds.

    Raises:
        NotFound: no such round.
    """
    if process.round(round_id).decided <= made or any(one.round == round_id for one in case.foretold):
        return None
    odds, why = chance_of(case, process, round_id, as_of, learner=learner)
    return Foretold(
        round=round_id,
        made=made,
        as_of=as_of,
        p=None if odds is None else odds.p,
        lo=None if odds is None else odds.lo,
        hi=None if odds is None else odds.hi,
        basis="" if odds is None else odds.basis,
        why=why,
        pack_version=process.version,
    )

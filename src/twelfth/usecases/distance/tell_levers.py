"""The levers of a case by the kind of evidence its pack has: moves where points decide, else levels to acquire."""

from datetime import date

from twelfth.base import invalid
from twelfth.usecases.distance.rank_levers import LeversRead, rank_levers
from twelfth.usecases.distance.rank_moves import MovesRead, rank_moves
from twelfth.usecases.odds.tell_odds import points_decide
from twelfth.usecases.ports import CaseShelf, Clock


def tell_levers(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    as_of: date | None = None,
    adopters: float = 0.0,
    cost: float | None = None,
    value: float | None = None,
    alternative: float = 0.0,
) -> LeversRead | MovesRead:
    """The levers as of a day (default: today). adopters, cost, value, alternative: as rank_levers.

    Raises:
        NotFound: no such case.
        InvalidInput: as rank_levers; where points decide, any of its four figures.
        NotEnoughData: as rank_levers or rank_moves.
    """
    if not points_decide(cases.process_of(name)):
        return rank_levers(
            name,
            cases=cases,
            clock=clock,
            as_of=as_of,
            adopters=adopters,
            cost=cost,
            value=value,
            alternative=alternative,
        )
    for option, given in (("adopters", adopters), ("cost", cost), ("value", value), ("alternative", alternative)):
        if given:
            raise invalid(
                f"--{option}",
                given,
                "none where points decide, since the gain follows from the rule and the forecast",
                next_step=f"Leave it out: twelfth levers {name}",
            )
    return rank_moves(name, cases=cases, clock=clock, as_of=as_of)

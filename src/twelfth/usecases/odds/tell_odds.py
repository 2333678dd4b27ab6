"""The odds of a case by the kind of evidence its pack has: points and cut-offs, or people selected."""

from datetime import date

from twelfth.base import invalid
from twelfth.goal import Process
from twelfth.usecases.odds.estimate_odds import OddsRead, estimate_odds
from twelfth.usecases.odds.forecast_rounds import RoundsForecast, forecast_rounds
from twelfth.usecases.ports import CaseShelf, Clock, Learner


def points_decide(process: Process) -> bool:
    """Whether a process is answered from points, computed or stated, and describes nobody selected."""
    return bool(process.ranking) and process.yes_group is None


def tell_odds(
    name: str,
    *,
    cases: CaseShelf,
    clock: Clock,
    as_of: date | None = None,
    until: date | None = None,
    learner: Learner | None = None,
) -> OddsRead | RoundsForecast:
    """The odds as of a day (default: today). `until`: the last day of a forecast of rounds. `learner`: learns
    from people whose outcome is known, where the pack has them.

    Raises:
        NotFound: no such case.
        InvalidInput: until, where the odds are those of one round, or as forecast_rounds.
        NotEnoughData: as estimate_odds or forecast_rounds.
    """
    if points_decide(cases.process_of(name)):
        return forecast_rounds(name, cases=cases, clock=clock, as_of=as_of, until=until)
    if until is not None:
        raise invalid(
            "--until",
            until,
            "no last day, since these are the odds of one round",
            next_step=f"For several rounds: twelfth history {name} --ahead 3",
        )
    return estimate_odds(name, cases=cases, clock=clock, as_of=as_of, learner=learner)

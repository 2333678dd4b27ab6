"""What could have been forecast of one attempt on the day before it was decided."""

from dataclasses import replace
from datetime import date, timedelta

from twelfth.audit import Forecasted
from twelfth.base import NotEnoughData, NotFound, Said, Truth
from twelfth.distance import Caveat, Odds, measure, standings
from twelfth.goal import Case, Process, StageName, profile
from twelfth.usecases.odds.estimate_odds import odds_on
from twelfth.usecases.odds.points_model import fitted, next_odds, own_score
from twelfth.usecases.ports import Learner

ON_THEIR_MERITS = {StageName.SELECTED: True, StageName.NOT_SELECTED: False}


def forecast_attempt(
    case: Case, process: Process, *, number: int, decided: date, learner: Learner | None = None
) -> Forecasted:
    """The ledger entry of attempt `number`, which was decided on `decided`. learner: as tell_odds."""
    attempt, made = case.attempt(number), decided - timedelta(days=1)
    odds: Odds | None = None
    why = ""
    try:
        odds = _told(case, process, attempt.round, made, learner)
    except (NotEnoughData, NotFound) as error:
        why = error.reason
    stage = attempt.stage
    return Forecasted(
        attempt=number,
        round=attempt.round,
        decided=decided,
        made=made,
        odds=odds if odds is not None and odds.lo is not None else None,
        why=why or ("" if odds is None or odds.lo is not None else _why(odds)),
        selected=ON_THEIR_MERITS.get(stage) if stage is not None else None,
    )


def _told(case: Case, process: Process, round_id: str, made: date, learner: Learner | None) -> Odds:
    """By the evidence the pack had on that day: people selected, or points and cut-offs of the kind of round."""
    known_case, known = case.known(made), process.known(made)
    if process.yes_group is not None or not process.ranking:
        return odds_on(known_case, known, made, learner=learner).odds
    kind = process.round(round_id).kind
    measured = measure(known, profile(known_case.facts, made, traits=known.traits))
    model, _ = fitted(known, made)
    standing = next((one for one in standings(known, measured, as_of=made) if one.kind == kind), None)
    if standing is not None and standing.eligible is Truth.NO:
        return Odds(p=None, lo=None, hi=None, basis="", caveats=(Caveat.NOT_ELIGIBLE,))
    total = own_score(known, measured, known_case.name).total
    cut_offs = sum(one.kind == kind and one.cut_off is not None for one in known.rounds)
    basis = Said("%(count)s earlier cut-offs of %(kind)s", count=cut_offs, kind=process.kind(kind).title)
    return replace(next_odds(model, kind, (total.lo, total.hi), made), basis=basis)


def _why(odds: Odds) -> str:
    if Caveat.NOT_ELIGIBLE in odds.caveats:
        return "A requirement was not met."
    return "Nothing was stated of those who applied."

"""What was forecast of one attempt when it was sent, else what could have been on the day before it was decided."""

from dataclasses import replace
from datetime import date, timedelta

from twelfth.audit import Forecasted
from twelfth.base import NotEnoughData, NotFound, Said, Truth, When
from twelfth.distance import Caveat, Odds, measure, standings
from twelfth.goal import Attempt, Case, Foretold, Process, Round, StageName, profile
from twelfth.usecases.odds.estimate_odds import odds_on
from twelfth.usecases.odds.points_model import fitted, next_odds, own_score
from twelfth.usecases.ports import Learner

ON_THEIR_MERITS = {StageName.SELECTED: True, StageName.NOT_SELECTED: False}


def forecast_attempt(
    case: Case, process: Process, *, number: int, decided: date, learner: Learner | None = None
) -> Forecasted:
    """The ledger entry of attempt `number`, which was decided on `decided`: what was foretold of it, where something
    was; else as it would have been the day before. learner: as tell_odds."""
    attempt = case.attempt(number)
    held = process.round(attempt.round)
    kept = next((one for one in case.foretold if one.round == attempt.round and one.made <= decided), None)
    if kept is not None:
        return _as_told(kept, attempt, number, _when(held, decided), name=held.name)
    made = decided - timedelta(days=1)
    odds, why = chance_of(case, process, attempt.round, made, learner=learner)
    return Forecasted(
        attempt=number,
        round=attempt.round,
        decided=_when(held, decided),
        made=made,
        odds=odds,
        why=why,
        selected=_outcome(attempt),
        round_name=held.name,
    )


def chance_of(
    case: Case, process: Process, round_id: str, day: date, *, learner: Learner | None = None
) -> tuple[Odds | None, Said | str]:
    """The odds in one round by what was known by the end of a day; None with the sentence why where there are none."""
    try:
        odds = _told(case, process, round_id, day, learner)
    except (NotEnoughData, NotFound) as error:
        return None, error.reason
    return (odds, "") if odds.lo is not None else (None, _why(odds))


def _as_told(kept: Foretold, attempt: Attempt, number: int, decided: When, *, name: str) -> Forecasted:
    """What was foretold, as it was: nothing of it is made anew."""
    odds = Odds(p=kept.p, lo=kept.lo, hi=kept.hi, basis=kept.basis) if kept.lo is not None else None
    return Forecasted(
        attempt=number,
        round=attempt.round,
        decided=decided,
        made=kept.made,
        odds=odds,
        why=kept.why,
        selected=_outcome(attempt),
        told=True,
        round_name=name,
    )


def _when(held: Round, decided: date) -> When:
    """As well as the day is known on which an attempt was decided, at the latest on `decided`."""
    within = held.when_decided
    return When.on(decided) if within.is_exact else within


def _outcome(attempt: Attempt) -> bool | None:
    return None if attempt.stage is None else ON_THEIR_MERITS.get(attempt.stage)


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
    return "Nothing is stated of what those who applied had, so no chance can be computed from those selected alone."

"""What is foretold of an attempt that goes: made by itself when it is marked as sent, kept, and shown beside it."""

from dataclasses import replace

from twelfth.goal import ANSWERED, Attempt, Foretold, Round, StageName
from twelfth.usecases import ForecastKept, foretell, kept_forecast
from twelfth.web.desk import Open


def forecast_for(one: Open, attempt: Attempt, held: Round) -> tuple[ForecastKept, ...]:
    """What is to be kept beside an attempt as it goes: one forecast, or nothing where the attempt is no more than begun
    or has its answer, the round is decided, or one is kept. held: its round, which may be about to be written."""
    if attempt.stage is StageName.DRAFT or attempt.stage in ANSWERED:
        return ()
    process = one.process
    if all(each.id != held.id for each in process.rounds):
        process = replace(process, rounds=(*process.rounds, held))
    told = foretell(
        one.cases.get(one.name),
        process,
        held.id,
        made=one.desk.today,
        as_of=one.as_of,
        learner=one.desk.place.learner,
    )
    return () if told is None else (kept_forecast(told),)


def foretold(one: Open, round_id: str) -> Foretold | None:
    """What was foretold of the attempt at a round."""
    return next((each for each in one.cases.get(one.name).foretold if each.round == round_id), None)

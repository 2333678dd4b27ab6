"""The score as time passes, against a look at every single day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories import built_in, example

from twelfth.base import every
from twelfth.distance import ScoreStep, ageing, measure, score_on
from twelfth.goal import profile

EXPRESS = built_in("express-entry")
NEWCOMER = example("newcomer")


@pytest.mark.slow
@pytest.mark.parametrize(("as_of", "days"), [(date(2025, 12, 17), 120), (date(2026, 10, 20), 170)])
def test_every_day_has_the_score_of_that_day(as_of: date, days: int) -> None:
    """A birthday on 1 March, the end of a test result on 10 March 2027: no day between the steps differs."""
    known, person = EXPRESS.known(as_of), NEWCOMER.known(as_of)
    steps = ageing(known, person.facts, as_of=as_of, until=as_of + timedelta(days))
    held = {kind.name: kind.requires for kind in known.kinds}
    first = None
    for offset in range(days + 1):
        day = as_of + timedelta(offset)
        found = measure(known, profile(person.facts, day, traits=known.traits))
        total = found.scores[known.rubric].total
        met = {name: every(found.judged[one].met for one in requires) for name, requires in held.items()}
        first = first or met
        lost = tuple(name for name, one in met.items() if one != first[name])

        assert score_on(steps, day) == replace(
            ScoreStep(day=day, lo=total.lo, hi=total.hi, lost=lost), day=score_on(steps, day).day
        )

"""Odds where points decide: whose rounds count, how time moves the score, what ends the forecast."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories import built_in, example, fact
from tests.points_process import LEVELS, POINTS_PROCESS

from twelfth.base import InvalidInput, NotEnoughData
from twelfth.distance import Caveat, CutOff, RubricOdds
from twelfth.goal import Case, Change, ChangeStatus, Process, Round
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.usecases import RoundsForecast, forecast_rounds

EXPRESS = built_in("express-entry")
NEWCOMER = example("newcomer")
DAY = date(2025, 12, 17)
MID_2019 = date(2019, 6, 30)


class Never:
    """A clock that stands still."""

    def today(self) -> date:
        return DAY


def ask(case: Case = NEWCOMER, process: Process = EXPRESS, **more: object) -> RoundsForecast:
    shelf = MemoryCases(MemoryPacks(process), case)
    return forecast_rounds(case.name, cases=shelf, clock=Never(), **more)  # type: ignore[arg-type]


def small(**levels: object) -> Case:
    """Somebody of 25 points in the small process, with other levels where given."""
    facts = tuple(fact(name, level) for name, level in {**LEVELS, **levels}.items() if level is not None)
    return Case(name="me", title="Me", pack="points", facts=facts)


def asked_small(case: Case, process: Process = POINTS_PROCESS, **more: object) -> RoundsForecast:
    return ask(case, process, **{"as_of": MID_2019, **more})


def change(effective: date, *, scored: bool, announced: date = date(2019, 1, 1)) -> Change:
    return Change(
        id="new_rules",
        title="New rules",
        announced=announced,
        effective=effective,
        status=ChangeStatus.IN_FORCE,
        scored=scored,
    )


def test_the_newcomer_as_the_model_says() -> None:
    """416 points, 411 from the birthday on; only kinds one may certainly enter; the figure is the model's own."""
    found = ask()
    rounds = [
        CutOff(one.decided, one.kind, one.selected, one.cut_off, known=one.known)
        for one in EXPRESS.known(DAY).rounds
        if one.cut_off is not None
    ]
    birthday = date(2026, 3, 1)
    told = (
        RubricOdds()
        .fit(rounds)
        .by_horizon(lambda day: 416 if day < birthday else 411, ("cec", "general"), as_of=DAY, until=date(2026, 12, 17))
    )

    assert [(one.day, one.lo, one.hi) for one in found.steps] == [(DAY, 416, 416), (birthday, 411, 411)]
    assert found.odds == told
    assert found.until == date(2026, 12, 17)
    assert [one.day for one in found.on_the_way] == [date(2026, 3, 17), date(2026, 6, 17), date(2026, 12, 17)]
    assert found.on_the_way[-1].lo == pytest.approx(told.p, abs=1e-12)


def test_when_a_result_lapses_so_does_the_chance() -> None:
    """After the language test's two years no programme is certain: the chance stays what it was by that day."""
    as_of, lapses = date(2026, 10, 20), date(2027, 3, 10)
    found = ask(as_of=as_of)
    upto = ask(as_of=as_of, until=lapses - timedelta(1))

    assert found.steps[-1].day == lapses
    assert {"cec", "general"} <= set(found.steps[-1].lost)
    assert found.odds is not None
    assert upto.odds is not None
    assert found.odds.p == pytest.approx(upto.odds.p, rel=1e-6)


def test_a_kind_one_may_not_enter_has_a_chance_of_its_own_and_none_in_the_headline() -> None:
    """Without a licence the skilled rounds are told apart."""
    found = asked_small(small())
    with_licence = asked_small(small(licence=True))

    assert found.odds is not None
    assert found.odds.basis.startswith("3 rounds of open")
    assert with_licence.odds is not None
    assert "skilled" in with_licence.odds.basis
    assert {one.standing.kind for one in found.kinds} == {"open", "skilled"}


def test_nobody_certain_of_any_kind_has_no_headline() -> None:
    """Only skilled rounds, and no licence."""
    process = replace(POINTS_PROCESS, rounds=POINTS_PROCESS.rounds[3:])
    found = asked_small(small(), process)

    assert (found.odds, found.on_the_way, found.independent) == (None, (), None)
    assert found.kinds[0].by.p is not None


def test_an_unknown_level_widens_and_takes_the_headline_away() -> None:
    """Not knowing the degree: the interval holds those of none and of a master."""
    unknown = asked_small(small(degree=None)).odds
    ends = [asked_small(small(degree=level)).odds for level in ("none", "master")]

    assert unknown is not None
    assert unknown.p is None
    assert [unknown.lo, unknown.hi] == [getattr(ends[0], "lo"), getattr(ends[1], "hi")]  # noqa: B009


def test_an_announced_change_ends_the_forecast_the_day_before() -> None:
    """Effective on 1 October: the last day is 30 September. One not announced yet ends nothing."""
    process = replace(POINTS_PROCESS, changes=(change(date(2019, 10, 1), scored=False),))
    late = replace(process, changes=(change(date(2019, 10, 1), scored=False, announced=date(2019, 7, 1)),))
    found = asked_small(small(), process)

    assert found.until == date(2019, 9, 30)
    assert found.ends_early is not None
    assert found.odds is not None
    assert asked_small(small(), late).until == date(2020, 6, 30)


def test_a_change_on_the_next_day_is_refused() -> None:
    """No round to come is judged by the rules of the day."""
    process = replace(POINTS_PROCESS, changes=(change(date(2019, 7, 1), scored=True),))

    with pytest.raises(NotEnoughData, match="The rules change on 2019-07-01"):
        asked_small(small(), process)


def test_a_change_since_the_last_round_widens_and_is_flagged() -> None:
    """The rules changed on 15 June, no round since: the level there is new."""
    process = replace(POINTS_PROCESS, changes=(change(date(2019, 6, 15), scored=True),))
    plain, broken = asked_small(small()), asked_small(small(), process)

    assert broken.kinds[0].forecast.sd > plain.kinds[0].forecast.sd
    assert Caveat.POLICY_BREAK in broken.kinds[0].by.caveats
    assert [one.id for one in broken.rule_changes] == ["new_rules"]


@pytest.mark.parametrize("until", [MID_2019, date(2019, 1, 1), date(2029, 7, 1)])
def test_a_last_day_is_after_the_day_and_within_ten_years(until: date) -> None:
    """The sentence names the option and gives an example."""
    with pytest.raises(InvalidInput, match="--until is") as caught:
        asked_small(small(), until=until)
    assert caught.value.next_step == "For example: 2020-06-30"


def test_without_points_or_cut_offs_there_is_nothing_to_forecast() -> None:
    """A pack without a rubric, and one whose rounds publish no cut-off."""
    unpublished = tuple(replace(one, cut_off=None) for one in POINTS_PROCESS.rounds)

    with pytest.raises(NotEnoughData, match="has no points"):
        ask(example("hernandez"), built_in("nasa-astronaut"))
    with pytest.raises(NotEnoughData, match="no cut-off published by 2019-06-30"):
        asked_small(small(), replace(POINTS_PROCESS, rounds=unpublished))


def test_rounds_known_later_change_nothing() -> None:
    """A round decided before the day and announced after it is not seen."""
    hidden = Round(
        id="h", kind="open", name="h", decided=date(2019, 6, 29), known=date(2019, 7, 5), selected=1, cut_off=1.0
    )
    process = replace(POINTS_PROCESS, rounds=(*POINTS_PROCESS.rounds, hidden))

    assert asked_small(small(), process) == asked_small(small())

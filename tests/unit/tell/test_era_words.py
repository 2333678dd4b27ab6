"""Both eras in the answers of odds and gap: in text and on the page."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.usecases.test_estimate_odds import HERNANDEZ, MID_1998, NASA, Never, read, with_pool

from twelfth.goal import Process
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import Report, distance_page, odds_page, say_gap, say_odds
from twelfth.usecases import measure_gap

HEADING = "Those selected lately beside those selected earlier"


def changed() -> Process:
    """NASA, but of the rounds known first nobody held a doctorate, and since then everybody, with longer experience."""
    group = NASA.yes_group
    assert group is not None
    assert group.dates is not None
    days = sorted({day for day in group.dates if day <= MID_1998})
    late = np.array([day >= days[len(days) // 2] for day in group.dates])
    rows = group.rows.copy()
    names = [trait.name for trait in group.traits]
    rows[:, names.index("degree")] = np.where(late, 2, 1)
    rows[:, names.index("experience")] = np.where(late, 20, 5) + np.arange(len(rows)) % 3
    return replace(with_pool(), yes_group=replace(group, rows=rows))


@pytest.mark.parametrize("which", ["odds", "gap"])
def test_a_changed_process_shows_both_eras(which: str) -> None:
    """The share or the middle value in each, with interval and number, in the terminal and on the page."""
    process = changed()
    if which == "odds":
        answer = read(process=process)
        text, page, told = say_odds(answer), odds_page(Report(sources=(), odds=answer)), answer.drifts
    else:
        shelf = MemoryCases(MemoryPacks(process), HERNANDEZ)
        distance = measure_gap("hernandez", cases=shelf, clock=Never(), as_of=MID_1998)
        text, page, told = say_gap(distance), distance_page(Report(sources=(), distance=distance)), distance.drifts

    assert [one.trait for one in told] == ["degree", "experience"]
    flat = " ".join(text.split())
    early, late = told[0].earlier, told[0].later
    assert HEADING in flat
    assert f"0 of {early.n} (90% under 0.01% to" in flat
    assert f"{late.n} of {late.n} (90% " in flat
    years = told[1].later
    assert f"middle {years.value.mid:g} years (90% {years.value.lo:g} to {years.value.hi:g}; n = {years.n})" in flat
    assert HEADING in page
    assert f"0 of {early.n} (90% " in page
    assert max(len(line) for line in text.splitlines()) <= 80


def test_where_nothing_changed_nothing_is_said_of_eras() -> None:
    """No heading over nothing."""
    answer = read(process=with_pool())

    assert answer.drifts == ()
    assert HEADING not in say_odds(answer)
    assert HEADING not in odds_page(Report(sources=(), odds=answer))


def test_one_round_alone_has_no_eras() -> None:
    """Asked for one round, there is nothing to hold it against."""
    shelf = MemoryCases(MemoryPacks(changed()), HERNANDEZ)
    last = max((one for one in NASA.rounds if one.known <= MID_1998), key=lambda one: one.decided)
    distance = measure_gap("hernandez", cases=shelf, clock=Never(), as_of=MID_1998, round_id=last.id)

    assert distance.drifts == ()

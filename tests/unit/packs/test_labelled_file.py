"""labelled.csv: people with their outcome, and the yes group they amount to."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.small_pack import write_pack

from twelfth.base import InvalidInput
from twelfth.goal import Process
from twelfth.packs import read_pack

HEADER = "id,round,outcome,degree,years\n"
PEOPLE = HEADER + "ann,r1,no,bachelor,3\nann,r2,yes,master,4\nbob,r1,yes,none,?\ncy,,no,,7\n"


def read(folder: Path, text: str = PEOPLE) -> Process:
    return read_pack(write_pack(folder, without=("selected.csv",), **{"labelled.csv": text}))


def test_everybody_is_kept_with_the_outcome(tmp_path: Path) -> None:
    """Somebody who applies in two rounds is two applications; what is blank is unknown."""
    people = read(tmp_path).labelled
    assert people is not None

    assert list(people.ids) == ["ann", "ann", "bob", "cy"]
    assert people.selected.tolist() == [False, True, True, False]
    assert people.rows[:, :1].ravel().tolist()[:3] == [1.0, 2.0, 0.0]
    assert np.isnan(people.rows[3, 0])


def test_those_selected_are_the_yes_group(tmp_path: Path) -> None:
    """And nobody else: who was turned down takes no part in a gap."""
    group = read(tmp_path).yes_group
    assert group is not None

    assert (list(group.ids or ()), group.rows[:, 0].tolist()) == (["ann", "bob"], [2.0, 0.0])


def test_a_later_round_is_not_known_yet(tmp_path: Path) -> None:
    """People are known from the day their round is known; those without a round always."""
    whole = read(tmp_path)
    decided = {one.id: one.known for one in whole.rounds}
    known = whole.known(decided["r1"]).labelled
    assert known is not None

    assert list(known.ids) == ["ann", "bob", "cy"]
    assert len(whole.known(date(1900, 1, 1)).labelled or ()) == 1


def test_a_line_that_comes_again_counts_once(tmp_path: Path) -> None:
    """Two lines of one person in one round, alike to the last cell."""
    assert len(read(tmp_path, PEOPLE + "bob,r1,yes,none,?\n").labelled or ()) == 4


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("ann,r1,pending,bachelor,3\n", "outcome is 'pending': expected yes or no"),
        ("ann,r1,,bachelor,3\n", "outcome is 'blank': expected yes or no"),
        ("ann,r1,no,bachelor,3\nann,r1,yes,bachelor,3\n", "lines 2 and 3 differ in outcome"),
        ("ann,r9,no,bachelor,3\n", "round is 'r9'"),
        ("ann,r1,no,doctor,3\n", "Highest degree is 'doctor'"),
    ],
)
def test_a_mistake_is_told_by_its_line(lines: str, told: str, tmp_path: Path) -> None:
    """An outcome that is none, two outcomes of one application, a round or a level there is not."""
    with pytest.raises(InvalidInput, match=told):
        read(tmp_path, HEADER + lines)


def test_two_tables_of_those_selected_are_refused(tmp_path: Path) -> None:
    """Which of the two is right nobody could say."""
    with pytest.raises(InvalidInput, match=r"selected\.csv and labelled\.csv"):
        read_pack(write_pack(tmp_path, **{"labelled.csv": PEOPLE}))

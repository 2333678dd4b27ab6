"""yes_group.csv, selected.csv and pool.csv: people and the pool they came from."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.small_pack import FILES, write_pack

from twelfth.base import InvalidInput
from twelfth.goal import YesGroup
from twelfth.packs import read_pack


def group_of(folder: Path, text: str) -> YesGroup:
    group = read_pack(write_pack(folder, without=("selected.csv",), **{"yes_group.csv": text})).yes_group
    if group is None:
        raise ValueError("Expected a yes group.")
    return group


def test_nobody_is_an_empty_group(tmp_path: Path) -> None:
    """A header alone is a group of nobody with every trait."""
    group = group_of(tmp_path, "id,degree\n")

    assert len(group) == 0
    assert group.rows.shape == (0, 6)
    assert group.column("degree").tolist() == []


def test_one_person_is_a_group(tmp_path: Path) -> None:
    """Small, but a group; blank is unknown and not no."""
    group = group_of(tmp_path, "id,degree,diving,years\nAna,master,,7\n")

    assert len(group) == 1
    assert group.column("degree").tolist() == [2.0]
    assert group.column("diving").tolist() == []
    assert group.column("years").tolist() == [7.0]


@pytest.mark.parametrize("unknown", ["", "?", "  "])
def test_blank_and_question_mark_are_unknown(unknown: str, tmp_path: Path) -> None:
    """Unknown is never zero and never no."""
    group = group_of(tmp_path, f"id,diving,years\nAna,{unknown},{unknown}\nBen,no,0\n")

    assert group.column("diving").tolist() == [0.0]
    assert group.column("years").tolist() == [0.0]


def test_a_column_of_no_trait_is_refused(tmp_path: Path) -> None:
    """A misspelt trait would otherwise be unknown of everybody."""
    with pytest.raises(
        InvalidInput, match=r"yes_group\.csv, line 1: column is 'rank': expected one of id, round, born"
    ):
        group_of(tmp_path, "id,rank\nAna,1\n")


def test_a_group_without_ids_is_refused(tmp_path: Path) -> None:
    """The person audited could not be left out of it."""
    with pytest.raises(InvalidInput, match="a column 'id' too"):
        group_of(tmp_path, "degree\nmaster\n")


def test_an_unknown_round_is_refused(tmp_path: Path) -> None:
    """When somebody was selected decides who may read of it."""
    with pytest.raises(InvalidInput, match=r"yes_group\.csv, line 3, round: round is 'r9': expected an id of rounds"):
        group_of(tmp_path, "id,round\nAna,r1\nBen,r9\nCleo,r9\n")


def test_people_are_known_with_their_round(tmp_path: Path) -> None:
    """Somebody without a round has always been known."""
    group = group_of(tmp_path, "id,round\nAna,r2\nBen,\nCleo,r1\n")

    assert list(group.known(date(1990, 1, 1)).ids or ()) == ["Ben"]
    assert list(group.known(date(2013, 6, 2)).ids or ()) == ["Ben", "Cleo"]
    assert list(group.known(date(2013, 6, 3)).ids or ()) == ["Ana", "Ben", "Cleo"]


def test_an_id_twice_with_the_same_values_counts_once(tmp_path: Path) -> None:
    """Unknown and written another way are the same too."""
    group = group_of(tmp_path, "id,round,years,diving,degree\nAna,r1,1,yes,?\nBen,r1,2,no,\nAna,r1,1.0,Y,\n")

    assert list(group.ids or ()) == ["Ana", "Ben"]
    assert group.column("years").tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    ("again", "differing"),
    [
        ("Ana,r1,3,yes", "years"),
        ("Ana,r2,1,yes", "round"),
        ("Ana,r1,1,", "diving"),
        ("Ana,,3,no", "diving, years, round"),
    ],
)
def test_an_id_twice_with_other_values_is_refused(again: str, differing: str, tmp_path: Path) -> None:
    """Which of the two is right only the person who wrote them knows."""
    with pytest.raises(InvalidInput) as caught:
        group_of(tmp_path, f"id,round,years,diving\nAna,r1,1,yes\nBen,r1,2,no\n{again}\n")

    told = [(one.line, one.field, one.value, one.expected) for one in caught.value.problems]
    assert told == [
        (4, "id", "Ana", f"one line a person, or the same in each; lines 2 and 4 differ in {differing}"),
    ]
    assert "an id of their own" in caught.value.next_step


def test_each_repeated_id_is_told_once_with_all_its_lines(tmp_path: Path) -> None:
    """Ten lines are named and the rest counted."""
    many = "".join(f"Ben,{number}\n" for number in range(12))

    with pytest.raises(InvalidInput) as caught:
        group_of(tmp_path, f"id,years\nAna,1\nAna,1\nAna,2\n{many}")

    assert [(one.value, one.line) for one in caught.value.problems] == [("Ana", 4), ("Ben", 6)]
    assert "lines 2, 3 and 4 differ in years" in caught.value.problems[0].expected
    assert "lines 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 2 more differ" in caught.value.problems[1].expected


@pytest.mark.parametrize("nobody", ["", "?", " ? "])
def test_people_without_ids_are_people_of_their_own(nobody: str, tmp_path: Path) -> None:
    """Two blank ids are not one person, and a question mark is blank."""
    group = group_of(tmp_path, f"id,years\n{nobody},1\n{nobody},1\n{nobody},2\n")

    assert group.column("years").tolist() == [1.0, 1.0, 2.0]
    assert "?" not in (group.ids or ())


def test_a_question_mark_is_no_round(tmp_path: Path) -> None:
    """It is blank there too: the person has always been known."""
    assert list(group_of(tmp_path, "id,round\nAna,?\n").known(date(1990, 1, 1)).ids or ()) == ["Ana"]


def test_every_wrong_round_is_told_with_its_first_line(tmp_path: Path) -> None:
    """And nothing else is."""
    with pytest.raises(InvalidInput) as caught:
        group_of(tmp_path, "id,round\nAna,r8\nBen,r9\nCleo,r8\nDan,r1\n")

    assert [(one.line, one.field, one.value) for one in caught.value.problems] == [
        (2, "round", "r8"),
        (3, "round", "r9"),
    ]


def test_a_wrong_level_is_told_once_with_its_first_line(tmp_path: Path) -> None:
    """A word that is no level is one mistake, however many lines hold it; every other one is told too."""
    with pytest.raises(InvalidInput) as caught:
        group_of(tmp_path, "id,degree,years\nAna,master,1\nBen,doctor,51\nCleo,doctor,2\n")

    told = [(one.line, one.field, one.value) for one in caught.value.problems if one.file == "yes_group.csv"]
    assert told == [(3, "degree", "doctor"), (3, "years", "51")]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e400", "1.5", "-1", "51", "1e308", "x", "0x10", "1,5"])
def test_a_number_out_of_its_bounds_is_refused(number: str, tmp_path: Path) -> None:
    """No silent NaN, no infinity, nothing outside the trait's bounds, nothing between whole numbers."""
    with pytest.raises(InvalidInput, match=r"yes_group\.csv, line 2, years"):
        group_of(tmp_path, f'id,years\nAna,"{number}"\n')


@pytest.mark.slow
def test_100_000_people_of_8_columns_are_read(tmp_path: Path) -> None:
    """A large institution's list fits."""
    rng = np.random.default_rng(7)
    degrees, years = rng.integers(0, 3, 100_000), rng.integers(0, 51, 100_000)
    words = ("none", "bachelor", "master")
    lines = [
        f"p{number},r1,{words[degree]},arts,yes,{year},7,1980-01-01"
        for number, (degree, year) in enumerate(zip(degrees, years, strict=True))
    ]

    group = group_of(tmp_path, "id,round,degree,field,diving,years,english,born\n" + "\n".join(lines) + "\n")

    assert group.rows.shape == (100_000, 6)
    assert group.column("degree").sum() == degrees.sum()
    assert group.column("years").sum() == years.sum()


def test_the_order_of_selected_facts_does_not_matter(tmp_path: Path) -> None:
    """Any order of the lines gives the same group."""
    head, *lines = FILES["selected.csv"].splitlines()
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    one = read_pack(write_pack(tmp_path / "a")).yes_group
    other = read_pack(write_pack(tmp_path / "b", **{"selected.csv": "\n".join([head, *reversed(lines)])})).yes_group

    assert one is not None
    assert other is not None
    assert list(one.ids or ()) == list(other.ids or ())
    assert np.array_equal(one.rows, other.rows, equal_nan=True)


def test_later_biographies_need_the_day_they_are_known(tmp_path: Path) -> None:
    """Without it an audit of an earlier day could not leave them out."""
    text = FILES["pack.toml"].replace("compiled = 2020-01-01\n", "")

    with pytest.raises(InvalidInput, match="day of compilation"):
        read_pack(write_pack(tmp_path, **{"pack.toml": text}))


def test_later_biographies_are_hidden_until_the_pack_was_compiled(tmp_path: Path) -> None:
    """What a biography told years later was not known on the day of the decision."""
    process = read_pack(write_pack(tmp_path))
    told = [process.known(day).yes_group for day in (date(2019, 12, 31), date(2020, 1, 1))]

    assert [group.only_later("diving") for group in told if group is not None] == [0, 1]


def test_a_later_no_is_not_counted_as_held_later(tmp_path: Path) -> None:
    """ "According to a later biography" counts who holds it, not who lacks it."""
    text = FILES["selected.csv"].replace("Ben,r1,crew,diving,yes,B", "Ben,r1,crew,diving,no,B")

    group = read_pack(write_pack(tmp_path, **{"selected.csv": text})).yes_group

    assert group is not None
    assert group.only_later("diving") == 0


@pytest.mark.parametrize("blank", ["", "?", "unknown"])
def test_a_pool_share_of_unknown_level_is_of_no_level(blank: str, tmp_path: Path) -> None:
    """A share of an ordered trait without a level stays without one."""
    text = FILES["pool.csv"].replace("degree,master", f"degree,{blank}")

    assert read_pack(write_pack(tmp_path, **{"pool.csv": text})).pool[0].level is None

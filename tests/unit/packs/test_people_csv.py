"""What a CSV of people says that a new pack cannot hold or may misread: told, or refused with its place."""

from pathlib import Path

import pytest

from twelfth.base import InvalidInput
from twelfth.packs.from_people import MOST_LEVELS, draft_from_people
from twelfth.usecases import Draft


def drafted(folder: Path, text: str) -> Draft:
    (folder / "people.csv").write_text(text, encoding="utf-8")
    return draft_from_people("mine", folder / "people.csv")


def refused(folder: Path, text: str) -> list[tuple[str, int | None, str, str | None]]:
    with pytest.raises(InvalidInput) as caught:
        drafted(folder, text)
    assert "nothing between thousands" in caught.value.next_step
    return [(one.file, one.line, one.field, one.value) for one in caught.value.problems]


def test_every_column_left_out_is_noted(tmp_path: Path) -> None:
    """In the words of the comment in traits.toml, a blank round among them."""
    rows = "".join(f"{number},,yes,same,remark {number}\n" for number in range(MOST_LEVELS + 1))
    draft = drafted(tmp_path, "id,Round,x,All,Note\n" + rows)

    assert draft.notes == (
        'The column "All" was left out: everybody known has the same text, and a category needs two.',
        'The column "Note" was left out: it holds 21 different texts, and a category has at most 20.',
        'The column "Round" was left out: it is blank or unknown for everybody.',
    )
    assert all(f"# {one}\n" in dict(draft.files)["traits.toml"] for one in draft.notes)


def test_rounds_to_date_and_protected_columns_are_noted(tmp_path: Path) -> None:
    """What has to be filled in, and what will never be a gap."""
    draft = drafted(tmp_path, "id,round,Sex,Age,phd\n1,2022,f,30,yes\n2,2023,m,31,no\n")

    assert draft.notes == (
        "Protected, so shown but never ranked as a gap nor asked for: Sex, Age.",
        "Fill in the days of rounds.csv: when each round was decided.",
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Ana,yes\nAna,yes\nBen,no\n", "1 line repeats an earlier one"),
        ("Ana,yes\nAna,yes\nAna,yes\nBen,no\n", "2 lines repeat an earlier one"),
    ],
)
def test_lines_that_will_count_once_are_noted(rows: str, told: str, tmp_path: Path) -> None:
    """Two people may share a name."""
    (note,) = drafted(tmp_path, "name,x\n" + rows).notes

    assert note.startswith(told)
    assert note.endswith("two people who share a name need two ids.")


def test_a_table_that_says_all_brings_no_note(tmp_path: Path) -> None:
    """People without a name are people of their own, and nothing is lost."""
    assert drafted(tmp_path, "name,x\n?,yes\n,yes\nBen,no\n").notes == ()


@pytest.mark.parametrize("numbers", [("1,500", "2,250"), ("1.500", "2.250"), ("950", "1.500"), ("-1,500", "?")])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_three_digits_after_every_point_may_be_thousands(
    numbers: tuple[str, str], separator: str, tmp_path: Path
) -> None:
    """1.500 is one and a half or fifteen hundred; the first line that has one is named."""
    rows = "".join(f"{line}{separator}{number}{separator}yes\n" for line, number in enumerate(numbers))
    line = 2 if numbers[0] != "950" else 3
    told = refused(tmp_path, separator.join(("id", "Income", "phd")) + "\n" + rows)

    assert told == [("people.csv", line, "Income", numbers[line - 2])]


@pytest.mark.parametrize(
    "numbers",
    [("3,667", "4"), ("0,125", "0,375"), ("1,500", "2,25"), ("1500,125", "2,500"), ("1500", "1,5"), ("950", "1500")],
)
def test_what_can_only_be_a_decimal_is_one(numbers: tuple[str, str], tmp_path: Path) -> None:
    """Another number of the column decides it."""
    people = dict(drafted(tmp_path, f"id;x\n1;{numbers[0]}\n2;{numbers[1]}\n").files)["yes_group.csv"]

    assert people == "id,x\n" + "".join(f"{n},{one.replace(',', '.')}\n" for n, one in enumerate(numbers, start=1))


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("1.234.567", "1234567"),
        ("1 500", "1500"),
        ("1'500", "1500"),
        ("1\u00a0500", "1500"),
        ("1\u202f500", "1500"),
        ("12 500.75", "12500.75"),
    ],
)
def test_a_number_with_parted_thousands_is_read(number: str, read: str, tmp_path: Path) -> None:
    """Spaces and apostrophes part thousands and nothing else; so do two points."""
    people = dict(drafted(tmp_path, f"id,x\n1,4\n2,{number}\n3,\n").files)["yes_group.csv"]

    assert people == f"id,x\n1,4\n2,{read}\n3,\n"


def test_parted_digits_among_words_are_a_text(tmp_path: Path) -> None:
    """A column that is not of numbers stays a category."""
    assert 'kind = "category"' in dict(drafted(tmp_path, "id,x\n1,75 001\n2,Paris\n").files)["traits.toml"]


@pytest.mark.parametrize("column", ["Name", "Surname", "E-mail", "First name", "Apellidos"])
def test_a_second_column_of_names_is_left_out(column: str, tmp_path: Path) -> None:
    """Names of people are no levels of a trait, and that is noted."""
    draft = drafted(tmp_path, f"id,{column},phd\n1,Ana,yes\n2,Ben,no\n")

    assert draft.notes == (f'The column "{column}" was left out: it names people, and names compare nobody.',)
    assert not any("Ana" in text or "ana" in text for _, text in draft.files)


def test_days_are_read_as_days(tmp_path: Path) -> None:
    """They are compared with nobody's, and both the file and a note say so."""
    draft = drafted(tmp_path, "id,Started\n1,2020-01-05\n2,\n")

    files = dict(draft.files)
    assert 'kind = "date"\n# A day is no gap.' in files["traits.toml"]
    assert files["yes_group.csv"] == "id,started\n1,2020-01-05\n2,\n"
    assert draft.notes == ("Kept as days, which are no gap; for a gap write a number of years instead: Started.",)

"""Spreadsheets as people have them: every kind of mess, by hand and small."""

from pathlib import Path
from time import perf_counter

import pytest

from twelfth.base import InvalidInput
from twelfth.packs.from_people import people_read
from twelfth.packs.sheet import Options, read_sheet
from twelfth.usecases import SheetRead


def understood(folder: Path, content: str | bytes, options: Options | None = None) -> SheetRead:
    path = folder / "people.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return people_read(read_sheet(path), options or Options())


def group(read: SheetRead) -> list[str]:
    return dict(read.files)["yes_group.csv"].splitlines()


CLEAN = ["id,hours,phd", "Ana,1200.5,yes", "Ben,950,no", "Cy,,yes"]
MESSES = {
    "as it should be": "name,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\n",
    "a title above": "Selected 2019-2023,,\nname,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\n",
    "a short title above": "Our people\n\nname,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\n",
    "a totals row": "name,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\nTotal,2150.5,2\n",
    "a mean and a remark": "name,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\nMean:,1075.25,\nNote: of May,,\n",
    "blank rows and columns": "name,Hours,PhD,\n\nAna,1200.5,yes,\n,,,\nBen,950,no,\nCy,,yes,\n",
    "words for unknown": "name,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,n/a,yes\n",
    "a dash for unknown": "name,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,\u2014,yes\n",
    "thousands by a comma": 'name,Hours,PhD\nAna,"1,200.5",yes\nBen,950,no\nCy,,yes\n',
    "thousands by a space": "name,Hours,PhD\nAna,1 200.5,yes\nBen,950,no\nCy,,yes\n",
    "thousands by an apostrophe": "name,Hours,PhD\nAna,1'200.5,yes\nBen,950,no\nCy,,yes\n",
    "semicolons and decimal commas": "name;Hours;PhD\nAna;1.200,5;yes\nBen;950;no\nCy;;yes\n",
    "sep= in the first line": "sep=;\nname;Hours;PhD\nAna;1200,5;yes\nBen;950;no\nCy;;yes\n",
    "tabs": "name\tHours\tPhD\nAna\t1200.5\tyes\nBen\t950\tno\nCy\t\tyes\n",
    "a title before semicolons": "Our people\nname;Hours;PhD\nAna;1200,5;yes\nBen;950;no\nCy;;yes\n",
    "UTF-16": "\ufeffname\tHours\tPhD\r\nAna\t1200,5\tyes\r\nBen\t950\tno\r\nCy\t\tyes\r\n".encode("utf-16-le"),
    "a byte order mark": "\ufeffname,Hours,PhD\r\nAna,1200.5,yes\r\nBen,950,no\r\nCy,,yes\r\n".encode(),
    "a unit in the header": "name,Hours (h),PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\n",
    "a unit in the cells": "name,Hours,PhD\nAna,1200.5 hours,yes\nBen,950 hours,no\nCy,,yes\n",
    "a less-than among numbers": "name,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,<10,yes\n",
    "other words for yes and no": "name,Hours,PhD\nAna,1200.5,S\u00ed\nBen,950,No\nCy,,TRUE\n",
    "spaces around": " name , Hours ,PhD\n Ana , 1200.5 , yes \nBen,950,no\nCy, ,yes\n",
    "a line of units": "name,Hours,PhD\n,(h),\nAna,1200.5,yes\nBen,950,no\nCy,,yes\n",
    "merged cells in the header": "name,Life,\n,Hours,PhD\nAna,1200.5,yes\nBen,950,no\nCy,,yes\n",
}


@pytest.mark.parametrize("mess", MESSES)
def test_a_mess_reads_as_the_clean_table(mess: str, tmp_path: Path) -> None:
    """The same three people with the same hours, whatever is around them and however it is written."""
    options = Options(maps={"Life: Hours": "hours", "Life: PhD": "phd"} if mess.startswith("merged") else {})

    assert [line.lower() for line in group(understood(tmp_path, MESSES[mess], options))] == [
        one.lower() for one in CLEAN
    ]


@pytest.mark.parametrize(
    ("header", "cells", "label", "unit"),
    [
        ("Hours (h)", ("12", "14"), "Hours", "h"),
        ("Weight [kg]", ("12", "14"), "Weight", "kg"),
        ("GPA /4", ("3.5", "2.9"), "GPA", "of 4"),
        ("Share", ("45%", "5.5 %"), "Share", "%"),
        ("Work", ("12 hours", "1 hour"), "Work", "hours"),
        ("Prize", ("$300", "$1,200.50"), "Prize", "$"),
        ("Papers (2023)", ("12", "14"), "Papers (2023)", ""),
        ("Degree (highest)", ("MSc", "PhD"), "Degree (highest)", ""),
    ],
)
def test_a_unit_is_found(header: str, cells: tuple[str, str], label: str, unit: str, tmp_path: Path) -> None:
    """In the header or beside every number; a year or a remark is none."""
    read = understood(tmp_path, f'id;{header};x\n1;"{cells[0]}";yes\n2;"{cells[1]}";no\n')

    assert f'label = "{label}"' in dict(read.files)["traits.toml"]
    assert read.columns[1].unit == unit


def test_a_unit_that_is_said_goes_before(tmp_path: Path) -> None:
    """--unit names the column as the table does, capitals aside."""
    read = understood(tmp_path, "id,Hours (h)\n1,12\n2,14\n", Options(units={"hours (H)": "weeks"}))

    assert 'unit = "weeks"' in dict(read.files)["traits.toml"]


@pytest.mark.parametrize(
    "cells",
    [
        ("2019-05-31", "2020-06-02"),
        ("31.5.2019", "2.6.2020"),
        ("31/05/2019", "02/06/2020"),
        ("05/31/2019", "06/02/2020"),
        ("31 May 2019", "2 June 2020"),
        ("May 31, 2019", "Jun 2, 2020"),
        ("31-May-2019", "02-Jun-2020"),
        ("31 de mayo de 2019", "2 de junio de 2020"),
        ("2019/05/31", "2020/6/2"),
        ("Friday, May 31, 2019", "Tue 2 Jun 2020"),
        ("2019-05-31 00:00:00", "2020-06-02T12:30:00Z"),
    ],
)
def test_days_in_several_forms_are_days(cells: tuple[str, str], tmp_path: Path) -> None:
    """A day above 12 shows the order of the column."""
    read = understood(tmp_path, f'id,Started\n1,"{cells[0]}"\n2,"{cells[1]}"\n')

    assert group(read) == ["id,started", "1,2019-05-31", "2,2020-06-02"]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("03/04/2019", "02/06/2020"), "a day that can be read in one way only"),
        (("13/04/2019", "04/13/2020", "02/03/2020"), "a day that can be read in one way only"),
        (("31/05/19", "02/06/20"), "four digits for the year"),
    ],
)
def test_a_day_that_can_be_two_days_is_refused(cells: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """With its line and column, and what to say."""
    rows = "".join(f"{number},{cell}\n" for number, cell in enumerate(cells))
    with pytest.raises(InvalidInput, match=told) as caught:
        understood(tmp_path, "id,Started\n" + rows)

    problem = caught.value.problems[0]
    assert (problem.file, problem.field, problem.line) == ("people.csv", "Started", 4 if len(cells) == 3 else 2)


@pytest.mark.parametrize(("order", "day"), [("day-first", "2019-04-03"), ("month-first", "2019-03-04")])
def test_the_order_of_days_may_be_said(order: str, day: str, tmp_path: Path) -> None:
    """Then nothing is unclear."""
    assert group(understood(tmp_path, "id,Started\n1,03/04/2019\n", Options(dates=order)))[1] == f"1,{day}"


@pytest.mark.parametrize(("decimal", "number"), [("point", "1234"), ("comma", "1.234")])
def test_the_decimal_sign_may_be_said(decimal: str, number: str, tmp_path: Path) -> None:
    """It holds for the whole table."""
    read = understood(tmp_path, 'id,x\n1,"1,234"\n2,7\n', Options(decimal=decimal))

    assert group(read)[1] == f"1,{number}"


def test_another_column_shows_what_is_decimal_and_the_preview_says_which(tmp_path: Path) -> None:
    """1.500 is fifteen hundred beside a grade of 3,5."""
    read = understood(tmp_path, "id;Grade;Hours\n1;3,5;1.500\n2;2,9;2.250\n")

    assert group(read)[1:] == ["1,3.5,1500", "2,2.9,2250"]
    assert "A comma is decimal here, as line 2, Grade shows: '3,5'." in read.notes


def test_two_manners_in_one_column_leave_the_third_unclear(tmp_path: Path) -> None:
    """3,5 and 2.5 are each clear; 1,500 among them is not."""
    with pytest.raises(InvalidInput, match=r"people\.csv, line 4, x: number is '1,500'"):
        understood(tmp_path, "id;x\n1;3,5\n2;2.5\n3;1,500\n")


def test_every_doubtful_cell_is_named_and_left_unknown(tmp_path: Path) -> None:
    """A bound, another unit, a word among numbers, and a number among days."""
    rows = "".join(f"{n};{10 + n} h;{20 + n};2020-01-0{n};x\n" for n in range(1, 10))
    read = understood(tmp_path, f"id;a;b;c;d\n{rows}10;3 days;none;7;\n11;>40 h;8;;\n")

    told = [(one.line, one.column, one.value) for one in read.doubtful]
    assert told == [(11, "a", "3 days"), (11, "b", "none"), (11, "c", "7"), (12, "a", ">40 h")]
    assert group(read)[-2:] == ["10,,,,", "11,,8,,"]


def test_a_number_with_a_sign_of_per_cent_is_not_one_without(tmp_path: Path) -> None:
    """45% and 0.45 in one column may be the same or not."""
    read = understood(tmp_path, "id,x\n" + "".join(f"{n},{n}5%\n" for n in range(1, 6)) + "6,0.45\n")

    assert [(one.line, one.value) for one in read.doubtful] == [(7, "0.45")]


def test_a_number_too_large_to_be_one_is_a_text(tmp_path: Path) -> None:
    """1e400 is no finite number."""
    assert understood(tmp_path, "id,x,y\n1,1e400,1\n2,b,2\n").columns[1].kind == "category"


def test_a_column_of_marks_never_says_no(tmp_path: Path) -> None:
    """A blank beside a mark is unknown."""
    read = understood(tmp_path, "id,Licence,y\n1,x,1\n2,,2\n3,\u2713,3\n")

    assert group(read)[1:] == ["1,yes,1", "2,,2", "3,yes,3"]
    assert 'recorded = "positives-only"' in dict(read.files)["traits.toml"]


def test_columns_without_a_name_or_with_the_same_are_named(tmp_path: Path) -> None:
    """As a spreadsheet would call them, and it is said."""
    read = understood(tmp_path, "id,Score,Score,,z\n1,5,6,7,8\n2,6,7,8,9\n")

    assert [one.column for one in read.columns] == ["id", "Score", "Score (2)", "column D", "z"]
    assert "A second column 'Score' is called 'Score (2)' here." in read.notes
    assert "A column without a name is called 'column D' here." in read.notes


def test_a_row_with_a_cell_too_many_is_refused(tmp_path: Path) -> None:
    """A comma without quotes would move every cell after it."""
    with pytest.raises(InvalidInput, match=r"people\.csv, line 3: row is '3 cells': expected at most 2"):
        understood(tmp_path, "name,x\nAna,1\nSmith, Ben,2\n")


def test_merged_groups_name_their_columns(tmp_path: Path) -> None:
    """A cell over several columns is part of each of their names."""
    read = understood(tmp_path, ",Test,,Work\nName,Maths,Verbal,Hours\nAna,5,6,7\nBen,6,7,8\n")

    assert [one.column for one in read.columns] == ["Name", "Test: Maths", "Test: Verbal", "Work: Hours"]


def test_a_column_is_renamed_and_left_out_as_said(tmp_path: Path) -> None:
    """--map, with - for out; what is left out is not even looked at."""
    options = Options(maps={"GPA (final)": "gpa", "Pay": "-", "Who": "id"})
    read = understood(tmp_path, 'Who,GPA (final),Pay\nAna,3.5,"1,234"\nBen,3.1,\n', options)

    assert group(read) == ["id,gpa", "Ana,3.5", "Ben,3.1"]
    assert 'The column "Pay" was left out: you said so.' in read.notes


@pytest.mark.parametrize(
    ("maps", "told"),
    [
        ({"Colour": "gpa"}, "column is 'Colour': expected one of the columns there are: id, a, b"),
        ({"a": "GPA!"}, "expected lower case a-z, 0-9 and _"),
        ({"a": "x", "b": "x"}, "expected a name that no other column has"),
    ],
)
def test_a_map_that_cannot_be_followed_is_refused(maps: dict[str, str], told: str, tmp_path: Path) -> None:
    """With what there is."""
    with pytest.raises(InvalidInput, match=told.replace("!", r"!")):
        understood(tmp_path, "id,a,b\n1,2,3\n", Options(maps=maps))


@pytest.mark.parametrize("field", ["decimal", "dates"])
def test_a_manner_there_is_not_is_refused(field: str) -> None:
    """point or comma, day-first or month-first."""
    with pytest.raises(InvalidInput, match=r"expected (point or comma|day-first or month-first)"):
        Options(**{field: "dot"})


@pytest.mark.parametrize("cell", ["<" + " " * 19_000 + "x", "1" * 19_000 + "!", "1 " * 9_000, "(" * 19_000])
def test_a_long_cell_takes_no_long_time(cell: str, tmp_path: Path) -> None:
    """It is a text, and nothing is searched in it; in a header too."""
    begun = perf_counter()
    understood(tmp_path, f'id,x,y\n1,"{cell}",1\n2,b,2\n')
    understood(tmp_path, f'id,"{cell}",y\n1,1,1\n2,5,2\n')

    assert perf_counter() - begun < 5

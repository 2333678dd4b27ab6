"""Tables of accepted and applicants as publishers have them, and the grid a pack holds."""

from datetime import date
from pathlib import Path

import pytest
from tests.grid_pack import grid_process

from twelfth.base import InvalidInput
from twelfth.packs.file_sheets import FileSheets
from twelfth.usecases import SheetQuestion, SheetRead

LINES = [
    "gpa,test,accepted,applicants,source",
    "3.50..4.00,1..5,<10,40,own",
    "3.50..4.00,6..9,30,90,own",
    "3.00..3.49,1..5,,,own",
    "3.00..3.49,6..9,22,1150,own",
]
LAYOUTS = {
    "a line for each pair": (
        "GPA,Test,Accepted,Applicants,Rate\n3.50-4.00,1-5,<10,40,\n3.50-4.00,6-9,30,90,33%\n"
        '3.00-3.49,1-5,*,*,\n3.00-3.49,6-9,22,"1,150",2%\n'
    ),
    "a merged band": (
        "GPA;Test;Admitted;Total applicants\n3.50 to 4.00;1 to 5;fewer than 10;40\n;6 to 9;30;90\n"
        "3.00 to 3.49;1 to 5;n/a;\n;6 to 9;22;1 150\n"
    ),
    "cells of two counts": "GPA \\ Test,1-5,6-9\n3.50-4.00,<10/40,30 of 90\n3.00-3.49,-,22/1150 (2%)\n",
    "totals around": (
        "GPA \\ Test,1-5,6-9,Total\n3.50-4.00,<10/40,30/90,39/130\n3.00-3.49,-,22/1150,22/1150\n"
        "All,9/40,52/1240,61/1280\n"
    ),
    "two columns under each band": (
        "GPA,Test: 1-5,,Test: 6-9,\n,Accepted,Applicants,Accepted,Applicants\n3.50-4.00,<10,40,30,90\n"
        '3.00-3.49,s,s,22,"1,150"\n'
    ),
    "two lines for each band": (
        "GPA,Test,1-5,6-9\n3.50-4.00,Acceptances,<10,30\n,Applicants,40,90\n,Acceptance rate,,33%\n"
        "3.00-3.49,Acceptances,*,22\n,Applicants,*,1150\n,Acceptance rate,,2%\n"
    ),
}


def understood(folder: Path, text: str, **said: object) -> SheetRead:
    (folder / "grid.csv").write_text(text, encoding="utf-8")
    return FileSheets(here=folder).read(SheetQuestion(kind="grid", file="grid.csv", **said))  # type: ignore[arg-type]


def lines(read: SheetRead) -> list[str]:
    return dict(read.files)["grid.csv"].splitlines()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_reads_as_the_same_grid(layout: str, tmp_path: Path) -> None:
    """Counts below ten and suppressed ones stay what they are; totals and rates are left out."""
    maps = (("columns", "test"),) if layout == "two lines for each band" else ()

    assert lines(understood(tmp_path, LAYOUTS[layout], maps=maps)) == LINES


def test_two_tables_read_as_one_grid(tmp_path: Path) -> None:
    """The second holds those who applied, by the same bands."""
    (tmp_path / "all.csv").write_text("GPA,1-5,6-9\n3.50-4.00,40,90\n3.00-3.49,,1150\n", encoding="utf-8")
    accepted = "GPA,1-5,6-9\n3.50-4.00,<10,30\n3.00-3.49,,22\n"

    assert lines(understood(tmp_path, accepted, maps=(("columns", "test"),), applicants="all.csv")) == LINES


def test_two_tables_of_other_bands_are_refused(tmp_path: Path) -> None:
    """Nobody matches them by hand."""
    (tmp_path / "all.csv").write_text("GPA,1-6,7-9\n3.50-4.00,40,90\n", encoding="utf-8")

    with pytest.raises(InvalidInput, match=r"all\.csv: table of applicants .* expected the bands of grid\.csv"):
        understood(tmp_path, "GPA,1-5,6-9\n3.50-4.00,1,3\n", maps=(("columns", "test"),), applicants="all.csv")


@pytest.mark.parametrize(
    ("band", "written"),
    [
        ("3.60\u20133.79", "3.60..3.79"),
        ("\u2265 3.8", "3.8.."),
        ("3.80 or more", "3.80.."),
        ("Under 2.00", "..2.00"),
        ("< 2", "..2"),
        ("at most 1.99", "..1.99"),
        ("27", "27"),
        ("50% - 60%", "50..60"),
        ("20 to 29 points", "20..29"),
    ],
)
def test_a_band_is_read_as_it_is_written(band: str, written: str, tmp_path: Path) -> None:
    """With dashes, signs, words and units."""
    read = understood(tmp_path, f"A,B,Accepted,Applicants\n{band},100,1,2\n")

    assert lines(read)[1] == f"{written},100,1,2,own"


def test_bands_that_are_no_numbers_are_levels_in_their_order(tmp_path: Path) -> None:
    """And a sentence asks to check the order."""
    text = "Grade,Test,Accepted,Applicants\nA+,1-5,3,4\nA,1-5,2,5\nB,1-5,1,9\nUnknown,1-5,2,3\n"
    read = understood(tmp_path, text)

    assert 'levels = ["a", "a_2", "b"]' in dict(read.files)["traits.toml"]
    assert any("check the order" in one for one in read.notes)
    assert any(one.startswith("1 cells were left out") for one in read.notes)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A,B,Accepted,Applicants\n1-5,6-9,many,5\n", r"line 2, Accepted: count is 'many': expected a whole number"),
        ("A,B,Accepted,Applicants\n1-5,6-9,1.5,5\n", r"line 2, Accepted: count is '1\.5'"),
        ("A,B,Accepted,Applicants\n1-5,6-9,12%,5\n", r"count is '12%'"),
        (
            "A,B,Accepted,Applicants\n1-5,6-9,7,5\n",
            r"line 2, Accepted: accepted is '7': expected at most the applicants, 5",
        ),
        ("A,B,Accepted,Applicants\n1-5,6-9,1,5\n1-5,6-9,2,5\n", r"line 3, Accepted: cell .* line 2 has it too"),
        ("A,B,Accepted,Applicants\n12-Oct,6-9,1,5\n", r"band is '12-Oct': expected .* made a day of it"),
        ("A,B,Accepted,Applicants\n1-5,1,1,5\n6-9,1,1,5\nhigh,1,1,5\n", r"line 4, A: band is 'high'"),
        ('A,B,Accepted,Applicants\n"1,500-2,500",1,1,5\n', r"one way only"),
        (
            "A \\ B,1-5\n2-3,perhaps\n",
            r"line 2, 1-5: count is 'perhaps': expected accepted of applicants such as 12/40",
        ),
        (",1-5,6-9\n2-3,1/4,2/4\n", r"name of the rows"),
        ("A,1-5,6-9\n2-3,1/4,2/4\n", r"name of the columns"),
        ("A,B,Accepted,Applicants\nhigh,1-5,1,5\n", r"line 2, A: band is 'high': expected .* at least two levels"),
        ("A,Accepted,Applicants\n1-5,1,5\n", r"1 columns of bands beside accepted and applicants"),
    ],
)
def test_what_is_no_grid_is_refused_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    """File, line and column, the value, and what was expected."""
    with pytest.raises(InvalidInput, match=told) as caught:
        understood(tmp_path, text)

    assert caught.value.problems[0].file == "grid.csv"


def test_a_column_takes_the_place_it_is_given(tmp_path: Path) -> None:
    """--map names the counts and the traits, and leaves out."""
    text = "Region,Score,Marks,In,Everybody\nNorth,1-5,6-9,3,5\n"
    maps = (("Region", "-"), ("In", "accepted"), ("Everybody", "applicants"), ("Marks", "marks_out_of_ten"))

    assert lines(understood(tmp_path, text, maps=maps)) == [
        "score,marks_out_of_ten,accepted,applicants,source",
        "1..5,6..9,3,5,own",
    ]


def test_the_grid_of_a_pack_is_read_in_order(tmp_path: Path) -> None:
    """Bands from the lowest, whatever the order of the lines; suppressed stays suppressed."""
    grid = grid_process(tmp_path).grid

    assert grid is not None
    assert [band.text for band in grid.row_bands] == ["3.00..3.49", "3.50..4.00"]
    assert [str(grid.cell(row, column).accepted) for row in (0, 1) for column in (0, 1)] == [
        *("suppressed", "22", "<10", "30")
    ]
    assert grid.known(date(2020, 1, 1)) == grid


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("3.2..3.6,1..5,1,2,own", r"bands of gpa .* expected bands that do not overlap"),
        ("3.50..4.00,1..5,1,2,own", r"line 6: cell is '3\.50\.\.4\.00, 1\.\.5': .* line 2 has it too"),
        ("4..3,1..5,1,2,own", r"line 6, gpa: band is '4\.\.3': expected numbers such as"),
        ("..,1..5,1,2,own", r"line 6, gpa: band is '\.\.'"),
        ("4.01..,1..5,-1,2,own", r"line 6, accepted: accepted is '-1': expected a whole number"),
        ("4.01..,1..5,3,2,own", r"line 6, accepted: accepted is '3': expected at most the applicants, 2"),
        ("4.01..,1..5,12,<10,own", r"expected at most the applicants, <10"),
        ("4.01..,1..5,1,2,", r"cell is 'no source'"),
        ("4.01..,1..5,1,2,nobody", r"source of cell is 'nobody'"),
    ],
)
def test_a_mistake_in_the_grid_of_a_pack_is_named(line: str, told: str, tmp_path: Path) -> None:
    """By file, line and field."""
    with pytest.raises(InvalidInput, match=told) as caught:
        grid_process(tmp_path, "\n".join([*LINES, line]) + "\n")

    assert {one.file for one in caught.value.problems} == {"grid.csv"}


@pytest.mark.parametrize("header", ["gpa,accepted,applicants,source", "gpa,shoe,accepted,applicants,source"])
def test_a_grid_needs_two_traits(header: str, tmp_path: Path) -> None:
    """Of those in traits.toml."""
    with pytest.raises(InvalidInput, match=r"grid\.csv: traits of the grid .* two columns named like traits"):
        grid_process(tmp_path, f"{header}\n{','.join('1' * len(header.split(',')))}\n")

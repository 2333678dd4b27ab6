"""Tables of cut-offs, and of people with their outcome."""

from datetime import date
from pathlib import Path

import pytest

from twelfth.base import InvalidInput
from twelfth.distance import CutOff, RubricOdds
from twelfth.packs import FilePacks, FileSheets
from twelfth.usecases import SheetQuestion, SheetRead, preview_import, write_import

CUT_OFFS = """\
Rounds so far,,,,
#,Date,Round type,Invitations issued,CRS score of lowest-ranked
7,"December 16, 2025",Experience,"5,000",515
6,"December 2, 2025",Experience,"5,000",519
5,"November 18, 2025",French,"6,000",399
4,"November 4, 2025",Experience,"1,000",533
3,"October 21, 2025",Experience,n/a,534
2a,"October 7, 2025",Experience,"1,500",
"""
PEOPLE = """\
Applicant;Decision;Degree;GPA;Gender;Licence;Round
A1;Accepted;PhD;3,9;f;x;2022
A2;rejected;MSc;3,1;m;;2022
A3;Not selected;PhD;3,4;f;;2023
A4;waitlisted;BSc;2,9;m;x;2023
A5;accepted;MSc;n/a;m;x;2023
A6;;PhD;3,0;f;;2023
A7;Declined;MSc;2,8;m;x;2023
"""


class Today:
    def today(self) -> date:
        return date(2025, 12, 31)


def understood(folder: Path, kind: str, text: str, **said: object) -> SheetRead:
    (folder / "table.csv").write_text(text, encoding="utf-8")
    return FileSheets(here=folder).read(SheetQuestion(kind=kind, file="table.csv", **said))  # type: ignore[arg-type]


def written(folder: Path, kind: str, text: str) -> FilePacks:
    (folder / "table.csv").write_text(text, encoding="utf-8")
    packs = FilePacks(here=folder)
    question = SheetQuestion(kind=kind, file="table.csv")
    _, draft = preview_import(question, folder="mine", sheets=FileSheets(here=folder))
    write_import(draft, packs=packs, clock=Today())
    return packs


def test_cut_offs_are_rounds_of_a_pack(tmp_path: Path) -> None:
    """Days, kinds, counts and cut-offs arrive; an id that is no number stays one."""
    process = written(tmp_path, "cut-offs", CUT_OFFS).get("mine")

    assert [(one.id, one.kind, str(one.decided), one.selected, one.cut_off) for one in process.rounds] == [
        ("2a", "experience", "2025-10-07", 1500, None),
        ("3", "experience", "2025-10-21", None, 534),
        ("4", "experience", "2025-11-04", 1000, 533),
        ("5", "french", "2025-11-18", 6000, 399),
        ("6", "experience", "2025-12-02", 5000, 519),
        ("7", "experience", "2025-12-16", 5000, 515),
    ]
    assert [kind.title for kind in process.kinds] == ["Experience", "French"]


def test_imported_cut_offs_can_be_forecast(tmp_path: Path) -> None:
    """RubricOdds takes them as they are."""
    rounds = written(tmp_path, "cut-offs", CUT_OFFS).get("mine").rounds
    past = [
        CutOff(one.decided, one.kind, one.selected or 1, int(one.cut_off)) for one in rounds if one.cut_off is not None
    ]
    found = RubricOdds().fit(past, seed=0).forecast("experience", as_of=date(2025, 12, 31))

    assert found.lo < 515 < found.hi


def test_rounds_without_an_id_are_called_by_their_day(tmp_path: Path) -> None:
    """Two on one day are told apart."""
    read = understood(tmp_path, "cut-offs", "Date,Cut-off\n2025-01-08,500\n2025-01-08,480\n2025-01-22,510\n")

    assert [row[0] for row in read.first] == ["2025-01-08", "2025-01-08-2", "2025-01-22"]
    assert read.kinds == (("round", "Round"),)


def test_columns_of_cut_offs_are_named_as_one_says(tmp_path: Path) -> None:
    """--map gives a column its field; what a round has no place for is left out and said."""
    text = "Cuando,Marca,Gente,Nota\n2025-01-08,500,3 000,x\n2025-01-22,510,2 500,y\n"
    maps = (("Cuando", "decided"), ("Marca", "cut_off"), ("Gente", "selected"))
    read = understood(tmp_path, "cut-offs", text, maps=maps)

    assert [row[3:] for row in read.first] == [("2025-01-08", "3000", "500"), ("2025-01-22", "2500", "510")]
    assert 'The column "Nota" was left out: a round has no place for it.' in read.notes


def test_a_round_told_twice_is_asked_about(tmp_path: Path) -> None:
    """It would count twice."""
    read = understood(tmp_path, "cut-offs", "Date,Cut-off\n2025-01-08,500\n2025-01-08,500\n")

    assert any(one.endswith("Is that so?") for one in read.notes)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Date,Cut-off\n", "rounds is '0 lines'"),
        ("Date,Score\n2025-01-08,high\n2025-01-22,low\n", "expected one of cut-offs, such as Cut-off"),
        ("When,Cut-off\n2025-01-08,500\n", "expected one of days, such as Date"),
        ("Date,Cut-off\n2025-01-08,500\n,510\n", "line 3, Date: decided is '': expected the day of the decision"),
        ("Date,Cut-off,Selected\n2025-01-08,500,some\n", "line 2, Selected: selected is 'some': expected a whole"),
        ("Date,Cut-off,Selected\n2025-01-08,500,<10\n", "line 2, Selected: selected is '<10': expected a whole"),
    ],
)
def test_a_table_that_tells_no_cut_offs_is_refused(text: str, told: str, tmp_path: Path) -> None:
    """What is missing is named, and how to say which column it is."""
    with pytest.raises(InvalidInput, match=told):
        understood(tmp_path, "cut-offs", text)


def test_a_map_to_no_field_of_a_round_is_refused(tmp_path: Path) -> None:
    """There are six."""
    with pytest.raises(InvalidInput, match="expected one of cut_off, selected, decided, id, kind, name, each once"):
        understood(tmp_path, "cut-offs", "Date,Cut-off\n2025-01-08,500\n", maps=(("Date", "day"),))


def test_labelled_people_are_kept_with_their_outcome_and_as_the_pool(tmp_path: Path) -> None:
    """Everybody decided is in both, with the levels of both; whose outcome is open is in neither."""
    read = understood(tmp_path, "labelled", PEOPLE, maps=(("Applicant", "id"),))
    files = dict(read.files)

    assert files["labelled.csv"].splitlines()[0] == "id,round,degree,gpa,gender,licence,outcome"
    assert [line for line in files["labelled.csv"].splitlines() if line.endswith(",yes")] == [
        "A1,2022,phd,3.9,f,yes,yes",
        "A5,2023,msc,,m,yes,yes",
    ]
    assert len(files["labelled.csv"].splitlines()) == 6
    assert "yes_group.csv" not in files
    assert files["pool.csv"].splitlines() == [
        "trait,level,share,mean,sd,n,basis,source",
        "degree,msc,0.6,,,5,survey,own",
        "degree,phd,0.4,,,5,survey,own",
        "gpa,,,3.3,0.469042,4,survey,own",
    ]
    assert "2 of 5 were selected; these are the yes group." in read.notes
    assert "Left out, for their outcome is open or not stated: 2 lines." in read.notes


def test_protected_traits_and_mere_marks_never_reach_the_pool(tmp_path: Path) -> None:
    """They would have weight in the odds; and a blank beside a mark is no no."""
    read = understood(tmp_path, "labelled", PEOPLE)

    assert "gender" not in dict(read.files)["pool.csv"]
    assert "licence" not in dict(read.files)["pool.csv"]
    assert any(one.startswith("Not in pool.csv") and "Gender, Licence" in one for one in read.notes)


def test_labelled_people_bring_at_least_how_many_applied(tmp_path: Path) -> None:
    """A round has those selected, and at least as many applicants as the table has."""
    files = dict(understood(tmp_path, "labelled", PEOPLE).files)

    assert files["rounds.csv"].splitlines()[1:] == ["2022,round,,,1,own", "2023,round,,,1,own"]
    assert files["funnel.csv"].splitlines()[1:] == ["2022,applied,2,at_least,own", "2023,applied,3,at_least,own"]


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("id,x\n1,yes\n2,no\n", "", "column of outcomes is 'id, x': expected one column that says who was selected"),
        ("id,Result,Accepted,x\n1,yes,yes,1\n2,no,no,2\n", "", "'Result, Accepted': .* not several"),
        ("id,Result,x\n1,yes,1\n2,perhaps,2\n", "", "line 3, Result: outcome is 'perhaps': expected yes or no"),
        ("id,Result,x\n1,no,1\n2,no,2\n", "", "selected is '0 of 2': expected somebody whose outcome is yes"),
        ("id,Result,x\n1,no,1\n2,yes,2\n", "Winner", "column is 'Winner': expected one of the columns"),
    ],
)
def test_a_table_that_does_not_tell_who_was_selected_is_refused(
    text: str, said: str, told: str, tmp_path: Path
) -> None:
    """With the cell, or with what could be the column."""
    with pytest.raises(InvalidInput, match=told):
        understood(tmp_path, "labelled", text, outcome=said)


def test_the_outcome_is_the_column_one_says(tmp_path: Path) -> None:
    """Of two that could be, and it is no trait."""
    text = "id,Interview result,Got it,x\n1,yes,no,1\n2,no,yes,2\n3,yes,no,4\n"
    read = understood(tmp_path, "labelled", text, outcome="got it")

    lines = dict(read.files)["labelled.csv"].splitlines()
    assert lines[:3] == ["id,interview_result,x,outcome", "1,yes,1,no", "2,no,2,yes"]
    assert not any("Got it" in one for one in read.notes)


def test_columns_are_named_whatever_their_capitals(tmp_path: Path) -> None:
    """As a person types them."""
    read = understood(tmp_path, "yes-group", "Who,Hours\nAna,12\nBen,14\n", maps=(("who", "id"),))

    assert dict(read.files)["yes_group.csv"].splitlines() == ["id,hours", "Ana,12", "Ben,14"]


@pytest.mark.parametrize("number", ["1e308", "9" * 20])
def test_a_number_too_large_to_count_with_is_told(number: str, tmp_path: Path) -> None:
    """It is left unknown where it stands; the others make the column."""
    lines = "".join(f"p{n},{'yes' if n % 2 else 'no'},{n}\n" for n in range(8))
    read = understood(tmp_path, "labelled", f"Name,Selected,Hours\n{lines}a,yes,{number}\nb,no,{number}\n")

    assert [(one.line, one.value) for one in read.doubtful] == [(10, number), (11, number)]
    assert dict(read.files)["pool.csv"].splitlines()[1].startswith("hours,,,3.5,")

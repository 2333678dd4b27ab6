"""Tables of a pack that contradict themselves, and mistakes that must not bring false ones with them."""

from pathlib import Path

import pytest
from tests.small_pack import FILES, spoiled, write_pack

from twelfth.base import InvalidInput, Problem
from twelfth.goal import Process
from twelfth.packs import read_pack

FUNNEL = "round,stage,trait,level,count,bound,source\n"


def told(folder: Path, **files: str) -> tuple[Problem, ...]:
    """What is said of the small pack with these files in it."""
    with pytest.raises(InvalidInput) as caught:
        read_pack(write_pack(folder, **files))
    return caught.value.problems


def funnel(folder: Path, *lines: str) -> Process:
    text = FUNNEL + "".join(f"{line},own\n" for line in lines)
    return read_pack(write_pack(folder, **{"funnel.csv": text}))


@pytest.mark.parametrize(
    ("earlier", "later", "count"),
    [
        ("r1,applied,,,10,exact", "r1,selected,,,11,exact", "11"),
        ("r1,applied,,,10,", "r1,selected,,,11,", "11"),
        ("r1,screened,,,10,exact", "r1,interviewed,,,12,at_least", "12"),
        ("r1,qualified,degree,master,3,exact", "r1,interviewed,degree,master,4,exact", "4"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_more_at_a_later_stage_is_refused_with_both_lines(
    earlier: str, later: str, count: str, order: int, tmp_path: Path
) -> None:
    """Nobody is selected who did not apply, in whichever order the lines stand."""
    with pytest.raises(InvalidInput) as caught:
        funnel(tmp_path, "r2,applied,,,50,at_least", *(earlier, later)[::order])

    lines = (3, 4)[::order]
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.field, problem.value) == ("funnel.csv", lines[1], "count", count)
    assert f"on line {lines[0]}" in problem.expected
    assert "about or at_least" in problem.next_step


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("r1,applied,,,10,exact", "r1,selected,,,10,exact"),
        ("r1,applied,,,10,about", "r1,selected,,,11,exact"),
        ("r1,applied,,,10,at_least", "r1,selected,,,11,exact"),
        ("r1,applied,,,10,exact", "r1,selected,,,11,about"),
        ("r1,applied,,,10,exact", "r2,selected,,,11,exact"),
        ("r1,applied,,,10,exact", "r1,selected,degree,master,10,exact"),
        ("r1,applied,degree,none,3,exact", "r1,selected,degree,master,10,exact"),
    ],
)
def test_numbers_that_may_both_be_right_are_read(one: str, other: str, tmp_path: Path) -> None:
    """Equal ones, inexact ones, those of another round or of another level."""
    assert len(funnel(tmp_path, one, other).funnel) == 2


def test_more_selected_by_the_table_of_rounds_than_applied_is_refused(tmp_path: Path) -> None:
    """rounds.csv says that 2 were selected in r1 and 3 in r2."""
    with pytest.raises(InvalidInput) as caught:
        funnel(tmp_path, "r1,applied,,,2,exact", "r2,applied,,,2,exact", "r1,applied,degree,master,1,exact")

    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.field, problem.value) == ("funnel.csv", 3, "count", "2")
    assert problem.expected == "at least the 3 selected, as rounds.csv says"


@pytest.mark.parametrize("count", ["40", "41"])
def test_a_stage_told_twice_is_refused_with_both_lines(count: str, tmp_path: Path) -> None:
    """The same number too; of another level or round it is another stage."""
    with pytest.raises(InvalidInput) as caught:
        funnel(
            tmp_path,
            "r1,applied,,,40,about",
            "r1,applied,degree,master,10,",
            "r1,applied,degree,bachelor,10,",
            "r2,applied,,,40,about",
            f"r1,applied,,,{count},exact",
        )

    (problem,) = caught.value.problems
    assert (problem.line, problem.field, problem.value) == (6, "stage", "applied")
    assert "line 2 has this one too" in problem.expected


@pytest.mark.parametrize(
    ("file", "again", "field"),
    [
        ("pack.toml", '[[kind]]\nname = "yearly"\ntitle = "Again"\n', "name"),
        (
            "pack.toml",
            '[[change]]\nid = "raised"\ntitle = "Again"\nannounced = 2013-01-01\nstatus = "proposed"\nsource = "own"\n',
            "id",
        ),
        ("moves.toml", '[[move]]\nid = "study"\ntitle = "Again"\nsets = { years = 3 }\n', "id"),
    ],
)
def test_an_id_used_twice_is_refused_with_both_lines(file: str, again: str, field: str, tmp_path: Path) -> None:
    """A kind, a change or a move is found by it."""
    written = again.splitlines()[1]
    lines = (FILES[file] + again).splitlines()
    first, second = [number for number, line in enumerate(lines, 1) if line == written]

    (problem,) = told(tmp_path, **{file: FILES[file] + again})

    assert (problem.file, problem.line, problem.field) == (file, second, field)
    assert f"line {first} has it too" in problem.expected
    assert problem.value in written


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("rubrics/grid.toml", "cap = 60", "cap = -1"),
        ("rubrics/grid.toml", 'name = "grid"', 'name = "crs"'),
        ("rubrics/grid.csv", "bachelor,20", "bachelor,"),
    ],
)
def test_a_broken_rubric_is_not_said_to_be_missing_too(file: str, old: str, new: str, tmp_path: Path) -> None:
    """Neither where the pack names it nor where a requirement does."""
    rule = FILES["requirements.toml"].replace('"meets basics"', '"grid at least 67"')

    (problem,) = told(tmp_path, **{file: spoiled(file, old, new), "requirements.toml": rule})

    assert problem.file == Path(file).name


def test_a_refused_round_is_not_said_to_be_missing_too(tmp_path: Path) -> None:
    """Funnel and people may go on naming it."""
    (problem,) = told(tmp_path, **{"rounds.csv": spoiled("rounds.csv", "2010-06-01", "")})

    assert (problem.file, problem.field) == ("rounds.csv", "decided")


def test_a_refused_source_is_not_said_to_be_missing_too(tmp_path: Path) -> None:
    """Figures may go on naming it."""
    (problem,) = told(tmp_path, **{"sources.csv": spoiled("sources.csv", "press", "rumour")})

    assert (problem.file, problem.line, problem.field) == ("sources.csv", 3, "kind")


def test_everybody_who_contradicts_themselves_is_told_with_a_line(tmp_path: Path) -> None:
    """The first line of each person that does not fit those above it."""
    text = FILES["selected.csv"] + (
        "Ana,r1,crew,degree,none,S,,own\nAna,r1,crew,degree,bachelor,S,,own\nDan,r1,pilot,years,3,S,,own\n"
    )

    problems = told(tmp_path, **{"selected.csv": text})

    assert [(one.file, one.line, one.value) for one in problems] == [
        ("selected.csv", 11, "none"),
        ("selected.csv", 13, "r1, pilot"),
    ]

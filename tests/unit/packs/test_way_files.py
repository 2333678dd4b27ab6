"""ways.csv and [[way]]: every mistake told with its place."""

from pathlib import Path

import pytest
from tests.small_pack import write_pack
from tests.unit.packs.test_case_file import HEAD, read

from twelfth.base import InvalidInput
from twelfth.packs import read_pack

HEADER = "trait,level,hours_low,hours_high,months,cost_low,cost_high,currency,source\n"
LINE = "degree,master,900,1200,24,5000,9000,EUR,own\n"
OWN = '[[way]]\ntrait = "degree"\nlevel = "master"\nhours = 700\nsource = "own"\n'


def ways(folder: Path, lines: str) -> Path:
    return write_pack(folder, **{"ways.csv": HEADER + lines})


def test_a_way_is_read_with_every_figure(tmp_path: Path) -> None:
    """Hours, months and money, the middle of each, and the source."""
    (way,) = read_pack(ways(tmp_path, LINE)).ways

    assert (way.trait, way.level, way.hours, way.months, way.cost) == ("degree", "master", 1050, 24, 7000)
    assert (way.currency, way.own, way.source) == ("EUR", False, ("own",))


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        (LINE.replace("degree", "rank"), 2, "a trait of traits.toml"),
        (LINE.replace("degree,master", "born,2000-01-01"), 2, "never a lever"),
        (LINE.replace("master", "doctor"), 2, "one of none, bachelor, master"),
        (LINE.replace("1200", "800"), 2, "the lower first"),
        (LINE.replace("EUR", ""), 2, "three capital letters"),
        (LINE.replace("900,1200", "many,many"), 2, "hours_low"),
        (LINE.replace("own", "nobody"), None, "an id of sources.csv"),
        (LINE.replace(",own", ","), None, "at least one id of sources.csv"),
        (LINE + LINE, 3, "one line for each level"),
    ],
)
def test_a_mistake_in_a_way_is_named(tmp_path: Path, lines: str, line: int | None, told: str) -> None:
    """File, line, and what was expected."""
    with pytest.raises(InvalidInput) as refused:
        read_pack(ways(tmp_path, lines))

    (problem,) = refused.value.problems
    assert (problem.file, problem.line) == ("ways.csv", line)
    assert told in str(refused.value)


def test_a_persons_own_figure_is_both_ends_and_marked_as_own(tmp_path: Path) -> None:
    """`hours` alone is the low and the high end."""
    (way,) = read(tmp_path, HEAD + OWN).ways

    assert (way.hours_low, way.hours_high, way.own, way.source) == (700, 700, True, ("own",))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (OWN.replace("degree", "born"), 11, "that is not protected"),
        (OWN.replace("master", "doctor"), 12, "one of none, bachelor, master"),
        (OWN.replace("700", "-7"), None, "numbers from 0"),
        (OWN.replace("hours = 700", "months = -7"), 13, "numbers from 0"),
        (OWN + "hours_low = 5\n", 13, "not all of them"),
        (OWN.replace("hours", "weeks"), 10, "hours, months or cost"),
        (OWN + "weeks = 3\n", 15, "no such field"),
        (OWN.replace("own", "other"), 14, "the id of a"),
        (OWN + OWN, None, "for each level"),
    ],
)
def test_a_mistake_in_an_own_way_is_named(tmp_path: Path, text: str, line: int | None, told: str) -> None:
    """File, line, and what was expected."""
    with pytest.raises(InvalidInput) as refused:
        read(tmp_path, HEAD + text)

    assert refused.value.problems[0].file == "mine.toml"
    assert line is None or refused.value.problems[0].line == line
    assert told in str(refused.value)

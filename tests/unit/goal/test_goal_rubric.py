"""Rubrics: a table of points that makes sense, or an error that names what does not."""

import math
from dataclasses import replace
from datetime import date

import pytest

from twelfth.base import InvalidInput
from twelfth.goal import Clause, Comparison, Condition, Node, Row, Rubric, Version, role_prefixes

CONDITION = Condition(text="diver is yes", clauses=(Clause(name="diver", how=Comparison.IS, low=1.0),))
NODES = (
    Node(name="total", title="Total"),
    Node(name="skills", title="Skills", within="total", caps=(("points", 50.0),)),
    Node(name="sea", title="Sea", within="skills"),
)
OLD = Version(id="old", begins=date(2015, 1, 1), ends=date(2016, 12, 31))
NEW = Version(id="new", begins=date(2017, 1, 1))


def row(points: float = 10.0, **more: object) -> Row:
    """A row under the one leaf."""
    return Row(**{"node": "sea", "condition": CONDITION, "points": (("points", points),), "line": 7, **more})  # type: ignore[arg-type]


def rubric(*rows: Row, **more: object) -> Rubric:
    """A small rubric of two versions."""
    parts = {"name": "crs", "title": "CRS", "nodes": NODES, "rows": rows, "versions": (OLD, NEW), **more}
    return Rubric(**parts)  # type: ignore[arg-type]


def test_a_sound_rubric_answers_for_its_tree() -> None:
    """Sections are found by name and by what they stand in; a section without a cap has none."""
    found = rubric(row())

    assert found.node("sea").within == "skills"
    assert [node.name for node in found.children("total")] == ["skills"]
    assert (found.node("skills").cap("points"), found.node("sea").cap("points")) == (50.0, math.inf)
    assert found.column_names == ("points",)


def test_columns_name_themselves() -> None:
    """A rubric with columns has these and no column `points`."""
    with_two = rubric(
        Row(node="sea", condition=CONDITION, points=(("a", 1.0), ("b", 2.0))),
        columns=(("a", CONDITION), ("b", CONDITION)),
    )

    assert with_two.column_names == ("a", "b")


@pytest.mark.parametrize("points", [-1.0, math.nan, math.inf, -math.inf])
def test_points_are_finite_and_not_negative(points: float) -> None:
    """The condition, the column, the line and the points are named."""
    with pytest.raises(InvalidInput, match="line 7, points: points of 'diver is yes' is"):
        row(points)


def test_zero_points_are_points() -> None:
    """A row may give nothing."""
    assert row(0.0).points == (("points", 0.0),)


def test_a_version_does_not_end_before_it_begins() -> None:
    """The version is named with both days."""
    with pytest.raises(InvalidInput, match=r"version old is '2015-01-02..2015-01-01'"):
        Version(id="old", begins=date(2015, 1, 2), ends=date(2015, 1, 1))


def test_both_days_of_a_version_count() -> None:
    """A version is in force from its first day to its last, and without an end from its first day on."""
    days = [date(2014, 12, 31), date(2015, 1, 1), date(2016, 12, 31), date(2017, 1, 1)]

    assert [OLD.in_force(day) for day in days] == [False, True, True, False]
    assert [NEW.in_force(day) for day in (date(2016, 12, 31), date(2017, 1, 1), date(2500, 1, 1))] == [
        False,
        True,
        True,
    ]


def test_the_version_of_a_day_is_found() -> None:
    """Each day has its version, and a day before the first has none."""
    found = [rubric().version_on(date(year, 6, 1)) for year in (2014, 2016, 2020)]

    assert found == [None, OLD, NEW]


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        ((*NODES, NODES[2]), "sections of crs is 'a name twice'"),
        (NODES[1:], "total of crs is 'total'"),
        ((*NODES, Node(name="stray", title="Stray")), "section stray is 'within nothing'"),
        ((*NODES, Node(name="stray", title="Stray", within="nowhere")), "section stray is 'nowhere'"),
        (
            (*NODES, Node(name="a", title="A", within="b"), Node(name="b", title="B", within="a")),
            "sections of crs is 'a -> b -> a'",
        ),
        ((*NODES, Node(name="a", title="A", within="a")), "sections of crs is 'a -> a'"),
        (
            (Node(name="total", title="Total", within="sea"), *NODES[1:]),
            "section total is 'sea': expected a total within no section",
        ),
    ],
    ids=["twice", "no total", "within nothing", "within nowhere", "cycle", "itself", "total in the cycle"],
)
def test_sections_form_a_tree(nodes: tuple[Node, ...], message: str) -> None:
    """A name twice, a missing total, a stray section and a circle are each refused by name."""
    with pytest.raises(InvalidInput, match=message):
        rubric(nodes=nodes)


def test_a_rubric_has_a_version() -> None:
    """A rule that was never in force is no rule."""
    with pytest.raises(InvalidInput, match="versions of crs is 'none'"):
        rubric(versions=())


@pytest.mark.parametrize("ends", [None, date(2017, 1, 1), date(2018, 1, 1)])
def test_versions_do_not_overlap(ends: date | None) -> None:
    """An earlier version that lasts into a later one, in any order, is refused by name."""
    earlier = Version(id="old", begins=date(2015, 1, 1), ends=ends)

    with pytest.raises(
        InvalidInput, match=r"version old is 'ends .*expected an end before 2017-01-01, when new begins"
    ):
        rubric(versions=(NEW, earlier))


def test_versions_may_leave_a_gap() -> None:
    """A time for which no rule is sourced is no error, and has no version."""
    later = Version(id="later", begins=date(2018, 1, 1))

    assert rubric(versions=(OLD, later)).version_on(date(2017, 6, 1)) is None


@pytest.mark.parametrize("node", ["skills", "total", "nowhere"])
def test_a_row_stands_under_a_leaf(node: str) -> None:
    """A row under a section that has sections, or under none, is refused with its line."""
    with pytest.raises(InvalidInput, match=f"line 7, node: section of a row is '{node}'"):
        rubric(row(node=node))


@pytest.mark.parametrize("columns", [(("other", 1.0),), (), (("points", 1.0), ("other", 1.0))])
def test_a_row_has_every_column_and_no_other(columns: tuple[tuple[str, float], ...]) -> None:
    """A row that lacks a column of the rubric, or has one of its own, is refused with its condition."""
    with pytest.raises(InvalidInput, match="line 7: columns of a row is 'diver is yes': expected points for points"):
        rubric(Row(node="sea", condition=CONDITION, points=columns, line=7))


@pytest.mark.parametrize("above", ["skills", "total"])
def test_no_cap_lies_below_a_row(above: str) -> None:
    """A row that gives more than a section above it allows is refused, naming the section and the row."""
    nodes = tuple(replace(node, caps=(("points", 9.0),) if node.name == above else ()) for node in NODES)

    with pytest.raises(
        InvalidInput, match=rf"cap of {above} \(points\) is '9': expected at least 10, which 'diver is yes'"
    ):
        rubric(row(10.0), nodes=nodes)


def test_a_row_may_reach_its_cap() -> None:
    """A single row may give as much as the sections above it allow."""
    assert rubric(row(50.0)).rows[0].points == (("points", 50.0),)


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ({"begins": date(2015, 1, 2)}, "line 7, from: date of 'diver is yes' is '2015-01-02': expected the first day"),
        ({"ends": date(2017, 1, 1)}, "line 7, to: date of 'diver is yes' is '2017-01-01': expected the last day"),
    ],
)
def test_a_row_changes_only_with_a_version(dates: dict[str, date], message: str) -> None:
    """The dates of a row are borders of versions: anything else is named with the day."""
    with pytest.raises(InvalidInput, match=message):
        rubric(row(**dates))


def test_every_problem_of_the_rows_is_told() -> None:
    """Rows are checked to the last, not to the first mistake."""
    with pytest.raises(InvalidInput) as caught:
        rubric(row(60.0), row(begins=date(2015, 1, 2), line=8), row(node="total", line=9))

    assert [problem.line for problem in caught.value.problems] == [7, 8, 9]


@pytest.mark.parametrize(
    ("dates", "applies"),
    [
        ({}, (True, True)),
        ({"ends": OLD.ends}, (True, False)),
        ({"begins": NEW.begins}, (False, True)),
        ({"begins": OLD.begins, "ends": OLD.ends}, (True, False)),
    ],
)
def test_a_row_applies_to_its_versions(dates: dict[str, date], applies: tuple[bool, bool]) -> None:
    """A row counts in the versions between its dates, and in all without dates."""
    found = row(**dates)

    assert (found.applies(OLD), found.applies(NEW)) == applies


def test_before_its_first_version_a_rubric_is_not_known() -> None:
    """A rule nobody had announced is not there at all."""
    assert rubric(row()).known(date(2014, 12, 31)) is None


def test_the_end_of_the_current_version_is_not_known() -> None:
    """While a version is in force nobody knows its last day, nor that of its rows, nor what comes after."""
    whole = rubric(row(ends=OLD.ends), row(begins=NEW.begins, line=8), row(line=9))

    known = whole.known(date(2016, 12, 31))

    assert known is not None
    assert known.versions == (Version(id="old", begins=OLD.begins),)
    assert [(one.line, one.ends) for one in known.rows] == [(7, None), (9, None)]


def test_the_end_of_a_past_version_is_known() -> None:
    """Once the next version is in force, the end of the one before is history."""
    whole = rubric(row(ends=OLD.ends), row(begins=NEW.begins, line=8))

    assert whole.known(date(2017, 1, 1)) == whole


def test_in_a_gap_the_last_version_has_ended() -> None:
    """After the last known version has ended its end is told."""
    whole = rubric(row(ends=OLD.ends), versions=(OLD,))

    assert whole.known(date(2018, 1, 1)) == whole


def test_roles_are_read_by_their_first_assignment() -> None:
    """Any assignment serves to read levels; without roles there is none."""
    assigned = rubric(
        assignments=((("first", "english"), ("second", "french")), (("first", "french"), ("second", "english")))
    )

    assert role_prefixes(assigned) == {"first": "english", "second": "french"}
    assert role_prefixes(rubric()) == {}


@pytest.mark.parametrize("cap", [float("nan"), -1.0])
def test_a_cap_is_a_number_of_at_least_nothing(cap: float) -> None:
    """A cap that is no number would let everything through."""
    with pytest.raises(InvalidInput, match="cap of sea"):
        Node(name="sea", title="Sea", within="skills", caps=(("points", cap),))


def test_a_section_of_later_rows_is_not_known_earlier() -> None:
    """A section all of whose rows came later is not there before, nor what holds nothing else."""
    air = (Node(name="flight", title="Flight", within="total"), Node(name="air", title="Air", within="flight"))
    whole = rubric(row(), row(node="air", begins=date(2017, 1, 1)), nodes=(*NODES, *air))
    before, after = (whole.known(date(year, 12, 31)) for year in (2016, 2017))

    assert before is not None
    assert after is not None
    assert [node.name for node in before.nodes] == ["total", "skills", "sea"]
    assert [node.name for node in after.nodes] == ["total", "skills", "sea", "flight", "air"]

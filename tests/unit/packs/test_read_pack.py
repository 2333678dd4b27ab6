"""What a pack folder becomes, and which folders are none."""

from datetime import date
from pathlib import Path

import pytest
from tests.small_pack import FILES, spoiled, write_pack

from twelfth.base import InvalidInput, NotFound
from twelfth.goal import Basis, Bound
from twelfth.packs import read_pack

YES_GROUP = "id,round,degree\nAna,r1,master\nBen,,?\n"


def test_the_small_pack_reads(tmp_path: Path) -> None:
    """Every file of the format arrives in the process."""
    process = read_pack(write_pack(tmp_path))

    assert [trait.name for trait in process.traits] == ["degree", "field", "diving", "years", "english", "born"]
    assert [one.id for one in process.rounds] == ["r1", "r2"]
    assert [one.known for one in process.rounds] == [date(2010, 6, 1), date(2013, 6, 3)]
    assert [one.bound for one in process.funnel] == [Bound.ABOUT, Bound.EXACT, Bound.AT_LEAST]
    assert process.funnel[1].level == "master"
    assert [one.id for one in process.requirements] == ["basics", "senior"]
    assert process.moves[0].sets == (("degree", "master"),)
    assert [one.basis for one in process.pool] == [Basis.GUESS, Basis.SURVEY, Basis.EXPERT]
    assert len(process.scales) == 3
    assert process.pool_scores[0].bands == ((0.0, 50.0, 40), (51.0, 100.0, 10))
    assert process.rubrics[0].pass_mark == 10
    assert [one.confirmed for one in process.rubrics[0].rows] == [True, True, True, False]
    assert process.limits[0].topic == "size"
    assert process.sources[1].address == "https://example.org/"
    assert process.changes[0].scored
    assert [(one.id, one.days, one.begins) for one in process.after_yes] == [("enrol", 30, date(2012, 1, 1))]


def test_a_share_of_a_binary_trait_is_the_share_who_hold_it(tmp_path: Path) -> None:
    """A blank level of a yes/no trait means yes."""
    process = read_pack(write_pack(tmp_path))

    assert process.pool[1].level is True


def test_only_s_facts_fill_the_yes_group(tmp_path: Path) -> None:
    """B is shown apart, P and a blank timing never count, a range counts by its middle."""
    group = read_pack(write_pack(tmp_path)).yes_group

    assert group is not None
    assert list(group.ids or ()) == ["Ana", "Ben", "Cleo", "Dan", "Eve"]
    assert group.column("degree").tolist() == [2.0, 1.0, 2.0]
    assert group.column("years").tolist() == [4.0]
    assert group.column("diving").tolist() == [1.0]
    assert group.only_later("diving") == 1


def test_rounds_come_in_the_order_of_their_decision(tmp_path: Path) -> None:
    """The order of the lines says nothing; of one day the lower number is first."""
    text = (
        "id,kind,decided,source\nr2,yearly,2013-06-01,own\n10,yearly,2011-01-01,own\n9,yearly,2011-01-01,own\n"
        "r1,yearly,2010-06-01,own\n"
    )

    process = read_pack(write_pack(tmp_path, **{"rounds.csv": text}))

    assert [one.id for one in process.rounds] == ["r1", "9", "10", "r2"]


@pytest.mark.parametrize("name", [name for name in FILES if "/" not in name and name[:4] not in ("pack", "trai")])
def test_an_optional_file_may_be_left_out(name: str, tmp_path: Path) -> None:
    """Only what other files point at is missed then."""
    folder = write_pack(tmp_path, without=(name,))
    needed = {"requirements.toml": "requirements.toml", "rounds.csv": "rounds.csv"}

    if name == "sources.csv":
        with pytest.raises(NotFound, match=r"sources\.csv"):
            read_pack(folder)
    elif name in needed:
        with pytest.raises(InvalidInput, match=needed[name]):
            read_pack(folder)
    else:
        process = read_pack(folder)

        assert process.name == "small"


def test_a_pack_without_traits_toml_is_not_found(tmp_path: Path) -> None:
    """The sentence names the file that is missing."""
    folder = write_pack(tmp_path, without=("traits.toml",))

    with pytest.raises(NotFound, match=r"traits\.toml"):
        read_pack(folder)


def test_a_folder_without_pack_toml_is_no_pack(tmp_path: Path) -> None:
    """The next step says where packs are listed."""
    with pytest.raises(NotFound) as caught:
        read_pack(tmp_path)

    assert "no pack.toml" in str(caught.value)
    assert "pack list" in caught.value.next_step


def test_selected_and_yes_group_together_are_refused(tmp_path: Path) -> None:
    """Two files would tell two stories of the same people."""
    folder = write_pack(tmp_path, **{"yes_group.csv": YES_GROUP})

    with pytest.raises(InvalidInput, match=r"yes_group\.csv: files is 'selected\.csv and yes_group\.csv': .* one of"):
        read_pack(folder)


def test_a_yes_group_file_may_stand_instead_of_selected(tmp_path: Path) -> None:
    """One person a line, blank or ? unknown."""
    group = read_pack(write_pack(tmp_path, without=("selected.csv",), **{"yes_group.csv": YES_GROUP})).yes_group

    assert group is not None
    assert list(group.ids or ()) == ["Ana", "Ben"]
    assert group.column("degree").tolist() == [2.0]


def test_a_pack_may_have_no_people(tmp_path: Path) -> None:
    """Without either file there is no yes group, which is not an empty one."""
    process = read_pack(write_pack(tmp_path, without=("selected.csv",)))

    assert process.yes_group is None


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """Mistakes of four files come in one report, in the order of the files, those that cause others first."""
    folder = write_pack(
        tmp_path,
        **{
            "traits.toml": spoiled("traits.toml", '"category"', '"sort"'),
            "funnel.csv": spoiled("funnel.csv", "at_least", "least"),
            "pool.csv": spoiled("pool.csv", "0.25", "1.2"),
            "moves.toml": spoiled("moves.toml", "degree =", "rank ="),
        },
    )

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    files = [one.file for one in caught.value.problems]
    assert {"traits.toml", "funnel.csv", "pool.csv", "moves.toml"} <= set(files)
    assert files[0] == "traits.toml"
    assert files[1:] == sorted(files[1:])


def test_at_most_twenty_mistakes_are_listed(tmp_path: Path) -> None:
    """The rest is counted."""
    bad = "".join(f"r{number},weekly,2012-01-01,own\n" for number in range(10, 45))
    good = "id,kind,decided,source\nr1,yearly,2010-06-01,own\nr2,yearly,2013-06-01,own\n"
    folder = write_pack(tmp_path, **{"rounds.csv": good + bad})

    with pytest.raises(InvalidInput) as caught:
        read_pack(folder)

    assert len(caught.value.problems) == 21
    assert caught.value.problems[-1].thing == "further problems"
    assert caught.value.problems[-1].value == "15"


def test_a_rubric_may_have_roles_and_columns(tmp_path: Path) -> None:
    """A name under a role is read as the trait it may stand for; `each` repeats a row."""
    toml = FILES["rubrics/grid.toml"].replace(
        "[[version]]",
        '[columns]\na = "diving is yes"\nb = "diving is no"\n\n[roles]\nnames = ["first"]\n'
        'assignments = [["english"]]\n\n[[version]]',
        1,
    )
    traits = FILES["traits.toml"].replace('name = "english"', 'name = "english_level"')
    table = "node,each,when,a,b,source\nstudy,level,first_* at least 5,1,2,own\nwork,,years at least 1,3,4,own\n"
    folder = write_pack(
        tmp_path,
        without=("scales.csv",),
        **{"rubrics/grid.toml": toml, "rubrics/grid.csv": table, "traits.toml": traits},
    )

    rubric = read_pack(folder).rubrics[0]

    assert rubric.assignments == ((("first", "english"),),)
    assert rubric.column_names == ("a", "b")
    assert rubric.rows[0].condition.text == "first_level at least 5"
    assert rubric.rows[0].points == (("a", 1.0), ("b", 2.0))
    assert rubric.nodes[0].cap("b") == 100


@pytest.mark.parametrize(
    ("assignments", "expected"),
    [("[]", "at least one way"), ('[["a", "b"]]', "lists of 1 words"), ("[3]", "lists of 1")],
)
def test_roles_must_be_given_out(assignments: str, expected: str, tmp_path: Path) -> None:
    """Every assignment names one word for every role, and there is at least one assignment."""
    toml = FILES["rubrics/grid.toml"] + f'\n[roles]\nnames = ["first"]\nassignments = {assignments}\n'
    folder = write_pack(tmp_path, **{"rubrics/grid.toml": toml})

    with pytest.raises(InvalidInput, match=expected):
        read_pack(folder)


def test_a_rubric_without_versions_is_refused(tmp_path: Path) -> None:
    """Points that hold on no day are no rule."""
    toml = FILES["rubrics/grid.toml"]
    cut = toml[: toml.index("[[version]]")] + toml[toml.index("[[node]]") :]

    with pytest.raises(InvalidInput, match="at least one version"):
        read_pack(write_pack(tmp_path, **{"rubrics/grid.toml": cut}))


def test_a_requirement_without_lines_is_refused(tmp_path: Path) -> None:
    """It would be met by everybody."""
    text = FILES["requirements.toml"] + '\n[[requirement]]\nid = "x"\ntitle = "Nothing"\n'

    with pytest.raises(InvalidInput, match=r"at least one \[\[requirement\.line\]\]"):
        read_pack(write_pack(tmp_path, **{"requirements.toml": text}))


def test_a_judged_requirement_needs_a_source(tmp_path: Path) -> None:
    """Whoever is told they may not apply is told where that is written."""
    text = FILES["requirements.toml"].replace('source = "own"\n', "", 1)

    with pytest.raises(InvalidInput, match=r"requirement basics is 'no source'"):
        read_pack(write_pack(tmp_path, **{"requirements.toml": text}))

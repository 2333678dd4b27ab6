"""A CSV of selected people becomes the files of a pack."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from twelfth.base import InvalidInput, NotFound
from twelfth.goal import Process
from twelfth.packs import FilePacks
from twelfth.packs.from_people import MOST_LEVELS, draft_from_people
from twelfth.usecases import begin_pack, draft_pack


class Today:
    def today(self) -> date:
        return date(2025, 1, 1)


def traits_of(folder: Path, text: str) -> dict[str, dict[str, object]]:
    """The traits a CSV amounts to, by name."""
    (folder / "people.csv").write_text(text, encoding="utf-8")
    files = dict(draft_from_people("mine", folder / "people.csv").files)
    return {trait["name"]: trait for trait in tomllib.loads(files["traits.toml"])["trait"]}


def begun(folder: Path, text: str) -> Process:
    """The pack that is written for a CSV, read back."""
    (folder / "people.csv").write_text(text, encoding="utf-8")
    packs = FilePacks(here=folder)
    begin_pack(draft_pack("mine", packs=packs, people="people.csv"), packs=packs, clock=Today())
    return packs.get("mine")


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (("yes", "no"), "binary"),
        (("Y", ""), "binary"),
        (("TRUE", "n/a"), "binary"),
        (("1", "0"), "binary"),
        (("1", "2"), "numeric"),
        (("-3.5", "?"), "numeric"),
        (("1e3", "-"), "numeric"),
        (("red", "green"), "category"),
        (("2", "two"), "category"),
        (("nan", "1.5"), "numeric"),
        (("inf", "1"), "category"),
    ],
)
def test_the_kind_follows_from_the_values(values: tuple[str, str], kind: str, tmp_path: Path) -> None:
    """Yes and no are binary, numbers numeric, few words a category; unknown cells say nothing."""
    traits = traits_of(tmp_path, f"id,x\n1,{values[0]}\n2,{values[1]}\n")

    assert traits["x"]["kind"] == kind


@pytest.mark.parametrize("values", [("", "?"), ("same", "same"), ("Same", "same ")])
def test_a_column_that_says_nothing_is_left_out(values: tuple[str, str], tmp_path: Path) -> None:
    """All unknown, or one word for everybody, is no trait."""
    traits = traits_of(tmp_path, f"id,x,y\n1,{values[0]},yes\n2,{values[1]},no\n")

    assert list(traits) == ["y"]


def test_a_column_of_remarks_is_left_out(tmp_path: Path) -> None:
    """More different words than a category can have are remarks."""
    rows = "".join(f"{number},remark {number},{number % MOST_LEVELS} years\n" for number in range(MOST_LEVELS + 1))

    assert list(traits_of(tmp_path, "id,note,years\n" + rows)) == ["years"]


def test_odd_column_names_become_different_words(tmp_path: Path) -> None:
    """Every name is of a-z 0-9 _ and used once; the label keeps what was written."""
    traits = traits_of(tmp_path, "Name,Has Licence?,has-licence,2nd,round,Ñ,id\nAna,yes,no,1,2,3,4\n")

    assert list(traits) == ["has_licence", "has_licence_2", "x_2nd", "round_2", "level", "id_2"]
    assert traits["has_licence"]["label"] == "Has Licence?"
    assert traits["level"]["label"] == "Ñ"


def test_the_id_column_is_no_trait(tmp_path: Path) -> None:
    """A column named id, name or person tells people apart."""
    group = begun(tmp_path, "Person,licence\nAna,yes\nBen,no\n,no\n").yes_group

    assert group is not None
    assert list(group.ids or ()) == ["Ana", "Ben", "person 3"]


def test_people_without_an_id_column_are_numbered(tmp_path: Path) -> None:
    """Nobody is lost for want of a name."""
    group = begun(tmp_path, "licence\nyes\nyes\n").yes_group

    assert group is not None
    assert list(group.ids or ()) == ["person 1", "person 2"]


def test_unknown_cells_stay_unknown(tmp_path: Path) -> None:
    """n/a, -, ?, unknown and blank are neither yes nor no."""
    group = begun(tmp_path, "id,x\n1,n/a\n2,-\n3,?\n4,Unknown\n5,\n6,NA\n7,yes\n").yes_group

    assert group is not None
    assert len(group) == 7
    assert group.column("x").tolist() == [1.0]


@pytest.mark.parametrize(
    "head", ['=HYPERLINK(""x"")', "say \\ back", "a\tb", '""; x = 1 #', "'''", "two\nlines", "{name}"]
)
def test_a_strange_column_name_is_only_a_label(head: str, tmp_path: Path) -> None:
    """Quotes, backslashes and line breaks end no text of the TOML."""
    process = begun(tmp_path, f'id,"{head}",z\n1,yes,1\n2,no,2\n')

    label = head.replace('""', '"').replace("\t", " ").replace("\n", " ")
    assert [trait.title for trait in process.traits] == [label, "z"]


def test_a_formula_is_only_a_level(tmp_path: Path) -> None:
    """A cell that a spreadsheet would run becomes a word of a-z 0-9 _."""
    process = begun(tmp_path, 'id,x\n1,=1+1\n2,"@SUM(""A"")"\n3,+\n4,\\n\n')

    assert getattr(process.traits[0], "levels", ()) == ("level", "n", "sum_a", "x_1_1")
    assert process.yes_group is not None
    assert process.yes_group.column("x").tolist() == [3.0, 2.0, 0.0, 1.0]


def test_the_pack_of_a_mixed_table_reads_with_its_levels(tmp_path: Path) -> None:
    """Every value of the table arrives, under the separator of the table."""
    process = begun(tmp_path, "name;GPA;Subject;Published\nAna;3,5;Life Science;yes\nBen;4;Physics;no\n")

    assert [(trait.name, trait.kind) for trait in process.traits] == [
        ("gpa", "numeric"),
        ("subject", "category"),
        ("published", "binary"),
    ]
    assert process.yes_group is not None
    assert process.yes_group.rows.tolist() == [[3.5, 0.0, 1.0], [4.0, 1.0, 0.0]]


def test_a_table_of_nobody_is_refused(tmp_path: Path) -> None:
    """Nobody selected says nothing of who is."""
    with pytest.raises(InvalidInput, match=r"people\.csv: people is '0 lines': expected at least one selected person"):
        traits_of(tmp_path, "id,x\n")


def test_a_table_without_a_usable_column_is_refused(tmp_path: Path) -> None:
    """Names alone say nothing either."""
    with pytest.raises(InvalidInput, match=r"people\.csv: columns is 'id, x': expected a column of yes/no"):
        traits_of(tmp_path, "id,x\nAna,\n")


def test_a_missing_table_is_not_found(tmp_path: Path) -> None:
    """The sentence names the file."""
    with pytest.raises(NotFound, match=r"nobody\.csv"):
        FilePacks(here=tmp_path).draft_from_people("mine", "nobody.csv")


def test_a_blank_category_stays_unknown(tmp_path: Path) -> None:
    """A person without a field gets a blank, and the drafted pack reads without a mistake."""
    (tmp_path / "people.csv").write_text("name,field\nAna,eng\nBo,\nCy,sci\nDi,nan\n", encoding="utf-8")

    files = dict(draft_from_people("mine", tmp_path / "people.csv").files)
    assert files["yes_group.csv"].splitlines() == ["id,field", "Ana,eng", "Bo,", "Cy,sci", "Di,"]
    assert 'levels = ["eng", "sci"]' in files["traits.toml"]

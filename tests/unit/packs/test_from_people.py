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
        (("2020-02-29", "?"), "date"),
        (("2020-02-28", "2020-13-01"), "category"),
        (("20200228", "2020-02-28"), "category"),
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
    traits = traits_of(tmp_path, "Name,Has Licence?,has-licence,2nd,漢,Ñandú,id\nAna,yes,no,1,3,2,4\n")

    assert list(traits) == ["has_licence", "has_licence_2", "x_2nd", "level", "nandu", "id_2"]
    assert traits["has_licence"]["label"] == "Has Licence?"
    assert traits["level"]["label"] == "漢"


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


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("A+", "A", "A-"), ("a_2", "a", "a_3")),
        (("C", "C++", "C#"), ("c", "c_2", "c_3")),
        (("x-1", "x 1", "x_1_2", "x/1"), ("x_1", "x_1_3", "x_1_2", "x_1_4")),
    ],
)
def test_levels_that_read_alike_stay_apart(texts: tuple[str, ...], words: tuple[str, ...], tmp_path: Path) -> None:
    """Each has a word of its own, in the order in which they come, and each person keeps theirs."""
    rows = "".join(f"{number},{text}\n" for number, text in enumerate([*texts, texts[0].lower()]))
    process = begun(tmp_path, "id,mark\n" + rows)

    group, trait = process.yes_group, process.traits[0]
    assert group is not None
    assert [trait.level(code) for code in group.column("mark")] == [*words, words[0]]
    assert [trait.words(word) for word in words] == list(texts)
    assert [trait.parse(text) for text in texts] == list(words)


@pytest.mark.parametrize("number", ["1,500", "-2,250"])
def test_a_number_with_a_comma_is_refused_with_its_place(number: str, tmp_path: Path) -> None:
    """A decimal sign or a thousand: nobody guesses, and the column is not lost."""
    with pytest.raises(InvalidInput) as caught:
        traits_of(tmp_path, f'id,GPA,phd\n1,?,yes\n2,"{number}",no\n3,,yes\n')

    told = [(one.file, one.line, one.field, one.value) for one in caught.value.problems]
    assert told == [("people.csv", 3, "GPA", number)]
    assert "3.5 or 1500" in str(caught.value)
    assert "decimal point" in caught.value.next_step


@pytest.mark.parametrize(
    ("number", "read"),
    [("3,5", 3.5), ("1,500", 1500), ("1,234.50", 1234.5), ("1.234,5", 1234.5), (",5", 0.5), ("-2,25", -2.25)],
)
def test_a_number_that_can_be_read_in_one_way_is_read(number: str, read: float, tmp_path: Path) -> None:
    """By itself, or as 2.5 beside it shows that a point is decimal."""
    group = begun(tmp_path, f'id,GPA\n1,4\n2,"{number}"\n3,2.5\n').yes_group

    assert group is not None
    assert group.column("gpa").tolist() == [4, read, 2.5]


def test_every_column_of_unclear_numbers_is_told(tmp_path: Path) -> None:
    """Each with the first line that has one."""
    with pytest.raises(InvalidInput) as caught:
        traits_of(tmp_path, "id;a;b;c\n1;3500;1;2.500\n2;4;1,234;\n3;5;150,250;1.500\n")

    assert [(one.line, one.field) for one in caught.value.problems] == [(2, "c")]


def test_a_comma_among_words_is_a_text(tmp_path: Path) -> None:
    """A column that is not of numbers stays a category."""
    assert traits_of(tmp_path, 'id,x\n1,"1,2"\n2,none\n')["x"]["kind"] == "category"


def test_every_column_left_out_is_named_with_the_reason(tmp_path: Path) -> None:
    """In traits.toml, where whoever corrects it looks."""
    rows = "".join(f"{number},yes,same,?,remark {number}\n" for number in range(MOST_LEVELS + 1))
    (tmp_path / "people.csv").write_text('id,x,All "alike",Empty,"No\nte"\n' + rows, encoding="utf-8")

    text = dict(draft_from_people("mine", tmp_path / "people.csv").files)["traits.toml"]
    assert [line for line in text.splitlines() if "left out" in line] == [
        '# The column "All "alike"" was left out: everybody known has the same text, and a category needs two.',
        '# The column "Empty" was left out: it is blank or unknown for everybody.',
        '# The column "No\\nte" was left out: it holds 21 different texts, and a category has at most 20.',
    ]
    assert [trait["name"] for trait in tomllib.loads(text)["trait"]] == ["x"]


def test_nothing_left_out_is_not_spoken_of(tmp_path: Path) -> None:
    """No empty heading."""
    (tmp_path / "people.csv").write_text("id,x\n1,yes\n", encoding="utf-8")

    assert dict(draft_from_people("mine", tmp_path / "people.csv").files)["traits.toml"].startswith("[[trait]]")


def test_a_column_named_round_is_the_round_of_each_person(tmp_path: Path) -> None:
    """It brings a table of the rounds, and the check asks for the day of each decision and for nothing else."""
    text = "id,Round,x\n1,2022,yes\n2,2023,no\n3,?,yes\n4,2022,no\n"
    with pytest.raises(InvalidInput) as caught:
        begun(tmp_path, text)

    rounds = tmp_path / "mine" / "rounds.csv"
    told = [(one.file, one.line, one.field) for one in caught.value.problems]
    assert told == [("rounds.csv", 2, "decided"), ("rounds.csv", 3, "decided")]
    assert '# The column "Round" says in which round' in (tmp_path / "mine" / "traits.toml").read_text(encoding="utf-8")

    rounds.write_text(
        rounds.read_text(encoding="utf-8")
        .replace("2022,round,,", "2022,round,,2022-06-01")
        .replace("2023,round,,", "2023,round,,2023-06-01"),
        encoding="utf-8",
    )
    group = FilePacks(here=tmp_path).get("mine").yes_group
    assert group is not None
    assert [trait.name for trait in group.traits] == ["x"]
    assert list(group.rounds or ()) == ["2022", "2023", "", "2022"]
    assert len(group.known(date(2022, 12, 31))) == 3


def test_a_blank_round_column_brings_no_rounds(tmp_path: Path) -> None:
    """It is left out, and that is said."""
    (tmp_path / "people.csv").write_text("id,round,x\n1,,yes\n2,?,no\n", encoding="utf-8")

    files = dict(draft_from_people("mine", tmp_path / "people.csv").files)
    assert list(files) == ["traits.toml", "yes_group.csv"]
    assert files["yes_group.csv"].startswith("id,x\n")
    assert '# The column "round" was left out' in files["traits.toml"]


@pytest.mark.parametrize(
    "column",
    [
        *("sex", "Gender", "AGE", "Race/Ethnicity", "religion", "Disability", "nationality", "Marital status"),
        *("Sexo", "Género", "Edad (años)", "raza", "Etnia", "Religión", "discapacidad", "Nacionalidad", "Estado civil"),
        *("Date of birth", "birthday", "birth_date", "Fecha de nacimiento"),
        *("age_at_selection", "maritalStatus", "Estado_Civil"),
    ],
)
def test_a_column_like_sex_or_age_is_protected_and_says_why(column: str, tmp_path: Path) -> None:
    """It is never a gap nor advice, in English or Spanish."""
    (tmp_path / "people.csv").write_text(f"id,{column},phd\n1,3,yes\n2,4,no\n", encoding="utf-8")

    text = dict(draft_from_people("mine", tmp_path / "people.csv").files)["traits.toml"]
    traits = tomllib.loads(text)["trait"]
    assert [one.get("protected", False) for one in traits] == [True, False]
    assert "# Protected, for it reads like sex, age, religion" in text
    assert [trait.protected for trait in begun(tmp_path, f"id,{column}\n1,3\n").traits] == [True]


@pytest.mark.parametrize("column", ["Language", "stage", "average", "sextant", "edades", "trace"])
def test_a_column_that_only_holds_the_letters_is_not_protected(column: str, tmp_path: Path) -> None:
    """Whole words only."""
    assert "protected" not in next(iter(traits_of(tmp_path, f"id,{column}\n1,3\n").values()))


def test_whoever_has_no_name_is_a_person_of_their_own(tmp_path: Path) -> None:
    """A question mark, a dash or n/a in the column of names merges nobody."""
    group = begun(tmp_path, "name,x\n?,yes\n?,yes\n-,no\nn/a,no\nNa,no\n").yes_group

    assert group is not None
    assert list(group.ids or ()) == ["person 1", "person 2", "person 3", "person 4", "Na"]

"""A pasted table of those who got in: what is read of it. Nothing is guessed, lost or put together in silence."""

from datetime import date

import pytest

from twelfth.base import InvalidInput
from twelfth.goal import Range
from twelfth.packs import LatePeople
from twelfth.usecases import MOST_PEOPLE, PeopleRead, WhyNot

DAY = date(2026, 3, 2)


def read(text: str, **kinds: str) -> PeopleRead:
    """kinds: as k2="numeric", by place."""
    return LatePeople().read(text, kinds={int(place[1:]): kind for place, kind in kinds.items()})


def test_each_column_has_its_kind_its_blanks_and_its_ends() -> None:
    """As somebody has to know who says that it is right."""
    lines = (
        "id;Título;Años;Entrevista;Nacido",
        "1;Física;7,5;sí;1990-01-02",
        "2;Química;4;no;",
        "3;Física;;;1985-05-06",
    )
    found = read("\n".join(lines))

    seen = {one.title: one for one in found.seen}
    assert {title: one.kind for title, one in seen.items()} == {
        "id": "id", "Título": "category", "Años": "numeric", "Entrevista": "binary", "Nacido": "date"
    }  # fmt: skip
    assert (seen["Años"].lowest, seen["Años"].highest, seen["Años"].blank) == ("4", "7.5", 1)
    assert (seen["Nacido"].lowest, seen["Nacido"].highest) == ("1985-05-06", "1990-01-02")
    assert (seen["Título"].different, seen["Entrevista"].different, seen["Entrevista"].blank) == (2, 1, 1)
    assert found.people[0].levels == ("fisica", 7.5, True, date(1990, 1, 2))
    assert found.people[2].levels == ("fisica", None, None, date(1985, 5, 6))


def test_words_that_differ_in_capitals_or_accents_are_one_and_it_is_said() -> None:
    """The way most wrote it stays; of two, the one with accents; letters of other scripts are no accents."""
    found = read("id,t,u\n1,maestria,ハ\n2,Maestría,パ\n3,MAESTRIA,ハ\n4,Doctorado,パ\n5,Maestría,ハ\n")

    (degree, other) = found.seen[1:]
    assert degree.joined == (("Maestría", "maestria", "MAESTRIA"),)
    assert dict(found.columns[0].levels)["maestria"] == "Maestría"
    assert (other.joined, other.different) == ((), 2)
    assert read("id,t\n1,fisica\n2,Física\n3,x\n").seen[1].joined == (("Física", "fisica"),)


def test_somebody_may_say_of_what_kind_a_column_is() -> None:
    """What is written there and is not of that kind is left blank, and shown."""
    text = "id,grade,done\n1,7,1\n2,8,0\n3,none yet,2\n4,good,1\n"

    as_it_is, said = read(text), read(text, k1="numeric", k2="binary")

    assert [one.kind for one in as_it_is.seen] == ["id", "category", "numeric"]
    assert [one.kind for one in said.seen] == ["id", "numeric", "binary"]
    assert [one.unread for one in said.seen] == [(), ("none yet", "good"), ("2",)]
    assert [one.levels for one in said.people] == [(7.0, True), (8.0, False), (None, None), (None, True)]
    assert read("id,n\n1,7\n2,8\n", k1="category").columns[0].levels == (("x_7", "7"), ("x_8", "8"))
    assert read(text, k1="-").seen[1].why_not is WhyNot.SAID_SO


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ("blank,\n,\n?,\n-,", WhyNot.BLANK),
        ("same,\nword,\n,\n?,", WhyNot.ALL_ALIKE),
        (f"same,\n{61 * 'x'},\n{61 * 'x'},\n,", WhyNot.ALL_ALIKE),
        ("round,\n2001,\n2002,\n2003,", WhyNot.ROUND),
        ("email,\na@b,\nb@c,\nc@d,", WhyNot.NAMES),
        ("remark,\n" + "".join(f"said thing {n} of it,\n" for n in range(30)), WhyNot.TOO_MANY),
    ],
)
def test_what_compares_nobody_is_left_out_with_its_reason(column: str, why: WhyNot) -> None:
    """And the rest of the table counts."""
    lines = column.rstrip("\n").split("\n")
    text = f"{lines[0]}years\n" + "".join(f"{line}{n}\n" for n, line in enumerate(lines[1:], 2))

    found = read(text)

    assert (found.seen[0].kind, found.seen[0].why_not) == ("", why)
    assert [one.title for one in found.columns] == ["years"]


@pytest.mark.parametrize(
    ("text", "name", "title", "kind", "levels"),
    [
        ("Degree,n\ndoctor,1\nDoctor,2\ndoctor,3\n,4\n", "degree_doctor", "Degree: doctor", "binary", "yes yes yes ?"),
        ("Degree,n\nDoctor,1\ndoctor,2\nDoctor,3\n?,4\n", "degree_doctor", "Degree: Doctor", "binary", "yes yes yes ?"),
        ("Sex,n\nf,1\nf,2\n", "sex_f", "Sex: f", "binary", "yes yes"),
        ("English,n\nC1,1\nc1,2\n", "english", "English", "category", "c1 c1"),
    ],
)
def test_what_everybody_has_is_something_to_have(text: str, name: str, title: str, kind: str, levels: str) -> None:
    """What is not known of somebody stays so; a level of a language is a level; what is protected stays protected."""
    found = read(text)
    column = found.columns[0]
    said = {True: "yes", None: "?"}

    assert (column.name, column.title, column.kind) == (name, title, kind)
    assert " ".join(said.get(one.levels[0], str(one.levels[0])) for one in found.people) == levels
    assert found.seen[0].same == title.partition(": ")[2]
    assert column.protected == (name == "sex_f")


def test_what_everybody_has_takes_no_name_of_another_column() -> None:
    """It is then left out, with its reason, as before."""
    found = read("a,a x,n\nx,1,1\nx,2,2\n")

    assert [one.name for one in found.columns] == ["a_x", "n"]
    assert found.seen[0].why_not is WhyNot.ALL_ALIKE


def test_nobody_shares_a_name_and_nobody_is_dropped() -> None:
    """A line that says an earlier one again counts once; another person of the same name is told apart."""
    found = read("name,years\nAna,1\nLuz,2\nAna,1\nAna,3\n,4\n")

    assert [one.id for one in found.people] == ["Ana", "Luz", "Ana (2)", "4"]
    assert found.repeated == 1
    assert [one.id for one in read("years\n1\n1\n").people] == ["1", "2"]


def test_what_stands_around_the_table_is_named_by_its_line() -> None:
    """A title above, a total below."""
    assert read("Those of 2024,,\n,,\nid,a,b\n1,2,3\n2,3,4\nTotal,5,7\n").around == (1, 6)


@pytest.mark.parametrize("text", ["hello", "a,b,c\n", "a\tb\n\n\n"])
def test_without_a_second_line_there_is_nobody(text: str) -> None:
    """The names of the columns are no person."""
    with pytest.raises(InvalidInput) as error:
        read(text)

    assert (error.value.problems[0].thing, error.value.problems[0].value) == ("people", "0 lines")


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("", "file"),
        ("a,b\n1,\x00\n", "text"),
        ('a,b\n1,"2\n', "CSV"),
        ("a,b\n1,2,3\n", "row"),
        ('a,b\n"1,500",2\n"2,750",3\n', "number"),
        ("a,b\n01/02/2020,2\n03/04/2021,3\n", "day"),
        ("a\n" + "1\n" * (MOST_PEOPLE + 1), "size"),
        ("a\n" + "1" * 300_000, "size"),
        (",".join(f"c{n}" for n in range(201)) + "\n1\n", "columns"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, thing: str) -> None:
    """Nothing is guessed, nothing cut off."""
    with pytest.raises(InvalidInput) as error:
        read(text)

    assert error.value.problems[0].thing == thing


def test_the_table_that_is_kept_can_be_pasted_again() -> None:
    """It comes back with the same people, whatever they are called."""
    table = read('id;Título;Años (a);ok\nJosé "Pepe";Física;7,5;sí\n2;"Química, pura; o no";1.2340;no\n3;;;\n').kept(
        on=DAY
    )

    again = read(str(table)).kept(on=DAY)

    assert (again.people, again.columns) == (table.people, table.columns)
    assert not any(isinstance(level, Range) for one in again.people for level in one.levels)

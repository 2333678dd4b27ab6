"""A table of those who got in, as it is sent: shown as it was read before it is kept, or said what is wrong with it."""

import re

import pytest
from tests.web_app.client import App, text
from tests.web_app.own_goal import PEOPLE, TITLE, file, right, table

from twelfth.base import Problem
from twelfth.web.people import told_problem

DAY = "2025-12-17"
WORKBOOK = b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml\x00\x00"


@pytest.fixture
def today() -> str:
    return DAY


def test_before_a_table_is_kept_it_is_shown_as_it_was_read(app: App) -> None:
    """How many people, each column with its kind, its ends or its words, and what was put together."""
    page = text(app.post("/begin", title=TITLE, pack="blank", people=PEOPLE + "8,,\n"))

    assert "8 people were read. Of each, 2 things count. Nothing is kept yet." in page
    assert "From 4 to 11. 1 blank." in " ".join(page.split())
    assert "2 different words. 1 blank. Put together, as only capitals or accents differ: phd, PhD." in " ".join(
        page.split()
    )
    assert app.goals.cards() == ()


def test_what_is_said_to_be_right_is_what_was_shown(app: App) -> None:
    """A kind or a text changed beside the button is shown again first."""
    shown = text(app.post("/begin", title=TITLE, pack="blank", people=PEOPLE))
    digest = re.search(r'name="right" value="(\w+)"', shown)
    assert digest
    fields = {"title": TITLE, "pack": "blank", "right": digest[1]}
    other_kind = app.post("/begin", **fields, people=PEOPLE, **{"kind-2": "category"})
    other_text = app.post("/begin", **fields, people=PEOPLE + "8,phd,3\n")

    assert (other_kind.status_code, other_text.status_code) == (200, 200)
    assert "7 different words" in text(other_kind)
    assert app.goals.cards() == ()


def test_the_kind_of_a_column_can_be_said(app: App) -> None:
    """And is kept so."""
    right(app, "/begin", title=TITLE, pack="blank", people=PEOPLE, **{"kind-1": "-", "kind-2": "category"})

    assert [(one.name, one.kind) for one in table(app).columns] == [("years", "category")]


@pytest.mark.parametrize("content", [WORKBOOK, b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\x00" * 50])
@pytest.mark.parametrize(("language", "told"), [("en", "This is a workbook"), ("es", "Esto es un libro")])
def test_a_workbook_is_told_what_it_is_and_what_to_do(app: App, content: bytes, language: str, told: str) -> None:
    """At Begin and later; with no word of the program's own."""
    goal = app.begin(title="Academy", pack="blank")
    app.post("/language", language=language)
    for path, fields in (("/begin", {"title": TITLE, "pack": "blank"}), (f"/goal/{goal}/people", {})):
        response = app.post(path, file=file(content, "gente.xlsx"), **fields)

        assert response.status_code == 400
        assert told in text(response)
        assert "CSV" in text(response)
        assert "NUL" not in text(response)


@pytest.mark.parametrize("typed", ["I would like to become an astronaut", "a,b,c", "\t\t\nx"])
@pytest.mark.parametrize(("language", "told"), [("en", "There is nobody here"), ("es", "Aquí no hay ninguna persona")])
def test_a_text_that_is_no_table_has_nobody_in_it(app: App, typed: str, language: str, told: str) -> None:
    """And says what a table is; what was typed is still there."""
    app.post("/language", language=language)
    response = app.post("/begin", title=TITLE, pack="blank", people=typed)

    assert response.status_code == 400
    assert told in text(response)
    assert typed.strip() in text(response)
    assert "0 lines" not in text(response)


@pytest.mark.parametrize("content", [b"%PDF-1.7\x00\x01", b"\x89PNG\r\n\x1a\n\x00", b"", b" \n "])
def test_another_file_that_is_no_table_is_told_so(app: App, content: bytes) -> None:
    """It says how to get one."""
    response = app.post("/begin", title=TITLE, pack="blank", file=file(content))

    assert response.status_code == 400
    assert "This file is no table" in text(response)


@pytest.mark.parametrize("thing", ["number", "day", "row", "CSV", "text", "text of a table", "rows", "else"])
def test_whatever_is_wrong_with_a_table_is_said_in_words(thing: str) -> None:
    """Not in those of the program."""
    told = told_problem(Problem(thing=thing, value="<x>", expected="text without NUL characters", file="t", line=7))

    assert "NUL" not in told
    assert "%(" not in told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_as_spreadsheets_write_it(app: App, encoding: str) -> None:
    """Its letters are those that were typed."""
    lines = "id;Título\r\n" + "".join(f"{number};{'Ingeniería' if number % 2 else 'Física'}\r\n" for number in range(8))
    page = text(app.post("/begin", title="Beca", pack="blank", file=file(lines.encode(encoding))))

    assert ">Título</label>" in page
    assert "8 people were read" in page


def test_a_first_column_without_a_name_stays_the_first(app: App) -> None:
    """Cells pasted from a spreadsheet may begin with a blank one."""
    page = text(app.post("/begin", title=TITLE, pack="blank", people="\tyears\tpapers\nAna\t3\t1\nLuz\t4\t0\n"))

    assert "2 people were read" in page
    assert ">years</label>" in page


def test_a_table_from_anybody_puts_no_html_into_a_page(app: App) -> None:
    """Names, titles and words are shown as they were written, percent signs and all."""
    people = "id,<b>GPA</b> %,k\n" + "".join(f"<i>{n},{3 + n / 10},<u>{n % 2} %(x)s\n" for n in range(8))
    pages = [text(app.post("/begin", title="Own", pack="blank", people=people))]
    right(app, "/begin", title="Own", pack="blank", people=people)
    below = ("numbers", "people", "people/1", "people/add", "distance")
    pages += [text(app.get(f"/goal/own/{path}")) for path in below]

    assert all("GPA" in page for page in pages[:-1])
    assert not any(tag in page for page in pages for tag in ("<b>GPA", "<i>0", "<u>1"))


def test_a_file_that_was_sent_stays_in_the_box(app: App) -> None:
    """Where something else needs another look, or the table itself does."""
    untitled = text(app.post("/begin", title=" ", pack="blank", file=file(PEOPLE.encode())))
    unclear = text(app.post("/begin", title=TITLE, pack="blank", file=file(b'id,n\n1,"1,500"\n2,"2,750"\n')))

    assert "6,phd,6" in untitled
    assert "can be read in two ways" in unclear
    assert "2,&#34;2,750&#34;" in unclear


def test_what_everybody_has_is_asked_for(app: App) -> None:
    """It would be the widest gap of somebody without it; before the table is kept it can be left out."""
    people = "id,Degree,Papers\n1,doctor,7\n2,doctor,4\n3,doctor,9\n4,doctor,5\n5,Doctor,8\n"
    shown = text(app.post("/begin", title="Grant", pack="blank", people=people))
    right(app, "/begin", title="Grant", pack="blank", people=people)
    app.post("/goal/grant/numbers", degree_doctor="no", papers="7")
    page = text(app.get("/goal/grant/distance"))
    left = text(app.post("/begin", title="Grant", pack="blank", people=people, **{"kind-1": "-"}))

    assert "“doctor” for everybody who is known: you say whether that is so of you." in shown
    assert "The widest gap is Degree: doctor: 5 of 5 had it; you: no." in page
    assert "You left it out." in left

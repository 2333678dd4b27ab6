"""How each language writes a number and a day, and whose words are never looked up."""

import html
from datetime import date

import pytest
from django.utils.translation import override
from tests.web_app.client import App, text
from tests.web_app.own_goal import right, table

from twelfth.base import Said, parse_when
from twelfth.distance import Odds
from twelfth.goal import Range
from twelfth.usecases.keeping.exact import read_as, told_as
from twelfth.web import words, writing
from twelfth.web.page import environment
from twelfth.web.typed import number_of

THIN, SPACE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def app(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> App:
    """Its settings are what the languages are looked up in."""
    monkeypatch.setenv("TWELFTH_TODAY", "2025-12-17")
    return App(tmp_path / "home")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("3.5", "3,5"),
        ("1,096", "1096"),
        ("12,345.25", f"12{THIN}345,25"),
        ("-1,234,567", f"-1{THIN}234{THIN}567"),
        ("+0.24", "+0,24"),
        ("0.4%", f"0,4{SPACE}%"),
        ("2027", "2027"),
    ],
)
def test_a_number_is_written_as_its_language_writes_it(english: str, spanish: str) -> None:
    """No mark in four digits, a thin space in more, a comma before decimals."""
    with override("es"):
        assert writing.figure(english) == spanish
    with override("en"):
        assert writing.figure(english) == english


@pytest.mark.parametrize(
    ("when", "english", "spanish"),
    [
        ("2027-12-17", "Dec. 17, 2027", "17 de diciembre de 2027"),
        ("2027-12", "December 2027", "diciembre de 2027"),
        ("1998", "1998", "1998"),
        ("1987..2004", "1987 \N{EN DASH} 2004", "1987 \N{EN DASH} 2004"),
        ("unknown", "unknown", "no se sabe"),
    ],
)
def test_a_day_is_written_in_words(when: str, english: str, spanish: str) -> None:
    """One that may be uncertain too, as far as it is known."""
    for language, told in (("en", english), ("es", spanish)):
        with override(language):
            assert writing.when(parse_when(when)) == told


def test_what_a_template_says_is_written_so_too() -> None:
    """A day, a number and a value of a sentence, wherever they stand; a whole number may be a version."""
    page = environment().from_string("{{ on }} {{ n }} {{ whole }} {{ _('As of %(day)s.', day=on) }}")

    with override("es"):
        told = page.render(on=date(2027, 12, 17), n=3.5, whole=12345)
    assert told == "17 de diciembre de 2027 3,5 12345 Con fecha 17 de diciembre de 2027."


def test_a_sentence_of_the_core_has_its_values_written() -> None:
    """By what they are: its form is looked up, and what stands in it is no guess at the finished text."""
    said = Said(
        "%(move)s needs %(hours)s h; there are %(there)s h before the last round.", move="A", hours="1,200", there=20
    )
    rule = Said(
        "%(rubric)s: no rule is sourced before %(begins)s, and %(day)s was asked for.",
        rubric="X",
        begins=date(2015, 1, 1),
        day=date(2014, 5, 2),
    )

    with override("es"):
        assert words.core_words(said) == "A necesita 1200 h; hay 20 h antes de la última ronda."
        assert "antes del 1 de enero de 2015" in words.core_words(rule)
        assert words.level_words("3.5 to 12.5 months") == "3,5 a 12,5 meses"
        assert words.level_words("1,5 of ours") == "1,5 of ours"


def test_words_of_ones_own_are_never_looked_up(app: App) -> None:
    """While their goal is open, and for nobody who comes after."""
    people = "id,Hours\n1,7\n2,4\n3,9\n".replace("\\\n", "\n")
    right(app, "/begin", title="Distance", pack="blank", people=people)
    app.post("/goal/distance/numbers", hours="5")
    page = text(app.get("/goal/distance/distance", **{"Accept-Language": "es"}))

    assert '<span class="name"><span class="rank">1.</span>Hours</span>' in page
    assert "Distancia" in page
    app.get("/goals", **{"Accept-Language": "es"})
    with override("es"):
        assert words.titled_words("Hours") == "Horas"


@pytest.mark.parametrize(
    ("number", "shown"), [(3.125, "3,1250"), (-2.5, "-2,5"), (1234567.0, "1234567"), (1e22, "1e+22")]
)
def test_no_field_shows_a_number_that_would_be_read_as_another(number: float, shown: str) -> None:
    """Three decimals after a comma could be thousands."""
    with override("es"):
        assert writing.in_field(number) == shown
        assert float(number_of(shown)) == number
        assert writing.in_field(Range(1.5, 2.25)) == "1,5..2,25"
        assert number_of("1,5..2,25") == "1.5..2.25"


def test_a_table_with_commas_is_read_as_what_it_was(app: App) -> None:
    """Three decimals too, which could be thousands: the box holds what may be sent again."""
    right(app, "/begin", title="Beca", pack="blank", people="id,x\n1,8.1250\n2,4.5\n3,2.75\n")
    before = table(app, "beca").people
    page = text(app.get("/goal/beca/people", **{"Accept-Language": "es"}))
    box = page.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0]

    assert "1;8,1250\n2;4,5\n3;2,75" in box
    right(app, "/goal/beca/people", people=box)
    assert [(one.id, one.levels) for one in table(app, "beca").people] == [(one.id, one.levels) for one in before]


def test_an_error_is_told_in_the_language_of_the_page(app: App) -> None:
    """With its next step, and a name in it as it is."""
    page = html.unescape(text(app.get("/goal/nowhere", **{"Accept-Language": "es"})))

    assert "No hay ninguna meta 'nowhere'." in page
    assert "Todavía no se ha empezado ninguna meta." in page


def test_what_a_forecast_rests_on_is_kept_as_data() -> None:
    """An audit that is kept tells it in any language later."""
    basis = Said("%(count)s earlier cut-offs of %(kind)s", count=94, kind="Provincial nominees")
    odds = Odds(p=None, lo=None, hi=None, basis=basis)
    again = read_as(told_as(odds, Odds, where="odds"), Odds, where="odds")

    with override("es"):
        assert words.core_words(again.basis) == "94 puntajes de corte anteriores de Nominados provinciales (PNP)"  # type: ignore[attr-defined]

"""A unit beside a number: the field's own is read past, another is refused in a sentence that names both."""

import pytest
from django.utils.translation import override
from tests.web_app.client import App

from twelfth.web.asked import Asked

HOURS = "hours"


@pytest.fixture(autouse=True, scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> App:
    """Its settings are what the languages are looked up in."""
    return App(tmp_path_factory.mktemp("app") / "home")


def read(typed: str, *, unit: str = HOURS, language: str = "en", **more: bool) -> tuple[float | None, str]:
    """What a field makes of it, and its error; money in US dollars."""
    with override(language):
        asked = Asked({"field": typed}, currency="USD")
        words = {"en": unit, "es": {"hours": "horas", "months": "meses", "%": "%", "": ""}[unit]}[language]
        value = asked.number("field", low=0, high=100_000, unit=words, **more)
        return value, asked.errors.get("field", "")


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("60 h", "hours", 60),
        ("60hrs.", "hours", 60),
        ("60 hours", "hours", 60),
        ("60 horas", "hours", 60),
        ("80 percent", "%", 80),
        ("18 mos", "months", 18),
        ("2 years", "months", 24),
    ],
)
def test_the_units_of_the_field_are_read_past(typed: str, unit: str, number: float) -> None:
    """In either language, whichever the page is in."""
    assert read(typed, unit=unit) == (number, "")
    assert read(typed, unit=unit, language="es") == (number, "")


@pytest.mark.parametrize(
    "typed", ["$500", "500 $", "US$ 500", "500 USD", "usd 500", "500 dollars", "500 dólares", "500"]
)
def test_money_may_have_its_sign_its_word_or_its_currency(typed: str) -> None:
    """Before it or behind."""
    assert read(typed, unit="", money=True) == (500, "")


@pytest.mark.parametrize(
    ("typed", "unit", "expected"),
    [
        ("60 months", "hours", "“60 months”: expected hours, not months."),
        ("60 h", "months", "“60 h”: expected months, not hours."),
        ("$60", "hours", "“$60”: expected hours, not $."),
        ("80 %", "hours", "“80 %”: expected hours, not %."),
        ("500 CAD", "", "“500 CAD”: expected an amount in USD, not in CAD."),
        ("€500", "", "“€500”: expected an amount in USD, not in €."),
        ("60 h", "", "“60 h”: expected an amount in USD, not in hours."),
    ],
)
def test_another_unit_is_refused_with_both_names(typed: str, unit: str, expected: str) -> None:
    """Nothing is converted: it may be a slip of the hand."""
    assert read(typed, unit=unit, money=not unit) == (None, expected)


def test_hours_of_each_are_asked_for_as_hours_of_all() -> None:
    """In both languages, and neither by the week; where a week's hours are asked for, these may be named."""
    all_of_it = "“10h each”: expected the hours of all of it together, not of each."

    assert read("10h each") == (None, all_of_it)
    assert "las horas de todo junto" in read("10 h cada uno", language="es")[1]
    assert "not so much a week" in read("10 h a week")[1]
    assert read("10 h a week", weekly=True) == (10, "")
    assert read("2 h each day", weekly=True)[1].endswith("expected the hours of a whole week.")
    assert read("5 h/sem", weekly=True) == (5, "")
    assert read("40 HRS", unit="", money=True)[0] is None
    assert read("10 h each", unit="", money=True)[1].endswith("expected one figure for all of it together.")


def test_what_is_no_unit_stays_a_mistake_of_before() -> None:
    """And a number whose thousands stand apart is asked about as ever."""
    assert read("60 apples")[1].startswith("“60 apples”: expected a number")
    assert read("1,500 h")[1].startswith("“1,500 h”: expected a number")

"""Numbers and days as people type them."""

import pytest

from twelfth.web.typed import day_of, number_of


@pytest.mark.parametrize(
    ("typed", "units", "read"),
    [
        ("1 year", ("months",), "12"),
        ("2 años y 3 meses", ("months", "meses"), "27"),
        ("1,5 years", ("months",), "18"),
        ("18 meses", ("months", "meses"), "18"),
        ("CLB 8", ("CLB",), "8"),
        ("clb8", ("CLB",), "8"),
        ("2000 CAD", ("CAD",), "2000"),
        ("4 years", ("years",), "4"),
        ("80 %", ("%",), "80"),
        ("6,5", (), "6.5"),
        ("12..24", ("months",), "12..24"),
        ("1,500", (), "1,500"),
        ("1,500 years", ("months",), "1,500 years"),
        ("many", ("months",), "many"),
        ("CLBs 8", ("CLB",), "CLBs 8"),
    ],
)
def test_a_number_may_stand_beside_its_unit(typed: str, units: tuple[str, ...], read: str) -> None:
    """What can be meant in two ways, and what is no number, comes back as it was."""
    assert number_of(typed, *units) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("June 2025", "2025-06"),
        ("junio de 2025", "2025-06"),
        ("Jun. 2025", "2025-06"),
        ("setiembre 2024", "2024-09"),
        ("12 de junio de 2025", "2025-06-12"),
        ("June 3, 2025", "2025-06-03"),
        ("2025-06", "2025-06"),
        ("1987..2004", "1987..2004"),
        ("ju 2025", "ju 2025"),
        ("marvel 2025", "marvel 2025"),
        ("03/04/2025", "03/04/2025"),
    ],
)
def test_a_month_may_be_named(typed: str, read: str) -> None:
    """In English and in Spanish."""
    assert day_of(typed) == read


def test_a_point_before_three_digits_may_be_thousands_where_decimals_have_a_comma() -> None:
    """1.600 is asked about in Spanish, as 1,600 is everywhere."""
    assert [number_of(one, mark=",") for one in ("1.600", "1.6", "1,6")] == ["1,600", "1.6", "1.6"]
    assert number_of("1.600") == "1.600"

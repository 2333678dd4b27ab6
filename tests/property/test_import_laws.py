"""Laws of importing: a clean table messed up in known ways reads back the same, and looking writes nothing."""

import csv
import io
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from twelfth.base import InvalidInput
from twelfth.packs import FileSheets
from twelfth.packs.sheet import Options, cleaned, read_sheet
from twelfth.usecases import SheetQuestion, preview_import

LEVELS = ("bachelor", "master", "doctorate")
UNKNOWN = ("", "n/a", "?", "-", "unknown", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mess:
    """How a clean table is spoilt without a change of what it says."""

    separator: str
    decimal: str
    thousands: str
    unknown: str
    unit: str
    title: bool
    total: bool
    mark: bool
    encoding: str
    ending: str


@st.composite
def messes(draw: st.DrawFn) -> Mess:
    separator = draw(st.sampled_from([",", ";", "\t"]))
    decimal = draw(st.sampled_from([".", ","]))
    thousands = draw(st.sampled_from(["", " ", "'", "\u202f", "," if decimal == "." else "."]))
    return Mess(
        separator=separator,
        decimal=decimal,
        thousands=thousands,
        unknown=draw(st.sampled_from(UNKNOWN)),
        unit=draw(st.sampled_from(["", " h", " hours", "%"])),
        title=draw(st.booleans()),
        total=draw(st.booleans()),
        mark=draw(st.booleans()),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])),
        ending=draw(st.sampled_from(["\n", "\r\n"])),
    )


Person = tuple[int | None, int | None, str | None, bool | None]
"""Hours in hundredths, a grade in tenths, a degree, a licence; None where unknown."""
PEOPLE = st.lists(
    st.tuples(
        st.none() | st.integers(0, 3_000_000),
        st.none() | st.integers(11, 49).filter(lambda tenths: tenths % 10 > 0),
        st.none() | st.sampled_from(LEVELS),
        st.none() | st.booleans(),
    ),
    min_size=2,
    max_size=8,
)


def number(hundredths: int, mess: Mess) -> str:
    whole, rest = divmod(hundredths, 100)
    return f"{whole:,}".replace(",", mess.thousands) + f"{mess.decimal}{rest:02d}"


def spoilt(people: list[Person], mess: Mess) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mess.separator, lineterminator=mess.ending)
    if mess.title:
        writer.writerow(["People selected", "", "", "", ""])
        writer.writerow([])
    writer.writerow(["Name", "Hours", "Grade", "Degree", "Licence"])
    for index, (hours, grade, degree, licence) in enumerate(people):
        writer.writerow(
            [
                f"person {index}",
                mess.unknown if hours is None else number(hours, mess) + mess.unit,
                mess.unknown if grade is None else f"{grade // 10}{mess.decimal}{grade % 10}",
                mess.unknown if degree is None else degree,
                mess.unknown if licence is None else ("Yes" if licence else "NO"),
            ]
        )
        if mess.mark:
            writer.writerow(["", "", "", "", ""])
    if mess.total:
        writer.writerow(["Total", "12", "", "", ""])
    return out.getvalue().encode(mess.encoding)


def read_back(content: bytes) -> list[Person]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_bytes(content)
        table = cleaned(read_sheet(path), Options(), texts=("Name",)).table
    return [
        (
            None if not row[1] else round(float(row[1]) * 100),
            None if not row[2] else round(float(row[2]) * 10),
            row[3] or None,
            None if not row[4] else row[4] == "yes",
        )
        for row in table.rows
    ]


@settings(max_examples=150, deadline=None)
@given(PEOPLE, messes())
def test_a_table_messed_up_in_known_ways_reads_back_the_same(people: list[Person], mess: Mess) -> None:
    """Law: what a person wrote is what is read, whatever the separator, signs, titles, totals and encoding."""
    assert read_back(spoilt(people, mess)) == people


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(1_000, 999_999), min_size=1, max_size=6), st.sampled_from([",", ";", "\t"]))
def test_thousands_by_a_comma_alone_are_never_guessed(numbers: list[int], separator: str) -> None:
    """Law: 1,234 among numbers like it is refused, or the decimal sign is said and then it is exact."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerows([["Name", "Hours"], *([f"p{n}", f"{one:,}"] for n, one in enumerate(numbers))])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        path.write_text(out.getvalue(), encoding="utf-8")
        said = cleaned(read_sheet(path), Options(decimal="point"), texts=("Name",)).table
        refused = False
        try:
            cleaned(read_sheet(path), Options(), texts=("Name",))
        except InvalidInput:
            refused = True

    assert refused
    assert [row[1] for row in said.rows] == [str(one) for one in numbers]


@settings(max_examples=60, deadline=None)
@given(PEOPLE, messes(), st.sampled_from(["yes-group", "labelled", "grid", "cut-offs"]))
def test_looking_writes_nothing(people: list[Person], mess: Mess, kind: str) -> None:
    """Law: whatever the table and the kind, a preview leaves the folder as it was."""
    with TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "people.csv").write_bytes(spoilt(people, mess))
        before = {path.name: path.read_bytes() for path in here.iterdir()}
        with suppress(InvalidInput):
            preview_import(SheetQuestion(kind=kind, file="people.csv"), folder="mine", sheets=FileSheets(here=here))
        after = {path.name: path.read_bytes() for path in here.rglob("*")}

    assert after == before

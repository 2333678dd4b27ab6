"""Whatever stands where a number, a day, a name or a row should be: a finite answer, or a refusal in a sentence.

30,000 of them in `make test-trust`, some in `make test`.
"""

import copy
import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.foreign import CASE, DAY, HEAD, KINDS, PEOPLE, SHEETS, WORK, check_finite, readers
from tests.kept_goals import EVENT, PLAIN_CARD
from tests.roadmap_files import INSTANCE
from tests.small_pack import FILES, write_pack
from tests.tried import TRUST, proved

from twelfth.base import NotEnoughData, TwelfthError, plain
from twelfth.compose import sent_work
from twelfth.goal import Case, Process
from twelfth.packs import FileSheets, LatePeople, read_case, read_instance, read_pack
from twelfth.store import MemoryCases, MemoryGoals, MemoryPacks
from twelfth.usecases import (
    WHOLE,
    Begun,
    CaseOf,
    SheetQuestion,
    estimate_odds,
    export_goals,
    export_text,
    measure_gap,
    preview_import,
    read_export,
)

law = settings(
    max_examples=proved(60, of=6000),
    deadline=None,
    derandomize=not TRUST,
    database=None,
    suppress_health_check=list(HealthCheck),
)
ODD_WORDS = (
    "nan", "NaN", "inf", "-inf", "Infinity", "1e308", "-1e308", "1.7976931348623157e308", "1e999", "5e-324",
    "-5e-324", "2.2250738585072014e-308", "0", "-0.0", "1e-12", "1e15", "1e16", "9" * 40, "9" * 400, "1_000",
    "0x10", "１２", "½", "", " ", "?", "unknown", "yes", "no", "true", "\0", "a\0b", "\ud83d", "\udcff", "\u202e",
    "\x1b[31m", "é" * 30, "x" * 300, "=1+1", "a,b", 'a"b', "a\nb", "2025-02-30", "0001-01-01", "9999-12-31",
    "2011..2009", "1987..2004", "1..2", "2..1", "-1..-2", "nan..inf", "<10", "10%", "1,234", "own", "own paper",
    "nobody", "r1", "r2", "degree", "years", "master",
)  # fmt: skip
WORDS = st.sampled_from(ODD_WORDS) | st.floats().map(repr) | st.integers().map(str) | st.text(max_size=6)
NUMBERS = st.floats() | st.sampled_from((0, 1, -1, 10**15, 10**16, 10**308, 10**400, 1e308, 5e-324, True))
DAYS = st.dates().map(str) | st.sampled_from(("0001-01-01", "9999-12-31", "2016-02-30", "2016-01-01..2014-01-01", ""))
VALUES = WORDS | NUMBERS | st.none() | st.sampled_from(([], {}, [[]], [1, 2], {"a": 1}))
CELLS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 15), WORDS), max_size=2)
ASKED_ON = date(2016, 7, 1)
"""A day on which the small pack has an answer."""
ROWS = st.sampled_from(("all", "all", "all", "none", "first", "twice", "backwards"))
CATEGORIES = proved(20_000, of=100_000)
MOST_SECONDS = proved(10, of=40)
"""Of the processor's time, for so many; one by one against all the others they take longer even where they are few."""


class Today:
    def today(self) -> Any:
        return ASKED_ON


def table(text: str, cells: Sequence[tuple[int, int, str]], rows: str) -> bytes:
    """A table with some cells replaced, the header too, and some rows left out, or doubled with their ids."""
    found = list(csv.reader(io.StringIO(text), delimiter=next((one for one in "\t;" if one in text), ",")))
    for row, column, word in cells:
        line = found[row % len(found)]
        line[column % len(line)] = word
    kept = {"all": found, "none": found[:1], "first": found[:2], "twice": [*found, *found[1:]]}
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(kept.get(rows, [found[0], *found[:0:-1]]))
    return out.getvalue().encode("utf-8", "surrogatepass")


def answered(case: Case, process: Process) -> None:
    """What is asked first of whoever brings a case: how far, and what are the odds; finite, or too little is known."""
    cases = MemoryCases(MemoryPacks(process), case)
    for ask in (measure_gap, estimate_odds):
        with suppress(NotEnoughData):
            plain(ask(case.name, cases=cases, clock=Today()))


@contextmanager
def refused_or_finite() -> Iterator[None]:
    try:
        yield
    except TwelfthError as refusal:
        told = str(refusal).strip()
    else:
        return
    assert told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("foreign")
    write_pack(made)
    (made / "mine.toml").write_text(CASE, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def small(folder: Path) -> Process:
    return read_pack(folder / "small")


@law
@given(file=st.sampled_from([name for name in FILES if name.endswith(".csv")]), cells=CELLS, rows=ROWS)
def test_a_pack_with_odd_tables(folder: Path, file: str, cells: list[tuple[int, int, str]], rows: str) -> None:
    """Law: the pack is refused, or what it answers of a case is finite."""
    pack = folder / "small"
    try:
        (pack / file).write_bytes(table(FILES[file], cells, rows))
        with refused_or_finite():
            process = read_pack(pack)
            check_finite(process)
            answered(read_case(folder / "mine.toml", pack_of=lambda _: process), process)
    finally:
        (pack / file).write_text(FILES[file], encoding="utf-8")


@law
@given(
    lines=st.lists(st.tuples(st.integers(0, 60), VALUES), min_size=1, max_size=2),
    twice=st.sampled_from((False, False, False, True)),
)
def test_a_case_with_odd_fields(folder: Path, small: Process, lines: list[tuple[int, object]], twice: bool) -> None:
    """Law: the case is refused, or what is answered of it is finite."""
    text = CASE.splitlines()
    places = [at for at, line in enumerate(text) if " = " in line]
    for at, value in lines:
        place = places[at % len(places)]
        text[place] = f"{text[place].partition(' = ')[0]} = {_toml(value)}"
    (folder / "odd.toml").write_bytes("\n".join(text * (1 + twice)).encode("utf-8", "surrogatepass"))
    with refused_or_finite():
        case = read_case(folder / "odd.toml", pack_of=lambda _: small)
        check_finite(case)
        answered(case, small)


@law
@given(kind=st.sampled_from(tuple(SHEETS)), cells=CELLS, rows=ROWS)
def test_a_spreadsheet_with_odd_cells(folder: Path, kind: str, cells: list[tuple[int, int, str]], rows: str) -> None:
    """Law: it is refused, or becomes a pack that is read, or is told what is still to be filled in."""
    (folder / "sheet.csv").write_bytes(table(SHEETS[kind], cells, rows))
    question = SheetQuestion(kind=kind, file="sheet.csv")
    with refused_or_finite():
        read, draft = preview_import(question, folder="sheet", sheets=FileSheets(here=folder))
        check_finite(read)
        pack = folder / "sheet"
        pack.mkdir(exist_ok=True)
        for old in pack.iterdir():
            old.unlink()
        for name, content in draft.files:
            (pack / name).write_text(content, encoding="utf-8")
        check_finite(read_pack(pack))


@law
@given(
    text=st.sampled_from(PEOPLE),
    cells=CELLS,
    rows=ROWS,
    kinds=st.dictionaries(st.integers(0, 5), st.sampled_from(KINDS[1:]), max_size=2),
)
def test_a_pasted_table_with_odd_cells(
    text: str, cells: list[tuple[int, int, str]], rows: str, kinds: dict[int, str]
) -> None:
    """Law: it is refused, or what is kept of it is finite and goes into an export and out of it as it was."""
    pasted = table(text, cells, rows).decode("utf-8", "replace")
    with refused_or_finite():
        kept = LatePeople().read(pasted, kinds=kinds).kept(on=DAY)
        check_finite(kept)
        goals = MemoryGoals()
        goals.begin(Begun(card=PLAIN_CARD, things=(kept,)), event=EVENT)
        (read,) = read_export(dict(export_goals(goals=goals).members)[WHOLE])
        assert [row.thing for row in read.rows] == [kept]
        check_finite(LatePeople().read(str(kept), kinds={}))


@law
@given(text=st.sampled_from(WORK), cells=CELLS, rows=ROWS)
def test_a_table_of_work_with_odd_cells(text: str, cells: list[tuple[int, int, str]], rows: str) -> None:
    """Law: it is refused, or there is a line for each of its lines, with a day or without one."""
    content = table(text, cells, rows)
    with refused_or_finite():
        lines = [one.line for one in sent_work(content, file="work.csv")]
        assert len(lines) <= content.count(b"\n") + content.count(b"\r")
        assert lines == sorted(set(lines))


@law
@given(
    agreed=st.sampled_from((True, True, True, False)),
    spoils=st.lists(
        st.tuples(st.lists(st.integers(0, 30), min_size=2, max_size=7), st.tuples(WORDS, DAYS, NUMBERS, VALUES)),
        min_size=1,
        max_size=2,
    ),
)
def test_an_export_with_odd_values(
    small: Process, whole: Any, agreed: bool, spoils: list[tuple[list[int], tuple[object, ...]]]
) -> None:
    """Law: it is refused, or what is read of it is told again in the same words, and what is asked of it is finite.

    Where `agreed`, a row is spoilt in its trail as well, so that nothing but the value can be wrong.
    """
    told = copy.deepcopy(whole)
    for path, values in spoils:
        if agreed:
            _put_in_row(told["goals"][0], path, values)
        else:
            _put(told, path, values[-1])
    with refused_or_finite():
        goals = read_export(json.dumps(told))
        check_finite(goals)
        assert read_export(export_text(goals)) == goals
        kept = MemoryGoals()
        kept.restore(*goals, event=EVENT)
        for card in kept.cards():
            cases = CaseOf(kept.get(card.thing.name), _AnyPack(small))
            answered(cases.get(card.thing.name), small)


@law
@given(spoils=st.lists(st.tuples(st.lists(st.integers(0, 30), min_size=1, max_size=3), VALUES), min_size=1, max_size=3))
def test_an_instance_with_odd_values(folder: Path, spoils: list[tuple[list[int], object]]) -> None:
    """Law: it is refused, or every number in it is finite."""
    told = copy.deepcopy(INSTANCE)
    for path, value in spoils:
        _put(told, path, value)
    (folder / "asked.json").write_text(json.dumps(told), encoding="utf-8")
    with refused_or_finite():
        check_finite(read_instance(folder / "asked.json"))


MANY: dict[str, tuple[str, Callable[[int], str]]] = {
    "yes-group": ("Name,Degree,Hours\n", lambda n: f"p{n},d{n},{n}\n"),
    "labelled": ("Name,Decision,Degree,GPA\n", lambda n: f"p{n},{'yes' if n % 3 else 'no'},d{n},{n % 40 / 10}\n"),
    "cut-offs": ("Date,Type,Score\n", lambda n: f"20{n % 90 + 10}-01-0{n % 9 + 1},kind {n},{n}\n"),
    "grid": ("GPA,Test,Accepted,Applicants\n", lambda n: f"{n}-{n},1-5,1,2\n"),
}


@pytest.mark.parametrize("kind", MANY)
def test_a_hundred_thousand_categories(folder: Path, kind: str) -> None:
    """They are read or refused, and never looked at one by one against all the others."""
    head, line = MANY[kind]
    content = head + "".join(map(line, range(CATEGORIES)))
    (folder / "many.csv").write_text(content, encoding="utf-8")
    began = process_time()
    with refused_or_finite():
        check_finite(FileSheets(here=folder).read(SheetQuestion(kind=kind, file="many.csv")))
    assert process_time() - began < MOST_SECONDS


@pytest.mark.parametrize("lines", [2_000, CATEGORIES])
def test_a_pasted_table_of_as_many_people_as_there_may_be_and_more(lines: int) -> None:
    """And one of work: read in little time, or refused in less."""
    began = process_time()
    with refused_or_finite():
        people = "".join(f"p{n},d{n % 100},{n}\n" for n in range(lines))
        check_finite(LatePeople().read(f"Name,Degree,Hours\n{people}", kinds={}).kept(on=DAY))
    with refused_or_finite():
        work = "".join(f"20{n % 90 + 10}-01-0{n % 9 + 1},{n}\n" for n in range(lines))
        assert len(sent_work(f"on,minutes\n{work}".encode(), file="work.csv")) == lines
    assert process_time() - began < MOST_SECONDS


@pytest.mark.parametrize("rows", [0, 1, CATEGORIES])
def test_a_pack_of_nobody_of_one_and_of_many_ids(folder: Path, rows: int) -> None:
    """And of one id many times."""
    for same in (False, True):
        lines = "".join(f"{0 if same else n},r1,no,master,{n % 50}\n" for n in range(rows))
        pack = folder / f"{rows}-{same}" / "small"
        pack.mkdir(parents=True)
        for name in ("traits.toml", "sources.csv", "rounds.csv"):
            (pack / name).write_text(FILES[name], encoding="utf-8")
        (pack / "pack.toml").write_text(HEAD, encoding="utf-8")
        (pack / "labelled.csv").write_text(f"id,round,outcome,degree,years\n{lines}", encoding="utf-8")
        with refused_or_finite():
            check_finite(read_pack(pack))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An export as JSON, of a goal that the small pack answers."""
    examples = readers(tmp_path_factory.mktemp("examples"))["export"].examples
    told = json.loads(examples[0])
    for goal in told["goals"]:
        goal["card"]["thing"]["pack"] = "small"
        for change in goal["trail"]:
            for row in (change["before"], change["after"]):
                if row and row["kind"] == goal["card"]["kind"]:
                    row["thing"]["pack"] = "small"
    return told


class _AnyPack(MemoryPacks):
    """One pack, whatever it is called."""

    def __init__(self, process: Process) -> None:
        super().__init__(process)
        self._process = process

    def get(self, name: str) -> Process:
        return self._process


def _toml(value: object) -> str:
    if isinstance(value, float | bool | int):
        return repr(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else "[]"


def _put(told: Any, path: list[int], value: object) -> None:
    """Replace what stands at a place, counted around where there is less."""
    for at in path[:-1]:
        keys = list(told) if isinstance(told, dict) else list(range(len(told)))
        inside = [key for key in keys if isinstance(told[key], dict | list) and told[key]]
        if not inside:
            break
        told = told[inside[at % len(inside)]]
    keys = list(told) if isinstance(told, dict) else list(range(len(told)))
    told[keys[path[-1] % len(keys)]] = copy.deepcopy(value)


def _put_in_row(goal: Any, path: list[int], values: tuple[object, ...]) -> None:
    """Replace one field of a row, or of the card, by one like it, and wherever its trail tells of the same row."""
    row = (goal["card"], *goal["rows"])[path[0] % (1 + len(goal["rows"]))]
    field = list(row["thing"])[path[1] % len(row["thing"])]
    was, (word, day, number, value) = row["thing"][field], values
    if isinstance(was, str):
        value = day if was[:4].isdecimal() else word
    elif isinstance(was, int | float) and not isinstance(was, bool):
        value = number
    for change in goal["trail"]:
        for one in (change["before"], change["after"]):
            if one and (one["kind"], one["row"]) == (row["kind"], row["row"]):
                one["thing"][field] = copy.deepcopy(value)
    row["thing"][field] = copy.deepcopy(value)

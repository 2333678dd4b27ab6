"""Everything that reads what a stranger may have written: from bytes to what they say, or to a refusal in a sentence.

Each reader has examples that it reads, from which tests make others. What is read from a file is read from a file.
"""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

import numpy as np
from tests.kept_goals import CARD, EVENT, THINGS
from tests.roadmap_files import INSTANCE, write_files
from tests.small_pack import FILES, write_pack

from twelfth.base import TwelfthError, day_from, parse_day, parse_when
from twelfth.compose import sent_work
from twelfth.goal import Case, Process, parse_condition, parse_number, profile
from twelfth.packs import FileSheets, LatePeople, read_case, read_instance, read_pack, read_plan
from twelfth.packs.file_roads import FileRoads
from twelfth.store import MemoryGoals
from twelfth.store.archive import archive_of, text_in
from twelfth.usecases import LEAVE_OUT, WHOLE, Begun, Note, SheetQuestion, export_goals, read_export

DAY = date(2025, 12, 17)
SHEETS = {
    "yes-group": "Name,Hours,Degree,Licence\nAna,1 200,PhD,x\nBen,900,MSc,\nCleo,n/a,PhD,x\n",
    "labelled": "Applicant;Decision;GPA;Round\nA1;Accepted;3,9;2022\nA2;rejected;3,1;2022\nA3;Not selected;3,4;2023\n",
    "grid": "GPA \\ Test,1-5,6-9\n3.50-4.00,<10/40,30 of 90\n3.00-3.49,-,22/1150 (2%)\n",
    "cut-offs": '#,Date,Round type,Issued,Lowest score\n7,"December 16, 2025",French,"5,000",515\n6,2025-12-02,,n/a,\n',
}
PEOPLE = (
    'id,Degree,Years (a),Pilot,Born\nAna,PhD,"1,5",yes,1990-01-31\nBen,phd,3.25,no,\nCléo,MSc,?,yes,1985-05-04\n',
    "Name\tDegree\tHours\nAna\tPhD\t1200\nAna\tMSc\t90\nTotal\t\t1290\n",
)
KINDS = ("", "numeric", "category", "binary", LEAVE_OUT)
"""What is said of one column of them, or is not."""
WORK = (
    "goal,on,minutes,towards,note\nmoon,2025-12-01,90,russian,verbs\n,2025-12-03,30,,\n",
    "Fecha;horas;nota\n31/12/2024;1,5;'=1+1\n01/02/2025;2;\n",
)
CASE = """\
schema = 1
name = "mine"
title = "Mine"
pack = "small"
[[source]]
id = "own"
title = "What I state"
[[fact]]
trait = "english"
value = 22.5
scale = "Exam"
from = "2016-05"
source = "own"
[[fact]]
trait = "years"
value = "3..5"
from = 2009-01-01
to = "2010..2012"
certainty = "stated"
source = "own"
[[attempt]]
round = "r1"
source = "own"
[[attempt.stage]]
stage = "submitted"
on = 2010-01-15
[[attempt.stage]]
stage = "not_selected"
on = 2010-06-01
[[way]]
trait = "degree"
level = "master"
hours = 700
source = "own"
[capacity]
hours_per_week = 10
money = 3000
currency = "CAD"
"""
HEAD = """\
schema = 1
name = "small"
title = "Small"
version = "1.0.0"
compiled = 2020-01-01
[[kind]]
name = "yearly"
title = "Yearly round"
"""
PACK_FILES = FILES | {
    "ways.csv": (
        "trait,level,hours_low,hours_high,months,cost_low,cost_high,currency,source\n"
        "degree,master,900,1200,24,5000,9000,EUR,own\n"
    ),
    "grid.csv": "years,english,accepted,applicants,source\n3..4,1..5,<10,40,own\n3..4,6..9,30,90,own\n",
    "labelled.csv": "id,round,outcome,degree,years\nann,r1,no,bachelor,3\nann,r2,yes,master,4\nbob,r1,yes,none,?\n",
}
BESIDE = {
    "pack.toml": ("requirements.toml", "rubrics/grid.toml", "rubrics/grid.csv", "rounds.csv", "selected.csv"),
    "rubrics/grid.toml": ("rubrics/grid.csv",),
    "rubrics/grid.csv": ("rubrics/grid.toml",),
    "funnel.csv": ("rounds.csv",),
    "selected.csv": ("rounds.csv",),
    "labelled.csv": ("rounds.csv",),
    "pool_scores.csv": ("rounds.csv",),
}
"""What a file of a pack speaks of, besides traits and sources."""
TYPED = ("2009", "2009-05..2011", "before 2012", "+3w", "1,234.5", "3..5", "age from 20 to 29 and meets degree", "2e3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """read: what bytes say; raises TwelfthError where they are refused. examples: bytes that it reads."""

    read: Callable[[bytes], object]
    examples: tuple[bytes, ...]


def readers(folder: Path) -> dict[str, Reader]:
    """Every reader by its name. folder: empty, for the files that are read."""
    whole = _export()
    small = read_pack(write_pack(folder))
    found = {
        "archive": Reader(
            read=lambda content: text_in(content, WHOLE), examples=(archive_of([(WHOLE, "{}"), ("a.csv", "a,b\n")]),)
        ),
        "export": Reader(read=lambda content: read_export(content.decode("utf-8", "replace")), examples=(whole,)),
        "case": _of_file(folder / "mine.toml", _case_reader(small), CASE),
        "pack": _pack_reader(folder),
        "typed": Reader(read=_typed, examples=tuple(one.encode() for one in TYPED)),
    }
    for kind, example in SHEETS.items():
        found[kind] = _of_file(folder / f"{kind}.csv", _sheet_reader(folder, kind), example)
    plan, road = ((write_files(folder) / name).read_text() for name in ("plan.json", "road.json"))
    found["instance"] = _of_file(folder / "asked.json", read_instance, json.dumps(INSTANCE))
    found["plan"] = _of_file(folder / "work.json", read_plan, plan)
    found["people"] = _people_reader()
    found["work"] = Reader(
        read=lambda content: sent_work(content, file="work.csv"), examples=tuple(one.encode() for one in WORK)
    )
    found["road"] = _of_file(folder / "drawn.json", lambda path: FileRoads(here=folder).get(path.name), road)
    return found


def found_in(reader: Reader, content: bytes) -> object:
    """What bytes say, looked through for numbers that are none; None where they are refused.

    Raises:
        ValueError: something of what was read is infinite, or not a number where a number is meant.
    """
    try:
        found = reader.read(content)
    except TwelfthError as refusal:
        if not str(refusal):
            raise ValueError("Expected a refusal with a sentence, got none.") from refusal
        return None
    check_finite(found)
    return found


def check_finite(found: object) -> None:
    """In a table of people NaN is what nobody knows; anywhere else it is a mistake, and infinity is one everywhere.

    Raises:
        ValueError: a number is none.
    """
    if found is None or isinstance(found, str | bytes | int | date):
        return
    if isinstance(found, float):
        if not math.isfinite(found):
            raise ValueError(f"Expected a finite number, got {found}.")
    elif isinstance(found, np.ndarray):
        if found.dtype.kind == "f" and np.isinf(found).any():
            raise ValueError("Expected no infinity in a table.")
    elif is_dataclass(found):
        for field in fields(found):
            check_finite(getattr(found, field.name))
    elif isinstance(found, Mapping):
        for key, value in found.items():
            check_finite(key)
            check_finite(value)
    elif isinstance(found, Iterable):
        for value in found:
            if type(value) is not str:  # as most of them are
                check_finite(value)


def _export() -> bytes:
    goals = MemoryGoals()
    goals.begin(Begun(card=CARD, things=(*THINGS[:4], *THINGS[-12:])), event=EVENT)
    goals.keep(CARD.name, Note(on=DAY, text="more"), event=EVENT)
    return dict(export_goals(goals=goals).members)[WHOLE].encode()


def _of_file(path: Path, read: Callable[[Path], object], example: str) -> Reader:
    def from_bytes(content: bytes) -> object:
        path.write_bytes(content)
        return read(path)

    return Reader(read=from_bytes, examples=(example.encode(),))


def _case_reader(process: Process) -> Callable[[Path], object]:
    """A case and what is true of the person, as every answer reads it."""

    def read(path: Path) -> object:
        case: Case = read_case(path, pack_of=lambda _: process)
        readings = profile(case.facts, DAY, traits=process.traits)
        return case, [readings[trait.name].level for trait in process.traits]

    return read


def _sheet_reader(folder: Path, kind: str) -> Callable[[Path], object]:
    sheets = FileSheets(here=folder)
    return lambda path: sheets.read(SheetQuestion(kind=kind, file=path.name))


def _people_reader() -> Reader:
    """What is kept of a pasted table. The first byte says of which column what is said by whoever pastes it."""

    def read(content: bytes) -> object:
        place, kind = divmod(content[0] if content else 0, len(KINDS))
        kinds = {place % 6: KINDS[kind]} if KINDS[kind] else {}
        return LatePeople().read(content[1:].decode("utf-8", "replace"), kinds=kinds).kept(on=DAY)

    return Reader(read=read, examples=tuple(bytes([at]) + text.encode() for at in (0, 7) for text in PEOPLE))


def _pack_reader(folder: Path) -> Reader:
    """The first byte says which file of a pack the rest is, beside the fewest others that it needs."""
    packs = tuple((_lean_pack(folder, name), name) for name in PACK_FILES)

    def read(content: bytes) -> object:
        pack, name = packs[content[0] % len(packs) if content else 0]
        (pack / name).write_bytes(content[1:])
        return read_pack(pack)

    return Reader(read=read, examples=tuple(bytes([at]) + text.encode() for at, text in enumerate(PACK_FILES.values())))


def _lean_pack(folder: Path, name: str) -> Path:
    """A pack that holds as little as one of its files needs."""
    pack = folder / "packs" / name.replace("/", "-") / "small"
    beside = (*BESIDE.get(name, ()), "sources.csv")
    (pack / "rubrics").mkdir(parents=True)
    for one in (name, *beside):
        (pack / one).write_text(PACK_FILES[one], encoding="utf-8")
    if name != "pack.toml":
        (pack / "pack.toml").write_text(HEAD, encoding="utf-8")
    if name != "traits.toml":
        (pack / "traits.toml").write_text(_traits_in("".join(PACK_FILES[one] for one in (name, *beside))), "utf-8")
    return pack


def _traits_in(text: str) -> str:
    """The traits that a text speaks of, and those that they are derived from; at least one."""
    words, kept = set(re.findall(r"\w+", text)) | {"degree"}, list[str]()
    for block in reversed(PACK_FILES["traits.toml"].split("\n\n")):
        if words & set(re.findall(r'name = "(\w+)"', block)):
            words |= set(re.findall(r"\w+", block))
            kept.insert(0, block)
    return "\n\n".join(kept)


def _typed(content: bytes) -> object:
    """What is typed into one field: each way to read it, refused or not."""
    text = content.decode("utf-8", "replace")
    found: list[object] = []
    for read in _WAYS_TO_TYPE:
        try:
            found.append(read(text))
        except TwelfthError as refusal:
            found.append(str(refusal))
    return found


_WAYS_TO_TYPE: tuple[Callable[[str], object], ...] = (
    parse_when,
    parse_day,
    lambda text: day_from(text, today=DAY),
    lambda text: parse_number(text, thing="number"),
    lambda text: parse_condition(text, lambda _name, written: float(len(written))),
)

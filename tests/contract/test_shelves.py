"""The shelves on files and in memory behave alike, and whatever is written is written with an audit event."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from tests.small_pack import write_pack

from twelfth.base import Conflict, NotFound
from twelfth.compose import LabelLearner, LatePlanner, LateRedrawer, LateSimulator
from twelfth.engines import AnytimePlanner, AnytimeRedrawer, FittedLabels, LifeSimulator
from twelfth.goal import Case
from twelfth.packs import FileCases, FileInstances, FilePacks, FileRoads, FileSheets, LatePeople, read_pack
from twelfth.store import (
    MemoryAuditLog,
    MemoryCases,
    MemoryEffort,
    MemoryGoals,
    MemoryPacks,
    OrmEffort,
    OrmGoals,
)
from twelfth.usecases import (
    AuditEvent,
    AuditLog,
    CaseOf,
    CaseShelf,
    Clock,
    Draft,
    EffortLog,
    GoalArchive,
    GoalBook,
    Goals,
    GoalShelf,
    InstanceShelf,
    KeptCases,
    Learned,
    Learner,
    OneRoad,
    PackShelf,
    PeopleReader,
    Planner,
    Redrawer,
    RoadShelf,
    SheetReader,
    Simulator,
    WorkBook,
    ports,
)
from twelfth.usecases.keeping import ports as keeping_ports
from twelfth.usecases.plans import ports as plan_ports
from twelfth.usecases.roads import ports as road_ports

EVENT = AuditEvent(action="new", subject="mine", on=date(2025, 1, 2))
CASE = 'schema = 1\nname = "mine"\ntitle = "Mine"\npack = "small"\n'


class Shelves(NamedTuple):
    """A shelf of packs holding `small`, and a shelf of cases holding `mine`."""

    packs: PackShelf
    cases: CaseShelf


def on_files(folder: Path) -> Shelves:
    built_in, examples, here = folder / "packs", folder / "cases", folder / "here"
    for one in (built_in, examples, here):
        one.mkdir()
    write_pack(built_in)
    (examples / "mine.toml").write_text(CASE)
    packs = FilePacks(here=here, built_in=built_in)
    return Shelves(packs, FileCases(packs, here=here, examples=examples))


def in_memory(folder: Path) -> Shelves:
    packs = MemoryPacks(read_pack(write_pack(folder)))
    return Shelves(packs, MemoryCases(packs, Case(name="mine", title="Mine", pack="small", facts=())))


@pytest.fixture(params=[on_files, in_memory], ids=lambda one: one.__name__)
def shelves(request: pytest.FixtureRequest, tmp_path: Path) -> Shelves:
    build: Callable[[Path], Shelves] = request.param
    return build(tmp_path)


def test_names_are_listed(shelves: Shelves) -> None:
    """A shelf lists what it holds."""
    assert (shelves.packs.names(), shelves.cases.names()) == (("small",), ("mine",))


def test_a_pack_comes_by_its_name(shelves: Shelves) -> None:
    """And is the process of that name."""
    assert shelves.packs.get("small").name == "small"


def test_a_case_comes_by_its_name(shelves: Shelves) -> None:
    """And is the case of that name."""
    assert shelves.cases.get("mine") == Case(name="mine", title="Mine", pack="small", facts=())


def test_the_process_of_a_case_is_that_of_its_pack(shelves: Shelves) -> None:
    """The case names the pack."""
    assert shelves.cases.process_of("mine").title == "A small process"


@pytest.mark.parametrize("name", ["nobody", "small/../small", "MINE"])
def test_what_is_not_there_is_not_found(name: str, shelves: Shelves) -> None:
    """The sentence names it, the next step what there is."""
    with pytest.raises(NotFound, match="no pack") as pack:
        shelves.packs.get(name)
    with pytest.raises(NotFound, match="no case") as case:
        shelves.cases.get(name)
    with pytest.raises(NotFound, match="no case"):
        shelves.cases.process_of(name)

    assert "small" in pack.value.next_step
    assert "mine" in case.value.next_step


def test_a_pack_is_added_once(shelves: Shelves) -> None:
    """The second of the same name is refused and changes nothing."""
    draft = Draft(name="other", files=(("pack.toml", "x = 1\n"),))

    where = shelves.packs.add(draft, event=EVENT)

    assert where.endswith("other")
    with pytest.raises(Conflict, match="'other' is there already"):
        shelves.packs.add(replace(draft, files=()), event=EVENT)


def test_a_pack_never_takes_the_name_of_one_on_the_shelf(shelves: Shelves) -> None:
    """It would hide it."""
    with pytest.raises(Conflict, match="'small' is there already"):
        shelves.packs.add(Draft(name="small", files=()), event=EVENT)


def test_a_case_is_added_once(shelves: Shelves) -> None:
    """The second of the same name is refused and changes nothing."""
    draft = Draft(name="yours.toml", files=(("yours.toml", CASE),))

    where = shelves.cases.add(draft, event=EVENT)

    assert where.endswith("yours.toml")
    with pytest.raises(Conflict, match=r"'yours\.toml' is there already"):
        shelves.cases.add(draft, event=EVENT)


def test_a_table_of_people_that_is_not_there_is_not_found(shelves: Shelves) -> None:
    """A draft needs its file."""
    with pytest.raises(NotFound, match=r"people\.csv"):
        shelves.packs.draft_from_people("other", "people.csv")


def test_the_memory_shelves_keep_every_event_and_draft(tmp_path: Path) -> None:
    """A refused write leaves neither."""
    packs = MemoryPacks()
    cases = MemoryCases(packs)
    packs.add(Draft(name="a", files=()), event=EVENT)
    cases.add(Draft(name="b.toml", files=()), event=EVENT)
    with pytest.raises(Conflict):
        packs.add(Draft(name="a", files=()), event=EVENT)

    assert (packs.events, cases.events) == ([EVENT], [EVENT])
    assert (list(packs.drafts), list(cases.drafts)) == (["a"], ["b.toml"])


WRITING = ("add", "amend", "append", "begin", "create", "delete", "drop", "erase", "insert", "keep", "put", "recard",
           "record", "remove", "replace", "restore", "save", "set", "store", "update", "write")  # fmt: skip
PROTOCOLS = [
    one
    for where in (ports, plan_ports, road_ports, keeping_ports)
    for _, one in inspect.getmembers(where, inspect.isclass)
    if getattr(one, "_is_protocol", False) and one is not Protocol
]
ADAPTERS = {
    PackShelf: (FilePacks, MemoryPacks),
    CaseShelf: (FileCases, MemoryCases, CaseOf, KeptCases),
    GoalShelf: (),
    GoalBook: (),
    GoalArchive: (),
    WorkBook: (),
    Goals: (MemoryGoals, OrmGoals),
    EffortLog: (MemoryEffort, OrmEffort),
    AuditLog: (MemoryAuditLog,),
    Clock: (),
    SheetReader: (FileSheets,),
    PeopleReader: (LatePeople,),
    Learner: (LabelLearner,),
    Learned: (FittedLabels,),
    RoadShelf: (FileRoads, OneRoad),
    InstanceShelf: (FileInstances,),
    Planner: (AnytimePlanner, LatePlanner),
    Simulator: (LifeSimulator, LateSimulator),
    Redrawer: (AnytimeRedrawer, LateRedrawer),
}
READ_ONLY = (
    Clock,
    EffortLog,
    SheetReader,
    PeopleReader,
    Learner,
    Learned,
    InstanceShelf,
    RoadShelf,
    Planner,
    Simulator,
    Redrawer,
)


def writing_methods(kind: type) -> list[str]:
    names = [name for name, _ in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")]
    return [name for name in names if name.split("_")[0] in WRITING]


def takes_an_event(kind: type, method: str) -> bool:
    parameter = inspect.signature(getattr(kind, method)).parameters.get("event")
    return (
        parameter is not None
        and parameter.kind is parameter.KEYWORD_ONLY
        and parameter.default is parameter.empty
        and parameter.annotation in (AuditEvent, "AuditEvent")
    )


def test_every_port_has_its_adapters_listed_here() -> None:
    """A new port must be added to this test."""
    assert set(PROTOCOLS) == set(ADAPTERS)


@pytest.mark.parametrize("kind", [*PROTOCOLS, *(one for several in ADAPTERS.values() for one in several)])
def test_every_writing_method_takes_an_audit_event(kind: type) -> None:
    """By keyword, and never by default: no write without who, what and when."""
    missing = [name for name in writing_methods(kind) if not takes_an_event(kind, name)]

    assert missing == []


@pytest.mark.parametrize("protocol", [one for one in PROTOCOLS if one not in READ_ONLY])
def test_every_port_that_writes_is_seen_to_write(protocol: type) -> None:
    """The words this test looks for are those the ports use."""
    assert writing_methods(protocol)


@pytest.mark.parametrize(
    ("protocol", "adapter"), [(one, each) for one, several in ADAPTERS.items() for each in several]
)
def test_an_adapter_has_every_method_of_its_port(protocol: type, adapter: type) -> None:
    """With the same parameters."""
    for name, method in inspect.getmembers(protocol, inspect.isfunction):
        if not name.startswith("_"):
            assert list(inspect.signature(getattr(adapter, name)).parameters) == list(
                inspect.signature(method).parameters
            )


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_port_asks_for_few_methods(protocol: type) -> None:
    """Ports are small, or nobody writes another adapter; one that only joins others asks for none of its own."""
    methods = [name for name, one in vars(protocol).items() if inspect.isfunction(one) and not name.startswith("_")]
    joined = [one for one in protocol.__bases__ if one in PROTOCOLS]

    assert (len(methods) == 0) if joined else (1 <= len(methods) <= 4)

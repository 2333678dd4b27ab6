"""Packs and case files: a process, or a person, as plain files anybody can edit. Reads, checks and writes them."""

from importlib import import_module
from typing import TYPE_CHECKING

from twelfth.packs.case_file import read_case
from twelfth.packs.file_instances import FileInstances
from twelfth.packs.file_roads import FileRoads
from twelfth.packs.file_sheets import FileSheets
from twelfth.packs.late_people import LatePeople
from twelfth.packs.read_pack import read_pack
from twelfth.packs.shelf import FileCases, FilePacks

if TYPE_CHECKING:
    from twelfth.packs.roadmap_file import read_instance, read_plan, work_of
    from twelfth.packs.table import text_of
    from twelfth.packs.work_sheet import work_lines

LATE = {
    "read_instance": "roadmap_file",
    "read_plan": "roadmap_file",
    "text_of": "table",
    "work_lines": "work_sheet",
    "work_of": "roadmap_file",
}
"""Loaded when asked for: most commands draw no roadmap and read no table of work."""


def __getattr__(name: str) -> object:
    if name not in LATE:
        raise AttributeError(f"module 'twelfth.packs' has no attribute {name!r}")
    return getattr(import_module(f"twelfth.packs.{LATE[name]}"), name)


__all__ = [
    "FileCases",
    "FileInstances",
    "FilePacks",
    "FileRoads",
    "FileSheets",
    "LatePeople",
    "read_case",
    "read_instance",
    "read_pack",
    "read_plan",
    "text_of",
    "work_lines",
    "work_of",
]

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

OF_ROADMAPS = ("read_instance", "read_plan", "work_of")
"""Loaded when asked for: most commands draw no roadmap."""


def __getattr__(name: str) -> object:
    if name not in OF_ROADMAPS:
        raise AttributeError(f"module 'twelfth.packs' has no attribute {name!r}")
    return getattr(import_module("twelfth.packs.roadmap_file"), name)


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
    "work_of",
]

"""Packs and case files: a process, or a person, as plain files anybody can edit. Reads, checks and writes them."""

from twelfth.packs.case_file import read_case
from twelfth.packs.file_sheets import FileSheets
from twelfth.packs.read_pack import read_pack
from twelfth.packs.roadmap_file import read_instance, read_plan, work_of
from twelfth.packs.shelf import FileCases, FilePacks

__all__ = ["FileCases", "FilePacks", "FileSheets", "read_case", "read_instance", "read_pack", "read_plan", "work_of"]

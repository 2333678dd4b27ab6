"""Spreadsheets as people really save them: where the table is, and what its columns hold."""

from twelfth.packs.sheet.cleaned import Cleaned, Options, cleaned, resolved
from twelfth.packs.sheet.column import unknown
from twelfth.packs.sheet.sheet import Sheet, read_sheet, sheet_of

__all__ = ["Cleaned", "Options", "Sheet", "cleaned", "read_sheet", "resolved", "sheet_of", "unknown"]

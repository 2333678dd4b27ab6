"""Spreadsheets in files: which reader takes which kind."""

from pathlib import Path

from twelfth.packs.cut_off_sheet import cut_offs_read
from twelfth.packs.from_people import people_read
from twelfth.packs.grid_sheet import grid_read
from twelfth.packs.labelled_sheet import labelled_read
from twelfth.packs.sheet import Options, Sheet, read_sheet, resolved
from twelfth.usecases import SheetQuestion, SheetRead

READERS = {"yes-group": people_read, "labelled": labelled_read, "cut-offs": cut_offs_read}


class FileSheets:
    """A SheetReader over CSV files below `here`, or what is typed."""

    def __init__(self, *, here: Path) -> None:
        self._here = here

    def read(self, question: SheetQuestion) -> SheetRead:
        """Raises NotFound, InvalidInput."""
        options = Options(
            maps=dict(question.maps),
            units=dict(question.units),
            outcome=question.outcome,
            decimal=question.decimal,
            dates=question.dates,
        )
        sheet = self._sheet(question.file)
        if question.kind == "grid":
            return grid_read(sheet, options, self._sheet(question.applicants) if question.applicants else None)
        return READERS[question.kind](sheet, resolved(options, sheet))

    def _sheet(self, file: str) -> Sheet:
        return read_sheet(None if file == "-" else self._here / file)

"""What a spreadsheet holds for the question asked of it: which reader takes which kind."""

from pathlib import Path

from twelfth.packs.cut_off_sheet import cut_offs_read
from twelfth.packs.from_people import people_read
from twelfth.packs.grid_sheet import grid_read
from twelfth.packs.labelled_sheet import labelled_read
from twelfth.packs.sheet import Options, Sheet, read_sheet, resolved
from twelfth.usecases import SheetQuestion, SheetRead

READERS = {"yes-group": people_read, "labelled": labelled_read, "cut-offs": cut_offs_read}


def answered_sheet(question: SheetQuestion, *, here: Path) -> SheetRead:
    """Read the CSV files named, below `here`, or what is typed.

    Raises:
        NotFound: there is no such file.
        InvalidInput: a sheet that does not answer the question.
    """
    options = Options(
        maps=dict(question.maps),
        units=dict(question.units),
        outcome=question.outcome,
        decimal=question.decimal,
        dates=question.dates,
    )
    sheet = _sheet(question.file, here)
    if question.kind == "grid":
        return grid_read(sheet, options, _sheet(question.applicants, here) if question.applicants else None)
    return READERS[question.kind](sheet, resolved(options, sheet))


def _sheet(file: str, here: Path) -> Sheet:
    return read_sheet(None if file == "-" else here / file)

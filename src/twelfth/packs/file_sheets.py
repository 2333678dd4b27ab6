"""Spreadsheets in files. What reads them is loaded with the first one: of all commands only `import` has any."""

from pathlib import Path

from twelfth.usecases import SheetQuestion, SheetRead


class FileSheets:
    """A SheetReader over CSV files below `here`, or what is typed."""

    def __init__(self, *, here: Path) -> None:
        self._here = here

    def read(self, question: SheetQuestion) -> SheetRead:
        """Raises NotFound, InvalidInput."""
        from twelfth.packs.answered_sheet import answered_sheet

        return answered_sheet(question, here=self._here)

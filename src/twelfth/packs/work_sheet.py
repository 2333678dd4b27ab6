"""A table of work that was done: the one an export has, or any other with a day and a time on each line.

Says what stands on each line; deliberately judges nothing but the day, of which the whole table decides whether the
month comes first.
"""

from twelfth.packs.limits import MOST_CSV_BYTES
from twelfth.packs.sheet.day import order_of, written_day
from twelfth.packs.table import parse_table, refused, text_of
from twelfth.usecases import WorkLine

MOST_LINES = 20_000
"""Entries: fifteen a week are 8,000 after ten years."""
NAMES = {
    "goal": ("goal",),
    "on": ("on", "day", "date", "día", "dia", "fecha"),
    "minutes": ("minutes", "minutos"),
    "hours": ("hours", "horas", "time", "tiempo"),
    "towards": ("towards", "para", "on what", "en qué"),
    "note": ("note", "notes", "nota", "notas"),
}
"""What each column may be called; a column of any other name is left out."""
NO_COLUMNS = "a column on, for the day, and a column minutes or hours"


def work_lines(content: bytes, *, file: str) -> tuple[WorkLine, ...]:
    """The lines of a table.

    Raises:
        InvalidInput: too large, no text, no table, or without a column for the day or for the time.
    """
    if len(content) > MOST_CSV_BYTES:
        raise refused(file, None, "text", f"{len(content):,} bytes", f"at most {MOST_CSV_BYTES:,} bytes")
    table = parse_table(text_of(content, file), file)
    called = {name.casefold(): place for place, name in enumerate(table.header)}
    where = {field: next((called[name] for name in names if name in called), None) for field, names in NAMES.items()}
    if where["on"] is None or (where["minutes"] is None and where["hours"] is None):
        raise refused(file, 1, "columns", ", ".join(table.header), NO_COLUMNS)
    if len(table.rows) > MOST_LINES:
        raise refused(file, None, "lines", f"{len(table.rows):,}", f"at most {MOST_LINES:,} lines")
    cells = [
        {field: "" if place is None else row[place].strip() for field, place in where.items()} for row in table.rows
    ]
    days = [written_day(one["on"]) for one in cells]
    order = order_of(day for day in days if day is not None)
    return tuple(
        WorkLine(line=line, day=None if day is None or (day.unclear and not order) else day.told(order), **one)
        for line, day, one in zip(table.lines, days, cells, strict=True)
    )

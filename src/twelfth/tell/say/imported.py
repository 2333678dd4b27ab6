"""What was understood of a spreadsheet, in words."""

from twelfth.base import shorten
from twelfth.tell.paper import Paper
from twelfth.usecases import ColumnRead, ImportRead

MOST_SHOWN = 20
"""Doubtful cells named on the screen; all are in the JSON."""
WHAT = {
    "yes-group": "those selected, one a line",
    "labelled": "people with their outcome, one a line",
    "grid": "accepted and applicants by two bands",
    "cut-offs": "rounds with their cut-offs",
}


def say_import(answer: ImportRead, *, colour: bool = False) -> str:
    """The whole preview."""
    paper = Paper(colour=colour)
    paper.title(f"{answer.file} · {WHAT.get(answer.kind, answer.kind)} · into {answer.folder}")
    paper.heading(f"Columns ({answer.rows} {'cells' if answer.kind == 'grid' else 'rows'})")
    paper.rows([(shorten(one.column, most=30), column_words(one, answer.rows)) for one in answer.columns], most=30)
    paper.heading("First rows as they would be written")
    paper.para(" | ".join(answer.header), indent=2)
    for row in answer.first:
        paper.para(" | ".join(cell or "?" for cell in row), indent=2)
    if answer.doubtful:
        paper.heading(f"Doubtful cells, left unknown ({len(answer.doubtful)})")
        for one in answer.doubtful[:MOST_SHOWN]:
            paper.bullet(f"line {one.line}, {shorten(one.column)}: {shorten(one.value)!r}, {one.told}.")
        if len(answer.doubtful) > MOST_SHOWN:
            paper.bullet(f"and {len(answer.doubtful) - MOST_SHOWN} more; all with --json.")
    if answer.notes:
        paper.heading("What to know")
        for sentence in answer.notes:
            paper.bullet(sentence)
    paper.heading("Files")
    paper.para(", ".join(answer.files), indent=2)
    paper.gap()
    if answer.written is None:
        paper.para("Nothing is written yet. To write it, give the same command with --yes.")
    else:
        paper.para(f"Written: {answer.written}")
        paper.para(f"Look at it, then: twelfth pack check {answer.folder}")
    return paper.text()


def column_words(one: ColumnRead, rows: int) -> str:
    """What becomes of one column."""
    if not one.becomes:
        return f"left out: {one.why_not}"
    unit = f" in {one.unit}" if one.unit else ""
    levels = f": {', '.join(one.levels)}" if one.levels else ""
    known = "" if one.known == rows else f"; {rows - one.known} unknown"
    guard = "; protected: never a gap, never advice" if one.protected else ""
    return f"{one.becomes}, {one.kind}{unit}{levels}{known}{guard}"

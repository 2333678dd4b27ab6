"""Bring a spreadsheet of one's own: first what was understood of it, then, where it is wanted, a pack of it."""

from dataclasses import dataclass

from twelfth.base import invalid
from twelfth.usecases.goals.begin import ONE_KIND, SOURCES_CSV, pack_toml
from twelfth.usecases.ports import (
    AuditEvent,
    Clock,
    ColumnRead,
    DoubtfulCell,
    Draft,
    PackShelf,
    SheetQuestion,
    SheetReader,
)

EVIDENCE = {"yes-group": "yes group", "labelled": "labelled", "grid": "grid", "cut-offs": "cut-offs"}
"""What an audit of the new pack is made of, by the kind of spreadsheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRead:
    """What was understood of a spreadsheet, and where it was written.

    rows: how many lines of the table count. header, first: the beginning of what is written. doubtful: cells left
    unknown. notes: what was left out, and how it was read. files: that the pack has. written: the folder; None where
    nothing was written.
    """

    kind: str
    file: str
    folder: str
    columns: tuple[ColumnRead, ...]
    rows: int
    header: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    doubtful: tuple[DoubtfulCell, ...]
    notes: tuple[str, ...]
    files: tuple[str, ...]
    written: str | None


def preview_import(question: SheetQuestion, *, folder: str, sheets: SheetReader) -> tuple[ImportRead, Draft]:
    """What a spreadsheet would become as a new pack in `folder`. Writes nothing.

    Raises:
        NotFound: no such file.
        InvalidInput: an unknown kind, a folder whose name is no name of a pack, or a spreadsheet that cannot be
            understood, with each cell named.
    """
    if question.kind not in EVIDENCE:
        raise invalid("kind of spreadsheet", question.kind, f"one of {', '.join(EVIDENCE)}")
    name = folder.rstrip("/").rpartition("/")[2]
    evidence = EVIDENCE[question.kind]
    pack_toml(name, evidence=evidence)  # so that a name that is none is told before a long file is read
    found = sheets.read(question)
    head = pack_toml(name, evidence=evidence, points=found.points, kinds=found.kinds or ONE_KIND)
    files = (("pack.toml", head), ("sources.csv", SOURCES_CSV), *found.files)
    answer = ImportRead(
        kind=question.kind,
        file=question.file,
        folder=folder,
        columns=found.columns,
        rows=found.rows,
        header=found.header,
        first=found.first,
        doubtful=found.doubtful,
        notes=found.notes,
        files=tuple(file for file, _ in files),
        written=None,
    )
    return answer, Draft(name=folder.rstrip("/"), files=files, notes=found.notes)


def write_import(draft: Draft, *, packs: PackShelf, clock: Clock) -> str:
    """Write the pack of a spreadsheet and return where.

    Raises:
        Conflict: something of that name is there already.
    """
    return packs.add(draft, event=AuditEvent(action="import", subject=draft.name, on=clock.today()))

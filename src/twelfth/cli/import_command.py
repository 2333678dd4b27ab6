"""twelfth import: a spreadsheet of one's own, looked at first and written then; or what was kept, brought back."""

import sys
from typing import Annotated

import typer

from twelfth.cli.answer import Json, emit, note
from twelfth.cli.bring_back import bring_back, is_kept_file

Pairs = list[str]


def import_command(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="What the table holds: yes-group, labelled, grid or cut-offs. Or, alone, an export (.zip) or a case "
            "file (.toml) to keep.",
        ),
    ],
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]", help="A CSV as a spreadsheet saves it; - to type or paste it.", show_default=False
        ),
    ] = "",
    into: Annotated[
        str, typer.Option("--into", metavar="FOLDER", help="The new pack's folder; a table needs it.")
    ] = "",
    maps: Annotated[
        Pairs | None,
        typer.Option("--map", metavar="COLUMN=TRAIT", help="What a column becomes; COLUMN=- leaves it out."),
    ] = None,
    units: Annotated[Pairs | None, typer.Option("--unit", metavar="COLUMN=UNIT", help="The unit of a column.")] = None,
    outcome: Annotated[
        str, typer.Option("--outcome", metavar="COLUMN", help="labelled: the column that says who was selected.")
    ] = "",
    applicants: Annotated[
        str, typer.Option("--applicants", metavar="FILE", help="grid: a second table, of the applicants.")
    ] = "",
    decimal: Annotated[
        str, typer.Option("--decimal", metavar="SIGN", help="What is decimal in this table: point or comma.")
    ] = "",
    dates: Annotated[
        str, typer.Option("--dates", metavar="ORDER", help="How days are written: day-first or month-first.")
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Write the files; without it they are only shown.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Of an export or a case: only say what would be kept.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make a pack of a spreadsheet, or keep what an export or a case file holds."""
    if is_kept_file(kind) and not file:
        bring_back(kind, dry_run=dry_run, as_json=as_json)
        return
    _check_table(kind, file, into)
    from dataclasses import replace

    from twelfth.compose import workplace
    from twelfth.tell import say_import
    from twelfth.usecases import SheetQuestion, preview_import, write_import

    place = workplace()
    question = SheetQuestion(
        kind=kind,
        file=file,
        maps=_pairs("--map", maps),
        units=_pairs("--unit", units),
        outcome=outcome,
        applicants=applicants,
        decimal=decimal,
        dates=dates,
    )
    answer, draft = preview_import(question, folder=into, sheets=place.sheets)
    asked = not (yes or as_json or file == "-" or context.obj) and on_a_terminal()
    if yes:
        answer = replace(answer, written=write_import(draft, packs=place.packs, clock=place.clock))
    emit(answer, schema="import", as_json=as_json, text=lambda colour: say_import(answer, colour=colour))
    if asked and typer.confirm(f"Write these files into {into}?", err=True):
        note(write_import(draft, packs=place.packs, clock=place.clock))
        note(f"Look at them, then: twelfth pack check {into}")


def _check_table(kind: str, file: str, into: str) -> None:
    """A table needs its kind, its file and a folder."""
    if not file:
        raise typer.BadParameter(
            f"{kind} alone says too little: give KIND FILE --into FOLDER for a table, or the one name of an export "
            "(.zip) or of a case file (.toml)."
        )
    if not into:
        raise typer.BadParameter("A table needs the folder of its new pack: --into FOLDER.")


def on_a_terminal() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _pairs(option: str, given: Pairs | None) -> tuple[tuple[str, str], ...]:
    from twelfth.base import invalid

    pairs = []
    for one in given or []:
        column, equals, value = one.rpartition("=")
        if not (equals and column.strip() and value.strip()):
            raise invalid(option, one, "COLUMN=NAME, such as GPA=gpa", next_step="Put it in quotes if it has spaces.")
        pairs.append((column.strip(), value.strip()))
    return tuple(pairs)

"""twelfth export, backup, restore, doctor: what is kept is yours, and safe."""

from typing import Annotated

import typer

from twelfth.cli.answer import Json, emit, note, write


def export_command(
    goals: Annotated[
        list[str] | None,
        typer.Argument(metavar="[GOAL]...", help="Names of goals; without one, all.", show_default=False),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FILE", help="Else twelfth-<today>.zip in this folder.")] = "",
) -> None:
    """Take everything with you: one ZIP with every goal, its history, tables and a calendar."""
    from twelfth.compose import archive_bytes, home_of, keeping, save_archive
    from twelfth.tell import goals_calendar
    from twelfth.usecases import dated_goals, export_goals

    kept = keeping(home_of())
    export = export_goals(*(goals or ()), goals=kept.goals)
    calendar = goals_calendar(dated_goals(*export.goals, goals=kept.goals, packs=kept.place.packs))
    file = to or f"twelfth-{kept.place.clock.today()}.zip"
    save_archive(file, archive_bytes(export, ("calendar.ics", calendar)))
    note(f"{', '.join(export.goals)}: with every change there ever was. Your private notes are in it.")
    note(f"Bring it back with: twelfth import {file}")
    write(f"{file}\n")


def backup_command() -> None:
    """Copy the whole database, dated and with its SHA-256. It is done by itself once a day of use; 30 are kept."""
    from twelfth.compose import SystemClock, back_up_home, home_of

    made = back_up_home(home_of(), on=SystemClock().today())
    note(f"Put it back with: twelfth restore {made.name}")
    write(f"{made.name}\n")


def restore_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The name of a backup, or its path.")],
) -> None:
    """Put a backup back in the place of what is kept now, which becomes a backup first."""
    from twelfth.compose import SystemClock, home_of, restore_home

    before = restore_home(home_of(), file, on=SystemClock().today())
    note(f"{file} is what is kept now.")
    if before:
        note(f"What was there before: twelfth restore {before}")
        write(f"{before}\n")


def doctor_command(as_json: Json = False) -> None:
    """How the database is doing: SQLite, permissions, integrity, tables, the last backup. Changes nothing."""
    from twelfth.cli.exits import ERROR
    from twelfth.compose import SystemClock, health_of, home_of
    from twelfth.tell import say_health

    answer = health_of(home_of(), today=SystemClock().today())
    emit(
        answer,
        schema="doctor",
        as_json=as_json,
        text=lambda colour: say_health(
            answer.folder, [(one.what, one.ok, one.told) for one in answer.lines], ok=answer.ok, colour=colour
        ),
    )
    if not answer.ok:
        raise typer.Exit(ERROR)

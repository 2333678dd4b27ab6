"""twelfth case: show, check, new."""

from typing import Annotated

import typer

from twelfth.cli.answer import AsOf, Json, emit, note, write

case_app = typer.Typer(
    help="People as plain files: show, check, begin your own.", no_args_is_help=True, rich_markup_mode=None
)
CaseName = Annotated[str, typer.Argument(metavar="CASE", help="A built-in case or the path of a case file.")]


@case_app.command("show")
def show_command(case: CaseName, as_of: AsOf = None, as_json: Json = False) -> None:
    """A person's profile and attempts as of a day."""
    from twelfth.compose import workplace
    from twelfth.tell import say_case
    from twelfth.usecases import show_case

    place = workplace()
    answer = show_case(case, cases=place.cases, clock=place.clock, as_of=place.day(as_of))
    emit(answer, schema="case", as_json=as_json, text=lambda colour: say_case(answer, colour=colour))


@case_app.command("check")
def check_command(case: CaseName, as_json: Json = False) -> None:
    """Read a case file and name every mistake by line, field, value and what was expected."""
    from twelfth.compose import workplace
    from twelfth.tell import checked_case
    from twelfth.usecases import show_case

    place = workplace()
    answer = show_case(case, cases=place.cases, clock=place.clock)
    emit(
        answer,
        schema="case",
        as_json=as_json,
        text=lambda _: checked_case(answer),
    )


@case_app.command("new")
def new_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new file, without .toml: a-z, 0-9 and _.")],
    pack: Annotated[
        str, typer.Option("--pack", metavar="PACK", help="The pack it is about: built-in, or the path of a folder.")
    ] = "express-entry",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the file instead of writing it.")] = False,
) -> None:
    """Begin a case file in the current folder, with every trait of the pack to fill in."""
    from twelfth.compose import workplace
    from twelfth.usecases import begin_case, draft_case

    place = workplace()
    draft = draft_case(name, pack=pack, packs=place.packs)
    if dry_run:
        write(draft.files[0][1])
        return
    where = begin_case(draft, cases=place.cases, clock=place.clock)
    note(f"Fill it in, then: twelfth case check {draft.name}")
    write(f"{where}\n")

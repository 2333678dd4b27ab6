"""twelfth pack: list, show, check, new."""

from typing import Annotated

import typer

from twelfth.cli.answer import Json, emit, note, write

pack_app = typer.Typer(
    help="Processes as plain files: list, show, check, begin your own.", no_args_is_help=True, rich_markup_mode=None
)


@pack_app.command("list")
def list_command(as_json: Json = False) -> None:
    """Every built-in pack."""
    from twelfth.compose import workplace
    from twelfth.tell import say_packs
    from twelfth.usecases import list_packs

    answer = list_packs(packs=workplace().packs)
    emit(answer, schema="packs", as_json=as_json, text=lambda colour: say_packs(answer, colour=colour))


@pack_app.command("show")
def show_command(
    name: Annotated[str, typer.Argument(metavar="PACK", help="A built-in pack or the path of a pack's folder.")],
    sources: Annotated[bool, typer.Option("--sources", help="List every source with its address.")] = False,
    as_json: Json = False,
) -> None:
    """What a pack holds: evidence, traits, kinds of round, changes of the rules, what cannot be known."""
    from twelfth.compose import workplace
    from twelfth.tell import say_pack
    from twelfth.usecases import show_pack

    answer = show_pack(name, packs=workplace().packs)
    emit(answer, schema="pack", as_json=as_json, text=lambda colour: say_pack(answer, sources=sources, colour=colour))


@pack_app.command("check")
def check_command(
    path: Annotated[str, typer.Argument(metavar="PATH", help="The folder of a pack.")], as_json: Json = False
) -> None:
    """Read a pack and name every mistake by file, line, field, value and what was expected."""
    from twelfth.compose import workplace
    from twelfth.tell import checked_pack
    from twelfth.usecases import show_pack

    answer = show_pack(path, packs=workplace().packs)
    emit(
        answer,
        schema="pack",
        as_json=as_json,
        text=lambda _: checked_pack(answer),
    )


@pack_app.command("new")
def new_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the new folder: a-z, 0-9 and -.")],
    from_csv: Annotated[
        str,
        typer.Option(
            "--from-csv",
            metavar="FILE",
            help="A CSV with one selected person a line, its columns becoming traits; - to type or paste it.",
        ),
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help="A title for people.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the files instead of writing them.")] = False,
) -> None:
    """Begin a pack of your own in the current folder."""
    from twelfth.compose import workplace
    from twelfth.usecases import begin_pack, draft_pack

    place = workplace()
    draft = draft_pack(name, packs=place.packs, people=from_csv, title=title)
    for one in draft.notes:
        note(one)
    if dry_run:
        for file, content in draft.files:
            write(f"--- {file}\n{content}\n")
        return
    where = begin_pack(draft, packs=place.packs, clock=place.clock)
    note("Look at traits.toml, then: twelfth pack check " + name)
    write(f"{where}\n")

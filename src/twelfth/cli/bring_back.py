"""twelfth import FILE: an export of Twelfth, or a case file, becomes goals that are kept."""

from twelfth.cli.answer import emit, note, write

KINDS = (".zip", ".toml")


def is_kept_file(name: str) -> bool:
    """Whether a file is one of those, by its name."""
    return name.lower().endswith(KINDS)


def bring_back(file: str, *, dry_run: bool, as_json: bool) -> None:
    """Keep what is in the file, all of it or nothing."""
    if file.lower().endswith(".zip"):
        _export(file, dry_run=dry_run, as_json=as_json)
    else:
        _case(file, dry_run=dry_run)


def _export(file: str, *, dry_run: bool, as_json: bool) -> None:
    from twelfth.compose import home_of, keeping, read_archive
    from twelfth.tell import say_goals_brought
    from twelfth.usecases import import_goals, preview_goals

    text = read_archive(file)
    kept = keeping(home_of())
    if dry_run:
        answer = preview_goals(text, goals=kept.goals, packs=kept.place.packs)
    else:
        answer = import_goals(text, goals=kept.goals, packs=kept.place.packs, clock=kept.place.clock)
    emit(
        answer,
        schema="goals-brought",
        as_json=as_json,
        text=lambda colour: say_goals_brought(answer, colour=colour),
    )


def _case(file: str, *, dry_run: bool) -> None:
    from twelfth.compose import home_of, keeping, workplace
    from twelfth.usecases import keep_case

    place = workplace()
    kept = keeping(home_of())
    if dry_run:
        case = place.cases.get(file)
        note(f"{file} would be kept as the goal {case.name}. Nothing was written.")
        return
    begun = keep_case(file, cases=place.cases, packs=kept.place.packs, goals=kept.goals, clock=kept.place.clock)
    note(f"Kept as a goal. Look at it with: twelfth serve, or twelfth odds {begun.card.name}")
    write(f"{begun.card.name}\n")

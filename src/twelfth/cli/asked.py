"""What several commands about a plan are asked of: a case, or an instance file. One of the two, and never both."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from twelfth.compose import Workplace
    from twelfth.usecases import Ground

MaybeCase = Annotated[
    str, typer.Argument(metavar="[CASE]", help="A built-in case, or the path of a case file.", show_default=False)
]
MaybeInstance = Annotated[
    str, typer.Option("--instance", metavar="FILE", help="In place of a case: what can be done and with what, as JSON.")
]
MaybePlan = Annotated[
    str | None, typer.Option("--plan", metavar="FILE", help="The plan that is there; without it the best found.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Of a case: the last day that counts.")]


def check_one(case: str, instance: str, command: str) -> None:
    """Refuse both and neither."""
    if bool(case) == bool(instance):
        raise typer.BadParameter(
            f"Give a case or --instance FILE, and not both. For example: twelfth {command} newcomer"
        )


def ground_of(
    place: "Workplace",
    case: str,
    instance: str,
    *,
    command: str,
    as_of: str | None = None,
    until: str | None = None,
    plan: str | None = None,
) -> "Ground":
    """Of a case as of a day up to a last one, with the plan that is there; or of a file, which has weeks and no day."""
    from twelfth.usecases import Wishes, case_ground, file_ground

    check_one(case, instance, command)
    if instance:
        if as_of is not None or until is not None:
            raise typer.BadParameter("A file has weeks and no days: --as-of and --until need a case.")
        return file_ground(instance, instances=place.instances, plan_file=plan)
    return case_ground(
        case,
        cases=place.cases,
        clock=place.clock,
        roads=place.roads,
        wishes=Wishes(until=place.day(until)),
        as_of=place.day(as_of),
        plan_file=plan,
    )

"""twelfth plan: draw a roadmap."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twelfth.cli.answer import AsOf, Html, emit, note, write
from twelfth.cli.asked import MaybeCase, MaybeInstance, check_one
from twelfth.cli.exits import IMPOSSIBLE
from twelfth.cli.plan_options import Seconds, Seed, Work
from twelfth.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from twelfth.compose import Workplace
    from twelfth.roadmap import Answer
    from twelfth.usecases import CaseRoadmap, DatedMile


def plan_command(
    case: MaybeCase = "",
    instance: MaybeInstance = "",
    as_of: AsOf = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day that counts; else two years on.")
    ] = None,
    hours_per_week: Annotated[
        int | None, typer.Option("--hours-per-week", metavar="N", help="In place of those of the case.")
    ] = None,
    budget: Annotated[int | None, typer.Option("--budget", metavar="N", help="In place of that of the case.")] = None,
    target: Annotated[
        float | None, typer.Option("--target", metavar="P", help="The shortest road to this chance, such as 0.5.")
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option("--avoid", metavar="MOVE", help="A move not to be made; may come again.")
    ] = None,
    aim: Annotated[
        str,
        typer.Option("--aim", metavar="AIM", help="Where no chance can be told: the middle or the quarter of them."),
    ] = "middle",
    renew: Annotated[
        bool, typer.Option("--renew", help="Count on results that lapse being taken again in time, as they are.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON instead of text; of a file, a plan file.")
    ] = False,
    seconds: Seconds = None,
    work: Work = None,
    seed: Seed = 0,
    html: Html = "",
    ics: Annotated[str, typer.Option("--ics", metavar="FILE", help="Also write the road to FILE as a calendar.")] = "",
) -> None:
    """Draw a roadmap: what to do by when for the best chance, and what no plan can exceed."""
    from twelfth.compose import Fuse, workplace
    from twelfth.tell import say_case_roadmap
    from twelfth.usecases import Wishes, plan_case

    check_one(case, instance, "plan")
    if instance:
        if html or ics:
            raise typer.BadParameter(
                "A file is planned without a page and without a calendar: --html and --ics need a case."
            )
        _plan_file(instance, as_json=as_json, seconds=seconds, work=work, seed=seed)
        return
    place = workplace()
    answer = plan_case(
        case,
        cases=place.cases,
        clock=place.clock,
        planner=place.planner,
        as_of=place.day(as_of),
        wishes=Wishes(
            until=place.day(until),
            hours_per_week=hours_per_week,
            budget=budget,
            target=target,
            avoid=tuple(avoid or ()),
            aim=aim,
            renews=renew,
        ),
        seed=seed,
        slices=work,
        over=Fuse(seconds).over,
        told=_progress(),
        begun=_begun,
    )
    if ics:
        _write_calendar(ics, answer)
    emit(
        answer,
        schema="roadmap",
        as_json=as_json,
        text=lambda colour: say_case_roadmap(answer, colour=colour),
        page=lambda: _page(place, case, answer),
        html=html,
    )
    if answer.status == "impossible":
        raise typer.Exit(IMPOSSIBLE)


def _page(place: "Workplace", case: str, answer: "CaseRoadmap") -> str:
    from twelfth.cli.reports import road_report

    return road_report(place, case, answer)


def _write_calendar(file: str, answer: "CaseRoadmap") -> None:
    from twelfth.compose import save_calendar
    from twelfth.tell import calendar_file

    save_calendar(file, calendar_file(answer))
    note(f"Calendar written to {file}")


def _plan_file(file: str, *, as_json: bool, seconds: float | None, work: int | None, seed: int) -> None:
    from twelfth.compose import Fuse, colour_allowed, workplace
    from twelfth.roadmap import Impossible
    from twelfth.tell import say_roadmap
    from twelfth.usecases import draw_roadmap

    place = workplace()
    roadmap = draw_roadmap(
        file,
        instances=place.instances,
        planner=place.planner,
        seed=seed,
        slices=work,
        over=Fuse(seconds).over,
        told=_progress(),
    )
    if as_json:
        write(json.dumps(place.instances.plan_file(roadmap.answer), allow_nan=False) + "\n")
    else:
        write(say_roadmap(roadmap, colour=sys.stdout.isatty() and colour_allowed()))
    if isinstance(roadmap.answer, Impossible):
        raise typer.Exit(IMPOSSIBLE)


def _begun(miles: "tuple[DatedMile, ...]", chance: float) -> None:
    """A first plan to look at, on stderr."""
    from twelfth.tell import Paper, chance_words

    paper = Paper()
    paper.para(f"A first road, checked, with a chance of {chance_words(chance)}; the search for a better one goes on:")
    paper.rows([(f"by {one.done}", one.title) for one in sorted(miles, key=lambda one: one.done)])
    note(paper.text().rstrip("\n"))


def _progress() -> "Callable[[Answer], None]":
    from twelfth.tell import chance_words

    progress = Progress()

    def told(answer: "Answer") -> None:
        best = answer.best
        progress.tell(best.effort.slices, best.chance, best.bound, f"chance {chance_words(best.chance)}")

    return told

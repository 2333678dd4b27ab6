"""Every command of `twelfth`. Heavy imports stay inside the commands, so that --help is quick."""

import sys
from typing import Annotated

import typer

from twelfth import __version__
from twelfth.cli.answer import AsOf, Html, Json, emit, note, write
from twelfth.cli.case_commands import case_app
from twelfth.cli.fork_command import fork_command
from twelfth.cli.home_commands import backup_command, doctor_command, export_command, restore_command
from twelfth.cli.import_command import import_command
from twelfth.cli.pack_commands import pack_app
from twelfth.cli.pareto_command import pareto_command
from twelfth.cli.plan_command import plan_command
from twelfth.cli.replan_command import replan_command
from twelfth.cli.robust_command import robust_command
from twelfth.cli.serve_command import serve_command
from twelfth.cli.simulate_command import simulate_command
from twelfth.cli.what_if_command import what_if_command
from twelfth.cli.worth_command import worth_command

app = typer.Typer(
    name="twelfth",
    help="What did those who got in have that I don't? Honest, sourced answers after a no.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(pack_app, name="pack")
app.add_typer(case_app, name="case")
app.command("import")(import_command)
app.command("plan")(plan_command)
app.command("what-if")(what_if_command)
app.command("pareto")(pareto_command)
app.command("worth")(worth_command)
app.command("robust")(robust_command)
app.command("fork")(fork_command)
app.command("simulate")(simulate_command)
app.command("replan")(replan_command)
app.command("serve")(serve_command)
app.command("export")(export_command)
app.command("backup")(backup_command)
app.command("restore")(restore_command)
app.command("doctor")(doctor_command)

CaseName = Annotated[
    str, typer.Argument(metavar="CASE", help="A built-in case (hernandez, newcomer) or the path of a case file.")
]


def _version(asked: bool) -> None:
    if asked:
        write(f"twelfth {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 its callback does the work
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
) -> None:
    """What did those who got in have that I don't? Honest, sourced answers after a no."""
    context.obj = no_input
    if context.invoked_subcommand is None and sys.stdout.isatty():
        serve_command()
    elif context.invoked_subcommand is None:
        write(context.get_help() + "\n")


@app.command()
def demo(html: Html = "", as_json: Json = False) -> None:
    """Replay two examples: José Hernández at NASA, and an invented newcomer to Express Entry."""
    from twelfth.cli.demo import show_demo

    show_demo(html=html, as_json=as_json)


@app.command()
def audit(
    case: CaseName,
    attempt: Annotated[
        int | None, typer.Option("--attempt", metavar="N", help="Which attempt, from 1; else the last decided.")
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
    html: Html = "",
) -> None:
    """Examine one attempt: what was sent, what those selected had, the gaps, what cannot be known."""
    from twelfth.cli.reports import audit_report
    from twelfth.compose import workplace
    from twelfth.tell import say_audit
    from twelfth.usecases import audit_attempt

    place = workplace()
    day = place.day(as_of)
    answer = audit_attempt(
        case, cases=place.cases, log=place.log, clock=place.clock, number=attempt, as_of=day, learner=place.learner
    )
    emit(
        answer,
        schema="audit",
        as_json=as_json,
        text=lambda colour: say_audit(answer, colour=colour),
        page=lambda: audit_report(place, case, answer),
        html=html,
    )


@app.command()
def gap(
    case: CaseName,
    as_of: AsOf = None,
    round_id: Annotated[str, typer.Option("--round", metavar="ID", help="Only those selected in this round.")] = "",
    as_json: Json = False,
    html: Html = "",
) -> None:
    """How far you are: each trait against the yes group, and the score where there is a rubric."""
    from twelfth.cli.reports import distance_report
    from twelfth.compose import workplace
    from twelfth.tell import say_gap
    from twelfth.usecases import measure_gap

    place = workplace()
    answer = measure_gap(case, cases=place.cases, clock=place.clock, as_of=place.day(as_of), round_id=round_id or None)
    emit(
        answer,
        schema="gap",
        as_json=as_json,
        text=lambda colour: say_gap(answer, colour=colour),
        page=lambda: distance_report(place, case, answer),
        html=html,
    )


@app.command()
def score(case: CaseName, as_of: AsOf = None, as_json: Json = False, html: Html = "") -> None:
    """The exact score by a published rubric, section by section, and what each change would add."""
    from twelfth.cli.reports import distance_report
    from twelfth.compose import workplace
    from twelfth.tell import say_score
    from twelfth.usecases import score_case

    place = workplace()
    answer = score_case(case, cases=place.cases, clock=place.clock, as_of=place.day(as_of))
    emit(
        answer,
        schema="score",
        as_json=as_json,
        text=lambda colour: say_score(answer, colour=colour),
        page=lambda: distance_report(place, case, answer),
        html=html,
    )


@app.command()
def odds(
    case: CaseName,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Where points decide: the last day, else twelve months ahead."),
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
    html: Html = "",
) -> None:
    """Your chance of being selected, with its interval, or the sentence why it cannot be known."""
    from twelfth.cli.reports import odds_report
    from twelfth.compose import workplace
    from twelfth.tell import say_odds, say_rounds
    from twelfth.usecases import RoundsForecast, tell_odds

    place = workplace()
    day, last = place.day(as_of), place.day(until)
    answer = tell_odds(case, cases=place.cases, clock=place.clock, as_of=day, until=last, learner=place.learner)
    emit(
        answer,
        schema="rounds" if isinstance(answer, RoundsForecast) else "odds",
        as_json=as_json,
        text=lambda colour: (
            say_rounds(answer, colour=colour) if isinstance(answer, RoundsForecast) else say_odds(answer, colour=colour)
        ),
        page=lambda: odds_report(place, case, answer),
        html=html,
    )


@app.command()
def levers(
    case: CaseName,
    adopters: Annotated[
        float, typer.Option("--adopters", metavar="F", help="The share of others lacking it who do the same, 0 to 1.")
    ] = 0.0,
    cost: Annotated[
        float | None, typer.Option("--cost", metavar="C", help="What the next attempt costs, for the break-even.")
    ] = None,
    value: Annotated[
        float | None, typer.Option("--value", metavar="V", help="What being selected is worth, in the same money.")
    ] = None,
    alternative: Annotated[
        float, typer.Option("--alternative", metavar="A", help="What is given up if selected, in the same money.")
    ] = 0.0,
    as_of: AsOf = None,
    as_json: Json = False,
    html: Html = "",
) -> None:
    """Which single change would raise your chance most, per hour and per cost, and when another attempt pays."""
    from twelfth.cli.reports import levers_report
    from twelfth.compose import workplace
    from twelfth.tell import say_levers, say_moves
    from twelfth.usecases import MovesRead, tell_levers

    place = workplace()
    answer = tell_levers(
        case,
        cases=place.cases,
        clock=place.clock,
        as_of=place.day(as_of),
        adopters=adopters,
        cost=cost,
        value=value,
        alternative=alternative,
    )
    emit(
        answer,
        schema="moves" if isinstance(answer, MovesRead) else "levers",
        as_json=as_json,
        text=lambda colour: (
            say_moves(answer, colour=colour) if isinstance(answer, MovesRead) else say_levers(answer, colour=colour)
        ),
        page=lambda: levers_report(place, case, answer),
        html=html,
    )


@app.command()
def goals(
    cases: Annotated[list[str], typer.Argument(metavar="CASE CASE...", help="Two or more cases, each one goal.")],
    as_of: AsOf = None,
    as_json: Json = False,
    html: Html = "",
) -> None:
    """Several goals beside each other: which trait helps most of them at once."""
    from twelfth.cli.reports import goals_report
    from twelfth.compose import workplace
    from twelfth.tell import say_goals
    from twelfth.usecases import compare_goals

    place = workplace()
    answer = compare_goals(cases, cases=place.cases, clock=place.clock, as_of=place.day(as_of))
    emit(
        answer,
        schema="goals",
        as_json=as_json,
        text=lambda colour: say_goals(answer, colour=colour),
        page=lambda: goals_report(place, cases, answer),
        html=html,
    )


@app.command()
def history(
    case: CaseName,
    ahead: Annotated[int, typer.Option("--ahead", metavar="N", help="How many further attempts, 1 to 200.")] = 3,
    chance: Annotated[
        float | None,
        typer.Option("--chance", metavar="P", help="Your own chance in each, such as 0.02; else the average one."),
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
    html: Html = "",
) -> None:
    """What your past attempts say about the next ones, and what they do not."""
    from twelfth.cli.reports import history_report
    from twelfth.compose import workplace
    from twelfth.tell import say_history
    from twelfth.usecases import read_history

    place = workplace()
    day = place.day(as_of)
    answer = read_history(case, cases=place.cases, clock=place.clock, as_of=day, ahead=ahead, chance=chance)
    emit(
        answer,
        schema="history",
        as_json=as_json,
        text=lambda colour: say_history(answer, colour=colour),
        page=lambda: history_report(place, case, answer),
        html=html,
    )


def run() -> None:
    """Run the app and leave with the exit code of 01-product; a person's error is a sentence, never a traceback."""
    sys.exit(_run())


def _run() -> int:
    """The app itself leaves (SystemExit) for --help, wrong usage (2) and an interrupt (130)."""
    from twelfth.base import TwelfthError
    from twelfth.cli.exits import ERROR, OK, exit_code

    try:
        app(prog_name="twelfth")
    except TwelfthError as error:
        note(str(error))
        if error.next_step:
            note(error.next_step)
        return exit_code(error)
    except Exception as error:  # noqa: BLE001 the last resort: a person never sees a traceback
        note(f"Twelfth made a mistake of its own ({type(error).__name__}: {error}).")
        note("Please report it with the command you ran. Nothing was changed.")
        return ERROR
    return OK

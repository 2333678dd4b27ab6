"""The main job: two examples from real data, in the terminal and as one page."""

from datetime import date

from twelfth.cli.answer import emit
from twelfth.compose import Workplace, workplace
from twelfth.tell import Paper, replay_findings, say_audit, say_replay, say_road_briefly, say_rounds_briefly
from twelfth.usecases import (
    Audit,
    CaseRoadmap,
    RoundsForecast,
    Wishes,
    audit_attempt,
    cited_sources,
    forecast_rounds,
    plan_case,
    replay_rounds,
)

CLASS_DAY = date(1996, 5, 2)
"""The day after the class of 1996 was announced."""
NEWCOMER_DAY = date(2025, 12, 17)
"""The last round in the Express Entry pack's file."""
SLICES = 6
"""Of search and proof: enough for a bound that tells something, and few enough not to keep anybody waiting."""
HERNANDEZ = "1. José Hernández and the astronaut corps"
NEWCOMER = "2. A newcomer and Express Entry"
HERNANDEZ_LEAD = (
    "By his own account José Hernández was not selected eleven times. The story remembers that he saw pilots, divers "
    "and Russian speakers get in. Each audit below uses only what could be known on the day of that decision."
)
ROAD_LEAD = (
    "The road as it could have been drawn the day after the class of 1996 was announced, from what was known then of "
    "those selected. His hours a week, what each step takes and how likely a post is are assumed for this example."
)
NEWCOMER_LEAD = "An invented newcomer to Canada's Express Entry, the morning after the last round on file."


def show_demo(*, html: str, as_json: bool) -> None:
    """Replay Hernández's attempts, draw his road of 1996, audit the newcomer, and tell the odds and road from there."""
    place = workplace()
    audits = replay_rounds("hernandez", cases=place.cases, log=place.log, clock=place.clock)
    newcomer = audit_attempt("newcomer", cases=place.cases, log=place.log, clock=place.clock, as_of=NEWCOMER_DAY)
    ahead = forecast_rounds("newcomer", cases=place.cases, clock=place.clock, as_of=NEWCOMER_DAY)
    was, road = (_road(place, case, day) for case, day in (("hernandez", CLASS_DAY), ("newcomer", NEWCOMER_DAY)))
    emit(
        {
            "hernandez": audits,
            "hernandez_road": was,
            "newcomer": newcomer,
            "newcomer_odds": ahead,
            "newcomer_road": road,
        },
        schema="demo",
        as_json=as_json,
        text=lambda colour: _text(audits, was, newcomer, ahead, road, colour),
        page=lambda: _page(place, audits, was, newcomer, ahead, road),
        html=html,
    )


def _road(place: Workplace, case: str, day: date) -> CaseRoadmap:
    return plan_case(
        case,
        cases=place.cases,
        clock=place.clock,
        planner=place.planner,
        wishes=Wishes(),
        as_of=day,
        slices=SLICES,
    )


def _page(
    place: Workplace,
    audits: tuple[Audit, ...],
    was: CaseRoadmap,
    newcomer: Audit,
    ahead: RoundsForecast,
    road: CaseRoadmap,
) -> str:
    from twelfth.tell import Report, demo_page

    first = Report(
        sources=cited_sources("hernandez", cases=place.cases, as_of=audits[-1].record.as_of),
        audits=audits,
        roadmap=was,
        heading=HERNANDEZ,
        lead=f"{HERNANDEZ_LEAD} {ROAD_LEAD}",
        findings=tuple(replay_findings(audits)),
    )
    second = Report(
        sources=cited_sources("newcomer", cases=place.cases, as_of=NEWCOMER_DAY),
        audits=(newcomer,),
        rounds=ahead,
        roadmap=road,
        heading=NEWCOMER,
        lead=NEWCOMER_LEAD,
    )
    return demo_page("Two noes, examined", [first, second])


def _text(
    audits: tuple[Audit, ...],
    was: CaseRoadmap,
    newcomer: Audit,
    ahead: RoundsForecast,
    road: CaseRoadmap,
    colour: bool,
) -> str:
    first = Paper(colour=colour)
    first.title(HERNANDEZ)
    first.gap()
    first.para(HERNANDEZ_LEAD)
    between = Paper(colour=colour)
    between.para(ROAD_LEAD)
    second = Paper(colour=colour)
    second.title(NEWCOMER)
    second.gap()
    second.para(NEWCOMER_LEAD)
    parts = (
        first.text(),
        say_replay(audits, colour=colour),
        "\n" + between.text() + say_road_briefly(was, colour=colour),
        "\n" + second.text(),
        "\n" + say_audit(newcomer, colour=colour),
        "\n" + say_rounds_briefly(ahead, colour=colour),
        say_road_briefly(road, colour=colour),
    )
    return "\n".join(parts)

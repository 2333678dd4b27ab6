"""Pages of single answers, with the sources they may cite. The page room is loaded when a page is asked for."""

from twelfth.compose import Workplace
from twelfth.usecases import (
    Audit,
    CaseRoadmap,
    Distance,
    GoalsRead,
    HistoryRead,
    LeversRead,
    MovesRead,
    OddsRead,
    RoundsForecast,
    cited_sources,
)


def audit_report(place: Workplace, case: str, answer: Audit) -> str:
    """One audit as a page."""
    from twelfth.tell import Report, audit_page

    return audit_page(
        Report(sources=cited_sources(case, cases=place.cases, as_of=answer.record.as_of), audits=(answer,))
    )


def distance_report(place: Workplace, case: str, answer: Distance) -> str:
    """A gap or a score as a page."""
    from twelfth.tell import Report, distance_page

    return distance_page(Report(sources=cited_sources(case, cases=place.cases, as_of=answer.as_of), distance=answer))


def history_report(place: Workplace, case: str, answer: HistoryRead) -> str:
    """A history as a page."""
    from twelfth.tell import Report, history_page

    return history_page(Report(sources=cited_sources(case, cases=place.cases, as_of=answer.as_of), history=answer))


def goals_report(place: Workplace, cases: list[str], answer: GoalsRead) -> str:
    """Several goals as a page; a source that two packs share stands once."""
    from twelfth.tell import Report, goals_page

    found = (source for case in cases for source in cited_sources(case, cases=place.cases, as_of=answer.as_of))
    return goals_page(Report(sources=tuple(dict.fromkeys(found)), goals=answer))


def odds_report(place: Workplace, case: str, answer: OddsRead | RoundsForecast) -> str:
    """Odds as a page."""
    from twelfth.tell import Report, odds_page, rounds_page

    sources = cited_sources(case, cases=place.cases, as_of=answer.as_of)
    if isinstance(answer, RoundsForecast):
        return rounds_page(Report(sources=sources, rounds=answer))
    return odds_page(Report(sources=sources, odds=answer))


def levers_report(place: Workplace, case: str, answer: LeversRead | MovesRead) -> str:
    """Levers as a page."""
    from twelfth.tell import Report, levers_page, moves_page

    sources = cited_sources(case, cases=place.cases, as_of=answer.now.as_of)
    if isinstance(answer, MovesRead):
        return moves_page(Report(sources=sources, moves=answer))
    return levers_page(Report(sources=sources, levers=answer))


def road_report(place: Workplace, case: str, answer: CaseRoadmap) -> str:
    """A roadmap as a page."""
    from twelfth.tell import Report, road_page

    return road_page(Report(sources=cited_sources(case, cases=place.cases, as_of=answer.as_of), roadmap=answer))

"""Pages of single answers, with the sources they may cite. The page room is loaded when a page is asked for."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from twelfth.base import Source
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
)


def sources_of(place: Workplace, case: str, as_of: date) -> tuple[Source, ...]:
    """The sources of everything in the case and its pack that was known by a day: a later title may tell an outcome.

    Those of single people in the yes group stay in the pack.
    """
    person, process = place.cases.get(case), place.cases.process_of(case)
    used = set(_cited((person.known(as_of), process.known(as_of))))
    return tuple(source for source in (*person.sources, *process.sources) if source.id in used)


def _cited(value: object) -> Iterator[str]:
    """The ids in every field named `source`, at any depth."""
    if isinstance(value, tuple):
        for one in value:
            yield from _cited(one)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            yield from inner if field.name == "source" else _cited(inner)


def audit_report(place: Workplace, case: str, answer: Audit) -> str:
    """One audit as a page."""
    from twelfth.tell import Report, audit_page

    return audit_page(Report(sources=sources_of(place, case, answer.record.as_of), audits=(answer,)))


def distance_report(place: Workplace, case: str, answer: Distance) -> str:
    """A gap or a score as a page."""
    from twelfth.tell import Report, distance_page

    return distance_page(Report(sources=sources_of(place, case, answer.as_of), distance=answer))


def history_report(place: Workplace, case: str, answer: HistoryRead) -> str:
    """A history as a page."""
    from twelfth.tell import Report, history_page

    return history_page(Report(sources=sources_of(place, case, answer.as_of), history=answer))


def goals_report(place: Workplace, cases: list[str], answer: GoalsRead) -> str:
    """Several goals as a page; a source that two packs share stands once."""
    from twelfth.tell import Report, goals_page

    found = (source for case in cases for source in sources_of(place, case, answer.as_of))
    return goals_page(Report(sources=tuple(dict.fromkeys(found)), goals=answer))


def odds_report(place: Workplace, case: str, answer: OddsRead | RoundsForecast) -> str:
    """Odds as a page."""
    from twelfth.tell import Report, odds_page, rounds_page

    sources = sources_of(place, case, answer.as_of)
    if isinstance(answer, RoundsForecast):
        return rounds_page(Report(sources=sources, rounds=answer))
    return odds_page(Report(sources=sources, odds=answer))


def levers_report(place: Workplace, case: str, answer: LeversRead | MovesRead) -> str:
    """Levers as a page."""
    from twelfth.tell import Report, levers_page, moves_page

    sources = sources_of(place, case, answer.now.as_of)
    if isinstance(answer, MovesRead):
        return moves_page(Report(sources=sources, moves=answer))
    return levers_page(Report(sources=sources, levers=answer))


def road_report(place: Workplace, case: str, answer: CaseRoadmap) -> str:
    """A roadmap as a page."""
    from twelfth.tell import Report, road_page

    return road_page(Report(sources=sources_of(place, case, answer.as_of), roadmap=answer))

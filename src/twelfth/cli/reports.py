"""Pages of single answers, with the sources they may cite. The page room is loaded when a page is asked for."""

from twelfth.base import Source
from twelfth.compose import Workplace
from twelfth.usecases import Audit, Distance


def sources_of(place: Workplace, case: str) -> tuple[Source, ...]:
    """The sources of the case file and of its pack."""
    return (*place.cases.get(case).sources, *place.cases.process_of(case).sources)


def audit_report(place: Workplace, case: str, answer: Audit) -> str:
    """One audit as a page."""
    from twelfth.cli.page import Report, audit_page

    return audit_page(Report(sources=sources_of(place, case), audits=(answer,)))


def distance_report(place: Workplace, case: str, answer: Distance) -> str:
    """A gap or a score as a page."""
    from twelfth.cli.page import Report, distance_page

    return distance_page(Report(sources=sources_of(place, case), distance=answer))

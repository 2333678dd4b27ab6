"""Fills the templates. What is said is decided in `say`; here it is only laid out."""

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twelfth.audit import AuditRecord, CohortDistance, RubricDistance
from twelfth.base import Source
from twelfth.cli.page.strip import gap_strip, standing_strip
from twelfth.cli.say import gap_words, move_words, standing_words
from twelfth.cli.say.audit import WHY, cut_off_words, funnel_words, outcome_words, round_words
from twelfth.cli.say.distance import applicants_words, joint_words
from twelfth.cli.say.requirement_words import requirement_lines
from twelfth.cli.say.rubric_words import breakdown_rows, points
from twelfth.cli.say.trait_words import sent_words
from twelfth.distance import Gap, GapStatus
from twelfth.goal import Status
from twelfth.usecases import Audit, Distance

BESIDE = (GapStatus.EVEN, GapStatus.AHEAD, GapStatus.SAME, GapStatus.DIFFERENT, GapStatus.POSSIBLY, GapStatus.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An answer with the sources it may cite."""

    sources: tuple[Source, ...]
    audits: tuple[Audit, ...] = ()
    distance: Distance | None = None
    lead: str = ""
    findings: tuple[str, ...] = ()


def audit_page(report: Report) -> str:
    """One audit as a page."""
    record = report.audits[0].record
    return _render("audit.html", title=f"{record.title}, {record.process_title}", reports=[report])


def distance_page(report: Report) -> str:
    """A gap or a score as a page."""
    answer = report.distance
    return _render("distance.html", title=f"{answer.title}, {answer.process_title}" if answer else "", report=report)


def demo_page(title: str, reports: list[Report]) -> str:
    """Several reports on one page."""
    return _render("audit.html", title=title, reports=reports)


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twelfth.cli.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "BESIDE": BESIDE,
        "SHORT": GapStatus.SHORT,
        "UNKNOWN": Status.UNKNOWN,
        "WHY": WHY,
        "applicants_words": applicants_words,
        "breakdown": breakdown,
        "cut_off_words": cut_off_words,
        "funnel_words": funnel_words,
        "gap_card": gap_card,
        "joint_words": joint_words,
        "kind_titles": kind_titles,
        "move_words": move_words,
        "muscles": muscles,
        "outcome_words": outcome_words,
        "points": points,
        "requirement_lines": requirement_lines,
        "round_words": round_words,
        "sent_words": sent_words,
        "standing_cards": standing_cards,
        "style": _style(environment),
    }
    return environment


def _style(environment: Environment) -> Markup:
    source, _, _ = environment.loader.get_source(environment, "style.css") if environment.loader else ("", "", None)
    return Markup(source)


def gap_card(gap: Gap) -> dict[str, object]:
    """One gap: its words and its strip."""
    words = gap_words(gap)
    sentence = f"{words.title}: you {words.you}; those selected: {words.they}."
    return {"words": words, "strip": gap_strip(gap, sentence), "muscle": gap.muscle, "status": gap.status.value}


def kind_titles(rubric: RubricDistance) -> dict[str, str]:
    """Titles of the kinds of round by name."""
    return {one.kind: one.title for one in rubric.standings}


def breakdown(rubric: RubricDistance) -> list[dict[str, object]]:
    """The sections of a score as rows with their depth."""
    rows = breakdown_rows(rubric.score.total)
    return [
        {"title": title.strip(), "depth": (len(title) - len(title.lstrip())) // 2, "points": given, "remark": remark}
        for title, given, remark in rows
    ]


def standing_cards(rubric: RubricDistance) -> list[dict[str, str]]:
    """Every kind of round: its words and its strip, on one common scale."""
    cut_offs = [one.last.cut_off for one in rubric.standings if one.last and one.last.cut_off is not None]
    score = rubric.score.total.lo
    reach = (min([score, *cut_offs]), max([score, *cut_offs]))
    cards = []
    for one in rubric.standings:
        title, cut, short, eligible = standing_words(one)
        sentence = f"{title}: last cut-off {cut}; you are {short}."
        strip = standing_strip(one, score, reach=reach, sentence=sentence)
        cards.append(
            {"title": title, "cut": cut, "short": short, "eligible": eligible, "strip": strip, "met": one.eligible}
        )
    return cards


def muscles(record: AuditRecord, cohort: CohortDistance) -> list[str]:
    """Titles of the muscles."""
    return [gap.title for gap in cohort.gaps if gap.trait in record.muscles]

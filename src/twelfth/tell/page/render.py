"""Fills the templates: an answer as a page of its own, or as the part of it that another page may hold.

Both come from one template, laid out in `base.html` or in `inside.html`. What is said is decided in `say`.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from twelfth.audit import AuditRecord, CohortDistance, RubricDistance
from twelfth.base import Source
from twelfth.distance import Gap, GapStatus
from twelfth.goal import Status
from twelfth.tell.language import _, ngettext, pgettext, written
from twelfth.tell.page.road_words import ROAD_WORDS
from twelfth.tell.page.strip import forecast_strip, gap_strip, standing_strip, strip_legend
from twelfth.tell.say.audit import (
    WHY,
    attempt_words,
    cut_off_words,
    funnel_words,
    level_change,
    outcome_words,
    round_words,
    seen_words,
)
from twelfth.tell.say.audit_short import audit_sentences
from twelfth.tell.say.behind_words import BEHIND, behind_legend, behind_lines, behind_rows
from twelfth.tell.say.changeable_words import CHANGEABLE, changeable_words
from twelfth.tell.say.core_words import titled
from twelfth.tell.say.distance import (
    POOL_STATED,
    against_words,
    applicants_words,
    change_words,
    further_gaps,
    further_heading,
    joint_words,
    open_gaps,
    pool_stated,
    short_sentences,
    unknown_words,
)
from twelfth.tell.say.entry_words import points
from twelfth.tell.say.era_words import ERAS, WHY_ERAS, era_rows
from twelfth.tell.say.gap_words import gap_words
from twelfth.tell.say.goals import HONEST, attributions, goals_short, help_rows, stand_rows
from twelfth.tell.say.history import history_limits, history_short, outlook_rows, past_words
from twelfth.tell.say.history import round_words as attempt_round
from twelfth.tell.say.ledger import calibration_words, ledger_heading, ledger_rows
from twelfth.tell.say.levers import lever_rows, levers_caveats, levers_short, trying_words, uncounted_rows
from twelfth.tell.say.moves import LEFT_OPEN, best_rows, move_rows, moves_short
from twelfth.tell.say.odds import left_out_rows, odds_basis, odds_caveats, odds_short, pool_rows, weight_rows
from twelfth.tell.say.requirement_words import requirement_lines
from twelfth.tell.say.rounds import (
    independence_words,
    kind_tables,
    rounds_basis,
    rounds_caveats,
    rounds_short,
    step_rows,
    way_note,
    way_rows,
)
from twelfth.tell.say.rubric_words import breakdown_rows, move_words, standing_words
from twelfth.tell.say.trait_words import sent_words
from twelfth.usecases import (
    Audit,
    Backdrop,
    CaseRoadmap,
    Distance,
    GoalsRead,
    HistoryRead,
    LeversRead,
    MovesRead,
    OddsRead,
    RoundsForecast,
)

HERE = "twelfth.tell.page"
ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
PAGE, PART = "base.html", "inside.html"
"""The layouts: with a head, the style and a foot; or nothing but what stands between them."""
BESIDE = (GapStatus.EVEN, GapStatus.AHEAD, GapStatus.SAME, GapStatus.DIFFERENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An answer with the sources it may cite."""

    sources: tuple[Source, ...]
    audits: tuple[Audit, ...] = ()
    distance: Distance | None = None
    goals: GoalsRead | None = None
    history: HistoryRead | None = None
    levers: LeversRead | None = None
    odds: OddsRead | None = None
    rounds: RoundsForecast | None = None
    moves: MovesRead | None = None
    roadmap: CaseRoadmap | None = None
    heading: str = ""
    lead: str = ""
    findings: tuple[str, ...] = ()


def audit_page(report: Report) -> str:
    """One audit as a page."""
    record = report.audits[0].record
    return _page("audit.html", title=f"{record.title}, {record.process_title}", reports=[report], folded=False)


def audit_part(report: Report) -> Markup:
    """One audit inside another page, without the sentences that page begins with: each part closed under its
    heading."""
    return _part("audit.html", reports=[report], folded=True)


def distance_page(report: Report) -> str:
    """A gap or a score as a page."""
    answer = report.distance
    return _page("distance.html", title=f"{answer.title}, {answer.process_title}" if answer else "", report=report)


def distance_part(report: Report) -> Markup:
    """A gap or a score inside another page."""
    return _part("distance.html", report=report)


def goals_page(report: Report) -> str:
    """Several goals as a page."""
    goals = report.goals.goals if report.goals else ()
    return _page("goals.html", title=", ".join(dict.fromkeys(one.process_title for one in goals)), report=report)


def history_page(report: Report) -> str:
    """A history of own attempts as a page."""
    answer = report.history
    return _page("history.html", title=f"{answer.title}, {answer.process_title}" if answer else "", report=report)


def history_part(report: Report) -> Markup:
    """A history of own attempts inside another page."""
    return _part("history.html", report=report)


def levers_page(report: Report) -> str:
    """Levers as a page."""
    now = report.levers.now if report.levers else None
    return _page("levers.html", title=f"{now.title}, {now.process_title}" if now else "", report=report)


def levers_part(report: Report) -> Markup:
    """Levers inside another page."""
    return _part("levers.html", report=report)


def odds_page(report: Report) -> str:
    """Odds as a page."""
    answer = report.odds
    return _page("odds.html", title=f"{answer.title}, {answer.process_title}" if answer else "", report=report)


def odds_part(report: Report) -> Markup:
    """Odds inside another page."""
    return _part("odds.html", report=report)


def moves_page(report: Report) -> str:
    """Levers by points as a page."""
    answer = report.moves
    title = f"{answer.now.title}, {answer.now.process_title}" if answer else ""
    return _page("moves.html", title=title, report=report)


def moves_part(report: Report) -> Markup:
    """Levers by points inside another page."""
    return _part("moves.html", report=report)


def road_page(report: Report) -> str:
    """A roadmap as a page."""
    answer = report.roadmap
    return _page("road.html", title=f"{answer.title}, {answer.process_title}" if answer else "", report=report)


def road_part(report: Report) -> Markup:
    """A roadmap inside another page."""
    return _part("road.html", report=report)


def rounds_page(report: Report) -> str:
    """Odds by points as a page."""
    answer = report.rounds
    return _page("rounds.html", title=f"{answer.title}, {answer.process_title}" if answer else "", report=report)


def rounds_part(report: Report) -> Markup:
    """Odds by points inside another page."""
    return _part("rounds.html", report=report)


def demo_page(title: str, reports: list[Report]) -> str:
    """Several reports on one page."""
    return _page("audit.html", title=title, reports=reports, folded=False)


def style() -> str:
    """The stylesheet of every page, in CSS; a part looks right only on a page that has it."""
    return files(HERE).joinpath("templates", "style.css").read_text(encoding="utf-8")


def _page(template: str, **values: object) -> str:
    return _environment().get_template(template).render(layout=PAGE, **values)


def _part(template: str, **values: object) -> Markup:
    return Markup(_environment().get_template(template).render(layout=PART, **values))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(HERE, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=written,
    )
    environment.filters["days"] = whole_days
    environment.filters["translated"] = _
    environment.globals |= {"_": _, "ngettext": ngettext, "pgettext": pgettext}
    environment.globals |= ROAD_WORDS
    environment.globals |= {
        "BEHIND": BEHIND,
        "CHANGEABLE": CHANGEABLE,
        "BESIDE": BESIDE,
        "PAGE": PAGE,
        "ERAS": ERAS,
        "GOALS_OPEN": HONEST,
        "MOVES_OPEN": LEFT_OPEN,
        "POOL_STATED": POOL_STATED,
        "SHORT": GapStatus.SHORT,
        "UNKNOWN": Status.UNKNOWN,
        "WHY": WHY,
        "WHY_ERAS": WHY_ERAS,
        "against_words": against_words,
        "applicants_words": applicants_words,
        "attempt_words": attempt_words,
        "audit_sentences": audit_sentences,
        "attributions": attributions,
        "attempt_round": attempt_round,
        "best_rows": best_rows,
        "breakdown": breakdown,
        "calibration_words": calibration_words,
        "change_words": change_words,
        "changeable_words": changeable_words,
        "cited": cited,
        "cut_off_words": cut_off_words,
        "era_rows": era_rows,
        "forecast_cards": forecast_cards,
        "funnel_words": funnel_words,
        "gap_card": gap_card,
        "goals_short": goals_short,
        "help_rows": help_rows,
        "history_limits": history_limits,
        "history_short": history_short,
        "independence_words": independence_words,
        "joint_words": joint_words,
        "kind_titles": kind_titles,
        "ledger_heading": ledger_heading,
        "ledger_rows": ledger_rows,
        "move_rows": move_rows,
        "move_words": move_words,
        "moves_short": moves_short,
        "muscles": muscles,
        "left_out_rows": left_out_rows,
        "level_change": level_change,
        "lever_rows": lever_rows,
        "levers_caveats": levers_caveats,
        "levers_short": levers_short,
        "odds_basis": odds_basis,
        "odds_caveats": odds_caveats,
        "odds_short": odds_short,
        "outcome_words": outcome_words,
        "outlook_rows": outlook_rows,
        "past_words": past_words,
        "open_gaps": open_gaps,
        "points": points,
        "pool_rows": pool_rows,
        "pool_stated": pool_stated,
        "requirement_lines": requirement_lines,
        "round_words": round_words,
        "rounds_basis": rounds_basis,
        "rounds_caveats": rounds_caveats,
        "rounds_short": rounds_short,
        "seen_words": seen_words,
        "sent_words": sent_words,
        "further_gaps": further_gaps,
        "further_heading": further_heading,
        "short_sentences": short_sentences,
        "stand_rows": stand_rows,
        "standing_cards": standing_cards,
        "step_rows": step_rows,
        "style": Markup(style()),
        "way_note": way_note,
        "way_rows": way_rows,
        "titled": titled,
        "trying_words": trying_words,
        "uncounted_rows": uncounted_rows,
        "unknown_words": unknown_words,
        "weight_rows": weight_rows,
    }
    return environment


def whole_days(text: str) -> Markup:
    """A text whose dates are never broken at the end of a line."""
    return Markup(ISO_DAY.sub(r'<span class="day">\g<0></span>', str(escape(text))))


def gap_card(gap: Gap, chosen: tuple[Gap, ...] = (), backdrops: tuple[Backdrop, ...] = ()) -> dict[str, object]:
    """One gap: its words, its strip with a legend and what stands behind it, and what those of one round had of it."""
    behind = next((one for one in backdrops if one.trait == gap.trait), None)
    words = gap_words(gap)
    sentence = _("%(title)s: you %(you)s; those selected: %(they)s.", title=words.title, you=words.you, they=words.they)
    same = [gap_words(one).they for one in chosen if one.trait == gap.trait and one.n_observed]
    return {
        "words": words,
        "strip": gap_strip(gap, " ".join((sentence, *behind_lines(behind))), behind),
        "legend": strip_legend(gap),
        "signs": behind_legend(behind) if gap_strip(gap, "", behind) and not gap.positives_only else [],
        "behind": behind_lines(behind),
        "rows": behind_rows(behind),
        "muscle": gap.muscle,
        "in_that_round": same[0] if same else "",
    }


def cited(record: AuditRecord, sources: tuple[Source, ...]) -> list[Source]:
    """The sources of the figures an audit prints, without those of single people in the yes group."""
    used = {one for count in record.chosen.funnel for one in count.source}
    used |= {one for trait in record.sent.traits for one in trait.source}
    used |= {one for change in record.rule_changes if not change.scored for one in change.source}
    used |= {one for judged in record.requirements for line in (judged, *judged.lines) for one in line.source}
    standings = record.rubric.standings if record.rubric else ()
    used |= {one for standing in standings if standing.last for one in standing.last.source}
    return [source for source in sources if source.id in used]


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


def standing_cards(rubric: RubricDistance) -> list[dict[str, object]]:
    """Every kind of round: its words and its strip, on one common scale."""
    cut_offs = [one.last.cut_off for one in rubric.standings if one.last and one.last.cut_off is not None]
    score = (rubric.score.total.lo, rubric.score.total.hi)
    reach = (min(*score, *cut_offs), max(*score, *cut_offs))
    cards = []
    for one in rubric.standings:
        words = standing_words(one)
        sentence = _(
            "%(title)s: last cut-off %(cut)s; you are %(short)s.", title=words.title, cut=words.cut, short=words.short
        )
        strip = standing_strip(one, score, reach=reach, sentence=sentence)
        cards.append({"words": words, "strip": strip, "met": one.eligible})
    return cards


def forecast_cards(answer: RoundsForecast) -> list[tuple[str, list[dict[str, object]]]]:
    """Every kind of round under its heading: its words and its strip, on one common scale."""
    ends = [end for one in answer.kinds for end in (one.forecast.lo, one.forecast.hi)]
    mine = (answer.score.total.lo, answer.score.total.hi)
    reach = (min(*mine, *ends), max(*mine, *ends))
    strips = {titled(one.standing.title): forecast_strip(one.forecast, mine, reach=reach) for one in answer.kinds}
    return [
        (heading, [{"title": title, "words": words, "strip": strips[title]} for title, words in rows])
        for heading, rows in kind_tables(answer)
    ]


def muscles(record: AuditRecord, cohort: CohortDistance) -> list[str]:
    """Titles of the muscles."""
    return [titled(gap.title) for gap in cohort.gaps if gap.trait in record.muscles]

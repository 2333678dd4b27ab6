"""Scores, standings and moves in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from twelfth.audit import RubricDistance
from twelfth.base import Truth
from twelfth.distance import MoveEffect, NodeScore, Standing
from twelfth.tell.language import N_, _, plain_number
from twelfth.tell.say.ago_words import ago
from twelfth.tell.say.core_words import titled
from twelfth.tell.say.entry_words import entry_words, gap_to, points

VERDICTS = {
    Truth.YES: N_("Eligible"),
    Truth.NO: N_("Not eligible"),
    Truth.UNKNOWN: N_("Eligibility unknown, not judged"),
}


def breakdown_rows(node: NodeScore, *, depth: int = 0) -> list[tuple[str, str, str]]:
    """(section, points, remark) for every section that gives or could give points, indented by depth."""
    rows = []
    for part in node.parts:
        if part.hi == 0 and depth > 0:
            continue
        capped = part.capped and part.cap is not None
        remark = _("capped at %(points)s", points=plain_number(part.cap or 0)) if capped else ""
        rows.append(("  " * depth + titled(part.title), points(part.lo, part.hi), remark))
        rows += breakdown_rows(part, depth=depth + 1)
    return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingWords:
    """One kind of round ready to print: its last cut-off, the distance to it, the verdict on eligibility and why."""

    title: str
    cut: str
    short: str
    verdict: str
    reason: str

    @property
    def sentence(self) -> str:
        """All of it on one line."""
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.cut}: {self.short}. {self.verdict}{reason}."


def standing_words(one: Standing) -> StandingWords:
    """The words of one kind of round."""
    last = one.last
    cut = _("not published")
    if last and last.cut_off is not None:
        cut = _("%(points)s on %(day)s", points=plain_number(last.cut_off), day=last.decided)
    return StandingWords(
        title=titled(one.title),
        cut=cut,
        short=_short(one),
        verdict=_(VERDICTS[one.eligible]),
        reason="; ".join(_missing(one)),
    )


def _short(one: Standing) -> str:
    if one.short_lo is None or one.short_hi is None:
        return ""
    if one.short_hi < 0:
        return _("%(points)s above", points=points(-one.short_hi, -one.short_lo))
    if one.short_lo == one.short_hi == 0:
        return _("at it: tie-break")
    if one.short_lo > 0:
        return _("%(points)s below", points=points(one.short_lo, one.short_hi))
    return _("%(below)s below to %(above)s above", below=plain_number(one.short_hi), above=plain_number(-one.short_lo))


def _missing(one: Standing) -> list[str]:
    """Why the verdict is not yes: the lines that are not met, or not known."""
    if one.eligible is Truth.YES:
        return []
    found = []
    for judged in one.requirements:
        if judged.met is one.eligible:
            lines = [titled(line.why or line.title) for line in judged.lines if line.met is one.eligible]
            found += lines or [titled(judged.why or judged.title)]
    return found


def _none_entered(rubric: RubricDistance) -> str:
    """Where no kind of round with a cut-off may certainly be entered: the nearest one."""
    if rubric.entry is not None:
        return entry_words(rubric.entry, rubric.score.as_of)
    if rubric.standings:
        return _("No cut-off is known of the rounds you may enter.")
    return _("No round has been held yet, as far as is known.")


LONG_PAST = timedelta(days=366)
"""A round so long ago says little of how far one is today."""


def stand_words(rubric: RubricDistance) -> str:
    """The points, and the last round one could enter; the nearest kind of round where that is another, unless the last
    of that kind is long past: two distances are none."""
    mine = points(rubric.score.total.lo, rubric.score.total.hi)
    entered = [one for one in rubric.standings if one.eligible is Truth.YES and one.last and one.short_lo is not None]
    if not entered:
        return " ".join((_("You have %(points)s points.", points=mine), _none_entered(rubric)))
    last = max(entered, key=lambda one: (_held(one), one.kind))
    said = _(
        "You have %(points)s points. The last round you could enter, %(kind)s on %(day)s, took %(cut)s: %(short)s.",
        points=mine,
        kind=titled(last.title),
        day=_held(last),
        cut=plain_number(last.last.cut_off or 0.0) if last.last else "",
        short=gap_to(last),
    )
    nearest = entered[0]
    if nearest is last or not rubric.score.exact or rubric.score.as_of - _held(nearest) > LONG_PAST:
        return said
    near = _(
        "The nearest kind of round you may enter is %(kind)s: %(short)s, and last held %(ago)s.",
        kind=titled(nearest.title),
        short=gap_to(nearest),
        ago=ago(_held(nearest), rubric.score.as_of),
    )
    return f"{said} {near}"


def _held(one: Standing) -> date:
    return one.last.decided if one.last else date.min


def smallest_words(rubric: RubricDistance) -> str:
    """The smallest change that passes a last cut-off; nothing where none does."""
    move = rubric.smallest_clearing
    if move is None:
        return ""
    title, gain, effect = move_words(move, {one.kind: one.title for one in rubric.standings})
    return _(
        "The smallest single change listed here that passes a last cut-off: %(title)s (%(gain)s; %(effect)s).",
        title=title,
        gain=gain,
        effect=effect,
    )


def move_words(move: MoveEffect, kinds: dict[str, str]) -> tuple[str, str, str]:
    """(move, gain, what it opens) of one move.

    Where the score is a range its two ends do not move alike, so the new range is told and no gain.
    """
    effects = []
    if move.opens:
        effects.append(_("opens %(kinds)s", kinds=_kinds(move.opens, kinds)))
    if move.clears:
        effects.append(_("passes the last cut-off of %(kinds)s", kinds=_kinds(move.clears, kinds)))
    gain = f"+{plain_number(move.gain_lo)} " if move.gain_lo == move.gain_hi else ""
    return titled(move.title), f"{gain}= {points(move.total_lo, move.total_hi)}", "; ".join(effects)


def _kinds(names: Iterable[str], titles: dict[str, str]) -> str:
    return ", ".join(titled(titles[name]) for name in names)

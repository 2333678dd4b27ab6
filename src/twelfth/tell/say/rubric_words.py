"""Scores, standings and moves in words."""

from dataclasses import dataclass

from twelfth.audit import RubricDistance
from twelfth.base import Truth, plain_number
from twelfth.distance import MoveEffect, NodeScore, Standing

VERDICTS = {
    Truth.YES: "Eligible",
    Truth.NO: "Not eligible",
    Truth.UNKNOWN: "Eligibility unknown, not judged",
}


def points(lo: float, hi: float) -> str:
    """Points, as a range where something is unknown."""
    return plain_number(lo) if lo == hi else f"{plain_number(lo)} to {plain_number(hi)}"


def breakdown_rows(node: NodeScore, *, depth: int = 0) -> list[tuple[str, str, str]]:
    """(section, points, remark) for every section that gives or could give points, indented by depth."""
    rows = []
    for part in node.parts:
        if part.hi == 0 and depth > 0:
            continue
        remark = f"capped at {plain_number(part.cap)}" if part.capped and part.cap is not None else ""
        rows.append(("  " * depth + part.title, points(part.lo, part.hi), remark))
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
    cut = f"{plain_number(last.cut_off)} on {last.decided}" if last and last.cut_off is not None else "not published"
    return StandingWords(
        title=one.title,
        cut=cut,
        short=_short(one),
        verdict=VERDICTS[one.eligible],
        reason="; ".join(_missing(one)),
    )


def _short(one: Standing) -> str:
    if one.short_lo is None or one.short_hi is None:
        return ""
    if one.short_hi < 0:
        return f"{points(-one.short_hi, -one.short_lo)} above"
    if one.short_lo == one.short_hi == 0:
        return "at it: tie-break"
    if one.short_lo > 0:
        return f"{points(one.short_lo, one.short_hi)} below"
    return f"{plain_number(one.short_hi)} below to {plain_number(-one.short_lo)} above"


def _missing(one: Standing) -> list[str]:
    """Why the verdict is not yes: the lines that are not met, or not known."""
    if one.eligible is Truth.YES:
        return []
    found = []
    for judged in one.requirements:
        if judged.met is one.eligible:
            lines = [line.why or line.title for line in judged.lines if line.met is one.eligible]
            found += lines or [judged.why or judged.title]
    return found


def short_words(rubric: RubricDistance) -> str:
    """The answer in two sentences: the score against the nearest kind the person may enter, and the smallest way past
    one."""
    sentences = [f"{points(rubric.score.total.lo, rubric.score.total.hi)} {rubric.score.unit}."]
    nearest = next((one for one in rubric.standings if one.eligible is Truth.YES), None)
    if nearest is not None:
        words = standing_words(nearest)
        sentences.append(f"{words.title}: last cut-off {words.cut}, you are {words.short}.")
    move = rubric.smallest_clearing
    if move is not None:
        title, gain, effect = move_words(move, {one.kind: one.title for one in rubric.standings})
        sentences.append(
            f"The smallest single change listed here that passes a last cut-off: {title} ({gain}; {effect})."
        )
    return " ".join(sentences)


def move_words(move: MoveEffect, kinds: dict[str, str]) -> tuple[str, str, str]:
    """(move, gain, what it opens) of one move.

    Where the score is a range its two ends do not move alike, so the new range is told and no gain.
    """
    effects = []
    if move.opens:
        effects.append("opens " + ", ".join(kinds[kind] for kind in move.opens))
    if move.clears:
        effects.append("passes the last cut-off of " + ", ".join(kinds[kind] for kind in move.clears))
    gain = f"+{plain_number(move.gain_lo)} " if move.gain_lo == move.gain_hi else ""
    return move.title, f"{gain}= {points(move.total_lo, move.total_hi)}", "; ".join(effects)

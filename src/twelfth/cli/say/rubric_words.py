"""Scores, standings and moves in words."""

from twelfth.base import Truth, plain_number
from twelfth.distance import MoveEffect, NodeScore, Standing


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


def standing_words(one: Standing) -> tuple[str, str, str, str]:
    """(kind, last cut-off, distance, eligibility) of one kind of round."""
    last = one.last
    cut = f"{plain_number(last.cut_off)} on {last.decided}" if last and last.cut_off is not None else "not published"
    return one.title, cut, _short(one), _eligible(one)


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


def _eligible(one: Standing) -> str:
    match one.eligible:
        case Truth.YES:
            return "Eligible"
        case Truth.NO:
            return "Not eligible: " + "; ".join(_missing(one, Truth.NO))
        case _:
            return "Eligibility unknown, not judged: " + "; ".join(_missing(one, Truth.UNKNOWN))


def _missing(one: Standing, met: Truth) -> list[str]:
    found = []
    for judged in one.requirements:
        if judged.met is met:
            found += [line.why or line.title for line in judged.lines if line.met is met] or [
                judged.why or judged.title
            ]
    return found


def move_words(move: MoveEffect, kinds: dict[str, str]) -> tuple[str, str, str]:
    """(move, gain, what it opens) of one move."""
    effects = []
    if move.opens:
        effects.append("opens " + ", ".join(kinds[kind] for kind in move.opens))
    if move.clears:
        effects.append("passes the last cut-off of " + ", ".join(kinds[kind] for kind in move.clears))
    gain = points(move.gain_lo, move.gain_hi)
    return move.title, f"+{gain} = {points(move.total_lo, move.total_hi)}", "; ".join(effects)

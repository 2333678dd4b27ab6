"""Small SVG strips: the yes group and you on one line. Positions are percentages, so they fit any width; colours are
classes.

Every strip carries a reading sentence; the numbers stand beside it as text.
"""

from html import escape
from itertools import pairwise

from markupsafe import Markup

from twelfth.distance import Forecast, Gap, Standing
from twelfth.tell.language import _, figure, plain_number
from twelfth.tell.page.behind import ends_of, marks, pool_band, pool_range, walls
from twelfth.tell.say.core_words import level, span
from twelfth.usecases import Backdrop

HEIGHT = 26
MIDDLE = HEIGHT / 2
PEOPLE_DRAWN = 120
"""More people than this are not drawn as dots."""
REQUIRED_WIDTH = 76
"""Percent of a strip up to the highest number that is required or had: beyond it there is more."""


def gap_strip(gap: Gap, sentence: str, behind: Backdrop | None = None) -> Markup:
    """The strip of one gap with what stands behind it; empty when there is nothing to draw."""
    if gap.positives_only:
        return _dots(gap, sentence)
    if gap.quartiles and gap.ends:
        return _range(gap, sentence, behind)
    if gap.n_observed and gap.distribution:
        return _segments(gap, sentence, behind)
    return Markup("")


def _svg(body: str, sentence: str, *, height: int = HEIGHT) -> Markup:
    return Markup(
        f'<svg class="strip" width="100%" height="{height}" role="img" aria-label="{escape(sentence)}">'
        f"<title>{escape(sentence)}</title>{body}</svg>"
    )


def _segments(gap: Gap, sentence: str, behind: Backdrop | None) -> Markup:
    """One segment a level, as wide as its share; the person's level is outlined. Those who applied as a thin band
    below, in the same shades."""
    parts, at, starts = [], 0.0, list[float]()
    dots = []
    for index, (_words, count) in enumerate(gap.distribution):
        starts.append(at)
        width = 100 * count / gap.n_observed
        mine = gap.span == (index, index)
        shade = _shade(index, len(gap.distribution) - 1)
        parts.append(f'<rect class="{shade}" x="{at:.2f}%" y="3" width="{width:.2f}%" height="{HEIGHT - 6}"/>')
        if mine:
            dots.append(_you(at + width / 2))
        at += width
    if behind is None:
        return _svg("".join(parts + dots), sentence)
    starts.append(100.0)
    middles = [(low + high) / 2 for low, high in pairwise(starts)]
    band = pool_band(behind, _shade, len(gap.distribution) - 1)
    drawn = [
        *parts,
        marks(behind, lambda code: middles[int(code)]),
        walls(behind, lambda code: starts[int(code)], lambda code: starts[int(code) + 1]),
        *dots,
    ]
    return _svg("".join(drawn) + band, sentence, height=HEIGHT + (8 if band else 0))


def _range(gap: Gap, sentence: str, behind: Backdrop | None) -> Markup:
    """A line from lowest to highest, a box around the middle half, a tick at the middle, and the person. Those who
    applied as a thin band below."""
    low, high = gap.ends or (0.0, 1.0)
    first, middle, third = gap.quartiles or (low, low, high)
    mine = gap.span or (low, high)
    start, end = min(low, *mine, *ends_of(behind)), max(high, *mine, *ends_of(behind))
    scale = 96 / ((end - start) or 1.0)

    def at(value: float) -> float:
        return 2 + (value - start) * scale

    body = (
        f'<line class="axis" x1="{at(low):.2f}%" x2="{at(high):.2f}%" y1="{MIDDLE}" y2="{MIDDLE}"/>'
        f'<rect class="step2" x="{at(first):.2f}%" y="4" width="{at(third) - at(first):.2f}%" height="{HEIGHT - 8}"/>'
        f'<line class="middle" x1="{at(middle):.2f}%" x2="{at(middle):.2f}%" y1="2" y2="{HEIGHT - 2}"/>'
    )
    you = "" if gap.span is None else _you(at(gap.span[0]), at(gap.span[1]))
    if behind is None:
        return _svg(body + you, sentence)
    band = pool_range(behind, at)
    drawn = body + marks(behind, at) + walls(behind, at, at) + you + band
    return _svg(drawn, sentence, height=HEIGHT + (8 if band else 0))


def required_strip(gap: Gap, sentence: str, behind: Backdrop) -> Markup:
    """Where nobody selected is described: what is required as walls, and the person; from 0 or the lowest level on.
    Empty of what is only yes or no, and where nothing is required."""
    levels = len(gap.distribution)
    if not behind.thresholds or levels == 2:
        return Markup("")
    ends: tuple[float, ...] = (0.0, float(levels - 1)) if levels else (*ends_of(behind), *(gap.span or ()))
    start, end = min(0.0, *ends), max(ends)
    scale, half = (96.0, 0.5) if levels else (REQUIRED_WIDTH, 0.0)
    scale /= (end - start) or 1.0

    def at(value: float) -> float:
        return 2 + (value - start) * scale

    body = (
        f'<line class="axis" x1="2%" x2="98%" y1="{MIDDLE}" y2="{MIDDLE}"/>'
        f"{walls(behind, lambda code: at(code - half), lambda code: at(code + half))}"
    )
    return _svg(body + ("" if gap.span is None else _you(at(gap.span[0]), at(gap.span[1]))), sentence)


def _dots(gap: Gap, sentence: str) -> Markup:
    """One dot a person: filled when known to hold it at selection, hollow when nothing is known."""
    known = gap.distribution[0][1] if gap.distribution else 0
    if gap.n == 0 or gap.n > PEOPLE_DRAWN:
        return Markup("")
    step = 100 / gap.n
    dots = (
        f'<circle class="{"known" if index < known else "hollow"}" cx="{step * (index + 0.5):.2f}%" '
        f'cy="{MIDDLE}" r="2.6"/>'
        for index in range(gap.n)
    )
    return _svg("".join(dots), sentence)


def _you(at: float, to: float | None = None) -> str:
    """The person: a dot, or for a range a dot at either end with a bar between them."""
    ends = [at] if to is None or to == at else [at, to]
    dots = "".join(f'<circle class="you" cx="{one:.2f}%" cy="{MIDDLE}" r="6"/>' for one in ends)
    if len(ends) == 1:
        return dots
    return f'<line class="you-range" x1="{at:.2f}%" x2="{ends[1]:.2f}%" y1="{MIDDLE}" y2="{MIDDLE}"/>{dots}'


def strip_legend(gap: Gap) -> list[tuple[str, str]]:
    """(class of the swatch, words) for each part of a strip; the ends of a range have no swatch."""
    if gap.positives_only:
        return []
    if gap.quartiles and gap.ends:
        return [
            ("", _("their lowest: %(figure)s", figure=figure(f"{gap.ends[0]:g}"))),
            ("", _("their highest: %(figure)s", figure=figure(f"{gap.ends[1]:g}"))),
        ]
    if not gap.n_observed:
        return []
    last = len(gap.distribution) - 1
    shown = enumerate(gap.distribution)
    return [(_shade(index, last), f"{level(words)} {count}") for index, (words, count) in shown if count]


def _shade(index: int, last: int) -> str:
    return "step" + str(min(5, round(5 * index / max(1, last))))


def standing_strip(one: Standing, score: tuple[float, float], *, reach: tuple[float, float], sentence: str) -> Markup:
    """The score (its lowest and highest end) and the last cut-off of one kind of round on a common scale."""
    if one.last is None or one.last.cut_off is None:
        return Markup("")
    start, end = reach
    scale = 96 / ((end - start) or 1.0)
    lo, hi, cut = (2 + (value - start) * scale for value in (*score, one.last.cut_off))
    near = min(max(cut, lo), hi)
    body = (
        f'<line class="axis" x1="2%" x2="98%" y1="{MIDDLE}" y2="{MIDDLE}"/>'
        f'<line class="way" x1="{min(near, cut):.2f}%" x2="{max(near, cut):.2f}%" y1="{MIDDLE}" y2="{MIDDLE}"/>'
        f'<line class="wall" x1="{cut:.2f}%" x2="{cut:.2f}%" y1="2" y2="{HEIGHT - 2}"/>'
    )
    return _svg(body + _you(lo, hi), sentence)


def forecast_strip(told: Forecast, score: tuple[float, float], *, reach: tuple[float, float]) -> Markup:
    """Where the next cut-off may fall (nine of ten cases, the middle marked) and the score on a common scale."""
    start, end = reach
    scale = 96 / ((end - start) or 1.0)
    low, middle, high, *mine = (2 + (value - start) * scale for value in (told.lo, told.mean, told.hi, *score))
    body = (
        f'<line class="axis" x1="2%" x2="98%" y1="{MIDDLE}" y2="{MIDDLE}"/>'
        f'<rect class="step2" x="{low:.2f}%" y="6" width="{high - low:.2f}%" height="{HEIGHT - 12}"/>'
        f'<line class="middle" x1="{middle:.2f}%" x2="{middle:.2f}%" y1="2" y2="{HEIGHT - 2}"/>'
    )
    cut, lo, hi = (plain_number(round(value, told.decimals)) for value in (told.mean, told.lo, told.hi))
    ends = [plain_number(one) for one in score]
    sentence = _(
        "Next cut-off about %(cut)s, %(range)s in nine of ten cases; you have %(points)s.",
        cut=cut,
        range=span(lo, hi),
        points=ends[0] if ends[0] == ends[1] else span(*ends),
    )
    return _svg(body + _you(*mine), sentence)

"""The pictures of a road: a bar for each mile with its exams, the hours of each week, the chance by day and by kind.

All are SVG made here, drawn on one axis of months; tables beside them say the same.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup

from twelfth.tell.language import figure
from twelfth.tell.page.months import Months
from twelfth.usecases import CaseRoadmap, DatedMile, GapOnRoad, attempt_days, stretches

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
BAR_HEIGHT, LOAD_HEIGHT, CHANCE_HEIGHT, PAIR_HEIGHT = 20, 56, 170, 15
MIDDLE = BAR_HEIGHT / 2
LINES = (0.25, 0.5, 0.75)
"""Chances that the picture of them has a line for."""
DIAMOND = "M0 -6L6 0L0 6L-6 0Z"


def months_of(answer: CaseRoadmap) -> Months:
    """From the first day of the road to its last, with its dated rounds."""
    return Months(first=answer.as_of + DAY, last=answer.until, walls=tuple(one.day for one in answer.walls))


def mile_bar(mile: DatedMile, months: Months) -> Markup:
    """Thin from its beginning to its end, thick where there is work; a diamond for the first attempt at its exam, a
    line for each further one."""
    start, end = months.at(mile.begins), months.at(min(mile.done, months.last))
    parts = [_box("passing", start, end, y=MIDDLE - 2, height=4)]
    parts += [
        _box("worked", months.at(begins), months.at(min(ends, months.last)), y=MIDDLE - 5, height=10)
        for begins, ends in _worked(mile)
    ]
    attempts = [months.at(day) for day in attempt_days(mile, months.last)]
    parts += [_upright("try", at, 1, BAR_HEIGHT - 1) for at in attempts[1:]]
    parts += [_diamond(at) for at in attempts[:1]]
    return _svg("".join(parts), BAR_HEIGHT)


def load_bars(answer: CaseRoadmap, months: Months) -> Markup:
    """The hours of each week, under a line for those there are; weeks of a pause are shaded."""
    found = stretches(answer)
    most = max([answer.hours_per_week, *(one.hours for one in found)]) or 1
    room = LOAD_HEIGHT - 6
    parts = [
        _box(
            "pause", months.at(max(one, months.first)), months.at(min(one + WEEK, months.last)), y=0, height=LOAD_HEIGHT
        )
        for one in answer.wished.pauses
    ]
    for one in found:
        height = room * one.hours / most
        ends = months.at(min(one.ends + DAY, months.last))
        parts.append(_box("load", months.at(one.begins), ends, y=LOAD_HEIGHT - height, height=height))
    level = LOAD_HEIGHT - room * answer.hours_per_week / most
    parts.append(_line("capacity", (months.at(months.first), level), (months.at(months.last), level)))
    return _svg("".join(parts), LOAD_HEIGHT)


def chance_lines(answer: CaseRoadmap, months: Months) -> Markup:
    """Two lines from nothing to the last day, there with their intervals."""
    start, end = (months.at(months.first), _level(0.0)), months.at(months.last)
    parts = [_line("month", (start[0], _level(one)), (end, _level(one))) for one in LINES]
    parts.append(_line("nought", start, (end, start[1])))
    told = answer.chances
    drawn = [("planned", told.within, -10)] + [("idle", told.idle_within, -18)] * answer.idle_known
    for name, ends, aside in drawn:
        span = _upright(f"{name}-span", end, *map(_level, ends))
        parts.append(f'<g transform="translate({aside},0)">{span}</g>')
        before = start
        dots = []
        for one in answer.by:
            here = (months.at(one.day), _level(one.planned if name == "planned" else one.idle))
            parts.append(_line(name, before, here))
            dots.append(f'<circle class="{name}-dot" cx="{here[0]:.2f}%" cy="{here[1]:.1f}" r="5"/>')
            before = here
        parts += dots
    for chance in LINES:
        share, above = figure(f"{chance:.0%}"), _level(chance) - 4
        parts.append(f'<text class="name" x="{start[0]:.2f}%" dx="3" y="{above:.1f}">{share}</text>')
    return _svg("".join(parts), CHANCE_HEIGHT)


def chance_pair(planned: float, idle: float) -> Markup:
    """Two bars from nothing: with the plan, and with nothing done below it."""
    return _svg(
        _box("worked", 0, 100 * planned, y=0, height=8) + _box("idle-bar", 0, 100 * idle, y=10, height=4), PAIR_HEIGHT
    )


def standing_pair(gap: GapOnRoad) -> Markup:
    """Two bars from nothing: the share of those selected whom one stands at or above, with the road and today."""
    return chance_pair(gap.then_at / gap.people, gap.now_at / gap.people)


def swatches() -> dict[str, Markup]:
    """A small drawing of each sign for the legends."""
    drawn = {
        "worked": _box("worked", 0, 100, y=5, height=10),
        "passing": _box("passing", 0, 100, y=8, height=4),
        "first": _diamond(50),
        "further": _upright("try", 50, 1, 19),
        "pause": _box("pause", 0, 100, y=2, height=16),
        "wall": _upright("wall", 50, 1, 19),
        "round": _upright("round", 50, 1, 19),
        "planned": _line("planned", (0, 10), (100, 10)) + '<circle class="planned-dot" cx="50%" cy="10" r="5"/>',
        "idle": _line("idle", (0, 10), (100, 10)) + '<circle class="idle-dot" cx="50%" cy="10" r="5"/>',
        "span": _upright("planned-span", 35, 1, 19) + _upright("idle-span", 65, 1, 19),
    }
    return {
        name: Markup(f'<svg class="swatch" width="26" height="20" aria-hidden="true">{body}</svg>')
        for name, body in drawn.items()
    }


def _worked(mile: DatedMile) -> Iterator[tuple[date, date]]:
    """From when to when there is work in every week."""
    begins, ends = None, None
    for first, _ in mile.work:
        if begins is not None and ends is not None and first != ends:
            yield begins, ends
            begins = None
        begins, ends = begins or first, first + WEEK
    if begins is not None and ends is not None:
        yield begins, ends


def _level(chance: float) -> float:
    """The height of a chance in the picture of them."""
    return CHANCE_HEIGHT - 8 - chance * (CHANCE_HEIGHT - 16)


def _svg(body: str, height: int) -> Markup:
    return Markup(f'<svg class="strip" width="100%" height="{height}" aria-hidden="true">{body}</svg>')


def _box(name: str, start: float, end: float, *, y: float, height: float) -> str:
    width = max(0.0, end - start)
    return f'<rect class="{name}" x="{start:.2f}%" y="{y:.1f}" width="{width:.2f}%" height="{height:.1f}"/>'


def _upright(name: str, at: float, top: float, bottom: float) -> str:
    return _line(name, (at, top), (at, bottom))


def _line(name: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    return f'<line class="{name}" x1="{start[0]:.2f}%" x2="{end[0]:.2f}%" y1="{start[1]:.1f}" y2="{end[1]:.1f}"/>'


def _diamond(at: float) -> str:
    """A path knows no percentages, so it stands in a drawing of its own."""
    return (
        f'<svg x="{at:.2f}%" y="{MIDDLE}" overflow="visible" aria-hidden="true">'
        f'<path class="first-try" d="{DIAMOND}"/></svg>'
    )

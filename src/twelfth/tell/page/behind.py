"""What stands behind a strip: the person at each past attempt, those who applied, and requirements as walls.

Positions are percentages, as in the strips; colours are classes.
"""

from collections.abc import Callable

from twelfth.usecases import Backdrop

BAND_TOP, BAND_HEIGHT = 28, 5
PAST_Y, PAST_SIZE = 3, 3
At = Callable[[float], float]
"""Where a code lies, in percent of the width."""


def ends_of(behind: Backdrop | None) -> tuple[float, ...]:
    """The codes of a number that have to fit beside those of the yes group."""
    if behind is None:
        return ()
    past = [end for one in behind.past if one.span is not None for end in one.span]
    asked = [end for one in behind.thresholds for end in (one.low, one.high) if end is not None]
    return (*past, *asked, *_middle_of(behind))


def marks(behind: Backdrop, at: At) -> str:
    """A small ring above the level of each past attempt; of a range in its middle; none where it was not known."""
    known = [(at(one.span[0]) + at(one.span[1])) / 2 for one in behind.past if one.span is not None]
    return "".join(
        f'<circle class="past" cx="{one:.2f}%" cy="{PAST_Y}" r="{PAST_SIZE}"/>' for one in dict.fromkeys(known)
    )


def walls(behind: Backdrop, low: At, high: At) -> str:
    """A wall where each requirement begins to let through, and one where it ends."""
    ends = [low(one.low) for one in behind.thresholds if one.low is not None]
    ends += [high(one.high) for one in behind.thresholds if one.high is not None]
    places = dict.fromkeys(min(99.5, max(0.5, one)) for one in ends)
    return "".join(f'<line class="wall" x1="{one:.2f}%" x2="{one:.2f}%" y1="0" y2="26"/>' for one in places)


def pool_band(behind: Backdrop, shade: Callable[[int, int], str], last: int) -> str:
    """The share of each level among those who applied, side by side; nothing where none is told."""
    parts, start = [], 0.0
    for code, _words, share in behind.pool.shares if behind.pool else ():
        parts.append(_band(shade(int(code), last), start, 100 * share))
        start += 100 * share
    return "".join(parts)


def pool_range(behind: Backdrop, at: At) -> str:
    """From one standard deviation below the mean of those who applied to one above, the mean marked."""
    ends = _middle_of(behind)
    if not ends or behind.pool is None or behind.pool.mean is None:
        return ""
    middle = at(behind.pool.mean)
    mean = f'<line class="middle" x1="{middle:.2f}%" x2="{middle:.2f}%" y1="26" y2="34"/>'
    return _band("pool", at(ends[0]), at(ends[1]) - at(ends[0])) + mean


def _middle_of(behind: Backdrop) -> tuple[float, ...]:
    pool = behind.pool
    if pool is None or pool.mean is None or pool.sd is None:
        return ()
    return pool.mean - pool.sd, pool.mean + pool.sd


def _band(name: str, start: float, width: float) -> str:
    return f'<rect class="{name}" x="{start:.2f}%" y="{BAND_TOP}" width="{width:.2f}%" height="{BAND_HEIGHT}"/>'

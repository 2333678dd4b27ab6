"""Reliability diagrams as SVG, by hand: what was said across, what was true upwards, a panel for each method.

A point is a tenth of those asked about, by what was said; on the diagonal the two agree. No script, no font of its own,
light and dark by the reader's setting.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

PANEL, GAP, BELOW, SIDE, HEAD, FOOT, COLUMNS = 168, 44, 76, 72, 66, 48, 4
MARGIN = 24
STYLE = """
.back{fill:#fff}.ink{fill:#1f2328}.soft{fill:#59636e}.frame{fill:none;stroke:#8c959f}.grid{stroke:#e1e5ea}
.even{stroke:#8c959f;stroke-dasharray:4 3}.word{fill:#fff;stroke:#a8480b;stroke-width:1.8}.told{fill:#0b5cad}
text{font:12px system-ui,"DejaVu Sans",sans-serif}.name{font-weight:600;font-size:13px}
@media (prefers-color-scheme:dark){.back{fill:#0d1117}.ink{fill:#e6edf3}.soft{fill:#9da7b3}.frame{stroke:#6e7681}
.grid{stroke:#262c36}.even{stroke:#6e7681}.word{fill:#0d1117;stroke:#f0883e}.told{fill:#6cb6ff}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One method: its name, a short remark, points (said, true) of each way it was judged. Chances in [0, 1]."""

    name: str
    remark: str
    word: Sequence[tuple[float, float]] = ()
    told: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Chances to pixels of a panel: by decades from `least`, or even where `least` is None."""

    least: float | None

    def at(self, chance: float) -> float:
        """0 at the low end, PANEL at the high one; what lies below the low end stands on it."""
        if self.least is None:
            return PANEL * chance
        reach = -math.log10(self.least)
        return PANEL * (1 + math.log10(max(chance, self.least)) / reach)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Chances to mark, with their words."""
        if self.least is None:
            return [(one / 4, f"{25 * one}%") for one in range(5)]
        decades = range(round(math.log10(self.least)), 1)
        return [(10.0**one, f"{10.0 ** (one + 2):g}%") for one in decades]


def scale_of(panels: Sequence[Panel], *, even: bool) -> Scale:
    """The decades that hold every point, or an even scale."""
    if even:
        return Scale(least=None)
    chances = [one for panel in panels for point in (*panel.word, *panel.told) for one in point if one > 0]
    return Scale(least=10.0 ** math.floor(math.log10(min(chances))))


def drawn(
    panels: Sequence[Panel], *, title: str, words: tuple[str, str], upwards: str = "true chance", even: bool = False
) -> str:
    """The picture. `words` name the hollow and the full points; an empty one is left out of the legend. No panel stands
    alone in its row."""
    scale = scale_of(panels, even=even)
    columns = min(COLUMNS - (len(panels) % COLUMNS == 1), len(panels))
    rows = math.ceil(len(panels) / columns)
    width = SIDE + columns * (PANEL + GAP) - GAP + MARGIN
    height = HEAD + rows * (PANEL + BELOW) - BELOW + FOOT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img"><title>{escape(title)}</title><style>{STYLE}</style>',
        f'<rect class="back" width="{width}" height="{height}"/>',
        *_legend(words),
    ]
    for index, panel in enumerate(panels):
        left = SIDE + index % columns * (PANEL + GAP)
        top = HEAD + index // columns * (PANEL + BELOW)
        parts += _panel(panel, scale, left, top, is_first=index % columns == 0)
    middle = SIDE + (width - SIDE - MARGIN) / 2
    parts.append(
        f'<text class="soft" x="{middle:g}" y="{height - 10}" text-anchor="middle">chance said</text>'
        f'<text class="soft" transform="translate(14 {HEAD + (height - HEAD - FOOT) / 2:g}) rotate(-90)" '
        f'text-anchor="middle">{escape(upwards)}</text></svg>'
    )
    return "\n".join(parts) + "\n"


def _legend(words: tuple[str, str]) -> list[str]:
    parts, x = [], SIDE
    for kind, text in zip(("word", "told"), words, strict=True):
        if text:
            parts.append(f'<circle class="{kind}" cx="{x + 5}" cy="16" r="4.5"/>')
            parts.append(f'<text class="ink" x="{x + 16}" y="20">{escape(text)}</text>')
            x += 40 + 7 * len(text)
    parts.append(f'<line class="even" x1="{x}" x2="{x + 22}" y1="16" y2="16"/>')
    return [*parts, f'<text class="ink" x="{x + 28}" y="20">said and true agree</text>']


def _panel(panel: Panel, scale: Scale, left: float, top: float, *, is_first: bool) -> list[str]:
    low = top + PANEL
    parts = [
        f'<text class="ink name" x="{left}" y="{top - 20}">{escape(panel.name)}</text>',
        f'<text class="soft" x="{left}" y="{top - 5}">{escape(panel.remark)}</text>',
    ]
    for chance, text in scale.ticks:
        at = scale.at(chance)
        parts += [
            f'<line class="grid" x1="{left + at:.1f}" x2="{left + at:.1f}" y1="{top}" y2="{low}"/>',
            f'<line class="grid" x1="{left}" x2="{left + PANEL}" y1="{low - at:.1f}" y2="{low - at:.1f}"/>',
            f'<text class="soft" x="{left + at:.1f}" y="{low + 15}" text-anchor="middle">{text}</text>',
        ]
        if is_first:
            parts.append(f'<text class="soft" x="{left - 6}" y="{low - at + 4:.1f}" text-anchor="end">{text}</text>')
    parts += [
        f'<rect class="frame" x="{left}" y="{top}" width="{PANEL}" height="{PANEL}"/>',
        f'<line class="even" x1="{left}" y1="{low}" x2="{left + PANEL}" y2="{top}"/>',
    ]
    for kind, points in (("word", panel.word), ("told", panel.told)):
        parts += [
            f'<circle class="{kind}" cx="{left + scale.at(said):.1f}" cy="{low - scale.at(true):.1f}" r="4"/>'
            for said, true in points
        ]
    return parts

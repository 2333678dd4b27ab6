"""Lines of text at most 80 wide: headings, paragraphs, rows. Bold only where the terminal allows it."""

import re
import textwrap
from collections.abc import Sequence

WIDTH = 80
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that steer a terminal or turn the direction of text around: a title may not bring its own."""
BOLD, FAINT, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """The lines of a text, words never broken, what steers a terminal replaced by a mark."""
    visible = UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
    return textwrap.wrap(visible, width, initial_indent=first, subsequent_indent=rest, break_long_words=False)


class Paper:
    """Collects lines; `text()` gives them."""

    def __init__(self, *, colour: bool = False) -> None:
        self._lines: list[str] = []
        self._colour = colour

    def title(self, text: str) -> None:
        for line in wrap(text, WIDTH):
            self._lines.append(self._styled(line, BOLD))

    def heading(self, text: str) -> None:
        self.gap()
        for line in wrap(text, WIDTH):
            self._lines.append(self._styled(line, BOLD))

    def para(self, text: str, *, indent: int = 0, hang: int = 0) -> None:
        """`hang`: how much further in every line but the first stands."""
        room = " " * indent
        rest = room + " " * hang
        self._lines += wrap(text, WIDTH, first=room, rest=rest)

    def faint(self, text: str, *, indent: int = 0) -> None:
        room = " " * indent
        wrapped = wrap(text, WIDTH, first=room, rest=room)
        self._lines += [self._styled(line, FAINT) for line in wrapped]

    def bullet(self, text: str, *, indent: int = 2) -> None:
        room = " " * indent
        self._lines += wrap(text, WIDTH, first=f"{room}- ", rest=f"{room}  ")

    def rows(
        self, rows: Sequence[Sequence[str]], *, right: Sequence[int] = (), indent: int = 2, most: int = 30
    ) -> None:
        """Columns side by side, each wrapping: all but the last at most `most` wide. `right`: columns set flush
        right."""
        if not rows:
            return
        last = len(rows[0]) - 1
        widths = [min(most, max(len(row[column]) for row in rows)) for column in range(last)]
        widths.append(max(20, WIDTH - indent - sum(widths) - 2 * last))
        for row in rows:
            self._lines += _side_by_side(row, widths, right=right, indent=indent)

    def gap(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self) -> str:
        return "\n".join(self._lines) + "\n"

    def _styled(self, line: str, style: str) -> str:
        return f"{style}{line}{PLAIN}" if self._colour else line


def _side_by_side(row: Sequence[str], widths: Sequence[int], *, right: Sequence[int], indent: int) -> list[str]:
    cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    lines = []
    for at in range(max(map(len, cells))):
        parts = [cell[at] if at < len(cell) else "" for cell in cells]
        placed = [
            part.rjust(width) if column in right else part.ljust(width)
            for column, (part, width) in enumerate(zip(parts, widths, strict=True))
        ]
        lines.append((" " * indent + "  ".join(placed)).rstrip())
    return lines


def _wrapped(cell: str, width: int) -> list[str]:
    """The cell's lines; leading blanks (the depth of a section) are kept on each."""
    room = " " * (len(cell) - len(cell.lstrip()))
    lines = wrap(cell.strip(), width, first=room, rest=room)
    return lines or [""]

"""What a page shows or a screen reader says, piece by piece, as the browser would have it."""

import re
from html.parser import HTMLParser

UNSEEN = {"script", "style", "textarea", "code"}
"""What is in a box to be sent again, and what is meant for a machine, are no words of the page."""
READ_ALOUD = {"alt", "aria-label", "title", "placeholder"}


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        self.found += [text for name, text in attrs if name in READ_ALOUD and text]

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen and data.strip():
            self.found.append(data.strip())


def visible(page: str) -> list[str]:
    """Every text of a page, in its order."""
    read = _Visible()
    read.feed(page)
    read.close()
    return read.found


def words_of(page: str) -> str:
    """The words of a page in one line, without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))

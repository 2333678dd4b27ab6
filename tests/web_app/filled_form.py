"""A form of a page as the browser would send it, untouched."""

from html.parser import HTMLParser


def filled(page: str, action: str) -> dict[str, str]:
    """The fields of the first form that goes there, with what they show; buttons left out."""
    reader = _Reader(action)
    reader.feed(page)
    assert reader.found, f"no form goes to {action}"
    return reader.fields


class _Reader(HTMLParser):
    def __init__(self, action: str) -> None:
        super().__init__()
        self.action, self.fields, self.found, self._in = action, {}, False, False
        self._select, self._area = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name, value = told.get("name") or "", told.get("value") or ""
        if tag == "form":
            self._in = not self.found and told.get("action") == self.action
            self.found = self.found or self._in
        elif not self._in:
            return
        elif tag == "input" and (told.get("type") not in ("radio", "checkbox") or "checked" in told):
            self.fields[name] = value
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in told or self._select not in self.fields):
            self.fields[self._select] = value
        elif tag == "textarea":
            self._area = name
            self.fields[name] = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in = False
        elif tag == "textarea":
            self._area = ""

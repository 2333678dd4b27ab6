"""The words of the app: every one can be said in its other languages, and none stands outside the catalogue."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from jinja2 import Environment, nodes
from tools import messages

from twelfth.web import words

TEMPLATES = sorted((messages.WEB / "templates").rglob("*.html"))
SAME_EVERYWHERE = {"Twelfth", "h", "s"}
"""The name, and the units of an hour and a second."""
READ_ALOUD = {"alt", "aria-label", "aria-description", "placeholder", "title"}
LABELS = {"text": (1,), "area": (1,), "choice": (1,), "summary": ()}
"""Which arguments of the macros of fields.html are words for people; hint and blank are so in all."""
PARSER = Environment(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"])


class Visible(HTMLParser):
    """The letters that a page shows or a screen reader says, without what is filled in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = [*self._in, tag][-1:]
        self.found += [text for name, text in attrs if name in READ_ALOUD and text]

    def handle_endtag(self, tag: str) -> None:
        self._in = []

    def handle_data(self, data: str) -> None:
        if self._in != ["kbd"]:
            self.found.append(data)


def not_for_translation(source: str) -> list[str]:
    """What a template says in letters of its own."""
    tree = PARSER.parse(source)
    page = Visible()
    page.feed("".join(part.data for part in tree.find_all(nodes.TemplateData)))
    page.close()
    letters = (re.findall(r"[^\W\d_]+", text) for text in (*page.found, *_labels(tree)))
    return [word for found in letters for word in found if word not in SAME_EVERYWHERE]


def _labels(tree: nodes.Template) -> list[str]:
    """Words handed to a macro as they are."""
    given = []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in LABELS:
            given += [call.args[place] for place in LABELS[call.node.attr]]
            given += [each.value for each in call.kwargs if each.key in {"label", "hint", "blank", "unit"}]
    return [each.value for each in given if isinstance(each, nodes.Const) and isinstance(each.value, str)]


def said(ids: str | tuple[str, str], told: str | tuple[str, str]) -> Catalog:
    """The Spanish catalogue, once somebody has written a translation into django.po."""
    spanish = messages.kept("es")
    spanish[ids].string = told
    messages.path_of("es").write_bytes(messages.as_po(spanish))
    return spanish


@pytest.fixture(scope="module")
def found() -> Catalog:
    return messages.found()


@pytest.mark.parametrize("language", messages.TRANSLATED)
def test_every_word_of_the_app_is_translated(language: str, found: Catalog) -> None:
    """Whoever adds a word runs tools/messages.py and says it in Spanish too."""
    assert not list(messages.problems(language, found))


def test_the_words_come_from_templates_code_and_packs(found: Catalog) -> None:
    """One of each kind, so that a source that is no longer read is noticed."""
    kinds = {
        "a template": "What do you want to become?",
        "a view": "How far you are",
        "a word marked for later": "waiting for the answer",
        "the title of a pack": "NASA astronaut candidate",
        "a trait": "Highest degree",
        "a level": "Computing, operations or aviation management",
        "a unit": "months",
        "a kind of round": "Canadian Experience Class",
        "a move": "Learn Russian",
        "a part of an answer": "Your gaps, widest first",
        "a sentence of an answer": "Rounds you may enter",
        "a word of the core": "it changes no points",
        "a note of a pack": "Gender and age are no traits of this pack: they are neither evidence nor advice.",
        "a change of the rules": "Job offers earn no more points",
        "a requirement": "A nomination, confirmed and accepted",
        "a section of a rubric": "Combinations of skills",
        "a reason for a guess": "A small profession.",
    }

    assert {kind for kind, text in kinds.items() if text not in found} == set()
    assert found.get("%(n)d min", context="minutes") is not None


def test_an_update_keeps_translations_and_drops_what_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a second one changes no byte."""
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    before, after = Catalog(), Catalog()
    before.add("Road")
    before.add("Mile")
    after.add("Road")
    messages.write(before)
    po = messages.path_of("es")
    po.write_text(po.read_text("utf-8").replace('msgid "Road"\nmsgstr ""', 'msgid "Road"\nmsgstr "Camino"'), "utf-8")
    messages.write(after)
    once = po.read_bytes(), messages.path_of("es", "mo").read_bytes()
    messages.write(after)

    kept = messages.kept("es")
    assert {one.id: one.string for one in kept if one.id} == {"Road": "Camino"}
    assert (po.read_bytes(), messages.path_of("es", "mo").read_bytes()) == once
    assert not list(messages.problems("es", after))


@pytest.mark.parametrize(
    ("ids", "told", "wrong"),
    [
        ("Road", "", "not translated"),
        ("%(n)s hours", "%(m)s horas", "placeholders"),
        ("%(n)s hours", "horas", "placeholders"),
        ("%(n)s of it", "%(n)s, 5% de ello", "a % that is no placeholder"),
        (("One mile", "%(num)s miles"), ("Una milla", "millas"), "placeholders"),
    ],
)
def test_the_check_names_what_is_wrong(
    ids: str | tuple[str, str],
    told: str | tuple[str, str],
    wrong: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A word without a translation, and a placeholder that is lost or invented."""
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    catalogue = Catalog()
    catalogue.add(ids)
    messages.write(catalogue)
    spanish = said(ids, told)
    messages.path_of("es", "mo").write_bytes(messages.as_mo(spanish))

    (problem,) = messages.problems("es", catalogue)
    assert wrong in problem


@pytest.mark.parametrize("suffix", ["po", "mo"])
def test_the_check_sees_a_catalogue_that_is_not_the_other(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A django.po edited and not compiled is as wrong as a django.mo that is missing."""
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    catalogue = Catalog()
    catalogue.add("Road")
    messages.write(catalogue)
    if suffix == "mo":
        messages.path_of("es", "mo").unlink()
    else:
        said("Road", "Camino")

    assert "django.mo is not what django.po compiles to" in list(messages.problems("es", catalogue))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_outside_the_catalogue(path: Path) -> None:
    """Letters on a page are the name, a unit, a key, or come through `_`."""
    assert not_for_translation(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>{{ name }} selected</p>",
        "{% if a %}<p>{{ _('Yes') }}</p>{% else %}Never{% endif %}",
        '<meter aria-label="Hours" value="1"></meter>',
        "{{ f.text('title', 'Your goal', sent, errors) }}",
        "{{ f.area('title', _('Your goal'), sent, errors, hint='in words') }}",
    ],
)
def test_words_outside_the_catalogue_are_seen(source: str) -> None:
    """In text, in what is read aloud, and in what is handed to a field."""
    assert not_for_translation(source)


def test_a_title_of_a_pack_is_no_html_and_no_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack may come from anybody, and a column of a table be called "GPA %"."""
    monkeypatch.setattr(words, "gettext", lambda text: text)
    page = Environment(autoescape=True)
    page.globals["_"] = words.in_words

    assert page.from_string("{{ _(title) }}").render(title="GPA % <b>") == "GPA % &lt;b&gt;"
    assert page.from_string("{{ _('By %(who)s', who=who) }}").render(who="<b>") == "By &lt;b&gt;"

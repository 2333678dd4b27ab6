"""The words of the app in its other languages: found in the templates and the code of the app and of the answers it
shows, and in built-in packs; kept as catalogues.

One catalogue a language lies in src/twelfth/web/locale: django.po, which people edit, and django.mo, made from it,
which the app reads. A word that is gone is dropped; one that changed a little keeps its translation, marked fuzzy,
until somebody has looked at it. No line numbers and no dates are written, so that a difference shows words alone.

Usage: python tools/messages.py [--check]
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from twelfth.base import Source, SourceKind
from twelfth.compose import workplace
from twelfth.goal import Process, Requirement, Rubric, Trait
from twelfth.web.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "src" / "twelfth" / "web"
TELL = ROOT / "src" / "twelfth" / "tell"
LOCALE = WEB / "locale"
TRANSLATED = tuple(code for code, _name in LANGUAGES if code != "en")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "N_": None}
CORE = (
    "base",
    "goal",
    "distance",
    "roadmap",
    "learn",
    "work",
    "audit",
    "recourse",
    "usecases",
    "packs",
    "store",
    "compose",
)
"""Rooms that know no language: every text of theirs with a named place is the form of a sentence, a `Said`."""
TEMPLATE_OPTIONS = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
"""As the templates are filled in twelfth.web.page and in twelfth.tell."""
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
STRAY = re.compile(r"%(?!\(\w+\)[sd])")
"""A percent sign that would be taken for a placeholder where others are filled in."""
Ids = str | tuple[str, ...]


class Steady(Catalog):
    """A catalogue whose head changes with its language alone."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "Twelfth"),
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]

    @mime_headers.setter
    def mime_headers(self, value: Iterable[tuple[str, str]]) -> None:
        """What a file says of itself is not kept."""


def found() -> Catalog:
    """Every message there is, without a translation."""
    made = Catalog()
    for path in (*sorted(WEB.rglob("*")), *sorted(TELL.rglob("*"))):
        place = path.relative_to(WEB.parent).as_posix()
        if path.suffix in (".html", ".py"):
            for ids, context in _in_file(path):
                made.add(ids, locations=[(place, 0)], context=context)
    for path in (file for room in CORE for file in sorted((WEB.parent / room).rglob("*.py"))):
        for form in _forms_in(path):
            made.add(form, locations=[(path.relative_to(WEB.parent).as_posix(), 0)])
    place = workplace()
    for name in place.packs.names():
        for words in _in_pack(place.packs.get(name)):
            made.add(words, locations=[(f"packs/{name}", 0)])
    for name in place.cases.names():
        for words in _unpublished(place.cases.get(name).sources):
            made.add(words, locations=[(f"packs/cases/{name}", 0)])
    return made


def _in_file(path: Path) -> Iterator[tuple[Ids, str | None]]:
    method, options = ("jinja2.ext:babel_extract", TEMPLATE_OPTIONS) if path.suffix == ".html" else ("python", {})
    with path.open("rb") as file:
        for _line, ids, _comments, context in extract(method, file, KEYWORDS, (), options):
            yield ids, context


def _forms_in(path: Path) -> Iterator[str]:
    """Texts with named places, those that stand alone as a statement (docstrings) left out."""
    tree = ast.parse(path.read_text("utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in alone else None
        if isinstance(text, str) and PLACEHOLDER.search(text):
            yield text


def _in_pack(pack: Process) -> Iterator[str]:
    """Titles, units, levels and notes: what a person reads of a pack in the app and in an answer."""
    yield pack.title
    yield from (kind.title for kind in pack.kinds)
    yield from (held.name for held in pack.rounds)
    yield from (move.title for move in pack.moves)
    yield from (text for derived in pack.derived for text in (derived.label, derived.unit) if text)
    for trait in pack.traits:
        yield trait.title
        yield from filter(None, (trait.unit, trait.lapsed_label, trait.hint))
        yield from _levels(trait)
    yield from _unpublished(pack.sources)
    yield from filter(None, (pack.attribution, *(limit.text for limit in pack.limits)))
    yield from (change.title for change in pack.changes)
    yield from filter(None, (text for step in pack.after_yes for text in (step.title, step.note)))
    yield from filter(None, (text for move in pack.moves for text in (move.note, move.decided_by, move.first_step)))
    yield from filter(None, (text for section in pack.sections for text in (section.title, section.ask)))
    yield from filter(None, (way.note for way in pack.ways))
    for requirement in pack.requirements:
        yield from _in_requirement(requirement)
    for rubric in pack.rubrics:
        yield from _in_rubric(rubric)
    yield from _of_the_pool(pack)


def _unpublished(sources: Iterable[Source]) -> Iterator[str]:
    """Sources that nobody published have no name: what they are called says what they are."""
    yield from (source.title for source in sources if source.kind is SourceKind.OWN)


def _in_requirement(requirement: Requirement) -> Iterator[str]:
    yield from filter(None, (requirement.title, requirement.note))
    for line in requirement.lines:
        yield from filter(None, (line.title, line.not_judged))


def _in_rubric(rubric: Rubric) -> Iterator[str]:
    yield from filter(None, (rubric.title, rubric.unit))
    yield from (node.title for node in rubric.nodes)


def _of_the_pool(pack: Process) -> Iterator[str]:
    """What is stated of those who applied, where levels are told by name, and traits that cannot count by theirs."""
    for stated in pack.pool:
        yield from filter(None, (stated.note,))
        if isinstance(stated.level, str):
            yield stated.level.replace("_", " ")
    if pack.pool:
        yield from (trait.name.replace("_", " ") for trait in pack.traits if trait.never_counts)


def _levels(trait: Trait) -> Iterator[str]:
    if trait.kind == "binary":
        yield from (trait.words(True), trait.words(False))
    yield from (trait.words(level) for level in getattr(trait, "levels", ()))


def path_of(language: str, suffix: str = "po") -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / f"django.{suffix}"


def kept(language: str) -> Steady:
    """The catalogue of a language as it lies there; an empty one where there is none."""
    made = Steady(
        locale=language, fuzzy=False, header_comment="# The words of Twelfth. Looked after by: python tools/messages.py"
    )
    path = path_of(language)
    if path.is_file():
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    made[message.id] = message
    return made


def updated(language: str, words: Catalog) -> Steady:
    """The catalogue with every message there is and no other."""
    made = kept(language)
    made.update(words)
    made.obsolete.clear()
    return made


def as_po(catalogue: Catalog) -> bytes:
    """As people edit it."""
    file = BytesIO()
    write_po(file, catalogue, width=110, sort_output=True, include_previous=True, include_lineno=False)
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """As the app reads it; what is fuzzy is left out."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def problems(language: str, words: Catalog) -> Iterator[str]:
    """What is not as it must be, one sentence each."""
    have, want = kept(language), updated(language, words)
    wanted = {(_ids(one), one.context) for one in want}
    yield from (f"gone, and still kept: {_shown(one)}" for one in have if (_ids(one), one.context) not in wanted)
    for message in want:
        if message.id:
            yield from _wrong_with(message)
    path = path_of(language, "mo")
    if not path.is_file() or path.read_bytes() != as_mo(have):
        yield f"{path.name} is not what {path_of(language).name} compiles to"


def _wrong_with(message: Message) -> Iterator[str]:
    ids, strings = _ids(message), _strings(message)
    if any(_strays(text) for text in ids):
        yield f"a % that is no placeholder, write %% for it: {_shown(message)}"
    if message.fuzzy:
        yield f"fuzzy, to be looked at: {_shown(message)}"
    elif not all(strings):
        yield f"not translated: {_shown(message)}"
    elif len(strings) != (2 if len(ids) > 1 else 1):
        yield f"not as many forms as the language has: {_shown(message)}"
    else:
        yield from (f"{wrong}: {_shown(message)}" for wrong in _misplaced(ids, strings))


def _misplaced(ids: tuple[str, ...], strings: tuple[str, ...]) -> Iterator[str]:
    """The singular may leave out the number, as the English may."""
    allowed = [_places(text) for text in ids]
    for form, text in enumerate(strings):
        right = allowed if form == 0 else allowed[-1:]
        if _places(text) not in right:
            yield f"placeholders {sorted(_places(text))} where {sorted(allowed[-1])} are expected, in {text!r}"
        if _strays(text):
            yield f"a % that is no placeholder, in {text!r}"


def _places(text: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(text))


def _strays(text: str) -> bool:
    return bool(_places(text) and STRAY.search(text.replace("%%", "")))


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    text = message.string
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def _shown(message: Message) -> str:
    where = ", ".join(sorted({place for place, _line in message.locations}))
    return f"{_ids(message)[0]!r}" + (f" ({where})" if where else "")


def write(words: Catalog) -> Mapping[str, Steady]:
    """Bring every catalogue up to date."""
    made = {language: updated(language, words) for language in TRANSLATED}
    for language, catalogue in made.items():
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(as_po(catalogue))
        path_of(language, "mo").write_bytes(as_mo(kept(language)))
    return made


def main() -> int:
    """Update the catalogues; with --check only look, and return 1 when something is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="look and change nothing")
    options = parser.parse_args()
    words = found()
    if not options.check:
        for language, made in write(words).items():
            print(f"{path_of(language).relative_to(ROOT)}: {len(made)} messages")
    wrong = [f"{language}: {one}" for language in TRANSLATED for one in problems(language, words)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong and options.check else 0


if __name__ == "__main__":
    sys.exit(main())

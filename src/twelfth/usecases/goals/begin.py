"""Begin a pack or a case of one's own: files to fill in, never over what is there."""

import re

from twelfth.base import invalid
from twelfth.goal import Process, Trait
from twelfth.usecases.ports import AuditEvent, CaseShelf, Clock, Draft, PackShelf

_PACK_NAME = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
_CASE_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
PACK_TOML = """\
schema = 1
name = "{name}"
title = "{title}"
version = "1.0.0"
about = ""
evidence = ["{evidence}"]
attribution = ""
"""
KIND_TOML = """
[[kind]]
name = "{name}"
title = "{title}"
names = ["{title}"]
requires = []
"""
ONE_KIND = (("round", "Round"),)
SOURCES_CSV = "id,title,address,kind,note\nown,What I know myself,,own,\n"
TRAITS_TOML = """\
# One [[trait]] for each thing that may count. See the pack format in the documentation.
#
# [[trait]]
# name = "published"
# label = "Has published"
# kind = "binary"
# recorded = "both"       # "positives-only" if your sources never say who lacks it
"""


def draft_pack(name: str, *, packs: PackShelf, people: str = "", title: str = "") -> Draft:
    """The files of a new pack. `people`: path of a CSV with one selected person a line, whose columns become traits.

    Raises:
        InvalidInput: the name is not lower case a-z, 0-9 and -, or the CSV cannot be read.
        NotFound: no such CSV.
    """
    head = ("pack.toml", pack_toml(name, title=title))
    drafted = Draft(name=name, files=(("traits.toml", TRAITS_TOML), ("yes_group.csv", "id\n")))
    if people:
        drafted = packs.draft_from_people(name, people)
    return Draft(name=name, files=(head, ("sources.csv", SOURCES_CSV), *drafted.files), notes=drafted.notes)


def pack_toml(
    name: str,
    *,
    title: str = "",
    evidence: str = "yes group",
    points: str = "",
    kinds: tuple[tuple[str, str], ...] = ONE_KIND,
) -> str:
    """The head of a new pack, with its kinds of round as (name, title). points: the trait that holds one's points.

    Raises:
        InvalidInput: the name is not lower case a-z, 0-9 and -.
    """
    if not _PACK_NAME.fullmatch(name):
        raise invalid("pack name", name, "lower case a-z, 0-9 and -, starting with a letter")
    heading = _quotable(title or name.replace("-", " ").capitalize())
    head = PACK_TOML.format(name=name, title=" ".join(heading.split()), evidence=evidence)
    head += f'points = "{points}"\n' if points else ""
    return head + "".join(KIND_TOML.format(name=kind, title=_quotable(words)) for kind, words in kinds)


def begin_pack(draft: Draft, *, packs: PackShelf, clock: Clock) -> str:
    """Write a new pack folder and return where.

    Raises:
        Conflict: something of that name is there already.
    """
    return packs.add(draft, event=AuditEvent(action="new pack", subject=draft.name, on=clock.today()))


def draft_case(name: str, *, pack: str, packs: PackShelf) -> Draft:
    """A new case file for a pack: every trait as a commented fact to fill in.

    Raises:
        NotFound: no such pack.
        InvalidInput: the name is not lower case a-z, 0-9 and _.
    """
    if not _CASE_NAME.fullmatch(name):
        raise invalid("case name", name, "lower case a-z, 0-9 and _, starting with a letter")
    return Draft(name=f"{name}.toml", files=((f"{name}.toml", case_text(name, pack, packs.get(pack))),))


def begin_case(draft: Draft, *, cases: CaseShelf, clock: Clock) -> str:
    """Write a new case file and return where.

    Raises:
        Conflict: a file of that name is there already.
    """
    return cases.add(draft, event=AuditEvent(action="new case", subject=draft.name, on=clock.today()))


def case_text(name: str, pack: str, process: Process) -> str:
    """A case to fill in: every trait of the pack as a commented fact."""
    head = f'schema = 1\nname = "{name}"\ntitle = "{name}"\npack = "{_escaped(pack)}"\n\n'
    source = '[[source]]\nid = "own"\ntitle = "What I state"\nkind = "own"\n'
    facts = "".join(_fact_text(trait) for trait in process.traits)
    closing = (
        '\n# [[attempt]]\n# round = "' + (_quotable(process.rounds[-1].id) if process.rounds else "1") + '"\n'
        '# source = "own"\n#   [[attempt.stage]]\n#   stage = "submitted"\n#   on = 2025-01-01\n'
    )
    return head + source + facts + closing


def _quotable(text: str) -> str:
    """A text that may stand in quotes or in a comment of a TOML file without ending it."""
    return "".join(c if c.isprintable() else " " for c in text.replace("\\", "/").replace('"', "'"))


def _escaped(text: str) -> str:
    """A text as the inside of a quoted TOML text, every character kept."""
    return "".join(f"\\u{ord(c):04X}" if c in '"\\' or ord(c) < 32 else c for c in text)


def _fact_text(trait: Trait) -> str:
    levels: tuple[str, ...] = getattr(trait, "levels", ())
    example = {"binary": "true", "numeric": "0", "date": "1990-01-01"}.get(trait.kind) or f'"{levels[0]}"'
    hint = f"   # {', '.join(levels)}" if levels else f"   # {trait.unit}" if trait.unit else ""
    return (
        f'\n# {_quotable(trait.title)}\n# [[fact]]\n# trait = "{trait.name}"\n# value = {example}{hint}\n'
        '# from = "2020"\n# source = "own"\n'
    )

"""How far somebody has come with what they lack, from what they learn it, and what shows it."""

import re
from dataclasses import dataclass
from enum import StrEnum

LINK = re.compile(r"https://[^\s<>\"']*[^\s<>\"'.,;:)]", re.ASCII)
AROUND = " \t-–—:;,.|()<>"
"""Signs that part a title from its link and belong to neither."""


class Ability(StrEnum):
    """In this order. Only what one can show may count for a selection."""

    NONE = "none"
    LEARNING = "learning"
    CAN_DO = "can do"
    CAN_SHOW = "can show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What one learns from: a course, a book, a person. address: of a page that begins with https, or ""."""

    title: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """Of one trait or move: how far, by what, and what counts as proof of it. resource: one on a line, in the person's
    own words, with or without a link."""

    towards: str
    ability: Ability
    resource: str = ""
    proof: str = ""

    @property
    def resources(self) -> tuple[Resource, ...]:
        """What stands on each line, the link apart from its title; a link alone is its own title."""
        return tuple(_resource(line.strip()) for line in self.resource.splitlines() if line.strip())


def _resource(line: str) -> Resource:
    link = LINK.search(line)
    if link is None:
        return Resource(title=line)
    address = link[0]
    title = " ".join(part for part in (one.strip(AROUND) for one in line.split(address, 1)) if part)
    return Resource(title=title or address, address=address)

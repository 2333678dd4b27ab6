"""In what an attempt differs from the one before it: the numbers on the day each was sent, and the documents.

What is not known of one of the two days is told as such: it is neither the same nor another. Judges nothing: that
everything is the same is an answer.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twelfth.audit import TraitChange
from twelfth.distance import level_words
from twelfth.goal import Attempt, Case, Process, profile
from twelfth.usecases.keeping.kept import Document


class Apart(StrEnum):
    """What became of a document since last time. OTHER: one of the same title with another address or hash."""

    SAME = "same"
    OTHER = "other"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentApart:
    """A document as it is now; of last time where it is gone."""

    document: Document
    apart: Apart


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptsApart:
    """before: the round of the last attempt. then, now: the days whose numbers are compared, the last possible ones.

    changed: numbers that differ. same: (title, words) of those that do not. unclear: titles of those that are not known
    of one of the two days.
    """

    before: str
    then: date
    now: date
    changed: tuple[TraitChange, ...]
    same: tuple[tuple[str, str], ...]
    unclear: tuple[str, ...]
    documents: tuple[DocumentApart, ...]

    @property
    def nothing_new(self) -> bool:
        """Whether nothing is known to differ."""
        return not self.changed and all(one.apart is Apart.SAME for one in self.documents)

    def of(self, *kinds: Apart) -> tuple[Document, ...]:
        """The documents of which this is so."""
        return tuple(one.document for one in self.documents if one.apart in kinds)


def attempts_apart(
    case: Case, process: Process, documents: tuple[Document, ...], *, round_id: str, as_of: date
) -> AttemptsApart | None:
    """The attempt at a round beside the one before it, by the days of their rounds; None where it is the first.

    An attempt that was not sent yet is compared as of the day of the question.
    """
    ordered = sorted(case.attempts, key=lambda one: process.round(one.round).decided)
    place = next(number for number, one in enumerate(ordered) if one.round == round_id)
    if place == 0:
        return None
    before, attempt = ordered[place - 1 : place + 1]
    then, now = (_sent_day(one, process, as_of) for one in (before, attempt))
    past, present = (profile(case.facts, day, traits=process.traits) for day in (then, now))
    changed, same, unclear = list[TraitChange](), list[tuple[str, str]](), list[str]()
    for trait in process.traits:
        was, is_now = past[trait.name], present[trait.name]
        words = level_words(trait, is_now)
        if trait.kind == "date" or (was.level is None and is_now.level is None):
            continue  # a day of birth does not change
        if was.level is None or is_now.level is None:
            unclear.append(trait.title)
        elif was.level == is_now.level:
            same.append((trait.title, words))
        else:
            told = level_words(trait, was)
            changed.append(TraitChange(trait=trait.name, title=trait.title, before=told, after=words))
    return AttemptsApart(
        before=before.round,
        then=then,
        now=now,
        changed=tuple(changed),
        same=tuple(same),
        unclear=tuple(unclear),
        documents=_documents_apart(
            [one for one in documents if one.round == before.round], [one for one in documents if one.round == round_id]
        ),
    )


def _sent_day(attempt: Attempt, process: Process, as_of: date) -> date:
    """The last possible day on which it was sent; that of the question where it was not sent yet."""
    if attempt.submitted is None:
        return as_of
    return min(attempt.submitted.latest or process.round(attempt.round).decided, as_of)


def _documents_apart(before: list[Document], now: list[Document]) -> tuple[DocumentApart, ...]:
    """Each of now beside one of before: that of the same hash or address, else that of the same title."""
    left, found = list(before), dict[int, Apart]()
    for apart, alike in ((Apart.SAME, _is_same), (Apart.OTHER, _has_the_title)):
        for place, document in enumerate(now):
            twin = next((one for one in left if alike(one, document)), None)
            if twin is not None and place not in found:
                left.remove(twin)
                found[place] = apart
    kept = tuple(DocumentApart(document=one, apart=found.get(place, Apart.NEW)) for place, one in enumerate(now))
    return (*kept, *(DocumentApart(document=one, apart=Apart.GONE) for one in left))


def _is_same(one: Document, other: Document) -> bool:
    """By the hash where both have one: behind one address there may be something else by now."""
    if one.sha256 and other.sha256:
        return one.sha256 == other.sha256
    return bool(one.address) and one.address == other.address


def _has_the_title(one: Document, other: Document) -> bool:
    return one.title.casefold() == other.title.casefold()

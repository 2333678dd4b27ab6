"""The audits before and after one that is kept, and whether what they rest on was changed since."""

from dataclasses import dataclass

from twelfth.audit import AuditRecord, TraitChange, changed_since
from twelfth.base import InvalidInput
from twelfth.goal import Round
from twelfth.usecases import AuditKept, audit_of
from twelfth.web.desk import Open


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The audit of another attempt that counts. changed: its numbers of that day are others by now."""

    kept: AuditKept
    round: Round
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """before, after: the nearest attempts that have an audit. changed: of the audit itself, what is known otherwise by
    now."""

    before: Neighbour | None
    after: Neighbour | None
    changed: tuple[TraitChange, ...]


def audit_that_counts(one: Open, round_id: str) -> AuditKept | None:
    """Of those of a round the last that rests on what is known by now; where none does, the last. All are kept as they
    were."""
    made = [each.thing for each in reversed(one.kept.audits) if each.thing.round == round_id]
    if len(made) < 2:
        return next(iter(made), None)
    return next((each for each in made if _rests_on_now(one, each)), made[0])


def newer_audit(one: Open, kept: AuditKept) -> AuditKept | None:
    """The audit of its round that counts, where it was made after this one."""
    counts, digests = audit_that_counts(one, kept.round), [each.thing.digest for each in one.kept.audits]
    later = counts is not None and digests.index(counts.digest) > digests.index(kept.digest)
    return counts if later else None


def beside(one: Open, kept: AuditKept, record: AuditRecord) -> Beside:
    """What stands before and after an audit, by the days of the rounds."""
    order = [each.round for each in one.cases.get(one.name).attempts]
    place = order.index(kept.round) if kept.round in order else len(order)
    return Beside(
        before=_nearest(one, list(reversed(order[:place]))),
        after=_nearest(one, order[place + 1 :]),
        changed=_changed(one, record),
    )


def _nearest(one: Open, order: list[str]) -> Neighbour | None:
    found = next((kept for each in order if (kept := audit_that_counts(one, each)) is not None), None)
    if found is None:
        return None
    return Neighbour(kept=found, round=one.process.round(found.round), changed=bool(_changed_of(one, found)))


def _rests_on_now(one: Open, kept: AuditKept) -> bool:
    """Whether it was made with the pack there is, and nothing of its day was changed since."""
    try:
        record = audit_of(kept).record
    except InvalidInput:  # an older form of it
        return False
    same = (record.process, record.pack_version) == (one.process.name, one.process.version)
    return same and not _changed(one, record)


def _changed_of(one: Open, kept: AuditKept) -> tuple[TraitChange, ...]:
    try:
        return _changed(one, audit_of(kept).record)
    except InvalidInput:  # an older form of it: its own page says so
        return ()


def _changed(one: Open, record: AuditRecord) -> tuple[TraitChange, ...]:
    return changed_since(record, one.cases.get(one.name), one.process)

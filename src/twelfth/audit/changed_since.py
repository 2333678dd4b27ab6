"""What became other of an audit's ground since it was kept. The record stays as it is: this is told beside it."""

from twelfth.audit.difference import TraitChange
from twelfth.audit.record import AuditRecord
from twelfth.distance import level_words
from twelfth.goal import Case, Process, profile


def changed_since(record: AuditRecord, case: Case, process: Process) -> tuple[TraitChange, ...]:
    """Levels of the day an attempt was sent that are known otherwise by now. Nothing where the pack is another by now:
    then what differs is not the person."""
    if process.version != record.pack_version or process.name != record.process:
        return ()
    traits = {trait.name: trait for trait in process.known(record.as_of).traits}
    facts = case.known(record.as_of).facts
    now = profile(facts, record.sent.day, traits=tuple(traits.values()))
    found = list[TraitChange]()
    for sent in record.sent.traits:
        if sent.trait not in traits:
            continue
        words = level_words(traits[sent.trait], now[sent.trait])
        if (sent.status, sent.words) != (now[sent.trait].status, words):
            found.append(TraitChange(trait=sent.trait, title=sent.title, before=sent.words, after=words))
    return tuple(found)

"""Packs and cases in words."""

from twelfth.tell.paper import Paper
from twelfth.tell.say.audit import STAGES
from twelfth.tell.say.core_words import name_alone, titled
from twelfth.tell.say.trait_words import sent_words
from twelfth.usecases import AttemptSummary, CaseSummary, PackSummary


def say_packs(packs: tuple[PackSummary, ...], *, colour: bool = False) -> str:
    """One line a pack."""
    paper = Paper(colour=colour)
    paper.rows(
        [(pack.name, f"{pack.title}. {pack.rounds} rounds, {pack.people} people selected.") for pack in packs], indent=0
    )
    return paper.text()


def say_pack(pack: PackSummary, *, sources: bool = False, colour: bool = False) -> str:
    """What one pack holds."""
    paper = Paper(colour=colour)
    paper.title(f"{pack.title} ({pack.name}, version {pack.version})")
    if pack.about:
        paper.para(pack.about)
    paper.heading("Evidence")
    if pack.rounds:
        paper.bullet(f"{pack.rounds} rounds, {pack.first_round} to {pack.last_round}")
    if pack.labelled:
        paper.bullet(f"{pack.labelled} people with their outcome, {pack.people} of them selected")
    elif pack.people:
        paper.bullet(f"a yes group of {pack.people} people")
    if pack.cells:
        paper.bullet(f"a grid of {_counted(pack.cells, 'cell')}")
    for title in pack.rubrics:
        paper.bullet(f"rubric: {title}")
    paper.heading("Kinds of round")
    paper.rows([(kind.name, kind.title) for kind in pack.kinds])
    paper.heading("Traits")
    for trait in pack.traits:
        levels = ", ".join(trait.levels) or trait.unit
        remarks = [one for one in (trait.kind, levels, trait.recorded if trait.recorded != "both" else "") if one]
        if trait.protected:
            remarks.append("protected: never a lever")
        paper.rows([(trait.name, f"{trait.title} ({'; '.join(remarks)})")], most=24)
    if pack.scales:
        paper.heading("Test scales")
        paper.para(", ".join(pack.scales), indent=2)
    if pack.changes:
        paper.heading("Changes of the rules")
        for change in pack.changes:
            carried = "" if change.scored else "; not carried by the figures"
            paper.bullet(f"{change.announced} {change.title} ({change.status}{carried})")
    if pack.after_yes:
        paper.heading("After a yes")
        for step in pack.after_yes:
            within = "" if step.days is None else f" (within {_counted(step.days, 'day')})"
            paper.bullet(f"{step.title}{within}. {step.note}".strip())
    if pack.limits:
        paper.heading("What cannot be known from this pack, and notes")
        for limit in pack.limits:
            paper.bullet(limit.text)
    paper.heading(f"Sources ({len(pack.sources)})")
    if sources:
        for source in pack.sources:
            paper.bullet(f"{source.id}: {source.title} ({source.kind}). {source.address}")
    else:
        paper.para(f"List them with: twelfth pack show {pack.name} --sources", indent=2)
    if pack.attribution:
        paper.gap()
        paper.faint(pack.attribution)
    return paper.text()


def say_case(case: CaseSummary, *, colour: bool = False) -> str:
    """One case as of a day."""
    paper = Paper(colour=colour)
    paper.title(f"{case.title} · {titled(case.process_title)} · as of {case.as_of}")
    if case.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading(f"Profile ({case.facts} facts known)")
    paper.rows([(titled(one.title), sent_words(one)) for one in case.traits])
    paper.heading("Attempts")
    for one in case.attempts:
        certainty = "" if one.certainty == "stated" else f" ({one.certainty})"
        stage = STAGES.get(one.stage, one.stage)
        paper.rows([(f"{one.number}.", f"{_round_words(one)}, decided {one.decided}: {stage}{certainty}")])
    if not case.attempts:
        paper.para("None on record.", indent=2)
    return paper.text()


def _round_words(one: AttemptSummary) -> str:
    """By its name, and by its id where that tells more."""
    known = f"{titled(one.round_name)}, " if one.round_name else ""
    return name_alone(one.round, one.round_name) or f"{known}round {one.round}"


def checked_pack(pack: PackSummary) -> str:
    """That a pack was read without a mistake, and how much it holds."""
    people = pack.labelled or pack.people
    held = f"{_counted(len(pack.traits), 'trait')}, {_counted(pack.rounds, 'round')}, {people} people"
    return f"{pack.name}: no mistakes found in {held}.\n"


def checked_case(case: CaseSummary) -> str:
    """That a case was read without a mistake, and how much it holds."""
    held = f"{_counted(case.facts, 'fact')} and {_counted(len(case.attempts), 'attempt')}"
    return f"{case.name}: no mistakes found in {held}.\n"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"

"""An audit in words."""

from twelfth.audit import AuditRecord, Question, TraitChange
from twelfth.base import When
from twelfth.distance import Gap, GapStatus
from twelfth.goal import FunnelCount, StageName, Status
from twelfth.tell.language import N_, _, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.audit_short import audit_sentences
from twelfth.tell.say.changeable_words import CHANGEABLE, changeable_words
from twelfth.tell.say.core_words import level_that_day, name_alone, share, titled
from twelfth.tell.say.distance import about, say_changes, say_cohort, say_limits, say_rubric, say_sources
from twelfth.tell.say.entry_words import points
from twelfth.tell.say.gap_words import gap_words
from twelfth.tell.say.ledger import say_ledger
from twelfth.tell.say.requirement_words import requirement_lines
from twelfth.tell.say.trait_words import sent_words
from twelfth.usecases import Audit

STAGES = {
    "not_selected": N_("not selected"),
    "selected": N_("selected"),
    "withdrawn": N_("withdrawn"),
    "ineligible": N_("found ineligible"),
}
WHY = {
    "own level": N_("your own level is unknown"),
    "own date": N_("by that day you possibly had it; its date is not recorded exactly enough"),
    "own range": N_("your own number is a range; which end is true decides on which side of them you stand"),
    "yes group": N_("unknown for more than half of those selected"),
}


REACHED = {
    "applied": N_("%(count)s applied"),
    "qualified": N_("%(count)s qualified"),
    "screened": N_("%(count)s screened"),
    "interviewed": N_("%(count)s interviewed"),
    "selected": N_("%(count)s selected"),
}
"""Stages of a funnel."""


def say_audit(answer: Audit, *, colour: bool = False) -> str:
    """The whole record."""
    record = answer.record
    paper = Paper(colour=colour)
    _say_head(paper, record)
    _say_short(paper, answer)
    _say_sent(paper, record)
    _say_difference(paper, record)
    _say_requirements(paper, record)
    _say_changeable(paper, answer)
    _say_chosen(paper, record)
    say_ledger(paper, answer)
    if record.cohort is not None:
        say_cohort(paper, record.cohort)
    if record.rubric is not None:
        say_rubric(paper, record.rubric)
    _say_muscles(paper, record)
    _say_questions(paper, record.worth_finding_out)
    say_changes(paper, record.rule_changes)
    say_limits(paper, record.cannot_be_known, process=record.process)
    say_sources(paper, record.process, record.pack_version, record.attribution)
    paper.faint(f"Record {answer.digest[:16]}: the same facts, pack and day give the same record.")
    return paper.text()


def outcome_words(record: AuditRecord) -> str:
    """How the attempt ended."""
    return _(STAGES.get(record.attempt.stage.value, record.attempt.stage.value))


def round_words(record: AuditRecord) -> str:
    """The round in words, its id where it tells more than its name."""
    attempt = record.attempt
    if name := name_alone(attempt.round, attempt.round_name):
        return name
    if attempt.round_name:
        return _("%(name)s, round %(round)s", name=titled(attempt.round_name), round=attempt.round)
    return _("round %(round)s", round=attempt.round)


def _briefly(record: AuditRecord) -> str:
    """The round by its own name, else by its id alone."""
    attempt = record.attempt
    return name_alone(attempt.round, attempt.round_name) or f"round {attempt.round}"


def attempt_words(record: AuditRecord) -> list[str]:
    """Which attempt it is, what is used of what is known, and how surely there was one at all."""
    attempt = record.attempt
    examined = _(
        "Attempt %(number)s of %(of)s known, examined as of %(day)s: nothing that became known later is used.",
        number=attempt.number,
        of=attempt.of,
        day=record.as_of,
    )
    if attempt.certainty == "stated":
        return [examined]
    return [examined, _("That there was this attempt is %(certainty)s.", certainty=_(str(attempt.certainty)))]


def level_change(change: TraitChange) -> str:
    """What a trait was, and what it is."""
    return f"{titled(change.title)}: {level_that_day(change.before)} → {level_that_day(change.after)}"


def seen_words(record: AuditRecord) -> str:
    """The day whose facts were sent."""
    when = sent_when(record)
    if not when.is_exact:
        return _("In %(when)s; the day of submission is not known exactly.", when=when)
    if record.sent.assumed:
        return _("As of %(day)s; the day of submission is not known exactly.", day=when)
    return _("As of %(day)s.", day=record.sent.day)


def sent_when(record: AuditRecord) -> When:
    """The day whose facts were sent, as well as it is known: where nobody said when it was sent, that of the round."""
    decided, day = record.attempt.decided, record.sent.day
    return decided if record.sent.assumed and decided.may_be(day) else When.on(day)


def _say_head(paper: Paper, record: AuditRecord) -> None:
    attempt = record.attempt
    paper.title(f"{record.title} · {record.process_title}")
    paper.title(f"{round_words(record)}, decided {attempt.decided}: {outcome_words(record)}")
    inferred = "" if attempt.certainty == "stated" else f" That there was this attempt is {attempt.certainty}."
    paper.faint(
        f"Attempt {attempt.number} of {attempt.of} known, examined as of {record.as_of}: nothing that became known "
        f"later is used."
        f"{inferred}"
    )
    if record.invented:
        paper.faint("An invented example: this is nobody.")


def _say_short(paper: Paper, answer: Audit) -> None:
    paper.heading("In short")
    for sentence in audit_sentences(answer.record, answer.ledger):
        paper.para(sentence, indent=2)


def _say_sent(paper: Paper, record: AuditRecord) -> None:
    known = [trait for trait in record.sent.traits if trait.status is not Status.UNKNOWN]
    exact = "the day of submission is not known exactly" if record.sent.assumed else "the day of submission"
    paper.heading(f"What you sent ({record.sent.day}; {exact})")
    rows = [(trait.title, sent_words(trait)) for trait in known]
    paper.rows(rows)


def _say_difference(paper: Paper, record: AuditRecord) -> None:
    difference = record.difference
    paper.heading("What was different from last time")
    if difference is None:
        paper.para("This is the first attempt on record.", indent=2)
    elif not difference.changes:
        paper.para(
            f"Nothing changed since attempt {difference.since_attempt} (round {difference.since_round}).", indent=2
        )
    else:
        for change in difference.changes:
            paper.bullet(level_change(change))


def _say_requirements(paper: Paper, record: AuditRecord) -> None:
    if record.requirements:
        paper.heading("Without this one is not considered")
        for line in requirement_lines(record.requirements):
            paper.bullet(line)


def _say_changeable(paper: Paper, answer: Audit) -> None:
    if answer.changeable is not None:
        paper.heading(_(CHANGEABLE))
        for sentence in changeable_words(answer.changeable, answer.record):
            paper.para(sentence, indent=2)


def _say_chosen(paper: Paper, record: AuditRecord) -> None:
    chosen = record.chosen
    paper.heading("Those selected in that very round")
    if chosen.funnel:
        paper.para(funnel_words(chosen.funnel), indent=2)
    if chosen.cut_off is not None:
        paper.para(cut_off_words(record), indent=2)
    if chosen.described:
        paper.para(f"{chosen.described} of them are described, for the same seat:", indent=2)
        paper.rows([(gap.title, chosen_words(gap)) for gap in chosen.gaps if _worth_a_line(gap)], indent=4)


def cut_off_words(record: AuditRecord) -> str:
    """What the cut-off says of those selected, and how far the attempt was from it."""
    chosen = record.chosen
    cut = plain_number(chosen.cut_off or 0)
    if chosen.selected is None:
        sentence = _("They were selected, each with %(cut)s points or more.", cut=cut)
    else:
        many = plain_number(chosen.selected)
        sentence = _("%(count)s people were selected, each with %(cut)s points or more.", count=many, cut=cut)
    if chosen.short_lo is None or chosen.short_hi is None or chosen.short_lo <= 0:
        return sentence
    below = _("You were %(points)s below.", points=points(chosen.short_lo, chosen.short_hi))
    return f"{sentence} {below}"


def chosen_words(gap: Gap) -> str:
    """What those of the round had, beside the person."""
    words = gap_words(gap)
    return _("%(they)s. You: %(you)s.", they=words.they, you=words.you)


def _worth_a_line(gap: Gap) -> bool:
    return gap.status is not GapStatus.NO_EVIDENCE and not (
        gap.positives_only and not gap.distribution[0][1] and not gap.n_later
    )


def funnel_words(funnel: tuple[FunnelCount, ...]) -> str:
    """The funnel of everybody, from those who applied to those selected."""
    parts = [_reached(count) for count in funnel if not count.trait]
    return ", ".join(parts).capitalize() + "."


def _reached(count: FunnelCount) -> str:
    """How many came how far. A pack may have a stage of its own."""
    many = about(plain_number(count.count), count.bound)
    if count.stage in REACHED:
        return _(REACHED[count.stage], count=many)
    return _("%(count)s %(stage)s", count=many, stage=_(count.stage))


def _say_muscles(paper: Paper, record: AuditRecord) -> None:
    if not record.muscles or record.cohort is None:
        return
    titles = [gap.title for gap in record.cohort.gaps if gap.trait in record.muscles]
    paper.heading("Muscles: where few of them stand above you")
    for title in titles:
        paper.bullet(title)


def _say_questions(paper: Paper, questions: tuple[Question, ...]) -> None:
    if not questions:
        return
    paper.heading("Worth finding out")
    for question in questions:
        paper.bullet(f"{question.title}: {WHY[question.why]}.")


def say_replay(audits: tuple[Audit, ...], *, colour: bool = False) -> str:
    """Several attempts of one person, a few lines each: the distance then, and what changed between."""
    paper = Paper(colour=colour)
    for audit in audits:
        _say_replayed(paper, audit.record)
    if audits:
        say_ledger(paper, audits[-1])
    paper.heading("What stands out")
    for sentence in replay_findings(audits):
        paper.bullet(sentence)
    return paper.text()


def _say_replayed(paper: Paper, record: AuditRecord) -> None:
    paper.heading(f"{round_words(record)}, decided {record.attempt.decided}: {outcome_words(record)}")
    if record.chosen.funnel:
        paper.para(funnel_words(record.chosen.funnel), indent=2)
    if record.difference is not None:
        changes = [f"{one.title}: {one.before} → {one.after}" for one in record.difference.changes]
        paper.para("Changed since the last one: " + ("; ".join(changes) or "nothing") + ".", indent=2)
    if record.cohort is None:
        return
    seat = f"{record.attempt.seat}s" if record.attempt.seat else "people"
    paper.para(f"Against the {record.cohort.described} {seat} selected by then, the widest gaps:", indent=2)
    short = [gap for gap in record.cohort.gaps if gap.status is GapStatus.SHORT]
    paper.rows([(f"{number}. {gap.title}", chosen_words(gap)) for number, gap in enumerate(short, 1)], indent=4)
    for gap in record.cohort.gaps:
        if gap.muscle:
            paper.para(f"A muscle: {gap.title}, {gap.words}.", indent=4)
    this = {gap.trait: gap for gap in record.chosen.gaps}
    widest = this.get(short[0].trait) if short else None
    if widest is not None and widest.holders is not None:
        paper.para(f"In that very class: {share(widest.holders, widest.n_observed)} had the first of these.", indent=4)


def replay_findings(audits: tuple[Audit, ...]) -> list[str]:
    """What the replay shows, read off the records: the gap that was widest, when it closed, and what is hardly
    known."""
    refused = [audit.record for audit in audits if audit.record.attempt.stage is StageName.NOT_SELECTED]
    widest = [record.cohort.gaps[0] for record in refused if record.cohort and record.cohort.gaps]
    if not widest:
        return []
    last = widest[-1]
    same = [gap for gap in widest if gap.trait == last.trait]
    held = (
        f" ({share(last.holders, last.n_observed)} of those selected by then had it)"
        if last.holders is not None
        else ""
    )
    first = f"Among what is firmly recorded the widest gap was the same in {len(same)} of {len(widest)} refusals"
    return [f"{first}: {last.title}{held}.", *_closings(audits, last), *_hardly_recorded(audits[-1].record)]


def _closings(audits: tuple[Audit, ...], gap: Gap) -> list[str]:
    """When a gap changed, and how that round ended."""
    return [
        f"{one.title}: {one.before} → {one.after} before {_briefly(audit.record)}, which ended: "
        f"{outcome_words(audit.record)}."
        for audit in audits
        if audit.record.difference is not None
        for one in audit.record.difference.changes
        if one.trait == gap.trait
    ]


def _hardly_recorded(record: AuditRecord) -> list[str]:
    """How few are known to have had, at selection, what biographies mention only now and then."""
    cohort = record.cohort
    counted = [gap for gap in cohort.gaps if gap.positives_only] if cohort else []
    if cohort is None or not counted:
        return []
    known = ", ".join(f"{gap.title} {gap.distribution[0][1]}" for gap in counted)
    return [
        f"Hardly recorded: of the {cohort.described} selected, known to have had at selection: {known}. The rest are "
        f"unknown, not without it."
    ]

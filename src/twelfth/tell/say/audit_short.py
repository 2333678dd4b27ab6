"""An audit in three or four sentences: what happened in that very round, what kept one out as far as it is known, and
what can change it. Only the last may speak of a newer round, and says so.
"""

from twelfth.audit import AuditRecord, Forecasted
from twelfth.base import Truth
from twelfth.distance import Gap, GapStatus, MoveEffect, Standing
from twelfth.tell.language import N_, _, count, plain_number
from twelfth.tell.say.core_words import listed, titled
from twelfth.tell.say.entry_words import entry_words, points
from twelfth.tell.say.gap_words import gap_words
from twelfth.tell.say.ledger import ledger_sentence
from twelfth.tell.say.rubric_words import move_words

OUTCOMES = {
    "not_selected": N_("%(round)s was decided on %(day)s: not selected."),
    "selected": N_("%(round)s was decided on %(day)s: selected."),
    "withdrawn": N_("%(round)s was decided on %(day)s: withdrawn."),
    "ineligible": N_("%(round)s was decided on %(day)s: found ineligible."),
}
OUTCOMES_WITHIN = {
    "not_selected": N_("%(round)s was decided in %(when)s: not selected."),
    "selected": N_("%(round)s was decided in %(when)s: selected."),
    "withdrawn": N_("%(round)s was decided in %(when)s: withdrawn."),
    "ineligible": N_("%(round)s was decided in %(when)s: found ineligible."),
}
"""Of a day known to a month or a year."""
REACHED = {
    "screened": N_("You came through the first sorting."),
    "interviewed": N_("You came as far as the interview."),
}
"""By the last stage before the answer."""
MOST = 3
"""Lines of a requirement named in a sentence."""


def audit_sentences(record: AuditRecord, ledger: tuple[Forecasted, ...] = ()) -> list[str]:
    """What is told first. ledger: with what was told of the attempt when it was sent."""
    return [_happened(record), *ledger_sentence(record, ledger), *_kept_out(record), *_can_change(record)]


def _happened(record: AuditRecord) -> str:
    attempt, chosen = record.attempt, record.chosen
    name = titled(attempt.round_name) if attempt.round_name else _("round %(round)s", round=attempt.round)
    if attempt.decided.is_exact:
        told = _(OUTCOMES[attempt.stage.value], round=name, day=attempt.decided)
    else:
        told = _(OUTCOMES_WITHIN[attempt.stage.value], round=name, when=attempt.decided)
    if attempt.reached is not None and attempt.reached.value in REACHED:
        told = f"{told} {_(REACHED[attempt.reached.value])}"
    if chosen.cut_off is None:
        return told
    cut = plain_number(chosen.cut_off)
    if chosen.selected is None:
        who = _("Those selected had %(cut)s points or more.", cut=cut)
    else:
        many = count(chosen.selected)
        who = _("%(count)s people were selected, with %(cut)s points or more.", count=many, cut=cut)
    return " ".join((told, who))


def _kept_out(record: AuditRecord) -> list[str]:
    """Requirements first, then points, then the widest gap to those selected."""
    found = [one for one in (_requirements(record), _points(record), _widest(record)) if one]
    if found or record.attempt.stage.value == "selected":
        return found
    return [_("What kept you out cannot be told from what is on file.")]


def _requirements(record: AuditRecord) -> str:
    unmet, open_ones = _lines(record, Truth.NO), _lines(record, Truth.UNKNOWN)
    if unmet:
        return _("What that round asks for and you did not meet: %(lines)s.", lines=listed(unmet))
    if open_ones:
        return _("Whether you met what that round asks for is not known: %(lines)s.", lines=listed(open_ones))
    return ""


def _lines(record: AuditRecord, met: Truth) -> list[str]:
    """The requirements judged so, by the lines that make them so."""
    found: list[str] = []
    for one in record.requirements:
        if one.met is met:
            found += [titled(line.why or line.title) for line in one.lines if line.met is met] or [
                titled(one.why or one.title)
            ]
    return [one.removesuffix(".") for one in dict.fromkeys(found)][:MOST]


def _points(record: AuditRecord) -> str:
    """How far the points of that day were from the cut-off of that round."""
    cut, low, high = record.chosen.cut_off, record.chosen.short_lo, record.chosen.short_hi
    if cut is None or low is None or high is None:
        return ""
    mine = points(cut - high, cut - low)
    if low > 0:
        return _("You had %(points)s that day: %(short)s short.", points=mine, short=points(low, high))
    if low == high == 0:
        return _("You had %(points)s that day, the same: the tie-break decided.", points=mine)
    if high <= 0:
        return _("You had %(points)s that day: your points were enough.", points=mine)
    return _("You had %(points)s that day, so whether your points were enough is not known.", points=mine)


IN_THAT_ROUND = {
    False: N_("The widest gap to those selected in that round: %(title)s (%(they)s; you: %(you)s)."),
    True: N_(
        "Of what can still change the widest gap to those selected in that round: %(title)s (%(they)s; you: %(you)s)."
    ),
}
BY_NOW = {
    False: N_("The widest gap to everybody selected by %(day)s: %(title)s (%(they)s; you: %(you)s)."),
    True: N_(
        "Of what can still change the widest gap to everybody selected by %(day)s: %(title)s (%(they)s; you: %(you)s)."
    ),
}
"""By whether there is another gap, which cannot change any more."""


def _widest(record: AuditRecord) -> str:
    """The widest gap to those selected in that round; where none of them is described, to everybody by now."""
    for gaps, told in ((record.chosen.gaps, IN_THAT_ROUND), (_by_now(record), BY_NOW)):
        if short := _short(gaps):
            gap, words = short[0], gap_words(short[0])
            some = not gap.fixed and any(one.fixed for one in short)
            found = _(told[some], title=words.title, they=words.they, you=words.you, day=record.as_of)
            return " ".join((found, _("It cannot change any more."))) if gap.fixed else found
    return ""


def _by_now(record: AuditRecord) -> tuple[Gap, ...]:
    return record.cohort.gaps if record.cohort else ()


def _short(gaps: tuple[Gap, ...]) -> list[Gap]:
    """The gaps, the widest first, and after them those that cannot change any more."""
    found = (one for one in gaps if one.status is GapStatus.SHORT and not one.protected)
    return sorted(found, key=lambda one: one.fixed)


def _can_change(record: AuditRecord) -> list[str]:
    """One change, and the way in for whoever may enter no kind of round."""
    return [*_one_change(record), *_nearest(record)]


def _one_change(record: AuditRecord) -> list[str]:
    if record.rubric is None:
        short = _short(record.chosen.gaps) or _short(_by_now(record))
        if not short or short[0].fixed:
            return []
        return [_("What can change: that gap. A road weighs what it takes against your hours.")]
    kind = next((one for one in record.rubric.standings if one.kind == record.attempt.kind), None)
    if kind is None or kind.last is None or kind.last.cut_off is None:
        return []
    told = {"day": record.as_of, "kind": titled(kind.title), "cut": plain_number(kind.last.cut_off)}
    told |= {"held": kind.last.decided}
    if kind.would_be_selected:
        passed = N_("By %(day)s your points pass the newest cut-off of %(kind)s, %(cut)s on %(held)s.")
        return [_(passed, **told)]
    move = _smallest(record.rubric.moves, kind)
    if move is None and kind.eligible is Truth.NO:
        shut = N_(
            "What can change: rounds of %(kind)s are not open to you as things stand, and no single change on file "
            "opens them and passes their newest cut-off, %(cut)s on %(held)s; a road weighs every kind of round."
        )
        return [_(shut, **told)]
    if move is None:
        none = N_(
            "What can change: no single change on file passes the newest cut-off of %(kind)s, %(cut)s on %(held)s; a "
            "road puts several together."
        )
        return [_(none, **told)]
    titles = {one.kind: one.title for one in record.rubric.standings}
    title, gain, _effect = move_words(move, titles)
    alone = N_(
        "What can change: %(change)s (%(gain)s) alone would pass the newest cut-off of %(kind)s, %(cut)s on %(held)s."
    )
    return [_(alone, change=title, gain=gain, **told)]


def _nearest(record: AuditRecord) -> list[str]:
    """Where no kind of round may certainly be entered: the way to the nearest."""
    entry = None if record.rubric is None else record.rubric.entry
    return [] if entry is None else [entry_words(entry, record.as_of)]


def _smallest(moves: tuple[MoveEffect, ...], kind: Standing) -> MoveEffect | None:
    """The change of least gain that would pass the last cut-off of that kind."""
    clearing = [one for one in moves if kind.kind in one.clears]
    return min(clearing, key=lambda one: (one.gain_lo, one.move), default=None)

"""A history of own attempts in words: what the noes say, and what they do not."""

from twelfth.distance import Outcome
from twelfth.goal import Bound
from twelfth.tell.language import N_, _, ngettext, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import listed, name_alone, percent, span
from twelfth.tell.say.distance import say_sources
from twelfth.usecases import HistoryRead, PastAttempt

WORDS = {
    Outcome.NOT_SELECTED: N_("not selected"),
    Outcome.NOT_SCREENED: N_("not screened"),
    Outcome.SCREENED: N_("screened, not selected"),
    Outcome.INTERVIEWED: N_("interviewed, not selected"),
    Outcome.SELECTED: N_("selected"),
    Outcome.PENDING: N_("not decided"),
    Outcome.WITHDRAWN: N_("withdrawn"),
    Outcome.INELIGIBLE: N_("found ineligible"),
}


WERE = {"screened": N_("%(share)s were screened"), "interviewed": N_("%(share)s were interviewed")}


def say_history(answer: HistoryRead, *, colour: bool = False) -> str:
    """The attempts, the outlook, and why it is not what independent attempts would give."""
    paper = Paper(colour=colour)
    paper.title(f"{answer.title} · {answer.process_title} · as of {answer.as_of}")
    if answer.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    paper.para(history_short(answer), indent=2)
    paper.heading("What there is to go by")
    paper.rows([(round_words(one), past_words(one)) for one in answer.past])
    if not answer.past:
        paper.para("No attempt by that day.", indent=2)
    paper.heading(f"The next {_attempts(answer.ahead)}")
    paper.rows(outlook_rows(answer), right=(1,), most=52)
    paper.heading("What this rests on")
    for sentence in history_limits(answer):
        paper.bullet(sentence)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)
    return paper.text()


def history_short(answer: HistoryRead) -> str:
    """The answer in two sentences."""
    outlook = answer.outlook
    before, after = percent(answer.chance, digits=2), percent(outlook.next, digits=2)
    if answer.own_chance:
        start = _("Before your past is read, each attempt has the chance you stated: %(chance)s.", chance=before)
    else:
        average = N_("Before your past is read, each attempt has the chance of the average applicant: %(chance)s.")
        start = _(average, chance=before)
    then = ngettext(
        "After it the next one has %(next)s, and attempt together %(together)s (%(range)s, by how far people of equal "
        "profile differ, which no single history can tell).",
        "After it the next one has %(next)s, and %(num)s attempts together %(together)s (%(range)s, by how far people "
        "of equal profile differ, which no single history can tell).",
        answer.ahead,
        next=after,
        together=percent(outlook.by_horizon),
        range=span(*map(percent, outlook.range)),
    )
    return f"{start} {then}"


def round_words(one: PastAttempt) -> str:
    """The round, and its day once it is known."""
    if (name := name_alone(one.round, one.name)) and one.decided:
        return _("%(name)s, %(day)s", name=name, day=one.decided)
    if one.decided:
        return _("round %(round)s, %(day)s", round=one.round, day=one.decided)
    return _("round %(round)s", round=one.round)


def past_words(one: PastAttempt) -> str:
    """How one attempt ended, and the chance the average applicant had."""
    if one.outcome is Outcome.PENDING:
        return _(WORDS[one.outcome])
    if one.chance is None:
        return _("%(outcome)s; how many applied is not published, so it is left out", outcome=_(WORDS[one.outcome]))
    how = {Bound.AT_LEAST: N_("at most %(figure)s"), Bound.ABOUT: N_("about %(figure)s")}.get(one.bound)
    chance = percent(one.chance, digits=2)
    return _(
        "%(outcome)s; %(share)s of those who applied were selected",
        outcome=_(WORDS[one.outcome]),
        share=_(how, figure=chance) if how else chance,
    )


def outlook_rows(answer: HistoryRead) -> list[tuple[str, str]]:
    """(what, how much) of the outlook."""
    outlook = answer.outlook
    return [
        (_("The next attempt"), percent(outlook.next, digits=2)),
        (
            ngettext("At least one of the next attempt", "At least one of the next %(num)s attempts", answer.ahead),
            percent(outlook.by_horizon),
        ),
        (_("The same if attempts had nothing to do with each other"), percent(outlook.naive, digits=2)),
    ]


def history_limits(answer: HistoryRead) -> list[str]:
    """What the outlook leaves open. Never an advice to stop: the break-even instead."""
    stages = [_were(stage, percent(share, digits=2)) for stage, share in answer.stages]
    found = [
        _(
            "The same eyes judge every attempt of one person, so a no says something about the next: much where many "
            "are selected, little where few are."
        ),
        _(
            "A change of your profile is not in this: whoever acquires what was missing is not the applicant of last "
            "time."
        ),
        _(
            "An attempt pays when being selected is worth more than %(times)s times what the attempt costs.",
            times=plain_number(round(answer.break_even)),
        ),
    ]
    if stages:
        told = listed(stages)
        found.insert(1, _("How far an attempt came counts: of those who applied %(stages)s.", stages=told))
    return found


def _were(stage: str, share: str) -> str:
    """How many came so far. A pack may have a stage of its own."""
    return _(WERE.get(stage, N_("%(share)s were %(stage)s")), share=share, stage=stage)


def _attempts(count: int) -> str:
    return "attempt" if count == 1 else f"{count} attempts"

"""Odds in words: the headline with its interval, what it rests on, and what it leaves open."""

from twelfth.base import Truth
from twelfth.distance import Caveat, RoundRate, Tier
from twelfth.goal import PoolShare
from twelfth.tell.language import N_, _, figure, plain_number
from twelfth.tell.paper import Paper
from twelfth.tell.say.core_words import COULD_BE, could_be, percent, titled, told, within
from twelfth.tell.say.distance import about, say_sources
from twelfth.tell.say.era_words import ERAS, WHY_ERAS, era_rows
from twelfth.tell.say.gap_words import gap_words
from twelfth.tell.say.grid_words import grid_basis
from twelfth.tell.say.labelled_words import labelled_basis, labelled_open
from twelfth.tell.say.requirement_words import requirement_lines
from twelfth.usecases import OddsRead

CAVEATS = {
    Caveat.POOL_UNKNOWN: N_(
        "Nothing is stated of what those who applied had, so no chance can be computed from those selected alone."
    ),
    Caveat.POOL_GUESSED: N_(
        "What those who applied had is guessed. The interval allows for the guess being wrong in the "
        "same way about every trait."
    ),
    Caveat.BASE_RATE_ONLY: N_("Nobody selected is described, so this is the average chance."),
    Caveat.FEW_PROFILES: N_("Fewer than five people's worth of evidence: an interval, and no single figure."),
    Caveat.MANY_TRAITS: N_("There are more traits than half the people described: little can be told of each."),
    Caveat.TRAIT_DROPPED: N_("Some traits cannot count; they are listed above."),
    Caveat.LEVEL_UNSEEN: N_(
        "Somebody selected has a level the applicants are said never to have; it was given a small share."
    ),
    Caveat.POOL_RAISED: N_("More were selected at some level than the stated pool can hold; its share was raised."),
    Caveat.DRIFT: N_(
        "Those selected lately differ from those selected earlier by more than chance: the process may have "
        "changed. Both eras stand in: twelfth gap."
    ),
    Caveat.NO_SINGLE_FIGURE: N_(
        "The guess can be wrong in such different ways that the figure which fits it best is far "
        "from the middle of what is possible. So there is an interval and no single figure."
    ),
    Caveat.EVERYONE_TAKEN: N_("There were as many places as applicants."),
    Caveat.RATE_AT_MOST: N_(
        "For some rounds only a lowest number of applicants is known, so the average chance, and this "
        "one with it, may be lower."
    ),
    Caveat.OFF_GRID: N_("You are outside the bands of the grid: the nearest band stands in for yours."),
    Caveat.CELL_SUPPRESSED: N_(
        "The counts of a cell you may be in are not published, so its neighbours speak for it: the "
        "interval is wider, and what is special about that cell is not in it."
    ),
    Caveat.UNCALIBRATED: N_(
        "The chances of the model behind this were not checked against what came of people, so the "
        "interval allows for them being off."
    ),
    Caveat.FEW_LABELS: N_(
        "For what is learned from them these are few people: fewer than ten of the rarer outcome for "
        "each thing that counts. The interval is wide for it, and only a plain sum of what counts was tried."
    ),
    Caveat.FEW_ROUNDS: N_("Of this kind of round fewer than four are known: the spread is that of the other kinds."),
    Caveat.POLICY_BREAK: N_(
        "The rules changed, or the last rounds were far from those before: the level is new and less certain."
    ),
    Caveat.NOT_ELIGIBLE: N_("A requirement is not met: without it one is not considered, whatever the odds of others."),
}
TIERS = {
    Tier.P0: N_("nothing is stated of those who applied"),
    Tier.P1: N_("what those who applied had is somebody's guess"),
    Tier.P2: N_("shares of those who applied are stated"),
    Tier.P3: N_("individuals who applied are known"),
}
TENTH = 0.1
WIDE = 20.0
"""Ends further apart than this say less than the figure between them seems to."""


def say_odds(answer: OddsRead, *, colour: bool = False) -> str:
    """The whole answer."""
    paper = Paper(colour=colour)
    paper.title(f"{answer.title} · {answer.process_title} · as of {answer.as_of}")
    if answer.invented:
        paper.faint("An invented example: this is nobody.")
    paper.heading("In short")
    paper.para(odds_short(answer), indent=2)
    paper.heading("What this rests on")
    for sentence in odds_basis(answer):
        paper.bullet(sentence)
    if answer.requirements:
        paper.heading("Without this one is not considered")
        for line in requirement_lines(answer.requirements):
            paper.bullet(line)
    weighed = weight_rows(answer)
    if weighed:
        paper.heading("What counts for and against you, given everything else")
        paper.rows(weighed, most=34)
    if answer.drifts:
        paper.heading(ERAS)
        paper.para(WHY_ERAS, indent=2)
        paper.rows(era_rows(answer.drifts))
    if answer.pool:
        paper.heading("What is stated of those who applied")
        paper.rows([(title, words) for title, words in pool_rows(answer)])
    if answer.left_out:
        paper.heading("Traits that cannot count")
        paper.rows(left_out_rows(answer))
    paper.heading("What it leaves open")
    for sentence in odds_caveats(answer):
        paper.bullet(sentence)
    say_sources(paper, answer.process, answer.pack_version, answer.attribution)
    return paper.text()


def odds_short(answer: OddsRead) -> str:
    """The headline, or the sentence why there is none."""
    odds, average = answer.odds, percent(answer.average, digits=2)
    if answer.eligible is Truth.NO:
        return _("Not eligible: a requirement is not met, so there is no chance to tell. It is listed below.")
    if odds.lo is None or odds.hi is None:
        if answer.bounds is None:
            return _(
                "Your odds cannot be computed from the yes group alone. The average applicant's chance was "
                "%(average)s.",
                average=average,
            )
        low, high = answer.bounds.lo, percent(answer.bounds.hi)
        span = (
            _("below %(most)s", most=high)
            if low == 0
            else _("between %(least)s and %(most)s", least=percent(low), most=high)
        )
        return _(
            "Your odds cannot be computed from the yes group alone: what those had who did not get in is not known. "
            "The average applicant's chance was %(average)s over all rounds. If lacking something never helps, yours "
            "in the last round lay %(span)s.",
            span=span,
            average=average,
        )
    ends = {"low": percent(odds.lo), "high": percent(odds.hi)}
    usual = _("The average applicant's chance is %(average)s.", average=average)
    if odds.p is None and answer.grid is not None:
        over = _(
            "Between %(low)s and %(high)s, over the %(cells)s cells you may be in.",
            cells=answer.grid.possible,
            **ends,
        )
        return f"{over} {usual}"
    if odds.p is None:
        few = Caveat.FEW_PROFILES in odds.caveats
        why = _("Too few people for a single figure.") if few else usual
        between = _("Between %(low)s and %(high)s, by what is known.", **ends)
        return f"{between} {why}"
    interval = could_be(**ends)
    if odds.hi < TENTH * answer.average:
        return _(
            "Less than a tenth of the average applicant's chance, which is %(average)s (%(interval)s).",
            average=average,
            interval=interval,
        )
    wide = [_("So wide an interval tells little.")] if odds.hi > WIDE * odds.lo else []
    return " ".join([f"{told(odds)} ({interval}).", usual, *wide])


def odds_basis(answer: OddsRead) -> list[str]:
    """What the odds rest on."""
    if answer.grid is not None:
        return grid_basis(answer.grid, answer.odds.basis)
    if answer.learned is not None:
        return labelled_basis(answer.learned)
    rounds = [_rate_words(one, of_any=one.round in answer.said_of_any) for one in answer.rounds]
    return [
        _("%(count)s people selected are described; %(pool)s.", count=answer.described, pool=_(TIERS[answer.tier])),
        _("Selected of those who applied: %(rounds)s (all seats together).", rounds=", ".join(rounds)),
    ]


def _rate_words(one: RoundRate, *, of_any: bool) -> str:
    """How many of how many; in any round where it is one figure for all of them."""
    counts = {"selected": one.selected, "applicants": about(plain_number(one.applicants), one.bound)}
    if of_any:
        return _("%(selected)s of %(applicants)s in any round", **counts)
    return _("%(selected)s of %(applicants)s in round %(round)s", round=one.round, **counts)


def weight_rows(answer: OddsRead) -> list[tuple[str, str]]:
    """Each trait's weight given all the others, the heaviest against the person first."""
    weighed = [gap for gap in answer.gaps if gap.conditional is not None]
    weighed.sort(key=lambda gap: gap.conditional.mid if gap.conditional else 0.0)
    return [(f"{titled(gap.title)}: {gap_words(gap).you}", _weight_words(gap.conditional)) for gap in weighed]


def pool_rows(answer: OddsRead) -> list[tuple[str, str]]:
    """What is stated of the pool, trait by trait, and why."""
    titles = {gap.trait: titled(gap.title) for gap in answer.gaps}
    found: dict[str, list[PoolShare]] = {}
    for one in answer.pool:
        found.setdefault(titles.get(one.trait, one.trait), []).append(one)
    return [(title, _stated_words(stated)) for title, stated in found.items()]


def left_out_rows(answer: OddsRead) -> list[tuple[str, str]]:
    """Traits that cannot count, by their titles, with the reason."""
    titles = {gap.trait: gap.title for gap in answer.gaps}
    return [(titled(titles.get(name, name.replace("_", " "))), _(reason)) for name, reason in answer.left_out]


def odds_caveats(answer: OddsRead) -> list[str]:
    """What the odds leave open, in sentences."""
    found = [_(CAVEATS[one]) for one in answer.odds.caveats]
    found += labelled_open(answer.learned) if answer.learned is not None else []
    found += [_(COULD_BE)] if answer.odds.p is not None else []
    found.append(_("Having what those selected had is not the same as being selected because of it."))
    return found


def _weight_words(weight: object) -> str:
    middle, low, high = (figure(f"{getattr(weight, end):+.1f}") for end in ("mid", "lo", "hi"))
    return f"{middle} ({within(low, high)})"


def _stated_words(stated: list[PoolShare]) -> str:
    """Of one trait: every figure, how firm they are, and the reasons given."""
    bases = ", ".join(dict.fromkeys(_(str(one.basis)) for one in stated))
    reasons = " ".join(dict.fromkeys(_(one.note) for one in stated if one.note))
    return f"{', '.join(_share_words(one) for one in stated)} ({bases}). {reasons}".rstrip(". ") + "."


def _share_words(one: PoolShare) -> str:
    if one.share is None:
        mean, sd = plain_number(one.mean or 0.0), plain_number(one.sd or 0.0)
        return _("mean %(mean)s, sd %(sd)s", mean=mean, sd=sd)
    told_share = figure(f"{100 * one.share:.2g}%")
    if one.level is True:
        return told_share
    if one.level is False:
        return _("without it %(figure)s", figure=told_share)
    return f"{titled(str(one.level).replace('_', ' '))} {told_share}"

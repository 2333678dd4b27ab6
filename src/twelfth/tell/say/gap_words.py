"""One gap in words: where the person stands, what the yes group had, and how sure that is."""

from dataclasses import dataclass

from twelfth.base import FEWEST_FOR_A_PERCENTAGE, Estimate, figures_of
from twelfth.distance import Gap, GapStatus
from twelfth.goal import Better
from twelfth.tell.language import N_, _, count, figure, ngettext, plain_number
from twelfth.tell.say.core_words import level, percent, share, span, titled, within

MARKS = {
    GapStatus.SHORT: N_("short of them"),
    GapStatus.EVEN: N_("even"),
    GapStatus.AHEAD: N_("ahead"),
    GapStatus.DIFFERENT: N_("a path of your own"),
    GapStatus.SAME: N_("as some of them"),
    GapStatus.POSSIBLY: N_("not known exactly enough"),
    GapStatus.UNKNOWN: N_("your level is unknown"),
    GapStatus.COUNTED: N_("counted only"),
    GapStatus.NO_EVIDENCE: N_("nothing recorded of them"),
}


NONE_OF_THEM = {
    False: N_("all %(n)s people had more than %(own)s; at least half had %(middle)s or more"),
    True: N_("all %(n)s people had fewer than %(own)s; at least half had %(middle)s or fewer"),
}
ALL_OF_THEM = {
    False: N_("all %(n)s people had %(own)s or fewer; at least half had %(middle)s or more"),
    True: N_("all %(n)s people had %(own)s or more; at least half had %(middle)s or fewer"),
}
"""By whether less is better: where nobody, or everybody, stands no better than the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapWords:
    """A gap ready to print. `details` are sentences."""

    title: str
    you: str
    they: str
    mark: str
    details: tuple[str, ...]


def gap_words(gap: Gap) -> GapWords:
    """The words of one gap."""
    return GapWords(
        title=titled(gap.title),
        you=level(gap.words),
        they=_they(gap),
        mark=_(MARKS[gap.status]),
        details=tuple(_details(gap)),
    )


def interval(estimate: Estimate, *, of: int) -> str:
    """The 90 % interval of a share of so many people, which is told beside it."""
    digits = figures_of(of)
    return within(percent(estimate.lo, digits=digits), percent(estimate.hi, digits=digits))


def percentile_words(estimate: Estimate) -> str:
    """A percentile with its 90 % interval, as whole numbers from 1 to 99."""
    middle, low, high = (min(99, max(1, round(100 * one))) for one in (estimate.mid, estimate.lo, estimate.hi))
    return f"{middle} ({within(str(low), str(high))})"


def short_words(gap: Gap) -> str:
    """A gap in one or two sentences: of a number first by how much it is short of what half of them had; of levels with
    an order the one that half of them had."""
    words, by = gap_words(gap), _short_by(gap)
    if gap.quartiles is None or by is None:
        middle = _level_of_half(gap)
        they = words.they if middle is None else _half(gap, middle)
        return _("%(title)s: %(they)s; you: %(you)s.", title=words.title, they=they, you=words.you)
    one = 1 if by == 1 else 2  # of a fraction too more than one is said
    told = {
        "title": words.title,
        "by": plain_number(by),
        "you": words.you,
        "they": _half(gap, plain_number(gap.quartiles[1])),
    }
    if gap.better is Better.LESS:
        return ngettext(
            "%(title)s: %(by)s too many. You: %(you)s; %(they)s.",
            "%(title)s: %(by)s too many. You: %(you)s; %(they)s.",
            one,
            **told,
        )
    return ngettext(
        "%(title)s: %(by)s short. You: %(you)s; %(they)s.",
        "%(title)s: %(by)s short. You: %(you)s; %(they)s.",
        one,
        **told,
    )


def _short_by(gap: Gap) -> float | None:
    """From one's own number to that of half of them; None where it is a range, or no nearer to the best than one's."""
    if gap.quartiles is None or gap.span is None or gap.span[0] != gap.span[1]:
        return None
    by = gap.quartiles[1] - gap.span[0] if gap.better is Better.MORE else gap.span[0] - gap.quartiles[1]
    return by if by > 0 else None


def _they(gap: Gap) -> str:
    if gap.positives_only:
        return _counted(gap)
    if gap.n_observed == 0:
        return _("unknown for all %(n)s", n=gap.n)
    if gap.quartiles:
        return _numbers(gap, gap.quartiles[1])
    if gap.distribution:
        return _levels(gap)
    if gap.ends is None:
        return _("%(n)s known", n=gap.n_observed)
    low, high = map(plain_number, gap.ends)
    return _("of %(n)s known: %(levels)s", n=gap.n_observed, levels=low if low == high else span(low, high))


def _numbers(gap: Gap, middle: float) -> str:
    """How many had no more than the person, and what half of them had. None and all are said in words."""
    if gap.at_or_below is None or gap.span is None or gap.span[0] != gap.span[1]:
        return _half(gap, plain_number(middle))
    told = {"n": count(gap.n_observed), "middle": plain_number(middle)}
    less = gap.better is Better.LESS
    told |= {"count": count(gap.at_or_below), "own": plain_number(gap.span[0])}
    if gap.at_or_below == 0:
        return _(NONE_OF_THEM[less], **told)
    if gap.at_or_below == gap.n_observed:
        return _(ALL_OF_THEM[less], **told)
    if less:
        return _("of %(n)s people %(count)s had %(own)s or more; at least half had %(middle)s or fewer", **told)
    return _("of %(n)s people %(count)s had %(own)s or fewer; at least half had %(middle)s or more", **told)


def _level_of_half(gap: Gap) -> str | None:
    """Of levels of which a higher one is better the one that half of those selected had, or a higher one; between two
    the less demanding. None where there are too few of them, or where it is no higher than one's own."""
    if gap.width is None or gap.holders is not None or gap.span is None or gap.better is not Better.MORE:
        return None
    had = [code for code, (_words, many) in enumerate(gap.distribution) for _one in range(many)]
    if len(had) < FEWEST_FOR_A_PERCENTAGE:
        return None
    middle = had[(len(had) - 1) // 2]
    return level(gap.distribution[middle][0]) if middle > gap.span[1] else None


def _half(gap: Gap, middle: str) -> str:
    """What half of them had, by itself."""
    told = {"n": count(gap.n_observed), "middle": middle}
    if gap.better is Better.LESS:
        return _("of %(n)s people at least half had %(middle)s or fewer", **told)
    return _("of %(n)s people at least half had %(middle)s or more", **told)


def _counted(gap: Gap) -> str:
    holders = gap.distribution[0][1]
    if holders:
        known = _("at least %(count)s of %(n)s known, the rest unknown", count=holders, n=gap.n)
    else:
        known = _("none of %(n)s known to have had it, all unknown", n=gap.n)
    if not gap.n_later:
        return known
    return _("%(known)s; %(count)s more in a later biography, undated", known=known, count=gap.n_later)


def _levels(gap: Gap) -> str:
    if gap.holders is not None:
        return _("%(share)s had it", share=share(gap.holders, gap.n_observed))
    parts = [f"{level(words)} {count(many)}" for words, many in gap.most_first if many]
    return _("of %(n)s people: %(parts)s", n=count(gap.n_observed), parts=", ".join(parts))


def _details(gap: Gap) -> list[str]:
    details = []
    if got_in := got_in_words(gap):
        details.append(got_in)
    if gap.quartiles is not None:
        low, high = (plain_number(one) for one in (gap.quartiles[0], gap.quartiles[2]))
        details.append(_("The middle half of them had %(half)s.", half=span(low, high)))
    if gap.yes_percentile is not None and gap.quartiles is not None:
        told = percentile_words(gap.yes_percentile)
        details.append(_("You stand at their percentile %(percentile)s.", percentile=told))
    if gap.woe is not None:
        ends = within(figure(f"{gap.woe.lo:+.2f}"), figure(f"{gap.woe.hi:+.2f}"))
        middle = figure(f"{gap.woe.mid:+.2f}")
        details.append(
            _("Weight of evidence %(weight)s (%(interval)s); never add these up.", weight=middle, interval=ends)
        )
    if gap.n_unknown and not gap.positives_only and gap.n_observed:
        unknown, everybody = count(gap.n_unknown), count(gap.n)
        details.append(_("Unknown for %(unknown)s of %(all)s.", unknown=unknown, all=everybody))
    if gap.level is None and gap.possible and (gap.positives_only or gap.status is GapStatus.POSSIBLY):
        details.append(_("On that day only possibly: its date is not recorded exactly enough."))
    if gap.level is not None and gap.status is GapStatus.POSSIBLY:
        details.append(_("Your own number is a range, and its two ends lie on different sides of theirs."))
    return details


def got_in_words(gap: Gap) -> str:
    """How many got in with no more than the person has; "" where too few are known or nobody has more."""
    if gap.lacking is None or gap.at_or_below is None:
        return ""
    share_, ends = share(gap.at_or_below, gap.n_observed), interval(gap.lacking, of=gap.n_observed)
    got_in = _nobody_got_in(gap) if gap.at_or_below == 0 else _got_in(gap)
    return _(got_in, share=share_, n=count(gap.n_observed), interval=ends)


def _got_in(gap: Gap) -> str:
    """The sentence on those who got in with no more than the person has."""
    if gap.words == "no":
        return N_("%(share)s got in without it; %(interval)s.")
    if gap.better is Better.LESS:
        return N_("%(share)s got in with your level or more; %(interval)s.")
    return N_("%(share)s got in with your level or less; %(interval)s.")


def _nobody_got_in(gap: Gap) -> str:
    """The same where nobody did."""
    if gap.words == "no":
        return N_("None of the %(n)s got in without it; %(interval)s.")
    if gap.better is Better.LESS:
        return N_("None of the %(n)s got in with your level or more; %(interval)s.")
    return N_("None of the %(n)s got in with your level or less; %(interval)s.")

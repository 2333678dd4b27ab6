"""One gap in words: where the person stands, what the yes group had, and how sure that is."""

from dataclasses import dataclass

from twelfth.base import Estimate, figures_of, percent, plain_number, share
from twelfth.distance import Gap, GapStatus
from twelfth.goal import Better

MARKS = {
    GapStatus.SHORT: "short of them",
    GapStatus.EVEN: "even",
    GapStatus.AHEAD: "ahead",
    GapStatus.DIFFERENT: "a path of your own",
    GapStatus.SAME: "as some of them",
    GapStatus.POSSIBLY: "not known exactly enough",
    GapStatus.UNKNOWN: "your level is unknown",
    GapStatus.COUNTED: "counted only",
    GapStatus.NO_EVIDENCE: "nothing recorded of them",
}


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
        title=gap.title, you=gap.words, they=_they(gap), mark=MARKS[gap.status], details=tuple(_details(gap))
    )


def interval(estimate: Estimate, *, of: int) -> str:
    """The 90 % interval of a share of so many people, which is told beside it."""
    digits = figures_of(of)
    return f"90% {percent(estimate.lo, digits=digits)} to {percent(estimate.hi, digits=digits)}"


def percentile_words(estimate: Estimate) -> str:
    """A percentile with its 90 % interval, as whole numbers from 1 to 99."""
    middle, low, high = (min(99, max(1, round(100 * one))) for one in (estimate.mid, estimate.lo, estimate.hi))
    return f"{middle} (90% {low} to {high})"


def _they(gap: Gap) -> str:
    if gap.positives_only:
        return _counted(gap)
    if gap.n_observed == 0:
        return f"unknown for all {gap.n}"
    if gap.quartiles:
        low, middle, high = (plain_number(round(one, 1)) for one in gap.quartiles)
        return f"median {middle}, half of them {low} to {high} (n = {gap.n_observed:,})"
    if gap.distribution:
        return _levels(gap)
    return f"{gap.n_observed} known"


def _counted(gap: Gap) -> str:
    count = gap.distribution[0][1]
    known = f"at least {count} of {gap.n} known" if count else f"none of {gap.n} known to"
    later = f"; {gap.n_later} more in a later biography, undated" if gap.n_later else ""
    return f"{known}, the rest unknown{later}" if count else f"{known} have had it, all unknown{later}"


def _levels(gap: Gap) -> str:
    if gap.holders is not None:
        return f"{share(gap.holders, gap.n_observed)} had it"
    parts = [f"{words} {count:,}" for words, count in gap.most_first if count]
    return f"{', '.join(parts)} (n = {gap.n_observed:,})"


def _details(gap: Gap) -> list[str]:
    details = []
    if gap.lacking is not None and gap.at_or_below is not None:
        level = "with your level or more" if gap.better is Better.LESS else "with your level or less"
        how = "without it" if gap.words == "no" else level
        details.append(
            f"{share(gap.at_or_below, gap.n_observed)} got in {how}; {interval(gap.lacking, of=gap.n_observed)}."
        )
    if gap.yes_percentile is not None and gap.quartiles is not None:
        details.append(f"You stand at their percentile {percentile_words(gap.yes_percentile)}.")
    if gap.woe is not None:
        details.append(
            f"Weight of evidence {gap.woe.mid:+.2f} (90% {gap.woe.lo:+.2f} to {gap.woe.hi:+.2f}); never add these up."
        )
    if gap.n_unknown and not gap.positives_only and gap.n_observed:
        details.append(f"Unknown for {gap.n_unknown:,} of {gap.n:,}.")
    if gap.level is None and gap.possible and (gap.positives_only or gap.status is GapStatus.POSSIBLY):
        details.append("On that day only possibly: its date is not recorded exactly enough.")
    if gap.level is not None and gap.status is GapStatus.POSSIBLY:
        details.append("Your own number is a range, and its two ends lie on different sides of theirs.")
    return details

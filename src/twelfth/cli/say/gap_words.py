"""One gap in words: where the person stands, what the yes group had, and how sure that is."""

from dataclasses import dataclass

from twelfth.base import Estimate, percent, plain_number, share
from twelfth.distance import Gap, GapStatus

MARKS = {
    GapStatus.SHORT: "short of them",
    GapStatus.EVEN: "even",
    GapStatus.AHEAD: "ahead",
    GapStatus.DIFFERENT: "a path of your own",
    GapStatus.SAME: "as some of them",
    GapStatus.POSSIBLY: "date not known",
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


def interval(estimate: Estimate) -> str:
    """The 90 % interval of a share that is told beside it."""
    return f"90% {percent(estimate.lo, digits=2)} to {percent(estimate.hi, digits=2)}"


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
        how = "without it" if gap.words == "no" else "with your level or less"
        details.append(f"{share(gap.at_or_below, gap.n_observed)} got in {how}; {interval(gap.lacking)}.")
    if gap.yes_percentile is not None and gap.quartiles is not None:
        details.append(f"You stand at their percentile {percentile_words(gap.yes_percentile)}.")
    if gap.woe is not None:
        details.append(
            f"Weight of evidence {gap.woe.mid:+.2f} (90% {gap.woe.lo:+.2f} to {gap.woe.hi:+.2f}); never add these up."
        )
    if gap.n_unknown and not gap.positives_only and gap.n_observed:
        details.append(f"Unknown for {gap.n_unknown:,} of {gap.n:,}.")
    if gap.status is GapStatus.POSSIBLY or (gap.positives_only and gap.possible and gap.level is None):
        details.append("You have it, but since when is not known, so on that day only possibly.")
    return details

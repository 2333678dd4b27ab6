"""What stands beside the question about one trait: a strip with the person on it, and a sentence that reads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from twelfth.distance import Gap
from twelfth.tell.language import _, count
from twelfth.tell.page.strip import gap_strip, required_strip, strip_legend
from twelfth.tell.say.behind_words import behind_lines
from twelfth.tell.say.core_words import level
from twelfth.tell.say.distance import against_words
from twelfth.tell.say.gap_words import gap_words, got_in_words
from twelfth.usecases import Backdrop, Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideTrait:
    """strip: empty where only a sentence can be told. lead: of whom the counts of the legend are, "" without counts.
    legend: (class of the swatch or "", words). lines: sentences."""

    strip: Markup
    lead: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


def beside_traits(answer: Beside) -> Mapping[str, BesideTrait]:
    """By trait; what nothing can be told of is left out."""
    behind = {one.trait: one for one in answer.behind}
    found = {gap.trait: _beside(gap, behind.get(gap.trait)) for gap in answer.gaps}
    return {trait: one for trait, one in found.items() if one is not None}


def beside_whom(answer: Beside) -> str:
    """Whom the person stands beside, and by what of them; "" where nobody selected is described."""
    return "" if answer.cohort is None else against_words(answer.cohort)


def _beside(gap: Gap, behind: Backdrop | None) -> BesideTrait | None:
    words, required = gap_words(gap), behind_lines(behind)
    they = _("Those selected: %(they)s.", they=words.they)
    if gap.positives_only and gap.n:
        return BesideTrait(strip=Markup(""), lines=(they, *required))
    sentence = _(
        "Chart of %(title)s: you %(you)s; those selected: %(they)s.",
        title=words.title,
        you=words.you,
        they=words.they,
    )
    strip = gap_strip(gap, " ".join((sentence, *required)), behind) if gap.n else Markup("")
    if strip:
        legend = tuple(strip_legend(gap))
        if gap.quartiles is not None:
            return BesideTrait(strip=strip, legend=legend, lines=(they, *required))
        lead = _("Of %(n)s people:", n=count(gap.n_observed))
        lines = (got_in_words(gap), *required)
        return BesideTrait(strip=strip, lead=lead, legend=legend, lines=tuple(filter(None, lines)))
    return None if behind is None else _required(gap, behind, required)


def _required(gap: Gap, behind: Backdrop, required: list[str]) -> BesideTrait | None:
    """Of a trait of which nothing is known of those selected: from where to where it is required, on a strip."""
    words = gap_words(gap)
    you = _("Chart of %(title)s: you %(you)s.", title=words.title, you=words.you)
    strip = required_strip(gap, " ".join((you, *required)), behind)
    ends = (gap.distribution[0][0], gap.distribution[-1][0]) if gap.distribution else ()
    legend = tuple(("", level(end)) for end in ends)
    return BesideTrait(strip=strip, legend=legend, lines=tuple(required)) if strip else None

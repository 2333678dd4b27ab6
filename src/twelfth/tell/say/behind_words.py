"""What stands behind a gap in words: one's level at past attempts, those who applied, and what is required."""

from twelfth.base import When
from twelfth.distance import Threshold
from twelfth.tell.language import N_, _, plain_number
from twelfth.tell.say.core_words import level, listed, percent, span, titled
from twelfth.usecases import Backdrop, PoolBehind

BASIS = {
    "published": N_("published"),
    "survey": N_("from a survey"),
    "expert": N_("as somebody believes who sees many applications"),
    "guess": N_("a guess"),
}
BEHIND = N_("Past attempts, those who applied and what is required, as a table")
PAST, POOL, REQUIRED = N_("you at a past attempt"), N_("those who applied, below"), N_("required from here")
UPTO, BETWEEN = N_("required up to here"), N_("required between these")


def behind_lines(behind: Backdrop | None) -> list[str]:
    """What the marks, the band and the walls of a strip show, a sentence each."""
    if behind is None:
        return []
    found = []
    if behind.past:
        by_level: dict[str, list[str]] = {}
        for one in behind.past:
            by_level.setdefault(level(one.words), []).append(titled(one.round))
        levels = [_("%(level)s (%(rounds)s)", level=words, rounds=listed(rounds)) for words, rounds in by_level.items()]
        found.append(_("At your past attempts: %(levels)s.", levels="; ".join(levels)))
    if behind.pool is not None:
        told = {"told": _pool(behind.pool), "basis": _(BASIS[behind.pool.basis])}
        found.append(_("Those who applied: %(told)s (%(basis)s).", **told))
    found += [_("Required: %(level)s (%(requirement)s).", **one) for one in map(_asked, behind.thresholds)]
    return found


def behind_rows(behind: Backdrop | None) -> list[tuple[str, str, str]]:
    """(what, figure, where it comes from) of all that stands behind a strip."""
    if behind is None:
        return []
    rows = [(_("You, %(round)s", round=titled(one.round)), level(one.words), _known(one.day)) for one in behind.past]
    if behind.pool is not None:
        rows.append((_("Those who applied"), _pool(behind.pool), _pool_source(behind.pool)))
    asked = [_asked(one) for one in behind.thresholds]
    return [*rows, *((_("Required"), one["level"], one["requirement"]) for one in asked)]


def behind_legend(behind: Backdrop | None) -> list[tuple[str, str]]:
    """(sign, words) for what is drawn."""
    if behind is None:
        return []
    found = [("past", _(PAST))] if any(one.span is not None for one in behind.past) else []
    if behind.pool is not None:
        found.append(("pool", _(POOL)))
    for one in behind.thresholds[:1]:
        ends = BETWEEN if one.least and one.most else REQUIRED if one.least else UPTO
        found.append(("wall", _(ends)))
    return found


def _pool(pool: PoolBehind) -> str:
    if pool.mean is not None and pool.sd is not None:
        ends = [plain_number(round(one, 1)) for one in (pool.mean - pool.sd, pool.mean + pool.sd)]
        middle = plain_number(round(pool.mean, 1))
        return _("%(mean)s in the mean, about two thirds %(range)s", mean=middle, range=span(*ends))
    if [words for _code, words, _share in pool.shares] == ["no", "yes"]:
        return _("%(share)s with it", share=percent(pool.shares[1][2]))
    return ", ".join(f"{level(words)} {percent(share)}" for _code, words, share in reversed(pool.shares))


def _pool_source(pool: PoolBehind) -> str:
    basis = _(BASIS[pool.basis])
    of = basis if pool.n is None else _("%(basis)s, of %(n)s people", basis=basis, n=pool.n)
    return ": ".join((of, "; ".join(map(titled, pool.sources)))) if pool.sources else of


def _known(day: When) -> str:
    """As of a day, or of the month or year that is all that is known of it."""
    return _("as known on %(day)s", day=day) if day.is_exact else _("as known in %(when)s", when=day)


def _asked(one: Threshold) -> dict[str, str]:
    """What a requirement asks for, in words."""
    if one.least == one.most:
        asked = level(one.least)
    elif one.least and one.most:
        asked = span(level(one.least), level(one.most))
    elif one.least:
        asked = _("at least %(level)s", level=level(one.least))
    else:
        asked = _("at most %(level)s", level=level(one.most))
    return {"level": asked, "requirement": titled(one.requirement)}

"""rounds.csv, funnel.csv and pool_scores.csv: the dated decisions and what was published about who applied."""

import re
from collections.abc import Container, Mapping
from itertools import pairwise
from pathlib import Path

from twelfth.base import invalid
from twelfth.goal import Bound, FunnelCount, Level, PoolScores, Round, Trait
from twelfth.packs.cells import Row, level_of
from twelfth.packs.report import Report
from twelfth.packs.table import read_table

ROUND_COLUMNS = (
    "id",
    "kind",
    "name",
    "opens",
    "closes",
    "decided",
    "known",
    "selected",
    "cut_off",
    "tie_break",
    "pool_as_on",
    "source",
    "note",
)
FUNNEL_COLUMNS = (
    "round",
    "stage",
    "trait",
    "level",
    "count",
    "bound",
    "source",
    "note",
)
Stage = tuple[str, str, Level | None, str]
"""Round, trait and level counted, stage."""
LESS = "Correct the number that is wrong, or give the earlier one the bound about or at_least."
STAGES = ("applied", "qualified", "screened", "interviewed", "selected")
_BAND = re.compile(r"(-?\d+)\.\.(-?\d+)")


def read_rounds(path: Path, report: Report, *, kinds: tuple[str, ...]) -> tuple[Round, ...]:
    """Every round, in the order of its decision."""
    rounds: dict[str, Round] = {}
    table = read_table(path, required=("id", "kind", "decided", "source"), allowed=ROUND_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            one = _round(Row(cells), kinds)
            if one.id in rounds:
                raise invalid("round", one.id, "an id used once", field="id")
            rounds[one.id] = one
    return tuple(sorted(rounds.values(), key=lambda one: (one.decided, len(one.id), one.id)))


def _round(row: Row, kinds: tuple[str, ...]) -> Round:
    kind, decided = row.needed("kind"), row.day("decided")
    if kind not in kinds:
        raise invalid("kind of round", kind, f"a kind of pack.toml: {', '.join(kinds) or 'none there'}", field="kind")
    if decided is None:
        raise invalid("decided", "", "the day of the decision", field="decided")
    opens, closes = row.day("opens"), row.day("closes")
    if (opens and closes and opens > closes) or (closes and closes > decided):
        raise invalid("closes", closes, "a day between opening and decision", field="closes")
    known = row.day("known") or decided
    if known < decided:
        raise invalid("known", known, f"a day not before the decision on {decided}", field="known")
    if opens and opens > decided:
        raise invalid("opens", opens, f"a day not after the decision on {decided}", field="opens")
    return Round(
        id=row.needed("id"),
        kind=kind,
        name=row.text("name"),
        opens=opens,
        closes=closes,
        decided=decided,
        known=known,
        selected=row.count("selected"),
        cut_off=row.number("cut_off"),
        tie_break=row.text("tie_break"),
        pool_as_on=row.day("pool_as_on"),
        source=row.sources(),
        note=row.text("note"),
    )


def read_funnel(
    path: Path, report: Report, *, selected: Mapping[str, int | None], traits: dict[str, Trait]
) -> tuple[FunnelCount, ...]:
    """Counts by round and stage. `selected`: by the id of a round, how many rounds.csv says were selected (None: it
    does not say). A stage told twice, or a later stage surely larger than an earlier one, goes to the report."""
    counts: list[tuple[int, FunnelCount]] = []
    table = read_table(path, required=("round", "stage", "count", "source"), allowed=FUNNEL_COLUMNS)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            counts.append((line, _funnel_count(Row(cells), selected, traits)))
    _check_funnel(counts, selected, report, table.file)
    return tuple(count for _, count in counts)


def _check_funnel(
    counts: list[tuple[int, FunnelCount]], selected: Mapping[str, int | None], report: Report, file: str
) -> None:
    """Each stage once for everybody and once for each level, and nobody at a later stage who was not at an earlier."""
    found: dict[Stage, tuple[int, FunnelCount]] = {}
    for line, one in counts:
        first, _ = found.setdefault((one.round, one.trait, one.level, one.stage), (line, one))
        with report.at(file, line=line, field="stage"):
            if first != line:
                raise invalid(
                    f"stage of round {one.round}",
                    one.stage,
                    f"one line for each stage; line {first} has this one too",
                    next_step="Keep the line that is right and delete the other.",
                )
    for line, one in found.values():
        with report.at(file, line=line, field="count"):
            _check_not_more(one, found)
            chosen = selected.get(one.round)
            if chosen is not None and not one.trait and one.bound is Bound.EXACT and one.count < chosen:
                raise invalid(
                    f"{one.stage} in round {one.round}",
                    one.count,
                    f"at least the {chosen} selected, as rounds.csv says",
                    next_step=LESS,
                )


def _check_not_more(later: FunnelCount, found: Mapping[Stage, tuple[int, FunnelCount]]) -> None:
    """Only an exact number can be exceeded, and "about" exceeds nothing for sure."""
    for stage in STAGES[: STAGES.index(later.stage)] if later.bound is not Bound.ABOUT else ():
        line, earlier = found.get((later.round, later.trait, later.level, stage), (0, None))
        if earlier is not None and earlier.bound is Bound.EXACT and later.count > earlier.count:
            raise invalid(
                f"{later.stage} in round {later.round}",
                later.count,
                f"at most {earlier.count}, the number {stage} on line {line}",
                next_step=LESS,
            )


def _funnel_count(row: Row, rounds: Container[str], traits: dict[str, Trait]) -> FunnelCount:
    stage, count, trait = row.needed("stage"), row.count("count"), row.text("trait")
    if row.needed("round") not in rounds:
        raise invalid("round", row.text("round"), "an id of rounds.csv", field="round")
    if stage not in STAGES:
        raise invalid("stage", stage, f"one of {', '.join(STAGES)}", field="stage")
    if count is None:
        raise invalid("count", "", "a whole number of at least 0", field="count")
    if trait and trait not in traits:
        raise invalid("trait", trait, "a trait of traits.toml", field="trait")
    return FunnelCount(
        round=row.text("round"),
        stage=stage,
        count=count,
        bound=row.word("bound", Bound, Bound.EXACT),
        trait=trait,
        level=level_of(traits[trait], row.needed("level"), "level") if trait else None,
        source=row.sources(),
        note=row.text("note"),
    )


def read_pool_scores(path: Path, report: Report) -> tuple[PoolScores, ...]:
    """The pool's scores by band, in the order of their day.

    Bands must not overlap nor exceed the total; publishers have printed totals above the sum of their bands, so less
    is let through.
    """
    scores = []
    table = read_table(path, required=("as_on", "known", "total", "source"))
    bands = [
        (name, _band(name, table.file)) for name in table.header if name not in ("as_on", "known", "total", "source")
    ]
    _check_bands([band for _, band in bands], table.file)
    for line, cells in table.records():
        with report.at(table.file, line=line):
            scores.append(_pool_scores(Row(cells), bands))
    return tuple(sorted(scores, key=lambda one: one.as_on))


def _pool_scores(row: Row, bands: list[tuple[str, tuple[float, float]]]) -> PoolScores:
    as_on, known, total = row.day("as_on"), row.day("known"), row.count("total")
    if as_on is None or known is None:
        raise invalid("as_on", row.text("as_on"), "a day, and the day since when it is known", field="as_on")
    counts = tuple((low, high, row.count(name)) for name, (low, high) in bands)
    stated = tuple((low, high, count) for low, high, count in counts if count is not None)
    added = sum(count for _, _, count in stated)
    if total is not None and added > total:
        raise invalid("total", total, f"at least the sum of the bands, {added}", field="total")
    return PoolScores(as_on=as_on, known=known, bands=stated, source=row.sources())


def _band(name: str, file: str) -> tuple[float, float]:
    match = _BAND.fullmatch(name)
    if match is None:
        raise invalid("column", name, "a band of scores such as 451..460", file=file)
    return float(match[1]), float(match[2])


def _check_bands(bands: list[tuple[float, float]], file: str) -> None:
    for low, high in bands:
        if low > high:
            raise invalid("band", f"{low:g}..{high:g}", "the lower end first", file=file)
    ordered = sorted(bands)
    for (low, high), (after, _) in pairwise(ordered):
        if high >= after:
            raise invalid("band", f"{low:g}..{high:g}", f"an end below {after:g}", file=file)

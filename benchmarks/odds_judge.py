"""What the tallies of the odds benchmark say: figures of each cell, and the targets of 03-odds met or not."""

from collections.abc import Iterable
from typing import Any

from odds_piece import METHODS, OURS
from odds_row import COVERED, TOP
from odds_tally import Tally, figures_of, lead_of, replicates_of

NOMINAL, COVERAGE = 0.90, (0.87, 0.98)
SKILL = {"even": {5: 0.45, 20: 0.65, 100: 0.82, 300: 0.92}, "rows": {20: 0.78, 100: 0.93, 300: 0.96}}
RATIO = (0.85, 1.25)
ORDER = ("even", "uneven", "rows", "wrong")
ITEMS = {
    "even": (1, "right marginals, even dependence"),
    "uneven": (2, "right marginals, uneven dependence"),
    "rows": (3, "individuals of the pool"),
    "wrong": (4, "a wrong pool, said to be a guess"),
}
BEATEN = {"log-loss lower": "skill", "coverage nearer to 90 %": "coverage", "of the top decile too": "top"}
POINT, INTERVAL = ("skill", "ratio"), ("coverage", "top", "width", "seconds")


def cells_of(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    """One entry per cell, its methods under it; a peer's log-loss from the most replicates it has, its interval from
    the most refits."""
    cells: dict[tuple[int, float, int], dict[str, list[Tally]]] = {}
    for one in tallies:
        key = (ORDER.index(one.world), one.rate, one.n)
        cells.setdefault(key, {}).setdefault(one.method, []).append(one)
    found = []
    for (world, rate, n), methods in sorted(cells.items()):
        own = methods.get(OURS, [None])[0]
        rows = [_row(methods[name], own) for name in METHODS if name in methods]
        cell: dict[str, Any] = {"world": ORDER[world], "rate": rate, "n": n, "methods": rows}
        found.append(cell | {"missed": missed(cell)})
    return found


def _row(tallies: list[Tally], own: Tally | None) -> dict[str, Any]:
    done = [one for one in tallies if not one.skipped]
    if not done:
        return {"method": tallies[0].method, "skipped": tallies[0].skipped}
    point, interval = max(done, key=lambda one: one.count), max(done, key=lambda one: one.refits)
    row: dict[str, Any] = {"method": point.method, "version": point.version, "replicates": point.count}
    row |= {"interval_replicates": interval.count, "refits": interval.refits, "failed_refits": interval.failed}
    for tally, names in ((point, POINT), (interval, INTERVAL)):
        for name, value in figures_of(tally).items():
            if name.removesuffix("_se") in names:
                row[name] = None if value is None else round(value, 5)
    count, predicted, true = point.tenths
    row["tenths"] = [
        [round(float(p / k), 6), round(float(t / k), 6), int(k)] for k, p, t in zip(count, predicted, true, strict=True)
    ]
    return row if own is None or point.method == OURS else row | {"ours": _ours_on(own, point, interval)}


def _ours_on(own: Tally, point: Tally, interval: Tally) -> dict[str, float]:
    """Our figures on the very replicates of a peer, as far as we have them."""
    found: dict[str, float] = {}
    lead, same = lead_of(own, point), own.at(replicates_of(interval.done))
    if lead is not None:
        found |= {"skill": (figures_of(point)["skill"] or 0.0) + lead[0], "skill_lead_se": lead[1]}
    if same is not None and interval.has_interval:
        found |= {"coverage": float(same[:, COVERED].mean()), "top": float(same[:, TOP].mean())}
    return {name: round(value, 5) for name, value in found.items()}


def missed(cell: dict[str, Any]) -> list[str]:
    """The targets of 03-odds that our row of this cell misses."""
    own = next((one for one in cell["methods"] if one["method"] == OURS), None)
    if own is None:
        return ["not run"]
    world, n = cell["world"], cell["n"]
    coverage, top, skill = own["coverage"], own["top"], own["skill"]
    if world == "wrong":
        wanted = [("coverage >= .83", coverage >= 0.83), ("top >= .80", top >= 0.80)]
    elif world == "uneven":
        wanted = [("coverage >= .88", coverage >= 0.88), ("top >= .85", top >= 0.85)]
    elif world == "even" and n == 5:
        wanted = [("coverage >= .88", coverage >= 0.88), ("top >= .80", top >= 0.80)]
    else:
        wanted = [("coverage in [.87, .98]", COVERAGE[0] <= coverage <= COVERAGE[1])]
        wanted += [("top >= .85", top >= 0.85)] if world == "even" else []
    least = SKILL.get(world, {}).get(n)
    wanted += [] if least is None else [(f"skill >= {least}", skill >= least)]
    if world == "even" and n >= 20:
        wanted.append(("ratio in [.85, 1.25]", RATIO[0] <= own["ratio"] <= RATIO[1]))
    return [name for name, met in wanted if not met]


def targets_of(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Targets 1 to 4 met or not, and each peer beaten or not on log-loss and on coverage; "of" counts the cells."""
    found = []
    for world, (item, what) in ITEMS.items():
        here = [one for one in cells if one["world"] == world]
        misses = [f"{_name(one)}: {', '.join(one['missed'])}" for one in here if one["missed"]]
        if here:
            found.append({"item": str(item), "what": what, "met": not misses, "of": len(here), "missed": misses})
    for method in METHODS[1:]:
        for what, figure in BEATEN.items():
            found += _beaten(cells, method, what, figure)
    return found


def _beaten(cells: list[dict[str, Any]], method: str, what: str, figure: str) -> list[dict[str, Any]]:
    """On the replicates that both have."""
    judged, misses, skipped = 0, [], ""
    for cell in cells:
        other = next((one for one in cell["methods"] if one["method"] == method), {})
        skipped = skipped or other.get("skipped", "")
        own = other.get("ours", {})
        if figure not in own:
            continue
        judged += 1
        if _worth(figure, own[figure]) <= _worth(figure, other[figure]):
            error = f" (difference ± {own['skill_lead_se']:.3f})" if figure == "skill" else ""
            misses.append(f"{_name(cell)}: {own[figure]:.3f} against {other[figure]:.3f}{error}")
    told = {"item": "beaten", "what": f"{method}: {what}", "met": judged > 0 and not misses, "of": judged}
    return [told | {"missed": misses} | ({"skipped": skipped} if skipped else {})] if judged or skipped else []


def _worth(figure: str, value: float) -> float:
    return value if figure == "skill" else -abs(value - NOMINAL)


def _name(cell: dict[str, Any]) -> str:
    return f"{cell['world']} {cell['rate']:.0%} N {cell['n']}"


def shown_cell(cell: dict[str, Any]) -> str:
    """The lines of one cell."""
    lines = [
        f"\n{_name(cell)}   missed: {', '.join(cell['missed']) or 'none'}",
        f"  {'':40} replicates refits  coverage        top decile      log width   skill           ratio            s",
    ]
    for one in cell["methods"]:
        if "skipped" in one:
            lines.append(f"  {one['method']:40} skipped: {one['skipped']}")
            continue
        interval = (
            f"{'no interval':42}"
            if one["coverage"] is None
            else f"{one['coverage']:.3f} ({one['coverage_se']:.3f})   {one['top']:.3f} ({one['top_se']:.3f})   "
            f"{one['width']:6.2f}    "
        )
        lines.append(
            f"  {one['method']:40} {one['replicates']:4d}/{one['interval_replicates']:<4d} {one['refits']:6d}   "
            f"{interval} {one['skill']:7.2f} ({one['skill_se']:.2f})  {one['ratio']:6.2f} ({one['ratio_se']:.2f})  "
            f"{one['seconds']:6.2f}"
        )
    return "\n".join(lines)


def shown_targets(targets: list[dict[str, Any]]) -> str:
    """One line a target, met or not."""
    lines = ["\ntarget"]
    for one in targets:
        state = "met" if one["met"] else "SKIPPED: " + one["skipped"] if one.get("skipped") else "NOT MET"
        where = f" ({len(one['missed'])} of {one['of']} cells: {'; '.join(one['missed'])})" if one["missed"] else ""
        lines.append(f"  {one['item']:7} {one['what']:60} {state}{where}")
    return "\n".join(lines)

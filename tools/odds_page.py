"""Draws docs/explanation/odds-measured.md and its pictures from the results kept in benchmarks/results.

--write makes them anew, else they are compared and every difference is named. Nothing is measured here.

Usage: python tools/odds_page.py [--write] (tools/reliability_svg.py draws the panels)
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reliability_svg import Panel, drawn

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "explanation" / "odds-measured.md"
PICTURES = ROOT / "docs" / "pictures"
OURS, TOLD = "ours", ", told the base rate"
WORDS = ("taken at its word", "told the base rate")
WORLDS = {
    "even": "marginals known, even dependence",
    "uneven": "marginals known, uneven dependence",
    "rows": "individuals known",
    "wrong": "a wrong guess",
}
SHOWN = (("even", 0.01, 100), ("uneven", 0.01, 100), ("rows", 0.01, 100), ("even", 0.1, 20))
GROUPING = "03-odds"

Cell = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A diagram with its file, its heading, the sentence that reads it and the table under it."""

    file: str
    svg: str
    heading: str
    reading: str
    table: str


def kept() -> list[tuple[str, dict[str, Any]]]:
    """Every result that speaks of targets, by name."""
    found = [(file.stem, json.loads(file.read_text(encoding="utf-8"))) for file in sorted(RESULTS.glob("*.json"))]
    return [(name, data) for name, data in found if "targets" in data]


def _read(name: str) -> dict[str, Any]:
    """A result that speaks of no target."""
    found: dict[str, Any] = json.loads((RESULTS / name).read_text(encoding="utf-8"))
    return found


def percent(chance: float) -> str:
    """Two significant figures, three from 99 % on."""
    return f"{100 * chance:.3g}%" if chance >= 0.99 else f"{100 * chance:.2g}%"


def cell_picture(cell: Cell, seed: int) -> Picture:
    """One cell of the simulated world: a panel for us and for each peer."""
    methods = {one["method"]: one for one in cell["methods"] if "skipped" not in one}
    names = [name for name in methods if not name.endswith(TOLD)]
    panels = [
        Panel(
            name="Twelfth" if name == OURS else name,
            remark=_remark(methods[name]),
            word=() if name == OURS else _points(methods[name]),
            told=_points(methods[OURS if name == OURS else name + TOLD]),
        )
        for name in names
    ]
    what = f"{WORLDS[cell['world']]}, {cell['rate']:.0%} selected, {cell['n']} of them known"
    file = f"odds-{cell['world']}-{round(100 * cell['rate'])}-{cell['n']}.svg"
    return Picture(
        file=file,
        svg=drawn(panels, title=f"Said against true chances: {what}", words=WORDS),
        heading=f"{what[0].upper()}{what[1:]}",
        reading=_reading(methods, seed),
        table=_table(cell),
    )


def _points(method: dict[str, Any]) -> list[tuple[float, float]]:
    return [(said, true) for said, true, _ in method["tenths"]]


def _remark(method: dict[str, Any]) -> str:
    return f"{'mean said' if method['method'] == OURS else 'at its word'} {method['ratio']:.2g}× the truth"


def _reading(methods: dict[str, dict[str, Any]], seed: int) -> str:
    said, true, _ = methods[OURS]["tenths"][-1]
    text = f"To the tenth of applicants it gives the most, Twelfth gives {percent(said)} on average "
    text += f"and {percent(true)} is true"
    rivals = [one for one in methods.values() if one["method"] != OURS]
    if rivals:
        furthest = max(rivals, key=_top_error)
        theirs, theirs_true, _ = furthest["tenths"][-1]
        text += f"; furthest off there is {furthest['method']}: {percent(theirs)} for {percent(theirs_true)}"
    return f"{text}. Seed {seed}; {_counts(methods.values())}."


def _top_error(method: dict[str, Any]) -> float:
    said, true, _ = method["tenths"][-1]
    return float(max(said / true, true / said))


def _counts(methods: Iterable[dict[str, Any]]) -> str:
    rows = list(methods)
    own, others = rows[0], rows[1:]
    text = f"{own['replicates']} replicates"
    if others:
        few = min(one["interval_replicates"] for one in others)
        text += f", of the peers {min(one['replicates'] for one in others)}, their intervals from {few}"
        text += f" with {min(one['refits'] for one in others)} refits"
    return text


def _table(cell: Cell) -> str:
    lines = [
        "| method | skill | lead of Twelfth | mean said / true | coverage of 90 % | of the top decile | seconds |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for one in cell["methods"]:
        if "skipped" in one:
            lines.append(f"| {one['method']} | not run: {one['skipped']} | | | | | |")
            continue
        name = "**Twelfth**" if one["method"] == OURS else one["method"]
        figures = [_with_error(one, "skill", 2), _lead(one), _with_error(one, "ratio", 2)]
        figures += [_with_error(one, "coverage"), _with_error(one, "top"), f"{one['seconds']:.2f}"]
        lines.append(f"| {name} | {' | '.join(figures)} |")
    return "\n".join(lines)


def _lead(one: dict[str, Any]) -> str:
    """By how much our skill is the higher on the same replicates."""
    own = one.get("ours", {})
    return f"{own['skill'] - one['skill']:+.3f} ± {own['skill_lead_se']:.3f}" if "skill" in own else ""


def _with_error(one: dict[str, Any], name: str, digits: int = 3) -> str:
    if one[name] is None:
        return "none"
    return f"{one[name]:.{digits}f} ± {one[f'{name}_se']:.{digits}f}"


def cut_off_picture(data: dict[str, Any]) -> Picture:
    """Forecast cut-offs: the chance that a score near the last cut-off is enough."""
    rows = [one for one in data["one_step"] if one["grouping"] == GROUPING and "skipped" not in one]
    first = next(one for one in rows if one["method"].startswith(OURS))
    chosen = [first, *(one for one in rows if not one["method"].startswith(OURS))]
    panels = [
        Panel(
            name="Twelfth" if one is first else one["method"],
            remark=f"Brier {one['brier']:.3f}",
            told=[(said, true) for said, true, _ in one["tenths"]],
        )
        for one in chosen
    ]
    lines = ["| method | MAE | CRPS | Brier | coverage of 90 % | median width |", "|---|--:|--:|--:|--:|--:|"]
    for one in chosen:
        name = "**Twelfth**" if one is first else one["method"]
        lines.append(
            f"| {name} | {one['mae']:.1f} | {one['crps']:.1f} ± {one['crps_se']:.1f} | {one['brier']:.4f} "
            f"| {one['coverage']:.3f} | {one['width']:.0f} |"
        )
    said, true, _ = first["tenths"][0]
    title = "Said against true chances: the next cut-off of Express Entry"
    return Picture(
        file="odds-cut-offs.svg",
        svg=drawn(panels, title=title, words=("", ""), upwards="share that was enough", even=True),
        heading="The next cut-off of Express Entry, as of the day before",
        reading=f"Of scores near the last cut-off, the tenth that Twelfth gives the least is given {percent(said)} and "
        f"was enough {percent(true)} of the time, over {first['n']} real rounds and seven scores each. Last value and "
        "mean of 3 only say yes, no or, at a tie, half.",
        table="\n".join(lines),
    )


def speed_table(data: dict[str, Any]) -> str:
    """Seconds of what is done once, and how those of a fit grow."""
    lines = ["| what | seconds of one core |", "|---|--:|"]
    lines += [f"| {name} | {took['core']:.2f} |" for name, took in data["once"].items()]
    for one in data["growth"]:
        steps = ", ".join(f"{size:,}: {took:.2f}" for size, took in zip(one["sizes"], one["seconds"], strict=True))
        lines.append(
            f"| fit by {one['what']} ({steps}) | slope {one['slope']:.2f}, of the last step {one['last_slope']:.2f} |"
        )
    return "\n".join(lines)


def coverage_table(results: list[tuple[str, dict[str, Any]]]) -> str:
    """Coverage of each method over all cells in which the pool is no guess, of the first seed's results."""
    cells = next((data["cells"] for name, data in results if name.startswith("cohort_odds")), [])
    found: dict[str, list[float]] = {}
    for cell in cells:
        for one in cell["methods"]:
            if cell["world"] != "wrong" and one.get("coverage") is not None:
                found.setdefault(one["method"], []).append(one["coverage"])
    lines = ["| method | cells | mean coverage | mean distance from 90 % | cells below 80 % |", "|---|--:|--:|--:|--:|"]
    for method, own in found.items():
        name = "**Twelfth**" if method == OURS else method
        apart = sum(abs(one - 0.9) for one in own) / len(own)
        below = sum(one < 0.8 for one in own)
        lines.append(f"| {name} | {len(own)} | {sum(own) / len(own):.3f} | {apart:.3f} | {below} |")
    return "\n".join(lines)


def ceiling_table(data: dict[str, Any]) -> str:
    """Of each method the skill by seed and over all, and how far it is behind the one who knows the world."""
    seeds = list(data["each"])
    heads = [f"seed {seed}" for seed in seeds]
    lines = [
        f"| method | {' | '.join(heads)} | all {data['all']['replicates']} | behind the best | coverage of 90 % |",
        f"|---|{'--:|' * (len(seeds) + 3)}",
    ]
    for at, one in enumerate(data["all"]["methods"]):
        name = "**Twelfth**" if one["method"] == OURS else one["method"]
        figures = [_skill(data["each"][seed]["methods"][at]) for seed in seeds] + [_skill(one)]
        figures.append(f"{one['behind']:.4f} ± {one['behind_se']:.4f}" if at else "")
        figures.append(f"{one['coverage']:.3f} ± {one['coverage_se']:.3f}" if "coverage" in one else "none")
        lines.append(f"| {name} | {' | '.join(figures)} |")
    return "\n".join(lines)


def ceiling_reading(data: dict[str, Any]) -> str:
    """What lies between the methods, and whether the reference is to be believed."""
    best, same, pool, own, *_ = data["all"]["methods"]
    itself, kept = data["all"]["reference"], [f"{one['skill_kept']:.4f}" for one in data["kept"]]
    more, apart = f"{itself['expects_more_loss']:+.4f} ± {itself['expects_more_loss_se']:.4f}", abs(itself["apart"])
    return (
        f"Who knows the world reaches {_skill(best)}. Twelfth is {own['behind']:.4f} behind. Of that, "
        f"{same['behind']:.4f} is what the world's prior is worth where everything else is known, "
        f"{pool['behind'] - same['behind']:.4f} that unobserved quality bends the chances, and "
        f"{own['behind'] - pool['behind']:.4f} the rest: individuals in place of the true pool, and how Twelfth "
        f"computes. Of itself the one who knows expects {more} more loss than it has (in parts of the base rate's). "
        f"Two runs with other random numbers are {apart:.4f} apart, each worth at least "
        f"{itself['effective_least']:.0f} independent draws. On the same samples Twelfth has {', '.join(kept)} in the "
        "results of `make bench-odds`."
    )


def priors_table(data: dict[str, Any]) -> str:
    """What each prior would be worth to one who knows everything else."""
    head = "| prior | skill | lead on Twelfth's prior | coverage of 90 % | of the top decile |"
    lines = [head, "|---|--:|--:|--:|--:|"]
    for one in data["priors"]:
        lead = f"{one['lead']:+.4f} ± {one['lead_se']:.4f}" if one["lead_se"] else ""
        lines.append(f"| {one['prior']} | {_skill(one)} | {lead} | {one['coverage']:.3f} | {one['top']:.3f} |")
    return "\n".join(lines)


def _skill(one: dict[str, Any]) -> str:
    return f"{one['skill']:.4f} ± {one['se']:.4f}"


def targets_table(results: list[tuple[str, dict[str, Any]]]) -> str:
    """Every target met or not, with what missed it."""
    lines = ["| item | target | seed | result |", "|---|---|--:|---|"]
    for _, data in results:
        seed = data.get("seed", ", ".join(map(str, data.get("seeds", ["none"]))))
        for one in data["targets"]:
            lines.append(f"| {one['item']} | {one['what']} | {seed} | {_result(one)} |")
    return "\n".join(lines)


def _result(target: dict[str, Any]) -> str:
    if target.get("skipped"):
        return f"not run: {target['skipped']}"
    if target["met"]:
        return "met"
    return f"**not met** in {len(target['missed'])} of {target['of']}: {'; '.join(target['missed'])}"


def measured_with(results: list[tuple[str, dict[str, Any]]]) -> str:
    """What the figures were made with."""
    lines = []
    for name, data in results:
        machines = data.get("machines") or [data["machine"]]
        versions = sorted({f"Python {one['python']}, NumPy {one['numpy']}, SciPy {one['scipy']}" for one in machines})
        peers = {
            one["method"]: one["version"]
            for cell in data.get("cells", [])
            for one in cell["methods"]
            if one.get("version")
        }
        told = [f"{method} {version}" for method, version in sorted(peers.items()) if not method.endswith(TOLD)]
        code = ", ".join(sorted({one["code"] for one in data.get("tallies", [data] if "code" in data else [])}))
        lines.append(
            f"- `{name}.json`: {'; '.join(versions)}{', peers: ' + ', '.join(told) if told else ''}"
            f"{'; digests of the code measured: ' + code if code else ''}"
        )
    return "\n".join(lines)


def pictures_of(results: list[tuple[str, dict[str, Any]]]) -> list[Picture]:
    """From the first seed's results, in the order shown."""
    found = []
    cohort = next((data for name, data in results if name.startswith("cohort_odds")), None)
    if cohort is not None:
        cells = {(one["world"], one["rate"], one["n"]): one for one in cohort["cells"]}
        found += [cell_picture(cells[key], cohort["seed"]) for key in SHOWN if key in cells]
    cut_offs = next((data for name, data in results if name.startswith("cutoff_forecast")), None)
    return found if cut_offs is None else [*found, cut_off_picture(cut_offs)]


def page(results: list[tuple[str, dict[str, Any]]], pictures: list[Picture]) -> str:
    """The whole page."""
    shown = "\n\n".join(
        f"## {one.heading}\n\n![{one.heading}: chance said against true chance](../pictures/{one.file})\n\n"
        f"{one.reading}\n\n{one.table}"
        for one in pictures
    )
    text = (ROOT / "tools" / "odds_page.md").read_text(encoding="utf-8")
    speed = "\n\n".join(speed_table(data) for name, data in results if name.startswith("odds_scaling"))
    ceiling, priors = (_read(f"odds_{name}.json") for name in ("ceiling", "priors"))
    parts = {
        "CEILING": ceiling_table(ceiling),
        "CEILING_READING": ceiling_reading(ceiling),
        "PRIORS": priors_table(priors),
        "PRIORS_COUNT": f"seeds {', '.join(map(str, priors['seeds']))}; {priors['replicates']} replicates",
        "PICTURES": shown,
        "COVERAGE": coverage_table(results),
        "SPEED": speed,
        "TARGETS": targets_table(results),
        "MADE": measured_with([*results, ("odds_ceiling", ceiling), ("odds_priors", priors)]),
    }
    for name, value in parts.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def main() -> int:
    """0 when the page and the pictures are those of the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the page and its pictures")
    options = parser.parse_args()
    results = kept()
    pictures = pictures_of(results)
    files = {PAGE: page(results, pictures)} | {PICTURES / one.file: one.svg for one in pictures}
    if options.write:
        for file, text in files.items():
            file.write_text(text, encoding="utf-8")
        return 0
    stale = [file for file, text in files.items() if not file.exists() or file.read_text(encoding="utf-8") != text]
    for file in stale:
        print(
            f"{file.relative_to(ROOT)} is not what the results say: run python tools/odds_page.py --write",
            file=sys.stderr,
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

"""What a command must not load: rooms it does not enter, libraries that take longer to load than an answer takes."""

import subprocess
import sys
from pathlib import Path

from tests.command import DAY, ROOT

ROADMAP = str(ROOT / "docs" / "reference" / "roadmap")
HEAVY = (
    "django",
    "icalendar",
    "scipy.stats",
    "scipy.optimize",
    "scipy.interpolate",
    "scipy.linalg",
    "sklearn",
    "jinja2",
)
SHEETS = ("twelfth.packs.sheet", "twelfth.engines", "twelfth.roadmap", "twelfth.tell.page")
LOADED = "import sys; print([one for one in {heavy!r} if one in sys.modules])\n"
COMMAND = """
import contextlib, sys
from twelfth.cli import main
sys.argv = ["twelfth", *{words!r}]
with contextlib.suppress(SystemExit), open({out!r}, "w") as sys.stdout:
    main()
sys.stdout = sys.__stdout__
"""
ANSWERS = [
    ["odds", "newcomer", "--as-of", DAY],
    ["odds", "hernandez", "--as-of", "1998-06-01"],
    ["gap", "hernandez", "--as-of", "1998-06-30", "--json"],
    ["audit", "hernandez", "--as-of", "1998-06-30"],
    ["history", "hernandez", "--as-of", "1998-06-30"],
]


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_library_loads_nothing_before_a_name_is_used() -> None:
    """Not even numpy."""
    assert run("import twelfth\n" + LOADED.format(heavy=("numpy", "scipy", "typer", *HEAVY))) == "[]"


def test_an_answer_loads_no_heavy_library(tmp_path: Path) -> None:
    """Each would add a tenth of a second and more; pages and spreadsheets load theirs when asked for. One process
    answers all, and says after each what was loaded by then."""
    files = [tmp_path / str(index) for index in range(len(ANSWERS))]
    told = LOADED.format(heavy=(*HEAVY, *SHEETS))
    pairs = zip(ANSWERS, files, strict=True)

    loaded = run("".join(COMMAND.format(words=words, out=str(file)) + told for words, file in pairs)).splitlines()
    assert dict(zip(map(" ".join, ANSWERS), loaded, strict=True)) == dict.fromkeys(map(" ".join, ANSWERS), "[]")
    assert all(file.read_text(encoding="utf-8") for file in files)


def test_lives_are_lived_without_a_solver(tmp_path: Path) -> None:
    """Neither the planner nor what learns from people is loaded for them."""
    out = tmp_path / "answer"
    words = ["simulate", "--instance", f"{ROADMAP}/instance.json", "--plan", f"{ROADMAP}/plan.json", "--lives", "300"]
    heavy = ("ortools", "sklearn", "scipy.stats", "twelfth.engines.roadmap.planner", "twelfth.tell.page", "jinja2")

    assert run(COMMAND.format(words=words, out=str(out)) + LOADED.format(heavy=heavy)) == "[]"
    assert "300 lives" in out.read_text(encoding="utf-8")

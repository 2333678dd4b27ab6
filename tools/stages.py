"""The state machine of an attempt as a page for people, made from the table in the code.

Usage: python tools/stages.py [--check]
"""

import argparse
import sys
from pathlib import Path

from twelfth.goal import NEXT_STAGES, StageName

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "attempt-stages.md"
HEAD = """\
# The stages of an attempt

Made by `python tools/stages.py` from `NEXT_STAGES` in `src/twelfth/goal/attempts.py`; a test compares the two. Do not
edit it here.

"""


def page() -> str:
    """A table of what may follow what, and the same as a diagram."""
    rows = "".join(f"| {_name(stage)} | {_after(stage)} |\n" for stage in NEXT_STAGES)
    arrows = "".join(
        f"    {stage.value if stage else '[*]'} --> {after.value}\n"
        for stage in NEXT_STAGES
        for after in StageName
        if after in NEXT_STAGES[stage]
    )
    table = f"| stage | what may follow |\n|---|---|\n{rows}"
    return f"{HEAD}{table}\n```mermaid\nstateDiagram-v2\n{arrows}```\n"


def _name(stage: StageName | None) -> str:
    return f"`{stage.value}`" if stage else "(the beginning)"


def _after(stage: StageName | None) -> str:
    return ", ".join(f"`{one.value}`" for one in StageName if one in NEXT_STAGES[stage]) or "nothing: it is final"


def main() -> int:
    """Write the page; with --check only compare, and return 1 when it differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and change nothing")
    if parser.parse_args().check:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        if not same:
            print("docs/reference/attempt-stages.md is not what the code gives: run python tools/stages.py")
        return 0 if same else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

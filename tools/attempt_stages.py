"""Writes docs/reference/attempt-stages.md from the state machine of attempts; --check compares and changes nothing.

Usage: python tools/attempt_stages.py [--check]
"""

import argparse
import sys
from pathlib import Path

from twelfth.goal import NEXT_STAGES, StageName

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "attempt-stages.md"
DIFFERENT = 1
MEANING = {
    StageName.DRAFT: "being written; nothing has been sent",
    StageName.SUBMITTED: "sent",
    StageName.SCREENED: "passed a first reading",
    StageName.INTERVIEWED: "was interviewed",
    StageName.PENDING: "waits for an answer; not a data point",
    StageName.NOT_SELECTED: "the answer was no",
    StageName.SELECTED: "the answer was yes",
    StageName.WITHDRAWN: "taken back by the person",
    StageName.INELIGIBLE: "not considered: a requirement was not met",
}
HEAD = """\
# The stages of an attempt

Generated from `NEXT_STAGES` in `src/twelfth/goal/attempts.py` by `python tools/attempt_stages.py`. Do not edit it
by hand: a test compares it.

An attempt is one person's application to one round. Its history is a row of stages, each with the day it was
reached; days may be uncertain, and never certainly run backwards. A step that is not shown here is refused.
"""


def page() -> str:
    """The whole page."""
    return f"{HEAD}\n{_diagram()}\n{_table()}"


def _diagram() -> str:
    arrows = [f"    {stage or '[*]'} --> {after}" for stage in NEXT_STAGES for after in _following(stage)]
    ends = [f"    {stage} --> [*]" for stage in StageName if not NEXT_STAGES[stage]]
    return "\n".join(["```mermaid", "stateDiagram-v2", *arrows, *ends, "```", ""])


def _table() -> str:
    rows = [f"| `{stage}` | {MEANING[stage]} | {_listed(stage)} |" for stage in StageName]
    return "\n".join(["| stage | what it means | may be followed by |", "|---|---|---|", *rows, ""])


def _listed(stage: StageName) -> str:
    return ", ".join(f"`{after}`" for after in _following(stage)) or "nothing: it is final"


def _following(stage: StageName | None) -> list[StageName]:
    """In the order in which stages are declared, as a set has none."""
    return [after for after in StageName if after in NEXT_STAGES[stage]]


def main() -> int:
    """Write the page, or with --check say whether it is the one that would be written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare only; exit code 1 when the page is out of date")
    if not parser.parse_args().check:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is out of date. Make it anew with: python tools/attempt_stages.py", file=sys.stderr)
    return DIFFERENT


if __name__ == "__main__":
    sys.exit(main())

"""The command line: a thin door. It reads words, calls a use case, prints the answer; it holds no arithmetic and no
query."""

import sys


def main() -> None:
    """Run `twelfth` with the process's arguments and leave with its exit code; 130 for Ctrl-C, also while loading."""
    try:
        from twelfth.cli.app import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


__all__ = ["main"]

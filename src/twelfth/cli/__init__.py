"""The command line: a thin door. It reads words, calls a use case, prints the answer; it holds no arithmetic and no
query."""

import os
import sys

THREADS = "OPENBLAS_NUM_THREADS"
"""Read once, when numpy is loaded. Matrices are small here: on a busy machine a second thread is only waited for."""


def main() -> None:
    """Run `twelfth` with the process's arguments and leave with its exit code; 130 for Ctrl-C, also while loading."""
    os.environ.setdefault(THREADS, "1")
    try:
        from twelfth.cli.app import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


__all__ = ["main"]

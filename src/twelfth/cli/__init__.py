"""The command line: a thin door. It reads words, calls a use case, prints the answer; it holds no arithmetic and no
query."""


def main() -> None:
    """Run `twelfth` with the process's arguments and leave with its exit code."""
    from twelfth.cli.app import run

    run()


__all__ = ["main"]

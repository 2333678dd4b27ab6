"""Pictures of the pages in headless Chromium: wide and phone, light and dark, kept in docs/pictures.

Needs Debian's chromium. Usage: python tools/shots.py PAGE [--out DIR]
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which

SIZES = {"wide": (1280, 1600), "phone": (390, 1600)}
SCHEMES = ("light", "dark")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def main() -> int:
    """Take every picture; returns 1 when Chromium is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path, nargs="?", default=Path("build/demo.html"))
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--full", action="store_true", help="the whole page, however long")
    options = parser.parse_args()
    chromium = which("chromium")
    if chromium is None:
        print("Chromium is not installed; on Debian: apt-get install chromium", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            target = options.out / f"{options.page.stem}-{size}-{scheme}.png"
            shoot(chromium, options.page, target, width, 20000 if options.full else height, scheme)
            print(target)
    return 0


def shoot(chromium: str, page: Path, target: Path, width: int, height: int, scheme: str) -> None:
    """One picture. Chromium's own window has a least width of 500, so a phone is a frame of that width."""
    with tempfile.TemporaryDirectory() as folder:
        shown = page.resolve()
        if width < 500:
            shown = Path(folder) / "frame.html"
            shown.write_text(
                f'<!doctype html><meta name="color-scheme" content="light dark"><body style="margin:0">'
                f'<iframe src="{page.resolve().as_uri()}" style="border:0;width:{width}px;height:{height}px"></iframe>'
            )
        command = [
            chromium,
            *QUIET,
            f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height}",
            f"--blink-settings=preferredColorScheme={1 if scheme == 'light' else 0}",
            f"--screenshot={target.resolve()}",
            shown.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    sys.exit(main())

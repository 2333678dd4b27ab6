"""Pictures of every page of the app in headless Chromium, wide and phone, light and dark, kept in docs/pictures/app.

The home photographed is that of the browser tests, with everything in it. English, and Today and Distance in Spanish.
Needs Debian's chromium. Usage: python -m tools.app_shots [--out DIR]
"""

import argparse
import struct
import sys
import tempfile
import zlib
from pathlib import Path
from shutil import which

import numpy as np
from numba import njit
from playwright.sync_api import Page

SIZES = {"wide": 1280, "phone": 390}
TALLEST = 1600
"""Pixels: what stands below is left out."""
SCHEMES = ("light", "dark")
SEEN_ELSEWHERE = ("home",)
"""With several goals it is the list of them."""
SPANISH = ("today", "distance")
MOST_BYTES = 4_000_000
MOST_COLOURS = 96
BYTES = np.array([1 << 16, 1 << 8, 1])
"""What red, green and blue count in a colour that is one number."""


def main() -> int:
    """Take every picture; returns 1 when Chromium is missing or the pictures are too large together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/pictures/app"))
    parser.add_argument("--most", type=int, default=TALLEST, help="pixels of height, from the top")
    parser.add_argument("--every", action="store_true", help="the example and the goal that was reached as well")
    options = parser.parse_args()
    if which("chromium") is None:
        print("Chromium is not installed; on Debian: apt-get install chromium", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        total = photograph(Path(folder) / "home", options.out, options.most, every=options.every)
    print(f"{total:,} bytes in {options.out}")
    return int(total > MOST_BYTES and not options.every)


def photograph(home: Path, out: Path, tallest: int, *, every: bool) -> int:
    """Every page of a filled home. Returns the bytes of all pictures together."""
    from tests.web_app.app import browsing, served
    from tests.web_app.furnished import TODAY, furnish

    pages, total = furnish(home).pages, 0
    for language, names in (("en", tuple(pages.keys() - {*SEEN_ELSEWHERE})), ("es", SPANISH)):
        with served(home, today=TODAY) as link, browsing(link, language=language) as watched:
            for name in names:
                for number, path in enumerate(pages[name] if every or name == "audit" else pages[name][:1]):
                    watched.page.goto(watched.origin + path)
                    stem = "-".join(
                        (name, *([str(number + 1)] if number else []), *([language] if language != "en" else []))
                    )
                    total += _shots(watched.page, out, stem, tallest)
    return total


def _shots(page: Page, out: Path, stem: str, tallest: int) -> int:
    """One page in both sizes and schemes."""
    total = 0
    for size, width in SIZES.items():
        page.set_viewport_size({"width": width, "height": 900})
        tall = min(tallest, int(page.evaluate("document.documentElement.scrollHeight")))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            box = {"x": 0, "y": 0, "width": width, "height": tall}
            png = small(page.screenshot(full_page=True, clip=box, animations="disabled"))
            (out / f"{stem}-{size}-{scheme}.png").write_bytes(png)
            total += len(png)
    return total


def small(png: bytes) -> bytes:
    """The same picture with a palette: its most frequent colours as they are, any other as the nearest of them."""
    wide, tall, each, lines = _read(png)
    unfilter(lines, each)
    rows = lines[:, 1:].reshape(tall, wide, each)[..., :3].astype(np.int64)
    found, which_one, count = np.unique(rows @ BYTES, return_inverse=True, return_counts=True)
    kept = found[np.sort(np.argsort(-count, kind="stable")[:MOST_COLOURS])]
    parts, others = (one[:, None] // BYTES % 256 for one in (found, kept))
    nearest = np.abs(parts[:, None] - others[None]).sum(axis=2).argmin(axis=1)
    return _packed(kept, nearest[which_one].reshape(tall, wide).astype(np.uint8))


def _read(png: bytes) -> tuple[int, int, int, np.ndarray]:
    """Width, height, bytes of a pixel, and the lines as PNG has them, each after the number of its filter."""
    wide, tall, _depth, kind = struct.unpack(">IIBB", png[16:26])
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    each = {2: 3, 6: 4}[kind]
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(tall, 1 + wide * each)
    return wide, tall, each, lines.copy()


@njit(cache=False)
def unfilter(lines: np.ndarray, each: int) -> None:
    """Undo the filters of PNG, in place. each: bytes of a pixel."""
    for row in range(lines.shape[0]):
        how = lines[row, 0]
        for at in range(1, lines.shape[1]):
            left = int(lines[row, at - each]) if at > each else 0
            above = int(lines[row - 1, at]) if row else 0
            corner = int(lines[row - 1, at - each]) if row and at > each else 0
            guess = 0
            if how == 1:
                guess = left
            elif how == 2:
                guess = above
            elif how == 3:
                guess = (left + above) // 2
            elif how == 4:
                to_left, to_above, to_corner = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
                guess = (
                    left if to_left <= to_above and to_left <= to_corner else above if to_above <= to_corner else corner
                )
            lines[row, at] = (lines[row, at] + guess) % 256


def _packed(colours: np.ndarray, picture: np.ndarray) -> bytes:
    """A PNG of a palette and, pixel by pixel, its numbers."""
    tall, wide = picture.shape
    lines = np.hstack((np.zeros((tall, 1), np.uint8), picture)).tobytes()
    palette = b"".join(int(one).to_bytes(3, "big") for one in colours)
    head = b"IHDR" + struct.pack(">IIBBBBB", wide, tall, 8, 3, 0, 0, 0)
    chunks = (head, b"PLTE" + palette, b"IDAT" + zlib.compress(lines, 9), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks
    )


if __name__ == "__main__":
    sys.exit(main())

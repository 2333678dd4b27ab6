"""A small pack that holds a grid of counts, as text to write into a folder."""

from pathlib import Path

from twelfth.goal import Process
from twelfth.packs import read_pack

PACK_TOML = 'schema = 1\nname = "small"\ntitle = "A small school"\nversion = "1.0.0"\nevidence = ["grid"]\n'
TRAITS_TOML = """\
[[trait]]
name = "gpa"
label = "GPA"
kind = "numeric"
[[trait]]
name = "test"
label = "Test"
kind = "numeric"
[[trait]]
name = "papers"
label = "Papers"
kind = "numeric"
"""
GRID_CSV = """\
gpa,test,accepted,applicants,source
3.50..4.00,1..5,<10,40,own
3.50..4.00,6..9,30,90,own
3.00..3.49,1..5,,,own
3.00..3.49,6..9,22,1150,own
"""


def grid_process(folder: Path, grid: str = GRID_CSV) -> Process:
    """The pack read back. Raises InvalidInput where it holds a mistake."""
    pack = folder / "small"
    pack.mkdir(exist_ok=True)
    for name, content in (
        ("pack.toml", PACK_TOML),
        ("traits.toml", TRAITS_TOML),
        ("sources.csv", "id,title,address,kind,note\nown,Own,,own,\n"),
        ("grid.csv", grid),
    ):
        (pack / name).write_text(content, encoding="utf-8")
    return read_pack(pack)

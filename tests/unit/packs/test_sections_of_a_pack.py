"""Sections of traits.toml: what they may name, and that each trait is asked for once."""

from pathlib import Path

import pytest
from tests.small_pack import FILES, write_pack

from twelfth.base import InvalidInput
from twelfth.packs import read_pack


def with_sections(folder: Path, *sections: str) -> Path:
    text = "".join(f"[[section]]\n{one}\n\n" for one in sections)
    return write_pack(folder, **{"traits.toml": text + FILES["traits.toml"]})


def test_sections_are_read_in_order(tmp_path: Path) -> None:
    """The gate stands before the traits behind it."""
    rest = [one.name for one in read_pack(write_pack(tmp_path / "as-it-is")).traits if one.name != "diving"]
    pack = read_pack(with_sections(tmp_path, f'id = "all"\ntitle = "All"\ngate = "diving"\ntraits = {rest}'))

    assert [(one.id, one.gate, one.asks) for one in pack.sections] == [("all", "diving", "diving")]
    assert pack.asked == pack.sections


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ('id = "a"\ntitle = "A"\ntraits = ["none"]', "the name of a trait"),
        ('id = "a"\ntitle = "A"\ngate = "degree"\ntraits = ["years"]', "a binary trait"),
        ('id = "a"\ntitle = "A"\nask = "Well?"\ntraits = ["years"]', "traits with `when_lapsed`"),
        ('id = "a"\ntitle = "A"\ntraits = ["years"]', "each trait in one section, once"),
        ('id = "a"\ntitle = "A"\ntraits = ["years", "years"]', "each trait in one section, once"),
    ],
)
def test_a_wrong_section_is_refused(tmp_path: Path, section: str, told: str) -> None:
    """With what was expected."""
    with pytest.raises(InvalidInput, match=told):
        read_pack(with_sections(tmp_path, section))

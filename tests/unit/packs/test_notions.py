"""The fields `notion` and `steps` of traits.toml: which traits of several packs are one, and which levels."""

from pathlib import Path

import pytest
from tests.factories import built_in
from tests.small_pack import FILES, write_pack

from twelfth.base import InvalidInput
from twelfth.packs import read_pack

LABEL = 'label = "Highest degree"\n'


def traits(lines: str) -> str:
    return FILES["traits.toml"].replace(LABEL, LABEL + lines, 1)


def test_a_trait_may_say_what_it_is_under_any_name(tmp_path: Path) -> None:
    """And what leads to which of its levels; of the others nothing is said."""
    lines = 'notion = "highest_degree"\nsteps = { master = "master" }\n'
    degree = read_pack(write_pack(tmp_path, **{"traits.toml": traits(lines)})).trait("degree")

    assert degree.notion == "highest_degree"
    assert [degree.step_to(level) for level in ("bachelor", "master")] == ["", "master"]


def test_what_is_had_or_not_is_its_own_step(tmp_path: Path) -> None:
    """A yes-or-no trait has one step; a number has none."""
    text = FILES["traits.toml"].replace('name = "diving"\n', 'name = "diving"\nnotion = "scuba"\n')
    process = read_pack(write_pack(tmp_path, **{"traits.toml": text}))

    assert (process.trait("diving").step_to(True), process.trait("years").step_to(3.0)) == ("scuba", "")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('notion = "Highest degree"\n', "notion is 'Highest degree': expected lower case"),
        ('steps = { master = "master" }\n', "expected a notion with them"),
        ('notion = "d"\nsteps = { doctor = "phd" }\n', "steps of degree is 'doctor': expected one of none, bachelor"),
        ('notion = "d"\nsteps = { master = "M. A." }\n', "step to master of degree is 'M. A.'"),
    ],
)
def test_a_mistake_in_them_is_told(lines: str, told: str, tmp_path: Path) -> None:
    """A notion or a step that is no word, steps without a notion, a level there is not."""
    with pytest.raises(InvalidInput, match=told):
        read_pack(write_pack(tmp_path, **{"traits.toml": traits(lines)}))


def test_the_built_in_packs_agree_on_the_highest_degree() -> None:
    """The two ladders have three steps in common, and no more."""
    nasa, express = (built_in(name) for name in ("nasa-astronaut", "express-entry"))
    degree, education = nasa.trait("degree"), express.trait("education")

    assert degree.notion == education.notion
    assert degree.step_to("doctorate") == education.step_to("doctorate") == "research_doctorate"
    assert degree.step_to("master") == education.step_to("master_or_professional")
    assert education.step_to("two_or_more") == ""
    assert [trait.name for trait in express.traits if trait.notion] == ["education"]

"""Archives: the same texts give the same bytes, and whatever a stranger made is read or refused with a sentence."""

import random
from io import BytesIO
from time import monotonic
from zipfile import ZipFile

import pytest
from tests.hostile_archives import HOSTILE_ARCHIVES, NAME
from tests.tried import up_to

from twelfth.base import InvalidInput
from twelfth.store.archive import archive_of, text_in

TEXTS = ((NAME, '{"a": 1}'), ("README.txt", "José"))


def test_a_text_comes_back_from_the_same_bytes_every_time() -> None:
    """Whatever the day."""
    first, second = archive_of(TEXTS), archive_of(TEXTS)

    assert first == second
    assert [text_in(first, name) for name, _ in TEXTS] == [text for _, text in TEXTS]


@pytest.mark.parametrize("name", HOSTILE_ARCHIVES)
def test_a_hostile_archive_is_refused_with_a_sentence(name: str) -> None:
    """It names what is wrong, and what to do."""
    make, told = HOSTILE_ARCHIVES[name]
    packed = make()

    began = monotonic()
    with pytest.raises(InvalidInput, match=told) as refused:
        text_in(packed, NAME)

    assert monotonic() - began < 2
    assert refused.value.next_step == "Take a file that `twelfth export` wrote, unchanged."


def test_bytes_that_are_no_text_are_refused() -> None:
    """With the place."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(NAME, b"ab\xff")

    with pytest.raises(InvalidInput, match="no UTF-8 at byte 2"):
        text_in(packed.getvalue(), NAME)


@pytest.mark.long
def test_a_flipped_byte_never_changes_the_text() -> None:
    """The text comes as it was, or not at all; never with another error."""
    packed, chance = archive_of(TEXTS), random.Random(12)
    for _ in range(up_to(300, of=20_000)):
        flipped = bytearray(packed)
        flipped[chance.randrange(len(packed))] ^= 1 << chance.randrange(8)
        try:
            assert text_in(bytes(flipped), NAME) == TEXTS[0][1]
        except InvalidInput:
            continue

"""A sentence of the core as data."""

import pickle

import pytest

from twelfth.base import NotEnoughData, Said, filled


def test_a_sentence_is_a_text_and_keeps_what_it_is_made_of() -> None:
    """A sentence inside another keeps its own form; a process of its own gets it whole."""
    inner = Said("%(count)s rounds", count=3)
    said = Said("%(what)s of %(kind)s", what=inner, kind="French")
    again = pickle.loads(pickle.dumps(said))  # noqa: S301 (our own)

    assert said == "3 rounds of French"
    assert (again, again.form, again.values["what"].form) == (said, said.form, inner.form)


def test_nothing_but_a_named_place_has_a_meaning_in_a_form() -> None:
    """Whoever wrote it: a width would let a stranger fill the memory."""
    assert filled("%(a)s at 5% or %(a)999999999s %s", {"a": "x"}) == "x at 5% or %(a)999999999s %s"
    with pytest.raises(KeyError):
        Said("%(a)s and %(b)s", a=1)


def test_a_refusal_gives_its_reason() -> None:
    """As it was handed in, beside the sentence."""
    reason = Said("nobody by %(day)s", day="2020")
    error = NotEnoughData(reason)

    assert str(error) == "nobody by 2020"
    assert error.reason is reason

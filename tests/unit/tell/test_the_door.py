"""The one door of the words and pages: it offers what it says, and loads a file when a name of it is used."""

import subprocess
import sys
from importlib import import_module

import pytest
from tests.command import ROOT

from twelfth import tell

LOADED = "import sys; from twelfth.tell import {name}; print(*sorted(one for one in sys.modules if one in {asked!r}))"
EVERY = ("jinja2", "twelfth.roadmap", *(f"twelfth.tell.{file}" for file in sorted(set(tell.FILES.values()))))


def loaded_by(name: str) -> set[str]:
    code = LOADED.format(name=name, asked=EVERY)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_every_name_is_offered_once_and_is_there() -> None:
    """The names told are those found, each in the file that has it."""
    assert sorted(tell.__all__) == sorted(tell.FILES)
    for name, file in tell.FILES.items():
        assert getattr(tell, name) is getattr(import_module(f"twelfth.tell.{file}"), name)


def test_a_name_that_is_not_offered_is_refused_by_name() -> None:
    """As any module does."""
    with pytest.raises(AttributeError, match=r"module 'twelfth\.tell' has no attribute 'say_nothing'"):
        _ = tell.say_nothing


def test_whoever_asks_for_words_gets_no_page() -> None:
    """Of the words only those it stands on; the larger rooms and jinja2 stay where they are."""
    assert loaded_by("Paper") == {"twelfth.tell.paper"}
    words = {"twelfth.tell.language", "twelfth.tell.paper", "twelfth.tell.say.core_words"}
    assert loaded_by("say_gap") == {*words, "twelfth.tell.say.distance", "twelfth.tell.say.rubric_words"}

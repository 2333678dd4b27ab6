"""Answers in another language: English until a door says otherwise, then every word of a part, and English again."""

import ast
import html
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from threading import Barrier, Thread

import pytest
from markupsafe import escape
from tests.factories import built_in, example
from tests.unit.tell.test_parts import DAY, KINDS, page, part
from tests.unit.usecases.test_estimate_odds import HERNANDEZ, MID_1998, NASA, Never

from twelfth import tell
from twelfth.base import Said
from twelfth.compose import workplace
from twelfth.distance import Tier
from twelfth.distance.cohort.cohort_odds import BASIS
from twelfth.roadmap.misfits import NEEDS
from twelfth.store import MemoryCases, MemoryPacks
from twelfth.tell import Report, speaking
from twelfth.tell.language import _, ngettext, pgettext
from twelfth.tell.say import core_words
from twelfth.usecases import Wishes, plan_case

SOURCE = Path(__file__).parents[3] / "src" / "twelfth"
CATALOGUE = SOURCE / "web" / "locale" / "es" / "LC_MESSAGES" / "django.mo"
EXPRESS_ENTRY = built_in("express-entry")
ENGLISH = re.compile(r"\b(the|of|and|with|you|your|those|they|from|by|is|are|not|unknown|under|over)\b", re.IGNORECASE)
"""Words that stand in nearly every English sentence and in no Spanish one."""
TOLD = [name for name in KINDS if "road" not in name]


@cache
def spanish() -> GNUTranslations:
    with CATALOGUE.open("rb") as file:
        return GNUTranslations(file)


@pytest.fixture
def in_spanish() -> Iterator[None]:
    with speaking(spanish().gettext, spanish().ngettext):
        yield


def road(name: str) -> Report:
    """What can be drawn with the least of work, by people or by points."""
    case, process, day = (
        (HERNANDEZ, NASA, MID_1998) if name == "hernandez" else (example("newcomer"), EXPRESS_ENTRY, DAY)
    )
    answer = plan_case(
        name,
        cases=MemoryCases(MemoryPacks(process), case),
        clock=Never(),
        planner=workplace().planner,
        wishes=Wishes(hours_per_week=10),
        as_of=day,
        slices=1,
    )
    return Report(sources=process.sources, roadmap=answer)


def seen(made: str) -> list[str]:
    """What a part shows or reads aloud, without titles of sources and cases and the official names of rounds."""
    sources = [one.title for process in (NASA, EXPRESS_ENTRY) for one in process.sources]
    for title in (*sources, HERNANDEZ.title, example("newcomer").title):
        made = made.replace(str(escape(title)), "")
    for name in (name for process in (NASA, EXPRESS_ENTRY) for kind in process.kinds for name in kind.names):
        made = made.replace(f"{name}, ", "")
    read = re.findall(r'(?:aria-label|title)="([^"]*)"', made)
    return [html.unescape(one) for one in (*read, *re.split(r"<[^>]*>", made)) if one.strip()]


def in_english(made: str) -> list[str]:
    return [one for one in seen(made) if ENGLISH.search(one) and "http" not in one]


def test_the_language_is_english_until_somebody_says_otherwise() -> None:
    """And a part says what its page does, which the command line writes."""
    assert _("In short") == "In short"
    assert ngettext("One mile", "%(num)s miles", 2) == "2 miles"
    assert pgettext("a day", "By") == "By"
    assert "<h3>In short</h3>" in part("gap")


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.usefixtures("in_spanish")
def test_every_word_of_a_part_is_said_in_the_language(name: str) -> None:
    """The gaps, odds, levers and audits of both examples, down to the notes of their packs."""
    made = part(name)

    assert ("Para comprobarlo" if name.startswith("audit") else "En pocas palabras") in made
    assert in_english(made) == []


@pytest.mark.parametrize("name", ["hernandez", "newcomer"])
def test_every_word_of_a_road_is_said_in_the_language(name: str) -> None:
    """Its miles with whose figures they rest on, its pictures as they are read aloud, and what stays open."""
    found = road(name)
    with speaking(spanish().gettext, spanish().ngettext):
        made = tell.road_part(found)

    assert "Lo que deja abierto" in made
    assert in_english(made) == []
    assert in_english(tell.road_part(found))


def test_the_check_sees_english() -> None:
    """A part that nobody translated, and words that are only read aloud."""
    assert in_english(part("gap"))
    assert in_english('<svg aria-label="Those selected"></svg>') == ["Those selected"]


@pytest.mark.parametrize("name", KINDS)
def test_what_was_told_in_one_language_does_not_stay_in_the_next(name: str) -> None:
    """The templates are read once and filled in anew."""
    before = page(name), part(name)
    with speaking(spanish().gettext, spanish().ngettext):
        other = part(name)

    assert other != before[1]
    assert (page(name), part(name)) == before


def test_english_is_back_after_the_block_and_after_a_mistake_in_it() -> None:
    """And after a block within a block the language of the outer one."""
    with speaking(str.upper, lambda one, many, count: many):
        with speaking(str.title, lambda one, many, count: one):
            assert _("in short") == "In Short"
        assert _("in short") == "IN SHORT"
    with pytest.raises(ZeroDivisionError), speaking(str.upper, lambda one, many, count: many):
        raise ZeroDivisionError

    assert _("in short") == "in short"


def test_each_thread_speaks_its_own_language() -> None:
    """Two pages are made at once, one in English: neither says a word of the other."""
    together, said = Barrier(2, timeout=30), {}

    def tells(language: str) -> None:
        together.wait()
        said[language] = [part("gap") for _round in range(3)]

    def in_another() -> None:
        with speaking(spanish().gettext, spanish().ngettext):
            tells("es")

    threads = [Thread(target=in_another), Thread(target=tells, args=("en",))]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)

    assert {text == part("gap") for text in said["en"]} == {True}
    assert {in_english(text) == [] for text in said["es"]} == {True}


def test_some_things_are_joined_by_one_and() -> None:
    """The last two; the others by commas."""
    assert [core_words.listed(["a", "b", "c"][:many]) for many in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


def test_a_title_is_no_format_and_a_value_is_no_message() -> None:
    """A pack may come from anybody, and have a trait called "GPA %"; nothing is looked up of no text at all, for which
    a catalogue has its head."""
    with speaking(spanish().gettext, spanish().ngettext):
        assert _("GPA % (%s)") == "GPA % (%s)"
        assert (
            _("%(level)s, since %(day)s", level="5% %(day)s", day=date(2020, 1, 1)) == "5% %(day)s, desde el 2020-01-01"
        )
        assert _("") == ""


@pytest.mark.usefixtures("in_spanish")
def test_levels_and_figures_of_the_core_are_said_in_the_language() -> None:
    """As the pack calls them, as a number or a range with its unit, and as possible ones."""
    levels = {
        "Doctorate": "Doctorado",
        "11 to 12 years": "11 a 12 años",
        "1,560 months": "1,560 meses",
        "possibly yes or no": "quizá sí o no",
        "possibly a credential of one or two years or none": "quizá un título de uno o dos años o no hay",
        "what nobody called so": "what nobody called so",
    }

    assert {one: core_words.level(one) for one in levels} == levels
    assert (core_words.percent(1e-9), core_words.percent(0.5)) == ("menos de 0.01%", "50%")
    assert core_words.share(33, 70) == "33 de 70 (47%)"


@pytest.mark.usefixtures("in_spanish")
def test_sentences_of_the_core_with_values_inside_are_said_by_their_form() -> None:
    """A title among the values too, and sentences inside one; a text without a form is told as it came, whatever it
    looks like."""
    first, second = (
        Said("%(selected)s of %(applicants)s applicants", selected=some, applicants=of)
        for some, of in ((19, 2962), (5, 70))
    )
    guessed = Said(BASIS[Tier.P1], selected=9, rounds=Said("%(one)s; %(other)s", one=first, other=second))
    needs = Said(NEEDS, move="Learn Russian", hours=60, there=20)

    assert str(guessed) == "9 selected, a guess at the pool, 19 of 2962 applicants; 5 of 70 applicants"
    assert core_words.of_core(guessed) == (
        "9 seleccionadas, una suposición sobre quienes se postularon, 19 de 2962 que se postularon; 5 de 70 que se "
        "postularon"
    )
    assert core_words.of_core(needs) == "Aprender ruso necesita 60 h; hay 20 h antes de la última ronda."
    assert core_words.of_core(str(needs)) == str(needs)


@pytest.mark.parametrize("sentence", core_words.SENTENCES)
def test_a_sentence_kept_for_the_catalogue_is_one_of_the_core(sentence: str) -> None:
    """Letter by letter: one that is changed there would be told in English."""
    core = ("base", "goal", "distance", "roadmap", "learn", "audit", "usecases", "store")
    files = [path for room in core for path in (SOURCE / room).rglob("*.py")]

    assert any(f'"{sentence}"' in path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("path", sorted((SOURCE / "tell").rglob("*.py")), ids=lambda path: path.stem)
def test_no_message_hides_in_an_f_string(path: Path) -> None:
    """What gathers the messages does not look into one."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = [node for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for node in ast.walk(text)]
    calls = [
        node for node in inside if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}
    ]

    assert not [call.lineno for call in calls if call.args and isinstance(call.args[0], ast.Constant)]

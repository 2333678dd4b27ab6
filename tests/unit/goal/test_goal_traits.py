"""Traits: what each kind reads, what code it has, what it refuses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twelfth.base import InvalidInput
from twelfth.goal import KINDS, Better, Binary, Category, DateTrait, Numeric, Ordered, Range, Recorded, Trait

DIVER = Binary("diver")
DEGREE = Ordered("degree", levels=("bachelor", "master", "doctor"), level_labels=(("doctor", "Doctor's degree"),))
FIELD = Category("field", levels=("engineering", "physics", "life_science"))
HOURS = Numeric("jet_hours", unit="hours", low=0, high=20000)
AGE = Numeric("years", whole=True, unit="years")
BIRTH = DateTrait("birth")
WORDS = st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), min_size=2, max_size=8, unique=True)


@given(st.booleans())
def test_binary_round_trip(level: bool) -> None:
    """Law: level(code(x)) == x and parse(words(x)) == x for both levels."""
    assert DIVER.level(DIVER.code(level)) is level
    assert DIVER.parse(DIVER.words(level)) is level


@given(WORDS, st.sampled_from([Ordered, Category]), st.data())
def test_worded_round_trip(levels: list[str], kind: type[Ordered | Category], data: st.DataObject) -> None:
    """Law: level(code(x)) == x and parse(x) == x for every word, and codes() holds exactly their codes."""
    trait = kind("trait", levels=tuple(levels))
    word = data.draw(st.sampled_from(levels))

    assert trait.level(trait.code(word)) == word
    assert trait.parse(word) == word
    assert trait.codes() == tuple(trait.code(one) for one in levels)


@given(st.floats(min_value=0, max_value=20000))
def test_numeric_round_trip(number: float) -> None:
    """Law: level(code(x)) == x and parse(str(x)) == x for every number within the bounds."""
    level = HOURS.parse(str(number))

    assert HOURS.level(HOURS.code(level)) == number


@given(st.dates())
def test_date_round_trip(day: date) -> None:
    """Law: level(code(d)) == d and parse(text of d) == d for every day."""
    assert BIRTH.level(BIRTH.code(day)) == day
    assert BIRTH.parse(day.isoformat()) == day


@pytest.mark.parametrize("written", ["yes", "YES", " true ", "y", "1", 1, True])
def test_yes_is_read(written: object) -> None:
    """The usual ways of writing yes."""
    assert DIVER.parse(written) is True


@pytest.mark.parametrize("written", ["no", "False", "n", "0", 0, False])
def test_no_is_read(written: object) -> None:
    """The usual ways of writing no."""
    assert DIVER.parse(written) is False


@pytest.mark.parametrize("written", ["maybe", "", "unknown", 2, None])
def test_neither_yes_nor_no_is_refused(written: object) -> None:
    """What is neither yes nor no is refused; it does not become no."""
    with pytest.raises(InvalidInput, match=r"diver is .*: expected yes or no"):
        DIVER.parse(written)


@pytest.mark.parametrize("written", ["doctor", "Doctor", "DOCTOR'S DEGREE", " doctor's degree "])
def test_a_level_is_read_by_word_or_label(written: str) -> None:
    """A level may be written as its word or its label, in any case."""
    assert DEGREE.parse(written) == "doctor"


def test_an_unknown_level_is_refused_with_the_levels() -> None:
    """The message names the value and every level there is."""
    with pytest.raises(InvalidInput, match="degree is 'diploma': expected one of bachelor, master, doctor"):
        DEGREE.parse("diploma")


def test_a_level_is_told_by_its_label_or_its_words() -> None:
    """A level without a label is told with spaces for underscores."""
    told = (DEGREE.words("doctor"), FIELD.words("life_science"))

    assert told == ("Doctor's degree", "life science")


@pytest.mark.parametrize(("levels"), [(), ("one",), ("one", "two", "one")])
def test_levels_are_at_least_two_different_words(levels: tuple[str, ...]) -> None:
    """A worded trait with one level, or one twice, says nothing."""
    with pytest.raises(InvalidInput, match="levels of rank"):
        Ordered("rank", levels=levels)


@pytest.mark.parametrize("word", ["", "two words", "tab\there"])
def test_a_level_is_one_word(word: str) -> None:
    """A condition could not name a level with a space in it; words for people are labels."""
    with pytest.raises(InvalidInput, match="words without spaces; use level_labels"):
        Ordered("rank", levels=("a", word))


def test_a_label_needs_its_level() -> None:
    """A label for a level there is not is a slip of the pen, and named."""
    with pytest.raises(InvalidInput, match="level_labels of rank is 'c': expected one of a, b"):
        Ordered("rank", levels=("a", "b"), level_labels=(("c", "See"),))


def test_a_category_is_never_better() -> None:
    """A category has no order, whatever is asked for."""
    trait = Category("field", levels=("a", "b"), better=Better.MORE)

    assert trait.better is Better.NEITHER


@pytest.mark.parametrize(
    ("written", "expected"),
    [("11..13", Range(11, 13)), (Range(11, 13), Range(11, 13)), ("11", 11.0), (11, 11.0)],
)
def test_a_number_or_a_range_is_read(written: object, expected: object) -> None:
    """A number may be known only to lie in a range."""
    assert HOURS.parse(written) == expected


def test_a_range_spans_its_ends_and_counts_by_its_middle() -> None:
    """The span of a range are its ends, its code the middle; other levels span one code."""
    level = Range(11, 14)

    assert (HOURS.span(level), HOURS.code(level)) == ((11, 14), 12.5)
    assert DEGREE.span("master") == (1.0, 1.0)


@pytest.mark.parametrize("written", ["-1", "20001", "-1..5", "5..20001", Range(0, 30000)])
def test_a_number_out_of_bounds_is_refused(written: object) -> None:
    """Each end of a range is held to the bounds of the trait, which the message names."""
    with pytest.raises(InvalidInput, match="expected a number from 0 to 20000 hours"):
        HOURS.parse(written)


def test_a_trait_with_one_bound_names_that_one() -> None:
    with pytest.raises(InvalidInput, match="expected a number of at least 3"):
        Numeric("score", low=3).parse(2)
    with pytest.raises(InvalidInput, match="expected a number of at most 30 points"):
        Numeric("score", unit="points", high=30).parse(31)


@pytest.mark.parametrize("written", ["2.5", "1..2.5"])
def test_a_fraction_of_a_whole_trait_is_refused(written: str) -> None:
    """Only whole numbers occur where the pack says so."""
    with pytest.raises(InvalidInput, match="a whole number of years"):
        AGE.parse(written)


@pytest.mark.parametrize("written", ["nan", "inf", "1..nan", "-inf..3", "3..1", "..3", "3..", True, "x"])
def test_a_numeric_trait_takes_finite_numbers_only(written: object) -> None:
    """NaN, infinity, a reversed range, half a range and a truth value are refused."""
    with pytest.raises(InvalidInput):
        AGE.parse(written)


def test_bounds_stand_in_order() -> None:
    """A trait whose lower bound lies above its upper one cannot be built."""
    with pytest.raises(InvalidInput, match=r"bounds of score is '5..3': expected low not above high"):
        Numeric("score", low=5, high=3)


@pytest.mark.parametrize(
    ("level", "told"),
    [(1000.0, "1,000 hours"), (Range(11, 13), "11 to 13 hours"), (Range(2.5, 2.5), "2.5 hours")],
)
def test_a_number_is_told_with_its_unit(level: float | Range, told: str) -> None:
    """A number is told with its unit, a range by its ends."""
    assert HOURS.words(level) == told


def test_a_day_is_told_in_iso() -> None:
    """A date trait tells the day as it is written."""
    assert BIRTH.words(date(1962, 8, 7)) == "1962-08-07"


@pytest.mark.parametrize("written", ["1962", "unknown", "1962-02-30", 7])
def test_a_date_trait_takes_one_day(written: object) -> None:
    """A year alone is no day of birth."""
    with pytest.raises(InvalidInput):
        BIRTH.parse(written)


def test_the_code_of_no_day_is_not_a_day() -> None:
    """A level that is no day has no ordinal."""
    assert BIRTH.code("1962") != BIRTH.code("1962")


@pytest.mark.parametrize("trait", [DIVER, DEGREE, FIELD])
def test_few_codes_are_listed(trait: Trait) -> None:
    """Binary, ordered and category traits list every code, in order, from 0."""
    codes = trait.codes()

    assert codes is not None
    assert list(codes) == [float(index) for index in range(len(codes))]


@pytest.mark.parametrize("trait", [HOURS, BIRTH])
def test_many_codes_are_not_listed(trait: Trait) -> None:
    """Numbers and days have no list of codes."""
    assert trait.codes() is None


@pytest.mark.parametrize("kind", [Ordered, Category, Numeric, DateTrait])
def test_only_a_binary_trait_is_positives_only(kind: type[Trait]) -> None:
    """Only "held" can be stated without its opposite ever being stated."""
    levels = {"levels": ("a", "b")} if kind in (Ordered, Category) else {}

    with pytest.raises(InvalidInput, match="only a binary trait can be positives-only"):
        kind("trait", recorded=Recorded.POSITIVES_ONLY, **levels)  # type: ignore[arg-type]


def test_a_binary_trait_may_be_positives_only() -> None:
    """Biographies list what people have."""
    assert Binary("diver", recorded=Recorded.POSITIVES_ONLY).recorded is Recorded.POSITIVES_ONLY


@pytest.mark.parametrize("name", ["", "Diver", "1st", "a-b", "a b", "é", "a\n", "_a"])
def test_a_name_is_lower_case_ascii(name: str) -> None:
    """A trait's name is a-z, 0-9 and _, starting with a letter."""
    with pytest.raises(InvalidInput, match="trait name"):
        Binary(name)


@pytest.mark.parametrize("months", [0, -24])
def test_a_validity_lasts_at_least_a_month(months: int) -> None:
    """A fact that lapses before it begins is refused."""
    with pytest.raises(InvalidInput, match="validity in months"):
        Binary("diver", valid_months=months, when_lapsed=False)


def test_a_lapsed_level_needs_a_validity() -> None:
    """A level that holds once it has lapsed, of a trait that never lapses, is a contradiction."""
    with pytest.raises(InvalidInput, match="when_lapsed of diver"):
        Binary("diver", when_lapsed=False)


def test_a_trait_is_open_to_advice_unless_it_says_otherwise() -> None:
    """`protected` is stated, never guessed."""
    assert (Binary("diver").protected, Binary("sex", protected=True).protected) == (False, True)


def test_a_title_is_the_label_or_the_name() -> None:
    """A trait without a label is told by its name with spaces."""
    assert (Binary("jet_pilot").title, Binary("jet_pilot", label="Jet pilot").title) == ("jet pilot", "Jet pilot")


def test_kinds_are_found_by_their_word() -> None:
    """The word in a pack names the class, for every kind there is."""
    expected = {"binary": Binary, "ordered": Ordered, "category": Category, "numeric": Numeric, "date": DateTrait}

    assert expected == KINDS


@pytest.mark.parametrize("method", ["parse", "code", "level"])
def test_a_trait_without_a_kind_reads_nothing(method: str) -> None:
    """The base class is no kind of its own."""
    with pytest.raises(NotImplementedError):
        getattr(Trait("thing"), method)(1.0)

"""traits.toml: the typed properties that may count, the numbers derived from them, and how they are asked for."""

from collections import Counter

from twelfth.base import invalid
from twelfth.goal import KINDS, Better, Derived, Numeric, Recorded, Section, Trait, check_order
from twelfth.packs.form import Form
from twelfth.packs.report import Report


def read_traits(form: Form, report: Report) -> tuple[tuple[Trait, ...], tuple[Derived, ...], tuple[Section, ...]]:
    """Every trait, derived value and section; mistakes go to the report."""
    traits: dict[str, Trait] = {}
    derived: list[Derived] = []
    for one in form.forms("trait"):
        with report.at(form.file, line=one.line()):
            trait = _trait(one)
            if trait.name in traits:
                raise one.problem("name", trait.name, "a name used once")
            traits[trait.name] = trait
    for one in form.forms("derived"):
        with report.at(form.file, line=one.line()):
            derived.append(_derived(one))
    sections = list[Section]()
    for one in form.forms("section"):
        with report.at(form.file, line=one.line()):
            sections.append(_section(one, traits))
    with report.at(form.file):
        form.finish()
        _check_asked_once(sections, traits)
        _check_parts(traits)
    known = tuple(traits.values())
    ordered: tuple[Derived, ...] = ()
    with report.at(form.file):
        check_order(tuple(derived), known)
        ordered = tuple(derived)
    return known, ordered, tuple(sections)


def _section(form: Form, traits: dict[str, Trait]) -> Section:
    section = Section(
        id=form.text("id"),
        title=form.text("title"),
        traits=form.words("traits"),
        gate=form.text("gate", ""),
        ask=form.text("ask", ""),
    )
    form.finish()
    unknown = [name for name in (*section.traits, *filter(None, [section.gate])) if name not in traits]
    if unknown:
        raise form.problem("traits", unknown[0], "the name of a trait")
    if section.gate and (section.ask or traits[section.gate].kind != "binary"):
        raise form.problem("gate", section.gate, "a binary trait, and no `ask` beside it")
    lasting = [name for name in section.traits if traits[name].when_no is None]
    if section.ask and lasting:
        raise form.problem(
            "ask", lasting[0], "binary traits, or traits with `when_lapsed`, the level of whoever says no"
        )
    return section


def _check_asked_once(sections: list[Section], traits: dict[str, Trait]) -> None:
    """Where there are sections, each trait is asked for in one of them."""
    asked = Counter(name for one in sections for name in (*one.traits, *filter(None, [one.gate])))
    wrong = [name for name in traits if sections and asked[name] != 1]
    if wrong:
        raise invalid("section", wrong[0], "each trait in one section, once")


def _check_parts(traits: dict[str, Trait]) -> None:
    """What a number is a part of is a number of the same unit."""
    for one in traits.values():
        if isinstance(one, Numeric) and one.at_most:
            whole = traits.get(one.at_most)
            if not isinstance(whole, Numeric) or whole is one or whole.unit != one.unit:
                expected = f"another numeric trait in {one.unit or 'the same unit'}"
                raise invalid(f"at_most of {one.name}", one.at_most, expected, field="at_most")


def _trait(form: Form) -> Trait:
    kind = form.text("kind")
    if kind not in KINDS:
        raise form.problem("kind", kind, f"one of {', '.join(KINDS)}")
    options: dict[str, object] = {
        "label": form.text("label", ""),
        "recorded": _choice(form, "recorded", Recorded, Recorded.BOTH),
        "better": _choice(form, "better", Better, Better.MORE),
        "protected": form.get("protected", bool, False),
        "valid_months": form.get("valid_months", int, None),
        "notion": form.text("notion", ""),
        "hint": form.text("hint", ""),
        "note": form.text("note", ""),
        "source": form.sources(),
        "unit": form.text("unit", ""),
    }
    if kind in ("ordered", "category"):
        labels, steps = form.form("level_labels"), form.form("steps")
        options["steps"] = tuple((name, str(step)) for name, step in steps.items()) if steps else ()
        options["levels"] = form.words("levels")
        options["level_labels"] = tuple((name, str(words)) for name, words in labels.items()) if labels else ()
    if KINDS[kind] is Numeric:
        options |= {"low": form.get("low", float, None), "high": form.get("high", float, None)}
        options["whole"] = form.get("whole", bool, False)
        options["at_most"] = form.text("at_most", "")
    lapsed, lapsed_label = form.raw("when_lapsed"), form.text("lapsed_label", "")
    name = form.text("name")
    form.finish()
    trait = KINDS[kind](name, **options)  # type: ignore[arg-type]
    if lapsed is None and not lapsed_label:
        return trait
    options |= {"when_lapsed": None if lapsed is None else trait.parse(lapsed), "lapsed_label": lapsed_label}
    return KINDS[kind](name, **options)  # type: ignore[arg-type]


def _derived(form: Form) -> Derived:
    value = Derived(
        name=form.text("name"),
        label=form.text("label", ""),
        unit=form.text("unit", ""),
        protected=form.get("protected", bool, False),
        years_since=form.text("years_since", ""),
        lowest_of=form.words("lowest_of"),
        highest_of=form.words("highest_of"),
        sum_of=form.words("sum_of"),
        note=form.text("note", ""),
    )
    form.finish()
    return value


def _choice(form: Form, field: str, kind: type[Recorded] | type[Better], default: Recorded | Better) -> object:
    word = form.text(field, default.value)
    try:
        return kind(word)
    except ValueError:
        raise form.problem(field, word, f"one of {', '.join(kind)}") from None

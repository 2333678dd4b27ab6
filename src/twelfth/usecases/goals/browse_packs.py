"""List, show and check packs."""

from dataclasses import dataclass
from datetime import date

from twelfth.base import Source
from twelfth.goal import AfterYes, Change, Kind, Limit, Process
from twelfth.usecases.ports import PackShelf


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitSummary:
    name: str
    title: str
    kind: str
    levels: tuple[str, ...]
    unit: str
    recorded: str
    protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSummary:
    """What a pack holds, counted."""

    name: str
    title: str
    version: str
    about: str
    attribution: str
    evidence: tuple[str, ...]
    traits: tuple[TraitSummary, ...]
    kinds: tuple[Kind, ...]
    rounds: int
    first_round: date | None
    last_round: date | None
    people: int
    labelled: int
    cells: int
    rubrics: tuple[str, ...]
    requirements: tuple[str, ...]
    moves: tuple[str, ...]
    scales: tuple[str, ...]
    changes: tuple[Change, ...]
    after_yes: tuple[AfterYes, ...]
    limits: tuple[Limit, ...]
    sources: tuple[Source, ...]


def list_packs(*, packs: PackShelf) -> tuple[PackSummary, ...]:
    """Every pack of the shelf."""
    return tuple(show_pack(name, packs=packs) for name in packs.names())


def show_pack(name: str, *, packs: PackShelf) -> PackSummary:
    """One pack, by name or path. Reading it checks it.

    Raises:
        NotFound: no such pack.
        InvalidInput: every problem in its files.
    """
    process = packs.get(name)
    return PackSummary(
        name=process.name,
        title=process.title,
        version=process.version,
        about=process.about,
        attribution=process.attribution,
        evidence=process.evidence,
        traits=_traits(process),
        kinds=process.kinds,
        rounds=len(process.rounds),
        first_round=process.rounds[0].decided if process.rounds else None,
        last_round=process.rounds[-1].decided if process.rounds else None,
        people=len(process.yes_group) if process.yes_group is not None else 0,
        labelled=len(process.labelled) if process.labelled is not None else 0,
        cells=len(process.grid.cells) if process.grid is not None else 0,
        rubrics=tuple(rubric.title for rubric in process.rubrics),
        requirements=tuple(dict.fromkeys(one.id for one in process.requirements)),
        moves=tuple(move.id for move in process.moves),
        scales=tuple(dict.fromkeys(band.scale for band in process.scales)),
        changes=process.changes,
        after_yes=process.after_yes,
        limits=process.limits,
        sources=process.sources,
    )


def _traits(process: Process) -> tuple[TraitSummary, ...]:
    return tuple(
        TraitSummary(
            name=trait.name,
            title=trait.title,
            kind=trait.kind,
            levels=tuple(getattr(trait, "levels", ())),
            unit=trait.unit,
            recorded=trait.recorded.value,
            protected=trait.protected,
        )
        for trait in process.traits
    )

"""Where a person stands in a grid of counts, in words."""

from twelfth.tell.language import _, ngettext
from twelfth.tell.say.core_words import level, titled
from twelfth.usecases import GridPlace


def grid_basis(place: GridPlace, basis: str) -> list[str]:
    """The two bands, the counts there, and how much of the grid is published."""
    open_band = _("not known well enough for one band")
    bands = [
        f"{titled(title)}: {level(band) if band else open_band}"
        for title, band in ((place.row, place.row_band), (place.column, place.column_band))
    ]
    said = [f"{'; '.join(bands)}.", f"{basis[:1].upper()}{basis[1:]}."]
    if place.suppressed:
        said.append(
            ngettext(
                "Of the %(cells)s cells of the grid %(num)s is not published; each counts as unknown and not as none.",
                "Of the %(cells)s cells of the grid %(num)s are not published; each counts as unknown and not as none.",
                place.suppressed,
                cells=place.cells,
            )
        )
    said.append(_("Everything else about you is averaged over those who applied with the same two bands."))
    return said

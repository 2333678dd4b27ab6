"""Where a person stands in a grid of counts, in words."""

from twelfth.usecases import GridPlace


def grid_basis(place: GridPlace, basis: str) -> list[str]:
    """The two bands, the counts there, and how much of the grid is published."""
    bands = [
        f"{title}: {band or 'not known well enough for one band'}"
        for title, band in ((place.row, place.row_band), (place.column, place.column_band))
    ]
    said = [f"{'; '.join(bands)}.", f"{basis[:1].upper()}{basis[1:]}."]
    if place.suppressed:
        told = "1 is" if place.suppressed == 1 else f"{place.suppressed} are"
        said.append(
            f"Of the {place.cells} cells of the grid {told} not published; each counts as unknown and not as none."
        )
    said.append("Everything else about you is averaged over those who applied with the same two bands.")
    return said

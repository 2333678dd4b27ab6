"""What the templates of a road say and draw: the words of `say`, and the pictures."""

from twelfth.base import Source
from twelfth.tell.page.road import chance_lines, chance_pair, load_bars, mile_bar, months_of, swatches
from twelfth.tell.say.case_roadmap import (
    ASIDE,
    BY_DAY,
    OPEN,
    WITH,
    WITHOUT,
    aside_words,
    day_rows,
    guess_words,
    kind_rows,
    kinds_heading,
    miles_heading,
    open_words,
    road_heading,
    road_short,
    work_words,
)
from twelfth.tell.say.mile_words import (
    BARS,
    FIRST_TRY,
    FURTHER_TRY,
    INTERVAL,
    LAST_DAY,
    LOAD,
    MILES,
    PASSING,
    PAUSE,
    WORKED,
    chance_picture_words,
    load_words,
    mile_words,
    picture_words,
    stretch_rows,
)


def source_titles(sources: tuple[Source, ...]) -> dict[str, str]:
    """Titles of the sources by id."""
    return {one.id: one.title for one in sources}


ROAD_WORDS: dict[str, object] = {
    "ROAD": {
        "aside": ASIDE,
        "by_day": BY_DAY,
        "first": FIRST_TRY,
        "further": FURTHER_TRY,
        "idle": WITHOUT,
        "load": LOAD,
        "miles": MILES,
        "open": OPEN,
        "pair": BARS,
        "passing": PASSING,
        "pause": PAUSE,
        "planned": WITH,
        "span": INTERVAL,
        "wall": LAST_DAY,
        "worked": WORKED,
    },
    "aside_words": aside_words,
    "chance_lines": chance_lines,
    "chance_pair": chance_pair,
    "chance_picture_words": chance_picture_words,
    "day_rows": day_rows,
    "guess_words": guess_words,
    "kind_rows": kind_rows,
    "kinds_heading": kinds_heading,
    "load_bars": load_bars,
    "load_words": load_words,
    "mile_bar": mile_bar,
    "mile_words": mile_words,
    "miles_heading": miles_heading,
    "months_of": months_of,
    "picture_words": picture_words,
    "road_heading": road_heading,
    "road_open": open_words,
    "road_short": road_short,
    "road_work": work_words,
    "source_titles": source_titles,
    "stretch_rows": stretch_rows,
    "swatches": swatches,
}

"""Names made of titles: words for addresses, folders and the command line."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

LONGEST = 40


def word_of(title: str, *, taken: Container[str], otherwise: str) -> str:
    """Lower-case letters, digits and dashes, a letter first; numbered where it is taken.

    >>> word_of("¡Médico, por fin!", taken={"medico-por-fin"}, otherwise="goal")
    'medico-por-fin-2'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or otherwise
    word = word if word[0].isalpha() else f"{otherwise}-{word}"
    names = (word if number == 1 else f"{word}-{number}" for number in count(1))
    return next(one for one in names if one not in taken)

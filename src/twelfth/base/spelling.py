"""Spellings: when two texts are the same to a person, and the word a text becomes as a name."""

import re
import unicodedata


def unaccented(text: str) -> str:
    """A text in lower case, its Latin letters without accents: "Género" is genero. Marks of other scripts stay, as they
    make other letters there."""
    small = text.lower()
    return small if small.isascii() else "".join(_bare(one) for one in unicodedata.normalize("NFC", small))


def alike(text: str) -> str:
    """A text without what nobody tells two values apart by: capitals, accents and the number of spaces."""
    return unaccented(" ".join(text.split()))


def word_of(text: str) -> str:
    """A lower-case word of a-z 0-9 _ for a text, a letter first."""
    word = re.sub(r"[^a-z0-9]+", "_", unaccented(text)).strip("_") or "level"
    return word if word[0].isalpha() else f"x_{word}"


def _bare(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(one for one in parts if not unicodedata.combining(one)) if parts[:1].isascii() else sign

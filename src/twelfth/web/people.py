"""A pack of one's own from a table of people who were selected, pasted or sent as a file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from twelfth.usecases import begin_pack, draft_pack
from twelfth.web.desk import Desk
from twelfth.web.names import word_of

MOST = 2_000_000
"""Characters of a table: some tens of thousands of people."""


def text_of_file(content: bytes) -> str:
    """The text of a CSV as spreadsheets write it: UTF-8, or the Western encoding of Windows."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def pack_from_people(here: Desk, title: str, people: str) -> str:
    """Write the pack and return its name. Raises InvalidInput with the line and column of what cannot be read."""
    folder = here.keeping.folder / "packs"
    taken = {*here.place.packs.names(), *(one.name for one in folder.iterdir())}
    name = word_of(title, taken=taken, otherwise="own")
    with TemporaryDirectory(dir=folder, prefix=".people") as staging:
        table = Path(staging) / "people.csv"
        table.write_text(people[:MOST], encoding="utf-8")
        draft = draft_pack(name, packs=here.place.packs, people=str(table))
        begin_pack(draft, packs=here.place.packs, clock=here.place.clock)
    return name

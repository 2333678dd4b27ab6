"""Pasted tables of people. What reads them is loaded with the first one."""

from collections.abc import Mapping

from twelfth.usecases import PeopleRead


class LatePeople:
    """A PeopleReader."""

    def read(self, text: str, *, kinds: Mapping[int, str]) -> PeopleRead:
        """Raises InvalidInput, naming line and column."""
        from twelfth.packs.pasted_people import people_pasted

        return people_pasted(text, kinds=kinds)

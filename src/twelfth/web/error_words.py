"""What goes wrong below the app, in the language of the page: sentences of the store and of what reads a file.

They are found in the catalogue as they stand, or by their form where they are a `Said`. What is not there is told as it
stands. Deliberately decides nothing about an error.
"""

from django.utils.translation import gettext as _

from twelfth.base import InvalidInput, Problem, TwelfthError, shorten
from twelfth.web.words import N_, core_words

OF_THE_STORE = (
    N_("Close other windows of Twelfth and try again."),
    N_("The database may only be read. Nothing was written."),
    N_("Allow writing to the file and its folder, and try again."),
    N_("The disk is full. Nothing was written."),
    N_("Make room and try again."),
    N_("The database cannot be opened: it is not there, or it may not be read."),
    N_("Look at the permissions of the file and of its folder."),
    N_("The file is no database, or it is damaged. Nothing was written."),
    N_("Restore a backup; `twelfth doctor` says which there are."),
    N_("The disk does not read or write as it should. Nothing was written."),
    N_("Look after the disk, then try again."),
    N_("The database server cannot be reached, or does not let Twelfth in."),
    N_("Look at the address in DATABASE_URL, and whether the server runs."),
    N_("No goal has been begun yet."),
)
OF_A_FILE = (
    N_("archive"),
    N_("schema"),
    N_("text"),
    N_("no ZIP, or one cut short"),
    N_("damaged"),
    N_("one in parts or with something added"),
    N_("one for more than 4 GB"),
    N_("encrypted"),
    N_("a ZIP that is whole and unchanged"),
    N_("a plain ZIP"),
    N_("a file without a password"),
    N_("JSON, whole and unchanged"),
    N_("Take a file that `twelfth export` wrote, unchanged."),
    N_("Install a newer Twelfth: it was written by one."),
)
"""Here for the catalogue; each is told where it is shown."""


def error_words(error: TwelfthError) -> tuple[str, str]:
    """What is wrong, and what to do next."""
    problems = error.problems if isinstance(error, InvalidInput) else ()
    told = "\n".join(map(_problem, problems)) or core_words(error.reason)
    return told, core_words(error.next_step) if error.next_step else ""


def _problem(one: Problem) -> str:
    place = ", ".join(filter(None, (one.file, _("line %(line)s") % {"line": one.line} if one.line else "", one.field)))
    values = {"thing": core_words(one.thing), "expected": core_words(one.expected)}
    if one.value is None:
        told = _("%(thing)s: expected %(expected)s.") % values
    else:
        shown = repr(shorten(core_words(one.value))) if one.value else repr("")
        told = _("%(thing)s is %(value)s: expected %(expected)s.") % {**values, "value": shown}
    return f"{place}: {told}" if place else told

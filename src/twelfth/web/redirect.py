"""Where a browser goes after a form: to a page of its own, so that going back sends nothing again."""

from django.http import HttpResponseRedirect


def see(where: str, *, said: str = "") -> HttpResponseRedirect:
    """To a page. said: the name of the sentence that it begins with."""
    found = HttpResponseRedirect(f"{where}?said={said}" if said else where)
    found.status_code = 303
    return found

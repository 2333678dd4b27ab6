"""Each rule of the guard by itself, on a request that is right in all but one thing."""

from dataclasses import replace

import pytest

from twelfth.web.guard import LARGEST_BODY, Asked, refused

HOSTS = ("127.0.0.1:8012", "localhost:8012")
READ = Asked(method="GET", host="127.0.0.1:8012")
POST = Asked(
    method="POST",
    host="localhost:8012",
    origin="http://localhost:8012",
    site="same-origin",
    kind="application/x-www-form-urlencoded",
    length="3",
)


def status(asked: Asked) -> int | None:
    refusal = refused(asked, HOSTS)
    return refusal.status if refusal else None


@pytest.mark.parametrize("asked", [READ, replace(READ, method="HEAD"), replace(READ, host="localhost:8012"), POST])
def test_a_request_that_is_right_is_not_refused(asked: Asked) -> None:
    assert refused(asked, HOSTS) is None


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "127.0.0.1",
        "127.0.0.1:8013",
        "LOCALHOST:8012",
        "localhost.:8012",
        "[::1]:8012",
        "0.0.0.0:8012",
        "rebound.example:8012",
        "127.0.0.1:8012.rebound.example",
        "127.0.0.1:8012, 127.0.0.1:8012",
        "user@127.0.0.1:8012",
    ],
)
def test_only_the_two_names_of_this_port_are_a_host(host: str | None) -> None:
    """A name that somebody else's DNS points to 127.0.0.1 is refused before anything else is looked at."""
    assert status(replace(READ, host=host)) == 421
    assert status(replace(POST, host=host, origin=f"http://{host}", method="PUT")) == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", ""])
def test_other_methods_are_refused(method: str) -> None:
    assert status(replace(POST, method=method)) == 405


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "http://127.0.0.1",
        "http://127.0.0.1:8013",
        "http://localhost:8012",
        "https://127.0.0.1:8012",
        "http://127.0.0.1:8012/",
        "http://127.0.0.1:8012.example",
        "http://elsewhere.example",
        "http://127.0.0.1:8012, http://127.0.0.1:8012",
    ],
)
@pytest.mark.parametrize("asked", [READ, replace(POST, host="127.0.0.1:8012")])
def test_an_origin_is_this_very_one_or_the_request_is_refused(asked: Asked, origin: str) -> None:
    """With every method, and whatever the browser says of the site."""
    assert status(replace(asked, origin=origin)) == 403


def test_a_change_says_where_it_comes_from() -> None:
    """By its origin, or else by a site that is this origin; that a person typed it is not enough."""
    without = replace(POST, origin=None)

    assert status(without) is None
    assert status(replace(without, site=None)) == 403
    assert status(replace(without, site="none")) == 403
    assert status(replace(POST, site=None)) is None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "Same-Origin", "same-origin, cross-site"])
@pytest.mark.parametrize("asked", [READ, replace(READ, method="HEAD"), POST])
def test_another_site_is_refused_with_every_method(asked: Asked, site: str) -> None:
    assert status(replace(asked, site=site)) == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_page_of_ours_and_an_address_typed_may_read(site: str) -> None:
    assert status(replace(READ, site=site)) is None


@pytest.mark.parametrize(
    "kind",
    [None, "", "text/plain", "application/json", "text/plain;application/x-www-form-urlencoded", "multipart/mixed"],
)
def test_what_is_posted_is_a_form(kind: str | None) -> None:
    assert status(replace(POST, kind=kind)) == 415
    assert status(replace(READ, kind=kind)) is None


@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", "Application/X-WWW-Form-Urlencoded ; charset=UTF-8"]
)
def test_a_form_may_say_more_of_itself(kind: str) -> None:
    assert status(replace(POST, kind=kind)) is None


@pytest.mark.parametrize("length", [str(LARGEST_BODY + 1), "-1", "1e3", "٣", "9" * 5000])
@pytest.mark.parametrize("asked", [READ, POST])
def test_too_much_is_refused(asked: Asked, length: str) -> None:
    """The limit itself is not too much."""
    assert status(replace(asked, length=length)) == 413
    assert status(replace(asked, length=str(LARGEST_BODY))) is None


def test_no_refusal_repeats_what_was_sent() -> None:
    """Nothing that another site made up stands on a page of this one."""
    canary = "canary<script>"
    made_up = [replace(POST, **{field: canary}) for field in ("method", "host", "origin", "site", "kind", "length")]
    sentences = [refusal.sentence for asked in made_up if (refusal := refused(asked, HOSTS))]

    assert len(sentences) == len(made_up)
    assert not any("canary" in sentence for sentence in sentences)

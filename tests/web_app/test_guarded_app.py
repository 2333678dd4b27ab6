"""The guard on the real server: the link, the cookie, the headers, the pages of refusal."""

from collections.abc import Iterator

import pytest
from tests.web_app.guarded import FORM, Answer, Guarded, guarded

from twelfth.web.guard import LARGEST_BODY
from twelfth.web.headers import ALWAYS


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    with guarded(tmp_path_factory.mktemp("guarded") / "home") as started:
        yield started


@pytest.fixture(scope="module")
def cookie(app: Guarded) -> str:
    return app.let_in()


def read(app: Guarded, path: str, *, cookie: str = "", method: str = "GET") -> Answer:
    return app.ask(method, path, [("Host", app.host), *([("Cookie", cookie)] if cookie else [])])


def post(app: Guarded, *, cookie: str, body: bytes = b"a=1", kind: str = FORM) -> Answer:
    headers = [("Host", app.host), ("Origin", f"http://{app.host}"), ("Cookie", cookie), ("Content-Type", kind)]
    return app.ask("POST", "/", headers, body=body)


def test_the_link_is_traded_for_a_cookie_and_leaves_the_address(app: Guarded) -> None:
    """A cookie that no script reads, no other site sends and no other host gets; a browser that was closed and opened
    again keeps it for a month."""
    answer = read(app, f"/open/{app.told('key')}")
    value, *rest = answer.headers["set-cookie"].split("; ")

    assert (answer.status, answer.headers["location"], answer.body) == (303, "/", "")
    kept = [one for one in rest if not one.startswith("expires=")]
    assert sorted(kept) == ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Strict"]
    assert read(app, "/", cookie=value).body == "here"


def test_a_link_that_was_used_says_so(app: Guarded, cookie: str) -> None:
    """With and without the cookie."""
    path = f"/open/{app.told('key')}"
    assert read(app, path).status == 303

    for again in (read(app, path), read(app, path, cookie=cookie)):
        assert again.status == 403
        assert "This link was used already" in again.body
        assert "set-cookie" not in again.headers


def test_only_a_get_of_this_very_origin_spends_the_key(app: Guarded) -> None:
    path = f"/open/{app.told('key')}"
    home = [("Host", app.host)]
    refused = [
        app.ask("HEAD", path, home),
        app.ask("POST", path, [*home, ("Origin", f"http://{app.host}"), ("Content-Type", FORM)], body=b"a=1"),
        app.ask("GET", path, [*home, ("Sec-Fetch-Site", "cross-site")]),
        app.ask("GET", path, [*home, ("Origin", "null")]),
        app.ask("GET", path, [("Host", "rebound.example")]),
        read(app, f"{path}/"),
        read(app, f"{path[:-1]}"),
    ]

    assert [answer.status for answer in refused] == [403, 403, 403, 403, 421, 403, 403]
    assert not any("set-cookie" in answer.headers for answer in refused)
    assert app.ask("GET", path, [*home, ("Sec-Fetch-Site", "none")]).status == 303


@pytest.mark.parametrize("path", ["/", "/page/x", "/static/style.css", "/missing", "/opened", "//", "/%00"])
def test_nothing_is_told_without_the_cookie(app: Guarded, path: str) -> None:
    """Not even which pages there are."""
    before = app.reached()
    answer = read(app, path)

    assert answer.status == 403
    assert "open the link that twelfth printed" in answer.body
    assert app.reached() == before


@pytest.mark.parametrize(
    "path", ["/", "/page/soft", "/page/broken", "/page/streamed", "/missing", "/static/none.css", "/static/style.css"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_answer_has_the_headers(app: Guarded, cookie: str, path: str, method: str) -> None:
    """Of a page, an error, a view that would soften them, and a refusal; only a static file that was found is kept."""
    found = path == "/static/style.css"
    for answer in (read(app, path, cookie=cookie, method=method), read(app, path, method=method)):
        told = {name: answer.headers.get(name.lower()) for name in ALWAYS}
        kept = "max-age=60, public" if found and answer.status == 200 else "no-store"

        assert told == dict(ALWAYS)
        assert answer.headers["cache-control"] == kept
        assert not any(name.startswith("access-control-") for name in answer.headers)
        assert "server" not in answer.headers


def test_the_policy_lets_nothing_in_from_elsewhere(app: Guarded) -> None:
    """And the referrer policy leaves the origin of a form in place, which the guard asks for."""
    headers = read(app, "/").headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "same-origin"


def test_a_head_is_told_the_length_and_sent_nothing(app: Guarded, cookie: str) -> None:
    """Or else the next answer on the connection would begin with it."""
    heads = [read(app, "/", cookie=cookie, method="HEAD"), read(app, "/", method="HEAD")]
    gets = [read(app, "/", cookie=cookie), read(app, "/")]

    assert [answer.headers["content-length"] for answer in heads] == [str(len(answer.body.encode())) for answer in gets]
    assert [answer.status for answer in heads] == [answer.status for answer in gets] == [200, 403]


def test_a_refusal_is_a_page_with_one_sentence(app: Guarded, cookie: str) -> None:
    answer = app.ask("PUT", "/", [("Host", app.host), ("Cookie", cookie)])

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.body.startswith('<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport"')
    assert answer.body.count("<p>") == 1


def test_a_form_reaches_its_view(app: Guarded, cookie: str) -> None:
    assert post(app, cookie=cookie).headers["x-post"] == '{"a": "1"}'


def test_too_much_is_refused_by_the_guard_and_far_too_much_unread(app: Guarded, cookie: str) -> None:
    before = app.reached()
    headers = [("Host", app.host), ("Cookie", cookie), ("Content-Length", str(10**10)), ("Content-Type", FORM)]

    for size in (LARGEST_BODY + 1, 3 * 10_000_000):
        answer = post(app, cookie=cookie, body=b"a" * size)
        assert answer.status == 413
        assert "at most 12 MB" in answer.body
        assert "demasiado grande" in answer.body
    assert app.ask("POST", "/", headers).status == 413
    assert app.reached() == before


def test_a_forwarded_host_is_not_believed(app: Guarded, cookie: str) -> None:
    """Nor a scheme, nor an address in the request line."""
    forwarded = [("X-Forwarded-Host", app.host), ("X-Forwarded-Proto", "http"), ("Forwarded", f"host={app.host}")]
    headers = [("Host", "rebound.example"), ("Cookie", cookie), *forwarded]

    assert app.ask("GET", "/", headers).status == 421
    assert app.ask("GET", f"http://{app.host}/", headers).status == 421


def test_whoever_is_not_let_in_is_told_in_both_languages(app: Guarded) -> None:
    """Their language is not known yet, and nobody should stand before a door that speaks another one."""
    body = read(app, "/").body

    assert "This browser has not been let in" in body
    assert '<p lang="es">A este navegador' in body

"""Requests that another site, another program or a mistake could send, generated, and sent byte for byte."""

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.web_app.guarded import FORM, Guarded, guarded

SAMPLED = 1_000
"""Combinations drawn from all, besides every one that is legitimate or wrong in one thing alone."""
SEED = 12
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
KINDS = (None, FORM, "multipart/form-data; boundary=x", "text/plain", "application/json")
SITES = (None, "same-origin", "none", "same-site", "cross-site")


class Attack(NamedTuple):
    """Who is asked, and what the request says of where it comes from. None: the header is not there."""

    host: str | None
    origin: str | None
    site: str | None
    cookie: str | None
    method: str
    kind: str | None


def choices(app: Guarded, cookie: str) -> tuple[tuple[str | None, ...], ...]:
    port = app.port
    ours = (f"127.0.0.1:{port}", f"localhost:{port}")
    hosts = (*ours, None, "127.0.0.1", f"127.0.0.1:{port + 1}", f"rebound.example:{port}", f"{ours[0]}, {ours[0]}")
    origins = (None, *(f"http://{host}" for host in ours), "null", f"https://{ours[0]}", "http://elsewhere.example")
    cookies = (cookie, None, f"{cookie[:-1]}~", "twelfth=", f"other={cookie.partition('=')[2]}")
    return (hosts, (*origins, f"http://127.0.0.1:{port + 1}"), SITES, cookies, METHODS, KINDS)


def legitimate(attack: Attack, *, cookie: str, ours: tuple[str, ...]) -> bool:
    """What the app's own pages and a person with the cookie send, written down without looking at the guard."""
    at_home = attack.host in ours and attack.cookie == cookie
    not_elsewhere = attack.site not in ("same-site", "cross-site")
    own_page = attack.origin == f"http://{attack.host}"
    reads = attack.method in ("GET", "HEAD") and (attack.origin is None or own_page)
    says_whence = own_page or (attack.origin is None and attack.site == "same-origin")
    posts = attack.method == "POST" and says_whence and attack.kind in KINDS[1:3]
    return at_home and not_elsewhere and (reads or posts)


def generated(app: Guarded, cookie: str) -> Iterator[tuple[Attack, bool]]:
    """Each with whether it is legitimate, in an order of no meaning."""
    every = choices(app, cookie)
    hosts = every[0]
    ours = tuple(str(host) for host in hosts[:2])
    known = {
        attack: legitimate(attack, cookie=cookie, ours=ours)
        for attack in (Attack(*values) for values in product(*every))  # type: ignore[arg-type]
    }
    right = [attack for attack, good in known.items() if good]
    near = {
        attack._replace(**{name: value})
        for attack in right
        for name, values in zip(Attack._fields, every, strict=True)
        for value in values
    }
    rng = random.Random(SEED)
    chosen = sorted({*right, *near, *rng.sample(list(known), SAMPLED)}, key=repr)
    rng.shuffle(chosen)
    return ((attack, known[attack]) for attack in chosen)


def send(app: Guarded, attack: Attack) -> int:
    named = (("Host", attack.host), ("Origin", attack.origin), ("Sec-Fetch-Site", attack.site))
    said = (*named, ("Cookie", attack.cookie), ("Content-Type", attack.kind))
    headers = [(name, value) for name, value in said if value is not None]
    return app.ask(attack.method, "/", headers, body=b"a=1" if attack.method not in ("GET", "HEAD") else b"").status


def test_of_all_combinations_only_the_legitimate_reach_a_view(tmp_path: Path) -> None:
    """Each counted on its own: accepted and reached, or refused and not reached."""
    wrong, accepted, refused = [], 0, 0
    with guarded(tmp_path / "home") as app:
        cookie = app.let_in()
        reached = app.reached()
        for attack, good in generated(app, cookie):
            status = send(app, attack)
            now = app.reached()
            if (status == 200, now - reached) != (good, int(good)) or status not in (200, 403, 405, 415, 421):
                wrong.append((attack, good, status, now - reached))
            reached = now
            accepted += good
            refused += not good

    assert wrong == []
    assert accepted >= 100
    assert refused >= 1_000

"""The public site as a folder of plain files: for another host, an onion service or a memory stick.

Each file is what a reader without an account is answered, so that nothing can be in it that no page shows. Links lead
from file to file; what only a server can do (search, forms, numbered pages, what is printed) leads to the site itself.
"""

import hashlib
import html
import io
import os
import re
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from wsgiref.util import setup_testing_defaults

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from campaign.sitemaps import SECTIONS
from privacy.keys import ring

SUMS, SIGNATURE, KEY = "SHA256SUMS", "SHA256SUMS.sig", "SHA256SUMS.pub"
#: What is told without a language before it.
PLAIN = ("/robots.txt", "/.well-known/security.txt", "/calendar/all.ics", "/feeds/all.atom", "/feeds/all.json")
#: What a folder cannot do, or what would be as much again: forms, accounts, programs, what is printed or drawn.
LEFT_OUT = re.compile(
    r"^/(?:l|unsubscribe|mailbox|staff|api|webhooks|push|metrics|healthz|readyz|calendar/my)(?:/|$)|"
    r"^/[a-z]{2,3}(?:-[a-z]+)?/(?:desk|alerts|contribute|style|offline)(?:/|$)|"
    r"/(?:sign-up|sign|organisation|written|propose)/$|\.pdf$|\.xlsx$|/share\.(?:png|jpg)$|^/sw\.js$"
)
#: A calendar in one language, which is a file of its own.
IN_A_LANGUAGE = re.compile(r"^lang=(?P<code>[a-z-]+)$")
#: Where pages name other files.
NAMED = re.compile(r'(?P<before>\s(?:href|src)=")(?P<address>[^"]*)(?=")')
#: Other sizes of a picture are no files here: a browser would ask for one, and not fall back upon the one that is.
SIZES = re.compile(r'\ssrcset="[^"]*"')
FORM = re.compile(r"<form\b(?P<rest>(?:(?!\saction=)[^>])*)>")
ACTION = re.compile(r'(?P<before><form\b[^>]*\saction=")(?P<address>/[^"]*)(?=")')
#: Leads from the folder to the page in the first language.
DOOR = (
    '<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url={0}">\n<a href="{0}">{1}</a>\n'
)


class MirrorFailed(Exception):
    """Why there is no mirror; one that was there is as it was."""


def write(folder: Path) -> int:
    """Write all public pages, feeds, calendars and pictures into a folder; returns how many files.

    A mirror that lies there is replaced as a whole. Raises MirrorFailed where something else does, and where a page
    is not answered.
    """
    folder = folder.resolve()
    if folder.exists() and not (folder.is_dir() and (_is_empty(folder) or (folder / SUMS).is_file())):
        raise MirrorFailed(f"{folder} holds something else than a mirror; nothing was changed.")
    if folder.is_mount():
        raise MirrorFailed(
            f"{folder} cannot be replaced as a whole, as something is mounted there: name a folder in it."
        )
    try:
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as name:
            new = Path(name) / "new"
            count = _fill(new)
            new.chmod(0o755)
            _put_in_place(new, folder, Path(name) / "old")
    except OSError as error:
        raise MirrorFailed(f"{folder} could not be written ({error.strerror}).") from error
    return count


def _put_in_place(new: Path, folder: Path, old: Path) -> None:
    """Put a mirror where an older one may lie, which stays where the new one cannot take its place."""
    if not folder.exists():
        new.rename(folder)
        return
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise


def public_key() -> bytes:
    """By which others know a mirror of this site (PEM); it is made from the key of FIELD_KEYS that stays for good."""
    return _key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _fill(folder: Path) -> int:
    folder.mkdir()
    told = _fetch_all(folder)
    for path in told:
        if _file_of(path).suffix == ".html":
            _relink(folder / _file_of(path), path, told)
    start = f"{settings.LANGUAGES[0][0]}/index.html"
    (folder / "index.html").write_text(DOOR.format(start, html.escape(settings.SITE_ORIGIN)))
    _seal(folder)
    return len(told)


def _fetch_all(folder: Path) -> set[str]:
    """Everything that the lists of addresses name, and what is reached from there; the paths that are files now."""
    site, seen, told = WSGIHandler(), set[str](), set[str]()
    waiting = deque([*PLAIN, *_listed()])
    while waiting:
        path = waiting.popleft()
        if path in seen or LEFT_OUT.search(path):
            continue
        seen.add(path)
        body = _asked(site, path)
        if body is not None:
            _put(folder / _file_of(path), body)
            told.add(path)
            waiting.extend(_paths_in(body) if _file_of(path).suffix == ".html" else ())
    return told


def _listed() -> Iterator[str]:
    for section in SECTIONS.values():
        pages = section()
        for number in pages.paginator.page_range:
            yield from (urlsplit(entry["location"]).path for entry in pages.get_urls(number))


def _asked(site: WSGIHandler, path: str) -> bytes | None:
    """What a reader is answered; None where there is no such page, or where it leads elsewhere."""
    environ: dict[str, Any] = {}
    setup_testing_defaults(environ)
    origin, (path, _mark, query) = urlsplit(settings.SITE_ORIGIN), path.partition("?")
    environ |= {
        "QUERY_STRING": query,
        "PATH_INFO": unquote(path).encode().decode("latin-1"),
        "HTTP_HOST": origin.netloc,
    }
    environ |= {"wsgi.url_scheme": origin.scheme, "HTTP_X_FORWARDED_PROTO": origin.scheme, "wsgi.input": io.BytesIO()}
    status: list[int] = []

    def start(line: str, *_rest: Any) -> Callable[[bytes], object]:
        status.append(int(line.split()[0]))
        return len

    parts: Any = site(environ, start)
    try:
        body = b"".join(parts)
    finally:
        parts.close()
    if status[0] >= 500 or status[0] == 400:
        raise MirrorFailed(f"{path} was answered with {status[0]}; nothing was changed.")
    return body if status[0] == 200 else None


def _paths_in(page: bytes) -> list[str]:
    found = (_plain(html.unescape(one["address"])) for one in NAMED.finditer(page.decode()))
    return [one for one in found if one]


def _plain(address: str) -> str:
    """The address without its place in the page, where a file can answer it; else ""."""
    address = address.partition("#")[0]
    path, _mark, query = address.partition("?")
    is_whole = not query or (path.endswith(".ics") and IN_A_LANGUAGE.match(query))
    return address if is_whole and path.startswith("/") and not path.startswith("//") else ""


def _relink(file: Path, path: str, told: set[str]) -> None:
    """Let a page name the files beside it, and the site for what is none."""

    def named(found: re.Match[str]) -> str:
        return found["before"] + html.escape(_address(html.unescape(found["address"]), path, told))

    text = NAMED.sub(named, SIZES.sub("", file.read_text()))
    text = FORM.sub(lambda found: f'<form action="{settings.SITE_ORIGIN}{path}"{found["rest"]}>', text)
    file.write_text(ACTION.sub(lambda found: f"{found['before']}{settings.SITE_ORIGIN}{found['address']}", text))


def _address(address: str, path: str, told: set[str]) -> str:
    if address.startswith("?"):
        return f"{settings.SITE_ORIGIN}{path}{address}"
    if not address.startswith("/") or address.startswith("//"):
        return address
    if (plain := _plain(address)) not in told:
        return f"{settings.SITE_ORIGIN}{address}"
    near = os.path.relpath(_file_of(plain), _file_of(path).parent)
    return quote(near) + address.removeprefix(plain)


def _file_of(path: str) -> Path:
    path, _mark, query = path.partition("?")
    name = Path(unquote(path).lstrip("/"))
    if ".." in name.parts:
        raise MirrorFailed(f"{path} leads out of the folder; nothing was changed.")
    if language := IN_A_LANGUAGE.match(query):
        return name.with_suffix(f".{language['code']}{name.suffix}")
    return name / "index.html" if path.endswith("/") else name


def _put(file: Path, body: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)


def _seal(folder: Path) -> None:
    """A list of all files as `sha256sum -c` reads it, and a signature by which readers know that it is ours."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = "".join(f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.relative_to(folder)}\n" for one in files)
    (folder / SUMS).write_text(sums)
    (folder / SIGNATURE).write_bytes(_key().sign(sums.encode()))
    (folder / KEY).write_bytes(public_key())


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(ring().founding("mirror"))


def _is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())

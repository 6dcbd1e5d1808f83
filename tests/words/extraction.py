"""Every string of the code and the templates that a translator is owed, found without GNU gettext."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract
from django.utils.translation import templatize

ROOT = Path(__file__).parent.parent.parent
FLOORS = ("privacy", "prisoners", "supporters", "actions", "campaign")
ONE, MANY = (1,), (1, 2)
IN_CONTEXT, MANY_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), ONE),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), MANY),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), IN_CONTEXT),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), MANY_IN_CONTEXT),
}


class Message(NamedTuple):
    """One string: its context if it has one, and its singular."""

    context: str | None
    text: str


def extracted() -> dict[Message, str]:
    """Each message with the file in which it was found last."""
    return {message: str(path.relative_to(ROOT)) for path in _files() for message in _messages(path)}


def python_files() -> Iterator[Path]:
    """The modules in which words can stand."""
    return (path for path in _files() if path.suffix == ".py")


def _files() -> Iterator[Path]:
    for folder in (*FLOORS, "templates"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".html", ".txt"})


def _messages(path: Path) -> Iterator[Message]:
    text = path.read_text()
    source = text if path.suffix == ".py" else templatize(text)
    for _line, found, _comments, context in extract("python", BytesIO(source.encode()), keywords=KEYWORDS):
        yield Message(context, found[-2] if isinstance(found, tuple) else found)

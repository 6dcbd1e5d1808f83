"""The templates of mails, rendered strictly: a word that is missing is an error, and no gap in what somebody reads.

Pages print nothing for a word they do not have. A mail without its date or its name has left before anybody sees it;
so it is not written at all, is tried again, and then stands as failed for a person to look at.
"""

from functools import cache
from typing import Any, NoReturn

from django.template import Context, engines
from django.template.backends.django import DjangoTemplates

PATTERN = "%s"


class MissingWord(LookupError):
    """A template needs a word that its kind did not give; the text is the name of the word, never a value."""


class _Raised(str):
    """What stands for a missing word: asked for its text, it raises MissingWord (`string_if_invalid` of Django)."""

    __slots__ = ()

    def __mod__(self, name: Any) -> NoReturn:
        raise MissingWord(str(name))


def plain(template: str, context: dict[str, Any]) -> str:
    """A text template; nothing is escaped, for O'Brien is not an entity. Raises MissingWord."""
    return _engine().get_template(template).template.render(Context(context, autoescape=False))


def markup(template: str, context: dict[str, Any]) -> str:
    """An HTML template. Raises MissingWord."""
    return _engine().get_template(template).render(context)


@cache
def _engine() -> DjangoTemplates:
    """As the engine of the pages, but for what is missing."""
    pages = engines["django"]
    options = {"string_if_invalid": _Raised(PATTERN)}
    return DjangoTemplates({"NAME": "mail", "DIRS": pages.dirs, "APP_DIRS": pages.app_dirs, "OPTIONS": options})

"""In which language a page behind a mailed link speaks: that of the mail, unless whoever opens it chooses another.

Neither the address nor a cookie says which: it is asked of the row that the link names, so that no log can tell. Once
that row is gone, and for a link that belongs to nobody yet, the page speaks as the browser asks.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from privacy.links import LinkClaim

#: Names a language that was chosen on such a page, as everywhere else on this site.
CHOICE = "lang"
#: The language of whom the subject of a link belongs to, "" where nobody is known any more.
Finder = Callable[[str], str]

_FINDERS: dict[str, Finder] = {}


def register_language(find: Finder, *purposes: str) -> None:
    """Say whose language the pages of these purposes speak."""
    _FINDERS.update(dict.fromkeys(purposes, find))


def has_language(purpose: str) -> bool:
    """Whether pages of this purpose speak somebody's language."""
    return purpose in _FINDERS


def speak(request: HttpRequest, claim: LinkClaim) -> None:
    """Have the rest of this request, and no other, speak the language that was chosen, or that of the mail."""
    code = request.GET.get(CHOICE, "")
    if not _is_spoken(code):
        find = _FINDERS.get(claim.purpose)
        code = find(claim.subject) if find else ""
    if _is_spoken(code):
        speak_in(request, code)


def speak_in(request: HttpRequest, code: str) -> None:
    """Have the rest of this request speak one of the languages of the site."""
    translation.activate(code)
    request.LANGUAGE_CODE = code


def _is_spoken(code: str) -> bool:
    return code in dict(settings.LANGUAGES)

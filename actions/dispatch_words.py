"""The words of a dispatch: what may stand in them, and how they read in a language they may not be in."""

import re
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext, override, to_locale
from django.utils.translation import gettext_lazy as _

from actions.models import Dispatch, DispatchText
from prisoners.refusals import Sentence

LONGEST_SUBJECT = 120
#: In Cyrillic, with its HTML part, a mail of this length stays well below 100 kB, where readers cut it short.
LONGEST_TEXT = 10_000
#: What stands for something else in a text: the address of the dispatch on the web.
LINK = "{link}"
PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")

NO_SUBJECT = _("Please give a subject.")
LONG_SUBJECT = _("A subject has at most 120 characters.")
BROKEN_SUBJECT = _("A subject is one line: please take the line break out.")
NO_TEXT = _("Please write what is to be said.")
LONG_TEXT = _("A text has at most 10,000 characters: longer mails are cut short by many programs.")
UNKNOWN_LANGUAGE = _("This site does not speak that language.")


@dataclass(frozen=True)
class Words:
    """A dispatch as it reads in one language; `language` is the one it is in, `note` says so where that differs."""

    subject: str
    text: str
    language: str
    note: str = ""


def reasons_against(language: str, subject: str, text: str) -> list[Sentence]:
    """All that speaks against these words, as sentences."""
    known = [code for code, _name in settings.LANGUAGES]
    return [
        *([] if language in known else [UNKNOWN_LANGUAGE]),
        *_against_subject(subject),
        *_against_text(text),
        *[_unknown(one) for one in dict.fromkeys(PLACEHOLDER.findall(subject))],
        *[_unknown(one) for one in dict.fromkeys(PLACEHOLDER.findall(text)) if one != LINK],
    ]


def words_in(dispatch: Dispatch, language: str, *, link: str = "") -> Words:
    """How a dispatch reads in a language, with its link filled in; where it is not translated, the original.

    `link` is where its link leads, if not to its page on the web: there it would lead to itself.
    The text is found among `dispatch.texts`, which may have been fetched before. Raises LookupError without any words.
    """
    texts = {text.language: text for text in dispatch.texts.all()}
    found = texts.get(language) or texts.get(dispatch.language)
    if found is None:
        raise LookupError("the dispatch has no words")
    text = found.text.replace(LINK, link or address_of(dispatch, language))
    return Words(found.subject, text, found.language, _note(found, language))


def address_of(dispatch: Dispatch, language: str) -> str:
    """The absolute address of a dispatch on the web, in a language."""
    with override(language):
        return settings.SITE_ORIGIN + reverse("actions:dispatch", args=[dispatch.slug])


def language_name(code: str) -> str:
    """The name of a language in the active one, by CLDR."""
    try:
        name = Locale.parse(to_locale(code)).get_display_name(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        name = None
    return name or code


def _against_subject(subject: str) -> list[Sentence]:
    if not subject.strip():
        return [NO_SUBJECT]
    found: list[Sentence] = [BROKEN_SUBJECT] if len(subject.splitlines()) > 1 else []
    return [*found, LONG_SUBJECT] if len(subject) > LONGEST_SUBJECT else found


def _against_text(text: str) -> list[Sentence]:
    if not text.strip():
        return [NO_TEXT]
    return [LONG_TEXT] if len(text) > LONGEST_TEXT else []


def _unknown(placeholder: str) -> str:
    words = gettext("“%(name)s” stands for nothing. What can be used is %(known)s, the address of the page.")
    return words % {"name": placeholder[:40], "known": LINK}


def _note(found: DispatchText, language: str) -> str:
    if found.language == language:
        return ""
    names = {"wanted": language_name(language), "given": language_name(found.language)}
    return gettext("There is no translation (%(wanted)s) yet; this is the original (%(given)s).") % names

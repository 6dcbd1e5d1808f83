"""Texts of the record as markup: each marked with its language where it is not the page's, and safe to put together."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from prisoners.casing import with_capital

Text = str | SafeString


def is_translated(row: Any, field: str) -> bool:
    """Whether the text of a translated field is in the active language, rather than in the one it falls back to."""
    language = get_language() or settings.LANGUAGE_CODE
    return language == settings.LANGUAGE_CODE or bool(getattr(row, f"{field}_{language}"))


def words_of(row: Any, field: str) -> Text:
    """The text of a translated field; where it falls back, in a span that names its language."""
    text = getattr(row, f"{field}_i18n") or ""
    return text if not text or is_translated(row, field) else _span(text)


def capitalised(row: Any, field: str) -> Text:
    """The same with a capital letter at its beginning."""
    text = getattr(row, f"{field}_i18n") or ""
    return with_capital(text) if not text or is_translated(row, field) else _span(text[:1].upper() + text[1:])


def fill(sentence: str, **parts: Text) -> SafeString:
    """A translated sentence with named places (`%(day)s`), filled with texts that may be marked; all else escaped."""
    return SafeString(conditional_escape(sentence) % {name: conditional_escape(part) for name, part in parts.items()})


def joined(separator: str, parts: Iterable[object]) -> SafeString:
    """The parts that say something, one after another."""
    return format_html_join(separator, "{}", ((part,) for part in parts if part))


def _span(text: str) -> SafeString:
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, text)

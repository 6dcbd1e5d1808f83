"""Content in the reader's language, or in the site's first language and saying so."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def content(row: Any, field: str) -> str:
    """The text of a translated field; where it falls back, marked with its language for screen readers and browsers."""
    text = getattr(row, f"{field}_i18n") or ""
    if not text or is_translated(row, field):
        return text
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, text)


def is_translated(row: Any, field: str) -> bool:
    """Whether the text of a translated field is in the active language, rather than in the one it falls back to."""
    language = get_language() or settings.LANGUAGE_CODE
    return language == settings.LANGUAGE_CODE or bool(getattr(row, f"{field}_{language}"))

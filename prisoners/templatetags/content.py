"""Content in the reader's language, or in the site's first language and saying so."""

from typing import Any

from django import template

from prisoners.marked import words_of
from prisoners.naming import title_of

register = template.Library()
register.filter("title_of", title_of)


@register.simple_tag
def content(row: Any, field: str) -> str:
    """The text of a translated field; where it falls back, marked with its language for screen readers and browsers."""
    return words_of(row, field)

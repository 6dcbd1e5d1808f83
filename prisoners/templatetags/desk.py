"""What pages of Django's admin need to be read by everybody."""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

#: Above the column in which Django writes what each row is, it leaves a heading that says nothing.
EMPTY_HEADING, NO_HEADING = '<th class="original"></th>', '<td class="original"></td>'


@register.filter
def without_empty_heading(table: str) -> SafeString:
    """A table of rows of a page's row, as Django draws it, without the heading that readers of screens stumble on."""
    return mark_safe(table.replace(EMPTY_HEADING, NO_HEADING))  # noqa: S308 (Django's own page)

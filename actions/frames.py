"""The frame in which another site shows a prisoner or a campaign: its address, its height, and the code to paste."""

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

#: Pixels that hold the tallest card at a width of 320: without a script a frame cannot ask for its own height.
HEIGHTS = {"prisoner": 880, "campaign": 760}
SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"


def source_of(kind: str, slug: str, language: str) -> str:
    """The whole address of what stands in the frame."""
    return f"{settings.SITE_ORIGIN}{reverse(f'embeds:{kind}', args=[slug])}?lang={language}"


def code_of(source: str, title: str, width: int, height: int) -> str:
    """The frame as HTML, of this size in pixels."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" referrerpolicy="no-referrer" '
        'sandbox="{}"></iframe>',
        *(source, title, width, height, SANDBOX),
    )

"""Numbers, initials, the tally of months and the body of a mail: what templates cannot do by themselves."""

import re
from typing import Any
from unicodedata import bidirectional

from django import template
from django.utils.html import format_html, format_html_join, urlize
from django.utils.safestring import SafeString

from prisoners import numbers

register = template.Library()

DAYS_A_MONTH = 365.2425 / 12  # the mean month of the Gregorian calendar
GROUP = 5  # four bars and the stroke across them
GROUPS_A_ROW = 12  # so that one row is five years
BAR, GAP, TALL, ROW = 8, 13, 24, 36  # pixels: between bars, after a group, of a bar, from row to row
GROUP_WIDTH = BAR * (GROUP - 1) + GAP


@register.filter
def number(value: int | str | None) -> str:
    """A whole number as the reader's language writes it ("1,826", "1 826"); anything else as it stands."""
    if value is None or not str(value).lstrip("-").isdigit():
        return "" if value is None else str(value)
    return numbers.number(int(value))


@register.filter
def percent(value: int) -> str:
    """So much of a hundred, as the reader's language writes it ("50%", "50 %", "%50")."""
    return numbers.percent(value)


@register.filter
def initials(name: str) -> str:
    """The first letters of the first and the last part of a name, to stand where there is no portrait."""
    parts = [part for part in re.split(r"\s+", name or "") if part[0:1].isalpha()]
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))


@register.inclusion_tag("components/tally.html")
def tally(days: int | None) -> dict[str, Any]:
    """One stroke for each whole month in `days`, every fifth across the four before it, five years to a row."""
    months = int((days or 0) / DAYS_A_MONTH)
    groups = -(-months // GROUP)
    return {
        "months": months,
        "bars": "".join(_bar(stroke) for stroke in range(months) if stroke % GROUP < GROUP - 1),
        "slashes": "".join(_slash(group) for group in range(months // GROUP)),
        "width": min(groups, GROUPS_A_ROW) * GROUP_WIDTH - GAP + 6,
        "height": -(-groups // GROUPS_A_ROW) * ROW - (ROW - TALL) + 4,
    }


def _corner(group: int) -> tuple[int, int]:
    return 4 + group % GROUPS_A_ROW * GROUP_WIDTH, 2 + group // GROUPS_A_ROW * ROW


def _bar(stroke: int) -> str:
    x, y = _corner(stroke // GROUP)
    return f"M{x + stroke % GROUP * BAR} {y}v{TALL}"


def _slash(group: int) -> str:
    x, y = _corner(group)
    return f"M{x - 3} {y + TALL - 3}l{BAR * 3 + 6}-{TALL - 6}"


# Each block has the direction of its own words: an English original in a Hebrew mail reads from the left. Where its
# lines are of both sorts (a title, then a date) it has that of the mail, and each line its own within.
PARAGRAPH = 'style="margin:0 0 16px;white-space:pre-line"'
BY_ITSELF = 'dir="auto" '
LINK = 'dir="ltr" style="text-align:start;margin:0 0 16px;font-weight:bold;word-break:break-all"'

ANCHOR = '<a style="color:#0e5257" href'


@register.filter
def mail_html(text: str) -> SafeString:
    """The text of a mail as HTML: a paragraph for each block, a list for lines that begin with "- ", live links."""
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if block.strip()]
    return format_html_join("\n", "{}", ((_block(block),) for block in blocks))


@register.filter
def mail_greeting(words: str) -> SafeString:
    """How somebody is spoken to, as a paragraph of a mail: nothing in a name is a link."""
    return format_html("<p {}>{}</p>", SafeString(BY_ITSELF + PARAGRAPH), words) if words else SafeString()


def _block(block: str) -> SafeString:
    lines = block.split("\n")
    is_mixed = len({_is_from_the_right(line) for line in lines} - {None}) > 1
    own = SafeString("" if is_mixed else BY_ITSELF)
    if all(line.startswith("- ") for line in lines):
        items = ((_line(line[2:], is_mixed=is_mixed),) for line in lines)
        inner = format_html_join("", '<li style="margin:0 0 8px">{}</li>', items)
        return format_html('<ul {}style="margin:0 0 16px;padding-inline-start:20px">{}</ul>', own, inner)
    if re.fullmatch(r"https?://\S+", block):
        return format_html("<p {}>{}</p>", SafeString(LINK), _live(block))
    words = format_html_join("\n", "{}", ((_line(line, is_mixed=is_mixed),) for line in lines))
    return format_html("<p {}{}>{}</p>", own, SafeString(PARAGRAPH), words)


def _line(line: str, *, is_mixed: bool) -> SafeString:
    return format_html('<span dir="auto">{}</span>', _live(line)) if is_mixed else _live(line)


def _is_from_the_right(line: str) -> bool | None:
    """Whether the first letter of a line says that it is written from the right (UAX 9, P2); None without a letter."""
    found = (bidirectional(letter) for letter in line)
    return next((one != "L" for one in found if one in ("L", "R", "AL")), None)


def _live(text: str) -> SafeString:
    return SafeString(urlize(text, autoescape=True).replace("<a href", ANCHOR))

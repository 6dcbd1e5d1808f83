"""Reads what stands in a column of sources: addresses, and titles of what has none."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from prisoners.importing.cell_words import ADDRESS, SCHEME
from prisoners.importing.date_spellings import NOTHING
from prisoners.importing.folded import fold
from prisoners.importing.reading import Reading, text_of
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value


def read_sources(value: Value, how: Reading) -> list[dict[str, str]] | None:
    """Addresses, and titles of what has none."""
    said = text_of(value)
    if fold(said) in NOTHING:
        return None
    addresses = [_address(match[0]) for match in ADDRESS.finditer(said)]
    rest = [" ".join(part.split()) for part in re.split(r"[;\n]", ADDRESS.sub(";", said))]
    titles = [part.strip(" ,.;-–—:()") for part in rest]
    if any(SCHEME.match(title) for title in titles):
        raise CellRefused(_("Only addresses that begin with http:// or https:// are kept."))
    if any(len(title) > 400 for title in titles):
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 400})
    words = [title for title in titles if len(title) > 2 and fold(title) not in ("and", "и", "und", "see", "см")]
    return [{"url": url} for url in dict.fromkeys(addresses)] + [{"title": title} for title in words] or None


def _address(text: str) -> str:
    url = text.rstrip(".,;:!?)]}'\"")
    url = f"https://{url}" if url.lower().startswith("www.") else url
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        raise CellRefused(_("“%(url)s” is no address of a page.") % {"url": url[:100]}) from error
    if len(url) > 1000:
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 1000})
    return url

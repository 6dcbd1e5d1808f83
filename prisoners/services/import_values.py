"""Small things that writing an import and taking it back share: fields as text, names of rows, keys."""

import hashlib
from typing import Any
from urllib.parse import urlsplit

from django.utils.text import slugify

from prisoners.models import Citation, ConfidentialNote, Detention, PersonName, Prisoner, Sanction
from prisoners.search import fold
from prisoners.services import detentions, prisoners, sanctions


def keep(row: Any) -> None:
    """Write a row through the service of its noun. Raises RecordRefused."""
    if isinstance(row, Prisoner):
        prisoners.keep(row)
    elif isinstance(row, PersonName):
        prisoners.keep_name(row)
    elif isinstance(row, Sanction):
        sanctions.keep(row)
    elif isinstance(row, Detention):
        detentions.keep(row)
    else:
        row.save()


def text_of(row: Any, name: str) -> str:
    """A field as text, the key of a relation."""
    value = getattr(row, f"{name}_id") if hasattr(row, f"{name}_id") else getattr(row, name)
    if isinstance(value, list):
        return "\x1f".join(value)
    return "" if value is None else str(value)


def untext(one: Any, value: str) -> Any:
    """What `text_of` made, as the field takes it."""
    if one.get_internal_type() == "ArrayField":
        return value.split("\x1f") if value else []
    return value


def label(row: Any) -> str:
    """The name of a row's model, as an import remembers it."""
    return str(row._meta.label_lower)


def named(row: Any) -> str:
    """A row as sentences call it."""
    return f"{row._meta.verbose_name} “{words_for(row)}”"


def words_for(row: Any) -> str:
    """What a row says of itself, without numbers that only the database knows."""
    if isinstance(row, Citation):
        return str(row.source)
    return str(row.written_on if isinstance(row, ConfidentialNote) else row)


def fact_of(row: Any) -> str:
    """The name of a citation's relation to a row."""
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in type(row).__name__).lstrip("_")


def key_of(url: str, title: str) -> str:
    """A key for a source that has none."""
    text = url or title
    host = slugify(urlsplit(url).hostname or title)[:60].replace("www", "", 1).strip("-") or "source"
    return f"{host}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def free_slug(taken: set[str], name: str) -> str:
    """An address made of a name that is not taken yet; it is, from then on."""
    base = slugify(fold(name))[:100] or "row"
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug

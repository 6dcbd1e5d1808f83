"""Officials: entered with their name as first spelling, spelt in other ways, moved to another address."""

from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.db.models import QuerySet, Value
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext_lazy as _

from prisoners.country_codes import is_country
from prisoners.models import FormerOfficialSlug, Official, OfficialSpelling
from prisoners.models.offices import Key
from prisoners.refusals import Sentence
from prisoners.search import fold
from prisoners.services.prisoners import BAD_COUNTRY, BAD_SLUG
from prisoners.services.refusals import refuse_if

SLUG_TAKEN = _("The address “{slug}” belongs to another official, or did once.")
WITHOUT_NAME = _("An official needs a name, in letters or digits.")
WITHOUT_SPELLING = _("A spelling needs letters or digits.")
#: Two people who are called the same in one country: their offices tell them apart, and a person whom a fact means.
SPELT_SO = _(
    "“{text}” is a spelling of another official of this country too: {official}. "
    "If they are two, say in the office of each what tells them apart, such as the court; the two must differ."
)
SPELLING_KNOWN = _("“{text}” is known already: the order of the words, capitals and marks make no other spelling.")


def enter(**fields: Any) -> Official:
    """Enter an official, a draft, with the name of the record as first spelling. Raises RecordRefused."""
    return keep(Official(**fields))


@transaction.atomic
def keep(official: Official) -> Official:
    """Write an official; a changed slug leaves a redirect behind, and the name is a spelling. Raises RecordRefused."""
    refuse_if(reasons_against(official))
    before = Official.internal.order_by().filter(pk=official.pk).values_list("slug", flat=True).first()
    official.save()
    if before is not None and before != official.slug:
        FormerOfficialSlug.objects.filter(slug=official.slug).delete()
        FormerOfficialSlug.objects.create(slug=before, official=official)
    if not _spelt(official.name).filter(official=official).exists():
        OfficialSpelling(official=official, text=official.name).save()
    return official


def reasons_against(official: Official) -> list[Sentence]:
    """Every reason why an official cannot be written like this."""
    reasons: list[Sentence] = [] if _has_words(official.name) else [WITHOUT_NAME]
    if not is_country(official.country):
        return [*reasons, BAD_COUNTRY, *_reasons_against_slug(official)]
    texts = [official.name, *official.spellings.values_list("text", flat=True)] if official.pk else [official.name]
    return list(
        dict.fromkeys(
            [*reasons, *_reasons_against_slug(official), *_spelt_elsewhere(official, official.country, texts)]
        )
    )


def keep_spelling(spelling: OfficialSpelling) -> OfficialSpelling:
    """Write one way to spell an official's name. Raises RecordRefused."""
    refuse_if(reasons_against_spelling(spelling))
    spelling.save()
    return spelling


def reasons_against_spelling(spelling: OfficialSpelling) -> list[Sentence]:
    """Every reason why a spelling cannot be written like this."""
    if not _has_words(spelling.text):
        return [WITHOUT_SPELLING]
    if spelling.official_id is None:
        return []
    own = _spelt(spelling.text).filter(official=spelling.official_id).exclude(pk=spelling.pk)
    if own.exists():
        return [format_lazy(SPELLING_KNOWN, text=spelling.text)]
    return _spelt_elsewhere(spelling.official, spelling.official.country, [spelling.text])


def rename_slug(official: Official, slug: str) -> Official:
    """Give an official's page another address; the old one redirects for ever. Raises RecordRefused."""
    official.slug = slug
    return keep(official)


def free_slug(name: str) -> str:
    """An address made of a name in any script that no official has or had, with a number where one does."""
    base = slugify(fold(name))[:100] or "official"
    taken = set(Official.internal.order_by().filter(slug__startswith=base).values_list("slug", flat=True))
    taken |= set(FormerOfficialSlug.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in taken)


def _has_words(text: str) -> bool:
    return any(one.isalnum() for one in text)


def _spelt(text: str) -> QuerySet[OfficialSpelling]:
    return OfficialSpelling.internal.filter(key=Key(Value(text))).order_by()


def _spelt_elsewhere(official: Official, country: str, texts: list[str]) -> list[Sentence]:
    """Other officials of the country who are spelt so and whom nothing tells apart from this one."""
    keys = [Key(Value(text)) for text in texts if _has_words(text)]
    others = OfficialSpelling.internal.filter(country=country, key__in=keys).exclude(official=official.pk)
    return [
        format_lazy(SPELT_SO, text=one.text, official=one.official.name)
        for one in others.select_related("official").order_by("pk")
        if _is_alike(official.office, one.official.office)
    ]


def _is_alike(one: str, other: str) -> bool:
    """Whether the offices of two do not tell them apart."""
    return not one.strip() or not other.strip() or fold(one) == fold(other)


def _reasons_against_slug(official: Official) -> list[Sentence]:
    try:
        validate_slug(official.slug)
    except ValidationError:
        return [BAD_SLUG]
    others = Official.internal.filter(slug=official.slug).exclude(pk=official.pk)
    former = FormerOfficialSlug.objects.filter(slug=official.slug).exclude(official=official.pk)
    return [format_lazy(SLUG_TAKEN, slug=official.slug)] if others.exists() or former.exists() else []

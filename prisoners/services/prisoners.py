"""Prisoners: entered, named in every spelling, and moved to another address with the old one redirecting."""

from collections.abc import Iterable
from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext_lazy as _

from prisoners.country_codes import is_country
from prisoners.models import Detention, FormerSlug, PersonName, Prisoner, Sanction
from prisoners.models.vocabulary import count_words
from prisoners.publication import WITHOUT_GROUND
from prisoners.refusals import Sentence
from prisoners.scripts_of_names import script_of
from prisoners.search import fold
from prisoners.services.possible_days import BEFORE_BIRTH, is_before_birth
from prisoners.services.refusals import refuse_if

BAD_SLUG = _("An address consists of Latin letters, digits, hyphens and underscores.")
SLUG_TAKEN = _("The address “{slug}” belongs to another prisoner, or did once.")
BAD_COUNTRY = _("The country is given by two capital letters (ISO 3166-1), such as KZ.")
#: What a spelling keeps of itself to be found by.
COMPUTED = tuple(one for one in PersonName._meta.concrete_fields if one.name in ("words", "keys"))

WITHOUT_NAME = _("A prisoner needs a name.")
WITHOUT_SPELLING = _("Please give the spelling.")
SPELLING_KNOWN = _("This spelling in this language is recorded already.")


def enter(**fields: Any) -> Prisoner:
    """Enter a prisoner, a draft, with the name of the record as first spelling. Raises RecordRefused."""
    return keep(Prisoner(**fields))


@transaction.atomic
def keep(prisoner: Prisoner) -> Prisoner:
    """Write a prisoner; a changed slug leaves a redirect behind. Raises RecordRefused with all reasons.

    The name of the record becomes the first spelling, unless it only describes somebody whose name is not known.
    """
    refuse_if(reasons_against(prisoner))
    before = Prisoner.internal.order_by().filter(pk=prisoner.pk).values_list("slug", flat=True).first()
    prisoner.save()
    if before is not None and before != prisoner.slug:
        _leave_redirect(prisoner, before)
    if before is None and not prisoner.is_unnamed:
        _spell(prisoner)
    return prisoner


def name_the_nameless(people: Iterable[Prisoner] | None = None) -> int:
    """Give a first spelling, the name of the record, to those who have none and would not be found; how many had none.

    Somebody whose name is not known has none by right. Without `people`, everybody is looked at.
    """
    found = Prisoner.internal.filter(is_unnamed=False, names=None).order_by("pk")
    if people is not None:
        found = found.filter(pk__in=[one.pk for one in people])
    nameless = list(found)
    for one in nameless:
        _spell(one)
    return len(nameless)


def _spell(prisoner: Prisoner) -> None:
    name = folded(PersonName(text=prisoner.name, script=script_of(prisoner.name)))
    fields = {"folded": name.folded, "script": name.script}
    PersonName.internal.get_or_create(prisoner=prisoner, text=name.text, language="", defaults=fields)


def free_slug(name: str) -> str:
    """An address made of a name in any script that no prisoner has or had, with a number where one does."""
    base = slugify(fold(name))[:100] or "prisoner"
    taken = set(Prisoner.internal.order_by().filter(slug__startswith=base).values_list("slug", flat=True))
    taken |= set(FormerSlug.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in taken)


def rename_slug(prisoner: Prisoner, slug: str) -> Prisoner:
    """Give a prisoner's page another address; the old one redirects for ever. Raises RecordRefused."""
    prisoner.slug = slug
    return keep(prisoner)


def keep_name(name: PersonName) -> PersonName:
    """Write a spelling together with the folded form by which it is found. Raises RecordRefused."""
    refuse_if(_reasons_against_name(name))
    folded(name).save()
    return name


def folded(name: PersonName) -> PersonName:
    """A spelling, not yet written, with the form by which it is found."""
    name.folded = fold(name.text)[:250]
    return name


def rebuild_keys() -> int:
    """Compute anew by what every spelling is found, and the vocabulary; how many were found by something else."""
    changed = 0
    for name in PersonName.internal.order_by("pk").iterator(chunk_size=2000):
        before = (name.words, name.keys)
        fields = {one.name: one.pre_save(name, False) for one in COMPUTED}
        if before != (name.words, name.keys):
            changed += PersonName.internal.filter(pk=name.pk, text=name.text).update(**fields)
    count_words()
    return changed


def reasons_against(prisoner: Prisoner) -> list[Sentence]:
    """Every reason why a prisoner cannot be written like this."""
    unasked = [WITHOUT_GROUND] if prisoner.is_published and not prisoner.consent_ground else []
    reasons = [*reasons_in(prisoner), *unasked, *_reasons_against_birth(prisoner)]
    return reasons if BAD_SLUG in reasons else [*reasons, *_reasons_against_slug(prisoner)]


def _reasons_against_birth(prisoner: Prisoner) -> list[Sentence]:
    """A birth after what the record says of the person."""
    if prisoner.pk is None or prisoner.born_on is None:
        return []
    facts = [
        *Detention.internal.filter(prisoner=prisoner).order_by().values_list("started_on", flat=True),
        *Sanction.internal.filter(prisoner=prisoner).order_by().values_list("imposed_on", flat=True),
    ]
    return [BEFORE_BIRTH] if is_before_birth(prisoner.born_on, filter(None, facts)) else []


def reasons_in(prisoner: Prisoner) -> list[Sentence]:
    """Every reason in the prisoner's own words; whether somebody has the address is not looked up."""
    reasons: list[Sentence] = []
    if not prisoner.name.strip():
        reasons.append(WITHOUT_NAME)
    if not is_country(prisoner.country):
        reasons.append(BAD_COUNTRY)
    return [*reasons, *_reasons_in_slug(prisoner)]


def _reasons_in_slug(prisoner: Prisoner) -> list[Sentence]:
    try:
        validate_slug(prisoner.slug)
    except ValidationError:
        return [BAD_SLUG]
    return []


def _reasons_against_slug(prisoner: Prisoner) -> list[Sentence]:
    others = Prisoner.internal.filter(slug=prisoner.slug).exclude(pk=prisoner.pk)
    former = FormerSlug.objects.filter(slug=prisoner.slug).exclude(prisoner_id=prisoner.pk)
    is_taken = others.exists() or former.exists()
    return [format_lazy(SLUG_TAKEN, slug=prisoner.slug)] if is_taken else []


def _leave_redirect(prisoner: Prisoner, former: str) -> None:
    """The new address may be one that this prisoner had before: then it redirects no more."""
    FormerSlug.objects.filter(slug=prisoner.slug).delete()
    FormerSlug.objects.get_or_create(slug=former, defaults={"prisoner": prisoner})


def _reasons_against_name(name: PersonName) -> list[Sentence]:
    if not name.text.strip():
        return [WITHOUT_SPELLING]
    same = PersonName.internal.filter(prisoner_id=name.prisoner_id, text=name.text, language=name.language)
    return [SPELLING_KNOWN] if same.exclude(pk=name.pk).exists() else []

"""Officials: who judged, accused or investigated, under all spellings by which facts name them."""

from collections.abc import Sequence
from functools import partial, reduce
from operator import or_
from typing import Any, ClassVar

import pgtrigger
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import PublicationState
from prisoners.models.base import IS_PUBLISHED, Keyed, Publishable, Timestamped, to_verify, with_history
from prisoners.models.offices import IsOneOf, Keys, Naming, Ref, facts_naming, in_array
from prisoners.name_fields import NameSoundsField
from prisoners.querysets import FactQuerySet, InternalManager, PublicManager
from prisoners.row_words import by_words

#: What the trigger fills, so that it is true whatever path wrote the row.
FILLED = """
NEW.key := prisoners_official_key(NEW.text);
NEW.country := (SELECT country FROM prisoners_official WHERE id = NEW.official_id);
RETURN NEW;
"""
MOVED = "UPDATE prisoners_officialspelling SET country = NEW.country WHERE official_id = NEW.id; RETURN NULL;"


@with_history
class Official(Keyed, Publishable):
    """A judge, a prosecutor, an investigator or another person in an office, whom facts name.

    Facts hold the name as their source writes it. They are this official's where they name somebody in this country by
    one of the spellings. Where that fits two, told apart by their offices, a person says at the desk whom a fact means
    (its `official`); until then it is nobody's.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("name", "id")

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    name = models.CharField(_("name in the record"), max_length=250)
    office = models.CharField(_("office, in the words of the source"), max_length=250, blank=True)
    country = models.CharField(_("country of the office (ISO 3166-1 alpha-2)"), max_length=2)
    i18n = TranslationField(fields=("name", "office"))

    name_i18n: str
    office_i18n: str

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        constraints = (
            models.CheckConstraint(condition=Q(country__regex=r"^[A-Z]{2}$"), name="official_country_is_iso"),
            models.CheckConstraint(condition=~Q(name=""), name="official_has_a_name"),
        )
        indexes = (
            models.Index(fields=("state", "name", "id"), name="official_by_name"),
            to_verify("official_to_verify", IS_PUBLISHED),
            by_words("official_words", "name", "slug", "office"),
        )
        triggers = (
            pgtrigger.Trigger(
                name="country_of_spellings",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("OLD.country <> NEW.country"),
                func=MOVED,
            ),
        )

    def __str__(self) -> str:
        return self.name


class FormerOfficialSlug(models.Model):
    """An old address of an official's page; it redirects for ever."""

    slug = models.SlugField(max_length=120, unique=True)
    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="former_slugs")

    objects = models.Manager()

    class Meta:
        verbose_name = _("former address of an official")
        verbose_name_plural = _("former addresses of officials")

    def __str__(self) -> str:
        return self.slug


class PublicSpellings(PublicManager):
    """The public door: spellings of public officials that readers see anyway.

    It is the name of the official, or a source that readers see has it, or a public fact does: what is known from a
    draft alone tells nobody that the draft is there.
    """

    def get_queryset(self) -> "FactQuerySet[Any]":
        citations: Any = self.model._meta.get_field("citations").related_model
        cited = citations.internal.filter(official_spelling=OuterRef("pk"), source__is_confidential=False).order_by()
        facts = facts_naming([OuterRef("key")], OuterRef("country"))
        said = reduce(or_, (Q(Exists(rows)) for _kind, rows in facts))
        is_name = Q(IsOneOf(F("key"), Keys(F("official__name"), F("official__i18n"))))
        return super().get_queryset().filter(is_name | Q(Exists(cited)) | said)


def fitting(kind: Naming, ref: Ref) -> QuerySet[Any]:
    """The spellings by which the name of a fact of the query around (`ref`) fits officials of its country."""
    return OfficialSpelling.internal.filter(IsOneOf(F("key"), kind.keys(ref)), country=kind.country(ref)).order_by()


def _of_others(spellings: QuerySet[Any], official: int) -> QuerySet[Any]:
    return spellings.filter(official__state=PublicationState.PUBLISHED).exclude(official=official)


def of_one(kind: Naming, official: int, keys: Sequence[str], country: str) -> QuerySet[Any]:
    """The public facts that name an official (by primary key) by one of these keys and mean that one.

    A person has said so, or the name fits no other public official. Nothing guesses between two.
    """
    if kind.is_of_several_names:
        fits_another = Exists(_of_others(fitting(kind, OuterRef), official))
        return kind.rows(keys, country).filter(Q(official=official) | Q(official=None) & ~fits_another)
    # The names of facts are compared once each: what another official is called is looked up before.
    called_so = OfficialSpelling.internal.filter(country=country, key__in=keys)
    shared = _of_others(called_so, official).order_by().values("key")
    own = OfficialSpelling.internal.filter(official=official, key__in=keys).exclude(key__in=shared)
    fits_alone = Q(official=None) & Q(kind.is_called(ArraySubquery(own.order_by().values("key"))))
    is_said = Q(official=official) & Q(kind.is_called(in_array(keys)))
    return kind.saying(kind.model.public, keys, country).filter(fits_alone | is_said)


@partial(with_history, derived=("key", "country", "sounds"))
class OfficialSpelling(Keyed, Timestamped):
    """One way in which sources write the name of an official.

    `key` has its words in their order, by which facts are compared; the database fills it, and `country`. `sounds` is
    for finding names that are likely the same in another script.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("official", "id")
    published_through: ClassVar[tuple[str, ...]] = ("official",)

    official = models.ForeignKey(Official, on_delete=models.CASCADE, related_name="spellings")
    text = models.CharField(_("spelling"), max_length=250)
    key = models.TextField(editable=False, default="")
    country = models.CharField(max_length=2, editable=False, default="")
    sounds = NameSoundsField()

    internal = InternalManager()
    public = PublicSpellings()

    class Meta:
        verbose_name = _("spelling of an official’s name")
        verbose_name_plural = _("spellings of officials’ names")
        constraints = (
            models.CheckConstraint(
                condition=~Q(key=""),
                name="official_spelling_has_a_word",
                violation_error_message=_("A spelling needs letters or digits."),
            ),
            models.UniqueConstraint(
                fields=("official", "key"),
                name="official_spelling_once_an_official",
                violation_error_message=_("This official has this spelling already."),
            ),
        )
        indexes = (
            models.Index(fields=("key", "country", "official"), name="official_spelling_by_key"),
            GinIndex(fields=("sounds",), name="official_spelling_by_sounds", fastupdate=False),
            by_words("official_spelling_words", "text"),
        )
        triggers = (
            pgtrigger.Trigger(
                name="key_and_country",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=FILLED,
            ),
        )

    def __str__(self) -> str:
        return self.text

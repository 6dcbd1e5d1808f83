"""The prisoner: who it is, in which spellings, in which roles, and what is kept in confidence."""

import uuid
from functools import partial
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import ConsentGround, Gender, NamePart, RoleKind
from prisoners.fields import PartialDateField
from prisoners.models.base import IS_PUBLISHED, Keyed, Publishable, Timestamped, by_day_of_year, to_verify, with_history
from prisoners.models.places import Organisation
from prisoners.models.vocabulary import triggers_of_names
from prisoners.name_fields import NameKeysField, NameWordsField
from prisoners.querysets import InternalManager, PublicManager
from prisoners.row_words import by_words
from privacy.fields import EncryptedTextField

#: Month and day of a birth as `12-16`, with or without its year; of what is less exact, something shorter.
BIRTHDAY = Substr(Cast("born_on", models.TextField()), 6, 5)


@with_history
class Prisoner(Keyed, Publishable):
    """A person who is, was or may be deprived of liberty for political reasons.

    Nothing here says whether the person is held: that is computed for any day from Sanction, Detention and
    Event by `prisoners.chain`.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("name",)

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    name = models.CharField(_("name in the record"), max_length=200)
    country = models.CharField(_("country of the prosecution (ISO 3166-1 alpha-2)"), max_length=2)
    gender = models.CharField(_("pronoun"), max_length=1, choices=Gender, default=Gender.UNKNOWN, blank=True)
    summary = models.TextField(_("in one or two sentences"), blank=True)
    born_on = PartialDateField(_("born"), blank=True, bounds=("born_earliest", "born_latest"))
    born_earliest = models.DateField(null=True, blank=True, editable=False)
    born_latest = models.DateField(null=True, blank=True, editable=False)
    consent_ground = models.CharField(
        _("ground for naming this person"), max_length=20, choices=ConsentGround, blank=True
    )
    is_unnamed = models.BooleanField(_("name not known: what stands for it describes the person"), default=False)
    can_be_written_to = models.BooleanField(_("can be written to"), null=True, blank=True)
    i18n = TranslationField(fields=("name", "summary"))

    name_i18n: str
    summary_i18n: str

    class Meta:
        verbose_name = _("prisoner")
        verbose_name_plural = _("prisoners")
        constraints = (
            models.CheckConstraint(condition=models.Q(country__regex=r"^[A-Z]{2}$"), name="prisoner_country_is_iso"),
            models.CheckConstraint(
                condition=~IS_PUBLISHED | ~models.Q(consent_ground=""),
                name="prisoner_shown_has_a_ground",
                violation_error_message=_("The ground for naming this person is not stated."),
            ),
        )
        indexes = (
            models.Index(fields=("state", "name", "id"), name="prisoner_by_name"),
            models.Index(fields=("state", "country", "name", "id"), name="prisoner_by_country"),
            models.Index(fields=("state", "-published_at", "-id"), name="prisoner_by_publication"),
            models.Index(fields=("state", "-updated_at", "-id"), name="prisoner_by_change"),
            to_verify("prisoner_to_verify"),
            by_words("prisoner_words", "slug"),
            by_day_of_year("born_earliest", "prisoner_by_day_of_year"),
            models.Index(BIRTHDAY, condition=IS_PUBLISHED, name="prisoner_by_birthday"),
        )

    def __str__(self) -> str:
        return self.name


class FormerSlug(models.Model):
    """An old address of a prisoner's page; it redirects for ever."""

    slug = models.SlugField(max_length=120, unique=True)
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="former_slugs")
    #: The number of the record that had this address, where it was merged into this one.
    merged_pk = models.BigIntegerField(null=True, blank=True, unique=True, editable=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug


@partial(with_history, derived=("words", "keys"))
class PersonName(Keyed, Timestamped):
    """One spelling of a name in one script, as some source prints it.

    `folded`, `words` and `keys` are for finding only: lower case Latin letters without marks; the words with the
    sounds of their marks; what each of them is found by, for the vocabulary. The last two compute themselves.
    """

    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("spelling"), max_length=200)
    script = models.CharField(_("script (ISO 15924)"), max_length=4, default="Latn")
    language = models.CharField(_("language"), max_length=12, blank=True)
    part = models.CharField(_("part"), max_length=12, choices=NamePart, default=NamePart.FULL)
    note = models.CharField(_("note"), max_length=250, blank=True)
    folded = models.CharField(max_length=250, editable=False, db_index=True)
    words = NameWordsField()
    keys = NameKeysField()

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("spelling of a name")
        verbose_name_plural = _("spellings of names")
        ordering = ("prisoner", "id")
        constraints = (
            models.UniqueConstraint(fields=("prisoner", "text", "language"), name="name_spelling_once_a_prisoner"),
        )
        indexes = (GinIndex(fields=("words",), name="name_by_words", fastupdate=False),)
        triggers = triggers_of_names()

    def __str__(self) -> str:
        return self.text


@with_history
class Affiliation(Keyed, Publishable):
    """What the person was: union leader, lawyer of strikers, member of a committee.

    `role` holds the words of the source, `kind` what they are counted and looked for by.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("prisoner", "id")
    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="affiliations")
    role = models.CharField(_("role"), max_length=300)
    kind = models.CharField(
        _("sort of role"), max_length=16, choices=RoleKind, default=RoleKind.NOT_RECORDED, blank=True
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="affiliations",
        verbose_name=_("organisation"),
    )
    held_on = PartialDateField(_("when"), blank=True, bounds=("held_earliest", "held_latest"))
    held_earliest = models.DateField(null=True, blank=True, editable=False)
    held_latest = models.DateField(null=True, blank=True, editable=False)
    i18n = TranslationField(fields=("role",))

    role_i18n: str

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        indexes = (
            models.Index(
                fields=("kind", "prisoner"),
                condition=IS_PUBLISHED & ~models.Q(kind=RoleKind.NOT_RECORDED),
                name="affiliation_by_kind",
            ),
        )

    def __str__(self) -> str:
        return self.role


class ConfidentialNote(models.Model):
    """What must never be published: a family's contact, an unconfirmed tip. Encrypted, without history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="confidential_notes")
    body = EncryptedTextField(_("note"))
    written_on = models.DateField(_("written on"), auto_now_add=True)

    internal = models.Manager()

    class Meta:
        verbose_name = _("confidential note")
        verbose_name_plural = _("confidential notes")

    def __str__(self) -> str:
        return f"{self.prisoner_id}/{self.written_on}"

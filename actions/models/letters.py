"""Letters to prisoners: what a prison lets through, whether somebody may be written to, and how often people did."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import MayWrite
from prisoners.models import Place, Prisoner, Source
from prisoners.models.base import Keyed, Publishable, with_history


@with_history
class LetterRules(Keyed, Publishable):
    """What one place of detention lets through, as far as somebody asked; `verified_on` says when that was.

    `address` is what stands on the envelope below the name, line by line, in the script that the post there reads.
    Nothing is said of what is not known: an empty box is not a permission.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("place__name", "id")

    place = models.OneToOneField(
        Place, on_delete=models.PROTECT, related_name="letter_rules", verbose_name=_("place of detention")
    )
    address = models.TextField(
        _("address on the envelope, in the script of the country"), blank=True, help_text=_("Without the name.")
    )
    address_language = models.CharField(_("language of the address"), max_length=12, blank=True)
    languages = models.CharField(_("languages that are let through"), max_length=200, blank=True)
    forbidden = models.TextField(_("what is not to be written or put in"), blank=True)
    paper = models.TextField(_("paper, envelope and stamps"), blank=True)
    is_for_relatives_only = models.BooleanField(_("for relatives only"), null=True, blank=True)
    wants_birth_year = models.BooleanField(_("year of birth on the envelope"), null=True, blank=True)
    sources = models.ManyToManyField(
        Source, through="actions.LetterRulesSource", blank=True, related_name="letter_rules", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("languages", "forbidden", "paper"))

    languages_i18n: str
    forbidden_i18n: str
    paper_i18n: str

    class Meta:
        verbose_name = _("rules for letters")
        verbose_name_plural = _("rules for letters")

    def __str__(self) -> str:
        return str(self.place)


@with_history
class LetterTerms(Keyed, Publishable):
    """By whom and how one prisoner is to be written to; whether at all is `Prisoner.can_be_written_to`.

    `name` is what stands on the envelope where the record's own spelling is not it (with the patronymic, say).
    `care_of` takes the place of the prison's address: that of a committee or a family who hand letters on.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("prisoner__name", "id")
    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)

    prisoner = models.OneToOneField(
        Prisoner, on_delete=models.CASCADE, related_name="letter_terms", verbose_name=_("prisoner")
    )
    who = models.CharField(_("by whom"), max_length=12, choices=MayWrite, default=MayWrite.NOT_KNOWN, blank=True)
    name = models.CharField(_("name on the envelope"), max_length=200, blank=True)
    care_of = models.TextField(_("address in the place of the prison's"), blank=True)
    note = models.TextField(_("what to know before writing"), blank=True)
    sources = models.ManyToManyField(
        Source, through="actions.LetterTermsSource", blank=True, related_name="letter_terms", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("note",))

    note_i18n: str

    class Meta:
        verbose_name = _("terms for letters")
        verbose_name_plural = _("terms for letters")

    def __str__(self) -> str:
        return str(self.prisoner)


class LetterClaim(models.Model):
    """How many said on a day (UTC) that they wrote to a prisoner: a count and nothing else, not even of whom."""

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="letter_claims")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("said that they wrote"), default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("count of letters that people say they wrote")
        verbose_name_plural = _("counts of letters that people say they wrote")
        constraints = (models.UniqueConstraint(fields=("prisoner", "day"), name="letter_claims_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"

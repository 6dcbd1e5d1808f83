"""Campaigns and their demands: what is asked, of whom, since when, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import DemandState, ValueUnit
from prisoners.fields import PartialDateField
from prisoners.models import Event, Figure, Prisoner, Source, Statement
from prisoners.models.base import Keyed, Publishable, with_history


@with_history
class Campaign(Keyed, Publishable):
    """A campaign with its prisoners, its timeline of events and its demands."""

    natural_order: ClassVar[tuple[str, ...]] = ("title",)

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("what it is about"), blank=True)
    requested_by = models.CharField(_("called for by"), max_length=250, blank=True)
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2)
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="campaigns", verbose_name=_("prisoners"))
    events = models.ManyToManyField(Event, blank=True, related_name="campaigns", verbose_name=_("timeline"))
    statements = models.ManyToManyField(Statement, blank=True, related_name="campaigns", verbose_name=_("statements"))
    figures = models.ManyToManyField(Figure, blank=True, related_name="campaigns", verbose_name=_("figures"))
    sources = models.ManyToManyField(
        Source, through="actions.CampaignSource", blank=True, related_name="campaigns", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("title", "summary"))

    title_i18n: str
    summary_i18n: str

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def __str__(self) -> str:
        return self.title


class FormerCampaignSlug(models.Model):
    """An old address of a campaign's page; it redirects for ever."""

    slug = models.SlugField(max_length=120, unique=True)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="former_slugs")

    objects = models.Manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug


@with_history
class Demand(Keyed, Publishable):
    """One version of a demand; a later one supersedes it and it stays readable.

    `event` is what raised it: a strike, a rally. Where a demand claims a number, the value stands between `value_low`
    and `value_high` (both alike for one number) in `value_unit`, of what `value_of` says: 60 per cent, of the pay.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("raised_earliest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("campaign",)

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="demands")
    text = models.TextField(_("demand"))
    addressee = models.CharField(_("addressed to"), max_length=250, blank=True)
    raised_on = PartialDateField(_("raised"), blank=True, bounds=("raised_earliest", "raised_latest"))
    raised_earliest = models.DateField(null=True, blank=True, editable=False)
    raised_latest = models.DateField(null=True, blank=True, editable=False)
    ended_on = PartialDateField(_("until"), blank=True, bounds=("ended_earliest", "ended_latest"))
    ended_earliest = models.DateField(null=True, blank=True, editable=False)
    ended_latest = models.DateField(null=True, blank=True, editable=False)
    status = models.CharField(_("what became of it"), max_length=12, choices=DemandState, default=DemandState.STANDING)
    supersedes = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("takes the place of"),
    )
    event = models.ForeignKey(
        Event,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="demands",
        verbose_name=_("raised by (a strike, a rally)"),
    )
    value_low = models.DecimalField(_("value, at least"), max_digits=14, decimal_places=2, null=True, blank=True)
    value_high = models.DecimalField(_("value, at most"), max_digits=14, decimal_places=2, null=True, blank=True)
    value_unit = models.CharField(_("value in"), max_length=8, choices=ValueUnit, default=ValueUnit.NONE, blank=True)
    value_currency = models.CharField(_("currency (ISO 4217)"), max_length=3, blank=True)
    value_of = models.CharField(_("value of what"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="demands", verbose_name=_("for"))
    sources = models.ManyToManyField(
        Source, through="actions.DemandSource", blank=True, related_name="demands", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("text", "addressee", "value_of", "note"))

    text_i18n: str
    addressee_i18n: str
    value_of_i18n: str
    note_i18n: str

    class Meta:
        verbose_name = _("demand")
        verbose_name_plural = _("demands")
        constraints = (
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="demand_does_not_supersede_itself",
            ),
            models.CheckConstraint(
                condition=Q(value_low__isnull=True) | Q(value_high__isnull=True) | Q(value_low__lte=F("value_high")),
                name="demand_value_low_is_not_above_high",
                violation_error_message=_("The lower number is above the higher one."),
            ),
            models.CheckConstraint(
                condition=(Q(value_low__isnull=True) | Q(value_low__gte=0))
                & (Q(value_high__isnull=True) | Q(value_high__gte=0)),
                name="demand_value_is_not_below_zero",
                violation_error_message=_("A value is not below zero."),
            ),
            models.CheckConstraint(
                condition=Q(value_unit=ValueUnit.NONE, value_low__isnull=True, value_high__isnull=True)
                | (~Q(value_unit=ValueUnit.NONE) & (Q(value_low__isnull=False) | Q(value_high__isnull=False))),
                name="demand_value_has_a_unit",
                violation_error_message=_("A value needs a number and what it is counted in."),
            ),
            models.CheckConstraint(
                condition=Q(value_unit=ValueUnit.MONEY, value_currency__regex=r"^[A-Z]{3}$")
                | (~Q(value_unit=ValueUnit.MONEY) & Q(value_currency="")),
                name="demand_value_of_money_has_a_currency",
                violation_error_message=_(
                    "Money needs its currency (three capitals, ISO 4217), and nothing else has one."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]

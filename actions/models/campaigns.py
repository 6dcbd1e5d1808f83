"""Campaigns and their demands: what is asked, of whom, since when, and what became of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import DemandState
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
    sources = models.ManyToManyField(Source, blank=True, related_name="campaigns", verbose_name=_("sources"))
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
    """One version of a demand; a later one supersedes it and it stays readable."""

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
    note = models.TextField(_("note"), blank=True)
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="demands", verbose_name=_("for"))
    sources = models.ManyToManyField(Source, blank=True, related_name="demands", verbose_name=_("sources"))
    i18n = TranslationField(fields=("text", "addressee", "note"))

    text_i18n: str
    addressee_i18n: str
    note_i18n: str

    class Meta:
        verbose_name = _("demand")
        verbose_name_plural = _("demands")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(supersedes__isnull=True) | ~models.Q(supersedes=models.F("id")),
                name="demand_does_not_supersede_itself",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]

"""The chain: what was imposed, what took its place, and the stretches of custody beside it."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import (
    Confinement,
    CustodyEnd,
    CustodyKind,
    PrisonRegime,
    PublicationState,
    SanctionEnd,
    SanctionKind,
    Whereabouts,
)
from prisoners.fields import PartialDateField
from prisoners.models.base import (
    IS_PUBLISHED,
    Keyed,
    Publishable,
    by_day_of_year,
    lately_published,
    newest_first,
    titled,
    to_verify,
    whose_name,
    with_history,
)
from prisoners.models.cases import Case, Hearing
from prisoners.models.people import Prisoner
from prisoners.models.places import Place


@with_history
class Sanction(Keyed, Publishable):
    """One thing that was imposed: a prison term, a suspended term, a fine, a ban.

    A sanction may take the place of another (`replaces`: a pardon turns a term into a fine; a fine not paid into
    a term), run beside another (`accompanies`: a ban beside a term) or be added to one that still runs
    (`added_to`: a new term imposed in prison). Lengths are as pronounced; what is served is computed.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("imposed_earliest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="sanctions")
    case = models.ForeignKey(
        Case,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="sanctions",
        verbose_name=_("case"),
    )
    hearing = models.ForeignKey(
        Hearing,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="sanctions",
        verbose_name=_("imposed at"),
    )
    kind = models.CharField(_("kind"), max_length=24, choices=SanctionKind)
    imposed_on = PartialDateField(_("imposed"), blank=True, bounds=("imposed_earliest", "imposed_latest"))
    imposed_earliest = models.DateField(null=True, blank=True, editable=False)
    imposed_latest = models.DateField(null=True, blank=True, editable=False)
    starts_on = PartialDateField(
        _("counts from, if not from custody"), blank=True, bounds=("starts_earliest", "starts_latest")
    )
    starts_earliest = models.DateField(null=True, blank=True, editable=False)
    starts_latest = models.DateField(null=True, blank=True, editable=False)
    court = models.CharField(_("court or office"), max_length=200, blank=True)
    judge = models.CharField(_("judge"), max_length=120, blank=True)
    official = whose_name()
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sanctions",
        verbose_name=_("place"),
    )
    years = models.PositiveSmallIntegerField(_("years"), default=0)
    months = models.PositiveSmallIntegerField(_("months"), default=0)
    days = models.PositiveIntegerField(_("days"), default=0)
    is_indefinite = models.BooleanField(_("for life or without a term"), default=False)
    hours = models.PositiveSmallIntegerField(_("hours of work"), null=True, blank=True)
    regime = models.CharField(_("regime"), max_length=8, choices=PrisonRegime, default=PrisonRegime.UNKNOWN, blank=True)
    remand_counts_as = models.DecimalField(
        _("a day in remand counts as (days), as the verdict says"),
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
    )
    suspended_for_months = models.PositiveSmallIntegerField(_("suspended for (months)"), null=True, blank=True)
    fine_amount = models.DecimalField(_("amount of the fine"), max_digits=16, decimal_places=2, null=True, blank=True)
    fine_currency = models.CharField(_("currency (ISO 4217)"), max_length=3, blank=True)
    articles = models.CharField(_("articles of the code"), max_length=250, blank=True)
    text = models.TextField(_("in the words of the source"), blank=True)
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("replaces"),
    )
    accompanies = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ancillary",
        verbose_name=_("imposed beside"),
    )
    added_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="additions",
        verbose_name=_("added to"),
    )
    ended_by = models.CharField(
        _("ended by"), max_length=16, choices=SanctionEnd, default=SanctionEnd.NOT_ENDED, blank=True
    )
    ended_on = PartialDateField(_("ended"), blank=True, bounds=("ended_earliest", "ended_latest"))
    ended_earliest = models.DateField(null=True, blank=True, editable=False)
    ended_latest = models.DateField(null=True, blank=True, editable=False)
    i18n = TranslationField(fields=("text", "court"))

    text_i18n: str
    court_i18n: str

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        constraints = (
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="sanction_does_not_replace_itself",
            ),
            models.CheckConstraint(
                condition=Q(accompanies__isnull=True) | ~Q(accompanies=F("id")),
                name="sanction_is_not_beside_itself",
            ),
            models.CheckConstraint(
                condition=Q(added_to__isnull=True) | ~Q(added_to=F("id")),
                name="sanction_is_not_added_to_itself",
            ),
            models.CheckConstraint(
                condition=Q(ended_latest__isnull=True)
                | Q(imposed_earliest__isnull=True)
                | Q(ended_latest__gte=F("imposed_earliest")),
                name="sanction_ends_after_it_is_imposed",
                violation_error_message=_("A sanction ends after it is imposed."),
            ),
            models.CheckConstraint(
                condition=Q(remand_counts_as__isnull=True) | Q(remand_counts_as__gte=1, remand_counts_as__lte=3),
                name="sanction_remand_counts_once_to_thrice",
                violation_error_message=_("A day in remand counts as one to three days of the term."),
            ),
            models.CheckConstraint(
                condition=Q(fine_amount__isnull=True) | ~Q(fine_currency=""),
                name="sanction_fine_has_a_currency",
                violation_error_message=_("A fine needs its currency, and a currency its fine."),
            ),
        )
        indexes = (
            models.Index(
                fields=("imposed_latest", "imposed_earliest", "prisoner"),
                condition=Q(state=PublicationState.PUBLISHED),
                name="sanction_when_imposed",
            ),
            models.Index(fields=("imposed_latest",), name="sanction_by_day"),
            by_day_of_year("imposed_earliest", "sanction_by_day_of_year"),
            newest_first("sanction_by_change"),
            lately_published("sanction_lately", "imposed_latest"),
        )

    def __str__(self) -> str:
        return titled(self.get_kind_display(), self.imposed_on)


class _DateRange(Func):
    """daterange(a, b, '[)') of PostgreSQL."""

    function = "DATERANGE"


class _OneNumber(Func):
    """A range that holds one number: two of them overlap when the numbers are equal (needs no btree_gist)."""

    function = "INT8RANGE"


@with_history
class Detention(Keyed, Publishable):
    """A stretch of custody under one title in one place, as far as known.

    `ended_on` empty: not ended as far as known. Two stretches of one person may touch but not overlap, counted by
    the days on which custody is certain; the database holds that.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("started_earliest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="detentions")
    sanction = models.ForeignKey(
        Sanction,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="detentions",
        verbose_name=_("serving"),
    )
    kind = models.CharField(_("title"), max_length=16, choices=CustodyKind, default=CustodyKind.UNKNOWN)
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="detentions",
        verbose_name=_("place"),
    )
    started_on = PartialDateField(_("from"), bounds=("started_earliest", "started_latest"))
    started_earliest = models.DateField(null=True, blank=True, editable=False)
    started_latest = models.DateField(null=True, blank=True, editable=False)
    ended_on = PartialDateField(_("until"), blank=True, bounds=("ended_earliest", "ended_latest"))
    ended_earliest = models.DateField(null=True, blank=True, editable=False)
    ended_latest = models.DateField(null=True, blank=True, editable=False)
    ended_by = models.CharField(
        _("ended by"), max_length=12, choices=CustodyEnd, default=CustodyEnd.NOT_RECORDED, blank=True
    )
    confinement = models.CharField(
        _("how kept"), max_length=12, choices=Confinement, default=Confinement.NOT_RECORDED, blank=True
    )
    whereabouts = models.CharField(
        _("what is said of where"), max_length=12, choices=Whereabouts, default=Whereabouts.NOT_RECORDED, blank=True
    )
    text = models.TextField(_("in the words of the source"), blank=True)
    i18n = TranslationField(fields=("text",))

    text_i18n: str

    class Meta:
        verbose_name = _("stretch of custody")
        verbose_name_plural = _("stretches of custody")
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_latest__isnull=True)
                | Q(started_earliest__isnull=True)
                | Q(ended_latest__gte=F("started_earliest")),
                name="detention_ends_after_it_starts",
                violation_error_message=_("Custody ends after it has begun."),
            ),
            ExclusionConstraint(
                name="detention_does_not_overlap",
                expressions=(
                    (_OneNumber(F("prisoner_id"), F("prisoner_id"), Value("[]")), RangeOperators.OVERLAPS),
                    (_DateRange(F("started_latest"), F("ended_earliest")), RangeOperators.OVERLAPS),
                ),
                condition=Q(started_latest__isnull=False)
                & (Q(ended_on="") | Q(ended_earliest__gte=F("started_latest"))),
            ),
        )
        indexes = (
            models.Index(
                fields=("started_latest", "started_earliest", "prisoner"),
                condition=Q(state=PublicationState.PUBLISHED),
                name="detention_when_begun",
            ),
            models.Index(
                fields=("ended_latest", "ended_earliest", "prisoner"),
                condition=Q(state=PublicationState.PUBLISHED),
                name="detention_when_ended",
            ),
            models.Index(fields=("ended_latest",), name="detention_by_end"),
            models.Index(fields=("ended_on", "-started_earliest", "id"), name="detention_open_first"),
            to_verify("detention_to_verify", IS_PUBLISHED & Q(ended_on="")),
            by_day_of_year("started_earliest", "detention_by_day_of_year"),
            newest_first("detention_by_change"),
            lately_published("detention_lately", "started_latest"),
            models.Index(fields=("ended_latest",), condition=Q(ended_by=CustodyEnd.DIED), name="detention_by_death"),
        )

    def __str__(self) -> str:
        return titled(self.get_kind_display(), self.started_on)

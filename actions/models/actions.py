"""Actions, their slots, and the report of what happened: the picket log."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import ActionKind, AddressVisibility, DeliveryOutcome, PoliceMeasure, SlotRole
from actions.models.campaigns import Campaign
from actions.models.groups import Group, Target
from prisoners.choices import CounterKind
from prisoners.fields import PartialDateField
from prisoners.models import Prisoner, Source
from prisoners.models.base import Keyed, Publishable, Timestamped, with_history
from prisoners.querysets import InternalManager, PublicManager

#: Seven days, one day and two hours before, in minutes.
USUAL_REMINDERS = [7 * 24 * 60, 24 * 60, 2 * 60]


def usual_reminders() -> list[int]:
    """When those who come are reminded where nobody said otherwise."""
    return list(USUAL_REMINDERS)


@with_history
class Action(Keyed, Publishable):
    """A picket or another action. Local date, local time and place are the truth; instants are derived.

    `starts_at` and `ends_at` (UTC) are derived by `actions.services`; `starts_at` is the first moment of the local
    day when the hour is not known and null when the day is not. `revision` rises with every change of date, time,
    place or cancellation (RFC 5545 SEQUENCE), and is told from `settles_at` on. Those who come are reminded so many
    minutes before it as `reminder_minutes` says. Where the clock of the zone shows an hour twice, `is_second_hour` and
    `ends_in_second_hour` say which one is meant. A capacity of zero is zero; empty means no limit.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("held_earliest", "local_time", "id")

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=200)
    kinds = ArrayField(models.CharField(max_length=16, choices=ActionKind), verbose_name=_("kinds"), default=list)
    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("campaign"),
    )
    group = models.ForeignKey(
        Group,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("group"),
    )
    organised_by = models.CharField(_("organised by, as reported"), max_length=300, blank=True)
    target = models.ForeignKey(
        Target,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("target"),
    )
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="actions", verbose_name=_("for"))
    description = models.TextField(_("what we do"), blank=True)
    venue = models.CharField(_("meeting point"), max_length=300, blank=True)
    address_visibility = models.CharField(
        _("meeting point is shown to"),
        max_length=12,
        choices=AddressVisibility,
        default=AddressVisibility.EVERYBODY,
    )
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    time_zone = models.CharField(_("time zone (IANA)"), max_length=64)
    held_on = PartialDateField(_("local date"), blank=True, bounds=("held_earliest", "held_latest"))
    held_earliest = models.DateField(null=True, blank=True, editable=False)
    held_latest = models.DateField(null=True, blank=True, editable=False)
    local_time = models.TimeField(_("begins, local time"), null=True, blank=True)
    is_second_hour = models.BooleanField(_("begins in the second of two equal hours"), default=False, db_default=False)
    local_end_time = models.TimeField(_("ends, local time"), null=True, blank=True)
    ends_in_second_hour = models.BooleanField(
        _("ends in the second of two equal hours"), default=False, db_default=False
    )
    ends_on = models.DateField(
        _("ends on another day"), null=True, blank=True, help_text=_("Only for an action that goes on past midnight.")
    )
    starts_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    ends_at = models.DateTimeField(null=True, blank=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    settles_at = models.DateTimeField(null=True, blank=True, editable=False)
    reminder_minutes = ArrayField(
        models.PositiveIntegerField(), default=usual_reminders, db_default=USUAL_REMINDERS, blank=True, editable=False
    )
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    is_open_for_sign_up = models.BooleanField(_("takes sign-ups"), default=False)
    has_waiting_list = models.BooleanField(_("keeps a waiting list when full"), default=True)
    needs_approval = models.BooleanField(_("each sign-up waits for our word"), default=False, db_default=False)
    picture = models.ForeignKey(
        "actions.Photo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="actions",
        verbose_name=_("picture"),
    )
    day_of_action = models.ForeignKey(
        "actions.DayOfAction",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="actions",
        verbose_name=_("day of action"),
    )
    own_fields = ArrayField(
        models.CharField(max_length=20),
        verbose_name=_("said by itself"),
        default=list,
        db_default=[],
        blank=True,
        editable=False,
    )
    series = models.ForeignKey(
        "actions.Series",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="actions",
        verbose_name=_("series"),
    )
    series_on = models.DateField(_("day in the series"), null=True, blank=True, editable=False)
    is_apart = models.BooleanField(_("changed by itself"), default=False, db_default=False, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    cancellation_reason = models.TextField(_("reason for cancelling"), blank=True, editable=False)
    note = models.TextField(_("note on the sources"), blank=True)
    sources = models.ManyToManyField(
        Source, through="actions.ActionSource", blank=True, related_name="actions", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("title", "description", "venue", "note"))

    title_i18n: str
    description_i18n: str
    venue_i18n: str
    note_i18n: str

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = (
            models.CheckConstraint(condition=~Q(time_zone=""), name="action_has_a_zone"),
            models.CheckConstraint(
                condition=(Q(is_second_hour=False) | Q(local_time__isnull=False))
                & (Q(ends_in_second_hour=False) | Q(local_end_time__isnull=False)),
                name="action_second_hours_are_hours",
            ),
            models.UniqueConstraint(fields=("series", "series_on"), name="action_once_a_day_of_a_series"),
            models.CheckConstraint(
                condition=Q(series__isnull=True) | Q(series_on__isnull=False), name="action_of_a_series_has_its_day"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="action_ends_after_it_starts",
                violation_error_message=_("An action ends after it has begun."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self.cancelled_at is not None

    @property
    def has_time(self) -> bool:
        """Whether the hour is known."""
        return self.local_time is not None


class FormerActionSlug(models.Model):
    """An old address of an action's page; it redirects for ever."""

    slug = models.SlugField(max_length=120, unique=True)
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="former_slugs")

    objects = models.Manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug


@with_history
class Slot(Timestamped):
    """A role at an action, with how many are needed and how many may take it (zero is zero, empty no limit)."""

    natural_order: ClassVar[tuple[str, ...]] = ("id",)
    published_through: ClassVar[tuple[str, ...]] = ("action",)

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="slots")
    role = models.CharField(_("role"), max_length=16, choices=SlotRole, default=SlotRole.PARTICIPANT)
    label = models.CharField(_("label"), max_length=120, blank=True)
    minimum = models.PositiveIntegerField(_("needed"), default=0)
    maximum = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    i18n = TranslationField(fields=("label",))

    label_i18n: str

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        constraints = (
            models.CheckConstraint(
                condition=Q(maximum__isnull=True) | Q(maximum__gte=F("minimum")),
                name="slot_max_is_not_below_min",
                violation_error_message=_("The most that are needed are fewer than the least."),
            ),
        )

    def __str__(self) -> str:
        return self.label or self.get_role_display()


@with_history
class Report(Keyed, Publishable):
    """What happened at an action: the picket log. Turnout as low and high, and who counted."""

    natural_order: ClassVar[tuple[str, ...]] = ("-action__held_earliest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("action",)

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="report")
    turnout_low = models.PositiveIntegerField(_("turnout, at least"), null=True, blank=True)
    turnout_high = models.PositiveIntegerField(_("turnout, at most"), null=True, blank=True)
    counted_by_kind = models.CharField(
        _("kind of counter"), max_length=12, choices=CounterKind, default=CounterKind.ORGANISER
    )
    counted_by = models.CharField(_("counted by"), max_length=200, blank=True)
    text = models.TextField(_("what happened"), blank=True)
    police_kinds = ArrayField(
        models.CharField(max_length=12, choices=PoliceMeasure),
        verbose_name=_("the police"),
        default=list,
        db_default=Value([], output_field=ArrayField(models.CharField(max_length=12))),
        blank=True,
    )
    police_measures = models.TextField(_("what the police did"), blank=True)
    arrests = models.PositiveIntegerField(_("arrests, at least"), null=True, blank=True)
    arrests_high = models.PositiveIntegerField(_("arrests, at most"), null=True, blank=True)
    arrests_counted_by = models.CharField(_("arrests counted by"), max_length=200, blank=True, db_default="")
    delivery = models.CharField(
        _("statement or letter"),
        max_length=12,
        choices=DeliveryOutcome,
        default=DeliveryOutcome.NOT_RECORDED,
        blank=True,
    )
    press_links = models.TextField(_("press, one address a line"), blank=True)
    walk_in_count = models.PositiveIntegerField(_("came without a sign-up"), null=True, blank=True, editable=False)
    signed_up_count = models.PositiveIntegerField(_("had signed up"), null=True, blank=True, editable=False)
    attended_count = models.PositiveIntegerField(_("of them came"), null=True, blank=True, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("reported by"),
    )
    sources = models.ManyToManyField(
        Source, through="actions.ReportSource", blank=True, related_name="reports", verbose_name=_("sources")
    )
    i18n = TranslationField(fields=("text", "police_measures"))

    text_i18n: str
    police_measures_i18n: str

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = (
            models.CheckConstraint(
                condition=Q(turnout_low__isnull=True)
                | Q(turnout_high__isnull=True)
                | Q(turnout_low__lte=F("turnout_high")),
                name="report_low_is_not_above_high",
                violation_error_message=_("The turnout “at least” is higher than “at most”."),
            ),
            models.CheckConstraint(
                condition=Q(arrests_high__isnull=True) | Q(arrests__isnull=True) | Q(arrests__lte=F("arrests_high")),
                name="report_arrests_low_is_not_above_high",
                violation_error_message=_("The arrests “at least” are more than “at most”."),
            ),
        )

    def __str__(self) -> str:
        counted = [str(number) for number in (self.turnout_low, self.turnout_high) if number is not None]
        return "–".join(dict.fromkeys(counted)) or str(self._meta.verbose_name)

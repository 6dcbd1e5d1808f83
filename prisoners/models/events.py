"""What happened, how many were counted by whom, who said what, and how a status was reported."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import Channel, CounterKind, EventKind, EventRelation, Stance
from prisoners.fields import PartialDateField
from prisoners.models.base import (
    Keyed,
    Publishable,
    Timestamped,
    by_day_of_year,
    lately_published,
    newest_first,
    titled,
    with_history,
)
from prisoners.models.people import Prisoner
from prisoners.models.places import Organisation, Place
from prisoners.querysets import InternalManager, PublicManager


@with_history
class Event(Keyed, Publishable):
    """Something that happened to prisoners, or around them: an arrest, a hunger strike, a massacre.

    `is_commemorated` events are remembered by followers of their country on each anniversary.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("happened_earliest", "id")

    kind = models.CharField(_("kind"), max_length=20, choices=EventKind, default=EventKind.OTHER)
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = models.TextField(_("what happened"), blank=True)
    happened_on = PartialDateField(_("date"), blank=True, bounds=("happened_earliest", "happened_latest"))
    happened_earliest = models.DateField(null=True, blank=True, editable=False)
    happened_latest = models.DateField(null=True, blank=True, editable=False)
    local_time = models.TimeField(_("local time, if known"), null=True, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="events", verbose_name=_("prisoners"))
    is_commemorated = models.BooleanField(_("remembered each year"), default=False)
    is_planned = models.BooleanField(_("announced, not known to have happened"), default=False)
    i18n = TranslationField(fields=("title", "text"))

    title_i18n: str
    text_i18n: str

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = (
            models.Index(fields=("kind", "happened_latest"), name="event_by_kind_and_day"),
            by_day_of_year("happened_earliest", "event_by_day_of_year"),
            newest_first("event_by_change"),
            lately_published("event_lately", "happened_latest"),
        )

    def __str__(self) -> str:
        return self.title or titled(self.get_kind_display(), self.happened_on)


@with_history
class EventLink(Keyed, Timestamped):
    """How one event stands to another, as a source tells it; as public as both. A pair is told once, from one side."""

    natural_order: ClassVar[tuple[str, ...]] = ("id",)
    published_through: ClassVar[tuple[str, ...]] = ("event", "other")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="links", verbose_name=_("event"))
    relation = models.CharField(_("stands to it so"), max_length=12, choices=EventRelation)
    other = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="linked_from", verbose_name=_("the other event")
    )

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("related event")
        verbose_name_plural = _("related events")
        constraints = (
            models.UniqueConstraint(fields=("event", "relation", "other"), name="event_link_once"),
            models.CheckConstraint(condition=~Q(event=F("other")), name="event_link_to_another"),
            models.CheckConstraint(condition=~Q(relation=""), name="event_link_says_how"),
        )

    def __str__(self) -> str:
        return f"{self.event} – {self.get_relation_display()} – {self.other}"


@with_history
class Figure(Keyed, Publishable):
    """A quantity as somebody claimed it. Figures stand side by side; they are never merged or summed.

    `best` is what the counter holds for the likeliest within low and high; nobody else's guess is put there.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("about", "claimed_earliest", "id")

    event = models.ForeignKey(
        Event,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("event"),
    )
    about = models.CharField(_("what was counted"), max_length=60)
    low = models.PositiveIntegerField(_("at least"), null=True, blank=True)
    high = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    best = models.PositiveIntegerField(_("best estimate"), null=True, blank=True)
    is_lower_bound = models.BooleanField(_("given as «at least»"), default=False)
    text = models.CharField(_("in words, as given"), max_length=200, blank=True)
    counted_by_kind = models.CharField(
        _("kind of counter"), max_length=12, choices=CounterKind, default=CounterKind.UNKNOWN
    )
    counted_by = models.CharField(_("counted by"), max_length=300, blank=True)
    claimed_on = PartialDateField(_("as of"), blank=True, bounds=("claimed_earliest", "claimed_latest"))
    claimed_earliest = models.DateField(null=True, blank=True, editable=False)
    claimed_latest = models.DateField(null=True, blank=True, editable=False)
    i18n = TranslationField(fields=("about", "text", "counted_by"))

    about_i18n: str
    text_i18n: str
    counted_by_i18n: str

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = (
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="figure_low_is_not_above_high",
                violation_error_message=_("The lower number is above the higher one."),
            ),
            models.CheckConstraint(
                condition=Q(best__isnull=True)
                | ((Q(low__isnull=True) | Q(low__lte=F("best"))) & (Q(high__isnull=True) | Q(high__gte=F("best")))),
                name="figure_best_lies_between",
                violation_error_message=_("The best estimate lies outside the lower and the higher number."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=False) | Q(high__isnull=False) | Q(best__isnull=False) | ~Q(text=""),
                name="figure_says_something",
                violation_error_message=_("A figure needs a number, or the words in which it was given."),
            ),
        )

    def __str__(self) -> str:
        numbers = (one for one in (self.low, self.best, self.high) if one is not None)
        return f"{self.about}: {self.text or '–'.join(str(one) for one in dict.fromkeys(numbers))}"


@with_history
class Statement(Keyed, Publishable):
    """Who said what, with what stance; the words are the source's."""

    natural_order: ClassVar[tuple[str, ...]] = ("said_earliest", "id")

    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    speaker_role = models.CharField(_("role of the speaker"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("organisation"),
    )
    said_on = PartialDateField(_("date"), blank=True, bounds=("said_earliest", "said_latest"))
    said_earliest = models.DateField(null=True, blank=True, editable=False)
    said_latest = models.DateField(null=True, blank=True, editable=False)
    text = models.TextField(_("what was said, reported"), blank=True)
    quote = models.TextField(_("quotation"), blank=True)
    quote_language = models.CharField(_("language of the quotation"), max_length=12, blank=True)
    channel = models.CharField(
        _("how it was said"), max_length=20, choices=Channel, default=Channel.NOT_RECORDED, blank=True
    )
    stance = models.CharField(_("stance"), max_length=24, choices=Stance, default=Stance.NOT_JUDGED, blank=True)
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="statements", verbose_name=_("about"))
    event = models.ForeignKey(
        Event,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("event"),
    )
    i18n = TranslationField(fields=("speaker", "speaker_role", "text"))

    speaker_i18n: str
    speaker_role_i18n: str
    text_i18n: str

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def __str__(self) -> str:
        return f"{self.speaker}: {self.text[:60]}"


@with_history
class StatusReport(Keyed, Publishable):
    """How a source described a prisoner's situation on a day: shown with that day, never as today's."""

    natural_order: ClassVar[tuple[str, ...]] = ("reported_latest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("prisoner",)

    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="status_reports")
    text = models.CharField(_("situation, as reported"), max_length=300)
    reported_on = PartialDateField(_("as of"), blank=True, bounds=("reported_earliest", "reported_latest"))
    reported_earliest = models.DateField(null=True, blank=True, editable=False)
    reported_latest = models.DateField(null=True, blank=True, editable=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    i18n = TranslationField(fields=("text", "note"))

    text_i18n: str
    note_i18n: str

    class Meta:
        verbose_name = _("status as reported")
        verbose_name_plural = _("statuses as reported")

    def __str__(self) -> str:
        return self.text

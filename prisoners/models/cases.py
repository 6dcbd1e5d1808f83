"""Cases: one prosecution of one or several people, its charges and its hearings."""

from datetime import datetime
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from prisoners.choices import ChargeStatus, CounselStatus, HearingDecision, HearingKind, HearingStatus, PublicationState
from prisoners.fields import PartialDateField
from prisoners.models.base import (
    IS_PUBLISHED,
    Keyed,
    Publishable,
    Timestamped,
    newest_first,
    titled,
    whose_name,
    with_history,
)
from prisoners.models.hearing_sorts import IS_DECIDED, KNOWN_AT
from prisoners.models.people import Prisoner
from prisoners.models.places import Place
from prisoners.querysets import InternalManager, PublicManager
from prisoners.row_words import Translated, by_words


@with_history
class Case(Keyed, Publishable):
    """One prosecution, maybe of several people; what is true of each stands on their own rows.

    `follows` is the case that it grew out of: the appeal names the trial, the new trial what was sent back. No case
    comes after itself by any way (`prisoners.services.cases`).
    """

    natural_order: ClassVar[tuple[str, ...]] = ("opened_earliest", "title")

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=250)
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2)
    number = models.CharField(_("number of the case"), max_length=100, blank=True)
    description = models.TextField(_("what it is about"), blank=True)
    opened_on = PartialDateField(_("opened"), blank=True, bounds=("opened_earliest", "opened_latest"))
    opened_earliest = models.DateField(null=True, blank=True, editable=False)
    opened_latest = models.DateField(null=True, blank=True, editable=False)
    follows = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("follows the case"),
        help_text=_("For an appeal or a new trial: the case before it. Whoever follows that one is told of this one."),
    )
    defendants = models.ManyToManyField(Prisoner, through="Defendant", related_name="cases")
    i18n = TranslationField(fields=("title", "description"))

    title_i18n: str
    description_i18n: str

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = (
            models.CheckConstraint(condition=models.Q(country__regex=r"^[A-Z]{2}$"), name="case_country_is_iso"),
            models.CheckConstraint(
                condition=models.Q(follows__isnull=True) | ~models.Q(follows=models.F("pk")),
                name="case_follows_another",
                violation_error_message=_("A case cannot follow itself."),
            ),
        )
        indexes = (
            models.Index(fields=("state", "opened_earliest", "title", "id"), name="case_by_day"),
            by_words("case_words", "title", "slug", "number", Translated("title")),
        )

    def __str__(self) -> str:
        return self.title


@with_history
class Defendant(Timestamped):
    """That a prisoner is a defendant in a case."""

    published_through: ClassVar[tuple[str, ...]] = ("case", "prisoner")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="defendant_rows")
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="defendant_rows")

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("defendant")
        verbose_name_plural = _("defendants")
        constraints = (models.UniqueConstraint(fields=("case", "prisoner"), name="defendant_once_a_case"),)

    def __str__(self) -> str:
        return f"{self.prisoner.name_i18n}, {self.case.title_i18n}"


#: Where a charge stands is what the last line of its history says, once it has one, whatever else is written there.
_BY_ITS_HISTORY = """
    NEW.status = COALESCE(
        (SELECT step.status FROM prisoners_chargestep step WHERE step.charge_id = NEW.id
         ORDER BY step.since_earliest DESC, step.since_latest DESC, step.id DESC LIMIT 1),
        NEW.status
    );
    RETURN NEW;
"""
#: The charge is locked first: who writes a line beside another waits, and then sees that one.
_TELL_THE_CHARGE = """
    PERFORM FROM prisoners_charge WHERE id IN (OLD.charge_id, NEW.charge_id) ORDER BY id FOR NO KEY UPDATE;
    UPDATE prisoners_charge SET status = status, updated_at = clock_timestamp()
    WHERE id IN (OLD.charge_id, NEW.charge_id);
    RETURN NULL;
"""


@with_history
class Charge(Keyed, Publishable):
    """What one defendant is accused of in a case.

    `status` is where the charge stands now. Where its history is known (`ChargeStep`), the database keeps it at what
    the last line of that says; without one it is what was entered.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("brought_earliest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("case", "prisoner")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="charges")
    prisoner = models.ForeignKey(Prisoner, on_delete=models.CASCADE, related_name="charges")
    text = models.TextField(_("the accusation, as reported"), blank=True)
    articles = ArrayField(
        models.CharField(max_length=120), verbose_name=_("articles of the code"), default=list, blank=True
    )
    brought_on = PartialDateField(_("brought"), blank=True, bounds=("brought_earliest", "brought_latest"))
    brought_earliest = models.DateField(null=True, blank=True, editable=False)
    brought_latest = models.DateField(null=True, blank=True, editable=False)
    status = models.CharField(_("status"), max_length=16, choices=ChargeStatus, default=ChargeStatus.UNKNOWN)
    amount = models.DecimalField(_("amount at issue"), max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency (ISO 4217)"), max_length=3, blank=True)
    i18n = TranslationField(fields=("text",))

    text_i18n: str

    class Meta:
        verbose_name = _("charge")
        verbose_name_plural = _("charges")
        indexes = (GinIndex(fields=("articles",), name="charge_by_articles"),)
        triggers = (
            pgtrigger.Trigger(
                name="status_by_history",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("status"),
                func=_BY_ITS_HISTORY,
            ),
        )

    def __str__(self) -> str:
        return self.text[:80] or ", ".join(self.articles)


@with_history
class ChargeStep(Keyed, Timestamped):
    """Since when a charge stood where: one line of its history, as public as the charge.

    `since_on` is the local day, as exact as the source; its first possible day is known, so that lines have an order.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("since_earliest", "since_latest", "id")
    published_through: ClassVar[tuple[str, ...]] = ("charge", "charge__case", "charge__prisoner")

    charge = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="steps", verbose_name=_("charge"))
    status = models.CharField(_("status"), max_length=16, choices=ChargeStatus)
    since_on = PartialDateField(_("since"), bounds=("since_earliest", "since_latest"))
    since_earliest = models.DateField(null=True, editable=False)
    since_latest = models.DateField(null=True, blank=True, editable=False)

    internal = InternalManager()
    public = PublicManager()

    class Meta:
        verbose_name = _("line of the history of a charge")
        verbose_name_plural = _("history of the charge")
        constraints = (
            models.UniqueConstraint(fields=("charge", "status", "since_on"), name="charge_step_once_a_day"),
            models.CheckConstraint(
                condition=~models.Q(status__in=("", ChargeStatus.UNKNOWN)), name="charge_step_says_something"
            ),
            models.CheckConstraint(
                condition=models.Q(since_earliest__isnull=False), name="charge_step_has_a_first_day"
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="charge_follows",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_TELL_THE_CHARGE,
            ),
        )

    def __str__(self) -> str:
        return titled(self.get_status_display(), self.since_on)

    @property
    def published_at(self) -> datetime | None:
        """Since when readers may see it (UTC): since its charge is public, but not before it was entered."""
        shown = self.charge.published_at
        return max(shown, self.created_at) if shown is not None else None


@with_history
class Hearing(Keyed, Publishable):
    """A sitting of a court. Local date, local time and place are the truth; the instant is derived.

    `starts_at` is the instant (UTC) of the local date and time in the place's zone, or of the local day's first
    moment when the hour is not known; it is null when the day is not known. It is derived by
    `prisoners.services.hearings` and again at sending, since the law may move clocks.
    `revision` rises with every change of date, time, place or status (RFC 5545 SEQUENCE). Where the clock of the place
    shows the hour twice, `is_second_hour` says which one is meant.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("held_earliest", "local_time", "id")
    published_through: ClassVar[tuple[str, ...]] = ("case",)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hearings")
    kind = models.CharField(_("kind"), max_length=20, choices=HearingKind, default=HearingKind.TRIAL_SESSION)
    status = models.CharField(_("status"), max_length=12, choices=HearingStatus, default=HearingStatus.SCHEDULED)
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        related_name="hearings",
        verbose_name=_("place (gives the time zone)"),
    )
    court = models.CharField(_("court"), max_length=200, blank=True)
    judge = models.CharField(_("judge"), max_length=120, blank=True)
    official = whose_name()
    held_on = PartialDateField(_("local date"), bounds=("held_earliest", "held_latest"))
    held_earliest = models.DateField(null=True, blank=True, editable=False)
    held_latest = models.DateField(null=True, blank=True, editable=False)
    local_time = models.TimeField(_("local time, if known"), null=True, blank=True)
    is_second_hour = models.BooleanField(_("second of two equal hours"), default=False, db_default=False)
    starts_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    text = models.TextField(_("what it is about, or what happened"), blank=True)
    outcome = models.CharField(_("outcome, as reported"), max_length=300, blank=True)
    decision = models.CharField(
        _("what the court decided"),
        max_length=12,
        choices=HearingDecision,
        default=HearingDecision.UNKNOWN,
        blank=True,
    )
    next_hearing = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="previous_hearings",
        verbose_name=_("next hearing"),
    )
    is_public_admitted = models.BooleanField(_("public admitted"), null=True, blank=True)
    is_press_admitted = models.BooleanField(_("press admitted"), null=True, blank=True)
    is_defendant_present = models.BooleanField(_("defendant present"), null=True, blank=True)
    counsel = models.CharField(
        _("counsel"), max_length=24, choices=CounselStatus, default=CounselStatus.UNKNOWN, blank=True
    )
    i18n = TranslationField(fields=("text", "outcome", "court"))

    text_i18n: str
    outcome_i18n: str
    court_i18n: str

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(next_hearing__isnull=True) | ~models.Q(next_hearing=models.F("id")),
                name="hearing_is_not_its_own_next",
            ),
            models.CheckConstraint(
                condition=models.Q(decision=HearingDecision.UNKNOWN) | models.Q(status=HearingStatus.HELD),
                name="hearing_that_decided_was_held",
            ),
            models.CheckConstraint(
                condition=models.Q(is_second_hour=False) | models.Q(local_time__isnull=False),
                name="hearing_second_hour_is_an_hour",
            ),
        )
        indexes = (
            models.Index(fields=("-held_earliest", "-id"), name="hearing_by_day"),
            models.Index(fields=("held_latest",), name="hearing_by_last_day"),
            models.Index(
                fields=("held_latest", "held_earliest", "local_time", "id"),
                condition=IS_PUBLISHED,
                name="hearing_next_first",
            ),
            # By which those of a kind, a state or a decision are counted, without looking at them.
            models.Index(fields=("kind", "status", "decision"), condition=IS_PUBLISHED, name="hearing_by_kind"),
            newest_first("hearing_by_change"),
            # What the clock looks for at each round.
            models.Index(fields=("starts_at",), name="hearing_revised", condition=models.Q(revision__gt=0)),
            models.Index(fields=("updated_at",), name="hearing_revised_lately", condition=models.Q(revision__gt=0)),
            models.Index(fields=("published_at",), name="hearing_scheduled", condition=models.Q(status="scheduled")),
            models.Index(fields=("held_latest",), name="hearing_awaited", condition=models.Q(status="scheduled")),
            models.Index(KNOWN_AT, name="hearing_decided", condition=IS_DECIDED),
            models.Index(
                fields=("held_earliest", "held_latest", "case"),
                condition=models.Q(state=PublicationState.PUBLISHED, status=HearingStatus.SCHEDULED),
                name="hearing_to_come",
            ),
        )

    def __str__(self) -> str:
        return titled(self.get_kind_display(), self.held_on)

    @property
    def came_of_it(self) -> str:
        """What came of it: in the words of the source, else what the court decided; empty where neither is known."""
        return self.outcome_i18n or (self.get_decision_display() if self.decision else "")

    @property
    def has_time(self) -> bool:
        """Whether the hour is known; without it the hearing is a day and `starts_at` its first moment."""
        return self.local_time is not None

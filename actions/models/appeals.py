"""Appeals after the manner of urgent actions: who is asked for what, until which day, and what came of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import AppealImpact, AppealKind, AppealOutcome, AppealResponse
from actions.models.campaigns import Campaign
from actions.models.groups import Target
from prisoners.choices import PublicationState
from prisoners.models import Prisoner, Source
from prisoners.models.base import Keyed, Publishable, with_history
from prisoners.querysets import FactQuerySet, InternalManager, PublicManager


class PublicAppeals(PublicManager):
    """The public door: an appeal names those for whom it is, and goes from the public with the last of their consents.

    One that is for a person whose page was withdrawn, or is not public yet, is not shown.
    """

    def get_queryset(self) -> "FactQuerySet[Any]":
        hidden = Appeal.prisoners.through._default_manager.exclude(prisoner__state=PublicationState.PUBLISHED)
        return super().get_queryset().exclude(pk__in=hidden.values("appeal"))


@with_history
class Appeal(Keyed, Publishable):
    """What people are asked to write, or to sign, to those who can set somebody free.

    Numbers in its texts are computed and never typed (`actions.appeal_texts`). It closes by itself at the end of
    `closes_on`, a civil day in `time_zone`; whoever needs longer moves that day, which the history keeps. `ended_on`
    ends it before. `closes_at` (UTC) is derived from both: what is at or after it is too late. `number` counts within
    `series`, the topic of its campaign (`campaign:3`) or, without one, of whom it is for (`prisoner:12`); both are
    given at publication.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("-closes_at", "-id")

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=AppealKind, default=AppealKind.LETTERS)
    title = models.CharField(_("title"), max_length=200)
    series = models.CharField(_("series"), max_length=60, blank=True, editable=False)
    number = models.PositiveIntegerField(_("number in the series"), null=True, blank=True, editable=False)
    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appeals",
        verbose_name=_("campaign"),
    )
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="appeals", verbose_name=_("for"))
    targets = models.ManyToManyField(Target, blank=True, related_name="appeals", verbose_name=_("addressed to"))
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("follows the appeal"),
    )
    requested_by = models.CharField(
        _("called for by"), max_length=250, blank=True, help_text=_("Who asked for it: a union, a family, a committee.")
    )
    summary = models.TextField(_("what it is about, and what is asked"), blank=True)
    points = models.TextField(_("points to make, one a line"), blank=True)
    letter_language = models.CharField(
        _("language to write in"), max_length=12, blank=True, help_text=_("As its code: en, ru, kk. Empty: any.")
    )
    letter_subject = models.CharField(_("subject of the letter"), max_length=150, blank=True)
    salutation = models.CharField(_("salutation"), max_length=200, blank=True)
    letter = models.TextField(
        _("letter"),
        blank=True,
        help_text=_(
            "Numbers are not typed: {{ days_held }}, {{ years_held }}, {{ age }}, {{ held_since }}, {{ name }}."
        ),
    )
    closes_on = models.DateField(_("until (the last local day)"), null=True, blank=True)
    time_zone = models.CharField(_("time zone (IANA)"), max_length=64, default="UTC")
    ended_on = models.DateField(_("ended before, on"), null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    delivered_on = models.DateField(_("handed over on"), null=True, blank=True)
    delivery = models.TextField(_("how it was handed over"), blank=True)
    paper_signatures = models.PositiveIntegerField(_("signatures on paper"), default=0)
    replied_on = models.DateField(_("answered on"), null=True, blank=True)
    reply = models.TextField(_("answer of the addressee"), blank=True)
    response = models.CharField(
        _("how the addressee responded"),
        max_length=16,
        choices=AppealResponse,
        default=AppealResponse.NOT_RECORDED,
        blank=True,
    )
    impact = models.CharField(
        _("what it did to the situation"),
        max_length=16,
        choices=AppealImpact,
        default=AppealImpact.NOT_JUDGED,
        blank=True,
    )
    outcome = models.CharField(_("what came of it"), max_length=12, choices=AppealOutcome, blank=True)
    outcome_text = models.TextField(_("what came of it, in words"), blank=True)
    campaign_words = models.TextField(_("in the campaign's own words"), blank=True)
    sources = models.ManyToManyField(
        Source, through="actions.AppealSource", blank=True, related_name="appeals", verbose_name=_("sources")
    )
    i18n = TranslationField(
        fields=(
            "title",
            "summary",
            "points",
            "letter_subject",
            "salutation",
            "letter",
            "delivery",
            "reply",
            "outcome_text",
            "campaign_words",
        )
    )

    title_i18n: str
    summary_i18n: str
    points_i18n: str
    letter_subject_i18n: str
    salutation_i18n: str
    letter_i18n: str
    delivery_i18n: str
    reply_i18n: str
    outcome_text_i18n: str
    campaign_words_i18n: str

    internal = InternalManager()  # type: ignore[misc]
    public = PublicAppeals()  # type: ignore[misc]

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = (
            models.UniqueConstraint(
                fields=("series", "number"), name="appeal_number_once_a_series", condition=~Q(series="")
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("id")), name="appeal_does_not_follow_itself"
            ),
            models.CheckConstraint(
                condition=~Q(state=PublicationState.PUBLISHED) | Q(closes_at__isnull=False),
                name="appeal_in_public_has_an_end",
                violation_error_message=_("An appeal that is public needs the day on which it closes."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(closes_on__isnull=True) | Q(ended_on__lte=F("closes_on")),
                name="appeal_ends_before_it_closes",
                violation_error_message=_("It ended after the day on which it closes by itself."),
            ),
            models.CheckConstraint(condition=~Q(time_zone=""), name="appeal_has_a_zone"),
            models.CheckConstraint(
                condition=~Q(response=AppealResponse.NO_ANSWER) | Q(replied_on__isnull=True, reply=""),
                name="appeal_without_answer_has_none",
                violation_error_message=_("An answer is recorded, so that it was not left without one."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def takes_signatures(self) -> bool:
        """Whether it is signed by all, rather than written by each."""
        return self.kind != AppealKind.LETTERS


class AppealClaim(models.Model):
    """How many people said on a day (UTC) that they wrote: a count and nothing else, not even of whom."""

    appeal = models.ForeignKey(Appeal, on_delete=models.CASCADE, related_name="claims")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("said that they wrote"), default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("count of those who say that they wrote")
        verbose_name_plural = _("counts of those who say that they wrote")
        constraints = (models.UniqueConstraint(fields=("appeal", "day"), name="appeal_claims_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"

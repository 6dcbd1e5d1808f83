"""Dispatches: a mailing that people write once, in several languages, for all who follow a topic."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actions.choices import DispatchKind, DispatchState
from actions.models.appeals import Appeal
from actions.models.groups import Group
from prisoners.models.base import SentBack, Timestamped, with_history


class InternalDispatches(models.Manager["Dispatch"]):
    """Every dispatch, the newest first: for the desk and the clock."""

    def get_queryset(self) -> "models.QuerySet[Dispatch]":
        return super().get_queryset().order_by("-created_at", "-pk")


class PublicDispatches(models.Manager["Dispatch"]):
    """What has begun to leave and was not withdrawn: whoever got it or did not may read it on the web."""

    def get_queryset(self) -> "models.QuerySet[Dispatch]":
        rows = super().get_queryset().filter(started_at__isnull=False, withdrawn_at__isnull=True)
        return rows.order_by("-started_at", "-pk")


@with_history
class Dispatch(SentBack, Timestamped):
    """One mailing to the followers of `audience`, a topic such as `prisoner:12`, `campaign:3`, `country:KZ` or `all`.

    It holds words and an audience, never an address: to whom it is owed, and what became of that, are notifications.
    `language` is the one it was written in; its other languages fall back to that. `appeal` is what its readers are
    asked to write or to sign; when that closes or is withdrawn, the dispatch leaves no more. `owed_at` is when all
    who followed were written down; the counts are kept when it is over, for the notifications are erased soon after.
    """

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=DispatchKind, default=DispatchKind.DISPATCH)
    audience = models.CharField(_("for whom"), max_length=60)
    language = models.CharField(_("language it is written in"), max_length=12, default="en")
    group = models.ForeignKey(
        Group, on_delete=models.SET_NULL, null=True, blank=True, related_name="dispatches", verbose_name=_("group")
    )
    appeal = models.ForeignKey(
        Appeal,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="dispatches",
        verbose_name=_("appeal that it calls for"),
    )
    state = models.CharField(_("state"), max_length=12, choices=DispatchState, default=DispatchState.DRAFT)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    started_at = models.DateTimeField(_("sent since"), null=True, editable=False)
    owed_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(_("sent until"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    sent_count = models.PositiveIntegerField(_("mails that left"), default=0, editable=False)
    failed_count = models.PositiveIntegerField(_("mails that failed"), default=0, editable=False)

    internal = InternalDispatches()
    public = PublicDispatches()

    class Meta:
        verbose_name = _("dispatch")
        verbose_name_plural = _("dispatches")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=DispatchState.waiting(), started_at__isnull=True)
                | Q(state__in=DispatchState.begun(), started_at__isnull=False),
                name="dispatch_begun_has_its_instant",
            ),
            models.CheckConstraint(condition=~Q(audience=""), name="dispatch_is_for_somebody"),
        )
        indexes = (models.Index(fields=("-started_at",), name="dispatch_archive"),)

    def __str__(self) -> str:
        return self.slug

    @property
    def has_begun(self) -> bool:
        """Whether a mail may have left; from then on no word of it changes."""
        return self.started_at is not None


@with_history
class DispatchText(Timestamped):
    """The words of a dispatch in one language: a subject of one line, and paragraphs divided by empty lines."""

    natural_order: ClassVar[tuple[str, ...]] = ("language",)

    dispatch = models.ForeignKey(Dispatch, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12)
    subject = models.CharField(_("subject"), max_length=120)
    text = models.TextField(_("text"))

    internal: "models.Manager[DispatchText]" = models.Manager()

    class Meta:
        verbose_name = _("text of a dispatch")
        verbose_name_plural = _("texts of dispatches")
        constraints = (
            models.UniqueConstraint(fields=("dispatch", "language"), name="dispatch_text_once_a_language"),
            models.CheckConstraint(
                condition=~Q(subject__regex=r"[\r\n]") & ~Q(subject="") & ~Q(text=""),
                name="dispatch_text_says_something",
            ),
        )

    def __str__(self) -> str:
        return self.subject

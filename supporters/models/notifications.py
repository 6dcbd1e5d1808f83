"""Notifications: a mail is a row before it is a mail."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from supporters.choices import NotificationState, Rate
from supporters.models.people import Supporter


class Notification(models.Model):
    """One message owed to one person once, about one subject on one occasion.

    `subject` names a row (`hearing:5`), `occasion` what makes it once (`2026-12-20/7d`, `revision:3`, `2026`).
    `told` keeps the public facts that were said (date, hour, status), so that a change can be told against it.
    Due, stale and next attempt are instants (UTC); after `stale_at` it is cancelled with the reason, never sent.
    `rate` names the digest with which it goes (state *waiting* until then), "" for a mail of its own.
    `claim` names the advisory lock of the worker that is sending it; `handed_at` is set just before the mail
    server gets it, so that after a death it is known which row is in doubt. The state is the truth; Celery only
    rings the bell. No index on the state alone: rows leave it too often.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(_("kind"), max_length=40)
    subject = models.CharField(_("subject"), max_length=60)
    occasion = models.CharField(_("occasion"), max_length=60)
    revision = models.PositiveIntegerField(_("revision of the subject that was told"), default=0)
    told = models.JSONField(_("what was told"), default=dict)
    rate = models.CharField(_("goes with a digest"), max_length=8, choices=Rate, blank=True, default="", db_default="")
    state = models.CharField(_("state"), max_length=12, choices=NotificationState, default=NotificationState.QUEUED)
    due_at = models.DateTimeField(_("due at"))
    stale_at = models.DateTimeField(_("stale at"))
    next_attempt_at = models.DateTimeField(_("next attempt at"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    claimed_at = models.DateTimeField(_("claimed at"), null=True, blank=True)
    claim = models.BigIntegerField(_("claim"), null=True, blank=True)
    handed_at = models.DateTimeField(_("may have left since"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    reason = models.CharField(_("why it failed or was cancelled"), max_length=200, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = (
            models.UniqueConstraint(
                fields=("supporter", "kind", "subject", "occasion"), name="notification_once_an_occasion"
            ),
            models.CheckConstraint(condition=Q(stale_at__gt=F("due_at")), name="notification_stale_after_due"),
        )
        indexes = (
            models.Index(
                fields=("next_attempt_at",),
                name="notification_waiting",
                condition=Q(state=NotificationState.QUEUED),
            ),
            models.Index(
                fields=("rate", "supporter"),
                name="notification_of_digests",
                condition=Q(state=NotificationState.WAITING),
            ),
            models.Index(
                fields=("stale_at",),
                name="notification_wearing_off",
                condition=Q(state=NotificationState.WAITING),
            ),
            models.Index(
                fields=("claimed_at",),
                name="notification_claimed",
                condition=Q(state=NotificationState.SENDING),
            ),
            models.Index(fields=("subject", "kind"), name="notification_by_subject"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.occasion}"


class Tick(models.Model):
    """When the clock last ran each of its tasks (read by /readyz and by `doctor`)."""

    name = models.CharField(max_length=60, primary_key=True)
    ran_at = models.DateTimeField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("tick of the clock")
        verbose_name_plural = _("ticks of the clock")

    def __str__(self) -> str:
        return self.name

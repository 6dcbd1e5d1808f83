"""Notifications: a mail is a row before it is a mail."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from supporters.choices import NotificationState, Rate
from supporters.models.asked import stirs_its_subject
from supporters.models.people import Supporter

IN_A_BATCH = """
INSERT INTO supporters_batch (rank, due_at, size, word, is_push)
VALUES (1, NEW.next_attempt_at, 1, '', EXISTS (
    SELECT 1 FROM supporters_supporter WHERE id = NEW.supporter_id AND length(email) = 0))
RETURNING id INTO NEW.batch;
RETURN NEW;
"""


class Batch(models.Model):
    """Rows that are claimed together: the queue of what is to be sent.

    A claim writes one row here for hundreds there, so that nothing by which notifications are found changes while
    they are sent, and PostgreSQL can write each of them in place. `due_at` is the instant before which nobody may
    claim it, `rank` what overtakes what (`Rank`), `word` the same for all that say the same ("" where that is mixed),
    `is_push` whether it goes to browsers: never to some of each. `claim` is the number of the advisory lock of the
    worker that is sending it. Gone once all of it is settled.
    """

    rank = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()
    size = models.PositiveIntegerField()
    word = models.CharField(max_length=16, blank=True)
    is_push = models.BooleanField(default=False, db_default=False)
    claim = models.BigIntegerField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("batch of notifications")
        verbose_name_plural = _("batches of notifications")
        indexes = (
            models.Index(fields=("is_push", "rank", "due_at"), name="batch_waiting", condition=Q(claim__isnull=True)),
            models.Index(fields=("claim",), name="batch_claimed", condition=Q(claim__isnull=False)),
        )

    def __str__(self) -> str:
        return f"{self.size} from {self.due_at:%Y-%m-%d %H:%M}"


class Notification(models.Model):
    """One message owed to one person once, about one subject on one occasion.

    `subject` names a row (`hearing:5`), `occasion` what makes it once (`2026-12-20/7d`, `revision:3`, `2026`).
    `told` keeps the public facts that were said (date, hour, status), so that a change can be told against it.
    Due, stale and next attempt are instants (UTC); after `stale_at` it is cancelled with the reason, never sent.
    `rate` names the digest with which it goes (state *waiting*, and `waits_until` that instant at the latest), "" for a
    mail of its own. `mailed_with` is the row at the head of the mail that told it among more than it could word: behind
    that mail's link stand those that name it. The state is the truth; Celery only rings the bell. What is queued or
    being sent is in a `batch`, by which it is claimed: whoever queues a row without naming one has the database give it
    a batch of its own. No constraint on that link, and no index on anything that changes while it is sent: each would
    cost more than the sending.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="notifications", db_index=False)
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
    batch = models.BigIntegerField(_("batch"), null=True, blank=True, db_index=True)
    waits_until = models.DateTimeField(_("waits for a digest until"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    mailed_with = models.UUIDField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=~Q(state=NotificationState.WAITING) | Q(waits_until__isnull=False),
                name="notification_waits_until_some_time",
            ),
        )
        indexes = (
            models.Index(fields=("subject", "kind", "occasion"), name="notification_by_occasion"),
            models.Index(
                fields=("rate", "supporter"),
                name="notification_of_digests",
                condition=Q(waits_until__isnull=False),
            ),
            models.Index(
                fields=("waits_until",), name="notification_wearing_off", condition=Q(waits_until__isnull=False)
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="queued_in_a_batch",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.state = 'queued' AND NEW.batch IS NULL"),
                func=IN_A_BATCH,
            ),
            pgtrigger.Trigger(
                name="queued_again_in_a_batch",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state", "next_attempt_at"),
                condition=pgtrigger.Condition(
                    "NEW.state = 'queued' AND NEW.batch IS NOT DISTINCT FROM OLD.batch"
                    " AND (OLD.state <> 'queued' OR OLD.next_attempt_at <> NEW.next_attempt_at)"
                ),
                func=IN_A_BATCH,
            ),
            *stirs_its_subject(),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.occasion}"


class MailCount(models.Model):
    """How many mails left in one window of time, in all or to one domain: what the limits are held against.

    `scope` is "" or the keyed hash of a domain, `until` the instant at which the window of so many `seconds` ends.
    """

    scope = models.CharField(max_length=64, blank=True)
    seconds = models.PositiveIntegerField()
    until = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("count of mails in a window of time")
        verbose_name_plural = _("counts of mails in windows of time")
        constraints = (models.UniqueConstraint(fields=("scope", "seconds", "until"), name="mail_count_once_a_window"),)

    def __str__(self) -> str:
        return f"{self.count} until {self.until:%Y-%m-%d %H:%M}"


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

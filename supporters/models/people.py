"""Supporters: the one place where personal data of people outside the staff is kept.

No history, no exact times of what a person did, no address in clear. Forgetting a person is deleting the
Supporter row: everything personal hangs on it.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _

from privacy.fields import EncryptedTextField, LookupField
from supporters.choices import AlertGroup, ConsentScope, Rate, SubscriptionState, SupporterState, SuppressionReason
from supporters.models.asked import stirs_its_topics, stirs_what_is_followed


class Supporter(models.Model):
    """Somebody who follows a topic or signed up for an action; no account, no password."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = EncryptedTextField(_("e-mail address"))
    email_lookup = LookupField(unique=True, editable=False)
    name = EncryptedTextField(_("name or alias"), blank=True, default="")
    language = models.CharField(_("language"), max_length=12, default="en")
    time_zone = models.CharField(_("time zone (IANA)"), max_length=64, default="UTC")
    told_at_hour = models.PositiveSmallIntegerField(_("hour of digests and days to remember"), default=9, db_default=9)
    is_discreet = models.BooleanField(_("neutral subjects"), default=True)
    is_paused = models.BooleanField(_("wants no alerts for now"), default=False, db_default=False)
    state = models.CharField(_("state"), max_length=12, choices=SupporterState, default=SupporterState.UNCONFIRMED)
    created_on = models.DateField(_("since"), auto_now_add=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    unconfirmed_until = models.DateTimeField(_("forgotten at, unless confirmed"), null=True, blank=True, db_index=True)
    hard_bounces = models.PositiveSmallIntegerField(_("permanent failures"), default=0)
    last_bounced_on = models.DateField(_("last permanent failure"), null=True, blank=True)
    soft_bounces = models.PositiveSmallIntegerField(_("temporary failures in a row"), default=0, db_default=0)
    rests_until = models.DateTimeField(_("left in peace after a temporary failure until"), null=True, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("supporter")
        verbose_name_plural = _("supporters")
        constraints = (models.CheckConstraint(condition=Q(told_at_hour__lte=23), name="supporter_hour_is_of_a_day"),)
        indexes = (models.Index(fields=("state", "time_zone", "told_at_hour"), name="supporter_hours"),)
        triggers = (stirs_what_is_followed(),)

    def __str__(self) -> str:
        return str(self.id)


class Subscription(models.Model):
    """That a supporter follows a topic: `prisoner:12`, `case:4`, `campaign:3`, `country:KZ` or `all`.

    `muted` are the kinds of news that are not wanted of it; whatever is new is told. `note` is the person's own.
    What is switched off keeps its row, so that nothing follows it again by itself; asking for it again is confirmed
    like anything else (`unconfirmed_until`). What was stopped is followed no more from then on, and keeps its row until
    that instant alone, so that it can be taken back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="subscriptions")
    topic = models.CharField(_("topic"), max_length=60)
    state = models.CharField(
        _("state"), max_length=12, choices=SubscriptionState, default=SubscriptionState.UNCONFIRMED
    )
    muted = ArrayField(
        models.CharField(max_length=12, choices=AlertGroup),
        verbose_name=_("kinds of news not wanted"),
        default=list,
        db_default=Value([], output_field=ArrayField(models.CharField(max_length=12))),
        blank=True,
    )
    rate = models.CharField(_("how often"), max_length=8, choices=Rate, default=Rate.AT_ONCE, db_default=Rate.AT_ONCE)
    note = EncryptedTextField(_("why I follow this"), null=True, blank=True)
    started_on = models.DateField(_("since"), auto_now_add=True)
    unconfirmed_until = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints = (
            models.UniqueConstraint(fields=("supporter", "topic"), name="subscription_once_a_topic"),
            models.CheckConstraint(
                condition=~Q(state=SubscriptionState.STOPPED) | Q(unconfirmed_until__isnull=False),
                name="subscription_stopped_has_an_end",
            ),
        )
        indexes = (
            models.Index(
                fields=("topic", "supporter"),
                name="subscription_followers",
                condition=Q(state=SubscriptionState.ACTIVE),
            ),
            models.Index(
                fields=("topic",),
                name="subscription_others",
                condition=~Q(state=SubscriptionState.ACTIVE),
            ),
        )
        triggers = stirs_its_topics()

    def __str__(self) -> str:
        return self.topic


class Consent(models.Model):
    """What a supporter agreed to, to which words, on which day (GDPR art. 7(1))."""

    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="consents")
    scope = models.CharField(_("scope"), max_length=12, choices=ConsentScope)
    text_version = models.CharField(_("version of the words (SHA-256)"), max_length=64)
    given_on = models.DateField(_("given on"), auto_now_add=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = (
            models.UniqueConstraint(fields=("supporter", "scope", "text_version"), name="consent_once_a_text"),
        )

    def __str__(self) -> str:
        return self.scope


class Suppression(models.Model):
    """An address (keyed hash only) that is not to be written to; survives the forgetting of the person."""

    address_lookup = LookupField(unique=True)
    reason = models.CharField(_("reason"), max_length=12, choices=SuppressionReason)
    since_on = models.DateField(_("since"), auto_now_add=True)
    until_on = models.DateField(_("until (empty: for ever)"), null=True, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")

    def __str__(self) -> str:
        return self.reason


class StrangerMailCount(models.Model):
    """How many confirmation mails an address (keyed hash) was sent on a day, so that nobody can be bombed.

    In PostgreSQL and not in Redis: losing Redis must not lift the cap.
    """

    address_lookup = LookupField()
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("count of confirmation mails")
        verbose_name_plural = _("counts of confirmation mails")
        constraints = (models.UniqueConstraint(fields=("address_lookup", "day"), name="stranger_mail_count_a_day"),)

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"

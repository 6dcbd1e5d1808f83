"""Hooks: other machines that want the public news as they come, such as a group's own site or a chat."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actions.choices import HookState
from prisoners.models.base import Timestamped
from privacy.fields import EncryptedTextField


class Hook(Timestamped):
    """One machine that is told. It tells nothing that is not public; its address may hold a secret, and is encrypted.

    `told_until` is the change of the newest entry it took (UTC), and `told_lately` which it took of those not much
    older (by key, the instant of the change): what is newer, or not among them, is still to be told. `secret` signs
    what is sent. No history: the address would stay in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=100, unique=True)
    url = EncryptedTextField(_("address (https)"))
    secret = EncryptedTextField(_("secret"))
    language = models.CharField(_("language"), max_length=12, default="en")
    topic = models.CharField(_("about what"), max_length=60, default="all")
    state = models.CharField(_("state"), max_length=12, choices=HookState, default=HookState.UNCONFIRMED)
    told_until = models.DateTimeField(_("told until"), null=True, editable=False)
    told_lately = models.JSONField(_("told lately"), default=dict, editable=False)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    next_attempt_at = models.DateTimeField(_("next attempt at"), editable=False)
    reason = models.CharField(_("why it failed"), max_length=60, blank=True, editable=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("hook")
        verbose_name_plural = _("hooks")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=HookState.ACTIVE) | Q(told_until__isnull=False), name="hook_knows_what_it_told"
            ),
        )

    def __str__(self) -> str:
        return self.name

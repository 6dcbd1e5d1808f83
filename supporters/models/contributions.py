"""What readers hand in about the record: a case, a correction, «this is false».

It is here and not with the record because whoever writes can be known by their words: all is encrypted, has no
history, and is erased in time. What a researcher takes from it becomes a draft of the record, in words of their own.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from prisoners.models import Prisoner, Staff
from privacy.fields import EncryptedTextField, LookupField
from supporters.choices import ContributionKind, ContributionState


class Contribution(models.Model):
    """One thing that somebody handed in, and what became of it. Days are in UTC; no exact time is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("what it is"), max_length=12, choices=ContributionKind)
    state = models.CharField(
        _("what became of it"), max_length=12, choices=ContributionState, default=ContributionState.RECEIVED
    )
    prisoner = models.ForeignKey(
        Prisoner, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("prisoner")
    )
    about = EncryptedTextField(_("whom it is about"), blank=True, default="")
    text = EncryptedTextField(_("what was written"))
    source = EncryptedTextField(_("how they know"), blank=True, default="")
    contact = EncryptedTextField(_("how to reach them"), null=True, blank=True)
    question = EncryptedTextField(_("our question"), null=True, blank=True)
    answer = EncryptedTextField(_("their answer"), null=True, blank=True)
    reason = EncryptedTextField(_("why it was not taken up"), null=True, blank=True)
    fingerprint = LookupField(unique=True, editable=False)
    language = models.CharField(_("language"), max_length=12, default="en")
    received_on = models.DateField(_("received on"), auto_now_add=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        Staff, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )

    objects = models.Manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ("received_on", "id")
        indexes = (models.Index(fields=("state", "received_on"), name="contribution_queue"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=ContributionState.values)
                & (
                    models.Q(state__in=ContributionState.open(), decided_on__isnull=True)
                    | models.Q(state__in=ContributionState.decided(), decided_on__isnull=False)
                ),
                name="contribution_is_decided_on_a_day",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state in ContributionState.open()

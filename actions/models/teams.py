"""Who works on one action, and the invitations by which people come to work in a group or on an action."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actions.choices import GroupRole
from actions.models.actions import Action
from actions.models.groups import Group
from prisoners.models.base import Timestamped
from privacy.fields import LookupField


class Assignment(Timestamped):
    """That a member of staff works on one action, whether or not they work in its group."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="assignments")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(_("role"), max_length=12, choices=GroupRole, default=GroupRole.ORGANISER)

    objects = models.Manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = (models.UniqueConstraint(fields=("action", "member"), name="assignment_once_an_action"),)

    def __str__(self) -> str:
        return f"{self.action_id}/{self.member_id}"


class Invitation(models.Model):
    """An invitation by link into a group or to one action, for one person, once, for three days.

    Neither the link nor the address is here: both are kept as keyed hashes, so that a dump of the database opens
    nothing and names nobody. `wrong_addresses` counts attempts with another address.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    role = models.CharField(_("role"), max_length=12, choices=GroupRole)
    secret_lookup = LookupField(unique=True, editable=False)
    address_lookup = LookupField(editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("invited by")
    )
    expires_at = models.DateTimeField(_("good until"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    wrong_addresses = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = models.Manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = (
            models.CheckConstraint(
                condition=Q(group__isnull=True, action__isnull=False) | Q(group__isnull=False, action__isnull=True),
                name="invitation_is_to_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(accepted_at__lt=F("expires_at")),
                name="invitation_is_accepted_in_time",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)

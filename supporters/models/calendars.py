"""The personal calendar of a supporter: an address that nobody can guess and its owner can take back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.fields import EncryptedTextField, LookupField
from supporters.models.people import Supporter


class PersonalCalendar(models.Model):
    """The secret in the address of one person's calendar: sealed, and found again by its keyed hash alone."""

    supporter = models.OneToOneField(
        Supporter, on_delete=models.CASCADE, primary_key=True, related_name="personal_calendar"
    )
    secret = EncryptedTextField(_("secret"))
    secret_lookup = LookupField(unique=True, editable=False)
    since_on = models.DateField(_("since"), auto_now=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("personal calendar")
        verbose_name_plural = _("personal calendars")

    def __str__(self) -> str:
        return str(self.pk)

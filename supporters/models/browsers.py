"""The browser of somebody who is told without an address: where its push service takes messages for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.fields import EncryptedTextField
from supporters.models.people import Supporter


class Browser(models.Model):
    """Where and for whom alone a message is sealed (W3C Push API): the address at the push service, key and secret.

    Its person has no mail address, and is found by the keyed hash of the endpoint in `email_lookup`.
    """

    supporter = models.OneToOneField(Supporter, on_delete=models.CASCADE, primary_key=True, related_name="browser")
    endpoint = EncryptedTextField(_("address at the push service"))
    key = EncryptedTextField(_("key of the browser"))
    secret = EncryptedTextField(_("secret shared with the browser"))
    since_on = models.DateField(_("since"), auto_now_add=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("browser")
        verbose_name_plural = _("browsers")

    def __str__(self) -> str:
        return str(self.pk)

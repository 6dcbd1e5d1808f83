"""Who signed an appeal: people, who are erased again, and organisations, who are not."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.choices import SignatureState
from actions.models.appeals import Appeal
from prisoners.models.base import Keyed, Publishable, with_history
from privacy.fields import EncryptedTextField
from supporters.models import Supporter


class Signature(models.Model):
    """That a supporter signed. Erased after the retention time, when only counts by country remain. No history.

    `is_name_public` and `wants_news` are consents of their own; neither comes with the signature.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appeal = models.ForeignKey(Appeal, on_delete=models.CASCADE, related_name="signatures")
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="signatures")
    name = EncryptedTextField(_("name"), blank=True, default="")
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    is_name_public = models.BooleanField(_("name is shown"), default=False)
    wants_news = models.BooleanField(_("wants news"), default=False)
    state = models.CharField(_("state"), max_length=12, choices=SignatureState, default=SignatureState.UNCONFIRMED)
    signed_on = models.DateField(_("since"), auto_now_add=True)
    unconfirmed_until = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = (models.UniqueConstraint(fields=("appeal", "supporter"), name="signature_once_an_appeal"),)

    def __str__(self) -> str:
        return str(self.id)


class SignatureCount(models.Model):
    """How many from a country had signed whose signatures are erased by now; "" where they did not say."""

    appeal = models.ForeignKey(Appeal, on_delete=models.CASCADE, related_name="signature_counts")
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    count = models.PositiveIntegerField(_("signatures"), default=0)

    objects = models.Manager()

    class Meta:
        verbose_name = _("count of signatures")
        verbose_name_plural = _("counts of signatures")
        constraints = (models.UniqueConstraint(fields=("appeal", "country"), name="signature_count_once_a_country"),)

    def __str__(self) -> str:
        return f"{self.country}: {self.count}"


@with_history
class Endorsement(Keyed, Publishable):
    """That an organisation signed: entered by staff, or handed in by a form and looked at by two of them."""

    natural_order: ClassVar[tuple[str, ...]] = ("name", "id")
    published_through: ClassVar[tuple[str, ...]] = ("appeal",)

    appeal = models.ForeignKey(Appeal, on_delete=models.CASCADE, related_name="endorsements")
    name = models.CharField(_("name of the organisation"), max_length=200)
    country = models.CharField(_("country (ISO 3166-1 alpha-2)"), max_length=2, blank=True)
    decision = models.URLField(_("where its decision can be read"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("organisation that signed")
        verbose_name_plural = _("organisations that signed")
        constraints = (models.UniqueConstraint(fields=("appeal", "name"), name="endorsement_once_an_appeal"),)

    def __str__(self) -> str:
        return self.name

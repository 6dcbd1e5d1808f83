"""What was sent with a key of its own, so that sending it twice is sending it once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.fields import LookupField


class Once(models.Model):
    """One key and what came with it, as keyed hashes; gone after `kept_until` (UTC)."""

    lookup = LookupField(unique=True)
    said = LookupField()
    kept_until = models.DateTimeField(db_index=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("key that was used")
        verbose_name_plural = _("keys that were used")

    def __str__(self) -> str:
        return f"{self.kept_until:%Y-%m-%d}"

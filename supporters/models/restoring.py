"""How far this database knows the tombstones: a restored one is behind."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RestoreMark(models.Model):
    """One row. `beat` goes up with each round of the clock, here and in the file beside the tombstones.

    `held_before`: what was due before this instant waits until a person has looked at it (UTC; empty: nothing waits).
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    beat = models.BigIntegerField(_("rounds of the clock"), default=0)
    log_month = models.CharField(_("month of the tombstones that were read"), max_length=7, blank=True)
    log_offset = models.BigIntegerField(_("bytes of that month that were read"), default=0)
    held_before = models.DateTimeField(_("what was due before this is held"), null=True, blank=True)

    objects = models.Manager()

    class Meta:
        verbose_name = _("mark of a restored backup")
        verbose_name_plural = _("marks of restored backups")
        constraints = (models.CheckConstraint(condition=Q(id=1), name="restore_mark_is_one_row"),)

    def __str__(self) -> str:
        return f"{self.beat}"

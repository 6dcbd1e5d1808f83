"""Actions that return: the rhythm of a series and how far its days have been made."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from actions.choices import Rhythm, SkippedHour
from prisoners.models.base import Timestamped, with_history


@with_history
class Series(Timestamped):
    """An action that returns until a last day; each day is an action of its own, made some weeks ahead by the clock.

    All days are local days of the place. `made_until` is the day up to which they were made.
    """

    rhythm = models.CharField(_("how often"), max_length=24, choices=Rhythm)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    made_until = models.DateField(editable=False)
    on_skipped = models.CharField(
        _("where the clock skips its hour"), max_length=12, choices=SkippedHour, blank=True, default=""
    )
    pattern = models.ForeignKey("actions.Action", on_delete=models.PROTECT, related_name="+", verbose_name=_("plan"))

    objects = models.Manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        constraints = (
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="series_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.get_rhythm_display()}, {self.first_on} – {self.last_on}"

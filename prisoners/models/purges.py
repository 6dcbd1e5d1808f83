"""That the history of a prisoner was purged, and when; never what it said."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prisoners.models.people import Prisoner


class HistoryPurge(models.Model):
    """One purge: of whose history, when (an instant, UTC), and which steward asked for it."""

    prisoner = models.ForeignKey(
        Prisoner, on_delete=models.CASCADE, related_name="history_purges", verbose_name=_("prisoner")
    )
    purged_at = models.DateTimeField(_("purged at"), auto_now_add=True)
    purged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("purged by")
    )

    internal = models.Manager()

    class Meta:
        verbose_name = _("purge of a history")
        verbose_name_plural = _("purges of histories")
        ordering = ("purged_at", "id")

    def __str__(self) -> str:
        return f"{self.prisoner_id}/{self.purged_at:%Y-%m-%d}"

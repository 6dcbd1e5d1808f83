"""Which cases have taken over the followers of the case before them: once, and never again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prisoners.models import Case


class Succession(models.Model):
    """That whoever followed `earlier` was made to follow `case`; tells nothing of anybody.

    Kept, unlike the mails about it, so that nobody who said no is made to follow it a second time.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    earlier = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    carried_at = models.DateTimeField()

    objects = models.Manager()

    class Meta:
        verbose_name = _("succession of cases")
        verbose_name_plural = _("successions of cases")
        constraints = (models.UniqueConstraint(fields=("case", "earlier"), name="succession_once"),)

    def __str__(self) -> str:
        return f"{self.earlier_id} → {self.case_id}"

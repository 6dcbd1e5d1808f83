"""New words of an action or a call that is public: shown once somebody else has looked at them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actions.models.actions import Action
from actions.models.days import DayOfAction
from prisoners.models.base import SentBack, Timestamped


class WaitingWords(models.Manager["NewWords"]):
    """Those that a second person is asked for: not those that were sent back."""

    def get_queryset(self) -> "models.QuerySet[NewWords]":
        return super().get_queryset().filter(sent_back_reason="")


class NewWords(SentBack, Timestamped):
    """What its organisers want a public action or call to say; until a second person publishes it, it says the old.

    Hour and place are not among them: a wrong one has to be corrected at once.
    """

    action = models.OneToOneField(Action, on_delete=models.CASCADE, null=True, related_name="new_words")
    day_of_action = models.OneToOneField(DayOfAction, on_delete=models.CASCADE, null=True, related_name="new_words")
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("what we do"), blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = models.Manager()
    waiting = WaitingWords()

    class Meta:
        verbose_name = _("new words of an action")
        verbose_name_plural = _("new words of actions")
        constraints = (
            models.CheckConstraint(
                condition=Q(action__isnull=False, day_of_action__isnull=True)
                | Q(action__isnull=True, day_of_action__isnull=False),
                name="new_words_are_of_one_row",
            ),
        )

    def __str__(self) -> str:
        return self.title

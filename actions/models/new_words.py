"""New words of an action that is public: shown once somebody else has looked at them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.actions import Action
from prisoners.models.base import Timestamped


class NewWords(Timestamped):
    """What an organiser wants a public action to say; until a second person publishes it, the action says what it said.

    Hour and place are not among them: a wrong one has to be corrected at once.
    """

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="new_words")
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("what we do"), blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = models.Manager()

    class Meta:
        verbose_name = _("new words of an action")
        verbose_name_plural = _("new words of actions")

    @property
    def version(self) -> str:
        """By which it is known whether they were changed since they were looked at."""
        return self.updated_at.isoformat()

    def __str__(self) -> str:
        return self.title

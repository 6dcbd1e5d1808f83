"""Days of action: what is called for in many cities at once, written once."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from modeltrans.fields import TranslationField

from actions.choices import ActionKind
from actions.models.campaigns import Campaign, Demand
from actions.models.groups import Group
from prisoners.models import Prisoner
from prisoners.models.base import Publishable, with_history


@with_history
class DayOfAction(Publishable):
    """One call to many cities. Each city has an action of its own, which takes from here what it does not say itself.

    `held_on` and the hours are those of the clock in each city: at six in the evening, wherever that is. The organisers
    of `group` write it at their desk; without one it is the researchers' and publishers' alone.
    """

    natural_order: ClassVar[tuple[str, ...]] = ("-held_on", "id")

    slug = models.SlugField(_("address in links"), max_length=120, unique=True)
    title = models.CharField(_("title"), max_length=200)
    kinds = ArrayField(
        models.CharField(max_length=16, choices=ActionKind), verbose_name=_("kinds"), default=list, blank=True
    )
    campaign = models.ForeignKey(
        Campaign,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="days_of_action",
        verbose_name=_("campaign"),
    )
    group = models.ForeignKey(
        Group,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="days_of_action",
        verbose_name=_("called for by"),
    )
    description = models.TextField(_("what we do"), blank=True)
    picture = models.ForeignKey(
        "actions.Photo",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="days_of_action",
        verbose_name=_("picture"),
    )
    held_on = models.DateField(_("local date"))
    local_time = models.TimeField(_("begins, local time of each city"), null=True, blank=True)
    local_end_time = models.TimeField(_("ends, local time of each city"), null=True, blank=True)
    prisoners = models.ManyToManyField(Prisoner, blank=True, related_name="days_of_action", verbose_name=_("for"))
    demands = models.ManyToManyField(Demand, blank=True, related_name="days_of_action", verbose_name=_("demands"))
    i18n = TranslationField(fields=("title", "description"))

    title_i18n: str
    description_i18n: str

    class Meta:
        verbose_name = _("day of action")
        verbose_name_plural = _("days of action")

    def __str__(self) -> str:
        return self.title

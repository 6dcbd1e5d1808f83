"""On which source a row of this floor rests, and where in it that stands: a page, a paragraph, a minute."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.actions import Action, Report
from actions.models.appeals import Appeal
from actions.models.campaigns import Campaign, Demand
from actions.models.groups import Target
from actions.models.letters import LetterRules, LetterTerms
from prisoners.models import Citation, Source
from prisoners.models.base import link_with_history

#: So long may a place be.
MOST = Citation._meta.get_field("locator").max_length or 0


class Cited(models.Model):
    """That a row rests on a source, and where in it that stands."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", verbose_name=_("source"))
    locator = models.CharField(_("page or paragraph"), max_length=MOST, blank=True, default="")

    objects = models.Manager()

    class Meta:
        abstract = True
        verbose_name = _("citation")
        verbose_name_plural = _("citations")

    def __str__(self) -> str:
        return f"{self.source}, {self.locator}" if self.locator else str(self.source)


def cites_of(kind: Any, path: str = "cited") -> "models.Prefetch[Any, Any, Any]":
    """What rows of this kind rest on, each with its source, confidential ones left out; `path` leads to the links."""
    shown = kind.sources.through.objects.filter(source__is_confidential=False)
    return models.Prefetch(path, shown.select_related("source").order_by("pk"))


@link_with_history
class DemandSource(Cited):
    """That a demand rests on a source."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_demand_sources"
        unique_together = (("demand", "source"),)


@link_with_history
class TargetSource(Cited):
    """That what is said of a target rests on a source."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_target_sources"
        unique_together = (("target", "source"),)


@link_with_history
class ReportSource(Cited):
    """That a report rests on a source."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_report_sources"
        unique_together = (("report", "source"),)


@link_with_history
class ActionSource(Cited):
    """That what is said of an action rests on a source."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_action_sources"
        unique_together = (("action", "source"),)


@link_with_history
class CampaignSource(Cited):
    """That what is said of a campaign rests on a source."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_campaign_sources"
        unique_together = (("campaign", "source"),)


@link_with_history
class AppealSource(Cited):
    """That what is said of an appeal rests on a source."""

    appeal = models.ForeignKey(Appeal, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_appeal_sources"
        unique_together = (("appeal", "source"),)


@link_with_history
class LetterRulesSource(Cited):
    """That the rules for letters of a place rest on a source."""

    letterrules = models.ForeignKey(LetterRules, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_letterrules_sources"
        unique_together = (("letterrules", "source"),)


@link_with_history
class LetterTermsSource(Cited):
    """That what is said of letters to a prisoner rests on a source."""

    letterterms = models.ForeignKey(LetterTerms, on_delete=models.CASCADE, related_name="cited")

    class Meta(Cited.Meta):
        db_table = "actions_letterterms_sources"
        unique_together = (("letterterms", "source"),)

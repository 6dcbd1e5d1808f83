"""What a campaign's followers follow: every prisoner of it."""

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat

from actions.models import Campaign
from supporters.reminders import register_topics


def prisoners_of_campaigns() -> QuerySet:
    """Pairs of a prisoner's id and the topic of a public campaign that the prisoner belongs to."""
    topic = Concat(Value("campaign:"), Cast("pk", CharField()), output_field=CharField())
    rows = Campaign.public.filter(prisoners__isnull=False).order_by()
    return rows.annotate(prisoner_id=F("prisoners"), topic=topic).values_list("prisoner_id", "topic")


def register() -> None:
    """Make the topics of this floor known to the reminders."""
    register_topics(prisoners_of_campaigns)

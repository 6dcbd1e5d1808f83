"""What the clock looks for at each round has an index of its own: at a hundred thousand people it read days of facts."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.functions import Greatest

from prisoners.at_once import at_once

IS_DECIDED = Q(status="held") & (~Q(outcome="") | ~Q(decision=""))


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0053_ends_of_terms_are_kept")]

    operations = [
        migrations.AddIndex(
            "detention", models.Index(fields=("published_at", "started_latest"), name="detention_lately")
        ),
        migrations.AddIndex(
            "detention", models.Index(fields=("ended_latest",), condition=Q(ended_by="died"), name="detention_by_death")
        ),
        migrations.AddIndex("event", models.Index(fields=("published_at", "happened_latest"), name="event_lately")),
        migrations.AddIndex(
            "hearing",
            models.Index(Greatest("updated_at", "published_at"), condition=IS_DECIDED, name="hearing_decided"),
        ),
        migrations.AddIndex(
            "sanction", models.Index(fields=("published_at", "imposed_latest"), name="sanction_lately")
        ),
    ]
    operations = at_once(operations)

"""Revised hearings are found by when they were changed: the clock read all that were ever revised at each round."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0054_what_the_clock_looks_for_has_indexes")]

    operations = [
        migrations.AddIndex(
            "hearing",
            models.Index(fields=("updated_at",), condition=Q(revision__gt=0), name="hearing_revised_lately"),
        ),
    ]

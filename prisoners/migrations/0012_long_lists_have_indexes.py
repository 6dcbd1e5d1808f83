"""Indexes by which long lists are read in their order, and charges found by their articles."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0011_refusals_are_sentences")]

    operations = [
        migrations.AddIndex(
            "case", models.Index(fields=("state", "opened_earliest", "title", "id"), name="case_by_day")
        ),
        migrations.AddIndex(
            "charge", django.contrib.postgres.indexes.GinIndex(fields=("articles",), name="charge_by_articles")
        ),
        migrations.AddIndex("hearing", models.Index(fields=("-held_earliest", "-id"), name="hearing_by_day")),
        migrations.AddIndex("hearing", models.Index(fields=("held_latest",), name="hearing_by_last_day")),
    ]

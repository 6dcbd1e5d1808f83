"""Indexes by which lists are found by country, by days of custody and sentences, and by what is to come in court."""

from django.db import migrations, models

from prisoners.at_once import at_once

PUBLISHED = models.Q(state="published")


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0016_what_the_clock_looks_for_is_indexed")]

    operations = [
        migrations.AddIndex(
            "detention",
            models.Index(
                condition=PUBLISHED,
                fields=["started_latest", "started_earliest", "prisoner"],
                name="detention_when_begun",
            ),
        ),
        migrations.AddIndex(
            "detention",
            models.Index(
                condition=PUBLISHED, fields=["ended_latest", "ended_earliest", "prisoner"], name="detention_when_ended"
            ),
        ),
        migrations.AddIndex(
            "hearing",
            models.Index(
                condition=models.Q(state="published", status="scheduled"),
                fields=["held_earliest", "held_latest", "case"],
                name="hearing_to_come",
            ),
        ),
        migrations.AddIndex(
            "prisoner", models.Index(fields=["state", "country", "name", "id"], name="prisoner_by_country")
        ),
        migrations.AddIndex(
            "prisoner", models.Index(fields=["state", "-published_at", "-id"], name="prisoner_by_publication")
        ),
        migrations.AddIndex(
            "prisoner", models.Index(fields=["state", "-updated_at", "-id"], name="prisoner_by_change")
        ),
        migrations.AddIndex(
            "sanction",
            models.Index(
                condition=PUBLISHED,
                fields=["imposed_latest", "imposed_earliest", "prisoner"],
                name="sanction_when_imposed",
            ),
        ),
    ]
    operations = at_once(operations)

"""Indexes by which the desk finds what to verify, which custody is open, and which hearings await their outcome."""

from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0019_what_returns_and_what_is_new_is_indexed")]

    operations = [
        migrations.AddIndex(
            "detention",
            models.Index(fields=("ended_on", "-started_earliest", "id"), name="detention_open_first"),
        ),
        migrations.AddIndex(
            "detention",
            models.Index(
                models.F("verified_on").asc(nulls_first=True),
                "id",
                condition=models.Q(("state", "published"), ("ended_on", "")),
                name="detention_to_verify",
            ),
        ),
        migrations.AddIndex(
            "hearing",
            models.Index(condition=models.Q(("status", "scheduled")), fields=("held_latest",), name="hearing_awaited"),
        ),
        migrations.AddIndex(
            "prisoner",
            models.Index(
                models.F("verified_on").asc(nulls_first=True),
                "id",
                condition=models.Q(("state", "published")),
                name="prisoner_to_verify",
            ),
        ),
    ]
    operations = at_once(operations)

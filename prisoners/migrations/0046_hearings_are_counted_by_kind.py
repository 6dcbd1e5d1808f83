"""Court dates of a kind, a state or a decision are counted by an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0045_sanctions_without_custody_are_counted"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("state", "published")),
                fields=["kind", "status", "decision"],
                name="hearing_by_kind",
            ),
        ),
    ]

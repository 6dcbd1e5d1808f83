"""Which cases have taken over the followers of the case before them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0015_cases_follow_cases"),
        ("supporters", "0014_limits_of_sending"),
    ]

    operations = [
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("carried_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.case"
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "succession of cases",
                "verbose_name_plural": "successions of cases",
                "constraints": [models.UniqueConstraint(fields=("case", "earlier"), name="succession_once")],
            },
        ),
    ]

"""Of whom the chain leaves something open is kept, so that the desk asks it of everybody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0051_two_officials_of_one_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="GapMark",
            fields=[
                ("prisoner_pk", models.BigIntegerField(primary_key=True, serialize=False)),
                ("is_open", models.BooleanField()),
                ("holds_until", models.DateField()),
            ],
            options={
                "verbose_name": "look at a chain",
                "verbose_name_plural": "looks at chains",
                "indexes": [
                    models.Index(condition=models.Q(("is_open", True)), fields=["prisoner_pk"], name="gap_marks_open")
                ],
            },
        ),
    ]

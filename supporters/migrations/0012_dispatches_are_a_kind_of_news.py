import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("supporters", "0011_temporary_failures_are_counted"),
    ]

    operations = [
        migrations.AlterField(
            model_name="subscription",
            name="muted",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("court", "court dates and what came of them"),
                        ("days", "days to remember"),
                        ("status", "arrests, sentences, releases and other changes"),
                        ("actions", "new actions"),
                        ("reports", "what happened at actions"),
                        ("dispatches", "urgent appeals and other dispatches"),
                    ],
                    max_length=12,
                ),
                blank=True,
                db_default=models.Value(
                    [],
                    output_field=django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), size=None
                    ),
                ),
                default=list,
                size=None,
                verbose_name="kinds of news not wanted",
            ),
        ),
    ]

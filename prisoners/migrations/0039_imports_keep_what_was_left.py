"""An import keeps what it left for a publisher."""

import django.db.models.deletion
import django.db.models.manager
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0038_terms_are_counted_over_breaks"),
    ]

    operations = [
        migrations.CreateModel(
            name="BatchLeft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.TextField(blank=True)),
                ("row", models.PositiveIntegerField()),
                ("column", models.TextField()),
                ("old", models.TextField(blank=True)),
                ("new", models.TextField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="left", to="prisoners.batch"
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.prisoner"
                    ),
                ),
            ],
            options={
                "verbose_name": "value left for a publisher",
                "verbose_name_plural": "values left for a publisher",
                "ordering": ("id",),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
    ]

"""Long files wait for a worker, which notes how far it has come."""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0041_whom_readers_see_has_a_ground"),
    ]

    operations = [
        migrations.CreateModel(
            name="Errand",
            fields=[
                ("upload", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(choices=[("look", "Look"), ("write", "Write"), ("undo", "Undo")], max_length=10),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "Asked"), ("done", "Done"), ("stopped", "Stopped")],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                ("asked_at", models.DateTimeField()),
                ("begun_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("stage", models.CharField(blank=True, max_length=12)),
                ("rows_done", models.PositiveIntegerField(default=0)),
                ("rows", models.PositiveIntegerField(default=0)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="prisoners.batch"
                    ),
                ),
            ],
            options={
                "ordering": ("asked_at", "upload"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["look", "write", "undo"])), name="errand_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "done", "stopped"])), name="errand_state_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("batch", None),
                            models.Q(("kind", "write"), ("state", "done")),
                            ("kind", "undo"),
                            _connector="OR",
                        ),
                        name="errand_batch_written_or_taken_back",
                    ),
                ],
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
    ]

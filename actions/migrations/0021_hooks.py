import uuid

from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0020_days_of_action"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hook",
            fields=[
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("url", privacy.fields.EncryptedTextField(verbose_name="address (https)")),
                ("secret", privacy.fields.EncryptedTextField(verbose_name="secret")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("topic", models.CharField(default="all", max_length=60, verbose_name="about what")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "has not answered the challenge yet"),
                            ("active", "told"),
                            ("silent", "given up: it does not answer"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("told_until", models.DateTimeField(editable=False, null=True, verbose_name="told until")),
                (
                    "failures",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="failures in a row"),
                ),
                ("next_attempt_at", models.DateTimeField(editable=False, verbose_name="next attempt at")),
                ("reason", models.CharField(blank=True, editable=False, max_length=60, verbose_name="why it failed")),
            ],
            options={
                "verbose_name": "hook",
                "verbose_name_plural": "hooks",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "active"), _negated=True), ("told_until__isnull", False), _connector="OR"
                        ),
                        name="hook_knows_what_it_told",
                    )
                ],
            },
        ),
    ]

"""A sign-up remembers which revision of the action its person was told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("actions", "0001_campaigns_and_actions")]

    operations = [
        migrations.AddField(
            model_name="signup",
            name="told_revision",
            field=models.PositiveIntegerField(default=0, verbose_name="revision of the action that was told"),
        ),
    ]

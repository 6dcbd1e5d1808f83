"""Hooks remember which of the latest entries they took, so that none of one instant is left behind."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("actions", "0026_groups_have_a_contact")]

    operations = [
        migrations.AddField(
            model_name="hook",
            name="told_lately",
            field=models.JSONField(default=dict, editable=False, verbose_name="told lately"),
        ),
    ]

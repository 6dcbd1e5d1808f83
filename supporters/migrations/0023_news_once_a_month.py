"""News can be had once a month."""

from django.db import migrations, models

RATES = [
    ("at_once", "at once"),
    ("daily", "once a day, together"),
    ("weekly", "on Mondays, together"),
    ("monthly", "on the first of each month, together"),
    ("off", "not at all"),
]


class Migration(migrations.Migration):
    dependencies = [("supporters", "0022_what_was_stopped_can_be_taken_back")]

    operations = [
        migrations.AlterField(
            model_name="notification",
            name="rate",
            field=models.CharField(
                blank=True,
                choices=RATES,
                db_default="",
                default="",
                max_length=8,
                verbose_name="goes with a digest",
            ),
        ),
        migrations.AlterField(
            model_name="subscription",
            name="rate",
            field=models.CharField(
                choices=RATES, db_default="at_once", default="at_once", max_length=8, verbose_name="how often"
            ),
        ),
    ]

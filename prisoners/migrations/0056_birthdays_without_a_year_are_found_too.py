"""Birthdays are found by month and day whether the year is known or not: the list by birthdays read everybody."""

from django.db import migrations, models
from django.db.models import Q
from django.db.models.functions import Cast, Substr


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0055_revised_hearings_are_found_by_change")]

    operations = [
        migrations.AddIndex(
            "prisoner",
            models.Index(
                Substr(Cast("born_on", models.TextField()), 6, 5),
                condition=Q(state="published"),
                name="prisoner_by_birthday",
            ),
        ),
    ]

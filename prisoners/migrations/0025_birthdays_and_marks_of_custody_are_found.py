"""Indexes by which are found birthdays, and whose time in custody has a mark on a day."""

from django.db import migrations, models
from django.db.models.functions import ExtractDay, ExtractMonth

TERM_OVER = models.Q(status="term_over")


class Middle(models.Func):
    """Of two dates: twice the days from 2000 to the day in the middle, so that it is a whole number."""

    template = "((%(expressions)s - DATE '2000-01-01'))"
    arg_joiner = " - DATE '2000-01-01') + ("
    output_field = models.IntegerField()


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0024_rows_are_found_by_their_words")]

    operations = [
        migrations.AddIndex(
            "prisoner",
            models.Index(
                ExtractMonth("born_earliest"),
                ExtractDay("born_earliest"),
                condition=models.Q(state="published"),
                name="prisoner_by_day_of_year",
            ),
        ),
        migrations.AddIndex(
            "span", models.Index(fields=("since_on",), condition=models.Q(is_held=True), name="span_by_first_day")
        ),
        migrations.AddIndex(
            "span", models.Index(fields=("begins_on",), condition=TERM_OVER, name="span_by_end_of_term")
        ),
        migrations.AddIndex(
            "span", models.Index(Middle("since_on", "begins_on"), condition=TERM_OVER, name="span_by_middle_of_term")
        ),
    ]

"""Spans keep on which day a term ends by calculation, by an index, and all are derived again."""

from django.db import migrations, models

MARK_EVERYBODY = "INSERT INTO prisoners_spandue (prisoner_pk) SELECT id FROM prisoners_prisoner"


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0052_whose_chain_is_open_is_kept")]

    operations = [
        migrations.RemoveIndex("span", "span_by_end_of_term"),
        migrations.AddField("span", "term_ends_on", models.DateField(null=True)),
        migrations.AddIndex(
            "span",
            models.Index(
                fields=("term_ends_on",),
                condition=models.Q(is_held=True, term_ends_on__isnull=False),
                name="span_by_end_of_term",
            ),
        ),
        migrations.RunSQL(MARK_EVERYBODY, migrations.RunSQL.noop),
    ]

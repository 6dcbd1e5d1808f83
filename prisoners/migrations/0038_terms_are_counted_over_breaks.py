"""Terms are counted over breaks in custody: spans keep on which day half is served, and all are derived again."""

from django.db import migrations, models

MARK_EVERYBODY = "INSERT INTO prisoners_spandue (prisoner_pk) SELECT id FROM prisoners_prisoner"


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0037_facts_are_found_in_all_languages")]

    operations = [
        migrations.RemoveIndex("span", "span_by_middle_of_term"),
        migrations.AddField("span", "half_on", models.DateField(null=True)),
        migrations.AddIndex(
            "span",
            models.Index(fields=("half_on",), condition=models.Q(half_on__isnull=False), name="span_by_half_of_term"),
        ),
        migrations.RunSQL(MARK_EVERYBODY, migrations.RunSQL.noop),
    ]

"""Who died in custody has a standing of that name: the spans of whoever may be concerned are derived again."""

from django.db import migrations

MARK_THE_DEAD = """
INSERT INTO prisoners_spandue (prisoner_pk)
SELECT DISTINCT prisoner_id FROM prisoners_span WHERE status = 'died'
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0029_statements_recognise")]

    operations = [migrations.RunSQL(MARK_THE_DEAD, migrations.RunSQL.noop)]

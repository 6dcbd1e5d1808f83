"""Remand before a verdict counts where a charge had been brought by its end, whatever became of that charge since."""

from django.db import migrations

MARK_WHOM_IT_CONCERNS = """
INSERT INTO prisoners_spandue (prisoner_pk)
SELECT DISTINCT prisoner_id FROM prisoners_charge WHERE brought_on <> ''
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0047_officials_under_all_spellings")]

    operations = [migrations.RunSQL(MARK_WHOM_IT_CONCERNS, migrations.RunSQL.noop)]

"""A sentence goes on where its early release was revoked, and what an administrative arrest took is not credited twice."""

from django.db import migrations

MARK_WHOM_IT_CONCERNS = """
INSERT INTO prisoners_spandue (prisoner_pk)
SELECT DISTINCT prisoner_id FROM prisoners_sanction WHERE ended_by = 'early_release' OR kind = 'administrative_arrest'
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0043_labels_places_and_parts_are_found")]

    operations = [migrations.RunSQL(MARK_WHOM_IT_CONCERNS, migrations.RunSQL.noop)]

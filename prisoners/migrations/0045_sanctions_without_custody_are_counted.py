"""Who was only fined, banned or otherwise punished without custody is not held, as far as the record knows."""

from django.db import migrations

MARK_WHOM_IT_CONCERNS = """
INSERT INTO prisoners_spandue (prisoner_pk)
SELECT DISTINCT prisoner_id FROM prisoners_sanction
WHERE kind NOT IN ('prison', 'administrative_arrest', 'house_arrest', 'deportation', 'compulsory_treatment', 'unknown')
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0044_releases_that_were_revoked_are_counted")]

    operations = [migrations.RunSQL(MARK_WHOM_IT_CONCERNS, migrations.RunSQL.noop)]

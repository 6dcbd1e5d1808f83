"""The first spelling of whoever was entered by a name in Cyrillic said that it was in Latin."""

from django.db import migrations

SAY_SO = """
UPDATE prisoners_personname SET script = 'Cyrl' WHERE script = 'Latn' AND text ~ '[Ѐ-ӿ]' AND text !~ '[A-Za-zÀ-ɏ]'
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0048_remand_counts_by_any_charge")]

    operations = [migrations.RunSQL(SAY_SO, migrations.RunSQL.noop)]

"""The lines of the history of a charge and what another source reports are found by their words, too."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("prisoners.migrations.0037_facts_are_found_in_all_languages")
# It has no text: only where the charge stood, as a mark of the closed list (migration 0043).
STEP = """
ALTER TABLE prisoners_chargestep ADD COLUMN said tsvector
GENERATED ALWAYS AS (array_to_tsvector(ARRAY['=chargestep.status ' || "status"])) STORED
"""
VARIANT = BEFORE.ADD.format(model="variant", named="text", columns='"text"')
DROP = "ALTER TABLE prisoners_{model} DROP COLUMN said"


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0049_names_say_in_which_script_they_are")]

    operations = [
        migrations.RunSQL([STEP, BEFORE.INDEX.format(model="chargestep")], DROP.format(model="chargestep")),
        migrations.RunSQL([VARIANT, BEFORE.INDEX.format(model="variant")], DROP.format(model="variant")),
    ]

"""How many people have a role of a sort is kept too; a word is sought once in each of its forms; who is held longest."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

from prisoners.at_once import at_once

before = import_module("prisoners.migrations.0037_facts_are_found_in_all_languages")
ROLES = """
INSERT INTO prisoners_trait (prisoner_id, kind, value)
SELECT DISTINCT prisoner_id, 'role', kind FROM prisoners_affiliation
WHERE state = 'published' AND kind <> ''
    AND prisoner_id IN (SELECT id FROM prisoners_prisoner WHERE state = 'published')
"""
# What languages bend alike is asked once: the database would look for it as often as it is asked, and take it for more.
SEEKING = (
    before.SEEKING.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    .replace("    language text;\n", "    bent tsquery;\n    language text;\n")
    .replace("ways := ways || to_tsquery(", "ways := to_tsquery(")
    .replace(
        f"ways := ways || plainto_tsquery({before.DICTIONARY}, word);",
        f"bent := plainto_tsquery({before.DICTIONARY}, word);\n"
        "            IF numnode(bent) > 0 AND NOT ways @> bent THEN\n"
        "                ways := ways || bent;\n"
        "            END IF;",
    )
)


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0039_imports_keep_what_was_left")]

    operations = [
        migrations.RunSQL(ROLES, "DELETE FROM prisoners_trait WHERE kind = 'role'"),
        # Backwards as well: either finds the same.
        migrations.RunSQL(SEEKING, migrations.RunSQL.noop),
        migrations.RemoveIndex("span", "span_by_first_day"),
        migrations.AddIndex(
            "span",
            models.Index(
                fields=("since_on", "prisoner", "ends_on", "begins_on"),
                condition=Q(is_held=True),
                name="span_by_first_day",
            ),
        ),
    ]
    operations = at_once(operations)

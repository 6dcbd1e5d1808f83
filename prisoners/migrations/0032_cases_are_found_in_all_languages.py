"""The index by the words of cases has their titles in all languages: readers look for cases by it, too."""

from django.db import migrations

from prisoners.row_words import Translated, by_words

TRANSLATED = """
CREATE FUNCTION prisoners_translated(field text, i18n jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT string_agg(value, ' ' ORDER BY key) FROM jsonb_each_text(i18n) WHERE starts_with(key, field || '_')
$$
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0031_numbers_are_kept_without_waiting")]

    operations = [
        migrations.RunSQL(TRANSLATED, "DROP FUNCTION prisoners_translated(text, jsonb)"),
        migrations.RemoveIndex("case", "case_words"),
        migrations.AddIndex("case", by_words("case_words", "title", "slug", "number", Translated("title"))),
    ]

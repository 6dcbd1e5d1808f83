"""Indexes by the words of rows, by which the desk finds them, and what a word is."""

from django.db import migrations

from prisoners.at_once import at_once
from prisoners.row_words import by_words

# A word is a run of letters and digits. What a text says behind its first hundred thousand characters is not kept.
WORDS = """
CREATE FUNCTION prisoners_words(texts text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT to_tsvector(
    'pg_catalog.simple', left(regexp_replace(array_to_string(texts, ' '), '[^[:alnum:]]+', ' ', 'g'), 100000))
$$
"""
# The words of one way stand beside each other, the last of them unfinished; any of the ways will do.
BEGINNING = """
CREATE FUNCTION prisoners_beginning(ways text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT to_tsquery('pg_catalog.simple', string_agg(replace(btrim(words), ' ', ' <-> ') || ':*', ' | '))
FROM (SELECT regexp_replace(way, '[^[:alnum:]]+', ' ', 'g') FROM unnest(ways) way) asked (words)
WHERE btrim(words) <> ''
$$
"""


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0023_charges_have_a_history")]

    operations = [
        migrations.RunSQL(WORDS, "DROP FUNCTION prisoners_words(text[])"),
        migrations.RunSQL(BEGINNING, "DROP FUNCTION prisoners_beginning(text[])"),
        migrations.AddIndex("affiliation", by_words("affiliation_words", "role")),
        migrations.AddIndex("case", by_words("case_words", "title", "slug", "number")),
        migrations.AddIndex("charge", by_words("charge_words", "text", "articles")),
        migrations.AddIndex("disagreement", by_words("disagreement_words", "text")),
        migrations.AddIndex("event", by_words("event_words", "title", "text")),
        migrations.AddIndex("figure", by_words("figure_words", "about", "text", "counted_by")),
        migrations.AddIndex("hearing", by_words("hearing_words", "court", "judge")),
        migrations.AddIndex("organisation", by_words("organisation_words", "name", "slug")),
        migrations.AddIndex("place", by_words("place_words", "name", "region")),
        migrations.AddIndex("prisoner", by_words("prisoner_words", "slug")),
        migrations.AddIndex("sanction", by_words("sanction_words", "court", "articles")),
        migrations.AddIndex("source", by_words("source_words", "key", "title", "publisher", "url", "author")),
        migrations.AddIndex("statement", by_words("statement_words", "speaker", "text", "quote")),
        migrations.AddIndex("statusreport", by_words("statusreport_words", "text")),
        migrations.AddIndex("variant", by_words("variant_words", "text")),
    ]
    operations = at_once(operations)

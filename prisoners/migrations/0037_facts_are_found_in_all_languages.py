"""What facts say in all languages, as each of these bends its words, in a column of its own; the desk finds by it, too."""

from django.db import migrations

from prisoners.at_once import at_once

# Dictionaries of stems that every supported PostgreSQL has (14 and later), by language (ISO 639-1).
STEMS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
# Other languages have their words as they are written. No function calls another one of ours: a backup is put back
# without a search path.
DICTIONARY = f"""(CASE substring(language FROM '^[a-z]+') {
    " ".join(f"WHEN '{code}' THEN 'pg_catalog.{name}'::regconfig" for code, name in STEMS.items())
} ELSE 'pg_catalog.simple'::regconfig END)"""
WORDS = "regexp_replace({text}, '[^[:alnum:]]+', ' ', 'g')"
# The texts of the columns are in English; the other languages stand under keys such as text_ru. All words as they are
# written come first, up to a hundred thousand characters, then those of each language, up to a quarter of that.
SAID = f"""
CREATE FUNCTION prisoners_said(fields text[], texts text[], i18n jsonb) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    bent tsvector := '';
    unbent text := '';
    language text;
    words text;
BEGIN
    FOR language, words IN
        SELECT one.language, {WORDS.format(text="string_agg(one.said, ' ')")} FROM (
            SELECT 'en' AS language, array_to_string(texts, ' ') AS said
            UNION ALL SELECT substr(key, length(field) + 2), value
            FROM jsonb_each_text(COALESCE(i18n, '{{}}')), unnest(fields) field
            WHERE starts_with(key, field || '_') AND substr(key, length(field) + 2) ~ '^[a-z]{{2,3}}(_[a-z]+)?$'
        ) one GROUP BY 1 ORDER BY 1
    LOOP
        CONTINUE WHEN words IS NULL;
        unbent := unbent || ' ' || words;
        IF {DICTIONARY} <> 'pg_catalog.simple'::regconfig THEN
            bent := bent || to_tsvector({DICTIONARY}, left(words, 25000));
        END IF;
    END LOOP;
    RETURN to_tsvector('pg_catalog.simple', left(unbent, 100000)) || bent;
END $$
"""  # noqa: S608 - nothing but what stands above
# Each word as it is written or as one of the languages bends it; all of them, but for words that carry nothing in the
# language of the page. What the last one begins is found, too, and in a language without stems what the others begin.
SEEKING = f"""
CREATE FUNCTION prisoners_seeking(asked text, page text, languages text[]) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    words text[] := string_to_array(btrim({WORDS.format(text="asked")}), ' ');
    own regconfig := {DICTIONARY.replace("language", "page")};
    needed tsquery := '';
    empty tsquery := '';
    ways tsquery;
    language text;
    word text;
BEGIN
    FOR number IN 1 .. cardinality(words) LOOP
        word := words[number];
        ways := plainto_tsquery('pg_catalog.simple', word);
        IF number = cardinality(words) AND length(word) > 2
            OR own = 'pg_catalog.simple'::regconfig AND length(word) > 3
        THEN
            ways := ways || to_tsquery('pg_catalog.simple', word || ':*');
        END IF;
        FOREACH language IN ARRAY languages LOOP
            ways := ways || plainto_tsquery({DICTIONARY}, word);
        END LOOP;
        IF numnode(plainto_tsquery(own, word)) = 0 THEN
            empty := empty && ways;
        ELSE
            needed := needed && ways;
        END IF;
    END LOOP;
    RETURN CASE numnode(needed) WHEN 0 THEN empty ELSE needed END;
END $$
"""
COLUMNS = {
    "affiliation": ("role",),
    "case": ("title", "description"),
    "charge": ("text", "articles"),
    "event": ("title", "text"),
    "figure": ("about", "text", "counted_by"),
    "hearing": ("court", "judge", "text", "outcome"),
    "prisoner": ("summary",),
    "sanction": ("court", "articles", "text"),
    "statement": ("speaker", "speaker_role", "text", "quote"),
    "statusreport": ("text", "note"),
}
# Kept by the database and not by Django: no row is read with it. Made from a row where it is asked, it would take longer
# than all else.
ADD = """
ALTER TABLE prisoners_{model} ADD COLUMN said tsvector
GENERATED ALWAYS AS (prisoners_said('{{{named}}}', '{{}}'::text[] || {columns}, i18n)) STORED
"""
INDEX = "CREATE INDEX {model}_said ON prisoners_{model} USING gin (said) WITH (fastupdate = off)"
# Whose words as they are written the desk found by an index that is not needed any more.
BEFORE = ("affiliation", "charge", "event", "figure", "hearing", "sanction", "statement", "statusreport")


def _added(model: str, columns: tuple[str, ...]) -> migrations.RunSQL:
    named, texts = ",".join(columns), " || ".join(f'"{one}"' for one in columns)
    forth = [ADD.format(model=model, named=named, columns=texts), INDEX.format(model=model)]
    return migrations.RunSQL(forth, f"ALTER TABLE prisoners_{model} DROP COLUMN said")


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0036_parts_in_events_and_cases")]

    operations = [
        migrations.RunSQL(SAID, "DROP FUNCTION prisoners_said(text[], text[], jsonb)"),
        migrations.RunSQL(SEEKING, "DROP FUNCTION prisoners_seeking(text, text, text[])"),
        *(_added(model, columns) for model, columns in COLUMNS.items()),
        *(migrations.RemoveIndex(model, f"{model}_words") for model in BEFORE),
    ]
    operations = at_once(operations)

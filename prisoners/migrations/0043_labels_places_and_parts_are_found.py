"""Facts are found by what their closed lists, places and organisations are called, too; custody and parts as well."""

from importlib import import_module

from django.db import migrations

from prisoners.at_once import at_once

BEFORE = import_module("prisoners.migrations.0037_facts_are_found_in_all_languages")
LAST = import_module("prisoners.migrations.0040_numbers_of_roles_and_fewer_repeated_words")
# As before, but word by word: whether the language of the page needs it, each way to write it, also as labels that are
# given with their words are marked in rows, and what is called so: places, what lies in them, and organisations.
SOUGHT = f"""
CREATE FUNCTION prisoners_sought(asked text, page text, languages text[], marks text[], labels tsvector[])
RETURNS TABLE (is_needed boolean, ways tsquery, places bigint[], organisations bigint[])
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    words text[] := string_to_array(btrim({BEFORE.WORDS.format(text="asked")}), ' ');
    own regconfig := {BEFORE.DICTIONARY.replace("language", "page")};
    bent tsquery;
    language text;
    word text;
BEGIN
    FOR number IN 1 .. cardinality(words) LOOP
        word := words[number];
        is_needed := numnode(plainto_tsquery(own, word)) > 0;
        ways := plainto_tsquery('pg_catalog.simple', word);
        IF number = cardinality(words) AND length(word) > 2
            OR own = 'pg_catalog.simple'::regconfig AND length(word) > 3
        THEN
            ways := to_tsquery('pg_catalog.simple', word || ':*');
        END IF;
        FOREACH language IN ARRAY languages LOOP
            bent := plainto_tsquery({BEFORE.DICTIONARY}, word);
            IF numnode(bent) > 0 AND NOT ways @> bent THEN
                ways := ways || bent;
            END IF;
        END LOOP;
        organisations := ARRAY(SELECT id FROM prisoners_organisation WHERE said @@ ways);
        places := ARRAY(SELECT id FROM prisoners_place WHERE said @@ ways);
        places := ARRAY(SELECT id FROM prisoners_place WHERE id = ANY (places) OR located_in_id = ANY (places));
        ways := ways || COALESCE((
            SELECT string_agg(quote_literal(mark), ' | ') FROM unnest(marks, labels) one (mark, label)
            WHERE label @@ ways
        ), '')::tsquery;
        RETURN NEXT;
    END LOOP;
END $$
"""  # noqa: S608 - nothing but what stands above
# By kind of fact: what it says in words, and its closed lists. The value of such a list is no word, but stands beside
# the words behind a sign that no word has.
COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "affiliation": (("role",), ("kind",)),
    "charge": (("text", "articles"), ("status",)),
    "detention": (("text",), ("kind", "ended_by", "confinement", "whereabouts")),
    "event": (("title", "text"), ("kind",)),
    "figure": (("about", "text", "counted_by"), ("counted_by_kind",)),
    "hearing": (("court", "judge", "text", "outcome"), ("kind", "status", "decision", "counsel")),
    "involvement": (("name", "note"), ("role",)),
    "organisation": (("name",), ()),
    "place": (("name",), ()),
    "sanction": (("court", "judge", "articles", "text"), ("kind", "regime", "ended_by")),
    "statement": (("speaker", "speaker_role", "text", "quote"), ("channel", "stance")),
}
#: Of which it is new.
NEW = ("detention", "involvement", "organisation", "place")
DROP = "ALTER TABLE prisoners_{model} DROP COLUMN said"
# In one statement with what is dropped, so that the table is written anew once.
AGAIN = BEFORE.ADD.replace("ADD COLUMN", "DROP COLUMN said, ADD COLUMN")
SAID = "prisoners_said('{{{named}}}', '{{}}'::text[] || {columns}, i18n){marks}"


def _added(model: str) -> migrations.RunSQL:
    texts, lists = COLUMNS[model]
    marks = ", ".join(f"'={model}.{one} ' || \"{one}\"" for one in lists)
    said = SAID.format(
        named=",".join(texts),
        columns=" || ".join(f'"{one}"' for one in texts),
        marks=f" || array_to_tsvector(ARRAY[{marks}])" if marks else "",
    )
    verb = "ADD COLUMN" if model in NEW else "DROP COLUMN said, ADD COLUMN"
    add = f"ALTER TABLE prisoners_{model} {verb} said tsvector GENERATED ALWAYS AS ({said}) STORED"
    back = [DROP.format(model=model)] if model in NEW else _back(model)
    return migrations.RunSQL([add, BEFORE.INDEX.format(model=model)], back)


def _back(model: str) -> list[str]:
    columns = BEFORE.COLUMNS[model]
    texts = " || ".join(f'"{one}"' for one in columns)
    return [AGAIN.format(model=model, named=",".join(columns), columns=texts), BEFORE.INDEX.format(model=model)]


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0042_long_imports_wait_for_a_worker")]

    operations = [
        *map(_added, COLUMNS),
        migrations.RunSQL("DROP FUNCTION prisoners_seeking(text, text, text[])", LAST.SEEKING),
        migrations.RunSQL(SOUGHT, "DROP FUNCTION prisoners_sought(text, text, text[], text[], tsvector[])"),
        migrations.RemoveIndex("involvement", "involvement_words"),
    ]
    operations = at_once(operations)

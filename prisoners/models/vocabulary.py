"""The words of which names consist, each once, with what it is found by: what the search looks into first."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import connection, models, transaction

#: Whoever writes names waits for each other, so that no word is counted wrongly and nobody waits in a circle.
LOCK = 4730111216
_ONE_AT_A_TIME = f"PERFORM pg_advisory_xact_lock({LOCK});"
TAKE = """
    UPDATE prisoners_nameword word SET count = greatest(word.count - gone.count, 0)
    FROM (SELECT word, count(*) AS count FROM {rows}, unnest({rows}.words) word GROUP BY 1) gone
    WHERE word.word = gone.word;
    DELETE FROM prisoners_nameword WHERE count < 1 AND word IN (SELECT unnest(words) FROM {rows});
"""
_BOTH = {"old": "old_rows", "new": "new_rows"}
GIVE = """
    INSERT INTO prisoners_nameword (word, sounds, keys, count)
    SELECT pair.word, split_part(min(pair.key), '|', 1), string_to_array(split_part(min(pair.key), '|', 2), ' '),
           count(*)
    FROM {rows}, unnest({rows}.words, {rows}.keys) AS pair (word, key)
    WHERE pair.word IS NOT NULL AND pair.key IS NOT NULL
    GROUP BY pair.word
    ON CONFLICT (word) DO UPDATE
    SET count = prisoners_nameword.count + excluded.count, sounds = excluded.sounds, keys = excluded.keys;
"""


class NameWord(models.Model):
    """A word of names in Latin letters, or two short neighbours in one: its readings, its keys, how often it occurs.

    Triggers on the spellings keep it; nothing else writes here. A word goes with the last spelling that has it.
    """

    word = models.TextField(primary_key=True)
    sounds = models.TextField()
    keys = ArrayField(models.TextField())
    count = models.PositiveIntegerField()

    objects: ClassVar[models.Manager["NameWord"]] = models.Manager()

    class Meta:
        indexes = (
            GinIndex(fields=("keys",), name="word_by_keys", fastupdate=False),
            models.Index(OpClass("word", name="text_pattern_ops"), name="word_by_beginning"),
        )

    def __str__(self) -> str:
        return self.word


def _trigger(name: str, operation: pgtrigger.Operation, body: str, **rows: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        func=f"{body} RETURN NULL;",
    )


def triggers_of_names() -> tuple[pgtrigger.Trigger, ...]:
    """What keeps the vocabulary true to the words of the spellings, whatever path writes them."""
    changed = "EXISTS (SELECT FROM old_rows JOIN new_rows USING (id) WHERE old_rows.keys <> new_rows.keys)"
    given = _ONE_AT_A_TIME + GIVE.format(rows="new_rows")
    taken = _ONE_AT_A_TIME + TAKE.format(rows="old_rows")
    return (
        _trigger("words_given", pgtrigger.Insert, given, new="new_rows"),
        _trigger("words_taken", pgtrigger.Delete, taken, old="old_rows"),
        _trigger("words_changed", pgtrigger.Update, f"IF {changed} THEN {taken} {given} END IF;", **_BOTH),
    )


@transaction.atomic
def count_words() -> None:
    """Make the whole vocabulary anew from the words of the spellings; writers of names wait meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        NameWord.objects.all().delete()
        cursor.execute(GIVE.format(rows="prisoners_personname"))

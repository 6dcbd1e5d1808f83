"""What is counted of people is a row for each writing, which waits for nobody; rows of a kind are folded into one."""

from importlib import import_module

from django.db import migrations

from prisoners.at_once import at_once

BEFORE = import_module("prisoners.migrations.0028_numbers_are_kept")
ADD = "INSERT INTO {into} ({by}, people) {counted};"
# In one statement, hence as of one moment: what somebody else writes meanwhile is either in it or comes on top.
RECOUNT = "WITH gone AS (DELETE FROM {into}) INSERT INTO {into} ({by}, people) {counted};"
EMPTIED = "DELETE FROM {into};"
FOLD = """
    WITH several AS (SELECT {by} FROM {into} GROUP BY {by} HAVING count(*) > 1),
        gone AS (DELETE FROM {into} USING several WHERE ({own}) = ({theirs}) RETURNING {into}.*)
    INSERT INTO {into} ({by}, people) SELECT {by}, sum(people) FROM gone GROUP BY {by} HAVING sum(people) <> 0;
"""
# The triggers of 0028 stay, and call what is put in the place of their functions.
FUNCTION = """
CREATE OR REPLACE FUNCTION {table}_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {add}
    RETURN NULL;
END $$
"""
PROCEDURE = """
CREATE OR REPLACE FUNCTION {name}() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    {what}
END $$
"""


def _filled(text: str, table: str, rows: str, sign: str) -> str:
    into, by, counted = BEFORE.COUNTED[table]
    own, theirs = (", ".join(f"{whose}.{name}" for name in by.split(", ")) for whose in (into, "several"))
    return text.format(into=into, by=by, own=own, theirs=theirs, counted=counted.format(rows=rows, sign=sign))


def _functions(add: str) -> list[str]:
    return [
        FUNCTION.format(table=table, add=_filled(add, table, "changed", "TG_ARGV[0]::integer"))
        for table in BEFORE.COUNTED
    ]


def _procedure(name: str, what: str) -> str:
    texts = [_filled(what, table, table, "1") for table in BEFORE.COUNTED]
    return PROCEDURE.format(name=name, what="\n".join(texts))


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0030_deaths_in_custody")]

    operations = [
        migrations.RemoveConstraint("turn", "turn_once_a_day"),
        migrations.RemoveConstraint("traittotal", "trait_total_once"),
        migrations.RunSQL(_functions(ADD), _functions(BEFORE.ADD)),
        migrations.RunSQL(
            _procedure("prisoners_recount", RECOUNT),
            _procedure("prisoners_recount", f"{EMPTIED}{BEFORE.ADD}"),
        ),
        # Back again: where each number may stand once only, it does.
        migrations.RunSQL(
            _procedure("prisoners_fold", FOLD), ["SELECT prisoners_fold()", "DROP FUNCTION prisoners_fold()"]
        ),
    ]
    operations = at_once(operations)

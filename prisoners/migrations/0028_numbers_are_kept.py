"""What people are counted by, and how many are so: kept by triggers, once a statement, whatever path wrote the rows."""

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from prisoners.at_once import at_once

# Where people stand: the numbers turn on the days on which spans begin and end.
TURNS = """
SELECT turn.day, one.status, COALESCE(one.is_held::text, 'unknown'), one.may_be_held, sum(turn.people * {sign})
FROM {rows} one, LATERAL (VALUES (one.begins_on, 1), (one.ends_on, -1)) turn (day, people)
WHERE one.is_public GROUP BY 1, 2, 3, 4 HAVING sum(turn.people) <> 0 ORDER BY 1, 2, 3, 4
"""
TOTALS = "SELECT kind, value, count(*) * {sign} FROM {rows} GROUP BY 1, 2 ORDER BY 1, 2"
COUNTED = {
    "prisoners_span": ("prisoners_turn", "day, status, held, may_be_held", TURNS),
    "prisoners_trait": ("prisoners_traittotal", "kind, value", TOTALS),
}
ADD = """
    INSERT INTO {into} AS kept ({by}, people) {counted}
    ON CONFLICT ({by}) DO UPDATE SET people = kept.people + EXCLUDED.people;
"""
FUNCTION = """
CREATE FUNCTION {table}_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {add}
    RETURN NULL;
END $$
"""
# A row that changed counts no more as it was, and counts as it is.
MOMENTS = {
    "inserted": ("INSERT", "NEW", "1"),
    "deleted": ("DELETE", "OLD", "-1"),
    "was": ("UPDATE", "OLD", "-1"),
    "is": ("UPDATE", "NEW", "1"),
}
TRIGGER = """
CREATE TRIGGER counted_{name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION {table}_counted('{sign}')
"""
RECOUNT = """
CREATE FUNCTION prisoners_recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM prisoners_turn;
    DELETE FROM prisoners_traittotal;
    {add}
END $$
"""
PUBLIC_SPANS = """
UPDATE prisoners_span SET is_public = true
WHERE prisoner_id IN (SELECT id FROM prisoners_prisoner WHERE state = 'published')
"""
TRAITS = """
WITH people AS (SELECT id, country, gender FROM prisoners_prisoner WHERE state = 'published')
INSERT INTO prisoners_trait (prisoner_id, kind, value)
SELECT id, 'country', country FROM people
UNION SELECT id, 'sex', gender FROM people
UNION SELECT people.id, 'year', generate_series(
    extract(year FROM started_earliest)::integer, extract(year FROM started_latest)::integer)::text
    FROM prisoners_detention JOIN people ON people.id = prisoner_id WHERE state = 'published'
UNION SELECT people.id, 'organisation', organisation_id::text
    FROM prisoners_affiliation JOIN people ON people.id = prisoner_id
    WHERE state = 'published' AND organisation_id IS NOT NULL
UNION SELECT people.id, 'article', unnest(articles)
    FROM prisoners_charge charge JOIN people ON people.id = charge.prisoner_id
    JOIN prisoners_case tried ON tried.id = charge.case_id
    WHERE charge.state = 'published' AND tried.state = 'published'
"""
# Whom a changed row concerns, beside those whom earlier triggers mark.
CONCERNED = {
    "prisoners_affiliation": "SELECT prisoner_id FROM changed",
    "prisoners_case": "SELECT c.prisoner_id FROM changed JOIN prisoners_charge c ON c.case_id = changed.id",
}
DUE = """
CREATE FUNCTION {table}_traits_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO prisoners_spandue (prisoner_pk) SELECT DISTINCT one FROM ({concerned}) AS found (one);
    RETURN NULL;
END $$
"""
DUE_TRIGGER = """
CREATE TRIGGER traits_due_{name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION {table}_traits_due()
"""


def _added(table: str, rows: str, sign: str) -> str:
    into, by, counted = COUNTED[table]
    return ADD.format(into=into, by=by, counted=counted.format(rows=rows, sign=sign))


def _triggers() -> list[Operation]:
    found: list[Operation] = []
    for table in COUNTED:
        forth = [FUNCTION.format(table=table, add=_added(table, "changed", "TG_ARGV[0]::integer"))]
        for name, (event, rows, sign) in MOMENTS.items():
            forth.append(TRIGGER.format(name=name, event=event, table=table, rows=rows, sign=sign))
        found.append(migrations.RunSQL(forth, f"DROP FUNCTION {table}_counted() CASCADE"))
    for table, concerned in CONCERNED.items():
        forth = [DUE.format(table=table, concerned=concerned)]
        for name, (event, rows, _sign) in MOMENTS.items():
            forth.append(DUE_TRIGGER.format(name=name, event=event, table=table, rows=rows))
        found.append(migrations.RunSQL(forth, f"DROP FUNCTION {table}_traits_due() CASCADE"))
    add = "".join(_added(table, table, "1") for table in COUNTED)
    return [*found, migrations.RunSQL(RECOUNT.format(add=add), "DROP FUNCTION prisoners_recount()")]


def _number() -> tuple[str, models.BigAutoField]:
    return "id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0027_spans_follow_charges")]

    operations = [
        migrations.AddField("span", "is_public", models.BooleanField(default=False)),
        migrations.CreateModel(
            "Turn",
            [
                _number(),
                ("day", models.DateField()),
                ("status", models.CharField(max_length=16)),
                ("held", models.CharField(max_length=7)),
                ("may_be_held", models.BooleanField()),
                ("people", models.IntegerField()),
            ],
            {
                "verbose_name": "turn of the numbers",
                "verbose_name_plural": "turns of the numbers",
                "constraints": (
                    models.UniqueConstraint(fields=("day", "status", "held", "may_be_held"), name="turn_once_a_day"),
                ),
            },
        ),
        migrations.CreateModel(
            "TraitTotal",
            [
                _number(),
                ("kind", models.CharField(max_length=12)),
                ("value", models.CharField(max_length=120)),
                ("people", models.IntegerField()),
            ],
            {
                "verbose_name": "people of a trait",
                "verbose_name_plural": "people of traits",
                "constraints": (models.UniqueConstraint(fields=("kind", "value"), name="trait_total_once"),),
            },
        ),
        migrations.CreateModel(
            "Trait",
            [
                _number(),
                ("kind", models.CharField(max_length=12)),
                ("value", models.CharField(max_length=120)),
                (
                    "prisoner",
                    models.ForeignKey(
                        db_index=False, on_delete=models.CASCADE, related_name="traits", to="prisoners.prisoner"
                    ),
                ),
            ],
            {
                "verbose_name": "trait",
                "verbose_name_plural": "traits",
                "constraints": (
                    models.UniqueConstraint(fields=("prisoner", "kind", "value"), name="trait_once_a_prisoner"),
                ),
            },
        ),
        *_triggers(),
        # The triggers count what is written here.
        migrations.RunSQL([PUBLIC_SPANS, TRAITS], migrations.RunSQL.noop),
    ]
    operations = at_once(operations)

"""Demands, targets, actions and reports say where in a source they stand; the tables of their links get a column."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


def _ends(row: str) -> list[migrations.operations.base.Operation]:
    """The rules of the link as it was."""
    return [
        pgtrigger.migrations.RemoveTrigger(model_name=f"{row}source", name=name)
        for name in ("insert_insert", "update_update", "delete_delete")
    ]


def _becomes_a_model(row: str, called: str) -> migrations.SeparateDatabaseAndState:
    """The table of the link stays what it is and gets a column; only Django has to hear that it is a model now."""
    table = f"actions_{row}_sources"
    name = f"{row.capitalize()}Source"
    fields = [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
        (
            "source",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        (
            row,
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="cited", to=f"actions.{row}"),
        ),
    ]
    options = {
        "db_table": table,
        "abstract": False,
        "verbose_name": "citation",
        "verbose_name_plural": "citations",
        "unique_together": {(row, "source")},
    }
    through = models.ManyToManyField(
        blank=True, related_name=called, through=f"actions.{name}", to="prisoners.source", verbose_name="sources"
    )
    return migrations.SeparateDatabaseAndState(
        state_operations=[
            migrations.DeleteModel(name),
            migrations.CreateModel(name, fields=fields, options=options),
            migrations.AlterField(row, "sources", through),
        ],
        database_operations=[
            migrations.RunSQL(
                f"ALTER TABLE {table} ADD COLUMN locator varchar(120) DEFAULT '' NOT NULL;"
                f"ALTER TABLE {table} ALTER COLUMN locator DROP DEFAULT;",
                f"ALTER TABLE {table} DROP COLUMN locator;",
            )
        ],
    )


ROWS = {"demand": "demands", "target": "targets", "report": "reports", "action": "actions"}


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0035_demands_have_a_value_and_appeals_a_response"),
        ("prisoners", "0044_releases_that_were_revoked_are_counted"),
    ]

    operations = [
        *(end for row in ROWS for end in _ends(row)),
        *(_becomes_a_model(row, called) for row, called in ROWS.items()),
        migrations.AddField(
            model_name="actionsourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AddField(
            model_name="demandsourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AddField(
            model_name="reportsourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AddField(
            model_name="targetsourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AlterField(
            model_name="actionsourceevent",
            name="action",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.action",
            ),
        ),
        migrations.AlterField(
            model_name="actionsourceevent",
            name="source",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AlterField(
            model_name="demandsourceevent",
            name="demand",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.demand",
            ),
        ),
        migrations.AlterField(
            model_name="demandsourceevent",
            name="source",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AlterField(
            model_name="reportsourceevent",
            name="report",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.report",
            ),
        ),
        migrations.AlterField(
            model_name="reportsourceevent",
            name="source",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AlterField(
            model_name="targetsourceevent",
            name="source",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AlterField(
            model_name="targetsourceevent",
            name="target",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.target",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionsourceevent" ("action_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."action_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="cab743a693e890ff85736656b27813b9afc2adff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e6d0",
                    table="actions_action_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actionsourceevent" ("action_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."action_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="494d060b123037e64cc144550d1a1beb8dab44a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f046a",
                    table="actions_action_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionsourceevent" ("action_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."action_id", OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="4165bc5106d4a89a7305d99366d46f4fd0575bda",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b787e",
                    table="actions_action_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandsourceevent" ("demand_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."demand_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="91d76d53040a9a6e405ec36609a2d9f974e1046c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6af8c",
                    table="actions_demand_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_demandsourceevent" ("demand_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."demand_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="5ca8115e00f5ab3f7db5b97611047fa29716456d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88f2c",
                    table="actions_demand_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandsourceevent" ("demand_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."demand_id", OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="6281d2e2ec4ba1da864d03346e1037a741c935c7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_58593",
                    table="actions_demand_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_reportsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "report_id", "source_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."report_id", NEW."source_id"); RETURN NULL;',
                    hash="ee622c6025f3633c025ffb365a468dfc8a69d6b3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fda38",
                    table="actions_report_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_reportsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "report_id", "source_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."report_id", NEW."source_id"); RETURN NULL;',
                    hash="e915d8910b9ffaadde9b0c8cb264235b7818c256",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d80f",
                    table="actions_report_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_reportsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "report_id", "source_id") VALUES (OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."report_id", OLD."source_id"); RETURN NULL;',
                    hash="2a20eafc2283a978eb3af32caf23e5628cf8bd63",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f873d",
                    table="actions_report_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="targetsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_targetsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id", "target_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id", NEW."target_id"); RETURN NULL;',
                    hash="e4f9369b8f112d0657443898bcc0f4b7245a006c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2fae8",
                    table="actions_target_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="targetsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_targetsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id", "target_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id", NEW."target_id"); RETURN NULL;',
                    hash="84409835482fdd45d632cff933360707ddf9d370",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_56dd9",
                    table="actions_target_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="targetsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_targetsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id", "target_id") VALUES (OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id", OLD."target_id"); RETURN NULL;',
                    hash="1ca1504d5c3905091e3566ea31679eb4a71e8048",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dadb9",
                    table="actions_target_sources",
                    when="AFTER",
                ),
            ),
        ),
    ]
    operations = at_once(operations)

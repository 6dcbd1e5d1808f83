"""Campaigns, appeals and letters say where in a source they stand; the tables of their links get a column."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once

#: By the row: the model of its link, and what its rows are for a source.
ROWS = {
    "campaign": ("CampaignSource", "campaigns"),
    "appeal": ("AppealSource", "appeals"),
    "letterrules": ("LetterRulesSource", "letter_rules"),
    "letterterms": ("LetterTermsSource", "letter_terms"),
}


def _ends(model: str) -> list[migrations.operations.base.Operation]:
    """The rules of the link as it was."""
    return [
        pgtrigger.migrations.RemoveTrigger(model_name=model.lower(), name=name)
        for name in ("insert_insert", "update_update", "delete_delete")
    ]


def _becomes_a_model(row: str, model: str, called: str) -> migrations.SeparateDatabaseAndState:
    """The table of the link stays what it is and gets a column; only Django has to hear that it is a model now."""
    table = f"actions_{row}_sources"
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
        blank=True, related_name=called, through=f"actions.{model}", to="prisoners.source", verbose_name="sources"
    )
    return migrations.SeparateDatabaseAndState(
        state_operations=[
            migrations.DeleteModel(model),
            migrations.CreateModel(model, fields=fields, options=options),
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


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0036_citations_of_deeds_say_where"),
        ("prisoners", "0051_two_officials_of_one_name"),
    ]

    operations = [
        *(end for model, _called in ROWS.values() for end in _ends(model)),
        *(_becomes_a_model(row, *its) for row, its in ROWS.items()),
        migrations.AddField(
            model_name="appealsourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AddField(
            model_name="campaignsourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AddField(
            model_name="letterrulessourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AddField(
            model_name="lettertermssourceevent",
            name="locator",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph"),
        ),
        migrations.AlterField(
            model_name="appealsourceevent",
            name="appeal",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.appeal",
            ),
        ),
        migrations.AlterField(
            model_name="appealsourceevent",
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
            model_name="campaignsourceevent",
            name="campaign",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.campaign",
            ),
        ),
        migrations.AlterField(
            model_name="campaignsourceevent",
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
            model_name="letterrulessourceevent",
            name="letterrules",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.letterrules",
            ),
        ),
        migrations.AlterField(
            model_name="letterrulessourceevent",
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
            model_name="lettertermssourceevent",
            name="letterterms",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.letterterms",
            ),
        ),
        migrations.AlterField(
            model_name="lettertermssourceevent",
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
        pgtrigger.migrations.AddTrigger(
            model_name="appealsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealsourceevent" ("appeal_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."appeal_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="89bf6824458f0660d55c41ccc91a269712c5b3ea",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5cce2",
                    table="actions_appeal_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_appealsourceevent" ("appeal_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."appeal_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="5c702a91d049b28a0811628c4c222277e6bca0ae",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb60d",
                    table="actions_appeal_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealsourceevent" ("appeal_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."appeal_id", OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="510868a14948c72f5091b464a0d3013498e73ffa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c6ae",
                    table="actions_appeal_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignsourceevent" ("campaign_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."campaign_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="f5acdce5c4c0a574d9b7d7f42694c95dfd3b6461",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e65e5",
                    table="actions_campaign_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaignsourceevent" ("campaign_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."campaign_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="e151f623c28802641873aa12dab4802a398f3447",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ff1e",
                    table="actions_campaign_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignsourceevent" ("campaign_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."campaign_id", OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="661efc9b07f7511e6ed23123fdb4d7e7127a6a03",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bb87a",
                    table="actions_campaign_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrulessource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_letterrulessourceevent" ("id", "letterrules_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterrules_id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="89ee18a194d99bdcd15ba5d4160592670a54f541",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f8a5f",
                    table="actions_letterrules_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrulessource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_letterrulessourceevent" ("id", "letterrules_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterrules_id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="56949aabc07bee4815b309d12577e003e07580fa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0a7b4",
                    table="actions_letterrules_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrulessource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_letterrulessourceevent" ("id", "letterrules_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."id", OLD."letterrules_id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="20b925595435674a2a190ba339b4f8656dfb7906",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9109e",
                    table="actions_letterrules_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertermssource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_lettertermssourceevent" ("id", "letterterms_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterterms_id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="a48f5e59eb0b6ded4384fc19072db19116f635d6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8daff",
                    table="actions_letterterms_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertermssource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_lettertermssourceevent" ("id", "letterterms_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterterms_id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="cb01e1261b468cad5f117600c44ab1b848ad5b87",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b503",
                    table="actions_letterterms_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertermssource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_lettertermssourceevent" ("id", "letterterms_id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."id", OLD."letterterms_id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="3b34f30c8fbe2da6b79c1a0d46383ef477291b1c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dcc16",
                    table="actions_letterterms_sources",
                    when="AFTER",
                ),
            ),
        ),
    ]
    operations = at_once(operations)

"""Cases follow cases: an appeal its trial."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0014_hours_of_work_and_credit_for_remand"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="case",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                help_text="For an appeal or a new trial: the case before it. Whoever follows that one is told of this one.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="followed_by",
                to="prisoners.case",
                verbose_name="follows the case",
            ),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="For an appeal or a new trial: the case before it. Whoever follows that one is told of this one.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.case",
                verbose_name="follows the case",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."description", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."number", NEW."opened_earliest", NEW."opened_latest", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="681b687507197df9ef1e753c2441984f23150c26",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96c7a",
                    table="prisoners_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."description", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."number", NEW."opened_earliest", NEW."opened_latest", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="70871a6a05b3646108eabb0e6ecbd647d1586485",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dc121",
                    table="prisoners_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."description", OLD."follows_id", OLD."i18n", OLD."id", OLD."import_key", OLD."number", OLD."opened_earliest", OLD."opened_latest", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="2e205b9a46ef1d6398815b21d4b9e629ce9f1424",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0dfe",
                    table="prisoners_case",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("follows__isnull", True), models.Q(("follows", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="case_follows_another",
                violation_error_message="A case cannot follow itself.",
            ),
        ),
    ]
    operations = at_once(operations)

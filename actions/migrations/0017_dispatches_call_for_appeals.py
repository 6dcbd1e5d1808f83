import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0016_dispatches"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="dispatch",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="dispatch",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="dispatch",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="dispatch",
            name="appeal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="dispatches",
                to="actions.appeal",
                verbose_name="appeal that it calls for",
            ),
        ),
        migrations.AddField(
            model_name="dispatchevent",
            name="appeal",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="actions.appeal",
                verbose_name="appeal that it calls for",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dispatchevent" ("appeal_id", "approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (NEW."appeal_id", NEW."approved_by_id", NEW."audience", NEW."created_at", NEW."failed_count", NEW."finished_at", NEW."group_id", NEW."id", NEW."kind", NEW."language", NEW."owed_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_count", NEW."slug", NEW."started_at", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."withdrawn_at"); RETURN NULL;',
                    hash="9efe0c53c5c32e3700e04eaa59e62dcab06b20ea",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b047",
                    table="actions_dispatch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_dispatchevent" ("appeal_id", "approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (NEW."appeal_id", NEW."approved_by_id", NEW."audience", NEW."created_at", NEW."failed_count", NEW."finished_at", NEW."group_id", NEW."id", NEW."kind", NEW."language", NEW."owed_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_count", NEW."slug", NEW."started_at", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."withdrawn_at"); RETURN NULL;',
                    hash="ffef6d7ac7fbc6734c4e2e907289597b594050b4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_611a0",
                    table="actions_dispatch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatch",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dispatchevent" ("appeal_id", "approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (OLD."appeal_id", OLD."approved_by_id", OLD."audience", OLD."created_at", OLD."failed_count", OLD."finished_at", OLD."group_id", OLD."id", OLD."kind", OLD."language", OLD."owed_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_count", OLD."slug", OLD."started_at", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."withdrawn_at"); RETURN NULL;',
                    hash="9ace728ace08381dae1a4feae8b1081a7078a71b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e4613",
                    table="actions_dispatch",
                    when="AFTER",
                ),
            ),
        ),
    ]

    operations = at_once(operations)

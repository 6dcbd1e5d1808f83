"""Where the clock is put back and shows an hour twice, a hearing says which one is meant."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0034_rows_are_sent_back"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="hearing",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="hearing",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="hearing",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="hearing",
            name="is_second_hour",
            field=models.BooleanField(db_default=False, default=False, verbose_name="second of two equal hours"),
        ),
        migrations.AddField(
            model_name="hearingevent",
            name="is_second_hour",
            field=models.BooleanField(db_default=False, default=False, verbose_name="second of two equal hours"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."is_second_hour", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="f746f056d48108380e9627cbcf2ee76664f10bfb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6d716",
                    table="prisoners_hearing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."is_second_hour", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="de16e1fa55af4aa63272b37934c881bff9b90597",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bbf39",
                    table="prisoners_hearing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."counsel", OLD."court", OLD."created_at", OLD."decision", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_defendant_present", OLD."is_press_admitted", OLD."is_public_admitted", OLD."is_second_hour", OLD."judge", OLD."kind", OLD."local_time", OLD."next_hearing_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."revision", OLD."sent_back_reason", OLD."starts_at", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="498d818684f30ae280f4200d64090c2001df64fe",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b123",
                    table="prisoners_hearing",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_second_hour", False), ("local_time__isnull", False), _connector="OR"),
                name="hearing_second_hour_is_an_hour",
            ),
        ),
    ]

    operations = at_once(operations)

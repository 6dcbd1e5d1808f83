"""Where the clock is put back and shows an hour twice, an action says which one is meant."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0033_rows_are_sent_back"),
        ("prisoners", "0035_hours_shown_twice"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="action",
            name="ends_in_second_hour",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="ends in the second of two equal hours"
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="is_second_hour",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="begins in the second of two equal hours"
            ),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="ends_in_second_hour",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="ends in the second of two equal hours"
            ),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="is_second_hour",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="begins in the second of two equal hours"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionevent" ("address_visibility", "campaign_id", "cancellation_reason", "cancelled_at", "capacity", "city", "country", "created_at", "day_of_action_id", "description", "ends_at", "ends_in_second_hour", "ends_on", "group_id", "has_waiting_list", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_apart", "is_open_for_sign_up", "is_second_hour", "kinds", "local_end_time", "local_time", "needs_approval", "note", "organised_by", "own_fields", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "reminder_minutes", "revision", "sent_back_reason", "series_id", "series_on", "settles_at", "slug", "starts_at", "state", "submitted_by_id", "target_id", "time_zone", "title", "updated_at", "venue", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address_visibility", NEW."campaign_id", NEW."cancellation_reason", NEW."cancelled_at", NEW."capacity", NEW."city", NEW."country", NEW."created_at", NEW."day_of_action_id", NEW."description", NEW."ends_at", NEW."ends_in_second_hour", NEW."ends_on", NEW."group_id", NEW."has_waiting_list", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_apart", NEW."is_open_for_sign_up", NEW."is_second_hour", NEW."kinds", NEW."local_end_time", NEW."local_time", NEW."needs_approval", NEW."note", NEW."organised_by", NEW."own_fields", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."picture_id", NEW."published_at", NEW."published_by_id", NEW."reminder_minutes", NEW."revision", NEW."sent_back_reason", NEW."series_id", NEW."series_on", NEW."settles_at", NEW."slug", NEW."starts_at", NEW."state", NEW."submitted_by_id", NEW."target_id", NEW."time_zone", NEW."title", NEW."updated_at", NEW."venue", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="68bdbd55f256c9115a8c83a8df68335a9246c205",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bc7f0",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actionevent" ("address_visibility", "campaign_id", "cancellation_reason", "cancelled_at", "capacity", "city", "country", "created_at", "day_of_action_id", "description", "ends_at", "ends_in_second_hour", "ends_on", "group_id", "has_waiting_list", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_apart", "is_open_for_sign_up", "is_second_hour", "kinds", "local_end_time", "local_time", "needs_approval", "note", "organised_by", "own_fields", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "reminder_minutes", "revision", "sent_back_reason", "series_id", "series_on", "settles_at", "slug", "starts_at", "state", "submitted_by_id", "target_id", "time_zone", "title", "updated_at", "venue", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address_visibility", NEW."campaign_id", NEW."cancellation_reason", NEW."cancelled_at", NEW."capacity", NEW."city", NEW."country", NEW."created_at", NEW."day_of_action_id", NEW."description", NEW."ends_at", NEW."ends_in_second_hour", NEW."ends_on", NEW."group_id", NEW."has_waiting_list", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_apart", NEW."is_open_for_sign_up", NEW."is_second_hour", NEW."kinds", NEW."local_end_time", NEW."local_time", NEW."needs_approval", NEW."note", NEW."organised_by", NEW."own_fields", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."picture_id", NEW."published_at", NEW."published_by_id", NEW."reminder_minutes", NEW."revision", NEW."sent_back_reason", NEW."series_id", NEW."series_on", NEW."settles_at", NEW."slug", NEW."starts_at", NEW."state", NEW."submitted_by_id", NEW."target_id", NEW."time_zone", NEW."title", NEW."updated_at", NEW."venue", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="27337981297dad21cecaa843dcdd5c24fb1f2ba2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d90e",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionevent" ("address_visibility", "campaign_id", "cancellation_reason", "cancelled_at", "capacity", "city", "country", "created_at", "day_of_action_id", "description", "ends_at", "ends_in_second_hour", "ends_on", "group_id", "has_waiting_list", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_apart", "is_open_for_sign_up", "is_second_hour", "kinds", "local_end_time", "local_time", "needs_approval", "note", "organised_by", "own_fields", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "reminder_minutes", "revision", "sent_back_reason", "series_id", "series_on", "settles_at", "slug", "starts_at", "state", "submitted_by_id", "target_id", "time_zone", "title", "updated_at", "venue", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."address_visibility", OLD."campaign_id", OLD."cancellation_reason", OLD."cancelled_at", OLD."capacity", OLD."city", OLD."country", OLD."created_at", OLD."day_of_action_id", OLD."description", OLD."ends_at", OLD."ends_in_second_hour", OLD."ends_on", OLD."group_id", OLD."has_waiting_list", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_apart", OLD."is_open_for_sign_up", OLD."is_second_hour", OLD."kinds", OLD."local_end_time", OLD."local_time", OLD."needs_approval", OLD."note", OLD."organised_by", OLD."own_fields", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."picture_id", OLD."published_at", OLD."published_by_id", OLD."reminder_minutes", OLD."revision", OLD."sent_back_reason", OLD."series_id", OLD."series_on", OLD."settles_at", OLD."slug", OLD."starts_at", OLD."state", OLD."submitted_by_id", OLD."target_id", OLD."time_zone", OLD."title", OLD."updated_at", OLD."venue", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="51ddc1ba63bf90ff782d668437574ea07c4373d7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d498a",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("is_second_hour", False), ("local_time__isnull", False), _connector="OR"),
                    models.Q(("ends_in_second_hour", False), ("local_end_time__isnull", False), _connector="OR"),
                ),
                name="action_second_hours_are_hours",
            ),
        ),
    ]

    operations = at_once(operations)

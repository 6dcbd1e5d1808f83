"""Whoever looks at a row before it is published may send it back to its author, with a reason."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0032_photos_know_that_they_are_flat"),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="appeal",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="appeal",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="appeal",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="campaign",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="campaign",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="campaign",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="dayofaction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="dayofaction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="dayofaction",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="demand",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="demand",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="demand",
            name="delete_delete",
        ),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="endorsement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="endorsement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="endorsement",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="group",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="group",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="group",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letterrules",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letterrules",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letterrules",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letterterms",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letterterms",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="letterterms",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="report",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="report",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="report",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="target",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="action",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="appeal",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="appealevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="campaign",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="campaignevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="dayofaction",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="dayofactionevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="demand",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="dispatch",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="dispatchevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="endorsement",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="endorsementevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="group",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="groupevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="letterrules",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="letterrulesevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="letterterms",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="lettertermsevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="newwords",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="report",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="reportevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="target",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="targetevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AlterField(
            model_name="action",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="actionevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="appeal",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="appealevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="campaign",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="campaignevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="dayofaction",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="dayofactionevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="demand",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="demandevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="endorsement",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="endorsementevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="group",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="groupevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="letterrules",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="letterrulesevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="letterterms",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="lettertermsevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="reportevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="target",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                db_index=True,
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        migrations.AlterField(
            model_name="targetevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("sent_back", "sent back"),
                    ("published", "published"),
                    ("withdrawn", "withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=12,
                verbose_name="publication",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionevent" ("address_visibility", "campaign_id", "cancellation_reason", "cancelled_at", "capacity", "city", "country", "created_at", "day_of_action_id", "description", "ends_at", "ends_on", "group_id", "has_waiting_list", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_apart", "is_open_for_sign_up", "kinds", "local_end_time", "local_time", "needs_approval", "note", "organised_by", "own_fields", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "reminder_minutes", "revision", "sent_back_reason", "series_id", "series_on", "settles_at", "slug", "starts_at", "state", "submitted_by_id", "target_id", "time_zone", "title", "updated_at", "venue", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address_visibility", NEW."campaign_id", NEW."cancellation_reason", NEW."cancelled_at", NEW."capacity", NEW."city", NEW."country", NEW."created_at", NEW."day_of_action_id", NEW."description", NEW."ends_at", NEW."ends_on", NEW."group_id", NEW."has_waiting_list", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_apart", NEW."is_open_for_sign_up", NEW."kinds", NEW."local_end_time", NEW."local_time", NEW."needs_approval", NEW."note", NEW."organised_by", NEW."own_fields", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."picture_id", NEW."published_at", NEW."published_by_id", NEW."reminder_minutes", NEW."revision", NEW."sent_back_reason", NEW."series_id", NEW."series_on", NEW."settles_at", NEW."slug", NEW."starts_at", NEW."state", NEW."submitted_by_id", NEW."target_id", NEW."time_zone", NEW."title", NEW."updated_at", NEW."venue", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="341480ab1903f08997699e8681eab5e7c49b6a25",
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
                    func='INSERT INTO "actions_actionevent" ("address_visibility", "campaign_id", "cancellation_reason", "cancelled_at", "capacity", "city", "country", "created_at", "day_of_action_id", "description", "ends_at", "ends_on", "group_id", "has_waiting_list", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_apart", "is_open_for_sign_up", "kinds", "local_end_time", "local_time", "needs_approval", "note", "organised_by", "own_fields", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "reminder_minutes", "revision", "sent_back_reason", "series_id", "series_on", "settles_at", "slug", "starts_at", "state", "submitted_by_id", "target_id", "time_zone", "title", "updated_at", "venue", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address_visibility", NEW."campaign_id", NEW."cancellation_reason", NEW."cancelled_at", NEW."capacity", NEW."city", NEW."country", NEW."created_at", NEW."day_of_action_id", NEW."description", NEW."ends_at", NEW."ends_on", NEW."group_id", NEW."has_waiting_list", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_apart", NEW."is_open_for_sign_up", NEW."kinds", NEW."local_end_time", NEW."local_time", NEW."needs_approval", NEW."note", NEW."organised_by", NEW."own_fields", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."picture_id", NEW."published_at", NEW."published_by_id", NEW."reminder_minutes", NEW."revision", NEW."sent_back_reason", NEW."series_id", NEW."series_on", NEW."settles_at", NEW."slug", NEW."starts_at", NEW."state", NEW."submitted_by_id", NEW."target_id", NEW."time_zone", NEW."title", NEW."updated_at", NEW."venue", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="5515bb95c3ab335734b107aea065fe8eebaa5ef2",
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
                    func='INSERT INTO "actions_actionevent" ("address_visibility", "campaign_id", "cancellation_reason", "cancelled_at", "capacity", "city", "country", "created_at", "day_of_action_id", "description", "ends_at", "ends_on", "group_id", "has_waiting_list", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_apart", "is_open_for_sign_up", "kinds", "local_end_time", "local_time", "needs_approval", "note", "organised_by", "own_fields", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "reminder_minutes", "revision", "sent_back_reason", "series_id", "series_on", "settles_at", "slug", "starts_at", "state", "submitted_by_id", "target_id", "time_zone", "title", "updated_at", "venue", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."address_visibility", OLD."campaign_id", OLD."cancellation_reason", OLD."cancelled_at", OLD."capacity", OLD."city", OLD."country", OLD."created_at", OLD."day_of_action_id", OLD."description", OLD."ends_at", OLD."ends_on", OLD."group_id", OLD."has_waiting_list", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_apart", OLD."is_open_for_sign_up", OLD."kinds", OLD."local_end_time", OLD."local_time", OLD."needs_approval", OLD."note", OLD."organised_by", OLD."own_fields", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."picture_id", OLD."published_at", OLD."published_by_id", OLD."reminder_minutes", OLD."revision", OLD."sent_back_reason", OLD."series_id", OLD."series_on", OLD."settles_at", OLD."slug", OLD."starts_at", OLD."state", OLD."submitted_by_id", OLD."target_id", OLD."time_zone", OLD."title", OLD."updated_at", OLD."venue", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="b902dffb6802fe5c6ccf956caeac60f1c50e31b3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d498a",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealevent" ("campaign_id", "campaign_words", "closes_at", "closes_on", "created_at", "delivered_on", "delivery", "ended_on", "follows_id", "i18n", "id", "import_key", "kind", "letter", "letter_language", "letter_subject", "number", "outcome", "outcome_text", "paper_signatures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "published_at", "published_by_id", "replied_on", "reply", "requested_by", "salutation", "sent_back_reason", "series", "slug", "state", "submitted_by_id", "summary", "time_zone", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."campaign_id", NEW."campaign_words", NEW."closes_at", NEW."closes_on", NEW."created_at", NEW."delivered_on", NEW."delivery", NEW."ended_on", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."letter", NEW."letter_language", NEW."letter_subject", NEW."number", NEW."outcome", NEW."outcome_text", NEW."paper_signatures", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."published_at", NEW."published_by_id", NEW."replied_on", NEW."reply", NEW."requested_by", NEW."salutation", NEW."sent_back_reason", NEW."series", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."time_zone", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="f12edfaa63016ca8ddfe7a3721aa937df2db4752",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9414",
                    table="actions_appeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_appealevent" ("campaign_id", "campaign_words", "closes_at", "closes_on", "created_at", "delivered_on", "delivery", "ended_on", "follows_id", "i18n", "id", "import_key", "kind", "letter", "letter_language", "letter_subject", "number", "outcome", "outcome_text", "paper_signatures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "published_at", "published_by_id", "replied_on", "reply", "requested_by", "salutation", "sent_back_reason", "series", "slug", "state", "submitted_by_id", "summary", "time_zone", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."campaign_id", NEW."campaign_words", NEW."closes_at", NEW."closes_on", NEW."created_at", NEW."delivered_on", NEW."delivery", NEW."ended_on", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."letter", NEW."letter_language", NEW."letter_subject", NEW."number", NEW."outcome", NEW."outcome_text", NEW."paper_signatures", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."published_at", NEW."published_by_id", NEW."replied_on", NEW."reply", NEW."requested_by", NEW."salutation", NEW."sent_back_reason", NEW."series", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."time_zone", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="079334bba385388453c919db9ac33611cf8285d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8ba98",
                    table="actions_appeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealevent" ("campaign_id", "campaign_words", "closes_at", "closes_on", "created_at", "delivered_on", "delivery", "ended_on", "follows_id", "i18n", "id", "import_key", "kind", "letter", "letter_language", "letter_subject", "number", "outcome", "outcome_text", "paper_signatures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "published_at", "published_by_id", "replied_on", "reply", "requested_by", "salutation", "sent_back_reason", "series", "slug", "state", "submitted_by_id", "summary", "time_zone", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."campaign_id", OLD."campaign_words", OLD."closes_at", OLD."closes_on", OLD."created_at", OLD."delivered_on", OLD."delivery", OLD."ended_on", OLD."follows_id", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", OLD."letter", OLD."letter_language", OLD."letter_subject", OLD."number", OLD."outcome", OLD."outcome_text", OLD."paper_signatures", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."published_at", OLD."published_by_id", OLD."replied_on", OLD."reply", OLD."requested_by", OLD."salutation", OLD."sent_back_reason", OLD."series", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."summary", OLD."time_zone", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="dda2f25b636b25d974dcdbac0c8bb01da30c0dbc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd96b",
                    table="actions_appeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignevent" ("country", "created_at", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "requested_by", "sent_back_reason", "slug", "state", "submitted_by_id", "summary", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."requested_by", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="b0b8dec5ea928b03d64de7cd4e9e317db7bf7473",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69023",
                    table="actions_campaign",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaignevent" ("country", "created_at", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "requested_by", "sent_back_reason", "slug", "state", "submitted_by_id", "summary", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."requested_by", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="92ec28d320c6a32bef2830ca644a1f2234c08f48",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b2268",
                    table="actions_campaign",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaign",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignevent" ("country", "created_at", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "requested_by", "sent_back_reason", "slug", "state", "submitted_by_id", "summary", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."requested_by", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."summary", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="cf00a0257615d344a776143e7e3fc12bd5d194ba",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_166a6",
                    table="actions_campaign",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dayofactionevent" ("campaign_id", "created_at", "description", "group_id", "held_on", "i18n", "id", "kinds", "local_end_time", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."campaign_id", NEW."created_at", NEW."description", NEW."group_id", NEW."held_on", NEW."i18n", NEW."id", NEW."kinds", NEW."local_end_time", NEW."local_time", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."picture_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="2b583e9431de2e63014013f67e4bc6f9f5c84486",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_671db",
                    table="actions_dayofaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_dayofactionevent" ("campaign_id", "created_at", "description", "group_id", "held_on", "i18n", "id", "kinds", "local_end_time", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."campaign_id", NEW."created_at", NEW."description", NEW."group_id", NEW."held_on", NEW."i18n", NEW."id", NEW."kinds", NEW."local_end_time", NEW."local_time", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."picture_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="ca98c6b9c40a4af2c3fb53cbf21a1471ec31e6fa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30108",
                    table="actions_dayofaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dayofactionevent" ("campaign_id", "created_at", "description", "group_id", "held_on", "i18n", "id", "kinds", "local_end_time", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."campaign_id", OLD."created_at", OLD."description", OLD."group_id", OLD."held_on", OLD."i18n", OLD."id", OLD."kinds", OLD."local_end_time", OLD."local_time", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."picture_id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="d5768c1001ef2b7a5f4bbe2d19578c1d89de4863",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fd7cf",
                    table="actions_dayofaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandevent" ("addressee", "campaign_id", "created_at", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "raised_earliest", "raised_latest", "raised_on", "sent_back_reason", "state", "status", "submitted_by_id", "supersedes_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."addressee", NEW."campaign_id", NEW."created_at", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."raised_earliest", NEW."raised_latest", NEW."raised_on", NEW."sent_back_reason", NEW."state", NEW."status", NEW."submitted_by_id", NEW."supersedes_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="1d676ba26832339c5e0f8c8656f3d4228a1b471a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1be1d",
                    table="actions_demand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_demandevent" ("addressee", "campaign_id", "created_at", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "raised_earliest", "raised_latest", "raised_on", "sent_back_reason", "state", "status", "submitted_by_id", "supersedes_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."addressee", NEW."campaign_id", NEW."created_at", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."raised_earliest", NEW."raised_latest", NEW."raised_on", NEW."sent_back_reason", NEW."state", NEW."status", NEW."submitted_by_id", NEW."supersedes_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="97da3352eaf12d0aae3ac059c6589f32cc13f5da",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_69c31",
                    table="actions_demand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandevent" ("addressee", "campaign_id", "created_at", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "raised_earliest", "raised_latest", "raised_on", "sent_back_reason", "state", "status", "submitted_by_id", "supersedes_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."addressee", OLD."campaign_id", OLD."created_at", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."i18n", OLD."id", OLD."import_key", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."raised_earliest", OLD."raised_latest", OLD."raised_on", OLD."sent_back_reason", OLD."state", OLD."status", OLD."submitted_by_id", OLD."supersedes_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="cfb64f19c1fa983e0f126cde94bfb1bc315feec8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_61015",
                    table="actions_demand",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dispatchevent" ("appeal_id", "approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_back_reason", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (NEW."appeal_id", NEW."approved_by_id", NEW."audience", NEW."created_at", NEW."failed_count", NEW."finished_at", NEW."group_id", NEW."id", NEW."kind", NEW."language", NEW."owed_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_back_reason", NEW."sent_count", NEW."slug", NEW."started_at", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."withdrawn_at"); RETURN NULL;',
                    hash="51dfed5c25bc6fafb5ba3b7705b242d38acce921",
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
                    func='INSERT INTO "actions_dispatchevent" ("appeal_id", "approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_back_reason", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (NEW."appeal_id", NEW."approved_by_id", NEW."audience", NEW."created_at", NEW."failed_count", NEW."finished_at", NEW."group_id", NEW."id", NEW."kind", NEW."language", NEW."owed_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_back_reason", NEW."sent_count", NEW."slug", NEW."started_at", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."withdrawn_at"); RETURN NULL;',
                    hash="e8a45fe78d5d10cb66ac079878e5d5e7d5a282b1",
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
                    func='INSERT INTO "actions_dispatchevent" ("appeal_id", "approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_back_reason", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (OLD."appeal_id", OLD."approved_by_id", OLD."audience", OLD."created_at", OLD."failed_count", OLD."finished_at", OLD."group_id", OLD."id", OLD."kind", OLD."language", OLD."owed_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_back_reason", OLD."sent_count", OLD."slug", OLD."started_at", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."withdrawn_at"); RETURN NULL;',
                    hash="b5baa5131fc9e3a21e740e95f0722046a0730a85",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e4613",
                    table="actions_dispatch",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="endorsement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_endorsementevent" ("appeal_id", "country", "created_at", "decision", "id", "import_key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."appeal_id", NEW."country", NEW."created_at", NEW."decision", NEW."id", NEW."import_key", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="abcd6919114713b63cced6fa0cc7e613360b00c5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d083",
                    table="actions_endorsement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="endorsement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_endorsementevent" ("appeal_id", "country", "created_at", "decision", "id", "import_key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."appeal_id", NEW."country", NEW."created_at", NEW."decision", NEW."id", NEW."import_key", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="53b9d2136d95910a88916a80b139741155c17fb8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c30bf",
                    table="actions_endorsement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="endorsement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_endorsementevent" ("appeal_id", "country", "created_at", "decision", "id", "import_key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."appeal_id", OLD."country", OLD."created_at", OLD."decision", OLD."id", OLD."import_key", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="4112c07a7e452b83eac757a5c5e96aa8031ac076",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fe06b",
                    table="actions_endorsement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="group",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_groupevent" ("city", "country", "created_at", "description", "i18n", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "time_zone", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."city", NEW."country", NEW."created_at", NEW."description", NEW."i18n", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."time_zone", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="d000651061b7c139b50fe278c6f48ccc392c2810",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf292",
                    table="actions_group",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="group",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_groupevent" ("city", "country", "created_at", "description", "i18n", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "time_zone", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."city", NEW."country", NEW."created_at", NEW."description", NEW."i18n", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."time_zone", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="55fb091aba8666131299dabccbbf059f3fccbc67",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79349",
                    table="actions_group",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="group",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_groupevent" ("city", "country", "created_at", "description", "i18n", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "time_zone", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."city", OLD."country", OLD."created_at", OLD."description", OLD."i18n", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."time_zone", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="62462041869dd197d5691e728360aecd4d816377",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_70b88",
                    table="actions_group",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrules",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_letterrulesevent" ("address", "address_language", "created_at", "forbidden", "i18n", "id", "import_key", "is_for_relatives_only", "languages", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "wants_birth_year", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address", NEW."address_language", NEW."created_at", NEW."forbidden", NEW."i18n", NEW."id", NEW."import_key", NEW."is_for_relatives_only", NEW."languages", NEW."paper", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."wants_birth_year", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="0981a6966e11c9f17341f06df8f06c0ce66c45a0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_62562",
                    table="actions_letterrules",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrules",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_letterrulesevent" ("address", "address_language", "created_at", "forbidden", "i18n", "id", "import_key", "is_for_relatives_only", "languages", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "wants_birth_year", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address", NEW."address_language", NEW."created_at", NEW."forbidden", NEW."i18n", NEW."id", NEW."import_key", NEW."is_for_relatives_only", NEW."languages", NEW."paper", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."wants_birth_year", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="cef6d7467d29a84bc4450255527ca341a1c931c5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4e406",
                    table="actions_letterrules",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrules",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_letterrulesevent" ("address", "address_language", "created_at", "forbidden", "i18n", "id", "import_key", "is_for_relatives_only", "languages", "paper", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "wants_birth_year", "withdrawal_reason", "withdrawn_at") VALUES (OLD."address", OLD."address_language", OLD."created_at", OLD."forbidden", OLD."i18n", OLD."id", OLD."import_key", OLD."is_for_relatives_only", OLD."languages", OLD."paper", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."wants_birth_year", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="3a231a95cc6b471c570db9b14bea63e39f5fcead",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f3a2e",
                    table="actions_letterrules",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterterms",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_lettertermsevent" ("care_of", "created_at", "i18n", "id", "import_key", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "who", "withdrawal_reason", "withdrawn_at") VALUES (NEW."care_of", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."who", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="6ef9d8d780950164310a3fd8ce0e61a9fe9e15e2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e1eff",
                    table="actions_letterterms",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterterms",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_lettertermsevent" ("care_of", "created_at", "i18n", "id", "import_key", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "who", "withdrawal_reason", "withdrawn_at") VALUES (NEW."care_of", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."who", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="1aba9cd54d88687e34819b09e2d1fa0119ff0142",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ec740",
                    table="actions_letterterms",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterterms",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_lettertermsevent" ("care_of", "created_at", "i18n", "id", "import_key", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "who", "withdrawal_reason", "withdrawn_at") VALUES (OLD."care_of", OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", OLD."name", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."who", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="5064f3a9e29a2acefed2b878fa57855f54247f47",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bccea",
                    table="actions_letterterms",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_reportevent" ("action_id", "arrests", "arrests_counted_by", "arrests_high", "attended_count", "counted_by", "counted_by_kind", "created_at", "delivery", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_kinds", "police_measures", "press_links", "published_at", "published_by_id", "reported_by_id", "sent_back_reason", "signed_up_count", "state", "submitted_by_id", "text", "turnout_high", "turnout_low", "updated_at", "verified_on", "walk_in_count", "withdrawal_reason", "withdrawn_at") VALUES (NEW."action_id", NEW."arrests", NEW."arrests_counted_by", NEW."arrests_high", NEW."attended_count", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."delivery", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."police_kinds", NEW."police_measures", NEW."press_links", NEW."published_at", NEW."published_by_id", NEW."reported_by_id", NEW."sent_back_reason", NEW."signed_up_count", NEW."state", NEW."submitted_by_id", NEW."text", NEW."turnout_high", NEW."turnout_low", NEW."updated_at", NEW."verified_on", NEW."walk_in_count", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="9345decc201f83bc5f77e2a6eb4c58214cd11084",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6d273",
                    table="actions_report",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_reportevent" ("action_id", "arrests", "arrests_counted_by", "arrests_high", "attended_count", "counted_by", "counted_by_kind", "created_at", "delivery", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_kinds", "police_measures", "press_links", "published_at", "published_by_id", "reported_by_id", "sent_back_reason", "signed_up_count", "state", "submitted_by_id", "text", "turnout_high", "turnout_low", "updated_at", "verified_on", "walk_in_count", "withdrawal_reason", "withdrawn_at") VALUES (NEW."action_id", NEW."arrests", NEW."arrests_counted_by", NEW."arrests_high", NEW."attended_count", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."delivery", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."police_kinds", NEW."police_measures", NEW."press_links", NEW."published_at", NEW."published_by_id", NEW."reported_by_id", NEW."sent_back_reason", NEW."signed_up_count", NEW."state", NEW."submitted_by_id", NEW."text", NEW."turnout_high", NEW."turnout_low", NEW."updated_at", NEW."verified_on", NEW."walk_in_count", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="cfea99bf5ab775ca60ab1198fa2593654d37b929",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_60c88",
                    table="actions_report",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="report",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_reportevent" ("action_id", "arrests", "arrests_counted_by", "arrests_high", "attended_count", "counted_by", "counted_by_kind", "created_at", "delivery", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_kinds", "police_measures", "press_links", "published_at", "published_by_id", "reported_by_id", "sent_back_reason", "signed_up_count", "state", "submitted_by_id", "text", "turnout_high", "turnout_low", "updated_at", "verified_on", "walk_in_count", "withdrawal_reason", "withdrawn_at") VALUES (OLD."action_id", OLD."arrests", OLD."arrests_counted_by", OLD."arrests_high", OLD."attended_count", OLD."counted_by", OLD."counted_by_kind", OLD."created_at", OLD."delivery", OLD."i18n", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."police_kinds", OLD."police_measures", OLD."press_links", OLD."published_at", OLD."published_by_id", OLD."reported_by_id", OLD."sent_back_reason", OLD."signed_up_count", OLD."state", OLD."submitted_by_id", OLD."text", OLD."turnout_high", OLD."turnout_low", OLD."updated_at", OLD."verified_on", OLD."walk_in_count", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="ec7479c85b3f126eb65058c969b7dd253b7d46f9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc787",
                    table="actions_report",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_targetevent" ("address", "address_as_of", "address_earliest", "address_latest", "city", "country", "created_at", "email", "i18n", "id", "import_key", "kind", "latitude", "longitude", "mail_state", "name", "note", "of_country", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "time_zone", "updated_at", "verified_on", "website", "wikidata", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address", NEW."address_as_of", NEW."address_earliest", NEW."address_latest", NEW."city", NEW."country", NEW."created_at", NEW."email", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."latitude", NEW."longitude", NEW."mail_state", NEW."name", NEW."note", NEW."of_country", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."time_zone", NEW."updated_at", NEW."verified_on", NEW."website", NEW."wikidata", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="275ff26cab556660ff00a0418d9d564451c4f7b5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_71755",
                    table="actions_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_targetevent" ("address", "address_as_of", "address_earliest", "address_latest", "city", "country", "created_at", "email", "i18n", "id", "import_key", "kind", "latitude", "longitude", "mail_state", "name", "note", "of_country", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "time_zone", "updated_at", "verified_on", "website", "wikidata", "withdrawal_reason", "withdrawn_at") VALUES (NEW."address", NEW."address_as_of", NEW."address_earliest", NEW."address_latest", NEW."city", NEW."country", NEW."created_at", NEW."email", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."latitude", NEW."longitude", NEW."mail_state", NEW."name", NEW."note", NEW."of_country", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."time_zone", NEW."updated_at", NEW."verified_on", NEW."website", NEW."wikidata", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="9f5f77477336652443b5a4a8260a5b7296ab1f92",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_96b9f",
                    table="actions_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_targetevent" ("address", "address_as_of", "address_earliest", "address_latest", "city", "country", "created_at", "email", "i18n", "id", "import_key", "kind", "latitude", "longitude", "mail_state", "name", "note", "of_country", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "time_zone", "updated_at", "verified_on", "website", "wikidata", "withdrawal_reason", "withdrawn_at") VALUES (OLD."address", OLD."address_as_of", OLD."address_earliest", OLD."address_latest", OLD."city", OLD."country", OLD."created_at", OLD."email", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", OLD."latitude", OLD."longitude", OLD."mail_state", OLD."name", OLD."note", OLD."of_country", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."time_zone", OLD."updated_at", OLD."verified_on", OLD."website", OLD."wikidata", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="b599ea6879f62b842e0a4652138c5cebb595fae8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4d4eb",
                    table="actions_target",
                    when="AFTER",
                ),
            ),
        ),
    ]

    operations = at_once(operations)

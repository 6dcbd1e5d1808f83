"""Whoever looks at a row before it is published may send it back to its author, with a reason."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0033_roles_channels_and_best_estimates"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="affiliation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="affiliation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="affiliation",
            name="delete_delete",
        ),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="charge",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="charge",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="charge",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="detention",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="detention",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="detention",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="event",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="event",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="event",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="figure",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="figure",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="figure",
            name="delete_delete",
        ),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="prisoner",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="prisoner",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="prisoner",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sanction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sanction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="sanction",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statement",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statusreport",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statusreport",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statusreport",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="affiliation",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="affiliationevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="case",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="charge",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="chargeevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="detention",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="detentionevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="event",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="eventevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="figure",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="figureevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="hearing",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="hearingevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="prisoner",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="prisonerevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="sanction",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="statement",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="statementevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="statusreport",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AddField(
            model_name="statusreportevent",
            name="sent_back_reason",
            field=models.TextField(blank=True, editable=False, verbose_name="sent back because"),
        ),
        migrations.AlterField(
            model_name="affiliation",
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
            model_name="affiliationevent",
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
            model_name="case",
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
            model_name="caseevent",
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
            model_name="charge",
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
            model_name="chargeevent",
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
            model_name="detention",
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
            model_name="detentionevent",
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
            model_name="event",
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
            model_name="eventevent",
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
            model_name="figure",
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
            model_name="figureevent",
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
            model_name="hearing",
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
            model_name="hearingevent",
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
            model_name="prisoner",
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
            model_name="prisonerevent",
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
            model_name="sanction",
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
            model_name="sanctionevent",
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
            model_name="statement",
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
            model_name="statementevent",
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
            model_name="statusreport",
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
            model_name="statusreportevent",
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
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="d9a51f4fc2a19b24bf343f8a7f127b70a666269c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5939b",
                    table="prisoners_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="77938b756fe3027a2313616f94bcb73fe6ea656e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77799",
                    table="prisoners_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."role", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="ae28f7152680f043864b5a91af1d4ba25c76c34f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_73f5d",
                    table="prisoners_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."description", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."number", NEW."opened_earliest", NEW."opened_latest", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="12a249cec253751587ac7fd22bdc09ed8dbb20c2",
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
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."description", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."number", NEW."opened_earliest", NEW."opened_latest", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="1c43dc5a4c65b5419ae8828fbcecae8ac1ca134d",
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
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."description", OLD."follows_id", OLD."i18n", OLD."id", OLD."import_key", OLD."number", OLD."opened_earliest", OLD."opened_latest", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="57ee384b96b94958c179ea516792bc8e321b4337",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0dfe",
                    table="prisoners_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_chargeevent" ("amount", "articles", "brought_earliest", "brought_latest", "brought_on", "case_id", "created_at", "currency", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "sent_back_reason", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."amount", NEW."articles", NEW."brought_earliest", NEW."brought_latest", NEW."brought_on", NEW."case_id", NEW."created_at", NEW."currency", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="8a541f1f69a9950e65ee332e7d584422dfb218bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c20a9",
                    table="prisoners_charge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_chargeevent" ("amount", "articles", "brought_earliest", "brought_latest", "brought_on", "case_id", "created_at", "currency", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "sent_back_reason", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."amount", NEW."articles", NEW."brought_earliest", NEW."brought_latest", NEW."brought_on", NEW."case_id", NEW."created_at", NEW."currency", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="bc0a88f9edecde598a08bcd0d65057be7f38340a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_239a5",
                    table="prisoners_charge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_chargeevent" ("amount", "articles", "brought_earliest", "brought_latest", "brought_on", "case_id", "created_at", "currency", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "sent_back_reason", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."amount", OLD."articles", OLD."brought_earliest", OLD."brought_latest", OLD."brought_on", OLD."case_id", OLD."created_at", OLD."currency", OLD."i18n", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="982cd61fa8957b4b2a3c61ae27f1e364db77c529",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc04f",
                    table="prisoners_charge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="detention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_detentionevent" ("confinement", "created_at", "ended_by", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "sanction_id", "sent_back_reason", "started_earliest", "started_latest", "started_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "whereabouts", "withdrawal_reason", "withdrawn_at") VALUES (NEW."confinement", NEW."created_at", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sanction_id", NEW."sent_back_reason", NEW."started_earliest", NEW."started_latest", NEW."started_on", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."whereabouts", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="0b8ac6095c7c7a019db36a1b74e1804f941889ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_99f83",
                    table="prisoners_detention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="detention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_detentionevent" ("confinement", "created_at", "ended_by", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "sanction_id", "sent_back_reason", "started_earliest", "started_latest", "started_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "whereabouts", "withdrawal_reason", "withdrawn_at") VALUES (NEW."confinement", NEW."created_at", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sanction_id", NEW."sent_back_reason", NEW."started_earliest", NEW."started_latest", NEW."started_on", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."whereabouts", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="c51358d7224e3ff195b1a7fa9be883fa9186281a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_422d3",
                    table="prisoners_detention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="detention",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_detentionevent" ("confinement", "created_at", "ended_by", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "sanction_id", "sent_back_reason", "started_earliest", "started_latest", "started_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "whereabouts", "withdrawal_reason", "withdrawn_at") VALUES (OLD."confinement", OLD."created_at", OLD."ended_by", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."sanction_id", OLD."sent_back_reason", OLD."started_earliest", OLD."started_latest", OLD."started_on", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."whereabouts", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="f755784ba37cad054a4e08a620cedfb7b0024cc4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_29c19",
                    table="prisoners_detention",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_eventevent" ("country", "created_at", "happened_earliest", "happened_latest", "happened_on", "i18n", "id", "import_key", "is_commemorated", "is_planned", "kind", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "text", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."happened_earliest", NEW."happened_latest", NEW."happened_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_commemorated", NEW."is_planned", NEW."kind", NEW."local_time", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."text", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="39022a0458da243cfa6fb270de5e921431c7430b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4bc9",
                    table="prisoners_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_eventevent" ("country", "created_at", "happened_earliest", "happened_latest", "happened_on", "i18n", "id", "import_key", "is_commemorated", "is_planned", "kind", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "text", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."happened_earliest", NEW."happened_latest", NEW."happened_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_commemorated", NEW."is_planned", NEW."kind", NEW."local_time", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."text", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="cea3009df0f1d172da35d131f2042aadae1c23ee",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_414b9",
                    table="prisoners_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_eventevent" ("country", "created_at", "happened_earliest", "happened_latest", "happened_on", "i18n", "id", "import_key", "is_commemorated", "is_planned", "kind", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "text", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."happened_earliest", OLD."happened_latest", OLD."happened_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_commemorated", OLD."is_planned", OLD."kind", OLD."local_time", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."text", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="b4fa7c84abb86df5a5fa809b4c39048a54d1a794",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_78f7d",
                    table="prisoners_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_figureevent" ("about", "best", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."about", NEW."best", NEW."claimed_earliest", NEW."claimed_latest", NEW."claimed_on", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."event_id", NEW."high", NEW."i18n", NEW."id", NEW."import_key", NEW."is_lower_bound", NEW."low", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="3f08399cfd824c279d25d01f74b5bc044cbceb2c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4cbdc",
                    table="prisoners_figure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_figureevent" ("about", "best", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."about", NEW."best", NEW."claimed_earliest", NEW."claimed_latest", NEW."claimed_on", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."event_id", NEW."high", NEW."i18n", NEW."id", NEW."import_key", NEW."is_lower_bound", NEW."low", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="707f1380ce7af88cf980331b595eb8b4e79876be",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_838e7",
                    table="prisoners_figure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_figureevent" ("about", "best", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."about", OLD."best", OLD."claimed_earliest", OLD."claimed_latest", OLD."claimed_on", OLD."counted_by", OLD."counted_by_kind", OLD."created_at", OLD."event_id", OLD."high", OLD."i18n", OLD."id", OLD."import_key", OLD."is_lower_bound", OLD."low", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="e6df672e2a7d0a4dca6600a63dee0cf1637f84dd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc508",
                    table="prisoners_figure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="2c998190c8ea1b4d839f74b070785df0c18ab1cf",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="689654d0ac5e0a329a3a4704ca9e12a7d20c970b",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."counsel", OLD."court", OLD."created_at", OLD."decision", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_defendant_present", OLD."is_press_admitted", OLD."is_public_admitted", OLD."judge", OLD."kind", OLD."local_time", OLD."next_hearing_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."revision", OLD."sent_back_reason", OLD."starts_at", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="6fc135cbbf85870c2e9ee33fea55a3d6dcad3192",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b123",
                    table="prisoners_hearing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_prisonerevent" ("born_earliest", "born_latest", "born_on", "can_be_written_to", "consent_ground", "country", "created_at", "gender", "i18n", "id", "import_key", "is_unnamed", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "summary", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."born_earliest", NEW."born_latest", NEW."born_on", NEW."can_be_written_to", NEW."consent_ground", NEW."country", NEW."created_at", NEW."gender", NEW."i18n", NEW."id", NEW."import_key", NEW."is_unnamed", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="d03ead02f5378d649cd6bef75ed23b250ea1e39d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_078a5",
                    table="prisoners_prisoner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_prisonerevent" ("born_earliest", "born_latest", "born_on", "can_be_written_to", "consent_ground", "country", "created_at", "gender", "i18n", "id", "import_key", "is_unnamed", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "summary", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."born_earliest", NEW."born_latest", NEW."born_on", NEW."can_be_written_to", NEW."consent_ground", NEW."country", NEW."created_at", NEW."gender", NEW."i18n", NEW."id", NEW."import_key", NEW."is_unnamed", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="5877c2b8485f1ec910c3f73c605a13489ab1480e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d8c17",
                    table="prisoners_prisoner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_prisonerevent" ("born_earliest", "born_latest", "born_on", "can_be_written_to", "consent_ground", "country", "created_at", "gender", "i18n", "id", "import_key", "is_unnamed", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "summary", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."born_earliest", OLD."born_latest", OLD."born_on", OLD."can_be_written_to", OLD."consent_ground", OLD."country", OLD."created_at", OLD."gender", OLD."i18n", OLD."id", OLD."import_key", OLD."is_unnamed", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."summary", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="30779a1631be8a02caaba08e419a26c55616fa80",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_42dda",
                    table="prisoners_prisoner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "sent_back_reason", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (NEW."accompanies_id", NEW."added_to_id", NEW."articles", NEW."case_id", NEW."court", NEW."created_at", NEW."days", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."fine_amount", NEW."fine_currency", NEW."hearing_id", NEW."hours", NEW."i18n", NEW."id", NEW."import_key", NEW."imposed_earliest", NEW."imposed_latest", NEW."imposed_on", NEW."is_indefinite", NEW."judge", NEW."kind", NEW."months", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."regime", NEW."remand_counts_as", NEW."replaces_id", NEW."sent_back_reason", NEW."starts_earliest", NEW."starts_latest", NEW."starts_on", NEW."state", NEW."submitted_by_id", NEW."suspended_for_months", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."years"); RETURN NULL;',
                    hash="67649a5121e47f91e8111098171abf08058fd88e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5fafe",
                    table="prisoners_sanction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "sent_back_reason", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (NEW."accompanies_id", NEW."added_to_id", NEW."articles", NEW."case_id", NEW."court", NEW."created_at", NEW."days", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."fine_amount", NEW."fine_currency", NEW."hearing_id", NEW."hours", NEW."i18n", NEW."id", NEW."import_key", NEW."imposed_earliest", NEW."imposed_latest", NEW."imposed_on", NEW."is_indefinite", NEW."judge", NEW."kind", NEW."months", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."regime", NEW."remand_counts_as", NEW."replaces_id", NEW."sent_back_reason", NEW."starts_earliest", NEW."starts_latest", NEW."starts_on", NEW."state", NEW."submitted_by_id", NEW."suspended_for_months", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."years"); RETURN NULL;',
                    hash="10e82c1b5ddec0ec2a1a1c9accae84b1a111255f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57302",
                    table="prisoners_sanction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "sent_back_reason", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (OLD."accompanies_id", OLD."added_to_id", OLD."articles", OLD."case_id", OLD."court", OLD."created_at", OLD."days", OLD."ended_by", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."fine_amount", OLD."fine_currency", OLD."hearing_id", OLD."hours", OLD."i18n", OLD."id", OLD."import_key", OLD."imposed_earliest", OLD."imposed_latest", OLD."imposed_on", OLD."is_indefinite", OLD."judge", OLD."kind", OLD."months", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."regime", OLD."remand_counts_as", OLD."replaces_id", OLD."sent_back_reason", OLD."starts_earliest", OLD."starts_latest", OLD."starts_on", OLD."state", OLD."submitted_by_id", OLD."suspended_for_months", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."years"); RETURN NULL;',
                    hash="61bdf4f008b52b16edc50ffcf618318b44034c2b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_07145",
                    table="prisoners_sanction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statementevent" ("channel", "created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "sent_back_reason", "speaker", "speaker_role", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."channel", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quote", NEW."quote_language", NEW."said_earliest", NEW."said_latest", NEW."said_on", NEW."sent_back_reason", NEW."speaker", NEW."speaker_role", NEW."stance", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="9a29fbf5f3f82c203912e3be86b3dba3c773975f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d903e",
                    table="prisoners_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_statementevent" ("channel", "created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "sent_back_reason", "speaker", "speaker_role", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."channel", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quote", NEW."quote_language", NEW."said_earliest", NEW."said_latest", NEW."said_on", NEW."sent_back_reason", NEW."speaker", NEW."speaker_role", NEW."stance", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="fa4060391fed37aabb76307fdebe8ca6aea16898",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_386f5",
                    table="prisoners_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statementevent" ("channel", "created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "sent_back_reason", "speaker", "speaker_role", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."channel", OLD."created_at", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."quote", OLD."quote_language", OLD."said_earliest", OLD."said_latest", OLD."said_on", OLD."sent_back_reason", OLD."speaker", OLD."speaker_role", OLD."stance", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="353add4db8908ca593769411fe44107582ed6c83",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_021db",
                    table="prisoners_statement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statusreportevent" ("created_at", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "reported_earliest", "reported_latest", "reported_on", "sent_back_reason", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."reported_earliest", NEW."reported_latest", NEW."reported_on", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="f324f3c372347a995ad96da860adc989f6e08028",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4e6ad",
                    table="prisoners_statusreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_statusreportevent" ("created_at", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "reported_earliest", "reported_latest", "reported_on", "sent_back_reason", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."reported_earliest", NEW."reported_latest", NEW."reported_on", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="9d12666cb03817cb11273242364825984e546fba",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cc47f",
                    table="prisoners_statusreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statusreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statusreportevent" ("created_at", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "reported_earliest", "reported_latest", "reported_on", "sent_back_reason", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."reported_earliest", OLD."reported_latest", OLD."reported_on", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="493ebd7c0277dfb136ac44c4b2c617995404c73b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_30c18",
                    table="prisoners_statusreport",
                    when="AFTER",
                ),
            ),
        ),
    ]

    operations = at_once(operations)

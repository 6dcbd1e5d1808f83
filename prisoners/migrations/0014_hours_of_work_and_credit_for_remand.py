"""Hours of community service, and what a day in remand counts as."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once

#: Whoever was sentenced to hours of work alone stands under a word of its own now.
WORKING = """
INSERT INTO prisoners_spandue (prisoner_pk)
SELECT DISTINCT prisoner_id FROM prisoners_sanction WHERE kind = 'community_service'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0013_events_of_suppression"),
    ]

    operations = [
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
        migrations.AddField(
            model_name="sanction",
            name="hours",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hours of work"),
        ),
        migrations.AddField(
            model_name="sanction",
            name="regime",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("maximum", "maximum security, strict or special regime, prison"),
                    ("medium", "medium security or general regime"),
                    ("minimum", "minimum security or a settlement"),
                ],
                default="",
                max_length=8,
                verbose_name="regime",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="remand_counts_as",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                max_digits=3,
                null=True,
                verbose_name="a day in remand counts as (days), as the verdict says",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="hours",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hours of work"),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="regime",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("maximum", "maximum security, strict or special regime, prison"),
                    ("medium", "medium security or general regime"),
                    ("minimum", "minimum security or a settlement"),
                ],
                default="",
                max_length=8,
                verbose_name="regime",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="remand_counts_as",
            field=models.DecimalField(
                blank=True,
                decimal_places=2,
                max_digits=3,
                null=True,
                verbose_name="a day in remand counts as (days), as the verdict says",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (NEW."accompanies_id", NEW."added_to_id", NEW."articles", NEW."case_id", NEW."court", NEW."created_at", NEW."days", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."fine_amount", NEW."fine_currency", NEW."hearing_id", NEW."hours", NEW."i18n", NEW."id", NEW."import_key", NEW."imposed_earliest", NEW."imposed_latest", NEW."imposed_on", NEW."is_indefinite", NEW."judge", NEW."kind", NEW."months", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."regime", NEW."remand_counts_as", NEW."replaces_id", NEW."starts_earliest", NEW."starts_latest", NEW."starts_on", NEW."state", NEW."submitted_by_id", NEW."suspended_for_months", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."years"); RETURN NULL;',
                    hash="4b8af2ea1ad18c26e02919162f59e905aa3a41f8",
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
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (NEW."accompanies_id", NEW."added_to_id", NEW."articles", NEW."case_id", NEW."court", NEW."created_at", NEW."days", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."fine_amount", NEW."fine_currency", NEW."hearing_id", NEW."hours", NEW."i18n", NEW."id", NEW."import_key", NEW."imposed_earliest", NEW."imposed_latest", NEW."imposed_on", NEW."is_indefinite", NEW."judge", NEW."kind", NEW."months", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."regime", NEW."remand_counts_as", NEW."replaces_id", NEW."starts_earliest", NEW."starts_latest", NEW."starts_on", NEW."state", NEW."submitted_by_id", NEW."suspended_for_months", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."years"); RETURN NULL;',
                    hash="834420d458f75fa03db63430a6244f59d83fe085",
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
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (OLD."accompanies_id", OLD."added_to_id", OLD."articles", OLD."case_id", OLD."court", OLD."created_at", OLD."days", OLD."ended_by", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."fine_amount", OLD."fine_currency", OLD."hearing_id", OLD."hours", OLD."i18n", OLD."id", OLD."import_key", OLD."imposed_earliest", OLD."imposed_latest", OLD."imposed_on", OLD."is_indefinite", OLD."judge", OLD."kind", OLD."months", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."regime", OLD."remand_counts_as", OLD."replaces_id", OLD."starts_earliest", OLD."starts_latest", OLD."starts_on", OLD."state", OLD."submitted_by_id", OLD."suspended_for_months", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."years"); RETURN NULL;',
                    hash="c63f93e93f253dc7d3652fbef1e81a8c5b33dc58",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_07145",
                    table="prisoners_sanction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("remand_counts_as__isnull", True),
                    models.Q(("remand_counts_as__gte", 1), ("remand_counts_as__lte", 3)),
                    _connector="OR",
                ),
                name="sanction_remand_counts_once_to_thrice",
                violation_error_message="A day in remand counts as one to three days of the term.",
            ),
        ),
        migrations.RunSQL(WORKING, migrations.RunSQL.noop),
    ]
    operations = at_once(operations)

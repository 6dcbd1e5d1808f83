"""Two officials of one country may be called the same; which of them a fact means, a person says."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0050_histories_and_other_reports_are_found"),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="involvement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="involvement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="involvement",
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
        migrations.RemoveConstraint(
            model_name="officialspelling",
            name="official_spelling_once_a_country",
        ),
        migrations.AddField(
            model_name="hearing",
            name="official",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="prisoners.official",
                verbose_name="official, where the name fits several",
            ),
        ),
        migrations.AddField(
            model_name="hearingevent",
            name="official",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.official",
                verbose_name="official, where the name fits several",
            ),
        ),
        migrations.AddField(
            model_name="involvement",
            name="official",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="prisoners.official",
                verbose_name="official, where the name fits several",
            ),
        ),
        migrations.AddField(
            model_name="involvementevent",
            name="official",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.official",
                verbose_name="official, where the name fits several",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="official",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="prisoners.official",
                verbose_name="official, where the name fits several",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="official",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.official",
                verbose_name="official, where the name fits several",
            ),
        ),
        migrations.AddIndex(
            model_name="officialspelling",
            index=models.Index(fields=["key", "country", "official"], name="official_spelling_by_key"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "official_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."is_second_hour", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."official_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="f9e3c664b620a7a40efa3108ebb545557058dcef",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "official_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."is_second_hour", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."official_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="2b9216c365f00b8f3970cdfbb4adecfb300b9230",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "official_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."counsel", OLD."court", OLD."created_at", OLD."decision", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_defendant_present", OLD."is_press_admitted", OLD."is_public_admitted", OLD."is_second_hour", OLD."judge", OLD."kind", OLD."local_time", OLD."next_hearing_id", OLD."official_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."revision", OLD."sent_back_reason", OLD."starts_at", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="54ebde2fc7e63b3c7508eabbd51fdbe1ed44038f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b123",
                    table="prisoners_hearing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="involvement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_involvementevent" ("case_id", "consent_ground", "created_at", "event_id", "i18n", "id", "import_key", "name", "note", "official_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."consent_ground", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."note", NEW."official_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="a96f625ada7fb27fc5388ae83ca99cf6880f4f0a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c2ba9",
                    table="prisoners_involvement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="involvement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_involvementevent" ("case_id", "consent_ground", "created_at", "event_id", "i18n", "id", "import_key", "name", "note", "official_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."consent_ground", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."note", NEW."official_id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="fdc95006e8b639cd41ec7c78c52916a6b079fc70",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7e4ca",
                    table="prisoners_involvement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="involvement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_involvementevent" ("case_id", "consent_ground", "created_at", "event_id", "i18n", "id", "import_key", "name", "note", "official_id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."consent_ground", OLD."created_at", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", OLD."name", OLD."note", OLD."official_id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."role", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="5d31874e8e527d233a3de937d817baebe206088a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1d3f5",
                    table="prisoners_involvement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sanction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "sent_back_reason", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (NEW."accompanies_id", NEW."added_to_id", NEW."articles", NEW."case_id", NEW."court", NEW."created_at", NEW."days", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."fine_amount", NEW."fine_currency", NEW."hearing_id", NEW."hours", NEW."i18n", NEW."id", NEW."import_key", NEW."imposed_earliest", NEW."imposed_latest", NEW."imposed_on", NEW."is_indefinite", NEW."judge", NEW."kind", NEW."months", NEW."official_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."regime", NEW."remand_counts_as", NEW."replaces_id", NEW."sent_back_reason", NEW."starts_earliest", NEW."starts_latest", NEW."starts_on", NEW."state", NEW."submitted_by_id", NEW."suspended_for_months", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."years"); RETURN NULL;',
                    hash="019bac87a517b1915a1564c0c6853850c33ac796",
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
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "sent_back_reason", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (NEW."accompanies_id", NEW."added_to_id", NEW."articles", NEW."case_id", NEW."court", NEW."created_at", NEW."days", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."fine_amount", NEW."fine_currency", NEW."hearing_id", NEW."hours", NEW."i18n", NEW."id", NEW."import_key", NEW."imposed_earliest", NEW."imposed_latest", NEW."imposed_on", NEW."is_indefinite", NEW."judge", NEW."kind", NEW."months", NEW."official_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."regime", NEW."remand_counts_as", NEW."replaces_id", NEW."sent_back_reason", NEW."starts_earliest", NEW."starts_latest", NEW."starts_on", NEW."state", NEW."submitted_by_id", NEW."suspended_for_months", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."years"); RETURN NULL;',
                    hash="a3f26ce786575b4166062bd173bbba18fee8abcc",
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
                    func='INSERT INTO "prisoners_sanctionevent" ("accompanies_id", "added_to_id", "articles", "case_id", "court", "created_at", "days", "ended_by", "ended_earliest", "ended_latest", "ended_on", "fine_amount", "fine_currency", "hearing_id", "hours", "i18n", "id", "import_key", "imposed_earliest", "imposed_latest", "imposed_on", "is_indefinite", "judge", "kind", "months", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "regime", "remand_counts_as", "replaces_id", "sent_back_reason", "starts_earliest", "starts_latest", "starts_on", "state", "submitted_by_id", "suspended_for_months", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at", "years") VALUES (OLD."accompanies_id", OLD."added_to_id", OLD."articles", OLD."case_id", OLD."court", OLD."created_at", OLD."days", OLD."ended_by", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."fine_amount", OLD."fine_currency", OLD."hearing_id", OLD."hours", OLD."i18n", OLD."id", OLD."import_key", OLD."imposed_earliest", OLD."imposed_latest", OLD."imposed_on", OLD."is_indefinite", OLD."judge", OLD."kind", OLD."months", OLD."official_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."regime", OLD."remand_counts_as", OLD."replaces_id", OLD."sent_back_reason", OLD."starts_earliest", OLD."starts_latest", OLD."starts_on", OLD."state", OLD."submitted_by_id", OLD."suspended_for_months", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."years"); RETURN NULL;',
                    hash="9794e0b5cd2d7ce4a1d0d59f2e944726b2446469",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_07145",
                    table="prisoners_sanction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="officialspelling",
            constraint=models.UniqueConstraint(
                fields=("official", "key"),
                name="official_spelling_once_an_official",
                violation_error_message="This official has this spelling already.",
            ),
        ),
    ]
    operations = at_once(operations)

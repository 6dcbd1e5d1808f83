"""Demands say by what they were raised and the number that they claim, appeals how they were responded to."""

import django.db.models.deletion
import modeltrans.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0034_hours_shown_twice"),
        ("prisoners", "0036_parts_in_events_and_cases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
        migrations.AddField(
            model_name="appeal",
            name="impact",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not judged"),
                    ("strong_positive", "much better for it"),
                    ("positive", "somewhat better for it"),
                    ("none", "no change"),
                    ("negative", "somewhat worse for it"),
                    ("strong_negative", "much worse for it"),
                    ("unclear", "cannot be told"),
                ],
                default="",
                max_length=16,
                verbose_name="what it did to the situation",
            ),
        ),
        migrations.AddField(
            model_name="appeal",
            name="response",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("no_answer", "no answer"),
                    ("not_accepted", "did not take it"),
                    ("acknowledged", "acknowledged receipt, and no more"),
                    ("promised", "promised to act"),
                    ("investigates", "says that it looks into it"),
                    ("token", "a token step"),
                    ("acted", "acted as was asked"),
                    ("justified", "justified what was done"),
                    ("denied", "denied that it happened"),
                    ("refused", "refused"),
                    ("reprisals", "answered with reprisals"),
                    ("other", "responded otherwise"),
                ],
                default="",
                max_length=16,
                verbose_name="how the addressee responded",
            ),
        ),
        migrations.AddField(
            model_name="appealevent",
            name="impact",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not judged"),
                    ("strong_positive", "much better for it"),
                    ("positive", "somewhat better for it"),
                    ("none", "no change"),
                    ("negative", "somewhat worse for it"),
                    ("strong_negative", "much worse for it"),
                    ("unclear", "cannot be told"),
                ],
                default="",
                max_length=16,
                verbose_name="what it did to the situation",
            ),
        ),
        migrations.AddField(
            model_name="appealevent",
            name="response",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("no_answer", "no answer"),
                    ("not_accepted", "did not take it"),
                    ("acknowledged", "acknowledged receipt, and no more"),
                    ("promised", "promised to act"),
                    ("investigates", "says that it looks into it"),
                    ("token", "a token step"),
                    ("acted", "acted as was asked"),
                    ("justified", "justified what was done"),
                    ("denied", "denied that it happened"),
                    ("refused", "refused"),
                    ("reprisals", "answered with reprisals"),
                    ("other", "responded otherwise"),
                ],
                default="",
                max_length=16,
                verbose_name="how the addressee responded",
            ),
        ),
        migrations.AddField(
            model_name="demand",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="demands",
                to="prisoners.event",
                verbose_name="raised by (a strike, a rally)",
            ),
        ),
        migrations.AddField(
            model_name="demand",
            name="value_currency",
            field=models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)"),
        ),
        migrations.AddField(
            model_name="demand",
            name="value_high",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at most"
            ),
        ),
        migrations.AddField(
            model_name="demand",
            name="value_low",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at least"
            ),
        ),
        migrations.AddField(
            model_name="demand",
            name="value_of",
            field=models.CharField(blank=True, max_length=200, verbose_name="value of what"),
        ),
        migrations.AddField(
            model_name="demand",
            name="value_unit",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "no value is claimed"),
                    ("percent", "per cent"),
                    ("money", "money"),
                    ("people", "people"),
                ],
                default="",
                max_length=8,
                verbose_name="value in",
            ),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="event",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.event",
                verbose_name="raised by (a strike, a rally)",
            ),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="value_currency",
            field=models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)"),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="value_high",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at most"
            ),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="value_low",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at least"
            ),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="value_of",
            field=models.CharField(blank=True, max_length=200, verbose_name="value of what"),
        ),
        migrations.AddField(
            model_name="demandevent",
            name="value_unit",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "no value is claimed"),
                    ("percent", "per cent"),
                    ("money", "money"),
                    ("people", "people"),
                ],
                default="",
                max_length=8,
                verbose_name="value in",
            ),
        ),
        migrations.AlterField(
            model_name="demand",
            name="i18n",
            field=modeltrans.fields.TranslationField(
                fields=("text", "addressee", "value_of", "note"), required_languages=(), virtual_fields=True
            ),
        ),
        migrations.AlterField(
            model_name="demandevent",
            name="i18n",
            field=modeltrans.fields.TranslationField(
                fields=("text", "addressee", "value_of", "note"), required_languages=(), virtual_fields=True
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appeal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealevent" ("campaign_id", "campaign_words", "closes_at", "closes_on", "created_at", "delivered_on", "delivery", "ended_on", "follows_id", "i18n", "id", "impact", "import_key", "kind", "letter", "letter_language", "letter_subject", "number", "outcome", "outcome_text", "paper_signatures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "published_at", "published_by_id", "replied_on", "reply", "requested_by", "response", "salutation", "sent_back_reason", "series", "slug", "state", "submitted_by_id", "summary", "time_zone", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."campaign_id", NEW."campaign_words", NEW."closes_at", NEW."closes_on", NEW."created_at", NEW."delivered_on", NEW."delivery", NEW."ended_on", NEW."follows_id", NEW."i18n", NEW."id", NEW."impact", NEW."import_key", NEW."kind", NEW."letter", NEW."letter_language", NEW."letter_subject", NEW."number", NEW."outcome", NEW."outcome_text", NEW."paper_signatures", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."published_at", NEW."published_by_id", NEW."replied_on", NEW."reply", NEW."requested_by", NEW."response", NEW."salutation", NEW."sent_back_reason", NEW."series", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."time_zone", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="a7ea9ed582e760d1463603c7c500bf1c4bb35ffb",
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
                    func='INSERT INTO "actions_appealevent" ("campaign_id", "campaign_words", "closes_at", "closes_on", "created_at", "delivered_on", "delivery", "ended_on", "follows_id", "i18n", "id", "impact", "import_key", "kind", "letter", "letter_language", "letter_subject", "number", "outcome", "outcome_text", "paper_signatures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "published_at", "published_by_id", "replied_on", "reply", "requested_by", "response", "salutation", "sent_back_reason", "series", "slug", "state", "submitted_by_id", "summary", "time_zone", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."campaign_id", NEW."campaign_words", NEW."closes_at", NEW."closes_on", NEW."created_at", NEW."delivered_on", NEW."delivery", NEW."ended_on", NEW."follows_id", NEW."i18n", NEW."id", NEW."impact", NEW."import_key", NEW."kind", NEW."letter", NEW."letter_language", NEW."letter_subject", NEW."number", NEW."outcome", NEW."outcome_text", NEW."paper_signatures", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."points", NEW."published_at", NEW."published_by_id", NEW."replied_on", NEW."reply", NEW."requested_by", NEW."response", NEW."salutation", NEW."sent_back_reason", NEW."series", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."time_zone", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="b2f9f56c20e8f8a52275b0cb43bcf7bace5123ba",
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
                    func='INSERT INTO "actions_appealevent" ("campaign_id", "campaign_words", "closes_at", "closes_on", "created_at", "delivered_on", "delivery", "ended_on", "follows_id", "i18n", "id", "impact", "import_key", "kind", "letter", "letter_language", "letter_subject", "number", "outcome", "outcome_text", "paper_signatures", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "published_at", "published_by_id", "replied_on", "reply", "requested_by", "response", "salutation", "sent_back_reason", "series", "slug", "state", "submitted_by_id", "summary", "time_zone", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."campaign_id", OLD."campaign_words", OLD."closes_at", OLD."closes_on", OLD."created_at", OLD."delivered_on", OLD."delivery", OLD."ended_on", OLD."follows_id", OLD."i18n", OLD."id", OLD."impact", OLD."import_key", OLD."kind", OLD."letter", OLD."letter_language", OLD."letter_subject", OLD."number", OLD."outcome", OLD."outcome_text", OLD."paper_signatures", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."published_at", OLD."published_by_id", OLD."replied_on", OLD."reply", OLD."requested_by", OLD."response", OLD."salutation", OLD."sent_back_reason", OLD."series", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."summary", OLD."time_zone", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="166bd28ddccb9d0a0c4f477b80189d4073c116cd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cd96b",
                    table="actions_appeal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandevent" ("addressee", "campaign_id", "created_at", "ended_earliest", "ended_latest", "ended_on", "event_id", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "raised_earliest", "raised_latest", "raised_on", "sent_back_reason", "state", "status", "submitted_by_id", "supersedes_id", "text", "updated_at", "value_currency", "value_high", "value_low", "value_of", "value_unit", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."addressee", NEW."campaign_id", NEW."created_at", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."raised_earliest", NEW."raised_latest", NEW."raised_on", NEW."sent_back_reason", NEW."state", NEW."status", NEW."submitted_by_id", NEW."supersedes_id", NEW."text", NEW."updated_at", NEW."value_currency", NEW."value_high", NEW."value_low", NEW."value_of", NEW."value_unit", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="742628a2c5e9bed4a2c1050749697f35b6464902",
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
                    func='INSERT INTO "actions_demandevent" ("addressee", "campaign_id", "created_at", "ended_earliest", "ended_latest", "ended_on", "event_id", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "raised_earliest", "raised_latest", "raised_on", "sent_back_reason", "state", "status", "submitted_by_id", "supersedes_id", "text", "updated_at", "value_currency", "value_high", "value_low", "value_of", "value_unit", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."addressee", NEW."campaign_id", NEW."created_at", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."raised_earliest", NEW."raised_latest", NEW."raised_on", NEW."sent_back_reason", NEW."state", NEW."status", NEW."submitted_by_id", NEW."supersedes_id", NEW."text", NEW."updated_at", NEW."value_currency", NEW."value_high", NEW."value_low", NEW."value_of", NEW."value_unit", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="af31c2740d4849ecd9d56d8b745028812f5a67ba",
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
                    func='INSERT INTO "actions_demandevent" ("addressee", "campaign_id", "created_at", "ended_earliest", "ended_latest", "ended_on", "event_id", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "raised_earliest", "raised_latest", "raised_on", "sent_back_reason", "state", "status", "submitted_by_id", "supersedes_id", "text", "updated_at", "value_currency", "value_high", "value_low", "value_of", "value_unit", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."addressee", OLD."campaign_id", OLD."created_at", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."raised_earliest", OLD."raised_latest", OLD."raised_on", OLD."sent_back_reason", OLD."state", OLD."status", OLD."submitted_by_id", OLD."supersedes_id", OLD."text", OLD."updated_at", OLD."value_currency", OLD."value_high", OLD."value_low", OLD."value_of", OLD."value_unit", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="5ff050a22bf655233c6c8a58a9b4e34139e8eb13",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_61015",
                    table="actions_demand",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("response", "no_answer"), _negated=True),
                    models.Q(("replied_on__isnull", True), ("reply", "")),
                    _connector="OR",
                ),
                name="appeal_without_answer_has_none",
                violation_error_message="An answer is recorded, so that it was not left without one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("value_low__isnull", True),
                    ("value_high__isnull", True),
                    ("value_low__lte", models.F("value_high")),
                    _connector="OR",
                ),
                name="demand_value_low_is_not_above_high",
                violation_error_message="The lower number is above the higher one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value_low__isnull", True), ("value_low__gte", 0), _connector="OR"),
                    models.Q(("value_high__isnull", True), ("value_high__gte", 0), _connector="OR"),
                ),
                name="demand_value_is_not_below_zero",
                violation_error_message="A value is not below zero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value_high__isnull", True), ("value_low__isnull", True), ("value_unit", "")),
                    models.Q(
                        models.Q(("value_unit", ""), _negated=True),
                        models.Q(("value_low__isnull", False), ("value_high__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="demand_value_has_a_unit",
                violation_error_message="A value needs a number and what it is counted in.",
            ),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value_currency__regex", "^[A-Z]{3}$"), ("value_unit", "money")),
                    models.Q(models.Q(("value_unit", "money"), _negated=True), ("value_currency", "")),
                    _connector="OR",
                ),
                name="demand_value_of_money_has_a_currency",
                violation_error_message="Money needs its currency (three capitals, ISO 4217), and nothing else has one.",
            ),
        ),
    ]
    operations = at_once(operations)

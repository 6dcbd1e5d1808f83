"""Roles have a sort, statements a way by which they were said and a role of the speaker, figures a best estimate."""

import modeltrans.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0032_cases_are_found_in_all_languages"),
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
        migrations.RemoveConstraint(
            model_name="figure",
            name="figure_says_something",
        ),
        migrations.AddField(
            model_name="affiliation",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("trade_unionist", "trade unionist"),
                    ("delegate", "elected delegate"),
                    ("worker", "worker"),
                    ("lawyer", "lawyer"),
                    ("journalist", "journalist"),
                    ("activist", "activist"),
                    ("politician", "politician"),
                    ("artist", "artist or writer"),
                    ("scholar", "scholar or teacher"),
                    ("clergy", "person of a faith"),
                    ("relative", "relative"),
                    ("witness", "witness"),
                    ("bystander", "bystander"),
                    ("other", "another role"),
                ],
                default="",
                max_length=16,
                verbose_name="sort of role",
            ),
        ),
        migrations.AddField(
            model_name="affiliationevent",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("trade_unionist", "trade unionist"),
                    ("delegate", "elected delegate"),
                    ("worker", "worker"),
                    ("lawyer", "lawyer"),
                    ("journalist", "journalist"),
                    ("activist", "activist"),
                    ("politician", "politician"),
                    ("artist", "artist or writer"),
                    ("scholar", "scholar or teacher"),
                    ("clergy", "person of a faith"),
                    ("relative", "relative"),
                    ("witness", "witness"),
                    ("bystander", "bystander"),
                    ("other", "another role"),
                ],
                default="",
                max_length=16,
                verbose_name="sort of role",
            ),
        ),
        migrations.AddField(
            model_name="figure",
            name="best",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="best estimate"),
        ),
        migrations.AddField(
            model_name="figureevent",
            name="best",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="best estimate"),
        ),
        migrations.AddField(
            model_name="statement",
            name="channel",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("written", "written statement"),
                    ("open_letter", "open letter"),
                    ("resolution", "resolution of a meeting or congress"),
                    ("speech", "speech"),
                    ("in_court", "words in court"),
                    ("parliament", "parliament"),
                    ("press_conference", "press conference"),
                    ("interview", "interview"),
                    ("article", "article of the speaker’s own"),
                    ("broadcast", "radio or television"),
                    ("post", "post on a social network"),
                    ("other", "another way"),
                ],
                default="",
                max_length=20,
                verbose_name="how it was said",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="speaker_role",
            field=models.CharField(blank=True, max_length=200, verbose_name="role of the speaker"),
        ),
        migrations.AddField(
            model_name="statementevent",
            name="channel",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "not recorded"),
                    ("written", "written statement"),
                    ("open_letter", "open letter"),
                    ("resolution", "resolution of a meeting or congress"),
                    ("speech", "speech"),
                    ("in_court", "words in court"),
                    ("parliament", "parliament"),
                    ("press_conference", "press conference"),
                    ("interview", "interview"),
                    ("article", "article of the speaker’s own"),
                    ("broadcast", "radio or television"),
                    ("post", "post on a social network"),
                    ("other", "another way"),
                ],
                default="",
                max_length=20,
                verbose_name="how it was said",
            ),
        ),
        migrations.AddField(
            model_name="statementevent",
            name="speaker_role",
            field=models.CharField(blank=True, max_length=200, verbose_name="role of the speaker"),
        ),
        migrations.AlterField(
            model_name="statement",
            name="i18n",
            field=modeltrans.fields.TranslationField(
                fields=("speaker", "speaker_role", "text"), required_languages=(), virtual_fields=True
            ),
        ),
        migrations.AlterField(
            model_name="statementevent",
            name="i18n",
            field=modeltrans.fields.TranslationField(
                fields=("speaker", "speaker_role", "text"), required_languages=(), virtual_fields=True
            ),
        ),
        migrations.AddIndex(
            model_name="affiliation",
            index=models.Index(
                condition=models.Q(("state", "published"), models.Q(("kind", ""), _negated=True)),
                fields=["kind", "prisoner"],
                name="affiliation_by_kind",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="4a06a733ef05fd629d7a231beb8cd7f068c2be87",
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
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="657630234d9014648532b6770085b4749729d5a9",
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
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."role", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="1acb430862475b0047f3e53b1e7737b7ef8229f6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_73f5d",
                    table="prisoners_affiliation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_figureevent" ("about", "best", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."about", NEW."best", NEW."claimed_earliest", NEW."claimed_latest", NEW."claimed_on", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."event_id", NEW."high", NEW."i18n", NEW."id", NEW."import_key", NEW."is_lower_bound", NEW."low", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="1875dbc9cfb3dad4d3c1b041197b8510c1eb87a4",
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
                    func='INSERT INTO "prisoners_figureevent" ("about", "best", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."about", NEW."best", NEW."claimed_earliest", NEW."claimed_latest", NEW."claimed_on", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."event_id", NEW."high", NEW."i18n", NEW."id", NEW."import_key", NEW."is_lower_bound", NEW."low", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="3e8e4f0fd411737193d7de01da491af31639e28a",
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
                    func='INSERT INTO "prisoners_figureevent" ("about", "best", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."about", OLD."best", OLD."claimed_earliest", OLD."claimed_latest", OLD."claimed_on", OLD."counted_by", OLD."counted_by_kind", OLD."created_at", OLD."event_id", OLD."high", OLD."i18n", OLD."id", OLD."import_key", OLD."is_lower_bound", OLD."low", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="57d7683dae4b97d9788262b0c31a583c12845325",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc508",
                    table="prisoners_figure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statementevent" ("channel", "created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "speaker", "speaker_role", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."channel", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quote", NEW."quote_language", NEW."said_earliest", NEW."said_latest", NEW."said_on", NEW."speaker", NEW."speaker_role", NEW."stance", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="171bb57d4b53d25242f49d2d213755ea8d87d91f",
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
                    func='INSERT INTO "prisoners_statementevent" ("channel", "created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "speaker", "speaker_role", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."channel", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quote", NEW."quote_language", NEW."said_earliest", NEW."said_latest", NEW."said_on", NEW."speaker", NEW."speaker_role", NEW."stance", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="bdd02003fd0e2f47e42e5be979f418aaf22dc723",
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
                    func='INSERT INTO "prisoners_statementevent" ("channel", "created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "speaker", "speaker_role", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."channel", OLD."created_at", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."quote", OLD."quote_language", OLD."said_earliest", OLD."said_latest", OLD."said_on", OLD."speaker", OLD."speaker_role", OLD."stance", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="9a637e416a7396ec9424853232715fd353a5932d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_021db",
                    table="prisoners_statement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("best__isnull", True),
                    models.Q(
                        models.Q(("low__isnull", True), ("low__lte", models.F("best")), _connector="OR"),
                        models.Q(("high__isnull", True), ("high__gte", models.F("best")), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="figure_best_lies_between",
                violation_error_message="The best estimate lies outside the lower and the higher number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("low__isnull", False),
                    ("high__isnull", False),
                    ("best__isnull", False),
                    models.Q(("text", ""), _negated=True),
                    _connector="OR",
                ),
                name="figure_says_something",
                violation_error_message="A figure needs a number, or the words in which it was given.",
            ),
        ),
    ]
    operations = at_once(operations)

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0015_appeals"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                (
                    "kind",
                    models.CharField(
                        choices=[("appeal", "urgent appeal"), ("dispatch", "dispatch")],
                        default="dispatch",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("audience", models.CharField(max_length=60, verbose_name="for whom")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language it is written in")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("approved", "approved"),
                            ("sending", "sending"),
                            ("paused", "paused"),
                            ("stopped", "stopped"),
                            ("sent", "sent"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("started_at", models.DateTimeField(editable=False, null=True, verbose_name="sent since")),
                ("owed_at", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(editable=False, null=True, verbose_name="sent until")),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at")),
                ("sent_count", models.PositiveIntegerField(default=0, editable=False, verbose_name="mails that left")),
                (
                    "failed_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="mails that failed"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dispatches",
                        to="actions.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "dispatch",
                "verbose_name_plural": "dispatches",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DispatchEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                (
                    "kind",
                    models.CharField(
                        choices=[("appeal", "urgent appeal"), ("dispatch", "dispatch")],
                        default="dispatch",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("audience", models.CharField(max_length=60, verbose_name="for whom")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language it is written in")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
                            ("approved", "approved"),
                            ("sending", "sending"),
                            ("paused", "paused"),
                            ("stopped", "stopped"),
                            ("sent", "sent"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("started_at", models.DateTimeField(editable=False, null=True, verbose_name="sent since")),
                ("owed_at", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(editable=False, null=True, verbose_name="sent until")),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True, verbose_name="withdrawn at")),
                ("sent_count", models.PositiveIntegerField(default=0, editable=False, verbose_name="mails that left")),
                (
                    "failed_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="mails that failed"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history_entry",
                        to="actions.dispatch",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DispatchText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("subject", models.CharField(max_length=120, verbose_name="subject")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "dispatch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="actions.dispatch"
                    ),
                ),
            ],
            options={
                "verbose_name": "text of a dispatch",
                "verbose_name_plural": "texts of dispatches",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DispatchTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("subject", models.CharField(max_length=120, verbose_name="subject")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "dispatch",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.dispatch",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history_entry",
                        to="actions.dispatchtext",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="dispatch",
            index=models.Index(fields=["-started_at"], name="dispatch_archive"),
        ),
        migrations.AddConstraint(
            model_name="dispatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("started_at__isnull", True), ("state__in", ["draft", "in_review", "approved"])),
                    models.Q(("started_at__isnull", False), ("state__in", ["sending", "paused", "stopped", "sent"])),
                    _connector="OR",
                ),
                name="dispatch_begun_has_its_instant",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience", ""), _negated=True), name="dispatch_is_for_somebody"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dispatchevent" ("approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (NEW."approved_by_id", NEW."audience", NEW."created_at", NEW."failed_count", NEW."finished_at", NEW."group_id", NEW."id", NEW."kind", NEW."language", NEW."owed_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_count", NEW."slug", NEW."started_at", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."withdrawn_at"); RETURN NULL;',
                    hash="ae89ab387b2085a6221f026213ed8ee73617781f",
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
                    func='INSERT INTO "actions_dispatchevent" ("approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (NEW."approved_by_id", NEW."audience", NEW."created_at", NEW."failed_count", NEW."finished_at", NEW."group_id", NEW."id", NEW."kind", NEW."language", NEW."owed_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_count", NEW."slug", NEW."started_at", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."withdrawn_at"); RETURN NULL;',
                    hash="5545135dfb46aef6b6d5452a454393ae2be029e4",
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
                    func='INSERT INTO "actions_dispatchevent" ("approved_by_id", "audience", "created_at", "failed_count", "finished_at", "group_id", "id", "kind", "language", "owed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_count", "slug", "started_at", "state", "submitted_by_id", "updated_at", "withdrawn_at") VALUES (OLD."approved_by_id", OLD."audience", OLD."created_at", OLD."failed_count", OLD."finished_at", OLD."group_id", OLD."id", OLD."kind", OLD."language", OLD."owed_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_count", OLD."slug", OLD."started_at", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."withdrawn_at"); RETURN NULL;',
                    hash="a06fb3813dc05cf07d57c53559b102c2f5f140f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e4613",
                    table="actions_dispatch",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="dispatchtext",
            constraint=models.UniqueConstraint(fields=("dispatch", "language"), name="dispatch_text_once_a_language"),
        ),
        migrations.AddConstraint(
            model_name="dispatchtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("subject__regex", "[\\r\\n]"), _negated=True),
                    models.Q(("subject", ""), _negated=True),
                    models.Q(("text", ""), _negated=True),
                ),
                name="dispatch_text_says_something",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatchtext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dispatchtextevent" ("created_at", "dispatch_id", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "text", "updated_at") VALUES (NEW."created_at", NEW."dispatch_id", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."subject", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="ad932f316607d0e1692ba143d226ba9d89ed2e5c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3788",
                    table="actions_dispatchtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatchtext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_dispatchtextevent" ("created_at", "dispatch_id", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "text", "updated_at") VALUES (NEW."created_at", NEW."dispatch_id", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."subject", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="f87221b771065d3614e0c3c8fb2827061ee1da39",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5afd4",
                    table="actions_dispatchtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dispatchtext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dispatchtextevent" ("created_at", "dispatch_id", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "text", "updated_at") VALUES (OLD."created_at", OLD."dispatch_id", OLD."id", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."subject", OLD."text", OLD."updated_at"); RETURN NULL;',
                    hash="de9bbfa63ec669b32b7d7df4f34e709b4776bf8d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_14fc7",
                    table="actions_dispatchtext",
                    when="AFTER",
                ),
            ),
        ),
    ]

    operations = at_once(operations)

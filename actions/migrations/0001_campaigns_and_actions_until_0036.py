"""Campaigns and actions as they stood after their first thirty-six migrations, made in one step on a new site.

A site that has run any of those goes on with them; Django takes this one for done when all of them are. By its name it
stands behind the first of them, which is what "the first migration" of an app means to others.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import modeltrans.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import actions.models.actions
import prisoners.fields
import privacy.fields
from prisoners.at_once import at_once


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("actions", "0001_campaigns_and_actions"),
        ("actions", "0002_sign_ups_remember_what_was_told"),
        ("actions", "0003_demands_may_no_longer_be_raised"),
        ("actions", "0004_sign_ups_keep_the_name_given_with_them"),
        ("actions", "0005_sign_ups_wait_for_a_place"),
        ("actions", "0006_photos"),
        ("actions", "0007_sign_ups_may_want_no_mails"),
        ("actions", "0008_actions_may_go_on_past_midnight"),
        ("actions", "0009_links_have_a_history"),
        ("actions", "0010_every_link_has_a_history"),
        ("actions", "0011_refusals_are_sentences"),
        ("actions", "0012_people_work_in_groups_by_invitation"),
        ("actions", "0013_sign_ups_answer_questions_and_wait_for_a_word"),
        ("actions", "0014_actions_return"),
        ("actions", "0015_appeals"),
        ("actions", "0016_dispatches"),
        ("actions", "0017_dispatches_call_for_appeals"),
        ("actions", "0018_reminders_are_the_organisers"),
        ("actions", "0019_signatures"),
        ("actions", "0020_days_of_action"),
        ("actions", "0021_hooks"),
        ("actions", "0022_letters"),
        ("actions", "0023_reports_name_measures_and_messages_are_kept"),
        ("actions", "0024_days_are_called_for_by_groups"),
        ("actions", "0025_actions_have_pictures"),
        ("actions", "0026_groups_have_a_contact"),
        ("actions", "0027_hooks_remember_what_they_took"),
        ("actions", "0028_new_words_wait_for_a_second_person"),
        ("actions", "0029_new_words_of_calls_wait_too"),
        ("actions", "0030_crossed_numbers_are_named"),
        ("actions", "0031_demands_are_raised_further"),
        ("actions", "0032_photos_know_that_they_are_flat"),
        ("actions", "0033_rows_are_sent_back"),
        ("actions", "0034_hours_shown_twice"),
        ("actions", "0035_demands_have_a_value_and_appeals_a_response"),
        ("actions", "0036_citations_of_deeds_say_where"),
    ]

    # What the last of those needed, so that a site on its way need not be further with the other apps than it was.
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("prisoners", "0044_releases_that_were_revoked_are_counted"),
        ("supporters", "0009_rates_and_hours"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("picket", "picket"),
                                ("rally", "rally"),
                                ("vigil", "vigil"),
                                ("court_watch", "court watch"),
                                ("delivery", "delivery of a letter or petition"),
                                ("letter_writing", "letter writing"),
                                ("phone_in", "phone-in"),
                                ("meeting", "meeting"),
                                ("strike_support", "strike support"),
                                ("leafleting", "leafleting"),
                                ("performance", "performance"),
                                ("statement", "statement"),
                                ("online", "online action"),
                                ("other", "action"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                        verbose_name="kinds",
                    ),
                ),
                (
                    "organised_by",
                    models.CharField(blank=True, max_length=300, verbose_name="organised by, as reported"),
                ),
                ("description", models.TextField(blank=True, verbose_name="what we do")),
                ("venue", models.CharField(blank=True, max_length=300, verbose_name="meeting point")),
                (
                    "address_visibility",
                    models.CharField(
                        choices=[
                            ("everybody", "everybody"),
                            ("signed_up", "those who signed up and confirmed"),
                            ("confirmed", "those who have a place"),
                        ],
                        default="everybody",
                        max_length=12,
                        verbose_name="meeting point is shown to",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
                (
                    "held_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("held_earliest", "held_latest"), verbose_name="local date"
                    ),
                ),
                ("held_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("held_latest", models.DateField(blank=True, editable=False, null=True)),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="begins, local time")),
                (
                    "is_second_hour",
                    models.BooleanField(
                        db_default=False, default=False, verbose_name="begins in the second of two equal hours"
                    ),
                ),
                ("local_end_time", models.TimeField(blank=True, null=True, verbose_name="ends, local time")),
                (
                    "ends_in_second_hour",
                    models.BooleanField(
                        db_default=False, default=False, verbose_name="ends in the second of two equal hours"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True,
                        help_text="Only for an action that goes on past midnight.",
                        null=True,
                        verbose_name="ends on another day",
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, db_index=True, editable=False, null=True)),
                ("ends_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("settles_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "reminder_minutes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(),
                        blank=True,
                        db_default=[10080, 1440, 120],
                        default=actions.models.actions.usual_reminders,
                        editable=False,
                        size=None,
                    ),
                ),
                ("capacity", models.PositiveIntegerField(blank=True, null=True, verbose_name="places")),
                ("is_open_for_sign_up", models.BooleanField(default=False, verbose_name="takes sign-ups")),
                ("has_waiting_list", models.BooleanField(default=True, verbose_name="keeps a waiting list when full")),
                (
                    "needs_approval",
                    models.BooleanField(
                        db_default=False, default=False, verbose_name="each sign-up waits for our word"
                    ),
                ),
                (
                    "own_fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        db_default=[],
                        default=list,
                        editable=False,
                        size=None,
                        verbose_name="said by itself",
                    ),
                ),
                (
                    "series_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="day in the series"),
                ),
                (
                    "is_apart",
                    models.BooleanField(
                        db_default=False, default=False, editable=False, verbose_name="changed by itself"
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
                ),
                (
                    "cancellation_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for cancelling"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note on the sources")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "description", "venue", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="actions", to="prisoners.prisoner", verbose_name="for"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True,
                        related_name="actions",
                        through="actions.ActionSource",
                        to="prisoners.source",
                        verbose_name="sources",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actions.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "day_of_action",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actions.dayofaction",
                        verbose_name="day of action",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actions.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to="actions.photo",
                        verbose_name="picture",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actions.series",
                        verbose_name="series",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actions.target",
                        verbose_name="target",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("picket", "picket"),
                                ("rally", "rally"),
                                ("vigil", "vigil"),
                                ("court_watch", "court watch"),
                                ("delivery", "delivery of a letter or petition"),
                                ("letter_writing", "letter writing"),
                                ("phone_in", "phone-in"),
                                ("meeting", "meeting"),
                                ("strike_support", "strike support"),
                                ("leafleting", "leafleting"),
                                ("performance", "performance"),
                                ("statement", "statement"),
                                ("online", "online action"),
                                ("other", "action"),
                            ],
                            max_length=16,
                        ),
                        default=list,
                        size=None,
                        verbose_name="kinds",
                    ),
                ),
                (
                    "organised_by",
                    models.CharField(blank=True, max_length=300, verbose_name="organised by, as reported"),
                ),
                ("description", models.TextField(blank=True, verbose_name="what we do")),
                ("venue", models.CharField(blank=True, max_length=300, verbose_name="meeting point")),
                (
                    "address_visibility",
                    models.CharField(
                        choices=[
                            ("everybody", "everybody"),
                            ("signed_up", "those who signed up and confirmed"),
                            ("confirmed", "those who have a place"),
                        ],
                        default="everybody",
                        max_length=12,
                        verbose_name="meeting point is shown to",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
                (
                    "held_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("held_earliest", "held_latest"), verbose_name="local date"
                    ),
                ),
                ("held_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("held_latest", models.DateField(blank=True, editable=False, null=True)),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="begins, local time")),
                (
                    "is_second_hour",
                    models.BooleanField(
                        db_default=False, default=False, verbose_name="begins in the second of two equal hours"
                    ),
                ),
                ("local_end_time", models.TimeField(blank=True, null=True, verbose_name="ends, local time")),
                (
                    "ends_in_second_hour",
                    models.BooleanField(
                        db_default=False, default=False, verbose_name="ends in the second of two equal hours"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True,
                        help_text="Only for an action that goes on past midnight.",
                        null=True,
                        verbose_name="ends on another day",
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("ends_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("settles_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "reminder_minutes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(),
                        blank=True,
                        db_default=[10080, 1440, 120],
                        default=actions.models.actions.usual_reminders,
                        editable=False,
                        size=None,
                    ),
                ),
                ("capacity", models.PositiveIntegerField(blank=True, null=True, verbose_name="places")),
                ("is_open_for_sign_up", models.BooleanField(default=False, verbose_name="takes sign-ups")),
                ("has_waiting_list", models.BooleanField(default=True, verbose_name="keeps a waiting list when full")),
                (
                    "needs_approval",
                    models.BooleanField(
                        db_default=False, default=False, verbose_name="each sign-up waits for our word"
                    ),
                ),
                (
                    "own_fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        db_default=[],
                        default=list,
                        editable=False,
                        size=None,
                        verbose_name="said by itself",
                    ),
                ),
                (
                    "series_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="day in the series"),
                ),
                (
                    "is_apart",
                    models.BooleanField(
                        db_default=False, default=False, editable=False, verbose_name="changed by itself"
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="cancelled at"),
                ),
                (
                    "cancellation_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for cancelling"),
                ),
                ("note", models.TextField(blank=True, verbose_name="note on the sources")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "description", "venue", "note"), required_languages=(), virtual_fields=True
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
                        to="actions.action",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "day_of_action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.dayofaction",
                        verbose_name="day of action",
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
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.photo",
                        verbose_name="picture",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.series",
                        verbose_name="series",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.target",
                        verbose_name="target",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActionPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
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
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActionSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cited", to="actions.action"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "db_table": "actions_action_sources",
                "abstract": False,
                "unique_together": {("action", "source")},
            },
        ),
        migrations.CreateModel(
            name="ActionSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", privacy.fields.EncryptedTextField(verbose_name="answer")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="actions.question"
                    ),
                ),
                (
                    "sign_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="actions.signup"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
            },
        ),
        migrations.CreateModel(
            name="Appeal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letters", "letters"),
                            ("petition", "petition"),
                            ("open_letter", "open letter"),
                            ("resolution", "resolution of unions and other organisations"),
                        ],
                        default="letters",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("series", models.CharField(blank=True, editable=False, max_length=60, verbose_name="series")),
                (
                    "number",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="number in the series"
                    ),
                ),
                (
                    "requested_by",
                    models.CharField(
                        blank=True,
                        help_text="Who asked for it: a union, a family, a committee.",
                        max_length=250,
                        verbose_name="called for by",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what it is about, and what is asked")),
                ("points", models.TextField(blank=True, verbose_name="points to make, one a line")),
                (
                    "letter_language",
                    models.CharField(
                        blank=True,
                        help_text="As its code: en, ru, kk. Empty: any.",
                        max_length=12,
                        verbose_name="language to write in",
                    ),
                ),
                ("letter_subject", models.CharField(blank=True, max_length=150, verbose_name="subject of the letter")),
                ("salutation", models.CharField(blank=True, max_length=200, verbose_name="salutation")),
                (
                    "letter",
                    models.TextField(
                        blank=True,
                        help_text="Numbers are not typed: {{ days_held }}, {{ years_held }}, {{ age }}, {{ held_since }}, {{ name }}.",
                        verbose_name="letter",
                    ),
                ),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="until (the last local day)")),
                ("time_zone", models.CharField(default="UTC", max_length=64, verbose_name="time zone (IANA)")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended before, on")),
                ("closes_at", models.DateTimeField(blank=True, db_index=True, editable=False, null=True)),
                ("delivered_on", models.DateField(blank=True, null=True, verbose_name="handed over on")),
                ("delivery", models.TextField(blank=True, verbose_name="how it was handed over")),
                ("paper_signatures", models.PositiveIntegerField(default=0, verbose_name="signatures on paper")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("reply", models.TextField(blank=True, verbose_name="answer of the addressee")),
                (
                    "response",
                    models.CharField(
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
                (
                    "impact",
                    models.CharField(
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
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("freed", "set free"),
                            ("partly", "part of it was met"),
                            ("answered", "answered, nothing changed"),
                            ("unanswered", "no answer, nothing changed"),
                            ("worse", "it became worse"),
                            ("unknown", "not known"),
                        ],
                        max_length=12,
                        verbose_name="what came of it",
                    ),
                ),
                ("outcome_text", models.TextField(blank=True, verbose_name="what came of it, in words")),
                ("campaign_words", models.TextField(blank=True, verbose_name="in the campaign's own words")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=(
                            "title",
                            "summary",
                            "points",
                            "letter_subject",
                            "salutation",
                            "letter",
                            "delivery",
                            "reply",
                            "outcome_text",
                            "campaign_words",
                        ),
                        required_languages=(),
                        virtual_fields=True,
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="actions.appeal",
                        verbose_name="follows the appeal",
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="appeals", to="prisoners.prisoner", verbose_name="for"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True, related_name="appeals", to="prisoners.source", verbose_name="sources"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to="actions.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "targets",
                    models.ManyToManyField(
                        blank=True, related_name="appeals", to="actions.target", verbose_name="addressed to"
                    ),
                ),
            ],
            options={
                "verbose_name": "appeal",
                "verbose_name_plural": "appeals",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AppealClaim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="said that they wrote")),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claims", to="actions.appeal"
                    ),
                ),
            ],
            options={
                "verbose_name": "count of those who say that they wrote",
                "verbose_name_plural": "counts of those who say that they wrote",
            },
        ),
        migrations.CreateModel(
            name="AppealEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("letters", "letters"),
                            ("petition", "petition"),
                            ("open_letter", "open letter"),
                            ("resolution", "resolution of unions and other organisations"),
                        ],
                        default="letters",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("series", models.CharField(blank=True, editable=False, max_length=60, verbose_name="series")),
                (
                    "number",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="number in the series"
                    ),
                ),
                (
                    "requested_by",
                    models.CharField(
                        blank=True,
                        help_text="Who asked for it: a union, a family, a committee.",
                        max_length=250,
                        verbose_name="called for by",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what it is about, and what is asked")),
                ("points", models.TextField(blank=True, verbose_name="points to make, one a line")),
                (
                    "letter_language",
                    models.CharField(
                        blank=True,
                        help_text="As its code: en, ru, kk. Empty: any.",
                        max_length=12,
                        verbose_name="language to write in",
                    ),
                ),
                ("letter_subject", models.CharField(blank=True, max_length=150, verbose_name="subject of the letter")),
                ("salutation", models.CharField(blank=True, max_length=200, verbose_name="salutation")),
                (
                    "letter",
                    models.TextField(
                        blank=True,
                        help_text="Numbers are not typed: {{ days_held }}, {{ years_held }}, {{ age }}, {{ held_since }}, {{ name }}.",
                        verbose_name="letter",
                    ),
                ),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="until (the last local day)")),
                ("time_zone", models.CharField(default="UTC", max_length=64, verbose_name="time zone (IANA)")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended before, on")),
                ("closes_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("delivered_on", models.DateField(blank=True, null=True, verbose_name="handed over on")),
                ("delivery", models.TextField(blank=True, verbose_name="how it was handed over")),
                ("paper_signatures", models.PositiveIntegerField(default=0, verbose_name="signatures on paper")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("reply", models.TextField(blank=True, verbose_name="answer of the addressee")),
                (
                    "response",
                    models.CharField(
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
                (
                    "impact",
                    models.CharField(
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
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("freed", "set free"),
                            ("partly", "part of it was met"),
                            ("answered", "answered, nothing changed"),
                            ("unanswered", "no answer, nothing changed"),
                            ("worse", "it became worse"),
                            ("unknown", "not known"),
                        ],
                        max_length=12,
                        verbose_name="what came of it",
                    ),
                ),
                ("outcome_text", models.TextField(blank=True, verbose_name="what came of it, in words")),
                ("campaign_words", models.TextField(blank=True, verbose_name="in the campaign's own words")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=(
                            "title",
                            "summary",
                            "points",
                            "letter_subject",
                            "salutation",
                            "letter",
                            "delivery",
                            "reply",
                            "outcome_text",
                            "campaign_words",
                        ),
                        required_languages=(),
                        virtual_fields=True,
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.appeal",
                        verbose_name="follows the appeal",
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
                        to="actions.appeal",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
                        verbose_name="campaign",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppealPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "appeal",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.appeal",
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
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppealSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "appeal",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.appeal",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AppealTargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "appeal",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.appeal",
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
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.target",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "role",
                    models.CharField(
                        choices=[("organiser", "organiser"), ("helper", "helper"), ("viewer", "sees the numbers")],
                        default="organiser",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="actions.action"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "verbose_name_plural": "assignments",
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="what it is about")),
                ("requested_by", models.CharField(blank=True, max_length=250, verbose_name="called for by")),
                ("country", models.CharField(max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "summary"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "events",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="prisoners.event", verbose_name="timeline"
                    ),
                ),
                (
                    "figures",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="prisoners.figure", verbose_name="figures"
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="prisoners.prisoner", verbose_name="prisoners"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="prisoners.source", verbose_name="sources"
                    ),
                ),
                (
                    "statements",
                    models.ManyToManyField(
                        blank=True, related_name="campaigns", to="prisoners.statement", verbose_name="statements"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "campaign",
                "verbose_name_plural": "campaigns",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CampaignEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="what it is about")),
                ("requested_by", models.CharField(blank=True, max_length=250, verbose_name="called for by")),
                ("country", models.CharField(max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "summary"), required_languages=(), virtual_fields=True
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
                        to="actions.campaign",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignFigureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "campaign",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.figure",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "campaign",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
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
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "campaign",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignStatementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "campaign",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
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
                    "statement",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.statement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignTimelineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "campaign",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.event",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DayOfAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("picket", "picket"),
                                ("rally", "rally"),
                                ("vigil", "vigil"),
                                ("court_watch", "court watch"),
                                ("delivery", "delivery of a letter or petition"),
                                ("letter_writing", "letter writing"),
                                ("phone_in", "phone-in"),
                                ("meeting", "meeting"),
                                ("strike_support", "strike support"),
                                ("leafleting", "leafleting"),
                                ("performance", "performance"),
                                ("statement", "statement"),
                                ("online", "online action"),
                                ("other", "action"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="kinds",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="what we do")),
                ("held_on", models.DateField(verbose_name="local date")),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="begins, local time of each city")),
                (
                    "local_end_time",
                    models.TimeField(blank=True, null=True, verbose_name="ends, local time of each city"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "description"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="days_of_action",
                        to="actions.campaign",
                        verbose_name="campaign",
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="days_of_action", to="prisoners.prisoner", verbose_name="for"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "demands",
                    models.ManyToManyField(
                        blank=True, related_name="days_of_action", to="actions.demand", verbose_name="demands"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="days_of_action",
                        to="actions.group",
                        verbose_name="called for by",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="days_of_action",
                        to="actions.photo",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "day of action",
                "verbose_name_plural": "days of action",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DayOfActionDemandEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "dayofaction",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.dayofaction",
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
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.demand",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DayOfActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("picket", "picket"),
                                ("rally", "rally"),
                                ("vigil", "vigil"),
                                ("court_watch", "court watch"),
                                ("delivery", "delivery of a letter or petition"),
                                ("letter_writing", "letter writing"),
                                ("phone_in", "phone-in"),
                                ("meeting", "meeting"),
                                ("strike_support", "strike support"),
                                ("leafleting", "leafleting"),
                                ("performance", "performance"),
                                ("statement", "statement"),
                                ("online", "online action"),
                                ("other", "action"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="kinds",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="what we do")),
                ("held_on", models.DateField(verbose_name="local date")),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="begins, local time of each city")),
                (
                    "local_end_time",
                    models.TimeField(blank=True, null=True, verbose_name="ends, local time of each city"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "description"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
                        verbose_name="campaign",
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
                        to="actions.dayofaction",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
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
                        verbose_name="called for by",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.photo",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DayOfActionPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "dayofaction",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.dayofaction",
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
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Demand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("text", models.TextField(verbose_name="demand")),
                ("addressee", models.CharField(blank=True, max_length=250, verbose_name="addressed to")),
                (
                    "raised_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("raised_earliest", "raised_latest"), verbose_name="raised"
                    ),
                ),
                ("raised_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("raised_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "ended_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("ended_earliest", "ended_latest"), verbose_name="until"
                    ),
                ),
                ("ended_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("ended_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("standing", "standing"),
                            ("escalated", "raised further"),
                            ("superseded", "superseded"),
                            ("undelivered", "never delivered"),
                            ("met", "met"),
                            ("partly_met", "partly met"),
                            ("dropped", "dropped"),
                            ("ended", "no longer raised"),
                        ],
                        default="standing",
                        max_length=12,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "value_low",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at least"
                    ),
                ),
                (
                    "value_high",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at most"
                    ),
                ),
                (
                    "value_unit",
                    models.CharField(
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
                ("value_currency", models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)")),
                ("value_of", models.CharField(blank=True, max_length=200, verbose_name="value of what")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "addressee", "value_of", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="demands", to="actions.campaign"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="demands",
                        to="prisoners.event",
                        verbose_name="raised by (a strike, a rally)",
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="demands", to="prisoners.prisoner", verbose_name="for"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="actions.demand",
                        verbose_name="takes the place of",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True,
                        related_name="demands",
                        through="actions.DemandSource",
                        to="prisoners.source",
                        verbose_name="sources",
                    ),
                ),
            ],
            options={
                "verbose_name": "demand",
                "verbose_name_plural": "demands",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DemandEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("text", models.TextField(verbose_name="demand")),
                ("addressee", models.CharField(blank=True, max_length=250, verbose_name="addressed to")),
                (
                    "raised_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("raised_earliest", "raised_latest"), verbose_name="raised"
                    ),
                ),
                ("raised_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("raised_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "ended_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("ended_earliest", "ended_latest"), verbose_name="until"
                    ),
                ),
                ("ended_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("ended_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("standing", "standing"),
                            ("escalated", "raised further"),
                            ("superseded", "superseded"),
                            ("undelivered", "never delivered"),
                            ("met", "met"),
                            ("partly_met", "partly met"),
                            ("dropped", "dropped"),
                            ("ended", "no longer raised"),
                        ],
                        default="standing",
                        max_length=12,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "value_low",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at least"
                    ),
                ),
                (
                    "value_high",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="value, at most"
                    ),
                ),
                (
                    "value_unit",
                    models.CharField(
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
                ("value_currency", models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)")),
                ("value_of", models.CharField(blank=True, max_length=200, verbose_name="value of what")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "addressee", "value_of", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.campaign",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
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
                        to="actions.demand",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.demand",
                        verbose_name="takes the place of",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.demand",
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
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DemandSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
                (
                    "demand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cited", to="actions.demand"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "db_table": "actions_demand_sources",
                "abstract": False,
                "unique_together": {("demand", "source")},
            },
        ),
        migrations.CreateModel(
            name="DemandSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
                (
                    "demand",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.demand",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
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
                    "appeal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dispatches",
                        to="actions.appeal",
                        verbose_name="appeal that it calls for",
                    ),
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
                    "submitted_by",
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
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
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
                    "appeal",
                    models.ForeignKey(
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
        migrations.CreateModel(
            name="Endorsement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name of the organisation")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                (
                    "decision",
                    models.URLField(blank=True, max_length=500, verbose_name="where its decision can be read"),
                ),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="endorsements", to="actions.appeal"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation that signed",
                "verbose_name_plural": "organisations that signed",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="EndorsementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name of the organisation")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                (
                    "decision",
                    models.URLField(blank=True, max_length=500, verbose_name="where its decision can be read"),
                ),
                (
                    "appeal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.appeal",
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
                        to="actions.endorsement",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FormerActionSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="former_slugs", to="actions.action"
                    ),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
            },
        ),
        migrations.CreateModel(
            name="FormerCampaignSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="former_slugs", to="actions.campaign"
                    ),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
                ("description", models.TextField(blank=True, verbose_name="who we are")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "description"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "group",
                "verbose_name_plural": "groups",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="GroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
                ("description", models.TextField(blank=True, verbose_name="who we are")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "description"), required_languages=(), virtual_fields=True
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
                        to="actions.group",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GroupProposal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("contact", privacy.fields.EncryptedTextField(verbose_name="e-mail address")),
                ("proposed_on", models.DateField(auto_now_add=True, verbose_name="proposed on")),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposal", to="actions.group"
                    ),
                ),
            ],
            options={
                "verbose_name": "proposal of a group",
                "verbose_name_plural": "proposals of groups",
            },
        ),
        migrations.CreateModel(
            name="Hook",
            fields=[
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("url", privacy.fields.EncryptedTextField(verbose_name="address (https)")),
                ("secret", privacy.fields.EncryptedTextField(verbose_name="secret")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("topic", models.CharField(default="all", max_length=60, verbose_name="about what")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "has not answered the challenge yet"),
                            ("active", "told"),
                            ("silent", "given up: it does not answer"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("told_until", models.DateTimeField(editable=False, null=True, verbose_name="told until")),
                ("told_lately", models.JSONField(default=dict, editable=False, verbose_name="told lately")),
                (
                    "failures",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="failures in a row"),
                ),
                ("next_attempt_at", models.DateTimeField(editable=False, verbose_name="next attempt at")),
                ("reason", models.CharField(blank=True, editable=False, max_length=60, verbose_name="why it failed")),
            ],
            options={
                "verbose_name": "hook",
                "verbose_name_plural": "hooks",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "role",
                    models.CharField(
                        choices=[("organiser", "organiser"), ("helper", "helper"), ("viewer", "sees the numbers")],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("secret_lookup", privacy.fields.LookupField(unique=True)),
                ("address_lookup", privacy.fields.LookupField()),
                ("expires_at", models.DateTimeField(verbose_name="good until")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="accepted at")),
                ("wrong_addresses", models.PositiveSmallIntegerField(default=0, editable=False)),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="actions.action",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="actions.group",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
            },
        ),
        migrations.CreateModel(
            name="LetterClaim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(verbose_name="day")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="said that they wrote")),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter_claims",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "count of letters that people say they wrote",
                "verbose_name_plural": "counts of letters that people say they wrote",
            },
        ),
        migrations.CreateModel(
            name="LetterRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Without the name.",
                        verbose_name="address on the envelope, in the script of the country",
                    ),
                ),
                (
                    "address_language",
                    models.CharField(blank=True, max_length=12, verbose_name="language of the address"),
                ),
                (
                    "languages",
                    models.CharField(blank=True, max_length=200, verbose_name="languages that are let through"),
                ),
                ("forbidden", models.TextField(blank=True, verbose_name="what is not to be written or put in")),
                ("paper", models.TextField(blank=True, verbose_name="paper, envelope and stamps")),
                (
                    "is_for_relatives_only",
                    models.BooleanField(blank=True, null=True, verbose_name="for relatives only"),
                ),
                (
                    "wants_birth_year",
                    models.BooleanField(blank=True, null=True, verbose_name="year of birth on the envelope"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("languages", "forbidden", "paper"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_rules",
                        to="prisoners.place",
                        verbose_name="place of detention",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True, related_name="letter_rules", to="prisoners.source", verbose_name="sources"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "rules for letters",
                "verbose_name_plural": "rules for letters",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LetterRulesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Without the name.",
                        verbose_name="address on the envelope, in the script of the country",
                    ),
                ),
                (
                    "address_language",
                    models.CharField(blank=True, max_length=12, verbose_name="language of the address"),
                ),
                (
                    "languages",
                    models.CharField(blank=True, max_length=200, verbose_name="languages that are let through"),
                ),
                ("forbidden", models.TextField(blank=True, verbose_name="what is not to be written or put in")),
                ("paper", models.TextField(blank=True, verbose_name="paper, envelope and stamps")),
                (
                    "is_for_relatives_only",
                    models.BooleanField(blank=True, null=True, verbose_name="for relatives only"),
                ),
                (
                    "wants_birth_year",
                    models.BooleanField(blank=True, null=True, verbose_name="year of birth on the envelope"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("languages", "forbidden", "paper"), required_languages=(), virtual_fields=True
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
                        to="actions.letterrules",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.place",
                        verbose_name="place of detention",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LetterRulesSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "letterrules",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.letterrules",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LetterTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not known"),
                            ("anybody", "anybody"),
                            ("country", "people in the same country"),
                            ("relatives", "relatives only"),
                            ("lawyers", "lawyers only"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="by whom",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name on the envelope")),
                ("care_of", models.TextField(blank=True, verbose_name="address in the place of the prison's")),
                ("note", models.TextField(blank=True, verbose_name="what to know before writing")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("note",), required_languages=(), virtual_fields=True),
                ),
                (
                    "prisoner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letter_terms",
                        to="prisoners.prisoner",
                        verbose_name="prisoner",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True, related_name="letter_terms", to="prisoners.source", verbose_name="sources"
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "verbose_name": "terms for letters",
                "verbose_name_plural": "terms for letters",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="LetterTermsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not known"),
                            ("anybody", "anybody"),
                            ("country", "people in the same country"),
                            ("relatives", "relatives only"),
                            ("lawyers", "lawyers only"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="by whom",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name on the envelope")),
                ("care_of", models.TextField(blank=True, verbose_name="address in the place of the prison's")),
                ("note", models.TextField(blank=True, verbose_name="what to know before writing")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("note",), required_languages=(), virtual_fields=True),
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
                        to="actions.letterterms",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                        verbose_name="prisoner",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LetterTermsSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "letterterms",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.letterterms",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "role",
                    models.CharField(
                        choices=[("organiser", "organiser"), ("helper", "helper"), ("viewer", "sees the numbers")],
                        default="organiser",
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="memberships", to="actions.group"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("coming", "everybody who comes"),
                            ("slot", "those with one role"),
                            ("waiting", "those who wait for a place"),
                        ],
                        max_length=8,
                        verbose_name="to",
                    ),
                ),
                ("text", privacy.fields.EncryptedTextField(verbose_name="message")),
                ("recipients", models.PositiveIntegerField(default=0, verbose_name="to how many")),
                ("sent_at", models.DateTimeField(auto_now_add=True, verbose_name="sent at")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="actions.action"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "slot",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="actions.slot",
                    ),
                ),
            ],
            options={
                "verbose_name": "message",
                "verbose_name_plural": "messages",
            },
        ),
        migrations.CreateModel(
            name="NewWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("description", models.TextField(blank=True, verbose_name="what we do")),
                (
                    "action",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="new_words",
                        to="actions.action",
                    ),
                ),
                (
                    "day_of_action",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="new_words",
                        to="actions.dayofaction",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "new words of an action",
                "verbose_name_plural": "new words of actions",
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "uploaded, nothing blurred"),
                            ("blurred", "blurred, waits for a second person"),
                            ("published", "published"),
                            ("rejected", "rejected"),
                        ],
                        db_index=True,
                        default="uploaded",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                (
                    "alternative",
                    models.CharField(blank=True, max_length=500, verbose_name="what the picture shows, in words"),
                ),
                ("credit", models.CharField(blank=True, max_length=120, verbose_name="credit")),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("boxes", models.JSONField(blank=True, default=list)),
                ("faces_found", models.PositiveIntegerField(blank=True, null=True)),
                ("token", models.CharField(blank=True, editable=False, max_length=32)),
                ("sizes", models.JSONField(blank=True, default=list, editable=False)),
                ("is_flat", models.BooleanField(default=False, editable=False)),
                ("published_at", models.DateTimeField(editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("caption", "alternative"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="actions.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="actions.report",
                        verbose_name="report",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo",
                "verbose_name_plural": "photos",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PhotoEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "uploaded, nothing blurred"),
                            ("blurred", "blurred, waits for a second person"),
                            ("published", "published"),
                            ("rejected", "rejected"),
                        ],
                        default="uploaded",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=300, verbose_name="caption")),
                (
                    "alternative",
                    models.CharField(blank=True, max_length=500, verbose_name="what the picture shows, in words"),
                ),
                ("credit", models.CharField(blank=True, max_length=120, verbose_name="credit")),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("boxes", models.JSONField(blank=True, default=list)),
                ("faces_found", models.PositiveIntegerField(blank=True, null=True)),
                ("token", models.CharField(blank=True, editable=False, max_length=32)),
                ("sizes", models.JSONField(blank=True, default=list, editable=False)),
                ("published_at", models.DateTimeField(editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("caption", "alternative"), required_languages=(), virtual_fields=True
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
                        to="actions.photo",
                    ),
                ),
                (
                    "published_by",
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
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.report",
                        verbose_name="report",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("label", models.CharField(max_length=200, verbose_name="question")),
                (
                    "kind",
                    models.CharField(
                        choices=[("text", "a few words"), ("choice", "one of several"), ("yes_no", "yes or no")],
                        default="text",
                        max_length=8,
                        verbose_name="kind of answer",
                    ),
                ),
                (
                    "options",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="to choose from",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="has to be answered")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="actions.action"
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="QuestionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("label", models.CharField(max_length=200, verbose_name="question")),
                (
                    "kind",
                    models.CharField(
                        choices=[("text", "a few words"), ("choice", "one of several"), ("yes_no", "yes or no")],
                        default="text",
                        max_length=8,
                        verbose_name="kind of answer",
                    ),
                ),
                (
                    "options",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="to choose from",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="has to be answered")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
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
                        to="actions.question",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("turnout_low", models.PositiveIntegerField(blank=True, null=True, verbose_name="turnout, at least")),
                ("turnout_high", models.PositiveIntegerField(blank=True, null=True, verbose_name="turnout, at most")),
                (
                    "counted_by_kind",
                    models.CharField(
                        choices=[
                            ("official", "officials"),
                            ("media", "press"),
                            ("campaign", "campaign"),
                            ("organiser", "organisers"),
                            ("independent", "independent observers"),
                            ("eyewitness", "eye-witnesses"),
                            ("medical", "medical staff"),
                            ("estimate", "estimate"),
                            ("unknown", "not said by whom"),
                        ],
                        default="organiser",
                        max_length=12,
                        verbose_name="kind of counter",
                    ),
                ),
                ("counted_by", models.CharField(blank=True, max_length=200, verbose_name="counted by")),
                ("text", models.TextField(blank=True, verbose_name="what happened")),
                (
                    "police_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("absent", "no police"),
                                ("watched", "watched"),
                                ("filmed", "filmed or photographed people"),
                                ("checked", "checked papers"),
                                ("moved", "moved people on"),
                                ("confined", "confined people"),
                                ("force", "used force"),
                                ("seized", "took banners or leaflets"),
                                ("fined", "fined people"),
                                ("arrested", "arrested people"),
                                ("other", "something else"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        db_default=models.Value(
                            [],
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=12), size=None
                            ),
                        ),
                        default=list,
                        size=None,
                        verbose_name="the police",
                    ),
                ),
                ("police_measures", models.TextField(blank=True, verbose_name="what the police did")),
                ("arrests", models.PositiveIntegerField(blank=True, null=True, verbose_name="arrests, at least")),
                ("arrests_high", models.PositiveIntegerField(blank=True, null=True, verbose_name="arrests, at most")),
                (
                    "arrests_counted_by",
                    models.CharField(blank=True, db_default="", max_length=200, verbose_name="arrests counted by"),
                ),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("none", "nothing was to be delivered"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("left", "left at the door"),
                            ("not_tried", "not tried"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="statement or letter",
                    ),
                ),
                ("press_links", models.TextField(blank=True, verbose_name="press, one address a line")),
                (
                    "walk_in_count",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="came without a sign-up"
                    ),
                ),
                (
                    "signed_up_count",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="had signed up"),
                ),
                (
                    "attended_count",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="of them came"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "police_measures"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="report", to="actions.action"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True,
                        related_name="reports",
                        through="actions.ReportSource",
                        to="prisoners.source",
                        verbose_name="sources",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("turnout_low", models.PositiveIntegerField(blank=True, null=True, verbose_name="turnout, at least")),
                ("turnout_high", models.PositiveIntegerField(blank=True, null=True, verbose_name="turnout, at most")),
                (
                    "counted_by_kind",
                    models.CharField(
                        choices=[
                            ("official", "officials"),
                            ("media", "press"),
                            ("campaign", "campaign"),
                            ("organiser", "organisers"),
                            ("independent", "independent observers"),
                            ("eyewitness", "eye-witnesses"),
                            ("medical", "medical staff"),
                            ("estimate", "estimate"),
                            ("unknown", "not said by whom"),
                        ],
                        default="organiser",
                        max_length=12,
                        verbose_name="kind of counter",
                    ),
                ),
                ("counted_by", models.CharField(blank=True, max_length=200, verbose_name="counted by")),
                ("text", models.TextField(blank=True, verbose_name="what happened")),
                (
                    "police_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("absent", "no police"),
                                ("watched", "watched"),
                                ("filmed", "filmed or photographed people"),
                                ("checked", "checked papers"),
                                ("moved", "moved people on"),
                                ("confined", "confined people"),
                                ("force", "used force"),
                                ("seized", "took banners or leaflets"),
                                ("fined", "fined people"),
                                ("arrested", "arrested people"),
                                ("other", "something else"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        db_default=models.Value(
                            [],
                            output_field=django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=12), size=None
                            ),
                        ),
                        default=list,
                        size=None,
                        verbose_name="the police",
                    ),
                ),
                ("police_measures", models.TextField(blank=True, verbose_name="what the police did")),
                ("arrests", models.PositiveIntegerField(blank=True, null=True, verbose_name="arrests, at least")),
                ("arrests_high", models.PositiveIntegerField(blank=True, null=True, verbose_name="arrests, at most")),
                (
                    "arrests_counted_by",
                    models.CharField(blank=True, db_default="", max_length=200, verbose_name="arrests counted by"),
                ),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("none", "nothing was to be delivered"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("left", "left at the door"),
                            ("not_tried", "not tried"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="statement or letter",
                    ),
                ),
                ("press_links", models.TextField(blank=True, verbose_name="press, one address a line")),
                (
                    "walk_in_count",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="came without a sign-up"
                    ),
                ),
                (
                    "signed_up_count",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="had signed up"),
                ),
                (
                    "attended_count",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="of them came"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "police_measures"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
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
                        to="actions.report",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reported by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cited", to="actions.report"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "db_table": "actions_report_sources",
                "abstract": False,
                "unique_together": {("report", "source")},
            },
        ),
        migrations.CreateModel(
            name="ReportSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
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
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.report",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("weekly", "each week"),
                            ("fortnightly", "every two weeks"),
                            ("monthly_weekday", "each month on the same weekday of it"),
                            ("monthly_last_weekday", "each month on its last such weekday"),
                            ("monthly_date", "each month on the same date"),
                        ],
                        max_length=24,
                        verbose_name="how often",
                    ),
                ),
                ("first_on", models.DateField(verbose_name="first day")),
                ("last_on", models.DateField(verbose_name="last day")),
                ("made_until", models.DateField(editable=False)),
                (
                    "on_skipped",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leave_out", "leave that day out"),
                            ("later", "begin later by as much as the clock is put forward"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="where the clock skips its hour",
                    ),
                ),
                (
                    "pattern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actions.action",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
            },
        ),
        migrations.CreateModel(
            name="SeriesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("weekly", "each week"),
                            ("fortnightly", "every two weeks"),
                            ("monthly_weekday", "each month on the same weekday of it"),
                            ("monthly_last_weekday", "each month on its last such weekday"),
                            ("monthly_date", "each month on the same date"),
                        ],
                        max_length=24,
                        verbose_name="how often",
                    ),
                ),
                ("first_on", models.DateField(verbose_name="first day")),
                ("last_on", models.DateField(verbose_name="last day")),
                ("made_until", models.DateField(editable=False)),
                (
                    "on_skipped",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leave_out", "leave that day out"),
                            ("later", "begin later by as much as the clock is put forward"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="where the clock skips its hour",
                    ),
                ),
                (
                    "pattern",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
                        verbose_name="plan",
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
                        to="actions.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", privacy.fields.EncryptedTextField(blank=True, default="", verbose_name="name")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("is_name_public", models.BooleanField(default=False, verbose_name="name is shown")),
                ("wants_news", models.BooleanField(default=False, verbose_name="wants news")),
                (
                    "state",
                    models.CharField(
                        choices=[("unconfirmed", "not confirmed yet"), ("confirmed", "confirmed")],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("signed_on", models.DateField(auto_now_add=True, verbose_name="since")),
                ("unconfirmed_until", models.DateTimeField(blank=True, db_index=True, null=True)),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="actions.appeal"
                    ),
                ),
                (
                    "supporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="supporters.supporter",
                    ),
                ),
            ],
            options={
                "verbose_name": "signature",
                "verbose_name_plural": "signatures",
            },
        ),
        migrations.CreateModel(
            name="SignatureCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="signatures")),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signature_counts",
                        to="actions.appeal",
                    ),
                ),
            ],
            options={
                "verbose_name": "count of signatures",
                "verbose_name_plural": "counts of signatures",
            },
        ),
        migrations.CreateModel(
            name="SignUp",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("guests", models.PositiveSmallIntegerField(default=0, verbose_name="guests")),
                ("name", privacy.fields.EncryptedTextField(blank=True, default="", verbose_name="name or alias")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "not confirmed yet"),
                            ("pending", "waits for the organisers' word"),
                            ("waiting", "on the waiting list"),
                            ("offered", "was offered a place"),
                            ("confirmed", "coming"),
                            ("lapsed", "did not take the place in time"),
                            ("withdrawn", "withdrawn"),
                            ("refused", "not accepted"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("attended", models.BooleanField(blank=True, null=True, verbose_name="came (empty: not recorded)")),
                ("signed_up_on", models.DateField(auto_now_add=True, verbose_name="since")),
                ("unconfirmed_until", models.DateTimeField(blank=True, db_index=True, null=True)),
                (
                    "waiting_number",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="place in the line"),
                ),
                (
                    "offered_until",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="place is kept until"),
                ),
                ("is_muted", models.BooleanField(default=False, verbose_name="wants no mails about it")),
                (
                    "told_revision",
                    models.PositiveIntegerField(default=0, verbose_name="revision of the action that was told"),
                ),
                (
                    "wants_alerts",
                    models.BooleanField(db_default=False, default=False, verbose_name="asked to be written to besides"),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sign_ups", to="actions.action"
                    ),
                ),
                (
                    "supporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sign_ups", to="supporters.supporter"
                    ),
                ),
                (
                    "slot",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sign_ups",
                        to="actions.slot",
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-up",
                "verbose_name_plural": "sign-ups",
            },
        ),
        migrations.CreateModel(
            name="Slot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("participant", "taking part"),
                            ("steward", "steward"),
                            ("speaker", "speaker"),
                            ("photographer", "photographer"),
                            ("banner", "holding a banner"),
                            ("liaison", "liaison with the police"),
                        ],
                        default="participant",
                        max_length=16,
                        verbose_name="role",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=120, verbose_name="label")),
                ("minimum", models.PositiveIntegerField(default=0, verbose_name="needed")),
                ("maximum", models.PositiveIntegerField(blank=True, null=True, verbose_name="at most")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("label",), required_languages=(), virtual_fields=True),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="slots", to="actions.action"
                    ),
                ),
            ],
            options={
                "verbose_name": "slot",
                "verbose_name_plural": "slots",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SlotEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("participant", "taking part"),
                            ("steward", "steward"),
                            ("speaker", "speaker"),
                            ("photographer", "photographer"),
                            ("banner", "holding a banner"),
                            ("liaison", "liaison with the police"),
                        ],
                        default="participant",
                        max_length=16,
                        verbose_name="role",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=120, verbose_name="label")),
                ("minimum", models.PositiveIntegerField(default=0, verbose_name="needed")),
                ("maximum", models.PositiveIntegerField(blank=True, null=True, verbose_name="at most")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("label",), required_languages=(), virtual_fields=True),
                ),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
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
                        to="actions.slot",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        unique=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True, verbose_name="address in links")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("embassy", "embassy"),
                            ("consulate_general", "consulate general"),
                            ("consulate", "consulate"),
                            ("honorary_consulate", "honorary consulate"),
                            ("mission", "permanent mission"),
                            ("authority", "authority"),
                            ("company", "company"),
                            ("other", "other addressee"),
                        ],
                        default="embassy",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("of_country", models.CharField(blank=True, max_length=2, verbose_name="of (ISO 3166-1 alpha-2)")),
                ("country", models.CharField(max_length=2, verbose_name="in (ISO 3166-1 alpha-2)")),
                ("city", models.CharField(max_length=120, verbose_name="city")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="street address")),
                (
                    "address_as_of",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("address_earliest", "address_latest"), verbose_name="address as of"
                    ),
                ),
                ("address_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("address_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="latitude"),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="longitude"
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="public e-mail address")),
                (
                    "mail_state",
                    models.CharField(
                        choices=[
                            ("unknown", "not tried"),
                            ("works", "arrives"),
                            ("bounces", "comes back"),
                            ("blocked", "is refused from our side"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="mail to it",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="public telephone")),
                ("wikidata", models.CharField(blank=True, max_length=20, verbose_name="Wikidata")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "city", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
                (
                    "sources",
                    models.ManyToManyField(
                        blank=True,
                        related_name="targets",
                        through="actions.TargetSource",
                        to="prisoners.source",
                        verbose_name="sources",
                    ),
                ),
            ],
            options={
                "verbose_name": "target",
                "verbose_name_plural": "targets",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="TargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("sent_back_reason", models.TextField(blank=True, editable=False, verbose_name="sent back because")),
                (
                    "state",
                    models.CharField(
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
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="withdrawn at"),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(blank=True, editable=False, verbose_name="reason for withdrawing"),
                ),
                ("verified_on", models.DateField(blank=True, null=True, verbose_name="last verified on")),
                (
                    "import_key",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        null=True,
                        verbose_name="key in the file it came from",
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120, verbose_name="address in links")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("embassy", "embassy"),
                            ("consulate_general", "consulate general"),
                            ("consulate", "consulate"),
                            ("honorary_consulate", "honorary consulate"),
                            ("mission", "permanent mission"),
                            ("authority", "authority"),
                            ("company", "company"),
                            ("other", "other addressee"),
                        ],
                        default="embassy",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("of_country", models.CharField(blank=True, max_length=2, verbose_name="of (ISO 3166-1 alpha-2)")),
                ("country", models.CharField(max_length=2, verbose_name="in (ISO 3166-1 alpha-2)")),
                ("city", models.CharField(max_length=120, verbose_name="city")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="street address")),
                (
                    "address_as_of",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("address_earliest", "address_latest"), verbose_name="address as of"
                    ),
                ),
                ("address_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("address_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="latitude"),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True, decimal_places=5, max_digits=8, null=True, verbose_name="longitude"
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="public e-mail address")),
                (
                    "mail_state",
                    models.CharField(
                        choices=[
                            ("unknown", "not tried"),
                            ("works", "arrives"),
                            ("bounces", "comes back"),
                            ("blocked", "is refused from our side"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="mail to it",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="public telephone")),
                ("wikidata", models.CharField(blank=True, max_length=20, verbose_name="Wikidata")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "city", "note"), required_languages=(), virtual_fields=True
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
                        to="actions.target",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="submitted by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cited", to="actions.target"
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "db_table": "actions_target_sources",
                "abstract": False,
                "unique_together": {("target", "source")},
            },
        ),
        migrations.CreateModel(
            name="TargetSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("locator", models.CharField(blank=True, default="", max_length=120, verbose_name="page or paragraph")),
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.target",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WalkIns",
            fields=[
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="walk_ins",
                        serialize=False,
                        to="actions.action",
                    ),
                ),
                ("count", models.PositiveIntegerField(default=0, verbose_name="came without a sign-up")),
            ],
            options={
                "verbose_name": "walk-ins",
                "verbose_name_plural": "walk-ins",
            },
        ),
        migrations.CreateModel(
            name="GroupContact",
            fields=[
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="contact",
                        serialize=False,
                        to="actions.group",
                    ),
                ),
                ("address", privacy.fields.EncryptedTextField(verbose_name="e-mail address")),
                ("is_public", models.BooleanField(default=False, verbose_name="shown on the group's page")),
            ],
            options={
                "verbose_name": "contact of a group",
                "verbose_name_plural": "contacts of groups",
            },
        ),
        migrations.CreateModel(
            name="ActionPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.action_prisoners",),
        ),
        migrations.CreateModel(
            name="AppealPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.appeal_prisoners",),
        ),
        migrations.CreateModel(
            name="AppealSource",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.appeal_sources",),
        ),
        migrations.CreateModel(
            name="CampaignTimeline",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.campaign_events",),
        ),
        migrations.CreateModel(
            name="CampaignFigure",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.campaign_figures",),
        ),
        migrations.CreateModel(
            name="CampaignPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.campaign_prisoners",),
        ),
        migrations.CreateModel(
            name="CampaignSource",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.campaign_sources",),
        ),
        migrations.CreateModel(
            name="CampaignStatement",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.campaign_statements",),
        ),
        migrations.CreateModel(
            name="DayOfActionPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.dayofaction_prisoners",),
        ),
        migrations.CreateModel(
            name="DemandPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.demand_prisoners",),
        ),
        migrations.CreateModel(
            name="DayOfActionDemand",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.dayofaction_demands",),
        ),
        migrations.CreateModel(
            name="LetterRulesSource",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.letterrules_sources",),
        ),
        migrations.CreateModel(
            name="LetterTermsSource",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.letterterms_sources",),
        ),
        migrations.CreateModel(
            name="AppealTarget",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("actions.appeal_targets",),
        ),
        migrations.AddConstraint(
            model_name="hook",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "active"), _negated=True), ("told_until__isnull", False), _connector="OR"
                ),
                name="hook_knows_what_it_told",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionsourceevent" ("action_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."action_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="cab743a693e890ff85736656b27813b9afc2adff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e6d0",
                    table="actions_action_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actionsourceevent" ("action_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."action_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="494d060b123037e64cc144550d1a1beb8dab44a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f046a",
                    table="actions_action_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionsourceevent" ("action_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."action_id", OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="4165bc5106d4a89a7305d99366d46f4fd0575bda",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b787e",
                    table="actions_action_sources",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="appealclaim",
            constraint=models.UniqueConstraint(fields=("appeal", "day"), name="appeal_claims_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("action", "member"), name="assignment_once_an_action"),
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
            model_name="demandsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandsourceevent" ("demand_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."demand_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="91d76d53040a9a6e405ec36609a2d9f974e1046c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6af8c",
                    table="actions_demand_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_demandsourceevent" ("demand_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."demand_id", NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="5ca8115e00f5ab3f7db5b97611047fa29716456d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_88f2c",
                    table="actions_demand_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandsourceevent" ("demand_id", "id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."demand_id", OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="6281d2e2ec4ba1da864d03346e1037a741c935c7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_58593",
                    table="actions_demand_sources",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="demand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("supersedes__isnull", True),
                    models.Q(("supersedes", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="demand_does_not_supersede_itself",
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
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.UniqueConstraint(fields=("appeal", "name"), name="endorsement_once_an_appeal"),
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
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action__isnull", False), ("group__isnull", True)),
                    models.Q(("action__isnull", True), ("group__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_is_to_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted_at__isnull", True), ("accepted_at__lt", models.F("expires_at")), _connector="OR"
                ),
                name="invitation_is_accepted_in_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterclaim",
            constraint=models.UniqueConstraint(fields=("prisoner", "day"), name="letter_claims_once_a_day"),
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
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(fields=("group", "member"), name="membership_once_a_group"),
        ),
        migrations.AddConstraint(
            model_name="newwords",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action__isnull", False), ("day_of_action__isnull", True)),
                    models.Q(("action__isnull", True), ("day_of_action__isnull", False)),
                    _connector="OR",
                ),
                name="new_words_are_of_one_row",
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
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "choice"), _negated=True), ("options__len__gte", 2), _connector="OR"
                ),
                name="question_of_choice_has_a_choice",
                violation_error_message="A choice needs at least two things to choose from.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_questionevent" ("action_id", "created_at", "id", "is_required", "kind", "label", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "updated_at") VALUES (NEW."action_id", NEW."created_at", NEW."id", NEW."is_required", NEW."kind", NEW."label", NEW."options", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."updated_at"); RETURN NULL;',
                    hash="220c7420d430e4ceeff5cdd13c0609e1caf73350",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fcd30",
                    table="actions_question",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_questionevent" ("action_id", "created_at", "id", "is_required", "kind", "label", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "updated_at") VALUES (NEW."action_id", NEW."created_at", NEW."id", NEW."is_required", NEW."kind", NEW."label", NEW."options", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."updated_at"); RETURN NULL;',
                    hash="385199ef9169df4de8003931f019dc4fb6d2f8ac",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_535a9",
                    table="actions_question",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_questionevent" ("action_id", "created_at", "id", "is_required", "kind", "label", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "updated_at") VALUES (OLD."action_id", OLD."created_at", OLD."id", OLD."is_required", OLD."kind", OLD."label", OLD."options", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."updated_at"); RETURN NULL;',
                    hash="484eb0efe9cf6320fe4871539476ae71cbca98f3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b8d68",
                    table="actions_question",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("group__isnull", True), ("report__isnull", False)),
                    models.Q(("group__isnull", False), ("report__isnull", True)),
                    _connector="OR",
                ),
                name="photo_is_of_a_report_or_of_a_group",
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.UniqueConstraint(
                condition=models.Q(("token", ""), _negated=True), fields=("token",), name="photo_token_is_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(
                        models.Q(("token", ""), _negated=True),
                        models.Q(("alternative", ""), _negated=True),
                        ("published_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="photo_published_has_files_and_words",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="photo",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_photoevent" ("alternative", "boxes", "caption", "created_at", "credit", "faces_found", "group_id", "height", "i18n", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "report_id", "sizes", "state", "submitted_by_id", "token", "updated_at", "width") VALUES (NEW."alternative", NEW."boxes", NEW."caption", NEW."created_at", NEW."credit", NEW."faces_found", NEW."group_id", NEW."height", NEW."i18n", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."report_id", NEW."sizes", NEW."state", NEW."submitted_by_id", NEW."token", NEW."updated_at", NEW."width"); RETURN NULL;',
                    hash="915f90f8cf27f67385702b08a1f93d7dda08ed43",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9d840",
                    table="actions_photo",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="photo",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."alternative" IS DISTINCT FROM (NEW."alternative") OR OLD."boxes" IS DISTINCT FROM (NEW."boxes") OR OLD."caption" IS DISTINCT FROM (NEW."caption") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."credit" IS DISTINCT FROM (NEW."credit") OR OLD."faces_found" IS DISTINCT FROM (NEW."faces_found") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."height" IS DISTINCT FROM (NEW."height") OR OLD."i18n" IS DISTINCT FROM (NEW."i18n") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."sizes" IS DISTINCT FROM (NEW."sizes") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id") OR OLD."token" IS DISTINCT FROM (NEW."token") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."width" IS DISTINCT FROM (NEW."width"))',
                    func='INSERT INTO "actions_photoevent" ("alternative", "boxes", "caption", "created_at", "credit", "faces_found", "group_id", "height", "i18n", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "report_id", "sizes", "state", "submitted_by_id", "token", "updated_at", "width") VALUES (NEW."alternative", NEW."boxes", NEW."caption", NEW."created_at", NEW."credit", NEW."faces_found", NEW."group_id", NEW."height", NEW."i18n", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."report_id", NEW."sizes", NEW."state", NEW."submitted_by_id", NEW."token", NEW."updated_at", NEW."width"); RETURN NULL;',
                    hash="5436e56d183478383eaf7bae7cea64fc8f566941",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d926",
                    table="actions_photo",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="photo",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_photoevent" ("alternative", "boxes", "caption", "created_at", "credit", "faces_found", "group_id", "height", "i18n", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "report_id", "sizes", "state", "submitted_by_id", "token", "updated_at", "width") VALUES (OLD."alternative", OLD."boxes", OLD."caption", OLD."created_at", OLD."credit", OLD."faces_found", OLD."group_id", OLD."height", OLD."i18n", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."report_id", OLD."sizes", OLD."state", OLD."submitted_by_id", OLD."token", OLD."updated_at", OLD."width"); RETURN NULL;',
                    hash="c743ef753693e6eac09d7fd009d0983194956a64",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03221",
                    table="actions_photo",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_reportsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "report_id", "source_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."report_id", NEW."source_id"); RETURN NULL;',
                    hash="ee622c6025f3633c025ffb365a468dfc8a69d6b3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fda38",
                    table="actions_report_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_reportsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "report_id", "source_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."report_id", NEW."source_id"); RETURN NULL;',
                    hash="e915d8910b9ffaadde9b0c8cb264235b7818c256",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d80f",
                    table="actions_report_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_reportsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "report_id", "source_id") VALUES (OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."report_id", OLD."source_id"); RETURN NULL;',
                    hash="2a20eafc2283a978eb3af32caf23e5628cf8bd63",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f873d",
                    table="actions_report_sources",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("turnout_low__isnull", True),
                    ("turnout_high__isnull", True),
                    ("turnout_low__lte", models.F("turnout_high")),
                    _connector="OR",
                ),
                name="report_low_is_not_above_high",
                violation_error_message="The turnout “at least” is higher than “at most”.",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arrests_high__isnull", True),
                    ("arrests__isnull", True),
                    ("arrests__lte", models.F("arrests_high")),
                    _connector="OR",
                ),
                name="report_arrests_low_is_not_above_high",
                violation_error_message="The arrests “at least” are more than “at most”.",
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
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gte", models.F("first_on"))), name="series_ends_after_it_starts"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_seriesevent" ("created_at", "first_on", "id", "last_on", "made_until", "on_skipped", "pattern_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rhythm", "updated_at") VALUES (NEW."created_at", NEW."first_on", NEW."id", NEW."last_on", NEW."made_until", NEW."on_skipped", NEW."pattern_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rhythm", NEW."updated_at"); RETURN NULL;',
                    hash="b35b14e2211c9aa85f9c0d325adf98b20b3e7e4a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f5181",
                    table="actions_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_seriesevent" ("created_at", "first_on", "id", "last_on", "made_until", "on_skipped", "pattern_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rhythm", "updated_at") VALUES (NEW."created_at", NEW."first_on", NEW."id", NEW."last_on", NEW."made_until", NEW."on_skipped", NEW."pattern_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rhythm", NEW."updated_at"); RETURN NULL;',
                    hash="a7e63d99def9593885b33e8721d61985ff67b481",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3f74b",
                    table="actions_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_seriesevent" ("created_at", "first_on", "id", "last_on", "made_until", "on_skipped", "pattern_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rhythm", "updated_at") VALUES (OLD."created_at", OLD."first_on", OLD."id", OLD."last_on", OLD."made_until", OLD."on_skipped", OLD."pattern_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rhythm", OLD."updated_at"); RETURN NULL;',
                    hash="aa32c3e1409c30b8cf7846dc07b40a07197b5d0e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_743f7",
                    table="actions_series",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(fields=("appeal", "supporter"), name="signature_once_an_appeal"),
        ),
        migrations.AddConstraint(
            model_name="signaturecount",
            constraint=models.UniqueConstraint(fields=("appeal", "country"), name="signature_count_once_a_country"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("sign_up", "question"), name="answer_once_a_question"),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(("maximum__isnull", True), ("maximum__gte", models.F("minimum")), _connector="OR"),
                name="slot_max_is_not_below_min",
                violation_error_message="The most that are needed are fewer than the least.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="slot",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_slotevent" ("action_id", "created_at", "i18n", "id", "label", "maximum", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at") VALUES (NEW."action_id", NEW."created_at", NEW."i18n", NEW."id", NEW."label", NEW."maximum", NEW."minimum", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."updated_at"); RETURN NULL;',
                    hash="cd5d598147d0691b2f225433102b8a9db889958a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a9bb7",
                    table="actions_slot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="slot",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_slotevent" ("action_id", "created_at", "i18n", "id", "label", "maximum", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at") VALUES (NEW."action_id", NEW."created_at", NEW."i18n", NEW."id", NEW."label", NEW."maximum", NEW."minimum", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."updated_at"); RETURN NULL;',
                    hash="f765e5e5ee70f3c45f8a75fd5c971ff2e63f1ed6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0178d",
                    table="actions_slot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="slot",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_slotevent" ("action_id", "created_at", "i18n", "id", "label", "maximum", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "updated_at") VALUES (OLD."action_id", OLD."created_at", OLD."i18n", OLD."id", OLD."label", OLD."maximum", OLD."minimum", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."updated_at"); RETURN NULL;',
                    hash="46e63109bd82889aa3faa22f3ceca7d79d7347d4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e11ae",
                    table="actions_slot",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.UniqueConstraint(fields=("action", "supporter"), name="sign_up_once_an_action"),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.CheckConstraint(condition=models.Q(("guests__lte", 20)), name="sign_up_guests_are_few"),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "waiting"), _negated=True), ("waiting_number__isnull", False), _connector="OR"
                ),
                name="sign_up_waits_in_a_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="signup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "offered"), _negated=True), ("offered_until__isnull", False), _connector="OR"
                ),
                name="sign_up_is_offered_for_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("series", ""), _negated=True),
                fields=("series", "number"),
                name="appeal_number_once_a_series",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("follows__isnull", True), models.Q(("follows", models.F("id")), _negated=True), _connector="OR"
                ),
                name="appeal_does_not_follow_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True), ("closes_at__isnull", False), _connector="OR"
                ),
                name="appeal_in_public_has_an_end",
                violation_error_message="An appeal that is public needs the day on which it closes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    ("closes_on__isnull", True),
                    ("ended_on__lte", models.F("closes_on")),
                    _connector="OR",
                ),
                name="appeal_ends_before_it_closes",
                violation_error_message="It ended after the day on which it closes by itself.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("time_zone", ""), _negated=True), name="appeal_has_a_zone"
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
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("time_zone", ""), _negated=True), name="action_has_a_zone"
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
        migrations.AddConstraint(
            model_name="action",
            constraint=models.UniqueConstraint(fields=("series", "series_on"), name="action_once_a_day_of_a_series"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("series__isnull", True), ("series_on__isnull", False), _connector="OR"),
                name="action_of_a_series_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__isnull", True), ("ends_at__gt", models.F("starts_at")), _connector="OR"),
                name="action_ends_after_it_starts",
                violation_error_message="An action ends after it has begun.",
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
        pgtrigger.migrations.AddTrigger(
            model_name="targetsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_targetsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id", "target_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id", NEW."target_id"); RETURN NULL;',
                    hash="e4f9369b8f112d0657443898bcc0f4b7245a006c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2fae8",
                    table="actions_target_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="targetsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_targetsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id", "target_id") VALUES (NEW."id", NEW."locator", _pgh_attach_context(), NOW(), \'update\', NEW."source_id", NEW."target_id"); RETURN NULL;',
                    hash="84409835482fdd45d632cff933360707ddf9d370",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_56dd9",
                    table="actions_target_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="targetsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_targetsourceevent" ("id", "locator", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id", "target_id") VALUES (OLD."id", OLD."locator", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id", OLD."target_id"); RETURN NULL;',
                    hash="1ca1504d5c3905091e3566ea31679eb4a71e8048",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dadb9",
                    table="actions_target_sources",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(("time_zone", ""), _negated=True), name="target_has_a_zone"
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
        pgtrigger.migrations.AddTrigger(
            model_name="actionprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionprisonerevent" ("action_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."action_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id"); RETURN NULL;',
                    hash="2fe1771944b755bb5b75770bdd647a90b6e8d23e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c48d8",
                    table="actions_action_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actionprisonerevent" ("action_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."action_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id"); RETURN NULL;',
                    hash="560db4ec6173bebc4c99d3f4b7e1a8b3a614375f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23b1d",
                    table="actions_action_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionprisonerevent" ("action_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (OLD."action_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id"); RETURN NULL;',
                    hash="fd8f1080f0f8f95b8b317a84c7f2dfe1a6b22fe9",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_48dc7",
                    table="actions_action_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealprisonerevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."appeal_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id"); RETURN NULL;',
                    hash="e498c26972ecbd650bad6e87a803919a161bc155",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1fd9",
                    table="actions_appeal_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_appealprisonerevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."appeal_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id"); RETURN NULL;',
                    hash="1523b1138e616bd1fa166aafb172af2115e50d38",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_83be9",
                    table="actions_appeal_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealprisonerevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (OLD."appeal_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id"); RETURN NULL;',
                    hash="3b0a69e844b127ad6c8be6a0fd39edc160cfeded",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bb0fb",
                    table="actions_appeal_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealsourceevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."appeal_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="1755a80581b5a8710caa36e85b73774878beff15",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5cce2",
                    table="actions_appeal_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_appealsourceevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."appeal_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="364801301f7a1eb7b29ef11bb9a0930784dd4a0d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb60d",
                    table="actions_appeal_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealsourceevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."appeal_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="cb9373d4be6d52ab78c74c2c0cd5bf039b86d1f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3c6ae",
                    table="actions_appeal_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaigntimeline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaigntimelineevent" ("campaign_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."campaign_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\'); RETURN NULL;',
                    hash="2eb6693eba840bdf32b436f13ab64457f8070970",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43561",
                    table="actions_campaign_events",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaigntimeline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaigntimelineevent" ("campaign_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."campaign_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\'); RETURN NULL;',
                    hash="073f919f55a4d485c7fd677d2fada0a73b18812e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7aaa",
                    table="actions_campaign_events",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaigntimeline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaigntimelineevent" ("campaign_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."campaign_id", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\'); RETURN NULL;',
                    hash="dd0113fd0b0b08ce3e54139bff6e71b4d58702a5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e15dc",
                    table="actions_campaign_events",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignfigureevent" ("campaign_id", "figure_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."campaign_id", NEW."figure_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\'); RETURN NULL;',
                    hash="86b4a77628ff4f8431f86ea52f9167ba0483eaf5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_73f8a",
                    table="actions_campaign_figures",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaignfigureevent" ("campaign_id", "figure_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."campaign_id", NEW."figure_id", NEW."id", _pgh_attach_context(), NOW(), \'update\'); RETURN NULL;',
                    hash="e4992ea412ddf360cf62739369f3ed7c300d420e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_52ee3",
                    table="actions_campaign_figures",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignfigureevent" ("campaign_id", "figure_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."campaign_id", OLD."figure_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\'); RETURN NULL;',
                    hash="a2575def8d0e2a44dded164bbaeac727d7cd85b1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_efcc7",
                    table="actions_campaign_figures",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignprisonerevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."campaign_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id"); RETURN NULL;',
                    hash="cfa4a6bb58e26dbed213ed4d021ec38df2ffa106",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8f546",
                    table="actions_campaign_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaignprisonerevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."campaign_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id"); RETURN NULL;',
                    hash="b10f374e54e9548abe8b83f1f0b8bbfc28fe5cf6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_70b38",
                    table="actions_campaign_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignprisonerevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (OLD."campaign_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id"); RETURN NULL;',
                    hash="539f4c1d9083c645c2151ba791c1078d385d24bb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4881a",
                    table="actions_campaign_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignsourceevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."campaign_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="dd989f2119a80e508422744e84ebfea0a892e1ea",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e65e5",
                    table="actions_campaign_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaignsourceevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."campaign_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="de31b40e3ec0956f27ed0425bfe09f5d24b56ffb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ff1e",
                    table="actions_campaign_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignsourceevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."campaign_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="f58ba65856391a2d91e807556fd19fa2067e062c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bb87a",
                    table="actions_campaign_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignstatementevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "statement_id") VALUES (NEW."campaign_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."statement_id"); RETURN NULL;',
                    hash="f5b905f58864ca448801a059cdb00f81c6845f32",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69a1d",
                    table="actions_campaign_statements",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_campaignstatementevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "statement_id") VALUES (NEW."campaign_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."statement_id"); RETURN NULL;',
                    hash="dbd44ab1da6a7a5efb3e1308458ae5494540cb2a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_665c3",
                    table="actions_campaign_statements",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="campaignstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_campaignstatementevent" ("campaign_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "statement_id") VALUES (OLD."campaign_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."statement_id"); RETURN NULL;',
                    hash="277708983b376875193509bf72294948e0ce4aca",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a9fab",
                    table="actions_campaign_statements",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofactionprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dayofactionprisonerevent" ("dayofaction_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."dayofaction_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id"); RETURN NULL;',
                    hash="a03c762f4f6dc02c0e095970fce96c1545c0044a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_87256",
                    table="actions_dayofaction_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofactionprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_dayofactionprisonerevent" ("dayofaction_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."dayofaction_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id"); RETURN NULL;',
                    hash="08435a7afad62a6b8faef95d6ba4d1f686a8abb5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af4ac",
                    table="actions_dayofaction_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofactionprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dayofactionprisonerevent" ("dayofaction_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (OLD."dayofaction_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id"); RETURN NULL;',
                    hash="d174251a92d3d054d10e60c2a94d688ae0aaca30",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_eb802",
                    table="actions_dayofaction_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandprisonerevent" ("demand_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."demand_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id"); RETURN NULL;',
                    hash="7cc2c13d24afb5a0e8a8ebab304ef4064ddfc299",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c273f",
                    table="actions_demand_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_demandprisonerevent" ("demand_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."demand_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id"); RETURN NULL;',
                    hash="3c5ef36f0042196d3c386e26ae530e41972e636a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f815",
                    table="actions_demand_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="demandprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_demandprisonerevent" ("demand_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (OLD."demand_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id"); RETURN NULL;',
                    hash="7ee3ee2a051b71e41c8c540257439dc3364946cc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_04213",
                    table="actions_demand_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofactiondemand",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dayofactiondemandevent" ("dayofaction_id", "demand_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."dayofaction_id", NEW."demand_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\'); RETURN NULL;',
                    hash="ef7e538e235cc9c2553b430373f2130169c25ad0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_49df9",
                    table="actions_dayofaction_demands",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofactiondemand",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_dayofactiondemandevent" ("dayofaction_id", "demand_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."dayofaction_id", NEW."demand_id", NEW."id", _pgh_attach_context(), NOW(), \'update\'); RETURN NULL;',
                    hash="65d2443284e8f0dda2c6b608e0bef49a341aa5a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3c437",
                    table="actions_dayofaction_demands",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayofactiondemand",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_dayofactiondemandevent" ("dayofaction_id", "demand_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."dayofaction_id", OLD."demand_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\'); RETURN NULL;',
                    hash="cb5a6ed6af5c5195eb79857bb914cb36a7322e7a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_95640",
                    table="actions_dayofaction_demands",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrulessource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_letterrulessourceevent" ("id", "letterrules_id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterrules_id", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="c62f35a6e969542758447cd56db1e0624ab3b966",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f8a5f",
                    table="actions_letterrules_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrulessource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_letterrulessourceevent" ("id", "letterrules_id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterrules_id", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="612160f11eedad264692686a27ca5b279b83c8a1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0a7b4",
                    table="actions_letterrules_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterrulessource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_letterrulessourceevent" ("id", "letterrules_id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."id", OLD."letterrules_id", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="ad05914fe21bd42e07b06454ce883da7e237611b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9109e",
                    table="actions_letterrules_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertermssource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_lettertermssourceevent" ("id", "letterterms_id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterterms_id", _pgh_attach_context(), NOW(), \'insert\', NEW."source_id"); RETURN NULL;',
                    hash="486ca8056bbf70216be64beb54db988cc6cc3845",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8daff",
                    table="actions_letterterms_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertermssource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_lettertermssourceevent" ("id", "letterterms_id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (NEW."id", NEW."letterterms_id", _pgh_attach_context(), NOW(), \'update\', NEW."source_id"); RETURN NULL;',
                    hash="cedb2bef757261b85c24800f76c1897d902e2ef5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b503",
                    table="actions_letterterms_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lettertermssource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_lettertermssourceevent" ("id", "letterterms_id", "pgh_context_id", "pgh_created_at", "pgh_label", "source_id") VALUES (OLD."id", OLD."letterterms_id", _pgh_attach_context(), NOW(), \'delete\', OLD."source_id"); RETURN NULL;',
                    hash="17a8b459301d82f77e0df5ec5589b3438b841cc3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dcc16",
                    table="actions_letterterms_sources",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealtarget",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealtargetevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "target_id") VALUES (NEW."appeal_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."target_id"); RETURN NULL;',
                    hash="cfb47c62f441459d7a03ed22ab99210c0cb20883",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_598fa",
                    table="actions_appeal_targets",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealtarget",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_appealtargetevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "target_id") VALUES (NEW."appeal_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."target_id"); RETURN NULL;',
                    hash="1f103297a35dd1193142b7c51ee63b46d62ee262",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4c1f6",
                    table="actions_appeal_targets",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appealtarget",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_appealtargetevent" ("appeal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "target_id") VALUES (OLD."appeal_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."target_id"); RETURN NULL;',
                    hash="4d498b47c14bdb03d7059d60bdaffe2d33c5a011",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4290a",
                    table="actions_appeal_targets",
                    when="AFTER",
                ),
            ),
        ),
    ]

    operations = at_once(operations)

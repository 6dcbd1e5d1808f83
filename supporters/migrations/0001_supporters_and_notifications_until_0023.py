"""Supporters and what they are sent as they stood after their first twenty-three migrations, made in one step on a new site.

A site that has run any of those goes on with them; Django takes this one for done when all of them are. By its name it
stands behind the first of them, which is what "the first migration" of an app means to others.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import privacy.fields
from prisoners.at_once import at_once

# A page is to hold each of its rows twice: all of them are claimed by one statement, and until it commits nothing of
# what they were can be cleared away.
ROOM = "ALTER TABLE supporters_notification SET (fillfactor = 45)"


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("supporters", "0001_supporters_and_notifications"),
        ("supporters", "0002_claims_die_with_their_worker"),
        ("supporters", "0003_followers_choose_and_pause"),
        ("supporters", "0004_zones_of_readers"),
        ("supporters", "0005_a_calendar_of_ones_own"),
        ("supporters", "0006_tell_of_more_changes"),
        ("supporters", "0007_a_restored_backup_is_noticed"),
        ("supporters", "0008_what_readers_hand_in"),
        ("supporters", "0009_rates_and_hours"),
        ("supporters", "0010_kinds_of_news_of_actions"),
        ("supporters", "0011_temporary_failures_are_counted"),
        ("supporters", "0012_dispatches_are_a_kind_of_news"),
        ("supporters", "0013_what_is_queued_is_in_batches"),
        ("supporters", "0014_limits_of_sending"),
        ("supporters", "0015_successions_of_cases"),
        ("supporters", "0016_keys_are_used_once"),
        ("supporters", "0017_browsers_that_are_told"),
        ("supporters", "0018_room_for_a_row_to_be_written_twice"),
        ("supporters", "0019_what_was_asked_already"),
        ("supporters", "0020_what_is_ones_own_stirs_nothing"),
        ("supporters", "0021_a_batch_goes_one_way_out"),
        ("supporters", "0022_what_was_stopped_can_be_taken_back"),
        ("supporters", "0023_news_once_a_month"),
    ]

    # What the last of those needed, so that a site on its way need not be further with the other apps than it was.
    dependencies = [
        ("prisoners", "0015_cases_follow_cases"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("name", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("said", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=60)),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), size=None),
                ),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "word that was owed to all",
                "verbose_name_plural": "words that were owed to all",
            },
        ),
        migrations.CreateModel(
            name="Supporter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("email", privacy.fields.EncryptedTextField(verbose_name="e-mail address")),
                ("email_lookup", privacy.fields.LookupField(unique=True)),
                ("name", privacy.fields.EncryptedTextField(blank=True, default="", verbose_name="name or alias")),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("time_zone", models.CharField(default="UTC", max_length=64, verbose_name="time zone (IANA)")),
                (
                    "told_at_hour",
                    models.PositiveSmallIntegerField(
                        db_default=9, default=9, verbose_name="hour of digests and days to remember"
                    ),
                ),
                ("is_discreet", models.BooleanField(default=True, verbose_name="neutral subjects")),
                (
                    "is_paused",
                    models.BooleanField(db_default=False, default=False, verbose_name="wants no alerts for now"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "has not confirmed the address yet"),
                            ("active", "may be written to"),
                            ("unreachable", "the address does not take mail"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("created_on", models.DateField(auto_now_add=True, verbose_name="since")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="confirmed on")),
                (
                    "unconfirmed_until",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="forgotten at, unless confirmed"
                    ),
                ),
                ("hard_bounces", models.PositiveSmallIntegerField(default=0, verbose_name="permanent failures")),
                ("last_bounced_on", models.DateField(blank=True, null=True, verbose_name="last permanent failure")),
                (
                    "soft_bounces",
                    models.PositiveSmallIntegerField(
                        db_default=0, default=0, verbose_name="temporary failures in a row"
                    ),
                ),
                (
                    "rests_until",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="left in peace after a temporary failure until"
                    ),
                ),
            ],
            options={
                "verbose_name": "supporter",
                "verbose_name_plural": "supporters",
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scope",
                    models.CharField(
                        choices=[("alerts", "alerts by e-mail"), ("action", "taking part in an action")],
                        max_length=12,
                        verbose_name="scope",
                    ),
                ),
                ("text_version", models.CharField(max_length=64, verbose_name="version of the words (SHA-256)")),
                ("given_on", models.DateField(auto_now_add=True, verbose_name="given on")),
                (
                    "supporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="supporters.supporter"
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("case", "Somebody is missing from the record"),
                            ("correction", "Something is wrong or incomplete"),
                            ("false", "Something is false"),
                        ],
                        max_length=12,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "waits for a researcher"),
                            ("asked", "we have a question"),
                            ("answered", "our question was answered"),
                            ("accepted", "taken up"),
                            ("rejected", "not taken up"),
                        ],
                        default="received",
                        max_length=12,
                        verbose_name="what became of it",
                    ),
                ),
                ("about", privacy.fields.EncryptedTextField(blank=True, default="", verbose_name="whom it is about")),
                ("text", privacy.fields.EncryptedTextField(verbose_name="what was written")),
                ("source", privacy.fields.EncryptedTextField(blank=True, default="", verbose_name="how they know")),
                ("contact", privacy.fields.EncryptedTextField(blank=True, null=True, verbose_name="how to reach them")),
                ("question", privacy.fields.EncryptedTextField(blank=True, null=True, verbose_name="our question")),
                ("answer", privacy.fields.EncryptedTextField(blank=True, null=True, verbose_name="their answer")),
                (
                    "reason",
                    privacy.fields.EncryptedTextField(blank=True, null=True, verbose_name="why it was not taken up"),
                ),
                ("fingerprint", privacy.fields.LookupField(unique=True)),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("received_on", models.DateField(auto_now_add=True, verbose_name="received on")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="prisoners.prisoner",
                        verbose_name="prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "ordering": ("received_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="MailCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scope", models.CharField(blank=True, max_length=64)),
                ("seconds", models.PositiveIntegerField()),
                ("until", models.DateTimeField()),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "count of mails in a window of time",
                "verbose_name_plural": "counts of mails in windows of time",
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("subject", models.CharField(max_length=60, verbose_name="subject")),
                ("occasion", models.CharField(max_length=60, verbose_name="occasion")),
                (
                    "revision",
                    models.PositiveIntegerField(default=0, verbose_name="revision of the subject that was told"),
                ),
                ("told", models.JSONField(default=dict, verbose_name="what was told")),
                (
                    "rate",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("at_once", "at once"),
                            ("daily", "once a day, together"),
                            ("weekly", "on Mondays, together"),
                            ("monthly", "on the first of each month, together"),
                            ("off", "not at all"),
                        ],
                        db_default="",
                        default="",
                        max_length=8,
                        verbose_name="goes with a digest",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for a digest"),
                            ("queued", "queued"),
                            ("sending", "sending"),
                            ("sent", "sent"),
                            ("failed", "failed"),
                            ("cancelled", "cancelled"),
                        ],
                        default="queued",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="due at")),
                ("stale_at", models.DateTimeField(verbose_name="stale at")),
                ("next_attempt_at", models.DateTimeField(verbose_name="next attempt at")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("batch", models.BigIntegerField(blank=True, db_index=True, null=True, verbose_name="batch")),
                ("waits_until", models.DateTimeField(blank=True, null=True, verbose_name="waits for a digest until")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="settled at")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="why it failed or was cancelled")),
                (
                    "supporter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to="supporters.supporter",
                    ),
                ),
            ],
            options={
                "verbose_name": "notification",
                "verbose_name_plural": "notifications",
            },
        ),
        migrations.CreateModel(
            name="Once",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lookup", privacy.fields.LookupField(unique=True)),
                ("said", privacy.fields.LookupField()),
                ("kept_until", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "key that was used",
                "verbose_name_plural": "keys that were used",
            },
        ),
        migrations.CreateModel(
            name="RestoreMark",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("beat", models.BigIntegerField(default=0, verbose_name="rounds of the clock")),
                (
                    "log_month",
                    models.CharField(blank=True, max_length=7, verbose_name="month of the tombstones that were read"),
                ),
                ("log_offset", models.BigIntegerField(default=0, verbose_name="bytes of that month that were read")),
                (
                    "held_before",
                    models.DateTimeField(blank=True, null=True, verbose_name="what was due before this is held"),
                ),
            ],
            options={
                "verbose_name": "mark of a restored backup",
                "verbose_name_plural": "marks of restored backups",
            },
        ),
        migrations.CreateModel(
            name="Stir",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=60)),
            ],
            options={
                "verbose_name": "change among readers",
                "verbose_name_plural": "changes among readers",
            },
        ),
        migrations.CreateModel(
            name="StrangerMailCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address_lookup", privacy.fields.LookupField()),
                ("day", models.DateField()),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "count of confirmation mails",
                "verbose_name_plural": "counts of confirmation mails",
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("topic", models.CharField(max_length=60, verbose_name="topic")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "not confirmed yet"),
                            ("active", "followed"),
                            ("stopped", "stopped a moment ago, and can be taken back"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "muted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("court", "court dates and what came of them"),
                                ("days", "days to remember"),
                                ("status", "arrests, sentences, releases and other changes"),
                                ("actions", "new actions"),
                                ("reports", "what happened at actions"),
                                ("dispatches", "urgent appeals and other dispatches"),
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
                        verbose_name="kinds of news not wanted",
                    ),
                ),
                (
                    "rate",
                    models.CharField(
                        choices=[
                            ("at_once", "at once"),
                            ("daily", "once a day, together"),
                            ("weekly", "on Mondays, together"),
                            ("monthly", "on the first of each month, together"),
                            ("off", "not at all"),
                        ],
                        db_default="at_once",
                        default="at_once",
                        max_length=8,
                        verbose_name="how often",
                    ),
                ),
                ("note", privacy.fields.EncryptedTextField(blank=True, null=True, verbose_name="why I follow this")),
                ("started_on", models.DateField(auto_now_add=True, verbose_name="since")),
                ("unconfirmed_until", models.DateTimeField(blank=True, db_index=True, null=True)),
                (
                    "supporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subscriptions",
                        to="supporters.supporter",
                    ),
                ),
            ],
            options={
                "verbose_name": "subscription",
                "verbose_name_plural": "subscriptions",
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("carried_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.case"
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "succession of cases",
                "verbose_name_plural": "successions of cases",
            },
        ),
        migrations.CreateModel(
            name="Suppression",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address_lookup", privacy.fields.LookupField(unique=True)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("not_me", "said «it was not me»"),
                            ("left", "unsubscribed from everything"),
                            ("complaint", "complained about a mail"),
                        ],
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("since_on", models.DateField(auto_now_add=True, verbose_name="since")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until (empty: for ever)")),
            ],
            options={
                "verbose_name": "suppressed address",
                "verbose_name_plural": "suppressed addresses",
            },
        ),
        migrations.CreateModel(
            name="Tick",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("ran_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "tick of the clock",
                "verbose_name_plural": "ticks of the clock",
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rank", models.PositiveSmallIntegerField()),
                ("due_at", models.DateTimeField()),
                ("size", models.PositiveIntegerField()),
                ("word", models.CharField(blank=True, max_length=16)),
                ("is_push", models.BooleanField(db_default=False, default=False)),
                ("claim", models.BigIntegerField(blank=True, null=True)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "batch of notifications",
                "verbose_name_plural": "batches of notifications",
                "indexes": [
                    models.Index(
                        condition=models.Q(("claim__isnull", True)),
                        fields=["is_push", "rank", "due_at"],
                        name="batch_waiting",
                    ),
                    models.Index(condition=models.Q(("claim__isnull", False)), fields=["claim"], name="batch_claimed"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Browser",
            fields=[
                (
                    "supporter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="browser",
                        serialize=False,
                        to="supporters.supporter",
                    ),
                ),
                ("endpoint", privacy.fields.EncryptedTextField(verbose_name="address at the push service")),
                ("key", privacy.fields.EncryptedTextField(verbose_name="key of the browser")),
                ("secret", privacy.fields.EncryptedTextField(verbose_name="secret shared with the browser")),
                ("since_on", models.DateField(auto_now_add=True, verbose_name="since")),
            ],
            options={
                "verbose_name": "browser",
                "verbose_name_plural": "browsers",
            },
        ),
        migrations.CreateModel(
            name="PersonalCalendar",
            fields=[
                (
                    "supporter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="personal_calendar",
                        serialize=False,
                        to="supporters.supporter",
                    ),
                ),
                ("secret", privacy.fields.EncryptedTextField(verbose_name="secret")),
                ("secret_lookup", privacy.fields.LookupField(unique=True)),
                ("since_on", models.DateField(auto_now=True, verbose_name="since")),
            ],
            options={
                "verbose_name": "personal calendar",
                "verbose_name_plural": "personal calendars",
            },
        ),
        migrations.AddIndex(
            model_name="supporter",
            index=models.Index(fields=["state", "time_zone", "told_at_hour"], name="supporter_hours"),
        ),
        migrations.AddConstraint(
            model_name="supporter",
            constraint=models.CheckConstraint(
                condition=models.Q(("told_at_hour__lte", 23)), name="supporter_hour_is_of_a_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporter",
            trigger=pgtrigger.compiler.Trigger(
                name="stirs_what_is_followed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'active' AND NOT NEW.is_paused AND (OLD.state, OLD.is_paused, OLD.time_zone, OLD.told_at_hour) IS DISTINCT FROM (NEW.state, NEW.is_paused, NEW.time_zone, NEW.told_at_hour))",
                    func="\nINSERT INTO supporters_stir (word)\nSELECT topic FROM supporters_subscription WHERE supporter_id = NEW.id AND state = 'active';\nRETURN NULL;\n",
                    hash="30d183780d8e04b7275be984444ae39493353de9",
                    operation='UPDATE OF "state", "is_paused", "time_zone", "told_at_hour"',
                    pgid="pgtrigger_stirs_what_is_followed_d14d0",
                    table="supporters_supporter",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="mailcount",
            constraint=models.UniqueConstraint(fields=("scope", "seconds", "until"), name="mail_count_once_a_window"),
        ),
        migrations.AddConstraint(
            model_name="restoremark",
            constraint=models.CheckConstraint(condition=models.Q(("id", 1)), name="restore_mark_is_one_row"),
        ),
        migrations.AddConstraint(
            model_name="strangermailcount",
            constraint=models.UniqueConstraint(fields=("address_lookup", "day"), name="stranger_mail_count_a_day"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.UniqueConstraint(
                fields=("supporter", "scope", "text_version"), name="consent_once_a_text"
            ),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(fields=["state", "received_on"], name="contribution_queue"),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["received", "asked", "answered", "accepted", "rejected"]),
                    models.Q(
                        models.Q(("decided_on__isnull", True), ("state__in", ["received", "asked", "answered"])),
                        models.Q(("decided_on__isnull", False), ("state__in", ["accepted", "rejected"])),
                        _connector="OR",
                    ),
                ),
                name="contribution_is_decided_on_a_day",
            ),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(fields=["subject", "kind", "occasion"], name="notification_by_occasion"),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(
                condition=models.Q(("waits_until__isnull", False)),
                fields=["rate", "supporter"],
                name="notification_of_digests",
            ),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(
                condition=models.Q(("waits_until__isnull", False)),
                fields=["waits_until"],
                name="notification_wearing_off",
            ),
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.UniqueConstraint(
                fields=("supporter", "kind", "subject", "occasion"), name="notification_once_an_occasion"
            ),
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.CheckConstraint(
                condition=models.Q(("stale_at__gt", models.F("due_at"))), name="notification_stale_after_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="notification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "waiting"), _negated=True), ("waits_until__isnull", False), _connector="OR"
                ),
                name="notification_waits_until_some_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notification",
            trigger=pgtrigger.compiler.Trigger(
                name="queued_in_a_batch",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'queued' AND NEW.batch IS NULL)",
                    func="\nINSERT INTO supporters_batch (rank, due_at, size, word, is_push)\nVALUES (1, NEW.next_attempt_at, 1, '', EXISTS (\n    SELECT 1 FROM supporters_supporter WHERE id = NEW.supporter_id AND length(email) = 0))\nRETURNING id INTO NEW.batch;\nRETURN NEW;\n",
                    hash="e654757c6c16706719e2a71d6bdb8b15c7800299",
                    operation="INSERT",
                    pgid="pgtrigger_queued_in_a_batch_63bce",
                    table="supporters_notification",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notification",
            trigger=pgtrigger.compiler.Trigger(
                name="queued_again_in_a_batch",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state = 'queued' AND NEW.batch IS NOT DISTINCT FROM OLD.batch AND (OLD.state <> 'queued' OR OLD.next_attempt_at <> NEW.next_attempt_at))",
                    func="\nINSERT INTO supporters_batch (rank, due_at, size, word, is_push)\nVALUES (1, NEW.next_attempt_at, 1, '', EXISTS (\n    SELECT 1 FROM supporters_supporter WHERE id = NEW.supporter_id AND length(email) = 0))\nRETURNING id INTO NEW.batch;\nRETURN NEW;\n",
                    hash="93cca8e8cc67e7ab9cc3e40d6b3a60d6f4f2c979",
                    operation='UPDATE OF "state", "next_attempt_at"',
                    pgid="pgtrigger_queued_again_in_a_batch_2d069",
                    table="supporters_notification",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notification",
            trigger=pgtrigger.compiler.Trigger(
                name="stirs_when_dropped",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.state IN ('cancelled', 'failed') AND OLD.state <> NEW.state AND NEW.subject !~ ':[0-9a-f]{8}-[0-9a-f]{4}-')",
                    func="INSERT INTO supporters_stir (word) VALUES (NEW.subject); RETURN NULL;",
                    hash="cbfc4204e34868e5fbaf3734ddc6a2f7d5fcee26",
                    operation='UPDATE OF "state"',
                    pgid="pgtrigger_stirs_when_dropped_98262",
                    table="supporters_notification",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notification",
            trigger=pgtrigger.compiler.Trigger(
                name="stirs_when_gone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO supporters_stir (word) SELECT DISTINCT subject FROM old_rows WHERE subject !~ ':[0-9a-f]{8}-[0-9a-f]{4}-';\nRETURN NULL;\n",
                    hash="d79529c14cfcb1c7449814c3316ac70609cd6afd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_stirs_when_gone_73155",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="supporters_notification",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(
                condition=models.Q(("state", "active")), fields=["topic", "supporter"], name="subscription_followers"
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(fields=("supporter", "topic"), name="subscription_once_a_topic"),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "stopped"), _negated=True), ("unconfirmed_until__isnull", False), _connector="OR"
                ),
                name="subscription_stopped_has_an_end",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subscription",
            trigger=pgtrigger.compiler.Trigger(
                name="stirs_when_followed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO supporters_stir (word) SELECT DISTINCT topic FROM new_rows WHERE state = 'active' AND rate <> 'off';\nRETURN NULL;\n",
                    hash="a91a058ee350a68e4a85b93da74d9a2eca48d802",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_stirs_when_followed_d302e",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="supporters_subscription",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subscription",
            trigger=pgtrigger.compiler.Trigger(
                name="stirs_when_preferred",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO supporters_stir (word) SELECT DISTINCT topic FROM new_rows WHERE state = 'active' AND rate <> 'off';\nRETURN NULL;\n",
                    hash="f8d298db82aa791358be7b83e7d7307666ab302f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_stirs_when_preferred_31b15",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="supporters_subscription",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(fields=("case", "earlier"), name="succession_once"),
        ),
    ]

    operations = [*at_once(operations), migrations.RunSQL(ROOM, migrations.RunSQL.noop)]

"""The record as it stood after its first forty-nine migrations, made in one step on a new site.

A site that has run any of those goes on with them; Django takes this one for done when all of them are. By its name it
stands behind the first of them, which is what "the first migration" of an app means to others.
"""

import uuid
from importlib import import_module

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.manager
import modeltrans.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

import prisoners.fields
import prisoners.models.sanctions
import prisoners.name_fields
import prisoners.row_words
import privacy.fields
from prisoners.at_once import at_once


def _sql(name: str) -> list[Operation]:
    """What a migration of the line says to the database and no model says, without what it changes in rows.

    That is never taken back, and a new site has no rows.
    """
    of = import_module(f"prisoners.migrations.{name}")
    return [one for one in of.Migration.operations if isinstance(one, migrations.RunSQL) and one.reverse_sql]


# Functions that indexes and triggers of the models call.
CALLED = [
    *_sql("0024_rows_are_found_by_their_words"),
    *_sql("0032_cases_are_found_in_all_languages"),
    *_sql("0047_officials_under_all_spellings"),
]
# What stands on tables; the later ones change what the earlier ones made.
ON_TABLES = [
    *_sql("0005_changed_facts_mark_whose_spans_are_due"),
    *_sql("0027_spans_follow_charges"),
    *_sql("0028_numbers_are_kept"),
    *_sql("0031_numbers_are_kept_without_waiting"),
    *_sql("0037_facts_are_found_in_all_languages"),
    *_sql("0043_labels_places_and_parts_are_found"),
]


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("prisoners", "0001_the_record"),
        ("prisoners", "0002_imports_of_spreadsheets"),
        ("prisoners", "0003_names_are_found_by_how_they_sound"),
        ("prisoners", "0004_where_everybody_stands_on_which_days"),
        ("prisoners", "0005_changed_facts_mark_whose_spans_are_due"),
        ("prisoners", "0006_somebody_without_a_known_name"),
        ("prisoners", "0007_records_are_merged"),
        ("prisoners", "0008_links_have_a_history"),
        ("prisoners", "0009_names_have_a_vocabulary"),
        ("prisoners", "0010_hearings_took_place"),
        ("prisoners", "0011_refusals_are_sentences"),
        ("prisoners", "0012_long_lists_have_indexes"),
        ("prisoners", "0013_events_of_suppression"),
        ("prisoners", "0014_hours_of_work_and_credit_for_remand"),
        ("prisoners", "0015_cases_follow_cases"),
        ("prisoners", "0016_what_the_clock_looks_for_is_indexed"),
        ("prisoners", "0017_lists_are_asked_in_many_ways"),
        ("prisoners", "0018_standings_follow_arrests"),
        ("prisoners", "0019_what_returns_and_what_is_new_is_indexed"),
        ("prisoners", "0020_desk_lists_have_indexes"),
        ("prisoners", "0021_wanted_missing_and_bail"),
        ("prisoners", "0022_hearings_say_what_was_decided"),
        ("prisoners", "0023_charges_have_a_history"),
        ("prisoners", "0024_rows_are_found_by_their_words"),
        ("prisoners", "0025_birthdays_and_marks_of_custody_are_found"),
        ("prisoners", "0026_related_events_and_how_people_are_kept"),
        ("prisoners", "0027_spans_follow_charges"),
        ("prisoners", "0028_numbers_are_kept"),
        ("prisoners", "0029_statements_recognise"),
        ("prisoners", "0030_deaths_in_custody"),
        ("prisoners", "0031_numbers_are_kept_without_waiting"),
        ("prisoners", "0032_cases_are_found_in_all_languages"),
        ("prisoners", "0033_roles_channels_and_best_estimates"),
        ("prisoners", "0034_rows_are_sent_back"),
        ("prisoners", "0035_hours_shown_twice"),
        ("prisoners", "0036_parts_in_events_and_cases"),
        ("prisoners", "0037_facts_are_found_in_all_languages"),
        ("prisoners", "0038_terms_are_counted_over_breaks"),
        ("prisoners", "0039_imports_keep_what_was_left"),
        ("prisoners", "0040_numbers_of_roles_and_fewer_repeated_words"),
        ("prisoners", "0041_whom_readers_see_has_a_ground"),
        ("prisoners", "0042_long_imports_wait_for_a_worker"),
        ("prisoners", "0043_labels_places_and_parts_are_found"),
        ("prisoners", "0044_releases_that_were_revoked_are_counted"),
        ("prisoners", "0045_sanctions_without_custody_are_counted"),
        ("prisoners", "0046_hearings_are_counted_by_kind"),
        ("prisoners", "0047_officials_under_all_spellings"),
        ("prisoners", "0048_remand_counts_by_any_charge"),
        ("prisoners", "0049_names_say_in_which_script_they_are"),
    ]

    # What the last of those needed, so that a site on its way need not be further with the other apps than it was.
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConfidentialNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("body", privacy.fields.EncryptedTextField(verbose_name="note")),
                ("written_on", models.DateField(auto_now_add=True, verbose_name="written on")),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confidential_notes",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "confidential note",
                "verbose_name_plural": "confidential notes",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Disagreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("text", models.TextField(verbose_name="on what they differ")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disagreements",
                        to="prisoners.event",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disagreements",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "disagreement of sources",
                "verbose_name_plural": "disagreements of sources",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                ("merged_pk", models.BigIntegerField(blank=True, editable=False, null=True, unique=True)),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
            },
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("name", models.CharField(max_length=250, verbose_name="name")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("name",), required_languages=(), virtual_fields=True),
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
                        to="prisoners.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("text", models.CharField(max_length=200, verbose_name="spelling")),
                ("script", models.CharField(default="Latn", max_length=4, verbose_name="script (ISO 15924)")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("full", "full name"),
                            ("family", "family name"),
                            ("given", "given name"),
                            ("patronymic", "patronymic"),
                            ("nickname", "also known as"),
                        ],
                        default="full",
                        max_length=12,
                        verbose_name="part",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                ("folded", models.CharField(db_index=True, editable=False, max_length=250)),
                (
                    "words",
                    prisoners.name_fields.NameWordsField(
                        base_field=models.TextField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "keys",
                    prisoners.name_fields.NameKeysField(
                        base_field=models.TextField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="prisoners.prisoner"
                    ),
                ),
            ],
            options={
                "verbose_name": "spelling of a name",
                "verbose_name_plural": "spellings of names",
                "ordering": ("prisoner", "id"),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PersonNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("text", models.CharField(max_length=200, verbose_name="spelling")),
                ("script", models.CharField(default="Latn", max_length=4, verbose_name="script (ISO 15924)")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("full", "full name"),
                            ("family", "family name"),
                            ("given", "given name"),
                            ("patronymic", "patronymic"),
                            ("nickname", "also known as"),
                        ],
                        default="full",
                        max_length=12,
                        verbose_name="part",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=250, verbose_name="note")),
                ("folded", models.CharField(editable=False, max_length=250)),
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
                        to="prisoners.personname",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("locality", "city or town"),
                            ("court", "court"),
                            ("prison", "prison or colony"),
                            ("other", "other place"),
                        ],
                        default="locality",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("country", models.CharField(max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("region", models.CharField(blank=True, max_length=200, verbose_name="region")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
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
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("name",), required_languages=(), virtual_fields=True),
                ),
                (
                    "located_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contains",
                        to="prisoners.place",
                        verbose_name="lies in",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ("country", "name"),
            },
        ),
        migrations.CreateModel(
            name="PlaceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("locality", "city or town"),
                            ("court", "court"),
                            ("prison", "prison or colony"),
                            ("other", "other place"),
                        ],
                        default="locality",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("country", models.CharField(max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("region", models.CharField(blank=True, max_length=200, verbose_name="region")),
                ("time_zone", models.CharField(max_length=64, verbose_name="time zone (IANA)")),
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
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("name",), required_languages=(), virtual_fields=True),
                ),
                (
                    "located_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.place",
                        verbose_name="lies in",
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
                        to="prisoners.place",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Prisoner",
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
                ("name", models.CharField(max_length=200, verbose_name="name in the record")),
                (
                    "country",
                    models.CharField(max_length=2, verbose_name="country of the prosecution (ISO 3166-1 alpha-2)"),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("", "not recorded"), ("f", "she"), ("m", "he")],
                        default="",
                        max_length=1,
                        verbose_name="pronoun",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="in one or two sentences")),
                (
                    "born_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("born_earliest", "born_latest"), verbose_name="born"
                    ),
                ),
                ("born_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("born_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "consent_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("already_public", "widely published already, with the person's interest weighed"),
                            ("own_consent", "the person agreed"),
                            ("family_consent", "the family or the lawyer agreed"),
                        ],
                        max_length=20,
                        verbose_name="ground for naming this person",
                    ),
                ),
                (
                    "is_unnamed",
                    models.BooleanField(
                        default=False, verbose_name="name not known: what stands for it describes the person"
                    ),
                ),
                ("can_be_written_to", models.BooleanField(blank=True, null=True, verbose_name="can be written to")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "summary"), required_languages=(), virtual_fields=True
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
                "verbose_name": "prisoner",
                "verbose_name_plural": "prisoners",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PrisonerEvent",
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
                ("name", models.CharField(max_length=200, verbose_name="name in the record")),
                (
                    "country",
                    models.CharField(max_length=2, verbose_name="country of the prosecution (ISO 3166-1 alpha-2)"),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("", "not recorded"), ("f", "she"), ("m", "he")],
                        default="",
                        max_length=1,
                        verbose_name="pronoun",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="in one or two sentences")),
                (
                    "born_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("born_earliest", "born_latest"), verbose_name="born"
                    ),
                ),
                ("born_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("born_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "consent_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("already_public", "widely published already, with the person's interest weighed"),
                            ("own_consent", "the person agreed"),
                            ("family_consent", "the family or the lawyer agreed"),
                        ],
                        max_length=20,
                        verbose_name="ground for naming this person",
                    ),
                ),
                (
                    "is_unnamed",
                    models.BooleanField(
                        default=False, verbose_name="name not known: what stands for it describes the person"
                    ),
                ),
                ("can_be_written_to", models.BooleanField(blank=True, null=True, verbose_name="can be written to")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "summary"), required_languages=(), virtual_fields=True
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
                        to="prisoners.prisoner",
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
            name="Sanction",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("prison", "imprisonment"),
                            ("suspended_prison", "suspended prison sentence"),
                            ("restricted_freedom", "restricted freedom"),
                            ("house_arrest", "house arrest"),
                            ("administrative_arrest", "administrative arrest"),
                            ("probation", "probation"),
                            ("fine", "fine"),
                            ("activity_ban", "ban on public activity"),
                            ("profession_ban", "ban on a profession"),
                            ("community_service", "community service"),
                            ("asset_confiscation", "confiscation"),
                            ("deportation", "deportation"),
                            ("exile", "exile"),
                            ("compulsory_treatment", "compulsory treatment"),
                            ("unknown", "kind not known"),
                        ],
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "imposed_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("imposed_earliest", "imposed_latest"), verbose_name="imposed"
                    ),
                ),
                ("imposed_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("imposed_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "starts_on",
                    prisoners.fields.PartialDateField(
                        blank=True,
                        bounds=("starts_earliest", "starts_latest"),
                        verbose_name="counts from, if not from custody",
                    ),
                ),
                ("starts_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("starts_latest", models.DateField(blank=True, editable=False, null=True)),
                ("court", models.CharField(blank=True, max_length=200, verbose_name="court or office")),
                ("judge", models.CharField(blank=True, max_length=120, verbose_name="judge")),
                ("years", models.PositiveSmallIntegerField(default=0, verbose_name="years")),
                ("months", models.PositiveSmallIntegerField(default=0, verbose_name="months")),
                ("days", models.PositiveIntegerField(default=0, verbose_name="days")),
                ("is_indefinite", models.BooleanField(default=False, verbose_name="for life or without a term")),
                ("hours", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hours of work")),
                (
                    "regime",
                    models.CharField(
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
                (
                    "remand_counts_as",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        verbose_name="a day in remand counts as (days), as the verdict says",
                    ),
                ),
                (
                    "suspended_for_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="suspended for (months)"),
                ),
                (
                    "fine_amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount of the fine"
                    ),
                ),
                ("fine_currency", models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)")),
                ("articles", models.CharField(blank=True, max_length=250, verbose_name="articles of the code")),
                ("text", models.TextField(blank=True, verbose_name="in the words of the source")),
                (
                    "ended_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not ended, as far as known"),
                            ("served", "served in full"),
                            ("pardon", "pardon"),
                            ("amnesty", "amnesty"),
                            ("commutation", "commutation"),
                            ("replacement", "replaced by another sanction"),
                            ("early_release", "early release"),
                            ("overturned", "overturned"),
                            ("death", "death"),
                        ],
                        default="",
                        max_length=16,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "ended_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("ended_earliest", "ended_latest"), verbose_name="ended"
                    ),
                ),
                ("ended_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("ended_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "court"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "accompanies",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ancillary",
                        to="prisoners.sanction",
                        verbose_name="imposed beside",
                    ),
                ),
                (
                    "added_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="additions",
                        to="prisoners.sanction",
                        verbose_name="added to",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sanctions",
                        to="prisoners.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sanctions",
                        to="prisoners.hearing",
                        verbose_name="imposed at",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sanctions",
                        to="prisoners.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sanctions", to="prisoners.prisoner"
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
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="prisoners.sanction",
                        verbose_name="replaces",
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
                "verbose_name": "sanction",
                "verbose_name_plural": "sanctions",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SanctionEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("prison", "imprisonment"),
                            ("suspended_prison", "suspended prison sentence"),
                            ("restricted_freedom", "restricted freedom"),
                            ("house_arrest", "house arrest"),
                            ("administrative_arrest", "administrative arrest"),
                            ("probation", "probation"),
                            ("fine", "fine"),
                            ("activity_ban", "ban on public activity"),
                            ("profession_ban", "ban on a profession"),
                            ("community_service", "community service"),
                            ("asset_confiscation", "confiscation"),
                            ("deportation", "deportation"),
                            ("exile", "exile"),
                            ("compulsory_treatment", "compulsory treatment"),
                            ("unknown", "kind not known"),
                        ],
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "imposed_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("imposed_earliest", "imposed_latest"), verbose_name="imposed"
                    ),
                ),
                ("imposed_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("imposed_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "starts_on",
                    prisoners.fields.PartialDateField(
                        blank=True,
                        bounds=("starts_earliest", "starts_latest"),
                        verbose_name="counts from, if not from custody",
                    ),
                ),
                ("starts_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("starts_latest", models.DateField(blank=True, editable=False, null=True)),
                ("court", models.CharField(blank=True, max_length=200, verbose_name="court or office")),
                ("judge", models.CharField(blank=True, max_length=120, verbose_name="judge")),
                ("years", models.PositiveSmallIntegerField(default=0, verbose_name="years")),
                ("months", models.PositiveSmallIntegerField(default=0, verbose_name="months")),
                ("days", models.PositiveIntegerField(default=0, verbose_name="days")),
                ("is_indefinite", models.BooleanField(default=False, verbose_name="for life or without a term")),
                ("hours", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hours of work")),
                (
                    "regime",
                    models.CharField(
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
                (
                    "remand_counts_as",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=3,
                        null=True,
                        verbose_name="a day in remand counts as (days), as the verdict says",
                    ),
                ),
                (
                    "suspended_for_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="suspended for (months)"),
                ),
                (
                    "fine_amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount of the fine"
                    ),
                ),
                ("fine_currency", models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)")),
                ("articles", models.CharField(blank=True, max_length=250, verbose_name="articles of the code")),
                ("text", models.TextField(blank=True, verbose_name="in the words of the source")),
                (
                    "ended_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not ended, as far as known"),
                            ("served", "served in full"),
                            ("pardon", "pardon"),
                            ("amnesty", "amnesty"),
                            ("commutation", "commutation"),
                            ("replacement", "replaced by another sanction"),
                            ("early_release", "early release"),
                            ("overturned", "overturned"),
                            ("death", "death"),
                        ],
                        default="",
                        max_length=16,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "ended_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("ended_earliest", "ended_latest"), verbose_name="ended"
                    ),
                ),
                ("ended_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("ended_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "court"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "accompanies",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.sanction",
                        verbose_name="imposed beside",
                    ),
                ),
                (
                    "added_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.sanction",
                        verbose_name="added to",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.hearing",
                        verbose_name="imposed at",
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
                        to="prisoners.sanction",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.place",
                        verbose_name="place",
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
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.sanction",
                        verbose_name="replaces",
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
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("key", models.CharField(max_length=120, unique=True, verbose_name="key")),
                ("title", models.CharField(blank=True, max_length=400, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=1000, verbose_name="address")),
                ("archived_url", models.URLField(blank=True, max_length=1000, verbose_name="archived copy")),
                ("publisher", models.CharField(blank=True, max_length=250, verbose_name="publisher")),
                ("author", models.CharField(blank=True, max_length=250, verbose_name="author")),
                (
                    "published_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("published_earliest", "published_latest"), verbose_name="published"
                    ),
                ),
                ("published_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("published_latest", models.DateField(blank=True, editable=False, null=True)),
                ("accessed_on", models.DateField(blank=True, null=True, verbose_name="read on")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "reliability",
                    models.CharField(
                        choices=[
                            ("unknown", "not judged"),
                            ("highly_reliable", "highly reliable"),
                            ("likely_reliable", "likely reliable"),
                            ("unsure", "unsure"),
                            ("likely_unreliable", "likely unreliable"),
                            ("highly_unreliable", "highly unreliable"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="reliability",
                    ),
                ),
                (
                    "connection",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("prisoner", "the prisoner"),
                            ("witness", "witness"),
                            ("relative", "relative"),
                            ("colleague", "colleague"),
                            ("lawyer", "lawyer"),
                            ("reporter", "reporter"),
                            ("ngo", "non-governmental organisation"),
                            ("union", "trade union"),
                            ("campaign", "campaign"),
                            ("authority", "authority"),
                            ("opponent", "opponent"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="connection with what it tells",
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("court_record", "court record"),
                            ("law", "law or official list"),
                            ("testimony", "testimony"),
                            ("interview", "interview"),
                            ("letter", "letter"),
                            ("press", "press report"),
                            ("broadcast", "radio or television"),
                            ("official_release", "press release of an authority"),
                            ("ngo_release", "press release of an organisation"),
                            ("report", "report or study"),
                            ("appeal", "appeal or urgent action"),
                            ("picture", "photograph or film"),
                            ("post", "post on a social network"),
                            ("medical", "medical record"),
                            ("other", "other material"),
                        ],
                        default="",
                        max_length=16,
                        verbose_name="material",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("is_confidential", models.BooleanField(default=False, verbose_name="confidential: never shown")),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ("publisher", "published_earliest", "key"),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("key", models.CharField(max_length=120, verbose_name="key")),
                ("title", models.CharField(blank=True, max_length=400, verbose_name="title")),
                ("url", models.URLField(blank=True, max_length=1000, verbose_name="address")),
                ("archived_url", models.URLField(blank=True, max_length=1000, verbose_name="archived copy")),
                ("publisher", models.CharField(blank=True, max_length=250, verbose_name="publisher")),
                ("author", models.CharField(blank=True, max_length=250, verbose_name="author")),
                (
                    "published_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("published_earliest", "published_latest"), verbose_name="published"
                    ),
                ),
                ("published_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("published_latest", models.DateField(blank=True, editable=False, null=True)),
                ("accessed_on", models.DateField(blank=True, null=True, verbose_name="read on")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "reliability",
                    models.CharField(
                        choices=[
                            ("unknown", "not judged"),
                            ("highly_reliable", "highly reliable"),
                            ("likely_reliable", "likely reliable"),
                            ("unsure", "unsure"),
                            ("likely_unreliable", "likely unreliable"),
                            ("highly_unreliable", "highly unreliable"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="reliability",
                    ),
                ),
                (
                    "connection",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("prisoner", "the prisoner"),
                            ("witness", "witness"),
                            ("relative", "relative"),
                            ("colleague", "colleague"),
                            ("lawyer", "lawyer"),
                            ("reporter", "reporter"),
                            ("ngo", "non-governmental organisation"),
                            ("union", "trade union"),
                            ("campaign", "campaign"),
                            ("authority", "authority"),
                            ("opponent", "opponent"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="connection with what it tells",
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("court_record", "court record"),
                            ("law", "law or official list"),
                            ("testimony", "testimony"),
                            ("interview", "interview"),
                            ("letter", "letter"),
                            ("press", "press report"),
                            ("broadcast", "radio or television"),
                            ("official_release", "press release of an authority"),
                            ("ngo_release", "press release of an organisation"),
                            ("report", "report or study"),
                            ("appeal", "appeal or urgent action"),
                            ("picture", "photograph or film"),
                            ("post", "post on a social network"),
                            ("medical", "medical record"),
                            ("other", "other material"),
                        ],
                        default="",
                        max_length=16,
                        verbose_name="material",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("is_confidential", models.BooleanField(default=False, verbose_name="confidential: never shown")),
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
                        to="prisoners.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Span",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begins_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until before")),
                ("status", models.CharField(max_length=16, verbose_name="where it stands")),
                ("is_held", models.BooleanField(null=True, verbose_name="held")),
                ("may_be_held", models.BooleanField(verbose_name="may be held")),
                ("since_on", models.DateField(null=True)),
                ("half_on", models.DateField(null=True)),
                ("is_public", models.BooleanField(default=False)),
                (
                    "place",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="spans",
                        to="prisoners.place",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="prisoners.prisoner"
                    ),
                ),
            ],
            options={
                "verbose_name": "span of days",
                "verbose_name_plural": "spans of days",
            },
        ),
        migrations.CreateModel(
            name="SpanDue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("prisoner_pk", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "spans to derive",
                "verbose_name_plural": "spans to derive",
            },
        ),
        migrations.CreateModel(
            name="Statement",
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
                ("speaker", models.CharField(blank=True, max_length=200, verbose_name="speaker")),
                ("speaker_role", models.CharField(blank=True, max_length=200, verbose_name="role of the speaker")),
                (
                    "said_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("said_earliest", "said_latest"), verbose_name="date"
                    ),
                ),
                ("said_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("said_latest", models.DateField(blank=True, editable=False, null=True)),
                ("text", models.TextField(blank=True, verbose_name="what was said, reported")),
                ("quote", models.TextField(blank=True, verbose_name="quotation")),
                (
                    "quote_language",
                    models.CharField(blank=True, max_length=12, verbose_name="language of the quotation"),
                ),
                (
                    "channel",
                    models.CharField(
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
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not judged"),
                            ("supports", "supports the prisoners"),
                            ("recognises", "recognises as imprisoned for political reasons"),
                            ("solidarity_action", "joins with an action"),
                            ("condemns_repression", "condemns the repression"),
                            ("neutral", "neutral"),
                            ("repeats_official_line", "repeats the official version"),
                            ("blames_victims", "blames the victims"),
                            ("hostile", "hostile"),
                        ],
                        default="",
                        max_length=24,
                        verbose_name="stance",
                    ),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("speaker", "speaker_role", "text"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="statements",
                        to="prisoners.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="prisoners.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="statements", to="prisoners.prisoner", verbose_name="about"
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
                "verbose_name": "statement",
                "verbose_name_plural": "statements",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="StatementEvent",
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
                ("speaker", models.CharField(blank=True, max_length=200, verbose_name="speaker")),
                ("speaker_role", models.CharField(blank=True, max_length=200, verbose_name="role of the speaker")),
                (
                    "said_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("said_earliest", "said_latest"), verbose_name="date"
                    ),
                ),
                ("said_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("said_latest", models.DateField(blank=True, editable=False, null=True)),
                ("text", models.TextField(blank=True, verbose_name="what was said, reported")),
                ("quote", models.TextField(blank=True, verbose_name="quotation")),
                (
                    "quote_language",
                    models.CharField(blank=True, max_length=12, verbose_name="language of the quotation"),
                ),
                (
                    "channel",
                    models.CharField(
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
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not judged"),
                            ("supports", "supports the prisoners"),
                            ("recognises", "recognises as imprisoned for political reasons"),
                            ("solidarity_action", "joins with an action"),
                            ("condemns_repression", "condemns the repression"),
                            ("neutral", "neutral"),
                            ("repeats_official_line", "repeats the official version"),
                            ("blames_victims", "blames the victims"),
                            ("hostile", "hostile"),
                        ],
                        default="",
                        max_length=24,
                        verbose_name="stance",
                    ),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("speaker", "speaker_role", "text"), required_languages=(), virtual_fields=True
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
                        verbose_name="event",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.organisation",
                        verbose_name="organisation",
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
                        to="prisoners.statement",
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
            name="StatementPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
            name="StatusReport",
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
                ("text", models.CharField(max_length=300, verbose_name="situation, as reported")),
                (
                    "reported_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("reported_earliest", "reported_latest"), verbose_name="as of"
                    ),
                ),
                ("reported_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("reported_latest", models.DateField(blank=True, editable=False, null=True)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="status_reports",
                        to="prisoners.prisoner",
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
                "verbose_name": "status as reported",
                "verbose_name_plural": "statuses as reported",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="StatusReportEvent",
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
                ("text", models.CharField(max_length=300, verbose_name="situation, as reported")),
                (
                    "reported_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("reported_earliest", "reported_latest"), verbose_name="as of"
                    ),
                ),
                ("reported_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("reported_latest", models.DateField(blank=True, editable=False, null=True)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "note"), required_languages=(), virtual_fields=True
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
                        to="prisoners.statusreport",
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
            name="Trait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12)),
                ("value", models.CharField(max_length=120)),
                (
                    "prisoner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="traits",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "trait",
                "verbose_name_plural": "traits",
            },
        ),
        migrations.CreateModel(
            name="TraitTotal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12)),
                ("value", models.CharField(max_length=120)),
                ("people", models.IntegerField()),
            ],
            options={
                "verbose_name": "people of a trait",
                "verbose_name_plural": "people of traits",
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("status", models.CharField(max_length=16)),
                ("held", models.CharField(max_length=7)),
                ("may_be_held", models.BooleanField()),
                ("people", models.IntegerField()),
            ],
            options={
                "verbose_name": "turn of the numbers",
                "verbose_name_plural": "turns of the numbers",
            },
        ),
        migrations.CreateModel(
            name="Variant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                    "reported_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("reported_earliest", "reported_latest"), verbose_name="date it gives"
                    ),
                ),
                ("reported_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("reported_latest", models.DateField(blank=True, editable=False, null=True)),
                ("text", models.TextField(blank=True, verbose_name="what it says")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
                ),
                (
                    "affiliation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="prisoners.affiliation",
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="prisoners.charge",
                    ),
                ),
                (
                    "detention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="prisoners.detention",
                    ),
                ),
                (
                    "disagreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="variants",
                        to="prisoners.disagreement",
                        verbose_name="disagreement",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="prisoners.event",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="prisoners.hearing",
                    ),
                ),
                (
                    "sanction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="prisoners.sanction",
                    ),
                ),
            ],
            options={
                "verbose_name": "differing report",
                "verbose_name_plural": "differing reports",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="VariantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                    "reported_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("reported_earliest", "reported_latest"), verbose_name="date it gives"
                    ),
                ),
                ("reported_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("reported_latest", models.DateField(blank=True, editable=False, null=True)),
                ("text", models.TextField(blank=True, verbose_name="what it says")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
                ),
                (
                    "affiliation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.affiliation",
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.charge",
                    ),
                ),
                (
                    "detention",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.detention",
                    ),
                ),
                (
                    "disagreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.disagreement",
                        verbose_name="disagreement",
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
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.hearing",
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
                        to="prisoners.variant",
                    ),
                ),
                (
                    "sanction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.sanction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Staff",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("handle", models.CharField(max_length=60, unique=True, verbose_name="handle")),
                ("email", privacy.fields.EncryptedTextField(verbose_name="e-mail address")),
                ("email_lookup", privacy.fields.LookupField(unique=True)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("researcher", "researcher"),
                                ("publisher", "publisher"),
                                ("organiser", "organiser"),
                                ("steward", "steward (data protection)"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="roles",
                    ),
                ),
                ("language", models.CharField(default="en", max_length=12, verbose_name="language")),
                ("is_active", models.BooleanField(default=True, verbose_name="active")),
                ("is_staff", models.BooleanField(default=False, verbose_name="may enter the researchers' desk")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of staff",
                "verbose_name_plural": "staff",
            },
        ),
        migrations.CreateModel(
            name="Affiliation",
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
                ("role", models.CharField(max_length=300, verbose_name="role")),
                (
                    "kind",
                    models.CharField(
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
                (
                    "held_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("held_earliest", "held_latest"), verbose_name="when"
                    ),
                ),
                ("held_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("held_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("role",), required_languages=(), virtual_fields=True),
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="affiliations",
                        to="prisoners.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="affiliations",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "verbose_name_plural": "roles",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256 of the file")),
                ("counts", models.JSONField(default=dict, verbose_name="counts")),
                ("imported_at", models.DateTimeField(verbose_name="imported at")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                (
                    "imported_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="imported by",
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken back by",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="batches",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ("-imported_at", "-id"),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="BatchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(max_length=60)),
                ("row_key", models.CharField(max_length=40)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="prisoners.batch"
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "row of an import",
                "verbose_name_plural": "rows of an import",
                "ordering": ("id",),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="BatchLeft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.TextField(blank=True)),
                ("row", models.PositiveIntegerField()),
                ("column", models.TextField()),
                ("old", models.TextField(blank=True)),
                ("new", models.TextField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="left", to="prisoners.batch"
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.prisoner"
                    ),
                ),
            ],
            options={
                "verbose_name": "value left for a publisher",
                "verbose_name_plural": "values left for a publisher",
                "ordering": ("id",),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Case",
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
                ("title", models.CharField(max_length=250, verbose_name="title")),
                ("country", models.CharField(max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="number of the case")),
                ("description", models.TextField(blank=True, verbose_name="what it is about")),
                (
                    "opened_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("opened_earliest", "opened_latest"), verbose_name="opened"
                    ),
                ),
                ("opened_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("opened_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "description"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        help_text="For an appeal or a new trial: the case before it. Whoever follows that one is told of this one.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="followed_by",
                        to="prisoners.case",
                        verbose_name="follows the case",
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
                    "defendants",
                    models.ManyToManyField(
                        related_name="cases", through="prisoners.Defendant", to="prisoners.prisoner"
                    ),
                ),
            ],
            options={
                "verbose_name": "case",
                "verbose_name_plural": "cases",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CaseEvent",
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
                ("title", models.CharField(max_length=250, verbose_name="title")),
                ("country", models.CharField(max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("number", models.CharField(blank=True, max_length=100, verbose_name="number of the case")),
                ("description", models.TextField(blank=True, verbose_name="what it is about")),
                (
                    "opened_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("opened_earliest", "opened_latest"), verbose_name="opened"
                    ),
                ),
                ("opened_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("opened_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "description"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For an appeal or a new trial: the case before it. Whoever follows that one is told of this one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
                        verbose_name="follows the case",
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
                        to="prisoners.case",
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
            name="Charge",
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
                ("text", models.TextField(blank=True, verbose_name="the accusation, as reported")),
                (
                    "articles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="articles of the code",
                    ),
                ),
                (
                    "brought_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("brought_earliest", "brought_latest"), verbose_name="brought"
                    ),
                ),
                ("brought_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("brought_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("not_charged", "not charged"),
                            ("pending", "pending"),
                            ("dropped", "dropped"),
                            ("convicted", "convicted"),
                            ("acquitted", "acquitted"),
                            ("appealed", "under appeal"),
                            ("overturned", "conviction overturned"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount at issue"
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="charges", to="prisoners.case"
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
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="charges", to="prisoners.prisoner"
                    ),
                ),
            ],
            options={
                "verbose_name": "charge",
                "verbose_name_plural": "charges",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChargeEvent",
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
                ("text", models.TextField(blank=True, verbose_name="the accusation, as reported")),
                (
                    "articles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="articles of the code",
                    ),
                ),
                (
                    "brought_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("brought_earliest", "brought_latest"), verbose_name="brought"
                    ),
                ),
                ("brought_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("brought_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("not_charged", "not charged"),
                            ("pending", "pending"),
                            ("dropped", "dropped"),
                            ("convicted", "convicted"),
                            ("acquitted", "acquitted"),
                            ("appealed", "under appeal"),
                            ("overturned", "conviction overturned"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="amount at issue"
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency (ISO 4217)")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
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
                        to="prisoners.charge",
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
                    "prisoner",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="ChargeStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                    "status",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("not_charged", "not charged"),
                            ("pending", "pending"),
                            ("dropped", "dropped"),
                            ("convicted", "convicted"),
                            ("acquitted", "acquitted"),
                            ("appealed", "under appeal"),
                            ("overturned", "conviction overturned"),
                        ],
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "since_on",
                    prisoners.fields.PartialDateField(bounds=("since_earliest", "since_latest"), verbose_name="since"),
                ),
                ("since_earliest", models.DateField(editable=False, null=True)),
                ("since_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="prisoners.charge",
                        verbose_name="charge",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of the history of a charge",
                "verbose_name_plural": "history of the charge",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChargeStepEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                    "status",
                    models.CharField(
                        choices=[
                            ("unknown", "not known"),
                            ("not_charged", "not charged"),
                            ("pending", "pending"),
                            ("dropped", "dropped"),
                            ("convicted", "convicted"),
                            ("acquitted", "acquitted"),
                            ("appealed", "under appeal"),
                            ("overturned", "conviction overturned"),
                        ],
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "since_on",
                    prisoners.fields.PartialDateField(bounds=("since_earliest", "since_latest"), verbose_name="since"),
                ),
                ("since_earliest", models.DateField(editable=False, null=True)),
                ("since_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "charge",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.charge",
                        verbose_name="charge",
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
                        to="prisoners.chargestep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Defendant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="defendant_rows", to="prisoners.case"
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="defendant_rows",
                        to="prisoners.prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "defendant",
                "verbose_name_plural": "defendants",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DefendantEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
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
                        to="prisoners.defendant",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Detention",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("detained", "detained"),
                            ("pretrial", "in pre-trial detention"),
                            ("administrative", "under administrative arrest"),
                            ("serving", "serving a sentence"),
                            ("house_arrest", "under house arrest"),
                            ("unknown", "held, grounds not known"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="title",
                    ),
                ),
                (
                    "started_on",
                    prisoners.fields.PartialDateField(
                        bounds=("started_earliest", "started_latest"), verbose_name="from"
                    ),
                ),
                ("started_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("started_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "ended_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("ended_earliest", "ended_latest"), verbose_name="until"
                    ),
                ),
                ("ended_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("ended_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "ended_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("released", "released"),
                            ("served", "released after the full term"),
                            ("early", "released early"),
                            ("pardoned", "released under a pardon"),
                            ("amnestied", "released under an amnesty"),
                            ("acquitted", "released on acquittal"),
                            ("bail", "released on bail"),
                            ("dropped", "released, charges dropped"),
                            ("transferred", "transferred"),
                            ("escaped", "escaped"),
                            ("died", "died in custody"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "confinement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("shared", "together with others"),
                            ("solitary", "in solitary confinement"),
                            ("punishment", "in a punishment cell"),
                            ("medical", "in a hospital or medical unit"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="how kept",
                    ),
                ),
                (
                    "whereabouts",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("visited", "place disclosed, family or counsel let in"),
                            ("cut_off", "place disclosed, nobody let in"),
                            ("undisclosed", "custody admitted, place not disclosed"),
                            ("denied", "custody denied"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="what is said of where",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="in the words of the source")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="detentions",
                        to="prisoners.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="detentions", to="prisoners.prisoner"
                    ),
                ),
                (
                    "sanction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="detentions",
                        to="prisoners.sanction",
                        verbose_name="serving",
                    ),
                ),
            ],
            options={
                "verbose_name": "stretch of custody",
                "verbose_name_plural": "stretches of custody",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DetentionEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("detained", "detained"),
                            ("pretrial", "in pre-trial detention"),
                            ("administrative", "under administrative arrest"),
                            ("serving", "serving a sentence"),
                            ("house_arrest", "under house arrest"),
                            ("unknown", "held, grounds not known"),
                        ],
                        default="unknown",
                        max_length=16,
                        verbose_name="title",
                    ),
                ),
                (
                    "started_on",
                    prisoners.fields.PartialDateField(
                        bounds=("started_earliest", "started_latest"), verbose_name="from"
                    ),
                ),
                ("started_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("started_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "ended_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("ended_earliest", "ended_latest"), verbose_name="until"
                    ),
                ),
                ("ended_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("ended_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "ended_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("released", "released"),
                            ("served", "released after the full term"),
                            ("early", "released early"),
                            ("pardoned", "released under a pardon"),
                            ("amnestied", "released under an amnesty"),
                            ("acquitted", "released on acquittal"),
                            ("bail", "released on bail"),
                            ("dropped", "released, charges dropped"),
                            ("transferred", "transferred"),
                            ("escaped", "escaped"),
                            ("died", "died in custody"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "confinement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("shared", "together with others"),
                            ("solitary", "in solitary confinement"),
                            ("punishment", "in a punishment cell"),
                            ("medical", "in a hospital or medical unit"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="how kept",
                    ),
                ),
                (
                    "whereabouts",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not recorded"),
                            ("visited", "place disclosed, family or counsel let in"),
                            ("cut_off", "place disclosed, nobody let in"),
                            ("undisclosed", "custody admitted, place not disclosed"),
                            ("denied", "custody denied"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="what is said of where",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="in the words of the source")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
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
                        to="prisoners.detention",
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.place",
                        verbose_name="place",
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
                    ),
                ),
                (
                    "sanction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.sanction",
                        verbose_name="serving",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Errand",
            fields=[
                ("upload", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(choices=[("look", "Look"), ("write", "Write"), ("undo", "Undo")], max_length=10),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "Asked"), ("done", "Done"), ("stopped", "Stopped")],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                ("asked_at", models.DateTimeField()),
                ("begun_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("stage", models.CharField(blank=True, max_length=12)),
                ("rows_done", models.PositiveIntegerField(default=0)),
                ("rows", models.PositiveIntegerField(default=0)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="prisoners.batch"
                    ),
                ),
            ],
            options={
                "ordering": ("asked_at", "upload"),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Event",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("arrest", "arrest"),
                            ("left_free", "left at liberty pending trial"),
                            ("release", "release"),
                            ("pardon", "pardon"),
                            ("commutation", "commutation"),
                            ("appeal", "appeal"),
                            ("transfer", "transfer"),
                            ("expected_release", "expected release"),
                            ("investigation", "investigation"),
                            ("complaint", "complaint"),
                            ("ill_treatment", "ill-treatment"),
                            ("health", "health"),
                            ("hunger_strike", "hunger strike"),
                            ("visit", "visit"),
                            ("conditions", "conditions of detention"),
                            ("award", "award"),
                            ("death", "death"),
                            ("funeral", "funeral"),
                            ("exile", "exile"),
                            ("wanted", "put on a wanted list"),
                            ("missing", "disappearance"),
                            ("killing", "killing"),
                            ("strike", "strike"),
                            ("protest", "protest"),
                            ("suppression", "news suppressed"),
                            ("site_blocked", "site blocked"),
                            ("site_down", "site down"),
                            ("broadcast_cut", "broadcast cut"),
                            ("network_cut", "telephone or internet cut off"),
                            ("other", "event"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="what happened")),
                (
                    "happened_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("happened_earliest", "happened_latest"), verbose_name="date"
                    ),
                ),
                ("happened_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("happened_latest", models.DateField(blank=True, editable=False, null=True)),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="local time, if known")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("is_commemorated", models.BooleanField(default=False, verbose_name="remembered each year")),
                (
                    "is_planned",
                    models.BooleanField(default=False, verbose_name="announced, not known to have happened"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "text"), required_languages=(), virtual_fields=True
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="prisoners.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "prisoners",
                    models.ManyToManyField(
                        blank=True, related_name="events", to="prisoners.prisoner", verbose_name="prisoners"
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="DisagreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("text", models.TextField(verbose_name="on what they differ")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("text",), required_languages=(), virtual_fields=True),
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
                        to="prisoners.disagreement",
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
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
            name="EventEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("arrest", "arrest"),
                            ("left_free", "left at liberty pending trial"),
                            ("release", "release"),
                            ("pardon", "pardon"),
                            ("commutation", "commutation"),
                            ("appeal", "appeal"),
                            ("transfer", "transfer"),
                            ("expected_release", "expected release"),
                            ("investigation", "investigation"),
                            ("complaint", "complaint"),
                            ("ill_treatment", "ill-treatment"),
                            ("health", "health"),
                            ("hunger_strike", "hunger strike"),
                            ("visit", "visit"),
                            ("conditions", "conditions of detention"),
                            ("award", "award"),
                            ("death", "death"),
                            ("funeral", "funeral"),
                            ("exile", "exile"),
                            ("wanted", "put on a wanted list"),
                            ("missing", "disappearance"),
                            ("killing", "killing"),
                            ("strike", "strike"),
                            ("protest", "protest"),
                            ("suppression", "news suppressed"),
                            ("site_blocked", "site blocked"),
                            ("site_down", "site down"),
                            ("broadcast_cut", "broadcast cut"),
                            ("network_cut", "telephone or internet cut off"),
                            ("other", "event"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="what happened")),
                (
                    "happened_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("happened_earliest", "happened_latest"), verbose_name="date"
                    ),
                ),
                ("happened_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("happened_latest", models.DateField(blank=True, editable=False, null=True)),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="local time, if known")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country (ISO 3166-1 alpha-2)")),
                ("is_commemorated", models.BooleanField(default=False, verbose_name="remembered each year")),
                (
                    "is_planned",
                    models.BooleanField(default=False, verbose_name="announced, not known to have happened"),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("title", "text"), required_languages=(), virtual_fields=True
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
                        to="prisoners.event",
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                    "relation",
                    models.CharField(
                        choices=[
                            ("precedes", "came before"),
                            ("causes", "led to"),
                            ("encompasses", "included"),
                            ("parallel", "at the same time as"),
                        ],
                        max_length=12,
                        verbose_name="stands to it so",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="prisoners.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="linked_from",
                        to="prisoners.event",
                        verbose_name="the other event",
                    ),
                ),
            ],
            options={
                "verbose_name": "related event",
                "verbose_name_plural": "related events",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="EventLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                    "relation",
                    models.CharField(
                        choices=[
                            ("precedes", "came before"),
                            ("causes", "led to"),
                            ("encompasses", "included"),
                            ("parallel", "at the same time as"),
                        ],
                        max_length=12,
                        verbose_name="stands to it so",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.event",
                        verbose_name="the other event",
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
                        to="prisoners.eventlink",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventPrisonerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
            name="Figure",
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
                ("about", models.CharField(max_length=60, verbose_name="what was counted")),
                ("low", models.PositiveIntegerField(blank=True, null=True, verbose_name="at least")),
                ("high", models.PositiveIntegerField(blank=True, null=True, verbose_name="at most")),
                ("best", models.PositiveIntegerField(blank=True, null=True, verbose_name="best estimate")),
                ("is_lower_bound", models.BooleanField(default=False, verbose_name="given as «at least»")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="in words, as given")),
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
                        default="unknown",
                        max_length=12,
                        verbose_name="kind of counter",
                    ),
                ),
                ("counted_by", models.CharField(blank=True, max_length=300, verbose_name="counted by")),
                (
                    "claimed_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("claimed_earliest", "claimed_latest"), verbose_name="as of"
                    ),
                ),
                ("claimed_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("claimed_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("about", "text", "counted_by"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="prisoners.event",
                        verbose_name="event",
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
                "verbose_name": "figure",
                "verbose_name_plural": "figures",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FigureEvent",
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
                ("about", models.CharField(max_length=60, verbose_name="what was counted")),
                ("low", models.PositiveIntegerField(blank=True, null=True, verbose_name="at least")),
                ("high", models.PositiveIntegerField(blank=True, null=True, verbose_name="at most")),
                ("best", models.PositiveIntegerField(blank=True, null=True, verbose_name="best estimate")),
                ("is_lower_bound", models.BooleanField(default=False, verbose_name="given as «at least»")),
                ("text", models.CharField(blank=True, max_length=200, verbose_name="in words, as given")),
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
                        default="unknown",
                        max_length=12,
                        verbose_name="kind of counter",
                    ),
                ),
                ("counted_by", models.CharField(blank=True, max_length=300, verbose_name="counted by")),
                (
                    "claimed_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("claimed_earliest", "claimed_latest"), verbose_name="as of"
                    ),
                ),
                ("claimed_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("claimed_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("about", "text", "counted_by"), required_languages=(), virtual_fields=True
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
                        verbose_name="event",
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
                        to="prisoners.figure",
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
            name="Hearing",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("detention", "detention hearing"),
                            ("remand_extension", "extension of remand"),
                            ("preliminary", "preliminary hearing"),
                            ("trial_session", "trial session"),
                            ("verdict", "verdict"),
                            ("sentencing", "sentencing"),
                            ("appeal", "appeal"),
                            ("cassation", "cassation"),
                            ("supervision", "supervisory review"),
                            ("parole", "parole hearing"),
                            ("in_prison_offence", "hearing on an alleged offence in prison"),
                            ("civil", "civil hearing"),
                        ],
                        default="trial_session",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("scheduled", "scheduled"), ("held", "took place"), ("cancelled", "cancelled")],
                        default="scheduled",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("court", models.CharField(blank=True, max_length=200, verbose_name="court")),
                ("judge", models.CharField(blank=True, max_length=120, verbose_name="judge")),
                (
                    "held_on",
                    prisoners.fields.PartialDateField(
                        bounds=("held_earliest", "held_latest"), verbose_name="local date"
                    ),
                ),
                ("held_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("held_latest", models.DateField(blank=True, editable=False, null=True)),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="local time, if known")),
                (
                    "is_second_hour",
                    models.BooleanField(db_default=False, default=False, verbose_name="second of two equal hours"),
                ),
                ("starts_at", models.DateTimeField(blank=True, db_index=True, editable=False, null=True)),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("text", models.TextField(blank=True, verbose_name="what it is about, or what happened")),
                ("outcome", models.CharField(blank=True, max_length=300, verbose_name="outcome, as reported")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not known"),
                            ("convicted", "convicted"),
                            ("acquitted", "acquitted"),
                            ("custody", "custody ordered or prolonged"),
                            ("released", "release ordered"),
                            ("granted", "application granted"),
                            ("refused", "application refused"),
                            ("upheld", "earlier decision upheld"),
                            ("changed", "earlier decision changed"),
                            ("overturned", "earlier decision overturned"),
                            ("sent_back", "sent back to be heard again"),
                            ("postponed", "postponed"),
                            ("ended", "proceedings ended"),
                            ("other", "other decision"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="what the court decided",
                    ),
                ),
                ("is_public_admitted", models.BooleanField(blank=True, null=True, verbose_name="public admitted")),
                ("is_press_admitted", models.BooleanField(blank=True, null=True, verbose_name="press admitted")),
                ("is_defendant_present", models.BooleanField(blank=True, null=True, verbose_name="defendant present")),
                (
                    "counsel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not known"),
                            ("own_choice", "counsel of own choice present"),
                            ("appointed", "appointed counsel present"),
                            ("not_allowed_to_defend", "counsel present, but not permitted to defend"),
                            ("none_permitted", "no counsel permitted"),
                            ("none", "no counsel"),
                            ("defendant_absent", "defendant not present"),
                        ],
                        default="",
                        max_length=24,
                        verbose_name="counsel",
                    ),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "outcome", "court"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hearings", to="prisoners.case"
                    ),
                ),
                (
                    "next_hearing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="previous_hearings",
                        to="prisoners.hearing",
                        verbose_name="next hearing",
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="prisoners.place",
                        verbose_name="place (gives the time zone)",
                    ),
                ),
            ],
            options={
                "verbose_name": "hearing",
                "verbose_name_plural": "hearings",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="HearingEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("detention", "detention hearing"),
                            ("remand_extension", "extension of remand"),
                            ("preliminary", "preliminary hearing"),
                            ("trial_session", "trial session"),
                            ("verdict", "verdict"),
                            ("sentencing", "sentencing"),
                            ("appeal", "appeal"),
                            ("cassation", "cassation"),
                            ("supervision", "supervisory review"),
                            ("parole", "parole hearing"),
                            ("in_prison_offence", "hearing on an alleged offence in prison"),
                            ("civil", "civil hearing"),
                        ],
                        default="trial_session",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("scheduled", "scheduled"), ("held", "took place"), ("cancelled", "cancelled")],
                        default="scheduled",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("court", models.CharField(blank=True, max_length=200, verbose_name="court")),
                ("judge", models.CharField(blank=True, max_length=120, verbose_name="judge")),
                (
                    "held_on",
                    prisoners.fields.PartialDateField(
                        bounds=("held_earliest", "held_latest"), verbose_name="local date"
                    ),
                ),
                ("held_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("held_latest", models.DateField(blank=True, editable=False, null=True)),
                ("local_time", models.TimeField(blank=True, null=True, verbose_name="local time, if known")),
                (
                    "is_second_hour",
                    models.BooleanField(db_default=False, default=False, verbose_name="second of two equal hours"),
                ),
                ("starts_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("text", models.TextField(blank=True, verbose_name="what it is about, or what happened")),
                ("outcome", models.CharField(blank=True, max_length=300, verbose_name="outcome, as reported")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not known"),
                            ("convicted", "convicted"),
                            ("acquitted", "acquitted"),
                            ("custody", "custody ordered or prolonged"),
                            ("released", "release ordered"),
                            ("granted", "application granted"),
                            ("refused", "application refused"),
                            ("upheld", "earlier decision upheld"),
                            ("changed", "earlier decision changed"),
                            ("overturned", "earlier decision overturned"),
                            ("sent_back", "sent back to be heard again"),
                            ("postponed", "postponed"),
                            ("ended", "proceedings ended"),
                            ("other", "other decision"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="what the court decided",
                    ),
                ),
                ("is_public_admitted", models.BooleanField(blank=True, null=True, verbose_name="public admitted")),
                ("is_press_admitted", models.BooleanField(blank=True, null=True, verbose_name="press admitted")),
                ("is_defendant_present", models.BooleanField(blank=True, null=True, verbose_name="defendant present")),
                (
                    "counsel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not known"),
                            ("own_choice", "counsel of own choice present"),
                            ("appointed", "appointed counsel present"),
                            ("not_allowed_to_defend", "counsel present, but not permitted to defend"),
                            ("none_permitted", "no counsel permitted"),
                            ("none", "no counsel"),
                            ("defendant_absent", "defendant not present"),
                        ],
                        default="",
                        max_length=24,
                        verbose_name="counsel",
                    ),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("text", "outcome", "court"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
                    ),
                ),
                (
                    "next_hearing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.hearing",
                        verbose_name="next hearing",
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
                        to="prisoners.hearing",
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
                    "place",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.place",
                        verbose_name="place (gives the time zone)",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoryPurge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purged_at", models.DateTimeField(auto_now_add=True, verbose_name="purged at")),
                (
                    "purged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="purged by",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="history_purges",
                        to="prisoners.prisoner",
                        verbose_name="prisoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "purge of a history",
                "verbose_name_plural": "purges of histories",
                "ordering": ("purged_at", "id"),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Involvement",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("employer", "employer"),
                            ("union", "trade union"),
                            ("organiser", "organiser"),
                            ("lawyer", "lawyer"),
                            ("judge", "judge"),
                            ("prosecutor", "prosecutor"),
                            ("investigator", "investigator"),
                            ("authority", "authority"),
                            ("witness", "witness"),
                            ("expert", "expert of the court"),
                            ("mediator", "mediator"),
                            ("observer", "observer"),
                            ("victim", "victim"),
                            ("perpetrator", "perpetrator, by the source"),
                            ("other", "another part"),
                        ],
                        max_length=16,
                        verbose_name="as what",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=250, verbose_name="name, as the source has it")),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="in which way, in the words of the source"
                    ),
                ),
                (
                    "consent_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("already_public", "widely published already, with the person's interest weighed"),
                            ("own_consent", "the person agreed"),
                            ("family_consent", "the family or the lawyer agreed"),
                        ],
                        max_length=20,
                        verbose_name="ground for naming this person",
                    ),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="involvements",
                        to="prisoners.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="involvements",
                        to="prisoners.event",
                        verbose_name="event",
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="prisoners.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="involvements",
                        to="prisoners.prisoner",
                        verbose_name="person of the record",
                    ),
                ),
            ],
            options={
                "verbose_name": "part in an event or a case",
                "verbose_name_plural": "parts in events and cases",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("word", models.TextField(primary_key=True, serialize=False)),
                ("sounds", models.TextField()),
                ("keys", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("count", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["keys"], name="word_by_keys"),
                    models.Index(
                        django.contrib.postgres.indexes.OpClass("word", name="text_pattern_ops"),
                        name="word_by_beginning",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Official",
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
                ("name", models.CharField(max_length=250, verbose_name="name in the record")),
                (
                    "office",
                    models.CharField(blank=True, max_length=250, verbose_name="office, in the words of the source"),
                ),
                ("country", models.CharField(max_length=2, verbose_name="country of the office (ISO 3166-1 alpha-2)")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "office"), required_languages=(), virtual_fields=True
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
                "verbose_name": "official",
                "verbose_name_plural": "officials",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FormerOfficialSlug",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="prisoners.official",
                    ),
                ),
            ],
            options={
                "verbose_name": "former address of an official",
                "verbose_name_plural": "former addresses of officials",
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or paragraph")),
                (
                    "affiliation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.affiliation",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.case",
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.charge",
                    ),
                ),
                (
                    "charge_step",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.chargestep",
                    ),
                ),
                (
                    "detention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.detention",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.event",
                    ),
                ),
                (
                    "event_link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.eventlink",
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.figure",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.hearing",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.involvement",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.official",
                    ),
                ),
                (
                    "official_spelling",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.officialspelling",
                    ),
                ),
                (
                    "person_name",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.personname",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.prisoner",
                    ),
                ),
                (
                    "sanction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.sanction",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="prisoners.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.statement",
                    ),
                ),
                (
                    "status_report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.statusreport",
                    ),
                ),
                (
                    "variant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.variant",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ("id",),
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="OfficialEvent",
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
                ("name", models.CharField(max_length=250, verbose_name="name in the record")),
                (
                    "office",
                    models.CharField(blank=True, max_length=250, verbose_name="office, in the words of the source"),
                ),
                ("country", models.CharField(max_length=2, verbose_name="country of the office (ISO 3166-1 alpha-2)")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "office"), required_languages=(), virtual_fields=True
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
                        to="prisoners.official",
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
            name="OfficialSpelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("text", models.CharField(max_length=250, verbose_name="spelling")),
                ("key", models.TextField(default="", editable=False)),
                ("country", models.CharField(default="", editable=False, max_length=2)),
                (
                    "sounds",
                    prisoners.name_fields.NameSoundsField(
                        base_field=models.TextField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spellings", to="prisoners.official"
                    ),
                ),
            ],
            options={
                "verbose_name": "spelling of an official’s name",
                "verbose_name_plural": "spellings of officials’ names",
            },
            managers=[
                ("internal", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                ("locator", models.CharField(blank=True, max_length=120, verbose_name="page or paragraph")),
                (
                    "affiliation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.affiliation",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.charge",
                    ),
                ),
                (
                    "charge_step",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.chargestep",
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
                        to="prisoners.citation",
                    ),
                ),
                (
                    "detention",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.detention",
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
                    ),
                ),
                (
                    "event_link",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.eventlink",
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.figure",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.hearing",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.involvement",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.official",
                    ),
                ),
                (
                    "official_spelling",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.officialspelling",
                    ),
                ),
                (
                    "person_name",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.personname",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                    ),
                ),
                (
                    "sanction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.sanction",
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
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.statement",
                    ),
                ),
                (
                    "status_report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.statusreport",
                    ),
                ),
                (
                    "variant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.variant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficialSpellingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("text", models.CharField(max_length=250, verbose_name="spelling")),
                (
                    "official",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.official",
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
                        to="prisoners.officialspelling",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
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
                ("name", models.CharField(max_length=250, verbose_name="name")),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("name",), required_languages=(), virtual_fields=True),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ("name",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        prisoners.row_words.Words("name", "slug"), fastupdate=False, name="organisation_words"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InvolvementEvent",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("employer", "employer"),
                            ("union", "trade union"),
                            ("organiser", "organiser"),
                            ("lawyer", "lawyer"),
                            ("judge", "judge"),
                            ("prosecutor", "prosecutor"),
                            ("investigator", "investigator"),
                            ("authority", "authority"),
                            ("witness", "witness"),
                            ("expert", "expert of the court"),
                            ("mediator", "mediator"),
                            ("observer", "observer"),
                            ("victim", "victim"),
                            ("perpetrator", "perpetrator, by the source"),
                            ("other", "another part"),
                        ],
                        max_length=16,
                        verbose_name="as what",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=250, verbose_name="name, as the source has it")),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="in which way, in the words of the source"
                    ),
                ),
                (
                    "consent_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("already_public", "widely published already, with the person's interest weighed"),
                            ("own_consent", "the person agreed"),
                            ("family_consent", "the family or the lawyer agreed"),
                        ],
                        max_length=20,
                        verbose_name="ground for naming this person",
                    ),
                ),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(
                        fields=("name", "note"), required_languages=(), virtual_fields=True
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.case",
                        verbose_name="case",
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
                        verbose_name="event",
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
                        to="prisoners.involvement",
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "prisoner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.prisoner",
                        verbose_name="person of the record",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AffiliationEvent",
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
                ("role", models.CharField(max_length=300, verbose_name="role")),
                (
                    "kind",
                    models.CharField(
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
                (
                    "held_on",
                    prisoners.fields.PartialDateField(
                        blank=True, bounds=("held_earliest", "held_latest"), verbose_name="when"
                    ),
                ),
                ("held_earliest", models.DateField(blank=True, editable=False, null=True)),
                ("held_latest", models.DateField(blank=True, editable=False, null=True)),
                (
                    "i18n",
                    modeltrans.fields.TranslationField(fields=("role",), required_languages=(), virtual_fields=True),
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
                        to="prisoners.affiliation",
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="prisoners.organisation",
                        verbose_name="organisation",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EventPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("prisoners.event_prisoners",),
        ),
        migrations.CreateModel(
            name="StatementPrisoner",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("prisoners.statement_prisoners",),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_organisationevent" ("created_at", "i18n", "id", "import_key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at") VALUES (NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."updated_at"); RETURN NULL;',
                    hash="ad0d7d0b0a846ff040f065afe28b7243785b0da6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6a38a",
                    table="prisoners_organisation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_organisationevent" ("created_at", "i18n", "id", "import_key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at") VALUES (NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."updated_at"); RETURN NULL;',
                    hash="43a61751915dc2e89a523810f85e7c37116eff7c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_569a3",
                    table="prisoners_organisation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_organisationevent" ("created_at", "i18n", "id", "import_key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at") VALUES (OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."updated_at"); RETURN NULL;',
                    hash="6ac8f049cda7c68831b2a8ccab951947e367b948",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0ac84",
                    table="prisoners_organisation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("key", "title", "publisher", "url", "author"),
                fastupdate=False,
                name="source_words",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sourceevent" ("accessed_on", "archived_url", "author", "connection", "created_at", "id", "is_confidential", "key", "language", "material", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_earliest", "published_latest", "published_on", "publisher", "reliability", "title", "updated_at", "url") VALUES (NEW."accessed_on", NEW."archived_url", NEW."author", NEW."connection", NEW."created_at", NEW."id", NEW."is_confidential", NEW."key", NEW."language", NEW."material", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_earliest", NEW."published_latest", NEW."published_on", NEW."publisher", NEW."reliability", NEW."title", NEW."updated_at", NEW."url"); RETURN NULL;',
                    hash="6c985046ebcba8a7a955a0ea20d1511c3f850a3f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81ab3",
                    table="prisoners_source",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_sourceevent" ("accessed_on", "archived_url", "author", "connection", "created_at", "id", "is_confidential", "key", "language", "material", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_earliest", "published_latest", "published_on", "publisher", "reliability", "title", "updated_at", "url") VALUES (NEW."accessed_on", NEW."archived_url", NEW."author", NEW."connection", NEW."created_at", NEW."id", NEW."is_confidential", NEW."key", NEW."language", NEW."material", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_earliest", NEW."published_latest", NEW."published_on", NEW."publisher", NEW."reliability", NEW."title", NEW."updated_at", NEW."url"); RETURN NULL;',
                    hash="86841746c1c0c8d1ea03da6981c5a9be1d528ae3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a119",
                    table="prisoners_source",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sourceevent" ("accessed_on", "archived_url", "author", "connection", "created_at", "id", "is_confidential", "key", "language", "material", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_earliest", "published_latest", "published_on", "publisher", "reliability", "title", "updated_at", "url") VALUES (OLD."accessed_on", OLD."archived_url", OLD."author", OLD."connection", OLD."created_at", OLD."id", OLD."is_confidential", OLD."key", OLD."language", OLD."material", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_earliest", OLD."published_latest", OLD."published_on", OLD."publisher", OLD."reliability", OLD."title", OLD."updated_at", OLD."url"); RETURN NULL;',
                    hash="b52d11869d614ceef3cb885fbbd3e5f84d1c7596",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6083a",
                    table="prisoners_source",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="chargestep",
            constraint=models.UniqueConstraint(fields=("charge", "status", "since_on"), name="charge_step_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="chargestep",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ("", "unknown")), _negated=True), name="charge_step_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="chargestep",
            constraint=models.CheckConstraint(
                condition=models.Q(("since_earliest__isnull", False)), name="charge_step_has_a_first_day"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chargestep",
            trigger=pgtrigger.compiler.Trigger(
                name="charge_follows",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    PERFORM FROM prisoners_charge WHERE id IN (OLD.charge_id, NEW.charge_id) ORDER BY id FOR NO KEY UPDATE;\n    UPDATE prisoners_charge SET status = status, updated_at = clock_timestamp()\n    WHERE id IN (OLD.charge_id, NEW.charge_id);\n    RETURN NULL;\n",
                    hash="28e1b2186e0691e3423281dce47c7d2c43ade734",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_charge_follows_6bd16",
                    table="prisoners_chargestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chargestep",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_chargestepevent" ("charge_id", "created_at", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_earliest", "since_latest", "since_on", "status", "updated_at") VALUES (NEW."charge_id", NEW."created_at", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since_earliest", NEW."since_latest", NEW."since_on", NEW."status", NEW."updated_at"); RETURN NULL;',
                    hash="ad6e7bab5f792f677ae4324814b74cc402a24206",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1a0f7",
                    table="prisoners_chargestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chargestep",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_chargestepevent" ("charge_id", "created_at", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_earliest", "since_latest", "since_on", "status", "updated_at") VALUES (NEW."charge_id", NEW."created_at", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since_earliest", NEW."since_latest", NEW."since_on", NEW."status", NEW."updated_at"); RETURN NULL;',
                    hash="f674f968c9b6bfb3673a7962ea3b4483233e869f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5bef1",
                    table="prisoners_chargestep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chargestep",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_chargestepevent" ("charge_id", "created_at", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_earliest", "since_latest", "since_on", "status", "updated_at") VALUES (OLD."charge_id", OLD."created_at", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since_earliest", OLD."since_latest", OLD."since_on", OLD."status", OLD."updated_at"); RETURN NULL;',
                    hash="77b938dc5f80b25dfc68767bae8482826002292b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f95b8",
                    table="prisoners_chargestep",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="errand",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["look", "write", "undo"])), name="errand_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="errand",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["asked", "done", "stopped"])), name="errand_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="errand",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("batch", None), models.Q(("kind", "write"), ("state", "done")), ("kind", "undo"), _connector="OR"
                ),
                name="errand_batch_written_or_taken_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="eventlink",
            constraint=models.UniqueConstraint(fields=("event", "relation", "other"), name="event_link_once"),
        ),
        migrations.AddConstraint(
            model_name="eventlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("event", models.F("other")), _negated=True), name="event_link_to_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="eventlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("relation", ""), _negated=True), name="event_link_says_how"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_eventlinkevent" ("created_at", "event_id", "id", "import_key", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "updated_at") VALUES (NEW."created_at", NEW."event_id", NEW."id", NEW."import_key", NEW."other_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relation", NEW."updated_at"); RETURN NULL;',
                    hash="59f41f135e397396cf085507c1e954ec1b34294d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ad50e",
                    table="prisoners_eventlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_eventlinkevent" ("created_at", "event_id", "id", "import_key", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "updated_at") VALUES (NEW."created_at", NEW."event_id", NEW."id", NEW."import_key", NEW."other_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."relation", NEW."updated_at"); RETURN NULL;',
                    hash="ff8a0e8b371cbfc8a1d8e786d8ea7f74f90d7907",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6b1a3",
                    table="prisoners_eventlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_eventlinkevent" ("created_at", "event_id", "id", "import_key", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "updated_at") VALUES (OLD."created_at", OLD."event_id", OLD."id", OLD."import_key", OLD."other_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."relation", OLD."updated_at"); RETURN NULL;',
                    hash="fa137d9ec1bf65ec004320bc5451365cd3bead8e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6fd92",
                    table="prisoners_eventlink",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("low__isnull", True), ("high__isnull", True), ("low__lte", models.F("high")), _connector="OR"
                ),
                name="figure_low_is_not_above_high",
                violation_error_message="The lower number is above the higher one.",
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
        migrations.AddIndex(
            model_name="official",
            index=models.Index(fields=["state", "name", "id"], name="official_by_name"),
        ),
        migrations.AddIndex(
            model_name="official",
            index=models.Index(
                models.OrderBy(models.F("verified_on"), nulls_first=True),
                models.F("id"),
                condition=models.Q(("state", "published")),
                name="official_to_verify",
            ),
        ),
        migrations.AddIndex(
            model_name="official",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("name", "slug", "office"), fastupdate=False, name="official_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="official",
            constraint=models.CheckConstraint(
                condition=models.Q(("country__regex", "^[A-Z]{2}$")), name="official_country_is_iso"
            ),
        ),
        migrations.AddConstraint(
            model_name="official",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="official_has_a_name"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="official",
            trigger=pgtrigger.compiler.Trigger(
                name="country_of_spellings",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.country <> NEW.country)",
                    func="UPDATE prisoners_officialspelling SET country = NEW.country WHERE official_id = NEW.id; RETURN NULL;",
                    hash="f8d846c4c5911536ccad4e85053a5bbd519109bc",
                    operation="UPDATE",
                    pgid="pgtrigger_country_of_spellings_20eed",
                    table="prisoners_official",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="official",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_officialevent" ("country", "created_at", "i18n", "id", "import_key", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="50d9ecb90ec72af607fd5a4af52d7ec1d82967d5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0925",
                    table="prisoners_official",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="official",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_officialevent" ("country", "created_at", "i18n", "id", "import_key", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."office", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."sent_back_reason", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="071d03af4205437df948f37b1fe25e491fc946eb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a5109",
                    table="prisoners_official",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="official",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_officialevent" ("country", "created_at", "i18n", "id", "import_key", "name", "office", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "sent_back_reason", "slug", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", OLD."name", OLD."office", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."sent_back_reason", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="1f8faa6ed1eb0d92d5ca843bc0dea3a400daea56",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_21201",
                    table="prisoners_official",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="officialspelling",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["sounds"], name="official_spelling_by_sounds"
            ),
        ),
        migrations.AddIndex(
            model_name="officialspelling",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("text"), fastupdate=False, name="official_spelling_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="officialspelling",
            constraint=models.CheckConstraint(
                condition=models.Q(("key", ""), _negated=True),
                name="official_spelling_has_a_word",
                violation_error_message="A spelling needs letters or digits.",
            ),
        ),
        migrations.AddConstraint(
            model_name="officialspelling",
            constraint=models.UniqueConstraint(
                fields=("key", "country"),
                name="official_spelling_once_a_country",
                violation_error_message="This spelling belongs to an official of this country already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officialspelling",
            trigger=pgtrigger.compiler.Trigger(
                name="key_and_country",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nNEW.key := prisoners_official_key(NEW.text);\nNEW.country := (SELECT country FROM prisoners_official WHERE id = NEW.official_id);\nRETURN NEW;\n",
                    hash="7fe6c766e003bf5a7f75eb0a93afbf8096537237",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_key_and_country_9aad4",
                    table="prisoners_officialspelling",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officialspelling",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_officialspellingevent" ("created_at", "id", "import_key", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "updated_at") VALUES (NEW."created_at", NEW."id", NEW."import_key", NEW."official_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="0094c345e2d1fda05b974c66884a337bb0aee431",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c6a31",
                    table="prisoners_officialspelling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officialspelling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_key" IS DISTINCT FROM (NEW."import_key") OR OLD."official_id" IS DISTINCT FROM (NEW."official_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                    func='INSERT INTO "prisoners_officialspellingevent" ("created_at", "id", "import_key", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "updated_at") VALUES (NEW."created_at", NEW."id", NEW."import_key", NEW."official_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="705b3e0ad802ce7c076d1d0425aa198cb655a5c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_97e7e",
                    table="prisoners_officialspelling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officialspelling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_officialspellingevent" ("created_at", "id", "import_key", "official_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "updated_at") VALUES (OLD."created_at", OLD."id", OLD."import_key", OLD."official_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."updated_at"); RETURN NULL;',
                    hash="376f70f91c4ea972147ce4789e2c544c59755f77",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bf60b",
                    table="prisoners_officialspelling",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="place",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("name", "region"), fastupdate=False, name="place_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("time_zone", ""), _negated=True), name="place_has_a_zone"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(("country__regex", "^[A-Z]{2}$")), name="place_country_is_iso"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("located_in__isnull", True),
                    models.Q(("located_in", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="place_does_not_lie_in_itself",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_placeevent" ("country", "created_at", "i18n", "id", "import_key", "kind", "latitude", "located_in_id", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "time_zone", "updated_at") VALUES (NEW."country", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."latitude", NEW."located_in_id", NEW."longitude", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region", NEW."time_zone", NEW."updated_at"); RETURN NULL;',
                    hash="dc032e47a20a9d50caf08892fc2fc0354a657d82",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ccf3b",
                    table="prisoners_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_placeevent" ("country", "created_at", "i18n", "id", "import_key", "kind", "latitude", "located_in_id", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "time_zone", "updated_at") VALUES (NEW."country", NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", NEW."latitude", NEW."located_in_id", NEW."longitude", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region", NEW."time_zone", NEW."updated_at"); RETURN NULL;',
                    hash="ddb9f0b18809e88fa8583b1219b883b21b52dbd0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a4272",
                    table="prisoners_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_placeevent" ("country", "created_at", "i18n", "id", "import_key", "kind", "latitude", "located_in_id", "longitude", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "time_zone", "updated_at") VALUES (OLD."country", OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", OLD."latitude", OLD."located_in_id", OLD."longitude", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region", OLD."time_zone", OLD."updated_at"); RETURN NULL;',
                    hash="4cc2a77889cad0db767555efc83f6c44b290256e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ee42e",
                    table="prisoners_place",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(fields=["-held_earliest", "-id"], name="hearing_by_day"),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(fields=["held_latest"], name="hearing_by_last_day"),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("state", "published")),
                fields=["held_latest", "held_earliest", "local_time", "id"],
                name="hearing_next_first",
            ),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("state", "published")),
                fields=["kind", "status", "decision"],
                name="hearing_by_kind",
            ),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("state", "published")), fields=["-updated_at", "-id"], name="hearing_by_change"
            ),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(condition=models.Q(("revision__gt", 0)), fields=["starts_at"], name="hearing_revised"),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("status", "scheduled")), fields=["published_at"], name="hearing_scheduled"
            ),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("status", "scheduled")), fields=["held_latest"], name="hearing_awaited"
            ),
        ),
        migrations.AddIndex(
            model_name="hearing",
            index=models.Index(
                condition=models.Q(("state", "published"), ("status", "scheduled")),
                fields=["held_earliest", "held_latest", "case"],
                name="hearing_to_come",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_hearing__isnull", True),
                    models.Q(("next_hearing", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="hearing_is_not_its_own_next",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision", ""), ("status", "held"), _connector="OR"),
                name="hearing_that_decided_was_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_second_hour", False), ("local_time__isnull", False), _connector="OR"),
                name="hearing_second_hour_is_an_hour",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."is_second_hour", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="f746f056d48108380e9627cbcf2ee76664f10bfb",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."is_second_hour", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."sent_back_reason", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="de16e1fa55af4aa63272b37934c881bff9b90597",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "is_second_hour", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "sent_back_reason", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."counsel", OLD."court", OLD."created_at", OLD."decision", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_defendant_present", OLD."is_press_admitted", OLD."is_public_admitted", OLD."is_second_hour", OLD."judge", OLD."kind", OLD."local_time", OLD."next_hearing_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."revision", OLD."sent_back_reason", OLD."starts_at", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="498d818684f30ae280f4200d64090c2001df64fe",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6b123",
                    table="prisoners_hearing",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=models.Index(fields=["state", "name", "id"], name="prisoner_by_name"),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=models.Index(fields=["state", "country", "name", "id"], name="prisoner_by_country"),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=models.Index(fields=["state", "-published_at", "-id"], name="prisoner_by_publication"),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=models.Index(fields=["state", "-updated_at", "-id"], name="prisoner_by_change"),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=models.Index(
                models.OrderBy(models.F("verified_on"), nulls_first=True),
                models.F("id"),
                condition=models.Q(("state", "published")),
                name="prisoner_to_verify",
            ),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("slug"), fastupdate=False, name="prisoner_words"
            ),
        ),
        migrations.AddIndex(
            model_name="prisoner",
            index=models.Index(
                django.db.models.functions.datetime.ExtractMonth("born_earliest"),
                django.db.models.functions.datetime.ExtractDay("born_earliest"),
                condition=models.Q(("state", "published")),
                name="prisoner_by_day_of_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="prisoner",
            constraint=models.CheckConstraint(
                condition=models.Q(("country__regex", "^[A-Z]{2}$")), name="prisoner_country_is_iso"
            ),
        ),
        migrations.AddConstraint(
            model_name="prisoner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(("consent_ground", ""), _negated=True),
                    _connector="OR",
                ),
                name="prisoner_shown_has_a_ground",
                violation_error_message="The ground for naming this person is not stated.",
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
        migrations.AddIndex(
            model_name="personname",
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["words"], name="name_by_words"),
        ),
        migrations.AddConstraint(
            model_name="personname",
            constraint=models.UniqueConstraint(
                fields=("prisoner", "text", "language"), name="name_spelling_once_a_prisoner"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="words_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM pg_advisory_xact_lock(4730111216);\n    INSERT INTO prisoners_nameword (word, sounds, keys, count)\n    SELECT pair.word, split_part(min(pair.key), '|', 1), string_to_array(split_part(min(pair.key), '|', 2), ' '),\n           count(*)\n    FROM new_rows, unnest(new_rows.words, new_rows.keys) AS pair (word, key)\n    WHERE pair.word IS NOT NULL AND pair.key IS NOT NULL\n    GROUP BY pair.word\n    ON CONFLICT (word) DO UPDATE\n    SET count = prisoners_nameword.count + excluded.count, sounds = excluded.sounds, keys = excluded.keys;\n RETURN NULL;",
                    hash="9dfd27369466cc2ef7e0206f2bd40a1e7aa6a138",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_words_given_986aa",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="prisoners_personname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="words_taken",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM pg_advisory_xact_lock(4730111216);\n    UPDATE prisoners_nameword word SET count = greatest(word.count - gone.count, 0)\n    FROM (SELECT word, count(*) AS count FROM old_rows, unnest(old_rows.words) word GROUP BY 1) gone\n    WHERE word.word = gone.word;\n    DELETE FROM prisoners_nameword WHERE count < 1 AND word IN (SELECT unnest(words) FROM old_rows);\n RETURN NULL;",
                    hash="e3492b04954781b77e382611506d3c377db97dae",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_words_taken_d5f92",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="prisoners_personname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="words_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT FROM old_rows JOIN new_rows USING (id) WHERE old_rows.keys <> new_rows.keys) THEN PERFORM pg_advisory_xact_lock(4730111216);\n    UPDATE prisoners_nameword word SET count = greatest(word.count - gone.count, 0)\n    FROM (SELECT word, count(*) AS count FROM old_rows, unnest(old_rows.words) word GROUP BY 1) gone\n    WHERE word.word = gone.word;\n    DELETE FROM prisoners_nameword WHERE count < 1 AND word IN (SELECT unnest(words) FROM old_rows);\n PERFORM pg_advisory_xact_lock(4730111216);\n    INSERT INTO prisoners_nameword (word, sounds, keys, count)\n    SELECT pair.word, split_part(min(pair.key), '|', 1), string_to_array(split_part(min(pair.key), '|', 2), ' '),\n           count(*)\n    FROM new_rows, unnest(new_rows.words, new_rows.keys) AS pair (word, key)\n    WHERE pair.word IS NOT NULL AND pair.key IS NOT NULL\n    GROUP BY pair.word\n    ON CONFLICT (word) DO UPDATE\n    SET count = prisoners_nameword.count + excluded.count, sounds = excluded.sounds, keys = excluded.keys;\n END IF; RETURN NULL;",
                    hash="e4f3b79d2723a190270f6daccb7522da18226426",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_words_changed_f4c72",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="prisoners_personname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_personnameevent" ("created_at", "folded", "id", "import_key", "language", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "script", "text", "updated_at") VALUES (NEW."created_at", NEW."folded", NEW."id", NEW."import_key", NEW."language", NEW."note", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."script", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="7cde8d85fb7f5869f56c8b8aad16945580dcbd3b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5fff",
                    table="prisoners_personname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."folded" IS DISTINCT FROM (NEW."folded") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_key" IS DISTINCT FROM (NEW."import_key") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."part" IS DISTINCT FROM (NEW."part") OR OLD."prisoner_id" IS DISTINCT FROM (NEW."prisoner_id") OR OLD."script" IS DISTINCT FROM (NEW."script") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                    func='INSERT INTO "prisoners_personnameevent" ("created_at", "folded", "id", "import_key", "language", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "script", "text", "updated_at") VALUES (NEW."created_at", NEW."folded", NEW."id", NEW."import_key", NEW."language", NEW."note", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."script", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="179472c0964ed83e52ef658f0244f836dcdf7934",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f3676",
                    table="prisoners_personname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="personname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_personnameevent" ("created_at", "folded", "id", "import_key", "language", "note", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "script", "text", "updated_at") VALUES (OLD."created_at", OLD."folded", OLD."id", OLD."import_key", OLD."language", OLD."note", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."script", OLD."text", OLD."updated_at"); RETURN NULL;',
                    hash="bb6cbf2c7e6408b157101a9bf1825bb91cbedfe6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b9f25",
                    table="prisoners_personname",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("case__isnull", True), ("event__isnull", False)),
                    models.Q(("case__isnull", False), ("event__isnull", True)),
                    _connector="OR",
                ),
                name="involvement_in_one_thing",
                violation_error_message="It is a part in one event or in one case: choose exactly one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("organisation__isnull", False),
                    ("prisoner__isnull", False),
                    models.Q(("name", ""), _negated=True),
                    _connector="OR",
                ),
                name="involvement_says_who",
                violation_error_message="Say who it is: an organisation, a person of the record, or a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("prisoner__isnull", True), models.Q(("organisation__isnull", True), ("name", "")), _connector="OR"
                ),
                name="involvement_of_one_person",
                violation_error_message="A person of the record stands alone, without a name or an organisation.",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(("role", ""), _negated=True), name="involvement_says_as_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("name", "")),
                fields=("event", "role", "organisation"),
                name="involvement_once_event_organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("name", "")),
                fields=("event", "role", "prisoner"),
                name="involvement_once_event_prisoner",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("name", "")),
                fields=("case", "role", "organisation"),
                name="involvement_once_case_organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("name", "")),
                fields=("case", "role", "prisoner"),
                name="involvement_once_case_prisoner",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="involvement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_involvementevent" ("case_id", "consent_ground", "created_at", "event_id", "i18n", "id", "import_key", "name", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."consent_ground", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="03bc623ff717191c0bb82c10686c790171003bd2",
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
                    func='INSERT INTO "prisoners_involvementevent" ("case_id", "consent_ground", "created_at", "event_id", "i18n", "id", "import_key", "name", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."consent_ground", NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."name", NEW."note", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."sent_back_reason", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="8e677faf415f8ec91cf134c311fb90a3c3dab530",
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
                    func='INSERT INTO "prisoners_involvementevent" ("case_id", "consent_ground", "created_at", "event_id", "i18n", "id", "import_key", "name", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "sent_back_reason", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."consent_ground", OLD."created_at", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", OLD."name", OLD."note", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."role", OLD."sent_back_reason", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="e28520457dbdf10f05372d09d438402cf209c036",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1d3f5",
                    table="prisoners_involvement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["kind", "happened_latest"], name="event_by_kind_and_day"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                django.db.models.functions.datetime.ExtractMonth("happened_earliest"),
                django.db.models.functions.datetime.ExtractDay("happened_earliest"),
                condition=models.Q(("state", "published")),
                name="event_by_day_of_year",
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("state", "published")), fields=["-updated_at", "-id"], name="event_by_change"
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
        migrations.AddIndex(
            model_name="disagreement",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("text"), fastupdate=False, name="disagreement_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("event__isnull", True), ("prisoner__isnull", False)),
                    models.Q(("event__isnull", False), ("prisoner__isnull", True)),
                    _connector="OR",
                ),
                name="disagreement_is_about_one_thing",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_disagreementevent" ("created_at", "event_id", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "text", "updated_at") VALUES (NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="b3eaad3d9b09eacca08a12e9b5a61bd1fd7effb7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_20118",
                    table="prisoners_disagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_disagreementevent" ("created_at", "event_id", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "text", "updated_at") VALUES (NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="980135efd64eb2bdb49f627b2d15c32b64f2983f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ecf23",
                    table="prisoners_disagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_disagreementevent" ("created_at", "event_id", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "text", "updated_at") VALUES (OLD."created_at", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."text", OLD."updated_at"); RETURN NULL;',
                    hash="a01f3a2d19b46718d407efac39d3d3cf4de3f0be",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1b004",
                    table="prisoners_disagreement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="defendant",
            constraint=models.UniqueConstraint(fields=("case", "prisoner"), name="defendant_once_a_case"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="defendant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_defendantevent" ("case_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "updated_at") VALUES (NEW."case_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."updated_at"); RETURN NULL;',
                    hash="b612528c1b2b67a90dcc6ae45806cbae0998a266",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e30ae",
                    table="prisoners_defendant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="defendant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_defendantevent" ("case_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "updated_at") VALUES (NEW."case_id", NEW."created_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."updated_at"); RETURN NULL;',
                    hash="0a758143e77fd025eb397f6af6f558e99e25c9a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7df9e",
                    table="prisoners_defendant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="defendant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_defendantevent" ("case_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "updated_at") VALUES (OLD."case_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."updated_at"); RETURN NULL;',
                    hash="86cc7098b18814b266801b701a659d2b0100d33d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_57df8",
                    table="prisoners_defendant",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="charge",
            index=django.contrib.postgres.indexes.GinIndex(fields=["articles"], name="charge_by_articles"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="charge",
            trigger=pgtrigger.compiler.Trigger(
                name="status_by_history",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    NEW.status = COALESCE(\n        (SELECT step.status FROM prisoners_chargestep step WHERE step.charge_id = NEW.id\n         ORDER BY step.since_earliest DESC, step.since_latest DESC, step.id DESC LIMIT 1),\n        NEW.status\n    );\n    RETURN NEW;\n",
                    hash="d8f06c3be26b0b34c6f5743a3f9e4d34ff233766",
                    operation='UPDATE OF "status"',
                    pgid="pgtrigger_status_by_history_a1f48",
                    table="prisoners_charge",
                    when="BEFORE",
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
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["state", "opened_earliest", "title", "id"], name="case_by_day"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("title", "slug", "number", prisoners.row_words.Translated("title")),
                fastupdate=False,
                name="case_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("country__regex", "^[A-Z]{2}$")), name="case_country_is_iso"
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("follows__isnull", True), models.Q(("follows", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="case_follows_another",
                violation_error_message="A case cannot follow itself.",
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
        migrations.AddIndex(
            model_name="sanction",
            index=models.Index(
                condition=models.Q(("state", "published")),
                fields=["imposed_latest", "imposed_earliest", "prisoner"],
                name="sanction_when_imposed",
            ),
        ),
        migrations.AddIndex(
            model_name="sanction",
            index=models.Index(fields=["imposed_latest"], name="sanction_by_day"),
        ),
        migrations.AddIndex(
            model_name="sanction",
            index=models.Index(
                django.db.models.functions.datetime.ExtractMonth("imposed_earliest"),
                django.db.models.functions.datetime.ExtractDay("imposed_earliest"),
                condition=models.Q(("state", "published")),
                name="sanction_by_day_of_year",
            ),
        ),
        migrations.AddIndex(
            model_name="sanction",
            index=models.Index(
                condition=models.Q(("state", "published")), fields=["-updated_at", "-id"], name="sanction_by_change"
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaces__isnull", True), models.Q(("replaces", models.F("id")), _negated=True), _connector="OR"
                ),
                name="sanction_does_not_replace_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accompanies__isnull", True),
                    models.Q(("accompanies", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="sanction_is_not_beside_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("added_to__isnull", True), models.Q(("added_to", models.F("id")), _negated=True), _connector="OR"
                ),
                name="sanction_is_not_added_to_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_latest__isnull", True),
                    ("imposed_earliest__isnull", True),
                    ("ended_latest__gte", models.F("imposed_earliest")),
                    _connector="OR",
                ),
                name="sanction_ends_after_it_is_imposed",
                violation_error_message="A sanction ends after it is imposed.",
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
        migrations.AddConstraint(
            model_name="sanction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fine_amount__isnull", True), models.Q(("fine_currency", ""), _negated=True), _connector="OR"
                ),
                name="sanction_fine_has_a_currency",
                violation_error_message="A fine needs its currency, and a currency its fine.",
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
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(
                condition=models.Q(("state", "published")),
                fields=["started_latest", "started_earliest", "prisoner"],
                name="detention_when_begun",
            ),
        ),
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(
                condition=models.Q(("state", "published")),
                fields=["ended_latest", "ended_earliest", "prisoner"],
                name="detention_when_ended",
            ),
        ),
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(fields=["ended_latest"], name="detention_by_end"),
        ),
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(fields=["ended_on", "-started_earliest", "id"], name="detention_open_first"),
        ),
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(
                models.OrderBy(models.F("verified_on"), nulls_first=True),
                models.F("id"),
                condition=models.Q(("state", "published"), ("ended_on", "")),
                name="detention_to_verify",
            ),
        ),
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(
                django.db.models.functions.datetime.ExtractMonth("started_earliest"),
                django.db.models.functions.datetime.ExtractDay("started_earliest"),
                condition=models.Q(("state", "published")),
                name="detention_by_day_of_year",
            ),
        ),
        migrations.AddIndex(
            model_name="detention",
            index=models.Index(
                condition=models.Q(("state", "published")), fields=["-updated_at", "-id"], name="detention_by_change"
            ),
        ),
        migrations.AddConstraint(
            model_name="detention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_latest__isnull", True),
                    ("started_earliest__isnull", True),
                    ("ended_latest__gte", models.F("started_earliest")),
                    _connector="OR",
                ),
                name="detention_ends_after_it_starts",
                violation_error_message="Custody ends after it has begun.",
            ),
        ),
        migrations.AddConstraint(
            model_name="detention",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(
                    ("started_latest__isnull", False),
                    models.Q(("ended_on", ""), ("ended_earliest__gte", models.F("started_latest")), _connector="OR"),
                ),
                expressions=(
                    (
                        prisoners.models.sanctions._OneNumber(
                            models.F("prisoner_id"), models.F("prisoner_id"), models.Value("[]")
                        ),
                        "&&",
                    ),
                    (
                        prisoners.models.sanctions._DateRange(models.F("started_latest"), models.F("ended_earliest")),
                        "&&",
                    ),
                ),
                name="detention_does_not_overlap",
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
        migrations.AddIndex(
            model_name="span",
            index=models.Index(fields=["status", "ends_on", "begins_on", "prisoner"], name="span_by_status"),
        ),
        migrations.AddIndex(
            model_name="span",
            index=models.Index(fields=["is_held", "ends_on", "begins_on", "prisoner"], name="span_by_custody"),
        ),
        migrations.AddIndex(
            model_name="span",
            index=models.Index(
                condition=models.Q(("is_held", True)),
                fields=["since_on", "prisoner", "ends_on", "begins_on"],
                name="span_by_first_day",
            ),
        ),
        migrations.AddIndex(
            model_name="span",
            index=models.Index(
                condition=models.Q(("status", "term_over")), fields=["begins_on"], name="span_by_end_of_term"
            ),
        ),
        migrations.AddIndex(
            model_name="span",
            index=models.Index(
                condition=models.Q(("half_on__isnull", False)), fields=["half_on"], name="span_by_half_of_term"
            ),
        ),
        migrations.AddConstraint(
            model_name="span",
            constraint=models.UniqueConstraint(fields=("prisoner", "begins_on"), name="span_begins_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="span",
            constraint=models.CheckConstraint(
                condition=models.Q(("begins_on__lt", models.F("ends_on"))), name="span_ends_after_it_begins"
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
        migrations.AddConstraint(
            model_name="trait",
            constraint=models.UniqueConstraint(fields=("prisoner", "kind", "value"), name="trait_once_a_prisoner"),
        ),
        migrations.AddIndex(
            model_name="variant",
            index=django.contrib.postgres.indexes.GinIndex(
                prisoners.row_words.Words("text"), fastupdate=False, name="variant_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="variant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("affiliation__isnull", True),
                        ("charge__isnull", False),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("hearing__isnull", True),
                        ("sanction__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("charge__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("hearing__isnull", False),
                        ("sanction__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("charge__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("hearing__isnull", True),
                        ("sanction__isnull", False),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("charge__isnull", True),
                        ("detention__isnull", False),
                        ("event__isnull", True),
                        ("hearing__isnull", True),
                        ("sanction__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("charge__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", False),
                        ("hearing__isnull", True),
                        ("sanction__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", False),
                        ("charge__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("hearing__isnull", True),
                        ("sanction__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="variant_of_one_fact",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="variant",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_variantevent" ("affiliation_id", "charge_id", "created_at", "detention_id", "disagreement_id", "event_id", "hearing_id", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_earliest", "reported_latest", "reported_on", "sanction_id", "text", "updated_at") VALUES (NEW."affiliation_id", NEW."charge_id", NEW."created_at", NEW."detention_id", NEW."disagreement_id", NEW."event_id", NEW."hearing_id", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reported_earliest", NEW."reported_latest", NEW."reported_on", NEW."sanction_id", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="cdad37437545082bf065ab862bb250579f19f9fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1ca8f",
                    table="prisoners_variant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="variant",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_variantevent" ("affiliation_id", "charge_id", "created_at", "detention_id", "disagreement_id", "event_id", "hearing_id", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_earliest", "reported_latest", "reported_on", "sanction_id", "text", "updated_at") VALUES (NEW."affiliation_id", NEW."charge_id", NEW."created_at", NEW."detention_id", NEW."disagreement_id", NEW."event_id", NEW."hearing_id", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reported_earliest", NEW."reported_latest", NEW."reported_on", NEW."sanction_id", NEW."text", NEW."updated_at"); RETURN NULL;',
                    hash="4c5d7c85ae3139ab0fe35e9904eebe51281414cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_26875",
                    table="prisoners_variant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="variant",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_variantevent" ("affiliation_id", "charge_id", "created_at", "detention_id", "disagreement_id", "event_id", "hearing_id", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_earliest", "reported_latest", "reported_on", "sanction_id", "text", "updated_at") VALUES (OLD."affiliation_id", OLD."charge_id", OLD."created_at", OLD."detention_id", OLD."disagreement_id", OLD."event_id", OLD."hearing_id", OLD."i18n", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reported_earliest", OLD."reported_latest", OLD."reported_on", OLD."sanction_id", OLD."text", OLD."updated_at"); RETURN NULL;',
                    hash="9dbe717965e4d207ee90c2738f73f1d2b831353f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5d9f1",
                    table="prisoners_variant",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", False),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", False),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", False),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", False),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", False),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", False),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", False),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", False),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", False),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", False),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", False),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", False),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", False),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", False),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", False),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", False),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", False),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", True),
                    ),
                    models.Q(
                        ("affiliation__isnull", True),
                        ("case__isnull", True),
                        ("charge__isnull", True),
                        ("charge_step__isnull", True),
                        ("detention__isnull", True),
                        ("event__isnull", True),
                        ("event_link__isnull", True),
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
                        ("involvement__isnull", True),
                        ("official__isnull", True),
                        ("official_spelling__isnull", True),
                        ("person_name__isnull", True),
                        ("prisoner__isnull", True),
                        ("sanction__isnull", True),
                        ("statement__isnull", True),
                        ("status_report__isnull", True),
                        ("variant__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="citation_of_one_fact",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("prisoner__isnull", False)),
                fields=("source", "prisoner"),
                name="citation_once_a_prisoner",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person_name__isnull", False)),
                fields=("source", "person_name"),
                name="citation_once_a_person_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("affiliation__isnull", False)),
                fields=("source", "affiliation"),
                name="citation_once_a_affiliation",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("case__isnull", False)), fields=("source", "case"), name="citation_once_a_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("charge__isnull", False)),
                fields=("source", "charge"),
                name="citation_once_a_charge",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("charge_step__isnull", False)),
                fields=("source", "charge_step"),
                name="citation_once_a_charge_step",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("hearing__isnull", False)),
                fields=("source", "hearing"),
                name="citation_once_a_hearing",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sanction__isnull", False)),
                fields=("source", "sanction"),
                name="citation_once_a_sanction",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("detention__isnull", False)),
                fields=("source", "detention"),
                name="citation_once_a_detention",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("event__isnull", False)), fields=("source", "event"), name="citation_once_a_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("event_link__isnull", False)),
                fields=("source", "event_link"),
                name="citation_once_a_event_link",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("involvement__isnull", False)),
                fields=("source", "involvement"),
                name="citation_once_a_involvement",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("figure__isnull", False)),
                fields=("source", "figure"),
                name="citation_once_a_figure",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("statement__isnull", False)),
                fields=("source", "statement"),
                name="citation_once_a_statement",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status_report__isnull", False)),
                fields=("source", "status_report"),
                name="citation_once_a_status_report",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("official__isnull", False)),
                fields=("source", "official"),
                name="citation_once_a_official",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("official_spelling__isnull", False)),
                fields=("source", "official_spelling"),
                name="citation_once_a_official_spelling",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("variant__isnull", False)),
                fields=("source", "variant"),
                name="citation_once_a_variant",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_citationevent" ("affiliation_id", "case_id", "charge_id", "charge_step_id", "created_at", "detention_id", "event_id", "event_link_id", "figure_id", "hearing_id", "id", "involvement_id", "locator", "official_id", "official_spelling_id", "person_name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "sanction_id", "source_id", "statement_id", "status_report_id", "updated_at", "variant_id") VALUES (NEW."affiliation_id", NEW."case_id", NEW."charge_id", NEW."charge_step_id", NEW."created_at", NEW."detention_id", NEW."event_id", NEW."event_link_id", NEW."figure_id", NEW."hearing_id", NEW."id", NEW."involvement_id", NEW."locator", NEW."official_id", NEW."official_spelling_id", NEW."person_name_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."sanction_id", NEW."source_id", NEW."statement_id", NEW."status_report_id", NEW."updated_at", NEW."variant_id"); RETURN NULL;',
                    hash="84579e8edd43aec3bd2e0656bece38cbfa84e035",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4580e",
                    table="prisoners_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_citationevent" ("affiliation_id", "case_id", "charge_id", "charge_step_id", "created_at", "detention_id", "event_id", "event_link_id", "figure_id", "hearing_id", "id", "involvement_id", "locator", "official_id", "official_spelling_id", "person_name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "sanction_id", "source_id", "statement_id", "status_report_id", "updated_at", "variant_id") VALUES (NEW."affiliation_id", NEW."case_id", NEW."charge_id", NEW."charge_step_id", NEW."created_at", NEW."detention_id", NEW."event_id", NEW."event_link_id", NEW."figure_id", NEW."hearing_id", NEW."id", NEW."involvement_id", NEW."locator", NEW."official_id", NEW."official_spelling_id", NEW."person_name_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."sanction_id", NEW."source_id", NEW."statement_id", NEW."status_report_id", NEW."updated_at", NEW."variant_id"); RETURN NULL;',
                    hash="b73b9be2aab59cdd431c808df8653dc8e5465533",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_860e8",
                    table="prisoners_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_citationevent" ("affiliation_id", "case_id", "charge_id", "charge_step_id", "created_at", "detention_id", "event_id", "event_link_id", "figure_id", "hearing_id", "id", "involvement_id", "locator", "official_id", "official_spelling_id", "person_name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "sanction_id", "source_id", "statement_id", "status_report_id", "updated_at", "variant_id") VALUES (OLD."affiliation_id", OLD."case_id", OLD."charge_id", OLD."charge_step_id", OLD."created_at", OLD."detention_id", OLD."event_id", OLD."event_link_id", OLD."figure_id", OLD."hearing_id", OLD."id", OLD."involvement_id", OLD."locator", OLD."official_id", OLD."official_spelling_id", OLD."person_name_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."sanction_id", OLD."source_id", OLD."statement_id", OLD."status_report_id", OLD."updated_at", OLD."variant_id"); RETURN NULL;',
                    hash="6920b5c0ec2e7744e2c0927ad6a1f702b0de9a47",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_adf20",
                    table="prisoners_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_eventprisonerevent" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id"); RETURN NULL;',
                    hash="edad3491b98661be27f4ebe2fab8c84bb14eb717",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a6e8a",
                    table="prisoners_event_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_eventprisonerevent" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id"); RETURN NULL;',
                    hash="1692fb29c1ec015b400836de772f0ed3a0c50180",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_22089",
                    table="prisoners_event_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_eventprisonerevent" ("event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id") VALUES (OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id"); RETURN NULL;',
                    hash="dba2e66ba8c1fb75b57a4bcf987ef41cbcc85c21",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35efb",
                    table="prisoners_event_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statementprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statementprisonerevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id", "statement_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."prisoner_id", NEW."statement_id"); RETURN NULL;',
                    hash="ccbaa693e7abdba1436458b440b9dfc395629b94",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f1c4f",
                    table="prisoners_statement_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statementprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "prisoners_statementprisonerevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id", "statement_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."prisoner_id", NEW."statement_id"); RETURN NULL;',
                    hash="bbc8d8e3b240584b5d5dc5495e53a11734d7a0ec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_45a68",
                    table="prisoners_statement_prisoners",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statementprisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_statementprisonerevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "prisoner_id", "statement_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."prisoner_id", OLD."statement_id"); RETURN NULL;',
                    hash="ee63dc7f217233228181fcc014b6c4e8213a82e1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_206c4",
                    table="prisoners_statement_prisoners",
                    when="AFTER",
                ),
            ),
        ),
    ]

    operations = [*CALLED, *at_once(operations), *ON_TABLES]

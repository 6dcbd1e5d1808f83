"""The record as it stood after its first twenty-three migrations, made in one step on a new site.

A site that has run any of those goes on with them; Django takes this one for done when all of them are. By its name it
stands behind the first of them, which is what "the first migration" of an app means to others.
"""

import uuid

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
import privacy.fields
from prisoners.at_once import at_once

# Whom a changed row concerns, as a query of the rows that the statement changed.
CONCERNED = {
    "prisoners_prisoner": "SELECT id FROM changed",
    "prisoners_sanction": "SELECT prisoner_id FROM changed",
    "prisoners_detention": "SELECT prisoner_id FROM changed",
    "prisoners_statusreport": "SELECT prisoner_id FROM changed",
    "prisoners_defendant": "SELECT prisoner_id FROM changed",
    "prisoners_event_prisoners": "SELECT prisoner_id FROM changed",
    "prisoners_event": "SELECT l.prisoner_id FROM changed JOIN prisoners_event_prisoners l ON l.event_id = changed.id",
    "prisoners_case": "SELECT d.prisoner_id FROM changed JOIN prisoners_defendant d ON d.case_id = changed.id",
    "prisoners_hearing": "SELECT d.prisoner_id FROM changed JOIN prisoners_defendant d ON d.case_id = changed.case_id",
}
# A row that moved to another person concerns both, so an update is looked at before and after.
MOMENTS = {
    "inserted": ("INSERT", "NEW"),
    "deleted": ("DELETE", "OLD"),
    "was": ("UPDATE", "OLD"),
    "is": ("UPDATE", "NEW"),
}

FUNCTION = """
CREATE FUNCTION {table}_spans_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO prisoners_spandue (prisoner_pk) SELECT DISTINCT one FROM ({concerned}) AS found (one);
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER spans_due_{name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION {table}_spans_due()
"""


def _mark_whose_spans_are_due() -> list[Operation]:
    """A trigger after each statement, whatever path wrote the fact."""
    found: list[Operation] = []
    for table, concerned in CONCERNED.items():
        forth = [FUNCTION.format(table=table, concerned=concerned)]
        forth += [
            TRIGGER.format(name=name, event=event, table=table, rows=rows) for name, (event, rows) in MOMENTS.items()
        ]
        found.append(migrations.RunSQL(forth, f"DROP FUNCTION {table}_spans_due() CASCADE"))
    return found


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
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("is_confidential", models.BooleanField(default=False, verbose_name="confidential: never shown")),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not judged"),
                            ("supports", "supports the prisoners"),
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
                        fields=("speaker", "text"), required_languages=(), virtual_fields=True
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not judged"),
                            ("supports", "supports the prisoners"),
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
                        fields=("speaker", "text"), required_languages=(), virtual_fields=True
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
            ],
            options={
                "abstract": False,
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="event",
            name="prisoners",
            field=models.ManyToManyField(
                blank=True, related_name="events", to="prisoners.prisoner", verbose_name="prisoners"
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="defendants",
            field=models.ManyToManyField(related_name="cases", through="prisoners.Defendant", to="prisoners.prisoner"),
        ),
        migrations.AddField(
            model_name="statement",
            name="prisoners",
            field=models.ManyToManyField(
                blank=True, related_name="statements", to="prisoners.prisoner", verbose_name="about"
            ),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                    "figure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="prisoners.figure",
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
            name="FigureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
            ],
            options={
                "abstract": False,
            },
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
            name="AffiliationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="last changed")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("in_review", "in review"),
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
        migrations.AddField(
            model_name="disagreement",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disagreements",
                to="prisoners.event",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="hearing",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.hearing",
            ),
        ),
        migrations.AddField(
            model_name="organisationevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="organisationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.organisation",
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="person_name",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.personname",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="person_name",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.personname",
            ),
        ),
        migrations.AddField(
            model_name="personnameevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="personnameevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.personname",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="located_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contains",
                to="prisoners.place",
                verbose_name="lies in",
            ),
        ),
        migrations.AddField(
            model_name="hearingevent",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.place",
                verbose_name="place (gives the time zone)",
            ),
        ),
        migrations.AddField(
            model_name="hearing",
            name="place",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hearings",
                to="prisoners.place",
                verbose_name="place (gives the time zone)",
            ),
        ),
        migrations.AddField(
            model_name="eventevent",
            name="place",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="event",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="prisoners.place",
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="detentionevent",
            name="place",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="detention",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="detentions",
                to="prisoners.place",
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="located_in",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="placeevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.place",
            ),
        ),
        migrations.AddField(
            model_name="prisoner",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="published by",
            ),
        ),
        migrations.AddField(
            model_name="prisoner",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.AddField(
            model_name="personnameevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="personname",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="names", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="historypurge",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="history_purges",
                to="prisoners.prisoner",
                verbose_name="prisoner",
            ),
        ),
        migrations.AddField(
            model_name="formerslug",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="former_slugs", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="eventprisonerevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="disagreementevent",
            name="prisoner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="disagreement",
            name="prisoner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="disagreements",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="detentionevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="detention",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="detentions", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="defendantevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="defendant",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="defendant_rows", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="confidentialnote",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="confidential_notes", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="prisoner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="prisoner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="chargeevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="charge",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="charges", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="batchentry",
            name="prisoner",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="affiliationevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="affiliation",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="affiliations", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="prisonerevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="prisonerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="prisonerevent",
            name="published_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="prisonerevent",
            name="submitted_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanction",
            name="accompanies",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ancillary",
                to="prisoners.sanction",
                verbose_name="imposed beside",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="added_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="additions",
                to="prisoners.sanction",
                verbose_name="added to",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sanctions",
                to="prisoners.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="hearing",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sanctions",
                to="prisoners.hearing",
                verbose_name="imposed at",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sanctions",
                to="prisoners.place",
                verbose_name="place",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="sanctions", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="published by",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="prisoners.sanction",
                verbose_name="replaces",
            ),
        ),
        migrations.AddField(
            model_name="sanction",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.AddField(
            model_name="detentionevent",
            name="sanction",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="detention",
            name="sanction",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="detentions",
                to="prisoners.sanction",
                verbose_name="serving",
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="sanction",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.sanction",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="sanction",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.sanction",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="accompanies",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="added_to",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="case",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="hearing",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.sanction",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="place",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="sanctionevent",
            name="published_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="replaces",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="sanctionevent",
            name="submitted_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="citationevent",
            name="source",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="citations",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="batch",
            name="source",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="batches",
                to="prisoners.source",
                verbose_name="source",
            ),
        ),
        migrations.AddField(
            model_name="sourceevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="sourceevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.source",
            ),
        ),
        migrations.AddField(
            model_name="span",
            name="place",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="spans", to="prisoners.place"
            ),
        ),
        migrations.AddField(
            model_name="span",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="statements",
                to="prisoners.event",
                verbose_name="event",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="statements",
                to="prisoners.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="published by",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="statement",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.statement",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="statement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.statement",
            ),
        ),
        migrations.AddField(
            model_name="statementevent",
            name="event",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="statementevent",
            name="organisation",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="statementevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="statementevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.statement",
            ),
        ),
        migrations.AddField(
            model_name="statementevent",
            name="published_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="statementevent",
            name="submitted_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="statementprisonerevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="statementprisonerevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="statementprisonerevent",
            name="statement",
            field=models.ForeignKey(
                db_constraint=False,
                db_tablespace="",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.statement",
            ),
        ),
        migrations.AddField(
            model_name="statusreport",
            name="prisoner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="status_reports", to="prisoners.prisoner"
            ),
        ),
        migrations.AddField(
            model_name="statusreport",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="published by",
            ),
        ),
        migrations.AddField(
            model_name="statusreport",
            name="submitted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="status_report",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.statusreport",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="status_report",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.statusreport",
            ),
        ),
        migrations.AddField(
            model_name="statusreportevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="statusreportevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.statusreport",
            ),
        ),
        migrations.AddField(
            model_name="statusreportevent",
            name="prisoner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.prisoner",
            ),
        ),
        migrations.AddField(
            model_name="statusreportevent",
            name="published_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="statusreportevent",
            name="submitted_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="variant",
            name="affiliation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="variants",
                to="prisoners.affiliation",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="charge",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="variants",
                to="prisoners.charge",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="detention",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="variants",
                to="prisoners.detention",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="disagreement",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="variants",
                to="prisoners.disagreement",
                verbose_name="disagreement",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="event",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="variants",
                to="prisoners.event",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="hearing",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="variants",
                to="prisoners.hearing",
            ),
        ),
        migrations.AddField(
            model_name="variant",
            name="sanction",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="variants",
                to="prisoners.sanction",
            ),
        ),
        migrations.AddField(
            model_name="citationevent",
            name="variant",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.variant",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="variant",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="citations",
                to="prisoners.variant",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="affiliation",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.affiliation",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="charge",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.charge",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="detention",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.detention",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="disagreement",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="variantevent",
            name="event",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.event",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="hearing",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.hearing",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                related_query_name="history_entry",
                to="prisoners.variant",
            ),
        ),
        migrations.AddField(
            model_name="variantevent",
            name="sanction",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="prisoners.sanction",
            ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_sourceevent" ("accessed_on", "archived_url", "author", "connection", "created_at", "id", "is_confidential", "key", "language", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_earliest", "published_latest", "published_on", "publisher", "reliability", "title", "updated_at", "url") VALUES (NEW."accessed_on", NEW."archived_url", NEW."author", NEW."connection", NEW."created_at", NEW."id", NEW."is_confidential", NEW."key", NEW."language", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_earliest", NEW."published_latest", NEW."published_on", NEW."publisher", NEW."reliability", NEW."title", NEW."updated_at", NEW."url"); RETURN NULL;',
                    hash="26459237065a6347c49a332a27a35726a63a8d76",
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
                    func='INSERT INTO "prisoners_sourceevent" ("accessed_on", "archived_url", "author", "connection", "created_at", "id", "is_confidential", "key", "language", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_earliest", "published_latest", "published_on", "publisher", "reliability", "title", "updated_at", "url") VALUES (NEW."accessed_on", NEW."archived_url", NEW."author", NEW."connection", NEW."created_at", NEW."id", NEW."is_confidential", NEW."key", NEW."language", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_earliest", NEW."published_latest", NEW."published_on", NEW."publisher", NEW."reliability", NEW."title", NEW."updated_at", NEW."url"); RETURN NULL;',
                    hash="5caf88adde3e40b58a19c77f35ac48ead555d7bb",
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
                    func='INSERT INTO "prisoners_sourceevent" ("accessed_on", "archived_url", "author", "connection", "created_at", "id", "is_confidential", "key", "language", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_earliest", "published_latest", "published_on", "publisher", "reliability", "title", "updated_at", "url") VALUES (OLD."accessed_on", OLD."archived_url", OLD."author", OLD."connection", OLD."created_at", OLD."id", OLD."is_confidential", OLD."key", OLD."language", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_earliest", OLD."published_latest", OLD."published_on", OLD."publisher", OLD."reliability", OLD."title", OLD."updated_at", OLD."url"); RETURN NULL;',
                    hash="a334c779aaef7556b2f404fb35be0733e98b3395",
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
                    ("low__isnull", False),
                    ("high__isnull", False),
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
                    func='INSERT INTO "prisoners_figureevent" ("about", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."about", NEW."claimed_earliest", NEW."claimed_latest", NEW."claimed_on", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."event_id", NEW."high", NEW."i18n", NEW."id", NEW."import_key", NEW."is_lower_bound", NEW."low", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="59c27041c8d6611a5e4ef50508376d71bd05442c",
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
                    func='INSERT INTO "prisoners_figureevent" ("about", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."about", NEW."claimed_earliest", NEW."claimed_latest", NEW."claimed_on", NEW."counted_by", NEW."counted_by_kind", NEW."created_at", NEW."event_id", NEW."high", NEW."i18n", NEW."id", NEW."import_key", NEW."is_lower_bound", NEW."low", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="8d26e194c385facaa8f599c3151d37b7f5b83dfc",
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
                    func='INSERT INTO "prisoners_figureevent" ("about", "claimed_earliest", "claimed_latest", "claimed_on", "counted_by", "counted_by_kind", "created_at", "event_id", "high", "i18n", "id", "import_key", "is_lower_bound", "low", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."about", OLD."claimed_earliest", OLD."claimed_latest", OLD."claimed_on", OLD."counted_by", OLD."counted_by_kind", OLD."created_at", OLD."event_id", OLD."high", OLD."i18n", OLD."id", OLD."import_key", OLD."is_lower_bound", OLD."low", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="7a0ac4dca070cff8333614278afcb83a9729aacb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc508",
                    table="prisoners_figure",
                    when="AFTER",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="32d4a4722cd6030db497fec84d1ed6d02fa67ba6",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."case_id", NEW."counsel", NEW."court", NEW."created_at", NEW."decision", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_defendant_present", NEW."is_press_admitted", NEW."is_public_admitted", NEW."judge", NEW."kind", NEW."local_time", NEW."next_hearing_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."revision", NEW."starts_at", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="3743c83689728d4d6d44da4ac0c4d4d8c8244603",
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
                    func='INSERT INTO "prisoners_hearingevent" ("case_id", "counsel", "court", "created_at", "decision", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "is_defendant_present", "is_press_admitted", "is_public_admitted", "judge", "kind", "local_time", "next_hearing_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "revision", "starts_at", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."case_id", OLD."counsel", OLD."court", OLD."created_at", OLD."decision", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_defendant_present", OLD."is_press_admitted", OLD."is_public_admitted", OLD."judge", OLD."kind", OLD."local_time", OLD."next_hearing_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."revision", OLD."starts_at", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="c269d8920c231ab94d7f2a08b94f6fd001f7cf17",
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
        migrations.AddConstraint(
            model_name="prisoner",
            constraint=models.CheckConstraint(
                condition=models.Q(("country__regex", "^[A-Z]{2}$")), name="prisoner_country_is_iso"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prisoner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_prisonerevent" ("born_earliest", "born_latest", "born_on", "can_be_written_to", "consent_ground", "country", "created_at", "gender", "i18n", "id", "import_key", "is_unnamed", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "summary", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."born_earliest", NEW."born_latest", NEW."born_on", NEW."can_be_written_to", NEW."consent_ground", NEW."country", NEW."created_at", NEW."gender", NEW."i18n", NEW."id", NEW."import_key", NEW."is_unnamed", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="dc2017d7f830925c2f3dd38e428191068459be91",
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
                    func='INSERT INTO "prisoners_prisonerevent" ("born_earliest", "born_latest", "born_on", "can_be_written_to", "consent_ground", "country", "created_at", "gender", "i18n", "id", "import_key", "is_unnamed", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "summary", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."born_earliest", NEW."born_latest", NEW."born_on", NEW."can_be_written_to", NEW."consent_ground", NEW."country", NEW."created_at", NEW."gender", NEW."i18n", NEW."id", NEW."import_key", NEW."is_unnamed", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."summary", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="b6deda0b5ea93e480c0595a0d6693867b97c6fdd",
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
                    func='INSERT INTO "prisoners_prisonerevent" ("born_earliest", "born_latest", "born_on", "can_be_written_to", "consent_ground", "country", "created_at", "gender", "i18n", "id", "import_key", "is_unnamed", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "summary", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."born_earliest", OLD."born_latest", OLD."born_on", OLD."can_be_written_to", OLD."consent_ground", OLD."country", OLD."created_at", OLD."gender", OLD."i18n", OLD."id", OLD."import_key", OLD."is_unnamed", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."summary", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="c1cc8dec1a71d3b1e473df7a952627fa1c3973f5",
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
                    func='INSERT INTO "prisoners_eventevent" ("country", "created_at", "happened_earliest", "happened_latest", "happened_on", "i18n", "id", "import_key", "is_commemorated", "is_planned", "kind", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."happened_earliest", NEW."happened_latest", NEW."happened_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_commemorated", NEW."is_planned", NEW."kind", NEW."local_time", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."submitted_by_id", NEW."text", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="d7a7d7e25338b5b7eb1f7266dc87baab808c38b4",
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
                    func='INSERT INTO "prisoners_eventevent" ("country", "created_at", "happened_earliest", "happened_latest", "happened_on", "i18n", "id", "import_key", "is_commemorated", "is_planned", "kind", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."happened_earliest", NEW."happened_latest", NEW."happened_on", NEW."i18n", NEW."id", NEW."import_key", NEW."is_commemorated", NEW."is_planned", NEW."kind", NEW."local_time", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."submitted_by_id", NEW."text", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="5b84866c5c995c752a1aede32d88293feb8b25d0",
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
                    func='INSERT INTO "prisoners_eventevent" ("country", "created_at", "happened_earliest", "happened_latest", "happened_on", "i18n", "id", "import_key", "is_commemorated", "is_planned", "kind", "local_time", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "published_at", "published_by_id", "state", "submitted_by_id", "text", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."happened_earliest", OLD."happened_latest", OLD."happened_on", OLD."i18n", OLD."id", OLD."import_key", OLD."is_commemorated", OLD."is_planned", OLD."kind", OLD."local_time", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."published_at", OLD."published_by_id", OLD."state", OLD."submitted_by_id", OLD."text", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="86b2723985217f83008237ecb32478190c709505",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_78f7d",
                    table="prisoners_event",
                    when="AFTER",
                ),
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
                    func='INSERT INTO "prisoners_chargeevent" ("amount", "articles", "brought_earliest", "brought_latest", "brought_on", "case_id", "created_at", "currency", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."amount", NEW."articles", NEW."brought_earliest", NEW."brought_latest", NEW."brought_on", NEW."case_id", NEW."created_at", NEW."currency", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="caa1586c702f0cd3c701256b0188d3538bbc4c21",
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
                    func='INSERT INTO "prisoners_chargeevent" ("amount", "articles", "brought_earliest", "brought_latest", "brought_on", "case_id", "created_at", "currency", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."amount", NEW."articles", NEW."brought_earliest", NEW."brought_latest", NEW."brought_on", NEW."case_id", NEW."created_at", NEW."currency", NEW."i18n", NEW."id", NEW."import_key", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."state", NEW."status", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="86d85cd14782d4827e991d6fb1c0ad1ecd9b32f9",
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
                    func='INSERT INTO "prisoners_chargeevent" ("amount", "articles", "brought_earliest", "brought_latest", "brought_on", "case_id", "created_at", "currency", "i18n", "id", "import_key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "state", "status", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."amount", OLD."articles", OLD."brought_earliest", OLD."brought_latest", OLD."brought_on", OLD."case_id", OLD."created_at", OLD."currency", OLD."i18n", OLD."id", OLD."import_key", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."state", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="f310a63cf791ba1c8a0afef5303cba5a509d444d",
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
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."description", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."number", NEW."opened_earliest", NEW."opened_latest", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="681b687507197df9ef1e753c2441984f23150c26",
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
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."country", NEW."created_at", NEW."description", NEW."follows_id", NEW."i18n", NEW."id", NEW."import_key", NEW."number", NEW."opened_earliest", NEW."opened_latest", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."slug", NEW."state", NEW."submitted_by_id", NEW."title", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="70871a6a05b3646108eabb0e6ecbd647d1586485",
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
                    func='INSERT INTO "prisoners_caseevent" ("country", "created_at", "description", "follows_id", "i18n", "id", "import_key", "number", "opened_earliest", "opened_latest", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "slug", "state", "submitted_by_id", "title", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."country", OLD."created_at", OLD."description", OLD."follows_id", OLD."i18n", OLD."id", OLD."import_key", OLD."number", OLD."opened_earliest", OLD."opened_latest", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."slug", OLD."state", OLD."submitted_by_id", OLD."title", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="2e205b9a46ef1d6398815b21d4b9e629ce9f1424",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0dfe",
                    table="prisoners_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="affiliation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="6fec7a784d621ea656c282a4cefef4e9336ffcdf",
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
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."held_earliest", NEW."held_latest", NEW."held_on", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."role", NEW."state", NEW."submitted_by_id", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="9d3a2117f170d7abcc41ff7603cdf8dc9b91ed90",
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
                    func='INSERT INTO "prisoners_affiliationevent" ("created_at", "held_earliest", "held_latest", "held_on", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "role", "state", "submitted_by_id", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."held_earliest", OLD."held_latest", OLD."held_on", OLD."i18n", OLD."id", OLD."import_key", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."role", OLD."state", OLD."submitted_by_id", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="2d85890a8ffa21c5268a9369b8042b55155d1c6a",
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
                    func='INSERT INTO "prisoners_detentionevent" ("created_at", "ended_by", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "sanction_id", "started_earliest", "started_latest", "started_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sanction_id", NEW."started_earliest", NEW."started_latest", NEW."started_on", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="c673628d0958d90a94f37d758959b1bded78801b",
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
                    func='INSERT INTO "prisoners_detentionevent" ("created_at", "ended_by", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "sanction_id", "started_earliest", "started_latest", "started_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."ended_by", NEW."ended_earliest", NEW."ended_latest", NEW."ended_on", NEW."i18n", NEW."id", NEW."import_key", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."sanction_id", NEW."started_earliest", NEW."started_latest", NEW."started_on", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="3af2147efa038f5b5f4f88be2dfd6f1e3ced85e9",
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
                    func='INSERT INTO "prisoners_detentionevent" ("created_at", "ended_by", "ended_earliest", "ended_latest", "ended_on", "i18n", "id", "import_key", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "prisoner_id", "published_at", "published_by_id", "sanction_id", "started_earliest", "started_latest", "started_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."ended_by", OLD."ended_earliest", OLD."ended_latest", OLD."ended_on", OLD."i18n", OLD."id", OLD."import_key", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."sanction_id", OLD."started_earliest", OLD."started_latest", OLD."started_on", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="9e091e00128fd83c35964a718f1c8ce29d2a44b5",
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
                    func='INSERT INTO "prisoners_statementevent" ("created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "speaker", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quote", NEW."quote_language", NEW."said_earliest", NEW."said_latest", NEW."said_on", NEW."speaker", NEW."stance", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="41935ee9559b06d3a5aa9412339ef806a943b433",
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
                    func='INSERT INTO "prisoners_statementevent" ("created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "speaker", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."event_id", NEW."i18n", NEW."id", NEW."import_key", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."quote", NEW."quote_language", NEW."said_earliest", NEW."said_latest", NEW."said_on", NEW."speaker", NEW."stance", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="afb6323d08322e92d388d90e8a63436b90bf9047",
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
                    func='INSERT INTO "prisoners_statementevent" ("created_at", "event_id", "i18n", "id", "import_key", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "quote", "quote_language", "said_earliest", "said_latest", "said_on", "speaker", "stance", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."event_id", OLD."i18n", OLD."id", OLD."import_key", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."quote", OLD."quote_language", OLD."said_earliest", OLD."said_latest", OLD."said_on", OLD."speaker", OLD."stance", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="79364d048549685c36ae5369e5c1d2eb92d58366",
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
                    func='INSERT INTO "prisoners_statusreportevent" ("created_at", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "reported_earliest", "reported_latest", "reported_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."reported_earliest", NEW."reported_latest", NEW."reported_on", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="1bf28d8344ccdee7204c5a5004db538a1c9dbab2",
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
                    func='INSERT INTO "prisoners_statusreportevent" ("created_at", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "reported_earliest", "reported_latest", "reported_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (NEW."created_at", NEW."i18n", NEW."id", NEW."import_key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."published_at", NEW."published_by_id", NEW."reported_earliest", NEW."reported_latest", NEW."reported_on", NEW."state", NEW."submitted_by_id", NEW."text", NEW."updated_at", NEW."verified_on", NEW."withdrawal_reason", NEW."withdrawn_at"); RETURN NULL;',
                    hash="e137d47bbea36fb5be10e30ab61c72c9eb7b51e2",
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
                    func='INSERT INTO "prisoners_statusreportevent" ("created_at", "i18n", "id", "import_key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "published_at", "published_by_id", "reported_earliest", "reported_latest", "reported_on", "state", "submitted_by_id", "text", "updated_at", "verified_on", "withdrawal_reason", "withdrawn_at") VALUES (OLD."created_at", OLD."i18n", OLD."id", OLD."import_key", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."published_at", OLD."published_by_id", OLD."reported_earliest", OLD."reported_latest", OLD."reported_on", OLD."state", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."verified_on", OLD."withdrawal_reason", OLD."withdrawn_at"); RETURN NULL;',
                    hash="bdb240378ada37a13b5d54b3496c31f0e2976c1f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_30c18",
                    table="prisoners_statusreport",
                    when="AFTER",
                ),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", False),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", False),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                        ("figure__isnull", True),
                        ("hearing__isnull", True),
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
                    func='INSERT INTO "prisoners_citationevent" ("affiliation_id", "case_id", "charge_id", "charge_step_id", "created_at", "detention_id", "event_id", "figure_id", "hearing_id", "id", "locator", "person_name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "sanction_id", "source_id", "statement_id", "status_report_id", "updated_at", "variant_id") VALUES (NEW."affiliation_id", NEW."case_id", NEW."charge_id", NEW."charge_step_id", NEW."created_at", NEW."detention_id", NEW."event_id", NEW."figure_id", NEW."hearing_id", NEW."id", NEW."locator", NEW."person_name_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prisoner_id", NEW."sanction_id", NEW."source_id", NEW."statement_id", NEW."status_report_id", NEW."updated_at", NEW."variant_id"); RETURN NULL;',
                    hash="5ac2d39483ed5337b3bd945a3867d1a7124d0433",
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
                    func='INSERT INTO "prisoners_citationevent" ("affiliation_id", "case_id", "charge_id", "charge_step_id", "created_at", "detention_id", "event_id", "figure_id", "hearing_id", "id", "locator", "person_name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "sanction_id", "source_id", "statement_id", "status_report_id", "updated_at", "variant_id") VALUES (NEW."affiliation_id", NEW."case_id", NEW."charge_id", NEW."charge_step_id", NEW."created_at", NEW."detention_id", NEW."event_id", NEW."figure_id", NEW."hearing_id", NEW."id", NEW."locator", NEW."person_name_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prisoner_id", NEW."sanction_id", NEW."source_id", NEW."statement_id", NEW."status_report_id", NEW."updated_at", NEW."variant_id"); RETURN NULL;',
                    hash="0c30bef2b92135947303a9ab6e0c187f6b098304",
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
                    func='INSERT INTO "prisoners_citationevent" ("affiliation_id", "case_id", "charge_id", "charge_step_id", "created_at", "detention_id", "event_id", "figure_id", "hearing_id", "id", "locator", "person_name_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prisoner_id", "sanction_id", "source_id", "statement_id", "status_report_id", "updated_at", "variant_id") VALUES (OLD."affiliation_id", OLD."case_id", OLD."charge_id", OLD."charge_step_id", OLD."created_at", OLD."detention_id", OLD."event_id", OLD."figure_id", OLD."hearing_id", OLD."id", OLD."locator", OLD."person_name_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prisoner_id", OLD."sanction_id", OLD."source_id", OLD."statement_id", OLD."status_report_id", OLD."updated_at", OLD."variant_id"); RETURN NULL;',
                    hash="d82c45e5c3c4123fda83be30553e9fb6ec2ea275",
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

    operations = [*at_once(operations), *_mark_whose_spans_are_due()]

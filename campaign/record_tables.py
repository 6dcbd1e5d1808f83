"""Which of the public facts go out with the record: a table a kind of row, and which of its fields."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from actions.models import (
    Action,
    Appeal,
    Campaign,
    DayOfAction,
    Demand,
    Endorsement,
    Group,
    LetterRules,
    LetterTerms,
    Report,
    Series,
    Slot,
    Target,
)
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Citation,
    Defendant,
    Detention,
    Disagreement,
    Event,
    EventLink,
    Figure,
    FormerOfficialSlug,
    FormerSlug,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    Organisation,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Source,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.models.base import Publishable
from prisoners.models.sources import FACTS

SLUG, KEY, OWN = "slug", "key", "import_key"


@dataclass(frozen=True)
class Table:
    """One file: a model, how its rows are named, and which of its fields are public facts: never all there are."""

    model: Any
    named_by: str
    fields: str
    many: str = ""
    #: Links to rows of a later table, tied when all are written.
    late: str = ""

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.model._meta.model_name}.jsonl"

    @cached_property
    def columns(self) -> list[Any]:
        """The fields in their order."""
        extra = ["verified_on"] if issubclass(self.model, Publishable) else []
        extra += ["import_key"] if self.named_by != OWN and _has(self.model, "import_key") else []
        extra += ["i18n"] if _has(self.model, "i18n") else []
        names = [*self.fields.split(), *self.late.split(), *extra]
        return [self.model._meta.get_field(name) for name in names]


def _has(model: Any, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


#: In an order in which every row comes after those it hangs on (links among rows of one file come last).
TABLES = tuple(
    Table(*row)
    for row in (
        (
            Source,
            KEY,
            "title url archived_url publisher author published_on accessed_on language reliability connection "
            "material note",
        ),
        (Place, OWN, "name kind country region located_in time_zone latitude longitude"),
        (Organisation, SLUG, "name"),
        (Prisoner, SLUG, "name country gender summary born_on consent_ground is_unnamed can_be_written_to"),
        (FormerSlug, SLUG, "prisoner"),
        (PersonName, OWN, "prisoner text script language part note"),
        (Affiliation, OWN, "prisoner role kind organisation held_on"),
        (Official, SLUG, "name office country"),
        (FormerOfficialSlug, SLUG, "official"),
        (OfficialSpelling, OWN, "official text"),
        (Case, SLUG, "title country number description opened_on follows"),
        (Defendant, "case/prisoner", "case prisoner"),
        (Charge, OWN, "case prisoner text articles brought_on status amount currency"),
        (ChargeStep, OWN, "charge status since_on"),
        (
            Hearing,
            OWN,
            "case kind status place court judge official held_on local_time is_second_hour starts_at revision text "
            "outcome next_hearing is_public_admitted is_press_admitted is_defendant_present counsel decision",
        ),
        (
            Sanction,
            OWN,
            "prisoner case hearing kind imposed_on starts_on court judge official place years months days "
            "is_indefinite hours regime remand_counts_as suspended_for_months fine_amount fine_currency articles text "
            "replaces accompanies added_to ended_by ended_on",
        ),
        (
            Detention,
            OWN,
            "prisoner sanction kind place started_on ended_on ended_by confinement whereabouts text",
        ),
        (Event, OWN, "kind title text happened_on local_time place country is_commemorated is_planned", "prisoners"),
        (EventLink, OWN, "event relation other"),
        (Involvement, OWN, "event case role organisation prisoner name official note consent_ground"),
        (Figure, OWN, "event about low best high is_lower_bound text counted_by_kind counted_by claimed_on"),
        (
            Statement,
            OWN,
            "speaker speaker_role organisation said_on text quote quote_language channel stance event",
            "prisoners",
        ),
        (StatusReport, OWN, "prisoner text reported_on note"),
        (Disagreement, OWN, "prisoner event text"),
        (Variant, OWN, "charge hearing sanction detention event affiliation disagreement reported_on text"),
        (Campaign, SLUG, "title summary requested_by country", "prisoners events statements figures sources"),
        (
            Demand,
            OWN,
            "campaign text addressee raised_on ended_on status supersedes event value_low value_high value_unit "
            "value_currency value_of note",
            "prisoners sources",
        ),
        (Group, SLUG, "name city country time_zone description"),
        (
            Target,
            SLUG,
            "name kind of_country country city time_zone address address_as_of latitude longitude website email "
            "mail_state phone wikidata note",
            "sources",
        ),
        (
            Appeal,
            SLUG,
            "kind title number campaign follows requested_by summary points letter_language letter_subject salutation "
            "letter closes_on time_zone ended_on closes_at delivered_on delivery paper_signatures replied_on reply "
            "response impact "
            "outcome outcome_text campaign_words",
            "prisoners targets sources",
        ),
        (Endorsement, OWN, "appeal name country decision"),
        (
            DayOfAction,
            SLUG,
            "title kinds campaign group description held_on local_time local_end_time",
            "prisoners demands",
        ),
        (
            Action,
            SLUG,
            "title kinds campaign group organised_by target description venue address_visibility city country "
            "time_zone held_on local_time is_second_hour local_end_time ends_in_second_hour ends_on starts_at "
            "ends_at revision cancelled_at cancellation_reason note capacity "
            "is_open_for_sign_up has_waiting_list needs_approval reminder_minutes "
            "day_of_action own_fields series_on is_apart",
            "prisoners sources",
            "series",
        ),
        (Series, "pattern", "pattern rhythm first_on last_on made_until on_skipped"),
        (Slot, "action/role/label", "action role label minimum maximum"),
        (
            Report,
            "action",
            "action turnout_low turnout_high counted_by_kind counted_by text police_kinds police_measures arrests "
            "arrests_high arrests_counted_by delivery press_links",
            "sources",
        ),
        (
            LetterRules,
            OWN,
            "place address address_language languages forbidden paper is_for_relatives_only wants_birth_year",
            "sources",
        ),
        (LetterTerms, OWN, "prisoner who name care_of note", "sources"),
        (Citation, "source/fact", " ".join(("source", "locator", *FACTS, "variant"))),
    )
)
BY_MODEL = {table.model: table for table in TABLES}
#: Rows that are public because something public names them.
NAMED = (Source, Place, Organisation)

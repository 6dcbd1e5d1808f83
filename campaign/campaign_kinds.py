"""How the rows of a campaign stand in one file: under which word, and inside which other row."""

from typing import Any

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
from campaign.record_tables import Table
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
from prisoners.models.sources import FACTS, REPORTABLE

#: The key under which a file has rows as the record has them.
SECTION = "record"
#: The key of a row that names its sources.
CITED = "src"
#: The word for each kind of row.
KINDS: dict[Any, str] = {
    Source: "sources",
    Place: "places",
    Organisation: "organisations",
    Prisoner: "people",
    FormerSlug: "former_addresses",
    Official: "officials",
    FormerOfficialSlug: "earlier_addresses",
    OfficialSpelling: "spellings",
    PersonName: "names",
    Affiliation: "roles",
    Case: "cases",
    Defendant: "defendants",
    Charge: "charges",
    ChargeStep: "history",
    Hearing: "hearings",
    Sanction: "sanctions",
    Detention: "custody",
    Event: "events",
    EventLink: "related",
    Involvement: "involved",
    Figure: "figures",
    Statement: "statements",
    StatusReport: "reported",
    Disagreement: "disagreements",
    Variant: "variants",
    Campaign: "campaigns",
    Demand: "demands",
    Group: "groups",
    Target: "targets",
    Appeal: "appeals",
    Endorsement: "endorsements",
    DayOfAction: "days_of_action",
    Action: "actions",
    Series: "repeats",
    Slot: "slots",
    Report: "reports",
    LetterRules: "letter_rules",
    LetterTerms: "letter_terms",
}
#: By which of its links, the first that is set, a row stands inside another.
HOMES: dict[Any, tuple[str, ...]] = {
    FormerSlug: ("prisoner",),
    FormerOfficialSlug: ("official",),
    OfficialSpelling: ("official",),
    PersonName: ("prisoner",),
    Affiliation: ("prisoner",),
    StatusReport: ("prisoner",),
    Sanction: ("prisoner",),
    Detention: ("prisoner",),
    LetterTerms: ("prisoner",),
    Defendant: ("case",),
    Charge: ("case",),
    ChargeStep: ("charge",),
    Hearing: ("case",),
    EventLink: ("event",),
    Involvement: ("event", "case"),
    Figure: ("event",),
    Disagreement: ("prisoner", "event"),
    Variant: REPORTABLE,
    Demand: ("campaign",),
    Appeal: ("campaign",),
    Endorsement: ("appeal",),
    DayOfAction: ("campaign",),
    Action: ("campaign",),
    Series: ("pattern",),
    Slot: ("action",),
    Report: ("action",),
    LetterRules: ("place",),
}
BY_WORD = {word: model for model, word in KINDS.items()}
#: How a citation calls each kind of fact.
FACT_OF = {Citation._meta.get_field(name).related_model: name for name in (*FACTS, "variant")}


def inside(model: Any) -> dict[str, tuple[Any, str]]:
    """What may stand inside a row of this kind: by its word, the kind and the link that leads back."""
    found = {}
    for other, links in HOMES.items():
        for link in links:
            if other._meta.get_field(link).related_model is model:
                found[KINDS[other]] = (other, link)
    return found


def columns_of(table: Table) -> list[Any]:
    """The fields that a file may say: those of the record, and what only staff sees."""
    names = ["state", "withdrawal_reason", "sent_back_reason"] if issubclass(table.model, Publishable) else []
    names += ["is_confidential"] if table.model is Source else []
    return [*table.columns, *map(table.model._meta.get_field, names)]

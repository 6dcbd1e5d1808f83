"""The record: one file a noun family."""

from prisoners.models.cases import Case, Charge, ChargeStep, Defendant, Hearing
from prisoners.models.errands import Errand
from prisoners.models.events import Event, EventLink, Figure, Statement, StatusReport
from prisoners.models.imports import Batch, BatchEntry, BatchLeft
from prisoners.models.involvements import Involvement
from prisoners.models.links import EventPrisoner, StatementPrisoner
from prisoners.models.officials import FormerOfficialSlug, Official, OfficialSpelling
from prisoners.models.people import BIRTHDAY, Affiliation, ConfidentialNote, FormerSlug, PersonName, Prisoner
from prisoners.models.places import Organisation, Place
from prisoners.models.purges import HistoryPurge
from prisoners.models.sanctions import Detention, Sanction
from prisoners.models.sources import Citation, Disagreement, Source, Variant
from prisoners.models.spans import GapMark, Span, SpanDue, Trait, TraitTotal, Turn
from prisoners.models.staff import Staff
from prisoners.models.vocabulary import NameWord

__all__ = [
    "BIRTHDAY",
    "Affiliation",
    "Batch",
    "BatchEntry",
    "BatchLeft",
    "Case",
    "Charge",
    "ChargeStep",
    "Citation",
    "ConfidentialNote",
    "Defendant",
    "Detention",
    "Disagreement",
    "Errand",
    "Event",
    "EventLink",
    "EventPrisoner",
    "Figure",
    "FormerOfficialSlug",
    "FormerSlug",
    "GapMark",
    "Hearing",
    "HistoryPurge",
    "Involvement",
    "NameWord",
    "Official",
    "OfficialSpelling",
    "Organisation",
    "PersonName",
    "Place",
    "Prisoner",
    "Sanction",
    "Source",
    "Span",
    "SpanDue",
    "Staff",
    "Statement",
    "StatementPrisoner",
    "StatusReport",
    "Trait",
    "TraitTotal",
    "Turn",
    "Variant",
]

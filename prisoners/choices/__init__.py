"""The controlled vocabularies of the record; each names where its values come from.

The values follow the field: the U.S. Press Freedom Tracker (charge status), the microthesauri of OpenEvSys
(MT16 material, MT19 connection, MT22 related events, MT25 status, MT30 whereabouts, MT31 counsel, MT42 reliability)
and the Crowd Counting Consortium (figures).
Values are stored, labels are translated; a value is never reused with another meaning.
"""

from prisoners.choices.courts import (
    ABOUT_CUSTODY,
    ChargeStatus,
    CounselStatus,
    HearingDecision,
    HearingKind,
    HearingStatus,
    PrisonRegime,
    SanctionEnd,
    SanctionKind,
)
from prisoners.choices.custody import (
    Confinement,
    CustodyEnd,
    CustodyKind,
    Whereabouts,
)
from prisoners.choices.events import (
    IN_OFFICE,
    OFFICIALS,
    SUPPRESSIONS,
    Channel,
    CounterKind,
    EventKind,
    EventRelation,
    InvolvementRole,
    Stance,
)
from prisoners.choices.imports import ErrandKind, ErrandState
from prisoners.choices.people import (
    ConsentGround,
    Gender,
    NamePart,
    PlaceKind,
    PublicationState,
    RoleKind,
    StaffRole,
)
from prisoners.choices.sources import (
    Connection,
    Material,
    Reliability,
)

__all__ = [
    "ABOUT_CUSTODY",
    "IN_OFFICE",
    "OFFICIALS",
    "SUPPRESSIONS",
    "Channel",
    "ChargeStatus",
    "Confinement",
    "Connection",
    "ConsentGround",
    "CounselStatus",
    "CounterKind",
    "CustodyEnd",
    "CustodyKind",
    "ErrandKind",
    "ErrandState",
    "EventKind",
    "EventRelation",
    "Gender",
    "HearingDecision",
    "HearingKind",
    "HearingStatus",
    "InvolvementRole",
    "Material",
    "NamePart",
    "PlaceKind",
    "PrisonRegime",
    "PublicationState",
    "Reliability",
    "RoleKind",
    "SanctionEnd",
    "SanctionKind",
    "StaffRole",
    "Stance",
    "Whereabouts",
]

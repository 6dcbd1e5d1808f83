"""Which models decide whom a filter of people finds: until one of those is written, what was counted stands."""

from django.db.models import Model

from prisoners.models import Affiliation, Case, Charge, Detention, Prisoner, Sanction
from prisoners.offered import WHERE, WHOSE
from prisoners.standing_filter import OF_THE_DAY

#: Fields of which the values that fit are few, each with the models that decide whom it finds.
OF_FEW: dict[str, frozenset[type[Model]]] = {
    **dict.fromkeys(OF_THE_DAY, WHERE),
    "country": frozenset({Prisoner}),
    "organisation": WHOSE,
    "role": frozenset({Prisoner, Affiliation}),
}
#: Other fields of which it is known what decides whom they find.
DECIDED: dict[str, frozenset[type[Model]]] = {
    **OF_FEW,
    "article": frozenset({Prisoner, Charge, Case}),
    "arrested": frozenset({Prisoner, Detention}),
    "released": frozenset({Prisoner, Detention}),
    "sentenced": frozenset({Prisoner, Sanction}),
    "can_be_written_to": frozenset({Prisoner}),
    "as_of": frozenset({Prisoner}),
}

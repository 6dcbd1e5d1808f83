"""Sorts of hearings that the clock looks for at each round: said once, for the index and for the question."""

from django.db.models import Q
from django.db.models.functions import Greatest

from prisoners.choices import HearingDecision, HearingStatus

#: Since when the record has said of it in public what it says now, at the latest.
KNOWN_AT = Greatest("updated_at", "published_at")
#: It took place, and what came of it is known.
IS_DECIDED = Q(status=HearingStatus.HELD) & (~Q(outcome="") | ~Q(decision=HearingDecision.UNKNOWN))

"""The words of campaign files, and what each means in the record."""

from babel import Locale

from actions.choices import ActionKind, TargetKind
from prisoners.choices import (
    CounterKind,
    CustodyEnd,
    EventKind,
    HearingDecision,
    HearingKind,
    SanctionEnd,
    SanctionKind,
)

COUNTRIES = Locale("en").territories
#: Parts of countries (ISO 3166-2) that files name, and CLDR has no words for.
PARTS_OF_COUNTRIES = {"GB-ENG": "England", "GB-NIR": "Northern Ireland", "GB-SCT": "Scotland", "GB-WLS": "Wales"}

#: Facts that become an event (some of them change the chain as well).
EVENTS = {
    "acquittal_overturned": EventKind.APPEAL,
    "action": EventKind.PROTEST,
    "arrest": EventKind.ARREST,
    "award": EventKind.AWARD,
    "commutation": EventKind.COMMUTATION,
    "complaint": EventKind.COMPLAINT,
    "conditions": EventKind.CONDITIONS,
    "consequence": EventKind.OTHER,
    "death": EventKind.DEATH,
    "detention": EventKind.CONDITIONS,
    "earlier_case": EventKind.INVESTIGATION,
    "earlier_role": EventKind.OTHER,
    "early_discharge": EventKind.OTHER,
    "event": EventKind.OTHER,
    "exile": EventKind.EXILE,
    "expected_release": EventKind.EXPECTED_RELEASE,
    "facility": EventKind.CONDITIONS,
    "funeral": EventKind.FUNERAL,
    "health": EventKind.HEALTH,
    "hunger_strike": EventKind.HUNGER_STRIKE,
    "ill_treatment": EventKind.ILL_TREATMENT,
    "investigation": EventKind.INVESTIGATION,
    "note": EventKind.OTHER,
    "pardon": EventKind.PARDON,
    "release": EventKind.RELEASE,
    "release_cancelled": EventKind.OTHER,
    "remand": EventKind.OTHER,
    "transfer": EventKind.TRANSFER,
    "visit": EventKind.VISIT,
}
#: Facts of which another fact of the file is a differing report.
VARIANTS = {"sentence_variant": "sentence", "arrest_reason_variant": "arrest"}
OTHERS = ("appeal", "ban", "charge", "demand", "hearing", "sentence", "statement")
FACT_KINDS = frozenset({*EVENTS, *VARIANTS, *OTHERS})

#: Events of which the kind alone says nothing get their word as a title.
TITLES = {
    "acquittal_overturned": "Acquittal overturned",
    "consequence": "Consequence of the conviction",
    "early_discharge": "Early discharge",
    "earlier_role": "Earlier role",
    "facility": "Place of detention",
    "release_cancelled": "Release cancelled",
    "remand": "Remand in custody",
}

SENTENCES = {
    "imprisonment": SanctionKind.PRISON,
    "restriction_of_freedom": SanctionKind.RESTRICTED_FREEDOM,
    "administrative_arrest": SanctionKind.ADMINISTRATIVE_ARREST,
    "house_arrest": SanctionKind.HOUSE_ARREST,
    "probation": SanctionKind.PROBATION,
    "fine": SanctionKind.FINE,
}
ANCILLARIES = {
    "ban": SanctionKind.ACTIVITY_BAN,
    "profession_ban": SanctionKind.PROFESSION_BAN,
    "probation": SanctionKind.PROBATION,
    "fine": SanctionKind.FINE,
    "confiscation": SanctionKind.CONFISCATION,
    "community_service": SanctionKind.COMMUNITY_SERVICE,
    "damages": SanctionKind.UNKNOWN,
}
#: What a commutation puts in place of a term, where the file has only words for it.
SUBSTITUTES = {"restriction of freedom": SanctionKind.RESTRICTED_FREEDOM}
CUSTODIAL = frozenset({SanctionKind.PRISON, SanctionKind.ADMINISTRATIVE_ARREST})

#: The first phrase found in a hearing's words decides.
HEARINGS = (
    ("parole", HearingKind.PAROLE),
    ("early release", HearingKind.PAROLE),
    ("cassation", HearingKind.CASSATION),
    ("appeal", HearingKind.APPEAL),
)
#: What a court decided, by the words of the outcome; an appeal that is rejected leaves the earlier decision as it was.
DECISIONS = (
    ("granted", HearingDecision.GRANTED),
    ("refused", HearingDecision.REFUSED),
    ("not taken up", HearingDecision.REFUSED),
    ("upheld", HearingDecision.UPHELD),
    ("rejected", HearingDecision.UPHELD),
    ("reduced", HearingDecision.CHANGED),
    ("lifted", HearingDecision.CHANGED),
    ("overturned", HearingDecision.OVERTURNED),
)
#: How custody ended, by the words of the release.
RELEASES = (
    ("in full", CustodyEnd.SERVED),
    ("full term", CustodyEnd.SERVED),
    ("early", CustodyEnd.EARLY),
    ("parole", CustodyEnd.EARLY),
)
ENDS = {
    CustodyEnd.SERVED: SanctionEnd.SERVED,
    CustodyEnd.EARLY: SanctionEnd.EARLY_RELEASE,
    CustodyEnd.PARDONED: SanctionEnd.PARDON,
    CustodyEnd.AMNESTIED: SanctionEnd.AMNESTY,
    CustodyEnd.DIED: SanctionEnd.DEATH,
}

COUNTERS = {kind.value: kind for kind in CounterKind} | {"press": CounterKind.MEDIA}

TARGETS = {
    "embassy": TargetKind.EMBASSY,
    "consulate general": TargetKind.CONSULATE_GENERAL,
    "consulate": TargetKind.CONSULATE,
    "honorary consulate": TargetKind.HONORARY_CONSULATE,
    "permanent mission": TargetKind.MISSION,
    "branch office of the embassy": TargetKind.OTHER,
}

#: An action may be several of these at once.
ACTIONS = (
    ("picket", ActionKind.PICKET),
    ("lobby", ActionKind.PICKET),
    ("rally", ActionKind.RALLY),
    ("demonstration", ActionKind.RALLY),
    ("protest against", ActionKind.RALLY),
    ("protests", ActionKind.RALLY),
    ("leaflet", ActionKind.LEAFLETING),
    ("letter", ActionKind.DELIVERY),
    ("message", ActionKind.DELIVERY),
    ("statement", ActionKind.STATEMENT),
    ("performance", ActionKind.PERFORMANCE),
    ("flowers", ActionKind.VIGIL),
    ("commemoration", ActionKind.VIGIL),
    ("conference", ActionKind.MEETING),
    ("hearing", ActionKind.MEETING),
    ("live-stream", ActionKind.ONLINE),
)


def action_kinds(form: str) -> list[str]:
    """The kinds that the words of an action's form name; "action" when they name none."""
    lowered = form.lower()
    found = [kind.value for phrase, kind in ACTIONS if phrase in lowered]
    if lowered == "protest":
        found.append(ActionKind.RALLY.value)
    return list(dict.fromkeys(found)) or [ActionKind.OTHER.value]


def hearing_kind(words: str, default: HearingKind) -> HearingKind:
    """The kind of hearing that the words name."""
    lowered = words.lower()
    return next((kind for phrase, kind in HEARINGS if phrase in lowered), default)


def decision(outcome: str) -> HearingDecision:
    """What the court decided, as far as the words of the outcome tell."""
    lowered = outcome.lower()
    return next((one for phrase, one in DECISIONS if phrase in lowered), HearingDecision.UNKNOWN)


def release_kind(words: str) -> CustodyEnd:
    """How custody ended, as far as the words of the release tell."""
    lowered = words.lower()
    return next((end for phrase, end in RELEASES if phrase in lowered), CustodyEnd.RELEASED)


def of_country(code: str) -> str:
    """The name of a country or of a part of one (ISO 3166), in English as the files are."""
    return PARTS_OF_COUNTRIES.get(code) or COUNTRIES.get(code[:2], code)


def is_city(name: str) -> bool:
    """Whether one of several places can be a city: no country, and no words such as «across Europe»."""
    return name[:1].isupper() and name not in COUNTRIES.values()

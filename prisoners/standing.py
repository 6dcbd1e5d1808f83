"""Where a prisoner stands on a day: the words that `prisoners.chain` computes and nobody types."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from prisoners.choices import ChargeStatus, CustodyEnd, CustodyKind, EventKind, SanctionKind


class Standing(TextChoices):
    """What holds of a person on a day; stored nowhere."""

    DETAINED = "detained", _("detained")
    PRETRIAL = "pretrial", _("held in pre-trial detention")
    ADMINISTRATIVE = "administrative", _("under administrative arrest")
    SERVING = "serving", _("in prison, serving a sentence")
    HOUSE_ARREST = "house_arrest", _("under house arrest")
    HELD = "held", _("held, grounds not known")
    SUSPENDED = "suspended", _("under a suspended sentence")
    RESTRICTED = "restricted", _("under restricted freedom")
    WORKING = "working", _("sentenced to hours of community service")
    EXILED = "exiled", _("in exile")
    WANTED = "wanted", _("wanted")
    MISSING = "missing", _("missing")
    PARDONED = "pardoned", _("released under a pardon")
    AMNESTIED = "amnestied", _("released under an amnesty")
    EARLY = "early", _("released early")
    SERVED = "served", _("released after the full term")
    ACQUITTED = "acquitted", _("released on acquittal")
    ON_BAIL = "on_bail", _("released on bail")
    ON_TRIAL_FREE = "on_trial_free", _("at liberty, under prosecution")
    NOT_HELD = "not_held", _("not held; no custody is recorded")
    DROPPED = "dropped", _("released, charges dropped")
    RELEASED = "released", _("released")
    ESCAPED = "escaped", _("escaped")
    TERM_OVER = "term_over", _("sentence over; no report of a release")
    SENTENCE_OVER = "sentence_over", _("sentence ended by calculation")
    SENTENCE_OPEN = "sentence_open", _("not known whether the sentence was completed")
    DIED = "died", _("died")
    DIED_IN_CUSTODY = "died_in_custody", _("died in custody")
    UNKNOWN = "unknown", _("not known")


#: The standing under each title of custody.
OF_CUSTODY = {
    CustodyKind.DETAINED: Standing.DETAINED,
    CustodyKind.PRETRIAL: Standing.PRETRIAL,
    CustodyKind.ADMINISTRATIVE: Standing.ADMINISTRATIVE,
    CustodyKind.SERVING: Standing.SERVING,
    CustodyKind.HOUSE_ARREST: Standing.HOUSE_ARREST,
    CustodyKind.UNKNOWN: Standing.HELD,
}

#: The standing after each end of custody.
AFTER_CUSTODY = {
    CustodyEnd.PARDONED: Standing.PARDONED,
    CustodyEnd.AMNESTIED: Standing.AMNESTIED,
    CustodyEnd.EARLY: Standing.EARLY,
    CustodyEnd.SERVED: Standing.SERVED,
    CustodyEnd.ACQUITTED: Standing.ACQUITTED,
    CustodyEnd.BAIL: Standing.ON_BAIL,
    CustodyEnd.DROPPED: Standing.DROPPED,
    CustodyEnd.ESCAPED: Standing.ESCAPED,
    CustodyEnd.DIED: Standing.DIED_IN_CUSTODY,
}

#: The standing after an event that takes somebody out of sight, until the next custody; a release ends the last two.
OUT_OF_SIGHT = {
    EventKind.EXILE: Standing.EXILED,
    EventKind.WANTED: Standing.WANTED,
    EventKind.MISSING: Standing.MISSING,
}

#: Of whom nothing is to come.
DEAD = frozenset({Standing.DIED, Standing.DIED_IN_CUSTODY})

#: Ends of custody that end what somebody was held for, too.
DECIDING = frozenset(
    {
        CustodyEnd.SERVED,
        CustodyEnd.EARLY,
        CustodyEnd.PARDONED,
        CustodyEnd.AMNESTIED,
        CustodyEnd.ACQUITTED,
        CustodyEnd.DROPPED,
    }
)

#: Where a charge still asks for a court.
OPEN_CHARGES = frozenset({ChargeStatus.PENDING, ChargeStatus.APPEALED})

#: What says less of somebody at large than that a charge against that person stands.
BEFORE_TRIAL = frozenset(
    {
        Standing.PARDONED,
        Standing.AMNESTIED,
        Standing.EARLY,
        Standing.SERVED,
        Standing.ACQUITTED,
        Standing.DROPPED,
        Standing.RELEASED,
        Standing.SENTENCE_OVER,
        Standing.SENTENCE_OPEN,
        Standing.NOT_HELD,
        Standing.UNKNOWN,
    }
)

#: Sanctions that are served in custody.
CUSTODIAL = frozenset({SanctionKind.PRISON, SanctionKind.ADMINISTRATIVE_ARREST, SanctionKind.HOUSE_ARREST})

#: Sanctions that leave a person at large, but not free.
RESTRICTING = {
    SanctionKind.SUSPENDED_PRISON: Standing.SUSPENDED,
    SanctionKind.RESTRICTED_FREEDOM: Standing.RESTRICTED,
    SanctionKind.PROBATION: Standing.RESTRICTED,
    SanctionKind.COMMUNITY_SERVICE: Standing.WORKING,
    SanctionKind.EXILE: Standing.EXILED,
}

BANS = frozenset({SanctionKind.ACTIVITY_BAN, SanctionKind.PROFESSION_BAN})

#: Sanctions that show that a court left somebody at large. Of deportation, treatment and what is not known
#: this cannot be said: many are held until it is carried out.
AT_LARGE = frozenset(RESTRICTING) | BANS | {SanctionKind.FINE, SanctionKind.CONFISCATION}

#: Of whom "held now" is true, as far as reported.
HELD = frozenset(OF_CUSTODY.values())

#: The six shapes in which the pages draw a standing.
SHAPES = {
    Standing.DETAINED: "pretrial",
    Standing.PRETRIAL: "pretrial",
    Standing.ADMINISTRATIVE: "held",
    Standing.SERVING: "held",
    Standing.HOUSE_ARREST: "restricted",
    Standing.HELD: "held",
    Standing.SUSPENDED: "restricted",
    Standing.RESTRICTED: "restricted",
    Standing.WORKING: "restricted",
    Standing.EXILED: "restricted",
    Standing.WANTED: "restricted",
    Standing.MISSING: "unknown",
    Standing.ON_BAIL: "restricted",
    Standing.ON_TRIAL_FREE: "restricted",
    Standing.TERM_OVER: "unknown",
    Standing.SENTENCE_OVER: "free",
    Standing.SENTENCE_OPEN: "unknown",
    Standing.DIED: "died",
    Standing.DIED_IN_CUSTODY: "died",
    Standing.UNKNOWN: "unknown",
}

"""Signing a petition without an account: sign, confirm by the mail, take it back; and organisations that sign.

The same work and the same answer for every address, whether we know it or not: nobody learns from us who signed.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions import appeal_rules
from actions.choices import SignatureState
from actions.models import Appeal, Endorsement, Signature, SignatureCount
from actions.refusals import ActionsRefusal
from actions.services.appeals import CLOSED
from actions.services.names import link_faults
from privacy import tombstones
from privacy.addresses import BadAddress, validate_address
from privacy.text import clean_line
from supporters import topics
from supporters.choices import ConsentScope, SupporterState, SuppressionReason
from supporters.models import Supporter
from supporters.services import outboxes, people, subscriptions

CONFIRM_WITHIN = timedelta(hours=48)
KEPT_AFTER_DELIVERY, KEPT_AFTER_END = timedelta(days=30), timedelta(days=180)
LONGEST_NAME = 60
#: Organisations that hand in their name for one appeal in one hour (UTC).
ENDORSEMENTS_AN_HOUR = 20
WITHHELD = "too many confirmation mails, or an address that is left in peace"

#: What one agrees to; the words that were shown are what is recorded (GDPR art. 7(1)).
CONSENT = _(
    "I sign this text, and agree that the name and country I give are handed to the addressee. My address is kept "
    "encrypted, is shown and given to nobody, and all of it is erased thirty days after the delivery, half a year "
    "after the end at the latest; only the number of signatures from each country stays."
)

NOT_SIGNED = _("This appeal is not one to sign.")
NO_CONSENT = _("We need your agreement to keep your signature; without it we cannot take it.")
FORMULA = _("A name does not begin with “-”, “=”, “+” or “@”.")
ONE_LINE = _("A name stands in one line.")
LONG_NAME = _("Please give a name of at most 60 letters.")
NAMELESS = _("A name that is to be shown has to be given.")
NO_ORGANISATION = _("Please give the name of the organisation.")
TOO_MANY = _("So many organisations were handed in within this hour that we take no more now. Please come back later.")
SIGNED_ALREADY = _("This organisation has signed already, or waits to be looked at.")


def reasons_against(appeal: Appeal, now: datetime) -> list[Promise | str]:
    """Why nobody can sign an appeal at `now`; empty when one can."""
    if not appeal.takes_signatures:
        return [NOT_SIGNED]
    is_open = appeal_rules.is_open(appeal, now) and Appeal.public.filter(pk=appeal.pk).exists()
    return [] if is_open else [CLOSED]


def sign(
    appeal: Appeal,
    *,
    address: str,
    name: str,
    country: str,
    is_name_public: bool,
    wants_news: bool,
    language: str,
    consent: bool,
) -> None:
    """Take a signature and owe its confirmation mail; it counts once it is confirmed.

    Raises ActionsRefusal with every reason: no consent, a bad address or name, an appeal that is over, not public or
    not one to sign. What was confirmed is never changed by this, for we do not know who is asking.
    """
    now = timezone.now()
    faults, valid = _address_faults(address)
    faults += [*([] if consent else [NO_CONSENT]), *name_faults(name)]
    faults += [*([NAMELESS] if is_name_public and not name.strip() else []), *reasons_against(appeal, now)]
    if faults:
        raise ActionsRefusal(faults)
    asked = {"country": country, "is_name_public": is_name_public, "wants_news": wants_news}
    with transaction.atomic():
        supporter = people.meet(valid, language=language, time_zone=appeal.time_zone)
        row = _row_for(appeal, supporter, {**asked, "name": clean_line(name)}, now)
        is_allowed = people.may_mail_stranger(valid, f"appeal:{appeal.pk}")
        _owe_confirmation(row, now, withheld="" if is_allowed else WITHHELD)


def confirm(signature: Signature) -> None:
    """The person says by the link in the mail that they sign; doing it twice is doing it once.

    News of the campaign is followed where that was asked for apart. Raises ActionsRefusal when the appeal is over by
    now or not public; Signature.DoesNotExist or people.Gone when it was erased meanwhile.
    """
    with transaction.atomic():
        row = (
            Signature.objects.select_for_update(of=("self",)).select_related("supporter", "appeal").get(pk=signature.pk)
        )
        if row.state == SignatureState.CONFIRMED:
            return
        if faults := reasons_against(row.appeal, timezone.now()):
            raise ActionsRefusal(faults)
        row.state, row.unconfirmed_until = SignatureState.CONFIRMED, None
        row.save(update_fields=("state", "unconfirmed_until"))
        people.confirm(row.supporter, row.name)
        people.record_consent(row.supporter, ConsentScope.ACTION, str(CONSENT))
        if row.wants_news and topics.titles_of([row.appeal.series]):
            subscriptions.follow(row.supporter, [row.appeal.series])


def take_back(signature: Signature) -> None:
    """«It was not me», or «not any more»: the signature is deleted.

    An address that nobody ever confirmed is not written to again.
    """
    supporter = signature.supporter
    with transaction.atomic():
        tombstones.bury("signature", signature.pk)
        Signature.objects.filter(pk=signature.pk).delete()
        if supporter.state == SupporterState.UNCONFIRMED:
            people.leave_in_peace(supporter, SuppressionReason.NOT_ME)
            people.forget(supporter)


def endorse(appeal: Appeal, *, name: str, country: str, decision: str) -> Endorsement:
    """Hand in the name of an organisation; two members of staff look at it before it is shown.

    Raises ActionsRefusal, and then nothing was written.
    """
    faults = [*([] if name.strip() else [NO_ORGANISATION]), *name_faults(name, longest=200)]
    faults += reasons_against(appeal, timezone.now())
    if not faults and Endorsement.internal.filter(appeal=appeal, name__iexact=clean_line(name)).exists():
        faults = [SIGNED_ALREADY]
    if faults:
        raise ActionsRefusal(faults)
    if not people.is_within(f"endorsements:{appeal.pk}", ENDORSEMENTS_AN_HOUR):
        raise ActionsRefusal(TOO_MANY)
    return Endorsement.internal.create(appeal=appeal, name=clean_line(name), country=country, decision=decision)


def name_faults(name: str, longest: int = LONGEST_NAME) -> list[Promise | str]:
    """What speaks against showing or handing over a name: it goes into lists, spreadsheets and pages."""
    name = name.strip(" ")
    return [
        *([ONE_LINE] if name.splitlines()[1:] or "\t" in name else []),
        *([FORMULA] if name[:1] in ("-", "=", "+", "@") and name else []),
        *link_faults(name),
        *([LONG_NAME] if len(name) > longest else []),
    ]


def by_country(appeal: Appeal) -> Counter[str]:
    """How many people have signed, by country; "" for those who did not say. Erased signatures count on."""
    signed = Signature.objects.filter(appeal=appeal, state=SignatureState.CONFIRMED).values("country")
    erased = SignatureCount.objects.filter(appeal=appeal).values("country")
    found = Counter({row["country"]: row["n"] for row in signed.annotate(n=Count("pk"))})
    found.update({row["country"]: row["n"] for row in erased.annotate(n=Sum("count"))})
    return found


def totals(appeals: Iterable[Appeal]) -> dict[int, int]:
    """How many have signed each of these appeals that are signed, on paper too, by its id; two queries for all."""
    found = {one.pk: one.paper_signatures for one in appeals if one.takes_signatures}
    if not found:
        return {}
    signed = Signature.objects.filter(appeal__in=found, state=SignatureState.CONFIRMED).values("appeal")
    erased = SignatureCount.objects.filter(appeal__in=found).values("appeal")
    for row in (*signed.annotate(n=Count("pk")), *erased.annotate(n=Sum("count"))):
        found[row["appeal"]] += row["n"]
    return found


def public_names(appeal: Appeal, most: int) -> list[str]:
    """The names of those who wanted theirs to be shown, in the order of the alphabet."""
    rows = Signature.objects.filter(appeal=appeal, state=SignatureState.CONFIRMED, is_name_public=True)
    return sorted(row.name for row in rows.order_by("-signed_on", "pk")[:most] if row.name)


def purge_signatures(now: datetime, dry_run: bool = False) -> int:
    """Erase signatures that were handed over, or can be no more, and those that nobody confirmed; returns how many.

    Thirty days after the delivery, at the latest half a year after the end: the number from each country stays.
    """
    delivered = Q(appeal__delivered_on__lt=(now - KEPT_AFTER_DELIVERY).date())
    over = Q(appeal__closes_at__lt=now - KEPT_AFTER_END)
    rows = Signature.objects.filter(delivered | over | Q(unconfirmed_until__lt=now))
    return rows.count() if dry_run else _erase(rows)


@transaction.atomic
def _erase(rows: QuerySet[Signature]) -> int:
    """Rows are asked for as they are locked: whoever confirms meanwhile is not erased as unconfirmed."""
    found = list(rows.order_by().select_for_update(of=("self",)).values_list("pk", "appeal_id", "country", "state"))
    _keep_counts(Counter(row[1:3] for row in found if row[3] == SignatureState.CONFIRMED))
    Signature.objects.filter(pk__in=[row[0] for row in found]).delete()
    return len(found)


def _keep_counts(counts: Counter[tuple[int, str]]) -> None:
    for (appeal, country), count in counts.items():
        row, _is_new = SignatureCount.objects.get_or_create(appeal_id=appeal, country=country)
        SignatureCount.objects.filter(pk=row.pk).update(count=F("count") + count)


def _address_faults(address: str) -> tuple[list[Promise | str], str]:
    try:
        return [], validate_address(address)
    except BadAddress as error:
        return [error.sentence], ""


def _row_for(appeal: Appeal, supporter: Supporter, asked: dict, now: datetime) -> Signature:
    """The one signature of this person, with what was asked unless it is confirmed."""
    row, _is_new = Signature.objects.get_or_create(appeal=appeal, supporter=supporter)
    for waiting in Signature.objects.filter(pk=row.pk, state=SignatureState.UNCONFIRMED):
        for field, value in {**asked, "unconfirmed_until": now + CONFIRM_WITHIN}.items():
            setattr(waiting, field, value)
        waiting.save(update_fields=(*asked, "unconfirmed_until"))
    return row


def _owe_confirmation(row: Signature, now: datetime, withheld: str) -> None:
    """Written even when it may not be sent, so that the work is the same for every address."""
    outboxes.owe(
        row.supporter,
        "signature_confirmation",
        f"signature:{row.pk}",
        f"{now:%Y-%m-%dT%H}",
        due_at=now,
        stale_at=now + CONFIRM_WITHIN,
        withheld=withheld,
    )

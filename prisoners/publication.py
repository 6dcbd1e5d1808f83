"""How a fact becomes public, and how it stops being so: draft, in review, perhaps sent back, published, withdrawn.

A second person looks at every fact before anybody outside sees it. All reasons against are said at once.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Model, prefetch_related_objects
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import InvolvementRole, PublicationState, StaffRole
from prisoners.models import Citation, Involvement, Prisoner, Staff
from prisoners.models.base import Publishable, Timestamped
from prisoners.refusals import Refusal, Sentence
from privacy.text import clean_text

STATE_FIELDS = (
    "state",
    "submitted_by",
    "published_by",
    "published_at",
    "withdrawn_at",
    "withdrawal_reason",
    "sent_back_reason",
    "updated_at",
)

WITHOUT_SOURCE = _("It has no source yet. A fact is published with at least one source.")
WITHOUT_GROUND = _("The ground for naming this person is not stated.")
ACCUSED_WITHOUT_SOURCE = _("Nobody is called a perpetrator without a source that readers see.")
NOT_SUBMITTED = _("It has not been submitted for review yet.")
SECOND_PERSON = _("A second person has to publish it: whoever submitted it cannot.")
ALREADY_PUBLIC = _("It is published already.")
WITHOUT_REASON = _("Please give the reason for withdrawing it.")
WITHOUT_REASON_BACK = _("Please say why you send it back: its author reads it.")
NOT_ALLOWED_TO_SEND_BACK = _("Sending back is for those who could publish it, and for whoever submitted it.")
NOT_A_RESEARCHER = _("Submitting is for researchers and publishers.")
#: Who makes facts public, and who takes them back.
PUBLISHERS, WITHDRAWERS = (StaffRole.PUBLISHER,), (StaffRole.PUBLISHER, StaffRole.STEWARD)
NOT_A_PUBLISHER = _("Publishing is for publishers.")
NOT_ALLOWED_TO_WITHDRAW = _("Withdrawing is for publishers and stewards.")
CHANGED = _("It was changed meanwhile. Please look at it again.")
NOT_SEEN = _("It is published from its page, by somebody who has looked at it. Please open it again.")
PARENT_HIDDEN = _("It will be seen only when what it belongs to is published as well: {parent}.")
#: A confidential source counts; but an imported file is one too, and readers then see nothing at all.
NO_SOURCE_SHOWN = _("Readers see no source of it: all that it rests on are confidential.")


class PublicationRefused(Refusal):
    """A fact cannot change its publication state; nothing was written."""


class Obstacle(NamedTuple):
    """What stands between a row and its readers, said before anybody presses.

    `at` is the row on whose page it is mended, None where no page mends it. What does not refuse the publication
    hides the row all the same.
    """

    said: Sentence
    at: Model | None
    is_refusal: bool = True


def submit(row: Publishable, by: Staff) -> None:
    """Hand a fact to a second person. Raises PublicationRefused."""
    with transaction.atomic():
        hold(row)
        reasons = [] if by.has_role(StaffRole.RESEARCHER, StaffRole.PUBLISHER) else [NOT_A_RESEARCHER]
        _refuse_if([*reasons, *([ALREADY_PUBLIC] if row.is_published else []), *reasons_against(row)])
        write_state(row, state=PublicationState.IN_REVIEW, submitted_by=by)


def publish(row: Publishable, by: Staff | None, *, trusted: bool = False, seen: str | None = None) -> list[Sentence]:
    """Show a fact to everybody; returns what the publisher should know (see `notes_on`).

    `seen` is the `version` that was looked at, "" where the page did not say it, None where that was asked already.
    `trusted` is for the operator's own command line, which is the second person. Publishing twice changes
    nothing there. Raises PublicationRefused with every reason against.
    """
    with transaction.atomic():
        hold(row)
        if row.is_published and trusted:
            return []
        _refuse_if([*([] if trusted else _review_missing(row, by)), *reasons_against(row), *unseen(row, seen)])
        write_state(
            row,
            state=PublicationState.PUBLISHED,
            published_by=by,
            published_at=timezone.now(),
            withdrawn_at=None,
            withdrawal_reason="",
        )
        return notes_on(row)


def send_back(row: Publishable, by: Staff, reason: str, *, seen: str | None = None) -> None:
    """Give a fact that waits back to its author, who reads why; whoever submitted it takes it back without a word.

    `seen` is as for `publish`. Raises PublicationRefused.
    """
    with transaction.atomic():
        hold(row)
        against = against_sending_back(row, by, reason, may_publish=by.has_role(*PUBLISHERS))
        _refuse_if([*against, *([CHANGED] if unseen(row, seen) else [])])
        write_sent_back(row, by, reason)


def withdraw(row: Publishable, by: Staff | None, reason: str, *, trusted: bool = False) -> None:
    """Take a fact from the public at once; one person is enough. Raises PublicationRefused.

    Mails that are queued about it are cancelled, since each asks again at sending whether it is still true.
    """
    with transaction.atomic():
        hold(row)
        is_allowed = trusted or (by is not None and by.has_role(*WITHDRAWERS))
        reasons = [] if is_allowed else [NOT_ALLOWED_TO_WITHDRAW]
        _refuse_if([*reasons, *([] if reason.strip() else [WITHOUT_REASON])])
        write_state(
            row,
            state=PublicationState.WITHDRAWN,
            withdrawn_at=timezone.now(),
            withdrawal_reason=reason.strip(),
        )


def reasons_against(row: Publishable) -> list[Sentence]:
    """Every reason in the fact itself that speaks against showing it; empty means none."""
    reasons: list[Sentence] = []
    if not _has_source(row):
        reasons.append(WITHOUT_SOURCE)
    if isinstance(row, Prisoner) and not row.consent_ground:
        reasons.append(WITHOUT_GROUND)
    if isinstance(row, Involvement):
        reasons.extend(_against_naming(row))
    return reasons


def _against_naming(row: Involvement) -> list[Sentence]:
    """Whom a source calls a perpetrator, readers must be able to read up; who holds no office, has been asked."""
    is_accused = row.role == InvolvementRole.PERPETRATOR
    unseen_source = is_accused and not _has_source(row, is_shown=True)
    return [
        *([WITHOUT_GROUND] if row.is_named_without_ground else []),
        *([ACCUSED_WITHOUT_SOURCE] if unseen_source else []),
    ]


def newly_against(row: Publishable, before: Sequence[Sentence]) -> list[Sentence]:
    """What a change brought against a row that readers see; `before` is what stood against it until then.

    What is there already refuses nothing: a row that has lost its source can still be mended.
    """
    return [one for one in reasons_against(row) if one not in before] if row.is_published else []


def notes_on(row: Publishable) -> list[Sentence]:
    """What does not speak against publishing, but has to be known: a parent that is not public hides the fact."""
    return [one.said for one in _hiding(row)]


def known_of(rows: Collection[Publishable]) -> None:
    """What `obstacles` asks of all rows at once: on this floor nothing, beside what `foreseen_with` names."""


def obstacles(row: Publishable, by: Staff, known: None = None) -> list[Obstacle]:
    """All that would refuse `publish` to somebody as the row stands, and what would hide it from readers then.

    No query for a row that was fetched with what `foreseen_with` names.
    """
    missing = (Obstacle(one, row if one == NOT_SUBMITTED else None) for one in _review_missing(row, by))
    return [*missing, *(Obstacle(one, row) for one in reasons_against(row)), *_hiding(row)]


def foreseen_with(kind: type[Publishable]) -> list[str]:
    """The relations that `obstacles` looks at, to be fetched of many rows of a kind at once."""
    paths = (*kind.published_through, *kind.published_where_set)
    cited = ["citations__source"] if hasattr(kind, "citations") else []
    return [*paths, *cited, *(["names__citations__source"] if issubclass(kind, Prisoner) else [])]


def _hiding(row: Publishable) -> Iterator[Obstacle]:
    """What hides a published row: one above it that is not public, or that it rests on confidential sources alone."""
    parents = (getattr(row, path, None) for path in (*row.published_through, *row.published_where_set))
    for parent in parents:
        if isinstance(parent, Publishable) and not parent.is_published:
            yield Obstacle(format_lazy(PARENT_HIDDEN, parent=str(parent)), parent, is_refusal=False)
    if _has_source(row) and not _has_source(row, is_shown=True):
        yield Obstacle(NO_SOURCE_SHOWN, row, is_refusal=False)


def _has_source(row: Any, *, is_shown: bool = False) -> bool:
    """Whether it rests on a source, or on one that readers see; rows of higher floors carry no citations."""
    if not hasattr(row, "citations"):
        return True
    cited = _citations(row)
    if is_shown:
        prefetch_related_objects(cited, "source")
    return any(not (is_shown and one.source.is_confidential) for one in cited)


def _citations(row: Any) -> list[Citation]:
    """What a row cites; a prisoner may be sourced through the spellings of the name."""
    mine = list(row.citations.all())
    if isinstance(row, Prisoner):
        names = list(row.names.all())
        prefetch_related_objects(names, "citations")
        mine += [one for name in names for one in name.citations.all()]
    return mine


def _review_missing(row: Publishable, by: Staff | None) -> list[Sentence]:
    is_publisher = by is not None and by.has_role(*PUBLISHERS)
    return [*([] if is_publisher else [NOT_A_PUBLISHER]), *review_missing(row, by)]


def review_missing(row: Publishable, by: Staff | None) -> list[Sentence]:
    """What is missing of the look of a second person, on every floor; who may look is the floor's own question."""
    if row.is_published:
        return [ALREADY_PUBLIC]
    if row.state != PublicationState.IN_REVIEW:
        return [NOT_SUBMITTED]
    is_second = row.submitted_by_id is not None and by is not None and row.submitted_by_id != by.pk
    return [] if is_second else [SECOND_PERSON]


def may_send_back(row: Publishable, by: Staff) -> bool:
    """Whether the page of a fact offers somebody to send it back, or to take it back."""
    return not against_sending_back(row, by, "-", may_publish=by.has_role(*PUBLISHERS))


def against_sending_back(row: Any, by: Staff, reason: str, *, may_publish: bool) -> list[Sentence]:
    """Why somebody cannot send back what waits, on every floor; `may_publish` is the floor's own answer."""
    is_author = row.submitted_by_id == by.pk
    return [
        *([] if may_publish or is_author else [NOT_ALLOWED_TO_SEND_BACK]),
        *([] if row.state == PublicationState.IN_REVIEW else [NOT_SUBMITTED]),
        *([] if is_author or clean_text(reason) else [WITHOUT_REASON_BACK]),
    ]


def write_sent_back(row: Publishable, by: Staff, reason: str) -> None:
    """Make a row its author's again: what they take back themselves is a draft; the caller holds the row."""
    if row.submitted_by_id == by.pk:
        write_state(row, state=PublicationState.DRAFT)
    else:
        write_state(row, state=PublicationState.SENT_BACK, sent_back_reason=clean_text(reason))


def unseen(row: Timestamped, seen: str | None) -> list[Sentence]:
    """Why a row is not what was looked at: `seen` is the `version` that a page showed, None where there is none."""
    if seen is None or seen == row.version:
        return []
    return [CHANGED if seen else NOT_SEEN]


def hold(row: Publishable) -> None:
    """Lock the row and take its state from the database: another colleague may have been faster."""
    locked = type(row).internal.select_for_update(of=("self",)).order_by().get(pk=row.pk)
    for name in STATE_FIELDS:
        setattr(row, name, getattr(locked, name))


def write_state(row: Publishable, *also: str, **values: Any) -> None:
    """Set and save these of STATE_FIELDS, and what was set already of `also`; the caller holds the row.

    A reason for which it was sent back ends with the next step.
    """
    for name, value in {"sent_back_reason": "", **values}.items():
        setattr(row, name, value)
    row.save(update_fields=(*STATE_FIELDS, *also))


def _refuse_if(reasons: Sequence[Sentence]) -> None:
    if reasons:
        raise PublicationRefused(reasons)

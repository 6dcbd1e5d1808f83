"""Writing, checking and sending a dispatch; each step says no with a sentence, and done twice it is done once.

Services write rows. Whom a dispatch is owed to is written down by the clock (`actions.dispatching`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from actions.appeal_rules import is_open
from actions.choices import DispatchKind, DispatchState
from actions.dispatch_words import reasons_against
from actions.models import Appeal, Dispatch, DispatchText, Group
from actions.refusals import ActionsRefusal
from actions.roles import is_another, is_organiser_of
from actions.services.slugs import alone
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.publication import WITHOUT_REASON_BACK, unseen
from privacy.addresses import BadAddress
from privacy.text import clean_line, clean_text
from supporters.audiences import reach_of
from supporters.services import outboxes, people
from supporters.topics import EVERYTHING, titles_of

#: By which kind of mail each kind of dispatch leaves.
MAIL_KINDS = {DispatchKind.APPEAL.value: "dispatch_appeal", DispatchKind.DISPATCH.value: "dispatch"}
TEST_KIND = "dispatch_test"
TEST_FOR = timedelta(hours=2)
TESTS_AN_HOUR = 20

NOT_YOURS = _("This is for an organiser of the group, or for a publisher.")
NO_GROUP = _("Please say which of your groups writes.")
NO_AUDIENCE = _("What its readers should follow does not exist, or is not public.")
NO_APPEAL = _("The appeal is not public, or has closed.")
BEGUN = _("It has begun to leave: its words cannot be changed any more.")
NOT_A_DRAFT = _("It has been submitted already.")
NOT_SUBMITTED = _("It has not been submitted yet.")
SECOND_PERSON = _("It would reach many: a publisher of the site has to approve it, not whoever submitted it.")
NOT_APPROVED = _("It has not been approved.")
NOT_SENDING = _("It is not being sent.")
NOT_PAUSED = _("It is not paused.")
NO_WORDS = _("It has no words in the language it is written in.")
NOT_PUBLIC = _("It is not on the web.")
ENOUGH_TESTS = _("You have sent yourself enough for this hour.")


def write(
    by: Staff,
    *,
    kind: str,
    audience: str,
    language: str,
    subject: str,
    text: str,
    group: Group | None,
    appeal: Appeal | None = None,
) -> Dispatch:
    """A new draft. Raises ActionsRefusal with every reason against words, audience or writer."""
    subject = subject.strip()
    found = [*_against_writer(by, group), *_against_audience(audience), *_against_appeal(appeal)]
    _refuse_if([*found, *reasons_against(language, subject, text)])
    with transaction.atomic():
        row = Dispatch.internal.create(
            slug=_free_slug(subject), kind=kind, audience=audience, language=language, group=group, appeal=appeal
        )
        _keep_text(row, language, subject, text)
    return row


def change(row: Dispatch, by: Staff, *, kind: str, audience: str, appeal: Appeal | None = None) -> None:
    """Another kind, audience or appeal; what was submitted or approved is a draft again. Raises ActionsRefusal."""
    _refuse_if([*_against_audience(audience), *_against_appeal(appeal)])
    with _changing(row, by, DispatchState.waiting(), BEGUN) as locked:
        locked.kind, locked.audience, locked.appeal = kind, audience, appeal
        _back_to_draft(locked)


def put_text(row: Dispatch, by: Staff, *, language: str, subject: str, text: str) -> None:
    """The words in one language, new or changed; what was submitted or approved is a draft again.

    Raises ActionsRefusal with every reason.
    """
    subject = subject.strip()
    _refuse_if(reasons_against(language, subject, text))
    with _changing(row, by, DispatchState.waiting(), BEGUN) as locked:
        _keep_text(locked, language, subject, text)
        _back_to_draft(locked)


def submit(row: Dispatch, by: Staff) -> None:
    """Hand a draft to whoever approves it. Raises ActionsRefusal."""
    _refuse_if(_against_audience(row.audience))
    with _changing(row, by, [DispatchState.DRAFT], NOT_A_DRAFT) as locked:
        _refuse_if([] if locked.texts.filter(language=locked.language).exists() else [NO_WORDS])
        locked.state, locked.submitted_by, locked.sent_back_reason = DispatchState.IN_REVIEW, by, ""


def send_back(row: Dispatch, by: Staff, reason: str = "", *, seen: str | None = None) -> None:
    """Make a draft again of what was submitted or approved; whoever did not submit it says why.

    `seen` is as for `approve`. Raises ActionsRefusal without that reason, and when it has begun.
    """
    with _changing(row, by, DispatchState.waiting(), BEGUN, seen=seen) as locked:
        is_by_another = is_another(by, locked.submitted_by_id)
        _refuse_if([WITHOUT_REASON_BACK] if is_by_another and not clean_text(reason) else [])
        _back_to_draft(locked)
        locked.sent_back_reason = clean_text(reason) if is_by_another else ""


def approve(row: Dispatch, by: Staff, *, seen: str | None = None) -> None:
    """Say that it may leave: a publisher who did not submit it, unless it reaches few. Raises ActionsRefusal.

    `seen` is the `version` that was looked at, "" where the page did not say it; only a caller without a page, such as
    a command, leaves it out.
    """
    with _changing(row, by, [DispatchState.IN_REVIEW], NOT_SUBMITTED, seen=seen) as locked:
        _refuse_if([SECOND_PERSON] if needs_another(locked, by) else [])
        locked.state, locked.approved_by = DispatchState.APPROVED, by


def start(row: Dispatch, by: Staff, *, seen: str | None = None) -> None:
    """Begin to send: within half a minute the clock owes it to everybody who follows. Raises ActionsRefusal.

    Asked once more whether a second person is needed: between approving and starting many may have come. `seen` is as
    for `approve`.
    """
    _refuse_if([*_against_audience(row.audience), *_against_appeal(row.appeal)])
    with _changing(row, by, [DispatchState.APPROVED], NOT_APPROVED, seen=seen) as locked:
        _refuse_if([SECOND_PERSON] if _is_alone(locked) and _reaches_many(locked) else [])
        locked.state, locked.started_at = DispatchState.SENDING, timezone.now()


def pause(row: Dispatch, by: Staff) -> None:
    """Hold what has not left; a batch that is in the air arrives. Raises ActionsRefusal."""
    with _changing(row, by, [DispatchState.SENDING], NOT_SENDING) as locked:
        locked.state = DispatchState.PAUSED


def resume(row: Dispatch, by: Staff) -> None:
    """Go on. Raises ActionsRefusal."""
    with _changing(row, by, [DispatchState.PAUSED], NOT_PAUSED) as locked:
        locked.state = DispatchState.SENDING


def stop(row: Dispatch, by: Staff) -> None:
    """Send no more of it, for good. Raises ActionsRefusal."""
    with _changing(row, by, [DispatchState.SENDING, DispatchState.PAUSED], NOT_SENDING) as locked:
        locked.state, locked.finished_at = DispatchState.STOPPED, timezone.now()


def withdraw(row: Dispatch, by: Staff) -> None:
    """Take it from the web, and stop what has not left. Raises ActionsRefusal when it is not there."""
    with _changing(row, by, DispatchState.begun(), NOT_PUBLIC) as locked:
        _refuse_if([NOT_PUBLIC] if locked.withdrawn_at else [])
        locked.withdrawn_at = timezone.now()
        if locked.state in (DispatchState.SENDING, DispatchState.PAUSED):
            locked.state, locked.finished_at = DispatchState.STOPPED, locked.withdrawn_at


def send_test(row: Dispatch, by: Staff) -> None:
    """Mail a dispatch to the member of staff who asks, as a reader would get it. Raises ActionsRefusal.

    It goes by the same outbox; the address is kept for it as that of somebody who has not confirmed, two days at most.
    """
    _refuse_if([] if may_work_on(row, by) else [NOT_YOURS])
    _refuse_if([] if row.texts.exists() else [NO_WORDS])
    _refuse_if([] if people.is_within(f"test:{by.pk}", TESTS_AN_HOUR) else [ENOUGH_TESTS])
    now = timezone.now()
    with transaction.atomic():
        try:
            reader = people.meet(by.email, language=by.language)
        except BadAddress as error:
            raise ActionsRefusal(error.sentence) from None
        occasion = f"{now:%Y-%m-%dT%H:%M:%S.%f}"
        outboxes.owe(reader, TEST_KIND, subject_of(row), occasion, due_at=now, stale_at=now + TEST_FOR)


def may_work_on(row: Dispatch, by: Staff) -> bool:
    """Whether a member may see and change a dispatch: a publisher, or an organiser of its group."""
    return by.has_role(StaffRole.PUBLISHER) or is_organiser_of(by, row.group_id)


def needs_another(row: Dispatch, by: Staff) -> bool:
    """Whether somebody else has to approve it: what reaches many leaves by the word of a publisher alone.

    Not by that of another organiser, who may be an account that the first one has invited.
    """
    return not _is_second(by, row) and _reaches_many(row)


def _is_alone(row: Dispatch) -> bool:
    return row.approved_by is None or not _is_second(row.approved_by, row)


def _is_second(by: Staff, row: Dispatch) -> bool:
    return by.has_role(StaffRole.PUBLISHER) and is_another(by, row.submitted_by_id)


def _reaches_many(row: Dispatch) -> bool:
    if row.audience == EVERYTHING:
        return True
    return reach_of(topics_for(row), mail_kind(row)).total >= settings.FOUR_EYES_FROM_READERS


def mail_kind(row: Dispatch) -> str:
    """The kind of mail a dispatch is sent as."""
    return MAIL_KINDS[row.kind]


def appeal_is_open(appeal: Appeal) -> bool:
    """Whether an appeal is public, and can be followed today."""
    found = Appeal.public.filter(pk=appeal.pk).first()
    return found is not None and is_open(found, timezone.now())


def topics_for(row: Dispatch) -> list[str]:
    """Under which topics it is told: its audience, and those who follow everything."""
    return [row.audience, EVERYTHING]


def subject_of(row: Dispatch) -> str:
    """By what the notifications of a dispatch name it."""
    return f"dispatch:{row.pk}"


@contextmanager
def _changing(
    row: Dispatch, by: Staff, states: list[str], otherwise: object, *, seen: str | None = None
) -> Iterator[Dispatch]:
    """The row locked, judged and, at the end, saved; two who press at once are one after the other.

    Every new word saves the row with it, so that its version speaks for its words too.
    """
    with transaction.atomic():
        locked = Dispatch.internal.select_for_update().get(pk=row.pk)
        _refuse_if([] if may_work_on(locked, by) else [NOT_YOURS])
        _refuse_if([*([] if locked.state in states else [otherwise]), *unseen(locked, seen)])
        yield locked
        locked.save()
    row.refresh_from_db()


def _back_to_draft(row: Dispatch) -> None:
    row.state, row.submitted_by, row.approved_by = DispatchState.DRAFT, None, None


def _keep_text(row: Dispatch, language: str, subject: str, text: str) -> None:
    words = {"subject": clean_line(subject), "text": clean_text(text)}
    DispatchText.internal.update_or_create(dispatch=row, language=language, defaults=words)


def _against_writer(by: Staff, group: Group | None) -> list:
    if by.has_role(StaffRole.PUBLISHER):
        return []
    if group is None:
        return [NO_GROUP]
    return [] if is_organiser_of(by, group.pk) else [NOT_YOURS]


def _against_audience(audience: str) -> list:
    return [] if audience in titles_of([audience]) else [NO_AUDIENCE]


def _against_appeal(appeal: Appeal | None) -> list:
    return [] if appeal is None or appeal_is_open(appeal) else [NO_APPEAL]


def _refuse_if(reasons: list) -> None:
    if reasons:
        raise ActionsRefusal(reasons)


def _free_slug(subject: str) -> str:
    """An address of its day and words that nobody has."""
    alone()
    wanted = slugify(f"{timezone.now():%Y-%m-%d} {subject}")[:100].strip("-")
    taken = Dispatch.internal.filter(slug=wanted).exists()
    return f"{wanted}-{get_random_string(6).lower()}" if taken else wanted

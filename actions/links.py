"""What the mailed links of a sign-up open: a page with one button; only the button changes something."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from actions import onward, words
from actions.choices import SignUpState
from actions.models import SignUp
from actions.refusals import SignUpRefused
from actions.services import questions, sign_up, sign_up_changes
from actions.services.sign_up_rules import CONSENT
from actions.topics import followed_with
from supporters import onward as supporters_onward
from supporters import topics
from supporters.link_languages import register_language
from supporters.links import Ending, LinkPage, Way, link_for, register_ending, register_link
from supporters.services import people
from supporters.services.subscriptions import CONSENT as ALERTS_CONSENT

GONE = 410
#: Whoever stands so has pressed the button.
_SETTLED = (SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.PENDING)


def show_confirm(request: HttpRequest, subject: str) -> LinkPage:
    """Ask whether the person wants to come, with the words that they agree to."""
    row = _row(subject)
    if row is None:
        return _gone()
    if row.state in _SETTLED:
        return _confirmed(request, row)
    words_agreed = "\n\n".join(part for part in (str(CONSENT), _alerts(row)) if part)
    text = "\n\n".join(part for part in (_said(row), _given(row), words_agreed) if part)
    return LinkPage(title=_("Do you want to come?"), text=text, button=_("Yes, I come"))


def act_confirm(request: HttpRequest, subject: str) -> LinkPage:
    """Confirm, or say kindly why it is not possible any more."""
    row = _row(subject)
    if row is None:
        return _gone()
    has_waited = row.state not in _SETTLED
    try:
        sign_up.confirm(row)
    except (SignUp.DoesNotExist, people.Gone):
        return _gone()
    except SignUpRefused as refused:
        ways = (*onward.action(row.action), onward.actions())
        return LinkPage(_("We could not confirm your sign-up"), str(refused), status=409, ways=ways)
    return _confirmed(request, row, has_waited)


def settled(subject: str) -> LinkPage | None:
    """For an old link that was confirmed in time: how the sign-up stands, without what is said in its mails alone."""
    row = _row(subject)
    if row is None or row.state not in _SETTLED:
        return None
    title, text = _stands(row)
    return LinkPage(title, text, ways=(*onward.action(row.action), onward.actions()))


def show_not_me(request: HttpRequest, subject: str) -> LinkPage:
    """Offer to delete what somebody else asked for."""
    row = _row(subject)
    if row is None:
        return _disowned()
    text = _("Somebody gave this address to sign up for an action. If it was not you, we delete that sign-up.")
    return LinkPage(title=_("It was not you?"), text=text, button=_("It was not me: delete it"))


def act_not_me(request: HttpRequest, subject: str) -> LinkPage:
    """Delete it."""
    row = _row(subject)
    if row is not None:
        sign_up_changes.disown(row)
    return _disowned()


def mute(subject: str) -> None:
    """One click: no more mails about this action; a subject of nobody does nothing."""
    row = _row(subject)
    if row is not None:
        sign_up_changes.mute(row)


def is_muted(subject: str) -> bool:
    """Whether no mails about this action go there any more."""
    row = _row(subject)
    return row is None or row.is_muted or row.state in (SignUpState.WITHDRAWN, SignUpState.REFUSED)


def muting() -> LinkPage:
    """Says before what one click does and what it does not."""
    text = _(
        "One click, and you get no more mails about this action: no reminder, and no word if it is moved or cancelled. "
        "If you signed up you are still expected; if you cannot come, withdraw by the other link in the mail. If you "
        "wait for a place you leave the line."
    )
    return LinkPage(title=_("No more mails about this action"), text=text, button=_("Write no more about it"))


def muted() -> LinkPage:
    """The same for everybody."""
    text = _("You get no more mails about this action. What you follow otherwise stays as it is.")
    ways = (onward.actions(), supporters_onward.ask_again())
    return LinkPage(title=_("We write no more about it"), text=text, ways=ways)


def register_links() -> None:
    """Make the links of this floor known."""
    register_link("confirm-sign-up", show_confirm, act_confirm, settled)
    register_link("not-me-sign-up", show_not_me, act_not_me)
    register_ending("mute-sign-up", Ending(mute, is_muted, muting, muted))
    register_language(_language, "confirm-sign-up", "not-me-sign-up", "mute-sign-up", "manage-sign-up")


def _row(subject: str) -> SignUp | None:
    return SignUp.objects.select_related("action", "supporter").filter(pk=subject).first()


def _language(subject: str) -> str:
    row = _row(subject)
    return row.supporter.language if row else ""


def _said(row: SignUp) -> str:
    """Title, time, place and guests; the meeting point only for those who may know it."""
    place = words.place(row.action, knows_address=words.knows_address(row))
    guests = _("Guests: %(n)s") % {"n": row.guests} if row.guests else ""
    lines = [row.action.title_i18n, words.when(row.action), place, guests]
    return "\n\n".join(line for line in lines if line)


def _given(row: SignUp) -> str:
    """What else would be handed to the organisers in this person's name, for whoever typed it may have been another."""
    name = _("Name: %(name)s") % {"name": row.name} if row.name else ""
    role = _("Role: %(role)s") % {"role": row.slot} if row.slot else ""
    answers = row.answers.select_related("question").order_by("question_id")
    said = [f"{one.question.label}: {questions.in_words(one)}" for one in answers]
    return "\n\n".join(line for line in (name, role, *said) if line)


def _alerts(row: SignUp) -> str:
    """The other consent, where it was given with this sign-up."""
    titles = sorted(topics.titles_of(followed_with(row.action)).values()) if row.wants_alerts else []
    if not titles:
        return ""
    asked = _("You asked besides to be written to about: %(what)s") % {"what": ", ".join(titles)}
    return f"{asked}\n\n{ALERTS_CONSENT}"


def _confirmed(request: HttpRequest, row: SignUp, has_just: bool = False) -> LinkPage:
    fresh = SignUp.objects.select_related("action", "supporter").get(pk=row.pk)
    title, text = _stands(fresh)
    return LinkPage(title=title, text=f"{_said(fresh)}\n\n{text}", ways=_on_from(request, fresh, has_just))


def _stands(fresh: SignUp) -> tuple[str, str]:
    """How a sign-up stands, and what happens next."""
    if fresh.state == SignUpState.PENDING:
        text = _("The organisers look at each sign-up for this action. We write to you when they have decided.")
        return _("Your sign-up waits for the organisers"), text
    if fresh.state == SignUpState.WAITING:
        text = _("All places are taken. You are on the waiting list; we write to you when a place becomes free.")
        return _("You are on the waiting list"), text
    text = _("You are expected. We have sent you a mail with the place and a way to withdraw.")
    return _("Your sign-up is confirmed"), text


def _on_from(request: HttpRequest, row: SignUp, has_just: bool) -> tuple[Way, ...]:
    """The action, and the other actions; at the press that confirmed also one's own pages: of it, of what one follows.

    The mail that confirms has the link of one's own page which lives as long as the action.
    """
    until = supporters_onward.lives_until(request)
    own = (Way(link_for("manage-sign-up", str(row.pk), expires_at=until), _("Change or withdraw it")),)
    followed = supporters_onward.own_page(request, row.supporter, has_just)
    return (*onward.action(row.action), *(own if has_just else ()), *followed, onward.actions())


def _disowned() -> LinkPage:
    ways = (supporters_onward.what_we_hold(), onward.actions())
    return LinkPage(title=_("It is deleted"), text=_("We do not keep what was asked for in your name."), ways=ways)


def _gone() -> LinkPage:
    text = _("This sign-up does not exist any more: it was not confirmed in time, or the action is over.")
    return LinkPage(title=_("This link has done its work"), text=text, status=GONE, ways=(onward.actions(),))

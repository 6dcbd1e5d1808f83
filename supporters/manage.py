"""The page behind the mailed links «what I follow»: see it and change it.

The link of every alert opens that much for a month, for alerts are forwarded. What was told lately, address, calendar,
all that is held and being forgotten are behind the link of a mail that was asked for, which that page sends to the
person's own mailbox.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from supporters import onward, topics
from supporters.choices import SubscriptionState, SupporterState
from supporters.forms import PreferenceForm, SettingsForm
from supporters.link_languages import register_language, speak_in
from supporters.link_views import answer, left_words
from supporters.links import LinkPage, Way, register_link_view, told_url
from supporters.models import Supporter
from supporters.opt_in import gone, lost
from supporters.services import browsers, calendars, leaving, people, subscriptions, taking_along

REFUSED = 400


class Undo(NamedTuple):
    """What the page has to be sent to be as it was: names and values."""

    fields: tuple[tuple[str, str], ...]


#: What a button does: an answer of its own, or how it is undone where it is not undone by another button of the page.
Change = Callable[[HttpRequest, Supporter], HttpResponse | Undo | None]


def register() -> None:
    """Make the page known, whole and in part."""
    register_link_view("manage", manage)
    register_link_view("follows", manage_in_part)
    register_language(subscriptions.language_of, "manage", "follows", "told", "unsubscribe")


def manage(request: HttpRequest, subject: str) -> HttpResponse:
    """Show what is kept about a person; a POST changes the one thing its button says."""
    return _managed(request, subject, CHANGES | OF_THE_WHOLE, is_whole=True)


def manage_in_part(request: HttpRequest, subject: str) -> HttpResponse:
    """The same for whoever has an alert in hand, who need not be the person it was sent to."""
    return _managed(request, subject, CHANGES, is_whole=False)


def _managed(request: HttpRequest, subject: str, changes: Mapping[str, Change], *, is_whole: bool) -> HttpResponse:
    supporter = subscriptions.by_id(subject)
    if supporter is None:
        return answer(request, gone())
    change = changes.get(request.POST.get("do", "")) if request.method == "POST" else None
    outcome = change(request, supporter) if change else None
    if isinstance(outcome, HttpResponse):
        return outcome
    is_changed = change not in (None, _stop, _stop_all)
    return _page(request, supporter, undo=outcome, is_changed=is_changed, is_whole=is_whole)


def _page(
    request: HttpRequest, supporter: Supporter, *, undo: Undo | None, is_changed: bool, is_whole: bool
) -> HttpResponse:
    rows = list(supporter.subscriptions.filter(state=SubscriptionState.ACTIVE))
    stopped = list(leaving.stopped(supporter))
    titles = topics.titles_of(row.topic for row in (*rows, *stopped))
    followed = [(row.topic, titles.get(row.topic, row.topic), PreferenceForm.of(row)) for row in rows]
    context = {
        "followed": sorted(followed, key=lambda row: row[1]),
        "stopped": sorted(((row.topic, titles.get(row.topic, row.topic)) for row in stopped), key=lambda row: row[1]),
        "undo": undo,
        "is_undone": is_changed and "undone" in request.POST,
        "is_paused": supporter.is_paused,
        "lost": lost() if supporter.state == SupporterState.UNREACHABLE and supporter.email else "",
        "form": SettingsForm.of(supporter),
        "is_whole": is_whole,
        "is_changed": is_changed,
        "is_pushed": not supporter.email,
        **(_of_the_whole(request, supporter) if is_whole else {}),
    }
    response = render(request, "supporters/manage.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def _of_the_whole(request: HttpRequest, supporter: Supporter) -> dict[str, Any]:
    where = supporter.email or _("In the browser that you use, through {service}").format(
        service=browsers.service_of(supporter)
    )
    told = told_url(str(supporter.pk))
    others = onward.own_of(supporter, onward.lives_until(request))
    return {"address": where, "calendar_url": calendars.address_of(supporter), "told_url": told, "others": others}


def _send_whole(request: HttpRequest, supporter: Supporter) -> HttpResponse:
    """To the person's own mailbox, whoever asks; as often as it may be asked for at the site."""
    if not supporter.email:
        return HttpResponseRedirect(reverse("supporters:browser"), status=303)
    subscriptions.ask_to_manage(supporter.email)
    response = render(request, "supporters/look_for_link.html")
    response.headers["Cache-Control"] = "no-store"
    return response


def _reached(request: HttpRequest, supporter: Supporter) -> None:
    """The link of this page came by a mail that was asked for, and so did arrive."""
    if supporter.email:
        people.confirm(supporter)


def _stop(request: HttpRequest, supporter: Supporter) -> HttpResponse | None:
    is_done = leaving.stop(supporter, request.POST.get("topic", "").replace("\0", ""))
    return None if is_done else _refused(request)


def _take_back(request: HttpRequest, supporter: Supporter) -> HttpResponse | None:
    asked = [topic.replace("\0", "") for topic in request.POST.getlist("topic")]
    return None if leaving.take_back(supporter, asked) else _refused(request)


def _prefer(request: HttpRequest, supporter: Supporter) -> HttpResponse | Undo:
    form = PreferenceForm(request.POST)
    before = subscriptions.followed(supporter, form.cleaned_data["topic"]) if form.is_valid() else None
    is_done = before is not None and subscriptions.prefer(supporter, **form.cleaned_data)
    return _undo("prefer", PreferenceForm.of(before).initial) if before and is_done else _refused(request)


def _undo(do: str, before: Mapping[str, Any]) -> Undo:
    """The form that was shown before, filled in as it was then."""
    return Undo((("do", do), *(pair for name in before for pair in _pairs(name, before[name]))))


def _pairs(name: str, value: Any) -> Iterable[tuple[str, str]]:
    """As a browser sends it: each chosen one of many, and nothing of a box that is not ticked."""
    if isinstance(value, list):
        return [(name, one) for one in value]
    return [] if value is False else [(name, str(value))]


def _refused(request: HttpRequest) -> HttpResponse:
    """What no button of the page says, or what was followed until a moment ago."""
    text = _("This could not be kept; nothing is changed. Please go back and try again.")
    ways = (Way(request.get_full_path(), _("What you follow")),)
    return answer(request, LinkPage(_("Please look at this again"), text, status=REFUSED, ways=ways))


def _pause(request: HttpRequest, supporter: Supporter) -> None:
    subscriptions.pause(supporter, is_paused=True)


def _go_on(request: HttpRequest, supporter: Supporter) -> None:
    subscriptions.pause(supporter, is_paused=False)


def _stop_all(request: HttpRequest, supporter: Supporter) -> None:
    leaving.stop_all(supporter)


def _leave(request: HttpRequest, supporter: Supporter) -> HttpResponse:
    leaving.leave(supporter)
    ways = (onward.alerts(), onward.what_we_hold())
    return answer(request, LinkPage(title=_("You follow nothing any more"), text=left_words(), ways=ways))


def _renew_calendar(request: HttpRequest, supporter: Supporter) -> None:
    calendars.renew(supporter)


def _revoke_calendar(request: HttpRequest, supporter: Supporter) -> None:
    calendars.revoke(supporter)


def _set(request: HttpRequest, supporter: Supporter) -> HttpResponse | Undo:
    before = SettingsForm.of(supporter).initial
    form = SettingsForm(request.POST, zone=supporter.time_zone)
    if not form.is_valid():
        return _refused(request)
    people.change(supporter, **form.cleaned_data)
    speak_in(request, supporter.language)
    return _undo("set", before)


def _ask_forget(request: HttpRequest, supporter: Supporter) -> HttpResponse:
    """What will be gone, and the button that does it: one press beside others is too few for what nobody undoes."""
    response = render(request, "supporters/forget.html", {"here": request.get_full_path()})
    response.headers["Cache-Control"] = "no-store"
    return response


def _forget(request: HttpRequest, supporter: Supporter) -> HttpResponse:
    people.forget(supporter)
    ways = (onward.what_we_hold(), onward.prisoners())
    text = _("All that we kept about you is deleted.")
    return answer(request, LinkPage(title=_("You are forgotten"), text=text, ways=ways))


def _take_along(request: HttpRequest, supporter: Supporter) -> HttpResponse:
    """What is held about a person, for a machine to read (GDPR art. 15 and 20)."""
    response = JsonResponse(taking_along.held_about(supporter), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response.headers["Content-Disposition"] = 'attachment; filename="what-we-hold.json"'
    response.headers["Cache-Control"] = "no-store"
    return response


CHANGES: dict[str, Change] = {
    "stop": _stop,
    "take-back": _take_back,
    "prefer": _prefer,
    "pause": _pause,
    "go-on": _go_on,
    "stop-all": _stop_all,
    "leave": _leave,
    "set": _set,
    "send-whole": _send_whole,
}
OF_THE_WHOLE: dict[str, Change] = {
    "reached": _reached,
    "renew-calendar": _renew_calendar,
    "revoke-calendar": _revoke_calendar,
    "ask-forget": _ask_forget,
    "forget": _forget,
    "take-along": _take_along,
}

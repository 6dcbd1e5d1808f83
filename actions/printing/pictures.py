"""The pictures beside shared links: who and how long, or what, when and where; each 1200 by 630."""

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from PIL import Image, ImageOps

from actions import cards, photo_files, words
from actions.images import reading
from actions.models import Action, Campaign, DayOfAction, Photo
from actions.printing.parts import days, names
from actions.printing.press import png
from prisoners.cards import prisoner_url
from prisoners.casing import with_capital
from prisoners.chain import chain_of
from prisoners.dates import from_date
from prisoners.models import Prisoner
from prisoners.words import country_name, reported

SHARED, QUALITY = (1200, 630), 80


def of_prisoner(prisoner: Prisoner, today: date) -> bytes:
    """The counter and the standing of one prisoner, whose names are prefetched."""
    state = chain_of(prisoner, today)
    data = {
        "kicker": country_name(prisoner.country),
        "title": prisoner.name_i18n,
        "is_held": bool(state.is_held),
        "lines": [with_capital(state.label)],
        "as_of": reported(state),
        **names(prisoner),
        **days(state),
    }
    return _picture(prisoner_url(prisoner), data)


def of_action(action: Action) -> bytes:
    """What, when in whose time, where, as far as everybody may know."""
    lines = [words.when(action), words.place(action)]
    data = {"kicker": words.kinds(action), "lines": [line for line in lines if line], **_titled(action.title_i18n)}
    return _picture(cards.action_url(action), data)


def of_campaign(campaign: Campaign) -> bytes:
    """What it is called, and for how many."""
    count = Prisoner.public.filter(campaigns=campaign).count()
    label = ngettext("person", "people", count)
    data = {"kicker": gettext("Campaign"), "lines": [], **_titled(campaign.title_i18n)}
    data |= {"number": str(count), "number_label": label} if count else {}
    return _picture(reverse("actions:campaign", args=[campaign.slug]), data)


def of_day(day: DayOfAction) -> bytes:
    """What is called for, on which day, in how many cities so far."""
    actions = Action.public.filter(day_of_action=day, cancelled_at__isnull=True).exclude(city="")
    count = actions.order_by().values("country", "city").distinct().count()
    label, when = ngettext("city takes part", "cities take part", count), words.said(from_date(day.held_on))
    data = {"kicker": gettext("Day of action"), "lines": [when], **_titled(day.title_i18n)}
    data |= {"number": str(count), "number_label": label} if count else {}
    return _picture(reverse("actions:day", args=[day.slug]), data)


def of_photo(photo: Photo) -> bytes:
    """A published picture as it is shared: cut to the shape of the others, as JPEG."""
    largest = photo_files.shown(f"{photo.token}-{photo.sizes[-1][0]}.jpg").read_bytes()
    return reading.as_jpeg(ImageOps.fit(reading.own(largest), SHARED, Image.Resampling.LANCZOS), QUALITY)


def _titled(title: str) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    plain = {"number": "", "number_label": "", "is_held": True, "own": None, "as_of": ""}
    return {"title": title, "name": {"text": title, "language": language}, **plain}


def _picture(path: str, data: dict[str, Any]) -> bytes:
    return png("share", path, {"site": gettext("Until Free"), **data})

"""One action to come in a copy to look around in, so that signing up and the desk can be tried.

The example campaign tells what its sources tell, and no source tells of an action two weeks from now. This one is no
claim about anybody: it says in its title that it does not take place, and is for nobody.
"""

from datetime import time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from actions.choices import ActionKind
from actions.models import Action, Group
from actions.services import actions, groups
from prisoners.choices import PublicationState
from prisoners.dates import parse
from prisoners.models import Staff

SLUG = "try-it-out"
AHEAD = timedelta(days=14)
BEGINS = time(18, 0)
GROUP = _("Example group")
ABOUT = _("Nobody works here. This group was made with this copy, so that the desk of organisers can be tried.")
TITLE = _("Try signing up: this picket does not take place")
TEXT = _(
    "This is an example, and nobody comes. It was made with this copy, so that you can try how one signs up, and see "
    "at the desk what organisers see. Call it off there when you are done."
)


def make_trial(member: Staff) -> Action | None:
    """The action, organised by this account and shown as the example campaign is; None where it was made before."""
    if Group.internal.filter(slug=SLUG).exists():
        return None
    now = timezone.now()
    shown: dict[str, Any] = {"state": PublicationState.PUBLISHED, "published_at": now}
    with transaction.atomic():
        group = groups.open_group(
            slug=SLUG, time_zone="UTC", **_in_all_languages(name=GROUP, description=ABOUT), **shown
        )
        groups.add_member(group, member)
        told = {**_in_all_languages(title=TITLE, description=TEXT), **shown}
        when = {"held_on": parse((now + AHEAD).date().isoformat()), "local_time": BEGINS, "time_zone": "UTC"}
        row = Action(slug=SLUG, group=group, kinds=[ActionKind.PICKET], is_open_for_sign_up=True, **when, **told)
        return actions.create_row(row)


def _in_all_languages(**words: str) -> dict[str, str]:
    """Each of these words as its field has it in English, and in the field of each other language."""
    told = dict(words)
    for code, _name in settings.LANGUAGES:
        with override(code):
            told |= {f"{field}_{code}": gettext(text) for field, text in words.items() if code != "en"}
    return told

"""The list of all pages, from the resolver: a new one joins by itself.

A route that shows its page to nobody of the world fails, until `tests/face/world.py` has the data for it or the table
below says why it is none.
"""

from itertools import product

import pytest
from django.test import Client
from django.utils import translation

from tests.face.world import World
from tests.journeys.walk import addresses_of, routes

#: Pages of a library of ours: the desk of researchers is Django's own.
NOT_OURS = ("admin:", "admin-")
#: Routes that answer, but not with a page for people.
NO_PAGE = {
    "to-language": "sends on to a language",
    "favicon": "sends on to the icon",
    "mailbox": "stands only on a developer's machine",
    "mailbox-mail": "stands only on a developer's machine",
    "api-docs": "the page of a library, for programmers",
    "actions:desk-photo-picture": "a picture",
    "actions:desk-invitation": "opened by a link that is mailed once",
    "actions:desk-dispatch-html": "the HTML part of a mail, which has its own wrapper",
    "metrics": "numbers for a machine",
    "oembed": "for other sites, which name a page",
    "api-words": "for other programs, which ask for words",
    "actions:action-photo": "a picture",
    "actions:day-photo": "a picture",
    "actions:letter-sheet": "a sheet to print",
    "actions:appeal-written": "counts one more, and leads whoever comes back to the page",
    "actions:letter-written": "the same",
    "actions:appeal-letter": "a letter on paper, to the target that `?to=` names",
    "calendars:my": "a calendar",
    "media:photo": "a picture",
    "push-renewed": "for the worker of a browser",
    "link": "opened below by the links of mails",
    "unsubscribe": "opened below by the links of mails",
}
ROUTES = sorted({name for name, _parameters in routes() if not name.startswith(NOT_OURS)} - NO_PAGE.keys())
MAILED = (
    *("what I follow", "what I follow, from an alert", "my sign-up", "confirm a sign-up", "confirm alerts"),
    *("what I was told", "all that a mail told", "what I handed in", "not ours", "leaving", "gone"),
)
#: States of pages that a mere address does not show.
STATES = (
    "/en/prisoners/?q=nobody-of-this-name",
    "/en/prisoners/?status=nonsense",
    "/en/prisoners/whole/?as_of=2020-01-01",
    "/en/prisoners/whole/?as_of=0001-01-01",
    "/en/actions/?country=KZ",
    "/en/about/corrections/",
    "/en/about/coming/",
    "/en/about/giving/",
    "/en/about/privacy/",
    "/en/about/accessibility/",
    "/en/no-such-page/",
)


def page_of(world: World, name: str) -> tuple[Client, str] | None:
    """Who sees the page of a route, and where; nobody, if it answers with something else than a page."""
    others = []
    # A request leaves its language to the thread.
    translation.activate("en")
    # Whoever has no account first, at all addresses: most pages are theirs, and most addresses are of other kinds.
    for client, path in product((world.visitor, world.organiser, world.publisher), addresses_of(name, world.fillings)):
        answer = client.get(path)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            return client, path
        others.append((path, answer.status_code))
        if answer.status_code in (200, 405):
            return None
    pytest.fail(f"{name} shows its page to nobody: {others[:6]}. Give tests/face/world.py what it needs.")

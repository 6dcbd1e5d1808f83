"""All that hangs on an address is found and ended from one page, behind a link to one's own mailbox."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client

from actions.choices import SignatureState, SignUpState
from actions.models import Signature, SignUp
from privacy.links import make_link_token
from supporters.models import Supporter
from tests.actions.rows import NOW, make_action, make_appeal, make_sign_up, make_supporter
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def opened(client: Client, anna: Supporter, purpose: str = "manage") -> dict[str, str]:
    """What the page lists beside what is followed: the path by its words."""
    path = f"/l/{make_link_token(purpose, str(anna.pk), NOW + timedelta(hours=5))}/"
    part = client.get(path).content.decode().partition("What else hangs on your address")[2].partition("</ul>")[0]
    return {unescape(said): urlsplit(url).path for url, said in re.findall(r'<a href="([^"]+)">([^<]+)</a>', part)}


def test_sign_ups_and_signatures_are_listed_and_each_is_ended_on_its_page(client: Client) -> None:
    anna = make_supporter()
    action, appeal = make_action(title="Picket"), make_appeal(kind="petition", title="Free them")
    make_sign_up(action, supporter=anna)
    make_sign_up(make_action(slug="gone", title="Gone"), supporter=anna, state=SignUpState.WITHDRAWN)
    make_sign_up(make_action(slug="other", title="Of others"))
    Signature.objects.create(appeal=appeal, supporter=anna, state=SignatureState.CONFIRMED)
    found = opened(client, anna)
    coming, signed = found
    assert coming.startswith("You signed up: Picket, ")
    assert signed == "You signed: Free them"
    with time_machine.travel(NOW + timedelta(hours=6)):
        assert client.get(found[coming]).status_code == 410
    client.post(found[coming], {"do": "withdraw"})
    client.post(found[signed])
    assert SignUp.objects.get(supporter=anna, action=action).state == SignUpState.WITHDRAWN
    assert not Signature.objects.exists()
    assert opened(client, anna) == {}


def test_the_link_of_an_alert_lists_none_of_it(client: Client) -> None:
    anna = make_supporter()
    make_sign_up(make_action(title="Picket"), supporter=anna)
    assert opened(client, anna, "follows") == {}


def test_the_page_asks_as_much_for_three_as_for_one(client: Client) -> None:
    anna = make_supporter()
    counts = []
    for number in range(3):
        make_sign_up(make_action(slug=f"picket-{number}"), supporter=anna)
        appeal = make_appeal(kind="petition", slug=f"text-{number}")
        Signature.objects.create(appeal=appeal, supporter=anna, state=SignatureState.CONFIRMED)
        counts.append(len(queries_of(opened, client, anna)))
        assert len(opened(client, anna)) == 2 * (number + 1)
    assert len(set(counts)) == 1

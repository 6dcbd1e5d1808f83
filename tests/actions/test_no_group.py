"""Whoever organises in no group is told so where only a group can act, instead of being shown an empty list."""

import pytest
from django.test import Client

from tests.actions.rows import make_group, make_organiser

pytestmark = pytest.mark.django_db
ONLY_FOR_GROUPS = ("log/", "new/", "days/new/", "dispatches/new/", "days/sixteenth/join/")
TOLD = "You organise in no group yet"


@pytest.mark.parametrize("page", ONLY_FOR_GROUPS)
def test_what_a_group_does_is_shown_to_those_in_one(client: Client, page: str) -> None:
    member = make_organiser("anna", make_group("vienna"))
    client.force_login(member)
    address = f"/en/desk/{page}"
    assert TOLD not in client.get(address).content.decode()
    member.memberships.all().delete()
    for answer in (client.get(address), client.post(address, {"title": "Picket"})):
        assert answer.status_code == 403
        assert TOLD in answer.content.decode()
        assert 'href="/en/desk/new-group/"' in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    client.logout()
    assert client.get(address)["Location"].startswith("/en/desk/log-in/")

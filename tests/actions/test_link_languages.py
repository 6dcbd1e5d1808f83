"""Pages behind the links of a sign-up and of a signature speak the language of their mails."""

import re

import pytest
from django.test import Client

from actions.choices import SignatureState, SignUpState
from actions.models import Signature
from privacy.links import make_link_token
from supporters.models import Supporter
from tests.actions.rows import make_action, make_appeal, make_sign_up, make_supporter

pytestmark = pytest.mark.django_db

FRENCH = {"accept-language": "fr"}


def spoken(client: Client, path: str) -> str:
    found = re.search(rb'<html lang="(\w+)"', client.get(path, headers=FRENCH).content)
    assert found
    return found[1].decode()


@pytest.fixture
def anna() -> Supporter:
    row = make_supporter()
    Supporter.objects.update(language="kk")
    row.refresh_from_db()
    return row


@pytest.mark.parametrize("state", [SignUpState.UNCONFIRMED, SignUpState.CONFIRMED, SignUpState.WITHDRAWN])
@pytest.mark.parametrize("purpose", ["confirm-sign-up", "not-me-sign-up", "manage-sign-up", "mute-sign-up"])
def test_links_of_a_sign_up_open_in_the_language_of_its_mails(
    client: Client, anna: Supporter, purpose: str, state: str
) -> None:
    row = make_sign_up(make_action(), supporter=anna, state=state)
    where = "unsubscribe" if purpose.startswith("mute") else "l"
    path = f"/{where}/{make_link_token(purpose, str(row.pk), None)}/"
    assert spoken(client, path) == "kk"
    assert spoken(client, f"{path}?lang=ru") == "ru"
    row.delete()
    assert spoken(client, path) == "fr"


@pytest.mark.parametrize("purpose", ["confirm-signature", "not-me-signature"])
def test_links_of_a_signature_open_in_the_language_of_its_mails(client: Client, anna: Supporter, purpose: str) -> None:
    row = Signature.objects.create(appeal=make_appeal(), supporter=anna, state=SignatureState.CONFIRMED)
    path = f"/l/{make_link_token(purpose, str(row.pk), None)}/"
    assert spoken(client, path) == "kk"
    assert spoken(client, f"{path}?lang=ru") == "ru"
    row.delete()
    assert spoken(client, path) == "fr"

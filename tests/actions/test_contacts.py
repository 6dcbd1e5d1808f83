"""Where one reaches a group: sealed, where answers to its messages go, and shown only if it wants that."""

from email import message_from_bytes

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions.choices import Audience
from actions.models import Action, Group, GroupContact
from actions.refusals import ActionsRefusal
from actions.services.contacts import contact_of, set_contact
from actions.services.messaging import write
from prisoners.models import Staff
from supporters.mails import drafted
from supporters.models import Notification
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up

pytestmark = pytest.mark.django_db

ADDRESS = "vienna@groups.example"


@pytest.fixture
def picket(vienna: Group) -> Action:
    return make_action(slug="picket", group=vienna)


def written(picket: Action, anna: Staff) -> str:
    """The mail of a message to somebody who comes."""
    with time_machine.travel(NOW, tick=False):
        make_sign_up(picket)
        write(picket, anna, text="Bring candles.", audience=Audience.COMING)
        return drafted(Notification.objects.get(kind="organiser_message")).decode()


def test_answer_to_a_message_goes_to_the_group(vienna: Group, anna: Staff, picket: Action) -> None:
    set_contact(vienna, anna, address=ADDRESS, is_public=False)
    mail = written(picket, anna)
    assert message_from_bytes(mail.encode())["Reply-To"] == ADDRESS
    assert "An answer to this mail goes to the organisers." in mail


def test_message_of_a_group_without_an_address_says_nothing_of_answers(anna: Staff, picket: Action) -> None:
    mail = written(picket, anna)
    assert message_from_bytes(mail.encode())["Reply-To"] is None
    assert "An answer" not in mail


@pytest.mark.parametrize("is_public", [True, False])
def test_address_is_shown_only_where_the_group_wants_that(
    client: Client, vienna: Group, anna: Staff, is_public: bool
) -> None:
    set_contact(vienna, anna, address=ADDRESS, is_public=is_public)
    assert (ADDRESS in client.get("/en/groups/vienna/").content.decode()) is is_public


def test_address_lies_sealed_and_is_forgotten_when_it_is_emptied(vienna: Group, anna: Staff) -> None:
    set_contact(vienna, anna, address=ADDRESS, is_public=False)
    with connection.cursor() as cursor:
        cursor.execute("SELECT address::text FROM actions_groupcontact")
        assert "vienna" not in cursor.fetchone()[0]
    set_contact(vienna, anna, address=" ", is_public=False)
    assert not GroupContact.objects.exists()
    assert contact_of(vienna.pk) == contact_of(None) == ""


def test_contact_is_refused_with_a_sentence_and_nothing_is_changed(client: Client, vienna: Group, anna: Staff) -> None:
    set_contact(vienna, anna, address=ADDRESS, is_public=False)
    berta = make_organiser("berta", make_group("berlin"))
    with pytest.raises(ActionsRefusal, match="in this group"):
        set_contact(vienna, berta, address="berta@people.example", is_public=True)
    with pytest.raises(ActionsRefusal, match="no address to show"):
        set_contact(vienna, anna, address="", is_public=True)
    client.force_login(anna)
    wrong = client.post("/en/desk/groups/vienna/contact/", {"address": "vienna@", "is_public": "on"})
    assert wrong.status_code == 400
    assert (GroupContact.objects.get().address, GroupContact.objects.get().is_public) == (ADDRESS, False)
    assert client.post("/en/desk/groups/vienna/contact/", {"address": ADDRESS, "is_public": "on"}).status_code == 302
    assert GroupContact.objects.get().is_public

"""Publication: nobody outside sees a fact before a second person has looked at it."""

import pytest

from prisoners import publication
from prisoners.choices import PublicationState
from prisoners.models import Prisoner
from tests.prisoners import make

pytestmark = pytest.mark.django_db


def test_a_fact_is_seen_when_alice_submitted_and_bob_published_it() -> None:
    prisoner = make.a_prisoner()
    make.cite(prisoner)
    publication.submit(prisoner, make.alice())
    assert not Prisoner.public.exists()
    publication.publish(prisoner, make.bob())
    assert list(Prisoner.public.all()) == [prisoner]


def test_publishing_is_refused_with_all_reasons_at_once_when_everything_is_missing() -> None:
    prisoner = make.a_prisoner(consent_ground="")
    with pytest.raises(publication.PublicationRefused) as refusal:
        publication.publish(prisoner, make.alice())
    assert refusal.value.reasons == [
        publication.NOT_A_PUBLISHER,
        publication.NOT_SUBMITTED,
        publication.WITHOUT_SOURCE,
        publication.WITHOUT_GROUND,
    ]
    prisoner.refresh_from_db()
    assert prisoner.state == PublicationState.DRAFT


def test_publishing_is_refused_when_bob_submitted_it_himself() -> None:
    prisoner, bob = make.a_prisoner(), make.bob()
    make.cite(prisoner)
    publication.submit(prisoner, bob)
    with pytest.raises(publication.PublicationRefused, match="second person"):
        publication.publish(prisoner, bob)
    assert not Prisoner.public.exists()


def test_submitting_is_refused_to_charlie_and_without_a_source() -> None:
    prisoner = make.a_prisoner()
    with pytest.raises(publication.PublicationRefused) as refusal:
        publication.submit(prisoner, make.charlie())
    assert refusal.value.reasons == [publication.NOT_A_RESEARCHER, publication.WITHOUT_SOURCE]


def test_a_colleague_who_was_faster_is_noticed_when_the_row_in_hand_is_old() -> None:
    prisoner, bob = make.a_prisoner(), make.bob()
    make.cite(prisoner)
    publication.submit(prisoner, make.alice())
    old = Prisoner.internal.get(pk=prisoner.pk)
    publication.publish(prisoner, bob)
    with pytest.raises(publication.PublicationRefused, match="published already"):
        publication.publish(old, bob)


def test_withdrawing_hides_at_once_and_needs_a_reason() -> None:
    prisoner, bob = make.published(make.a_prisoner()), make.bob()
    with pytest.raises(publication.PublicationRefused, match="reason"):
        publication.withdraw(prisoner, bob, "  ")
    assert Prisoner.public.exists()
    publication.withdraw(prisoner, bob, "the family asked")
    assert not Prisoner.public.exists()
    assert prisoner.withdrawal_reason == "the family asked"


def test_withdrawing_is_refused_to_alice() -> None:
    prisoner = make.published(make.a_prisoner())
    with pytest.raises(publication.PublicationRefused, match="Withdrawing"):
        publication.withdraw(prisoner, make.alice(), "a reason")


def test_an_unpublished_parent_is_said_but_does_not_stop_publishing() -> None:
    from_a_draft = make.a_case(make.a_prisoner())
    make.cite(from_a_draft)
    charge = from_a_draft.charges.create(prisoner=from_a_draft.defendants.get(), text="a charge")
    make.cite(charge)
    notes = publication.publish(charge, None, trusted=True)
    assert len(notes) == 2
    assert "published as well" in str(notes[0])


def test_the_command_line_publishes_twice_without_a_change() -> None:
    prisoner = make.published(make.a_prisoner())
    before = prisoner.published_at
    assert publication.publish(prisoner, None, trusted=True) == []
    assert prisoner.published_at == before


def test_publisher_is_told_when_readers_will_see_no_source() -> None:
    hidden, shown = make.a_prisoner(), make.a_prisoner("Anna Other")
    make.cite(hidden, make.a_source("file", is_confidential=True))
    make.cite(shown)
    for prisoner, notes in ((hidden, [publication.NO_SOURCE_SHOWN]), (shown, [])):
        assert publication.publish(prisoner, None, trusted=True) == notes

"""Two records of one person become one: everything moves, nothing is lost, addresses and followers come along."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from prisoners.choices import CustodyKind, PublicationState, SanctionKind
from prisoners.models import Citation, Defendant, FormerSlug, PersonName, Prisoner, Staff, Statement
from prisoners.services import detentions, prisoners, sanctions
from prisoners.services.merging import merge, preview
from prisoners.services.refusals import RecordRefused
from supporters import reminders
from supporters.models import Subscription
from supporters.services import people
from tests.prisoners import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("numbers_stay_true")]


def two(**fields: Any) -> tuple[Prisoner, Prisoner]:
    kept = make.a_prisoner(born_on="1962")
    return kept, make.a_prisoner("Erlan Example", **{"born_on": "1963", "summary": "A trade unionist.", **fields})


def test_everything_moves_and_nothing_is_lost() -> None:
    kept, other = two()
    old, sanction = other.pk, sanctions.impose(other, kind=SanctionKind.PRISON, imposed_on="2017")
    case = make.a_case(kept, other)
    prisoners.keep_name(PersonName(prisoner=other, text=kept.name))
    source = make.a_source()
    make.cite(PersonName.internal.get(prisoner=other, text=kept.name), source)
    for one in (kept, other):
        make.cite(one, source)
    merge(kept, other, make.alice())
    kept.refresh_from_db()
    sanction.refresh_from_db()
    assert (sanction.prisoner, kept.summary, str(kept.born_on)) == (kept, "A trade unionist.", "1962")
    assert {name.text for name in kept.names.all()} == {"Yerlan Example", "Erlan Example"}
    assert [row.prisoner for row in Defendant.internal.filter(case=case)] == [kept]
    assert Citation.internal.filter(prisoner=kept).count() == 1
    assert Citation.internal.get(person_name__isnull=False).person_name.prisoner == kept  # type: ignore[union-attr]
    assert not Prisoner.internal.filter(pk=old).exists()
    assert sanction.history.last().pgh_context.metadata["into"] == kept.pk  # type: ignore[union-attr]


def test_what_contradicts_stays_as_a_draft_beside_it() -> None:
    kept, other = two()
    shown = preview(kept, other, make.alice())
    assert [(one.kept, one.other) for one in shown.contradictions] == [("in 1962", "in 1963")]
    merge(kept, other, Staff.objects.get())
    said = Statement.internal.get()
    assert "in 1963 (here: in 1962)" in said.text
    assert (said.state, list(said.prisoners.all())) == (PublicationState.DRAFT, [kept])


def test_old_addresses_lead_to_the_kept_record_even_over_two_merges(client: Client) -> None:
    first, second = two()
    third = make.a_prisoner("Yerlan Third")
    alice = make.alice()
    merge(second, first, alice)
    merge(third, second, alice)
    make.published(third)
    for slug in ("yerlan-example", "erlan-example"):
        assert client.get(f"/en/prisoners/{slug}/")["Location"] == "/en/prisoners/yerlan-third/"
        assert client.get(f"/calendar/prisoners/{slug}.ics").status_code in (301, 302)
    assert FormerSlug.objects.filter(prisoner=third, merged_pk__isnull=False).count() == 2


def test_followers_of_the_old_record_follow_the_kept_one_once() -> None:
    kept, other = two()
    one, both = people.meet("one@example.org"), people.meet("both@example.org")
    for who, followed in ((one, other), (both, other), (both, kept)):
        Subscription.objects.create(supporter=who, topic=f"prisoner:{followed.pk}")
    merge(kept, other, make.alice())
    for _tick in range(2):
        reminders.run_planners(timezone.now())
    assert sorted(Subscription.objects.values_list("supporter_id", "topic")) == sorted(
        (who.pk, f"prisoner:{kept.pk}") for who in (one, both)
    )


def test_overlapping_custody_is_for_a_person_to_sort_out_first() -> None:
    kept, other = two()
    for one in (kept, other):
        detentions.detain(one, kind=CustodyKind.SERVING, started_on="2017-01-01", ended_on="2018-01-01")
    with pytest.raises(RecordRefused, match="overlaps"):
        merge(kept, other, make.alice())
    assert Prisoner.internal.count() == 2


def test_public_record_is_merged_by_publishers_and_stays() -> None:
    kept, other = two()
    make.published(kept)
    with pytest.raises(RecordRefused, match="for publishers"):
        merge(kept, other, make.alice())
    with pytest.raises(RecordRefused, match="keep that"):
        merge(other, kept, make.bob())
    merge(kept, other, Staff.objects.get(handle="bob"))
    assert Prisoner.public.get() == kept


def test_record_is_not_merged_with_itself_or_with_nobody() -> None:
    kept, other = two()
    alice = make.alice()
    with pytest.raises(RecordRefused, match="one record already"):
        merge(kept, kept, alice)
    Prisoner.internal.filter(pk=other.pk).delete()
    with pytest.raises(RecordRefused, match="not there any more"):
        merge(kept, other, alice)


def test_desk_shows_both_and_merges_by_one_button() -> None:
    kept, other = two()
    alice = Client()
    alice.force_login(make.alice())
    address = f"/staff/prisoners/prisoner/{kept.pk}/merge/"
    assert address in alice.get(f"/staff/prisoners/prisoner/{kept.pk}/change/").content.decode()
    assert "no record with this address" in alice.get(address, {"other": "nobody"}).content.decode()
    page = alice.get(address, {"other": other.slug}).content.decode()
    assert "1963" in page
    assert Prisoner.internal.count() == 2
    alice.post(address, {"other": other.slug})
    assert Prisoner.internal.get() == kept


def test_merging_is_closed_to_others() -> None:
    kept, other = two()
    bob = Client()
    assert bob.post(f"/staff/prisoners/prisoner/{kept.pk}/merge/", {"other": other.slug}).status_code == 302
    assert Prisoner.internal.count() == 2

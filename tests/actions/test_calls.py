"""The call to a day of action at the desk: Anna of Vienna writes it, Ben shows it, the cities follow; Berta joins."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from actions.models import Action, DayOfAction, Demand, Group, NewWords
from actions.new_words import publish_words
from actions.publication import publish, submit, withdraw
from actions.refusals import ActionsRefusal, NotPublishable
from actions.services.actions import SETTLING, change
from actions.services.calls import call_for, change_call, publish_call, publish_call_words
from actions.services.days import add_city
from prisoners.choices import StaffRole
from prisoners.models import Staff
from supporters import reminders
from supporters.models import Notification
from tests.actions.rows import NOW, make_campaign, make_group, make_organiser, make_prisoner, make_sign_up, make_staff

pytestmark = pytest.mark.django_db

SAID = {"title": "The sixteenth", "kinds": ["picket"], "held_on": date(2026, 12, 16), "local_time": time(18)}


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def berta() -> Staff:
    return make_organiser("berta", make_group("berlin", "Europe/Berlin", country="DE"))


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def posted(**fields: Any) -> dict[str, Any]:
    """The form of a call, as a browser sends it."""
    said = {"title": "The sixteenth", "kinds": ["picket"], "held_on": "2026-12-16", "local_time": "18:00"}
    return {**said, "local_end_time": "20:00", "description": "Bring candles.", **fields}


def test_call_is_written_once_shown_by_a_second_person_and_followed_everywhere(
    vienna: Group, anna: Staff, berta: Staff
) -> None:
    whom = make_prisoner()
    first, second = logged_in(anna), logged_in(make_organiser("ben", vienna))
    made = first.post("/en/desk/days/new/", posted(group=vienna.pk, prisoners=[whom.pk]))
    assert made["Location"] == "/en/desk/days/the-sixteenth-2026-12-16/"
    page = made["Location"]
    assert Client().get("/en/days-of-action/the-sixteenth-2026-12-16/").status_code == 404
    first.post(f"{page}step/", {"do": "submit"})
    seen = DayOfAction.internal.get().version
    first.post(f"{page}step/", {"do": "publish", "seen": seen})
    answer = second.post(f"{page}step/", {"do": "publish"}, follow=True)
    assert "somebody who has looked at it" in answer.content.decode()
    assert not DayOfAction.public.exists()
    assert "The sixteenth" in second.get("/en/desk/review/").content.decode()
    second.post(f"{page}step/", {"do": "publish", "seen": seen})
    shown = Client().get("/en/days-of-action/the-sixteenth-2026-12-16/").content.decode()
    assert "Called for by" in shown
    joined = logged_in(berta).post(
        "/en/desk/days/the-sixteenth-2026-12-16/join/",
        {"group": berta.memberships.get().group_id, "city": "Berlin", "local_time": "12:00"},
    )
    assert joined.status_code == 302
    first.post(f"{page}edit/", posted(title="Freedom now", local_time="17:00", prisoners=[whom.pk]))
    (city,) = Action.internal.all()
    assert (city.title, city.local_time, city.local_end_time) == ("The sixteenth", time(12), None)
    waiting = {"do": "words", "seen": NewWords.objects.get().version}
    first.post(f"{page}step/", waiting)
    assert "Freedom now" not in Client().get("/en/days-of-action/the-sixteenth-2026-12-16/").content.decode()
    assert "Freedom now" in second.get(page).content.decode()
    assert "The sixteenth" in second.get("/en/desk/review/").content.decode()
    second.post(f"{page}step/", waiting)
    city.refresh_from_db()
    assert (city.title, city.local_time, city.local_end_time) == ("Freedom now", time(12), None)
    assert city.own_fields == ["local_time", "local_end_time"]


def test_the_second_person_sees_for_whom_a_call_is_and_its_campaign(vienna: Group, anna: Staff, ben: Staff) -> None:
    campaign = make_campaign(title="For all of them")
    day = call_for(vienna, anna, **SAID, prisoners=[make_prisoner(name="Anna Example")])
    DayOfAction.internal.filter(pk=day.pk).update(campaign=campaign)
    submit(day, anna)
    facts = dict(logged_in(ben).get(f"/en/desk/days/{day.slug}/").context["facts"])
    assert facts == {"Kinds": "picket", "Campaign": "For all of them", "For": "Anna Example"}


def test_only_those_who_called_and_publishers_change_a_call(vienna: Group, anna: Staff, berta: Staff) -> None:
    day = call_for(vienna, anna, **SAID)
    for member in (berta, make_staff("rob", StaffRole.RESEARCHER)):
        with pytest.raises(ActionsRefusal, match="called for it"):
            change_call(day, member, title="Mine now")
        assert logged_in(member).get(f"/en/desk/days/{day.slug}/").status_code == 404
    with pytest.raises(ActionsRefusal, match="in this group"):
        call_for(vienna, berta, **SAID)
    assert change_call(day, make_staff("rita", StaffRole.PUBLISHER), title="Better").title == "Better"
    assert DayOfAction.internal.count() == 1


def test_call_that_cannot_be_is_refused_with_every_reason_and_writes_nothing(vienna: Group, anna: Staff) -> None:
    wrong = {"title": " ", "kinds": ["riot"], "held_on": date(2026, 11, 1), "local_end_time": time(17)}
    with pytest.raises(ActionsRefusal) as refused:
        call_for(vienna, anna, **{**SAID, **wrong})
    assert len(refused.value.reasons) == 4
    with pytest.raises(ActionsRefusal, match="beginning"):
        call_for(vienna, anna, **{**SAID, "local_time": None, "local_end_time": time(17)})
    answer = logged_in(anna).post("/en/desk/days/new/", posted(group=vienna.pk, local_end_time="17:00"))
    assert answer.status_code == 400
    assert "ends before it begins" in answer.content.decode()
    assert not DayOfAction.internal.exists()


def test_hour_that_a_city_does_not_have_is_said_in_the_form_and_changes_nothing(vienna: Group, anna: Staff) -> None:
    """On 28 March 2027 the clocks of Vienna skip 02:30."""
    day = call_for(vienna, anna, **SAID)
    DayOfAction.internal.update(state="published")
    add_city(day, vienna, anna, city="Vienna")
    wrong = posted(held_on="2027-03-28", local_time="02:30", local_end_time="04:00")
    answer = logged_in(anna).post(f"/en/desk/days/{day.slug}/edit/", wrong)
    assert answer.status_code == 400
    assert "Vienna: There is no 28 March 2027, 02:30" in answer.content.decode()
    assert (DayOfAction.internal.get().held_on, Action.internal.get().local_time) == (date(2026, 12, 16), time(18))


def test_ten_changes_of_a_call_in_ten_minutes_are_one_mail(vienna: Group, anna: Staff) -> None:
    day = call_for(vienna, anna, **SAID)
    DayOfAction.internal.update(state="published")
    city = add_city(day, vienna, anna, city="Vienna")
    Action.internal.update(state="published")
    make_sign_up(city)
    for minute in range(10):
        change_call(day, anna, local_time=time(17, minute))
        reminders.run_planners(NOW)
    assert not Notification.objects.filter(kind="action_moved").exists()
    reminders.run_planners(NOW + SETTLING)
    assert Notification.objects.filter(kind="action_moved").count() == 1


def test_title_in_any_script_becomes_an_address_in_latin_letters(vienna: Group, anna: Staff) -> None:
    first, second = (call_for(vienna, anna, **{**SAID, "title": "Желтоқсан"}) for _number in range(2))
    assert first.slug == "zheltoqsan-2026-12-16"
    assert second.slug.startswith("zheltoqsan-2026-12-16-")


@pytest.fixture
def shown(vienna: Group, anna: Staff, berta: Staff) -> DayOfAction:
    """A public call, followed by a public city of another group."""
    day = call_for(vienna, anna, description="Bring candles", **SAID)
    DayOfAction.internal.update(state="published")
    day.refresh_from_db()
    add_city(day, berta.memberships.get().group, berta, city="Berlin")
    Action.internal.update(state="published")
    return day


def test_new_words_of_a_public_call_reach_no_city_before_a_second_person_has_looked(
    shown: DayOfAction, anna: Staff, ben: Staff, berta: Staff
) -> None:
    change_call(shown, anna, title="Come to my house", local_time=time(17))
    assert list(Action.internal.values_list("title", "local_time")) == [("The sixteenth", time(17))]
    seen = NewWords.objects.get().version
    for stranger in (anna, berta):
        with pytest.raises(NotPublishable):
            publish_call_words(shown, stranger, seen)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        change_call(shown, anna, title="Come to my garden")
    with pytest.raises(NotPublishable, match="changed meanwhile"):
        publish_call_words(shown, ben, seen)
    assert (DayOfAction.internal.get().title, Action.internal.get().title) == ("The sixteenth", "The sixteenth")
    publish_call_words(shown, ben, NewWords.objects.get().version)
    assert (DayOfAction.internal.get().title, Action.internal.get().title) == ("Come to my garden", "Come to my garden")
    assert not NewWords.objects.exists()


def test_city_keeps_its_own_words_once_they_were_looked_at(
    shown: DayOfAction, anna: Staff, ben: Staff, berta: Staff
) -> None:
    city = Action.internal.get()
    change(city, berta, title="Berlin stands too")
    publish_words(city, make_staff("rita", StaffRole.PUBLISHER), NewWords.objects.get().version)
    change_call(shown, anna, title="All cities")
    publish_call_words(shown, ben, NewWords.objects.get().version)
    city.refresh_from_db()
    assert (city.title, city.description, city.own_fields) == ("Berlin stands too", "Bring candles", ["title"])


def test_call_that_is_changed_while_it_waits_is_a_draft_again(vienna: Group, anna: Staff, ben: Staff) -> None:
    day = call_for(vienna, anna, **SAID)
    submit(day, anna)
    seen = DayOfAction.internal.get().version
    answer = logged_in(ben).post(f"/en/desk/days/{day.slug}/edit/", posted(title="Mine"), follow=True).content.decode()
    assert "It is a draft again" in answer
    with pytest.raises(NotPublishable, match="not been submitted"):
        publish(day, ben)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        submit(day, anna)
    logged_in(ben).post(f"/en/desk/days/{day.slug}/step/", {"do": "publish", "seen": seen})
    assert not DayOfAction.public.exists()
    logged_in(ben).post(
        f"/en/desk/days/{day.slug}/step/", {"do": "publish", "seen": DayOfAction.internal.get().version}
    )
    assert DayOfAction.public.get().title == "Mine"


def test_words_of_a_call_that_is_not_public_reach_no_public_city_until_somebody_has_looked(
    shown: DayOfAction, anna: Staff, ben: Staff, berta: Staff
) -> None:
    city = Action.internal.get()
    withdraw(shown, ben, "Wrong day")
    change_call(shown, anna, title="Come to my house", local_time=time(17))
    change(city, berta, venue="Another square")
    city.refresh_from_db()
    assert (city.title, city.local_time, city.own_fields) == ("The sixteenth", time(17), [])
    submit(shown, anna)
    with pytest.raises(NotPublishable, match="second person"):
        publish_call(shown, anna)
    assert Action.public.get().title == "The sixteenth"
    publish_call(shown, ben)
    assert (DayOfAction.public.get().title, Action.public.get().title) == ("Come to my house", "Come to my house")


def test_city_that_waits_says_nothing_that_nobody_handed_in(shown: DayOfAction, anna: Staff) -> None:
    Action.internal.update(state="in_review")
    DayOfAction.internal.update(state="withdrawn")
    change_call(shown, anna, title="Come to my house")
    assert Action.internal.get().title == "The sixteenth"


def test_new_words_that_waited_are_gone_once_a_withdrawn_call_is_written_anew(
    shown: DayOfAction, anna: Staff, ben: Staff
) -> None:
    change_call(shown, anna, title="Come to my house")
    withdraw(shown, ben, "Wrong day")
    change_call(shown, anna, title="All cities")
    assert not NewWords.objects.exists()
    assert DayOfAction.internal.get().title == "All cities"


def test_call_that_is_for_others_while_it_waits_is_a_draft_again(vienna: Group, anna: Staff, ben: Staff) -> None:
    whom, other = make_prisoner(), make_prisoner("another")
    demand = Demand.internal.create(campaign=make_campaign(), text="Free him")
    day = call_for(vienna, anna, prisoners=[whom], **SAID)
    for change_of in ({"prisoners": [other]}, {"demands": [demand]}):
        submit(day, anna)
        changed = change_call(day, ben, **change_of)
        assert changed.state == "draft"
    submit(day, anna)
    assert change_call(day, ben, prisoners=[other], demands=[demand]).state == "in_review"

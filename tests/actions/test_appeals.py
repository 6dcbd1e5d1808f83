"""Appeals: numbered, open until a local midnight, with numbers that nobody typed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import translation

from actions import appeal_rules, appeal_texts, composing
from actions.models import Appeal, AppealClaim
from actions.publication import publish, submit, withdraw
from actions.refusals import ActionsRefusal, NotPublishable
from actions.services import appeals
from prisoners.choices import StaffRole
from prisoners.models import Prisoner, Staff
from prisoners.times import BadTime
from tests.actions.rows import NOW, make_appeal, make_campaign, make_prisoner, make_staff, make_target
from tests.factories import DetentionFactory, EventFactory, PersonNameFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Prisoner:
    """Born in 1980, in prison since the first of January 2024."""
    prisoner = make_prisoner("yerlan-example", born_on="1980")
    DetentionFactory(prisoner=prisoner, kind="serving", started_on="2024-01-01", ended_on="")
    EventFactory(kind="other", happened_on="2026-11-01").prisoners.add(prisoner)
    return prisoner


def researchers() -> tuple[Staff, Staff]:
    return make_staff("anna", StaffRole.RESEARCHER), make_staff("ben", StaffRole.PUBLISHER)


def bring_out(appeal: Appeal) -> Appeal:
    anna, ben = researchers() if not Staff.objects.exists() else tuple(Staff.objects.order_by("handle"))
    with time_machine.travel(NOW, tick=False):
        submit(appeal, anna)
        publish(appeal, ben)
    return Appeal.public.get(pk=appeal.pk)


def refused(appeal: Appeal, now: datetime = NOW) -> list[str]:
    return [str(one) for one in appeal_rules.missing(appeal, now)]


def test_an_appeal_closes_with_the_last_local_day_wherever_that_is() -> None:
    appeal = make_appeal(closes_on=date(2026, 12, 24), time_zone="Asia/Aqtau")
    midnight = datetime(2026, 12, 24, 19, tzinfo=UTC)
    assert appeal.closes_at == midnight
    assert appeal_rules.is_open(appeal, midnight - timedelta(seconds=1))
    assert not appeal_rules.is_open(appeal, midnight)


def test_an_appeal_that_ended_before_closes_when_that_day_begins() -> None:
    appeal = make_appeal(ended_on=date(2026, 12, 10))
    assert appeal.closes_at == datetime(2026, 12, 9, 19, tzinfo=UTC)
    assert appeal_rules.last_day(appeal) == date(2026, 12, 9)


def test_a_later_last_day_opens_it_again() -> None:
    appeal = make_appeal(closes_on=date(2026, 11, 1))
    assert not appeal_rules.is_open(appeal, NOW)
    appeal.closes_on = date(2026, 12, 31)
    assert appeal_rules.is_open(appeals.keep(appeal), NOW)
    assert [entry.closes_on for entry in appeal.history.order_by("pgh_id")] == [date(2026, 11, 1), date(2026, 12, 31)]


def test_appeals_are_counted_in_the_series_of_their_campaign_or_prisoner(held: Prisoner) -> None:
    campaign, other = make_campaign("one"), make_campaign("two")
    rows = [{"campaign": campaign}, {"campaign": campaign}, {"campaign": other}, {"prisoners": [held]}]
    out = [bring_out(make_appeal(state="draft", **row)) for row in [*rows, {"prisoners": [held]}]]
    assert [one.number for one in out] == [1, 2, 1, 1, 2]
    assert out[0].series == f"campaign:{campaign.pk}"
    assert out[3].series == f"prisoner:{held.pk}"


def test_a_number_stays_when_an_appeal_was_withdrawn_and_shown_again() -> None:
    appeal = bring_out(make_appeal(state="draft", campaign=make_campaign()))
    _anna, ben = Staff.objects.order_by("handle")
    withdraw(appeal, ben, "A mistake")
    assert not Appeal.public.exists()
    bring_out(make_appeal(state="draft", campaign=appeal.campaign))
    assert bring_out(Appeal.internal.get(pk=appeal.pk)).number == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"closes_on": None}, "needs the last day"),
        ({"closes_on": date(2026, 11, 30)}, "last day of this appeal is over"),
        ({"requested_by": ""}, "who called for it"),
        ({"summary": ""}, "what it is about"),
        ({"letter": ""}, "needs the text"),
        ({"targets": []}, "needs somebody to whom it is addressed"),
        ({"campaign": None}, "is for a prisoner or belongs to a campaign"),
        ({"letter_language": "ru"}, "no text in that language"),
        ({"letter": "Held {{ days_held }}"}, "speaks of one person, and the appeal is for 0"),
    ],
)
def test_what_an_appeal_lacks_is_said_and_nothing_is_shown(fields: dict[str, Any], sentence: str) -> None:
    appeal = make_appeal(**{"state": "draft", "campaign": make_campaign(), **fields})
    anna, _ben = researchers()
    with time_machine.travel(NOW, tick=False), pytest.raises(NotPublishable, match=sentence) as refusal:
        submit(appeal, anna)
    assert len(refusal.value.reasons) == 1
    assert Appeal.internal.get().state == "draft"
    assert Appeal.internal.get().number is None


def test_an_appeal_to_a_hidden_target_or_for_a_hidden_person_is_not_shown() -> None:
    hidden = make_prisoner("hidden", state="draft")
    appeal = make_appeal(state="draft", prisoners=[hidden], targets=[make_target(state="draft")])
    assert refused(appeal) == [
        "An appeal needs somebody to whom it is addressed, and who is public.",
        "It is for somebody whose page is not public: Hidden.",
    ]


def test_an_appeal_goes_from_the_public_with_the_person_for_whom_it_is(held: Prisoner) -> None:
    appeal = make_appeal(prisoners=[held, make_prisoner("other")])
    assert list(Appeal.public.all()) == [appeal]
    Prisoner.internal.filter(slug="other").update(state="withdrawn")
    assert not Appeal.public.exists()


def test_a_number_nobody_can_compute_is_refused_when_it_is_written() -> None:
    appeal = make_appeal(letter="He is {{ shoe_size }} and {{ days_held }}")
    with pytest.raises(ActionsRefusal, match="“shoe_size” cannot be computed; what can is: name, days_held") as refusal:
        appeals.keep(appeal)
    assert len(refusal.value.reasons) == 1


@pytest.mark.parametrize("text", ["{{ days held }}", "{{ age", "age }}", "{% now %}", "{{ имя }}"])
def test_open_braces_are_refused(text: str) -> None:
    appeal = make_appeal()
    appeal.letter_ru = f"Просим {text}"
    with pytest.raises(ActionsRefusal, match="braces"):
        appeals.keep(appeal)
    assert Appeal.internal.get().letter_ru is None


def test_an_unknown_language_zone_and_an_end_after_the_end_are_refused() -> None:
    appeal = make_appeal()
    appeal.letter_language, appeal.ended_on = "xx", date(2027, 1, 1)
    with pytest.raises(ActionsRefusal) as refusal:
        appeals.keep(appeal)
    assert [str(one)[:20] for one in refusal.value.reasons] == ["“xx” is not a langua", "It ended after the d"]
    appeal.letter_language, appeal.ended_on, appeal.time_zone = "", None, "Mars/Olympus"
    with pytest.raises(BadTime):
        appeals.keep(appeal)


def test_the_database_refuses_a_public_appeal_without_an_end() -> None:
    with pytest.raises(IntegrityError, match="appeal_in_public_has_an_end"), transaction.atomic():
        Appeal.internal.filter(pk=make_appeal().pk).update(closes_at=None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Yerlan Example, at most 46 years; 1,065 days (1,065), 2 years"),
        ("ru", "Yerlan Example, at most 46 лет; 1 065 дней (1 065), 2 года"),
    ],
)
def test_numbers_are_those_of_the_chain_with_the_word_that_the_language_asks_for(
    held: Prisoner, language: str, text: str
) -> None:
    held.born_on = "1980-01-02"
    held.save()
    appeal = make_appeal(
        prisoners=[held],
        letter="{{ name }}, at most {{ age }}; {{ days_held }} ({{ days_held_number }}), {{years_held}}",
    )
    with translation.override(language):
        said = appeal_texts.fill(appeal.letter, appeal_texts.values(appeal, NOW.date()))
    assert said.replace("\xa0", " ").replace("\u202f", " ") == text


def test_a_name_is_spelt_as_sources_in_the_language_of_the_letter_spell_it(held: Prisoner) -> None:
    PersonNameFactory(prisoner=held, text="Ерлан Мысалов", script="Cyrl", language="ru")
    appeal = make_appeal(prisoners=[held])
    said = {}
    for language in ("en", "ru", "kk"):
        with translation.override(language):
            said[language] = appeal_texts.values(appeal, NOW.date())["name"]
    assert said == {"en": "Yerlan Example", "ru": "Ерлан Мысалов", "kk": "Yerlan Example"}


def test_a_year_of_birth_gives_two_ages_and_no_birth_none(held: Prisoner) -> None:
    appeal = make_appeal(prisoners=[held], letter="{{ age }}")
    assert appeal_texts.values(appeal, NOW.date())["age"] == "45–46 years"
    held.born_on = None
    held.save()
    assert refused(appeal) == ["“age” cannot be computed: the record does not say it."]
    assert appeal_texts.fill("{{ age }}", appeal_texts.values(appeal, NOW.date())) == "(not known)"


@pytest.mark.parametrize(
    ("signs", "tone", "has_body"), [(100, "good", True), (1700, "warn", True), (2100, "bad", False)]
)
def test_the_meter_says_what_a_mail_program_takes(signs: int, tone: str, has_body: bool) -> None:
    found = composing.meter(["a@embassy.example"], "Subject", "x" * signs)
    assert found.tone == tone
    assert found.length == signs + len("mailto:a@embassy.example?&subject=Subject&body=") - 1
    assert ("body=" in composing.mailto("a@embassy.example", "Subject", "x" * signs)) is has_body


def test_a_mail_link_carries_line_breaks_of_mail_and_nothing_that_could_add_a_header() -> None:
    link = composing.mailto("a+b@embassy.example", "Für & wider", "One\nTwo?")
    assert link == "mailto:a%2Bb@embassy.example?subject=F%C3%BCr%20%26%20wider&body=One%0D%0ATwo%3F"
    assert composing.mailto("a@x.example?bcc=b@x.example", "", "") == "mailto:a@x.example%3Fbcc%3Db@x.example"


def test_who_says_that_they_wrote_is_counted_by_day_and_no_more_in_an_hour_than_people_can() -> None:
    appeal = make_appeal()
    appeals.say_written(appeal, NOW)
    appeals.say_written(appeal, NOW + timedelta(days=1))
    assert list(AppealClaim.objects.order_by("day").values_list("day", "count")) == [
        (date(2026, 12, 1), 1),
        (date(2026, 12, 2), 1),
    ]
    with pytest.MonkeyPatch.context() as patch, time_machine.travel(NOW, tick=False):
        patch.setattr(appeals, "CLAIMS_AN_HOUR", 1)
        appeals.say_written(appeal, NOW)
        with pytest.raises(ActionsRefusal, match="stopped counting"):
            appeals.say_written(appeal, NOW)
    assert appeals.written(appeal) == 3


def test_nobody_is_counted_for_an_appeal_that_is_over_or_not_public() -> None:
    for appeal in (make_appeal(), make_appeal(state="draft")):
        now = appeal.closes_at if appeal.is_published else NOW
        with pytest.raises(ActionsRefusal, match="is over"):
            appeals.say_written(appeal, now)
    assert not AppealClaim.objects.exists()

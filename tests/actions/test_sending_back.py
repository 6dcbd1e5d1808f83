"""Actions, reports, calls and new words go back to their author with a reason, and wait again when asked for."""

import pytest
from django.test import Client

from actions.models import Action, DayOfAction, Group, NewWords, Report
from actions.new_words import publish_words, send_back_words
from actions.publication import publish, send_back, submit
from actions.refusals import NotPublishable
from actions.services.actions import change
from actions.services.calls import change_call
from actions.services.reports import log_report
from actions.services.series import change_following, repeat
from prisoners.choices import StaffRole
from prisoners.models import Staff
from tests.actions.rows import make_action, make_group, make_organiser, make_staff
from tests.factories import DayOfActionFactory

pytestmark = pytest.mark.django_db

WHY = "The gate is on the other side."


def _at_desk(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def vienna() -> Group:
    return make_group("vienna")


@pytest.fixture
def anna(vienna: Group) -> Staff:
    return make_organiser("anna", vienna)


@pytest.fixture
def rita() -> Staff:
    return make_staff("rita", StaffRole.PUBLISHER)


@pytest.fixture
def waiting(vienna: Group, anna: Staff) -> Action:
    action = make_action(slug="picket", title="Picket", group=vienna, held_on="2099-12-16", state="draft")
    submit(action, anna)
    return action


@pytest.fixture
def shown(vienna: Group) -> Action:
    return make_action(slug="shown", group=vienna, title="For Yerlan", description="Bring candles")


def test_publisher_sends_an_action_back_and_its_author_reads_why(waiting: Action, anna: Staff, rita: Staff) -> None:
    reviewer, author = _at_desk(rita), _at_desk(anna)
    page = reviewer.get("/en/desk/review/picket/")
    assert "What its author should change" in page.content.decode()
    reviewer.post("/en/desk/review/picket/", {"do": "send-back", "seen": page.context["seen"], "reason": WHY})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_back_reason) == ("sent_back", WHY)
    assert "sent back" in author.get("/en/desk/").content.decode()
    page = author.get("/en/desk/actions/picket/").content.decode()
    assert (WHY in page, "Submit for publication" in page) == (True, True)
    assert "picket" not in reviewer.get("/en/desk/review/").content.decode()
    assert WHY not in Client().get("/en/actions/").content.decode()
    author.post("/en/desk/actions/picket/submit/")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_back_reason) == ("in_review", "")
    assert waiting.history.filter(sent_back_reason=WHY).exists()  # type: ignore[attr-defined]


def test_sending_back_asks_for_a_reason_and_for_somebody_who_may(waiting: Action, rita: Staff) -> None:
    said = _at_desk(rita).post("/en/desk/review/picket/", {"do": "send-back"}, follow=True).content.decode()
    assert "Please say why you send it back" in said
    stranger = make_organiser("lena", make_group("london", "Europe/London"))
    with pytest.raises(NotPublishable, match="for those who could publish"):
        send_back(waiting, stranger, WHY)
    assert _at_desk(stranger).post("/en/desk/review/picket/", {"do": "send-back", "reason": WHY}).status_code == 404
    waiting.refresh_from_db()
    assert waiting.state == "in_review"


@pytest.mark.parametrize("seen", ["", "2020-01-01T00:00:00+00:00"], ids=["not said", "changed since"])
def test_what_was_not_looked_at_does_not_go_back(waiting: Action, rita: Staff, seen: str) -> None:
    sent = {"do": "send-back", "seen": seen, "reason": WHY}
    said = _at_desk(rita).post("/en/desk/review/picket/", sent, follow=True).content.decode()
    assert "It was changed meanwhile" in said
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_back_reason) == ("in_review", "")


def test_call_that_was_changed_meanwhile_does_not_go_back(vienna: Group, anna: Staff, rita: Staff) -> None:
    day = DayOfActionFactory(group=vienna, slug="sixteenth", state="draft", held_on="2099-12-16")
    submit(day, anna)
    looked_at = day.version
    day.save()
    sent = {"do": "send-back", "seen": looked_at, "reason": WHY}
    said = _at_desk(rita).post("/en/desk/days/sixteenth/step/", sent, follow=True).content.decode()
    assert ("It was changed meanwhile" in said, DayOfAction.internal.get().state) == (True, "in_review")


def test_author_takes_it_back_without_a_reason(waiting: Action, anna: Staff) -> None:
    page = _at_desk(anna).get("/en/desk/review/picket/")
    text = page.content.decode()
    assert ("Take it back" in text, "What its author should change" in text) == (True, False)
    sent = {"do": "send-back", "seen": page.context["seen"]}
    said = _at_desk(anna).post("/en/desk/review/picket/", sent, follow=True).content.decode()
    assert ("It is a draft again." in said, "with its author" in said) == (True, False)
    waiting.refresh_from_db()
    assert waiting.state == "draft"


def _back(reason: str = "") -> dict[str, str]:
    return {"do": "send-back", "seen": Action.internal.get().version, "reason": reason}


def test_page_of_an_action_sends_back_and_its_author_takes_back(waiting: Action, vienna: Group, anna: Staff) -> None:
    page, publish_it = "/en/desk/actions/picket/", "/en/desk/actions/picket/publish/"
    boris = make_organiser("boris", vienna)
    author, second = _at_desk(anna), _at_desk(boris)
    shown = author.get(page).content.decode()
    assert ("Take it back" in shown, "What its author should change" in shown) == (True, False)
    assert "What its author should change" in second.get(page).content.decode()
    said = second.post(publish_it, _back(), follow=True).content.decode()
    assert "Please say why you send it back" in said
    unseen = second.post(publish_it, {"do": "send-back", "reason": WHY}, follow=True).content.decode()
    assert "It was changed meanwhile" in unseen
    said = second.post(publish_it, _back(reason=WHY), follow=True).content.decode()
    assert "It is with its author again." in said
    shown = author.get(page).content.decode()
    assert ("boris sent it back" in shown, WHY in shown, "Take it back" in shown) == (True, True, False)
    author.post(f"{page}submit/")
    said = author.post(publish_it, _back(), follow=True).content.decode()
    assert ("It is a draft again." in said, "Submit for publication" in said) == (True, True)
    said = author.post(publish_it, _back(), follow=True).content.decode()
    assert "It has not been submitted for review yet." in said


def test_page_of_an_action_sends_its_report_back(vienna: Group, anna: Staff) -> None:
    action = make_action(slug="over", group=vienna, held_on="2020-12-16")
    seen = log_report(action, anna, turnout_low=3).version
    second, author = _at_desk(make_organiser("boris", vienna)), _at_desk(anna)
    assert "Take it back" in author.get("/en/desk/actions/over/").content.decode()
    second.post("/en/desk/actions/over/report/publish/", {"do": "send-back", "seen": seen, "reason": WHY})
    assert Report.internal.get().sent_back_reason == WHY
    assert "boris sent it back" in author.get("/en/desk/actions/over/").content.decode()


def test_report_goes_back_and_is_written_again(vienna: Group, anna: Staff, rita: Staff) -> None:
    action = make_action(slug="over", group=vienna, held_on="2020-12-16")
    seen = log_report(action, anna, turnout_low=3).version
    _at_desk(rita).post("/en/desk/review/over/", {"do": "send-back", "seen": seen, "reason": WHY})
    assert Report.internal.get().sent_back_reason == WHY
    author = _at_desk(anna)
    assert WHY in author.get("/en/desk/actions/over/").content.decode()
    assert "sent back: Report" in author.get("/en/desk/").content.decode()
    report = log_report(action, anna, turnout_low=5)
    assert (report.state, report.sent_back_reason) == ("in_review", "")
    publish(report, rita)
    assert Report.internal.get().is_published


def test_call_goes_back_to_who_called(vienna: Group, anna: Staff, rita: Staff) -> None:
    day = DayOfActionFactory(group=vienna, slug="sixteenth", state="draft", held_on="2099-12-16")
    submit(day, anna)
    _at_desk(rita).post("/en/desk/days/sixteenth/step/", {"do": "send-back", "seen": day.version, "reason": WHY})
    page = _at_desk(anna).get("/en/desk/days/sixteenth/").content.decode()
    assert (WHY in page, "Submit for publication" in page) == (True, True)
    _at_desk(anna).post("/en/desk/days/sixteenth/step/", {"do": "submit"})
    assert (DayOfAction.internal.get().state, DayOfAction.internal.get().sent_back_reason) == ("in_review", "")


def test_new_words_go_back_and_wait_again_once_they_are_said_again(shown: Action, anna: Staff, rita: Staff) -> None:
    change(shown, anna, title="Come to my house")
    seen = NewWords.objects.get().version
    sent = {"do": "send-words-back", "seen": seen, "reason": WHY}
    reviewer, author = _at_desk(rita), _at_desk(anna)
    assert "What its author should change" in reviewer.get("/en/desk/review/shown/").content.decode()
    reviewer.post("/en/desk/review/shown/", sent)
    assert NewWords.objects.get().sent_back_reason == WHY
    assert "shown" not in reviewer.get("/en/desk/review/").content.decode()
    assert WHY in author.get("/en/desk/actions/shown/").content.decode()
    assert "sent back: New words" in author.get("/en/desk/").content.decode()
    with pytest.raises(NotPublishable, match="were sent back"):
        publish_words(shown, rita, NewWords.objects.get().version)
    change(shown, anna, title="Come to my house", description="Bring candles")
    assert "shown" in reviewer.get("/en/desk/review/").content.decode()
    publish_words(shown, rita, NewWords.objects.get().version)
    assert Action.public.get(slug="shown").title == "Come to my house"


def test_new_words_go_back_as_they_were_seen_and_with_a_reason(shown: Action, anna: Staff, rita: Staff) -> None:
    change(shown, anna, title="Come to my house")
    for seen, reason in (("then", WHY), (NewWords.objects.get().version, " ")):
        with pytest.raises(NotPublishable):
            send_back_words(shown, rita, seen, reason)
    with pytest.raises(NotPublishable, match="second person"):
        send_back_words(shown, anna, NewWords.objects.get().version, WHY)
    assert NewWords.objects.get().sent_back_reason == ""


def test_same_words_of_all_days_of_a_series_go_back_together(shown: Action, anna: Staff, rita: Staff) -> None:
    repeat(shown, anna, rhythm="weekly", number=3)
    change_following(Action.internal.order_by("series_on")[0], anna, title="Every week")
    first = NewWords.objects.order_by("pk")[0]
    assert first.action is not None
    send_back_words(first.action, rita, first.version, WHY)
    assert {one.sent_back_reason for one in NewWords.objects.all()} == {WHY}


def test_new_words_of_a_call_go_back(vienna: Group, anna: Staff, rita: Staff) -> None:
    day = DayOfActionFactory(group=vienna, slug="sixteenth", held_on="2099-12-16")
    change_call(day, anna, title="All cities")
    sent = {"do": "send-words-back", "seen": NewWords.objects.get().version, "reason": WHY}
    _at_desk(rita).post("/en/desk/days/sixteenth/step/", sent)
    page = _at_desk(anna).get("/en/desk/days/sixteenth/").content.decode()
    assert (WHY in page, "Publish the new words" in page) == (True, False)
    assert "sixteenth" not in _at_desk(rita).get("/en/desk/review/").content.decode()


def test_day_of_a_series_that_came_back_is_not_published_by_a_look_at_another(
    vienna: Group, anna: Staff, rita: Staff
) -> None:
    first = make_action(slug="weekly", group=vienna, state="draft", held_on="2099-12-16")
    repeat(first, anna, rhythm="weekly", number=2)
    days = list(Action.internal.order_by("series_on"))
    for day in days:
        submit(day, anna)
    send_back(days[0], rita, WHY)
    publish(days[1], rita)
    states = Action.internal.order_by("series_on").values_list("state", flat=True)
    assert list(states) == ["sent_back", "published"]

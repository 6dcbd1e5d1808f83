"""The researchers' desk: the same services, no list of people, nothing public deleted."""

from html import unescape

import pytest
from django.contrib.admin import site
from django.test import Client

from actions.models import Action, Campaign, Demand, Group, LetterRules, Report, SignUp, Target
from prisoners.models import Staff
from tests.actions.rows import make_action, make_campaign, make_report, make_sign_up, make_staff
from tests.factories import PlaceFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa() -> Staff:
    rosa = make_staff("rosa", "researcher", "publisher")
    rosa.is_staff = rosa.is_superuser = True
    rosa.save()
    return rosa


@pytest.fixture
def desk(rosa: Staff) -> Client:
    client = Client()
    client.force_login(rosa)
    return client


def test_admin_knows_everything_but_who_comes() -> None:
    for model in (Action, Campaign, Demand, Group, Report, Target):
        assert site.is_registered(model)
    assert not site.is_registered(SignUp)


@pytest.mark.parametrize(
    ("low", "high", "said"), [(9, None, "9"), (20, 30, "20–30"), (7, 7, "7"), (None, 5, "5"), (None, None, "report")]
)
def test_report_is_called_by_the_numbers_that_are_known(low: int | None, high: int | None, said: str) -> None:
    assert str(Report(turnout_low=low, turnout_high=high)) == said


@pytest.mark.parametrize("name", ["action", "campaign", "demand", "group", "report", "target"])
def test_admin_lists_and_forms_open(desk: Client, name: str) -> None:
    make_sign_up(make_action(campaign=make_campaign()))
    make_report(Action.internal.get())
    assert desk.get(f"/staff/actions/{name}/").status_code == 200
    assert desk.get(f"/staff/actions/{name}/add/").status_code == 200


def test_admin_derives_instants_and_tells_of_another_hour(desk: Client) -> None:
    action = make_action()
    page = desk.get(f"/staff/actions/action/{action.pk}/change/")
    form = page.context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    counts = ("TOTAL_FORMS", "INITIAL_FORMS")
    sent |= {f"{table}-{name}": 0 for table in ("slots", "cited") for name in counts}
    refused = desk.post(f"/staff/actions/action/{action.pk}/change/", {**sent, "local_end_time": "17:00"})
    assert "ends before it begins" in refused.content.decode()
    assert desk.post(f"/staff/actions/action/{action.pk}/change/", {**sent, "local_time": "17:30"}).status_code == 302
    action.refresh_from_db()
    assert (f"{action.starts_at:%H:%M}", action.revision) == ("16:30", 1)


def test_admin_publishes_with_four_eyes_only(desk: Client, rosa: Staff) -> None:
    campaign = make_campaign(state="draft")
    sent = {"_selected_action": campaign.pk}
    desk.post("/staff/actions/campaign/", {**sent, "action": "submit_rows"})
    page = desk.post("/staff/actions/campaign/", {**sent, "action": "publish_rows"}).content.decode()
    sent["seen"] = f"{campaign.pk} {Campaign.internal.get().version}"
    assert sent["seen"] in page
    text = desk.post("/staff/actions/campaign/", {**sent, "action": "publish_rows"}, follow=True).content.decode()
    assert "second person" in text
    Campaign.internal.update(submitted_by=make_staff("pia"))
    desk.post("/staff/actions/campaign/", {**sent, "action": "publish_rows"})
    assert Campaign.public.exists()
    desk.post("/staff/actions/campaign/", {**sent, "action": "withdraw_rows", "reason": "It was wrong."})
    assert not Campaign.public.exists()


def test_admin_deletes_drafts_and_nothing_else(desk: Client) -> None:
    public, draft = make_campaign(), make_campaign("draft", state="draft")
    assert desk.post(f"/staff/actions/campaign/{public.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(f"/staff/actions/campaign/{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    assert Campaign.internal.get() == public


def test_rules_for_letters_are_written_with_their_proof_in_one_go_and_published(desk: Client) -> None:
    place, source = PlaceFactory(), SourceFactory()
    form = desk.get("/staff/actions/letterrules/add/").context["adminform"].form
    said = {"place": place.pk, "languages": "Russian", "verified_on": "2026-10-01"}
    assert said.keys() <= form.fields.keys()
    said |= {
        "cited-TOTAL_FORMS": "1",
        "cited-INITIAL_FORMS": "0",
        "cited-0-source": source.pk,
        "cited-0-locator": "p. 2",
    }
    assert desk.post("/staff/actions/letterrules/add/", said).status_code == 302
    rules = LetterRules.internal.get()
    assert str(rules.verified_on) == "2026-10-01"
    assert [(one.source, one.locator) for one in rules.cited.all()] == [(source, "p. 2")]
    sent = {"_selected_action": rules.pk}
    desk.post("/staff/actions/letterrules/", {**sent, "action": "submit_rows"})
    LetterRules.internal.update(submitted_by=make_staff("pia"))
    page = desk.post("/staff/actions/letterrules/", {**sent, "action": "publish_rows"}).content.decode()
    assert "Russian" in page
    sent["seen"] = f"{rules.pk} {LetterRules.internal.get().version}"
    desk.post("/staff/actions/letterrules/", {**sent, "action": "publish_rows"})
    assert LetterRules.public.get().languages == "Russian"


def test_form_of_an_appeal_says_which_numbers_bring_their_unit_along(desk: Client) -> None:
    page = unescape(desk.get("/staff/actions/appeal/add/").content.decode())
    assert "{{ days_held }} and {{ years_held }} bring their unit along" in page

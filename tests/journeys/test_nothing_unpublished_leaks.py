"""Nothing that is not published reaches anybody: not by a page, not by the API, not by a mail.

Each hidden text carries a word of its own. A visitor without an account opens every address that there is; a
follower of everything reads every mail. None of the words may turn up, and all those of public texts must.
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import count
from typing import Any

import pytest
from django.db import models
from django.test import Client
from pypdf import PdfReader

from actions.choices import AddressVisibility, DispatchState
from actions.models import Action, Campaign, GroupContact, LetterRules, LetterTerms, Photo, Slot
from campaign.api_settings import PseudonymousThrottle
from prisoners.choices import EventKind, PublicationState
from prisoners.models import ConfidentialNote, Prisoner
from supporters import outbox, reminders
from supporters.choices import SubscriptionState
from supporters.models import Subscription
from supporters.services import people
from tests import factories as make
from tests.actions.rows import make_dispatch
from tests.journeys.conftest import Clock
from tests.journeys.walk import addresses, share_names
from tests.supporters.sink import Sink

# Walked early in a run, as groups are: at its end one worker would walk while the others have nothing left.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("leaks")]

HIDDEN = [state for state in PublicationState if state != PublicationState.PUBLISHED]
WORD = re.compile(r"(?:hiddenword|openword)\d{4}x")
#: Texts that say how to read a row rather than what it says, or have a form of their own.
LEFT_ALONE = {"slug", "country", "of_country", "time_zone", "language", "script", "import_key", "key", "state"}
#: Pages of appeals that the walk must have opened.
APPEALS = {"actions:letter", "actions:appeals", "actions:appeal", "api-appeal-detail"}
FACTORIES = [
    make.PrisonerFactory,
    make.AffiliationFactory,
    make.CaseFactory,
    make.ChargeFactory,
    make.HearingFactory,
    make.SanctionFactory,
    make.DetentionFactory,
    make.EventFactory,
    make.InvolvementFactory,
    make.OfficialFactory,
    make.FigureFactory,
    make.StatementFactory,
    make.StatusReportFactory,
    make.CampaignFactory,
    make.DemandFactory,
    make.GroupFactory,
    make.TargetFactory,
    make.DayOfActionFactory,
    make.ActionFactory,
    make.AppealFactory,
    make.EndorsementFactory,
    make.ReportFactory,
]


class Words:
    """Hands out words, and remembers in which text each stands."""

    def __init__(self) -> None:
        self.where: dict[str, str] = {}
        self.numbers = count(1)

    def mark(self, row: models.Model, kind: str = "hiddenword") -> Any:
        """Put a word of its own into every free text of a row, past all rules, and return the row."""
        texts = {field.name: self.new(kind, row, field.name) for field in _free_texts(type(row))}
        if texts:
            type(row)._base_manager.filter(pk=row.pk).update(**texts)
        return row

    def new(self, kind: str, row: models.Model, field: str) -> str:
        """A word that stands nowhere else."""
        word = f"{kind}{next(self.numbers):04}x"
        self.where[word] = f"{type(row).__name__}.{field} (state {getattr(row, 'state', '-')})"
        return word


def _free_texts(model: type[models.Model]) -> Iterator[models.Field]:
    for field in model._meta.concrete_fields:
        is_text = type(field) in (models.CharField, models.TextField)
        if is_text and not field.choices and field.name not in LEFT_ALONE and (field.max_length or 99) > 15:
            yield field


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.fixture
def seen() -> Prisoner:
    """A public prisoner with one of everything public, on whom the hidden rows are hung."""
    return make.a_whole_prisoner(slug="seen")


def _hide_everything(words: Words, seen: Prisoner) -> None:
    campaign = make.a_whole_campaign(slug="open-campaign")
    action = make.a_whole_action(slug="open-action", campaign=campaign)
    case = seen.cases.get()
    campaign.prisoners.add(seen)
    appeal = make.AppealFactory(slug="open-appeal", campaign=campaign)
    appeal.prisoners.add(seen)
    for state in HIDDEN:
        for factory in FACTORIES:
            row = words.mark(factory(state=state, **_hung_on(factory, seen, case, action)))
            _attach(words, row, seen, campaign, action)
    _hide_what_hangs_on_the_hidden(words)
    _hide_what_is_said_of_letters(words, seen)
    _hide_what_is_confidential(words, seen)
    share_names(r"^(open-|seen$|hidden-|call-|quiet-)")


def _hung_on(factory: Any, seen: Prisoner, case: Any, action: Action) -> dict[str, Any]:
    """Hidden rows that hang on public ones, where they can hang on any; on few, as each is walked."""
    if factory is make.InvolvementFactory:
        return {"event": None, "case": case}
    fields = {field.name for field in factory._meta.model._meta.concrete_fields}
    wanted = {"prisoner": seen, "case": case, **_parents(action)}
    # Two stretches of custody of one person may not overlap.
    year = 1990 + seen.detentions.count()
    days = {"started_on": f"{year}-02-01", "ended_on": f"{year}-03-01"} if "started_on" in fields else {}
    return {**{name: row for name, row in wanted.items() if name in fields}, **days}


def _parents(action: Action) -> dict[str, Any]:
    """What a new action stands below, so that it does not bring its own."""
    return {"campaign": action.campaign, "group": action.group, "target": action.target}


def _attach(words: Words, row: Any, seen: Prisoner, campaign: Campaign, action: Any) -> None:
    """Name the hidden row from the public ones."""
    kind = type(row).__name__
    if kind in ("Appeal", "Event", "Statement"):
        row.prisoners.add(seen)
    if kind in ("Event", "Statement", "Figure", "Prisoner"):
        getattr(campaign, f"{kind.lower()}s").add(row)
    if kind == "Case":
        make.DefendantFactory(case=row, prisoner=seen)
        make.SanctionFactory(prisoner=seen, case=row)
    if kind == "Prisoner":
        make.DefendantFactory(case=seen.cases.first(), prisoner=row)
        action.prisoners.add(row)
        words.mark(make.AppealFactory(campaign=campaign)).prisoners.add(row)
    if kind == "Target":
        make.Appeal.public.get(slug="open-appeal").targets.add(row)
    if kind == "Campaign":
        make.AppealFactory(campaign=row)
    if kind == "Appeal":
        make.AppealFactory(follows=row, campaign=campaign)
    if kind in ("Group", "Target", "Campaign"):
        make.ActionFactory(**{**_parents(action), kind.lower(): row})
    if kind == "Group":
        make.DayOfActionFactory(group=row, campaign=campaign)
    if kind == "DayOfAction":
        make.ActionFactory(**_parents(action), day_of_action=row)


def _hide_what_hangs_on_the_hidden(words: Words) -> None:
    """Rows that are published themselves, below rows that are not."""
    prisoner = make.PrisonerFactory(slug="hidden-prisoner", state=PublicationState.WITHDRAWN)
    below = [make.AffiliationFactory, make.SanctionFactory, make.DetentionFactory, make.PersonNameFactory]
    for factory in [*below, make.StatusReportFactory, make.DisagreementFactory, make.ChargeFactory]:
        words.mark(factory(prisoner=prisoner))
    case = make.CaseFactory(state=PublicationState.DRAFT)
    words.mark(make.HearingFactory(case=case))
    words.mark(make.ChargeFactory(case=case))
    _hide_spellings(words, case)
    words.mark(make.DemandFactory(campaign=make.CampaignFactory(state=PublicationState.DRAFT)))
    words.mark(make.InvolvementFactory(event=None, case=case))
    words.mark(make.InvolvementFactory(event=make.EventFactory(state=PublicationState.DRAFT)))
    _hide_who_must_not_be_named(words, prisoner)
    action = make.ActionFactory(slug="hidden-action", state=PublicationState.IN_REVIEW)
    words.mark(make.ReportFactory(action=action))
    words.mark(Slot.internal.create(action=action))


def _hide_spellings(words: Words, hidden: Any) -> None:
    """Of officials who are not published, and of one who is, but known from a draft and a confidential source alone."""
    for state in HIDDEN:
        words.mark(make.OfficialSpellingFactory(official=make.OfficialFactory(slug=f"hidden-{state}", state=state)))
    row = words.mark(make.OfficialSpellingFactory(official=make.OfficialFactory(slug="open-official")))
    row.refresh_from_db()
    make.HearingFactory(case=hidden, judge=row.text)
    make.cite(row, is_confidential=True)


def _hide_who_must_not_be_named(words: Words, hidden: Prisoner) -> None:
    """In a public event: somebody whose page is not public, and one called a perpetrator by a confidential source."""
    event = make.EventFactory(kind=EventKind.STRIKE, title="An open strike")
    row = make.InvolvementFactory(event=event, organisation=None, prisoner=hidden)
    type(row).internal.filter(pk=row.pk).update(note=words.new("hiddenword", row, "note"))
    make.cite(words.mark(make.InvolvementFactory(event=event, role="perpetrator")), is_confidential=True)


def _hide_what_is_said_of_letters(words: Words, seen: Prisoner) -> None:
    """Rules of the place and terms of the person, for somebody who can be written to and is in custody today."""
    Prisoner.internal.filter(pk=seen.pk).update(can_be_written_to=True)
    place = make.PlaceFactory()
    make.DetentionFactory(prisoner=seen, place=place, started_on="2026-01-01", ended_on="", kind="serving")
    words.mark(LetterRules.internal.create(place=place))
    words.mark(LetterTerms.internal.create(prisoner=seen, state=PublicationState.IN_REVIEW))


def _hide_what_is_confidential(words: Words, seen: Prisoner) -> None:
    make.cite(seen, is_confidential=True)
    for source in [seen.citations.last().source]:
        words.mark(source)
    for visibility in (AddressVisibility.SIGNED_UP, AddressVisibility.CONFIRMED):
        day = make.DayOfActionFactory(slug=f"call-{visibility}".replace("_", "-"))
        quiet = make.ActionFactory(
            slug=f"quiet-{visibility}".replace("_", "-"), address_visibility=visibility, day_of_action=day
        )
        quiet.venue = words.new("hiddenword", quiet, "venue")
        quiet.save()
        make.ReportFactory(action=quiet)
    _hide_dispatches(words)
    _hide_what_groups_keep(words)
    note = ConfidentialNote(prisoner=seen)
    note.body = words.new("hiddenword", note, "body")
    note.save()


def _hide_what_groups_keep(words: Words) -> None:
    """An address that a public group shows to nobody, and a picture beside its action that nobody has looked at."""
    action = Action.public.get(slug="open-action")
    contact = GroupContact(group=action.group)
    contact.address = f"{words.new('hiddenword', contact, 'address')}@groups.example"
    contact.save()
    picture = Photo(group=action.group, width=100, height=80)
    picture.alternative = words.new("hiddenword", picture, "alternative")
    picture.save()
    day = make.DayOfActionFactory(slug="open-call", group=action.group, campaign=action.campaign, picture=picture)
    make.ActionFactory(**_parents(action), slug="open-action-with-a-picture", day_of_action=day, picture=picture)


def _hide_dispatches(words: Words) -> None:
    """What has not begun to leave, what was withdrawn, and one for the followers of somebody who is hidden."""
    for state in DispatchState.waiting():
        words.mark(make_dispatch(state=state).texts.get())
    begun = {"state": DispatchState.SENT, "started_at": datetime(2026, 11, 1, tzinfo=UTC)}
    words.mark(make_dispatch(**begun, withdrawn_at=datetime(2026, 11, 2, tzinfo=UTC)).texts.get())
    hidden = words.mark(make.PrisonerFactory(state=PublicationState.DRAFT))
    words.mark(make_dispatch(**begun, audience=f"prisoner:{hidden.pk}").texts.get())
    make_dispatch(**begun)


def _text(body: bytes) -> str:
    """What a reader could get out of an answer: the words of a PDF too, which are packed."""
    if body.startswith(b"%PDF"):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return body.decode(errors="replace")


def _found(words: Words, text: str) -> set[str]:
    """The hidden words in a text, told by where they stand."""
    return {words.where[word] for word in WORD.findall(text) if word.startswith("hiddenword")}


def test_no_address_shows_what_is_not_published(
    client: Client, words: Words, seen: Prisoner, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A walker who is slowed sees nothing, and would find no leak.
    monkeypatch.setattr(PseudonymousThrottle, "allow_request", lambda *_arguments: True)
    _hide_everything(words, seen)
    leaks, opened = {}, set()
    client.raise_request_exception = True
    for name, path in addresses():
        response = client.get(path)
        assert response.status_code < 500 and response.status_code != 429, path
        if response.status_code == 200:
            opened.add(name)
        body = b"".join(response) if response.streaming else response.content
        if found := _found(words, _text(body) + str(response.headers)):
            leaks[path] = found
    assert leaks == {}
    assert len(words.where) > 100
    assert {
        "api-prisoner-detail",
        "api-schema",
        "actions:campaign",
        "actions:action",
        "actions:dispatch",
        "actions:strikes",
        "actions:organisation",
        "actions:placard",
        "prisoners:official",
        "api-official-detail",
    } | APPEALS <= opened


def test_hidden_names_are_not_found_by_searching(client: Client, words: Words, seen: Prisoner) -> None:
    hidden = make.PrisonerFactory(state=PublicationState.DRAFT)
    make.PersonNameFactory(prisoner=hidden, text="Hiddenword", folded="hiddenword")
    make.PersonNameFactory(prisoner=seen, text="Openword", folded="openword")
    assert client.get("/api/v1/prisoners/?q=openword").json()["count"] == 1
    assert client.get("/api/v1/prisoners/?q=hiddenword").json()["count"] == 0
    make.EventFactory(text="Openword").prisoners.add(seen)
    assert client.get("/api/v1/words/?q=openword").json()["people"]
    assert client.get("/api/v1/words/?q=hiddenword").json()["people"] == []


def test_what_is_published_is_shown(client: Client, words: Words) -> None:
    """The proof that the walk above would have found a word: the public ones are all there."""
    campaign = make.a_whole_campaign(slug="open-campaign")
    prisoner = campaign.prisoners.get()
    for row in [campaign, prisoner, *prisoner.sanctions.all(), *prisoner.detentions.all(), *campaign.demands.all()]:
        words.mark(row, "openword")
    text = client.get(f"/api/v1/prisoners/{prisoner.slug}/").content.decode()
    text += client.get("/api/v1/campaigns/open-campaign/").content.decode()
    missing = {where for word, where in words.where.items() if word not in text}
    # What staff write about publishing is for staff, whether a row is public or not.
    assert {where.split(" ")[0].split(".")[1] for where in missing} == {"withdrawal_reason", "sent_back_reason"}


def _mails(sink: Sink) -> str:
    return "\n".join(f"{mail['Subject']}\n{sink.text(number)}" for number, mail in enumerate(sink.mails))


def test_no_mail_tells_what_is_not_published(words: Words, seen: Prisoner, sink: Sink, clock: Clock) -> None:
    now = clock("2026-12-16T09:30:00+00:00")
    reader = people.meet("reader@example.org")
    people.confirm(reader)
    for topic in ("all", "country:KZ", f"prisoner:{seen.pk}"):
        Subscription.objects.create(supporter=reader, topic=topic, state=SubscriptionState.ACTIVE)
    tomorrow = {"held_on": "2026-12-17", "local_time": time(12), "starts_at": datetime(2026, 12, 17, 7, tzinfo=UTC)}
    case = seen.cases.get()
    make.HearingFactory(case=case, court="The open court", **tomorrow)
    make.EventFactory(happened_on="2011-12-16", title="The open massacre", country="KZ", is_commemorated=True)
    for state in HIDDEN:
        words.mark(make.HearingFactory(case=case, state=state, **tomorrow))
        returning = {"happened_on": "2012-12-16", "country": "KZ", "is_commemorated": True}
        words.mark(make.EventFactory(state=state, **returning))
        words.mark(make.EventFactory(state=state, kind=EventKind.RELEASE, happened_on="2026-12-16")).prisoners.add(seen)
        hidden = words.mark(make.PrisonerFactory(state=state))
        make.DefendantFactory(case=case, prisoner=hidden)
        make.EventFactory(kind=EventKind.ARREST, happened_on="2018-12-16").prisoners.add(hidden)
    reminders.run_planners(now)
    outbox.deliver()
    text = _mails(sink)
    assert "The open court" in text
    assert "The open massacre" in text
    assert _found(words, text) == set()

"""Rows for tests: published unless a test says otherwise."""

from datetime import UTC, date, datetime, time
from typing import Any

import factory
from factory.django import DjangoModelFactory

from actions.choices import ValueUnit
from actions.models import Action, Appeal, Campaign, DayOfAction, Demand, Endorsement, Group, Report, Slot, Target
from prisoners.choices import ChargeStatus, EventKind, EventRelation, InvolvementRole, PublicationState, SanctionKind
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Citation,
    Defendant,
    Detention,
    Disagreement,
    Event,
    EventLink,
    Figure,
    FormerOfficialSlug,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    Organisation,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Source,
    Statement,
    StatusReport,
    Variant,
)

NOON_IN_ALMATY = datetime(2026, 12, 20, 7, 0, tzinfo=UTC)


class _Factory(DjangoModelFactory):
    class Meta:
        abstract = True
        skip_postgeneration_save = True


class _Published(_Factory):
    class Meta:
        abstract = True

    state = PublicationState.PUBLISHED


class PlaceFactory(_Factory):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Place {n}")
    country = "KZ"
    time_zone = "Asia/Almaty"


class OrganisationFactory(_Factory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Union {n}")
    slug = factory.Sequence(lambda n: f"union-{n}")


class SourceFactory(_Factory):
    class Meta:
        model = Source

    key = factory.Sequence(lambda n: f"source-{n}")
    title = factory.LazyAttribute(lambda source: f"Title of {source.key}")
    url = factory.LazyAttribute(lambda source: f"https://press.example/{source.key}")


class PrisonerFactory(_Published):
    class Meta:
        model = Prisoner

    slug = factory.Sequence(lambda n: f"prisoner-{n}")
    name = factory.LazyAttribute(lambda prisoner: prisoner.slug.replace("-", " ").title())
    country = "KZ"
    consent_ground = "own_consent"


class PersonNameFactory(_Factory):
    class Meta:
        model = PersonName

    prisoner = factory.SubFactory(PrisonerFactory)
    text = factory.Sequence(lambda n: f"Имя {n}")
    folded = factory.LazyAttribute(lambda name: name.text.lower())
    script = "Cyrl"


class AffiliationFactory(_Published):
    class Meta:
        model = Affiliation

    prisoner = factory.SubFactory(PrisonerFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = "Leader of a union"


class CaseFactory(_Published):
    class Meta:
        model = Case

    slug = factory.Sequence(lambda n: f"case-{n}")
    title = factory.LazyAttribute(lambda case: f"Title of {case.slug}")
    country = "KZ"


class DefendantFactory(_Factory):
    class Meta:
        model = Defendant

    case = factory.SubFactory(CaseFactory)
    prisoner = factory.SubFactory(PrisonerFactory)


class ChargeFactory(_Published):
    class Meta:
        model = Charge

    case = factory.SubFactory(CaseFactory)
    prisoner = factory.SubFactory(PrisonerFactory)
    text = "Taking part in a strike"


class ChargeStepFactory(_Factory):
    class Meta:
        model = ChargeStep

    charge = factory.SubFactory(ChargeFactory)
    status = ChargeStatus.PENDING
    since_on = "2018-12-13"


class HearingFactory(_Published):
    class Meta:
        model = Hearing

    case = factory.SubFactory(CaseFactory)
    place = factory.SubFactory(PlaceFactory)
    held_on = "2026-12-20"
    local_time = time(12, 0)
    starts_at = NOON_IN_ALMATY


class SanctionFactory(_Published):
    class Meta:
        model = Sanction

    prisoner = factory.SubFactory(PrisonerFactory)
    kind = SanctionKind.values[0]
    imposed_on = "2019-07-17"
    years = 7


class DetentionFactory(_Published):
    class Meta:
        model = Detention

    prisoner = factory.SubFactory(PrisonerFactory)
    started_on = "2019-07-17"
    ended_on = "2019-08-09/2019-08-10"


class EventFactory(_Published):
    class Meta:
        model = Event

    kind = EventKind.OTHER
    title = "A massacre"
    happened_on = "2011-12-16"


class EventLinkFactory(_Factory):
    class Meta:
        model = EventLink

    event = factory.SubFactory(EventFactory)
    relation = EventRelation.CAUSES
    other = factory.SubFactory(EventFactory)


class InvolvementFactory(_Published):
    class Meta:
        model = Involvement

    event = factory.SubFactory(EventFactory)
    role = InvolvementRole.EMPLOYER
    organisation = factory.SubFactory(OrganisationFactory)


class OfficialFactory(_Published):
    class Meta:
        model = Official

    slug = factory.Sequence(lambda n: f"official-{n}")
    name = factory.Sequence(lambda n: f"A. Judge {n}")
    office = "judge of a city court"
    country = "KZ"

    @factory.post_generation
    def spelt(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        OfficialSpelling.internal.create(official=self, text=self.name)


class OfficialSpellingFactory(_Factory):
    class Meta:
        model = OfficialSpelling

    official = factory.SubFactory(OfficialFactory)
    text = factory.Sequence(lambda n: f"Their honour Judge {n}")


class FigureFactory(_Published):
    class Meta:
        model = Figure

    about = "killed"
    low = 11


class StatementFactory(_Published):
    class Meta:
        model = Statement

    speaker = "A union"
    text = "They must be freed."


class StatusReportFactory(_Published):
    class Meta:
        model = StatusReport

    prisoner = factory.SubFactory(PrisonerFactory)
    text = "in prison"


class DisagreementFactory(_Factory):
    class Meta:
        model = Disagreement

    text = "The day of the release"


class VariantFactory(_Factory):
    class Meta:
        model = Variant

    text = "Another day"


class CitationFactory(_Factory):
    class Meta:
        model = Citation

    source = factory.SubFactory(SourceFactory)


class CampaignFactory(_Published):
    class Meta:
        model = Campaign

    slug = factory.Sequence(lambda n: f"campaign-{n}")
    title = factory.LazyAttribute(lambda campaign: f"Title of {campaign.slug}")
    country = "KZ"


class DemandFactory(_Published):
    class Meta:
        model = Demand

    campaign = factory.SubFactory(CampaignFactory)
    text = "Free them"


class GroupFactory(_Published):
    class Meta:
        model = Group

    slug = factory.Sequence(lambda n: f"group-{n}")
    name = factory.LazyAttribute(lambda group: f"Name of {group.slug}")
    time_zone = "Europe/London"


class TargetFactory(_Published):
    class Meta:
        model = Target

    slug = factory.Sequence(lambda n: f"target-{n}")
    name = factory.LazyAttribute(lambda target: f"Name of {target.slug}")
    country = "GB"
    city = "London"
    time_zone = "Europe/London"


class DayOfActionFactory(_Published):
    class Meta:
        model = DayOfAction

    slug = factory.Sequence(lambda n: f"day-{n}")
    title = factory.LazyAttribute(lambda day: f"Title of {day.slug}")
    campaign = factory.SubFactory(CampaignFactory)
    held_on = date(2026, 12, 16)


class ActionFactory(_Published):
    class Meta:
        model = Action

    slug = factory.Sequence(lambda n: f"action-{n}")
    title = factory.LazyAttribute(lambda action: f"Title of {action.slug}")
    campaign = factory.SubFactory(CampaignFactory)
    group = factory.SubFactory(GroupFactory)
    target = factory.SubFactory(TargetFactory)
    time_zone = "Europe/London"
    held_on = "2026-12-16"
    local_time = time(12, 30)
    starts_at = datetime(2026, 12, 16, 12, 30, tzinfo=UTC)
    is_open_for_sign_up = True


class AppealFactory(_Published):
    class Meta:
        model = Appeal

    slug = factory.Sequence(lambda n: f"appeal-{n}")
    title = factory.LazyAttribute(lambda appeal: f"Title of {appeal.slug}")
    requested_by = "A union"
    summary = "What it is about"
    letter_subject = "A subject"
    salutation = "Your Excellency,"
    letter = "Please release them."
    closes_on = date(2027, 1, 31)
    closes_at = datetime(2027, 2, 1, tzinfo=UTC)


class EndorsementFactory(_Published):
    class Meta:
        model = Endorsement

    appeal = factory.SubFactory(AppealFactory, kind="petition")
    name = factory.Sequence(lambda n: f"Union {n}")


class SlotFactory(_Factory):
    class Meta:
        model = Slot

    action = factory.SubFactory(ActionFactory)


class ReportFactory(_Published):
    class Meta:
        model = Report

    action = factory.SubFactory(ActionFactory)
    turnout_low = 20
    turnout_high = 30
    text = "It rained."


#: Citations that name a fact in more than one word.
CITED_BY = {
    "ChargeStep": "charge_step",
    "EventLink": "event_link",
    "OfficialSpelling": "official_spelling",
    "PersonName": "person_name",
    "StatusReport": "status_report",
}


def cite(fact: Any, **source: Any) -> Citation:
    """A source for a fact, whatever kind of fact it is."""
    name = CITED_BY.get(type(fact).__name__)
    return CitationFactory(source=SourceFactory(**source), **{name or type(fact).__name__.lower(): fact})


def a_whole_prisoner(**fields: Any) -> Prisoner:
    """A prisoner with one of everything, each with a source, a variant and somebody else beside them."""
    prisoner = PrisonerFactory(**fields)
    case = CaseFactory()
    DefendantFactory(case=case, prisoner=prisoner)
    DefendantFactory(case=case)
    sanction = SanctionFactory(prisoner=prisoner, case=case, place=PlaceFactory(located_in=PlaceFactory()))
    event = EventFactory(place=PlaceFactory())
    statement = StatementFactory(organisation=OrganisationFactory(), event=event)
    event.prisoners.add(prisoner, PrisonerFactory())
    statement.prisoners.add(prisoner)
    charge = ChargeFactory(prisoner=prisoner, case=case)
    reportable = [
        AffiliationFactory(prisoner=prisoner),
        charge,
        HearingFactory(case=case, next_hearing=HearingFactory(case=case, held_on="2027-01-20")),
        sanction,
        DetentionFactory(prisoner=prisoner, sanction=sanction, place=PlaceFactory()),
        event,
    ]
    for fact in reportable:
        cite(VariantFactory(**{type(fact).__name__.lower(): fact}))
    others = [
        prisoner,
        case,
        statement,
        PersonNameFactory(prisoner=prisoner),
        ChargeStepFactory(charge=charge),
        EventLinkFactory(event=event),
        InvolvementFactory(event=event),
        InvolvementFactory(event=None, case=case, role=InvolvementRole.JUDGE, organisation=None, name="A. Judge"),
        InvolvementFactory(event=event, role=InvolvementRole.ORGANISER, organisation=None, prisoner=prisoner),
        FigureFactory(event=event),
        StatusReportFactory(prisoner=prisoner),
        *_whole_official(),
    ]
    for fact in [*reportable, *others]:
        cite(fact)
    DisagreementFactory(prisoner=prisoner)
    DisagreementFactory(event=event)
    return prisoner


def _whole_official() -> tuple[Official, OfficialSpelling]:
    """An official who has moved to another address, with a second spelling."""
    official = OfficialFactory()
    FormerOfficialSlug.objects.create(slug=f"once-{official.slug}", official=official)
    return official, OfficialSpellingFactory(official=official)


def a_whole_campaign(**fields: Any) -> Campaign:
    """A campaign with a demand that took another's place, figures, a timeline, statements and an action."""
    campaign = CampaignFactory(**fields)
    prisoner = a_whole_prisoner()
    campaign.prisoners.add(prisoner)
    campaign.sources.add(SourceFactory())
    campaign.figures.add(FigureFactory())
    campaign.events.add(*prisoner.events.all())
    campaign.statements.add(*prisoner.statements.all())
    strike = EventFactory(kind=EventKind.STRIKE, title="A strike")
    cite(InvolvementFactory(event=strike))
    claimed = {"event": strike, "value_low": 50, "value_high": 100, "value_unit": ValueUnit.PERCENT, "value_of": "pay"}
    later = DemandFactory(campaign=campaign, supersedes=DemandFactory(campaign=campaign), **claimed)
    later.prisoners.add(prisoner)
    later.sources.add(SourceFactory())
    day = DayOfActionFactory(campaign=campaign, group=GroupFactory())
    day.prisoners.add(prisoner)
    day.demands.add(later)
    a_whole_action(campaign=campaign, day_of_action=day)
    appeal = AppealFactory(campaign=campaign, follows=AppealFactory(campaign=campaign))
    appeal.prisoners.add(prisoner)
    appeal.targets.add(TargetFactory())
    appeal.sources.add(SourceFactory())
    EndorsementFactory(appeal=appeal)
    return campaign


def a_whole_action(**fields: Any) -> Action:
    """An action with a slot, a prisoner, sources and a report."""
    action = ActionFactory(**fields)
    action.prisoners.add(PrisonerFactory())
    action.sources.add(SourceFactory())
    SlotFactory(action=action)
    ReportFactory(action=action).sources.add(SourceFactory())
    return action

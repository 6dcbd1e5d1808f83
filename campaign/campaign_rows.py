"""Which rows a campaign holds: its people with their facts, its events and deeds, and what all these name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from actions.models import (
    Action,
    Appeal,
    Campaign,
    DayOfAction,
    Demand,
    Endorsement,
    LetterRules,
    LetterTerms,
    Report,
    Series,
    Slot,
    Target,
)
from campaign.record_tables import TABLES
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
    FormerSlug,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.models.offices import facts_naming
from prisoners.models.sources import FACTS, REPORTABLE

#: Numbers of rows by their kind.
Rows = dict[Any, set[Any]]
#: Which rows of a kind may be looked at: what is public, or everything.
Door = Callable[[Any], "QuerySet[Any]"]
#: By which links a row belongs to what belongs to a campaign already; each kind after those that it leads to.
BELONGS: tuple[tuple[Any, str], ...] = (
    (Prisoner, "campaigns"),
    (FormerSlug, "prisoner"),
    (Affiliation, "prisoner"),
    (StatusReport, "prisoner"),
    (LetterTerms, "prisoner"),
    (Case, "defendants"),
    (Defendant, "case"),
    (Charge, "prisoner"),
    (ChargeStep, "charge"),
    (Hearing, "case"),
    (Sanction, "prisoner"),
    (Detention, "prisoner"),
    (Event, "campaigns prisoners"),
    (EventLink, "event"),
    (Involvement, "event case prisoner"),
    (Figure, "campaigns event"),
    (Statement, "campaigns event prisoners"),
    (Disagreement, "prisoner event"),
    (Variant, " ".join(REPORTABLE)),
    (Demand, "campaign"),
    (Appeal, "campaign"),
    (Endorsement, "appeal"),
    (DayOfAction, "campaign"),
    (Action, "campaign"),
    (Slot, "action"),
    (Report, "action"),
)


class CampaignRows:
    """The rows of one campaign; `whole` holds those that are its own, `named` those that they only name.

    Of what is only named goes out what the row itself says, and not whatever else is tied to it.
    """

    def __init__(self, campaign: Campaign, door: Door) -> None:
        self.door = door
        self.whole: Rows = defaultdict(set, {Campaign: {campaign.pk}})
        self.named: Rows = defaultdict(set)
        for model, links in BELONGS:
            self.whole[model] |= self._that_lead_to(model, links.split())
        self.whole[Target] = set(door(Target).filter(of_country=campaign.country).values_list("pk", flat=True))
        self.whole[LetterRules] = self._rules()
        self._with_officials()
        while self._name_more():
            pass
        self._with_spellings()
        self._with_citations()
        self._with_places_around()

    def of(self, model: Any) -> set[Any]:
        """All rows of a kind that go out."""
        return self.whole[model] | self.named[model]

    def _that_lead_to(self, model: Any, links: Iterable[str]) -> set[Any]:
        related = {link: model._meta.get_field(link).related_model for link in links}
        either = Q(pk__in=())
        for link, other in related.items():
            either |= Q(**{f"{link}__in": self.whole[other]})
        return set(self.door(model).filter(either).order_by().values_list("pk", flat=True))

    def _rules(self) -> set[Any]:
        """What lets letters through where its people are held."""
        held = self.door(Detention).filter(pk__in=self.whole[Detention]).exclude(place=None).order_by()
        rules = self.door(LetterRules).filter(place__in=held.values("place"))
        return set(rules.order_by().values_list("pk", flat=True))

    def _with_officials(self) -> None:
        """Whom its facts name by one of their spellings, with all of these."""
        either = Q(pk__in=())
        for one, rows in facts_naming([OuterRef("key")], OuterRef("country")):
            either |= Q(Exists(rows.filter(pk__in=self.whole[one.model])))
        named = self.door(OfficialSpelling).filter(either).order_by().values("official")
        self.whole[Official] = set(self.door(Official).filter(pk__in=named).order_by().values_list("pk", flat=True))
        for model in (OfficialSpelling, FormerOfficialSlug):
            self.whole[model] = self._that_lead_to(model, ["official"])

    def _name_more(self) -> bool:
        """What the rows so far name; whether that was anything new."""
        found: Rows = defaultdict(set)
        for table in TABLES:
            for one in table.columns:
                if one.is_relation:
                    found[one.related_model] |= self._named_by(table.model, one.attname, self.of(table.model))
            for name in table.many.split():
                found[table.model._meta.get_field(name).related_model] |= self._tied(table.model, name)
        self._with_series(found)
        fresh = {model: self._seen(model, pks - self.of(model)) for model, pks in found.items()}
        for model, pks in fresh.items():
            self.named[model] |= pks
        return any(fresh.values())

    def _named_by(self, model: Any, attname: str, pks: set[Any]) -> set[Any]:
        rows = model._base_manager.filter(pk__in=pks).exclude(**{attname: None}).order_by()
        return set(rows.values_list(attname, flat=True))

    def _tied(self, model: Any, name: str) -> set[Any]:
        one, pks = model._meta.get_field(name), self.of(model) if name == "sources" else self.whole[model]
        own = one.remote_field.through._default_manager.filter(**{f"{one.m2m_column_name()}__in": pks})
        return set(own.values_list(one.m2m_reverse_name(), flat=True))

    def _with_series(self, found: Rows) -> None:
        """How the pattern of a series repeats itself goes out with it."""
        patterns = Series._default_manager.filter(pattern__in=self.of(Action))
        found[Series] |= set(patterns.values_list("pk", flat=True))

    def _with_spellings(self) -> None:
        """Whoever is named is spelt."""
        self.whole[PersonName] = self._spelt()

    def _spelt(self) -> set[Any]:
        names = self.door(PersonName).filter(prisoner__in=self.of(Prisoner)).order_by()
        return set(names.values_list("pk", flat=True))

    def _with_citations(self) -> None:
        """Every fact brings what it rests on, and that its sources."""
        either = Q(pk__in=())
        for name in (*FACTS, "variant"):
            either |= Q(**{f"{name}__in": self.of(Citation._meta.get_field(name).related_model)})
        cited = Citation._default_manager.filter(either).order_by()
        self.whole[Citation] = set(cited.values_list("pk", flat=True))
        source = Citation._meta.get_field("source").related_model
        self.named[source] |= self._seen(source, set(cited.values_list("source_id", flat=True)))

    def _with_places_around(self) -> None:
        """A prison brings its city, and that its region."""
        places = set(self.of(Place))
        while places:
            around = Place.objects.filter(pk__in=places).exclude(located_in=None).values_list("located_in", flat=True)
            places = set(around) - self.of(Place)
            self.named[Place] |= places

    def _seen(self, model: Any, pks: set[Any]) -> set[Any]:
        """Those of them that the door shows."""
        return set(self.door(model).filter(pk__in=pks).order_by().values_list("pk", flat=True)) if pks else set()


def by_public_door(model: Any) -> "QuerySet[Any]":
    """What anybody may see. Of rows without a door of their own is asked later whether what they hang on goes out."""
    return model.public.all() if hasattr(model, "public") else model._default_manager.all()


def by_internal_door(model: Any) -> "QuerySet[Any]":
    """Everything that staff sees."""
    return model._base_manager.all()

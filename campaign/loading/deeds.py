"""Plans what a campaign does: its demands, its actions and the reports of them."""

from collections.abc import Iterable
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify
from django.utils.translation import gettext as _

from actions.choices import DemandState, TargetKind
from actions.models import Action, Demand, Report, Target
from campaign.loading import words
from campaign.loading.cases import free_slug
from campaign.loading.places import Places
from campaign.loading.plan import Plan, Ref, Row, rest_on, sentence
from campaign.loading.shapes import FileFact
from campaign.loading.shapes_campaign import FileAction, FileCampaign, FileDemand, FileValue
from campaign.loading.shapes_file import CampaignFile
from prisoners.choices import CounterKind

#: What the files write where no organiser is known.
NOT_NAMED = "not named"


class Deeds:
    """The layer of demands and actions; `demands` and `events` are rows by the file's ids."""

    def __init__(self, plan: Plan, file: CampaignFile, told: FileCampaign, places: Places) -> None:
        self.plan, self.file, self.told, self.places = plan, file, told, places
        self.country = told.country or next((one.country for one in file.persons), "")
        self.links: dict[str, list[Ref]] = {"events": [], "statements": [], "figures": [], "prisoners": []}
        self.row: Row
        self.slugs: set[str] = set()
        self.demands: dict[str, Ref] = {}
        self.events: dict[str, Ref] = {}

    def _people(self, names: Iterable[str], line: int, prisoners: dict[str, Ref]) -> list[Ref]:
        """The people of these ids; an id that nobody has is a fault."""
        for name in names:
            if name not in prisoners:
                self.plan.faults.add(line, _("No person has the id “%(id)s”.") % {"id": name})
        return [prisoners[name] for name in names if name in prisoners]

    def _demand(self, one: FileDemand, number: int) -> None:
        older = self.demands.get(one.supersedes)
        if one.supersedes and (older is None or one.supersedes == one.id):
            self.plan.faults.add(one.line, _("No earlier demand has the id “%(id)s”.") % {"id": one.supersedes})
        if one.event and one.event not in self.events:
            reason = _("“%(id)s” is not the id of an event of the chronology.") % {"id": one.event}
            self.plan.faults.add(one.line, reason)
        values = {
            "campaign": self.row.ref,
            "text": one.text,
            "raised_on": one.since,
            "ended_on": one.until,
            "status": one.state or _state(one),
            "supersedes": older,
            "event": self.events.get(one.event),
            "note": one.note,
            **_value(one.value),
        }
        key = f"demand/{'=' + one.id if one.id else one.since or number}"
        row = self._cited(Demand, key, one.line, values, one.src)
        self.demands |= {one.id: row.ref} if one.id else {}

    def _demand_for(self, fact: FileFact, prisoner: Ref) -> None:
        values = {
            "campaign": self.row.ref,
            "text": fact.text,
            "raised_on": fact.date,
            "ended_on": fact.until,
            "status": fact.state or (DemandState.ENDED if fact.until else DemandState.STANDING),
            "note": fact.by,
        }
        key = f"demand/{prisoner.key.partition(':')[2]}/{fact.date}"
        self._cited(Demand, key, fact.line, values, fact.src).links["prisoners"] = [prisoner]

    def _cited(self, model: type, key: str, line: int, values: dict[str, Any], sources: list[str]) -> Row:
        """A row of an action's floor names its sources by its own relation."""
        row = self.plan.add(model, key, line, values)
        rest_on(row, sources)
        return row

    def _action(self, one: FileAction, prisoners: dict[str, Ref]) -> None:
        zone = self._zone(one)
        if not zone:
            return
        where = f" ({one.where})" if one.where else f", {one.city}" if one.city else ""
        named = one.spread or one.city
        title = f"{sentence(one.form)}{where}"
        when = str(one.date or "").replace("/", "-")
        values = {
            "slug": free_slug(slugify(anyascii(f"{one.form[:60]} {named[:30]} {when}"))[:110] or "action", self.slugs),
            "title": title if len(title) <= 200 else sentence(one.form)[:200],
            "kinds": words.action_kinds(one.form),
            "campaign": self.row.ref,
            "organised_by": "" if one.organiser.strip() == NOT_NAMED else one.organiser,
            "target": self._target(one),
            "venue": one.at,
            "city": one.city,
            "country": one.country[:2],
            "time_zone": zone,
            "held_on": one.date,
            "local_time": one.time,
            "starts_at": self.plan.starts_at(one.line, one.date, one.time, zone),
            "note": "; ".join(one.notes),
        }
        key = f"action/{'=' + one.id if one.id else '/'.join((when or 'undated', slugify(named) or 'several'))}"
        row = self._cited(Action, key, one.line, values, one.src)
        row.once = frozenset({"slug"})
        row.links["prisoners"] = self._people(one.people, one.line, prisoners)
        self._report(one, row)

    def _zone(self, one: FileAction) -> str:
        """The zone of the city; without a country there is no hour either, and days are counted in UTC."""
        if one.country:
            return self.places.zone(one.country, "" if one.spread else one.city, one.line)
        if one.time or (one.city and not one.spread):
            self.plan.faults.add(one.line, _("An action with a place or an hour needs “country”, for its time zone."))
            return ""
        return "UTC"

    def _target(self, one: FileAction) -> Ref | None:
        """The embassy in the city of the action, where the file or the record knows it."""
        if "embassy" not in one.at.lower():
            return None
        for row in self.plan.rows.values():
            if row.model is Target and (row.values["city"], row.values["kind"]) == (one.city, TargetKind.EMBASSY):
                return row.ref if row.values["of_country"] == self.country else None
        found = Target.internal.filter(
            of_country=self.country, city=one.city, kind=TargetKind.EMBASSY, import_key__isnull=False
        ).first()
        return Ref(Target, found.import_key) if found else None

    def _report(self, one: FileAction, action: Row) -> None:
        if not (one.text or any(number is not None for number in one.turnout) or one.delivery):
            return
        values = {
            "action": action.ref,
            "text": sentence(one.text),
            "turnout_low": one.turnout[0],
            "turnout_high": one.turnout[1],
            "counted_by_kind": CounterKind.UNKNOWN,
            "delivery": one.delivery,
        }
        self._cited(Report, f"report/{action.key.partition(':')[2]}", one.line, values, one.src)


def _value(one: FileValue | None) -> dict[str, Any]:
    """What a demand claims in numbers, as its row has it."""
    if one is None:
        return {"value_low": None, "value_high": None, "value_unit": "", "value_currency": "", "value_of": ""}
    return {
        "value_low": one.low,
        "value_high": one.high,
        "value_unit": one.unit,
        "value_currency": one.currency,
        "value_of": one.of,
    }


def _state(one: FileDemand) -> str:
    """Only what the file says: never delivered, until when it was raised, or nothing."""
    if "never read" in one.text or "never delivered" in one.text:
        return DemandState.UNDELIVERED
    return DemandState.ENDED if one.until else DemandState.STANDING

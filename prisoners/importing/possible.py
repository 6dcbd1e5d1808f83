"""What cannot be: what the services of the nouns would refuse, as far as it can be told without writing."""

from django.utils.translation import gettext as _

from prisoners.importing.ground import Ground
from prisoners.importing.one_person import born_of
from prisoners.importing.outlines import Proposal, Step
from prisoners.importing.saying import POINTERS
from prisoners.importing.usual_zones import usual_zone
from prisoners.models import Detention, Prisoner, Sanction
from prisoners.refusals import Refusal
from prisoners.services import detentions, sanctions
from prisoners.services.possible_days import BEFORE_BIRTH, is_before_birth
from prisoners.times import zone_or_refuse

#: What a fact says by pointing to another row.
_RELATIONS = frozenset({"place", "place_zone", "case", *POINTERS})


class Possible:
    """Refuses rows of which a fact cannot be."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.options = ground, ground.options
        self.known, self.places = ground.known, ground.places

    def check(self, one: Proposal) -> None:
        """What the services of the nouns would refuse, as far as it can be told without writing."""
        others: list[Detention] = []
        self._check_birth(one)
        for step in one.steps:
            if step.group in ("sanction", "custody") and step.row is None:
                self._check_fact(one, step, others)
            self._check_place(one, step)
            self._check_pointers(one, step)

    def _check_birth(self, one: Proposal) -> None:
        """A birth that the row changes is not after what the record says of the person."""
        if one.prisoner is None or "born_on" not in one.wanted.own:
            return
        facts = self.known.facts[one.prisoner.pk]
        days = [*(row.started_on for row in facts["custody"]), *(row.imposed_on for row in facts["sanction"])]
        if is_before_birth(born_of(one.wanted), filter(None, days)):
            self.ground.fault(one, one.wanted.own["born_on"].column, str(BEFORE_BIRTH))

    def _check_fact(self, one: Proposal, step: Step, others: list[Detention]) -> None:
        values = {name: value for name, value in step.values.items() if name not in _RELATIONS}
        column = self._column(one, step)
        try:
            if step.group == "sanction":
                reasons = sanctions.reasons_against(Sanction(prisoner=_as_told(one), **values))
            else:
                made = Detention(prisoner=_as_told(one), **values)
                known = self.known.facts[one.prisoner.pk]["custody"] if one.prisoner else []
                reasons = detentions.reasons_against(made, [*known, *others])
                others.append(made)
        except (TypeError, ValueError) as error:
            reasons = [str(error)]
        for reason in reasons:
            self.ground.fault(one, column, str(reason))

    def _check_place(self, one: Proposal, step: Step) -> None:
        name = step.values.get("place")
        if not name:
            return
        country = self._country(one)
        zone = step.values.get("place_zone", "")
        try:
            zone_or_refuse(zone or "UTC")
        except Refusal as refused:
            self.ground.fault(one, self._column(one, step), str(refused), zone)
            return
        if self.places.place(name, country, zone) is None and not zone and not self._zone_for(country, name):
            said = _("The time zone of this place is not known: choose one for the file.")
            self.ground.fault(one, self._column(one, step, "place"), said, name)

    def _zone_for(self, country: str, city: str) -> str:
        """The zone of a new place: the one chosen for the file, or that of which there is no doubt."""
        return self.options.zone or usual_zone(country, city)

    def _country(self, one: Proposal) -> str:
        if one.prisoner is not None:
            return one.prisoner.country
        return str(one.wanted.own["country"].value) if "country" in one.wanted.own else ""

    def _check_pointers(self, one: Proposal, step: Step) -> None:
        count = len(one.wanted.groups.get("sanction", []))
        for name in POINTERS:
            if isinstance(value := step.values.get(name), int) and value > count:
                said = _("The row has no sanction number %(number)s.") % {"number": value}
                self.ground.fault(one, self._column(one, step, name), said, str(value))

    def _column(self, one: Proposal, step: Step, name: str = "") -> str:
        members = one.wanted.groups.get(step.group, [])
        member = members[step.position] if step.position < len(members) else {}
        if name in member:
            return member[name].column
        return next((given.column for given in member.values() if given.column), "")


def _as_told(one: Proposal) -> Prisoner:
    """The person of a row as far as the days of the facts beside depend on it."""
    born = one.prisoner.born_on if one.prisoner else None
    return Prisoner(pk=one.prisoner.pk if one.prisoner else 0, born_on=born_of(one.wanted) or born)

"""Public facts with all that hangs on them, each through the public door, in a constant number of queries."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Citation,
    Detention,
    Disagreement,
    Event,
    EventLink,
    Figure,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    PersonName,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.officials import with_officials

Rows = QuerySet[Any]


def cited() -> "Prefetch[Any, Any, Any]":
    """The citations of a fact, confidential sources left out."""
    rows = Citation.internal.filter(source__is_confidential=False).select_related("source").order_by("id")
    return Prefetch("citations", queryset=rows)


def variants() -> "Prefetch[Any, Any, Any]":
    """What other sources report of the same fact; as public as the fact."""
    return Prefetch("variants", queryset=Variant.internal.order_by("id").prefetch_related(cited()))


def disagreements() -> "Prefetch[Any, Any, Any]":
    """On what the sources differ; as public as what it is about."""
    return Prefetch("disagreements", queryset=Disagreement.internal.all())


def people(relation: str = "prisoners") -> "Prefetch[Any, Any, Any]":
    """The public prisoners of a relation."""
    return Prefetch(relation, queryset=Prisoner.public.all())


def spellings() -> "Prefetch[Any, Any, Any]":
    """Spellings, as they were entered, without what they are known from."""
    return Prefetch("names", PersonName.public.order_by("id"))


def names() -> Rows:
    """Spellings, as they were entered, with what they are known from."""
    return PersonName.public.order_by("id").prefetch_related(cited())


def affiliations() -> Rows:
    """Roles with their organisation."""
    return Affiliation.public.select_related("organisation").prefetch_related(cited(), variants())


def charges() -> Rows:
    """Charges with their case, whom they are against and their history."""
    steps = Prefetch("steps", queryset=ChargeStep.public.prefetch_related(cited()))
    return Charge.public.select_related("case", "prisoner").prefetch_related(steps, cited(), variants())


def following() -> "Prefetch[Any, Any, Any]":
    """The hearing after a hearing, where that is public."""
    return Prefetch("next_hearing", queryset=Hearing.public.all())


def hearings(rows: Rows | None = None) -> Rows:
    """Hearings with their case, place and next hearing: all that are public, or the public `rows` that are given."""
    found = Hearing.public.all() if rows is None else rows
    rows = found.select_related("case", "place__located_in").prefetch_related(cited(), variants(), following())
    return with_officials(rows)


def cases() -> Rows:
    """Cases with their defendants, charges and hearings, and the case that each follows."""
    return Case.public.prefetch_related(
        Prefetch("follows", queryset=Case.public.all()),
        people("defendants"),
        Prefetch("charges", queryset=charges()),
        Prefetch("hearings", queryset=hearings()),
        involved(),
        cited(),
    ).order_by(*Case.natural_order, "pk")


def sanctions() -> Rows:
    """Sanctions with their case and the sanctions they replace, accompany or add to."""
    others = (Prefetch(name, queryset=Sanction.public.all()) for name in ("replaces", "accompanies", "added_to"))
    case = Prefetch("case", queryset=Case.public.all())
    rows = with_officials(Sanction.public.select_related("place__located_in"))
    return rows.prefetch_related(case, *others, cited(), variants())


def detentions() -> Rows:
    """Stretches of custody with their place and the sanction that was served."""
    served = Prefetch("sanction", queryset=Sanction.public.all())
    return Detention.public.select_related("place__located_in").prefetch_related(served, cited(), variants())


def figures() -> Rows:
    """Quantities as claimed."""
    return Figure.public.prefetch_related(cited())


def involved() -> "Prefetch[Any, Any, Any]":
    """As what people and bodies stood in an event or a case."""
    rows = Involvement.public.select_related("organisation", "prisoner").prefetch_related(cited())
    return Prefetch("involvements", queryset=with_officials(rows))


def event_links() -> Rows:
    """How events stand to one another."""
    return EventLink.public.select_related("event", "other").prefetch_related(cited())


def related() -> "tuple[Prefetch[Any, Any, Any], ...]":
    """How events stand to others, told from either side."""
    return tuple(Prefetch(name, queryset=event_links()) for name in ("links", "linked_from"))


def events() -> Rows:
    """Events with their place, people and figures, and how they stand to others."""
    return Event.public.select_related("place__located_in").prefetch_related(
        people(), Prefetch("figures", queryset=figures()), involved(), *related(), disagreements(), cited(), variants()
    )


def statements() -> Rows:
    """Statements with the organisation that spoke and the people they are about."""
    return Statement.public.select_related("organisation").prefetch_related(people(), cited())


def status_reports() -> Rows:
    """Situations as reported on a day."""
    return StatusReport.public.prefetch_related(cited())


def officials() -> Rows:
    """Officials with the spellings that readers see."""
    spelt = OfficialSpelling.public.order_by("pk").prefetch_related(cited())
    return Official.public.prefetch_related(Prefetch("spellings", queryset=spelt), cited()).order_by("name", "pk")


def prisoners_in_brief() -> Rows:
    """Prisoners with their names and roles."""
    return Prisoner.public.prefetch_related(
        Prefetch("names", queryset=names()),
        Prefetch("affiliations", queryset=affiliations()),
    ).order_by(*Prisoner.natural_order, "pk")


def prisoners_in_a_sheet() -> Rows:
    """Prisoners with what a row of an exported list holds."""
    accused = Charge.public.select_related("case")
    judged = Sanction.public.select_related("place").prefetch_related(Prefetch("case", queryset=Case.public.all()))
    return Prisoner.public.prefetch_related(
        Prefetch("names", queryset=PersonName.public.order_by("id")),
        Prefetch("affiliations", queryset=Affiliation.public.select_related("organisation")),
        Prefetch("cases", queryset=Case.public.order_by(*Case.natural_order, "pk")),
        Prefetch("charges", queryset=accused),
        Prefetch("sanctions", queryset=judged),
        Prefetch("detentions", queryset=Detention.public.select_related("place")),
        cited(),
    ).order_by(*Prisoner.natural_order, "pk")


def prisoners() -> Rows:
    """Prisoners with everything public about them."""
    return prisoners_in_brief().prefetch_related(
        Prefetch("cases", queryset=cases()),
        Prefetch("sanctions", queryset=sanctions()),
        Prefetch("detentions", queryset=detentions()),
        Prefetch("events", queryset=events()),
        Prefetch("statements", queryset=statements()),
        Prefetch("status_reports", queryset=status_reports()),
        disagreements(),
        cited(),
    )

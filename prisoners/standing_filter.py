"""How a list of people asks where they stand on a day, in one look at the spans, and in which order it has them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from prisoners.birthday_order import soonest_first, the_soonest
from prisoners.few import few
from prisoners.models import Place, Span
from prisoners.spans import on_day

HELD = (("true", _("held")), ("false", _("not held")), ("unknown", _("not known")))
HELD_VALUES = {"true": True, "false": False, "unknown": None}
#: Asked in one look at the spans, since they are about one day.
OF_THE_DAY = ("status", "held", "place", "facility")
NAME, LONGEST, ENDING, BIRTHDAY, NEWEST, CHANGED = "name", "longest", "ending", "birthday", "newest", "changed"
SORTS = (
    (NAME, _("by name")),
    (LONGEST, _("held longest first")),
    (ENDING, _("whose term ends soonest first")),
    (BIRTHDAY, _("whose birthday comes soonest first")),
    (NEWEST, _("newest in the record first")),
    (CHANGED, _("last changed first")),
)
#: The orders of those who are held: by which day of their span.
OF_THE_HELD = {LONGEST: "since_on", ENDING: "term_ends_on"}
#: With which answers of the filter some have an order of the held; a birthday has also who may be held.
HELD_OF = {LONGEST: ("", "true"), ENDING: ("", "true"), BIRTHDAY: ("", "true", "unknown")}


def standing_so(rows: QuerySet[Any], given: Mapping[str, Any], day: date) -> QuerySet[Any]:
    """Those of the people who stand on a day as is asked."""
    asked = {name: given[name] for name in OF_THE_DAY if given[name]}
    if not asked:
        return rows
    found = on_day(Span.objects.all(), day)
    if "status" in asked:
        found = found.filter(status=asked["status"])
    if "held" in asked:
        found = found.filter(is_held=HELD_VALUES[asked["held"]])
    at = {"place", "facility"} & set(asked)
    for name in at:
        inside = Place.objects.filter(Q(pk=asked[name].pk) | Q(located_in=asked[name]))
        # Looked up first: the database then knows how few are there.
        found = found.filter(place__in=list(inside.values_list("pk", flat=True)))
    people = found.order_by().values("prisoner")
    return few(rows, people) if at else rows.filter(pk__in=people)


def begin_of(rows: QuerySet[Any], sort: str, day: date) -> QuerySet[Any]:
    """Those of them with whom an order of the held begins: an index has them by the day that it goes by."""
    if sort == BIRTHDAY:
        return the_soonest(rows, day)
    # Who has no such day stands with those who are free, by name.
    known = {"spans__since_on__isnull": False} if sort == LONGEST else {"spans__term_ends_on__gt": day}
    held = rows.filter(spans__begins_on__lte=day, spans__ends_on__gt=day, spans__is_held=True, **known)
    return held.order_by(f"spans__{OF_THE_HELD[sort]}", "name", "pk")


def begins_so(given: Mapping[str, Any]) -> bool:
    """Whether an order is asked that begins with people who are held, among whom there may be some."""
    # Of those who are asked for by how they stand, nobody may be held: the order would be searched to its end.
    return given["sort"] in HELD_OF and given["held"] in HELD_OF[given["sort"]] and not given["status"]


def sort_of(given: Mapping[str, Any]) -> str:
    """The order that is asked. Those who are not held stand by name, as ever: none of them has an order of the held."""
    is_of_others = given["sort"] in HELD_OF and given["held"] not in HELD_OF[given["sort"]]
    return NAME if is_of_others else given["sort"]


def in_order(rows: QuerySet[Any], sort: str, day: date) -> QuerySet[Any]:
    """The people in the order that is asked, as they stand on a day; as they come without one."""
    if sort == BIRTHDAY:
        return soonest_first(rows, day)
    if sort in OF_THE_HELD:
        on = Q(spans__begins_on__lte=day, spans__ends_on__gt=day, spans__is_held=True)
        on &= Q() if sort == LONGEST else Q(spans__term_ends_on__gt=day)
        held = rows.annotate(span_held=FilteredRelation("spans", condition=on))
        return held.order_by(F(f"span_held__{OF_THE_HELD[sort]}").asc(nulls_last=True), "name", "pk")
    orders = {NAME: ("name", "pk"), NEWEST: ("-published_at", "-pk"), CHANGED: ("-updated_at", "-pk")}
    return rows.order_by(*orders[sort]) if sort in orders else rows

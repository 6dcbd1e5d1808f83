"""Sanctions: what was imposed, in chains that never close into a circle."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from prisoners.models import Prisoner, Sanction
from prisoners.refusals import Sentence
from prisoners.services.possible_days import reasons_against_days
from prisoners.services.refusals import refuse_if

LINKS = ("replaces", "accompanies", "added_to")

ITSELF = _("A sanction cannot replace, accompany or be added to itself.")
CIRCLE = _("These sanctions would close a circle: each would come after the other.")
OTHER_PERSON = _("A sanction can be linked only with sanctions of the same person.")
END_BEFORE_BEGIN = _("It would end before it was imposed.")
WITHOUT_CURRENCY = _("A fine needs its currency.")
BEFORE_THE_REPLACED = _("It would be imposed before the sanction that it replaces.")


def impose(prisoner: Prisoner, **fields: Any) -> Sanction:
    """Enter what was imposed on a prisoner (a draft until it is published). Raises RecordRefused."""
    return keep(Sanction(prisoner=prisoner, **fields))


@transaction.atomic
def keep(sanction: Sanction) -> Sanction:
    """Write a sanction. The person's row is locked, so that two colleagues cannot close a circle together.

    Raises RecordRefused with all reasons.
    """
    Prisoner.internal.select_for_update().order_by().get(pk=sanction.prisoner_id)
    refuse_if(reasons_against(sanction))
    sanction.save()
    return sanction


def reasons_against(sanction: Sanction) -> list[Sentence]:
    """Every reason why a sanction cannot be written like this."""
    return [*_reasons_of_links(sanction), *_reasons_of_dates(sanction), *_reasons_of_money(sanction)]


def _reasons_of_links(sanction: Sanction) -> list[Sentence]:
    linked = [other for name in LINKS if (other := getattr(sanction, name)) is not None]
    if any(_is_same(other, sanction) for other in linked):
        return [ITSELF]
    reasons: list[Sentence] = []
    if any(other.prisoner_id != sanction.prisoner_id for other in linked):
        reasons.append(OTHER_PERSON)
    if _closes_a_circle(sanction):
        reasons.append(CIRCLE)
    return reasons


def _is_same(other: Sanction, sanction: Sanction) -> bool:
    return other is sanction or (other.pk is not None and other.pk == sanction.pk)


def _closes_a_circle(sanction: Sanction) -> bool:
    """Whether following any of the links leads back; one query, then a walk in memory."""
    if sanction.pk is None:
        return False
    rows = Sanction.internal.filter(prisoner_id=sanction.prisoner_id).order_by()
    links = {pk: set(others) - {None} for pk, *others in rows.values_list("pk", *(f"{name}_id" for name in LINKS))}
    links[sanction.pk] = {getattr(sanction, f"{name}_id") for name in LINKS} - {None}
    return sanction.pk in _reachable(links, sanction.pk)


def _reachable(links: dict[int, set[int]], start: int) -> set[int]:
    seen: set[int] = set()
    waiting = set(links.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting |= links.get(one, set())
    return seen


def _reasons_of_dates(sanction: Sanction) -> list[Sentence]:
    begin, end = sanction.imposed_on, sanction.ended_on
    reasons = reasons_against_days(sanction, [begin, end])
    if begin and end and begin.earliest and end.latest and end.latest < begin.earliest:
        reasons.append(END_BEFORE_BEGIN)
    replaced = sanction.replaces.imposed_on if sanction.replaces else None
    if begin and replaced and begin.latest and replaced.earliest and begin.latest < replaced.earliest:
        reasons.append(BEFORE_THE_REPLACED)
    return reasons


def _reasons_of_money(sanction: Sanction) -> list[Sentence]:
    return [WITHOUT_CURRENCY] if sanction.fine_amount is not None and not sanction.fine_currency else []

"""What a campaign's page says first: for whom, who is behind it, what was done, what is next."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext, ngettext

from actions import words
from actions.models import Action, Group
from actions.totals import Totals
from prisoners.words import say

#: So many organisers are named at the head of the page; the others stand with their actions.
NAMED = 4


def facts(
    people: tuple[int, int], groups: Sequence[Group], ahead: Sequence[Action], past: Sequence[Action], totals: Totals
) -> list[dict[str, Any]]:
    """Terms for `components/facts.html`: `people` counts all, and those not free; `totals` are of `past`."""
    return [
        {"label": gettext("For whom"), "value": _people(*people)},
        {"label": gettext("Who is behind it"), "value": _behind(groups, [*ahead, *past])},
        {"label": gettext("What was done"), "value": _done(totals)},
        {"label": gettext("What is next"), "value": _next(ahead)},
    ]


def _people(count: int, held: int) -> str:
    if not count:
        return ""
    return ", ".join(
        (
            ngettext("%(n)d person", "%(n)d people", count) % {"n": count},
            gettext("not free: %(n)d") % {"n": held},
        )
    )


def _behind(groups: Sequence[Group], actions: Sequence[Action]) -> str:
    """The groups, then those who organised most of the actions, as reported."""
    named = Counter(words.organiser(action) for action in actions)
    names = [
        *dict.fromkeys([*(group.name_i18n for group in groups), *(name for name, _ in named.most_common() if name)])
    ]
    rest = len(names) - NAMED
    more = [gettext("and %(n)d more") % {"n": rest}] if rest > 0 else []
    return " ".join(["; ".join(names[:NAMED]), *more])


def _done(totals: Totals) -> str:
    """How many actions, and in how many cities."""
    if not totals.actions:
        return ""
    actions = ngettext("%(n)d action", "%(n)d actions", totals.actions) % {"n": totals.actions}
    return ", ".join((actions, ngettext("in %(n)d city", "in %(n)d cities", totals.cities) % {"n": totals.cities}))


def _next(ahead: Sequence[Action]) -> str:
    if not ahead:
        return gettext("No action is announced")
    return ", ".join(part for part in (say(ahead[0].held_on), ahead[0].city) if part)

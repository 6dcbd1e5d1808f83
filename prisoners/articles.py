"""Which articles of the record are meant by one that is asked for."""

import re
from collections.abc import Iterable

from django.db.models import F, Func

from prisoners.models import Charge, TraitTotal
from prisoners.spans import are_counted
from prisoners.traits import Kind

#: What may follow an article where more is said of it.
AFTER_AN_ARTICLE = re.compile(r"$|[\s([,;:/]")


def articles_named(asked: str) -> list[str]:
    """The articles of the record that are meant: this text itself, or followed by a blank, a bracket or a mark.

    Read from what people are counted by, which is kept and short, so that the charges are found by their index; from
    the charges themselves while that lags behind. In the codes of many countries 164-1 and 164.1 are other articles
    than 164.
    """
    start = asked.lower()
    known = _counted() if are_counted() else _charged()
    return [one for one in known if one.lower().startswith(start) and AFTER_AN_ARTICLE.match(one, len(asked))]


def _counted() -> Iterable[str]:
    return TraitTotal.objects.filter(kind=Kind.ARTICLE).values_list("value", flat=True).distinct()


def _charged() -> Iterable[str]:
    return Charge.public.order_by().values_list(Func(F("articles"), function="unnest"), flat=True).distinct()

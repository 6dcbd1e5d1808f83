"""Which articles of the record are meant by one that is asked for."""

import re

from prisoners.models import TraitTotal
from prisoners.traits import Kind

#: What may follow an article where more is said of it.
AFTER_AN_ARTICLE = re.compile(r"$|[\s([,;:/]")


def articles_named(asked: str) -> list[str]:
    """The articles of the record that are meant: this text itself, or followed by a blank, a bracket or a mark.

    Read from what people are counted by, which is kept and short, so that the charges are found by their index. In the
    codes of many countries 164-1 and 164.1 are other articles than 164.
    """
    kept = TraitTotal.objects.filter(kind=Kind.ARTICLE, people__gt=0, value__istartswith=asked)
    return [one for one in kept.values_list("value", flat=True) if AFTER_AN_ARTICLE.match(one, len(asked))]

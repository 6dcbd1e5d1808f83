"""What a figure claims, in words: as it was given first, else its bounds; and the best estimate of who counted."""

from django.utils.translation import gettext

from prisoners.marked import Text, fill
from prisoners.models import Figure
from prisoners.numbers import number


def value_in_words(figure: Figure, text: Text = "") -> Text:
    """The value of a figure; `text` is how the source put it, in the language of the page, where it put it in words."""
    told = text or _bounds(figure)
    if figure.best is None or figure.low == figure.best == figure.high:
        return told
    if not told:
        return gettext("%(best)s (best estimate)") % {"best": number(figure.best)}
    return fill(gettext("%(value)s (best estimate: %(best)s)"), value=told, best=number(figure.best))


def _bounds(figure: Figure) -> str:
    """The lower and the higher number; "" where there is neither."""
    span = " – ".join(dict.fromkeys(number(one) for one in (figure.low, figure.high) if one is not None))
    if figure.is_lower_bound and span:
        return gettext("at least %(low)s") % {"low": span}
    return gettext("at most %(high)s") % {"high": span} if figure.low is None and span else span

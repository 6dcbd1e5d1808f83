"""The number that a demand claims, in words: 60 per cent of the pay, 500,000 tenge."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext

from actions.choices import ValueUnit
from actions.models import Demand
from prisoners.marked import Text, fill, words_of
from prisoners.numbers import money, number, percent


def value_in_words(demand: Demand) -> Text:
    """What is claimed, and of what; "" where no number is."""
    said = _bounds(demand)
    if not said:
        return ""
    told = fill("%(said)s (%(of)s)", said=said, of=words_of(demand, "value_of")) if demand.value_of else said
    return fill(gettext("claimed: %(value)s"), value=told)


def _bounds(demand: Demand) -> str:
    write, low, high = _writer(demand), demand.value_low, demand.value_high
    if low is not None and high is not None:
        return " – ".join(dict.fromkeys((write(low), write(high))))
    if low is not None:
        return gettext("at least %(low)s") % {"low": write(low)}
    return gettext("at most %(high)s") % {"high": write(high)} if high is not None else ""


def _writer(demand: Demand) -> Callable[[Decimal], str]:
    """How a number of this unit is written in the language of the page."""
    if demand.value_unit == ValueUnit.PERCENT:
        return percent
    if demand.value_unit == ValueUnit.MONEY:
        return lambda value: money(Decimal(value).normalize(), demand.value_currency)
    return lambda value: number(float(value))

"""Numbers and amounts as the active language writes them (Unicode CLDR): one way on every page."""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_symbol
from django.utils.translation import get_language, to_locale


def locale() -> Locale:
    """Babel's locale for the active language; English where it has none."""
    try:
        return Locale.parse(to_locale(get_language() or "en"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def number(value: float) -> str:
    """A number: "2,580", "2 580", "1.5"."""
    return format_decimal(value, locale=locale())


def percent(value: Decimal | int) -> str:
    """So much of a hundred: "50%", "50 %", "%50"."""
    return format_percent(Decimal(value) / 100, locale=locale(), decimal_quantization=False)


def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency (ISO 4217): "KZT 500,000", "500 000 KZT"; hundredths only where there are some."""
    pattern = locale().currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace(".00", "")
    if get_currency_symbol(currency, locale=locale())[-1:].isalpha():
        # Unicode UTS 35, 3.8.1: letters keep their distance from digits.
        pattern = pattern.replace("¤#", "¤\N{NO-BREAK SPACE}#")
    return format_currency(amount, currency, format=pattern, locale=locale(), currency_digits=False)

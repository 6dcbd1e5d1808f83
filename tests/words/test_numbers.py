"""Amounts of money as each language writes them."""

from decimal import Decimal

import pytest
from django.utils import translation

from prisoners.numbers import money

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("code", "amount", "currency", "said"),
    [
        ("en", "500000", "KZT", f"KZT{NBSP}500,000"),
        ("en", "500000.00", "KZT", f"KZT{NBSP}500,000"),
        ("en", "1E+6", "EUR", "€1,000,000"),
        ("en", "1000.50", "EUR", "€1,000.50"),
        ("ru", "1000", "KZT", f"1{NBSP}000{NBSP}KZT"),
        ("kk", "1000", "KZT", f"1{NBSP}000{NBSP}₸"),
        ("fr", "1000", "KZT", f"1{NARROW}000{NBSP}KZT"),
        ("tr", "1000", "KZT", f"KZT{NBSP}1.000"),
    ],
)
def test_money_has_hundredths_only_where_there_are_some(code: str, amount: str, currency: str, said: str) -> None:
    with translation.override(code):
        assert money(Decimal(amount), currency) == said

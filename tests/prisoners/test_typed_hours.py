"""An hour is entered as people type it, and one that no clock shows is refused."""

from datetime import time

import pytest
from django import forms

from prisoners.admin.typed_hours import TypedHourField


@pytest.mark.parametrize("typed", ["10", "10:00", "1000", "10.00", "10h", "10h00", "10 ч", " 10:00 ", "10:00:00"])
def test_hour_is_read_however_it_is_typed(typed: str) -> None:
    assert TypedHourField().clean(typed) == time(10)


def test_minutes_and_single_digits_are_read() -> None:
    assert [TypedHourField().clean(one) for one in ("9", "9.30", "0930")] == [time(9), time(9, 30), time(9, 30)]


@pytest.mark.parametrize("typed", ["100", "24", "2460", "ten", "-1", "10000"])
def test_what_no_clock_shows_or_may_be_two_hours_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        TypedHourField().clean(typed)

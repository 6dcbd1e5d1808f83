"""An answer says nothing by the time it takes."""

import time

import pytest
from django.test import Client
from pytest_django import Settings

from privacy.pacing import until_next_step


@pytest.mark.parametrize(("elapsed", "left"), [(0.0, 0.5), (0.25, 0.25), (0.5, 0.5), (0.75, 0.25), (1.375, 0.125)])
def test_what_is_left_of_a_step(elapsed: float, left: float) -> None:
    assert until_next_step(elapsed, 0.5) == left


def test_without_steps_nothing_waits() -> None:
    assert until_next_step(3.2, 0.0) == 0.0


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/alerts/", "/en/alerts/manage/", "/api/v1/actions/none/sign-up/"])
def test_forms_answer_in_steps_even_when_they_refuse(client: Client, settings: Settings, path: str) -> None:
    settings.FORM_STEP_SECONDS = 0.2
    began = time.monotonic()
    client.post(path, {"address": "x"}, content_type="application/json" if "api" in path else "text/plain")
    assert time.monotonic() - began >= 0.2

"""Public forms without a cookie."""

import pytest
import time_machine
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.test import RequestFactory, override_settings
from django.views import View
from hypothesis import given
from hypothesis import strategies as st

from privacy import forms as public
from privacy.forms import (
    PublicForm,
    StatelessFormMixin,
    form_token_fault,
    make_form_token,
    same_origin,
    stateless_form_view,
)

NOW = "2026-11-23T12:00:00+00:00"


class Wish(PublicForm):
    """A form as pages have them."""

    form_id = "wish"
    text = forms.CharField()


def errors(**sent: str) -> list[str]:
    form = Wish({"text": "x", "form_token": make_form_token("wish"), **sent})
    return list(form.non_field_errors())


def test_form_is_taken_with_the_token_it_was_shown_with() -> None:
    assert errors() == []


# The names keep the list alike in every worker of a parallel run: a token is new each time.
@pytest.mark.parametrize(
    "token",
    ["", "x", "ü", "x" * 38, make_form_token("wish")[:-4]],
    ids=["none", "short", "not ASCII", "made up", "cut"],
)
def test_form_is_refused_without_a_token_of_ours(token: str) -> None:
    assert errors(form_token=token) == [public.DAMAGED]


def test_form_is_refused_with_the_token_of_another_form() -> None:
    assert errors(form_token=make_form_token("another")) == [public.DAMAGED]


@given(st.data())
def test_token_is_refused_when_a_character_was_changed(data: st.DataObject) -> None:
    token = make_form_token("wish")
    place = data.draw(st.integers(0, len(token) - 6))
    signs, step = "abcXYZ019-_", data.draw(st.integers(1, 10))
    other = signs[(signs.find(token[place]) + step) % len(signs)]
    assert form_token_fault("wish", token[:place] + other + token[place + 1 :]) is not None


def test_token_lives_for_twelve_hours() -> None:
    with time_machine.travel(NOW, tick=False) as traveller:
        token = make_form_token("wish")
        traveller.shift(12 * 3600)
        assert form_token_fault("wish", token) is None
        traveller.shift(1)
        assert form_token_fault("wish", token) == public.EXPIRED


def test_token_from_the_future_is_refused() -> None:
    with time_machine.travel(NOW, tick=False) as traveller:
        token = make_form_token("wish")
        traveller.shift(-3600)
        assert form_token_fault("wish", token) == public.EXPIRED


@override_settings(FORM_TOKEN_MIN_SECONDS=2)
def test_token_is_refused_when_a_form_comes_back_too_fast() -> None:
    with time_machine.travel(NOW, tick=False) as traveller:
        token = make_form_token("wish")
        traveller.shift(1)
        assert form_token_fault("wish", token) == public.TOO_FAST
        traveller.shift(1)
        assert form_token_fault("wish", token) is None


def test_form_with_errors_comes_back_with_a_fresh_token_and_what_was_entered() -> None:
    form = Wish({"text": "my wish", "form_token": "old"})
    shown = form.as_div()
    assert "my wish" in shown
    assert 'value="old"' not in shown
    token = str(form["form_token"]).split('value="')[1].split('"')[0]
    assert form_token_fault("wish", token) is None


def test_form_is_refused_when_a_robot_fills_in_what_nobody_sees() -> None:
    assert errors(homepage="https://example.org") == [public.ROBOT]


def test_robots_field_is_hidden_from_people() -> None:
    assert "<div hidden>" in str(Wish()["homepage"].as_field_group())


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver.example.org"}, False),
        ({"Origin": "https://example.org"}, False),
        ({"Origin": "null"}, True),
        ({"Origin": ""}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
    ],
)
def test_same_origin_believes_the_browser(headers: dict[str, str], is_ours: bool) -> None:
    assert same_origin(RequestFactory().post("/", headers=headers)) is is_ours


@stateless_form_view
def page(request: HttpRequest) -> HttpResponse:
    """A view with a public form."""
    return HttpResponse("fine")


class Page(StatelessFormMixin, View):
    """The same as a class."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows it."""
        return HttpResponse("fine")

    post = get


@pytest.mark.parametrize("view", [page, Page.as_view()])
def test_stateless_view_needs_no_cookie_but_refuses_other_sites(view: public.Callable) -> None:
    request = RequestFactory(enforce_csrf_checks=True).post("/")
    assert CsrfViewMiddleware(page).process_view(request, view, (), {}) is None
    assert view(request).content == b"fine"
    with pytest.raises(PermissionDenied):
        view(RequestFactory().post("/", headers={"Sec-Fetch-Site": "cross-site"}))
    assert view(RequestFactory().get("/", headers={"Sec-Fetch-Site": "cross-site"})).status_code == 200


def test_origin_that_is_no_address_is_foreign() -> None:
    assert not same_origin(RequestFactory().post("/", headers={"Origin": "http://["}))

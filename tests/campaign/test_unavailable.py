"""What a visitor sees while the database is away."""

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from campaign import urls


def losing(request: HttpRequest) -> HttpResponse:
    """A view whose database went away."""
    raise OperationalError("could not connect: Key (email)=(someone@canary.example)")


def losing_the_line(request: HttpRequest) -> HttpResponse:
    """A view whose connection was cut."""
    raise InterfaceError("connection already closed")


handler500 = urls.handler500
urlpatterns = [path("away/", losing), path("cut/", losing_the_line)]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/away/", "/cut/"])
def test_a_lost_database_is_answered_with_503_and_when_to_come_back(client: Client, address: str) -> None:
    response = client.post(address)
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    assert b"canary" not in response.content

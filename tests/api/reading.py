"""What programs ask of the API, as its tests ask it."""

from typing import Any

from django.test import Client


def get(client: Client, path: str, **headers: str) -> Any:
    """What the API answers, which must be a success."""
    response = client.get(f"/api/v1/{path}", headers=headers)
    assert response.status_code == 200, response.content
    return response.json()


def slugs(client: Client, path: str, key: str = "slug") -> list[Any]:
    """The addresses of the rows of a list, or another of their fields."""
    return [row[key] for row in get(client, path)["results"]]

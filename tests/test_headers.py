"""Headers, cookies and cache rules on every kind of answer."""

import pytest
from django.test import Client


@pytest.mark.parametrize("path", ["/", "/robots.txt", "/healthz", "/no-such-page/"])
def test_every_answer_carries_the_headers(client: Client, path: str) -> None:
    response = client.get(path)
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]

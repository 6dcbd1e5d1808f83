"""The style page in a real browser: accessible in both schemes and directions, without sideways scrolling."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser

from tests.face.axe import violations

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TURN = "document.querySelectorAll('[dir=ltr]').forEach(element => element.dir = 'rtl')"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.django_db
def test_style_page_shows_every_component(client: Client) -> None:
    shown = {template.name for template in client.get("/en/style/").templates}
    assert {f"components/{path.name}" for path in Path("templates/components").glob("*.html")} - shown == set()


@pytest.mark.parametrize(
    ("width", "scheme", "direction"),
    [(360, "light", "ltr"), (360, "dark", "rtl"), (1280, "light", "rtl"), (1280, "dark", "ltr")],
)
def test_style_page_breaks_no_rule(browser: Browser, live_server: Any, width: int, scheme: Any, direction: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{live_server.url}/en/style/")
    assert said == []
    if direction == "rtl":
        page.evaluate(TURN)
    found = violations(page, RULES)
    sideways = page.evaluate(SIDEWAYS)
    page.close()
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert sideways == 0

"""`make screenshots`: a picture of every page in docs/images, on a phone and at a desk, from the example campaign.

Not one of the tests: it writes. The public pages in both sizes; the desk, which is made for phones, in the small one.
"""

import io
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from actions.models import Action
from actions.services.actions import derive_instants
from prisoners.choices import StaffRole
from tests.actions.rows import make_action, make_group, make_organiser, make_sign_up, make_staff
from tests.face.pages import ROUTES, page_of
from tests.face.serving import looking
from tests.face.world import World

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
PHONE, DESK = ViewportSize(width=360, height=720), ViewportSize(width=1280, height=800)
#: The example has many of these; these say the most.
CHOSEN = {
    "prisoners:detail": "/en/prisoners/yerlan-baltabai/",
    "actions:action": "/en/actions/picket-at-the-embassy/",
    "actions:sign-up": "/en/actions/picket-at-the-embassy/sign-up/",
}
#: For those who build, or the same as another.
LEFT_OUT = {"style", "offline", "actions:desk-log-in", "actions:desk-review-one", "actions:desk-people"}
HEAVIEST = 2_000_000
QUALITY = 55


def test_pictures_of_all_pages(browser: Browser) -> None:
    IMAGES.mkdir(exist_ok=True)
    world = _example()
    for name in ROUTES:
        found = _page(world, name)
        if found:
            _take(browser, name.replace(":", "-").removeprefix("prisoners-").removeprefix("actions-"), *found)
    weight = sum(path.stat().st_size for path in IMAGES.iterdir())
    assert weight < HEAVIEST, f"docs/images weighs {weight} bytes"


def _page(world: World, name: str) -> tuple[Client, str] | None:
    """The page of a route, where the example has one."""
    if name in CHOSEN or name in LEFT_OUT:
        return (world.visitor, CHOSEN[name]) if name in CHOSEN else None
    with suppress(pytest.fail.Exception):
        return page_of(world, name)
    return None


def _take(browser: Browser, name: str, client: Client, path: str) -> None:
    sizes = {"phone": PHONE} if "/desk/" in path else {"phone": PHONE, "desk": DESK}
    for size, viewport in sizes.items():
        with looking(browser, client, viewport=viewport, color_scheme="light") as (page, _seen):
            page.goto(path)
            taken = page.screenshot()
        Image.open(io.BytesIO(taken)).convert("RGB").save(IMAGES / f"{name}.{size}.webp", quality=QUALITY, method=6)


def _example() -> World:
    """The example, and an action that is yet to come, so that there is something to sign up for."""
    for name in ("embassies.yaml", "kazakhstan.yaml"):
        call_command("load_campaign", str(ROOT / "campaign" / "example" / name), stdout=io.StringIO())
    group = make_group("london", "Europe/London", country="GB")
    action = make_action(slug="picket-at-the-embassy", title="Picket at the embassy", group=group, city="London")
    action.country, action.time_zone, action.held_on = "GB", "Europe/London", "2099-12-16"
    derive_instants(action)
    action.save()
    make_action(slug="vigil", title="Vigil", group=group, state="in_review", held_on="2099-12-17")
    make_sign_up(Action.internal.get(pk=action.pk))
    organiser, publisher = Client(), Client()
    organiser.force_login(make_organiser("organiser", group))
    publisher.force_login(make_staff("publisher", StaffRole.PUBLISHER))
    return World(Client(), organiser, publisher, {})

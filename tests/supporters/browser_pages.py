"""The pages on which a browser asks to be told, as a browser sends them."""

from privacy.forms import make_form_token
from tests.supporters.push_service import FakeBrowser

PAGE, MINE = "/en/alerts/browser/", "/en/alerts/browser/mine/"


def posted(one: FakeBrowser, **fields: object) -> dict[str, object]:
    held = {"endpoint": one.held.endpoint, "key": one.held.key, "secret": one.held.secret}
    return {"topics": ["all"], "consent": "on", "form_token": make_form_token("subscribe-browser"), **held, **fields}


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]

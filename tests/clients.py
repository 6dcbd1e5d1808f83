"""Test clients that share their middleware, as all requests to one process do.

Django loads it for each client anew: a tenth of a second with the static files, and the setting signals grow with each.
"""

from typing import Any

from django.conf import settings
from django.test.client import ClientHandler

#: What middleware reads while it is loaded, by how its names begin.
READ_AT_LOADING = ("MIDDLEWARE", "DEBUG", "STATIC", "WHITENOISE", "SECURE_", "ROOT_URLCONF")
LOADED = ("_view_middleware", "_template_response_middleware", "_exception_middleware", "_middleware_chain")

_load = ClientHandler.load_middleware
_loaded: dict[str, dict[str, Any]] = {}


def load_once(handler: ClientHandler, is_async: bool = False) -> None:
    """Take what another client has loaded under the same settings (the signature is that of `load_middleware`)."""
    names = [name for name in dir(settings) if name.startswith(READ_AT_LOADING)]
    key = repr([is_async, *((name, getattr(settings, name)) for name in names)])
    if key not in _loaded:
        _load(handler, is_async)
        _loaded[key] = {name: getattr(handler, name) for name in LOADED}
    vars(handler).update(_loaded[key])

"""One browser for the tests that look, and the files that a page asks for."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from campaign.embedded.sockets import short_parent

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# A test that waits on a busy machine is late; one that gives up is wrong.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)


def _patient(new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """The same, of which every page waits as long."""

    def patient(**how: Any) -> BrowserContext:
        context = new_context(**how)
        context.set_default_timeout(PATIENCE_MS)
        return context

    return patient


@pytest.fixture(scope="session")
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Static files where the live server looks for them, a folder for each process."""
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


@pytest.fixture(scope="session")
def browser(static_files: None, django_db_setup: None) -> Iterator[Browser]:
    """Debian's chromium, started once a process; it ends before the database does."""
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        # It has a socket of its own there, too.
        told = {**os.environ, "TMPDIR": str(short_parent())}
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS, env=told)
        browser.new_context = _patient(browser.new_context)  # type: ignore[method-assign]
        yield browser
        browser.close()
        # While Playwright's loop runs, Django keeps connections of its own for it, which nobody else would close.
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]

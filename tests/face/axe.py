"""What axe finds wrong with a page. Only that: it would name and describe every part in which it found nothing, too."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCRIPT = Axe().axe_script
RUN = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], selectors: false})
  .then(found => found.violations)"""


def violations(page: Page, rules: list[str]) -> list[dict[str, Any]]:
    """The rules (or all rules of these tags) that the page breaks, with the parts that break them under `nodes`."""
    page.evaluate(SCRIPT)
    return list(page.evaluate(RUN, rules))

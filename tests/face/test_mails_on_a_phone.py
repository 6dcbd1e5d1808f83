"""The HTML part of a mail in a real browser, as wide as a phone."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser

from tests.face.test_style_page import SIDEWAYS

LONG_LINK = "https://until-free.example/ru/dispatches/2026-11-26-write-to-the-court-in-almaty-today/"
TEXTS = {
    "link alone": LONG_LINK,
    "link in a sentence": f"Пожалуйста, напишите сегодня: {LONG_LINK}",
    "long word": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
}


@pytest.mark.parametrize("language", ["ru", "he"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_mail_scrolls_sideways(browser: Browser, language: str, text: str) -> None:
    with translation.override(language):
        html = render_to_string("mail/base.html", {"subject": text, "greeting": "", "text": text, "footer": text})
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_content(html)
    sideways = page.evaluate(SIDEWAYS)
    page.close()
    assert sideways == 0

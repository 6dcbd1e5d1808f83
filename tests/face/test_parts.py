"""Tags and context that every page uses."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from campaign.context import site
from campaign.templatetags.site import initials, mail_html, number, tally

STYLESHEET = Path("static/uf/uf.css").read_text()
COMPONENTS = sorted(Path("templates/components").glob("*.html"))


@pytest.mark.parametrize(("language", "written"), [("en", "12,345"), ("ru", "12\xa0345"), ("kk", "12\xa0345")])
def test_number_is_written_as_the_language_writes_it(language: str, written: str) -> None:
    with translation.override(language):
        assert number(12345) == written


def test_number_leaves_what_is_no_number() -> None:
    assert [number("dozens"), number(None), number("7")] == ["dozens", "", "7"]


def test_initials_come_from_the_first_and_the_last_part() -> None:
    assert [initials("Әсем Ана Мысал"), initials("Äsem"), initials("  "), initials("A. (B) Cee")] == [
        "ӘМ",
        "Ä",
        "",
        "AC",
    ]


@pytest.mark.parametrize(
    ("days", "months", "bars", "slashes"),
    [(0, 0, 0, 0), (30, 0, 0, 0), (31, 1, 1, 0), (153, 5, 4, 1), (1827, 60, 48, 12)],
)
def test_tally_draws_a_stroke_for_each_whole_month(days: int, months: int, bars: int, slashes: int) -> None:
    drawn = tally(days)
    assert (drawn["months"], drawn["bars"].count("M"), drawn["slashes"].count("M")) == (months, bars, slashes)


def test_tally_begins_a_row_every_five_years() -> None:
    assert tally(1857)["height"] > tally(1827)["height"]


def test_mail_html_escapes_and_keeps_the_order() -> None:
    html = mail_html("Hello <b>\n\n- one\n- two\n\nhttps://example.org/l/x/\n")
    assert "<b>" not in html
    assert html.index("Hello &lt;b&gt;") < html.index("<li") < html.index('href="https://example.org/l/x/"')


def test_mail_asks_nothing_of_any_server() -> None:
    html = render_to_string("mail/base.html", {"subject": "A court date", "text": "Tomorrow.\n\nhttps://example.org/"})
    assert not re.search(r"<img|<link|<script|src=|@import|url\(", html)
    assert html.index("Tomorrow.") < html.index("https://example.org/")


def test_source_mark_leaves_no_space_before_the_full_stop() -> None:
    assert render_to_string("components/source_mark.html", {"numbers": [1]}).endswith("</span>")


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_every_component_says_its_parameters_and_is_in_the_handbook(path: Path) -> None:
    assert path.read_text().startswith("{# ")
    if path.stem not in ("mark", "tally"):
        assert f"`{path.stem}`" in Path("docs/design.md").read_text()


def test_stylesheet_is_small_and_knows_no_left_or_right() -> None:
    assert len(STYLESHEET.encode()) < 27_000
    physical = r"[\s;{](left|right|top|bottom|width|height|(margin|padding|border)-(left|right|top|bottom))\s*:"
    assert re.findall(physical, STYLESHEET) == []
    assert "url(" not in STYLESHEET


class _Form(forms.Form):
    email = forms.EmailField(help_text="One mail.")
    words = forms.CharField(required=False)


def test_form_ties_help_and_error_to_the_field() -> None:
    html = _Form({"email": "x"}).as_div()
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html
    assert '<a href="#id_email">' in html
    assert html.count("(optional)") == 1


def test_page_names_itself_in_every_language(client: Client) -> None:
    html = client.get("/ru/about/?as_of=2020-01-01").content.decode()
    assert '<link rel="canonical" href="http' in html
    for code in ("en", "ru", "kk"):
        assert f'<a href="/{code}/about/?as_of=2020-01-01" lang="{code}"' in html
        assert re.search(rf'<link rel="alternate" hreflang="{code}" href="https?://[^"]+/{code}/about/">', html)


@pytest.mark.parametrize(("path", "mark"), [("/en/prisoners/", "page"), ("/en/prisoners/x/", "true"), ("/en/", "")])
def test_navigation_marks_where_the_reader_is(rf: RequestFactory, path: str, mark: str) -> None:
    with translation.override("en"):
        first, *others = [entry["current"] for entry in site(rf.get(path))["site"]["nav"]]
    assert (first, set(others)) == (mark, {""})


def test_address_without_language_has_no_other_versions(rf: RequestFactory) -> None:
    with translation.override("en"):
        answers = site(rf.get("/l/token/"))["site"]
    assert (answers["languages"], answers["versions"]) == ([], [])


@pytest.mark.parametrize("status", [400, 403, 404, 413, 429, 500, 503])
def test_error_page_needs_no_context(status: int) -> None:
    with translation.override("en"):
        html = render_to_string(f"{status}.html", {}, request=None)
    assert html.count("<h1>") == 1
    assert '<html lang="en" dir="ltr">' in html


@pytest.mark.parametrize("lead", ["", "- "])
def test_lines_of_both_directions_keep_their_order_and_stand_on_the_side_of_the_mail(lead: str) -> None:
    lines = ["Picket at the embassy", "25 בנובמבר 2026", "באו: 20 עד 30", "(+43) 1"]
    mixed = mail_html("\n".join(lead + line for line in lines))
    assert re.findall(r'<span dir="auto">([^<]+)</span>', mixed) == lines
    assert not re.search(r"<(p|ul) dir=", mixed)
    for alike in (lines[:1], lines[1:3], [lines[0], lines[3]], lines[3:]):
        block = mail_html("\n".join(lead + line for line in alike))
        assert re.match(r'<(p|ul) dir="auto" ', block)
        assert "<span" not in block


def test_mail_html_colours_links_and_only_links() -> None:
    html = mail_html('<a href="https://evil.example/">x</a> https://example.org/')
    assert html.count("<a ") == html.count('<a style="color:#0e5257" href="https://')
    assert "&lt;a href=" in html

"""Invented people, courts and numbers for the style page; nobody here exists and nothing here happened."""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator

TOPICS = [("all", "Everybody"), ("person", "Äsem Mysal only"), ("place", "All of Exampleland")]
NUMBERS = range(1, 61)


class ExampleForm(forms.Form):
    """One field of each kind."""

    email = forms.EmailField(label="Your address", help_text="We send one mail to confirm it.")
    topic = forms.ChoiceField(label="Tell me about", choices=TOPICS)
    lead = forms.ChoiceField(
        label="How early",
        help_text="Before each court date.",
        choices=[("7", "A week before"), ("1", "A day before")],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label="A word to the organisers", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agrees = forms.BooleanField(label="I have read how my address is kept")


class ExampleFilters(forms.Form):
    """Search and two filters."""

    q = forms.CharField(label="Name, in any spelling", required=False, widget=forms.TextInput(attrs={"type": "search"}))
    status = forms.ChoiceField(
        label="Where they stand", required=False, choices=[("", "All"), ("held", "In prison"), ("free", "Free")]
    )


def examples() -> dict[str, Any]:
    """The invented data, by the names that `templates/style.html` uses."""
    return {
        "page": Paginator(NUMBERS, 20).page(2),
        "progress": {"percent": 40, "words": "Sent to 40; 60 still to come."},
        "crumbs": [{"url": "/en/", "label": "Home"}, {"url": "/en/prisoners/", "label": "Prisoners"}],
        "people": _people(),
        "statuses": _statuses(),
        "timeline": _timeline(),
        "claims": _claims(),
        "figures": _figures(),
        "hearings": _hearings(),
        "actions": _actions(),
        "appeals": _appeals(),
        "reports": _reports(),
        "demands": _demands(),
        "facts": _facts(),
        "sources": _sources(),
        "marks": [1, 2],
        "lengths": [40, 812, 2260],
    }


def _people() -> list[dict[str, Any]]:
    return [
        {
            "name": "Äsem Mysal",
            "own": "Әсем Мысал",
            "own_lang": "kk",
            "status": "held",
            "status_label": "In prison",
            "line": "Seven years for a speech nobody recorded. Appeal expected in spring.",
            "days": 812,
            "days_label": "days in prison",
        },
        {
            "name": "Ivan Primerov-Vymyshlenny",
            "own": "Иван Примеров-Вымышленный",
            "own_lang": "ru",
            "status": "pretrial",
            "status_label": "In custody, no verdict yet",
            "line": "Held since the invented strike at the Example works.",
            "days": 97,
            "days_label": "days in custody",
        },
        {
            "name": "Ploni Almoni",
            "own": "פלוני אלמוני",
            "own_lang": "he",
            "status": "free",
            "status_label": "Free since March 2020",
            "line": "Freed after a term of five months and eight days.",
            "days": 1826,
            "days_label": "days in prison, in two terms",
        },
    ]


def _statuses() -> list[dict[str, str]]:
    labels = {
        "held": "In prison",
        "pretrial": "In custody, no verdict yet",
        "restricted": "Out, under restrictions",
        "free": "Free",
        "died": "Died in custody",
        "unknown": "Not known",
    }
    return [{"status": status, "label": label} for status, label in labels.items()]


def _timeline() -> list[dict[str, Any]]:
    return [
        {
            "when": "12 May 2023",
            "iso": "2023-05-12",
            "title": "Taken from a kitchen in Example City",
            "text": "Five men in plain clothes; the neighbours were told that a pipe had burst.",
            "tone": "held",
            "numbers": [1],
        },
        {
            "when": "17 or 18 July 2023",
            "title": "Seven years of prison",
            "text": "Example District Court No. 0, in a closed session.",
            "tone": "held",
            "numbers": [1, 2],
            "note": "The sources differ by a day.",
        },
        {"when": "autumn 2024", "title": "Moved to colony EX-000/0", "numbers": [3]},
        {
            "when": "9 August 2024",
            "iso": "2024-08-09",
            "title": "The term is shortened by a year",
            "tone": "free",
            "numbers": [2],
        },
        {
            "when": "16 December 2026",
            "iso": "2026-12-16",
            "title": "Hearing of the appeal",
            "text": "10:00 in Example City (UTC+5).",
            "tone": "next",
        },
    ]


def _claims() -> list[dict[str, Any]]:
    return [
        {"value": "9 August 2024", "by": "the invented ministry", "numbers": [2]},
        {"value": "10 August 2024", "by": "her lawyer, to the Example Gazette", "numbers": [3]},
    ]


def _figures() -> list[dict[str, Any]]:
    return [
        {"value": "11", "by": "Prosecutor of Exampleland", "kind": "official", "when": "March 2021", "numbers": [1]},
        {"value": "50–150", "by": "Example Campaign", "kind": "campaign", "when": "March 2021", "numbers": [2]},
        {"value": "dozens", "by": "Example Gazette", "kind": "press", "when": "2022", "numbers": [3]},
    ]


def _hearings() -> list[dict[str, Any]]:
    return [
        {
            "day": date(2026, 12, 16),
            "kind": "Appeal",
            "who": "Äsem Mysal",
            "time": "10:00",
            "zone": "Example City time (UTC+5)",
            "court": "Example Regional Court",
            "fine": "Judge: A. Example; public admitted; press not admitted",
            "url": "#hearings",
            "numbers": [1],
        },
        {
            "day": date(2027, 1, 8),
            "kind": "First hearing",
            "who": "Ivan Primerov-Vymyshlenny",
            "court": "Example District Court No. 0",
            "state_label": "Moved from 22 December",
            "state_tone": "warn",
        },
        {
            "day": date(2027, 1, 20),
            "kind": "Parole",
            "who": "Äsem Mysal",
            "time": "15:30",
            "zone": "Example City time (UTC+5)",
            "court": "Example District Court No. 0",
            "state_label": "Cancelled",
            "state_tone": "bad",
            "called_off": True,
        },
        {"when": "spring 2027", "kind": "Cassation", "who": "Äsem Mysal", "court": "Supreme Court of Exampleland"},
    ]


def _actions() -> list[dict[str, Any]]:
    return [
        {
            "day": date(2026, 12, 16),
            "city": "Nowhere",
            "title": "Fifteen minutes for Äsem Mysal",
            "kind": "Picket",
            "target": "Embassy of Exampleland",
            "time": "18:00",
            "zone": "Nowhere time (UTC+1)",
            "organiser": "Example Group Nowhere",
            "places": "12 places left",
            "link": "I am coming",
            "url": "#actions",
        },
        {
            "day": date(2026, 12, 17),
            "city": "Sampleton",
            "title": "Letters against the cold",
            "kind": "Letter evening",
            "time": "19:30",
            "zone": "Sampleton time (UTC)",
            "organiser": "Example Group Sampleton",
            "called_off": True,
            "state_label": "Cancelled",
            "state_tone": "bad",
            "link": "I am coming",
            "url": "#actions",
        },
    ]


def _reports() -> list[dict[str, Any]]:
    return [
        {
            "url": "#reports",
            "title": "Picket at the embassy of Exampleland",
            "city": "Nowhere",
            "when": "16 December 2025",
            "iso": "2025-12-16",
            "low": 40,
            "high": 55,
            "counted_by": "two organisers, separately",
            "text": "It rained. The letter was read aloud in two invented languages.",
            "police": "Two officers, friendly",
            "statement": "Not accepted; left in the letter box",
        },
        {
            "url": "#reports",
            "title": "One person with a placard",
            "city": "Sampleton",
            "when": "16 December 2025",
            "low": 1,
            "high": 1,
            "counted_by": "herself",
        },
    ]


def _appeals() -> list[dict[str, Any]]:
    return [
        {
            "url": "#appeals",
            "title": "Let Äsem Mysal see a doctor",
            "kicker": "Appeal 2 · Free the typesetters",
            "kind": "letters",
            "until": "24 December 2025",
            "is_open": True,
            "requested_by": "Union of typesetters of Nowhere",
            "link": "Write",
        },
        {
            "url": "#appeals",
            "title": "Free Äsem Mysal",
            "kicker": "Appeal 1 · Free the typesetters",
            "kind": "open letter",
            "until": "1 May 2025",
            "is_open": False,
            "outcome": "no answer, nothing changed",
        },
    ]


def _demands() -> list[dict[str, Any]]:
    return [
        {
            "text": "Free Äsem Mysal at once and without conditions.",
            "state": "raised",
            "state_label": "Raised, not met",
            "when": "since May 2023",
            "numbers": [1],
        },
        {"text": "Let her lawyer see the file.", "state": "met", "state_label": "Met", "when": "June 2024"},
        {
            "text": "Move her to a prison near her family.",
            "state": "superseded",
            "state_label": "Superseded by the first",
            "when": "2023",
        },
    ]


def _facts() -> list[dict[str, Any]]:
    return [
        {"label": "Born", "value": "1 January 1990", "numbers": [2]},
        {"label": "Work", "value": "Crane driver, chair of an invented union"},
        {"label": "Charged under", "value": "Article 000 of the Criminal Code of Exampleland", "numbers": [1]},
        {"label": "Held in", "value": "Colony EX-000/0, Example City"},
    ]


def _sources() -> list[dict[str, Any]]:
    return [
        {
            "number": 1,
            "title": "A verdict that was never passed",
            "publisher": "Example Gazette",
            "date": "18 July 2023",
            "url": "https://example.org/verdict",
            "archived_url": "https://example.net/archive/verdict",
        },
        {
            "number": 2,
            "title": "Қиялдағы үкім туралы хабарлама",
            "lang": "kk",
            "publisher": "Мысал",
            "date": "19 July 2023",
            "url": "https://example.org/kk",
        },
        {"number": 3, "title": "Conversation with her invented lawyer", "date": "10 August 2024"},
    ]

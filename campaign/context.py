"""What every page needs to know of the site: its addresses in each language, its navigation, its source code."""

from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from campaign.catalogues import share_translated
from supporters.link_languages import CHOICE

# Addresses are fixed by the contract, so no page, and no error page least of all, depends on looking one up by name.
NAV = (
    ("prisoners/", _("Prisoners")),
    ("hearings/", _("Court dates")),
    ("campaigns/", _("Campaigns")),
    ("actions/", _("Actions")),
    ("appeals/", _("Appeals")),
    ("reports/", _("Reports")),
    ("alerts/", _("Alerts")),
)
#: The names of the addresses of pages behind mailed links.
MAILED: tuple[str | None, ...] = ("link", "unsubscribe")
ABOUT = (
    ("about/", _("What this is")),
    ("about/list/", _("How the list is made")),
    ("dispatches/", _("Dispatches")),
    ("contribute/", _("Add or correct something")),
    ("about/coming/", _("Before you come")),
    ("about/giving/", _("How to give safely")),
    ("held/", _("Held over time")),
    ("statistics/", _("Statistics")),
    ("days/", _("Days to remember")),
    ("strikes/", _("Strikes")),
    ("suppression/", _("Log of suppression")),
    ("letters/", _("Letters to prisoners")),
    ("targets/", _("Embassies and other addressees")),
    ("about/privacy/", _("What is kept of you")),
    ("about/accessibility/", _("For everybody to use")),
    ("offline/", _("Without network")),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """Answers for templates, under the one name `site`.

    Keys: `origin`; `canonical` (absolute, without query); `language` (Django's language info);
    `translated` (the share of the interface that is said in it, in percent); `is_begun` (whether something of it is
    missing, or nobody who speaks it every day has looked it over); `languages` (the same page in each: code,
    name, url, current), chosen by the path, query kept, or behind a mailed link by the query; `versions` (absolute
    addresses for hreflang), empty where the path has no language; `nav` and `about` (url, label, current); `contact`;
    `source_url`. Pages that have no language of either sort have no `languages`.
    """
    code = get_language() or settings.LANGUAGE_CODE
    share = share_translated(code)
    origin = settings.SITE_ORIGIN.rstrip("/")
    return {
        "site": {
            "origin": origin,
            "canonical": f"{origin}{request.path}",
            "language": get_language_info(code),
            "translated": share,
            "is_begun": share < 100 or code in settings.BEGUN,
            "languages": _languages(request, code),
            "versions": _versions(request.path, code, origin),
            "nav": [_entry(address, label, code, request.path) for address, label in NAV],
            "about": [_entry(address, label, code, request.path) for address, label in ABOUT],
            "contact": parseaddr(settings.CONTACT_EMAIL)[1],
            "source_url": settings.SOURCE_URL,
        }
    }


def _entry(address: str, label: Any, code: str, path: str) -> dict[str, Any]:
    url = f"/{code}/{address}"
    return {"url": url, "label": label, "current": _current(url, path)}


def _current(url: str, path: str) -> str:
    """The value of aria-current: this very page, a page beneath it, or neither."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


def _in_language(path: str, current: str, code: str) -> str:
    return f"/{code}/{path.removeprefix(f'/{current}/')}"


def _codes(path: str, current: str) -> list[str]:
    return _all_codes() if path.startswith(f"/{current}/") else []


def _all_codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def _languages(request: HttpRequest, current: str) -> list[dict[str, Any]]:
    if _is_mailed(request):
        return [_version(code, f"?{CHOICE}={code}", current) for code in _all_codes()]
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    codes = _codes(request.path, current)
    return [_version(code, _in_language(request.path, current, code) + query, current) for code in codes]


def _is_mailed(request: HttpRequest) -> bool:
    """Whether a mailed link opened this page: its address is one person's own and has no language."""
    return request.resolver_match is not None and request.resolver_match.url_name in MAILED


def _version(code: str, url: str, current: str) -> dict[str, Any]:
    return {"code": code, "name": get_language_info(code)["name_local"], "url": url, "current": code == current}


def _versions(path: str, current: str, origin: str) -> list[dict[str, str]]:
    codes = _codes(path, current)
    versions = [{"code": code, "address": origin + _in_language(path, current, code)} for code in codes]
    if path == f"/{current}/":
        versions.append({"code": "x-default", "address": f"{origin}/"})
    return versions

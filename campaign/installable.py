"""What makes the site installable and readable without network: manifest, service worker, the page that ends it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language, get_language_bidi, gettext
from django.views.decorators.http import require_safe

FILES = ("uf/uf.css", "uf/print.css", "uf/offline.js", "uf/forms.js", "uf/favicon.svg", "uf/favicon.png")
ICONS = (("uf/icon-180.png", "180x180"), ("uf/icon-512.png", "512x512"))


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The web app manifest in the language of the address (W3C, Web Application Manifest)."""
    code = get_language() or settings.LANGUAGE_CODE
    body = {
        "id": "/",
        "name": gettext("Until Free"),
        "short_name": gettext("Until Free"),
        "description": gettext("Who is held as a political prisoner, since when, what comes next in court."),
        "lang": code,
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": f"/{code}/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#f8f6f2",
        "theme_color": "#f8f6f2",
        "icons": [{"src": static(path), "sizes": sizes, "type": "image/png"} for path, sizes in ICONS],
    }
    return JsonResponse(body, content_type="application/manifest+json")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers and other programs look that read no page; the file has another name with each release."""
    return HttpResponseRedirect(static("uf/favicon.png"))


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, whose version is the set of files it keeps: a new style sheet is a new worker."""
    files = [static(path) for path in FILES]
    context = {
        "files": files,
        "version": hashlib.sha256("".join(files).encode()).hexdigest()[:12],
        "languages": [code for code, _name in settings.LANGUAGES],
    }
    # Browsers ask for a worker past their own cache (W3C, Service Workers, 2.3.5): the usual rule can stand.
    return render(request, "offline/worker.js", context, content_type="text/javascript; charset=utf-8")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What this device keeps, and the switch that ends it."""
    return render(request, "offline/page.html")

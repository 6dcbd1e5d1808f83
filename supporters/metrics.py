"""`/metrics` in the text format of Prometheus: counts of mails and people, never whose; for a watchman alone."""

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from supporters import accounts
from supporters.accounts import Books
from supporters.clock import database_now
from supporters.models import Tick

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
LOOPBACK = ("127.0.0.1", "::1")
#: What a proxy in front of us adds: then the loopback address is the proxy's, and says nothing of who asks.
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip", "Via")

Sample = tuple[dict[str, str], float]


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The books, to who knows METRICS_TOKEN; without one, to who asks on this very machine. Else there is no page."""
    if not _may_read(request):
        raise Http404
    now = database_now()
    ticks = {tick.name: (now - tick.ran_at).total_seconds() for tick in Tick.objects.all()}
    lines = [line for one in _metrics(accounts.books(now), ticks) for line in one]
    return HttpResponse("\n".join(lines) + "\n", content_type=CONTENT_TYPE)


def _may_read(request: HttpRequest) -> bool:
    if token := settings.METRICS_TOKEN:
        return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}")
    is_here = request.META.get("REMOTE_ADDR") in LOOPBACK
    return is_here and not any(name in request.headers for name in FORWARDED)


def _metrics(found: Books, ticks: dict[str, float]) -> Iterator[Iterator[str]]:
    counts = [({"kind": line.kind, "state": line.state}, float(line.count)) for line in found.lines]
    ages = [
        ({"kind": line.kind, "state": line.state}, float(line.oldest_seconds))
        for line in found.lines
        if line.oldest_seconds is not None
    ]
    yield _gauge("until_free_mails", "Mails by kind and state; those that are over, of fourteen days.", counts)
    yield _gauge("until_free_mails_oldest_seconds", "Since the oldest of those that are open was due.", ages)
    yield _gauge("until_free_mails_held", "Mails that wait for a person since a restore.", [({}, found.held)])
    yield _gauge("until_free_sending_paused", "1 while the mail server refuses us.", [({}, bool(found.paused_until))])
    yield _gauge("until_free_people_unreachable", "People whose address takes no mail.", [({}, found.unreachable)])
    yield _gauge("until_free_people_with_bounces", "People of whom a mail came back.", [({}, found.bounced)])
    yield _gauge("until_free_people_in_browsers", "People told in a browser.", [({}, found.in_browsers)])
    yield _gauge("until_free_confirmations_held_back", "Withheld by the cap in this hour.", [({}, found.held_back)])
    rung = [({"task": name}, age) for name, age in sorted(ticks.items()) if name in ("plan", "send", "bounces")]
    yield _gauge("until_free_tick_age_seconds", "Since the clock last did this.", rung)


def _gauge(name: str, words: str, samples: list[Sample]) -> Iterator[str]:
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} gauge"
    for labels, value in samples:
        inside = ",".join(f'{label}="{said}"' for label, said in labels.items())
        yield f"{name}{{{inside}}} {value:g}" if inside else f"{name} {value:g}"

"""Alive and ready: what a load balancer or a watchman asks."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from redis import RedisError

from campaign.clock import last_tick, late_tasks


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 as long as this process answers; touches nothing."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """200 when database and Redis answer, else 503; tells the age of the clock's last tick in seconds.

    And which tasks are late: a task that is late is for a watchman: pages are served all the same.
    """
    answers = {"database": database_answers(), "redis": redis_answers()}
    is_ready = all(answers.values())
    age = _tick_age_seconds() if answers["redis"] else None
    late = sorted(late_tasks()) if answers["database"] else []
    return JsonResponse({**answers, "last_tick_seconds": age, "late": late}, status=200 if is_ready else 503)


def database_answers() -> bool:
    """Whether PostgreSQL takes a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def redis_answers() -> bool:
    """Whether Redis takes a question."""
    try:
        cache.get("ready")
    except RedisError:
        return False
    return True


def _tick_age_seconds() -> int | None:
    tick = last_tick()
    return int((timezone.now() - tick).total_seconds()) if tick else None

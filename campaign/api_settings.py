"""What every endpoint of the API shares: who may read, and how a flood is slowed without knowing anybody."""

import hashlib
import hmac
import ipaddress
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    # The views import this module by the settings: importing them here would be a circle.
    from rest_framework.views import APIView

DAY_SECONDS = 86_400


class ReadOnly(BasePermission):
    """Anybody may read; a view that takes something in says so itself."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        return request.method in SAFE_METHODS


class PseudonymousThrottle(SimpleRateThrottle):
    """Counts by a keyed hash of the visitor's network; the key lives for a day, in Redis alone."""

    scope = "anon"

    def allow_request(self, request: Request, view: "APIView") -> bool:
        """As usual; without Redis nobody is slowed, for the record must be readable then too."""
        try:
            return super().allow_request(request, view)
        except RedisError:
            return True

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        return f"throttle:{_pseudonym(_network(self.get_ident(request)))}"


def _network(ident: str) -> str:
    """The /24 or /48 an address is in, so that the count is of a network rather than a person."""
    try:
        address = ipaddress.ip_address(ident.strip())
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 48), strict=False))


def _pseudonym(network: str) -> str:
    return hmac.digest(_salt_of_today(), network.encode(), hashlib.sha256).hex()[:32]


def _salt_of_today() -> bytes:
    """Made anew each UTC day; yesterday's is gone, and with it any way back to a network."""
    key = f"throttle-salt:{datetime.now(UTC).date().isoformat()}"
    return cache.get_or_set(key, lambda: secrets.token_bytes(32), DAY_SECONDS) or b""

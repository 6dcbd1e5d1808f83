"""How often one may try to log in: by name, and all together. Kept in Redis for a quarter of an hour, as keyed hashes.

A name is counted as it is typed, whether or not there is such an account, so that being slowed tells nothing. Where
a visitor sits is never known here; the proxy in front slows single networks.
"""

from django.core.cache import BaseCache, cache, caches
from redis.exceptions import RedisError

from privacy.addresses import BadAddress, address_lookup
from privacy.fields import lookup_of

#: Tries that may fail within the window: of one name, and of all names together (each costs a hash of 100 MB).
OF_ONE_NAME, OF_ALL = 10, 300
WINDOW_SECONDS = 900


def begin(name: str) -> bool:
    """Count a try before it is made, and say whether it may be: whoever tries many at once gets no more than others."""
    of_one = _count(_key(name)) <= OF_ONE_NAME
    return _count(_key("", "everybody")) <= OF_ALL and of_one


def succeeded(name: str) -> None:
    """It was the right password: the tries before it are forgotten, and it was none."""
    for store in (cache, caches["numbers"]):
        try:
            store.delete(_key(name))
            store.decr(_key("", "everybody"))
        except (RedisError, ValueError):
            continue


def _count(key: str) -> int:
    """How many there are in this window with this one; without Redis each process counts for itself."""
    try:
        return _counted(cache, key)
    except RedisError:
        return _counted(caches["numbers"], key)


def _counted(store: BaseCache, key: str) -> int:
    store.add(key, 0, WINDOW_SECONDS)
    try:
        return store.incr(key)
    except ValueError:  # the window ended between the two lines
        return 1


def _key(name: str, purpose: str = "log-in") -> str:
    """The same for all spellings of one name; an address is not kept, nor what somebody typed by mistake."""
    try:
        known = address_lookup(name).hex()
    except BadAddress:
        known = name.strip().casefold()
    return f"{purpose}:{lookup_of(known, purpose).hex()}"

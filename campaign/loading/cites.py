"""The sources of a fact in a file: each by its key, and where in it the fact stands."""

from collections.abc import Iterable


class Cite(str):
    """The key of a source that remembers a page or paragraph; two of one key are equal, as one fact cites it once."""

    __slots__ = ("locator",)
    locator: str

    def __new__(cls, key: str, locator: str = "") -> "Cite":
        """`locator` is as readers will see it, such as "p. 14"; "" for the source as a whole."""
        made = super().__new__(cls, key)
        made.locator = locator
        return made


def locator_of(key: str) -> str:
    """Where in the source of that key a fact stands, as far as the file says."""
    return key.locator if isinstance(key, Cite) else ""


def merged(*lists: Iterable[str]) -> list[str]:
    """Each source once, with every place that is named in it, in the order in which they come."""
    found: dict[str, dict[str, None]] = {}
    for one in (one for many in lists for one in many):
        found.setdefault(str(one), {}).update({locator_of(one): None} if locator_of(one) else {})
    return [Cite(key, "; ".join(places)) for key, places in found.items()]

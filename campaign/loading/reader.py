"""Reads typed values out of a mapping of the file, and notes a fault with its line wherever one does not fit."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation

import yaml
from django.utils.translation import gettext as _

from campaign.loading.faults import Faults
from prisoners.dates import BadDate, PartialDate, Precision, parse

_TAG = "tag:yaml.org,2002:"
TEXTS = frozenset({f"{_TAG}str"})
DATES = frozenset({f"{_TAG}str", f"{_TAG}int", f"{_TAG}timestamp"})
#: More digits before the point than any number of a file has; beyond, arithmetic itself gives up.
MOST_DIGITS = 20
CLOCK = re.compile(r"(\d\d?):(\d\d)(?::(\d\d))?", re.ASCII)
PRECISIONS: dict[str, Precision | None] = {
    "day": Precision.DAY,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "interval": Precision.INTERVAL,
    "day_without_year": Precision.NO_YEAR,
    "month_without_year": Precision.NO_YEAR,
    "none": None,
}


def file_date(text: str) -> PartialDate:
    """A date as campaign files write it: EDTF, and `--12-16`, `--11`, "by 2016-12", "after 2017-01".

    Raises BadDate.
    """
    if text.startswith("--"):
        return parse(f"XXXX{text[1:]}")
    if text.startswith("by "):
        return parse(f"../{text[3:]}")
    if text.startswith("after "):
        last = parse(text[6:]).latest or date.max
        return parse(f"{last + timedelta(days=1)}/..")
    return parse(text)


class Table:
    """One mapping of the file. Every key that nobody asked for is a fault when `finish` is called."""

    def __init__(self, node: yaml.Node, faults: Faults, what: str) -> None:
        self.faults, self.what = faults, what
        self.line = node.start_mark.line + 1
        self.values: dict[str, yaml.Node] = {}
        #: On which line each key stands; its value may begin on the next one.
        self.lines: dict[str, int] = {}
        self.asked: set[str] = set()
        if isinstance(node, yaml.MappingNode):
            self._fill(node)
        else:
            self.fault(_("This should be a mapping (key: value)."))

    def __contains__(self, key: str) -> bool:
        return self._find(key) is not None

    def fault(self, reason: str, key: str = "") -> None:
        """Note a fault at the value of a key, or at the beginning of the mapping."""
        self.faults.add(self.line_of(key), reason)

    def line_of(self, key: str) -> int:
        """The line of a value, or of the mapping when the key is absent."""
        node = self.values.get(key)
        return node.start_mark.line + 1 if node else self.line

    def finish(self) -> None:
        """Note every key that is not known here."""
        for key in self.values.keys() - self.asked:
            self.faults.add(self.lines[key], _("%(what)s has no key “%(key)s”.") % {"what": self.what, "key": key})

    def text(self, key: str, *, required: bool = False) -> str:
        """Text, stripped; "" when absent."""
        return (self._scalar(key, TEXTS, _("text"), required) or "").strip()

    def word(self, key: str, known: Iterable[str], *, required: bool = False) -> str:
        """One of the words that are known."""
        said = self.text(key, required=required)
        if said and said not in known:
            names = ", ".join(sorted(known))
            self.fault(_("“%(word)s” is not known here; known are: %(names)s.") % {"word": said, "names": names}, key)
            return ""
        return said

    def flag(self, key: str) -> bool | None:
        """true, false, or None when absent."""
        said = self._scalar(key, frozenset({f"{_TAG}bool"}), _("true or false"))
        return None if said is None else said.lower() in ("true", "yes", "on")

    def whole(self, key: str) -> int | None:
        """A whole number from zero up, or None when absent."""
        said = self._scalar(key, frozenset({f"{_TAG}int"}), _("a whole number"))
        return None if said is None else self._whole(said, key)

    def partial(self, key: str, *, required: bool = False) -> PartialDate | None:
        """A date as exact as it is written, or None."""
        said = self._scalar(key, DATES, _("a date"), required)
        try:
            return file_date(said.strip()) if said else None
        except (BadDate, OverflowError) as error:
            self.fault(str(error), key)
            return None

    def dated(self, key: str = "date") -> PartialDate | None:
        """A date whose `precision`, where the file states it, has to agree with it."""
        found = self.partial(key)
        said = self.word("precision", PRECISIONS)
        is_good = key not in self or found is not None
        if said and is_good and (found.precision if found else None) is not PRECISIONS[said]:
            self.fault(_("The date and its precision “%(word)s” do not agree.") % {"word": said}, "precision")
        return found

    def day(self, key: str, *, required: bool = False) -> date | None:
        """One exact day."""
        found = self.partial(key, required=required)
        if found and not found.is_day:
            self.fault(_("This has to be one day (YYYY-MM-DD)."), key)
            return None
        return found.earliest if found else None

    def clock(self, key: str) -> time | None:
        """A local time of day, such as 11:00."""
        allowed = frozenset({f"{_TAG}str", f"{_TAG}int"})
        said = self._scalar(key, allowed, _("a time of day"))
        match = CLOCK.fullmatch(said.strip()) if said is not None else None
        try:
            if match:
                return time(int(match[1]), int(match[2]), int(match[3] or 0))
        except ValueError:
            match = None
        if said is not None:
            self.fault(_("“%(text)s” is not a time of day such as 11:00.") % {"text": said}, key)
        return None

    def texts(self, key: str, *, required: bool = False) -> list[str]:
        """A list of texts."""
        found = []
        for node in self._items(key, required):
            if isinstance(node, yaml.ScalarNode) and node.tag in TEXTS and node.value.strip():
                found.append(node.value.strip())
            else:
                self.faults.add(node.start_mark.line + 1, _("This should be text."))
        return found

    def texts_or_tables(self, key: str) -> "list[str | Table]":
        """A list of texts, or of mappings that say more than one text; it may not be absent."""
        found: list[str | Table] = []
        for node in self._items(key, required=True):
            if isinstance(node, yaml.MappingNode):
                found.append(Table(node, self.faults, _("“%(key)s”") % {"key": key}))
            elif isinstance(node, yaml.ScalarNode) and node.tag in TEXTS and node.value.strip():
                found.append(node.value.strip())
            else:
                self.faults.add(node.start_mark.line + 1, _("This should be text."))
        return found

    def numbers(self, key: str) -> list[Decimal]:
        """A list of numbers."""
        found = []
        for node in self._items(key):
            try:
                number = Decimal(node.value)
            except (InvalidOperation, TypeError, ValueError):
                number = Decimal("NaN")
            if number.is_finite() and number.adjusted() < MOST_DIGITS:
                found.append(number)
            else:
                self.faults.add(node.start_mark.line + 1, _("This should be a number."))
        return found

    def table(self, key: str) -> "Table | None":
        """A mapping inside, or None when absent."""
        node = self._find(key)
        return None if node is None else Table(node, self.faults, _("“%(key)s”") % {"key": key})

    def tables(self, key: str, what: str) -> list["Table"]:
        """A list of mappings."""
        return [Table(node, self.faults, what) for node in self._items(key)]

    def each(self, key: str, what: str) -> list[tuple[str, "Table"]]:
        """A mapping of names to mappings."""
        inside = self.table(key)
        return [] if inside is None else [(name, Table(n, self.faults, what)) for name, n in inside.values.items()]

    def pairs(self, key: str) -> dict[str, str]:
        """A mapping of names to texts."""
        inside = self.table(key)
        return {} if inside is None else {name: inside.text(name) for name in inside.values}

    def is_table(self, key: str) -> bool:
        """Whether the value is a mapping."""
        return isinstance(self._find(key), yaml.MappingNode)

    def is_number(self, key: str) -> bool:
        """Whether the value is a whole number."""
        node = self._find(key)
        return isinstance(node, yaml.ScalarNode) and node.tag == f"{_TAG}int"

    def _fill(self, node: yaml.MappingNode) -> None:
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if not key:
                self.faults.add(key_node.start_mark.line + 1, _("A key has to be a word."))
            elif key in self.values:
                self.faults.add(key_node.start_mark.line + 1, _("“%(key)s” stands here twice.") % {"key": key})
            else:
                self.values[key], self.lines[key] = value, key_node.start_mark.line + 1

    def _find(self, key: str) -> yaml.Node | None:
        self.asked.add(key)
        node = self.values.get(key)
        return None if node is None or node.tag == f"{_TAG}null" else node

    def _scalar(self, key: str, tags: frozenset[str], wanted: str, required: bool = False) -> str | None:
        node = self._find(key)
        if node is None:
            if required:
                self._missing(key)
            return None
        if not isinstance(node, yaml.ScalarNode) or node.tag not in tags:
            is_bare = tags is TEXTS and isinstance(node, yaml.ScalarNode)
            said = [_("“%(key)s” should be %(wanted)s.") % {"key": key, "wanted": wanted}]
            self.fault(" ".join([*said, _("Put it in quotes.")] if is_bare else said), key)
            return None
        if required and not node.value.strip():
            self._missing(key)
        return str(node.value)

    def _items(self, key: str, required: bool = False) -> list[yaml.Node]:
        node = self._find(key)
        if node is None:
            if required:
                self._missing(key)
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fault(_("“%(key)s” should be a list.") % {"key": key}, key)
            return []
        if required and not node.value:
            self._missing(key)
        return list(node.value)

    def _missing(self, key: str) -> None:
        self.fault(_("%(what)s needs “%(key)s”.") % {"what": self.what, "key": key}, key)

    def _whole(self, said: str, key: str) -> int | None:
        cleaned = said.replace("_", "")
        if not cleaned.isascii() or not cleaned.isdigit() or len(cleaned) > 9:
            self.fault(_("“%(key)s” should be a whole number from zero up.") % {"key": key}, key)
            return None
        return int(cleaned)

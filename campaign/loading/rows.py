"""Reads rows as the record has them, each inside the row on which it hangs, and notes every fault with its line."""

import re
from collections import defaultdict
from typing import Any

import yaml
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext as _

from campaign.campaign_kinds import BY_WORD, CITED, FACT_OF, columns_of, inside
from campaign.loading.addresses import is_http
from campaign.loading.reader import DATES, TEXTS, Table
from campaign.record_tables import BY_MODEL, KEY, OWN, SLUG
from campaign.record_values import AT, Line, as_kept, why
from campaign.record_writing import Lines
from prisoners.dates import PartialDate
from prisoners.fields import PartialDateField
from prisoners.models import Citation
from prisoners.refusals import Refusal

_TAG = "tag:yaml.org,2002:"
NUMBERS = frozenset({f"{_TAG}str", f"{_TAG}int", f"{_TAG}float"})
#: No more digits than any number of the record has.
NUMBER = re.compile(r"-?\d{1,14}(?:\.\d{1,6})?", re.ASCII)
DAYS = (PartialDateField, models.DateField, models.TimeField)
LOCATOR = Citation._meta.get_field("locator")


class Unreadable(ValueError):
    """A value of another kind than its field has; says which kind was wanted."""


class RowsReader:
    """Reads the section of rows; `lines` holds them by their kind, each with the number of its line."""

    def __init__(self) -> None:
        self.lines: Lines = defaultdict(list)

    def read(self, section: Table) -> Lines:
        """All rows of the section."""
        for word, model in BY_WORD.items():
            self._rows(section, word, model, {})
        section.finish()
        return self.lines

    def _rows(self, table: Table, word: str, model: Any, home: Line) -> None:
        for key, row in table.each(word, _("A row of “%(key)s”") % {"key": word}):
            line: Line = {"_": key, **home}
            self.lines[model].append((row.line, line))
            _check_key(model, key, row)
            self._fields(model, row, line)
            self._cited(model, row, line)
            for inner, (other, link) in inside(model).items():
                self._rows(row, inner, other, {link: key})
            row.finish()

    def _fields(self, model: Any, row: Table, line: Line) -> None:
        table = BY_MODEL[model]
        many = [name for name in table.many.split() if name != "sources"]
        for one in [*columns_of(table), *map(model._meta.get_field, many)]:
            node = row.values.get(one.name)
            if node is None:
                continue
            row.asked.add(one.name)
            if one.name in line:
                row.fault(_("“%(key)s” is said already by where this row stands.") % {"key": one.name}, one.name)
                continue
            try:
                line[one.name] = value_of(one, node)
            except (Unreadable, ValidationError, Refusal, TypeError, ValueError, ArithmeticError) as error:
                row.fault(_words(one, node, error), one.name)

    def _cited(self, model: Any, row: Table, line: Line) -> None:
        """The sources of a fact, each a key, or a mapping of “key” and “at”."""
        name, is_tied = FACT_OF.get(model), "sources" in BY_MODEL[model].many.split()
        if CITED not in row.values or not (name or is_tied):
            return
        places = _places(row)
        if name is None:
            line["sources"] = list(places)
            if any(places.values()):
                line[AT] = {source: place for source, place in places.items() if place}
            return
        for source, place in places.items():
            cite: Line = {"_": f"{source}/{name}/{line['_']}", "source": source, name: line["_"]}
            self.lines[Citation].append((row.line_of(CITED), cite | ({"locator": place} if place else {})))


def value_of(one: Any, node: yaml.Node) -> Any:
    """A value as a line of the record has it; None where the file says that there is none.

    Raises Unreadable where it is of another kind than the field, and what the field raises where it refuses the value.
    """
    if node.tag == f"{_TAG}null":
        return None
    if one.is_relation:
        return _texts(node) if one.many_to_many else _text(node)
    found = _plain(one, node)
    kept = as_kept(one, found)
    for check in one.validators:
        if not isinstance(check, URLValidator):
            check(str(kept) if isinstance(kept, PartialDate) else kept)
    if isinstance(one, models.URLField) and not is_http(found):
        raise Unreadable(_("an http address"))
    return found


def _plain(one: Any, node: yaml.Node) -> Any:
    if one.name == "i18n":
        return _words_in_languages(one, node)
    if isinstance(one, ArrayField):
        return [_plain(one.base_field, item) for item in _items(node)]
    if isinstance(one, models.JSONField):
        return _texts(node)
    if isinstance(one, models.BooleanField):
        return _scalar(node, frozenset({f"{_TAG}bool"}), _("true or false")).lower() in ("true", "yes", "on")
    if isinstance(one, models.IntegerField | models.DecimalField):
        return _number(one, node)
    if isinstance(one, DAYS):
        wanted = _("a time of day") if isinstance(one, models.TimeField) else _("a date")
        return _scalar(node, DATES, wanted).strip()
    return _text(node)


def _number(one: Any, node: yaml.Node) -> Any:
    is_whole = isinstance(one, models.IntegerField)
    wanted = _("a whole number") if is_whole else _("a number")
    said = _scalar(node, NUMBERS, wanted)
    if not NUMBER.fullmatch(said) or (is_whole and "." in said):
        raise Unreadable(wanted)
    return int(said) if is_whole else said


def _words_in_languages(one: Any, node: yaml.Node) -> dict[str, str]:
    """The texts of a row in other languages, such as “name_ru”."""
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable(_("a mapping (key: value)"))
    found = {str(key.value): _text(value) for key, value in node.value}
    known = {name.name for name in one.get_translated_fields()}
    if unknown := sorted(found.keys() - known):
        raise Unreadable(_("a mapping of words in other languages, without “%(key)s”") % {"key": unknown[0]})
    if len(found) != len(node.value):
        raise Unreadable(_("a mapping in which each key stands once"))
    return found


def _items(node: yaml.Node) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise Unreadable(_("a list"))
    return list(node.value)


def _texts(node: yaml.Node) -> list[str]:
    return [_text(item) for item in _items(node)]


def _text(node: yaml.Node) -> str:
    return _scalar(node, TEXTS, _("text"))


def _scalar(node: yaml.Node, tags: frozenset[str], wanted: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.tag not in tags:
        raise Unreadable(wanted)
    return str(node.value)


def _words(one: Any, node: yaml.Node, error: Exception) -> str:
    """What is wrong with a value, in one sentence or two."""
    if isinstance(error, Unreadable):
        said = _("“%(key)s” should be %(wanted)s.") % {"key": one.name, "wanted": error}
        is_bare = isinstance(node, yaml.ScalarNode) and node.tag not in TEXTS and str(error) == _("text")
        return " ".join([said, _("Put it in quotes.")]) if is_bare else said
    value = node.value if isinstance(node, yaml.ScalarNode) else "…"
    words = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": str(value)[:100], "name": one.name}
    return " ".join([words, *why(error)])


def _places(row: Table) -> dict[str, str]:
    """The sources of a row, each with where in it the row stands, or nothing."""
    found: dict[str, str] = {}
    for one in row.texts_or_tables(CITED):
        source, place = _source_and_place(one) if isinstance(one, Table) else (one, "")
        if source in found:
            row.fault(_("“%(key)s” stands here twice.") % {"key": source}, CITED)
        found[source] = place
    return found


def _source_and_place(table: Table) -> tuple[str, str]:
    source, place = table.text("key", required=True), table.text("at", required=True)
    if len(place) > (LOCATOR.max_length or 0):
        table.fault(_("Longer than %(most)s characters.") % {"most": LOCATOR.max_length}, "at")
    table.finish()
    return source, place


def _check_key(model: Any, key: str, row: Table) -> None:
    """What a row is named by must fit into the field that keeps it."""
    named_by = BY_MODEL[model].named_by
    if named_by not in (SLUG, KEY, OWN):
        return
    try:
        model._meta.get_field(named_by).run_validators(key)
    except ValidationError as error:
        words = _("“%(value)s” cannot stand in “%(name)s”.") % {"value": key[:100], "name": named_by}
        row.fault(" ".join([words, *error.messages]))

"""From bytes to located YAML nodes: nothing is built or expanded that a hostile file could blow up."""

import re
from typing import Any

import yaml
from django.utils.translation import gettext as _

from campaign.loading.faults import Faults

#: Reading takes some fifty times as much memory.
MOST_BYTES = 12_000_000
MOST_DEPTH = 20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")
}
NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def compose(data: bytes, faults: Faults) -> yaml.Node | None:
    """The root node of a file, or None after noting why it cannot be read.

    Aliases, tags of a language, deep nesting, several documents and files above twelve megabytes are refused.
    """
    text = _decode(data, faults)
    if text is None or not _is_harmless(text, faults):
        return None
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        _note(error, text, faults)
        return None
    if root is None:
        faults.add(1, _("The file is empty."))
    return root


def _decode(data: bytes, faults: Faults) -> str | None:
    if len(data) > MOST_BYTES:
        faults.add(1, _("The file has more than %(most)s bytes.") % {"most": MOST_BYTES})
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.add(data[: error.start].count(b"\n") + 1, _("This is not UTF-8 text."))
        return None


def _is_harmless(text: str, faults: Faults) -> bool:
    """Look at the events alone, which cost no memory, before anything is composed."""
    before, depth = len(faults.found), 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            _look_at(event, faults)
            if depth > MOST_DEPTH:
                faults.add(_line(event.start_mark), _("This is nested too deeply."))
                return False
    except yaml.YAMLError as error:
        _note(error, text, faults)
    return len(faults.found) == before


def _look_at(event: yaml.Event, faults: Faults) -> None:
    line = _line(event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        faults.add(line, _("Aliases (*name) are not allowed; write the value out."))
    tag = getattr(event, "tag", None)
    if tag and tag not in PLAIN_TAGS and tag != "!":
        faults.add(line, _("The tag “%(tag)s” is not allowed.") % {"tag": tag})
    if isinstance(event, yaml.ScalarEvent) and NOT_TEXT.search(event.value):
        faults.add(line, _("There is a control character in this text."))


def _note(error: yaml.YAMLError, text: str, faults: Faults) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or _("it cannot be read")
    position = getattr(error, "position", None)
    line = _line(mark) if mark else text.count("\n", 0, position or 0) + 1
    faults.add(line, _("This is not YAML: %(problem)s.") % {"problem": problem})


def _line(mark: Any) -> int:
    """The line of a mark; the one of libyaml and the one of Python differ in type."""
    return mark.line + 1 if mark else 1

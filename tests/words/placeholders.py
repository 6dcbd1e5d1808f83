"""Whether a translation kept what stands for a value."""

import re

from babel.messages.catalog import Message

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|%[sd]|\{\w*\}")


def forms_of(words: str | tuple[str, ...]) -> tuple[str, ...]:
    """The forms of a message, of which one without a plural has one."""
    return words if isinstance(words, tuple) else (words,)


def is_broken(message: Message) -> bool:
    """Whether a form of the translation has other placeholders than one of the forms of the source."""
    allowed = [_placeholders(form) for form in forms_of(message.id)]
    return any(_placeholders(form) not in allowed for form in forms_of(message.string))


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))

"""Columns of a spelling that compute themselves from its text, whatever path writes it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from prisoners.sounds import LONGEST_WORD, SHORT, keys_of, readings, words_of


class _FromText(ArrayField):
    """A list of words that is computed anew each time the row is written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"base_field": models.TextField(), "default": list, "editable": False, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> list[str]:
        value = self.computed(getattr(model_instance, "text"))  # noqa: B009
        setattr(model_instance, self.attname, value)
        return value

    def computed(self, text: str) -> list[str]:
        """What is kept of a text."""
        raise NotImplementedError


class NameWordsField(_FromText):
    """The words of a name in Latin letters, then its short words in one with their neighbours."""

    def computed(self, text: str) -> list[str]:
        words = words_of(text)
        return [*words, *joined(words)]


class NameKeysField(_FromText):
    """For each of the words its readings, a bar, and the keys it is found by: what the vocabulary keeps of it."""

    def computed(self, text: str) -> list[str]:
        words = words_of(text)
        return [f"{' '.join(readings(word))}|{' '.join(sorted(keys_of(word)))}" for word in (*words, *joined(words))]


class NameSoundsField(_FromText):
    """The keys of how the words of a name sound, initials left out: what a likely same name shares."""

    def computed(self, text: str) -> list[str]:
        words = words_of(text)
        return sorted({key for word in (*words, *joined(words)) if len(word) > 1 for key in keys_of(word)})


def joined(words: Sequence[str]) -> list[str]:
    """Short words in one with their neighbours, as Kara Murza is also written."""
    return [(one + two)[:LONGEST_WORD] for one, two in pairwise(words) if min(len(one), len(two)) <= SHORT]


def apart(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without those in one that stand behind them in the column."""
    for count in range(1, len(words)):
        if joined(words[:count]) == list(words[count:]):
            return words[:count]
    return words

"""Columns of a spelling that compute themselves from its text, whatever path writes it."""

from itertools import pairwise
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from prisoners.sounds import LONGEST_WORD, SHORT, keys_of, words_of


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
    """The words of a name in Latin letters."""

    def computed(self, text: str) -> list[str]:
        return words_of(text)


class NameKeysField(_FromText):
    """The keys by which the words of a name are found, and short words in one with their neighbours."""

    def computed(self, text: str) -> list[str]:
        words = words_of(text)
        joined = [one + two for one, two in pairwise(words) if min(len(one), len(two)) <= SHORT]
        return sorted({key for word in (*words, *joined) for key in keys_of(word[:LONGEST_WORD])})

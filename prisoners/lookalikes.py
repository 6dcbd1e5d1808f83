"""Words in which letters of one alphabet stand for those of another that look the same: Сергей with a Latin C.

They come from keyboards that were switched in mid-word, from texts read by machines, and from people who evade filters.
"""

import re

_LATIN, _CYRILLIC = "aeopcxyikmtABEKMHOPCTXYIh", "аеорсхуікмтАВЕКМНОРСТХУІһ"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
#: A word with letters of both alphabets side by side.
_MIXED = re.compile("[A-Za-z\u0400-\u04ff]*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])[A-Za-z\u0400-\u04ff]*")


def in_one_alphabet(text: str) -> str:
    """The text with each word in one alphabet, where all letters of the other only look like its own."""
    return _MIXED.sub(lambda found: _mended(found[0]), text)


def _mended(word: str) -> str:
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not re.search("[A-Za-z]", cyrillic):
        return cyrillic
    return word if re.search("[\u0400-\u04ff]", latin) else latin

"""French leaves out the vowel of "de" before another one: "heure d’Oslo", "arrestation d’Anna", "heure de Vienne"."""

import re

from django.utils.translation import get_language

#: Before these letters; Y sounds as a consonant in names ("de Yakoutsk").
_VOWELS = "aàâäåeéèêëiîïoôöuùûü"
#: Where such a letter sounds as a consonant, nothing is left out ("de Iakoutsk").
_GLIDES = ("ia", "oua")
#: Names whose H is mute. Before any other name in H both are written.
_MUTE = ("helsinki", "hermosillo", "hobart", "honolulu")


def elided(sentence: str, name: str) -> str:
    """A sentence in the active language with "de" before a name as it is said there; any but a French one as it is."""
    is_french, said = (get_language() or "").startswith("fr"), name.lower()
    if not is_french or said.startswith(_GLIDES) or not said.startswith((*_VOWELS, *_MUTE)):
        return sentence
    return re.sub(rf"\bde {re.escape(name)}", lambda _found: f"d’{name}", sentence)

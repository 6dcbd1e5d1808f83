"""Burmese names as newspapers write them: a syllable a word, spelt by how it is said. အောင်ဆန်း is Aung San.

No table of romanisation is followed by anyone who bears such a name; this is what most do. It is near the system of
the Myanmar Language Commission, whose tones and stops names leave out.
"""

import re

_BURMESE = re.compile("[\u1000-\u109f]+")
_SYLLABLE = re.compile(
    "([\u1000-\u1021\u1025\u1026])([\u103b-\u103e]*)([\u102b-\u1032\u1036]*)(?:([\u1000-\u1021])\u1037?[\u103a\u1039])?"
)
#: Tone, and what kills the vowel of the syllable itself.
_MARKS = re.compile("[\u1037\u1038]|(?<=[\u102b\u102c])\u103a")

_ONSETS = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ဉ": "ny", "ည": "ny",
    "ဋ": "t", "ဌ": "ht", "ဍ": "d", "ဎ": "d", "ဏ": "n", "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ပ": "p",
    "ဖ": "ph", "ဗ": "b", "ဘ": "b", "မ": "m", "ယ": "y", "ရ": "y", "လ": "l", "ဝ": "w", "သ": "th", "ဟ": "h", "ဠ": "l",
    "အ": "", "ဥ": "u", "ဦ": "u",
}  # fmt: skip
_WITH_Y = {"k": "ky", "kh": "ch", "g": "gy", "": "", "y": "y"}
_VOWELS = {
    "": "a", "ာ": "a", "ါ": "a", "ိ": "i", "ီ": "i", "ု": "u", "ူ": "u", "ေ": "e", "ဲ": "e", "ော": "aw", "ေါ": "aw", "ို": "o",
    "ံ": "an", "ိံ": "ein", "ုံ": "on",
}  # fmt: skip
#: Which rhyme a closed syllable has, by its vowel and by the kind of what closes it.
_KINDS = {**dict.fromkeys("နမဏ", "n"), **dict.fromkeys("တပဋထဒဓဗ", "t"), **{one: one for one in "ကငစညဉသ"}}
_RHYMES = {
    "n": "an", "t": "at", "က": "et", "င": "in", "စ": "it", "ည": "i", "ဉ": "in", "သ": "at",
    "ိn": "ein", "ိt": "eik", "ုn": "on", "ုt": "ok", "ောင": "aung", "ောက": "auk", "ေါင": "aung", "ေါက": "auk",
    "ိုင": "aing", "ိုက": "aik", "ွn": "un", "ွt": "ut",
}  # fmt: skip


def spoken(text: str) -> str:
    """The text with its Burmese words in Latin letters, each syllable a word."""
    return _BURMESE.sub(lambda found: _SYLLABLE.sub(_said, _MARKS.sub("", found[0])), text)


def _said(found: re.Match[str]) -> str:
    letter, medials, vowel, end = (one or "" for one in found.groups())
    kind = _KINDS.get(end, "")
    has_own_rhyme = "\u103d" in medials and f"ွ{kind}" in _RHYMES and not vowel
    rhyme = _RHYMES.get(f"ွ{kind}" if has_own_rhyme else f"{vowel}{kind}", "") if kind else ""
    onset = _onset(letter, medials, "\u103d" in medials and not has_own_rhyme)
    return f" {onset}{rhyme or _VOWELS.get(vowel, 'a') if letter not in 'ဥဦ' else ''} "


def _onset(letter: str, medials: str, is_rounded: bool) -> str:
    onset = _ONSETS[letter]
    if "\u103b" in medials or "\u103c" in medials:
        onset = _WITH_Y.get(onset, f"{onset}y")
    if "\u103e" in medials:
        onset = "sh" if letter in "ရယ" else f"h{onset}"
    return f"{onset}w" if is_rounded else onset

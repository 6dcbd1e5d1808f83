"""Thai names in Latin letters: a syllable has its vowel before, above, below or behind the consonant, or unwritten.

The consonants are those of the Royal Thai General System (1999), but that nobody's passport tells k from kh and p from
ph by it, and that names of Sanskrit keep what is not said at their ends: พร is Porn and กุล is Kul. Two consonants
without a vowel have an o between them, and one alone an a.
"""

import re

_THAI = re.compile("[\u0e01-\u0e4e]+")
#: Marks of tone and of a short vowel; and a consonant that is not said, with whatever vowel it carries.
_UNSAID = re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c|(?<=พร)ห(?=ม)|(?<=เกีย)ร(?=ต)|[\u0e47-\u0e4b\u0e4d\u0e4e]")

_LETTERS = {
    **dict.fromkeys("กขฃคฅฆ", "k"), "ง": "ng", **dict.fromkeys("จฉชฌ", "ch"), **dict.fromkeys("ซศษส", "s"),
    **dict.fromkeys("ญย", "y"), **dict.fromkeys("ฎด", "d"), **dict.fromkeys("ฏตฐฑฒถทธ", "t"),
    **dict.fromkeys("ณน", "n"), "บ": "b", **dict.fromkeys("ปผพภ", "p"), **dict.fromkeys("ฝฟ", "f"), "ม": "m", "ร": "r",
    **dict.fromkeys("ลฬ", "l"), "ว": "w", **dict.fromkeys("หฮ", "h"), "อ": "", "ฤ": "rue", "ฦ": "lue",
}  # fmt: skip
#: What a consonant becomes at the end of a syllable.
_ENDS = {
    "จ": "t",
    "ฉ": "t",
    "ช": "t",
    "ซ": "t",
    "ฌ": "t",
    "ญ": "n",
    "ย": "i",
    "ด": "t",
    "ฎ": "t",
    "บ": "p",
    "ฟ": "p",
    "ร": "rn",
}

_ONE = "[\u0e01-\u0e23\u0e25\u0e27-\u0e2e]"
# A cluster, or an h that only steers the tone.
_BEGIN = f"(?P<begin>[กขคตปผพท]ร|[กขคปผพ]ล|[กขค]ว(?![\u0e01-\u0e2e](?![ะ-ู]))|ห[งญนมยรลว]|ทร|{_ONE})"
# A consonant that does not carry a vowel itself.
_WITHOUT = f"(?![\u0e30-\u0e3a]|อ(?![ะ-ู])|รร|ว{_ONE}(?![ะ-ู]))"
# The end of a syllable: r only that of a word, and y only where it makes two vowels of one.
_END = f"(?P<end>(?:ร$|ย(?<=[าอุ]ย)|(?![รย]){_ONE}){_WITHOUT})"
#: The ways to write a vowel, the longer ones first: with what it is, and whether a consonant may close the syllable.
_WAYS = (
    ("เ{b}ียะ?", "ia", True), ("เ{b}ือะ?", "uea", True), ("เ{b}าะ", "o", False), ("เ{b}า", "ao", False),
    ("เ{b}ิ", "oe", True), ("เ{b}อะ?", "oe", False), ("เ{b}ย", "oei", False), ("เ{b}ะ?", "e", True),
    ("แ{b}ะ?", "ae", True), ("โ{b}ะ?", "o", True), ("[ไใ]{b}ย?", "ai", False), ("{b}ัวะ?", "ua", False),
    ("{b}ัย", "ai", False), ("{b}ั", "a", True), ("{b}ะ", "a", False), ("{b}ำ", "am", False), ("{b}า", "a", True),
    ("{b}[ิี]", "i", True), ("{b}ือ", "ue", False), ("{b}[ึื]", "ue", True), ("{b}[ุู]", "u", True),
    ("{b}ฤ", "rue", True), ("{b}รร(?![ะ-ู])", "a", True), ("{b}ว(?=" + _ONE + ")", "ua", True), ("{b}อ", "o", True),
)  # fmt: skip
_SYLLABLES = [
    (re.compile(way.format(b=_BEGIN) + (f"{_END}?" if may_close else "")), vowel) for way, vowel, may_close in _WAYS
]
#: Without a vowel: two consonants with an o between them, or one with an a.
_BARE = re.compile(f"(?P<begin>[กขคตปผพท]ร(?={_ONE})|{_ONE})(?P<end>{_ONE}{_WITHOUT})")
#: Two consonants at the end of a word are a syllable of their own, behind whatever vowel may be open: อานนท์ is A-non.
_TWO_LEFT = re.compile(f"(?<!ั)(?![ตทช]ร){_ONE}{{2}}$")


def thai_spelt(text: str) -> str:
    """The text with its Thai words in Latin letters."""
    # The sign for am may come apart in two (NFKC).
    return _THAI.sub(lambda found: _spelt(_UNSAID.sub("", found[0].replace("\u0e4d\u0e32", "\u0e33"))), text)


def _spelt(word: str) -> str:
    said, at = "", 0
    while at < len(word):
        syllable, at = _syllable(word, at)
        said += syllable
    return said


def _syllable(word: str, at: int) -> tuple[str, int]:
    """The syllable that begins there, and where the next one does."""
    for pattern, vowel in _SYLLABLES:
        if found := pattern.match(word, at):
            end = found.groupdict().get("end") or ""
            if end and _TWO_LEFT.match(word, found.start("end")):
                return _said(found["begin"], vowel, ""), found.start("end")
            return _said(found["begin"], vowel, end), found.end()
    if found := _BARE.match(word, at):
        return _said(found["begin"], "o", found["end"]), found.end()
    letter = word[at]
    return (_said(letter, "a" if at + 1 < len(word) else "", "") if letter in _LETTERS else ""), at + 1


def _said(begin: str, vowel: str, end: str) -> str:
    first = begin[1:] if len(begin) > 1 and begin[0] == "ห" else begin
    return f"{''.join(_LETTERS[one] for one in first)}{vowel}{_ENDS.get(end, _LETTERS.get(end, ''))}"

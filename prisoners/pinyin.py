"""Chinese syllables that are not spelt in Pinyin: by Wade and Giles, as in Taiwan, and by Palladius, as in Russian.

Chiang Tien-yung and Цзян Тяньюн are Jiang Tianyong. One spelling may stand for several syllables of Pinyin.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

#: The commonest family names of Chinese, as both ways of writing have them: a name of three characters that begins with
#: one of these is hardly a foreign one.
FAMILIES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文艾岑欧施张關"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘範譚鄒陸顧龍萬錢湯喬賀賴龔歐关"
)
#: So many syllables of Pinyin are considered for one.
MOST = 4

_WADE = re.compile("(ts|tz|hs|sh|ss|sz|ch|[ptkjmflnhwy]?)((?:[iyu]?[aeou]?|ü)?(?:ng|n|o|u|i|h|rh|eh|ei)?)")
#: What Pinyin never has: by one of these a name is known to be spelt otherwise.
_NOT_PINYIN = re.compile(
    "^(hs|tz|s[sz]u|ts[oaeui]|ung|j(en|ung|an|ao|o|ou|uan|ui|un)$)|(ih|ieh|ueh|uei|ien|iung|[^o]ung|erh|eh)$"
)
_INITIALS = {"p": "bp", "t": "dt", "k": "gk", "j": "r", "hs": "x"}
_FINALS = {
    "ih": "i", "ieh": "ie", "ueh": "ue", "uei": "ui", "ien": "ian", "ung": "ong", "iung": "iong", "erh": "er",
    "eh": "e",
}  # fmt: skip

_PALLADIUS = re.compile("(чж|цз|[бпмфдтнлгкхцсчшжв]?)([аоэиуяеюыё](?:й|о|у|а|э)?й?)(нь|н)?(?![ь])")
_RUSSIAN = {
    "чж": "zh", "цз": "z", "ц": "c", "ж": "r", "в": "w", "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t",
    "н": "n", "л": "l", "г": "g", "к": "k", "х": "h", "с": "s", "ч": "ch", "ш": "sh", "": "",
}  # fmt: skip
_BEFORE_I = {"z": "j", "c": "q", "s": "x"}
_VOWELS = {
    "а": "a", "о": "uo", "э": "e", "и": "i", "у": "u", "я": "ia", "е": "ie", "ю": "iu", "ы": "i", "ё": "io", "ай": "ai",
    "эй": "ei", "ао": "ao", "оу": "ou", "яо": "iao", "уа": "ua", "уай": "uai", "уй": "ui", "уэ": "ue", "юй": "u",
    "юэ": "ue", "юа": "ua",
}  # fmt: skip
_CLOSED = {"iu": "io", "u": "o", "ie": "ie", "uo": "o"}


def is_wade(words: list[str]) -> bool:
    """Whether all the Latin words may be syllables by Wade and Giles, and one cannot be Pinyin."""
    return all(map(_WADE.fullmatch, words)) and any(map(_NOT_PINYIN.search, words))


@lru_cache(maxsize=2048)
def of_wade(word: str) -> tuple[str, ...]:
    """The syllables of Pinyin that one by Wade and Giles may be; aspiration is hardly ever marked in names."""
    found = _WADE.fullmatch(word)
    return tuple(islice(dict.fromkeys(_by_wade(*found.groups())), MOST)) if found else ()


def _by_wade(initial: str, final: str) -> Iterator[str]:
    end = _FINALS.get(final, final)
    begins: Iterable[str] = _INITIALS.get(initial, (initial,))
    if initial == "ch":
        begins = ("j", "q") if final.startswith("i") and final != "ih" else ("zh", "ch", "j", "q")
    elif initial in ("ts", "tz"):
        begins = ("z", "c")
    ends = ("uo", "e") if end == "o" else (end,)
    yield from (f"{begin}{one}" for begin in begins for one in ends)


#: Beginnings and ends of syllables in Pinyin, in the order in which they are replaced, and as Wade and Giles have them.
_TO_WADE = tuple(
    (re.compile(pinyin), wade)
    for pinyin, wade in (
        ("^([zcs]h?|r)i$", r"\1ih"), ("^([zcs])ih$", r"\1u"), ("^yi$", "i"), ("^you$", "yu"), ("^yan$", "yen"),
        ("^ye$", "yeh"), ("^er$", "erh"), ("ong$", "ung"), ("ian$", "ien"), ("([iu])e$", r"\1eh"),
        ("^([gkh])e$", r"\1o"),
        ("^([dtnlzcs])uo$", r"\1o"), ("^[jq](?=[iu])|^zh", "ch"), ("^x(?=[iu])", "hs"), ("^c(?!h)|^z", "ts"),
        ("^r", "j"), ("^b", "p"), ("^d", "t"), ("^g", "k"),
    )
)  # fmt: skip


@lru_cache(maxsize=2048)
def by_wade(syllable: str) -> tuple[str, ...]:
    """A syllable of Pinyin as names of Taiwan have it: Shih, Hsiu and Chu; nothing where that is the same."""
    found = syllable
    for pinyin, wade in _TO_WADE:
        found = pinyin.sub(wade, found)
    return (found,) if found != syllable else ()


@lru_cache(maxsize=2048)
def foreign(word: str) -> tuple[str, ...]:
    """What a foreign name may be that Chinese wrote by its syllables, which have no r and no bare ending: Sailaguli.

    Sayragul is among them; one l at a time is taken for an r.
    """
    bare = re.sub("(?<=[^aeiou])[iu]$", "", word).replace("er", "r")
    with_r = (f"{bare[:at]}r{bare[at + 1 :]}" for at, letter in enumerate(bare) if letter == "l")
    return tuple(islice(dict.fromkeys((bare, *with_r)), MOST))


@lru_cache(maxsize=2048)
def of_palladius(word: str) -> str:
    """A word of a Chinese name in Russian letters in Pinyin, its syllables together; "" for any other word."""
    found, at = "", 0
    while at < len(word):
        syllable = _syllable(word, at)
        if syllable is None:
            return ""
        found, at = found + syllable[0], syllable[1]
    return found


def _syllable(word: str, at: int) -> tuple[str, int] | None:
    match = _PALLADIUS.match(word, at)
    if not match or match[2] not in _VOWELS:
        return None
    begin, vowel, end = _RUSSIAN[match[1]], _VOWELS[match[2]], match[3] or ""
    if (vowel[0] == "i" and match[2] != "ы") or match[2][0] == "ю":
        begin = _BEFORE_I.get(begin, begin)
    if end == "н":
        vowel = _CLOSED.get(vowel, vowel)
    final = vowel.removesuffix("e") if end and vowel in ("ie",) else vowel
    if not begin:
        final = f"y{final[1:] if final[0] == 'i' and len(final) > 1 else final}" if match[2][0] in "яеюиё" else final
    return f"{begin}{final}{ {'нь': 'n', 'н': 'ng', '': ''}[end] }", match.end()

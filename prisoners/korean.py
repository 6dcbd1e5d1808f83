"""Names of Koreans as they spell them: where no rule of romanisation leads to it, 이 is Lee and not I.

And from one way to write them in Latin letters to the others.
"""

import re

#: One name a line, then its spellings, the commonest first.
_FAMILIES = """
이 lee yi rhee
박 park
최 choi
노 roh
유 yoo ryu
류 ryu yoo
임 lim rim
림 lim rim
우 woo
오 oh
정 chung jung
조 cho
백 paik
안 ahn
윤 yoon
문 moon
구 koo
여 yeo
양 yang
"""
#: The same family names in Latin letters, each line one of them in all spellings: as Koreans write it, by McCune and
#: Reischauer (1939, without its marks, as in the North) and by the Revised Romanisation (2000).
_ALIKE = """
lee yi rhee ri
park pak bak
choi choe
roh no noh
yoo yu ryu
lim rim im yim
chung chong jung jeong
cho jo
paik paek baek
ahn an
yoon yun
moon mun
koo ku gu
yeo yo
kang gang
kwon gwon
chang jang
chon jeon chun jun
son sohn
shin sin
kim gim
han
song
hong
hwang
min
nam
seo suh so
heo huh hur ho
bae pae
ko go
jin chin
"""
#: A syllable of a Korean name by any of these systems.
_SYLLABLE = "(?:ch|kk|pp|tt|ss|sh|[bcdghjkmnprsty])?(?:y|w)?(?:ae|eo|eu|oe|oo|ou|ui|a|e|i|o|u)(?:ng|[klmnptgbh])?"
_GIVEN = re.compile(_SYLLABLE)
_BOTH = re.compile(f"{_SYLLABLE}{_SYLLABLE}")
#: What Koreans write in their names instead of the official letters: Kyung is Gyeong, Hyun is Hyeon, Keun is Geun.
_POPULAR = ((re.compile("eo(?!n$|k$)|(?<=[yu])eo"), "u"), (re.compile("^g"), "k"))
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_FAMILY = {
    one: tuple(other for other in line.split() if other != one)
    for line in _ALIKE.strip().splitlines()
    for one in line.split()
}
_SPELT = {name: tuple(spelt) for name, *spelt in map(str.split, _FAMILIES.strip().splitlines())}


def families(part: str) -> tuple[str, ...]:
    """How the family name that a Korean name begins with is spelt; nothing for any other word."""
    return _SPELT.get(part[:1], ())


def popular(part: str, word: str) -> tuple[str, ...]:
    """A syllable of a Korean name in the official Latin letters as most Koreans spell it; nothing for others."""
    return _by_habit(word) if _HANGUL.fullmatch(part) else ()


def by_other_systems(words: list[str]) -> list[tuple[str, ...]]:
    """How else each word of a Korean name in Latin letters is spelt; nothing at all for other names.

    Im Su-gyeong and Rim Su-kyong are Lim Soo-kyung.
    """
    given = words[1:]
    is_given = all(map(_GIVEN.fullmatch, given)) if len(given) == 2 else len(given) == 1 and _BOTH.fullmatch(given[0])
    if not words or words[0] not in _FAMILY or not is_given:
        return []
    return [_FAMILY[words[0]], *map(_by_habit, given)]


def _by_habit(word: str) -> tuple[str, ...]:
    spelt = word
    for official, habit in _POPULAR:
        spelt = official.sub(habit, spelt)
    return (spelt,) if spelt != word else ()

"""Names of Koreans as they spell them: where no rule of romanisation leads to it, 이 is Lee and not I."""

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
#: What Koreans write in their names instead of the official letters: Kyung is Gyeong, Hyun is Hyeon, Keun is Geun.
_POPULAR = ((re.compile("eo(?!n$|k$)|(?<=[yu])eo"), "u"), (re.compile("^g"), "k"))
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_SPELT = {name: tuple(spelt) for name, *spelt in map(str.split, _FAMILIES.strip().splitlines())}


def families(part: str) -> tuple[str, ...]:
    """How the family name that a Korean name begins with is spelt; nothing for any other word."""
    return _SPELT.get(part[:1], ())


def popular(part: str, word: str) -> tuple[str, ...]:
    """A syllable of a Korean name in the official Latin letters as most Koreans spell it; nothing for others."""
    if not _HANGUL.fullmatch(part):
        return ()
    spelt = word
    for official, habit in _POPULAR:
        spelt = official.sub(habit, spelt)
    return (spelt,) if spelt != word else ()

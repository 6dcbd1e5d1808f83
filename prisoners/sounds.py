"""How a word of a name may have sounded, whatever its alphabet and romanisation, and keys to find it by.

The same man is Балтабай, Baltabay, Baltabaj and Balṭabaï. A word is written in Latin letters (anyascii) and cut into
the letter groups of the usual romanisations (ISO 9, BGN/PCGN, the scholarly, German, French, Polish and Turkish ones,
the Kazakh Latin alphabets of 2018, 2019 and 2021, Pinyin and Wade-Giles); each group is read as one sound. Where a
group is read differently in different languages (j, ch, c, x, w) the word has a reading for each. Readings are
compared (`prisoners.likeness`); their skeletons, in which only the classes of consonants and the places of vowels
are left, are the keys in the database.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii

from prisoners.abugidas import spelt_out
from prisoners.burmese import spoken
from prisoners.greek import spelt
from prisoners.khmer import khmer_spelt
from prisoners.lookalikes import in_one_alphabet
from prisoners.thai import thai_spelt
from prisoners.unvowelled import vowelled

#: Readings of one word that are considered at most.
MOST_READINGS = 8
#: Of so many readings the forms with one letter less are kept as well.
READINGS_WITH_SLIPS = 2
#: So many sounds of a beginning are asked for at least and at most.
LEAST_BEGINNING, MOST_BEGINNING = 4, 7
#: A word is cut here: no name has longer ones, and hostile input has.
LONGEST_WORD = 24
#: A word of so few letters is often written in one with its neighbour: al, bin, Kara, Jin.
SHORT = 5

# Letters whose mark says another sound than the bare letter. anyascii would drop the mark.
_MARKED = str.maketrans(
    {
        "ş": "sh", "š": "sh", "ș": "sh", "ŝ": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ĉ": "ch",
        "ž": "zh", "ż": "zh", "ź": "z", "ğ": "gh", "ġ": "gh", "ǵ": "gh", "ñ": "n", "ń": "n", "ň": "n", "ŋ": "n",
        "ý": "y", "ə": "a", "ä": "a", "ö": "o", "ü": "u", "ū": "u", "å": "o", "ø": "o", "õ": "o", "ł": "l", "ľ": "l",
        "ř": "rzh", "đ": "d", "ṭ": "t", "ḥ": "h", "ï": "i", "ÿ": "i", "ŭ": "u", "ж": "zh", "щ": "shch", "ї": "yi",
        "є": "ye", "ъ": "", "ь": "", "ʹ": "", "ʺ": "",
        "’": "", "ʼ": "", "ʻ": "", "`": "", "´": "", "'": "", "‘": "", "ʿ": "", "ʾ": "",
        "ң": "ng", "һ": "h", "ө": "o", "ә": "a", "ё": "yo", "й": "y", "ў": "u", "ґ": "g",
    }
)  # fmt: skip

# Groups of letters, longest first, with the sounds they may stand for; capitals are sibilants: S sh, Z zh, C ch, J dj.
_GROUPS: dict[str, tuple[str, ...]] = {
    "schtsch": ("S",), "shtsh": ("S",), "chtch": ("S",), "shch": ("S",), "szcz": ("S",), "stch": ("S",),
    "skh": ("sh", "S"), "tsch": ("C",), "chzh": ("Z",), "tsz": ("Z", "z"), "dsch": ("J",),
    "dzh": ("J",), "tch": ("C", "th"), "tsh": ("C",), "sch": ("S", "Z", "sh"),
    "gue": ("ge", "gue"), "gui": ("gi", "gui"), "zsh": ("Z",), "rzh": ("Z", "r"),
    "dž": ("J",), "dj": ("J",), "dz": ("z", "d"), "ts": ("c", "t"), "tz": ("c",), "cz": ("C",), "sz": ("S", "s"),
    "sj": ("S", "si"), "zj": ("Z", "zi"), "tj": ("C", "ti"), "rz": ("Z", "rz"), "zh": ("Z",), "sh": ("S",),
    "ch": ("C", "h", "S"), "kh": ("h",), "oe": ("oe", "u"),
    "gh": ("g",), "ph": ("f", "p", "ph"), "th": ("t",), "dh": ("d", "z"), "ck": ("k",), "qu": ("k",), "hs": ("S",),
    "ng": ("n", "ng"), "ou": ("u", "ov"), "au": ("au", "av"), "oo": ("u",), "ee": ("i",), "x": ("ks", "h", "S"),
    "q": ("k", "C"),
    "c": ("k", "c", "J"), "j": ("i", "Z"), "w": ("v", "u"), "y": ("i",),
}  # fmt: skip
_LETTERS = re.compile("|".join(sorted(map(re.escape, _GROUPS), key=len, reverse=True)) + "|.", re.DOTALL)
# Vowels that are written or left out by habit alone.
_GLIDES = ((re.compile("i+"), "i"), (re.compile("i([eou])"), r"\1"), (re.compile("(?<=[aeou])i(?=[aeou])"), ""))
_DOUBLES = re.compile(r"(.)\1+")
#: What is kept of a sound in a skeleton: its class.
CLASSES = str.maketrans("aeioubpvfdtkghxzsZSCJclmnr", "AAAAAPPVVTTKKKKSSSSSSSLMNR")
_VOWELS = re.compile("A+")

# Endings of cases by which a name is declined where it is written in Cyrillic: of Russian, Ukrainian and Kazakh.
_CASES = re.compile(
    "(ого|его|ому|ему|ыми|ими|ами|ями|ым|им|ой|ей|ою|ею|ом|ем|ём|ую|юю|ых|их|ам|ям|ах|ях|у|ю|а|я|е|ы|и|і|ові|еві|"
    "ның|нің|дың|дің|тың|тің|нын|ға|ге|қа|ке|на|не|ды|ді|ты|ті|ны|ні|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен|"
    "ға|го|га)$"
)
_WHOLE = (
    (re.compile("(?<=[оеё]в|[иы]н)(ой|ою|у)$"), "а"),
    (re.compile("(?<=[аеиоу])(я|ю|ем)$"), "й"),
    (re.compile("(?<=[^аеёиоуыэюяй])к(а|у|ом|е)$"), "ок"),
    (re.compile("(?<=[^аеёиоуыэюя])ц(а|у|ем|ом|е|я|ю)$"), "ец"),
)
#: The dot between the words of a foreign name in Chinese.
_DOTTED = re.compile("(?<=[\u3400-\u9fff])[·•‧・](?=[\u3400-\u9fff])")
#: Abd al-Fattah is also written Abdel Fattah, Abd ar-Rahman Abderrahmane and Abu al-Khair Abulkhair.
_ARTICLE = re.compile(
    r"\b(abd)[ -]([aeiou][lrsndtz])(?=[ -]\w)|\b(ab[ou]u?)[ -][ae](l)(?=[ -]\w)|\b(عبد) (?=ال\w)", re.IGNORECASE
)
#: What stands silent at the end of Fatemeh, Teh, Ihsane and Kouramchine.
_SILENT = re.compile("(?<=[aeiou])h$|(?<=[aiou]n)e$")
_PATRONYMIC = re.compile(
    "(ovich|evich|ovic|evic|owitsch|ewitsch|ovitch|evitch|ovych|evych|ovyc|avich|ovna|evna|ivna|auna|euna|ichna|iychuk|uly|uli|kyzy|qyzy|qizi|kizi|"
    "ogly|oglu|oghlu|ugli|ogli|zoda)$"
)


def latin(text: str) -> str:
    """A word or name in lower-case Latin letters and blanks, marks that change the sound written out.

    Whatever is no letter or digit parts words, but apostrophes, soft signs and invisible marks vanish.
    """
    lower = articles_joined(unicodedata.normalize("NFKC", in_one_alphabet(text).lower().replace("\u0307", "")))
    lower = khmer_spelt(thai_spelt(spelt(spoken(spelt_out(vowelled(lower)))))).translate(_MARKED)
    plain = anyascii(unicodedata.normalize("NFKC", _visible(lower)))
    # A syllable of Chinese or Korean is a word, and begins with a capital; a foreign name has dots between its words.
    if not _DOTTED.search(lower):
        plain = re.sub("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", plain)
    words = re.findall("[a-z0-9]+", plain.lower().replace("'", "").replace("`", ""))
    return " ".join(words)


def articles_joined(text: str) -> str:
    """A name in which Abd and Abu have the article of the next word: Abdal Fattah, Abul Khair, عبدالفتاح."""
    return _ARTICLE.sub(r"\1\2\3\4\5", text)


def words_of(text: str) -> list[str]:
    """The words of a name in Latin letters, each cut to `LONGEST_WORD`."""
    return [one[:LONGEST_WORD] for one in latin(text).split()]


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[str, ...]:
    """The sounds that a Latin word may stand for, likeliest first; the same group is read alike all through."""
    groups = _LETTERS.findall(word)
    open_ones = list(dict.fromkeys(one for one in groups if one in _GROUPS))
    choices = islice(product(*(_GROUPS[one] for one in open_ones)), 4 * MOST_READINGS)
    found = [_smooth(groups, dict(zip(open_ones, choice, strict=True))) for choice in choices]
    without = [_SILENT.sub("", one) for one in found[:1]]
    return tuple(islice(dict.fromkeys((*found[:1], *without, *found[1:])), MOST_READINGS))


@lru_cache(maxsize=65536)
def first_sounds(word: str) -> frozenset[str]:
    """The sounds with which a word may begin; of Yerlan both that of the y and that of the e, as it may lack the y."""
    group = _LETTERS.match(word)
    written = _GROUPS.get(group[0], (group[0],)) if group else ()
    return frozenset(sound[0] for sound in (*written, *readings(word)) if sound)


@lru_cache(maxsize=65536)
def skeleton(reading: str) -> str:
    """The classes of the consonants, and A for each run of vowels."""
    return _DOUBLES.sub(r"\1", _VOWELS.sub("A", reading.translate(CLASSES)))


@lru_cache(maxsize=65536)
def keys_of(word: str) -> frozenset[str]:
    """The keys under which a word is kept: skeletons, readings with a letter less, consonants, beginnings."""
    return _keys(word) | {
        f">{whole[:length]}"
        for whole in map(skeleton, readings(word))
        for length in range(LEAST_BEGINNING, MOST_BEGINNING + 1)
        if length < len(whole)
    }


@lru_cache(maxsize=4096)
def keys_to_ask(word: str, is_unfinished: bool, is_bare: bool = False) -> frozenset[str]:
    """The keys by which words like `word` are found; of an unfinished word also what begins like it.

    Of a word whose vowels are guessed also those with a vowel more, between any consonants and between all.
    """
    found = _keys(word)
    if is_bare:
        found |= {key for one in readings(word) for key in _filled(skeleton(one))}
    if is_unfinished:
        wholes = {skeleton(one) for one in readings(word)}
        found |= {f">{whole[:MOST_BEGINNING]}" for whole in wholes if len(whole) >= LEAST_BEGINNING}
    return found


@lru_cache(maxsize=4096)
def keys_of_sound(word: str) -> frozenset[str]:
    """The keys of what sounds like `word`, without slips; of a short word, as a syllable of Chinese, of no other."""
    sounds = readings(word)[:READINGS_WITH_SLIPS]
    return frozenset(sounds if len(word) <= SHORT else (*sounds, *map(skeleton, sounds)))


def _keys(word: str) -> frozenset[str]:
    found: set[str] = set()
    for number, reading in enumerate(readings(word)):
        whole = skeleton(reading)
        found |= {whole, *_consonants(whole)}
        if number < READINGS_WITH_SLIPS:
            found |= {reading, *shortened(reading, 3)}
        found |= shortened(whole, 6)
    return frozenset(found)


def stems_of(word: str) -> list[str]:
    """What may be left of a word in Cyrillic when the ending of a case is taken away; at least four letters.

    Before that the name as it is called where it loses a letter: Фадеевой is of Фадеева, Николая of Николай, Дедка of
    Дедок.
    """
    lower = word.lower()
    whole = [ending.sub(instead, lower) for ending, instead in _WHOLE if ending.search(lower)]
    return whole + [
        lower[:-length] for length in range(1, 4) if len(lower) - length >= 4 and _CASES.fullmatch(lower[-length:])
    ]


@lru_cache(maxsize=65536)
def is_patronymic(word: str) -> bool:
    """Whether a Latin word looks like a father's name, which many records leave out."""
    return len(word) > 5 and bool(_PATRONYMIC.search(word))


def _visible(text: str) -> str:
    """Without marks that only steer the direction of writing, and without control characters and pictures."""
    return "".join(
        " " if unicodedata.category(one) in ("Cc", "Zs", "Zl", "Zp", "So") else one
        for one in text
        if unicodedata.category(one) != "Cf"
    )


def _smooth(groups: list[str], choice: dict[str, str]) -> str:
    sounds = "".join(choice.get(one, one) for one in groups)
    for pattern, instead in _GLIDES:
        sounds = pattern.sub(instead, sounds)
    return _DOUBLES.sub(r"\1", sounds)


def shortened(sounds: str, least: int) -> set[str]:
    """What is left without any one sound: two words with one wrong letter have such a form in common."""
    if len(sounds) <= least:
        return set()
    return {_DOUBLES.sub(r"\1", sounds[:at] + sounds[at + 1 :]) for at in range(len(sounds))}


def _filled(whole: str) -> set[str]:
    """A skeleton with a vowel more between two consonants, and with one between any two."""
    gaps = [at for at in range(1, len(whole)) if "A" not in whole[at - 1 : at + 1]]
    return {f"{whole[:at]}A{whole[at:]}" for at in gaps} | {re.sub("(?<=[^A])(?=[^A])", "A", whole)}


def _consonants(whole: str) -> set[str]:
    """The consonants alone, for scripts that write no vowels."""
    bare = _DOUBLES.sub(r"\1", whole.replace("A", ""))
    return {f"~{bare}"} if len(bare) > 2 else set()

"""The words and grammatical cases in which partial dates are said; a new language is one more file and one entry here.

They stand here and not in the message catalogue because a sentence needs the month in a case of its own:
Russian says «в апреле» but «до апреля», Kazakh «сәуірде», «сәуірге» and «сәуірден».
"""

from prisoners.date_words.english import ENGLISH
from prisoners.date_words.french import FRENCH
from prisoners.date_words.german import GERMAN
from prisoners.date_words.hebrew import HEBREW
from prisoners.date_words.kazakh import KAZAKH
from prisoners.date_words.russian import RUSSIAN
from prisoners.date_words.shape import DateWords
from prisoners.date_words.turkish import TURKISH

WORDS = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "kk": KAZAKH,
    "de": GERMAN,
    "fr": FRENCH,
    "tr": TURKISH,
    "he": HEBREW,
}


def words_of(language: str) -> DateWords:
    """The words of a language code ("kk", "ru-RU"), or English where there are none yet."""
    return WORDS.get(language.replace("_", "-").split("-")[0].lower(), WORDS["en"])

"""Words of a spreadsheet without what makes no difference: capitals, marks, Kazakh letters that many keyboards lack."""

import re

#: The languages of the pages, and those whose words for months and days are read beside them.
LANGUAGES = ("en", "ru", "kk", "de", "fr", "tr", "he")
LANGUAGES_OF_DATES = (*LANGUAGES, "uk", "be")
FOLDED = str.maketrans("әіңғүұқөһёўґäöüıéèêàâîôûçğş’ʼ׳", "аингуукохеугaouieeeaaioucgs'''")
#: Accents, the dot that a Turkish capital leaves behind, and marks of direction that stand around Hebrew.
UNSEEN = re.compile(r"[\u0301\u0307\u061c\u200e\u200f]")


def fold(text: str) -> str:
    """Lower case, one kind of space and dash, Kazakh and German letters as they are typed on other keyboards."""
    text = re.sub(r"[\u00a0\u2000-\u200b\u202f]", " ", text.lower()).translate(FOLDED)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"\s+", " ", UNSEEN.sub("", text)).strip(" \t.,;")

"""Words of a spreadsheet without what makes no difference: capitals, marks, Kazakh letters that many keyboards lack."""

import re

#: The languages whose words for months and days are read.
LANGUAGES = ("en", "ru", "kk", "de", "fr", "tr")
FOLDED = str.maketrans("әіңғүұқөһёäöüıéèêàâîôûçğş", "аингуукохеaouieeeaaioucgs")


def fold(text: str) -> str:
    """Lower case, one kind of space and dash, Kazakh and German letters as they are typed on other keyboards."""
    text = re.sub(r"[\u00a0\u2000-\u200b\u202f]", " ", text.lower()).translate(FOLDED)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"\s+", " ", text.replace("\u0301", "")).strip(" \t.,;")

"""In which script a name is written."""

import unicodedata

#: The scripts of names in the record (ISO 15924), by the first word of what Unicode calls their letters.
SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "HEBREW": "Hebr", "GREEK": "Grek", "ARMENIAN": "Armn"}
SCRIPTS |= {"GEORGIAN": "Geor", "CJK": "Hani", "HANGUL": "Hang", "HIRAGANA": "Jpan", "KATAKANA": "Jpan"}
SCRIPTS |= {"THAI": "Thai", "TIBETAN": "Tibt", "MYANMAR": "Mymr", "KHMER": "Khmr", "LAO": "Laoo", "ETHIOPIC": "Ethi"}
SCRIPTS |= {"DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru", "TAMIL": "Taml", "SINHALA": "Sinh"}


def script_of(text: str) -> str:
    """The script of most of the letters (ISO 15924)."""
    found = [SCRIPTS.get(unicodedata.name(one, "").split(" ")[0], "") for one in text if one.isalpha()]
    known = [one for one in found if one]
    return max(set(known), key=known.count) if known else "Latn"

"""What people type, made safe to store and show: one Unicode form, no invisible controls."""

import unicodedata

# Bidirectional overrides and isolates can make a line read differently from what it says.
BIDI_CONTROLS = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))


def clean_text(text: str) -> str:
    """A text in NFC without bidirectional and other control characters, trimmed; line breaks become "\\n"."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text.strip()
    text = unicodedata.normalize("NFC", "\n".join(text.splitlines()))
    return "".join(one for one in text if _is_kept(one)).strip()


def clean_line(text: str) -> str:
    """`clean_text` for a name or title: any run of white space, line breaks included, is one space."""
    return " ".join(clean_text(text).split())


def _is_kept(one: str) -> bool:
    return one in "\n\t" or (one not in BIDI_CONTROLS and unicodedata.category(one) != "Cc")

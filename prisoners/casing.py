"""Capitals by the rules of the language that is read."""

from django.utils.translation import get_language


def with_capital(words: object) -> str:
    """Words of the active language with a capital at their beginning; text may be lazy.

    Turkish has two letters i, and the capital of the dotted one keeps its dot (Unicode, SpecialCasing.txt).
    """
    text = str(words)
    is_dotted = text.startswith("i") and (get_language() or "").startswith("tr")
    return ("İ" if is_dotted else text[:1].upper()) + text[1:]

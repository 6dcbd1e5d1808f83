"""Base64 made once for many: whatever a reader's words are, what is read is the text with them in it."""

from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as st

from supporters.base64_parts import A_LINE, APART, Base64Part

TEXT = st.one_of(st.binary(max_size=8), st.binary(min_size=APART, max_size=3 * APART))
WORDS = st.lists(st.binary(max_size=2 * A_LINE), min_size=3, max_size=3)
NUMBERS = st.integers(0, 2)


@given(TEXT, st.lists(st.tuples(NUMBERS, TEXT), max_size=6), st.lists(WORDS, min_size=1, max_size=3))
def test_each_reader_reads_the_text_with_their_words(
    begin: bytes, then: list[tuple[int, bytes]], readers: list[list[bytes]]
) -> None:
    part = Base64Part([begin, *(text for _number, text in then)], [number for number, _text in then])
    for words in readers:
        coded = part.of(words)
        lines = coded.split(b"\r\n")
        assert all(0 < len(line) <= A_LINE for line in lines) or not coded
        assert b"=" not in coded.rstrip(b"=")
        # Strict: no letter but those of base64, no padding but at the end.
        wanted = begin + b"".join(words[number] + text for number, text in then)
        assert b64decode(b"".join(lines), validate=True) == wanted

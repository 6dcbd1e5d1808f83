"""The small numbers behind a fact that lead to its sources, each with where in the source the fact stands."""


class SourceMark(int):
    """The number of a source on its page; `place` is the page, paragraph or minute that was cited for this fact."""

    place: str

    def __new__(cls, number: int, place: str = "") -> "SourceMark":
        """A number that knows its place."""
        mark = super().__new__(cls, number)
        mark.place = place
        return mark

    @property
    def told(self) -> str:
        """The number, with its place where one is known: "3", "3, p. 12"."""
        return ", ".join(one for one in (str(int(self)), self.place) if one)

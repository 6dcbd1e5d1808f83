"""What a measurement yields: one number, its unit, what it is held against and what is to be reached."""

import json
from dataclasses import dataclass


class CannotMeasure(Exception):
    """Something that the measurement needs is missing; the text says what to install or to do."""


@dataclass(frozen=True)
class Figure:
    """One number. `compared_with` names the other side of a ratio; `reach` is the value to reach, None for none.

    `is_less_better` says on which side of `reach` it is good.
    """

    name: str
    value: float
    unit: str
    compared_with: str = ""
    reach: float | None = None
    is_less_better: bool = False

    @property
    def is_reached(self) -> bool | None:
        """Whether what is to be reached is reached; None where nothing is."""
        if self.reach is None:
            return None
        return self.value <= self.reach if self.is_less_better else self.value >= self.reach

    def line(self, part: str) -> str:
        """The figure of that part as one line of JSON."""
        row = {
            "part": part,
            "name": self.name,
            "value": float(f"{self.value:.4g}"),
            "unit": self.unit,
            "compared_with": self.compared_with or None,
            "reach": self.reach,
            "reached": self.is_reached,
        }
        return json.dumps(row, ensure_ascii=False)

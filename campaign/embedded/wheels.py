"""Where the wheels keep the engines' programs. Their packages are not imported: doing so starts things."""

from importlib.util import find_spec
from pathlib import Path


class EngineFailed(Exception):
    """An engine could not be started; the text says why, or where its log is."""


def folder_of(package: str, remedy: str) -> Path:
    """The folder of an installed package. Raises EngineFailed with the remedy where there is none."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise EngineFailed(remedy)
    return Path(spec.origin).parent

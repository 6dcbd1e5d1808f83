"""`make lighthouse`: six pages past Lighthouse, with its profile of a phone, on a running copy of the example.

Not one of the tests, which must need neither npm nor a quiet machine. Prints one JSON line a page (the median of its
rounds) and what cost a point; ends with 1 unless every score is 100. LIGHTHOUSE names the program, ORIGIN a copy that
runs already (else one is started and thrown away), ROUNDS how often each page is looked at.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from campaign.drill.copy import running

PAGES = {
    "home": "/en/",
    "list": "/en/prisoners/",
    "prisoner": "/en/prisoners/yerzhan-yelshibaev/",
    "campaign": "/en/campaigns/zhanaozen/",
    "action": "/en/actions/picket-kyiv-2019/",
    "subscribe": "/en/alerts/",
}
TIMES = {"first paint": "first-contentful-paint", "largest paint": "largest-contentful-paint"}
FLAGS = "--headless --no-sandbox --disable-gpu"
PATIENCE_SECONDS = 120


def main() -> int:
    """Look at every page; the exit code says whether all have every point."""
    rounds = int(os.environ.get("ROUNDS", "3"))
    scores: list[int] = []
    with _origin() as origin:
        for name, path in PAGES.items():
            page = _told([_look(origin + path) for _ in range(rounds)])
            sys.stdout.write(json.dumps({"page": name, **page}) + "\n")
            sys.stdout.flush()
            scores += page["scores"].values()
    return 0 if set(scores) == {100} else 1


@contextmanager
def _origin() -> Iterator[str]:
    if "ORIGIN" in os.environ:
        yield os.environ["ORIGIN"]
        return
    with TemporaryDirectory(prefix="until-free-lighthouse-") as name:
        Path(name).chmod(0o711)
        with running(Path(name)) as copy:
            yield f"http://127.0.0.1:{copy.port}"


def _look(address: str, tries: int = 2) -> dict[str, Any]:
    """The report on one page; looked for once more where the browser went away."""
    argv = [os.environ["LIGHTHOUSE"], address, "--quiet", f"--chrome-flags={FLAGS}", "--output=json"]
    env = {"CHROME_PATH": "/usr/bin/chromium", **os.environ}
    done = subprocess.run(argv, check=False, capture_output=True, text=True, env=env, timeout=PATIENCE_SECONDS)
    if done.returncode == 0:
        return json.loads(done.stdout)
    if tries > 1:
        return _look(address, tries - 1)
    sys.exit(f"Lighthouse gave up on {address}:\n{done.stderr.strip()}")


def _told(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """The medians of the rounds, and in words what was amiss in any."""
    kinds = reports[0]["categories"]
    return {
        "scores": {kind: statistics.median_low(_score(one, kind) for one in reports) for kind in kinds},
        **{f"{name}, ms": round(statistics.median(_value(one, key) for one in reports)) for name, key in TIMES.items()},
        "shift": max(_value(one, "cumulative-layout-shift") for one in reports),
        "amiss": sorted({words for one in reports for words in _amiss(one)}),
    }


def _score(report: dict[str, Any], kind: str) -> int:
    return round(100 * report["categories"][kind]["score"])


def _value(report: dict[str, Any], audit: str) -> float:
    return float(report["audits"][audit]["numericValue"])


def _amiss(report: dict[str, Any]) -> Iterator[str]:
    for kind, category in report["categories"].items():
        for one in category["auditRefs"]:
            found = report["audits"][one["id"]]
            if _score(report, kind) < 100 and one["weight"] and found["score"] is not None and found["score"] < 1:
                yield f"{kind}: {one['id']} {found.get('displayValue', '')}".strip()


if __name__ == "__main__":
    sys.exit(main())

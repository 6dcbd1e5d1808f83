"""What is loaded before the first visit."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("first", "ended"), [("pass", 0), ("sys.modules['actions.urls'] = None", 1)], ids=["well", "a page amiss"]
)
def test_a_server_has_its_pages_or_does_not_start(first: str, ended: int) -> None:
    words = f"import sys; {first}; import campaign.wsgi; assert 'actions.urls' in sys.modules"
    answer = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)
    assert answer.returncode == ended, answer.stderr
    assert ("import of actions.urls halted" in answer.stderr) == bool(ended)

"""The document of the API when a fresh process is asked for it by several at once."""

import subprocess
import sys

ASK = """
import os, threading
os.environ["DJANGO_SETTINGS_MODULE"] = "campaign.settings"
import django
django.setup()
from django.test import Client
found = []
def ask():
    found.append(Client(raise_request_exception=False, SERVER_NAME="127.0.0.1").get("/api/v1/schema/").status_code)
threads = [threading.Thread(target=ask) for _ in range(6)]
[one.start() for one in threads]
[one.join() for one in threads]
print(sorted(found))
"""


def test_a_fresh_process_answers_several_at_once() -> None:
    answer = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[200, 200, 200, 200, 200, 200]", answer.stderr

"""Photos are sent as a browser sends them, and looked for where they are kept."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prisoners.models import Staff


def send(client: Client, files: list[bytes], name: str = "holiday.jpg") -> str:
    uploads = [SimpleUploadedFile(name, data, "image/jpeg") for data in files]
    response = client.post("/en/desk/actions/picket/photos/", {"photos": uploads}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def files_below(*roots: Path) -> list[Path]:
    return [path for root in roots if Path(root).exists() for path in Path(root).rglob("*") if path.is_file()]

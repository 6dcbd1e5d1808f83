"""The keys of a data folder: made once, kept beside the data for this machine alone."""

import secrets
from base64 import urlsafe_b64encode
from pathlib import Path


def kept(folder: Path) -> dict[str, str]:
    """Environment that names the key files of `folder`, which are made when missing (mode 0400)."""
    keys = folder / "keys"
    keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        "SECRET_KEY_FILE": _file(keys / "secret_key", secrets.token_urlsafe(48)),
        "FIELD_KEYS_FILE": _file(keys / "field_keys", urlsafe_b64encode(secrets.token_bytes(32)).decode()),
    }


def _file(path: Path, fresh: str) -> str:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(fresh)
        path.chmod(0o400)
    return str(path)

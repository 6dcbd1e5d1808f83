"""Both engines of a data folder, and the environment by which the rest of the house reaches them."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from campaign import environment
from campaign.embedded import keys, mail_engine, postgres, redis
from campaign.embedded.children import Children
from campaign.embedded.folder import FolderInUse, locked, prepared
from campaign.processes import EVERYWHERE

#: Given by a deployment; while any of these is set, a command starts nothing embedded and takes no key of it.
DEPLOYMENT = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "FIELD_KEYS")
#: May be told to a copy of `make run` as well, and to commands beside it.
BESIDE = ("SITE_ORIGIN", "ALLOWED_HOSTS", "EMAIL_URL")


def started(children: Children, folder: Path, origin: str, is_scratch: bool = False) -> dict[str, str]:
    """Start what the environment does not name; returns the whole environment of the embedded mode."""
    values = {**_defaults(folder, origin), **keys.kept(folder)}
    keeps_mails = not is_scratch and not environment.is_given("EMAIL_URL")
    if keeps_mails:
        values["EMAIL_URL"] = mail_engine.start(children, folder / "mailbox")
    if not environment.is_given("DATABASE_URL"):
        values["DATABASE_URL"] = postgres.start(children, folder / "postgres", is_scratch)
    if not environment.is_given("REDIS_URL"):
        values["REDIS_URL"] = redis.start(children, folder / "redis")
    if keeps_mails:
        mail_engine.wait_until_up(values["EMAIL_URL"])
    return values


def _defaults(folder: Path, origin: str) -> dict[str, str]:
    return {
        "EMBEDDED": "1",
        "DATA_DIR": str(folder),
        "SITE_ORIGIN": origin,
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        # Replaced by the mailbox; nobody listens on this one.
        "EMAIL_URL": "smtp://127.0.0.1:1",
        "DEFAULT_FROM_EMAIL": "Until Free <until-free@localhost.localdomain>",
        "BOUNCE_DOMAIN": "bounce.localhost.localdomain",
        "MEDIA_DIR": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
        **EVERYWHERE,
    }


@contextmanager
def scratch() -> Iterator[dict[str, str]]:
    """Engines on a folder that is gone afterwards, for tests and checks; yields their environment."""
    with (
        tempfile.TemporaryDirectory(prefix="uf-", ignore_cleanup_errors=True) as name,
        Children() as children,
    ):
        folder = prepared(Path(name).resolve())
        yield started(children, folder, "http://127.0.0.1:8000", is_scratch=True)


@contextmanager
def at_hand() -> Iterator[None]:
    """For one command: the engines that `make run` has running, or the same ones until the command ends.

    Does nothing where a deployment is configured, or where `make run` was never called.
    """
    folder = environment.data_dir()
    is_deployed = any(environment.is_given(name) for name in DEPLOYMENT)
    remembered = {} if is_deployed else environment.recall(folder)
    if not remembered:
        yield
        return
    with ExitStack() as held:
        # The command itself runs outside of `except`: what it raises says nothing of a folder that is in use.
        with suppress(FolderInUse):
            held.enter_context(locked(folder))
            children = held.enter_context(Children())
            remembered |= started(children, folder, remembered["SITE_ORIGIN"])
        environment.put(remembered)
        yield

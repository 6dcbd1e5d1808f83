"""Static files under names that change with their content, compressed ahead."""

from typing import Any

from django.conf import settings
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Brotli takes a quarter of a minute: worth it for a deployment, not for the first `make run`."""

    def create_compressor(self, **options: Any) -> Compressor:
        return Compressor(use_brotli=not settings.EMBEDDED, **options)

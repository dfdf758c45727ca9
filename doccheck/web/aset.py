"""Style sheets, scripts and htmx: only what a browser needs of the template folders, never the templates themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder


class Finder(FileSystemFinder):
    """STATICFILES_DIRS, without Jinja templates."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        return super().list([*(ignore_patterns or ()), "*.j2"])

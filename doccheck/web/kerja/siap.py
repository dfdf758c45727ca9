"""Django, made ready outside a server: for commands and worker processes."""

from __future__ import annotations

import os


def siapkan() -> None:
    """Loads settings and models once; harmless where that has been done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doccheck.web.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()

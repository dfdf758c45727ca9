"""For servers that want a WSGI application: doccheck.web.wsgi:application."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doccheck.web.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

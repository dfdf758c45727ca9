"""Settings for tests and for the type checker: the application's own, with data in a folder that is thrown away."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="doccheck-uji-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["DOCCHECK_DATA"] = _folder

from doccheck.web.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

"""The environment of a really started process: data in a folder of its own, and a database of its own, of the kind the tests run on."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import psycopg


def lingkungan(data: Path) -> dict[str, str]:
    """Variables for a process with this data folder. With DATABASE_URL (.ci/postgres) its database is made when it is first asked for;
    else it is SQLite in the folder."""
    env = {**os.environ, "DOCCHECK_DATA": str(data), "DJANGO_SETTINGS_MODULE": "doccheck.web.settings"}
    url = env.get("DATABASE_URL")
    if url:
        name = f"uji_{hashlib.sha256(str(data).encode()).hexdigest()[:16]}"
        with psycopg.connect(url, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
                connection.execute(f"CREATE DATABASE {name}")
        env["DATABASE_URL"] = f"{url.rsplit('/', 1)[0]}/{name}"
    return env

"""What the environment says about the application: one place, read once, so that settings.py holds Django's names alone."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Any

from msgspec import Struct

MB = 2**20


class Konfig(Struct, frozen=True, kw_only=True):
    """data: folder of database, documents and secret key · database: address of a database (postgresql://...), else SQLite in `data` ·
    berkas_mb: largest upload of one file · unggah_mb, unggah_berkas: of one upload · simpan: an entry of STORAGES; None:
    the folder "berkas" in `data` ·
    detik, memori_mb: limits of a task that reads documents · idle_menit: a session ends after so long without a request ·
    api_menit: requests of one token of the API within a minute."""

    data: Path
    produksi: bool
    database: str | None
    rahasia: str
    host: tuple[str, ...]
    asal: tuple[str, ...]
    https: bool
    perantara: bool
    berkas_mb: int
    unggah_mb: int
    unggah_berkas: int
    simpan: dict[str, Any] | None
    detik: float
    memori_mb: int
    idle_menit: int
    api_menit: int


def data_folder() -> Path:
    return Path(os.environ.get("DOCCHECK_DATA") or "doccheck-data").resolve()


def muat() -> Konfig:
    """From DOCCHECK_* and DATABASE_URL. Makes the data folder, for its owner only."""
    data = data_folder()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    env = os.environ
    produksi = env.get("DOCCHECK_PRODUKSI") == "1"
    https = env.get("DOCCHECK_HTTPS", "0") == "1"
    return Konfig(
        data=data,
        produksi=produksi,
        database=env.get("DATABASE_URL") or None,
        rahasia=env.get("DOCCHECK_SECRET_KEY") or _rahasia(data / "kunci-rahasia"),
        host=_list(env.get("DOCCHECK_HOST")) or ("localhost", "127.0.0.1", "[::1]"),
        asal=_list(env.get("DOCCHECK_ORIGIN")),
        https=https,
        perantara=env.get("DOCCHECK_PROXY") == "1",
        berkas_mb=int(env.get("DOCCHECK_BERKAS_MB", "100")),
        unggah_mb=int(env.get("DOCCHECK_UNGGAH_MB", "400")),
        unggah_berkas=int(env.get("DOCCHECK_UNGGAH_BERKAS", "60")),
        simpan=_simpan(env.get("DOCCHECK_STORAGE"), env.get("DOCCHECK_STORAGE_OPTIONS")),
        detik=float(env.get("DOCCHECK_DETIK", "300")),
        memori_mb=int(env.get("DOCCHECK_MEMORI_MB", "3000")),
        idle_menit=int(env.get("DOCCHECK_IDLE_MENIT", "120")),
        api_menit=int(env.get("DOCCHECK_API_MENIT", "120")),
    )


def _simpan(text: str | None, options: str | None) -> dict[str, Any] | None:
    """A URL of fsspec with its options (JSON), or an entry of Django's STORAGES (JSON). Raises ValueError for anything else."""
    if not text:
        return None
    try:
        if "://" in text.split("{")[0]:
            return {"BACKEND": "doccheck.web.toko.TokoFsspec", "OPTIONS": {**json.loads(options or "{}"), "url": text}}
        entry = json.loads(text)
        if isinstance(entry, dict) and isinstance(entry.get("BACKEND"), str):
            return entry
    except ValueError as error:
        raise ValueError(f"DOCCHECK_STORAGE, DOCCHECK_STORAGE_OPTIONS: {error}") from error
    raise ValueError("DOCCHECK_STORAGE: s3://bucket/folder, or JSON with BACKEND and OPTIONS")


def _list(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _rahasia(path: Path) -> str:
    """The secret key that signs sessions: made at the first start, readable by the owner only."""
    if not path.exists():
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was faster
            pass
        else:
            with os.fdopen(handle, "w", encoding="ascii") as stream:
                stream.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")

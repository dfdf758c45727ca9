"""The tasks by name: what a row of the table calls, and what is done when it finally fails."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

TUGAS: dict[str, str] = {
    "kenali": "doccheck.web.layanan.pengenalan",
    "periksa": "doccheck.web.layanan.pemeriksaan",
    "gambar": "doccheck.web.layanan.gambar",
    "unduhan": "doccheck.web.layanan.unduhan",
    "retensi": "doccheck.web.layanan.retensi",
    "potret": "doccheck.web.layanan.potret",
}
"""Each module has kerjakan(**isi) and menyerah(pesan, **isi): the work, and what is told to people when it cannot be done."""

HARIAN = "doccheck.web.layanan.harian"
"""kerjakan() of this module is called once an hour by each worker, and does what is due once a day."""


def kerjakan(nama: str) -> Callable[..., Any]:
    return import_module(TUGAS[nama]).kerjakan  # type: ignore[no-any-return]


def menyerah(nama: str) -> Callable[..., Any]:
    return import_module(TUGAS[nama]).menyerah  # type: ignore[no-any-return]


def harian() -> None:
    import_module(HARIAN).kerjakan()

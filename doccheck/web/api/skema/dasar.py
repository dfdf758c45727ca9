"""What all parts share: kinds of fields, errors, pages of lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from doccheck.bahasa import LANGS
from doccheck.report.labels import JENIS

from ...layanan.unduhan import BENTUK
from ...models.pilihan import TRIASE

Id = Annotated[int, Field(ge=1, le=2**31 - 1)]
_LAYAK = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$"
Teks = Annotated[str, StringConstraints(max_length=4000, pattern=_LAYAK)]
"""Text of people: no control characters."""
Pendek = Annotated[str, StringConstraints(max_length=300, pattern=_LAYAK)]
Tahun = Annotated[int, Field(ge=2000, le=2100)]
Bulan = Annotated[str, StringConstraints(pattern=r"^20[0-9][0-9]-(0[1-9]|1[0-2])$")]
Bentuk = Literal["html", "lhe", "reviu", "kke", "asli"]
Putusan = Literal["terbuka", "diterima", "ditolak", "telaah"]


def salah_satu(values: Iterable[str]) -> Any:
    """For text of the database that is one of these."""
    return Field(json_schema_extra={"enum": list(values)})


JenisIsi = Annotated[str, salah_satu(JENIS)]
PutusanIsi = Annotated[str, salah_satu(TRIASE)]
BentukIsi = Annotated[str, salah_satu(BENTUK)]
BahasaIsi = Annotated[str, salah_satu(LANGS)]


class Isian(Schema):
    """What a program sends: fields that we don't know are a mistake of somebody."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SalahIsian(Schema):
    lokasi: str
    pesan: str


class Masalah(Schema):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[SalahIsian] | None = None


class Pd(Schema):
    id: int
    nama: str


class Halaman(Schema):
    """jumlah: of all that pass the filters."""

    jumlah: int
    halaman: int
    per_halaman: int

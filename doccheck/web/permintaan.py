"""Who asks, and what is written down of it: for the pages and the API alike."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest

from doccheck.bahasa import berbahasa

from .akses import Akses, akses_untuk
from .layanan import audit
from .models import Akun, BerkasUnggahan, Unggahan


def akun(request: HttpRequest) -> Akun:
    """The person who asks; only those with a login (tengah.wajib_masuk) or a token (api.kunci) come so far."""
    return cast(Akun, request.user)


def akses(request: HttpRequest) -> Akses:
    return akses_untuk(akun(request))


def alamat(request: HttpRequest) -> str:
    """The network address, as the server sees it."""
    return str(request.META.get("REMOTE_ADDR", ""))


def catat(request: HttpRequest, apa: str, rincian: str = "", **tentang: Any) -> None:
    """Writes into the audit log; what a program did by a token bears the token's name."""
    token = getattr(request, "token", None)
    if token is not None:
        rincian = f"{rincian} (API: {token.nama})".strip()
    audit.catat(apa, akun(request), rincian, alamat=alamat(request), **tentang)


def catat_unggahan(request: HttpRequest, made: Unggahan) -> None:
    """Each file of an upload, and those that were refused."""
    for row in made.isi.all():
        apa = "unggah" if row.berkas_id else "unggah_ditolak"
        with berbahasa("id"):  # the log has one language
            told = f"{row.nama_asli} {row.kata}".strip()
        catat(request, apa, told, pemda=made.periode.pemda, perangkat_daerah=made.perangkat_daerah)


def catat_berkas(request: HttpRequest, apa: str, row: BerkasUnggahan) -> None:
    """What was done to one file of an upload, and what it counts as then."""
    counted = " ".join(str(one) for one in (row.nama_asli, row.jenis, row.tahun, row.jabatan) if one)
    upload = row.unggahan
    catat(request, apa, counted, pemda=upload.periode.pemda, perangkat_daerah=row.perangkat_daerah or upload.perangkat_daerah)

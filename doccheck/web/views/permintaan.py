"""What all views take from a request, in types."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from doccheck.bahasa import _

from ..akses import Akses, akses_untuk
from ..akun import laju
from ..layanan import audit
from ..models import Akun, Unggahan


def akun(request: HttpRequest) -> Akun:
    """The person who asks; views are reached by people with a login only (tengah.wajib_masuk)."""
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
        catat(request, apa, f"{row.nama_asli} {row.pesan}".strip(), pemda=made.periode.pemda, perangkat_daerah=made.perangkat_daerah)


def htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def halaman(request: HttpRequest, name: str, status: int = 200, /, **isi: Any) -> HttpResponse:
    return render(request, name, isi, status=status)


def bilang(text: str | None) -> int | None:
    """A number of a form or address; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def kabar(request: HttpRequest, text: str) -> None:
    messages.success(request, text)


def keluhan(request: HttpRequest, text: str) -> None:
    messages.error(request, text)


View = Callable[..., HttpResponse]


def terbatas(apa: str) -> Callable[[View], View]:
    """For a view that does one of laju.BATAS: whoever does it too often is told to wait."""

    def make(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            return terlalu_sering(request) if laju.tertahan(apa, akun(request).pk) else view(request, *args, **kwargs)

        return guarded

    return make


def terlalu_sering(request: HttpRequest) -> HttpResponse:
    pesan = _("Terlalu banyak permintaan dalam waktu singkat. Coba lagi beberapa menit kemudian.")
    response = halaman(request, "galat.html.j2", 429, judul=_("Tunggu sebentar"), isi=pesan)
    response.headers["Retry-After"] = str(laju.MENIT * 60)
    return response

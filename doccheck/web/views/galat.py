"""Pages for refusals and faults: each says what happened and what can be done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from doccheck.bahasa import _, get_lang

from ..polos import polos
from .tampil import halaman


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    pesan = _("Halaman ini sudah terlalu lama terbuka, atau kuki diblokir peramban. Muat ulang halaman sebelumnya lalu coba lagi.")
    return halaman(request, "galat.html.j2", 403, judul=_("Formulir tidak berlaku lagi"), isi=pesan)


def ditolak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    pesan = str(exception or "") or _("Peran Anda tidak mencakup tindakan ini.")
    return halaman(request, "galat.html.j2", 403, judul=_("Tidak diizinkan"), isi=pesan)


def tidak_ada(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    pesan = _("Halaman atau dokumen ini tidak ada, atau bukan bagian yang boleh Anda lihat.")
    return halaman(request, "galat.html.j2", 404, judul=_("Tidak ditemukan"), isi=pesan)


def permintaan(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    pesan = _("Permintaan ini tidak dapat dipahami, atau memuat terlalu banyak berkas sekaligus.")
    return halaman(request, "galat.html.j2", 400, judul=_("Permintaan tidak dapat dilayani"), isi=pesan)


def rusak(_request: HttpRequest) -> HttpResponse:
    """Says nothing that needs database or templates: those may be what is broken."""
    judul, isi = _("Terjadi kesalahan"), _("Coba lagi sebentar lagi. Bila berulang, beri tahu pengelola aplikasi.")
    return HttpResponse(polos(get_lang(), judul, f"<p>{isi}</p>", _("Ke beranda")), status=500)

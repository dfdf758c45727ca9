"""Errors as problem details (RFC 9457), in the language of the request."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from doccheck.bahasa import _, tandai

TIPE = "application/problem+json"
JUDUL = {
    400: tandai("Permintaan tidak dapat dipahami"),
    401: tandai("Token tidak berlaku"),
    403: tandai("Tidak diizinkan"),
    404: tandai("Tidak ditemukan"),
    405: tandai("Metode tidak tersedia di alamat ini"),
    409: tandai("Belum dapat dilakukan"),
    413: tandai("Terlalu besar"),
    422: tandai("Isian tidak dapat diterima"),
    429: tandai("Terlalu banyak permintaan"),
    500: tandai("Kesalahan di server"),
}
RINCIAN = {
    400: tandai("Permintaan ini tidak dapat dipahami, atau memuat terlalu banyak berkas sekaligus."),
    401: tandai("Kirim token yang masih berlaku: Authorization: Bearer dc_..."),
    403: tandai("Peran Anda tidak mencakup tindakan ini."),
    404: tandai("Alamat atau baris ini tidak ada, atau bukan bagian yang boleh Anda lihat."),
    405: tandai("Lihat dokumentasi API untuk metode yang tersedia."),
    500: tandai("Coba lagi sebentar lagi. Bila berulang, beri tahu pengelola aplikasi."),
}


def masalah(
    status: int, rincian: str = "", *, errors: list[dict[str, str]] | None = None, kepala: dict[str, str] | None = None
) -> HttpResponse:
    """The answer of a request that failed. rincian: in words for people · errors: which fields, and what is wrong with each · kepala:
    headers."""
    title = _(JUDUL.get(status, JUDUL[500 if status >= 500 else 400]))
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": rincian or _(RINCIAN.get(status, ""))}
    if errors:
        body["errors"] = errors
    response = JsonResponse(body, status=status, content_type=TIPE, json_dumps_params={"ensure_ascii": False})
    for name, value in (kepala or {}).items():
        response.headers[name] = value
    return response


def gantikan(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:  # noqa: ARG001
    """The answer of an address of the API; pages of errors that Django made of it become problem details."""
    if response.status_code < 400 or response.headers.get("Content-Type") == TIPE:
        return response
    kept = {name: response.headers[name] for name in ("Allow", "Retry-After") if name in response.headers}
    return masalah(response.status_code, kepala=kept)


UMUM = tandai("Nilai ini tidak dapat diterima.")
KALIMAT = {
    "missing": tandai("Wajib diisi."),
    "int_parsing": tandai("Harus bilangan bulat."),
    "int_type": tandai("Harus bilangan bulat."),
    "bool_parsing": tandai("Harus true atau false."),
    "bool_type": tandai("Harus true atau false."),
    "string_type": tandai("Harus teks."),
    "string_too_long": tandai("Paling panjang {max_length} huruf."),
    "string_too_short": tandai("Tidak boleh kosong."),
    "string_pattern_mismatch": tandai("Bentuknya tidak sesuai, atau memuat huruf yang tidak diizinkan."),
    "greater_than_equal": tandai("Paling kecil {ge}."),
    "less_than_equal": tandai("Paling besar {le}."),
    "literal_error": tandai("Pilihan: {expected}."),
    "extra_forbidden": tandai("Isian ini tidak dikenal."),
    "tidak_dikenal": tandai("Isian ini tidak dikenal: {nama}."),
    "model_attributes_type": tandai("Harus objek JSON."),
}
"""What pydantic finds wrong, by its kind."""


def salah_isian(found: list[dict[str, Any]]) -> HttpResponse:
    errors = []
    for one in found:
        text = _(KALIMAT.get(one["type"], UMUM)).format_map(defaultdict(str, one.get("ctx", {})))
        errors.append({"lokasi": ".".join(str(part) for part in one["loc"]), "pesan": text})
    return masalah(422, _("Ada isian yang tidak dapat diterima; lihat errors."), errors=errors)

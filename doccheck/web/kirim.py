"""Sending files: always as an attachment, never as something that a browser would run."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse

TERTUTUP = "default-src 'none'; sandbox"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def lampiran(name: str, judul: str, tipe: str = "application/octet-stream") -> FileResponse:
    """A stored file as a download under the title `judul`."""
    response = FileResponse(default_storage.open(name, "rb"), as_attachment=True, filename=judul, content_type=tipe)
    response.headers["Content-Security-Policy"] = TERTUTUP
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def isi(content: bytes, judul: str, tipe: str) -> HttpResponse:
    """Bytes made for this request as a download."""
    response = HttpResponse(content, content_type=tipe)
    response.headers["Content-Disposition"] = f'attachment; filename="{judul}"'
    response.headers["Content-Security-Policy"] = TERTUTUP
    response.headers["Cache-Control"] = "private, no-store"
    return response

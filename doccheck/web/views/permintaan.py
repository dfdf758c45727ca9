"""What all views take from a request, in types."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..akses import Akses, akses_untuk
from ..layanan import audit
from ..models import Akun


def akun(request: HttpRequest) -> Akun:
    """The person who asks; views are reached by people with a login only (tengah.wajib_masuk)."""
    return cast(Akun, request.user)


def akses(request: HttpRequest) -> Akses:
    return akses_untuk(akun(request))


def alamat(request: HttpRequest) -> str:
    """The network address, as the server sees it."""
    return str(request.META.get("REMOTE_ADDR", ""))


def catat(request: HttpRequest, apa: str, rincian: str = "", **tentang: Any) -> None:
    audit.catat(apa, akun(request), rincian, alamat=alamat(request), **tentang)


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

"""What all pages take from a request and give back, in types."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from doccheck.bahasa import _

from ..akun import laju
from ..permintaan import akun


def htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def halaman(request: HttpRequest, name: str, status: int = 200, /, **isi: Any) -> HttpResponse:
    return render(request, name, isi, status=status)


def bilang(text: str | None) -> int | None:
    """A number of a form or address; None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def bilang_atau_kosong(text: str | None) -> int | None:
    """A number of a form that may be left out. Raises Http404 for anything else, which must not pass for left out."""
    number = bilang(text)
    if text and number is None:
        raise Http404
    return number


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
    response = halaman(request, "galat.html.j2", 429, judul=_("Tunggu sebentar"), isi=laju.pesan_tertahan())
    response.headers["Retry-After"] = str(laju.MENIT * 60)
    return response

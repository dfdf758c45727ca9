"""The Jinja environment of the pages: doccheck's own texts, addresses, and the filters that reports use too."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined

from doccheck import __version__
from doccheck.bahasa import get_lang, pasang, persen
from doccheck.report import labels
from doccheck.tanggal import bulan

from .models.pilihan import KEADAAN_PERIKSA, PERAN, TRIASE


def tanggal(when: datetime | None, jam: bool = True) -> str:
    """ "24 November 2026, 08.15" in local time."""
    if when is None:
        return ""
    local = timezone.localtime(when)
    day = f"{local.day} {bulan(local.month)} {local.year}"
    return f"{day}, {local:%H.%M}" if jam else day


def hari(text: str) -> str:
    """ "2026-11-24" as "24 November 2026"."""
    day = date.fromisoformat(text)
    return f"{day.day} {bulan(day.month)} {day.year}"


def ukuran(byte: int) -> str:
    """A file's size for people."""
    if byte < 1024 * 1024:
        return f"{max(1, round(byte / 1024))} KB"
    return f"{byte / 1024 / 1024:.1f} MB".replace(".", "." if get_lang() == "en" else ",")


def paragraf(text: str) -> list[str]:
    """The paragraphs of a rule's text."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def aset(name: str) -> str:
    """Address of a static file; the version in it makes browsers fetch a new one after an update."""
    return f"{static(name)}?v={__version__}"


def alamat(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def environment(**options: Any) -> Environment:
    env = Environment(**{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True})
    pasang(env)
    env.globals.update(
        url=alamat, aset=aset, versi=__version__, lang_kini=get_lang, bulan=bulan,
        PERAN=PERAN, TRIASE=TRIASE, KEADAAN_PERIKSA=KEADAAN_PERIKSA,
        KEPARAHAN=labels.KEPARAHAN, JENIS=labels.JENIS, MASALAH=labels.MASALAH,
    )  # fmt: skip
    env.filters.update(tanggal=tanggal, hari=hari, ukuran=ukuran, persen=persen, paragraf=paragraf, tempat=labels.tempat)
    return env


def konteks(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: who asks, what they may do, messages, the language."""
    from .akses import akses_untuk

    user = request.user if hasattr(request, "user") and request.user.is_authenticated else None
    return {
        "akun": user,
        "akses": akses_untuk(user) if user else None,
        "pesan": list(get_messages(request)) if hasattr(request, "_messages") else [],
        "lang": get_lang(),
        "jalur": request.get_full_path(),
    }

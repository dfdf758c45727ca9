"""A page without templates and database, for what happens outside or in spite of them."""

from __future__ import annotations

from django.conf import settings


def polos(lang: str, judul: str, isi: str, beranda: str) -> str:
    """isi: paragraphs as HTML · beranda: words of the link to the first page."""
    aset = f"/{settings.STATIC_URL.strip('/')}"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{judul} · doccheck</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{aset}/laporan/gaya.css"><link rel="stylesheet" href="{aset}/web.css">'
        f'</head><body class="web"><main><div class="kartu sedang"><h1>{judul}</h1>{isi}'
        f'<p class="tombol-baris"><a class="tombol" href="/">{beranda}</a></p></div></main></body></html>'
    )

"""Pictures of pages: task "gambar" draws a page of a PDF in a limited process; the store keeps it by the file's content."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
from django.conf import settings
from django.core.files.storage import default_storage

from doccheck.model import Bukti
from doccheck.proses import pool
from doccheck.proses.batas import Denyut, Sebab

from ..kerja import antrean
from ..models import Berkas, Tugas
from . import gudang, tempat

SKALA = 1.6
"""Pixels a point: an A4 page is 950 pixels wide."""


class Halaman(msgspec.Struct, frozen=True):
    """A drawn page: PNG, and its size in points. Empty where it could not be drawn."""

    png: bytes = b""
    lebar: float = 0.0
    tinggi: float = 0.0


class _Minta(msgspec.Struct, frozen=True):
    path: Path
    halaman: int


def nama(berkas: Berkas, halaman: int) -> str:
    return f"halaman/{berkas.sidik[:2]}/{berkas.sidik}/{halaman}.bin"


def lihat(berkas: Berkas, halaman: int) -> Halaman | None:
    """The picture of a page; None where it has still to be drawn, which is then asked for."""
    name = nama(berkas, halaman)
    if default_storage.exists(name):
        return msgspec.msgpack.decode(gudang.baca(name), type=Halaman)
    isi = {"berkas_id": berkas.pk, "halaman": halaman}
    if not Tugas.objects.filter(nama="gambar", isi=isi, keadaan__in=("antre", "jalan")).exists():
        antrean.tambah("gambar", ringan=True, **isi)
    return None


def berbingkai(halaman: Halaman, bukti: Bukti) -> bytes:
    """The page as PNG with the row of a piece of evidence tinted and its cell framed."""
    from PIL import Image, ImageDraw

    picture = Image.open(io.BytesIO(halaman.png)).convert("RGB")
    scale = picture.width / halaman.lebar
    tint = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(tint)
    if bukti.kotak:
        draw.rectangle([edge * scale for edge in bukti.kotak], fill=(255, 213, 79, 56))
    if box := bukti.kotak_nilai or bukti.kotak:
        draw.rectangle([edge * scale for edge in box], outline=(194, 24, 91, 255), width=3)
    picture.paste(tint, mask=tint)
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=3)
    return stream.getvalue()


def kerjakan(berkas_id: int, halaman: int) -> None:
    berkas = Berkas.objects.get(pk=berkas_id)
    if default_storage.exists(nama(berkas, halaman)):
        return
    with tempat.kerja() as folder, tempat.kerja() as ruang:
        path = folder / "berkas.pdf"
        gudang.ambil(berkas, path)
        batas = tempat.batas(ruang, min(settings.KONFIG.detik, 60))
        ((_index, made),) = pool.run(_lukis, [_Minta(path, halaman)], 1, _gagal, batas, lambda *_args: None)
    gudang.tulis(nama(berkas, halaman), msgspec.msgpack.encode(made))


def menyerah(pesan: str, berkas_id: int, halaman: int) -> None:  # noqa: ARG001
    """The page is shown as one that cannot be drawn."""
    berkas = Berkas.objects.get(pk=berkas_id)
    gudang.tulis(nama(berkas, halaman), msgspec.msgpack.encode(Halaman()))


def _lukis(minta: _Minta, denyut: Denyut) -> Halaman:  # noqa: ARG001
    from PIL import Image

    from doccheck.catatan import ReadError
    from doccheck.readers.pdf.render import render_pages

    try:
        for _number, picture, factor in render_pages(minta.path, [minta.halaman], SKALA):
            stream = io.BytesIO()
            picture.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=6)
            return Halaman(stream.getvalue(), picture.width / factor, picture.height / factor)
    except (ReadError, OSError):
        pass
    return Halaman()


def _gagal(minta: _Minta, sebab: Sebab) -> Halaman:  # noqa: ARG001
    return Halaman()

"""Files that cannot be read, or not wholly: cut off, empty, locked, of an unknown kind, scanned, with a table as a picture."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

TEKS = (
    "Catatan rapat dinas",
    "Rapat membahas persiapan peringatan hari jadi daerah dan pembagian tugas panitia.",
    "Rapat ditutup pukul 12.00.",
)


def rusakkan(folder: Path, nama: str, cara: str, dari: str = "") -> None:
    """Make the file `nama`, from another one of the folder where the way asks for it."""
    cara_cara = {"potong": _potong, "kosong": _kosong, "kunci": _kunci, "asing": _asing, "catatan": _catatan, "pindai": _pindai}
    cara_cara[cara](folder / nama, folder / dari)


def _potong(tujuan: Path, dari: Path) -> None:
    """The first third of a file: a download that broke off."""
    isi = dari.read_bytes()
    tujuan.write_bytes(isi[: len(isi) // 3])


def _kosong(tujuan: Path, _dari: Path) -> None:
    tujuan.write_bytes(b"")


def _kunci(tujuan: Path, _dari: Path) -> None:
    _halaman(tujuan, TEKS, StandardEncryption("rahasia", canPrint=0))


def _asing(tujuan: Path, _dari: Path) -> None:
    tujuan.write_bytes(b"\x89PNGbukan gambar\x00\x01\x02" * 8)


def _catatan(tujuan: Path, _dari: Path) -> None:
    """A document that is none of the planning documents."""
    _halaman(tujuan, TEKS, None)


def _pindai(tujuan: Path, dari: Path) -> None:
    """The first pages of a PDF as a scanner gives them: pictures without text."""
    kanvas = Canvas(str(tujuan), pagesize=A4, invariant=1)
    with pypdfium2.PdfDocument(dari) as pdf:
        for nomor in range(min(2, len(pdf))):
            gambar = pdf[nomor].render(scale=1.2, grayscale=True).to_pil()
            kanvas.drawImage(ImageReader(_jpeg(gambar)), 0, 0, *A4, preserveAspectRatio=True)
            kanvas.showPage()
    kanvas.save()


def _jpeg(gambar: Image.Image) -> io.BytesIO:
    isi = io.BytesIO()
    gambar.convert("L").save(isi, "JPEG", quality=60)
    isi.seek(0)
    return isi


def _halaman(tujuan: Path, baris: tuple[str, ...], kunci: StandardEncryption | None) -> None:
    kanvas = Canvas(str(tujuan), pagesize=A4, invariant=1, encrypt=kunci)
    for nomor, teks in enumerate(baris):
        kanvas.drawString(72, 760 - 24 * nomor, teks)
    kanvas.save()

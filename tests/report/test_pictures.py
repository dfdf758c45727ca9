from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from doccheck.report import pictures
from doccheck.report.pictures import Album, Gambar, album, potongan

from . import contoh, contoh_berkas


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kota")
    contoh_berkas.tulis_pdf(folder)
    return folder


@pytest.fixture(scope="module")
def pictured(root: Path) -> Album:
    return album(contoh.temuan(), root)


def image(gambar: Gambar) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(gambar.uri.removeprefix("data:image/png;base64,"))))


def test_frame_surrounds_the_cell_of_the_value(pictured: Album) -> None:
    bukti = contoh.temuan()[0].bukti[0]
    cuplikan = pictured.cuplikan[bukti]
    picture = image(cuplikan.gambar).convert("L")
    x, y, width, height = cuplikan.bingkai
    row, cell = contoh.kotak(contoh.RENSTRA, 4), contoh.kotak(contoh.RENSTRA, 4, 5)
    assert picture.size == (cuplikan.gambar.lebar, cuplikan.gambar.tinggi)
    assert width / picture.width == pytest.approx((cell[2] - cell[0]) / (row[2] - row[0] + 10), abs=0.01)
    # The drawn cell has a black border: its pixels lie on the frame, and the cell's own text inside it.
    assert min(picture.getpixel((x + d, y + height // 2)) for d in range(-2, 3)) < 120  # type: ignore[type-var]
    assert min(picture.crop((x + 4, y + 4, x + width - 4, y + height - 4)).tobytes()) < 120


def test_evidence_outside_pdf_has_no_picture(pictured: Album) -> None:
    assert {b.dokumen for b in pictured.cuplikan} == {contoh.RPJMD, contoh.RENSTRA, contoh.PK, contoh.LKJIP}


def test_a_row_cited_twice_is_stored_once(pictured: Album) -> None:
    (_, two), (_, three) = contoh.temuan()[1].bukti, contoh.temuan()[2].bukti
    assert pictured.cuplikan[two].gambar is pictured.cuplikan[three].gambar
    assert pictured.cuplikan[two].bingkai != pictured.cuplikan[three].bingkai


def test_pictures_are_small(pictured: Album) -> None:
    assert all(image(g).mode == "P" and g.lebar <= pictures.LEBAR and len(g.uri) < 16_000 for g in pictured.gambar)


def test_missing_and_damaged_files_and_pages_have_no_picture(tmp_path: Path) -> None:
    (tmp_path / "dishub").mkdir()
    (tmp_path / contoh.RENSTRA).write_bytes(b"bukan PDF")
    assert album(contoh.temuan(), tmp_path).cuplikan == {}
    contoh_berkas.gambar_pdf(contoh.RENSTRA, tmp_path)
    pictured = album(contoh.temuan(), tmp_path)
    assert {b.dokumen for b in pictured.cuplikan} == {contoh.RENSTRA}


def test_what_no_longer_fits_is_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAKS_BYTE", 1)
    limited = album(contoh.temuan(), root)
    boxed = {b for f in contoh.temuan() for b in f.bukti if b.kotak}
    assert len(limited.cuplikan) + limited.dilewati == len(boxed)
    assert contoh.temuan()[0].bukti[0] in limited.cuplikan
    assert limited.dilewati > 0


@pytest.mark.parametrize(
    ("kotak", "bingkai", "expected"),
    [
        ((40, 100, 560, 130), (300, 100, 360, 130), (35, 95, 565, 135)),
        ((40, 100, 90, 130), (40, 100, 90, 130), (0, 95, 380, 135)),
        ((500, 100, 590, 130), (500, 100, 590, 130), (215, 95, 595, 135)),
        ((40, 100, 560, 700), (300, 600, 360, 620), (35, 475, 565, 705)),
        ((40, 100, 560, 700), (40, 100, 560, 700), (35, 95, 565, 325)),
        ((-5, -5, 900, 30), (-5, -5, 900, 30), (0, 0, 595, 35)),
    ],
    ids=["row", "narrow-left", "narrow-right", "high-row", "high-cell", "beyond-page"],
)
def test_cut(kotak: tuple[float, ...], bingkai: tuple[float, ...], expected: tuple[float, ...]) -> None:
    assert potongan(kotak, bingkai, 595, 842) == expected  # type: ignore[arg-type]

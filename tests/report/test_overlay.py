"""Pictures of what was read: one for each page with a table, with the colours of what was read at its place."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PIL import Image

from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.layout import Cell, Grid, Layout, Page, Source
from doccheck.model import BagianTabel, Catatan, Dokumen, Kinerja, KolomTerbaca, Lokasi, SelRagu, Strategi, TabelTerbaca
from doccheck.pembacaan import read_document
from doccheck.report.lukis import Lukisan
from doccheck.report.overlay import LEVEL, MERAH, PERAN, RAGU, SKALA, write_overlays

BERKAS = Path(__file__).resolve().parents[2] / "samples" / "kota-sembilang" / "Renstra-Dinas-Kesehatan.pdf"


def _colours(path: Path) -> set[tuple[int, int, int]]:
    picture = Image.open(path).convert("RGB")
    return {colour for _count, colour in picture.getcolors(1 << 24)}  # type: ignore[misc]


def _near(colours: set[tuple[int, int, int]], wanted: tuple[int, int, int]) -> bool:
    return any(sum(abs(a - b) for a, b in zip(colour, wanted, strict=True)) < 40 for colour in colours)


@pytest.fixture(scope="module")
def dokumen() -> Dokumen:
    return read_document(BERKAS)


def test_roles_of_columns_are_told_for_each_page(dokumen: Dokumen) -> None:
    bagian = dokumen.tabel[0].bagian[0]
    assert [kolom.peran for kolom in bagian.kolom if kolom.peran in ("indikator", "satuan")] == ["indikator", "satuan"]
    assert [kolom.tahun for kolom in bagian.kolom if kolom.peran == "target"][:2] == [2025, 2026]
    assert all(a.x1 <= b.x0 + 1 for a, b in zip(bagian.kolom, bagian.kolom[1:], strict=False))


def test_a_page_with_tables_becomes_a_picture(dokumen: Dokumen, tmp_path: Path) -> None:
    pages = {bagian.halaman for tabel in dokumen.tabel for bagian in tabel.bagian}
    written = write_overlays(BERKAS, dokumen, tmp_path / "gambar")
    assert {f"Renstra-Dinas-Kesehatan-hal-{page:03}.png" for page in pages} <= {path.name for path in written}
    colours = _colours(tmp_path / "gambar" / f"Renstra-Dinas-Kesehatan-hal-{min(pages):03}.png")
    assert _near(colours, PERAN["target"])
    assert _near(colours, PERAN["indikator"])
    assert write_overlays(BERKAS, dokumen, tmp_path / "lagi")[0].read_bytes() == written[0].read_bytes()


def test_goals_outside_tables_and_notes_are_shown_at_their_place(tmp_path: Path) -> None:
    goal = Kinerja(id="k1", level="tujuan", uraian="Terwujudnya layanan", lokasi=Lokasi(halaman=1, kotak=(100, 300, 300, 340)))
    note = Catatan(kode="EXT-02", pesan="Gambar", lokasi=Lokasi(halaman=1, kotak=(100, 400, 300, 500)))
    narrow = BagianTabel(halaman=1, tabel=9, kotak=(50, 600, 60, 650), kolom=(KolomTerbaca(x0=50, x1=53, peran="target", tahun=2026),))
    table = TabelTerbaca(jenis="iku", lokasi=Lokasi(halaman=1), bagian=(narrow,))
    document = Dokumen(berkas="a/b.pdf", kinerja=(goal,), catatan=(note,), tabel=(table,))
    written = write_overlays(BERKAS, document, tmp_path)
    assert written[0].name == "a_b-hal-001.png"
    assert _near(_colours(written[0]), LEVEL["tujuan"])
    assert _near(_colours(written[0]), MERAH)
    assert not _near(_colours(written[0]), PERAN["strategi"])
    strategi = Strategi(id="s1", jenis="strategi", uraian="Memperluas layanan", lokasi=Lokasi(halaman=1, kotak=(310, 300, 400, 340)))
    again = write_overlays(BERKAS, msgspec.structs.replace(document, strategi=(strategi,)), tmp_path)
    assert _near(_colours(again[0]), PERAN["strategi"])


def _pindaian(source: Source) -> Dokumen:
    """A small table in which one cell of data and one of the heading are doubtful."""
    texts = [["Sasaran", "Indikator", "Satuan", "2025", "2026"], ["Meningkatnya mutu air", "Indeks Air", "Indeks", "51", "58"]]
    cells = tuple(
        Cell(r, c, 1, 1, text, box=(100.0 * c, 100.0 + 30 * r, 100.0 * c + 100, 130.0 + 30 * r), confidence=0.42 if c == 4 else 0.95)
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
    )
    grid = Grid(1, 2, 5, cells, source, (0, 100, 500, 160), tuple(100.0 * c for c in range(6)))
    page = Page((grid,), number=1, width=595, height=842)
    return baca(Layout("pindaian.pdf", "pdf", (page,)), Identitas(jenis="renstra", periode=(2025, 2029)))


def test_cells_that_ocr_doubts_are_marked_with_their_figure(tmp_path: Path) -> None:
    ((bagian,),) = (tabel.bagian for tabel in _pindaian("ocr").tabel)
    assert bagian.ragu == (SelRagu(kotak=(400, 130, 500, 160), keyakinan=0.42),)
    assert [bagian.ragu for tabel in _pindaian("ruled").tabel for bagian in tabel.bagian] == [()]
    (picture,) = write_overlays(BERKAS, msgspec.structs.replace(_pindaian("ocr"), halaman=1), tmp_path)[:1]
    drawn = Image.open(picture).convert("RGB")
    marked = [
        x
        for x in range(drawn.width)
        for y in range(60, drawn.height)
        if sum(map(abs, (a - b for a, b in zip(drawn.getpixel((x, y)), RAGU, strict=True)))) < 40
    ]
    assert min(marked) > SKALA * 400 + 100
    assert max(marked) < SKALA * 500 + 108


def test_a_gap_above_a_table_moves_what_is_below_it() -> None:
    blank = Image.new("RGB", (200, 200), (255, 255, 255))
    lukisan = Lukisan(blank, SKALA, [50.0])
    lukisan.kotak((10, 40, 20, 50), (255, 0, 0), 1)
    lukisan.kotak((10, 50, 20, 60), (0, 0, 255), 1)
    picture = lukisan.jadi("", [])
    red = [y for y in range(picture.height) if (255, 0, 0) in {picture.getpixel((x, y)) for x in range(100, 180)}]
    blue = [y for y in range(picture.height) if (0, 0, 255) in {picture.getpixel((x, y)) for x in range(100, 180)}]
    assert blue[0] - red[-1] > 50

"""Files and pages that cannot be read are said, with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdfium2 import PdfPage
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from doccheck.catatan import ReadError
from doccheck.layout import Layout
from doccheck.readers.pdf import read_pdf

from . import drawing as d


def notes(layout: Layout) -> list[tuple[str, int | None]]:
    return [(note.kode, note.lokasi.halaman) for note in layout.notes]


def picture(path: Path, *, ruled: bool, ground: str = "white") -> Path:
    """A picture 600 x 400: a table, or a shape without rules."""
    image = Image.new("RGB", (600, 400), ground)
    pen = ImageDraw.Draw(image)
    if ruled:
        for y in range(10, 400, 60):
            pen.line((10, y, 590, y), fill="black", width=2)
        for x in range(10, 600, 116):
            pen.line((x, 10, x, 370), fill="black", width=2)
    else:
        pen.ellipse((100, 50, 500, 350), fill="steelblue")
    image.save(path)
    return path


def test_encrypted(tmp_path: Path) -> None:
    path = d.pdf(tmp_path / "t.pdf", lambda canvas: d.text(canvas, 72, 100, "x"), encrypt=StandardEncryption("kunci"))
    with pytest.raises(ReadError) as raised:
        read_pdf(path)
    assert raised.value.kode == "EXT-07"


@pytest.mark.parametrize(("content", "kode"), [(b"", "EXT-09"), (b"bukan pdf", "EXT-08"), (b"%PDF-1.7\n" + b"\0" * 500, "EXT-08")])
def test_files_that_are_no_pdf(tmp_path: Path, content: bytes, kode: str) -> None:
    path = tmp_path / "t.pdf"
    path.write_bytes(content)
    with pytest.raises(ReadError) as raised:
        read_pdf(path)
    assert raised.value.kode == kode


def test_truncated_file(tmp_path: Path) -> None:
    whole = d.pdf(tmp_path / "a.pdf", lambda canvas: d.text(canvas, 72, 100, "x")).read_bytes()
    path = tmp_path / "t.pdf"
    path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(ReadError):
        read_pdf(path)


def test_scanned_page_is_said_and_a_blank_one_is_not(tmp_path: Path) -> None:
    image = picture(tmp_path / "p.png", ruled=True)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(str(image), 0, 0, *d.PAGE)
        canvas.showPage()
        canvas.showPage()
        d.text(canvas, 72, 100, "Lampiran keputusan")

    layout = read_pdf(d.pdf(tmp_path / "t.pdf", draw))
    assert notes(layout) == [("EXT-01", 1)]
    assert [len(page.blocks) for page in layout.pages] == [0, 0, 1]


@pytest.mark.parametrize(("ruled", "expected"), [(True, [("EXT-02", 1)]), (False, [])])
def test_pasted_picture_of_a_table(tmp_path: Path, ruled: bool, expected: list[tuple[str, int]]) -> None:
    image = picture(tmp_path / "p.png", ruled=ruled)

    def draw(canvas: Canvas) -> None:
        d.text(canvas, 72, 100, "Tabel 4.1 Program dan Kegiatan")
        canvas.drawImage(str(image), 72, 842 - 500, 450, 350)

    layout = read_pdf(d.pdf(tmp_path / "t.pdf", draw))
    assert notes(layout) == expected
    if expected:
        assert layout.notes[0].lokasi.kotak == pytest.approx((72, 150, 522, 500), abs=1)


@pytest.mark.parametrize(("ground", "expected"), [("white", [("EXT-02", 1)]), ("darkslategray", [])])
def test_pasted_jpeg_of_a_table_and_a_dark_photo(tmp_path: Path, ground: str, expected: list[tuple[str, int]]) -> None:
    image = picture(tmp_path / "p.jpg", ruled=True, ground=ground)

    def draw(canvas: Canvas) -> None:
        d.text(canvas, 72, 100, "Tabel 4.1 Program dan Kegiatan")
        canvas.drawImage(str(image), 72, 842 - 500, 450, 350)

    assert notes(read_pdf(d.pdf(tmp_path / "t.pdf", draw))) == expected


@pytest.mark.parametrize(("size", "drawn"), [((600, 400), 1), ((45, 30), 0)], ids=["readable", "coarse"])
def test_a_picture_too_coarse_for_letters_is_not_even_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], drawn: int
) -> None:
    Image.open(picture(tmp_path / "p.png", ruled=True)).resize(size).save(tmp_path / "q.png")

    def draw(canvas: Canvas) -> None:
        d.text(canvas, 72, 100, "Tabel 4.1 Program dan Kegiatan")
        canvas.drawImage(str(tmp_path / "q.png"), 72, 842 - 500, 450, 350)

    renders: list[object] = []
    render = PdfPage.render
    monkeypatch.setattr(PdfPage, "render", lambda page, **settings: renders.append(settings) or render(page, **settings))
    assert notes(read_pdf(d.pdf(tmp_path / "t.pdf", draw))) == [("EXT-02", 1)] * drawn
    assert len(renders) == drawn


@pytest.mark.parametrize(
    ("above", "below", "width", "expected"),
    [
        ("Tabel 2.3 Pencapaian Kinerja Pelayanan", "Sumber: Dinas Contoh", 300, [("EXT-02", 1)]),
        ("Pelayanan yang diberikan terlihat di bawah ini", "Sumber: Dinas Contoh", 300, []),
        ("Pelayanan yang diberikan terlihat di bawah ini", "Sumber: Dinas Contoh", 450, [("EXT-02", 1)]),
        ("Capaian kinerja disajikan sebagai berikut", "Gambar 2.1 Bagan Alir Penyusunan", 450, []),
    ],
    ids=["named", "not named", "as wide as the text", "a chart"],
)
def test_a_small_picture_is_a_table_where_its_width_or_the_lines_beside_it_say_so(
    tmp_path: Path, above: str, below: str, width: float, expected: list[tuple[str, int]]
) -> None:
    image = picture(tmp_path / "p.png", ruled=True)

    def draw(canvas: Canvas) -> None:
        d.text(canvas, 72, 140, above)
        canvas.drawImage(str(image), 72, 842 - 300, width, 150)  # 9% and 14% of the page
        d.text(canvas, 72, 320, below)

    assert notes(read_pdf(d.pdf(tmp_path / "t.pdf", draw))) == expected


def test_background_of_every_page_is_no_picture_of_a_table(tmp_path: Path) -> None:
    image = picture(tmp_path / "p.png", ruled=True)

    def draw(canvas: Canvas) -> None:
        for _ in range(4):
            canvas.drawImage(str(image), 0, 0, 595, 250)
            d.text(canvas, 72, 100, "Sasaran dan indikator kinerja")
            canvas.showPage()

    assert notes(read_pdf(d.pdf(tmp_path / "t.pdf", draw))) == []


def hostile(operators: str) -> bytes:
    """A one-page PDF with a content stream of these operators; F is a form that draws itself."""
    stream = operators.encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>"
        b"/Font<</A<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>stream\n/F Do\nendstream",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>startxref\n%d\n%%%%EOF" % len(body)


@pytest.mark.parametrize(
    "operators",
    [
        "/F Do",
        "1e30 0 0 1e30 0 0 cm 0 0 1 1 re S",
        "0 0 0 0 0 0 cm 0 0 1 1 re S BT /A 9 Tf (x) Tj ET",
        "-99999999999 0 m 99999999999 0 l S " * 50,
        "BT /A 0 Tf 10 10 Td (nol) Tj ET BT /A 1e9 Tf (besar) Tj ET",
        " ".join(f"{k} {k} m {k} {k + 1} l" for k in range(6000)) + " S",
        " ".join(f"{k % 300} 0 m {k % 300} 300 l S 0 {k % 300} m 300 {k % 300} l S" for k in range(400)),
    ],
    ids=["form-in-itself", "huge-scale", "no-scale", "endless-lines", "absurd-type", "long-path", "dense-grid"],
)
def test_hostile_pages_neither_crash_nor_hang(tmp_path: Path, operators: str) -> None:
    path = tmp_path / "t.pdf"
    path.write_bytes(hostile(f"q {operators} Q BT /A 9 Tf 40 250 Td (Sasaran) Tj ET"))
    layout = read_pdf(path)
    assert len(layout.pages) == 1
    assert any("Sasaran" in str(block) for block in layout.pages[0].blocks)


def test_same_file_gives_the_same_layout(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(3):
            for x0 in (60, 160):
                d.stroked(canvas, x0, 100 + 20 * row, x0 + 100, 120 + 20 * row)
                d.text(canvas, x0 + 4, 113 + 20 * row, f"{row}")

    path = d.pdf(tmp_path / "t.pdf", draw)
    assert read_pdf(path) == read_pdf(path)

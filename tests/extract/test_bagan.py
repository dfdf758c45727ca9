"""Charts of a cascade: small made-up ones, drawn as real ones are, and the trees that must be read from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from doccheck.extract.bentuk.bagan import Bagan, baca_bagan, is_bagan, pisah_bagan
from doccheck.extract.bentuk.bagan.butir import butir
from doccheck.extract.bentuk.bagan.kotak import Baris
from doccheck.extract.bentuk.bagan.tulisan import is_nilai, jabatan, label, penanda, pisah_nilai
from doccheck.extract.dokumen import baca
from doccheck.extract.identitas import Identitas
from doccheck.layout import Cell, Grid, Layout, Page
from doccheck.readers import read

from .buat import page, pdf


class Gambar:
    """A page on which boxes are drawn from its top left corner; lines of a box may hold a value at its right edge ("text | value")."""

    def __init__(self, path: Path, size: tuple[float, float], title: str) -> None:
        self.path, (self.width, self.height) = path, size
        self.canvas = Canvas(str(path), pagesize=size)
        self.canvas.setFont("Helvetica-Bold", 14)
        self.canvas.drawCentredString(self.width / 2, self.height - 30, title)

    def kotak(self, x: float, y: float, w: float, h: float, lines: Sequence[str], head: str = "", strip: bool = False) -> None:
        """A rectangle with its heading in bold and its lines; strip: a line is drawn below the heading."""
        self.canvas.rect(x, self.height - y - h, w, h)
        at = y + 12
        if head:
            self.canvas.setFont("Helvetica-Bold", 8)
            self.canvas.drawCentredString(x + w / 2, self.height - at, head)
            if strip:
                self.canvas.line(x, self.height - y - 18, x + w, self.height - y - 18)
            at += 16
        self.canvas.setFont("Helvetica", 8)
        for line in lines:
            text, _, value = line.partition(" | ")
            self.canvas.drawString(x + 4, self.height - at, text)
            self.canvas.drawRightString(x + w - 4, self.height - at, value)
            at += 10

    def garis(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A connector: down, across, down."""
        middle = self.height - (y0 + y1) / 2
        self.canvas.line(x0, self.height - y0, x0, middle)
        self.canvas.line(x0, middle, x1, middle)
        self.canvas.line(x1, middle, x1, self.height - y1)

    def halaman(self) -> tuple[Page, ...]:
        self.canvas.save()
        return read(self.path).pages


def pohon(bagan: Bagan) -> str:
    """The tree as text: "level kode uraian (post) < parent", then its indicators "- text [unit] year: value"."""
    names = {node.id: node.uraian or node.penanggung_jawab or "?" for node in bagan.kinerja}
    lines = []
    for node in bagan.kinerja:
        parts = [node.level, node.kode or "", node.uraian or "~", f"({node.penanggung_jawab})" if node.penanggung_jawab else ""]
        parts += [f"< {names[node.induk]}"] if node.induk else []
        lines.append(" ".join(part for part in parts if part))
        for item in node.indikator:
            values = [f"{year}: {value.teks}" for year, value in item.target.items()]
            values += [f"akhir: {item.target_akhir.teks}"] if item.target_akhir else []
            lines.append(" ".join(["  -", item.uraian, *([f"[{item.satuan}]"] if item.satuan else []), *values]))
    return "\n".join(lines)


def struktur(path: Path, strip: bool) -> tuple[Page, ...]:
    """Landscape: one box a post, goal and dashed indicators in it, values in brackets or wrapped below, connectors between."""
    g = Gambar(path, landscape(A3), "CASCADING KINERJA DINAS PERIKANAN KOTA MELATI TAHUN 2025")
    top = [
        "Sasaran : Meningkatnya produksi ikan budidaya",
        "- Jumlah produksi ikan | (12.500 ton)",
        "- Persentase pembudidaya bersertifikat | 35%",
    ]
    g.kotak(415, 60, 360, 90, top, "KEPALA DINAS PERIKANAN", strip)
    fields = [
        ("KEPALA BIDANG BUDIDAYA", ["Meningkatnya produktivitas kolam", "- Rata-rata produksi kolam per hektare", "(4,5 ton)"]),
        ("KEPALA BIDANG PEMASARAN", ["Meningkatnya akses pasar", "- Jumlah pelaku usaha yang", "bermitra (40 orang)"]),
        ("SEKRETARIS", ["Meningkatnya kualitas layanan", "- Nilai SAKIP perangkat daerah | (82)"]),
    ]
    for x, (post, lines) in zip((60, 440, 820), fields, strict=True):
        g.garis(595, 150, x + 150, 200)
        g.kotak(x, 200, 300, 90, lines, post, strip)
    sections = ["Kepala Seksi Benih", "Kepala Seksi Pembesaran", "Kepala Seksi Promosi"]
    for x, post, over in zip((60, 215, 440), sections, (210, 210, 590), strict=True):
        g.garis(over, 290, x + 72, 340)
        g.kotak(x, 340, 145, 90, ["Tersedianya layanan teknis", "- Jumlah dokumen yang", "disusun | (3 dokumen)"], post, strip)
    return g.halaman()


STRUKTUR = """\
sasaran Meningkatnya produksi ikan budidaya (KEPALA DINAS PERIKANAN)
  - Jumlah produksi ikan [ton] 2025: (12.500 ton)
  - Persentase pembudidaya bersertifikat [%] 2025: 35%
sasaran Meningkatnya akses pasar (KEPALA BIDANG PEMASARAN) < Meningkatnya produksi ikan budidaya
  - Jumlah pelaku usaha yang bermitra [orang] 2025: (40 orang)
sasaran Meningkatnya kualitas layanan (SEKRETARIS) < Meningkatnya produksi ikan budidaya
  - Nilai SAKIP perangkat daerah 2025: (82)
sasaran Meningkatnya produktivitas kolam (KEPALA BIDANG BUDIDAYA) < Meningkatnya produksi ikan budidaya
  - Rata-rata produksi kolam per hektare [ton] 2025: (4,5 ton)
sasaran Tersedianya layanan teknis (Kepala Seksi Benih) < Meningkatnya produktivitas kolam
  - Jumlah dokumen yang disusun [dokumen] 2025: (3 dokumen)
sasaran Tersedianya layanan teknis (Kepala Seksi Pembesaran) < Meningkatnya produktivitas kolam
  - Jumlah dokumen yang disusun [dokumen] 2025: (3 dokumen)
sasaran Tersedianya layanan teknis (Kepala Seksi Promosi) < Meningkatnya akses pasar
  - Jumlah dokumen yang disusun [dokumen] 2025: (3 dokumen)"""


def berlabel(path: Path, _strip: bool) -> tuple[Page, ...]:
    """Landscape: label above text ("Sasaran 1", "Indikator 1"), a target in brackets, "Strategi" boxes that are no goals."""
    g = Gambar(path, landscape(A4), "POHON KINERJA DINAS PERTANIAN KABUPATEN CENDANA TAHUN 2024")
    g.kotak(40, 50, 760, 36, ["Mewujudkan pertanian yang maju"], "Misi 2", True)
    for at, (x, name) in enumerate([(40, "padi"), (440, "jagung")], 1):
        g.kotak(x, 110, 360, 36, [f"Meningkatnya produksi {name}"], f"Sasaran {at}", True)
        g.kotak(x, 170, 170, 46, [f"Jumlah produksi {name}", f"({at}.500 ton)"], f"Indikator {at}", True)
        g.kotak(x + 190, 170, 170, 46, [f"Persentase kenaikan {name}", "(2,1%)"], f"Indikator {at + 2}", True)
        g.kotak(x, 240, 360, 36, [f"Meningkatkan mutu benih {name}"], f"Strategi {at}", True)
    return g.halaman()


BERLABEL = """\
misi Mewujudkan pertanian yang maju
sasaran Meningkatnya produksi padi < Mewujudkan pertanian yang maju
  - Jumlah produksi padi [ton] 2024: (1.500 ton)
  - Persentase kenaikan padi [%] 2024: (2,1%)
sasaran Meningkatnya produksi jagung < Mewujudkan pertanian yang maju
  - Jumlah produksi jagung [ton] 2024: (2.500 ton)
  - Persentase kenaikan jagung [%] 2024: (2,1%)"""


def berkode(path: Path, _strip: bool) -> tuple[Page, ...]:
    """Portrait: goals above, posts below with coded indicators only; a code points to a goal that stands in another column."""
    g = Gambar(path, A4, "CASCADING DINAS SOSIAL")
    g.kotak(40, 60, 250, 70, ["Sasaran 1.1. Menurunnya kemiskinan", "1.1.1 Persentase penduduk miskin | 7,5"], "KEPALA DINAS SOSIAL", True)
    g.kotak(
        40,
        160,
        250,
        90,
        ["1.1.1 Persentase penduduk miskin | 7,5", "1.1.1.1 Jumlah keluarga yang menerima", "bantuan | (300 KK)"],
        "KEPALA BIDANG BANTUAN",
        True,
    )
    g.kotak(310, 160, 250, 90, ["1.1.1.2 Jumlah panti Target : 5", "- Jumlah pendamping terlatih | 12"], "KEPALA BIDANG REHABILITASI", True)
    g.kotak(310, 280, 250, 60, ["1.1.1.1.1 Jumlah data penerima | (1 dokumen)"], "SEKSI DATA", True)
    return g.halaman()


BERKODE = """\
sasaran 1.1 Menurunnya kemiskinan (KEPALA DINAS SOSIAL)
  - Persentase penduduk miskin akhir: 7,5
sasaran ~ (KEPALA BIDANG BANTUAN) < Menurunnya kemiskinan
  - Persentase penduduk miskin akhir: 7,5
  - Jumlah keluarga yang menerima bantuan [KK] akhir: (300 KK)
sasaran ~ (KEPALA BIDANG REHABILITASI) < Menurunnya kemiskinan
  - Jumlah panti akhir: 5
  - Jumlah pendamping terlatih akhir: 12
sasaran ~ (SEKSI DATA) < KEPALA BIDANG BANTUAN
  - Jumlah data penerima [dokumen] akhir: (1 dokumen)"""


@pytest.mark.parametrize(
    ("draw", "strip", "expected"),
    [
        pytest.param(struktur, True, STRUKTUR, id="boxes with a strip for the post"),
        pytest.param(struktur, False, STRUKTUR, id="plain rectangles"),
        pytest.param(berlabel, True, BERLABEL, id="labels above texts"),
        pytest.param(berkode, True, BERKODE, id="codes name the parent"),
    ],
)
def test_chart(tmp_path: Path, draw: Callable[[Path, bool], tuple[Page, ...]], strip: bool, expected: str) -> None:
    pages = draw(tmp_path / "bagan.pdf", strip)
    assert all(is_bagan(page, "cascading") for page in pages)
    found = baca_bagan(pages, 1, None)
    assert sorted(_blocks(pohon(found))) == sorted(_blocks(expected))
    assert not found.catatan


def _blocks(text: str) -> list[str]:
    """Goals with their indicators; boxes beside each other have no order that matters."""
    return text.replace("\n  -", "\x00").split("\n")


def sheet(rows: Sequence[Sequence[tuple[int, int, str]]], cols: int) -> Page:
    """A sheet whose boxes are merged cells: per row (column, colspan, text)."""
    cells = tuple(Cell(row=r, col=col, rowspan=1, colspan=span, text=text) for r, row in enumerate(rows) for col, span, text in row)
    return Page(blocks=(Grid(number=1, rows=len(rows), cols=cols, cells=cells, source="sheet"),), sheet="Pohon")


def test_sheet_with_merged_cells() -> None:
    rows = [
        [(0, 5, "POHON KINERJA TAHUN 2026")],
        [(1, 3, "KEPALA DINAS KEBERSIHAN")],
        [(1, 3, "Meningkatnya kebersihan kota")],
        [(1, 3, "Persentase sampah tertangani 85%")],
        [],
        [(0, 2, "KEPALA BIDANG SAMPAH"), (3, 2, "KEPALA BIDANG TAMAN")],
        [(0, 2, "Meningkatnya layanan angkutan"), (3, 2, "Meningkatnya mutu taman")],
        [(0, 2, "Jumlah rute layanan (12 rute)"), (3, 2, "Jumlah taman terawat (9 unit)")],
    ]
    chart = sheet(rows, 5)
    assert is_bagan(chart, "cascading")
    assert pohon(baca_bagan([chart], 1, None)) == (
        "sasaran Meningkatnya kebersihan kota (KEPALA DINAS KEBERSIHAN)\n"
        "  - Persentase sampah tertangani [%] 2026: 85%\n"
        "sasaran Meningkatnya layanan angkutan (KEPALA BIDANG SAMPAH) < Meningkatnya kebersihan kota\n"
        "  - Jumlah rute layanan [rute] 2026: (12 rute)\n"
        "sasaran Meningkatnya mutu taman (KEPALA BIDANG TAMAN) < Meningkatnya kebersihan kota\n"
        "  - Jumlah taman terawat [unit] 2026: (9 unit)"
    )


def test_tables_are_no_charts() -> None:
    table = [
        ["No", "Sasaran", "Indikator", "Satuan", "Target", "Penanggung Jawab"],
        ["1", "Meningkatnya mutu jalan", "Persentase jalan mantap", "%", "80", "Kepala Bidang Jalan"],
        ["2", "Menurunnya kecelakaan", "Jumlah kecelakaan", "kasus", "5", "Kepala Bidang Lalu Lintas"],
    ]
    made = page(1, ["# Cascading Kinerja Dinas Perhubungan", table])
    assert not is_bagan(made, "cascading")
    assert not is_bagan(made, "renstra")


def test_a_table_goes_on_without_its_heading() -> None:
    """In a cascading document the second page of a table looks like boxes of posts with coded items."""
    head = [
        ["Jabatan", "Sasaran", "Indikator", "Target"],
        ["Kepala Bidang Jalan", "Meningkatnya mutu", "1.1.1 Persentase jalan mantap", "80"],
    ]
    more = [[f"Kepala Seksi {name}", "Tersedianya data", f"1.1.1.{at} Jumlah laporan", "5"] for at, name in enumerate("ABC", 1)]
    layout = pdf(["# Cascading Kinerja Dinas Jalan", head], [more])
    assert is_bagan(layout.pages[1], "cascading")
    charts, rest = pisah_bagan(layout, "cascading")
    assert charts == ()
    assert rest is layout


def test_a_chart_without_goals_is_noted() -> None:
    cells = tuple(Cell(row=0, col=at, rowspan=1, colspan=1, text=f"KEPALA SEKSI {name}") for at, name in enumerate("ABC"))
    chart = Page(blocks=(Grid(number=1, rows=1, cols=3, cells=cells, source="sheet"),), sheet="Struktur")
    assert is_bagan(chart, "cascading")
    found = baca_bagan([chart], 1, 2025)
    assert [(note.kode, note.lokasi.lembar) for note in found.catatan] == [("EXT-13", "Struktur")]
    assert not found.kinerja


# -- lines of a box ---------------------------------------------------------------------------------------------------------


def test_codes_centred_on_their_text() -> None:
    """The code stands between the lines of its item, and items are no further apart than lines."""
    lines = [
        (10, "Persentase peningkatan mutu"), (17, "1.1.1. (10.0 %)"), (24, "bibit ikan"),
        (37, "Jumlah kelompok yang menerapkan cara budidaya, cara (12 Kelompok)"), (44, "1.1.2."), (51, "pemijahan, dan cara panen"),
        (64, "1.1.3. Jumlah kolam 5"),
    ]  # fmt: skip
    found = butir([Baris(teks=text, y=float(y)) for y, text in lines])
    assert [(item.kode, item.teks, item.nilai) for item in found] == [
        ("1.1.1", "Persentase peningkatan mutu bibit ikan", "(10.0 %)"),
        ("1.1.2", "Jumlah kelompok yang menerapkan cara budidaya, cara pemijahan, dan cara panen", "(12 Kelompok)"),
        ("1.1.3", "Jumlah kolam", "5"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luas kebun ( 5 Ha)", ("Luas kebun", "( 5 Ha)")),
        ("Jumlah panti Target : 5", ("Jumlah panti", "5")),
        ("Rabies (kasus/tahun) 0", ("Rabies (kasus/tahun)", "0")),
        ("Jumlah produksi telur 217.235", ("Jumlah produksi telur", "217.235")),
        ("Jumlah laporan 12 Dokumen", ("Jumlah laporan", "12 Dokumen")),
        ("Angka kematian balita usia 5 tahun", ("Angka kematian balita usia 5 tahun", None)),
        ("Kota yang maju tahun 2018", ("Kota yang maju tahun 2018", None)),
        ("Jumlah produksi peternakan (ton)", ("Jumlah produksi peternakan (ton)", None)),
        ("Maturitas SPIP Level 3", ("Maturitas SPIP Level 3", None)),
        ("Jumlah peserta sebanyak 40 orang", ("Jumlah peserta sebanyak 40 orang", None)),
    ],
)
def test_value_at_the_end(text: str, expected: tuple[str, str | None]) -> None:
    assert pisah_nilai(text) == expected


def test_words_of_boxes() -> None:
    assert penanda("1.1.1. Jumlah X") == ("1.1.1", "Jumlah X")
    assert penanda("- Jumlah X") == ("-", "Jumlah X")
    assert penanda("768.495") is None
    assert penanda("62.5") is None
    assert is_nilai("(12 Kab/Kota)")
    assert is_nilai("62,5 - 75%")
    assert not is_nilai("22 Dokumen)")
    assert jabatan("ESELON III / KEPALA BIDANG PRODUKSI") == "KEPALA BIDANG PRODUKSI"
    assert jabatan("Meningkatnya produksi") is None
    found = label("Sasaran Strategis-2: Meningkatnya X")
    assert found is not None
    assert (found.arti, found.nomor, found.sisa) == ("sasaran", "-2", "Meningkatnya X")
    assert label("Sasaran produksi tercapai") is None


def test_a_sentence_in_a_box_is_read_as_those_in_tables_are(tmp_path: Path) -> None:
    """Its words stay whole, and its target is found where all of the document's indicators are."""
    g = Gambar(tmp_path / "t.pdf", landscape(A3), "CASCADING KINERJA DINAS JALAN KOTA MELATI TAHUN 2025")
    lines = ["- Persentase jalan mantap dari 70% menjadi 85%", "- Jumlah petugas sebanyak 40 orang"]
    g.kotak(415, 60, 360, 90, ["Sasaran : Meningkatnya kemantapan jalan", *lines], "KEPALA DINAS JALAN", True)
    for x, post in ((60, "KEPALA BIDANG PEMELIHARAAN"), (440, "KEPALA BIDANG PEMBANGUNAN")):
        g.kotak(x, 200, 300, 90, ["Meningkatnya mutu jalan", "- Jumlah ruas dirawat (12 unit)"], post, True)
    layout = Layout(path="t.pdf", format="pdf", pages=g.halaman())
    found = [one for node in baca(layout, Identitas(jenis="cascading", tahun=2025)).kinerja for one in node.indikator]
    assert [(one.uraian, {year: value.teks for year, value in one.target.items()}, one.kalimat) for one in found[:2]] == [
        ("Persentase jalan mantap", {"2025": "85%"}, "Persentase jalan mantap dari 70% menjadi 85%"),
        ("Jumlah petugas", {"2025": "40 orang"}, "Jumlah petugas sebanyak 40 orang"),
    ]

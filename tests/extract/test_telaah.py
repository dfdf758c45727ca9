"""Tables that review goals of the region: quoted beside the tree, and linked, but no promise of the agency."""

from __future__ import annotations

from doccheck.extract.dokumen import extract
from doccheck.layout import Cell, Grid, Layout, Page, Paragraph
from doccheck.report.matriks import susun

HEAD = ("Tujuan dan Sasaran", "Indikator Tujuan dan Sasaran", "Program Prioritas", "Permasalahan", "Faktor Penghambat")
GOALS = (
    "- Terwujudnya Birokrasi\nyang Melayani (Tujuan)\n- Layanan Digital\nyang Andal (Sasaran 1)\n"
    "- Pemerintah yang Akuntabel (Sasaran 2)"
)
MEASURES = "- Indeks Reformasi Birokrasi\n- Indeks SPBE\n- Nilai SAKIP\n- Indeks Pengelolaan\nKeuangan Daerah"
GOAL_HEIGHTS, MEASURE_HEIGHTS = (100, 110, 140, 150, 180), (100, 140, 180, 190, 200)


def grid(rows, number, heights=None):
    cells = [
        Cell(row=r, col=c, rowspan=1, colspan=1, text=text, y=(heights or {}).get((r, c), ()))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Grid(number=number, rows=len(rows), cols=len(rows[0]), cells=tuple(cells), source="ruled")


def renstra(agency, *blocks):
    cover = [Paragraph("RENCANA STRATEGIS"), Paragraph(agency), Paragraph("KABUPATEN CONTOH"), Paragraph("TAHUN 2025-2029")]
    return Layout(path=f"{agency}.pdf", format="pdf", pages=(Page(tuple(cover), 1), Page(tuple(blocks), 2)))


def own(goal, indicator, number=1):
    head = ("Tujuan", "Sasaran", "Indikator Sasaran", "Satuan", "2026", "2027")
    return grid([head, ("Meningkatnya Layanan", goal, indicator, "Nilai", "70", "72")], number)


def review(caption="Tabel 2.1 Telaah Visi, Misi dan Program Kepala Daerah"):
    rows = [HEAD, (GOALS, MEASURES, "1. Program A\n2. Program B", "Anggaran kurang", "Jaringan")]
    return Paragraph(caption), grid(rows, 1, {(1, 0): GOAL_HEIGHTS, (1, 1): MEASURE_HEIGHTS})


def test_quoted_goals_stand_beside_the_tree():
    caption = Paragraph("Tabel 4.1 Tujuan dan Sasaran")
    document = extract(renstra("KECAMATAN ALUN", *review(), caption, own("Camat Sigap", "Nilai Sigap", 2)))
    assert [node.uraian for node in document.kinerja if node.level == "sasaran"] == ["Camat Sigap"]
    assert [(node.id, node.level, node.uraian) for node in document.kutipan] == [
        ("t1", "tujuan", "Terwujudnya Birokrasi yang Melayani"),
        ("t2", "sasaran", "Layanan Digital yang Andal"),
        ("t3", "sasaran", "Pemerintah yang Akuntabel"),
    ]
    measures = [[one.uraian for one in node.indikator] for node in document.kutipan]
    assert measures == [["Indeks Reformasi Birokrasi"], ["Indeks SPBE"], ["Nilai SAKIP", "Indeks Pengelolaan Keuangan Daerah"]]
    assert {node.lingkup for node in document.kutipan} == {"rpjmd"}


def test_reviews_of_other_plans_quote_nothing_of_the_region():
    assert extract(renstra("KECAMATAN ALUN", *review("Tabel 2.2 Telaahan Sasaran Renstra K/L"))).kutipan == ()


def test_a_quoted_goal_is_linked_and_asks_for_nothing():
    first = extract(renstra("KECAMATAN ALUN", *review()))
    second = extract(renstra("KECAMATAN BUMI", *review()))
    sheet = susun([first, second])
    linked = {(link.dari.indikator, link.ke.indikator) for link in sheet.matriks.tautan if link.dari.indikator}
    assert ("Indeks SPBE", "Indeks SPBE") in linked
    assert not sheet.matriks.tanpa_turunan
    assert not sheet.matriks.tanpa_induk

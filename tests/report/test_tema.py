"""The map agency x theme: who carries what, who alone, and who is named but has nothing."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import load_workbook
from rich.console import Console

from doccheck.checks.examples import dokumen
from doccheck.config import Config
from doccheck.report.tema import PetaTema, Tema, susun
from doccheck.report.tema_html import render
from doccheck.report.tema_tabel import print_tema
from doccheck.report.tema_xlsx import buku
from doccheck.workspace import check_documents


def renstra(pd: str, *kinerja: dict[str, Any]) -> dict[str, Any]:
    return {"jenis": "renstra", "pd": pd, "periode": [2025, 2029], "kinerja": kinerja}


RPJMD = {
    "jenis": "rpjmd",
    "periode": [2025, 2029],
    "kinerja": [
        {
            "sasaran": "Menurunnya stunting pada balita",
            "pj": "Dinas Kesehatan; Dinas Pekerjaan Umum; Dinas Pertanian",
            "indikator": ["Prevalensi stunting | % | 2026: 14"],
        }
    ],
}
DINKES = renstra(
    "Dinas Kesehatan",
    {"sasaran": "Membaiknya gizi buruk balita", "indikator": ["Prevalensi stunting | % | 2026: 14", "Persentase balita ditimbang | %"]},
    {"sasaran": "Meningkatnya layanan kesehatan bagi penduduk miskin"},
)
PU = renstra("Dinas Pekerjaan Umum", {"sasaran": "Meningkatnya kemantapan <b>jalan</b>", "indikator": ["Persentase jalan mantap | %"]})
SOSIAL = renstra(
    "Dinas Sosial",
    {
        "program": "Program Rehabilitasi",
        "anak": [{"subkegiatan": "Pendataan penduduk miskin", "indikator": ["Jumlah data penduduk miskin | data"]}],
    },
)


def peta(*data: dict[str, Any]) -> PetaTema:
    (one,) = susun(check_documents(tuple(dokumen(data)), (), Config(), ()))
    return one


def tema(one: PetaTema, kunci: str) -> Tema:
    return next(theme for theme in one.tema if theme.kunci == kunci)


def test_carriers_with_goals_before_indicators_and_each_text_once() -> None:
    stunting = tema(peta(RPJMD, DINKES, PU, SOSIAL), "stunting")
    (dinkes,) = stunting.pengampu
    assert [(one.teks, one.indikator) for one in dinkes.butir] == [
        ("Membaiknya gizi buruk balita", False),
        ("Prevalensi stunting", True),
    ]
    assert stunting.satu
    assert [one.teks for one in stunting.daerah] == ["Menurunnya stunting pada balita", "Prevalensi stunting"]


def test_named_supporters_without_anything_and_without_documents() -> None:
    stunting = tema(peta(RPJMD, DINKES, PU, SOSIAL), "stunting")
    assert stunting.disebut == ("Dinas Kesehatan", "Dinas Pekerjaan Umum", "Dinas Pertanian")
    assert stunting.kosong == ("Dinas Pekerjaan Umum",)
    assert stunting.tanpa_dokumen == ("Dinas Pertanian",)


def test_a_theme_of_subkegiatan_alone_is_told_apart() -> None:
    poor = tema(peta(RPJMD, DINKES, PU, SOSIAL), "kemiskinan")
    assert {agency.pd: agency.tinggi for agency in poor.pengampu} == {"Dinas Kesehatan": True, "Dinas Sosial": False}
    assert not poor.satu


def test_one_agency_says_nothing_on_who_stands_alone() -> None:
    one = peta(DINKES)
    assert not tema(one, "stunting").satu
    assert len(one.tidak_dinilai) == 2


def test_terminal_page_and_workbook_show_the_same() -> None:
    one = peta(RPJMD, DINKES, PU, SOSIAL)
    stream = io.StringIO()
    print_tema(Console(file=stream, width=220), [one])
    words = "disebut RPJMD, tetapi dokumennya tidak memuat tema ini: Dinas Pekerjaan Umum"
    assert words in stream.getvalue()
    page = render([one])
    assert words in page
    assert '<td class="disebut">✗</td>' in page
    assert '<td class="rendah">(2)</td>' in page
    book = load_workbook(io.BytesIO(buku([one])))
    rows = list(book["Peta tema"].values)
    column = rows[0].index("Stunting")
    assert {row[0]: row[column] for row in rows[1:4]} == {"Dinas Kesehatan": 2, "Dinas Pekerjaan Umum": "✗", "Dinas Sosial": ""}
    assert {row[1] for row in list(book["Rincian"].values)[1:]} == {"RPJMD", "Dinas Kesehatan", "Dinas Sosial"}

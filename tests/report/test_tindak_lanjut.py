"""The follow-up of earlier evaluations in HTML, JSON and the working paper."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from doccheck.checks import load_rules
from doccheck.model import Bukti, HasilUji, Rekomendasi, Report, TindakLanjut
from doccheck.report.html import render
from doccheck.report.json import dumps
from doccheck.report.kke import buku
from doccheck.report.kontrak import check_json
from doccheck.report.tindak_lanjut import kelompok, ringkasan, uraian

PD = "Dinas Perhubungan"


def _butir(nomor: str, hasil: HasilUji, semula: int | None = None, berulang: int = 0, alasan: str = "") -> TindakLanjut:
    return TindakLanjut(
        berkas="lhe.docx", perangkat_daerah=PD, tahun=2024, rekomendasi=Rekomendasi(teks=f"Menyelaraskan target {nomor}", nomor=nomor),
        matriks=Rekomendasi(
            teks="Menyelaraskan target", matriks=True, status="Tuntas", tindak_lanjut="Reviu PK", penanggung_jawab="Sekretaris"
        ),
        hasil=hasil, semula=semula, berulang=berulang, alasan=alasan, aturan=("TGT-01",) if hasil != "tidak_diuji" else (),
        bukti=(Bukti(dokumen="pk.pdf", kutipan="Persentase armada laik jalan", halaman=3, baris=4),) if berulang else (),
    )  # fmt: skip


REPORT = Report(
    findings=(), documents=(),
    tindak_lanjut=(
        _butir("1", "sebagian", 7, 2), _butir("2", "selesai"), _butir("3", "berulang", berulang=4),
        _butir("4", "tidak_diuji", alasan="tidak ada aturan"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("nomor", "text"),
    [
        (0, "5 dari 7 selesai, 2 masih ditemukan"),
        (1, "tidak ditemukan lagi oleh aturan yang mengujinya"),
        (2, "masih ditemukan pada 4 objek"),
        (3, "tidak ada aturan"),
    ],
)
def test_outcomes_in_words(nomor: int, text: str) -> None:
    assert uraian(REPORT.tindak_lanjut[nomor]) == text


def test_groups_and_counts() -> None:
    assert [(group.pd, group.tahun, len(group.baris)) for group in kelompok(REPORT)] == [(PD, 2024, 4)]
    assert dict(ringkasan(REPORT)) == {"berulang": 1, "sebagian": 1, "selesai": 1, "tidak_diuji": 1}
    assert kelompok(REPORT)[0].baris[0].menurut_matriks == ("Reviu PK", "penanggung jawab: Sekretaris")


def test_html_shows_each_recommendation_with_its_evidence() -> None:
    html = render(REPORT, None)
    section = html[html.index('<section id="tindak-lanjut"') :]
    section = section[: section.index("</section>")]
    text = " ".join(re.sub(r"<[^>]+>", " ", section).split())
    assert "1. Menyelaraskan target 1" in text
    assert "5 dari 7 selesai, 2 masih ditemukan" in text
    assert "“Persentase armada laik jalan” (pk.pdf, hal. 3, baris 4)" in text
    assert '<a href="#tindak-lanjut">' in html
    assert 'id="tindak-lanjut"' not in render(Report(findings=(), documents=()), None)


def test_json_carries_the_outcome() -> None:
    first = json.loads(dumps(check_json(REPORT)))["tindak_lanjut"][0]
    assert (first["hasil"], first["semula"], first["berulang"], first["matriks"]["status"]) == ("sebagian", 7, 2, "Tuntas")
    assert first["bukti"][0]["kutipan"] == "Persentase armada laik jalan"


def test_working_paper_6_is_filled() -> None:
    sheet = load_workbook(BytesIO(buku(REPORT, load_rules())))["KKE 6"]
    heads = [cell.value for cell in sheet[4]]
    row = dict(zip(heads, (cell.value for cell in sheet[5]), strict=True))
    assert row["Tindak Lanjut"] == "Reviu PK"
    assert row["Diuji kembali"] == "Sebagian: 5 dari 7 selesai, 2 masih ditemukan"
    assert row["Bukti pada dokumen sesudahnya"] == "TGT-01\n“Persentase armada laik jalan” (pk.pdf, hal. 3, baris 4)"
    assert row["Status"] == "Tuntas"

"""The monthly sheet: each part's numerator and denominator, weights spread over what can be assessed, forms, and kept months."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from doccheck.checks.examples import dokumen
from doccheck.config import BulananConfig, Config, ConfigError, load
from doccheck.model import Bukti, Finding, Keparahan, Rekomendasi, Report
from doccheck.report.bulanan import Bagian, LembarBulan, LembarPerangkat, susun
from doccheck.report.bulanan.html import garis, render
from doccheck.report.bulanan.xlsx import buku
from doccheck.simpanan import rekam_bulanan as rekam

RENCANA = {
    "jenis": "rencana_aksi",
    "pd": "Dinas Sosial",
    "tahun": 2026,
    "kinerja": [
        {
            "program": "Program Rehabilitasi <b>Sosial</b>",
            "anggaran": {2026: "1.000.000"},
            "terpakai": {"2026-TW1": "700.000"},
            "indikator": [
                "Persentase keluarga mandiri | % | 2026: 80 | 2026-TW1: 20 | 2026-TW2: 40 | realisasi 2026-TW1: 15 | realisasi 2026-TW2: 40"
            ],
        },
        {
            "kegiatan": "Pelatihan keluarga",
            "indikator": [
                "Jumlah keluarga dilatih | keluarga | 2026: 40 | 2026-TW1: 10 | 2026-TW2: 20 | realisasi 2026-TW1: 10",
                "Nilai SAKIP | nilai | 2026: 70 | 2026-TW4: 70",
            ],
        },
    ],
}
PK = {
    "jenis": "pk", "pd": "Dinas Sosial", "tahun": 2026, "jabatan": "Kepala Dinas Sosial",
    "kinerja": [{"sasaran": "Meningkatnya kemandirian keluarga", "indikator": ["Persentase keluarga mandiri | % | 2026: 80"]}],
}  # fmt: skip


def laporan(*data: dict[str, Any], findings: tuple[Finding, ...] = ()) -> Report:
    return Report(findings=findings, documents=tuple(dokumen(data)))


def temuan(keparahan: Keparahan, telaah: bool = False, pd: str = "Dinas Sosial") -> Finding:
    return Finding(
        aturan="TGT-01", keparahan=keparahan, keyakinan=0.9, kondisi="K", kriteria="", akibat="", rekomendasi="", sidik="s", telaah=telaah,
        bukti=(Bukti(dokumen="1-rencana_aksi.pdf", kutipan="x"),), perangkat_daerah=pd,
    )  # fmt: skip


def lembar(report: Report, bulan: str = "2026-05", config: BulananConfig | None = None) -> LembarPerangkat:
    ((agency,),) = [sheet.perangkat for sheet in susun(report, bulan, Config(bulanan=config or BulananConfig()))]
    return agency


def bagian(agency: LembarPerangkat, nama: str) -> Bagian:
    return next(part for part in agency.bagian if part.nama == nama)


def hitungan(part: Bagian) -> tuple[float | None, float | None, float | None]:
    return part.pembilang, part.penyebut, part.nilai


def test_progress_counts_what_is_reported_until_the_month() -> None:
    part = bagian(lembar(laporan(RENCANA, PK)), "kemajuan")
    assert hitungan(part) == (1.75, 2, 87.5)  # 15 of 20, 10 of 10; the second quarter ends after May
    assert part.rincian == ("Persentase keluarga mandiri: 15 dari 20 (triwulan I, 75%)",)
    assert hitungan(bagian(lembar(laporan(RENCANA, PK), "2026-06"), "kemajuan")) == (2, 2, 100)


def test_reports_are_due_a_month_after_the_part_and_yearly_measures_at_its_end() -> None:
    assert bagian(lembar(laporan(RENCANA), "2026-03"), "laporan").alasan == "Belum ada bagian tahun yang jatuh tempo"
    assert hitungan(bagian(lembar(laporan(RENCANA), "2026-05"), "laporan"))[:2] == (2, 2)
    july = bagian(lembar(laporan(RENCANA), "2026-07"), "laporan")
    assert hitungan(july) == (3, 4, 75)
    assert july.rincian == ("triwulan II: 1 indikator belum dilaporkan",)
    assert hitungan(bagian(lembar(laporan(RENCANA), "2026-06", BulananConfig(tenggang=0)), "laporan"))[:2] == (3, 4)


def test_spending_ahead_of_performance() -> None:
    part = bagian(lembar(laporan(RENCANA)), "anggaran")
    assert hitungan(part) == (0, 1, 0)
    assert part.rincian == ("Program Rehabilitasi <b>Sosial</b>: serapan 70%, capaian 19%",)
    assert hitungan(bagian(lembar(laporan(RENCANA), config=BulananConfig(selisih=60)), "anggaran")) == (1, 1, 100)


def test_recommendations_are_done_where_the_matrix_says_so() -> None:
    (document,) = dokumen([{"jenis": "lhe", "pd": "Dinas Sosial", "tahun": 2025, "kinerja": []}])
    told = [("Agar memperbaiki indikator", "Selesai"), ("Agar menyusun pohon kinerja", "Belum selesai"), ("Agar mengukur", "Dalam proses")]
    rows = tuple(Rekomendasi(teks=text, status=status, matriks=True) for text, status in told)
    with_matrix = Report(findings=(), documents=(replace(document, rekomendasi=rows),))
    part = bagian(lembar(with_matrix), "rekomendasi")
    assert (part.pembilang, part.penyebut, part.rincian) == (1, 3, ("Agar menyusun pohon kinerja", "Agar mengukur"))
    without = replace(document, rekomendasi=(Rekomendasi(teks="Agar memperbaiki indikator"),))
    assert bagian(lembar(Report(findings=(), documents=(without,))), "rekomendasi").nilai is None


def test_findings_cost_points_but_not_those_for_a_person_nor_of_others() -> None:
    found = (temuan("kritis"), temuan("rendah"), temuan("kritis", telaah=True), temuan("kritis", pd="Dinas Pangan"))
    agency = lembar(laporan(RENCANA, findings=found))
    assert hitungan(bagian(agency, "temuan")) == (0, 5, 0)  # two goals and three indicators, 4 + 1 points
    assert agency.temuan == {"kritis": 1, "rendah": 1, "telaah": 1}
    assert hitungan(bagian(lembar(laporan(RENCANA, findings=found), config=BulananConfig(poin={"kritis": 1})), "temuan"))[0] == 4


def test_completeness_asks_for_the_report_of_last_year_from_april_on() -> None:
    march = bagian(lembar(laporan(RENCANA, PK), "2026-03"), "kelengkapan")
    assert (march.pembilang, march.penyebut) == (2, 6)
    assert bagian(lembar(laporan(RENCANA, PK), "2026-04"), "kelengkapan").penyebut == 7
    kecamatan = bagian(lembar(laporan({**PK, "pd": "Kecamatan Timur"}), "2026-03"), "kelengkapan")
    assert kecamatan.penyebut == 5


def test_weights_of_what_cannot_be_assessed_go_to_the_rest() -> None:
    agency = lembar(laporan(RENCANA, PK))
    used = {part.nama: part.bobot_dipakai for part in agency.bagian}
    assert used["rekomendasi"] == 0
    assert sum(used.values()) == pytest.approx(100, abs=0.05)
    assert used["kemajuan"] == pytest.approx(100 * 35 / 90, abs=0.01)
    assert agency.dinilai == 90
    assert agency.skor == pytest.approx(sum((part.nilai or 0) * part.bobot_dipakai / 100 for part in agency.bagian), abs=0.06)


def test_weights_are_the_offices_and_none_leaves_a_part_out() -> None:
    agency = lembar(laporan(RENCANA, PK), config=BulananConfig(bobot={"kemajuan": 100, "temuan": 0}))
    assert "temuan" not in {part.nama for part in agency.bagian}
    assert bagian(agency, "kemajuan").bobot == 100


def test_no_score_where_too_little_can_be_assessed() -> None:
    agency = lembar(laporan(PK))
    assert (agency.skor, agency.dinilai) == (None, 20)
    assert lembar(laporan(PK), config=BulananConfig(minimal=20)).skor is not None


def test_the_score_is_named_as_the_offices_own_and_agencies_stand_by_name() -> None:
    (sheet,) = susun(laporan(RENCANA, {**PK, "pd": "Badan Pangan"}), "2026-05", Config())
    assert sheet.nama == "skor internal Kota Contoh, bukan nilai AKIP"
    assert [one.pd for one in sheet.perangkat] == ["Badan Pangan", "Dinas Sosial"]
    (named,) = susun(laporan(PK), "2026-05", Config(bulanan=BulananConfig(nama="Rapor kinerja kota")))
    assert named.nama == "Rapor kinerja kota, bukan nilai AKIP"


def test_page_and_workbook_show_counts_reasons_and_the_trend() -> None:
    sheets = susun(laporan(RENCANA, PK), "2026-05", Config())
    trend = {("Kota Contoh", "Dinas Sosial"): {"2026-03": 40.0, "2026-04": 50.0}}
    page = render(sheets, trend)
    assert "Tidak dinilai: LHE atau matriks tindak lanjut tidak ada" in page
    for words in ("1,8 dari 2", "bukan nilai AKIP", "Maret 2026: 40", "<polyline"):
        assert words in page
    assert "<b>Sosial</b>" not in page
    book = load_workbook(io.BytesIO(buku(sheets, trend)))
    assert book.sheetnames == ["Ringkasan", "Dinas Sosial"]
    rows = {row[0]: row for row in book["Dinas Sosial"].values}
    assert rows["Kemajuan rencana aksi"][1:4] == (87.5, 1.75, 2)
    assert rows["Tindak lanjut rekomendasi LHE"][1] in ("", None)
    assert list(book["Ringkasan"].values)[4][1:3] == (40, 50)


def test_a_line_needs_two_months() -> None:
    assert garis({"2026-04": 50.0}) == ""
    assert garis({"2026-03": None, "2026-04": 0.0, "2026-05": 100.0}) == "80.0,33.0 156.0,3.0"


def test_months_are_kept_and_read_back(tmp_path: Path) -> None:
    place = rekam.folder([tmp_path])
    place.mkdir(parents=True)
    sheets = susun(laporan(RENCANA, PK), "2026-05", Config())
    for month in ("2026-03", "2026-04"):
        (place / f"{month}.json").write_text(rekam.teks(rekam.buat(sheets, month, date(2026, 6, 2))), encoding="utf-8")
    kept = rekam.muat(place / "2026-04.json")
    assert kept.lembar == tuple(replace(one, dibuat="2026-06-02") for one in sheets)
    assert [one.bulan for one in rekam.sebelumnya(place, "2026-04")] == ["2026-03"]
    score = sheets[0].perangkat[0].skor
    assert rekam.riwayat(rekam.sebelumnya(place, "2026-05"), "Kota Contoh", "dinas sosial") == {"2026-03": score, "2026-04": score}
    (place / "2026-04.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigError, match="2026-04"):
        rekam.sebelumnya(place, "2026-05")


def test_folder_of_a_parent_that_keeps_months_is_used(tmp_path: Path) -> None:
    (tmp_path / ".doccheck" / "bulanan").mkdir(parents=True)
    (tmp_path / "dinas").mkdir()
    assert rekam.folder([tmp_path / "dinas"]) == tmp_path / ".doccheck" / "bulanan"


@pytest.mark.parametrize("text", ["bobot = {kemajuan = -1}", "bobot = {disiplin = 5}", "minimal = 101", "nilai = 3"])
def test_a_wrong_configuration_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "doccheck.toml"
    path.write_text(f"[bulanan]\n{text}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="bulanan"):
        load(path)


def test_an_empty_folder_has_no_agency() -> None:
    assert susun(Report(findings=(), documents=()), "2026-05", Config()) == ()
    (sheet,) = susun(laporan({"jenis": "rpjmd", "periode": [2025, 2029], "kinerja": [{"sasaran": "S"}]}), "2026-05", Config())
    assert isinstance(sheet, LembarBulan)
    assert (sheet.perangkat, sheet.catatan) == ((), ("Tidak ada dokumen perangkat daerah",))

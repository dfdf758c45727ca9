"""The summary in a terminal, as a reader sees it."""

from __future__ import annotations

from io import StringIO

import msgspec
from rich.console import Console

from doccheck.bahasa import berbahasa
from doccheck.catatan import catatan
from doccheck.model import Bukti, Dokumen, Finding, Indikator, Keparahan, Kinerja, Lokasi, Report, TidakDinilai
from doccheck.report.console import pendek, print_report

RENSTRA = Dokumen(
    berkas="renstra.pdf",
    jenis="renstra",
    perangkat_daerah="Dinas Perhubungan",
    periode=(2025, 2029),
    kinerja=(Kinerja(id="k1", level="sasaran", uraian="Meningkatnya mutu", indikator=(Indikator(uraian="Indeks"),)),),
    catatan=(catatan("EXT-01", Lokasi(halaman=1)), catatan("EXT-01", Lokasi(halaman=2))),
)


def _finding(aturan: str, keparahan: Keparahan, pd: str | None = "Dinas Perhubungan", telaah: bool = False) -> Finding:
    return Finding(
        aturan=aturan, keparahan=keparahan, keyakinan=0.9, kondisi=f"Target {aturan} berbeda [82] dan [81].", kriteria="", akibat="",
        rekomendasi="", sidik=aturan, perangkat_daerah=pd, telaah=telaah,
        bukti=(
            Bukti(dokumen="pk.pdf", kutipan="Indeks kepuasan", nilai="82", halaman=2, tabel=1, baris=3),
            Bukti(dokumen="renstra.pdf", kutipan="Indeks kepuasan"),
        ),
    )  # fmt: skip


def _show(report: Report, unread: tuple[str, ...] = (), batas: int | None = None) -> list[str]:
    stream = StringIO()
    print_report(Console(file=stream, width=100, color_system=None), report, unread, batas)
    return [line.rstrip().rstrip("─").rstrip() for line in stream.getvalue().splitlines()]


def test_the_whole_summary() -> None:
    baca = _finding("EXT-08", "sedang", None)
    findings = (baca, _finding("TGT-01", "kritis"), _finding("CAS-02", "sedang", None), _finding("IND-01", "tinggi", telaah=True))
    rusak = catatan("EXT-08", berkas="rusak.pdf")
    tidak = (TidakDinilai(aturan="SEL-01", alasan="Tidak ada RPJMD"), TidakDinilai(aturan="SEL-02", alasan="Tidak ada RPJMD"))
    report = Report(findings=findings, documents=(RENSTRA, Dokumen(berkas="pk.pdf", jenis="pk")), notes=(rusak,), tidak_dinilai=tidak)
    assert _show(report, ("rusak.pdf",)) == [
        "Dokumen",
        "  renstra.pdf  Renstra Dinas Perhubungan 2025–2029  1 kinerja, 1 indikator",
        "  pk.pdf       Perjanjian Kinerja                   0 kinerja, 0 indikator",
        "",
        "Dokumen daerah",
        "Sedang 1",
        "  CAS-02 Target CAS-02 berbeda [82] dan [81].",
        "         pk.pdf, hal. 2, tabel 1, baris 3: 82",
        "         renstra.pdf: “Indeks kepuasan”",
        "",
        "Dinas Perhubungan",
        "Kritis 1",
        "  TGT-01 Target TGT-01 berbeda [82] dan [81].",
        "         pk.pdf, hal. 2, tabel 1, baris 3: 82",
        "         renstra.pdf: “Indeks kepuasan”",
        "Tinggi 1 · perlu telaah",
        "  IND-01 Target IND-01 berbeda [82] dan [81].",
        "         pk.pdf, hal. 2, tabel 1, baris 3: 82",
        "         renstra.pdf: “Indeks kepuasan”",
        "",
        "Tidak terbaca atau diragukan",
        "  rusak.pdf",
        "    EXT-08 Berkas rusak atau bukan berkas dari jenis yang disebut namanya",
        "  renstra.pdf",
        "    EXT-01 Halaman tanpa lapisan teks (hasil pindai); isinya tidak terbaca (2×: hal. 1; hal. 2)",
        "",
        "Aturan yang tidak dapat dinilai",
        "  Tidak ada RPJMD: SEL-01, SEL-02",
        "",
        "2 dokumen dibaca · 3 temuan (1 kritis, 2 sedang) · 1 perlu telaah · 1 dokumen tidak terbaca",
    ]


def test_long_lists_are_cut_where_a_report_holds_the_rest() -> None:
    report = Report(findings=tuple(_finding(f"TGT-{n:02}", "tinggi") for n in range(1, 9)), documents=(RENSTRA,))
    lines = _show(report, batas=5)
    assert sum(line.startswith("  TGT-") for line in lines) == 5
    assert "  ... dan 3 lagi" in lines
    assert "Tinggi 8" in lines


def test_evidence_in_many_places_is_cut() -> None:
    finding = msgspec.structs.replace(_finding("TGT-01", "kritis"), bukti=(Bukti(dokumen="pk.pdf", kutipan="Indeks"),) * 6)
    lines = _show(Report(findings=(finding,), documents=(RENSTRA,)))
    assert sum("pk.pdf: " in line for line in lines) == 4
    assert "         ... dan 2 lagi" in lines


def test_english_knows_one_and_many() -> None:
    with berbahasa("en"):
        lines = _show(Report(findings=(_finding("TGT-01", "kritis"),), documents=(RENSTRA, RENSTRA)))
    assert "  renstra.pdf  Renstra Dinas Perhubungan 2025–2029  1 goal, 1 indicator" in lines
    assert lines[-1] == "2 documents read · 1 finding (1 critical)"


def test_long_texts_are_cut_at_a_word() -> None:
    assert pendek("satu  dua\ntiga", 20) == "satu dua tiga"
    assert pendek("satu dua, tiga empat", 13) == "satu dua …"

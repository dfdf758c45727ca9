"""Baselines: fingerprints that outlive changes elsewhere, what is new, open, solved, and what nobody can tell."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck.config import AturanConfig, Config, ConfigError
from doccheck.model import Finding, Kinerja, Report
from doccheck.triase import baseline
from doccheck.workspace import check
from tests.report import contoh
from tests.workspace.dokumen import pk, renstra

READ = (Kinerja(id="k1", level="sasaran", uraian="Meningkatnya keselamatan"),)
REPORT = contoh.laporan()
REPORT = replace(REPORT, documents=tuple(replace(dokumen, kinerja=READ) for dokumen in REPORT.documents))
AWAL, NANTI = date(2026, 10, 1), date(2026, 11, 24)


def _marks(report: Report, aturan: str) -> set[str]:
    return {finding.sidik for finding in report.findings if finding.aturan == aturan}


def test_fingerprints_outlive_shifts_and_rewordings_of_other_text(tmp_path: Path) -> None:
    """A paragraph, a table and rows before the place, another title and a reworded neighbour change no fingerprint."""
    satu, dua = tmp_path / "satu", tmp_path / "dua"
    for folder in (satu, dua):
        renstra(folder / "renstra.html")
        pk(folder / "pk.html")
    text = (dua / "renstra.html").read_text(encoding="utf-8")
    text = text.replace("<h2>", "<p>Bab pendahuluan yang baru.</p><table border='1'><tr><td>Daftar</td><td>Isi</td></tr></table><h2>")
    text = text.replace("Meningkatnya kualitas layanan perhubungan", "Meningkatnya kualitas pelayanan perhubungan kota")
    (dua / "renstra baru.html").write_text(text, encoding="utf-8")
    (dua / "renstra.html").unlink()
    before, after = (_marks(check(folder, Config(), jobs=1), "TGT-01") for folder in (satu, dua))
    assert len(before) == 1
    assert before == after


def test_known_findings_are_open_with_their_first_date() -> None:
    known = baseline.buat(REPORT, AWAL)
    now = replace(REPORT, findings=(*REPORT.findings[1:], _other()))
    past = baseline.banding(now, known, "baseline.json", NANTI).riwayat
    assert past is not None
    assert past.baru == ("9999",)
    assert set(past.lama) == {finding.sidik for finding in REPORT.findings[1:]}
    assert [item.sidik for item in past.selesai] == [REPORT.findings[0].sidik]
    assert {item.pertama for item in past.lama.values()} == {"2026-10-01"}


def test_only_new_leaves_the_new_ones() -> None:
    known = baseline.buat(REPORT, AWAL)
    now = baseline.banding(replace(REPORT, findings=(*REPORT.findings, _other())), known, "b", NANTI)
    assert [finding.sidik for finding in baseline.hanya_baru(now).findings] == ["9999"]


def test_what_was_not_looked_at_is_not_called_solved() -> None:
    known = baseline.buat(REPORT, AWAL)
    without_pk = replace(REPORT, findings=(), documents=tuple(d for d in REPORT.documents if d.berkas != contoh.RENSTRA_DINKES))
    past = baseline.banding(without_pk, known, "b", NANTI, aturan={"TGT-01", "TGT-05"}).riwayat
    assert past is not None
    assert {(item.aturan, item.dokumen) for item in past.selesai} == {("TGT-01", contoh.RENSTRA)}
    assert len(past.selesai) + len(past.tidak_diperiksa) == len(REPORT.findings)


def test_a_renamed_document_is_the_later_version_of_what_is_gone() -> None:
    """The Renstra comes again under another name, with its fault mended; of a document that is only left out nobody can tell."""
    known = baseline.buat(REPORT, AWAL)
    renamed = tuple(replace(d, berkas="renstra final.pdf") if d.berkas == contoh.RENSTRA else d for d in REPORT.documents)
    past = baseline.banding(replace(REPORT, findings=(), documents=renamed), known, "b", NANTI).riwayat
    assert past is not None
    assert contoh.RENSTRA in {item.dokumen for item in past.selesai}
    another = tuple(replace(d, periode=(2031, 2035)) if d.berkas == "renstra final.pdf" else d for d in renamed)
    past = baseline.banding(replace(REPORT, findings=(), documents=another), known, "b", NANTI).riwayat
    assert past is not None
    assert contoh.RENSTRA in {item.dokumen for item in past.tidak_diperiksa}, "the next period's plan is another document"
    left_out = tuple(d for d in REPORT.documents if d.berkas != contoh.RENSTRA)
    past = baseline.banding(replace(REPORT, findings=(), documents=left_out), known, "b", NANTI).riwayat
    assert past is not None
    assert contoh.RENSTRA in {item.dokumen for item in past.tidak_diperiksa}


def test_renewing_keeps_first_dates_triage_and_what_was_not_checked() -> None:
    old = baseline.buat(REPORT, AWAL)
    old = replace(old, temuan=tuple(replace(t, triase="dikerjakan", catatan="PK diganti") for t in old.temuan))
    now = replace(REPORT, findings=(REPORT.findings[0], _other()), documents=tuple(d for d in REPORT.documents if d.berkas != contoh.LKJIP))
    new = baseline.buat(now, NANTI, old)
    assert {item.sidik: (item.pertama, item.triase, item.catatan) for item in new.temuan} == {
        REPORT.findings[0].sidik: ("2026-10-01", "dikerjakan", "PK diganti"),
        "9999": ("2026-11-24", "terbuka", ""),
        "e5f6": ("2026-10-01", "dikerjakan", "PK diganti"),  # its LKjIP was not read
    }


def test_the_file_is_the_same_whatever_the_order_and_reads_back(tmp_path: Path) -> None:
    one = baseline.teks(baseline.buat(REPORT, AWAL))
    other = baseline.teks(baseline.buat(replace(REPORT, findings=REPORT.findings[::-1]), AWAL))
    assert one == other
    path = tmp_path / "baseline.json"
    path.write_text(one, encoding="utf-8")
    assert baseline.teks(baseline.muat(path)) == one
    assert [item["aturan"] for item in json.loads(one)["temuan"]] == sorted(finding.aturan for finding in REPORT.findings)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"versi": 1', '"versi": 9', "versi 9 tidak dikenal"),
        ('"terbuka"', '"dibuka"', ":9: temuan.triase: tidak mengenal dibuka; maksud Anda terbuka?"),
        ('"2026-10-01"', '"kemarin"', ":3: 'kemarin' bukan tanggal"),
        ('"pertama": "2026-10-01"', '"pertama": "1 Oktober"', ":8: '1 Oktober' bukan tanggal"),
        ('"sidik": ', "", "bukan JSON yang sah"),
    ],
)
def test_a_broken_baseline_is_said(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(baseline.teks(baseline.buat(REPORT, AWAL)).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        baseline.muat(path)
    assert str(path) in str(error.value)
    assert said in str(error.value)


def test_the_baseline_of_the_folder_or_its_parent_is_found(tmp_path: Path) -> None:
    (tmp_path / "pd" / "dishub").mkdir(parents=True)
    assert baseline.cari([tmp_path / "pd" / "dishub"]) is None
    (tmp_path / ".doccheck").mkdir()
    (tmp_path / baseline.LETAK).write_text("{}", encoding="utf-8")
    assert baseline.cari([tmp_path / "pd" / "dishub"]) == tmp_path / baseline.LETAK


def test_rules_by_choice(tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    assert check(tmp_path, Config(aturan=AturanConfig(hanya=("CAS",))), jobs=1).riwayat is None


def _other() -> Finding:
    return replace(REPORT.findings[0], sidik="9999")

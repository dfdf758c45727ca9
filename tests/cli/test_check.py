"""`doccheck check`: exit codes, formats, options and configuration."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck.catatan import catatan
from doccheck.cli.check import exit_code
from doccheck.config import Config
from doccheck.model import Dokumen, Finding, Keparahan, Kinerja, Report
from tests.workspace.dokumen import pk, renstra

from .conftest import Jalan

Doccheck = Callable[..., Jalan]


def _finding(keparahan: Keparahan, telaah: bool = False) -> Finding:
    return Finding(
        aturan="TGT-01", keparahan=keparahan, keyakinan=0.9, kondisi="Target berbeda.", kriteria="", akibat="", rekomendasi="",
        sidik="a", bukti=(), perangkat_daerah="Dinas Perhubungan", telaah=telaah,
    )


BACA = Dokumen(berkas="pk.pdf", kinerja=(Kinerja(id="k1", level="sasaran", uraian="Meningkatnya mutu"),))
GAGAL = catatan("EXT-09", berkas="kosong.pdf")


@pytest.mark.parametrize(
    ("report", "config", "kode"),
    [
        (Report(findings=(), documents=(BACA,)), Config(), 0),
        (Report(findings=(_finding("tinggi"),), documents=(BACA,)), Config(), 1),
        (Report(findings=(_finding("sedang"),), documents=(BACA,)), Config(), 0),
        (Report(findings=(_finding("sedang"),), documents=(BACA,)), Config(fail_on="sedang"), 1),
        (Report(findings=(_finding("kritis", telaah=True),), documents=(BACA,)), Config(), 0),
        (Report(findings=(_finding("kritis"),), documents=(BACA,)), Config(fail_on="tidak"), 0),
        (Report(findings=(), documents=()), Config(), 3),
        (Report(findings=(), documents=(), notes=(GAGAL,)), Config(), 3),
        (Report(findings=(_finding("kritis"),), documents=(), notes=(GAGAL,)), Config(), 3),
        (Report(findings=(), documents=(BACA,), notes=(GAGAL,)), Config(), 4),
        (Report(findings=(_finding("kritis"),), documents=(BACA,), notes=(GAGAL,)), Config(), 1),
    ],
    ids=[
        "bersih", "temuan", "di-bawah", "batas-turun", "telaah", "tidak-pernah", "tanpa-dokumen",
        "semua-gagal", "3-atas-1", "satu-gagal", "1-atas-4",
    ],
)
def test_exit_codes(report: Report, config: Config, kode: int) -> None:
    assert exit_code(report, config) == kode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    renstra(tmp_path / "renstra.html")
    return tmp_path


def test_html_is_written_and_its_place_said(doccheck: Doccheck, folder: Path, tmp_path: Path) -> None:
    laporan = tmp_path / "hasil" / "laporan.html"
    hasil = doccheck("check", folder, "--format", "html", "-o", laporan, "--fail-on", "tidak")
    assert hasil.kode == 0, hasil.galat
    assert f"Laporan: {laporan}" in hasil.keluar
    assert laporan.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert [file.name for file in laporan.parent.iterdir()] == ["laporan.html"]


def test_our_own_report_is_not_checked_the_next_time(doccheck: Doccheck, folder: Path) -> None:
    doccheck("check", folder, "--format", "html", "-o", folder / "laporan.html", "--fail-on", "tidak")
    hasil = doccheck("check", folder, "--format", "json", "--fail-on", "tidak")
    assert [d["berkas"] for d in json.loads(hasil.keluar)["dokumen"]] == ["renstra.html"]


def test_json_goes_to_a_file_or_to_stdout(doccheck: Doccheck, folder: Path, tmp_path: Path) -> None:
    hasil = doccheck("check", folder, "--format", "json", "--fail-on", "tidak")
    doccheck("check", folder, "--format", "json", "-o", tmp_path / "hasil.json", "--fail-on", "tidak")
    assert (tmp_path / "hasil.json").read_text(encoding="utf-8") == hasil.keluar


def test_equal_bytes_whatever_the_processes(doccheck: Doccheck, folder: Path) -> None:
    renstra(folder / "dinkes.html", dinas="Dinas Kesehatan")
    runs = {doccheck("check", folder, "--format", "json", "--jobs", jobs).keluar for jobs in (1, 2)}
    assert len(runs) == 1


def test_quiet_is_one_line(doccheck: Doccheck, folder: Path) -> None:
    hasil = doccheck("check", folder, "--quiet", "--fail-on", "tidak")
    assert len(hasil.keluar.splitlines()) == 1
    assert "1 dokumen dibaca" in hasil.keluar


def test_english(doccheck: Doccheck, folder: Path) -> None:
    assert "1 document read" in doccheck("check", folder, "--lang", "en", "--quiet", "--fail-on", "tidak").keluar


def test_only_the_named_rules_run(doccheck: Doccheck, folder: Path) -> None:
    isi = json.loads(doccheck("check", folder, "--format", "json", "--hanya", "tgt-01,TGT-02").keluar)
    assert {item["aturan"] for item in (*isi["findings"], *isi["tidak_dinilai"])} == {"TGT-01", "TGT-02"}


@pytest.mark.parametrize(
    ("args", "pesan"),
    [
        (("--hanya", "TGT-1"), "TGT-01"),
        (("--nonaktif", "XYZ"), "tidak ada aturan XYZ"),
        (("--fail-on", "parah"), "'parah'"),
        (("--min-keyakinan", "2"), "--min-keyakinan"),
        (("--jobs", "0"), "--jobs"),
        (("--config", "tidak-ada.toml"), "tidak-ada.toml"),
    ],
)
def test_wrong_use_is_2_and_names_what_is_wrong(doccheck: Doccheck, folder: Path, args: tuple[str, ...], pesan: str) -> None:
    hasil = doccheck("check", folder, *args)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert pesan in hasil.galat


@pytest.mark.parametrize(
    ("toml", "pesan"),
    [
        ("fail_om = 'tinggi'\n", "fail_om"),
        ("fail_on = 'parah'\n", "fail_on"),
        ("[aturan\n", "doccheck.toml"),
        ("[aturan]\nnonaktif = ['TGT-99']\n", "TGT-99"),
    ],
)
def test_a_wrong_configuration_is_2(doccheck: Doccheck, folder: Path, toml: str, pesan: str) -> None:
    (folder / "doccheck.toml").write_text(toml, encoding="utf-8")
    hasil = doccheck("check", folder)
    assert (hasil.kode, hasil.keluar) == (2, "")
    assert pesan in hasil.galat


def test_profiles_are_named_together_and_misspelt_ones_told(doccheck: Doccheck, folder: Path) -> None:
    pk(folder / "pk.html")
    both = doccheck("check", folder, "--format", "json", "--profil", "pra-reviu,format-2025")
    assert both.keluar == doccheck("check", folder, "--format", "json", "--profil", "pra-reviu", "--profil", "format-2025").keluar
    assert not [f for f in json.loads(both.keluar)["findings"] if f["aturan"] == "PK-01"]
    asked = json.loads(doccheck("check", folder, "--format", "json", "--profil", "pra-reviu", "--hanya", "PK-01").keluar)["findings"]
    assert [f["aturan"] for f in asked] == ["PK-01"]  # the command line stands above the profile
    wrong = doccheck("check", folder, "--profil", "pra-review")
    assert (wrong.kode, "tidak ada profil pra-review; pilihan: ci, evaluasi" in wrong.galat) == (2, True)


def test_the_cost_of_rules_goes_to_stderr(doccheck: Doccheck, folder: Path) -> None:
    hasil = doccheck("check", folder, "--format", "json", "--statistik", "--hanya", "TGT,PK")
    json.loads(hasil.keluar)
    head, *rows, total = hasil.galat.splitlines()
    assert head.split() == ["Aturan", "Waktu", "Temuan"]
    assert {row.split()[0] for row in rows} >= {"TGT-01", "PK-01"}
    seconds = [float(row.split()[1]) for row in rows]
    assert seconds == sorted(seconds, reverse=True)
    assert total.split()[0] == "jumlah"
    assert int(total.split()[-1]) == sum(int(row.split()[-1]) for row in rows)


def test_only_what_fails_is_shown_where_that_is_asked_for(doccheck: Doccheck, folder: Path) -> None:
    pk(folder / "pk.html")
    every = json.loads(doccheck("check", folder, "--format", "json").keluar)["findings"]
    failing = [item for item in every if item["keparahan"] in ("kritis", "tinggi") and not item["telaah"]]
    assert 0 < len(failing) < len(every)
    hasil = doccheck("check", folder, "--format", "json", "--tampilkan", "menggagalkan")
    assert (hasil.kode, json.loads(hasil.keluar)["findings"]) == (1, failing)
    assert f"{len(every) - len(failing)} temuan yang tidak menggagalkan tidak ditampilkan" in hasil.galat
    never = doccheck("check", folder, "--format", "json", "--tampilkan", "menggagalkan", "--fail-on", "tidak")
    assert json.loads(never.keluar)["findings"] == every


def test_a_missing_path_is_2(doccheck: Doccheck, tmp_path: Path) -> None:
    hasil = doccheck("check", tmp_path / "tidak-ada")
    assert hasil.kode == 2
    assert "tidak-ada" in hasil.galat


def test_a_report_that_cannot_be_written_is_2(doccheck: Doccheck, folder: Path) -> None:
    (folder / "laporan").write_text("berkas, bukan folder")
    hasil = doccheck("check", folder, "--format", "json", "-o", folder / "laporan" / "hasil.json", "--fail-on", "tidak")
    assert hasil.kode == 2
    assert "laporan" in hasil.galat


def test_supplementary_findings_are_counted_and_shown_when_asked_for(doccheck: Doccheck, folder: Path) -> None:
    path = folder / "renstra.html"
    path.write_text(path.read_text().replace("kualitas", "kwalitas"))
    every = json.loads(doccheck("check", folder, "--format", "json").keluar)["findings"]
    apart = [item for item in every if item["pelengkap"]]
    assert {item["aturan"] for item in apart} == {"IND-14"}
    console = doccheck("check", folder).keluar
    assert f"{len(apart)} temuan pelengkap (kerapian dan petunjuk) tidak ditampilkan; semuanya: --tampilkan semua" in console
    assert apart[0]["kondisi"][:40] not in console
    shown = doccheck("check", folder, "--tampilkan", "semua").keluar
    assert "IND-14" in shown
    assert "pelengkap" not in shown
    main = json.loads(doccheck("check", folder, "--format", "json", "--tampilkan", "utama").keluar)["findings"]
    assert main == [item for item in every if not item["pelengkap"]]
    doccheck("check", folder, "--format", "html", "-o", folder / "laporan.html")
    page = (folder / "laporan.html").read_text()
    assert page.index(f"{len(apart)} temuan pelengkap") < page.index(apart[0]["kondisi"][:40])


def test_supplementary_findings_fail_only_where_all_are_shown() -> None:
    report = Report(findings=(replace(_finding("rendah"), pelengkap=True),), documents=(BACA,))
    assert exit_code(report, Config(fail_on="rendah")) == 0
    assert exit_code(report, Config(fail_on="rendah", tampilkan="semua")) == 1

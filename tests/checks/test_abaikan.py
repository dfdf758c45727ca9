"""Findings set aside: what an entry matches, until when, what is reported of entries, and errors that name file and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from doccheck import config
from doccheck.checks.abaikan import cocok, periksa_nama, terapkan
from doccheck.config import AbaikanConfig, ConfigError
from doccheck.triase.abaikan import NAMA, baca, cari
from tests.report import contoh

REPORT = contoh.laporan()
FIRST = REPORT.findings[0]  # TGT-01, dishub/renstra.pdf and dishub/pk-2026.pdf
HARI = date(2026, 11, 24)


def _entry(**given: Any) -> AbaikanConfig:
    return AbaikanConfig(**{"alasan": "Renstra sedang diubah", "asal": "doccheck.toml:3", **given})


@pytest.mark.parametrize(
    ("entry", "matches"),
    [
        (_entry(aturan="TGT-01", dokumen="dishub/pk-2026.pdf"), True),
        (_entry(aturan="TGT-01", dokumen="pk-2026.pdf"), True),
        (_entry(aturan="TGT", dokumen="dishub/*"), True),
        (_entry(aturan="tgt-01", teks="persentase  armada LAIK"), True),
        (_entry(aturan="TGT-01", teks="81,5 dalam Renstra"), True),
        (_entry(sidik=FIRST.sidik), True),
        (_entry(aturan="TGT-02", dokumen="dishub/*"), False),
        (_entry(aturan="TGT-01", dokumen="dinkes/*"), False),
        (_entry(aturan="TGT-01", teks="angkutan sungai"), False),
        (_entry(aturan="TGT-01", dokumen="dishub/*", teks="angkutan sungai"), False),
        (_entry(sidik=FIRST.sidik[:8]), False),
        (_entry(sidik=FIRST.sidik, aturan="SEL-03"), False),
    ],
)
def test_all_that_an_entry_says_must_hold(entry: AbaikanConfig, matches: bool) -> None:
    assert cocok(FIRST, entry) == matches


def test_a_finding_set_aside_is_kept_apart_with_its_reason() -> None:
    report = terapkan(REPORT, [_entry(sidik=FIRST.sidik, oleh="Bappeda", sampai=date(2026, 12, 31))], HARI)
    assert FIRST not in report.findings
    assert len(report.findings) == len(REPORT.findings) - 1
    (one,) = report.diabaikan
    assert (one.finding, one.alasan, one.oleh, one.sampai, one.asal) == (
        FIRST, "Renstra sedang diubah", "Bappeda", "2026-12-31", "doccheck.toml:3",
    )  # fmt: skip
    assert report.abaikan_usang == ()


@pytest.mark.parametrize(("until", "aside"), [(date(2026, 11, 23), False), (date(2026, 11, 24), True), (date(2026, 11, 25), True)])
def test_an_entry_holds_through_its_last_day(until: date, aside: bool) -> None:
    report = terapkan(REPORT, [_entry(sidik=FIRST.sidik, sampai=until)], HARI)
    assert (FIRST not in report.findings) == aside
    assert [(item.keadaan, item.jumlah) for item in report.abaikan_usang] == ([] if aside else [("kedaluwarsa", 1)])


def test_an_entry_that_matches_nothing_is_reported_with_its_place() -> None:
    report = terapkan(REPORT, [_entry(aturan="CAS-01", dokumen="dishub/*", asal=f"{NAMA}:2")], HARI)
    assert report.findings == REPORT.findings
    assert [(item.keadaan, item.aturan, item.asal) for item in report.abaikan_usang] == [("tidak_terpakai", "CAS-01", f"{NAMA}:2")]


@pytest.mark.parametrize(("ran", "reported"), [({"TGT-01", "TGT"}, False), ({"CAS-01", "CAS"}, True)])
def test_an_entry_for_a_rule_that_did_not_run_is_not_called_unused(ran: set[str], reported: bool) -> None:
    report = terapkan(REPORT, [_entry(aturan="CAS", dokumen="dishub/*")], HARI, ran)
    assert bool(report.abaikan_usang) == reported


def test_the_file_of_a_parent_folder_holds_too(tmp_path: Path) -> None:
    (tmp_path / "dok" / "pd").mkdir(parents=True)
    assert cari(tmp_path / "dok" / "pd") is None
    (tmp_path / "dok" / NAMA).write_text("aturan,teks,alasan\n", encoding="utf-8")
    assert cari(tmp_path / "dok" / "pd") == tmp_path / "dok" / NAMA


def test_an_expired_entry_does_not_hide_one_that_still_holds() -> None:
    entries = [_entry(sidik=FIRST.sidik, sampai=date(2026, 1, 1)), _entry(sidik=FIRST.sidik, alasan="Disetujui", asal="doccheck.toml:9")]
    report = terapkan(REPORT, entries, HARI)
    assert [one.alasan for one in report.diabaikan] == ["Disetujui"]
    assert [item.asal for item in report.abaikan_usang] == ["doccheck.toml:3"]


TOML = """\
fail_on = "kritis"

[[abaikan]]
aturan = "TGT-01"
dokumen = "dishub/*"
alasan = "Renstra perubahan sedang diproses"
oleh = "Bappeda"
sampai = 2026-12-31

[[abaikan]]
sidik = "a1f09c4be2d37705"
alasan = "Disepakati dalam reviu"
"""


def test_toml_entries_know_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "doccheck.toml"
    path.write_text(TOML, encoding="utf-8")
    entries = config.load(path).abaikan
    assert [(entry.asal, entry.sampai) for entry in entries] == [("doccheck.toml:3", date(2026, 12, 31)), ("doccheck.toml:10", None)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (TOML.replace('alasan = "Disepakati dalam reviu"\n', ""), "doccheck.toml:10: [[abaikan]]: alasan harus diisi"),
        (TOML.replace("Disepakati dalam reviu", "  "), "doccheck.toml:10: [[abaikan]]: alasan tidak boleh kosong"),
        (TOML.replace('sidik = "a1f09c4be2d37705"', 'aturan = "TGT"'), "doccheck.toml:10: [[abaikan]]: sebut juga dokumen, teks,"),
        (TOML.replace('aturan = "TGT-01"\n', ""), "doccheck.toml:3: [[abaikan]]: aturan atau sidik harus disebut"),
        (TOML.replace("2026-12-31", '"akhir tahun"'), "doccheck.toml:8: abaikan.sampai: bukan tanggal"),
        (TOML.replace("oleh", "siapa"), "doccheck.toml:7: tidak ada pengaturan siapa di [abaikan]"),
    ],
)
def test_toml_errors_name_the_line_of_the_entry(tmp_path: Path, wrong: str, said: str) -> None:
    path = tmp_path / "doccheck.toml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        config.load(path)
    assert said in str(error.value)


def test_a_rule_that_does_not_exist_is_said_with_the_place() -> None:
    with pytest.raises(ConfigError, match=r"doccheck\.toml:3: tidak ada aturan TGT-99"):
        periksa_nama([_entry(aturan="TGT-99", teks="x")])


@pytest.mark.parametrize(
    "content",
    [
        "aturan,dokumen,alasan,oleh,sampai\nTGT-01,dishub/*,\"Diubah, sedang diproses\",Bappeda,2026-12-31\n",
        "\ufeffAturan;Dokumen;Alasan;Oleh;Sampai\r\nTGT-01;dishub/*;Diubah, sedang diproses;Bappeda;31/12/2026\r\n",
        "alasan;sampai;aturan;dokumen;oleh\n\nDiubah, sedang diproses;31-12-2026;TGT-01;dishub/*;Bappeda\n",
    ],
    ids=["koma", "excel-indonesia", "urutan-lain"],
)
def test_csv_as_people_write_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / NAMA
    path.write_bytes(content.encode())
    (entry,) = baca(path)
    assert (entry.aturan, entry.dokumen, entry.alasan, entry.oleh, entry.sampai) == (
        "TGT-01", "dishub/*", "Diubah, sedang diproses", "Bappeda", date(2026, 12, 31),
    )  # fmt: skip
    assert entry.asal == f"{NAMA}:{3 if content.startswith('alasan') else 2}"


def test_csv_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / NAMA
    path.write_text('aturan,teks,alasan\nTGT-01,a,"satu\ndua"\nTGT-02,b,tiga\n', encoding="utf-8")
    assert [entry.asal for entry in baca(path)] == [f"{NAMA}:2", f"{NAMA}:4"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("aturan,alasan,catatan\n", ":1: kolom catatan tidak dikenal"),
        ("aturan,dokumen\nTGT-01,x\n", ":1: kolom alasan tidak ada"),
        ("aturan,teks,alasan\nTGT-01,x,\n", ":2: alasan tidak boleh kosong"),
        ("aturan,teks,alasan,sampai\nTGT-01,x,y,31/02/2026\n", ":2: sampai: '31/02/2026' bukan tanggal"),
        ("aturan,teks,alasan\nTGT-01,x,y,z\n", ":2: lebih banyak isian daripada kolom"),
    ],
)
def test_csv_errors_name_the_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / NAMA
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        baca(path)
    assert f"{NAMA}{said}" in str(error.value)


def test_no_file_is_no_entry(tmp_path: Path) -> None:
    assert baca(tmp_path / NAMA) == ()

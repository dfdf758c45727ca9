"""The other commands, help, language and what happens when something goes wrong inside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck import __version__
from doccheck import config as konfigurasi
from doccheck.cli import COMMANDS, init
from tests.workspace.dokumen import renstra

from .conftest import Jalan

Doccheck = Callable[..., Jalan]


def test_version(doccheck: Doccheck) -> None:
    assert doccheck("--version") == (0, f"doccheck {__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_both_languages(doccheck: Doccheck, command: str) -> None:
    assert doccheck(command, "-h").keluar.startswith("Pemakaian:")
    assert doccheck(command, "-h", "--lang", "en").keluar.startswith("Usage:")


def test_no_command_shows_the_help(doccheck: Doccheck) -> None:
    hasil = doccheck()
    assert hasil.kode == 2
    assert all(command in hasil.galat for command in COMMANDS)


def test_a_misspelt_command_suggests_the_right_one(doccheck: Doccheck) -> None:
    hasil = doccheck("chek")
    assert hasil.kode == 2
    assert "Mungkin: check?" in hasil.galat


def test_the_language_may_come_from_the_environment(doccheck: Doccheck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCCHECK_LANG", "en")
    assert doccheck("-h").keluar.startswith("Usage:")
    assert doccheck("-h", "--lang=id").keluar.startswith("Pemakaian:")


def test_extract_prints_the_tree(doccheck: Doccheck, tmp_path: Path) -> None:
    hasil = doccheck("extract", renstra(tmp_path / "renstra.html"))
    assert hasil.kode == 0
    assert "Meningkatnya keselamatan lalu lintas" in hasil.keluar
    assert "2026: 8" in hasil.keluar


def test_rules_lists_every_rule(doccheck: Doccheck) -> None:
    rows = json.loads(doccheck("rules", "--format", "json").keluar)
    table = doccheck("rules").keluar
    assert rows
    assert all(row["id"] in table for row in rows)


def test_explain_prints_the_rule_in_both_languages(doccheck: Doccheck) -> None:
    row = next(row for row in json.loads(doccheck("rules", "--format", "json").keluar) if row["id"] == "TGT-01")
    hasil = doccheck("explain", "tgt-01")
    assert hasil.kode == 0
    assert f"TGT-01  {row['nama']}" in hasil.keluar
    assert "Apa yang diperiksa" in hasil.keluar
    assert "Severity: " in doccheck("explain", "TGT-01", "--lang", "en").keluar


def test_explain_of_an_unknown_rule_suggests_near_ones(doccheck: Doccheck) -> None:
    hasil = doccheck("explain", "TGT-0")
    assert hasil.kode == 2
    assert "TGT-01" in hasil.galat


@pytest.mark.parametrize("lang", ["id", "en"])
def test_init_writes_a_configuration_that_changes_nothing(doccheck: Doccheck, tmp_path: Path, lang: str) -> None:
    assert doccheck("init", tmp_path, "--lang", lang).kode == 0
    loaded = konfigurasi.load(tmp_path / "doccheck.toml")
    assert replace(loaded, aturan=replace(loaded.aturan, asal=""), asal="") == konfigurasi.Config()  # but for where it was read


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_init_comments_out_is_valid(doccheck: Doccheck, tmp_path: Path, lang: str) -> None:
    doccheck("init", tmp_path, "--lang", lang)
    path = tmp_path / "doccheck.toml"
    lines = [line.removeprefix("# ") for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(line for line in lines if ("=" in line or line.startswith("[")) and "warisi" not in line), encoding="utf-8")
    config = konfigurasi.load(path)
    assert set(config.dokumen) == {"renstra-dishub.pdf", "arsip/*"}
    said = set(config.isi) | {"warisi"}
    assert said == {name for name in konfigurasi.Config.__struct_encode_fields__ if not name.startswith(konfigurasi.DALAM)}
    shown = {"aturan": konfigurasi.AturanConfig, "capaian": konfigurasi.CapaianConfig, "bulanan": konfigurasi.BulananConfig}
    for table, kind in shown.items():
        assert set(config.isi[table]) == {name for name in kind.__struct_encode_fields__ if not name.startswith(konfigurasi.DALAM)}


def test_init_overwrites_only_by_force(doccheck: Doccheck, tmp_path: Path) -> None:
    (tmp_path / "doccheck.toml").write_text("tahun = 2026\n")
    hasil = doccheck("init", tmp_path)
    assert hasil.kode == 2
    assert "--force" in hasil.galat
    assert doccheck("init", tmp_path, "--force").kode == 0


def test_a_fault_inside_is_one_line_for_users(doccheck: Doccheck, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail() -> str:
        raise ValueError("bilangan aneh")

    monkeypatch.setattr(init, "isi", fail)
    hasil = doccheck("init", tmp_path)
    assert hasil.kode == 70
    assert hasil.galat == "Galat: kesalahan di dalam doccheck, mohon dilaporkan (ValueError: bilangan aneh)\n"


def test_ctrl_c_ends_quietly(doccheck: Doccheck, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(init, "isi", interrupt)
    hasil = doccheck("init", tmp_path)
    assert (hasil.kode, hasil.keluar, hasil.galat.strip()) == (130, "", "Dihentikan.")


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    file = renstra(tmp_path / "renstra.html")
    command = [sys.executable, "-m", "doccheck", "extract", str(file), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_matrix_prints_links_as_json_and_as_a_table(doccheck: Doccheck, tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    hasil = doccheck("matrix", tmp_path, "--format", "json")
    assert hasil.kode == 0
    isi = json.loads(hasil.keluar)
    assert set(isi) == {"versi", "tautan", "tanpa_turunan", "tanpa_induk", "catatan", "keadaan", "pilihan", "putusan"}
    assert "tautan" in doccheck("matrix", tmp_path).keluar


def test_extract_of_a_folder_gives_every_document(doccheck: Doccheck, tmp_path: Path) -> None:
    renstra(tmp_path / "b.html")
    renstra(tmp_path / "a" / "c.html")
    (tmp_path / "kosong.pdf").write_bytes(b"")
    hasil = doccheck("extract", tmp_path, "--format", "json")
    assert hasil.kode == 3
    isi = json.loads(hasil.keluar)
    assert [one["dokumen"]["berkas"] for one in isi["dokumen_dokumen"]] == ["a/c.html", "b.html", "kosong.pdf"]
    assert [note["kode"] for note in isi["dokumen_dokumen"][2]["catatan"]] == ["EXT-09"]
    single = json.loads(doccheck("extract", tmp_path / "b.html", "--format", "json").keluar)
    assert single == isi["dokumen_dokumen"][1]


def test_extract_writes_files_for_people_who_want_the_data(doccheck: Doccheck, tmp_path: Path) -> None:
    file = renstra(tmp_path / "renstra.html")
    assert doccheck("extract", file, "--format", "xlsx").kode == 2
    assert doccheck("extract", file, "--format", "xlsx", "-o", tmp_path / "data" / "a.xlsx").kode == 0
    assert (tmp_path / "data" / "a.xlsx").read_bytes().startswith(b"PK")
    assert doccheck("extract", file, "--format", "csv").keluar.startswith("Dokumen,Jenis,")
    assert doccheck("extract", file, "-o", tmp_path / "pohon.txt").keluar == ""
    assert "Meningkatnya keselamatan" in (tmp_path / "pohon.txt").read_text(encoding="utf-8")
    assert "bukan PDF" in doccheck("extract", file, "--overlay", tmp_path / "gambar").galat


@pytest.mark.parametrize("limit", ["--batas-waktu=60", "--batas-memori=4000", "--tanpa-cache"])
def test_extract_in_a_process_of_its_own_gives_the_same(doccheck: Doccheck, tmp_path: Path, limit: str) -> None:
    file = renstra(tmp_path / "renstra.html")
    plain = doccheck("extract", file, "--format", "json", "--tanpa-cache")
    assert doccheck("extract", file, "--format", "json", limit) == plain
    assert doccheck("extract", file, "--format", "json") == doccheck("extract", file, "--format", "json") == plain


def test_cache_tells_what_it_holds_and_forgets_it(doccheck: Doccheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCCHECK_CACHE", str(tmp_path / "simpanan"))
    doccheck("extract", renstra(tmp_path / "renstra.html"))
    assert "1 dokumen" in doccheck("cache", "info").keluar
    assert "1 document," in doccheck("cache", "clear", "--lang", "en").keluar
    assert "0 dokumen" in doccheck("cache", "info").keluar

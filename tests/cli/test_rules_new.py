"""`doccheck rules new`: the scaffold is a rule that works, examples and all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from doccheck.aturan import sertakan
from doccheck.checks import load_rule, run
from doccheck.checks.examples import dokumen
from doccheck.cli.rules import command
from doccheck.config import Config
from doccheck.match import tautkan
from tests.workspace.dokumen import renstra

from .conftest import Jalan

Doccheck = Callable[..., Jalan]


def test_the_scaffold_is_a_working_rule(tmp_path: Path) -> None:
    result = CliRunner().invoke(command(), ["new", "ind-91", "--folder", str(tmp_path)])
    assert result.exit_code == 0, result.output
    rule = load_rule(Path(result.stdout.strip()))
    assert rule.id == "IND-91"
    for example, count in [*((one, 1) for one in rule.contoh.salah), *((one, 0) for one in rule.contoh.benar)]:
        documents = dokumen(example.dokumen)
        assert len(run(documents, tautkan(documents), Config(), "id", [rule]).findings) == count


def test_a_rule_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    for id in ("IND-01x", "XYZ-01"):
        assert CliRunner().invoke(command(), ["new", id, "--folder", str(tmp_path)]).exit_code == 2
    first = CliRunner().invoke(command(), ["new", "IND-92", "--folder", str(tmp_path)])
    assert first.exit_code == 0
    assert CliRunner().invoke(command(), ["new", "IND-92", "--folder", str(tmp_path)]).exit_code == 2


def test_the_table_is_still_shown() -> None:
    assert "IND-01" in CliRunner().invoke(command(), ["--format", "json"]).output


def _ganti(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def sendiri(doccheck: Doccheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of documents with an own rule, as docs/aturan-baru.md makes it."""
    monkeypatch.chdir(tmp_path)
    assert doccheck("rules", "new", "IND-90").keluar.strip() == "doccheck-aturan/IND-90.yaml"
    yield tmp_path / "doccheck-aturan" / "IND-90.yaml"
    sertakan(None)


def test_the_page_for_rule_authors_works_word_for_word(doccheck: Doccheck, sendiri: Path) -> None:
    assert doccheck("rules", "test").kode == 0
    _ganti(sendiri, ("nama: Indikator memakai kata contoh", "nama: Indikator memakai kata kepuasan"))
    _ganti(sendiri, (r"'\bkata contoh\b'", r"'\bkepuasan\b'"))
    hasil = doccheck("rules", "test", "ind-90")
    assert hasil.kode == 1
    assert "SALAH  salah: kata contoh di tengah\n         seharusnya 1 temuan, ternyata 0" in hasil.keluar
    assert "sesuai  benar: ukuran biasa" in hasil.keluar
    _ganti(sendiri, ("memuat: [kata contoh]", "memuat: [kepuasan]"))
    _ganti(sendiri, ("kata contoh jalan", "kepuasan jalan"), ("Indeks kata contoh", "Indeks kepuasan"))
    assert doccheck("rules", "test", "IND-90").kode == 0
    renstra(sendiri.parent.parent / "renstra.html")
    found = json.loads(doccheck("check", ".", "--hanya", "IND-90", "--format", "json").keluar)["findings"]
    assert [(one["aturan"], "Indeks kepuasan masyarakat" in one["kondisi"]) for one in found] == [("IND-90", True)]
    for form in ("html", "sarif", "markdown", "lhe"):
        assert doccheck("check", ".", "--format", form, "-o", f"laporan.{form}", "--fail-on", "tidak").kode == 0
    assert "IND-90  Indikator memakai kata kepuasan" in doccheck("explain", "IND-90", "--lang", "en").keluar
    assert "IND-90" in doccheck("rules", "list").keluar
    (sendiri.parent.parent / "doccheck.toml").write_text('[aturan]\nnonaktif = ["IND-90"]\n', encoding="utf-8")
    assert not [one for one in json.loads(doccheck("check", ".", "--format", "json").keluar)["findings"] if one["aturan"] == "IND-90"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kriteria:", "kriteri:", "IND-90.yaml:18: tidak ada pengaturan kriteri; maksud Anda kriteria?"),
        ("keparahan: rendah", "keparahan: ringan", "IND-90.yaml:5: keparahan: tidak mengenal ringan"),
        ("milik and teks", "miliknya and teks", "ekspresi: tidak ada nama miliknya"),
        ("milik and teks", "milik and (teks", "ekspresi: "),
        ("dalam {{ dok }}", "dalam {{ dokumenn }}", "aturan IND-90: kalimatnya tidak dapat diisi ('dokumenn' is undefined)"),
        ("milik and teks | cocok(pola)", "teks > 5", "ekspresi 'teks > 5' tidak dapat dinilai"),
        ("nama: Indikator", "  nama: Indikator", "bukan YAML yang sah"),
        ("  apa: Mencari", "  apaa: Mencari", "IND-90.yaml:22: tidak ada pengaturan apaa di [penjelasan]; maksud Anda apa?"),
        ("id: IND-90", "id: IND-91", "id IND-91 bukan nama berkasnya"),
        ("pd: Dinas Perhubungan", "dinas: Perhubungan", "dokumen contoh tidak dapat dibaca"),
    ],
)
def test_a_fault_of_an_own_rule_is_told_to_its_author(doccheck: Doccheck, sendiri: Path, old: str, new: str, said: str) -> None:
    _ganti(sendiri, (old, new))
    hasil = doccheck("rules", "test")
    assert hasil.kode == (1 if "contoh" in said else 2)
    assert said in hasil.galat + hasil.keluar


def test_an_own_rule_does_not_replace_a_shipped_one(doccheck: Doccheck, sendiri: Path) -> None:
    assert doccheck("rules", "new", "IND-01").kode == 2
    (sendiri.parent / "IND-01.yaml").write_text(sendiri.read_text(encoding="utf-8").replace("IND-90", "IND-01"), encoding="utf-8")
    hasil = doccheck("rules", "list")
    assert (hasil.kode, "aturan IND-01 sudah ada" in hasil.galat) == (2, True)

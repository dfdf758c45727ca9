"""--watch, the Word and Excel forms from the command line, and copies of the templates."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from doccheck.cli.pantau import berubah, keadaan, pantau, sekitar

from ..workspace.dokumen import pk, renstra
from .conftest import Jalan


def test_a_change_is_noticed_and_our_own_report_is_none(tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    report = tmp_path / "laporan.xlsx"
    before = keadaan([tmp_path], kecuali=[report])
    report.write_bytes(b"laporan")
    (tmp_path / "doccheck.toml").write_text("")
    assert berubah(before, keadaan([tmp_path], kecuali=[report])) == []
    assert [path.name for path in berubah(before, keadaan([tmp_path], [tmp_path / "doccheck.toml"], [report]))] == ["doccheck.toml"]
    (tmp_path / "baru.docx").write_bytes(b"x")
    assert [path.name for path in berubah(before, keadaan([tmp_path], kecuali=[report]))] == ["baru.docx"]


def test_it_runs_again_after_a_change_once_the_file_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    a, b = Path("a.pdf"), Path("b.pdf")
    looks = iter([{a: (1, 1)}, {a: (1, 1)}, {a: (2, 1)}, {a: (3, 2)}, {a: (3, 2)}, *[{a: (3, 2), b: (1, 1)}] * 3])
    runs: list[int] = []

    def look() -> dict[Path, tuple[int, int]]:
        try:
            return next(looks)
        except StopIteration:
            raise KeyboardInterrupt from None

    pantau(look, lambda: runs.append(1), lambda _seconds: None)
    shown = capsys.readouterr().err
    assert len(runs) == 3  # at first, after a.pdf was whole, after b.pdf came
    assert "berubah: a.pdf" in shown
    assert "berubah: b.pdf" in shown
    assert shown.endswith("Pemantauan dihentikan.\n")


def test_a_fault_of_the_configuration_does_not_end_the_watch(capsys: pytest.CaptureFixture[str]) -> None:
    from doccheck.config import ConfigError

    looks = iter([{}, *[{Path("doccheck.toml"): (1, 1)}] * 3])
    runs: list[int] = []

    def look() -> dict[Path, tuple[int, int]]:
        try:
            return next(looks)
        except StopIteration:
            raise KeyboardInterrupt from None

    def run() -> None:
        runs.append(1)
        raise ConfigError("doccheck.toml: kunci salah")

    pantau(look, run, lambda _seconds: None)
    assert len(runs) == 2
    assert capsys.readouterr().err.count("kunci salah") == 2


def _answer_ctrl_c() -> None:
    """A job in the background of a script inherits that SIGINT is ignored; a terminal's doesn't."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_a_real_watch_without_a_traceback(tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    command = [sys.executable, "-m", "doccheck", "check", str(tmp_path), "--watch", "-q", "--tanpa-cache"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=_answer_ctrl_c,
        env={**os.environ, "NO_COLOR": "1"},
    ) as process:  # fmt: skip
        assert process.stderr is not None
        for line in process.stderr:
            if "Ctrl-C" in line:
                break
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        try:
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "Traceback" not in out + err
    assert "Pemantauan dihentikan." in err
    assert process.returncode == 0


@pytest.mark.parametrize(("form", "name"), [("lhe", "lhe.docx"), ("reviu", "reviu.docx"), ("kke", "kke.xlsx")])
def test_the_forms_are_written_where_no_name_is_given(
    doccheck: Callable[..., Jalan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, name: str
) -> None:
    renstra(tmp_path / "renstra.html")
    monkeypatch.chdir(tmp_path)
    hasil = doccheck("check", tmp_path, "--format", form, "--fail-on", "tidak")
    assert hasil.kode == 0, hasil.galat
    assert (tmp_path / name).stat().st_size > 5_000
    assert "1 dokumen dibaca" in doccheck("check", tmp_path, "-q", "--fail-on", "tidak").keluar  # the report is no document


def test_decisions_are_read_and_never_overwritten(doccheck: Callable[..., Jalan], tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    pk(tmp_path / "pk.html", target="9,5")
    paper = tmp_path / "keputusan.xlsx"
    first = doccheck("check", tmp_path, "--format", "kke", "-o", paper, "--hanya", "TGT-01", "--fail-on", "info")
    assert first.kode == 1
    book = load_workbook(paper)
    sheet = book["Temuan"]
    heads = [cell.value for cell in sheet[4]]
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, heads.index("keputusan") + 1).value = "ditolak"
        sheet.cell(row, heads.index("alasan") + 1).value = "Renstra diubah"
    book.save(paper)
    second = doccheck("check", tmp_path, "--keputusan", paper, "--hanya", "TGT-01", "--fail-on", "info")
    assert second.kode == 0
    assert "Renstra diubah" in second.keluar
    again = doccheck("check", tmp_path, "--format", "kke", "-o", paper)
    assert again.kode == 2
    assert "memuat keputusan" in again.galat


def test_templates_are_copied_once_and_used(doccheck: Callable[..., Jalan], tmp_path: Path) -> None:
    renstra(tmp_path / "renstra.html")
    office = tmp_path / "templat"
    assert doccheck("templates", "export", office).kode == 0
    assert sorted(path.name for path in office.iterdir()) == ["lhe.docx", "lhe.en.docx", "reviu.docx", "reviu.en.docx"]
    assert doccheck("templates", "export", office).kode == 2
    document = Document(str(office / "lhe.docx"))
    document.paragraphs[0].runs[0].text = "INSPEKTORAT KOTA SEMBILANG"
    document.save(str(office / "lhe.docx"))
    target = tmp_path / "hasil.docx"
    hasil = doccheck("check", tmp_path, "--format", "lhe", "-o", target, "--templat", office, "--fail-on", "tidak")
    assert hasil.kode == 0, hasil.galat
    assert Document(str(target)).paragraphs[0].text == "INSPEKTORAT KOTA SEMBILANG"


def test_what_a_configuration_inherits_and_own_rules_are_watched(tmp_path: Path) -> None:
    dokumen = tmp_path / "kota" / "dokumen"
    (dokumen / "doccheck-aturan").mkdir(parents=True)
    files = {
        tmp_path / "negara.toml": "tahun = 2026\n",
        tmp_path / "provinsi.toml": 'warisi = ["negara.toml"]\n',
        tmp_path / "kota" / "doccheck.toml": 'warisi = ["../provinsi.toml"]\n',
        dokumen / "doccheck-aturan" / "IND-90.yaml": "id: IND-90\n",
    }
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    seen = {path.resolve() for path in sekitar([dokumen], None, None)}
    assert {path.resolve() for path in files} <= seen
    (tmp_path / "negara.toml").write_text("tahun = [\n", encoding="utf-8")
    assert (tmp_path / "kota" / "doccheck.toml").resolve() in {path.resolve() for path in sekitar([dokumen], None, None)}

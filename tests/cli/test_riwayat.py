"""`doccheck baseline`, `check --baseline/--only-new/--since` and the forms for CI, on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from doccheck.triase.abaikan import NAMA
from tests.workspace.dokumen import pk, renstra

from .conftest import Jalan

Doccheck = Callable[..., Jalan]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Renstra, and a PK whose target differs from it (TGT-01)."""
    renstra(tmp_path / "dok" / "renstra.html")
    pk(tmp_path / "dok" / "pk.html")
    return tmp_path / "dok"


def _rules(hasil: Jalan) -> list[str]:
    return [finding["aturan"] for finding in json.loads(hasil.keluar)["findings"]]


def test_a_baseline_makes_known_findings_old(doccheck: Doccheck, folder: Path) -> None:
    hasil = doccheck("baseline", folder, "--tanggal", "2026-01-02", "-q")
    assert hasil.kode == 0, hasil.galat
    path = folder / ".doccheck" / "baseline.json"
    assert "TGT-01" in {item["aturan"] for item in json.loads(path.read_text(encoding="utf-8"))["temuan"]}
    renstra(folder / "lain" / "renstra.html", dinas="Dinas Sosial")
    pk(folder / "lain" / "pk.html", dinas="Dinas Sosial", target="10")
    isi = json.loads(doccheck("check", folder, "--format", "json").keluar)
    assert isi["baseline"]["tanggal"] == "2026-01-02"
    new = [f for f in isi["findings"] if f["sidik"] in isi["baseline"]["baru"]]
    assert {f["perangkat_daerah"] for f in new} == {"Dinas Sosial"}
    only = json.loads(doccheck("check", folder, "--format", "json", "--only-new").keluar)
    assert only["findings"] == new
    assert "paling lama" in doccheck("check", folder).keluar


def test_a_baseline_is_made_with_the_rules_of_its_profile(doccheck: Doccheck, folder: Path) -> None:
    doccheck("baseline", folder, "-q", "--profil", "pra-reviu")
    kept = json.loads((folder / ".doccheck" / "baseline.json").read_text(encoding="utf-8"))["temuan"]
    assert "TGT-01" in {item["aturan"] for item in kept}
    assert not {"PK-01", "PK-02"} & {item["aturan"] for item in kept}
    assert json.loads(doccheck("check", folder, "--format", "json", "--only-new", "--profil", "pra-reviu").keluar)["findings"] == []
    doccheck("baseline", folder, "-q")
    isi = json.loads(doccheck("check", folder, "--format", "json", "--profil", "pra-reviu").keluar)
    assert isi["baseline"]["selesai"] == []  # what the profile does not look at is not solved


def test_only_new_is_green_when_nothing_is_new_and_needs_a_baseline(doccheck: Doccheck, folder: Path) -> None:
    assert doccheck("check", folder, "--only-new").kode == 2
    assert doccheck("check", folder).kode == 1
    doccheck("baseline", folder, "-q")
    assert doccheck("check", folder, "--only-new").kode == 0
    assert doccheck("check", folder).kode == 1


def test_renewing_a_baseline_counts_what_is_solved(doccheck: Doccheck, folder: Path) -> None:
    doccheck("baseline", folder, "-q")
    pk(folder / "pk.html", target="8")
    assert "1 selesai" in doccheck("check", folder).keluar
    assert "1 selesai" in doccheck("baseline", folder, "-q").keluar


def test_no_baseline_is_made_of_nothing(doccheck: Doccheck, rusak: Path) -> None:
    assert doccheck("baseline", rusak, "-q").kode == 3
    assert not (rusak / ".doccheck").exists()


def _git(folder: Path, *args: str) -> None:
    identity = ("-c", "user.name=Uji", "-c", "user.email=uji@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *args], check=True, capture_output=True)


def test_since_shows_findings_of_changed_documents_only(doccheck: Doccheck, folder: Path) -> None:
    renstra(folder / "dinsos ü" / "renstra.html", dinas="Dinas Sosial")
    pk(folder / "dinsos ü" / "pk.html", dinas="Dinas Sosial")
    _git(folder.parent, "init", "-q")
    _git(folder.parent, "add", ".")
    _git(folder.parent, "commit", "-q", "-m", "awal")
    assert _rules(doccheck("check", folder, "--format", "json", "--since", "HEAD", "--hanya", "TGT-01")) == []
    pk(folder / "dinsos ü" / "pk.html", dinas="Dinas Sosial", target="11")
    isi = json.loads(doccheck("check", folder, "--format", "json", "--since", "HEAD", "--hanya", "TGT-01").keluar)
    assert [f["perangkat_daerah"] for f in isi["findings"]] == ["Dinas Sosial"]
    assert len(isi["dokumen"]) == 4


@pytest.mark.parametrize("rev", ["tidak-ada", "--output=x"])
def test_an_unknown_revision_is_said_before_anything_is_read(doccheck: Doccheck, folder: Path, rev: str) -> None:
    _git(folder, "init", "-q")
    hasil = doccheck("check", folder, f"--since={rev}")
    assert hasil.kode == 2
    assert "--since" in hasil.galat
    assert list(folder.parent.rglob("x")) == []


def test_a_csv_beside_the_documents_sets_findings_aside(doccheck: Doccheck, folder: Path) -> None:
    entries = "TGT-01;pk.html;Renstra sedang diubah;Bappeda\nSEL-05;pk.html;lama;\n"
    (folder / NAMA).write_text(f"aturan;dokumen;alasan;oleh\n{entries}", encoding="utf-8")
    hasil = doccheck("check", folder, "--format", "json", "--hanya", "TGT-01,SEL-05")
    isi = json.loads(hasil.keluar)
    assert hasil.kode == 0
    assert [d["berkas"] for d in isi["dokumen"]] == ["pk.html", "renstra.html"]
    assert [(one["finding"]["aturan"], one["alasan"], one["asal"]) for one in isi["diabaikan"]] == [
        ("TGT-01", "Renstra sedang diubah", f"{NAMA}:2")
    ]
    assert [item["asal"] for item in isi["abaikan_usang"]] == [f"{NAMA}:3"]
    text = doccheck("check", folder, "--hanya", "TGT-01").keluar
    assert "Renstra sedang diubah · Bappeda" in " ".join(text.split())
    assert json.loads(doccheck("check", folder, "--format", "json", "--hanya", "TGT-01").keluar)["abaikan_usang"] == []
    html = folder.parent / "l.html"
    doccheck("check", folder, "--hanya", "TGT-01,SEL-05", "--format", "html", "-o", html)
    assert "1 temuan diabaikan dengan alasan; 1 pengabaian tidak terpakai" in html.read_text(encoding="utf-8")


def test_a_faulty_csv_is_an_error_with_its_line(doccheck: Doccheck, folder: Path) -> None:
    (folder / NAMA).write_text("aturan;dokumen;alasan\nTGT-01;pk.html;\n", encoding="utf-8")
    hasil = doccheck("check", folder)
    assert hasil.kode == 2
    assert f"{NAMA}:2: alasan tidak boleh kosong" in hasil.galat


@pytest.mark.parametrize(
    ("form", "sign"),
    [("sarif", '"ruleId": "TGT-01"'), ("junit", "<failure"), ("gitlab", '"check_name": "TGT-01"'), ("github", "::error file="),
     ("markdown", "TGT-01: ")],
)  # fmt: skip
def test_forms_for_ci_go_to_stdout_or_a_file(doccheck: Doccheck, folder: Path, tmp_path: Path, form: str, sign: str) -> None:
    hasil = doccheck("check", folder, "--format", form)
    assert hasil.kode == 1
    assert sign in hasil.keluar
    target = tmp_path / "hasil" / f"laporan.{form}"
    assert doccheck("check", folder, "--format", form, "-o", target).kode == 1
    assert target.read_text(encoding="utf-8") == hasil.keluar


def test_paths_of_the_forms_begin_at_the_working_folder(doccheck: Doccheck, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert "::error file=dok/pk.html,line=1" in doccheck("check", "dok", "--format", "github", "--hanya", "TGT-01").keluar

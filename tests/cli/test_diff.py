"""`doccheck diff` on the command line: the three forms, documents beside, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from lxml import html

from doccheck.workspace import discover
from tests.workspace.dokumen import pk, renstra

from .conftest import Jalan

Doccheck = Callable[..., Jalan]
SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "diff.schema.json"


@pytest.fixture
def versi(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders: in the new one the Renstra promises 7 instead of 8 accidents in 2026; the PK stays at 8."""
    lama, baru = tmp_path / "lama", tmp_path / "baru"
    for folder in (lama, baru):
        renstra(folder / "renstra.html")
        pk(folder / "pk.html", target="8")
    text = (baru / "renstra.html").read_text(encoding="utf-8")
    (baru / "renstra.html").write_text(text.replace("<td>8</td>", "<td>7</td>"), encoding="utf-8")
    return lama, baru


def test_the_terminal_shows_changes_suspects_and_findings(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    hasil = doccheck("diff", *versi)
    assert hasil.kode == 0, hasil.galat
    text = " ".join(hasil.keluar.split())
    assert "Target berubah: 2026: 8 → 7" in text
    assert "Tautan yang perlu dilihat kembali" in text
    assert "↳ pk.html: “Angka kecelakaan per 10.000 penduduk”" in text
    assert "1 baru" in text


def test_profiles_hold_in_comparisons(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    """Of the file, and of the command line."""
    every = json.loads(doccheck("diff", *versi, "--format", "json").keluar)["temuan"]
    assert {"PK-01", "PK-02"} <= {f["aturan"] for f in every["tetap"]}
    named = json.loads(doccheck("diff", *versi, "--format", "json", "--profil", "pra-reviu").keluar)["temuan"]
    (versi[1] / "doccheck.toml").write_text('profil = ["pra-reviu"]\n', encoding="utf-8")
    assert json.loads(doccheck("diff", *versi, "--format", "json").keluar)["temuan"] == named
    assert not {"PK-01", "PK-02"} & {f["aturan"] for f in named["tetap"]}
    assert [f["aturan"] for f in named["baru"]] == ["TGT-01"]


def test_json_obeys_its_schema(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    isi = json.loads(doccheck("diff", *versi, "--format", "json").keluar)
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(isi)
    (change,) = [one for pair in isi["dokumen"] for one in pair["perubahan"]]
    assert (change["jenis"], change["tahun"], change["lama"], change["baru"]) == ("target", "2026", "8", "7")
    assert [one["bawah"]["berkas"] for one in isi["tersangka"]] == ["pk.html"]
    assert [f["aturan"] for f in isi["temuan"]["baru"]] == ["TGT-01"]


def test_html_is_one_file_that_is_no_document_of_the_next_run(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    page = versi[1] / "perubahan.html"
    assert doccheck("diff", *versi, "--format", "html", "-o", page).kode == 0
    assert page not in discover([versi[1]])
    body = html.fromstring(page.read_text(encoding="utf-8"))
    assert "2026: 8 → 7" in " ".join(body.text_content().split())
    assert not body.xpath("//script | //*[@src] | //link[not(starts-with(@href, 'data:'))]")


def test_documents_that_vanish_and_come_are_named(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    lama, baru = versi
    pk(lama / "sosial" / "pk.html", dinas="Dinas Sosial")
    renstra(baru / "kesehatan" / "renstra.html", dinas="Dinas Kesehatan")
    isi = json.loads(doccheck("diff", lama, baru, "--format", "json").keluar)
    pairs = [tuple(pair[side] and pair[side]["berkas"] for side in ("lama", "baru")) for pair in isi["dokumen"]]
    assert sorted(pairs, key=str) == sorted(
        [("pk.html", "pk.html"), ("renstra.html", "renstra.html"), ("sosial/pk.html", None), (None, "kesehatan/renstra.html")], key=str
    )
    text = " ".join(doccheck("diff", lama, baru).keluar.split())
    assert "sosial/pk.html" in text
    assert "kesehatan/renstra.html" in text


def test_a_goal_that_moves_below_another_is_told_in_a_folder(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    lama, baru = versi
    rows = (
        ("Meningkatnya kualitas layanan perhubungan", "Indeks kepuasan masyarakat"),
        ("Terwujudnya keamanan transportasi kota", "Persentase simpang aman"),
    )
    goal = ("Meningkatnya keselamatan lalu lintas", "Angka kecelakaan per 10.000 penduduk")
    for folder, under in ((lama, 0), (baru, 1)):
        page = (folder / "renstra.html").read_text(encoding="utf-8")
        body = ""
        for at, (tujuan, indikator) in enumerate(rows):
            body += f"<tr><td>{tujuan}</td><td></td><td>{indikator}</td><td>%</td><td>80</td>{'<td>81</td>' * 5}</tr>"
            if at == under:
                body += f"<tr><td></td><td>{goal[0]}</td><td>{goal[1]}</td><td>Angka</td><td>9,5</td>{'<td>8</td>' * 5}</tr>"
        head, _sep, rest = page.partition("<tr><td>")
        (folder / "renstra.html").write_text(head + body + "</table>" + rest.partition("</table>")[2], encoding="utf-8")
    isi = json.loads(doccheck("diff", lama, baru, "--format", "json").keluar)
    changes = [one for pair in isi["dokumen"] for one in pair["perubahan"]]
    assert [(one["jenis"], one["uraian"], one["lama"], one["baru"]) for one in changes] == [("pindah", goal[0], rows[0][0], rows[1][0])]


def test_single_files_with_documents_beside(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    lama, baru = versi
    isi = json.loads(
        doccheck("diff", lama / "renstra.html", baru / "renstra.html", "--dengan", lama / "pk.html", "--format", "json").keluar
    )
    assert [(pair["lama"]["berkas"], pair["baru"]["berkas"]) for pair in isi["dokumen"]] == [("renstra.html", "renstra.html")]
    assert [one["bawah"]["berkas"] for one in isi["tersangka"]] == ["(tetap)/pk.html"]


def test_in_english(doccheck: Doccheck, versi: tuple[Path, Path]) -> None:
    text = doccheck("diff", *versi, "--lang", "en").keluar
    assert "Target changed: 2026: 8 → 7" in text
    assert "Links to look at again" in text


def test_nothing_to_compare_has_its_own_exit_code(doccheck: Doccheck, versi: tuple[Path, Path], rusak: Path) -> None:
    assert doccheck("diff", versi[0], rusak).kode == 3
    (versi[1] / "kosong.pdf").write_bytes(b"")
    assert doccheck("diff", *versi).kode == 4

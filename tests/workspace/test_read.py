"""Reading a folder: failures become notes, the configuration overrides identities, processes change nothing."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from doccheck import config as konfigurasi
from doccheck import pembacaan, workspace
from doccheck.catatan import catatan
from doccheck.config import Config, IdentitasConfig
from doccheck.model import Dokumen, Kinerja
from doccheck.model import Report as Laporan
from doccheck.proses.batas import Batas

from .dokumen import renstra


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    renstra(tmp_path / "dishub" / "renstra.html")
    renstra(tmp_path / "dinkes" / "renstra.html", dinas="Dinas Kesehatan")
    (tmp_path / "kosong.pdf").write_bytes(b"")
    (tmp_path / "lama.docx").write_bytes(b"PK\x03\x04 rusak")
    return tmp_path


def test_documents_and_one_note_for_each_file_that_failed(folder: Path) -> None:
    documents, notes = workspace.read_documents([folder])
    assert [d.berkas for d in documents] == ["dinkes/renstra.html", "dishub/renstra.html"]
    assert [(n.berkas, n.kode) for n in notes] == [("kosong.pdf", "EXT-09"), ("lama.docx", "EXT-08")]


def test_the_fingerprint_is_of_the_file(folder: Path) -> None:
    documents, _notes = workspace.read_documents([folder / "dishub"])
    assert documents[0].sidik == hashlib.sha256((folder / "dishub" / "renstra.html").read_bytes()).hexdigest()


def test_the_result_does_not_depend_on_the_processes(folder: Path) -> None:
    assert workspace.read_documents([folder], jobs=1) == workspace.read_documents([folder], jobs=3)


def test_progress_counts_every_file(folder: Path) -> None:
    steps: list[tuple[int, int]] = []
    workspace.read_documents([folder], jobs=2, progress=lambda one: steps.append((one.dibaca, one.total)))
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_identities_of_the_configuration_win(folder: Path) -> None:
    identitas = {
        "dishub/renstra.html": IdentitasConfig(jenis="pk", perangkat_daerah="Dishub", tahun=2026),
        "dinkes/*": IdentitasConfig(abaikan=True),
        "kosong.pdf": IdentitasConfig(abaikan=True),
    }
    documents, notes = workspace.read_documents([folder], Config(dokumen=identitas))
    assert [(d.jenis, d.perangkat_daerah, d.tahun, d.keyakinan_jenis) for d in documents] == [("pk", "Dishub", 2026, 1.0)]
    assert [n.berkas for n in notes] == ["lama.docx"]


def test_the_projects_pemda_fills_in_only_where_none_was_read(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    found = {"dinkes": "Kota Delapan", "dishub": None}
    monkeypatch.setattr(
        pembacaan, "read_document", lambda path, **_: Dokumen(berkas="", pemda=found.get(path.parent.name))
    )
    documents, _notes = workspace.read_documents([folder / "dinkes", folder / "dishub"], Config(pemda="Kota Sembilang"), jobs=1)
    assert [d.pemda for d in documents] == ["Kota Delapan", "Kota Sembilang"]


def test_a_fault_while_reading_costs_one_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def fail(path: Path, **_options: object) -> Dokumen:
        if path.parent.name == "dishub":
            raise ValueError("bilangan aneh")
        return Dokumen(berkas="")

    monkeypatch.setattr(pembacaan, "read_document", fail)
    documents, notes = workspace.read_documents([folder], jobs=1)
    assert len(documents) == 3
    assert [(n.berkas, n.kode) for n in notes] == [("dishub/renstra.html", "EXT-15")]
    assert "ValueError: bilangan aneh" in notes[0].pesan


def test_a_document_has_a_time_limit(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(pembacaan, "read_document", lambda _path, **_: time.sleep(30))
    _documents, notes = workspace.read_documents([folder / "dishub"], batas=Batas(0.05))
    assert [n.kode for n in notes] == ["EXT-15"]
    assert "0.05 detik" in notes[0].pesan


def test_a_file_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    renstra(tmp_path / "biasa.html").rename(tmp_path / "renstra-\udce9.html")
    documents, _notes = workspace.read_documents([tmp_path])
    assert documents[0].berkas.encode() == "renstra-\ufffd.html".encode()


def test_documents_are_grouped_by_pemda() -> None:
    def names(*pemda: str | None) -> list[list[str | None]]:
        documents = [Dokumen(berkas=str(n), pemda=name) for n, name in enumerate(pemda)]
        return [[d.pemda for d in group] for group in workspace.per_pemda(documents)]

    assert names("Kota B", "Kota A", "KOTA  B") == [["Kota A"], ["Kota B", "KOTA  B"]]
    assert names("Kota A", None) == [["Kota A", None]]
    assert names("Kota A", None, "Kota B") == [[None], ["Kota A"], ["Kota B"]]
    assert names(None, None) == [[None, None]]
    assert names() == []


def test_what_was_examined_and_what_was_not_read() -> None:
    empty = Dokumen(berkas="pindaian.pdf", catatan=(catatan("EXT-01"),))
    odd = Dokumen(berkas="surat.pdf", catatan=(catatan("EXT-14"),))
    good = Dokumen(berkas="pk.pdf", kinerja=(Kinerja(id="k1", level="sasaran", uraian="Meningkatnya mutu"),))
    failed = catatan("EXT-09", berkas="kosong.pdf")
    report = Laporan(findings=(), documents=(empty, odd, good), notes=(failed,))
    assert workspace.unread(report) == ("kosong.pdf", "pindaian.pdf")
    assert workspace.examined(report)
    assert not workspace.examined(Laporan(findings=(), documents=(empty, odd)))


def test_a_misspelt_rule_is_refused_before_anything_is_read(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(workspace, "read_documents", lambda *_: pytest.fail("read the documents"))
    aturan = konfigurasi.AturanConfig(nonaktif=("TGT-99",))
    with pytest.raises(konfigurasi.ConfigError, match="TGT-99"):
        workspace.check(folder, Config(aturan=aturan))

"""Links that an earlier run found in the same documents are taken over, with the decisions that they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from doccheck import pertautan as pertautan_modul
from doccheck.match.putusan import Entri, memutus
from doccheck.model import Dokumen, Indikator, Kinerja
from doccheck.pertautan import Pertautan, pertautan
from doccheck.simpanan.cache import Cache


def _dokumen(berkas: str, jenis: str, indikator: str, agency: str | None = None) -> Dokumen:
    goal = Kinerja(id="1", level="sasaran", uraian="Meningkatnya kualitas jalan", indikator=(Indikator(uraian=indikator),))
    return Dokumen(berkas=berkas, jenis=jenis, pemda="Kota Contoh", perangkat_daerah=agency, periode=(2025, 2029), kinerja=(goal,))  # type: ignore[arg-type]


DOKUMEN = (
    _dokumen("rpjmd.pdf", "rpjmd", "Persentase jalan dalam kondisi mantap"),
    _dokumen("renstra.pdf", "renstra", "Persentase jalan mantap", "Dinas Pekerjaan Umum"),
)
PISAH = Entri("pasangan", ("Persentase jalan dalam kondisi mantap", "Persentase jalan mantap"), "beda")


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Numbers of documents that were really linked."""
    calls: list[int] = []
    tautkan = pertautan_modul.tautkan
    monkeypatch.setattr(pertautan_modul, "tautkan", lambda documents: calls.append(len(documents)) or tautkan(documents))
    return calls


def _run(cache: Cache | None, documents: tuple[Dokumen, ...] = DOKUMEN, decisions: tuple[Entri, ...] = ()) -> tuple[Pertautan, int]:
    with memutus(decisions) as known:
        return pertautan(documents, known, cache), len(known.terpakai())


def test_the_same_documents_are_linked_once(tmp_path: Path, computed: list[int]) -> None:
    first, _used = _run(Cache(tmp_path))
    assert [link.verdict for link in first.tautan if link.ke.indikator] == ["reworded"]
    assert first.berlaku == (0, 1)
    assert _run(Cache(tmp_path))[0] == first == _run(None)[0]
    assert computed == [2, 2]  # the first time, and without a cache


def test_another_reading_is_linked_anew(tmp_path: Path, computed: list[int]) -> None:
    _run(Cache(tmp_path))
    found, _used = _run(Cache(tmp_path), (DOKUMEN[0], replace(DOKUMEN[1], perangkat_daerah="Dinas Kesehatan")))
    assert computed == [2, 2]
    assert found.tautan


def test_decisions_are_part_of_it_and_are_noted_as_used(tmp_path: Path, computed: list[int]) -> None:
    cache = Cache(tmp_path)
    open_, _used = _run(cache)
    for _again in range(2):
        parted, used = _run(cache, decisions=(PISAH,))
        assert used == 1
        assert not [link for link in parted.tautan if link.ke.indikator]
    assert _run(cache)[0] == open_
    assert computed == [2, 2]


def test_versions_that_do_not_hold_are_left_out_again(tmp_path: Path, computed: list[int]) -> None:
    words = ("air", "sampah", "pasar")
    goals = tuple(Kinerja(id=word, level="sasaran", uraian=f"Meningkatnya layanan {word}") for word in words)
    final = replace(DOKUMEN[1], kinerja=goals)
    draft = replace(final, berkas="rancangan.pdf", status="rancangan")
    first, _used = _run(Cache(tmp_path), (draft, final))
    assert _run(Cache(tmp_path), (draft, final))[0] == first
    assert first.berlaku == (1,)
    assert [choice.lainnya for choice in first.pilihan] == [("rancangan.pdf",)]
    assert computed == [1]


def test_a_damaged_entry_is_computed_again(tmp_path: Path, computed: list[int]) -> None:
    first, _used = _run(Cache(tmp_path))
    (entry,) = (tmp_path / "ekstraksi").rglob("*.bin")
    entry.write_bytes(entry.read_bytes()[:-3])
    assert _run(Cache(tmp_path))[0] == first
    assert computed == [2, 2]

"""Many findings of one habit in one document become one, with all places; a person who sets one of them aside still can."""

from __future__ import annotations

from datetime import date

from doccheck.checks.abaikan import terapkan
from doccheck.checks.ringkas import ringkas
from doccheck.config import AbaikanConfig
from doccheck.model import Bukti, Finding, Report

HARI = date(2026, 11, 24)


def _finding(nomor: int, aturan: str = "TGT-14", dokumen: str = "rpjmd.pdf", telaah: bool = False, keyakinan: float = 0.9) -> Finding:
    return Finding(
        aturan=aturan,
        keparahan="tinggi",
        keyakinan=keyakinan,
        kondisi=f"Target “Indeks {nomor}” berupa rentang.",
        kriteria="Target tunggal.",
        akibat="Tidak terukur.",
        rekomendasi=f"Agar menetapkan target “Indeks {nomor}”.",
        sidik=f"{dokumen}{aturan}{nomor:012d}",
        bukti=(Bukti(dokumen=dokumen, kutipan=f"Indeks {nomor}", nilai=f"{nomor}-{nomor + 1}", peran="RPJMD 2025-2029", halaman=nomor),),
        telaah=telaah,
    )


MANY = [_finding(nomor) for nomor in range(1, 10)]


def test_more_than_the_limit_become_one_with_all_places() -> None:
    (one,) = ringkas(MANY, {"TGT-14": 5})
    assert one.kondisi.startswith("Target “Indeks 1” berupa rentang. Hal yang sama terdapat pada 8 butir lain")
    assert "“Indeks 2” (2-3; hal. 2)" in one.kondisi
    assert "2 lainnya" in one.kondisi
    assert [bukti.halaman for bukti in one.bukti] == list(range(1, 10))
    assert one.rekomendasi == "Agar menetapkan target “Indeks 1”. Hal yang sama berlaku bagi 8 butir lain yang disebut."


def test_up_to_the_limit_and_rules_without_one_stay_as_they_are() -> None:
    assert ringkas(MANY[:5], {"TGT-14": 5}) == MANY[:5]
    assert ringkas(MANY, {"TGT-07": 5}) == MANY


def test_other_documents_and_doubtful_ones_stand_apart() -> None:
    mixed = [*MANY, *[_finding(nomor, dokumen="renstra.pdf") for nomor in range(1, 8)], *[_finding(20 + n, telaah=True) for n in range(3)]]
    grouped = ringkas(mixed, {"TGT-14": 5})
    assert [(one.bukti[0].dokumen, len(one.bukti), one.telaah) for one in grouped] == [
        ("rpjmd.pdf", 9, False), ("renstra.pdf", 7, False), *[("rpjmd.pdf", 1, True)] * 3,
    ]  # fmt: skip


def test_the_least_sure_tells_how_sure_the_whole_is() -> None:
    (one,) = ringkas([*MANY, _finding(30, keyakinan=0.75)], {"TGT-14": 5})
    assert one.keyakinan == 0.75


def test_the_fingerprint_survives_one_more_row() -> None:
    assert ringkas(MANY, {"TGT-14": 5})[0].sidik == ringkas([*MANY, _finding(40)], {"TGT-14": 5})[0].sidik


def test_an_entry_by_words_takes_one_out_before_and_one_by_fingerprint_takes_the_whole() -> None:
    report = Report(findings=tuple(MANY), documents=())
    words = AbaikanConfig(aturan="TGT-14", teks="Indeks 3", alasan="Ditetapkan pusat", asal="doccheck.toml:1")
    result = terapkan(report, [words], HARI, ringkas=lambda found: ringkas(found, {"TGT-14": 5}))
    assert [len(one.bukti) for one in result.findings] == [8]
    assert [one.finding.bukti[0].kutipan for one in result.diabaikan] == ["Indeks 3"]
    whole = AbaikanConfig(sidik=ringkas(MANY, {"TGT-14": 5})[0].sidik, alasan="Diterima", asal="doccheck.toml:2")
    result = terapkan(report, [whole], HARI, ringkas=lambda found: ringkas(found, {"TGT-14": 5}))
    assert result.findings == ()
    assert result.abaikan_usang == ()

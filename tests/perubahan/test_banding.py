"""Pairs of documents, findings before and after, and links that turned suspect."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from doccheck.catatan import catatan
from doccheck.checks import load_rules
from doccheck.config import Config
from doccheck.model import Catatan, Dokumen, Report
from doccheck.perubahan import Perbandingan, bandingkan
from doccheck.perubahan.dokumen import pasangkan
from doccheck.workspace import check_documents

from .buat import RENSTRA, buat

RPJMD: dict[str, Any] = {
    "jenis": "rpjmd",
    "periode": [2025, 2029],
    "kinerja": [
        {
            "sasaran": "Meningkatnya kualitas konektivitas wilayah",
            "pj": "Dinas Perhubungan",
            "indikator": ["Indeks konektivitas | indeks | 2025: 0,42 | 2026: 0,44"],
        }
    ],
}
BAWAH: dict[str, Any] = {
    "jenis": "renstra",
    "pd": "Dinas Perhubungan",
    "periode": [2025, 2029],
    "kinerja": [
        {
            "tujuan": "Meningkatnya kualitas konektivitas wilayah",
            "rujukan": ["Meningkatnya kualitas konektivitas wilayah"],
            "indikator": ["Indeks konektivitas | indeks | 2025: 0,42 | 2026: 0,44"],
        }
    ],
}
PK: dict[str, Any] = {
    "jenis": "pk",
    "pd": "Dinas Perhubungan",
    "tahun": 2026,
    "jabatan": "Kepala Dinas Perhubungan",
    "kinerja": [
        {
            "sasaran": "Meningkatnya keselamatan lalu lintas jalan",
            "indikator": ["Angka kecelakaan per 10.000 penduduk | angka | 2026: 8"],
        },
        {"sasaran": "Meningkatnya kelancaran angkutan umum", "indikator": ["Persentase trayek yang dilayani | % | 2026: 70"]},
    ],
}
RULES = load_rules()


def _edited(data: dict[str, Any], *edits: tuple[str, str]) -> dict[str, Any]:
    text = json.dumps(data, ensure_ascii=False)
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    edited: dict[str, Any] = json.loads(text)
    return edited


def _checked(*documents: Dokumen, notes: tuple[Catatan, ...] = ()) -> Report:
    return check_documents(documents, notes, Config(), RULES)


def _suspects(hasil: Perbandingan) -> list[tuple[str, list[tuple[str, str | None]], str]]:
    return [
        (one.atas.indikator or one.atas.uraian, [(cause.jenis, cause.baru) for cause in one.sebab], one.bawah.berkas)
        for one in hasil.tersangka
    ]


def _revised(*edits: tuple[str, str], lower: tuple[tuple[str, str], ...] = ()) -> Perbandingan:
    """An RPJMD that is revised over a Renstra, which is edited too or stays as it is."""
    old = _checked(buat(RPJMD, "rpjmd.pdf"), buat(BAWAH))
    new = _checked(buat(_edited(RPJMD, *edits), "rpjmd.pdf"), buat(_edited(BAWAH, *lower)))
    return bandingkan(old, new)


def test_a_raised_target_above_makes_the_link_suspect() -> None:
    assert _suspects(_revised(("0,44", "0,46"))) == [("Indeks konektivitas", [("target", "0,46")], "renstra.pdf")]


def test_a_reworded_goal_above_makes_the_link_suspect() -> None:
    new = "Meningkatnya kualitas konektivitas antarwilayah"
    assert _suspects(_revised(("Meningkatnya kualitas konektivitas wilayah", new))) == [(new, [("rumusan", new)], "renstra.pdf")]


def test_what_followed_is_not_suspect() -> None:
    assert _suspects(_revised(("0,44", "0,46"), lower=(("0,44", "0,46"),))) == []
    goal = ("Meningkatnya kualitas konektivitas wilayah", "Meningkatnya kualitas konektivitas antarwilayah")
    assert _suspects(_revised(goal, lower=(goal,))) == []


def test_a_year_that_the_lower_document_does_not_print_makes_nothing_suspect() -> None:
    hasil = _revised(("2026: 0,44", "2026: 0,44 | 2027: 0,47"))
    assert [one.jenis for pair in hasil.dokumen for one in pair.perubahan] == ["target"]
    assert _suspects(hasil) == []


def test_documents_beside_both_versions_are_linked_but_not_listed() -> None:
    beside = (buat(BAWAH, "(tetap)/renstra.pdf"),)
    old = _checked(buat(RPJMD, "rpjmd.pdf"), *beside)
    new = _checked(buat(_edited(RPJMD, ("0,44", "0,46")), "perubahan-rpjmd.pdf"), *beside)
    hasil = bandingkan(old, new, beside)
    names = [(pair.lama and pair.lama.berkas, pair.baru and pair.baru.berkas) for pair in hasil.dokumen]
    assert names == [("rpjmd.pdf", "perubahan-rpjmd.pdf")]
    assert _suspects(hasil) == [("Indeks konektivitas", [("target", "0,46")], "(tetap)/renstra.pdf")]
    assert "TGT-02" in [finding.aturan for finding in hasil.baru]


def test_findings_solved_remaining_and_new() -> None:
    renstra = buat(RENSTRA)
    wrong = _edited(PK, ("2026: 8", "2026: 9,5"), ("2026: 70", "2026: 60"))
    old = _checked(renstra, buat(wrong, "pk.docx"))
    new = _checked(renstra, buat(_edited(PK, ("2026: 70", "2026: 60")), "pk.docx"))
    back = bandingkan(new, old)
    hasil = bandingkan(old, new)
    assert [finding.bukti[0].kutipan for finding in hasil.selesai if finding.aturan == "TGT-01"] == ["Angka kecelakaan per 10.000 penduduk"]
    assert [finding.bukti[0].kutipan for finding in hasil.tetap if finding.aturan == "TGT-01"] == ["Persentase trayek yang dilayani"]
    assert hasil.baru == ()
    assert {finding.sidik for finding in back.baru} == {finding.sidik for finding in hasil.selesai}


def test_a_finding_about_a_reworded_indicator_remains() -> None:
    words = ("Persentase trayek yang dilayani", "Persentase trayek perkotaan yang dilayani")
    wrong = _edited(PK, ("2026: 70", "2026: 60"))
    old = _checked(buat(RENSTRA), buat(wrong, "pk.docx"))
    new = _checked(buat(_edited(RENSTRA, words)), buat(_edited(wrong, words), "pk.docx"))
    hasil = bandingkan(old, new)
    assert "TGT-01" in [finding.aturan for finding in hasil.tetap]
    assert "TGT-01" not in [finding.aturan for finding in (*hasil.baru, *hasil.selesai)]


def test_what_could_not_be_read_is_not_called_solved() -> None:
    old = _checked(buat(RENSTRA), buat(_edited(PK, ("2026: 8", "2026: 9,5")), "pk.docx"))
    new = _checked(notes=(catatan("EXT-08", berkas="renstra.pdf"), catatan("EXT-08", berkas="pk.docx")))
    hasil = bandingkan(old, new)
    assert "TGT-01" in [finding.aturan for finding in hasil.tidak_diperiksa]
    assert hasil.selesai == ()


LAIN = replace(buat(RENSTRA, "lain.pdf"), perangkat_daerah="Dinas Sosial")
A, B = buat(RENSTRA, "a.pdf"), buat(PK, "b.pdf")
Names = list[tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([A], [B], [("a.pdf", "b.pdf")]),
        ([A, B], [B, A], [("b.pdf", "b.pdf"), ("a.pdf", "a.pdf")]),
        ([A, B], [replace(A, berkas="baru.pdf"), B], [("a.pdf", "baru.pdf"), ("b.pdf", "b.pdf")]),
        ([B, LAIN], [replace(B, berkas="pk27.pdf", tahun=2027), LAIN], [("b.pdf", "pk27.pdf"), ("lain.pdf", "lain.pdf")]),
        ([A, B], [A, LAIN], [("a.pdf", "a.pdf"), (None, "lain.pdf"), ("b.pdf", None)]),
    ],
    ids=["satu-satu", "nama", "identitas", "tahun-lain", "baru-dan-hilang"],
)
def test_documents_are_paired_by_name_else_by_what_they_are(old: list[Dokumen], new: list[Dokumen], pairs: Names) -> None:
    assert [(a and a.berkas, b and b.berkas) for a, b in pasangkan(old, new)] == pairs

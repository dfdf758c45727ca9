"""Recommendations of earlier evaluations: what they ask, and what became of it in later documents."""

from __future__ import annotations

from typing import Any

import pytest

from doccheck.bahasa import LANGS, Lang
from doccheck.checks import load_rules, run
from doccheck.checks.examples import dokumen
from doccheck.checks.rekomendasi import Kelas, dokumen_disebut, kelas, leksikon, objek_disebut, sama_rekomendasi, terlalu_umum
from doccheck.config import AturanConfig, Config
from doccheck.match import tautkan
from doccheck.model import TindakLanjut

PD = "Dinas Kesehatan"


def test_the_lexicon_names_rules_that_exist() -> None:
    known = {rule.id for rule in load_rules()}
    assert {id for one in leksikon() for id in one.aturan} - known == set()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("one", [pytest.param(one, id=one.kelas) for one in leksikon() if one.kondisi])
def test_words_that_a_finding_must_have_stand_in_what_its_rule_says_in_either_language(one: Kelas, lang: Lang) -> None:
    found = []
    for rule in load_rules():
        for example in rule.contoh.salah if rule.id in one.aturan else ():
            documents = dokumen(example.dokumen)
            asked = Config(aturan=AturanConfig(aktif=(rule.id,)))
            found += [finding.kondisi for finding in run(documents, tautkan(documents), asked, lang, [rule]).findings]
    answering = [text for text in found if any(one.dijawab(id, text) for id in one.aturan)]
    assert answering, found
    assert len(answering) < len(found)  # else the words tell nothing


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Menetapkan indikator yang berorientasi hasil", ["indikator berorientasi hasil"]),
        ("Agar sasaran Renstra menggambarkan kondisi yang akan dicapai", ["sasaran berorientasi hasil"]),
        ("Menyelaraskan Renstra dengan RPJMD", ["keselarasan Renstra dengan RPJMD"]),
        ("Menyelaraskan dokumen perencanaan", ["keselarasan antar dokumen"]),
        ("Melengkapi definisi operasional dan sumber data", ["definisi operasional, formula, dan sumber data"]),
        ("Laporan Kinerja menyajikan benchmark", ["perbandingan dengan tingkat nasional atau provinsi dalam laporan"]),
        ("LKjIP menyajikan perbandingan dengan tahun sebelumnya", ["perbandingan dengan tahun sebelumnya dalam laporan"]),
        ("Melengkapi perbandingan capaian dalam laporan kinerja", ["perbandingan capaian dalam laporan"]),
        ("Mencantumkan perangkat daerah pendukung pada cascading", ["crosscutting"]),
        ("Menyusun cascading sampai level terendah", ["cascading"]),
        ("Memberikan penghargaan kepada pegawai berprestasi", []),
    ],
)
def test_what_a_recommendation_asks(text: str, kinds: list[str]) -> None:
    assert [one.kelas for one in kelas(text)] == kinds


def test_what_a_recommendation_names() -> None:
    text = "Mengganti indikator “Jumlah dokumen yang disusun” dalam Renstra dan Perjanjian Kinerja"
    assert dokumen_disebut(text) == {"renstra", "pk"}
    assert objek_disebut(text) == ("Jumlah dokumen yang disusun",)
    assert not terlalu_umum(text)
    assert terlalu_umum("Meningkatkan komitmen pimpinan")
    assert sama_rekomendasi("Agar menyelaraskan Renstra dengan RPJMD", "Menyelaraskan Renstra dengan RPJMD.")
    assert not sama_rekomendasi("Menyelaraskan Renstra dengan RPJMD", "Menyelaraskan Perjanjian Kinerja dengan Renstra")


def _renstra(*indikator: str) -> dict[str, Any]:
    goal = {"sasaran": "Meningkatnya derajat kesehatan masyarakat", "indikator": [f"{name} | 2025: 3 | 2026: 4" for name in indikator]}
    return {"jenis": "renstra", "pd": PD, "periode": [2025, 2029], "kinerja": [goal]}


def _lhe(*teks: str, **lain: Any) -> dict[str, Any]:
    items = [{"teks": one, "nomor": str(n), **lain} for n, one in enumerate(teks, 1)]
    return {"jenis": "lhe", "pd": PD, "tahun": 2024, "rekomendasi": items}


def _uji(*data: dict[str, Any], aturan: AturanConfig | None = None) -> tuple[TindakLanjut, ...]:
    documents = dokumen(data)
    return run(documents, tuple(tautkan(documents)), Config(aturan=aturan or AturanConfig())).tindak_lanjut


def test_objects_by_name_are_counted() -> None:
    text = "Mengganti indikator “Jumlah dokumen yang disusun” dan “Jumlah rapat koordinasi” dalam Renstra agar berorientasi hasil"
    (one,) = _uji(_lhe(text), _renstra("Jumlah dokumen yang disusun | dokumen", "Angka harapan hidup | tahun"))
    assert (one.hasil, one.semula, one.berulang) == ("sebagian", 2, 1)
    assert [proof.kutipan for proof in one.bukti] == ["Jumlah dokumen yang disusun"]
    (done,) = _uji(_lhe(text), _renstra("Angka harapan hidup | tahun"))
    assert (done.hasil, done.semula, done.berulang) == ("selesai", 2, 0)
    (again,) = _uji(_lhe(text), _renstra("Jumlah dokumen yang disusun | dokumen", "Jumlah rapat koordinasi | kali"))
    assert (again.hasil, again.berulang) == ("berulang", 2)


def test_the_object_that_a_recommendation_names_without_quotes_is_the_one_that_counts() -> None:
    text = "Agar indikator jumlah dokumen yang disusun dalam Renstra diganti sehingga berorientasi hasil"
    (one,) = _uji(_lhe(text), _renstra("Jumlah dokumen yang disusun | dokumen", "Jumlah rapat koordinasi | kali"))
    assert (one.hasil, one.berulang) == ("berulang", 1)
    assert [proof.kutipan for proof in one.bukti][:1] == ["Jumlah dokumen yang disusun"]


def test_a_row_of_the_matrix_follows_up_the_latest_evaluation_that_asked() -> None:
    text = "Agar Sekretaris menyusun laporan pemanfaatan aplikasi kinerja"
    old = {**_lhe(text), "tahun": 2023}
    new = _lhe(text)
    row = {"teks": text, "matriks": True, "status": "Tuntas", "bukti": "SK"}
    matrix = {"jenis": "lkjip", "pd": PD, "tahun": 2025, "rekomendasi": [row]}
    found = _uji(old, new, matrix)
    assert [(one.tahun, one.matriks is not None) for one in found] == [(2023, False), (2024, True)]


def test_a_missing_comparison_of_another_kind_is_not_what_was_asked() -> None:
    def report(kind: str) -> dict[str, Any]:
        missing = {kind: "tidak_ada"}
        row = "Angka harapan hidup | tahun | 2025: 71 | realisasi 2025: 71"
        goal = {"sasaran": "Meningkatnya derajat kesehatan masyarakat", "indikator": [row]}
        analyses = {"semua": missing, "Angka harapan hidup": missing}
        return {"jenis": "lkjip", "pd": PD, "tahun": 2025, "kinerja": [goal], "analisis": analyses}

    text = "Menyajikan perbandingan realisasi dengan tahun sebelumnya dalam LKjIP"
    assert [one.hasil for one in _uji(_lhe(text), report("tahun_lalu"))] == ["berulang"]
    assert [one.hasil for one in _uji(_lhe(text), report("nasional"))] == ["selesai"]


def test_objects_by_number_are_counted() -> None:
    (one,) = _uji(
        _lhe("Menetapkan 3 (tiga) indikator Renstra yang berorientasi hasil"),
        _renstra("Jumlah dokumen yang disusun | dokumen", "Angka harapan hidup | tahun"),
    )
    assert (one.hasil, one.semula, one.berulang) == ("sebagian", 3, 1)


def test_rows_of_other_agencies_in_a_document_of_the_region_are_not_asked_of_this_one() -> None:
    def iku(*pj: str) -> dict[str, Any]:
        rows = [
            {"sasaran": "Meningkatnya derajat kesehatan", "indikator": [f"Angka harapan hidup | tahun | 2025: 71 | pj: {pj[0]}"]},
            {"sasaran": "Meningkatnya mutu jalan", "indikator": [f"Persentase jalan mantap | % | 2025: 70 | pj: {pj[1]}"]},
        ]
        return {"jenis": "iku", "periode": [2025, 2029], "kinerja": rows}

    text = "Melengkapi definisi operasional dan formula indikator dalam IKU"
    (one,) = _uji(_lhe(text), iku(PD, "Dinas Bina Marga"))
    assert (one.hasil, [proof.kutipan for proof in one.bukti]) == ("berulang", ["Angka harapan hidup"])
    (one,) = _uji(_lhe(text), iku("Dinas Bina Marga", f"Dinas Bina Marga; {PD}"))
    assert [proof.kutipan for proof in one.bukti] == ["Persentase jalan mantap"]
    (one,) = _uji(_lhe(text), iku("Dinas Bina Marga", "Dinas Bina Marga"))
    assert one.hasil == "selesai"


def test_objects_of_the_documents_before_are_counted() -> None:
    def pk(year: int, *names: str) -> dict[str, Any]:
        rows = [f"{name} | {year}: 4" for name in names]
        goal = {"sasaran": "Meningkatnya derajat kesehatan masyarakat", "indikator": rows}
        return {"jenis": "pk", "pd": PD, "tahun": year, "jabatan": f"Kepala {PD}", "kinerja": [goal]}

    old = pk(2024, "Jumlah dokumen yang disusun | dokumen", "Jumlah rapat koordinasi | kali")
    new = pk(2025, "Jumlah dokumen yang disusun | dokumen", "Angka harapan hidup | tahun")
    (one,) = _uji(_lhe("Menetapkan indikator Perjanjian Kinerja yang berorientasi hasil"), old, new)
    assert (one.hasil, one.semula, one.berulang) == ("sebagian", 2, 1)


def test_what_cannot_be_tested_says_why() -> None:
    text = "Menetapkan indikator Renstra yang berorientasi hasil"
    praise, later, off = (
        _uji(_lhe("Memberikan penghargaan kepada pegawai"))[0],
        _uji(_lhe("Menyajikan efisiensi anggaran dalam laporan kinerja"), {"jenis": "lkjip", "pd": PD, "tahun": 2024})[0],
        _uji(_lhe(text), _renstra("Jumlah rapat | kali"), aturan=AturanConfig(nonaktif=("IND",)))[0],
    )
    assert {praise.hasil, later.hasil, off.hasil} == {"tidak_diuji"}
    assert praise.alasan == "tidak ada aturan yang dapat menguji rekomendasi ini"
    assert "tabel capaian tidak terbaca" in later.alasan
    assert off.alasan.startswith("Aturan tidak aktif")


def test_silence_of_rules_that_see_only_a_part_proves_nothing() -> None:
    (one,) = _uji(_lhe("Menetapkan target Renstra yang menantang"), _renstra("Angka harapan hidup | tahun"))
    assert one.hasil == "tidak_diuji"
    assert "perlu penilaian evaluator" in one.alasan


def test_only_the_agencys_own_later_documents_count() -> None:
    other = {**_renstra("Jumlah rapat koordinasi | kali"), "pd": "Dinas Perhubungan"}
    (one,) = _uji(_lhe("Menetapkan indikator Renstra yang berorientasi hasil"), other, _renstra("Angka harapan hidup | tahun"))
    assert one.hasil == "selesai"


def test_a_row_of_the_matrix_joins_its_recommendation() -> None:
    row = {"teks": "Menyelaraskan Renstra dengan RPJMD.", "matriks": True, "status": "Tuntas", "bukti": "Berita acara"}
    matrix = {"jenis": "lkjip", "pd": PD, "tahun": 2025, "rekomendasi": [row]}
    (one,) = _uji(_lhe("Agar menyelaraskan Renstra dengan RPJMD"), matrix)
    assert one.matriks is not None
    assert (one.matriks.bukti, one.berkas_matriks, one.tahun) == ("Berita acara", "2-lkjip.pdf", 2024)


def test_rules_on_follow_up_ask_rules_that_were_not_chosen() -> None:
    (one,) = _uji(
        _lhe("Menetapkan indikator Renstra yang berorientasi hasil"), _renstra("Jumlah rapat koordinasi | kali"),
        aturan=AturanConfig(hanya=("TLR",)),
    )  # fmt: skip
    assert (one.hasil, one.aturan[0]) == ("berulang", "IND-02")


def test_a_light_fault_leaves_it_to_a_person() -> None:
    """A goal worded as an effort does not make a recommendation on outcomes an unfinished one, of the gravest kind."""
    goal = {"sasaran": "Meningkatkan derajat kesehatan masyarakat", "indikator": ["Angka harapan hidup | tahun | 2025: 70 | 2026: 71"]}
    renstra = {"jenis": "renstra", "pd": PD, "periode": [2025, 2029], "kinerja": [goal]}
    (one,) = _uji(_lhe("Agar sasaran Renstra menggambarkan kondisi yang akan dicapai"), renstra)
    assert "IND-11" in one.aturan
    assert (one.hasil, len(one.temuan)) == ("tidak_diuji", 1)
    assert "perlu telaah" in one.alasan

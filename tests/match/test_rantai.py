"""The chain of documents from the RPJMD to the documents of the next year, and agreements of superiors and subordinates."""

from __future__ import annotations

import pytest

from doccheck.match import tautkan
from doccheck.match.hubungan import pasangan
from doccheck.match.keadaan import keadaan
from doccheck.match.matrix import matriks
from doccheck.model import Pihak

from .buat import dokumen, node

STUNTING = node("s", "sasaran", "Menurunnya stunting", "Prevalensi Stunting")
DINKES = {"pd": "Dinas Kesehatan"}


def chain(*kinds, **years):
    """Documents of one agency that all hold the same goal; years by kind."""
    return [
        dokumen(f"{kind}.pdf", kind.split("_20")[0], STUNTING, **({} if kind == "rpjmd" else DINKES), **years.get(kind, {}))
        for kind in kinds
    ]  # fmt: skip


def files(links):
    return {(link.dari.berkas.split(".")[0], link.ke.berkas.split(".")[0]) for link in links}


def test_each_document_of_the_chain_hangs_on_the_one_above():
    period, year, after = {"periode": (2025, 2029)}, {"tahun": 2026}, {"tahun": 2027}
    documents = chain(
        "rpjmd", "renstra", "renja", "pk", "rencana_aksi", "lkjip", "pk_2027", "renja_2027",
        rpjmd=period, renstra=period, renja=year, pk=year, rencana_aksi=year, lkjip=year, pk_2027=after, renja_2027=after,
    )  # fmt: skip
    found = files(tautkan(documents))
    assert {
        ("rpjmd", "renstra"), ("renstra", "renja"), ("renja", "pk"), ("pk", "rencana_aksi"), ("rencana_aksi", "lkjip"),
        ("lkjip", "pk_2027"), ("lkjip", "renja_2027"), ("renja_2027", "pk_2027"),
    } <= found  # fmt: skip
    assert not {("lkjip", "pk"), ("lkjip", "renja"), ("pk", "pk_2027"), ("pk_2027", "lkjip"), ("rencana_aksi", "pk_2027")} & found


def test_a_report_goes_on_with_documents_of_the_next_year_only():
    report, later = dokumen("l.pdf", "lkjip", STUNTING, tahun=2025, **DINKES), dokumen("p.pdf", "pk", STUNTING, tahun=2027, **DINKES)
    assert list(pasangan([report, later])) == []
    (pair,) = pasangan([report, dokumen("p.pdf", "pk", STUNTING, tahun=2026, **DINKES)])
    assert pair.lanjutan


def test_a_report_is_no_plan_that_others_must_stem_from():
    renstra = dokumen("renstra.pdf", "renstra", STUNTING, periode=(2025, 2029), **DINKES)
    old = node("o", "sasaran", "Tertatanya arsip kepegawaian", "Persentase arsip kepegawaian tertata")
    report = dokumen("lkjip.pdf", "lkjip", STUNTING, old, tahun=2026, **DINKES)
    promise = dokumen("pk.pdf", "pk", STUNTING, old, tahun=2027, jabatan="Kepala Dinas Kesehatan", **DINKES)
    documents = [renstra, report, promise]
    result = matriks(documents, tautkan(documents))
    assert ("lkjip", "pk") in files(result.tautan)
    assert {(end.berkas, end.uraian) for end in result.tanpa_induk} >= {("pk.pdf", "Tertatanya arsip kepegawaian")}
    assert "pk.pdf" not in {end.berkas for end in matriks(documents[1:], tautkan(documents[1:])).tanpa_induk}


def pk(office, superior, *goals, file=None, year=2026, pd="Dinas Kesehatan"):
    """An agreement in a file of its own."""
    party = Pihak(jabatan=office, atasan=superior)
    return dokumen(file or f"{office}.pdf", "pk", *goals, pd=pd, tahun=year, jabatan=office, pihak=(party,))


HEAD = pk("Kepala Dinas Kesehatan", "Wali Kota Contoh", node("k", "program", "Program Gizi", "Persentase balita gizi baik"))
BELOW = node("b", "sasaran", "Membaiknya gizi balita", "Persentase balita dengan gizi baik")


@pytest.mark.parametrize(
    "superior",
    [
        "Kepala Dinas Kesehatan", "KEPALA DINAS KESEHATAN KOTA CONTOH", "Plt. Kepala Dinas Kesehatan", "Kepala Dinas",
        "Kepala  Dinas\nKesehatan",
    ],
)  # fmt: skip
def test_the_second_party_is_the_superior(superior):
    lower = pk("Kepala Bidang Kesehatan Masyarakat", superior, BELOW)
    (link,) = tautkan([HEAD, lower])
    assert (link.dari.indikator, link.ke.indikator) == ("Persentase balita gizi baik", "Persentase balita dengan gizi baik")
    assert link.hubungan == "turunan"


@pytest.mark.parametrize(
    "lower",
    [
        pk("Kepala Bidang Kesehatan Masyarakat", "Sekretaris Dinas Kesehatan", BELOW),
        pk("Kepala Bidang Kesehatan Masyarakat", "Kepala Dinas Kesehatan", BELOW, year=2025),
        pk("Kepala Bidang Ekonomi", "Kepala Dinas Kesehatan", BELOW, pd="Badan Perencanaan Pembangunan Daerah"),
        pk("Kepala Bidang Kesehatan Masyarakat", None, BELOW),
        pk("Plt. Kepala Dinas Kesehatan", "Kepala Dinas", BELOW),
    ],
)
def test_others_are_no_superior(lower):
    assert tautkan([HEAD, lower]) == ()


def test_heads_of_agencies_hang_on_the_head_of_the_region():
    region = pk("Wali Kota Contoh", None, STUNTING, pd=None)
    assert files(tautkan([region, pk("Kepala Dinas Kesehatan", "Walikota", STUNTING)])) == {("Wali Kota Contoh", "Kepala Dinas Kesehatan")}


def test_camat_hang_on_the_secretary_of_the_region():
    secretary = pk("Sekretaris Daerah", "Wali Kota Contoh", STUNTING, pd="Sekretariat Daerah")
    camat = pk("Camat Timur", "Sekretaris Daerah Kota Contoh", STUNTING, pd="Kecamatan Timur")
    assert files(tautkan([secretary, camat])) == {("Sekretaris Daerah", "Camat Timur")}


def test_a_delayered_agency_is_whole():
    """Functional officers right below the head or a Kepala Bidang: no eselon IV, and nothing is missing."""
    promise = node("k", "sasaran", "Menurunnya stunting", "Prevalensi Stunting")
    work = node("j", "sasaran", "Menurunnya stunting balita", "Prevalensi stunting balita")
    renstra = dokumen("renstra.pdf", "renstra", promise, periode=(2025, 2029), **DINKES)
    documents = [
        renstra,
        pk("Kepala Dinas Kesehatan", "Wali Kota Contoh", promise),
        pk("Nutrisionis Ahli Muda", "Kepala Dinas Kesehatan", work),
        pk("Ketua Tim Kerja Gizi", "Kepala Dinas Kesehatan", work),
    ]
    result = matriks(documents, tautkan(documents))
    assert {("Kepala Dinas Kesehatan", "Nutrisionis Ahli Muda"), ("Kepala Dinas Kesehatan", "Ketua Tim Kerja Gizi")} <= files(result.tautan)
    assert result.tanpa_induk == result.tanpa_turunan == ()
    states = {state.ujung.berkas: state.kedalaman for state in keadaan(documents, result) if state.ujung.indikator}
    assert states["renstra.pdf"] == states["Kepala Dinas Kesehatan.pdf"] == "terendah"

"""Versions and copies of one document; states of goals along the chain."""

from __future__ import annotations

from doccheck.match import tautkan
from doccheck.match.keadaan import keadaan
from doccheck.match.matrix import matriks
from doccheck.match.versi import berlaku

from .buat import dokumen, indikator, node

GOALS = (
    node("a", "sasaran", "Menurunnya stunting", indikator("Prevalensi Stunting", "%", _2026=14.0)),
    node("b", "sasaran", "Meningkatnya mutu layanan", indikator("Persentase puskesmas terakreditasi", "%", _2026=80.0)),
)


def renstra(file, goals=GOALS, **more):
    return dokumen(file, "renstra", *goals, pd="Dinas Kesehatan", periode=(2025, 2029), **more)


def test_a_change_stands_for_the_document_and_that_for_its_draft():
    documents = [renstra("draf.pdf", status="rancangan"), renstra("asli.pdf"), renstra("ubah.pdf", status="perubahan")]
    valid, (choice,) = berlaku(documents)
    assert [document.berkas for document in valid] == ["ubah.pdf"]
    assert (choice.berkas, choice.lainnya) == ("ubah.pdf", ("asli.pdf", "draf.pdf"))


def test_a_revised_agreement_replaces_the_first_one_of_the_same_office():
    def agreement(file, office, **more):
        return dokumen(file, "pk", *GOALS, pd="Dinas Kesehatan", tahun=2026, jabatan=office, **more)

    first, other = agreement("pk.pdf", "Kepala Dinas Kesehatan"), agreement("kabid.pdf", "Kepala Bidang Gizi")
    revised = agreement("pk-ubah.pdf", "Plt. Kepala Dinas Kesehatan Kota Contoh", status="perubahan")
    valid, (choice,) = berlaku([first, other, revised])
    assert [document.berkas for document in valid] == ["kabid.pdf", "pk-ubah.pdf"]
    assert (choice.lainnya, choice.alasan) == (("pk.pdf",), "dokumen perubahan menggantikan dokumen sebelumnya")


def test_of_two_drafts_or_two_revisions_the_later_one_is_valid():
    goals = (*GOALS, node("c", "sasaran", "Menurunnya kematian ibu", "Angka kematian ibu"))
    for status in ("rancangan", "perubahan"):
        old = renstra("b.pdf", goals, status=status, tanggal="12 Maret 2025")
        new = renstra("a.pdf", (*goals[1:], node("d", "sasaran", "Sasaran baru", "Indikator baru")), status=status, tanggal="Agustus 2025")
        valid, (choice,) = berlaku([old, new])
        assert [document.berkas for document in valid] == ["a.pdf"]
        assert choice.alasan == "tanggalnya lebih baru"
    changed = (*goals[1:], node("d", "sasaran", "Sasaran baru", "Indikator baru"))
    undated = [renstra("b.pdf", goals, status="rancangan"), renstra("a.pdf", changed, status="rancangan", tanggal="Mei 2025")]
    assert berlaku(undated)[1] == ()  # nothing tells which came first


def test_a_change_of_an_agreement_that_was_signed_after_its_year_replaces_nothing():
    def agreement(file, **more):
        return dokumen(file, "pk", *GOALS, pd="Dinas Kesehatan", tahun=2026, jabatan="Kepala Dinas Kesehatan", **more)

    first, late = agreement("pk.pdf"), agreement("pk-ubah.pdf", status="perubahan", tanggal="20 Januari 2027")
    valid, (choice,) = berlaku([late, first])
    assert [document.berkas for document in valid] == ["pk.pdf"]
    assert (choice.lainnya, choice.alasan) == (("pk-ubah.pdf",), "perubahannya ditandatangani setelah tahunnya berakhir")
    assert berlaku([late])[0] == (late,)


def test_a_revision_of_something_else_replaces_nothing():
    goals = [node(id, "sasaran", f"Sasaran {id}", f"Indikator {id} satu", f"Indikator {id} dua") for id in "xyz"]
    documents = [renstra("asli.pdf"), renstra("ubah.pdf", goals, status="perubahan")]
    assert berlaku(documents) == (tuple(documents), ())


def test_of_copies_the_one_of_which_more_was_read_is_valid():
    poor = renstra("r.pdf", tuple(node(goal.id, "sasaran", goal.uraian, *(one.uraian for one in goal.indikator)) for goal in GOALS))
    valid, (choice,) = berlaku([poor, renstra("r.xlsx")])
    assert [document.berkas for document in valid] == ["r.xlsx"]
    assert choice.lainnya == ("r.pdf",)


def test_parts_other_years_and_other_offices_are_documents_of_their_own():
    programme = (node("p", "program", "Program Kesehatan", "Persentase posyandu aktif", "Jumlah kader"),)
    pk = [dokumen(f"pk-{year}.pdf", "pk", *GOALS, pd="Dinas Kesehatan", tahun=year) for year in (2025, 2026)]
    offices = [dokumen(f"{name}.pdf", "pk", *GOALS, pd="Dinas Kesehatan", tahun=2027, jabatan=name) for name in ("Kepala", "Sekretaris")]
    documents = [renstra("a.html"), renstra("b.html", programme), *pk, *offices]
    assert berlaku(documents) == (tuple(documents), ())


def test_states_from_both_ends():
    region = dokumen(
        "rpjmd.pdf", "rpjmd",
        node("r1", "sasaran", "Menurunnya stunting", "Prevalensi Stunting"),
        node("r2", "sasaran", "Menurunnya kemiskinan", "Persentase penduduk miskin"),
        node("r3", "sasaran", "Meningkatnya mutu layanan", "Persentase puskesmas terakreditasi"),
    )  # fmt: skip
    promise = node("k", "sasaran", "Menurunnya stunting", "Prevalensi Stunting", "Jumlah rapat")
    pk = dokumen("pk.pdf", "pk", promise, pd="Dinas Kesehatan", tahun=2026)
    documents = [region, renstra("renstra.pdf"), pk]
    states = {
        (state.ujung.id, state.ujung.indikator): (state.atas, state.bawah, state.kedalaman)
        for state in keadaan(documents, matriks(documents, tautkan(documents)))
    }
    assert states["r1", "Prevalensi Stunting"] == (None, "tertaut", "terendah")
    assert states["r2", None] == (None, "belum_dijabarkan", None)
    assert states["r3", None] == (None, "tertaut", "dangkal")
    assert states["k", "Prevalensi Stunting"] == ("tertaut", None, None)
    assert states["k", "Jumlah rapat"][0] == "tanpa_induk"


def states(documents):
    found = keadaan(documents, matriks(documents, tautkan(documents)))
    return {(state.ujung.id, state.ujung.indikator): state for state in found}


def test_many_goals_may_cite_one_parent_and_quote_it():
    region = dokumen("rpjmd.pdf", "rpjmd", node("r", "sasaran", "Menurunnya stunting"))
    cited = {"rujukan": ("Menurunnya stunting",)}
    plan = dokumen(
        "renstra.pdf", "renstra",
        node("q", "sasaran", "Menurunnya stunting", lingkup="rpjmd"),
        node("a", "sasaran", "Membaiknya gizi ibu hamil", **cited),
        node("b", "sasaran", "Meningkatnya sanitasi sehat", **cited),
        node("c", "sasaran", "Menurunnya stunting balita", **cited),
        pd="Dinas Kesehatan",
    )  # fmt: skip
    assert states([region, plan])["r", None].bawah == "tertaut"


def test_a_tujuan_reaches_agreements_through_its_sasaran():
    region = dokumen("rpjmd.pdf", "rpjmd", node("r", "sasaran", "Meningkatnya derajat kesehatan", "Usia Harapan Hidup"))
    plan = dokumen(
        "renstra.pdf", "renstra",
        node("t", "tujuan", "Meningkatnya derajat kesehatan", "Usia Harapan Hidup"),
        node("s", "sasaran", "Menurunnya stunting", "Prevalensi Stunting", induk="t"),
        node("n", "sasaran", "Menurunnya kematian ibu", "Angka Kematian Ibu", induk="t"),
        pd="Dinas Kesehatan",
    )  # fmt: skip
    upper = dokumen("rpjmd2.pdf", "rpjmd", node("x", "sasaran", "Menurunnya kematian ibu", "Angka Kematian Ibu"))
    promise = dokumen("pk.pdf", "pk", node("k", "sasaran", "Menurunnya stunting", "Prevalensi Stunting"), pd="Dinas Kesehatan", tahun=2026)
    found = states([region, upper, plan, promise])
    assert found["r", "Usia Harapan Hidup"].kedalaman == found["t", None].kedalaman == "terendah"
    assert found["x", "Angka Kematian Ibu"].kedalaman == "dangkal"


def test_a_programme_of_another_agency_is_outside_the_mandate():
    row = node("r", "program", "Program Rehabilitasi Sosial", penanggung_jawab="Dinas Sosial")
    child = node("p", "program", "Program Rehabilitasi Sosial")
    (link,) = tautkan([dokumen("r.pdf", "rpjmd", row), dokumen("x.pdf", "renstra", child, pd="Dinas Kesehatan")])
    assert link.status == "luar_kewenangan"

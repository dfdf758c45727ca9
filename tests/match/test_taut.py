"""Links between documents."""

from __future__ import annotations

from doccheck.match import kelompok, tautkan
from doccheck.match.matrix import matriks
from doccheck.model import Pihak

from .buat import dokumen, indikator, node

RPJMD = dokumen(
    "rpjmd.pdf",
    "rpjmd",
    node("r1", "sasaran", "Meningkatnya derajat kesehatan masyarakat", "Usia Harapan Hidup", "Prevalensi Stunting"),
    node("r2", "sasaran", "Menurunnya kemiskinan", "Persentase penduduk miskin"),
    node("r3", "program", "Program Pemberdayaan Masyarakat Bidang Kesehatan", penanggung_jawab="Dinas Kesehatan", kode="1.02.05"),
)
RENSTRA = dokumen(
    "renstra-dinkes.pdf",
    "renstra",
    node("a1", "tujuan", "Meningkatnya derajat kesehatan masyarakat", "Angka Harapan Hidup"),
    node("a2", "sasaran", "Menurunnya stunting", "Prevalensi Stunting", "Nilai SAKIP Perangkat Daerah"),
    node("a3", "program", "PROGRAM PEMBERDAYAAN MASYARAKAT BIDANG KESEHATAN", "Persentase posyandu aktif", kode="1.02.05"),
    pd="Dinas Kesehatan",
)


def ends(links, **where):
    found = [link for link in links if all(getattr(link, key) == value for key, value in where.items())]
    return {(link.dari.id, link.dari.indikator, link.ke.id, link.ke.indikator) for link in found}


def test_rpjmd_to_renstra():
    links = tautkan([RPJMD, RENSTRA])
    assert ends(links) == {
        ("r1", None, "a1", None),
        ("r3", None, "a3", None),
        ("r1", "Usia Harapan Hidup", "a1", "Angka Harapan Hidup"),
        ("r1", "Prevalensi Stunting", "a2", "Prevalensi Stunting"),
    }
    assert {link.hubungan for link in links} == {"turunan"}
    assert all(link.alasan and link.metode for link in links)


def test_the_row_that_cites_its_parent_is_linked_whatever_it_says():
    child = node("x", "sasaran", "Meningkatnya layanan posyandu", rujukan=("Menurunnya Kemiskinan",))
    (link,) = tautkan([RPJMD, dokumen("r.pdf", "renstra", child, pd="Dinas Sosial")])
    assert (link.dari.id, link.ke.id, link.metode, link.verdict) == ("r2", "x", "rujukan", "different")


def test_repeated_goals_make_one_link_from_the_best_table():
    child = dokumen(
        "pk.pdf", "pk",
        node("p1", "sasaran", "Menurunnya stunting", tabel="cascading"),
        node("p2", "sasaran", "Menurunnya stunting", tabel="pk"),
        pd="Dinas Kesehatan", tahun=2026,
    )  # fmt: skip
    links = tautkan([RENSTRA, child])
    assert ends(links) == {("a2", None, "p2", None)}
    assert [len(item.kejadian) for item in kelompok(child).kinerja] == [2]


def test_documents_of_other_agencies_are_not_linked():
    assert tautkan([RENSTRA, dokumen("pk.pdf", "pk", node("p", "sasaran", "Menurunnya stunting"), pd="Dinas Sosial")]) == ()


def test_an_agency_keeps_its_own_value_of_what_all_agencies_have():
    goal = node("s", "sasaran", "Meningkatnya kinerja", "Nilai SAKIP Perangkat Daerah")
    other = dokumen("renstra-dinsos.pdf", "renstra", goal, pd="Dinas Sosial")
    assert tautkan([RENSTRA, other]) == ()
    region = dokumen("rpjmd.pdf", "rpjmd", node("r", "sasaran", "Birokrasi yang akuntabel", "Nilai SAKIP"))
    assert tautkan([region, RENSTRA]) == ()


def test_an_index_of_the_region_in_two_renstra_is_one():
    name = "Indeks Sistem Pemerintahan Berbasis Elektronik"
    first = dokumen("a.pdf", "renstra", node("a", "tujuan", "Birokrasi yang andal", "Indeks SPBE"), pd="Dinas A")
    second = dokumen("b.pdf", "renstra", node("b", "sasaran", "Layanan digital", name), pd="Dinas B")
    assert ends(tautkan([first, second])) == {("a", "Indeks SPBE", "b", name)}


def test_the_better_partner_wins():
    plain, proper = "Cakupan layanan air minum", "Cakupan layanan air minum layak"
    upper = dokumen("r.pdf", "renstra", node("u1", "sasaran", "S", plain), node("u2", "sasaran", "T", proper), pd="D")
    lower = dokumen("p.pdf", "pk", node("l", "sasaran", "S", proper), pd="D")
    assert ends(tautkan([upper, lower])) == {("u1", None, "l", None), ("u2", proper, "l", proper)}


def test_another_wording_in_another_table_is_a_variant():
    plain, proper = "Cakupan layanan air minum", "Cakupan layanan air minum layak"
    first, second = node("u1", "sasaran", "S", plain, tabel="program"), node("u2", "sasaran", "S", proper, tabel="tujuan_sasaran")
    lower = dokumen("p.pdf", "pk", node("l", "sasaran", "S", proper), pd="D")
    links = tautkan([dokumen("r.pdf", "renstra", first, second, pd="D"), lower])
    assert [(link.dari.id, link.status) for link in links if link.ke.indikator] == [("u2", "tertaut"), ("u1", "varian")]


def test_equal_targets_make_up_for_other_words_but_not_for_another_object():
    def pair(a, b):
        years = {"_2025": 10.0, "_2026": 12.0, "_2027": 15.0}
        upper = dokumen("r.pdf", "rpjmd", node("u", "program", "Program Olahraga", indikator(a, **years)))
        lower = dokumen("n.pdf", "renstra", node("l", "program", "Program Olahraga", indikator(b, **years)), pd="Dinas Olahraga")
        return {link.verdict for link in tautkan([upper, lower]) if link.ke.indikator}

    assert pair("Persentase atlet daerah yang masuk pelatda", "Persentase atlet yang masuk pelatnas") == {"reworded"}
    assert pair("Persentase jalan mantap", "Persentase jembatan mantap") == set()


def test_a_document_of_several_agencies_hangs_on_the_renstra_of_each():
    rows = (
        node("i1", "sasaran", "Menurunnya stunting", "Prevalensi Stunting", penanggung_jawab="Dinas Kesehatan"),
        node("i2", "sasaran", "Menurunnya kemiskinan", "Persentase penduduk miskin", penanggung_jawab="Dinas Sosial"),
    )
    links = tautkan([RPJMD, RENSTRA, dokumen("iku.pdf", "iku", *rows, pd="Dinas Kesehatan")])
    assert ("a2", "Prevalensi Stunting", "i1", "Prevalensi Stunting") in ends(links, hubungan="sama")
    assert ("r2", "Persentase penduduk miskin", "i2", "Persentase penduduk miskin") in ends(links, hubungan="turunan")


def test_agreements_of_superior_and_subordinate():
    pk = dokumen(
        "pk.pdf", "pk",
        node("k", "sasaran", "Menurunnya stunting", jabatan="Kepala Dinas Kesehatan"),
        node("b", "sasaran", "Menurunnya stunting balita", jabatan="Kepala Bidang Kesehatan Masyarakat"),
        pd="Dinas Kesehatan", tahun=2026,
        pihak=(
            Pihak(jabatan="Kepala Dinas Kesehatan", atasan="Wali Kota"),
            Pihak(jabatan="Kepala Bidang Kesehatan Masyarakat", atasan="Kepala Dinas Kesehatan"),
        ),
    )  # fmt: skip
    (link,) = tautkan([pk])
    assert (link.dari.id, link.ke.id, link.hubungan) == ("k", "b", "turunan")


def test_matrix_names_what_stands_alone():
    documents = [RPJMD, RENSTRA]
    result = matriks(documents, tautkan(documents))
    assert [(end.id, end.indikator) for end in result.tanpa_turunan] == [("r2", None), ("r2", "Persentase penduduk miskin")]
    assert [(end.id, end.indikator) for end in result.tanpa_induk] == [
        ("a2", None),
    ]


def test_what_a_plan_quotes_and_key_indicators_need_no_lower_document():
    plan = dokumen(
        "renstra.pdf", "renstra",
        node("q", "sasaran", "Terwujudnya kota sehat", "Indeks kota sehat", lingkup="rpjmd"),
        node("i", "sasaran", "", "Rasio dokter per penduduk", tabel="ikk"),
        node("s", "sasaran", "Menurunnya stunting", "Prevalensi Stunting"),
        node("t", "sasaran", "Menurunnya kusta", "Angka kusta"),
        pd="Dinas Kesehatan",
    )  # fmt: skip
    documents = [plan, dokumen("pk.pdf", "pk", node("p", "sasaran", "Menurunnya stunting", "Prevalensi Stunting"), pd="Dinas Kesehatan")]
    result = matriks(documents, tautkan(documents))
    assert [(end.id, end.indikator) for end in result.tanpa_turunan] == [("t", None), ("t", "Angka kusta")]


def test_linking_is_deterministic():
    assert tautkan([RPJMD, RENSTRA]) == tautkan([RPJMD, RENSTRA])

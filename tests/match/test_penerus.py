"""Agencies that were renamed or merged from one period to the next."""

from __future__ import annotations

import pytest

from doccheck.match import tautkan
from doccheck.match.hubungan import pasangan
from doccheck.match.matrix import matriks
from doccheck.match.versi import berlaku

from .buat import dokumen, node

GOAL = node("s", "sasaran", "Meningkatnya mutu layanan informasi", "Indeks keterbukaan informasi")
OLD, NEW = "Dinas Komunikasi dan Informatika", "Dinas Komunikasi, Informatika, Statistik dan Persandian"


def renstra(pd, *programme, years=(2025, 2029), **more):
    nodes = (node(f"p{number}", "program", name, kode=code) for number, (code, name) in enumerate(programme))
    return dokumen(f"{pd}-{years[0]}.pdf", "renstra", GOAL, *nodes, pd=pd, periode=years, **more)


def pk(pd, year, **more):
    return dokumen(f"pk-{pd}.pdf", "pk", GOAL, pd=pd, tahun=year, jabatan="Kepala Dinas", **more)


def linked(*documents):
    return {(link.dari.berkas, link.ke.berkas) for link in tautkan(documents) if link.ke.indikator}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW),
        ("Diskominfo", "DISKOMINFOSANTIK KABUPATEN CONTOH"),
        ("Bappeda", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah"),
        ("BKD", "BKPSDM"),
        ("Badan Lingkungan Hidup", "Dinas Lingkungan Hidup"),
        ("Badan Penanaman Modal dan Perizinan Terpadu", "DPMPTSP"),
    ],
)
def test_a_new_name_is_the_same_agency(old, new):
    plan, promise = renstra(new), pk(old, 2024)
    assert linked(plan, promise) == {(plan.berkas, promise.berkas)}


def test_both_at_once_are_two_agencies():
    plan, other, promise = renstra("Dinas Pendidikan"), renstra("Dinas Pendidikan dan Kebudayaan"), pk("Dinas Pendidikan", 2026)
    assert linked(plan, promise) == linked(plan, other, promise) - {(other.berkas, plan.berkas), (plan.berkas, other.berkas)}
    assert (other.berkas, promise.berkas) not in linked(plan, other, promise)
    region = dokumen(
        "rpjmd.pdf", "rpjmd", node("a", "sasaran", "A", penanggung_jawab=OLD), node("b", "sasaran", "B", penanggung_jawab=NEW),
        periode=(2025, 2029),
    )  # fmt: skip
    assert (f"{NEW}-2025.pdf", f"pk-{OLD}.pdf") not in linked(region, renstra(NEW), pk(OLD, 2026))


def test_the_plans_of_a_renamed_agency_may_overlap():
    before, after = renstra(OLD, years=(2021, 2026)), renstra(NEW, years=(2025, 2029))
    assert not [pair for pair in pasangan([before, after]) if pair.sederajat]
    assert linked(after, before, pk(OLD, 2026)) == {(after.berkas, f"pk-{OLD}.pdf"), (before.berkas, f"pk-{OLD}.pdf")}


def test_merged_agencies_are_known_by_their_programmes_codes():
    """Dinas Kebudayaan and Dinas Pariwisata become one; neither is the other."""
    culture, tourism = ("2.22.02", "Program Pengembangan Kebudayaan"), ("3.26.02", "Program Daya Tarik Destinasi Pariwisata")
    merged = renstra("Dinas Kebudayaan dan Pariwisata", culture, tourism)
    old = [
        dokumen("pk-budaya.pdf", "pk", GOAL, node("b", "program", culture[1], kode=culture[0]), pd="Dinas Kebudayaan", tahun=2024),
        dokumen("pk-wisata.pdf", "pk", GOAL, node("w", "program", tourism[1], kode=tourism[0]), pd="Dinas Pariwisata", tahun=2024),
    ]
    assert linked(merged, *old) == {(merged.berkas, "pk-budaya.pdf"), (merged.berkas, "pk-wisata.pdf")}


def test_the_agency_s_own_code_tells_it_too():
    plan = renstra("Dinas Penataan Ruang dan Pekerjaan Umum Terpadu", kode_pd="1.03.0.00.0.00.01.0000")
    promise = pk("Dinas Pekerjaan Umum dan Penataan Ruang", 2024, kode_pd="1.03.0.00.0.00.03.0000")
    assert linked(plan, promise) == {(plan.berkas, promise.berkas)}


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("Kecamatan Sukamaju Timur", "Kecamatan Sukamaju Barat", "7.01.02"),
        ("Dinas Pekerjaan Umum Pengairan", "Dinas Bina Marga", "1.03.02"),
        ("Bagian Administrasi Pembangunan", "Bagian Administrasi Pemerintahan", "4.01.02"),
    ],
)
def test_a_common_code_does_not_make_agencies_one(first, second, code):
    programme = node("p", "program", "Program Bersama", kode=code)
    plan = dokumen("r.pdf", "renstra", GOAL, programme, pd=first, periode=(2025, 2029))
    promise = dokumen("p.pdf", "pk", GOAL, programme, pd=second, tahun=2024)
    assert linked(plan, promise) == set()


def test_an_old_name_in_the_region_s_plan_is_not_outside_the_mandate():
    row = node("r", "program", "Program Pengelolaan Informasi Publik", penanggung_jawab=OLD)
    child = node("p", "program", "Program Pengelolaan Informasi Publik")
    documents = [dokumen("r.pdf", "rpjmd", row), dokumen("x.pdf", "renstra", child, pd=NEW)]
    (link,) = tautkan(documents)
    assert link.status == "tertaut"
    assert matriks(documents, [link]).tanpa_induk == ()


def test_a_link_between_two_names_says_so():
    (link, *_) = tautkan([renstra(NEW), pk(OLD, 2024)])
    assert link.alasan.endswith(f"perangkat daerah yang sama dengan nama lain: {NEW} / {OLD}")
    assert "nama lain" not in tautkan([renstra(NEW), pk(f"{NEW} Kota Contoh", 2026)])[0].alasan


def test_the_revision_under_the_new_name_replaces_the_plan():
    goals = [node(id, "sasaran", f"Sasaran {id}", f"Indikator {id} satu", f"Indikator {id} dua") for id in "xy"]
    old = dokumen("lama.pdf", "renstra", *goals, pd=OLD, periode=(2021, 2026))
    new = dokumen("baru.pdf", "renstra", *goals, pd=NEW, periode=(2021, 2026), status="perubahan")
    valid, (choice,) = berlaku([old, new])
    assert [one.berkas for one in valid] == ["baru.pdf"]
    assert choice.lainnya == ("lama.pdf",)

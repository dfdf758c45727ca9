"""The cascade as a tree: what hangs where, who owns what, and which gaps are marked."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from rich.console import Console

from doccheck.checks.examples import dokumen
from doccheck.config import Config
from doccheck.report.kaskade import Pohon, Simpul, susun
from doccheck.report.kaskade.tampil import tampilkan
from doccheck.workspace import check_documents

RPJMD = {
    "jenis": "rpjmd",
    "periode": [2025, 2029],
    "kinerja": [
        {
            "tujuan": "Meningkatnya mobilitas kota",
            "anak": [
                {"sasaran": "Meningkatnya kelancaran lalu lintas kota", "indikator": ["Kecepatan rata-rata | km/jam | 2026: 30"]},
                {"sasaran": "Menurunnya angka kecelakaan di jalan", "indikator": ["Rasio kecelakaan | kasus | 2026: 5"]},
            ],
        }
    ],
}
RENSTRA = {
    "jenis": "renstra",
    "pd": "Dinas Perhubungan",
    "periode": [2025, 2029],
    "kinerja": [
        {
            "sasaran": "Meningkatnya kelancaran lalu lintas kota",
            "indikator": ["Kecepatan rata-rata | km/jam | 2026: 30"],
            "anak": [
                {
                    "program": "Program Penyelenggaraan LLAJ",
                    "kode": "2.15.02",
                    "hasil": "Meningkatnya kinerja ruas jalan",
                    "indikator": ["Persentase ruas lancar | % | 2026: 60"],
                    "anak": [{"kegiatan": "Pengelolaan Terminal", "kode": "2.15.02.2.03", "indikator": ["Jumlah terminal | unit"]}],
                }
            ],
        },
        {"subkegiatan": "Pemeliharaan Terminal", "kode": "2.15.02.2.03.0001"},
        {"sasaran": "Terkelolanya aset kantor", "tabel": "tujuan_sasaran", "indikator": ["Persentase aset tercatat | % | 2026: 90"]},
    ],
}
CASCADING = {
    "jenis": "cascading",
    "pd": "Dinas Perhubungan",
    "tahun": 2026,
    "kinerja": [
        {
            "sasaran": "Meningkatnya kinerja ruas jalan",
            "jabatan": "Kepala Bidang Lalu Lintas",
            "anak": [
                {"kegiatan": "Pengelolaan Terminal", "jabatan": "Kepala Seksi Terminal"},
                {"kegiatan": "Pengujian Kendaraan", "jabatan": "Kepala Seksi Pengujian"},
                {"kegiatan": "Pendataan Parkir", "indikator": ["Jumlah titik parkir | titik | 2026: 9"]},
            ],
        }
    ],
}
PK_KEPALA = {
    "jenis": "pk",
    "pd": "Dinas Perhubungan",
    "tahun": 2026,
    "jabatan": "Kepala Dinas Perhubungan",
    "kinerja": [{"sasaran": "Meningkatnya kelancaran lalu lintas kota", "indikator": ["Kecepatan rata-rata | km/jam | 2026: 30"]}],
}
PK_BIDANG = {
    "jenis": "pk",
    "pd": "Dinas Perhubungan",
    "tahun": 2026,
    "pihak": [{"jabatan": "Kepala Bidang Lalu Lintas", "atasan": "Kepala Dinas Perhubungan"}],
    "kinerja": [{"sasaran": "Meningkatnya kinerja ruas jalan", "indikator": ["Persentase ruas lancar | % | 2026: 60"]}],
}
PK_SEKSI = {
    "jenis": "pk",
    "pd": "Dinas Perhubungan",
    "tahun": 2026,
    "pihak": [{"jabatan": "Kepala Seksi Terminal", "atasan": "Kepala Bidang Lalu Lintas"}],
    "kinerja": [{"sasaran": "Terlayaninya penumpang terminal", "indikator": ["Persentase ruas lancar | % | 2026: 60"]}],
}
COPY = "Terlayaninya penumpang terminal"
SEMUA = (RPJMD, RENSTRA, CASCADING, PK_KEPALA, PK_BIDANG, PK_SEKSI)


def pohon(*data: dict[str, Any]) -> Pohon:
    (one,) = susun(check_documents(tuple(dokumen(data)), (), Config(), ()))
    return one


def semua(boxes: Iterable[Simpul]) -> Iterator[Simpul]:
    for box in boxes:
        yield box
        yield from semua(box.anak)


def cari(tree: Pohon, teks: str) -> Simpul:
    (found,) = [box for box in semua((*tree.akar, *tree.lepas)) if box.uraian == teks and box.jenis != "rpjmd"]
    return found


def celah(box: Simpul) -> set[str]:
    return {gap.jenis for gap in box.celah}


def test_boxes_hang_from_the_region_to_the_lowest_level_and_each_text_is_one_box():
    tree = pohon(*SEMUA)
    (top,) = tree.akar
    lancar = next(box for box in top.anak if "kelancaran" in box.uraian)
    (own,) = lancar.anak
    assert (own.jenis, own.pd, own.skor) == ("renstra", "Dinas Perhubungan", 1.0)
    (program,) = own.anak
    assert (program.level, program.kode) == ("program", "2.15.02")
    # the cascading's sasaran is the programme's outcome: its activities hang under the programme
    assert [child.uraian for child in program.anak] == ["Pengelolaan Terminal", "Pengujian Kendaraan", "Pendataan Parkir", COPY]
    # the subkegiatan has no parent in its table; its code names the kegiatan
    assert [child.uraian for child in program.anak[0].anak] == ["Pemeliharaan Terminal"]
    assert len({box.id for box in semua((*tree.akar, *tree.lepas))}) == len(list(semua((*tree.akar, *tree.lepas))))


def test_owners_come_from_agreements_before_cascading():
    tree = pohon(*SEMUA)
    owners = {one.jabatan: (one.sumber, one.pk) for box in semua(tree.akar) for one in box.pemilik}
    assert owners["Kepala Dinas Perhubungan"] == ("pk", True)
    assert owners["Kepala Bidang Lalu Lintas"] == ("pk", True)
    assert owners["Kepala Seksi Terminal"][1] is True
    assert owners["Kepala Seksi Pengujian"] == ("cascading", False)


def test_gaps():
    tree = pohon(*SEMUA)
    region = {box.uraian: celah(box) for box in semua(tree.akar) if box.jenis == "rpjmd"}
    assert region["Menurunnya angka kecelakaan di jalan"] == {"belum_dijabarkan"}
    assert region["Meningkatnya kelancaran lalu lintas kota"] == set()
    assert celah(cari(tree, "Pengujian Kendaraan")) == {"tanpa_pk"}
    assert celah(cari(tree, "Pendataan Parkir")) == {"tanpa_pengampu"}
    assert celah(cari(tree, "Pengelolaan Terminal")) == set()
    assert "tanpa_induk" in celah(cari(tree, "Terkelolanya aset kantor"))


def test_posts_stand_under_the_second_party_and_copies_are_marked():
    (agency,) = pohon(*SEMUA).perangkat
    (head,) = agency.jabatan
    assert head.jabatan == "Kepala Dinas Perhubungan"
    (bidang,) = head.bawahan
    assert [(post.jabatan, {gap.jenis for gap in post.celah}) for post in bidang.bawahan] == [
        ("Kepala Seksi Terminal", {"salinan_indikator"}),
        ("Kepala Seksi Pengujian", {"tanpa_pk"}),
    ]
    assert agency.tanpa_pk == ("Kepala Seksi Pengujian",)
    assert (agency.jenjang_disebut, agency.jenjang_pk, agency.terendah) == ("iv", "iv", "subkegiatan")
    assert agency.lebar == {"sasaran": 3, "program": 1, "kegiatan": 3, "subkegiatan": 1}


def test_without_agreements_owners_are_not_judged_and_it_is_said():
    (agency,) = pohon(RPJMD, RENSTRA).perangkat
    assert agency.jabatan == ()
    assert not {"tanpa_pengampu", "tanpa_pk"} & set(agency.celah)
    assert any("Perjanjian Kinerja tidak ada" in text for text in agency.tidak_dinilai)


def test_without_an_rpjmd_nothing_is_called_an_orphan():
    tree = pohon(RENSTRA)
    assert tree.akar == ()
    assert tree.tidak_dinilai
    assert all("tanpa_induk" not in celah(box) for box in semua(tree.lepas))


@pytest.mark.parametrize(("level", "copied"), [("subkegiatan", False), ("kegiatan", True)])
def test_outputs_that_a_kegiatan_prints_again_are_no_copies(level: str, copied: bool):
    outputs = ["Jumlah rambu | unit", "Jumlah marka | meter"]
    upper = "kegiatan" if level == "subkegiatan" else "program"
    below = {level: "Penyediaan rambu", "indikator": outputs[:1]}
    plan = {
        "jenis": "renstra", "pd": "Dinas Perhubungan", "periode": [2025, 2029],
        "kinerja": [{upper: "Penyediaan perlengkapan jalan", "indikator": outputs, "anak": [below]}],
    }  # fmt: skip
    assert ("salinan_indikator" in celah(cari(pohon(plan), "Penyediaan rambu"))) == copied


def test_a_level_left_out():
    plan = {
        "jenis": "renstra", "pd": "Dinas Perhubungan", "periode": [2025, 2029],
        "kinerja": [
            {
                "sasaran": "Meningkatnya kelancaran lalu lintas", "tabel": "cascading",
                "anak": [{"program": "Program LLAJ"}, {"kegiatan": "Pengelolaan Terminal"}],
            }
        ],
    }  # fmt: skip
    assert celah(cari(pohon(plan), "Pengelolaan Terminal")) == {"lompat_jenjang"}


@pytest.mark.parametrize("anak", [[], [{"sasaran": "Meningkatnya kualitas jalan kota", "indikator": ["Persentase mantap | %"]}]])
def test_a_chain_that_says_the_same_again_is_marked(anak: list[dict[str, Any]]):
    below = {"sasaran": "Meningkatnya mutu jalan kota", "tabel": "cascading", "anak": anak}
    plan = {
        "jenis": "cascading", "pd": "Dinas PU", "tahun": 2026,
        "kinerja": [{"tujuan": "Meningkatnya kualitas jalan", "tabel": "cascading", "anak": [below]}],
    }  # fmt: skip
    chained = any("anak_tunggal" in celah(box) for box in semua(pohon(plan).lepas))
    assert chained == bool(anak)


def test_the_terminal_shows_owners_and_gaps():
    stream = io.StringIO()
    tampilkan(Console(file=stream, width=200), [pohon(*SEMUA)])
    text = stream.getvalue()
    for words in ("✗ belum dijabarkan", "✗ tanpa PK", "✗ salinan indikator", "Kepala Seksi Pengujian"):
        assert words in text


def test_goals_of_the_lowest_posts_go_no_further():
    def goal(text: str, post: str, *children: dict[str, Any]) -> dict[str, Any]:
        return {"sasaran": text, "jabatan": post, "anak": list(children)}

    staff = goal("Tersusunnya jadwal pengujian", "Analis Transportasi")
    clerk = goal("Terpeliharanya alat uji", "Bendahara")
    tree = pohon(
        {
            "jenis": "cascading",
            "pd": "Dinas Perhubungan",
            "tahun": 2026,
            "kinerja": [
                goal(
                    "Meningkatnya keselamatan angkutan",
                    "Kepala Dinas Perhubungan",
                    goal("Meningkatnya kelaikan kendaraan", "Kepala Bidang Angkutan", goal("Terlaksananya uji", "Kepala Seksi Uji", staff,
                    clerk)), goal("Meningkatnya ketertiban terminal", "Kepala Bidang Terminal"),
                )
            ],
        }
    )
    stopped = {box.uraian for box in semua((*tree.akar, *tree.lepas)) if "berhenti" in celah(box)}
    assert stopped == {"Meningkatnya ketertiban terminal"}

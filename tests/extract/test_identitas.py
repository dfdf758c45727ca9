"""Identity of documents: kinds, regions, agencies, periods, officials. All documents are made up."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from doccheck.extract.dokumen import extract
from doccheck.extract.identitas import Identitas, identitas
from doccheck.layout import Layout, Page

from .buat import docx, grid, lembar, pdf

PROSA = [
    "Renstra ini mengacu pada RPJMD Kabupaten Sleman dan menjadi dasar Perjanjian Kinerja setiap tahun, serta",
    "dijabarkan dalam Renja dan dilaporkan dalam Laporan Kinerja. Indikator Kinerja Utama ditetapkan di dalamnya.",
]


def key(found: Identitas) -> tuple[object, ...]:
    return found.jenis, found.pemda, found.perangkat_daerah, found.periode or found.tahun


RENSTRA = pdf(
    [
        "# RENCANA STRATEGIS",
        "# DINAS SOSIAL, PEMBERDAYAAN",
        "# PEREMPUAN DAN KELUARGA BERENCANA",
        "# KABUPATEN SLEMAN",
        "# TAHUN 2025-2029",
    ],
    ["* KATA PENGANTAR", *PROSA],
    ["* BAB II GAMBARAN PELAYANAN PERANGKAT DAERAH", *PROSA],
)
COVERLESS = pdf(*[["* BAB I", *PROSA]] * 5, footer="Rancangan Akhir Renstra Dinas Perhubngan Kab. Sleman Tahun 2025 - 2029")
FOOTER_TYPO = pdf(
    ["Renstra Disbudpar Tahun 2019-2023"],
    *[["* BAB I", "Rencana Strategis (Renstra) Dinas Kebudayaan dan Pariwisata Kabupaten Sleman Tahun 2025-2029 disusun."]] * 5,
    footer="Renstra Disbudpar Tahun 2025-2029",
)
RPJMD = pdf(
    [
        "# PERATURAN DAERAH KABUPATEN SLEMAN",
        "# NOMOR 5 TAHUN 2025",
        "# TENTANG",
        "# RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH",
        "# TAHUN 2025-2029",
    ],
    ["* BAB II GAMBARAN UMUM DAERAH", "Setiap perangkat daerah menyusun Renstra, antara lain Dinas Kesehatan Kabupaten Sleman."],
)
RENJA = pdf(
    ["# RENCANA KERJA", "# TA. 2023", "# INSPEKTORAT", "# KABUPATEN", "# SLEMAN"],
    ["Renja Inspektorat Tahun 2023 berpedoman pada RKPD dan Perubahan Renstra Tahun 2021-2026."],
)
LKJIP = pdf(
    [
        "* KATA PENGANTAR",
        "Laporan ini memuat capaian Perjanjian Kinerja Tahun 2022 dan target Renstra.",
        "Sleman, 30 Januari 2023",
        "INSPEKTUR KABUPATEN SLEMAN",
    ],
    ["* BAB II", "* PERENCANAAN KINERJA", *PROSA],
    ["* BAB III", "* AKUNTABILITAS KINERJA", *PROSA],
    ["* PERJANJIAN KINERJA TAHUN 2022", *PROSA],
    footer="Laporan Kinerja Instansi Pemerintah Tahun 2022",
)
LHE = pdf(
    [
        "* LAPORAN HASIL EVALUASI",
        "* ATAS IMPLEMENTASI SISTEM AKUNTABILITAS KINERJA INSTANSI PEMERINTAH",
        "* PADA DINAS KESEHATAN KOTA MAGELANG TAHUN 2024",
        "Evaluasi mencakup Renstra, Perjanjian Kinerja, dan Laporan Kinerja.",
    ]
)
IKU = pdf(
    [
        "* KEPUTUSAN KEPALA DINAS PERTANIAN KABUPATEN SLEMAN",
        "* NOMOR 12 TAHUN 2021",
        "* TENTANG",
        "* INDIKATOR KINERJA UTAMA DI LINGKUNGAN DINAS PERTANIAN KABUPATEN SLEMAN",
        "Menimbang bahwa untuk melaksanakan Renstra perlu menetapkan Indikator Kinerja Utama;",
    ]
)
CASCADING = pdf(
    [
        "# CASCADING PERJANJIAN KINERJA DINAS PERTANIAN PROVINSIJ AWA TENGAH 2020",
        [["VISI : MAJU TAHUN 2023", ""], ["KEPALA BIDANG A", "KEPALA BIDANG B"]],
    ]
)
RENCANA_AKSI = lembar(
    [["No", "Sasaran", "Indikator", "Target", "TW I", "TW II"], ["1", "Meningkatnya mutu", "Indeks", "80", "70", "75"]],
    titles=("RENCANA AKSI ATAS PERJANJIAN KINERJA BADAN KEUANGAN DAN ASET DAERAH", "KOTA MAGELANG TAHUN 2026"),
)
FICTION = docx("* RENCANA STRATEGIS DINAS KESEHATAN KOTA TIRTA MULYA TAHUN 2025-2029", "Teks biasa.")
RKPD = pdf(["# RENCANA KERJA PEMERINTAH DAERAH", "# KABUPATEN SLEMAN", "# TAHUN 2026"], PROSA)
EXPORT = lembar(
    [
        ["kode_skpd", "nama_skpd", "kode_giat", "nama_giat", "pagu", "prakiraan"],
        ["1.01.0.00.0.00.01.0000", "Dinas Pendidikan", "1.01.01.2.01", "Perencanaan", "1", "2"],
        ["1.02.0.00.0.00.01.0000", "Dinas Kesehatan", "1.02.01.2.01", "Perencanaan", "1", "2"],
    ],
    format="csv",
)
ONE_AGENCY = lembar(
    [["kode_skpd", "nama_skpd", "nama_giat", "prakiraan"], ["1.01.0.00.0.00.01.0000", "DINAS PENDIDIKAN", "Perencanaan", "2"]], format="csv"
)
IKD = lembar(
    [
        ["urusan_atau_aspek", "perangkat_daerah", "indikator", "baseline_2024", *map(str, range(2025, 2031))],
        ["ASPEK KESEJAHTERAAN", "Dinas Sosial", "Angka kemiskinan", *"9876543"],
        ["ASPEK DAYA SAING", "Dinas Perhubungan", "Indeks", *"1234567"],
    ],
    format="csv",
)
EMPTY = Layout(path="a.pdf", format="pdf", pages=())


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        pytest.param(
            RENSTRA,
            ("renstra", "Kabupaten Sleman", "Dinas Sosial, Pemberdayaan Perempuan dan Keluarga Berencana", (2025, 2029)),
            id="renstra",
        ),
        pytest.param(COVERLESS, ("renstra", "Kabupaten Sleman", "Dinas Perhubungan", (2025, 2029)), id="footer with a typo, no cover"),
        pytest.param(
            FOOTER_TYPO, ("renstra", "Kabupaten Sleman", "Dinas Kebudayaan dan Pariwisata", (2025, 2029)), id="old footer outvoted"
        ),
        pytest.param(RPJMD, ("rpjmd", "Kabupaten Sleman", None, (2025, 2029)), id="rpjmd"),
        pytest.param(RENJA, ("renja", "Kabupaten Sleman", "Inspektorat", 2023), id="renja"),
        pytest.param(LKJIP, ("lkjip", "Kabupaten Sleman", "Inspektorat", 2022), id="lkjip with a pk inside"),
        pytest.param(LHE, ("lhe", "Kota Magelang", "Dinas Kesehatan", 2024), id="lhe"),
        pytest.param(IKU, ("iku", "Kabupaten Sleman", "Dinas Pertanian", 2021), id="iku decree"),
        pytest.param(CASCADING, ("cascading", "Provinsi Jawa Tengah", "Dinas Pertanian", 2020), id="poster with broken blanks"),
        pytest.param(RENCANA_AKSI, ("rencana_aksi", "Kota Magelang", "Badan Keuangan dan Aset Daerah", 2026), id="rencana aksi in a sheet"),
        pytest.param(FICTION, ("renstra", "Kota Tirta Mulya", "Dinas Kesehatan", (2025, 2029)), id="region that no list has"),
        pytest.param(RKPD, ("lainnya", "Kabupaten Sleman", None, 2026), id="rkpd is none of ours"),
        pytest.param(EXPORT, ("renja", None, None, None), id="export of many agencies"),
        pytest.param(ONE_AGENCY, ("renja", None, "Dinas Pendidikan", None), id="export of one agency"),
        pytest.param(IKD, ("rpjmd", None, None, (2025, 2029)), id="rpjmd by its columns"),
        pytest.param(EMPTY, ("lainnya", None, None, None), id="nothing"),
    ],
)
def test_identity(layout: Layout, expected: tuple[object, ...]) -> None:
    assert key(identitas(layout)) == expected


def test_confidence_falls_with_the_evidence() -> None:
    assert identitas(RENSTRA).keyakinan_jenis > 0.8
    assert identitas(EXPORT).keyakinan_jenis <= 0.6
    assert identitas(EMPTY).keyakinan_jenis < 0.3


def test_draft_change_and_generation() -> None:
    assert identitas(COVERLESS).status == "rancangan"
    assert identitas(RENSTRA).status is None
    assert identitas(RENJA).status is None  # it is the Renstra that was changed
    change = docx("* PERUBAHAN RENCANA STRATEGIS DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2021-2026")
    assert (identitas(change).status, identitas(change).format) == ("perubahan", "2017")
    assert identitas(IKD).format == "2025"


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("RANCANGAN AWAL RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH KABUPATEN SLEMAN TAHUN 2025-2029", "rancangan"),
        ("RANWAL RENSTRA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2025-2029", "rancangan"),
        ("DRAF PERJANJIAN KINERJA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2026", "rancangan"),
        ("RANCANGAN AKHIR RENCANA KERJA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2026", "rancangan"),
        ("PERUBAHAN PERJANJIAN KINERJA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2026", "perubahan"),
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2026 DINAS KESEHATAN KABUPATEN SLEMAN", "perubahan"),
        ("RENCANA KERJA PERUBAHAN DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2026", "perubahan"),
        ("P-RENJA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2026", "perubahan"),
        ("REVISI RENSTRA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2021-2026", "perubahan"),
        ("PERUBAHAN RPJMD KABUPATEN SLEMAN TAHUN 2021-2026", "perubahan"),
        ("PERJANJIAN KINERJA DINAS KESEHATAN KABUPATEN SLEMAN TAHUN 2026", None),
        ("RENCANA STRATEGIS DINAS LINGKUNGAN HIDUP KABUPATEN SLEMAN: ADAPTASI PERUBAHAN IKLIM 2025-2029", None),
    ],
)
def test_status_by_the_title(title: str, status: str | None) -> None:
    assert identitas(docx(f"* {title}")).status == status


PERNYATAAN = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, kami yang bertanda tangan di bawah ini:",
    "Nama : ORANG SATU",
    "Jabatan : Kepala Badan Penanggulangan Bencana Daerah Kabupaten Sleman",
    "Selanjutnya disebut Pihak Pertama",
    "Nama : ORANG DUA",
    "Jabatan : Bupati Sleman",
    "selaku atasan pihak pertama, selanjutnya disebut Pihak Kedua",
    "Sleman, 5 Januari 2026",
)


def test_pk_of_an_agency() -> None:
    found = identitas(docx("* PERJANJIAN KINERJA TAHUN 2026", *PERNYATAAN))
    assert key(found) == ("pk", "Kabupaten Sleman", "Badan Penanggulangan Bencana Daerah", 2026)
    assert found.jabatan == "Kepala Badan Penanggulangan Bencana Daerah Kabupaten Sleman"
    assert [(one.jabatan, one.atasan, one.tanggal) for one in found.pihak] == [(found.jabatan, "Bupati Sleman", "5 Januari 2026")]
    assert "ORANG" not in repr(found)


def test_pk_with_posts_in_a_table() -> None:
    found = identitas(
        docx(
            "* PERJANJIAN KINERJA TAHUN 2024",
            [["Nama", ":", "ORANG SATU"], ["Jabatan", ":", "CAMAT PANCUR"]],
            "selanjutnya disebut PIHAK KESATU",
            [["Nama", ":", "ORANG DUA"], ["Jabatan", ":", "BUPATI REMBANG"]],
            "selaku atasan PIHAK KESATU, selanjutnya disebut PIHAK KEDUA",
        )
    )
    assert key(found) == ("pk", "Kabupaten Rembang", "Kecamatan Pancur", 2024)
    assert [(one.jabatan, one.atasan) for one in found.pihak] == [("CAMAT PANCUR", "BUPATI REMBANG")]


def test_several_pk_in_one_word_file_have_their_own_dates_and_places() -> None:
    def one(post: str, date: str) -> list[str | list[list[str]]]:
        posts = [["Nama", ":", "ORANG"], ["Jabatan", ":", post]]
        return ["* PERJANJIAN KINERJA TAHUN 2025", posts, "selanjutnya disebut PIHAK PERTAMA", *PERNYATAAN[4:7], f"Sleman, {date}"]

    found = identitas(docx(*one("Sekretaris Dinas Kesehatan", "6 Januari 2025"), *one("Kepala Bidang Pelayanan", "17 April 2025")))
    assert [(pihak.jabatan, pihak.tanggal, pihak.lokasi.baris) for pihak in found.pihak] == [
        ("Sekretaris Dinas Kesehatan", "6 Januari 2025", 2),
        ("Kepala Bidang Pelayanan", "17 April 2025", 2),
    ]
    assert found.pihak[0].lokasi.tabel != found.pihak[1].lokasi.tabel


def test_several_pk_in_one_pdf_with_posts_over_two_lines() -> None:
    def one(post: list[str], above: str) -> list[str | list[list[str]]]:
        return [
            "* PERJANJIAN KINERJA TAHUN 2025",
            *PERNYATAAN[:2],
            f"Jabatan : {post[0]}",
            *post[1:],
            PERNYATAAN[3],
            "Nama : ORANG",
            f"Jabatan : {above}",
            PERNYATAAN[6],
        ]

    found = identitas(
        pdf(
            one(["Sekretaris Dinas Kesehatan"], "Kepala Dinas Kesehatan"),
            ["Lampiran", [["No", "Sasaran", "Indikator", "Target"], ["1", "A", "B", "80"]]],
            one(["Kepala Bidang Pelayanan", "Kesehatan"], "Kepala Dinas Kesehatan"),
        )
    )
    assert [(pihak.jabatan, pihak.atasan, pihak.lokasi.halaman) for pihak in found.pihak] == [
        ("Sekretaris Dinas Kesehatan", "Kepala Dinas Kesehatan", 1),
        ("Kepala Bidang Pelayanan Kesehatan", "Kepala Dinas Kesehatan", 3),
    ]
    assert (found.perangkat_daerah, found.tahun) == ("Dinas Kesehatan", 2025)


def test_pk_of_the_head_of_the_region_has_no_agency_and_no_superior() -> None:
    found = identitas(
        docx(
            "* PERJANJIAN KINERJA TAHUN 2025", "Nama : ORANG", "Jabatan : Bupati Sleman", "selanjutnya disebut Pihak Pertama",
            "Program Dinas Kesehatan dan Dinas Pendidikan dibiayai APBD.",
        )
    )  # fmt: skip
    assert key(found) == ("pk", "Kabupaten Sleman", None, 2025)
    assert [(one.jabatan, one.atasan) for one in found.pihak] == [("Bupati Sleman", None)]


def test_pk_annex_alone_takes_the_post_below_the_title() -> None:
    found = identitas(
        docx("* PERJANJIAN KINERJA TAHUN 2023", "* KEPALA DINAS PERTANIAN KABUPATEN SLEMAN", [["Sasaran", "Indikator", "Target"]])
    )
    assert (found.jabatan, found.perangkat_daerah) == ("KEPALA DINAS PERTANIAN KABUPATEN SLEMAN", "Dinas Pertanian")


def test_agency_code_printed_in_a_table() -> None:
    layout = pdf(["* RENSTRA DINAS KESEHATAN KABUPATEN SLEMAN 2025-2029", [["1.02.0.00.0.00.01.0000 - Dinas Kesehatan", ""], ["a", "b"]]])
    assert identitas(layout).kode_pd == "1.02.0.00.0.00.01.0000"


def test_lhe_as_a_letter_and_a_kind_named_by_the_sheet() -> None:
    letter = pdf(["Nomor : 700/12", "Hal : Laporan Hasil Evaluasi AKIP Dinas Kesehatan", "Kami telah mengevaluasi Renstra dan Renja."])
    assert identitas(letter).jenis == "lhe"
    rows = [["No", "Sasaran", "Indikator", "2025", "2026"], ["1", "A", "B", "1", "2"]]
    layout = Layout(path="a.xlsx", format="xlsx", pages=(Page(blocks=(grid(rows, 1, "sheet"),), sheet="RENSTRA"),))
    assert identitas(layout).jenis == "renstra"


def test_post_and_party_on_one_line() -> None:
    found = identitas(
        docx(
            "* PERJANJIAN KINERJA TAHUN 2025",
            "Jabatan : Kepala Dinas Kesehatan Kabupaten Sleman (selanjutnya disebut PIHAK KE SATU)",
            "Jabatan : Bupati Sleman, selanjutnya disebut PIHAK KEDUA",
        )
    )
    assert [(one.jabatan, one.atasan) for one in found.pihak] == [("Kepala Dinas Kesehatan Kabupaten Sleman", "Bupati Sleman")]


def test_a_decree_without_a_year_in_its_title_has_that_of_its_date() -> None:
    decree = pdf(
        [
            "* KEPUTUSAN KEPALA DINAS PERTANIAN KABUPATEN SLEMAN",
            "* TENTANG INDIKATOR KINERJA UTAMA DINAS PERTANIAN KABUPATEN SLEMAN",
            "Mengingat Peraturan Presiden Nomor 29 Tahun 2014 dan Undang-Undang Nomor 23 Tahun 2014;",
        ],
        ["Lampiran Keputusan Kepala Dinas Pertanian", "Tanggal :", "2017"],
    )
    assert identitas(decree).tahun == 2017


def test_a_decree_that_only_cites_the_period_of_a_plan_has_none_of_its_own() -> None:
    grounds = "Mengingat Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah;"
    cited = pdf(
        [
            "* KEPUTUSAN KEPALA DINAS PERTANIAN KABUPATEN SLEMAN",
            "* NOMOR 12 TAHUN 2022 TENTANG INDIKATOR KINERJA UTAMA",
            *[grounds] * 4,
            "Capaian dievaluasi sesuai dengan Rencana Strategis Dinas Pertanian Kabupaten Sleman Tahun 2021-2026 sebagai ukuran.",
        ]
    )
    own = pdf(
        [
            "* KEPUTUSAN KEPALA DINAS PERTANIAN KABUPATEN SLEMAN",
            "* NOMOR 12 TAHUN 2022 TENTANG INDIKATOR KINERJA UTAMA",
            *[grounds] * 4,
            "Menetapkan Indikator Kinerja Utama Dinas Pertanian Kabupaten Sleman Tahun 2021-2026 sebagaimana lampiran.",
        ]
    )
    assert (identitas(cited).periode, identitas(cited).tahun) == (None, 2022)
    assert identitas(own).periode == (2021, 2026)


def test_a_report_of_evaluation_belongs_to_the_agency_that_was_evaluated() -> None:
    report = pdf(["* PEMERINTAH KABUPATEN SLEMAN", "* INSPEKTORAT DAERAH", "* LAPORAN HASIL EVALUASI AKIP", "* DINAS KESEHATAN TAHUN 2020"])
    own = pdf(["* PEMERINTAH KABUPATEN SLEMAN", "* INSPEKTORAT DAERAH", "* LAPORAN HASIL EVALUASI AKIP TAHUN 2020"])
    assert [identitas(one).perangkat_daerah for one in (report, own)] == ["Dinas Kesehatan", "Inspektorat"]


def test_a_regulation_with_an_annex_for_each_agency_is_the_regions() -> None:
    annexes = [f"* INDIKATOR KINERJA UTAMA DINAS {name}" for name in ("SOSIAL", "KESEHATAN", "PERTANIAN")]
    title = ("* PERATURAN BUPATI SLEMAN NOMOR 21 TAHUN 2019", "* TENTANG INDIKATOR KINERJA UTAMA TAHUN 2018-2023")
    decree = docx(*title, "Menimbang hal.", *annexes)
    assert key(identitas(decree)) == ("iku", "Kabupaten Sleman", None, (2018, 2023))


COVER = ["# KEPUTUSAN BUPATI SLEMAN", "# NOMOR 9 TAHUN 2025", "# TENTANG", "# INDIKATOR KINERJA UTAMA TAHUN 2025-2029"]
HEAD = ["No", "Sasaran", "Indikator", "Satuan", "Penanggung Jawab"]


def iku_rows(*owners: str) -> list[list[str]]:
    return [HEAD, *([str(at), f"Meningkatnya mutu {at}", f"Indeks mutu {at}", "Indeks", owner] for at, owner in enumerate(owners, 1))]


def test_annexes_on_later_pages_make_a_gathering_of_several_agencies() -> None:
    annexes = [["* LAMPIRAN II", f"* INDIKATOR KINERJA UTAMA DINAS {name}", iku_rows("")] for name in ("SOSIAL", "KESEHATAN")]
    layout = pdf(COVER, ["Menimbang hal."], ["Mengingat hal."], ["* LAMPIRAN I", iku_rows("")], *annexes)
    assert key(identitas(layout)) == ("iku", "Kabupaten Sleman", None, (2025, 2029))
    owners = [node.penanggung_jawab for node in extract(layout).kinerja]
    assert owners == [None, "Dinas Sosial", "Dinas Kesehatan"]  # each annex says whose rows they are, that of the region nobody's


def test_rows_that_name_several_agencies_make_a_gathering_of_them() -> None:
    several = pdf(COVER, ["Dinas Kesehatan menghimpun data."], [iku_rows("Dinas Sosial", "Dinas Kesehatan", "Dinas Pertanian")])
    assert identitas(several).perangkat_daerah is None
    cover = [*COVER[:3], "# INDIKATOR KINERJA UTAMA DINAS SOSIAL TAHUN 2025-2029"]
    own = pdf(cover, [iku_rows("Dinas Sosial", "Dinas Kesehatan", "Dinas Pertanian")])
    assert identitas(own).perangkat_daerah == "Dinas Sosial"


def test_a_workbook_with_a_sheet_for_each_agency_is_the_regions() -> None:
    head, row = ["Sasaran", "Indikator Sasaran", "Program"], ["Meningkatnya layanan", "Indeks layanan", "Program Pelayanan"]

    def owner(*agencies: str) -> str | None:
        sheets = [lembar([["CASCADING TAHUN 2026", "", ""], [f"{name} KABUPATEN CONTOH", "", ""], head, row]) for name in agencies]
        pages = tuple(replace(one.pages[0], sheet=f"Lembar{at}") for at, one in enumerate(sheets))
        return identitas(replace(sheets[0], path="cascading.xlsx", pages=pages)).perangkat_daerah

    assert owner("DINAS SOSIAL", "DINAS KESEHATAN") is None
    assert owner("DINAS SOSIAL", "DINAS SOSIAL", "DINAS SOSIAL", "DINAS KESEHATAN") == "Dinas Sosial"  # a sheet on whom it works with


def test_a_report_of_the_region_speaks_of_all_agencies_and_belongs_to_none() -> None:
    cover = ["# LAPORAN KINERJA INSTANSI PEMERINTAH", "# PEMERINTAH KABUPATEN SLEMAN", "# TAHUN 2024"]
    names = ("Dinas Sosial", "Dinas Kesehatan", "Dinas Pertanian", "Dinas Pangan")
    tasks = [*PROSA * 2, *(f"Urusan itu diampu {name} Kabupaten Sleman." for name in names)]
    assert key(identitas(pdf(cover, tasks))) == ("lkjip", "Kabupaten Sleman", None, 2024)
    own = [*PROSA * 2, *(f"Capaian Dinas Sosial didukung {name}." for name in names[1:])]
    assert identitas(pdf(cover[:1] + cover[2:], own)).perangkat_daerah == "Dinas Sosial"


def test_the_name_of_a_region_that_no_list_has_ends_before_the_kind_of_document() -> None:
    found = identitas(docx("* PEMERINTAH KABUPATEN TIRTA MULYA", "* PERJANJIAN KINERJA TAHUN 2021", "Jabatan : Bupati Tirta Mulya"))
    assert found.pemda == "Kabupaten Tirta Mulya"


def test_signatures_side_by_side_are_two_posts() -> None:
    signed = pdf(
        ["* PERJANJIAN KINERJA TAHUN 2021", "* KEPALA SEKSI KAWASAN PERMUKIMAN PERKOTAAN", *PROSA],
        ["* KEPALA BIDANG KAWASAN\tKEPALA SEKSI KAWASAN", "* DINAS PERUMAHAN DAN PERMUKIMAN\tPERMUKIMAN PERKOTAAN", "* KABUPATEN SLEMAN"],
    )
    assert identitas(signed).perangkat_daerah == "Dinas Perumahan dan Permukiman"

"""The vocabulary of doccheck: what a planning document says, where it says it, and what we hold against it.

Everything is frozen: each stage of the pipeline makes new objects and changes none.
Domain nouns are Indonesian as the field writes them (sasaran, indikator, satuan, target, anggaran, bukti).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Kotak = tuple[float, float, float, float]
"""Box (x0, y0, x1, y1) in points, from the top left corner of the page as shown."""

Jenis = Literal["rpjmd", "renstra", "pk", "iku", "renja", "cascading", "rencana_aksi", "lkjip", "lhe", "lainnya"]
Level = Literal["misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "aktivitas"]
Keparahan = Literal["kritis", "tinggi", "sedang", "rendah", "info"]
Verdict = Literal["same", "reworded", "different"]

LEVELS: tuple[Level, ...] = ("misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", "aktivitas")
"""From the top of the cascade to its lowest level."""

SEVERITIES: tuple[Keparahan, ...] = ("kritis", "tinggi", "sedang", "rendah", "info")
"""From the gravest to the lightest."""


class Lokasi(Struct, frozen=True, kw_only=True):
    """A place in a document. Everything is counted from 1; what a format does not have is None.

    halaman: physical page (PDF) · lembar: sheet (XLSX, ODS, XLS) · tabel: number of the table on its page or sheet
    (in the whole document where there are no pages) · baris, kolom: row and column in that table's grid ·
    kotak: box on the page (PDF only).
    """

    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    kotak: Kotak | None = None


class Catatan(Struct, frozen=True, kw_only=True):
    """A note on reading: something could not be read, or not surely. `kode` is an EXT rule (rules/ext)."""

    kode: str
    pesan: str
    lokasi: Lokasi = Lokasi()
    berkas: str = ""


JenisNilai = Literal["angka", "rentang", "ketaksamaan", "ordinal", "rasio", "kosong", "teks"]


class Nilai(Struct, frozen=True, kw_only=True):
    """A value as printed (`teks`) and as understood.

    angka: the number (percentages as printed: "81,5 %" is 81.5) · bawah, atas: ends of a range · operator: one of
    >=, >, <=, < of an inequality (its bound is `angka`) · skala, angka: name of an ordinal scale ("opini", "predikat",
    "level", "mutu") and the rank on it, higher is better · penyebut: denominator of a ratio ("88/100.000 KH") ·
    satuan: a unit printed in the same cell · desimal: digits after the decimal sign (for rounding tolerance) ·
    alasan: why a value is empty ("kosong", "strip", "na", "galat") · keyakinan: how surely it was read, 0..1.
    """

    teks: str
    jenis: JenisNilai = "teks"
    angka: float | None = None
    bawah: float | None = None
    atas: float | None = None
    operator: str | None = None
    skala: str | None = None
    penyebut: float | None = None
    satuan: str | None = None
    desimal: int = 0
    alasan: str | None = None
    keyakinan: float = 1.0
    lokasi: Lokasi | None = None


class Baseline(Struct, frozen=True, kw_only=True):
    """Starting condition (kondisi awal) of an indicator; `tahun` where the header names it."""

    nilai: Nilai
    tahun: int | None = None


class Indikator(Struct, frozen=True, kw_only=True):
    """One indicator of one goal, as one table prints it. Keys of `target` and `realisasi` are years ("2026").

    periode, realisasi_periode: targets and realisations of parts of a year, keys "2026-TW1", "2026-S1" or "2026-03" · kumulatif: whether
    each part includes those before it, None where the numbers don't tell · capaian: printed achievement in percent, per year, "akhir"
    against the end of the plan · kategori: its printed class ("Sangat Tinggi") · serapan, efisiensi: as the table of efficiency prints
    them. None of these is ever computed.
    """

    uraian: str
    satuan: str | None = None
    baseline: Baseline | None = None
    target: dict[str, Nilai] = field(default_factory=dict)
    target_akhir: Nilai | None = None
    realisasi: dict[str, Nilai] = field(default_factory=dict)
    periode: dict[str, Nilai] = field(default_factory=dict)
    realisasi_periode: dict[str, Nilai] = field(default_factory=dict)
    kumulatif: bool | None = None
    capaian: dict[str, Nilai] = field(default_factory=dict)
    kategori: str | None = None
    serapan: Nilai | None = None
    efisiensi: Nilai | None = None
    formula: str | None = None
    sumber_data: str | None = None
    penanggung_jawab: str | None = None
    lokasi: Lokasi = Lokasi()


JenisTabel = Literal[
    "tujuan_sasaran", "program", "cascading", "iku", "ikk", "prioritas", "pk", "pk_anggaran", "renja", "rencana_aksi",
    "capaian", "lainnya",
]


class Kinerja(Struct, frozen=True, kw_only=True):
    """A goal (tujuan .. aktivitas) as one table prints it: a node of the performance tree.

    One node per occurrence: the same sasaran in two tables is two nodes, so that contradictions inside one document stay
    visible. `induk` is the id of the parent node; `rujukan` are texts of upper documents that the row itself cites
    ("Sasaran RPJMD yang relevan"). `hasil` is the outcome (program) or output (kegiatan, subkegiatan) of the new format.
    `lingkup` is "rpjmd" where an agency's document prints goals of the RPJMD beside its own. `jabatan` is the official
    who promises it (PK, cascading). Keys of `anggaran` and `realisasi_anggaran` are years, of the latter also parts of a year. `serapan`:
    the printed share of the budget that was spent, in percent.
    """

    id: str
    level: Level
    uraian: str
    kode: str | None = None
    hasil: str | None = None
    induk: str | None = None
    rujukan: tuple[str, ...] = ()
    lingkup: Literal["rpjmd", "pd"] = "pd"
    penanggung_jawab: str | None = None
    jabatan: str | None = None
    anggaran: dict[str, Nilai] = field(default_factory=dict)
    realisasi_anggaran: dict[str, Nilai] = field(default_factory=dict)
    serapan: Nilai | None = None
    indikator: tuple[Indikator, ...] = ()
    tabel: JenisTabel = "lainnya"
    judul_tabel: str | None = None
    keyakinan: float = 1.0
    lokasi: Lokasi = Lokasi()


class Pihak(Struct, frozen=True, kw_only=True):
    """One Perjanjian Kinerja in a PK document: jabatan of both parties (pihak kedua = the superior; None for the head of
    the region) and the printed date. Names of people are not kept."""

    jabatan: str
    atasan: str | None = None
    tanggal: str | None = None
    lokasi: Lokasi = Lokasi()


class Total(Struct, frozen=True, kw_only=True):
    """A printed sum ("Jumlah", "Total") of a table: per year its value and the ids of the nodes that stand above it."""

    nilai: dict[str, Nilai]
    rincian: tuple[str, ...]
    lokasi: Lokasi = Lokasi()


class KolomTerbaca(Struct, frozen=True, kw_only=True):
    """What one column of a table on one page was taken for: its edges in points, its role (extract.kolom), year and level."""

    x0: float
    x1: float
    peran: str
    tahun: int | None = None
    tingkat: Level | None = None


class SelRagu(Struct, frozen=True, kw_only=True):
    """A cell that OCR read with little confidence (0..1)."""

    kotak: Kotak
    keyakinan: float


class BagianTabel(Struct, frozen=True, kw_only=True):
    """The part of a logical table on one page: the box of its data rows, its columns, the row of the grid, from 1, at which the
    data begin, and the cells among them that OCR read with little confidence."""

    halaman: int
    tabel: int
    kotak: Kotak
    kolom: tuple[KolomTerbaca, ...]
    awal: int = 1
    ragu: tuple[SelRagu, ...] = ()


class TabelTerbaca(Struct, frozen=True, kw_only=True):
    """What was read from one logical table (over all its pages), and how surely (0..1, with the reasons). `bagian`: its pages (PDF)."""

    jenis: JenisTabel
    lokasi: Lokasi
    judul: str | None = None
    baris: int = 0
    indikator: int = 0
    keyakinan: float = 1.0
    alasan: tuple[str, ...] = ()
    bagian: tuple[BagianTabel, ...] = ()


class Bagian(Struct, frozen=True, kw_only=True):
    """A chapter ("BAB III", tingkat 1) or section ("A.", "3.1", tingkat 2) of a document, where it begins."""

    judul: str
    nomor: str | None = None
    tingkat: int = 1
    lokasi: Lokasi = Lokasi()


class Rekomendasi(Struct, frozen=True, kw_only=True):
    """A recommendation of an LHE, or a row of the matrix that tells how it was followed up.

    nomor: as printed, of nested lists joined ("1.a") · komponen: the component of SAKIP it stands under · tahun: of the evaluation, where
    the table names it · the rest: what the matrix of follow-up prints.
    """

    teks: str
    nomor: str | None = None
    komponen: str | None = None
    tahun: int | None = None
    tindak_lanjut: str | None = None
    status: str | None = None
    penanggung_jawab: str | None = None
    waktu: str | None = None
    bukti: str | None = None
    matriks: bool = False
    lokasi: Lokasi = Lokasi()


class NilaiKomponen(Struct, frozen=True, kw_only=True):
    """A row of the table of values of an LHE, as printed: weight and value per year ("" where the heading names none)."""

    komponen: str
    bobot: Nilai | None = None
    nilai: dict[str, Nilai] = field(default_factory=dict)
    lokasi: Lokasi = Lokasi()


JenisAnalisis = Literal["target_realisasi", "tahun_lalu", "jangka_menengah", "nasional", "penyebab", "efisiensi", "program"]
"""The analyses that Permen PANRB 53/2014 asks of each indicator in chapter III of an LKjIP, in its order."""


class Analisis(Struct, frozen=True, kw_only=True):
    """Whether an LKjIP has one of the analyses, for one indicator or (None) anywhere: in words ("ada"), in a table only ("tabel"), not at
    all ("tidak_ada"). `lokasi`: where the words or the table stand."""

    jenis: JenisAnalisis
    keadaan: Literal["ada", "tabel", "tidak_ada"]
    indikator: str | None = None
    lokasi: Lokasi = Lokasi()


class Kategori(Struct, frozen=True, kw_only=True):
    """A class of achievement that a document sets ("Sangat Tinggi" from 91), in percent: its ends, None where it is open, and whether they
    belong to it."""

    nama: str
    bawah: float | None = None
    atas: float | None = None
    bawah_masuk: bool = True
    atas_masuk: bool = True
    lokasi: Lokasi = Lokasi()


class Unsur(Struct, frozen=True, kw_only=True):
    """Whether an LKjIP has something that it owes as a whole: improvements to come (`perbaikan`), what became of the recommendations of
    the last evaluation (`tindak_lanjut`), a statement of review (`reviu`). "umum": there, but naming no object, post or time. `rilis`: the
    report says of `indikator` that its figure is not published yet."""

    jenis: Literal["perbaikan", "tindak_lanjut", "reviu", "rilis"]
    keadaan: Literal["ada", "umum", "tidak_ada"]
    indikator: str | None = None
    lokasi: Lokasi = Lokasi()


class Dokumen(Struct, frozen=True, kw_only=True):
    """One document: its identity, its performance tree and the notes on its reading.

    berkas: path as given (relative to the checked folder) · perangkat_daerah: the agency, None for documents of the region
    (RPJMD) · periode: first and last year · tahun: of a yearly document (PK, Renja, LKjIP, rencana aksi) · jabatan: of the
    first party of a PK · format: generation of the tables ("2017" Permendagri 86/2017, "2025" Inmendagri 2/2025) · status:
    "rancangan" or "perubahan" where the cover says so · sidik: SHA-256 of the file · keyakinan_jenis: how sure `jenis` is · nomor: of an
    LHE · kutipan: goals of the region that a plan quotes where it reviews them, no part of its tree · bagian: chapters, and sections of
    an LKjIP or LHE · rekomendasi, komponen: of an LHE and its follow-up · analisis, kategori, unsur: of an LKjIP.
    """

    berkas: str
    jenis: Jenis = "lainnya"
    pemda: str | None = None
    perangkat_daerah: str | None = None
    kode_pd: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    pihak: tuple[Pihak, ...] = ()
    tanggal: str | None = None
    format: Literal["2017", "2025"] | None = None
    status: Literal["rancangan", "perubahan"] | None = None
    kinerja: tuple[Kinerja, ...] = ()
    kutipan: tuple[Kinerja, ...] = ()
    total: tuple[Total, ...] = ()
    tabel: tuple[TabelTerbaca, ...] = ()
    nomor: str | None = None
    bagian: tuple[Bagian, ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] = ()
    komponen: tuple[NilaiKomponen, ...] = ()
    analisis: tuple[Analisis, ...] = ()
    kategori: tuple[Kategori, ...] = ()
    unsur: tuple[Unsur, ...] = ()
    catatan: tuple[Catatan, ...] = ()
    halaman: int = 0
    sidik: str = ""
    keyakinan_jenis: float = 1.0


class Ujung(Struct, frozen=True, kw_only=True):
    """One end of a link: a goal (`indikator` None) or one of its indicators. `id` and `nomor` find it in its document:
    Dokumen.kinerja's id and the index in Kinerja.indikator."""

    berkas: str
    jenis: Jenis
    level: Level
    uraian: str
    indikator: str | None
    id: str
    nomor: int | None = None


class Tautan(Struct, frozen=True, kw_only=True):
    """A link between two documents of a pemda: `dari` is the upper document's goal or indicator, `ke` the lower one's.

    hubungan: "sama" (restated) or "turunan" (derived) · status: "tertaut", "ambigu" ... (as OpenFastTrace sees links) ·
    metode: the evidence that decided ("rujukan", "kode", "teks", "kemiripan") · alasan: in words a person can check.
    """

    dari: Ujung
    ke: Ujung
    hubungan: Literal["turunan", "sama"]
    verdict: Verdict
    skor: float
    status: str = "tertaut"
    metode: str = "teks"
    alasan: str = ""


class Bukti(Struct, frozen=True, kw_only=True):
    """Evidence of a finding: what one document prints at one place. `peran` says what it stands for ("Renstra", "PK 2026")."""

    dokumen: str
    kutipan: str
    nilai: str | None = None
    peran: str = ""
    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: int | None = None
    kotak: Kotak | None = None
    kotak_nilai: Kotak | None = None


class Keputusan(Struct, frozen=True, kw_only=True):
    """What a person decided on a finding in an exported working paper. `rekomendasi`: doccheck's words, where the person wrote others ·
    asal: file, sheet and row."""

    putusan: Literal["diterima", "ditolak", "telaah"]
    alasan: str = ""
    rekomendasi: str | None = None
    asal: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """A fault that a rule proves. It has kondisi, kriteria, akibat and rekomendasi, and no cause: we cannot know it.

    keyakinan: 0..1 from reading, linking and classification · telaah: True where the finding is for a person to look at
    ("perlu telaah") and never counts for --fail-on · sidik: fingerprint that survives shifts of pages and rows.
    """

    aturan: str
    keparahan: Keparahan
    keyakinan: float
    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str
    sidik: str
    bukti: tuple[Bukti, ...]
    perangkat_daerah: str | None = None
    telaah: bool = False
    masalah: tuple[int, ...] = ()
    keputusan: Keputusan | None = None


HasilUji = Literal["selesai", "sebagian", "berulang", "tidak_diuji"]


class TindakLanjut(Struct, frozen=True, kw_only=True):
    """A recommendation of an earlier evaluation, tested again on the documents after it.

    berkas: the file that prints it · tahun: of the evaluation · matriks: the row that tells how it was followed up · kelas: what it asks
    for · aturan: the rules that find it again, else those that tested it · hasil: "selesai" (the rules find it no more), "sebagian" (of
    `semula` objects only `berulang` are still at fault), "berulang", "tidak_diuji" for the reason `alasan` · temuan: fingerprints
    of today's findings · bukti: their evidence.
    """

    berkas: str
    perangkat_daerah: str | None
    tahun: int | None
    rekomendasi: Rekomendasi
    matriks: Rekomendasi | None = None
    berkas_matriks: str | None = None
    kelas: tuple[str, ...] = ()
    aturan: tuple[str, ...] = ()
    hasil: HasilUji = "tidak_diuji"
    semula: int | None = None
    berulang: int = 0
    alasan: str = ""
    temuan: tuple[str, ...] = ()
    bukti: tuple[Bukti, ...] = ()


class TidakDinilai(Struct, frozen=True, kw_only=True):
    """A rule that could not be applied, and why (part of the chain is missing, a table could not be read)."""

    aturan: str
    alasan: str


class Diabaikan(Struct, frozen=True, kw_only=True):
    """A finding that an entry of the configuration sets aside: why, by whom, until which date ("2026-12-31"), and where it says so."""

    finding: Finding
    alasan: str
    oleh: str | None = None
    sampai: str | None = None
    asal: str = ""


class AbaikanUsang(Struct, frozen=True, kw_only=True):
    """An entry that sets nothing aside: it matches no finding, or its date is past. `jumlah`: findings that an expired one matches."""

    keadaan: Literal["tidak_terpakai", "kedaluwarsa"]
    aturan: str
    alasan: str
    asal: str
    sampai: str | None = None
    jumlah: int = 0


Triase = Literal["terbuka", "diterima", "dikerjakan", "ditolak"]


class Tercatat(Struct, frozen=True, kw_only=True):
    """A finding as a baseline keeps it; `pertama`: the date on which it was first recorded ("2026-11-24")."""

    sidik: str
    aturan: str
    pertama: str
    triase: Triase = "terbuka"
    catatan: str = ""
    perangkat_daerah: str | None = None
    dokumen: str = ""
    kondisi: str = ""


class Riwayat(Struct, frozen=True, kw_only=True):
    """A check, on the day `hari`, against a baseline made on `tanggal`: fingerprints that are new, findings that were there before (by
    fingerprint), those that are gone, and those that nobody can tell, because their document or rule was not part of the check."""

    baseline: str
    tanggal: str
    hari: str
    baru: tuple[str, ...] = ()
    lama: dict[str, Tercatat] = field(default_factory=dict)
    selesai: tuple[Tercatat, ...] = ()
    tidak_diperiksa: tuple[Tercatat, ...] = ()


class PutusanDipakai(Struct, frozen=True, kw_only=True):
    """A decision of the project that stood over doccheck's judgement in this check. apa: "pasangan", "orientasi", "polaritas" ·
    teks: the texts it is about · nilai: what was decided · asal: file and line."""

    apa: str
    teks: tuple[str, ...]
    nilai: str
    alasan: str = ""
    asal: str = ""


class DokumenPilihan(Struct, frozen=True, kw_only=True):
    """Several documents of one kind, agency and time: the one that is valid (`berkas`), those that stand behind it, and why."""

    berkas: str
    lainnya: tuple[str, ...]
    alasan: str


class Report(Struct, frozen=True, kw_only=True):
    """The result of a check."""

    findings: tuple[Finding, ...]
    documents: tuple[Dokumen, ...]
    links: tuple[Tautan, ...] = ()
    notes: tuple[Catatan, ...] = ()
    tidak_dinilai: tuple[TidakDinilai, ...] = ()
    diabaikan: tuple[Diabaikan, ...] = ()
    abaikan_usang: tuple[AbaikanUsang, ...] = ()
    riwayat: Riwayat | None = None
    putusan: tuple[PutusanDipakai, ...] = ()
    pilihan: tuple[DokumenPilihan, ...] = ()
    tindak_lanjut: tuple[TindakLanjut, ...] = ()

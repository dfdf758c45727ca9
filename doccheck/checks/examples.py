"""The examples of rule files: small documents in a notation that people can write and read.

    - jenis: renstra                # rpjmd, renstra, pk, iku, renja, cascading, lkjip ...
      pd: Dinas Perhubungan         # the agency; pemda: the region ("Kota Contoh" by default)
      periode: [2025, 2029]         # or tahun: 2026 · jabatan: of a PK · pihak: [{jabatan, atasan}]
      kinerja:
        - sasaran: Meningkatnya kelancaran lalu lintas       # the level is the key
          rujukan: [Meningkatnya konektivitas wilayah]
          indikator:
            - Kecepatan rata-rata | km/jam | awal 2024: 28 | 2025: 29 | 2026: 31,5 | akhir: 36
          anak:
            - program: Program Penyelenggaraan LLAJ
              kode: "2.15.02"
              hasil: Meningkatnya kinerja lalu lintas
              anggaran: {2026: "1.500.000.000"}

`halaman` is the page of a row (1 by default); `bagian`: chapters ("BAB I", "BAB II"). Parts of an indicator: its text, unit ("-" none),
then "awal [year]", "year", "akhir", "realisasi year", "2026-TW1" (or S1, 03: a part of a year), "realisasi 2026-TW1", "kumulatif" or
"terbagi" (what its parts are), "capaian year", "kategori", "serapan", "efisiensi", "pj" (in charge), "formula", "sumber" (source of the
data). `terpakai`: money spent, by year or part of a year; `serapan`: its printed share; `judul`: of the table.

Of an LKjIP also: `analisis` ("semua" or an indicator -> {analysis: ada|tabel|tidak_ada}, what is not named is there), `unsur` ("perbaikan",
"tindak_lanjut", "reviu", "rilis NAME OF AN INDICATOR" -> ada|umum|tidak_ada), `kategori` ("Tinggi: 76 - 90"). Of an LHE or a matrix:
`rekomendasi` and `komponen` ("Perencanaan Kinerja | 30 | 21,3": weight and value).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct, field

from ..catatan import catatan
from ..extract.kategori import batas
from ..extract.nilai import parse_nilai, parse_rupiah
from ..model import (
    LEVELS,
    Analisis,
    Bagian,
    Baseline,
    Catatan,
    Dokumen,
    Indikator,
    Jenis,
    JenisAnalisis,
    JenisTabel,
    Kategori,
    Kinerja,
    Level,
    Lokasi,
    Nilai,
    NilaiKomponen,
    Pihak,
    Rekomendasi,
    Total,
    Unsur,
)

_TABEL: dict[str, JenisTabel] = {
    "pk": "pk",
    "iku": "iku",
    "renja": "renja",
    "cascading": "cascading",
    "rencana_aksi": "rencana_aksi",
    "lkjip": "capaian",
}


_BAGIAN = re.compile(r"\d{4}-(?:TW[1-4]|S[12]|\d\d)")


class _Node(Struct, frozen=True, forbid_unknown_fields=True):
    misi: str | None = None
    tujuan: str | None = None
    sasaran: str | None = None
    program: str | None = None
    kegiatan: str | None = None
    subkegiatan: str | None = None
    aktivitas: str | None = None
    kode: str | None = None
    hasil: str | None = None
    rujukan: tuple[str, ...] = ()
    lingkup: Literal["rpjmd", "pd"] = "pd"
    pj: str | None = None
    jabatan: str | None = None
    tabel: JenisTabel | None = None
    halaman: int = 1
    keyakinan: float = 1.0
    anggaran: dict[int, str] = field(default_factory=dict)
    terpakai: dict[int | str, str] = field(default_factory=dict)
    serapan: str | None = None
    judul: str | None = None
    indikator: tuple[str, ...] = ()
    anak: tuple[_Node, ...] = ()

    @property
    def tingkat(self) -> tuple[Level, str]:
        given = [(level, text) for level in LEVELS if (text := getattr(self, level)) is not None]
        if len(given) != 1:
            raise msgspec.ValidationError(f"a node has exactly one level, not {[level for level, _ in given]}")
        return given[0]


class _Pihak(Struct, frozen=True, forbid_unknown_fields=True):
    jabatan: str
    atasan: str | None = None
    tanggal: str | None = None


class _Total(Struct, frozen=True, forbid_unknown_fields=True):
    nilai: dict[int, str]
    level: Level


class _Rekomendasi(Struct, frozen=True, forbid_unknown_fields=True):
    teks: str
    nomor: str | None = None
    komponen: str | None = None
    tahun: int | None = None
    tindak_lanjut: str | None = None
    status: str | None = None
    pj: str | None = None
    waktu: str | None = None
    bukti: str | None = None
    matriks: bool = False


class _Dokumen(Struct, frozen=True, forbid_unknown_fields=True):
    jenis: Jenis
    berkas: str | None = None
    pemda: str = "Kota Contoh"
    pd: str | None = None
    kode_pd: str | None = None
    periode: tuple[int, int] | None = None
    tahun: int | None = None
    jabatan: str | None = None
    status: Literal["rancangan", "perubahan"] | None = None
    format: Literal["2017", "2025"] | None = None
    tanggal: str | None = None
    pihak: tuple[_Pihak, ...] = ()
    kinerja: tuple[_Node, ...] = ()
    total: tuple[_Total, ...] = ()
    bagian: tuple[str, ...] = ()
    analisis: dict[str, dict[JenisAnalisis, Literal["ada", "tabel", "tidak_ada"]]] = field(default_factory=dict)
    unsur: dict[str, Literal["ada", "umum", "tidak_ada"]] = field(default_factory=dict)
    kategori: tuple[str, ...] = ()
    rekomendasi: tuple[_Rekomendasi, ...] = ()
    komponen: tuple[str, ...] = ()
    nomor: str | None = None
    catatan: tuple[str, ...] = ()


class _Catatan(Struct, frozen=True, forbid_unknown_fields=True):
    kode: str
    berkas: str


def dokumen(data: Iterable[Mapping[str, Any]]) -> list[Dokumen]:
    """The documents of an example; msgspec.ValidationError where the notation is broken."""
    return [_dokumen(msgspec.convert(item, _Dokumen), nomor) for nomor, item in enumerate(data, 1)]


def catatan_lepas(data: Iterable[Mapping[str, Any]]) -> list[Catatan]:
    """Notes on files that gave no document."""
    return [catatan(item.kode, berkas=item.berkas) for item in (msgspec.convert(one, _Catatan) for one in data)]


def _dokumen(item: _Dokumen, nomor: int) -> Dokumen:
    name = item.berkas or f"{nomor}-{item.jenis}.pdf"
    nodes = [node for i, top in enumerate(item.kinerja) for node in _nodes(top, item.jenis, f"k{i}", None, None)]
    placed = tuple(_placed(node, row) for row, node in enumerate(nodes, 2))
    return Dokumen(
        berkas=name,
        jenis=item.jenis,
        pemda=item.pemda,
        perangkat_daerah=item.pd,
        kode_pd=item.kode_pd,
        periode=item.periode,
        tahun=item.tahun,
        jabatan=item.jabatan,
        status=item.status,
        format=item.format,
        tanggal=item.tanggal,
        pihak=tuple(Pihak(jabatan=one.jabatan, atasan=one.atasan, tanggal=one.tanggal) for one in item.pihak),
        kinerja=placed,
        total=tuple(
            Total(
                nilai={str(year): parse_rupiah(text) for year, text in total.nilai.items()},
                rincian=tuple(node.id for node in placed if node.level == total.level),
                lokasi=Lokasi(halaman=1, tabel=1, baris=len(placed) + 2),
            )
            for total in item.total
        ),
        bagian=tuple(Bagian(judul=text, nomor=text, lokasi=Lokasi(halaman=page)) for page, text in enumerate(item.bagian, 1)),
        analisis=tuple(_analisis(item.analisis)),
        unsur=tuple(_unsur(name, state) for name, state in item.unsur.items()),
        kategori=tuple(_kategori(text) for text in item.kategori),
        nomor=item.nomor,
        rekomendasi=tuple(_rekomendasi(one, row) for row, one in enumerate(item.rekomendasi, 2)),
        komponen=tuple(_komponen(text, row) for row, text in enumerate(item.komponen, 2)),
        catatan=tuple(catatan(kode, berkas=name) for kode in item.catatan),
        halaman=max(1, len(item.bagian)),
    )


def _nodes(item: _Node, jenis: Jenis, id: str, induk: str | None, tabel: JenisTabel | None) -> Iterator[Kinerja]:
    level, uraian = item.tingkat
    default: JenisTabel = "tujuan_sasaran" if level in ("misi", "tujuan", "sasaran") else "program"
    own = item.tabel or tabel
    yield Kinerja(
        id=id,
        level=level,
        uraian=uraian,
        kode=item.kode,
        hasil=item.hasil,
        induk=induk,
        rujukan=item.rujukan,
        lingkup=item.lingkup,
        penanggung_jawab=item.pj,
        jabatan=item.jabatan,
        anggaran={str(year): parse_rupiah(text) for year, text in item.anggaran.items()},
        realisasi_anggaran={str(year): parse_rupiah(text) for year, text in item.terpakai.items()},
        serapan=parse_nilai(item.serapan, satuan="%") if item.serapan else None,
        judul_tabel=item.judul,
        indikator=tuple(_indikator(text) for text in item.indikator),
        tabel=own or _TABEL.get(jenis, default),
        keyakinan=item.keyakinan,
        lokasi=Lokasi(halaman=item.halaman),
    )
    for i, child in enumerate(item.anak):
        yield from _nodes(child, jenis, f"{id}.{i}", id, own)


def _analisis(given: Mapping[str, Mapping[JenisAnalisis, Literal["ada", "tabel", "tidak_ada"]]]) -> Iterator[Analisis]:
    """Analyses that are not named are there in words; "semua" is the report as a whole."""
    for name, states in given.items():
        for kind in get_args(JenisAnalisis):
            state = states.get(kind, "ada")
            place = Lokasi(halaman=None if state == "tidak_ada" else 2)
            yield Analisis(jenis=kind, keadaan=state, indikator=None if name == "semua" else name, lokasi=place)


def _unsur(name: str, state: Literal["ada", "umum", "tidak_ada"]) -> Unsur:
    kind, _, indikator = name.partition(" ")
    return msgspec.convert({"jenis": kind, "keadaan": state, "indikator": indikator or None}, Unsur)


def _kategori(text: str) -> Kategori:
    name, _, span = (part.strip() for part in text.partition(":"))
    ends = batas(span)
    if ends is None:
        raise msgspec.ValidationError(f"no interval in {text!r}")
    return Kategori(nama=name, bawah=ends[0], atas=ends[1], bawah_masuk=ends[2], atas_masuk=ends[3])


def _rekomendasi(one: _Rekomendasi, row: int) -> Rekomendasi:
    given = msgspec.structs.asdict(one)
    return Rekomendasi(penanggung_jawab=given.pop("pj"), lokasi=Lokasi(halaman=1, tabel=1, baris=row), **given)


def _komponen(text: str, row: int) -> NilaiKomponen:
    """ "Perencanaan Kinerja | 30 | 21,3"."""
    name, weight, value = (part.strip() for part in text.split("|"))
    return NilaiKomponen(
        komponen=name, bobot=parse_nilai(weight), nilai={"": parse_nilai(value)}, lokasi=Lokasi(halaman=1, tabel=2, baris=row)
    )  # fmt: skip


def _placed(node: Kinerja, row: int) -> Kinerja:
    place = Lokasi(halaman=node.lokasi.halaman, tabel=1, baris=row)
    indicators = tuple(msgspec.structs.replace(one, lokasi=place) for one in node.indikator)
    return msgspec.structs.replace(node, lokasi=place, indikator=indicators)


def _indikator(text: str) -> Indikator:
    uraian, satuan, *parts = [part.strip() for part in (text + " | -" if "|" not in text else text).split("|")]
    baseline: Baseline | None = None
    target: dict[str, Nilai] = {}
    realisasi: dict[str, Nilai] = {}
    periode: dict[str, Nilai] = {}
    realisasi_periode: dict[str, Nilai] = {}
    capaian: dict[str, Nilai] = {}
    kumulatif: bool | None = None
    serapan: Nilai | None = None
    akhir: Nilai | None = None
    cells: dict[str, str] = {}
    unit = None if satuan == "-" else satuan
    for part in parts:
        key, _, value = (piece.strip() for piece in part.partition(":"))
        name, _, year = key.partition(" ")
        if key in ("pj", "formula", "sumber", "kategori", "efisiensi"):
            cells[key] = value
            continue
        nilai = parse_nilai(value, satuan=unit)
        if name == "awal":
            baseline = Baseline(nilai=nilai, tahun=int(year) if year else None)
        elif name == "akhir":
            akhir = nilai
        elif name == "realisasi" and _BAGIAN.fullmatch(year):
            realisasi_periode[year] = nilai
        elif name == "realisasi":
            realisasi[year] = nilai
        elif name == "capaian":
            capaian[year] = parse_nilai(value, satuan="%")
        elif name == "serapan":
            serapan = parse_nilai(value, satuan="%")
        elif name in ("kumulatif", "terbagi"):
            kumulatif = name == "kumulatif"
        elif name.isdigit() and not year:
            target[name] = nilai
        elif _BAGIAN.fullmatch(name):
            periode[name] = nilai
        else:
            raise msgspec.ValidationError(f"unknown part {part!r} of the indicator {uraian!r}")
    return Indikator(
        uraian=uraian,
        satuan=unit,
        baseline=baseline,
        target=target,
        target_akhir=akhir,
        realisasi=realisasi,
        periode=periode,
        realisasi_periode=realisasi_periode,
        kumulatif=kumulatif,
        capaian=capaian,
        kategori=cells.get("kategori"),
        serapan=serapan,
        efisiensi=parse_nilai(cells["efisiensi"], satuan="%") if "efisiensi" in cells else None,
        formula=cells.get("formula"),
        sumber_data=cells.get("sumber"),
        penanggung_jawab=cells.get("pj"),
    )

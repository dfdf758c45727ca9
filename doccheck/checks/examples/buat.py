"""Documents made of the examples' notation (notasi.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

import msgspec

from ...catatan import catatan
from ...extract.laporan.kategori import batas
from ...extract.nilai.baca import parse_nilai, parse_rupiah
from ...model import (
    Analisis,
    Bagian,
    Catatan,
    Dokumen,
    Jenis,
    JenisAnalisis,
    JenisTabel,
    Kategori,
    Kinerja,
    Lokasi,
    NilaiKomponen,
    Pihak,
    Rekomendasi,
    Total,
    Unsur,
    Visi,
)
from .indikator import indikator
from .notasi import CatatanContoh, DokumenContoh, NodeContoh, RekomendasiContoh

_TABEL: dict[str, JenisTabel] = {
    "pk": "pk",
    "iku": "iku",
    "renja": "renja",
    "cascading": "cascading",
    "rencana_aksi": "rencana_aksi",
    "lkjip": "capaian",
}


def dokumen(data: Iterable[Mapping[str, Any]]) -> list[Dokumen]:
    """The documents of an example; msgspec.ValidationError where the notation is broken."""
    return [_dokumen(msgspec.convert(item, DokumenContoh), nomor) for nomor, item in enumerate(data, 1)]


def catatan_lepas(data: Iterable[Mapping[str, Any]]) -> list[Catatan]:
    """Notes on files that gave no document."""
    return [catatan(item.kode, berkas=item.berkas) for item in (msgspec.convert(one, CatatanContoh) for one in data)]


def _dokumen(item: DokumenContoh, nomor: int) -> Dokumen:
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
        visi=tuple(Visi(uraian=text, lokasi=Lokasi(halaman=1)) for text in item.visi),
        rekomendasi=tuple(_rekomendasi(one, row) for row, one in enumerate(item.rekomendasi, 2)),
        komponen=tuple(_komponen(text, row) for row, text in enumerate(item.komponen, 2)),
        catatan=tuple(catatan(kode, berkas=name) for kode in item.catatan),
        halaman=max(1, len(item.bagian)),
    )


def _nodes(item: NodeContoh, jenis: Jenis, id: str, induk: str | None, tabel: JenisTabel | None) -> Iterator[Kinerja]:
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
        indikator=tuple(indikator(text) for text in item.indikator),
        tabel=own or _TABEL.get(jenis, default),
        keyakinan=item.keyakinan,
        lokasi=Lokasi(halaman=item.halaman, baris=item.baris),
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


def _rekomendasi(one: RekomendasiContoh, row: int) -> Rekomendasi:
    given = msgspec.structs.asdict(one)
    return Rekomendasi(penanggung_jawab=given.pop("pj"), lokasi=Lokasi(halaman=1, tabel=1, baris=row), **given)


def _komponen(text: str, row: int) -> NilaiKomponen:
    """ "Perencanaan Kinerja | 30 | 21,3"."""
    name, weight, value = (part.strip() for part in text.split("|"))
    return NilaiKomponen(
        komponen=name, bobot=parse_nilai(weight), nilai={"": parse_nilai(value)}, lokasi=Lokasi(halaman=1, tabel=2, baris=row)
    )  # fmt: skip


def _placed(node: Kinerja, row: int) -> Kinerja:
    place = Lokasi(halaman=node.lokasi.halaman, tabel=1, baris=node.lokasi.baris or row)
    indicators = tuple(msgspec.structs.replace(one, lokasi=place) for one in node.indikator)
    return msgspec.structs.replace(node, lokasi=place, indikator=indicators)

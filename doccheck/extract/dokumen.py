"""From the layout of a file to its document: identity and performance tree, every node with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msgspec.structs import replace

from ..bahasa import _
from ..catatan import catatan
from ..layout import Layout
from ..model import Catatan, Dokumen, JenisTabel, Kinerja, Lokasi, Strategi, TabelTerbaca, Total
from ..proses.pengumpul import tanpa_pengumpul
from .bentuk.bagan import baca_bagan, pisah_bagan
from .bentuk.ekspor import baca_ekspor, is_ekspor, jumlah_ekspor
from .bentuk.kartu import baca_kartu, is_kartu
from .bentuk.lintang import baca_lintang, is_lintang
from .bentuk.semu import tabel_semu
from .bentuk.tanpa_tabel import baca_tanpa_tabel, kurang_kinerja
from .bentuk.telaah import baca_telaah, is_telaah
from .identitas import Identitas, identitas
from .identitas.milik_daerah import MENGHIMPUN, pd_tabel
from .identitas.pemilik import jabatan_tabel
from .identitas.pihak import pihak_per_grid
from .kalimat.isi import target_dari_kalimat
from .laporan.analisis import analisis_laporan
from .laporan.bagian import bagian_dokumen, tulisan_dokumen
from .laporan.kategori import kategori_capaian
from .laporan.lhe import baca_evaluasi
from .laporan.unsur import tanggal_laporan, unsur_laporan
from .laporan.visi import visi_dokumen
from .pohon.jejak import bagian_tabel
from .pohon.rakit import Perakit
from .pohon.simpul import Simpul
from .pohon.strategi import pindahkan
from .pohon.tingkat_tabel import Rentang, samakan_tingkat
from .tabel.jenis import jenis_tabel
from .tabel.sambung import Tabel, tabel_dokumen

__all__ = ["baca", "extract"]

_PARENT_TABLE = re.compile(
    r"cascading\b.*\brp(?:jm)?d\b|"
    r"(?:tujuan|sasaran)(?:(?:,| dan) (?:sasaran|target|indikator)){0,2}(?: strategis)? rp(?:jm)?d\b(?!.*\b(?:renstra|pd|opd)\b)", re.I
)
"""Captions of tables in which an agency's document prints the goals of the RPJMD, not its own."""
_BERSTRATEGI = frozenset({"rpjmd", "renstra"})
_BERVISI = frozenset({"rpjmd", "renstra", "cascading"})
_TOWARDS = re.compile(r"mengacu|menduku\w+|keterkaitan|keselarasan|terhadap", re.I)
_OWN = re.compile(r"\b(?:pd|opd|skpd|renstra|perangkat daerah)\b", re.I)


@tanpa_pengumpul()
def extract(layout: Layout) -> Dokumen:
    """Reads a layout: what document it is, and the goals, indicators and values of all its performance tables.

    Never raises for odd content: what is not understood becomes a note (EXT-03, EXT-13, EXT-14) with its place.
    """
    return baca(layout, identitas(layout))


@dataclass
class _Hasil:
    """What has been read of a document so far."""

    kinerja: list[Kinerja] = field(default_factory=list)
    kutipan: list[Kinerja] = field(default_factory=list)
    strategi: list[Strategi] = field(default_factory=list)
    kertas_kerja: list[Tabel] = field(default_factory=list)
    """Tables with strategi whose goals are no part of the tree."""
    total: list[Total] = field(default_factory=list)
    tabel: list[TabelTerbaca] = field(default_factory=list)
    catatan: list[Catatan] = field(default_factory=list)
    rentang: list[Rentang] = field(default_factory=list)


def baca(layout: Layout, who: Identitas) -> Dokumen:
    """The document of which `who` says what it is."""
    hasil = _Hasil(catatan=list(layout.notes))
    owners = pihak_per_grid(layout, who.pihak) if len(who.pihak) > 1 else {}
    evaluasi = baca_evaluasi(layout, who.jenis)
    charts, tables = pisah_bagan(evaluasi.sisa, who.jenis)
    for tabel in tabel_dokumen(tables, _mulai(who.periode)):
        place = _place(tabel)
        _tabel(tabel, who, hasil, owners.get((place.halaman, place.lembar, place.tabel or 0), who.jabatan))
    hasil.kinerja = samakan_tingkat(hasil.kinerja, hasil.rentang)
    if not hasil.strategi:
        for tabel in hasil.kertas_kerja:
            hasil.strategi += pindahkan(_strategi(tabel, who.tahun, len(hasil.strategi) + 1), hasil.kinerja)
    bagan = baca_bagan(charts, len(hasil.kinerja) + 1, who.tahun)
    hasil.kinerja += bagan.kinerja
    hasil.tabel += bagan.tabel
    hasil.catatan += bagan.catatan
    hasil.catatan += [
        catatan("EXT-13", place, _("kepala kolom tanpa tabel: {kepala}").format(kepala=heads)) for place, heads in tabel_semu(layout)
    ]
    if kurang_kinerja(who.jenis, hasil.kinerja):
        nodes, notes = baca_tanpa_tabel(layout, who, hasil.kinerja, hasil.catatan)
        hasil.kinerja += nodes
        hasil.catatan += notes
    hasil.kinerja = target_dari_kalimat(hasil.kinerja, who.jenis, who.tahun)
    if who.jenis == "lainnya":
        hasil.catatan.append(catatan("EXT-14"))
    tulisan = tuple(tulisan_dokumen(layout, who.jenis))
    return Dokumen(
        berkas=layout.path, jenis=who.jenis, pemda=who.pemda, perangkat_daerah=who.perangkat_daerah, kode_pd=who.kode_pd,
        periode=who.periode, tahun=who.tahun, jabatan=who.jabatan, pihak=who.pihak,
        tanggal=tanggal_laporan(layout) if who.jenis == "lkjip" else who.tanggal, format=who.format,
        status=who.status, kinerja=tuple(hasil.kinerja), kutipan=tuple(hasil.kutipan), strategi=tuple(hasil.strategi),
        visi=visi_dokumen(layout) if who.jenis in _BERVISI else (),
        total=tuple(hasil.total), tabel=tuple(hasil.tabel),
        nomor=evaluasi.nomor, bagian=bagian_dokumen(tulisan), rekomendasi=evaluasi.rekomendasi, komponen=evaluasi.komponen,
        analisis=analisis_laporan(tulisan, hasil.kinerja, who.tahun) if who.jenis == "lkjip" else (),
        kategori=kategori_capaian(layout) if who.jenis in ("lkjip", "rencana_aksi") else (),
        unsur=unsur_laporan(tulisan, hasil.kinerja, bool(evaluasi.rekomendasi)) if who.jenis == "lkjip" else (),
        catatan=tuple(hasil.catatan), halaman=sum(page.number is not None for page in layout.pages),
        keyakinan_jenis=who.keyakinan_jenis,
    )  # fmt: skip


def _tabel(tabel: Tabel, who: Identitas, hasil: _Hasil, jabatan: str | None) -> None:
    """Reads one logical table into `hasil`. jabatan: the official whose goals it holds, where the document tells."""
    place = _place(tabel)
    start = len(hasil.kinerja) + 1
    if is_ekspor(tabel):
        made = baca_ekspor(tabel, start, who.tahun)
        _tanpa_kepala(made, "renja", tabel, hasil)
        hasil.total += jumlah_ekspor(tabel, made, who.tahun)
        return
    if is_kartu(tabel):
        _tanpa_kepala(baca_kartu(tabel, start, who.tahun), "iku", tabel, hasil)
        return
    if is_lintang(tabel):
        _tanpa_kepala(baca_lintang(tabel, start), "tujuan_sasaran", tabel, hasil)
        return
    if tabel.kepala is None:
        if _looks_like_performance(tabel):
            hasil.catatan.append(catatan("EXT-03", place, tabel.judul or ""))
        return
    kind = jenis_tabel(tabel, who.jenis, who.periode)
    if kind is None:
        if who.jenis == "renstra" and is_telaah(tabel):
            hasil.kutipan += _quoted(tabel, len(hasil.kutipan) + 1)
        elif who.jenis in _BERSTRATEGI and any(k.peran == "strategi" for k in tabel.kolom):
            hasil.kertas_kerja.append(tabel)
        elif _mostly_untitled(tabel) and _looks_like_performance(tabel):
            hasil.catatan.append(catatan("EXT-03", place, tabel.judul or ""))
        return
    perakit = Perakit(tabel, start, who.tahun)
    terbaca = perakit.rakit()
    parent = _is_parent_table(tabel, who)
    owner = pd_tabel(tabel.judul, tabel.konteks) if who.jenis in MENGHIMPUN and who.perangkat_daerah is None else None
    post = jabatan_tabel(tabel.konteks)
    for simpul in terbaca.simpul:
        simpul.lingkup = "pd" if who.jenis == "rpjmd" else "rpjmd" if parent else simpul.lingkup
        simpul.jabatan = simpul.jabatan or jabatan or post
        simpul.penanggung_jawab = simpul.penanggung_jawab or owner
    if not terbaca.simpul:
        if terbaca.baris:
            hasil.catatan.append(catatan("EXT-13", place, tabel.judul or ""))
        return
    hasil.rentang.append(Rentang(start - 1, start - 1 + len(terbaca.simpul), *_kegiatan(tabel)))
    hasil.kinerja += [simpul.jadi(kind, tabel.judul) for simpul in terbaca.simpul]
    hasil.total += terbaca.total
    judged = terbaca.penilaian
    if who.jenis in _BERSTRATEGI:
        hasil.strategi += perakit.strategi.hasil(len(hasil.strategi) + 1, tabel.judul, judged.keyakinan)
    hasil.catatan += judged.catatan
    hasil.tabel.append(
        TabelTerbaca(
            jenis=kind, lokasi=place, judul=tabel.judul, baris=terbaca.baris, indikator=terbaca.indikator,
            keyakinan=judged.keyakinan, alasan=judged.alasan, bagian=bagian_tabel(tabel, perakit.susunan),
        )
    )  # fmt: skip


def _strategi(tabel: Tabel, tahun: int | None, start: int) -> list[Strategi]:
    """The strategi of a table whose goals are not taken in."""
    perakit = Perakit(tabel, 1, tahun)
    judged = perakit.rakit().penilaian
    return perakit.strategi.hasil(start, tabel.judul, judged.keyakinan)


def _quoted(tabel: Tabel, start: int) -> list[Kinerja]:
    """The goals of a table that reviews those of the region; their ids ("t1") are apart from those of the tree ("k1")."""
    nodes = [simpul.jadi("lainnya", tabel.judul) for simpul in baca_telaah(tabel, start)]
    return [replace(node, id=f"t{node.id[1:]}", induk=node.induk and f"t{node.induk[1:]}") for node in nodes]


def _tanpa_kepala(made: list[Simpul], kind: JenisTabel, tabel: Tabel, hasil: _Hasil) -> None:
    """Takes in the goals of a table that has no heading of the usual kind (exports of applications, cards of indicators)."""
    nodes = [simpul.jadi(kind, tabel.judul) for simpul in made]
    hasil.kinerja += nodes
    indicators = sum(len(node.indikator) for node in nodes)
    hasil.tabel.append(TabelTerbaca(jenis=kind, lokasi=_place(tabel), judul=tabel.judul, baris=len(nodes), indikator=indicators))


def _mulai(periode: tuple[int, int] | None) -> int | None:
    """The year that "Tahun ke-1" means: the year after the first where the period names six ("2018-2023": five target years after the
    starting condition), else its first year ("2025-2029")."""
    if periode is None:
        return None
    return periode[0] + 1 if periode[1] - periode[0] >= 5 else periode[0]


def _is_parent_table(tabel: Tabel, who: Identitas) -> bool:
    """Whether an agency's document prints goals of the RPJMD here, by its caption; columns that say whose goals they hold go before it."""
    if who.jenis in ("rpjmd", "cascading") or not _PARENT_TABLE.search(tabel.judul or "") or _TOWARDS.search(tabel.judul or ""):
        return False
    own = [k for k in tabel.kolom if k.peran == "goal" and _OWN.search(k.kepala)]
    return not own and any(k.peran in ("goal", "hierarki") for k in tabel.kolom)


def _looks_like_performance(tabel: Tabel) -> bool:
    """Whether a table without a recognised heading should have had one: its caption or first rows speak of goals, and it is wide enough."""
    matriks = tabel.segmen[0].matriks
    if matriks.cols < 4 or matriks.rows < 3:
        return False
    head = " ".join(cell.text for row in range(min(2, matriks.rows)) for cell in matriks.filled(row)) + f" {tabel.judul or ''}"
    words = set(re.findall(r"indikator|sasaran|tujuan|target|program|kegiatan|pagu|satuan|baseline", head.lower()))
    return len(words) >= 3


def _kegiatan(tabel: Tabel) -> tuple[bool, bool]:
    """Whether one column holds kegiatan and subkegiatan, and whether one holds programs and kegiatan alone, by their headings."""
    heads = " ".join(k.kepala for k in tabel.kolom if k.peran == "hierarki")
    below = re.search(r"sub\s*kegiatan", heads, re.I) is not None
    return below, not below and re.search(r"\bkegiatan", heads, re.I) is not None


def _mostly_untitled(tabel: Tabel) -> bool:
    """Whether half of the columns or more have no heading although they have texts: the heading was not read in full."""
    matriks, first = tabel.segmen[0].matriks, tabel.segmen[0].first
    used = {cell.col for row in range(first, matriks.rows) for cell in matriks.filled(row)}
    untitled = {at for at, kolom in enumerate(tabel.kolom) if not kolom.kepala}
    return len(used & untitled) * 2 >= len(used) > 0


def _place(tabel: Tabel) -> Lokasi:
    segmen = tabel.segmen[0]
    return Lokasi(
        halaman=segmen.matriks.page, lembar=segmen.matriks.sheet, tabel=segmen.matriks.grid.number, kotak=segmen.matriks.grid.box
    )

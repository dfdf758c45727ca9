"""The comparison of two versions in words: for the terminal, and ready for the HTML template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ..alasan import terjemah
from ..bahasa import _, jamak, tandai
from ..model import Finding, Level, Lokasi
from ..perubahan import PasanganDokumen, Perbandingan, Tersangka, Ubah
from ..perubahan.bentuk import JENIS, Jenis
from .console import GAYA, pendek
from .labels import KEPARAHAN, tempat
from .views import judul_dokumen

NAMA: dict[Jenis, str] = {
    "baru": tandai("Baru"),
    "hilang": tandai("Hilang"),
    "rumusan": tandai("Rumusan berubah"),
    "pindah": tandai("Pindah"),
    "satuan": tandai("Satuan berubah"),
    "baseline": tandai("Kondisi awal berubah"),
    "target": tandai("Target berubah"),
    "target_akhir": tandai("Target akhir berubah"),
    "anggaran": tandai("Pagu berubah"),
}
LEVEL: dict[Level, str] = {
    "misi": tandai("Misi"),
    "tujuan": tandai("Tujuan"),
    "sasaran": tandai("Sasaran"),
    "program": tandai("Program"),
    "kegiatan": tandai("Kegiatan"),
    "subkegiatan": tandai("Subkegiatan"),
    "aktivitas": tandai("Aktivitas"),
}


@dataclass(frozen=True)
class Kelompok:
    """The changes of one goal or indicator together."""

    level: Level
    uraian: str
    indikator: str | None
    ubah: tuple[Ubah, ...]

    @property
    def teks(self) -> str:
        return self.indikator if self.indikator is not None else self.uraian

    @property
    def objek(self) -> str:
        return _(LEVEL[self.level]) if self.indikator is None else f"{_('Indikator')} {_(LEVEL[self.level]).lower()}"


def per_butir(pair: PasanganDokumen) -> list[Kelompok]:
    """The changes of a document by what they changed, in their order."""
    groups: dict[tuple[Level, str, str | None, str], list[Ubah]] = {}
    for one in pair.perubahan:
        gone = one.jenis if one.jenis == "hilang" else ""  # a new goal may have the text of one that vanished
        groups.setdefault((one.level, one.indikator or one.uraian, one.indikator, gone), []).append(one)
    return [Kelompok(ubah[0].level, ubah[0].uraian, ubah[0].indikator, tuple(ubah)) for ubah in groups.values()]


def hitung(pair: PasanganDokumen) -> dict[Jenis, int]:
    """How many changes of each kind, kinds that occur alone."""
    return {jenis: n for jenis in JENIS if (n := sum(one.jenis == jenis for one in pair.perubahan))}


def judul(pair: PasanganDokumen) -> str:
    document = pair.baru or pair.lama
    assert document is not None
    return judul_dokumen(document)


def nama_berkas(pair: PasanganDokumen) -> str:
    """ "lama.pdf → baru.pdf", one name where they are the same."""
    names = [dokumen.berkas for dokumen in (pair.lama, pair.baru) if dokumen]
    return " → ".join(dict.fromkeys(names))


def ringkas_ubah(pair: PasanganDokumen) -> str:
    """ "2 target berubah, 1 baru; 40 tetap"."""
    if pair.lama is None:
        return _("dokumen baru")
    if pair.baru is None:
        return _("dokumen tidak ada lagi")
    counts = [f"{n} {_(NAMA[jenis]).lower()}" for jenis, n in hitung(pair).items()]
    same = jamak("{n} tetap", pair.tetap).format(n=pair.tetap)
    return f"{', '.join(counts)}; {same}" if counts else same


def kalimat(one: Ubah) -> str:
    """One change in words: "2027: 81,5 → 82"."""
    if one.jenis in ("baru", "hilang"):
        return ""
    none = _("tidak dicantumkan")
    old, new = (one.lama if one.lama is not None else none), (one.baru if one.baru is not None else none)
    if one.jenis == "pindah" and one.lama in LEVEL and one.baru in LEVEL:
        old, new = (_(LEVEL[level]) for level in (one.lama, one.baru) if level in LEVEL)
    quote = (lambda text: f"“{text}”") if one.jenis in ("rumusan", "pindah") else (lambda text: text)
    text = f"{one.tahun}: {quote(old)} → {quote(new)}" if one.tahun else f"{quote(old)} → {quote(new)}"
    return f"{text} ({terjemah(one.alasan)})" if one.alasan else text


def di(one: Ubah) -> str:
    """Where the change stands: in the new version, else in the old one."""
    return tempat(one.tempat_baru or one.tempat_lama or Lokasi())


def ringkas_temuan(hasil: Perbandingan) -> str:
    """ "3 selesai, 12 tetap, 1 baru"."""
    parts = [
        jamak("{n} selesai", len(hasil.selesai)).format(n=len(hasil.selesai)),
        jamak("{n} tetap", len(hasil.tetap)).format(n=len(hasil.tetap)),
        jamak("{n} baru", len(hasil.baru)).format(n=len(hasil.baru)),
    ]
    if unknown := len(hasil.tidak_diperiksa):
        parts.append(jamak("{n} tidak diperiksa kali ini", unknown).format(n=unknown))
    return ", ".join(parts)


def print_diff(console: Console, hasil: Perbandingan) -> None:
    """The whole comparison; each change with its place."""
    for pair in hasil.dokumen:
        _rule(console, judul(pair))
        console.print(Text(f"  {nama_berkas(pair)}: {ringkas_ubah(pair)}", style="dim"), soft_wrap=True)
        for group in per_butir(pair):
            _group(console, group)
        console.print()
    if hasil.tersangka:
        _rule(console, _("Tautan yang perlu dilihat kembali"))
        for one in hasil.tersangka:
            _suspect(console, one)
        console.print()
    _findings(console, _("Temuan baru"), hasil.baru)
    _findings(console, _("Temuan selesai"), hasil.selesai)
    for side, notes in ((_("versi lama"), hasil.catatan_lama), (_("versi baru"), hasil.catatan_baru)):
        for note in notes:
            console.print(Text(f"{_('Tidak terbaca')} ({side}): {note.berkas}: {note.kode} {note.pesan}", style="yellow"))
    console.print(Text(f"{_('Temuan')}: {ringkas_temuan(hasil)}", style="bold"), soft_wrap=True)


def _rule(console: Console, teks: str) -> None:
    console.rule(Text(teks, style="bold"), align="left", characters="─")


def _group(console: Console, group: Kelompok) -> None:
    head = Text.assemble((group.objek, "bold"), f" {pendek(group.teks, 160)}")
    first = group.ubah[0]
    if first.jenis in ("baru", "hilang"):
        head.append(f" · {_(NAMA[first.jenis]).lower()}", style="green" if first.jenis == "baru" else "red")
    head.append(f" ({di(first)})" if di(first) else "", style="dim")
    console.print(Padding(head, (0, 0, 0, 2)))
    for one in group.ubah:
        if text := kalimat(one):
            console.print(Padding(Text.assemble((f"{_(NAMA[one.jenis])}: ", "dim"), text), (0, 0, 0, 6)))


def _suspect(console: Console, one: Tersangka) -> None:
    upper, lower = (end.indikator if end.indikator is not None else end.uraian for end in (one.atas, one.bawah))
    console.print(Padding(Text.assemble((one.atas.berkas, "dim"), f": “{pendek(upper, 120)}”"), (0, 0, 0, 2)))
    for cause in one.sebab:
        what = f"{_(NAMA[cause.jenis])}: {kalimat(cause)}" if kalimat(cause) else _(NAMA[cause.jenis])
        console.print(Padding(Text(what, style="yellow"), (0, 0, 0, 6)))
    console.print(Padding(Text.assemble("↳ ", (one.bawah.berkas, "dim"), f": “{pendek(lower, 120)}”"), (0, 0, 0, 4)))


def _findings(console: Console, title: str, findings: Iterable[Finding]) -> None:
    listed = list(findings)
    if not listed:
        return
    _rule(console, title)
    for finding in listed:
        severity = Text(_(KEPARAHAN[finding.keparahan]), style=GAYA[finding.keparahan])
        console.print(Padding(Text.assemble(severity, (f" {finding.aturan}", "bold"), f" {pendek(finding.kondisi, 220)}"), (0, 0, 0, 2)))
    console.print()

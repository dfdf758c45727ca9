"""The follow-up of earlier evaluations as reports show it: each recommendation, what the matrix says, and what the rules find today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..bahasa import _, tandai
from ..model import HasilUji, Lokasi, Report, TindakLanjut
from .labels import tempat

HASIL: dict[HasilUji, str] = {
    "berulang": tandai("Berulang"),
    "sebagian": tandai("Sebagian"),
    "selesai": tandai("Selesai"),
    "tidak_diuji": tandai("Tidak dapat diuji"),
}
"""Outcomes of the test in the order of reports."""


@dataclass(frozen=True)
class BuktiUji:
    """What a later document prints, at `letak` ("renstra.pdf, hal. 4, baris 3")."""

    kutipan: str
    letak: str


@dataclass(frozen=True)
class BarisTindakLanjut:
    """A recommendation. uraian: the outcome in words · menurut_matriks: what its row says, part by part; empty without a row."""

    nomor: str
    teks: str
    letak: str
    menurut_matriks: tuple[str, ...]
    status: str
    hasil: HasilUji
    uraian: str
    aturan: tuple[str, ...]
    bukti: tuple[BuktiUji, ...]


@dataclass(frozen=True)
class KelompokTindakLanjut:
    """The recommendations of one evaluation. pd: None for the region."""

    pd: str | None
    tahun: int | None
    berkas: str
    baris: tuple[BarisTindakLanjut, ...]


def kelompok(report: Report) -> tuple[KelompokTindakLanjut, ...]:
    """All recommendations by evaluation, in the order of agency, year and file."""
    groups: dict[tuple[str, int, str], list[TindakLanjut]] = {}
    for item in report.tindak_lanjut:
        groups.setdefault((item.perangkat_daerah or "", item.tahun or 0, item.berkas), []).append(item)
    ordered = sorted(groups.items())
    return tuple(KelompokTindakLanjut(pd or None, year or None, file, tuple(map(_baris, items))) for (pd, year, file), items in ordered)


def ringkasan(report: Report) -> Mapping[HasilUji, int]:
    """How many recommendations came to each outcome; all outcomes are there."""
    found = Counter(item.hasil for item in report.tindak_lanjut)
    return {outcome: found[outcome] for outcome in HASIL}


def uraian(item: TindakLanjut) -> str:
    """The outcome in words, for people: "5 dari 7 selesai, 2 masih ditemukan"."""
    if item.hasil == "tidak_diuji":
        return item.alasan
    if item.hasil == "selesai":
        if item.semula:
            return _("semula {semula}, tidak ditemukan lagi").format(semula=item.semula)
        return _("tidak ditemukan lagi oleh aturan yang mengujinya")
    if item.hasil == "sebagian":
        if not item.berulang:
            return item.alasan
        solved = (item.semula or 0) - item.berulang
        return _("{selesai} dari {semula} selesai, {berulang} masih ditemukan").format(
            selesai=solved, semula=item.semula, berulang=item.berulang
        )
    return _("masih ditemukan pada {jumlah} objek").format(jumlah=item.berulang)


def bukti_uji(item: TindakLanjut) -> tuple[BuktiUji, ...]:
    """The evidence of today's findings, with their places in words."""
    found = []
    for one in item.bukti:
        place = tempat(Lokasi(halaman=one.halaman, lembar=one.lembar, tabel=one.tabel, baris=one.baris))
        found.append(BuktiUji(one.kutipan, ", ".join(part for part in (one.dokumen, place) if part)))
    return tuple(found)


def _baris(item: TindakLanjut) -> BarisTindakLanjut:
    row = item.matriks
    named = ((_("penanggung jawab"), row.penanggung_jawab), (_("waktu"), row.waktu), (_("bukti"), row.bukti)) if row else ()
    told = [row.tindak_lanjut] if row and row.tindak_lanjut else []
    told += [f"{name}: {text}" for name, text in named if text]
    place = ", ".join(part for part in (item.berkas, tempat(item.rekomendasi.lokasi)) if part)
    return BarisTindakLanjut(
        nomor=item.rekomendasi.nomor or "",
        teks=item.rekomendasi.teks,
        letak=place,
        menurut_matriks=tuple(told),
        status=(row.status or "") if row else "",
        hasil=item.hasil,
        uraian=uraian(item),
        aturan=item.aturan,
        bukti=bukti_uji(item),
    )

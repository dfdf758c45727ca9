"""Follow-up of earlier evaluations: recommendations not followed up, repeated from year to year, and matrices with gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ...bahasa import _, tandai
from ...model import Bukti, Dokumen, Keparahan, Rekomendasi, TindakLanjut
from ..bukti import di, peran
from ..context import Context
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa
from ..rekomendasi import kelas, objek_disebut
from ..tindak_lanjut import tahun_lhe, tindak_lanjut

_BUKTI = 12
_KOLOM: tuple[tuple[str, str], ...] = (
    ("tindak_lanjut", tandai("rencana aksi/tindak lanjut")),
    ("penanggung_jawab", tandai("penanggung jawab")),
    ("waktu", tandai("batas waktu")),
    ("bukti", tandai("bukti dukung")),
    ("status", tandai("status")),
)


def keadaan(item: Rekomendasi) -> str | None:
    """What a row of a matrix says: "belum", "proses" or "tuntas"; None where it does not tell. A row that tells what was done, or what is
    planned, is in process."""
    text = (item.status or "").casefold()
    if any(word in text for word in ("proses", "sebagian", "sedang", "progres")):
        return "proses"
    if "belum" in text or "tidak" in text:
        return "proses" if "selesai" in text and item.tindak_lanjut and item.bukti else "belum"
    if any(word in text for word in ("tuntas", "selesai", "sudah", "telah", "sesuai", "ditindaklanjuti")):
        return "tuntas"
    return "proses" if item.tindak_lanjut else None


def _dokumen(ctx: Context, berkas: str) -> Dokumen:
    return next(document for document in ctx.dokumen if document.berkas == berkas)


def _letak(ctx: Context, item: TindakLanjut) -> Bukti:
    """The recommendation with what its row of the matrix says."""
    row = item.matriks
    if row is not None and item.berkas_matriks is not None:
        return di(_dokumen(ctx, item.berkas_matriks), row.teks, row.lokasi, nilai=row.status or None)
    return di(_dokumen(ctx, item.berkas), item.rekomendasi.teks, item.rekomendasi.lokasi)


@periksa("rekomendasi_ditindaklanjuti")
def rekomendasi_ditindaklanjuti(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """The recommendations of an evaluation are followed up: the matrix does not call them open, and our rules do not find on later
    documents what they asked to mend (checks.tindak_lanjut). In process with evidence is no fault, unless the rules find it again.

    One finding an evaluation. Without a matrix, and with a later report that says nothing of it, the recommendations that no rule can test
    are for a person. Facts: tahun, daftar (list of nomor, teks, keadaan: "belum" | "berulang" | "sebagian" | "tanpa_keterangan", tuntas:
    the matrix says that it is done, semula, berulang, aturan), jumlah (of all), dok."""
    groups: dict[tuple[str, int | None], list[TindakLanjut]] = defaultdict(list)
    for item in tindak_lanjut(ctx):
        groups[item.berkas, item.tahun].append(item)
    if not groups:
        yield Lewati(_("Tidak ada rekomendasi LHE yang terbaca"))
    for (berkas, year), items in groups.items():
        document = _dokumen(ctx, berkas)
        matrix = any(item.matriks for item in items)
        silent = not matrix and _tidak_disebut(ctx, document, year)
        cases: list[tuple[TindakLanjut, str]] = []
        for item in items:
            told = keadaan(item.matriks) if item.matriks else None
            if item.hasil in ("berulang", "sebagian") and item.berulang:
                cases.append((item, item.hasil))
            elif told == "belum" or (matrix and item.matriks is None and item.hasil != "selesai"):
                cases.append((item, "belum" if item.matriks else "tanpa_keterangan"))
            elif silent and item.hasil == "tidak_diuji":
                cases.append((item, "tanpa_keterangan"))
        if cases:
            yield _temuan(ctx, document, year, items, cases)


def _temuan(ctx: Context, document: Dokumen, year: int | None, items: list[TindakLanjut], cases: list[tuple[TindakLanjut, str]]) -> Temuan:
    sure = {"belum": 0.95, "berulang": 0.85, "sebagian": 0.8, "tanpa_keterangan": 0.6}
    proof = [_letak(ctx, item) for item, _state in cases]
    proof += [one for item, state in cases if state in ("berulang", "sebagian") for one in item.bukti[:2]]
    severity: Keparahan | None = None if any(state in ("belum", "berulang") for _item, state in cases) else "sedang"
    return Temuan(
        bukti=tuple(dict.fromkeys(proof))[:_BUKTI],
        subjek=("tindak lanjut", str(year or "")),
        jenis=document.jenis,
        perangkat_daerah=document.perangkat_daerah,
        fakta={
            "tahun": year, "jumlah": len(items), "dok": peran(document),
            "daftar": [
                {
                    "nomor": item.rekomendasi.nomor or "", "teks": item.rekomendasi.teks.rstrip(" ;."), "keadaan": state,
                    "tuntas": bool(item.matriks and keadaan(item.matriks) == "tuntas"), "semula": item.semula, "berulang": item.berulang,
                    "aturan": list(dict.fromkeys(item.aturan)),
                }
                for item, state in cases
            ],
        },
        keyakinan=max(sure[state] for _item, state in cases) * ctx.terbaca(document),
        keparahan=severity,
        telaah=all(state == "tanpa_keterangan" for _item, state in cases),
    )  # fmt: skip


def _tidak_disebut(ctx: Context, document: Dokumen, year: int | None) -> bool:
    """Whether the report on the year of the evaluation, or on the one after it, is here and says nothing of the follow-up. Later reports
    tell of later evaluations."""
    reports = [one for one in ctx.pilih("lkjip", pd=ctx.pd(document)) if year is None or (one.tahun or 0) in (year, year + 1)]
    states = [unsur.keadaan for one in reports for unsur in one.unsur if unsur.jenis == "tindak_lanjut"]
    return bool(states) and all(state == "tidak_ada" for state in states)


@periksa("rekomendasi_berulang")
def rekomendasi_berulang(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """An evaluation does not have to ask again what that of the year before asked. Compared by what is asked for (rules/leksikon/
    rekomendasi.yaml). Where both name their objects and none is the same, it may be another set of indicators: for a person.

    One finding for each two years. Facts: tahun_a, tahun_b, daftar (list of kelas, a, b), dok_a, dok_b."""
    groups: dict[str | None, dict[int, list[tuple[Dokumen, Rekomendasi]]]] = defaultdict(dict)
    for document in ctx.pilih("lhe"):
        for item in document.rekomendasi:
            year = tahun_lhe(document, item)
            if not item.matriks and year is not None:
                groups[ctx.pd(document)].setdefault(year, []).append((document, item))
    if not any(len(years) > 1 for years in groups.values()):
        yield Lewati(_("Diperlukan LHE sedikitnya dua tahun"))
    for years in groups.values():
        for year, items in sorted(years.items()):
            if year - 1 in years and (cases := _sama(years[year - 1], items)):
                first, second = cases[0][1], cases[0][2]
                apart = all(_lain(a[1], b[1]) for _name, a, b in cases)
                proof = [di(document, item.teks, item.lokasi) for _name, a, b in cases for document, item in (a, b)]
                yield Temuan(
                    bukti=tuple(dict.fromkeys(proof))[:_BUKTI],
                    subjek=("berulang", str(year)),
                    jenis="lhe",
                    perangkat_daerah=second[0].perangkat_daerah,
                    fakta={
                        "tahun_a": year - 1, "tahun_b": year, "dok_a": peran(first[0]), "dok_b": peran(second[0]),
                        "daftar": [{"kelas": name, "a": a[1].teks, "b": b[1].teks} for name, a, b in cases],
                    },
                    keyakinan=0.85,
                    telaah=apart,
                )  # fmt: skip


_Satu = tuple[Dokumen, Rekomendasi]


def _sama(old: list[_Satu], new: list[_Satu]) -> list[tuple[str, _Satu, _Satu]]:
    """Pairs of recommendations of both years that ask for the same, by kind of what is asked; each kind once."""
    found: dict[str, tuple[str, _Satu, _Satu]] = {}
    for one in new:
        for kind in kelas(one[1].teks):
            before = next((other for other in old if kind in kelas(other[1].teks)), None)
            if before is not None:
                found.setdefault(kind.kelas, (kind.nama, before, one))
    return list(found.values())


def _lain(a: Rekomendasi, b: Rekomendasi) -> bool:
    one, other = set(objek_disebut(a.teks)), set(objek_disebut(b.teks))
    return bool(one and other) and not one & other


@periksa("matriks_lengkap")
def matriks_lengkap(ctx: Context, _dengan: Parameter) -> Iterator[Keluaran]:
    """A matrix of follow-up has plan, person in charge, time, evidence and state, and no gaps in them; evidence is due only for what is
    called done. One finding a document. Facts: kolom (names of missing columns), baris (list of nomor, teks, kolom), jumlah, dok."""
    seen = False
    for document in ctx.dokumen:
        rows = [item for item in document.rekomendasi if item.matriks]
        if not rows:
            continue
        seen = True
        missing = [name for name, _label in _KOLOM if not any(getattr(item, name) for item in rows)]
        if "bukti" in missing and not any(keadaan(item) == "tuntas" for item in rows) and len(rows) < 3:
            missing.remove("bukti")
        gaps: list[dict[str, Any]] = []
        for item in rows:
            empty = [
                _(label)
                for name, label in _KOLOM
                if name not in missing and not getattr(item, name) and (name != "bukti" or keadaan(item) == "tuntas")
            ]
            if empty:
                gaps.append({"nomor": item.nomor or "", "teks": item.teks, "kolom": empty, "lokasi": item.lokasi})
        if not missing and not gaps:
            continue
        shown = gaps or [{"teks": rows[0].teks, "lokasi": rows[0].lokasi}]
        labels = dict(_KOLOM)
        yield Temuan(
            bukti=tuple(di(document, one["teks"], one["lokasi"]) for one in shown[:6]),
            subjek=("matriks", *missing),
            jenis=document.jenis,
            perangkat_daerah=document.perangkat_daerah,
            fakta={
                "kolom": [_(labels[name]) for name in missing],
                "baris": [{key: one[key] for key in ("nomor", "teks", "kolom")} for one in gaps],
                "jumlah": len(rows),
                "dok": peran(document),
            },
            keyakinan=0.85 * ctx.terbaca(document),
            keparahan=None if missing or 2 * len(gaps) >= len(rows) else "rendah",
        )
    if not seen:
        yield Lewati(_("Tidak ada matriks tindak lanjut yang terbaca"))

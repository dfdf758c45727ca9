"""Money between documents and over the years: the same in plan and agreement, there where targets are, and not only for the office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ...bahasa import _
from ...model import Dokumen, Kinerja, Nilai
from ..bukti import bukti, nama_jenis, peran
from ..butir import Butir, butir, kunci
from ..context import Context
from ..generik import pd_penunjang, penunjang
from ..jabatan import RENDAH, jenjang
from ..kelompok import BUKTI
from ..keyakinan import bacaan
from ..masa import sezaman
from ..nilai import terisi
from ..pengampu import cocok, nama_pd
from ..penjumlahan import rupiah, satuan_cetak
from ..program import kode_program, wajar
from ..registry import Keluaran, Lewati, Parameter, Temuan, periksa


@periksa("anggaran_antar_dokumen")
def anggaran_antar_dokumen(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The money of a programme is the same in dengan.atas and in dengan.bawah, within dengan.batas (a share) and the rounding of what
    is printed. Programmes are joined by code, or by name where a document of the same agency prints none. Supporting programmes hold
    salaries and are let off; values of another order of size are not compared. One finding per pair of documents. Facts: selisih (list
    of program, kode, tahun, a, b), dok_atas, dok_bawah."""
    joined = False
    for lower in ctx.pilih(dengan["bawah"]):
        uppers = [one for one in ctx.dokumen if one.jenis == dengan["atas"] and _sepasang(ctx, one, lower)]
        for upper in uppers:
            above, below = _program(upper, lower), _program(lower, None)
            _senama(above, below)
            cases: list[tuple[str, str, Sel, Sel]] = []
            for code in sorted(above.keys() & below.keys()):
                joined = True
                cases += _beda(code, above[code], below[code], dengan["batas"])
            if not cases:
                continue
            items = [item for _code, _year, a, b in cases for item in (a[0], b[0])]
            amounts = [value for _code, _year, a, b in cases for _item, value in (a, b)]
            shown = [(item, value) for _code, _year, a, b in cases[: BUKTI // 2] for item, value in (a, b)]
            yield Temuan(
                bukti=tuple(bukti(item, value) for item, value in shown),
                subjek=tuple(sorted({code for code, *_rest in cases})),
                jenis=lower.jenis,
                perangkat_daerah=lower.perangkat_daerah,
                fakta={
                    "selisih": [
                        {"program": a[0].teks, "kode": code, "tahun": year, "a": a[1].teks, "b": b[1].teks} for code, year, a, b in cases
                    ],
                    "dok_atas": peran(upper),
                    "dok_bawah": peran(lower),
                },
                keyakinan=0.85 * bacaan(items, amounts) * ctx.terbaca(upper) * ctx.terbaca(lower),
            )
    if not joined:
        names = {"atas": nama_jenis(dengan["atas"]), "bawah": nama_jenis(dengan["bawah"])}
        yield Lewati(_("Tidak ada program yang sama dengan anggaran antara {atas} dan {bawah}").format(**names))


def _sepasang(ctx: Context, upper: Dokumen, lower: Dokumen) -> bool:
    if upper.jenis == "rpjmd":
        return upper in ctx.rpjmd(lower)
    return ctx.pd(upper) is not None and ctx.pd(upper) == ctx.pd(lower) and sezaman(upper, lower) and upper.status == lower.status


def _program(document: Dokumen, milik: Dokumen | None) -> dict[str, list[Butir]]:
    """Programmes with money by code, else by name; of a region's document those of the other document's agency, of an agreement those of
    its head: those below share one programme."""
    found: dict[str, list[Butir]] = defaultdict(list)
    for item in butir(document, ("program",)):
        code = kode_program(item.kinerja.kode)
        if not item.kinerja.anggaran or not wajar(item.kinerja) or penunjang(item.kinerja):
            continue
        if code is None and not document.perangkat_daerah:
            continue
        if document.jenis == "pk" and jenjang(item.kinerja.jabatan or document.jabatan or "") in RENDAH:
            continue
        owners = nama_pd(item.kinerja.penanggung_jawab or "")
        if milik is None or document.perangkat_daerah or any(cocok(name, [milik]) for name in owners):
            found[code or kunci(item.teks)].append(item)
    return found


def _senama(above: dict[str, list[Butir]], below: dict[str, list[Butir]]) -> None:
    """Puts programmes without a code under the code that the other document prints for their name, where it has one of that name."""
    for one, other in ((above, below), (below, above)):
        codes: dict[str, set[str]] = defaultdict(set)
        for key, items in other.items():
            if kode_program(key):
                for item in items:
                    codes[kunci(item.teks)].add(key)
        for name in [key for key in one if len(codes.get(key, ())) == 1]:
            one.setdefault(next(iter(codes[name])), []).extend(one.pop(name))


Sel = tuple[Butir, Nilai]


def _beda(code: str, above: list[Butir], below: list[Butir], limit: float) -> Iterator[tuple[str, str, Sel, Sel]]:
    """Years in which no occurrence above agrees with one below. Where one table splits a programme's money over the rows of its
    indicators, their sum is the programme's."""
    for year in sorted({year for item in below for year in item.kinerja.anggaran}):
        uppers = [(item, value) for item in above if (value := item.kinerja.anggaran.get(year)) and value.angka]
        lowers = [(item, value) for item in below if (value := item.kinerja.anggaran.get(year)) and value.angka]
        uppers, lowers = _terbagi(uppers) + uppers, _terbagi(lowers) + lowers
        pairs = [(a, b) for a in uppers for b in lowers]
        if not pairs or any(_sama(a[1], b[1], limit) for a, b in pairs):
            continue
        yield code, year, *pairs[0]


def _terbagi(cells: list[Sel]) -> list[Sel]:
    """The sums of the rows of one table that have indicators and money of their own: of all, and of each amount once (a table may print
    a row again)."""
    found: list[Sel] = []
    tables: dict[tuple[str, str | None], list[Sel]] = defaultdict(list)
    for item, value in cells:
        if item.kinerja.indikator:
            tables[item.kinerja.tabel, item.kinerja.judul_tabel].append((item, value))
    for rows in tables.values():
        names = {one.uraian for item, _value in rows for one in item.kinerja.indikator}
        once = {value.angka: (item, value) for item, value in rows}
        if len(once) < 2 or len(names) < len(rows):
            continue
        for parts in (list(once.values()), rows):
            total = sum(value.angka or 0.0 for _item, value in parts)
            text = _("{nilai} (jumlah {n} baris)").format(nilai=rupiah(total), n=len(parts))
            found.append((parts[0][0], replace(parts[0][1], teks=text, angka=total)))
    return found


def _sama(a: Nilai, b: Nilai, limit: float) -> bool:
    """Equal within the share and the printed digits; another order of size is a matter of scale and no difference."""
    x, y = a.angka or 0.0, b.angka or 0.0
    small, large = sorted((abs(x), abs(y)))
    if not small or large / small > 20:
        return True
    return abs(x - y) <= limit * large + 0.5 * (satuan_cetak(a) + satuan_cetak(b))


@periksa("target_tanpa_anggaran")
def target_tanpa_anggaran(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """A kegiatan or subkegiatan with a target in a year has money for it, if it has money in other years. Rows are grouped by code first,
    as money is printed once for several indicators. More than dengan.kelompok in one document are one finding.
    Facts: indikator (list), uraian (list), kode, tahun (list), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        groups: dict[str, list[Butir]] = defaultdict(list)
        for item in butir(document, ("kegiatan", "subkegiatan")):
            if item.kinerja.kode:
                groups[item.kinerja.kode].append(item)
        cases = [(group, years) for group in groups.values() if (years := _tahun_tanpa_uang(group))]
        if len(cases) > dengan["kelompok"]:
            cases = [([group[0] for group, _years in cases], sorted({year for _group, years in cases for year in years}))]
        for group, years in cases:
            measures = [one for item in group for one in item.kinerja.indikator]
            texts = [one.uraian for one in measures if any(_positif(one.target.get(year)) for year in years)]
            yield Temuan(
                bukti=tuple(bukti(item) for item in group[:BUKTI]),
                subjek=(*dict.fromkeys(item.kinerja.kode or "" for item in group),),
                jenis=document.jenis,
                perangkat_daerah=document.perangkat_daerah,
                fakta={
                    "indikator": list(dict.fromkeys(texts)), "uraian": list(dict.fromkeys(item.teks for item in group)),
                    "kode": group[0].kinerja.kode, "tahun": years, "dok": peran(document),
                },
                keyakinan=0.8 * bacaan(group) * ctx.terbaca(document),
            )


def _tahun_tanpa_uang(group: list[Butir]) -> list[str]:
    money = [item.kinerja.anggaran for item in group if item.kinerja.anggaran]
    if not any(value.angka for row in money for value in row.values()):
        return []
    years = sorted({year for row in money for year in row})
    targets = [one.target for item in group for one in item.kinerja.indikator]
    return [
        year for year in years
        if not any((value := row.get(year)) and (value.angka or (terisi(value) and value.angka is None)) for row in money)
        and any(_positif(target.get(year)) for target in targets)
    ]


def _positif(value: Nilai | None) -> bool:
    return value is not None and value.jenis in ("angka", "rasio") and bool(value.angka and value.angka > 0)


@periksa("pagu_tetap")
def pagu_tetap(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """The money of programmes changes with the years: not at least dengan.bagian of them the same in all of three or more years.
    Facts: jumlah, semua, contoh (list of programmes), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        rows = {item.kinerja.kode or item.teks: item for item in butir(document, ("program",)) if len(_uang(item.kinerja)) >= 3}
        flat = [item for item in rows.values() if len(set(_uang(item.kinerja))) == 1]
        if len(rows) < dengan["minimal"] or len(flat) < dengan["bagian"] * len(rows):
            continue
        yield Temuan(
            bukti=tuple(bukti(item, next(iter(item.kinerja.anggaran.values()))) for item in flat[:BUKTI]),
            subjek=("pagu_tetap",),
            jenis=document.jenis,
            perangkat_daerah=document.perangkat_daerah,
            fakta={"jumlah": len(flat), "semua": len(rows), "contoh": [item.teks for item in flat], "dok": peran(document)},
            keyakinan=0.9 * bacaan(flat, [value for item in flat for value in item.kinerja.anggaran.values()]),
        )


def _uang(node: Kinerja) -> list[float]:
    return [value.angka for value in node.anggaran.values() if value.angka]


@periksa("porsi_penunjang")
def porsi_penunjang(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """Supporting programmes, without salaries (kegiatan X.XX.01.2.02), take at most dengan.batas of an agency's money in a year. Agencies
    that serve agencies or an area are let off. Facts: porsi (percent), tahun, penunjang, jumlah (rupiah as printed), dok."""
    for document in ctx.pilih(*dengan["dokumen"]):
        if pd_penunjang(document) or not document.perangkat_daerah:
            continue
        programs = _sekali(butir(document, ("program",)))
        salaries = [item for item in _sekali(butir(document, ("kegiatan",))) if (item.kinerja.kode or "").endswith(".01.2.02")]
        if not salaries or not any(penunjang(item.kinerja) for item in programs) or all(penunjang(item.kinerja) for item in programs):
            continue
        for year in sorted({year for item in programs for year in item.kinerja.anggaran})[:1]:
            pay = _jumlah(salaries, year)
            support = _jumlah([item for item in programs if penunjang(item.kinerja)], year) - pay
            whole = _jumlah(programs, year) - pay
            if whole > 0 and support > dengan["batas"] * whole:
                shown = [item for item in programs if penunjang(item.kinerja)]
                yield Temuan(  # a sum lacks the rows that OCR missed: it is as sure as the texts, too
                    bukti=tuple(bukti(item, item.kinerja.anggaran.get(year)) for item in shown[:BUKTI]),
                    subjek=(year,),
                    jenis=document.jenis,
                    perangkat_daerah=document.perangkat_daerah,
                    fakta={
                        "porsi": round(100 * support / whole), "tahun": year, "penunjang": rupiah(support), "jumlah": rupiah(whole),
                        "dok": peran(document),
                    },
                    keyakinan=0.75 * min(bacaan(programs), bacaan((), _pada(programs, year))) * ctx.terbaca(document),
                )


def _sekali(items: Iterable[Butir]) -> list[Butir]:
    """Rows with money, each code once."""
    return list({item.kinerja.kode: item for item in items if item.kinerja.kode and item.kinerja.anggaran and wajar(item.kinerja)}.values())


def _pada(items: Iterable[Butir], year: str) -> list[Nilai]:
    return [value for item in items if (value := item.kinerja.anggaran.get(year))]


def _jumlah(items: Iterable[Butir], year: str) -> float:
    return sum(value.angka or 0.0 for item in items if (value := item.kinerja.anggaran.get(year)))

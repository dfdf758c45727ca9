"""Rules that are one expression over a goal or an indicator, for rule authors without Python (docs/aturan-baru.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ...aturan import RuleError
from ...bahasa import _
from ...model import Dokumen, Indikator, Kinerja, Level, Nilai
from ..bukti import bukti, peran
from ..butir import Butir, butir, butir_indikator, kunci
from ..context import Context
from ..generik import indikator_internal, pd_kewilayahan, pd_penunjang, penunjang, sasaran_internal
from ..jabatan import Jenjang
from ..kelompok import BUKTI, per_perangkat
from ..keyakinan import bacaan
from ..nilai import terisi
from ..program import wajar
from ..registry import Keluaran, Parameter, Temuan, periksa
from ..template import nama_bebas, penilai
from .wording import dikecualikan, milik

_ISIAN_KINERJA = ("kode", "hasil", "penanggung_jawab", "anggaran", "indikator")
_ISIAN_INDIKATOR = ("satuan", "baseline", "target", "formula", "sumber_data", "penanggung_jawab")


@periksa("ekspresi")
def ekspresi(ctx: Context, dengan: Parameter) -> Iterator[Keluaran]:
    """One expression (dengan.ekspresi) over each goal, or each indicator (dengan.objek: indikator), of these levels and tables.

    Names in it (only those that it uses are looked up): node (Kinerja), induk (its parent or None), anak (its children), indikator, teks
    (spelling mended, small letters), dokumen, kolom (fields that most rows of this table and level fill), tingkat_tabel (levels in the
    document's tables of this kind), angka (baseline and targets as numbers), milik (the document's own goal, where it is first stated),
    penunjang, internal, pd_penunjang, kewilayahan, jenjang (rank of the official, "" outside PK), parameters.
    Parameters: objek, level, tabel (all, if empty), milik (only where the document's own goals are first stated, so that tables which
    repeat them do not tell), semua (a text is faulty where all its occurrences in the document are), pelengkap (another document of the
    agency in which it is not faulty completes it), kecuali (patterns that let a text off), keyakinan, telaah, kelompok (more cases in
    one document are one finding; 0: never).
    Facts: uraian, indikator, satuan, hasil, kode, level, uraian_induk, jabatan, dok, banyak (list of texts, several where
    they were grouped).
    """
    faulty = penilai(dengan["ekspresi"], dengan)
    used = nama_bebas(dengan["ekspresi"])
    measures = dengan.get("objek") == "indikator"
    ranks = _jenjang(ctx) if "jenjang" in used else {}
    hits: list[Butir] = []
    cases: list[tuple[Dokumen, dict[str, list[tuple[Butir, bool]]]]] = []
    completed = bool(dengan.get("pelengkap"))
    let_off = dengan.get("kecuali", ())
    finds = [(name, find) for name, find in _NAMA.items() if name in used]
    for document in ctx.pilih(*dengan["dokumen"]):
        found = _butir(document, dengan, measures)
        if let_off:
            found = [item for item in found if not dikecualikan(item.teks, let_off)]
        columns = _kolom(found, measures) if "kolom" in used else {}
        levels = _tingkat(document) if "tingkat_tabel" in used else {}
        judged: list[tuple[Butir, bool]] = []
        for item in found:
            names = {name: find(ctx, item, measures) for name, find in finds}
            if "jenjang" in used:
                names["jenjang"] = ranks.get((document.berkas, item.kinerja.id), "")
            if "kolom" in used:
                names["kolom"] = columns.get((item.kinerja.tabel, item.kinerja.level), ())
            if "tingkat_tabel" in used:
                names["tingkat_tabel"] = levels.get(item.kinerja.tabel, ())
            try:
                judged.append((item, bool(faulty(names))))
            except Exception as error:  # whatever a rule's author may write: None compared with a number, a field that does not exist
                message = _("ekspresi {ekspresi} tidak dapat dinilai ({pesan})")
                raise RuleError(message.format(ekspresi=repr(dengan["ekspresi"]), pesan=error)) from error
        cases.append((document, _per_teks(judged) if completed or any(bad for _item, bad in judged) else {}))
    right = _benar(ctx, cases) if completed else set()
    for document, verdicts in cases:
        own = [[item for item, bad in group if bad] for key, group in verdicts.items()
               if (all(bad for _item, bad in group) or not dengan.get("semua", True)) and (ctx.pd(document), key) not in right]
        own = [group for group in own if group]
        if (limit := dengan.get("kelompok", 0)) and len(own) > limit:
            yield _temuan(ctx, [group[0] for group in own], dengan, measures, bersama=True)
        else:
            hits += [item for group in own for item in group]
    for group in per_perangkat(ctx, hits, lambda item: item.kinerja.kode or ""):
        yield _temuan(ctx, group, dengan, measures)


def _per_teks(judged: Iterable[tuple[Butir, bool]]) -> dict[str, list[tuple[Butir, bool]]]:
    """The occurrences of each text and code."""
    found: dict[str, list[tuple[Butir, bool]]] = {}
    for item, bad in judged:
        found.setdefault(f"{kunci(item.teks)}|{item.kinerja.kode or ''}", []).append((item, bad))
    return found


def _benar(ctx: Context, cases: Iterable[tuple[Dokumen, dict[str, list[tuple[Butir, bool]]]]]) -> set[tuple[str | None, str]]:
    """(agency, text) of what stands somewhere without the fault."""
    return {(ctx.pd(document), key) for document, found in cases for key, group in found.items() if any(not bad for _item, bad in group)}


def _butir(document: Dokumen, dengan: Parameter, measures: bool) -> list[Butir]:
    items = butir_indikator(document, dengan["level"]) if measures else butir(document, dengan["level"])
    tables = dengan.get("tabel", ())
    own = [item for item in items if milik(item)] if dengan.get("milik") else items
    return [item for item in own if item.teks and (not tables or item.kinerja.tabel in tables) and wajar(item.kinerja)]


_NAMA: dict[str, Callable[[Context, Butir, bool], Any]] = {
    "node": lambda _ctx, item, _ukuran: item.kinerja,
    "induk": lambda ctx, item, _ukuran: next(iter(ctx.leluhur(item.dokumen, item.kinerja)), None),
    "anak": lambda ctx, item, _ukuran: ctx.anak(item.dokumen, item.kinerja),
    "indikator": lambda _ctx, item, ukuran: item.indikator if ukuran else None,
    "teks": lambda _ctx, item, _ukuran: kunci(item.teks),
    "dokumen": lambda _ctx, item, _ukuran: item.dokumen,
    "angka": lambda _ctx, item, ukuran: _angka(item.indikator) if ukuran else [],
    "milik": lambda _ctx, item, _ukuran: milik(item),
    "penunjang": lambda ctx, item, _ukuran: any(map(penunjang, (item.kinerja, *ctx.leluhur(item.dokumen, item.kinerja)))),
    "internal": lambda _ctx, item, ukuran: indikator_internal(item.teks) if ukuran else sasaran_internal(item.teks),
    "pd_penunjang": lambda _ctx, item, _ukuran: pd_penunjang(item.dokumen),
    "kewilayahan": lambda _ctx, item, _ukuran: pd_kewilayahan(item.dokumen),
}


NAMA_EKSPRESI = frozenset((*_NAMA, "jenjang", "kolom", "tingkat_tabel"))
"""All names that an expression may use beside its parameters."""


def _tingkat(document: Dokumen) -> dict[str, set[Level]]:
    """Kind of table -> the levels of its rows."""
    found: dict[str, set[Level]] = {}
    for node in document.kinerja:
        found.setdefault(node.tabel, set()).add(node.level)
    return found


def _angka(indikator: Indikator) -> list[float | None]:
    """Baseline and targets in the order of years; None for a cell that is filled, but not with a number."""
    cells = [indikator.baseline.nilai if indikator.baseline else None, *(value for _year, value in sorted(indikator.target.items()))]
    return [_satu(cell) for cell in cells if terisi(cell)]


def _satu(cell: Nilai | None) -> float | None:
    return cell.angka if cell and cell.jenis in ("angka", "rasio") else None


def _jenjang(ctx: Context) -> dict[tuple[str, str], Jenjang]:
    """(document, node) -> rank of the official who promises the row; rows of the budget annex and programmes listed by a head have none."""
    return {(one.dokumen.berkas, node.id): one.jenjang for one in ctx.perjanjian for node in one.janji}


def _kolom(items: Iterable[Butir], measures: bool) -> dict[tuple[str, str], list[str]]:
    rows: dict[tuple[str, str], list[Kinerja | Indikator]] = {}
    for item in items:
        rows.setdefault((item.kinerja.tabel, item.kinerja.level), []).append(item.indikator if measures else item.kinerja)
    fields = _ISIAN_INDIKATOR if measures else _ISIAN_KINERJA
    return {
        key: [name for name in fields if 2 * sum(bool(getattr(one, name)) for one in found) >= len(found)] for key, found in rows.items()
    }


def _temuan(ctx: Context, group: list[Butir], dengan: Parameter, measures: bool, bersama: bool = False) -> Temuan:
    first = group[0]
    above = ctx.leluhur(first.dokumen, first.kinerja)
    texts = list(dict.fromkeys(item.teks for item in group)) if bersama else [first.teks]
    return Temuan(
        bukti=tuple(bukti(item) for item in group[:BUKTI]),
        subjek=("semua",) if bersama else (first.teks, first.kinerja.kode or ""),
        jenis=first.dokumen.jenis,
        perangkat_daerah=first.dokumen.perangkat_daerah,
        fakta={
            "uraian": first.kinerja.uraian,
            "indikator": first.teks if measures else None,
            "satuan": first.indikator.satuan if measures else None,
            "uraian_induk": above[0].uraian if above else None,
            "hasil": first.kinerja.hasil,
            "kode": first.kinerja.kode,
            "level": first.kinerja.level,
            "jabatan": first.kinerja.jabatan or first.dokumen.jabatan,
            "dok": peran(first.dokumen, first.kinerja.jabatan),
            "banyak": texts,
        },
        keyakinan=dengan.get("keyakinan", 0.85) * bacaan(group) * ctx.terbaca(first.dokumen),
        telaah=bool(dengan.get("telaah", False)),
    )

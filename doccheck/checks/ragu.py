"""Why a finding is for a person to look at: the digits, the table, the gaps or the comparison that it rests on and that are not sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ..bahasa import _, persen
from ..model import Bukti, Dokumen, Finding, Kinerja, Lokasi, Nilai, TabelTerbaca, Ujung
from ..tempat import satu_baris, tempat
from .context import Context
from .keyakinan import letak
from .nilai import semua_nilai

PALING_BANYAK = 3


def alasan_telaah(ctx: Context, finding: Finding, diserahkan: bool) -> tuple[str, ...]:
    """In the reader's language; never empty. diserahkan: the rule itself leaves the case to a person."""
    found = [*dict.fromkeys(_bacaan(ctx, finding.bukti))]
    if diserahkan:
        text = _("hal seperti ini dapat wajar; periksa dahulu kemungkinan keliru pada penjelasan {aturan}")
        found.insert(0, text.format(aturan=finding.aturan))
    if not found:
        gaps = [*dict.fromkeys(_celah(ctx, finding.bukti))]
        pairs = [*islice(dict.fromkeys(_pasangan(ctx, finding.bukti)), PALING_BANYAK - 1)]
        found += (*gaps, *pairs)
        if gaps and not pairs:
            return tuple(found[:PALING_BANYAK])
        text = _("keyakinan gabungan atas bacaan, pasangan teks, dan penggolongan {persen}, di bawah {ambang}")
        found.append(text.format(persen=persen(finding.keyakinan), ambang=persen(ctx.config.ambang)))
    return tuple(found[:PALING_BANYAK])


def _bacaan(ctx: Context, bukti: Iterable[Bukti]) -> Iterator[str]:
    """The digits that OCR doubts among the values shown, else the tables that were read with doubt."""
    limit = ctx.config.ambang
    for proof in bukti:
        rows = ctx.di_baris(proof)
        if doubtful := [value.keyakinan for _d, node in rows for value in _nilai(node, proof) if value.keyakinan < limit]:
            text = _("angka “{nilai}” ({letak}) terbaca dengan keyakinan {persen}")
            yield text.format(nilai=proof.nilai, letak=_letak(proof), persen=persen(min(doubtful)))
        elif unsure := [(min(letak(node), node.keyakinan), document, node) for document, node in rows]:
            least, document, node = min(unsure, key=lambda one: one[0])
            if least < limit:
                why = _alasan_tabel(document, node)
                text = _("tabel ({letak}) terbaca dengan keyakinan {persen}").format(letak=_letak(proof), persen=persen(least))
                yield f"{text}: {why}" if why else text


def _celah(ctx: Context, bukti: Iterable[Bukti]) -> Iterator[str]:
    """Documents with parts that could not be read: what is missed may stand there."""
    names = {proof.dokumen for proof in bukti}
    for document in ctx.dokumen:
        if document.berkas in names and ctx.terbaca(document) < 1:
            yield _("{dokumen} tidak terbaca utuh; yang dicari mungkin ada pada bagian itu").format(dokumen=document.berkas)


def _pasangan(ctx: Context, bukti: Iterable[Bukti]) -> Iterator[str]:
    """Goals and indicators of two pieces of evidence that are linked though they are worded otherwise, with the link's score."""
    rows = [ctx.di_baris(proof) for proof in bukti]
    where = {(document.berkas, node.id): at for at, nodes in enumerate(rows) for document, node in nodes}
    for link in ctx.tautan if len(where) > 1 else ():
        upper, lower = (where.get((end.berkas, end.id)) for end in (link.dari, link.ke))
        if link.verdict != "same" and upper is not None and lower is not None and upper != lower:
            if link.verdict == "reworded":
                text = _("“{atas}” dan “{bawah}” dipasangkan sebagai rumusan lain dari hal yang sama (skor {persen})")
            else:
                text = _("“{atas}” dan “{bawah}” dipasangkan menurut susunan dokumen, sedangkan teksnya berbeda (skor {persen})")
            yield text.format(atas=_ujung(link.dari), bawah=_ujung(link.ke), persen=persen(link.skor))


def _ujung(end: Ujung) -> str:
    return end.indikator or end.uraian


def _nilai(node: Kinerja, proof: Bukti) -> Iterator[Nilai]:
    """The values of a goal, and of its indicators in the row shown, that are printed as the evidence quotes them."""
    for value in (*node.anggaran.values(), *(v for one in node.indikator if satu_baris(one.lokasi, proof) for v in semua_nilai(one))):
        if proof.nilai is not None and value.teks == proof.nilai:
            yield value


def _alasan_tabel(document: Dokumen, node: Kinerja) -> str:
    return "; ".join(next((one.alasan for one in document.tabel if _memuat(one, node.lokasi)), ()))


def _memuat(tabel: TabelTerbaca, place: Lokasi) -> bool:
    pages = {(part.halaman, part.tabel) for part in tabel.bagian} | {(tabel.lokasi.halaman, tabel.lokasi.tabel)}
    return tabel.lokasi.lembar == place.lembar and (place.halaman, place.tabel) in pages


def _letak(proof: Bukti) -> str:
    where = tempat(Lokasi(halaman=proof.halaman, lembar=proof.lembar, tabel=proof.tabel, baris=proof.baris))
    return " ".join(part for part in (proof.dokumen, where) if part)

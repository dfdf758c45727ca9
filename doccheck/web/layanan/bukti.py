"""The evidence of a finding as pages and API show it: where it stands, in which version of a document, and with which picture."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from doccheck.model import Bukti
from doccheck.report.letak import di_mana
from doccheck.report.petikan import Petikan
from doccheck.report.textdiff import Potongan, word_diff

from ..models import IsiPemeriksaan, Temuan, Versi
from . import laporan


@dataclass(frozen=True)
class BuktiTampil:
    """A piece of evidence: `versi` of the document that the check read, None where it is gone; `bergambar`: its page can be drawn ·
    petikan: the row of its table, where the document has no pages."""

    nomor: int
    bukti: Bukti
    tempat: str
    potongan: tuple[Potongan, ...]
    versi: Versi | None
    bergambar: bool
    petikan: Petikan | None


def susun(row: Temuan) -> list[BuktiTampil]:
    finding = laporan.temuan(row.isi)
    used = {
        one.nama: one.versi
        for one in IsiPemeriksaan.objects.filter(pemeriksaan=row.terakhir).select_related("versi__berkas", "versi__dokumen")
    }
    pieces = finding.bukti
    result = []
    for number, one in enumerate(pieces):
        if len(pieces) == 2:
            marked = word_diff(pieces[0].kutipan, pieces[1].kutipan)[number]
        else:
            marked = word_diff(one.kutipan, one.kutipan)[0]
        versi = used.get(one.dokumen)
        where = di_mana(one)
        drawn = versi is not None and versi.berkas.macam == "pdf" and one.halaman is not None
        result.append(BuktiTampil(number, one, where, tuple(marked), versi, drawn, _petikan(row, number)))
    return result


def _petikan(row: Temuan, nomor: int) -> Petikan | None:
    kept = row.petikan.get(str(nomor))
    return msgspec.convert(kept, Petikan) if kept else None

"""What the sheets have in common: findings by the text that they are about, links in both directions, printed targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

import yaml

from ...aturan import Rule
from ...bahasa import _
from ...match.kelompok import ButirIndikator, kelompok, kunci
from ...match.pd import kunci_pd
from ...model import Dokumen, Finding, Indikator, Jenis, Kinerja, Level, Nilai, Report, Tautan, Ujung
from ...resources import resource
from ..labels import tempat
from ..views import berlaku

_Tempat = tuple[str, str, int | None]


@lru_cache(maxsize=1)
def kriteria() -> dict[str, Any]:
    """templates/kke/kriteria.yaml: which rules speak against which criterion."""
    found: dict[str, Any] = yaml.safe_load(resource("templates", "kke", "kriteria.yaml").read_text(encoding="utf-8"))
    return found


class Bahan:
    """A report, made ready for the sheets. Versions of documents that another one replaces are left out."""

    def __init__(self, report: Report, rules: Iterable[Rule]) -> None:
        self.report = report
        self.rules = {rule.id: rule for rule in rules}
        self.dokumen = berlaku(report)

    @cached_property
    def _by_text(self) -> dict[tuple[str, str], list[Finding]]:
        found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            for key in dict.fromkeys((one.dokumen, kunci(one.kutipan)) for one in finding.bukti if one.kutipan):
                found[key].append(finding)
        return found

    def temuan(self, berkas: str, teks: str) -> list[Finding]:
        """Findings whose evidence quotes the text in that document."""
        return self._by_text.get((berkas, kunci(teks)), []) if teks else []

    @cached_property
    def _down(self) -> dict[_Tempat, list[Tautan]]:
        return _by_end(self.report.links, lambda link: link.dari)

    @cached_property
    def _up(self) -> dict[_Tempat, list[Tautan]]:
        return _by_end(self.report.links, lambda link: link.ke)

    def ke_bawah(self, dokumen: Dokumen, butir: ButirIndikator) -> Iterator[Ujung]:
        """Indicators of lower documents that stem from this one, however many documents lie between, each once."""
        return self._walk(dokumen, butir, self._down, lambda link: link.ke)

    def ke_atas(self, dokumen: Dokumen, butir: ButirIndikator) -> Iterator[Ujung]:
        return self._walk(dokumen, butir, self._up, lambda link: link.dari)

    def tertaut_ke_atas(self, dokumen: Dokumen, nodes: Iterable[Kinerja]) -> bool:
        """Whether a goal stems from one of an upper document, surely."""
        return any(link.status == "tertaut" for node in nodes for link in self._up.get((dokumen.berkas, node.id, None), ()))

    def _walk(self, dokumen: Dokumen, butir: ButirIndikator, links: dict[_Tempat, list[Tautan]], end: Any) -> Iterator[Ujung]:
        todo: list[_Tempat] = [(dokumen.berkas, node.id, number) for node, number in butir.kejadian]
        seen = set(todo)
        while todo:
            for link in sorted(links.get(todo.pop(0), ()), key=lambda one: -one.skor):
                found: Ujung = end(link)
                key = (found.berkas, found.id, found.nomor)
                if key not in seen:
                    seen.add(key)
                    todo.append(key)
                    yield found

    @cached_property
    def simpul(self) -> dict[tuple[str, str], tuple[Dokumen, Kinerja]]:
        """(berkas, id) -> the node and its document."""
        return {(document.berkas, node.id): (document, node) for document in self.dokumen for node in document.kinerja}

    def indikator(self, ujung: Ujung) -> Indikator | None:
        found = self.simpul.get((ujung.berkas, ujung.id))
        return found[1].indikator[ujung.nomor] if found and ujung.nomor is not None else None

    def ada(self, jenis: Jenis, dokumen: Dokumen) -> bool:
        """Whether a document of the kind is at hand for the agency (for the region: at all)."""
        return any(one.jenis == jenis and (dokumen.perangkat_daerah is None or sama(one, dokumen)) for one in self.dokumen)

    def butir(self, jenis: Jenis, levels: Iterable[Level]) -> Iterator[tuple[Dokumen, ButirIndikator]]:
        """The distinct indicators of all documents of a kind, at these levels, in the order of the documents."""
        wanted = set(levels)
        for document in self.dokumen:
            if document.jenis == jenis:
                for item in kelompok(document).indikator:
                    if item.level in wanted and item.lingkup == "pd":
                        yield document, item


def _by_end(links: Iterable[Tautan], end: Any) -> dict[_Tempat, list[Tautan]]:
    found: dict[_Tempat, list[Tautan]] = defaultdict(list)
    for link in links:
        one: Ujung = end(link)
        if one.nomor is not None or one.indikator is None:
            found[one.berkas, one.id, one.nomor].append(link)
    return found


def sama(a: Dokumen, b: Dokumen) -> bool:
    """Whether two documents are of one agency."""
    return bool(a.perangkat_daerah and b.perangkat_daerah) and kunci_pd(a.perangkat_daerah or "") == kunci_pd(b.perangkat_daerah or "")


def pemilik(dokumen: Dokumen) -> str:
    return dokumen.perangkat_daerah or dokumen.pemda or ""


def target(indikator: Indikator) -> str:
    """ "2025: 81,5; 2026: 82", as printed."""
    return "; ".join(f"{year}: {value.teks}" for year, value in sorted(indikator.target.items()) if value.jenis != "kosong")


def letak(dokumen: Dokumen, node: Kinerja, indikator: Indikator | None = None) -> str:
    place = indikator.lokasi if indikator and (indikator.lokasi.baris or indikator.lokasi.halaman) else node.lokasi
    return ", ".join(part for part in (dokumen.berkas, tempat(place)) if part)


def keterangan(findings: Iterable[Finding]) -> str:
    """The conditions, one a line, the doubtful ones marked."""
    lines = (f"{one.aturan}{' (' + _('perlu telaah') + ')' if one.telaah else ''}: {one.kondisi}" for one in findings)
    return "\n".join(dict.fromkeys(lines))


def setara(a: Nilai, b: Nilai) -> bool | None:
    """Whether two values are equal within half of the last printed digit; None where numbers cannot tell (texts, a percentage that may be
    written as a fraction)."""
    if a.angka is None or b.angka is None:
        return True if a.teks.casefold().split() == b.teks.casefold().split() else None
    if abs(a.angka - b.angka) <= 0.5 * 10 ** -min(a.desimal, b.desimal) and (a.angka == b.angka or a.desimal != b.desimal):
        return True
    if a.angka == b.angka * 100 or b.angka == a.angka * 100:
        return None
    return False

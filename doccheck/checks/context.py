"""What check functions may ask: documents by kind, agency and year, trees, links and performance agreements, indexed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from ..config import Config
from ..match import Comparison, compare, kunci_pd
from ..model import Bukti, Catatan, Dokumen, Jenis, Kinerja, Level, Tautan, TindakLanjut
from ..tempat import kunci_baris
from .butir import Butir, butir, butir_indikator, kunci
from .jabatan import Jenjang
from .masa import berlaku, sezaman
from .perjanjian import Perjanjian, perjanjian, terakhir

if TYPE_CHECKING:
    from .uji_ulang import Uji

T = TypeVar("T")
Kind = Literal["sasaran", "indikator", "program"]
UNREAD = frozenset({"EXT-01", "EXT-02", "EXT-03", "EXT-05", "EXT-13", "EXT-15"})
"""Notes after which a text that is missing from a document may simply not have been read."""

Tempat = tuple[str, Level, str, bool]
"""Document, level, text, and whether it is an indicator: what a link holds for."""


def _tempat(item: Butir) -> Tempat:
    return item.dokumen.berkas, item.kinerja.level, kunci(item.teks), item.nomor is not None


class Context:
    """The documents and links of one check, with indexes that are made when first asked for."""

    def __init__(
        self, dokumen: Sequence[Dokumen], tautan: Sequence[Tautan], config: Config, catatan: Sequence[Catatan] = ()
    ) -> None:
        self.dokumen = tuple(sorted(dokumen, key=lambda item: item.berkas))
        self.tautan = tuple(tautan)
        self.config = config
        self.catatan = tuple(catatan)
        self.hasil_aturan: dict[str, Uji] = {}
        """What each rule that has run found; rules on follow-up ask it."""
        self.tindak_lanjut: list[TindakLanjut] = []
        """The recommendations of earlier evaluations, tested again; filled by the rules on follow-up."""
        self._pd: dict[tuple[str | None, str], str] = {}
        self._sekali: dict[tuple[object, str], Any] = {}
        self._leluhur: dict[tuple[str, str], list[Kinerja]] = {}
        self._sebanding: dict[tuple[str, str, Kind], Comparison] = {}

    def sekali(self, buat: Callable[[Dokumen], T], dokumen: Dokumen) -> T:
        """What a function makes of a document, made once: several rules look at the same rows."""
        key = buat, dokumen.berkas
        if key not in self._sekali:
            self._sekali[key] = buat(dokumen)
        made: T = self._sekali[key]
        return made

    # documents

    @cached_property
    def _pemda(self) -> frozenset[str]:
        return frozenset(kunci(item.pemda) for item in self.dokumen if item.pemda)

    def pemda(self, dokumen: Dokumen) -> str:
        """Key of the region; a document that names none belongs to the only one there is."""
        if dokumen.pemda:
            return kunci(dokumen.pemda)
        return next(iter(self._pemda)) if len(self._pemda) == 1 else ""

    def pd(self, dokumen: Dokumen) -> str | None:
        """Key of the agency within its region, None for documents of the region."""
        if not dokumen.perangkat_daerah:
            return None
        names = (dokumen.pemda, dokumen.perangkat_daerah)
        if names not in self._pd:
            self._pd[names] = f"{self.pemda(dokumen)}|{kunci_pd(dokumen.perangkat_daerah)}"
        return self._pd[names]

    def pilih(self, *jenis: Jenis, pd: str | None = None, tahun: int | None = None) -> list[Dokumen]:
        """Documents of these kinds, of one agency, in force in a year, as asked."""
        return [
            item
            for item in self.dokumen
            if item.jenis in jenis
            and (pd is None or self.pd(item) == pd)
            and (tahun is None or berlaku(item, tahun))
        ]

    @cached_property
    def perangkat(self) -> dict[str, list[Dokumen]]:
        """Documents per agency key, in order of key."""
        groups: dict[str, list[Dokumen]] = defaultdict(list)
        for item in self.dokumen:
            if (key := self.pd(item)) is not None:
                groups[key].append(item)
        return dict(sorted(groups.items()))

    def rpjmd(self, dokumen: Dokumen, tahun: int | None = None) -> list[Dokumen]:
        """The RPJMD of the same region that are in force in the document's year or period."""
        return [
            item
            for item in self.dokumen
            if item.jenis == "rpjmd" and self.pemda(item) == self.pemda(dokumen) and sezaman(item, dokumen, tahun)
        ]

    @staticmethod
    def terbaca(dokumen: Dokumen) -> float:
        """1.0 where the document was read without gaps, 0.6 where something among its tables may have been missed. A cover or a page of
        signatures that was not read, before the first table of performance or after the last, is no gap."""
        pages = [node.lokasi.halaman for node in dokumen.kinerja if node.lokasi.halaman is not None]
        for note in dokumen.catatan:
            page = note.lokasi.halaman
            if note.kode in UNREAD and (page is None or not pages or min(pages) <= page <= max(pages)):
                return 0.6
        return 1.0

    # trees

    @cached_property
    def _node(self) -> dict[tuple[str, str], Kinerja]:
        return {(item.berkas, node.id): node for item in self.dokumen for node in item.kinerja}

    @cached_property
    def _nomor(self) -> dict[tuple[str, str], int]:
        return {(item.berkas, node.id): number for item in self.dokumen for number, node in enumerate(item.kinerja)}

    def nomor(self, dokumen: Dokumen, node: Kinerja) -> int:
        """Which of the rows of its document a node is, from 0."""
        return self._nomor[dokumen.berkas, node.id]

    @cached_property
    def _anak(self) -> dict[tuple[str, str], list[Kinerja]]:
        children: dict[tuple[str, str], list[Kinerja]] = defaultdict(list)
        for item in self.dokumen:
            for node in item.kinerja:
                if node.induk is not None:
                    children[item.berkas, node.induk].append(node)
        return children

    @cached_property
    def _sebutan(self) -> dict[tuple[str, str], list[Butir]]:
        found: dict[tuple[str, str], list[Butir]] = defaultdict(list)
        for item in self.dokumen:
            for one in (*butir(item), *butir_indikator(item)):
                found[item.berkas, kunci(one.teks)].append(one)
        return found

    def sebutan(self, item: Butir) -> list[Butir]:
        """All occurrences of the goal's (or the indicator's) text in its document, the given one among them."""
        found = self._sebutan.get((item.dokumen.berkas, kunci(item.teks)), [])
        return [one for one in found if (one.nomor is None) == (item.nomor is None)]

    def anak(self, dokumen: Dokumen, node: Kinerja) -> list[Kinerja]:
        return self._anak.get((dokumen.berkas, node.id), [])

    def leluhur(self, dokumen: Dokumen, node: Kinerja) -> list[Kinerja]:
        """Ancestors from the parent up."""
        key = dokumen.berkas, node.id
        if key not in self._leluhur:
            path: list[Kinerja] = []
            while node.induk is not None and (parent := self._node.get((dokumen.berkas, node.induk))) and parent not in path:
                path.append(parent)
                node = parent
            self._leluhur[key] = path
        return self._leluhur[key].copy()

    def keturunan(self, dokumen: Dokumen, node: Kinerja) -> list[Kinerja]:
        """All nodes below, in document order."""
        found: list[Kinerja] = []
        seen = {node.id}
        stack = list(reversed(self.anak(dokumen, node)))
        while stack:
            child = stack.pop()
            if child.id not in seen:
                seen.add(child.id)
                found.append(child)
                stack.extend(reversed(self.anak(dokumen, child)))
        return found

    @cached_property
    def _baris(self) -> dict[tuple[object, ...], list[tuple[Dokumen, Kinerja]]]:
        rows: dict[tuple[object, ...], list[tuple[Dokumen, Kinerja]]] = defaultdict(list)
        for item in self.dokumen:
            for node in item.kinerja:
                for place in {node.lokasi, *(one.lokasi for one in node.indikator)}:
                    rows[item.berkas, *kunci_baris(place)].append((item, node))
        return rows

    def di_baris(self, bukti: Bukti) -> list[tuple[Dokumen, Kinerja]]:
        """The goals that are printed, or whose indicators are, in the row that a piece of evidence shows, with their document."""
        return self._baris.get((bukti.dokumen, *kunci_baris(bukti)), []) if bukti.baris is not None else []

    # links

    @cached_property
    def _dari(self) -> dict[Tempat, list[Tautan]]:
        links: dict[Tempat, list[Tautan]] = defaultdict(list)
        for link in self.tautan:
            links[_tempat(self.atas(link))].append(link)
        return links

    @cached_property
    def _ke(self) -> dict[Tempat, list[Tautan]]:
        links: dict[Tempat, list[Tautan]] = defaultdict(list)
        for link in self.tautan:
            links[_tempat(self.bawah(link))].append(link)
        return links

    def tautan_dari(self, butir: Butir, *jenis: Jenis) -> list[Tautan]:
        """Links from this goal or indicator down to documents of these kinds (all, if none are named). A link is drawn for one
        occurrence of a text and holds for all of its level in the document."""
        return [link for link in self._dari.get(_tempat(butir), []) if not jenis or link.ke.jenis in jenis]

    def tautan_ke(self, butir: Butir, *jenis: Jenis) -> list[Tautan]:
        """Links to this goal or indicator from above; as `tautan_dari`."""
        return [link for link in self._ke.get(_tempat(butir), []) if not jenis or link.dari.jenis in jenis]

    @cached_property
    def _berkas(self) -> dict[str, Dokumen]:
        return {item.berkas: item for item in self.dokumen}

    def atas(self, link: Tautan) -> Butir:
        return Butir(self._berkas[link.dari.berkas], self._node[link.dari.berkas, link.dari.id], link.dari.nomor)

    def bawah(self, link: Tautan) -> Butir:
        return Butir(self._berkas[link.ke.berkas], self._node[link.ke.berkas, link.ke.id], link.ke.nomor)

    def banding(self, a: str, b: str, kind: Kind) -> Comparison:
        """`match.compare`, remembered for this check."""
        key = (a, b, kind)
        if key not in self._sebanding:
            self._sebanding[key] = compare(a, b, kind)
        return self._sebanding[key]

    def terdekat(self, teks: str, calon: Iterable[Butir], kind: Kind) -> tuple[Butir, Comparison] | None:
        """The candidate that says most nearly the same, None where there is no candidate."""
        pairs = [(butir, self.banding(butir.teks, teks, kind)) for butir in calon if butir.teks]
        urutan = {"same": 2, "reworded": 1, "different": 0}
        return max(pairs, key=lambda pair: (urutan[pair[1].verdict], pair[1].score), default=None)

    # performance agreements

    @cached_property
    def perjanjian(self) -> tuple[Perjanjian, ...]:
        """All agreements; where an official has a revised one for the year (PK perubahan), only that, and of several the last."""
        groups: dict[tuple[str | None, int | None, str], list[Perjanjian]] = defaultdict(list)
        for item in self.pilih("pk"):
            for agreement in perjanjian(item):
                groups[self.pd(item), item.tahun, kunci(agreement.jabatan)].append(agreement)
        chosen: list[Perjanjian] = []
        for agreements in groups.values():
            chosen.extend(terakhir(agreements))
        return tuple(chosen)

    def pk(self, pd: str | None, tahun: int | None = None, *tingkat: Jenjang) -> list[Perjanjian]:
        """Agreements of one agency (None: of the region), of one year and of these ranks, as asked."""
        return [
            one
            for one in self.perjanjian
            if self.pd(one.dokumen) == pd
            and (tahun is None or one.tahun == tahun)
            and (not tingkat or one.jenjang in tingkat)
        ]

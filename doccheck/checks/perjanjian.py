"""Performance agreements (Perjanjian Kinerja): who promises what in which year, whatever files they come in."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from ..bahasa import _
from ..model import Dokumen, Kinerja
from ..tanggal import sesudah_tahun, tanggal
from .butir import Butir, kunci
from .jabatan import TINGKAT, Jenjang, jenjang


class Perjanjian(Struct, frozen=True):
    """One performance agreement: what one official promises in one year."""

    dokumen: Dokumen
    jabatan: str
    jenjang: Jenjang
    atasan: str | None
    kinerja: tuple[Kinerja, ...]

    @property
    def tahun(self) -> int | None:
        return self.dokumen.tahun

    @property
    def janji(self) -> list[Kinerja]:
        """The rows that are promised: none of the budget annex, and of a head's agreement none of the programmes that it lists."""
        own = [node for node in self.kinerja if node.tabel != "pk_anggaran"]
        goals = [node for node in own if node.level in ("misi", "tujuan", "sasaran")]
        return goals if goals and self.jenjang in ("kdh", "kepala") else own

    def sasaran(self) -> list[Butir]:
        return [Butir(self.dokumen, node) for node in self.janji if node.uraian]

    def indikator(self) -> list[Butir]:
        return [Butir(self.dokumen, node, i) for node in self.janji for i in range(len(node.indikator))]

    def program(self) -> list[Butir]:
        """Programmes with a budget, from the annex."""
        return [Butir(self.dokumen, node) for node in self.kinerja if node.uraian and node.level == "program"]


def perjanjian(dokumen: Dokumen) -> list[Perjanjian]:
    """The agreements in a PK document, by the official that its rows name. Where a file holds several agreements and its rows do not say
    whose they are, they are one agreement of all these posts, of the highest rank among them."""
    superiors = {kunci(pihak.jabatan): pihak.atasan for pihak in dokumen.pihak}
    posts: dict[str, list[Kinerja]] = defaultdict(list)
    sole = dokumen.jabatan or (dokumen.pihak[0].jabatan if len(dokumen.pihak) == 1 else None)
    default = sole or (f"Kepala {dokumen.perangkat_daerah}" if dokumen.perangkat_daerah else "")
    if len(dokumen.pihak) > 1:
        first = min(dokumen.pihak, key=lambda pihak: TINGKAT.index(jenjang(pihak.jabatan)))
        default = _("{jabatan} dan {jumlah} pejabat lain").format(jabatan=first.jabatan, jumlah=len(dokumen.pihak) - 1)
        sole = default
    for node in dokumen.kinerja:
        posts[node.jabatan or default].append(node)
    found = []
    for post, nodes in posts.items():
        rank: Jenjang = jenjang(post) if post else "kdh"
        if not sole and post == default and dokumen.perangkat_daerah:
            rank = "kepala"
        found.append(Perjanjian(dokumen, post, rank, superiors.get(kunci(post)), tuple(nodes)))
    return found


def terakhir(agreements: list[Perjanjian]) -> list[Perjanjian]:
    """Of one official's agreements for a year those in force when it ends: the change, of several that print their dates the last one,
    else the agreement itself. A change that was signed after the year counts only where there is nothing else."""
    valid = [one for one in agreements if not sesudah_tahun(one.dokumen)] or agreements
    revised = [one for one in valid if one.dokumen.status == "perubahan"]
    dates = [date for one in revised if (date := tanggal(one.dokumen.tanggal))]
    if dates and len(dates) == len(revised):
        revised = [one for one in revised if tanggal(one.dokumen.tanggal) == max(dates)]
    return revised or valid

"""The tree under construction: goals are put on a stack by rank, each new one hangs below the nearest of a higher rank."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model import LEVELS, Indikator, JenisTabel, Kinerja, Level, Lingkup, Lokasi, Nilai
from .jenjang import LANGKAH

Rank = tuple[int, int, int]
"""(0 RPJMD or 1 agency, level, group of columns): what stands left or higher in the cascade is smaller."""


@dataclass
class Simpul:
    """A goal that is still being read (becomes a Kinerja)."""

    id: str
    level: Level
    uraian: str
    rank: Rank
    lokasi: Lokasi
    kode: str | None = None
    hasil: str | None = None
    induk: Simpul | None = None
    rujukan: tuple[str, ...] = ()
    lingkup: Lingkup = "pd"
    penanggung_jawab: str | None = None
    jabatan: str | None = None
    anggaran: dict[str, Nilai] = field(default_factory=dict)
    terpakai: dict[str, Nilai] = field(default_factory=dict)
    """Money spent (realisasi anggaran)."""
    serapan: Nilai | None = None
    indikator: list[Indikator] = field(default_factory=list)
    keyakinan: float = 1.0
    keyakinan_letak: float | None = None
    indikator_gabungan: bool = False
    """It stands beside the merged cell of an indicator that began above."""
    lewat_hasil: bool = False
    """Its indicators stand on rows of outcomes below it, not on its own row."""
    tanda_uang: tuple[int, ...] = ()
    """Identity of the cells that its money came from, to tell a merged cell from a new one."""

    def jadi(self, tabel: JenisTabel, judul: str | None) -> Kinerja:
        """The finished goal. tabel, judul: kind and caption of the table it stands in."""
        return Kinerja(
            id=self.id, level=self.level, uraian=self.uraian, kode=self.kode, hasil=self.hasil,
            induk=self.induk.id if self.induk else None, rujukan=self.rujukan, lingkup=self.lingkup,
            penanggung_jawab=self.penanggung_jawab, jabatan=self.jabatan, anggaran=self.anggaran,
            realisasi_anggaran=self.terpakai, serapan=self.serapan, indikator=tuple(self.indikator),
            tabel=tabel, judul_tabel=judul, keyakinan=self.keyakinan, keyakinan_letak=self.keyakinan_letak,
            lokasi=self.lokasi,
            indikator_gabungan=self.indikator_gabungan and not self.indikator,
        )  # fmt: skip


class Pohon:
    """Collects the goals of one table. `start`: number of its first goal; ids ("k12") are unique in a document."""

    def __init__(self, start: int) -> None:
        self._next = start
        self.simpul: list[Simpul] = []
        self._stack: list[Simpul] = []
        self._baru: Simpul | None = None

    @property
    def last(self) -> Simpul | None:
        """The goal to which a row without a goal of its own belongs: the lowest open one, or the one of the RPJMD that began after it."""
        return self._baru or (self._stack[-1] if self._stack else None)

    def tambah(self, level: Level, uraian: str, lokasi: Lokasi, group: int = 0, lingkup: Lingkup = "pd", kode: str | None = None) -> Simpul:
        """A new goal below the nearest one of a higher rank. One of the RPJMD leaves the agency's goals open: they close where one of
        their own columns begins anew."""
        rank = (0 if lingkup == "rpjmd" or level == "misi" else 1, LEVELS.index(level), group)
        own = [one for one in self._stack if one.rank[0] == 1] if rank[0] == 0 and level != "misi" else []
        if own:
            self._stack = [one for one in self._stack if one.rank[0] != 1]
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()
        above = self._stack[-1] if self._stack else None
        simpul = Simpul(f"k{self._next}", level, uraian, rank, lokasi, kode=kode, induk=above, lingkup=lingkup)
        self._next += 1
        self.simpul.append(simpul)
        self._stack += [simpul, *own]
        self._baru = simpul if own else None
        return simpul

    def tepi(self, level: Level, uraian: str, lokasi: Lokasi, lingkup: Lingkup) -> Simpul:
        """A node that stands aside: nothing hangs below it until `mulai` opens it."""
        rank = (0 if lingkup == "rpjmd" else 1, LEVELS.index(level), -1)
        simpul = Simpul(f"k{self._next}", level, uraian, rank, lokasi, lingkup=lingkup)
        self._next += 1
        self.simpul.append(simpul)
        return simpul

    def mulai(self, *simpul: Simpul) -> None:
        """Closes all goals and opens a node that stood aside, or none."""
        self._stack, self._baru = list(simpul), None

    def kembali(self, simpul: Simpul) -> None:
        """Closes the goals below an open one."""
        del self._stack[self._stack.index(simpul) + 1 :]
        self._baru = None

    def is_open(self, simpul: Simpul) -> bool:
        """Whether what comes next may hang below a goal."""
        return any(other is simpul for other in self._stack)

    @property
    def terbuka(self) -> tuple[Simpul, ...]:
        """The open goals, the highest first."""
        return tuple(self._stack)

    @property
    def puncak(self) -> Simpul | None:
        """The highest open goal."""
        return self._stack[0] if self._stack else None

    def ulang(self, simpul: Simpul, lokasi: Lokasi) -> Simpul:
        """The same goal once more, for a row with money of its own (each indicator of a program printed with its own pagu)."""
        copy = Simpul(
            f"k{self._next}", simpul.level, simpul.uraian, simpul.rank, lokasi, kode=simpul.kode, hasil=simpul.hasil, induk=simpul.induk,
            rujukan=simpul.rujukan, lingkup=simpul.lingkup, penanggung_jawab=simpul.penanggung_jawab, jabatan=simpul.jabatan,
            lewat_hasil=simpul.lewat_hasil,
        )  # fmt: skip
        self._next += 1
        self.simpul.append(copy)
        self._stack[self._stack.index(simpul)] = copy
        self._baru = copy if self._baru is simpul else self._baru
        return copy

    def buka(self, level: Level) -> Simpul | None:
        """The lowest open goal of a level."""
        return next((simpul for simpul in reversed(self._stack) if simpul.level == level), None)

    def di_kolom(self, group: int) -> Simpul | None:
        """The lowest open goal that came from a group of columns, of a post of any level."""
        return next((simpul for simpul in reversed(self._stack) if simpul.rank[2] % LANGKAH == group), None)

    def di_grup(self, group: int) -> Simpul | None:
        """The open goal that came from a group of columns, in a matrix of posts of that level (extract.jenjang)."""
        return next((simpul for simpul in reversed(self._stack) if simpul.rank[2] == group), None)

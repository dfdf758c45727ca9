"""The goals of a table: which cells of a row open a goal, state the outcome of one, go on with one broken by the page edge, or only
group others."""

from __future__ import annotations

import re

from msgspec import structs

from ...model import Level, Lokasi
from ..tabel.kolom import OFFICIAL, Kolom
from ..tabel.matriks import squeeze
from ..tulisan.kode import baca_kode, level_kode, pisah_kode
from ..tulisan.label import level_label
from ..tulisan.teks import mend, strip_label
from .baris import LIST_START, Baris, Isi, Susunan
from .gaya import Gaya
from .hasil import PembacaHasil
from .jenjang import LANGKAH, jenjang
from .rujukan import Rujukan, baca_rujukan
from .simpul import Pohon, Simpul
from .tingkat import Bacaan, baca_tingkat, is_context, is_goal_start, is_result

_WORD = re.compile(r"\w{3,}")
_BAGIAN = re.compile(r"(tujuan|sasaran)(?: (?:strategis|pd|opd|renstra|rpjmd|rpd|daerah|perangkat daerah))*", re.I)
"""A row that only says what the rows below it are: "A. Tujuan"."""
_MISI = re.compile(r"\bmisi\s*(?:ke\W*)?(?:\d|[ivx]+\b|pertama|kedua|ketiga|keempat|kelima|:)[^\0]*", re.I)
_SHORTEST = 8


class PembacaSasaran:
    """Puts the goals of one table's rows into `pohon`. `bernomor`: goal columns in which every text has a list number."""

    def __init__(self, susunan: Susunan, gaya: Gaya, bernomor: frozenset[int], pohon: Pohon) -> None:
        self._susunan, self._gaya, self._bernomor, self._pohon = susunan, gaya, bernomor, pohon
        self._goals = susunan.grup("goal", "hierarki")
        self._indicators = susunan.grup("indikator")
        self._hasil = PembacaHasil(susunan, pohon)
        self._rujukan = Rujukan()
        self._dirujuk: dict[str, Simpul] = {}
        self._bagian: Level | None = None
        self._jabatan: str | None = None

    def baca(self, row: Baris) -> tuple[list[Simpul], bool]:
        """The goals that begin in this row, and whether it states the outcome of the goal above."""
        for group in self._susunan.grup("rujukan"):
            if group in row.isi:
                self._cite(row, group)
        self._hasil.baca(row)
        self._misi(row)
        new: list[Simpul] = []
        hasil_row = False
        kode = self._kode(row)
        for group, rest in row.lanjutan.items():
            broken = self._pohon.di_kolom(group)
            if broken is not None:
                broken.uraian = mend(f"{broken.uraian}\n{rest.raw}")
        for group in self._goals:
            isi = row.isi.get(group)
            if isi is None or not _WORD.search(isi.raw):
                continue
            kolom = self._susunan.kolom[group]
            if kolom.peran == "hierarki":
                simpul, is_hasil = self._hierarki(row, group, isi, kode)
                hasil_row = hasil_row or is_hasil
            else:
                simpul = self._goal(row, group, isi, kolom, kode)
            if simpul is not None:
                new.append(simpul)
        if not new:
            new = self._hasil.sebagai_sasaran(row)
        if not new and not hasil_row:
            self._hasil.berikut(row)
        return new, hasil_row

    def _cite(self, row: Baris, group: int) -> None:
        """Takes in what a cell cites. The sasaran of the RPJMD that it names become nodes, once a table, and the first of them the parent
        of the tujuan (or sasaran) that begins beside it, or that is open and has no parent yet."""
        self._rujukan = baca_rujukan(row.isi[group].raw, self._susunan.kolom[group].kepala)
        lokasi = row.tempat(row.isi[group])
        cited = []
        for text in self._rujukan.sasaran:
            key = squeeze(text)
            if key not in self._dirujuk:
                self._dirujuk[key] = self._pohon.tepi("sasaran", text, lokasi, "rpjmd")
            cited.append(self._dirujuk[key])
        if cited and self._pohon.is_open(cited[0]):
            return
        top = self._pohon.puncak
        name = row.isi[self._goals[0]].text if self._goals and self._goals[0] in row.isi else ""
        if top is None or (name and squeeze(strip_label(name, top.level)) not in {squeeze(goal.uraian) for goal in self._pohon.terbuka}):
            self._pohon.mulai(*cited[:1])
        elif not cited:
            return
        elif top is not None and top.induk is None and top.lingkup != "rpjmd":
            top.induk = cited[0]

    def _kode(self, row: Baris) -> str | None:
        for group in self._susunan.grup("kode"):
            if group in row.isi:
                return baca_kode(mend(row.isi[group].raw).replace(" ", "").replace("..", "."))
        return None

    def _goal(self, row: Baris, group: int, isi: Isi, kolom: Kolom, kode: str | None) -> Simpul | None:
        level = kolom.tingkat or "sasaran"
        glued, name = pisah_kode(isi.text)
        text = strip_label(name, level)
        labelled = level_label(text)
        if labelled in ("program", "kegiatan", "subkegiatan") and level in ("tujuan", "sasaran", "program", "kegiatan"):
            level = labelled
        elif labelled in ("tujuan", "sasaran") and level in ("tujuan", "sasaran") and labelled != level:
            level, text = labelled, strip_label(text, labelled)  # "Tujuan: ..." in a column "Tujuan dan Sasaran"
        own = glued or (kode if kode and level_kode(kode) == level else None)
        by_code = level_kode(own) if own else None
        if by_code == "program" or by_code == "kegiatan" or by_code == "subkegiatan":
            level = by_code
        if not _WORD.search(text) or (level == "program" and is_context(text)) or _BAGIAN.fullmatch(text.rstrip(" :")):
            return None
        post = self._jenjang(row)
        open_here = self._pohon.di_grup(group + post)
        upper = level in ("misi", "tujuan", "sasaran")
        rest = (upper and not is_goal_start(text)) or (group in self._bernomor and not LIST_START.match(isi.raw))
        if row.awal and open_here is not None and rest:
            open_here.uraian = mend(f"{open_here.uraian}\n{isi.raw}")  # broken by the page edge
            return None
        if open_here is not None and squeeze(open_here.uraian) == squeeze(text) and open_here.level == level:
            return None
        simpul = self._pohon.tambah(level, text, row.lokasi, group + post, kolom.lingkup, own)
        simpul.jabatan = self._pejabat(row) or kolom.jabatan or self._jabatan
        self._lengkapi(simpul)
        return simpul

    def _misi(self, row: Baris) -> None:
        """A misi in a column "VISI/MISI"."""
        for group in self._susunan.grup("visi"):
            found = _MISI.search(row.isi[group].raw) if group in row.isi else None
            text = strip_label(mend(found[0]), "misi") if found else ""
            if len(text) > _SHORTEST:
                self._lengkapi(self._pohon.tambah("misi", text, row.lokasi, group))

    def _jenjang(self, row: Baris) -> int:
        """What the row's post adds to the rank of its goals."""
        for group in self._susunan.grup("jenjang"):
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is not None and (found := jenjang(isi.text)):
                return LANGKAH * found
        return 0

    def _pejabat(self, row: Baris) -> str | None:
        for group in self._susunan.grup("jabatan"):
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is not None and _WORD.search(isi.raw):
                return isi.text
        return None

    def _hierarki(self, row: Baris, group: int, isi: Isi, kode: str | None) -> tuple[Simpul | None, bool]:
        last = self._pohon.last
        if row.awal and last is not None and last.rank[2] == group and self._goes_on(isi.text):
            last.uraian = mend(f"{last.uraian}\n{isi.raw}")
            return None, False
        has_own = last is not None and bool(last.indikator) and not last.lewat_hasil
        bacaan = baca_tingkat(isi.text, kode, isi.bold, self._gaya, last.level if last else None, has_own)
        if bacaan.arti == "hasil" and last is not None:
            again = next((one for one in self._pohon.terbuka[:-1] if one.hasil and squeeze(one.hasil) == squeeze(bacaan.uraian)), None)
            if again is not None:  # the outcome of a program, printed again for the next unit in charge
                self._pohon.kembali(again)
                return None, True
            if last.hasil and squeeze(last.hasil) != squeeze(bacaan.uraian) and last.indikator:
                last = self._pohon.ulang(last, row.lokasi)
            last.hasil = bacaan.uraian
            last.lewat_hasil = True
            return None, True
        if bagian := _BAGIAN.fullmatch(bacaan.uraian):
            self._bagian = "tujuan" if bagian[1].lower() == "tujuan" else "sasaran"
            return None, False
        if bacaan.arti != "sasaran" or bacaan.level is None:
            return None, False
        if self._bagian and bacaan.level in ("tujuan", "sasaran") and level_label(strip_label(isi.text, "indikator")) is None:
            bacaan = structs.replace(bacaan, level=self._bagian)
        if self._gaya.tujuan == "pertama" and all(simpul.lingkup == "rpjmd" for simpul in self._pohon.simpul):
            bacaan = structs.replace(bacaan, level="tujuan")
        if self._gaya.kolom_kode and kode is None and not any(g in row.isi for g in self._indicators) and not level_label(bacaan.uraian):
            return None, False  # a row of money only, without a code: an urusan or an agency
        return self._hierarki_baru(row, group, bacaan), False

    def _goes_on(self, text: str) -> bool:
        """Whether a goal cell at the top of a page is the rest of a goal broken by the page edge: it has no label where goals have one."""
        last = self._pohon.last
        if self._gaya.berkode or not self._gaya.selalu_berlabel or (last is not None and text.isupper() != last.uraian.isupper()):
            return bool(re.match(r"[a-z]", text))
        return level_label(strip_label(text, "indikator")) is None and not is_result(text) and not is_context(text)

    def _hierarki_baru(self, row: Baris, group: int, bacaan: Bacaan) -> Simpul | None:
        level = bacaan.level or "program"
        same = self._pohon.buka(level)
        if same is not None and same is self._pohon.last and squeeze(same.uraian) == squeeze(bacaan.uraian) and same.kode == bacaan.kode:
            return None
        simpul = self._pohon.tambah(level, bacaan.uraian, row.lokasi, group, "pd", bacaan.kode)
        self._lengkapi(simpul)
        return simpul

    def _lengkapi(self, simpul: Simpul) -> None:
        if simpul.level in ("tujuan", "sasaran") and self._rujukan.teks:
            simpul.rujukan = self._rujukan.teks
        simpul.hasil = self._hasil.milik(simpul.level)

    def is_banner(self, row: Baris) -> bool:
        """A row with one text over (nearly) the whole width: a goal where a label says so, else a title."""
        if len(row.isi) != 1 or row.lebar < 0.6 or len(self._susunan.kolom) < 3:
            return False
        text = next(iter(row.isi.values())).text
        if OFFICIAL.match(text) and not self._susunan.grup("jabatan"):
            self._jabatan = text
            return True
        level = level_label(strip_label(text, "indikator"))
        if level is None and pisah_kode(text)[0] is None and not is_context(text) and not row.covering:
            level = self._level_pita(text)
        self.pita(text, row.lokasi, level)
        return True

    def _level_pita(self, text: str) -> Level | None:
        """Level of an unlabelled band that reads like a goal: that above the table's goal column (a tujuan over a column of sasaran); a
        sasaran over indicators without a column of goals."""
        if not re.match(r"^(?:me|ter)\w+(?:nya|kan)\b", text, re.I):
            return None
        levels = {k.tingkat for k in self._susunan.kolom.values() if k.peran == "goal"} | set(self._gaya.tingkat)
        if levels & {"tujuan", "sasaran"}:
            return "tujuan"
        return "sasaran" if "program" in levels or not self._goals else None

    def pita(self, text: str, lokasi: Lokasi, level: Level | None = None) -> bool:
        """A goal printed as a band over the table ("MISI 1 : ..."); False where the text is none."""
        level = level or level_label(strip_label(text, "indikator"))
        if level is None:
            return False
        self._lengkapi(self._pohon.tambah(level, strip_label(text, level), lokasi, 0))
        return True

"""From the rows of one table to its goals with their indicators and money, and its printed sums."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ...model import Indikator, Level, Nilai, Total
from ..tabel.kolom import Kolom
from ..tabel.matriks import squeeze
from ..tabel.sambung import Tabel
from ..tulisan.kode import pisah_kode
from ..tulisan.label import level_label
from ..tulisan.teks import mend, strip_label
from .baris import VALUE_ROLES, Baris, Isi, Susunan
from .gaya import benahi_kolom, kolom_bernomor, tukar_lokasi, ukur_gaya
from .isian import Isian
from .jenjang import LANGKAH
from .jumlah import pastikan
from .keyakinan import Penilaian, nilai_tabel
from .nama_unit import NamaUnit
from .sasaran import PembacaSasaran
from .simpul import Pohon, Simpul
from .strategi import KOLOM as KOLOM_STRATEGI
from .strategi import PembacaStrategi
from .tepi_halaman import baris_tabel
from .tingkat import is_context
from .tumpuk import unstack
from .tumpuk_sasaran import pisah_bertanda

_SUM_WORDS = r"total|anggaran|angaran|belanja|pagu|keseluruhan|seluruh\w*|dana|[a-d]"
_TOTAL = re.compile(rf"^(?:(?:jumlah|total)(?:\s+(?:{_SUM_WORDS}))*|grand total|sub ?total)$", re.I)
_SUM_OF = re.compile(
    r"^(?:jumlah|total|rata[\s-]*rata)(?:\s+(?:anggaran|belanja|pagu|capaian|program|kegiatan|dana|seluruh\w*)\b.{0,60})?$",
    re.I,
)
"""Looser: "Jumlah Program ...", "Rata-rata capaian ..."; an indicator may begin so, but then it has a target."""
_SUM_BELOW = re.compile(r"^(?:jumlah|total)\s+(?:urusan|apb[dn])\b[^\n]{0,30}$", re.I)
"""Sums that stand above the rows they add up: of no use to check those before them."""
_WORD = re.compile(r"\w{3,}")
_NONE = re.compile(r"(?:strategi|arah kebijakan)(?: strategis)?\s*[\d.:(]", re.I)
"""Titles in a column of free text that are no indicators."""
_NILAI = ("baseline", "target", "target_akhir")
_ABOVE = 3
"""Lines above a table of which one may name its goal."""


@dataclass
class Hasil:
    """What one table yields. `baris`: data rows; `tanpa_peran`: rows with several texts that became nothing."""

    simpul: list[Simpul] = field(default_factory=list)
    total: list[Total] = field(default_factory=list)
    baris: int = 0
    indikator: int = 0
    tanpa_peran: int = 0
    penilaian: Penilaian = field(default_factory=lambda: Penilaian(1.0, (), (), 1.0))


class Perakit:
    """Reads one table. start: number of the first goal's id · tahun: of a yearly document, for columns whose heading names no year."""

    def __init__(self, tabel: Tabel, start: int, tahun: int | None) -> None:
        susunan = Susunan.dari(tabel)
        apart = [part for row in baris_tabel(tabel, susunan) for part in pisah_bertanda(row, susunan)]
        self._rows = [part for row in apart for part in unstack(row, susunan)]
        tukar_lokasi(self._rows, susunan)
        self._susunan = benahi_kolom(self._rows, susunan)
        self._pohon = Pohon(start)
        gaya = ukur_gaya(self._rows, self._susunan)
        self._sasaran = PembacaSasaran(self._susunan, gaya, kolom_bernomor(self._rows, self._susunan), self._pohon)
        self._isian = Isian(self._susunan, self._rows, tahun, " ".join([tabel.judul or "", *tabel.konteks[-3:]]))
        self.strategi = PembacaStrategi(self._susunan, self._pohon)
        self._hasil = Hasil()
        self._konteks = tabel.konteks[-_ABOVE:]
        self._diisi = tabel.kepala.diisi if tabel.kepala else 0
        self._goals = self._susunan.grup("goal", "hierarki")
        self._indicators = self._susunan.grup("indikator")
        self._bernama: Baris | None = None
        self._unit = NamaUnit(self._rows, self._susunan)
        self._bertingkat = self._kolom_bertingkat(tabel)
        self._di_kiri = self._sasaran_di_kiri()

    @property
    def susunan(self) -> Susunan:
        """The columns as they are read."""
        return self._susunan

    def rakit(self) -> Hasil:
        """Reads all rows; to be called once."""
        self._sasaran_di_atas()
        for row in self._rows:
            self._hasil.baris += 1
            self._baris(row)
        self._hasil.simpul = [simpul for simpul in self._pohon.simpul if simpul.uraian or simpul.indikator]
        judged = nilai_tabel(self._rows, self._susunan, self._hasil.simpul, self._hasil.total, self._hasil.tanpa_peran, self._diisi)
        self._hasil.penilaian = judged
        for simpul in self._hasil.simpul:
            simpul.keyakinan = min(simpul.keyakinan, judged.keyakinan)
            simpul.keyakinan_letak = judged.letak
        pastikan(self._hasil.total, self._hasil.simpul)
        return self._hasil

    def _sasaran_di_atas(self) -> None:
        """Opens the goal that a line above the table names ("TUJUAN : ..."), where the table has only its indicators."""
        levels = {self._susunan.kolom[g].tingkat for g in self._indicators}
        if self._goals or len(levels) != 1 or not self._rows:
            return
        for line in reversed(self._konteks):
            found = level_label(strip_label(line, "indikator"))
            if found is not None and found in levels:
                self._sasaran.pita(mend(line), self._rows[0].lokasi)
                return

    def _baris(self, row: Baris) -> None:
        for text in row.pita:
            self._sasaran.pita(mend(text), row.lokasi)
        if self._is_total(row) or self._sasaran.is_banner(row):
            return
        self._unit.lepas(row)
        new, hasil_row = self._sasaran.baca(row)
        self.strategi.baca(row)
        pj = self._isian.teks(row, "pj") or self._isian.teks(row, "jabatan")
        for simpul in new:
            simpul.penanggung_jawab = self._isian.teks(row, "pj", simpul.rank[2] % LANGKAH) or self._isian.teks(row, "jabatan")
        last = self._pohon.last
        if hasil_row and last is not None and last.penanggung_jawab is None:
            last.penanggung_jawab = pj
        has_money = self._uang(row, new, hasil_row)
        found = [group for group in self._indicators if group in row.isi and _WORD.search(row.isi[group].raw)]
        if self._bertingkat is not None and self._bertingkat in found:
            found = [self._bertingkat]
        if hasil_row and not new and len(found) == 1:
            row = self._dengan_nilai(row)
        for group in found:
            self._indikator(row, group, new)
        self._bernama = row if new and not found else None
        if new and not found:
            new[-1].indikator_gabungan = any(group in row.covering for group in self._indicators)
        texts = [g for g in row.isi if self._susunan.kolom[g].peran not in ("no", "lain", *KOLOM_STRATEGI)]
        if not found and not new and not has_money and not hasil_row and len(texts) > 1:
            self._hasil.tanpa_peran += 1

    def _dengan_nilai(self, row: Baris) -> Baris:
        """The row of an outcome or output with its indicator; with the values in the row of the goal's name just above it, where it has
        none of its own and the name had no indicator."""
        above = self._bernama
        if above is None or any(self._susunan.kolom[g].peran in _NILAI for g in row.isi):
            return row
        values = {g: isi for g, isi in above.isi.items() if self._susunan.kolom[g].peran in _NILAI}
        return replace(row, isi={**row.isi, **values}) if values else row

    # -- money ----------------------------------------------------------------------------------------------------------

    def _uang(self, row: Baris, new: list[Simpul], hasil_row: bool) -> bool:
        """Gives the row's money to its goal; a second row with money of its own is the goal printed once more. Where a goal's own row
        prints a sum and the rows of its outcomes their shares, the sum is kept as a total."""
        money, cells = self._isian.uang(row)
        target = new[-1] if new else self._pohon.last
        if self._bertingkat is not None and self._bertingkat in row.isi:
            target = self._owner_bertingkat(row.isi[self._bertingkat])
        filled = [group for group in self._indicators if group in row.isi]
        if not new and not hasil_row and len(filled) == 1 < len(self._indicators) and self._susunan.kolom[filled[0]].tingkat:
            target = self._di_kiri_dari(filled[0]) or target  # a further indicator of a goal above others
        if not money or target is None:
            return bool(money)
        if target not in new and target.tanda_uang and set(cells) <= set(target.tanda_uang):
            return True  # the merged cell of the row above
        has_indicator = any(group in row.isi for group in self._indicators)
        if target not in new and not set(cells) <= set(target.tanda_uang) and target.anggaran and has_indicator:
            if target.indikator:
                target = self._pohon.ulang(target, row.lokasi)
            elif hasil_row and _texts(money) != _texts(target.anggaran):
                self._hasil.total.append(Total(nilai=dict(target.anggaran), rincian=(target.id,), lokasi=target.lokasi))
                target.anggaran = {}
        elif target.anggaran and target not in new:
            return True
        target.anggaran = {**target.anggaran, **money}
        target.terpakai = {**target.terpakai, **self._isian.uang_terpakai(row)}
        target.serapan = target.serapan or self._isian.serapan(row)
        target.tanda_uang = (*target.tanda_uang, *cells)
        return True

    def _is_total(self, row: Baris) -> bool:
        """A row "Jumlah", "Total", "Rata-rata": kept as a printed sum where it holds money, never a goal."""
        texts = [(g, isi.text.strip(" :")) for g, isi in sorted(row.isi.items()) if self._susunan.kolom[g].peran not in VALUE_ROLES]
        words = [(g, text) for g, text in texts if _WORD.search(text)]
        if len(words) == 1 and _SUM_BELOW.match(words[0][1]):
            return not any(g in row.isi for g in self._susunan.grup("target", "target_akhir", "baseline"))
        if not words or not any(_TOTAL.match(text) for _g, text in words[:2]):
            has_target = any(g in row.isi for g in self._susunan.grup("target", "target_akhir", "baseline"))
            if len(words) != 1 or has_target or not _SUM_OF.match(words[0][1]):
                return bool(words) and words[0][1].lower() == "ket"
        money, _cells = self._isian.uang(row)
        if money:
            ids = tuple(simpul.id for simpul in self._pohon.simpul if simpul.anggaran)
            self._hasil.total.append(Total(nilai=money, rincian=ids, lokasi=row.lokasi))
        return True

    # -- indicators -----------------------------------------------------------------------------------------------------

    def _indikator(self, row: Baris, group: int, new: list[Simpul]) -> None:
        isi = row.isi[group]
        text = strip_label(isi.text, "indikator")
        if not _WORD.search(text) or _NONE.match(text):
            return
        indikator = self._isian.indikator(row, text, group)
        empty = not (indikator.target or indikator.baseline or indikator.realisasi or indikator.target_akhir)
        if not new and empty and (pisah_kode(text)[0] or is_context(text) or text.isupper()):
            return  # a title among the rows: an agency, an urusan, "INDIKATOR KINERJA KUNCI"
        if empty and self._sasaran.pita(text, row.lokasi):
            return  # a goal in the column of its indicators
        owner = self._owner(row, group, new)
        printed_again = owner not in new and (empty or any(g in row.isi for g in self._goals))
        if printed_again and any(_same(indikator, other) for other in owner.indikator):
            return  # goals and indicators repeated on the row of each of their programs
        owner.indikator.append(indikator)
        owner.keyakinan = min(owner.keyakinan, isi.confidence)
        self._hasil.indikator += 1

    def _owner(self, row: Baris, group: int, new: list[Simpul]) -> Simpul:
        """The goal an indicator measures: that of the nearest goal column to its left where a table has several indicator columns, that of
        the level which its heading names, else the row's lowest goal, else the goal above."""
        kolom = self._susunan.kolom[group]
        owner: Simpul | None = None
        if group == self._bertingkat:
            owner = self._owner_bertingkat(row.isi[group])
        elif len(self._indicators) > 1:
            owner = self._di_kiri_dari(group)
        elif kolom.tingkat and (not new or all(simpul.level != kolom.tingkat for simpul in new)):
            last = self._pohon.last
            owner = last if last is not None and last.level == kolom.tingkat else self._pohon.buka(kolom.tingkat)
        elif self._di_kiri is not None and (open_here := self._pohon.di_kolom(self._di_kiri)) is not None:
            owner = open_here
        own = [simpul for simpul in new if simpul.lingkup != "rpjmd"] or new  # "Sasaran RPJMD" may stand at the right, for reference
        return owner or (own[-1] if own else self._pohon.last) or self._pohon.tambah("sasaran", "", row.lokasi)

    def _di_kiri_dari(self, group: int) -> Simpul | None:
        """The open goal of the column to the left of one of several indicator columns: of the level that its heading names, else the
        nearest."""
        lefts = [g for g in self._goals if g < group]
        own = [g for g in lefts if self._susunan.kolom[g].tingkat == self._susunan.kolom[group].tingkat]
        return self._pohon.di_kolom((own or lefts)[-1]) if lefts else None

    def _sasaran_di_kiri(self) -> int | None:
        """The goal column whose indicators a table prints, where further goals stand to the right of them (sasaran, indikator, target,
        then the program or action for it). Not in matrices with outcomes or outputs before it, whose programs stand right of theirs."""
        at = self._indicators[0] if len(self._indicators) == 1 else -1
        if at < 0 or any(g < at for g in self._susunan.grup("outcome", "output")):
            return None
        lefts = [g for g in self._goals if g < at and self._susunan.kolom[g].peran == "goal"]
        rights = [g for g in self._goals if g > at]
        return lefts[-1] if lefts and rights else None

    def _kolom_bertingkat(self, tabel: Tabel) -> int | None:
        """The column that holds the indicators of several levels, told apart by indentation ("Indikator Sasaran, Indikator Program
        (Outcome) dan Indikator Kegiatan (Output)" over two or more columns), while the goals stand in columns of their own."""
        for group in self._indicators:
            if tabel.grup.count(group) > 1 and len(self._tingkat_kepala(self._susunan.kolom[group])) >= 2:
                return group
        return None

    def _tingkat_kepala(self, kolom: Kolom) -> list[Level]:
        """Levels that an indicator heading names and that have goals of their own in this table, the highest first."""
        own = {self._susunan.kolom[g].tingkat for g in self._susunan.grup("goal")}
        levels: list[Level] = ["tujuan", "sasaran", "program", "kegiatan"]
        return [level for level in levels if level in kolom.kepala.lower() and level in own]

    def _owner_bertingkat(self, isi: Isi) -> Simpul | None:
        """In a column of several levels numbered indicators belong to the lowest, indented ones to the next, the others to the highest."""
        if self._bertingkat is None:
            return None
        levels = self._tingkat_kepala(self._susunan.kolom[self._bertingkat])
        return self._pohon.buka(levels[-1] if isi.bernomor else levels[min(isi.indent, len(levels) - 1)])


def _same(a: Indikator, b: Indikator) -> bool:
    """Whether two rows print one indicator with one set of values."""
    return squeeze(a.uraian) == squeeze(b.uraian) and a.satuan == b.satuan and _texts(a.target) == _texts(b.target)


def _texts(money: dict[str, Nilai]) -> dict[str, str]:
    return {year: squeeze(value.teks) for year, value in money.items()}

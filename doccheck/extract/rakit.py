"""From the rows of one table to its goals and indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import Indikator, Level, Lokasi, Nilai, Total
from .angka import desimal_majority
from .baris import LIST_START, VALUE_ROLES, Baris, Isi, Susunan, baris_tabel
from .kode import baca_kode, level_kode, pisah_kode
from .kolom import Kolom
from .matriks import squeeze
from .nilai import parse_nilai, parse_rupiah
from .pohon import Pohon, Simpul, baseline
from .sambung import Tabel
from .satuan import split_satuan
from .teks import mend, strip_label
from .tingkat import Bacaan, Gaya, baca_tingkat, is_context, is_goal_start, is_result, level_label

_TOTAL = re.compile(
    r"^(?:(?:jumlah|rata[\s-]*rata)(?:\s+(?:total|anggaran|belanja|pagu|keseluruhan|seluruh\w*|capaian|program|kegiatan|dana|[a-d])\b.*)?"
    r"|(?:grand |sub ?)?total\b.{0,40}|ket)$",
    re.I,
)
_SYMBOL = re.compile(r"^\s*Rp\.?\s*$", re.I)
_NEW_TEXT = re.compile(r"\w{3,}")


@dataclass
class Hasil:
    """What one table yields."""

    simpul: list[Simpul] = field(default_factory=list)
    total: list[Total] = field(default_factory=list)
    baris: int = 0
    indikator: int = 0
    tanpa_peran: int = 0
    """Rows with text that became nothing."""


class Perakit:
    """Reads the rows of one table in order. `tahun`: of a yearly document, for columns whose heading names no year."""

    def __init__(self, tabel: Tabel, start: int, tahun: int | None) -> None:
        self.tabel = tabel
        self.susunan = Susunan.dari(tabel)
        self.tahun = tahun
        self.pohon = Pohon(start)
        self.hasil = Hasil()
        self._rujukan: tuple[str, ...] = ()
        self._outcome: str | None = None
        self._output: str | None = None
        self._goals = self.susunan.grup("goal", "hierarki")
        self._indicators = self.susunan.grup("indikator")
        self._bertingkat = self._kolom_bertingkat()

    def rakit(self) -> Hasil:
        rows = baris_tabel(self.tabel, self.susunan)
        self._periksa_kolom(rows)
        self._gaya = self._ukur_gaya(rows)
        self._bernomor = self._ukur_nomor(rows)
        texts = [isi.raw for row in rows for g, isi in row.isi.items() if self.susunan.kolom[g].peran in VALUE_ROLES]
        self._desimal = desimal_majority(texts)
        for row in rows:
            self.hasil.baris += 1
            self._baris(row)
        self.hasil.simpul = [simpul for simpul in self.pohon.simpul if simpul.uraian or simpul.indikator]
        return self.hasil

    # -- before reading -------------------------------------------------------------------------------------------------

    def _periksa_kolom(self, rows: Sequence[Baris]) -> None:
        """Headings err (TARGET / TARGET over target and pagu): where a year has two columns of one kind and one of them holds money, it is
        the pagu. Only tables that have pagu columns at all: a target in rupiah is no pagu."""
        kolom = dict(self.susunan.kolom)
        if "pagu" not in {k.peran for k in kolom.values()}:
            return
        for group, own in kolom.items():
            if own.peran not in ("target", "pagu") or own.tahun is None:
                continue
            texts = [row.isi[group].raw for row in rows if group in row.isi]
            money = sum(len(re.sub(r"\D", "", text)) >= 6 for text in texts)
            twin = [g for g, k in kolom.items() if g != group and k.tahun == own.tahun and k.peran == own.peran]
            if twin and len(texts) >= 2 and own.peran == "target" and money >= 0.6 * len(texts):
                self.susunan.kolom[group] = Kolom(peran="pagu", kepala=own.kepala, tahun=own.tahun)
            elif twin and len(texts) >= 2 and own.peran == "pagu" and money <= 0.2 * len(texts):
                self.susunan.kolom[group] = Kolom(peran="target", kepala=own.kepala, tahun=own.tahun)

    def _ukur_gaya(self, rows: Sequence[Baris]) -> Gaya:
        groups = self.susunan.grup("hierarki")
        cells = [row.isi[g] for row in rows for g in groups if g in row.isi and _NEW_TEXT.search(row.isi[g].raw)]
        heads = " ".join(self.susunan.kolom[g].kepala for g in groups).lower()
        named: list[Level] = [
            level for level in ("misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
            if re.search(rf"\b{level}\b", heads.replace("sub kegiatan", "subkegiatan"))
        ]  # fmt: skip
        coded = sum(pisah_kode(cell.text)[0] is not None for cell in cells)
        code_column = self.susunan.grup("kode")
        coded_rows = sum(any(g in row.isi for g in code_column) for row in rows)
        labelled = sum(level_label(strip_label(cell.text, "indikator")) is not None for cell in cells)
        bold = sum(cell.bold for cell in cells)
        return Gaya(
            berkode=coded >= 0.3 * len(cells) and coded > 0,
            berlabel=labelled >= 0.3 * len(cells) and labelled > 0,
            selalu_berlabel=labelled >= 0.9 * len(cells) and labelled > 2,
            tebal=0 < bold < len(cells),
            kolom_kode=coded_rows >= 0.3 * len(rows) and coded_rows > 0,
            tingkat=frozenset(named),
        )

    def _ukur_nomor(self, rows: Sequence[Baris]) -> frozenset[int]:
        """Goal columns in which every text begins with a list number or code, but for those at the top of a page."""
        marked = set()
        for group in self.susunan.grup("goal"):
            texts = [row.isi[group].raw for row in rows if group in row.isi and not row.awal]
            if len(texts) >= 2 and all(LIST_START.match(text) for text in texts):
                marked.add(group)
        return frozenset(marked)

    def _kolom_bertingkat(self) -> int | None:
        """The column that holds the indicators of several levels, told apart by indentation ("Indikator Sasaran, Indikator Program (Outcome)
        dan Indikator Kegiatan (Output)" over two or more columns), while the goals stand in columns of their own."""
        for group in self._indicators:
            width = self.tabel.grup.count(group)
            if width > 1 and len(self._tingkat_kepala(group)) >= 2 and len(self.susunan.grup("goal")) >= 2:
                return group
        return None

    def _tingkat_kepala(self, group: int) -> list[Level]:
        """Levels that an indicator heading names and that have goals of their own in this table, the highest first."""
        kepala = self.susunan.kolom[group].kepala.lower()
        own = {self.susunan.kolom[g].tingkat for g in self.susunan.grup("goal")}
        levels: list[Level] = ["tujuan", "sasaran", "program", "kegiatan"]
        return [level for level in levels if level in kepala and level in own]

    # -- one row --------------------------------------------------------------------------------------------------------

    def _baris(self, row: Baris) -> None:
        for text in row.pita:
            self._goal_band(mend(text), row.lokasi)
        if self._is_total(row) or self._is_banner(row):
            return
        for group in self.susunan.grup("rujukan"):
            if group in row.isi:
                self._rujukan = _rujukan(row.isi[group].raw)
        self._outcome = self._hasil_sel(row, "outcome", self._outcome)
        self._output = self._hasil_sel(row, "output", self._output)
        new, hasil_row = self._goal_cells(row)
        self._pj(row, new)
        has_money = self._uang(row, new, hasil_row)
        found = [group for group in self._indicators if group in row.isi and _NEW_TEXT.search(row.isi[group].raw)]
        if self._bertingkat is not None and self._bertingkat in found:
            found = [self._bertingkat]
        for group in found:
            self._indikator(row, group, new, len(found) > 1)
        if not found and not new and not has_money and not hasil_row:
            self.hasil.tanpa_peran += 1

    def _hasil_sel(self, row: Baris, peran: str, old: str | None) -> str | None:
        for group in self.susunan.grup(peran):
            if group in row.isi:
                return row.isi[group].text
            if group in row.covering:
                return row.covering[group].text
        return None if peran == "output" else old

    def _goal_cells(self, row: Baris) -> tuple[list[Simpul], bool]:
        """The goals that begin in this row, and whether it states the outcome of the goal above."""
        new: list[Simpul] = []
        hasil_row = False
        kode = self._kode(row)
        for group, rest in row.lanjutan.items():
            broken = self.pohon.di_grup(group)
            if broken is not None:
                broken.uraian = mend(f"{broken.uraian}\n{rest.raw}")
        for group in self._goals:
            isi = row.isi.get(group)
            if isi is None or not _NEW_TEXT.search(isi.raw):
                continue
            kolom = self.susunan.kolom[group]
            if kolom.peran == "hierarki":
                simpul, is_hasil = self._hierarki(row, group, isi, kode)
                hasil_row = hasil_row or is_hasil
            else:
                simpul = self._goal(row, group, isi, kolom, kode)
            if simpul is not None:
                new.append(simpul)
        return new, hasil_row

    def _kode(self, row: Baris) -> str | None:
        for group in self.susunan.grup("kode"):
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
        own = glued or (kode if kode and level_kode(kode) == level else None)
        if own and level_kode(own) in ("program", "kegiatan", "subkegiatan"):
            level = level_kode(own) or level  # type: ignore[assignment]
        if not _NEW_TEXT.search(text) or (level == "program" and is_context(text)):
            return None
        open_here = self.pohon.di_grup(group)
        upper = level in ("misi", "tujuan", "sasaran")
        if row.awal and open_here is not None and (upper and not is_goal_start(text) or group in self._bernomor and not LIST_START.match(isi.raw)):
            open_here.uraian = mend(f"{open_here.uraian}\n{isi.raw}")  # broken by the page edge
            return None
        if open_here is not None and squeeze(open_here.uraian) == squeeze(text) and open_here.level == level:
            return None
        simpul = self.pohon.tambah(level, text, row.lokasi, group, kolom.lingkup, own)
        self._lengkapi(simpul)
        return simpul

    def _hierarki(self, row: Baris, group: int, isi: Isi, kode: str | None) -> tuple[Simpul | None, bool]:
        last = self.pohon.last
        if row.awal and last is not None and last.rank[2] == group and self._goes_on(isi.text):
            last.uraian = mend(f"{last.uraian}\n{isi.raw}")
            return None, False
        has_own = bool(last and last.indikator) and not (last and last.lewat_hasil)
        bacaan = baca_tingkat(isi.text, kode, isi.bold, self._gaya, last.level if last else None, has_own)
        if bacaan.arti == "hasil" and last is not None:
            if last.hasil and squeeze(last.hasil) != squeeze(bacaan.uraian) and last.indikator:
                last = self.pohon.ulang(last, row.lokasi)
            last.hasil = bacaan.uraian
            last.lewat_hasil = True
            return None, True
        if bacaan.arti != "sasaran" or bacaan.level is None:
            return None, False
        if self._gaya.kolom_kode and kode is None and not any(g in row.isi for g in self._indicators) and not level_label(bacaan.uraian):
            return None, False  # a row of money only, without a code: an urusan or an agency
        return self._hierarki_baru(row, group, bacaan), False

    def _goes_on(self, text: str) -> bool:
        """Whether a goal cell at the top of a page is the rest of a goal broken by the page edge: it has no label where goals have one."""
        last = self.pohon.last
        if self._gaya.berkode or not self._gaya.selalu_berlabel or (last is not None and text.isupper() != last.uraian.isupper()):
            return bool(re.match(r"[a-z]", text))
        return level_label(strip_label(text, "indikator")) is None and not is_result(text) and not is_context(text)

    def _hierarki_baru(self, row: Baris, group: int, bacaan: Bacaan) -> Simpul | None:
        level = bacaan.level or "program"
        same = self.pohon.buka(level)
        if same is not None and same is self.pohon.last and squeeze(same.uraian) == squeeze(bacaan.uraian) and same.kode == bacaan.kode:
            return None
        simpul = self.pohon.tambah(level, bacaan.uraian, row.lokasi, group, "pd", bacaan.kode)
        self._lengkapi(simpul)
        return simpul

    def _lengkapi(self, simpul: Simpul) -> None:
        if simpul.level in ("tujuan", "sasaran") and self._rujukan:
            simpul.rujukan = self._rujukan
        if simpul.level == "program":
            simpul.hasil = self._outcome
        elif simpul.level in ("kegiatan", "subkegiatan"):
            simpul.hasil = self._output

    def _pj(self, row: Baris, new: list[Simpul]) -> None:
        for group in self.susunan.grup("pj"):
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is not None:
                for simpul in new:
                    simpul.penanggung_jawab = simpul.penanggung_jawab or isi.text

    # -- values ---------------------------------------------------------------------------------------------------------

    def _uang(self, row: Baris, new: list[Simpul], hasil_row: bool) -> bool:
        """Money of the row's goal. A merged cell counts for every row it reaches; a second row with money of its own is the goal printed
        once more."""
        money: dict[str, Nilai] = {}
        marks: list[int] = []
        symbol = ""
        for group in self.susunan.grup("pagu"):
            kolom = self.susunan.kolom[group]
            year = kolom.tahun or self.tahun
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is None or year is None or str(year) in money:
                continue
            if _SYMBOL.match(isi.raw):
                symbol = f"{isi.text} "  # "Rp" in a narrow column of its own, the number in the next
                continue
            value = parse_rupiah(symbol + isi.raw)
            symbol = ""
            if value.jenis == "kosong" and not value.teks:
                continue
            money[str(year)] = _at(value, row.tempat(isi), isi.confidence)
            marks.append(id(isi.cell))
        target = new[-1] if new else self.pohon.last
        if self._bertingkat is not None and self._bertingkat in row.isi:
            target = self._owner_bertingkat(row.isi[self._bertingkat])
        if not money or target is None:
            return bool(money)
        own = tuple(marks)
        has_indicator = any(group in row.isi for group in self._indicators)
        if target not in new and not set(own) <= set(target.tanda_uang) and target.anggaran and has_indicator:
            if target.indikator:
                target = self.pohon.ulang(target, row.lokasi)
            elif hasil_row and {k: squeeze(v.teks) for k, v in money.items()} != {k: squeeze(v.teks) for k, v in target.anggaran.items()}:
                self.hasil.total.append(Total(nilai=dict(target.anggaran), rincian=(target.id,), lokasi=target.lokasi))
                target.anggaran = {}
        elif target.anggaran and target not in new:
            return True
        target.anggaran = {**target.anggaran, **money}
        target.tanda_uang = (*target.tanda_uang, *own)
        return True

    def _indikator(self, row: Baris, group: int, new: list[Simpul], several: bool) -> None:
        kolom = self.susunan.kolom[group]
        isi = row.isi[group]
        text = strip_label(isi.text, "indikator")
        if not _NEW_TEXT.search(text) or (_TOTAL.match(text) and not new):
            return
        satuan = self._text(row, "satuan")
        values = self._nilai(row, satuan)
        if not new and not any(values.values()) and (pisah_kode(text)[0] or is_context(text) or text.isupper()):
            return  # a title among the rows: an agency, an urusan, "INDIKATOR KINERJA KUNCI"
        owner = self._owner(row, group, kolom, new, several)
        target, realisasi = values["target"], values["realisasi"]
        if satuan is None:
            satuan = _satuan_dari(target, values)
        base = values["baseline"]
        akhir = values["target_akhir"]
        owner.indikator.append(
            Indikator(
                uraian=text,
                satuan=satuan,
                baseline=baseline(next(iter(base.values()), None), self._tahun_baseline()),
                target=target,
                target_akhir=next(iter(akhir.values()), None),
                realisasi=realisasi,
                formula=self._text(row, "formula"),
                sumber_data=self._text(row, "sumber"),
                penanggung_jawab=self._text(row, "pj"),
                lokasi=row.lokasi,
            )
        )
        owner.keyakinan = min(owner.keyakinan, isi.confidence)
        self.hasil.indikator += 1

    def _owner(self, row: Baris, group: int, kolom: Kolom, new: list[Simpul], several: bool) -> Simpul:
        """The goal an indicator measures: that of the nearest goal column to its left where a table has several indicator columns, that of the
        level which its heading names, else the row's lowest goal, else the goal above."""
        owner: Simpul | None = None
        if group == self._bertingkat:
            owner = self._owner_bertingkat(row.isi[group])
        elif len(self._indicators) > 1:
            lefts = [g for g in self._goals if g < group]
            owner = self.pohon.di_grup(lefts[-1]) if lefts else None
        elif kolom.tingkat and not new:
            last = self.pohon.last
            owner = last if last is not None and last.level == kolom.tingkat else self.pohon.buka(kolom.tingkat)
        if owner is None:
            owner = new[-1] if new else self.pohon.last
        if owner is None:
            owner = self.pohon.tambah("sasaran", "", row.lokasi)
        return owner

    def _owner_bertingkat(self, isi: Isi) -> Simpul | None:
        """In a column of several levels: numbered indicators belong to the lowest level, indented ones to the next, the others to the highest."""
        if self._bertingkat is None:
            return None
        levels = self._tingkat_kepala(self._bertingkat)
        return self.pohon.buka(levels[len(levels) - 1 if isi.bernomor else min(isi.indent, len(levels) - 1)])

    def _text(self, row: Baris, peran: str) -> str | None:
        for group in self.susunan.grup(peran):
            isi = row.isi.get(group) or row.covering.get(group)
            if isi is not None and isi.text not in ("", "-", "–"):
                return isi.text
        return None

    def _tahun_baseline(self) -> int | None:
        return next((self.susunan.kolom[g].tahun for g in self.susunan.grup("baseline")), None)

    def _nilai(self, row: Baris, satuan: str | None) -> dict[str, dict[str, Nilai]]:
        values: dict[str, dict[str, Nilai]] = {"target": {}, "realisasi": {}, "baseline": {}, "target_akhir": {}}
        for group in self.susunan.grup(*values):
            kolom = self.susunan.kolom[group]
            isi = row.isi.get(group)
            if isi is None:
                continue
            year = str(kolom.tahun or self.tahun or "") if kolom.peran in ("target", "realisasi") else kolom.peran
            if not year or year in values[kolom.peran]:
                continue
            value = parse_nilai(isi.raw, satuan=satuan, desimal_hint=self._desimal)
            values[kolom.peran][year] = _at(value, row.tempat(isi), isi.confidence)
        return values

    # -- rows that are no goals -----------------------------------------------------------------------------------------

    def _is_total(self, row: Baris) -> bool:
        texts = [isi.text for g, isi in sorted(row.isi.items()) if self.susunan.kolom[g].peran not in VALUE_ROLES]
        if not texts or not _TOTAL.match(texts[0].strip(" :")):
            if not any(_TOTAL.match(text.strip(" :")) for text in texts[:3]) or any(len(text) > 60 for text in texts):
                return False
        money: dict[str, Nilai] = {}
        for group in self.susunan.grup("pagu"):
            kolom = self.susunan.kolom[group]
            if group in row.isi and (year := kolom.tahun or self.tahun):
                isi = row.isi[group]
                money[str(year)] = _at(parse_rupiah(isi.raw), row.tempat(isi), isi.confidence)
        if money:
            ids = tuple(simpul.id for simpul in self.pohon.simpul if simpul.anggaran)
            self.hasil.total.append(Total(nilai=money, rincian=ids, lokasi=row.lokasi))
        return True

    def _is_banner(self, row: Baris) -> bool:
        """A row with one text over (nearly) the whole width: a goal where a label says so, else a title."""
        if len(row.isi) != 1 or row.lebar < 0.6 or len(self.susunan.kolom) < 3:
            return False
        group, isi = next(iter(row.isi.items()))
        text = isi.text
        level = level_label(strip_label(text, "indikator"))
        if level is None and pisah_kode(text)[0] is None and not is_context(text) and self._goals and not row.covering:
            level = self._level_pita(text)
        self._goal_band(text, row.lokasi, level)
        return True

    def _level_pita(self, text: str) -> Level | None:
        """Level of an unlabelled band that reads like a goal: that above the table's goal column (a tujuan over a column of sasaran)."""
        if not re.match(r"^(?:me|ter)\w+(?:nya|kan)\b", text, re.I):
            return None
        levels = {k.tingkat for k in self.susunan.kolom.values() if k.peran == "goal"} | set(self._gaya.tingkat)
        if levels & {"tujuan", "sasaran"}:
            return "tujuan"
        return "sasaran" if "program" in levels else None

    def _goal_band(self, text: str, lokasi: Lokasi, level: Level | None = None) -> None:
        """A goal printed as a band over the table ("MISI 1 : ...")."""
        level = level or level_label(strip_label(text, "indikator"))
        if level is not None:
            self._lengkapi(self.pohon.tambah(level, strip_label(text, level), lokasi, 0))


def _at(nilai: Nilai, lokasi: Lokasi, confidence: float) -> Nilai:
    return Nilai(
        teks=nilai.teks, jenis=nilai.jenis, angka=nilai.angka, bawah=nilai.bawah, atas=nilai.atas, operator=nilai.operator,
        skala=nilai.skala, penyebut=nilai.penyebut, satuan=nilai.satuan, desimal=nilai.desimal, alasan=nilai.alasan,
        keyakinan=min(nilai.keyakinan, confidence), lokasi=lokasi,
    )  # fmt: skip


def _satuan_dari(target: dict[str, Nilai], values: dict[str, dict[str, Nilai]]) -> str | None:
    """Unit printed in the value cells: of the targets, else of the baseline."""
    for value in (*target.values(), *values["baseline"].values()):
        unit = value.satuan or split_satuan(value.teks)[1]
        if unit:
            return unit
    return None


def _rujukan(raw: str) -> tuple[str, ...]:
    """Texts of upper goals that a cell "NSPK dan Sasaran RPJMD yang relevan" cites: its items without labels; NSPK lists stay in it."""
    text = re.sub(r"(?i)\b(?:nspk|norma|tujuan rpjmd|sasaran rpjmd)\b[^:\n]{0,30}:", "\n", raw)
    items = [strip_label(mend(part), "sasaran") for part in re.split(r"\n(?=\s*(?:[-•–]|\d+[.)]))", text)]
    return tuple(dict.fromkeys(item for item in items if len(item) > 8))

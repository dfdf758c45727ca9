"""Marks the gaps of a cascade that is laid out. Each is a place for a person to look at; rules (CAS, PK, SEL) are what accuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...bahasa import _
from ...checks.butir import kunci
from ...checks.context import Context
from ...checks.generik import indikator_internal, penunjang, sasaran_internal
from ...checks.jabatan import RENDAH, Jenjang
from ...checks.pejabat import sama_jabatan
from ...checks.pengampu import cocok, nama_pd
from ...model import LEVELS, Level
from .bangun import Hutan
from .cabang import Cabang
from .isi import Celah, JenisCelah

_RANTAI = 3
"""So many boxes in a row that say nearly the same are a chain (as CAS-10)."""
_LOW = ("kegiatan", "subkegiatan", "aktivitas")


def tandai(ctx: Context, hutan: Hutan, tahun: int | None) -> None:
    """Adds gaps to the boxes."""
    agencies = {pd for pd, boxes in hutan.bawah.items() if pd is not None and boxes}
    if agencies:
        _belum_dijabarkan(ctx, hutan)
    for pd, boxes in hutan.bawah.items():
        if pd is None:
            continue
        _tanpa_induk(boxes, bool(hutan.atas))
        _tanpa_pengampu(boxes)
        _tanpa_pk(ctx, pd, boxes, tahun)
        _lompat(boxes)
        _berhenti(boxes)
        _rantai(ctx, boxes)
        _salinan(boxes)


def _beri(box: Cabang, jenis: JenisCelah, teks: str) -> None:
    if all(one.jenis != jenis for one in box.celah):
        box.celah.append(Celah(jenis, teks))


def _belum_dijabarkan(ctx: Context, hutan: Hutan) -> None:
    """Goals of the RPJMD, and programmes, of which an agency named as responsible (any, where none is named) has its documents here."""
    plans = ctx.pilih("renstra", "renja", "pk")
    for box in hutan.atas:
        if box.level not in ("sasaran", "program") or id(box) in hutan.dijabarkan or any(one.dokumen.jenis != "rpjmd" for one in box.anak):
            continue
        cells = [cell for node in box.kejadian for cell in (node.penanggung_jawab, *(one.penanggung_jawab for one in node.indikator))]
        named = [name for cell in cells if cell for name in nama_pd(cell)]
        if any(cocok(name, plans) for name in named) or (not named and box.level == "sasaran"):
            _beri(box, "belum_dijabarkan", _("Tidak ada dokumen perangkat daerah yang menjabarkannya"))


def _tanpa_induk(boxes: Iterable[Cabang], rpjmd: bool) -> None:
    for box in boxes:
        if rpjmd and box.induk is None and box.level in ("tujuan", "sasaran") and not sasaran_internal(box.teks):
            _beri(box, "tanpa_induk", _("Tidak tertaut pada kinerja di atasnya"))


def _tanpa_pengampu(boxes: list[Cabang]) -> None:
    """Boxes without an owner, at levels at which at least half have one."""
    total: Counter[Level] = Counter(box.level for box in boxes)
    owned: Counter[Level] = Counter(box.level for box in boxes if box.pemilik)
    for box in boxes:
        if not box.pemilik and 2 * owned[box.level] >= total[box.level] and not penunjang(box.utama):
            _beri(box, "tanpa_pengampu", _("Tidak ada jabatan atau unit yang mengampunya"))


def _tanpa_pk(ctx: Context, pd: str, boxes: list[Cabang], tahun: int | None) -> None:
    """Owners without an agreement, in ranks of which some post has one."""
    agreements = ctx.pk(pd, tahun)
    ranks = {one.jenjang for one in agreements} & {"kepala", *RENDAH}
    signed = [*(one.jabatan for one in agreements), *(pihak.jabatan for one in agreements for pihak in one.dokumen.pihak)]
    for box in boxes:
        for number, owner in enumerate(box.pemilik):
            if owner.jenjang in ranks and owner.pk is None:
                has = any(sama_jabatan(owner.jabatan, other) for other in signed)
                box.pemilik[number] = type(owner)(owner.jabatan, owner.jenjang, owner.sumber, owner.berkas, has)
        without = [owner.jabatan for owner in box.pemilik if owner.pk is False]
        if without and not any(owner.pk for owner in box.pemilik):
            _beri(box, "tanpa_pk", _("{jabatan} belum memiliki Perjanjian Kinerja").format(jabatan="; ".join(without)))


def _lompat(boxes: list[Cabang]) -> None:
    """Activities right under a goal in a document that has programmes; not where posts carry the tree (an administrator's sasaran is the
    outcome of a programme)."""
    if not any(box.level == "program" for box in boxes):
        return
    for box in boxes:
        above = box.induk
        if box.level in _LOW and above is not None and above.level in ("misi", "tujuan", "sasaran") and not above.pemilik:
            _beri(box, "lompat_jenjang", _("Langsung di bawah {level}, tanpa program dan outcome-nya").format(level=above.level))


def _berhenti(boxes: list[Cabang]) -> None:
    """Branches that end at a level at which most others of the agency go on; goals of its lowest posts (pengawas, staff) need not."""
    ranks = {owner.jenjang for box in boxes for owner in box.pemilik} & {"iv", "jf"}
    lowest: Jenjang = "jf" if "jf" in ranks else "iv"
    last = {id(box) for box in boxes if box.level == "sasaran" and not box.anak and _terendah(box, lowest)}
    boxes = [box for box in boxes if id(box) not in last]
    total: Counter[Level] = Counter(box.level for box in boxes)
    shared = {id(above.inti) for box in boxes for above in box.juga}
    going: Counter[Level] = Counter(box.level for box in boxes if box.anak or id(box) in shared)
    for box in boxes:
        if box.level not in ("sasaran", "program") or box.anak or id(box) in shared or box.dokumen.jenis == "pk" or penunjang(box.utama):
            continue
        if 2 * going[box.level] > total[box.level]:
            _beri(box, "berhenti", _("Tidak dijabarkan lebih lanjut, sedangkan yang lain dijabarkan"))


def _terendah(box: Cabang, lowest: Jenjang) -> bool:
    """Whether a post of the lowest rank owns the box, or one of unknown rank ("Bendahara") below a pengawas or staff."""
    below = box.induk is not None and any(owner.jenjang in ("iv", "jf") for owner in box.induk.pemilik)
    return any(owner.jenjang == lowest or (owner.jenjang == "lain" and below) for owner in box.pemilik)


def _rantai(ctx: Context, boxes: list[Cabang]) -> None:
    for box in boxes:
        chain = [box]
        while len(chain[-1].anak) == 1 and not penunjang(chain[-1].utama):
            child = chain[-1].anak[0]
            if ctx.banding(chain[-1].hasil or chain[-1].teks, child.hasil or child.teks, "sasaran").verdict == "different":
                break
            chain.append(child)
        if len(chain) >= _RANTAI:
            for one in chain[1:]:
                _beri(one, "anak_tunggal", _("Rantai tanpa percabangan yang mengulang rumusan atasnya"))


def _salinan(boxes: Iterable[Cabang]) -> None:
    """Boxes all of whose indicators are the parent's; not activities under activities, where tables print the outputs below again above."""
    for box in boxes:
        if box.induk is None or (box.level in _LOW and box.induk.level in _LOW) or LEVELS.index(box.level) <= LEVELS.index("tujuan"):
            continue
        own = {kunci(text) for text in box.indikator}
        above = {kunci(text) for text in box.induk.indikator}
        if own and own <= above and not all(map(indikator_internal, box.indikator)) and box.induk.dokumen.jenis != "rpjmd":
            _beri(box, "salinan_indikator", _("Indikatornya sama dengan indikator {level} di atasnya").format(level=box.induk.level))

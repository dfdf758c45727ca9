"""The parts of a monthly sheet: what is counted, of how many, and what is lacking. Each says why where it cannot be assessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...bahasa import _, jamak
from ...checks.bukti import nama_jenis
from ...checks.butir import kunci
from ...checks.context import Context
from ...checks.functions.progress import nama_bagian
from ...checks.generik import pd_kewilayahan, penunjang
from ...checks.jabatan import RENDAH
from ...checks.masa import berlaku
from ...checks.serapan import imbangan
from ...checks.waktu import Ukuran, bulan_akhir, kemajuan, ukuran
from ...config import BulananConfig
from ...model import Dokumen, Finding, Jenis, Rekomendasi
from .isi import Bagian, NamaBagian

_SELESAI = re.compile(r"\b(?:selesai|tuntas|sudah|telah|terpenuhi|100\s?%)", re.I)
_BELUM = re.compile(r"\b(?:belum|tidak|proses|sebagian|sedang|dalam)\b", re.I)
_LKJIP_JATUH = 3
"""The report on a year is due by the end of March of the next (PermenPANRB 53/2014 has two months for agencies, three for the region)."""


def _bagian(nama: NamaBagian, pembilang: float, penyebut: float, arti: str, rincian: Iterable[str] = ()) -> Bagian:
    return Bagian(
        nama=nama, bobot=0.0, pembilang=round(pembilang, 2), penyebut=round(penyebut, 2), arti=arti, rincian=tuple(rincian),
        nilai=round(100 * pembilang / penyebut, 1),
    )  # fmt: skip


def _tidak(nama: NamaBagian, alasan: str) -> Bagian:
    return Bagian(nama=nama, bobot=0.0, alasan=alasan)


def _persen(value: float) -> str:
    return f"{value:.0f}%"


def bagian_kemajuan(plan: Sequence[Ukuran], bulan: int) -> Bagian:
    """The mean achievement (at most 100 percent) against the target of the last reported part of the year; behind is what is below 90."""
    found = [one for item in plan if (one := kemajuan(item, bulan))]
    if not plan:
        return _tidak("kemajuan", _("Rencana aksi tahun ini tidak ada"))
    if not found:
        return _tidak("kemajuan", _("Tidak ada target dan realisasi bagian tahun yang dapat dibandingkan sampai bulan ini"))
    behind = [
        _("{indikator}: {realisasi} dari {target} ({bagian}, {persen})").format(
            indikator=one.ukuran.teks, realisasi=one.realisasi.teks, target=one.target.teks, bagian=nama_bagian(one.bagian),
            persen=_persen(one.persen),
        )
        for one in found if one.persen < 90
    ]  # fmt: skip
    total = sum(min(100.0, one.persen) for one in found) / 100
    return _bagian("kemajuan", total, len(found), _("indikator tercapai menurut target waktunya, dari yang dilaporkan"), behind)


def bagian_anggaran(documents: Iterable[Dokumen], config: BulananConfig) -> Bagian:
    """Goals whose spending does not run ahead of performance by more than config.selisih points, of those with both."""
    rows = {kunci(one.butir.teks): one for document in documents for one in imbangan(document) if not penunjang(one.butir.kinerja)}
    if not rows:
        return _tidak("anggaran", _("Serapan anggaran dan capaian tidak tercantum pada kinerja yang sama"))
    ahead = [one for one in rows.values() if one.serapan - one.capaian > config.selisih]
    details = [
        _("{kinerja}: serapan {serapan}, capaian {capaian}").format(
            kinerja=one.butir.teks, serapan=_persen(one.serapan), capaian=_persen(one.capaian)
        )
        for one in ahead
    ]
    meaning = _("kinerja yang serapannya tidak mendahului capaian lebih dari {selisih} poin").format(selisih=f"{config.selisih:g}")
    return _bagian("anggaran", len(rows) - len(ahead), len(rows), meaning, details)


def bagian_laporan(plan: Sequence[Ukuran], bulan: int, config: BulananConfig) -> Bagian:
    """Targets of parts of the year that are due and reported, of those due. A part is due config.tenggang months after its end."""
    due = [(one, part) for one in plan for part in one.berharap(bulan - config.tenggang)]
    if not plan:
        return _tidak("laporan", _("Rencana aksi tahun ini tidak ada"))
    if not due:
        return _tidak("laporan", _("Belum ada bagian tahun yang jatuh tempo"))
    missing = [(one, part) for one, part in due if not any(bulan_akhir(other) == bulan_akhir(part) for other in one.realisasi)]
    parts: dict[str, int] = {}
    for _one, part in missing:
        parts[part] = parts.get(part, 0) + 1
    details = [
        jamak("{bagian}: {n} indikator belum dilaporkan", count).format(bagian=nama_bagian(part), n=count)
        for part, count in sorted(parts.items(), key=lambda one: bulan_akhir(one[0]))
    ]
    meaning = _("target bagian tahun yang jatuh tempo dan sudah dilaporkan")
    return _bagian("laporan", len(due) - len(missing), len(due), meaning, details)


def bagian_rekomendasi(documents: Sequence[Dokumen]) -> Bagian:
    """Recommendations that the matrix of follow-up calls done, of all in it. Without a matrix nobody can tell."""
    told = [one for document in documents for one in document.rekomendasi]
    rows = {kunci(one.teks): one for one in told if one.matriks and (one.status or one.tindak_lanjut)}
    if not told:
        return _tidak("rekomendasi", _("LHE atau matriks tindak lanjut tidak ada"))
    if not rows:
        text = jamak("{n} rekomendasi LHE tanpa matriks tindak lanjut", len(told))
        return _tidak("rekomendasi", text.format(n=len(told)))
    still = [one for one in rows.values() if not _selesai(one)]
    meaning = _("rekomendasi yang dinyatakan selesai dalam matriks tindak lanjut")
    return _bagian("rekomendasi", len(rows) - len(still), len(rows), meaning, [one.teks for one in still])


def _selesai(one: Rekomendasi) -> bool:
    status = one.status or ""
    return bool(_SELESAI.search(status)) and not _BELUM.search(status)


def bagian_temuan(documents: Sequence[Dokumen], findings: Sequence[Finding], config: BulananConfig) -> Bagian:
    """Points of open findings by severity (config.poin) against the goals and indicators that were read: one point less for each."""
    items = sum(len({kunci(node.uraian) for node in one.kinerja if node.uraian}) for one in documents)
    items += sum(len({kunci(text.uraian) for node in one.kinerja for text in node.indikator}) for one in documents)
    if not items:
        return _tidak("temuan", _("Tidak ada kinerja yang terbaca"))
    sure = [one for one in findings if not one.telaah and (one.keputusan is None or one.keputusan.putusan != "ditolak")]
    points = sum(config.poin.get(one.keparahan, 0.0) for one in sure)
    details = [f"{one.aturan} {one.kondisi}" for one in sure if one.keparahan in ("kritis", "tinggi")]
    meaning = _("kinerja dan indikator terbaca dikurangi poin temuan ({poin} poin)").format(poin=f"{points:g}")
    return _bagian("temuan", max(0.0, items - points), items, meaning, details)


def bagian_kelengkapan(ctx: Context, pd: str, tahun: int, bulan: int) -> Bagian:
    """Kinds of documents of the chain that are here, of those that are to be there in this month."""
    documents = ctx.perangkat[pd]
    wanted: dict[str, bool] = {"Renstra": any(one.jenis == "renstra" and berlaku(one, tahun) for one in documents)}
    yearly: tuple[Jenis, ...] = ("renja", "cascading", "rencana_aksi")
    for kind in yearly:
        wanted[f"{nama_jenis(kind)} {tahun}"] = any(one.jenis == kind and berlaku(one, tahun) for one in documents)
    wanted[_("PK kepala {tahun}").format(tahun=tahun)] = bool(ctx.pk(pd, tahun, "kepala"))
    if not pd_kewilayahan(documents[0]):
        wanted[_("PK di bawah kepala {tahun}").format(tahun=tahun)] = bool(ctx.pk(pd, tahun, *RENDAH))
    if bulan > _LKJIP_JATUH:
        wanted[f"LKjIP {tahun - 1}"] = any(one.jenis == "lkjip" and one.tahun == tahun - 1 for one in documents)
    lost = [_("tidak ada: {dokumen}").format(dokumen=name) for name, here in wanted.items() if not here]
    return _bagian("kelengkapan", sum(wanted.values()), len(wanted), _("dokumen rantai kinerja yang ada dari yang seharusnya ada"), lost)


def semua_bagian(ctx: Context, pd: str, tahun: int, bulan: int, findings: Sequence[Finding], config: BulananConfig) -> list[Bagian]:
    """All parts of an agency's sheet, in the order of isi.BAGIAN, still without weights."""
    documents = ctx.perangkat[pd]
    plan = ukuran(ctx, pd, tahun)
    reports = [one for one in documents if one.jenis == "rencana_aksi" and one.tahun == tahun]
    return [
        bagian_kemajuan(plan, bulan),
        bagian_anggaran(reports, config),
        bagian_laporan(plan, bulan, config),
        bagian_rekomendasi(documents),
        bagian_temuan(documents, findings, config),
        bagian_kelengkapan(ctx, pd, tahun, bulan),
    ]

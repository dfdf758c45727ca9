"""The monthly sheet of each agency ("lembar bulanan"): parts with numerator and denominator, weighed by the office's own weights.

    for lembar in susun(report, "2026-05", config): ...     # one a pemda; pure: same report, same sheet, no clock

The score is the office's own and says so (LembarBulan.nama). It is no AKIP value, has no letters, and agencies are never ranked by it. A
part that cannot be assessed says why, and its weight is spread over the others; where less than [bulanan] minimal of all weights is left,
there is no score.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ...bahasa import _
from ...checks.context import Context
from ...config import BulananConfig, Config
from ...match import kunci_pd
from ...model import SEVERITIES, Dokumen, Finding, Report
from .bagian import semua_bagian
from .isi import BAGIAN, JUDUL, Bagian, LembarBulan, LembarPerangkat, NamaBagian

__all__ = ["BAGIAN", "JUDUL", "Bagian", "LembarBulan", "LembarPerangkat", "NamaBagian", "susun"]


def susun(report: Report, bulan: str, config: Config) -> tuple[LembarBulan, ...]:
    """The sheets of a month ("2026-05") for each pemda of a report, in the current language. Realisations of later months are not counted;
    documents are those of the report. Versions that another one replaces are left out."""
    tahun, nomor = int(bulan[:4]), int(bulan[5:])
    stale = {name for choice in report.pilihan for name in choice.lainnya}
    valid = Context([one for one in report.documents if one.berkas not in stale], (), config)
    groups: dict[str, list[Dokumen]] = defaultdict(list)
    for one in valid.dokumen:
        groups[valid.pemda(one)].append(one)
    sheets = []
    for _key, group in sorted(groups.items()):
        ctx = Context(group, (), config)
        names = {one.berkas for one in group}
        here = [one for one in report.findings if not one.bukti or one.bukti[0].dokumen in names]
        pemda = next((one.pemda for one in group if one.pemda), None)
        agencies = [_perangkat(ctx, pd, tahun, nomor, here, config.bulanan) for pd in ctx.perangkat]
        notes = [] if agencies else [_("Tidak ada dokumen perangkat daerah")]
        sheets.append(
            LembarBulan(
                pemda=pemda,
                bulan=bulan,
                nama=_nama(pemda, config.bulanan),
                perangkat=tuple(sorted(agencies, key=lambda one: one.pd.casefold())),
                catatan=tuple(notes),
            )
        )
    return tuple(sheets)


def _nama(pemda: str | None, config: BulananConfig) -> str:
    own = config.nama or _("skor internal {pemda}").format(pemda=pemda or _("pemerintah daerah"))
    return _("{nama}, bukan nilai AKIP").format(nama=own)


def _perangkat(ctx: Context, pd: str, tahun: int, bulan: int, findings: Iterable[Finding], config: BulananConfig) -> LembarPerangkat:
    documents = ctx.perangkat[pd]
    name = next(one.perangkat_daerah for one in documents if one.perangkat_daerah)
    own = [one for one in findings if one.perangkat_daerah and kunci_pd(one.perangkat_daerah) == kunci_pd(name)]
    parts = _berbobot(semua_bagian(ctx, pd, tahun, bulan, own, config), config)
    judged = sum(one.bobot for one in parts if one.nilai is not None)
    total = sum(one.bobot for one in parts)
    share = 100 * judged / total if total else 0.0
    score = sum((one.nilai or 0.0) * one.bobot_dipakai / 100 for one in parts) if judged and share >= config.minimal else None
    counts = Counter("telaah" if one.telaah else one.keparahan for one in own)
    return LembarPerangkat(
        pd=name,
        skor=round(score, 1) if score is not None else None,
        dinilai=round(share, 1),
        bagian=tuple(parts),
        temuan={key: counts[key] for key in (*SEVERITIES, "telaah") if counts[key]},
    )


def _berbobot(parts: Sequence[Bagian], config: BulananConfig) -> list[Bagian]:
    """The parts with their weights; those of weight 0 are left out, the weights of what cannot be assessed go to the others in
    proportion."""
    wanted = [replace(one, bobot=float(config.bobot.get(one.nama, BulananConfig().bobot[one.nama]))) for one in parts]
    wanted = [one for one in wanted if one.bobot > 0]
    judged = sum(one.bobot for one in wanted if one.nilai is not None)
    return [replace(one, bobot_dipakai=round(100 * one.bobot / judged, 2) if one.nilai is not None else 0.0) for one in wanted]

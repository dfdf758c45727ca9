"""The JSON of `check` that other programs rely on, version 1, apart from the model that may change; `kontrak_dokumen` and
`kontrak_matriks` hold that of `extract` and `matrix`.

docs/schema/ holds their JSON Schema, generated from these structs. Within a version fields are only ever added.
"""

from __future__ import annotations

from msgspec import Struct

from ..model import Report
from .kontrak_dokumen import VERSI, CatatanJson, DokumenJson, dokumen_json, semua_catatan
from .kontrak_matriks import PilihanJson, PutusanJson, pilihan_json, putusan_json
from .kontrak_temuan import (
    AbaikanUsangJson,
    DiabaikanJson,
    FindingJson,
    RiwayatJson,
    TidakDinilaiJson,
    TindakLanjutJson,
    finding_json,
    riwayat_json,
    tindak_lanjut_json,
)


class CheckJson(Struct, frozen=True):
    """`doccheck check PATHS --format json`. `baseline` is null without one."""

    versi: int
    findings: tuple[FindingJson, ...]
    dokumen: tuple[DokumenJson, ...]
    catatan: tuple[CatatanJson, ...]
    tidak_dinilai: tuple[TidakDinilaiJson, ...]
    diabaikan: tuple[DiabaikanJson, ...]
    abaikan_usang: tuple[AbaikanUsangJson, ...]
    baseline: RiwayatJson | None
    putusan: tuple[PutusanJson, ...]
    pilihan: tuple[PilihanJson, ...]
    tindak_lanjut: tuple[TindakLanjutJson, ...]


def check_json(report: Report) -> CheckJson:
    return CheckJson(
        versi=VERSI,
        findings=tuple(finding_json(f) for f in (*report.findings, *report.pelengkap)),
        dokumen=tuple(dokumen_json(d) for d in report.documents),
        catatan=semua_catatan(report.documents, report.notes),
        tidak_dinilai=tuple(TidakDinilaiJson(t.aturan, t.alasan) for t in report.tidak_dinilai),
        diabaikan=tuple(DiabaikanJson(finding_json(d.finding), d.alasan, d.oleh, d.sampai, d.asal) for d in report.diabaikan),
        abaikan_usang=tuple(
            AbaikanUsangJson(a.keadaan, a.aturan, a.alasan, a.asal, a.sampai, a.jumlah) for a in report.abaikan_usang
        ),
        baseline=None if report.riwayat is None else riwayat_json(report.riwayat),
        putusan=putusan_json(report.putusan),
        pilihan=pilihan_json(report.pilihan),
        tindak_lanjut=tuple(tindak_lanjut_json(t) for t in report.tindak_lanjut),
    )
